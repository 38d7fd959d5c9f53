"""A framework matrix with its texts put another way: the marks by which it knows its own texts go along."""

from __future__ import annotations

from collections.abc import Iterator

from bp_qual.files.safe_reading import open_package
from bp_qual.files.written_before import kind_of_package
from bp_qual.framework.marks import text_mark
from bp_qual.framework.matrix_marks import MARKS_SPACE, cells_in, owner_of
from bp_qual.framework.matrix_tables import Key
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
    becoming: dict[str, str] = {}

    def note(text: str) -> str:
        changed = change(text)
        if changed != text:
            becoming[text] = changed
        return changed

    new = change_file(data, name, note, encoding=encoding, keep_authors=keep_authors, becomes=becomes)
    if not becoming or kind_of_package(data) != "matrix":
        return new
    marks = {text_mark(old): text_mark(made) for old, made in becoming.items()}
    for key in _cells_of(data):
        person, code, wave = (becoming.get(part, part) for part in key)
        marks[owner_of(key)] = owner_of((person, code, wave))
    return change_file(new, name, lambda text: _MARK.sub(lambda found: marks.get(found[0], found[0]), text))


def _cells_of(data: bytes) -> Iterator[Key]:
    """Yield the cells that a matrix in Word names; the marks of its fields are of them."""
    package = open_package(data)
    for part in package.names:
        if part.startswith("customXml/") and MARKS_SPACE.encode() in (said := package.read(part)):
            yield from (key for key, _ in cells_in(said.decode("utf-8", "replace")))
