"""A framework matrix with its texts put another way: the marks by which it knows its own texts go along."""

from __future__ import annotations

from bp_qual.files.written_before import kind_of_package
from bp_qual.framework.marks import text_mark
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.file_texts import Change, change_file

_MARK = lazy_pattern(r"\b[0-9a-f]{12}\b")


def change_file_and_marks(
    data: bytes, name: str, change: Change, *, encoding: str = "", keep_authors: bool = True, becomes: str = ""
) -> bytes:
    """Return a file with every text in it changed; in a matrix, with the marks of the texts as they are then.

    A mark that is left is taken for that of another text, and the text for somebody's note.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for its ending.
    change : callable of str
        What a text becomes.
    encoding, keep_authors, becomes
        As in `change_file`.

    Returns
    -------
    bytes

    Raises
    ------
    UnreadableFileError
        As `change_file`.

    Examples
    --------
    >>> change_file_and_marks(b"Jan.", "a.txt", lambda text: text.replace("Jan", "P01"))
    b'P01.'
    """
    marks: dict[str, str] = {}

    def note(text: str) -> str:
        changed = change(text)
        if changed != text:
            marks[text_mark(text)] = text_mark(changed)
        return changed

    new = change_file(data, name, note, encoding=encoding, keep_authors=keep_authors, becomes=becomes)
    if not marks or kind_of_package(data) != "matrix":
        return new
    return change_file(new, name, lambda text: _MARK.sub(lambda found: marks.get(found[0], found[0]), text))
