"""REFI-QDA projects (.qdpx): the XML and the texts in the archive, read within limits and in memory only.

Nothing is ever unpacked to disk: the one ``*.qde`` at the top of the archive is read, and of ``sources/`` (in any case)
the files that it names. A document type declaration is refused, so no entity is expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem, TranscriptError
from bp_qual.exchange.refi_codebook import parse_refi, refi_tag
from bp_qual.files import Package, open_package


@dataclass(frozen=True, slots=True)
class TextReading:
    r"""The text of a source as its offsets count it, and how far an end lies behind the last character.

    >>> TextReading("a\r\nb", 0, 0).slice(3, 4)
    'b'
    """

    text: str
    shift: int
    beyond: int

    def slice(self, start: int, end: int) -> str:
        """Return what a selection holds."""
        return self.text[max(0, start + self.shift) : max(0, end + self.shift + self.beyond)]

    def lines_up(self, start: int, end: int) -> tuple[int, int]:
        """Return a selection's place in the text with LF line ends."""
        first, last = max(0, start + self.shift), max(0, end + self.shift + self.beyond)
        return len(self.text[:first].replace("\r\n", "\n")), len(self.text[:last].replace("\r\n", "\n"))


def choose_reading(data: bytes, selections: list[tuple[str, int, int]]) -> TextReading:
    r"""Return the reading of a text in which most selections hold what their name says.

    Programs count a byte order mark or not, a line end as one or two, and end before or behind the last character.
    Without names that tell, offsets are code points of the text as it is, the end exclusive.

    Parameters
    ----------
    data : bytes
        The text file.
    selections : list of tuple
        Name, start and end of each.

    Returns
    -------
    TextReading

    Examples
    --------
    >>> choose_reading(b"\xef\xbb\xbfJa.\r\nNee.", [("Nee.", 4, 8)]).slice(4, 8)
    'Nee.'
    >>> choose_reading(b"Ja. Nee.", [("Nee.", 4, 7)]).slice(4, 7)
    'Nee.'
    """
    text = data.decode("utf-8-sig", "replace")
    plain = text.replace("\r\n", "\n")
    texts = [text] if plain == text else [text, plain]
    shifts = (0, -1) if data.startswith(b"\xef\xbb\xbf") else (0,)
    readings = [TextReading(one, shift, beyond) for beyond in (0, 1) for shift in shifts for one in texts]
    return max(readings, key=lambda reading: sum(_is_named(reading, *selection) for selection in selections))


def _is_named(reading: TextReading, name: str, start: int, end: int) -> bool:
    """Return whether a selection holds what its name says; a long name may be cut."""
    said, held = " ".join(name.split()), " ".join(reading.slice(start, end).split())
    cut = said.rstrip(".… ")
    return bool(said) and (said == held or (len(cut) >= 20 and len(cut) < len(held) and held.startswith(cut)))


class RefiProject:
    """A REFI-QDA project as it is in the archive.

    Parameters
    ----------
    data : bytes
        The .qdpx.
    where : str
        What messages call it.

    Raises
    ------
    CodebookError
        Where it is no project, or one that no program writes.

    Examples
    --------
    >>> RefiProject(b"PK", "a.qdpx")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: a.qdpx  is damaged: it is not a whole zip file. Open it in ... and save it again.
    """

    def __init__(self, data: bytes, where: str) -> None:
        self.where = where
        self._package = _open(data, where)
        projects = [name for name in self._package.names if name.lower().endswith(".qde") and "/" not in name]
        if len(projects) != 1:
            raise CodebookError(Problem(where, "not refi"))
        self.root: Any = parse_refi(self._read(projects[0]), where)
        if refi_tag(self.root) != "Project":
            raise CodebookError(Problem(where, "not refi"))

    def all(self, *tags: str) -> Iterator[Any]:
        """Yield the elements of some kinds, wherever they are."""
        return (element for element in self.root.iter() if refi_tag(element) in tags)

    @cached_property
    def users(self) -> dict[str, str]:
        """The names of the coders, by id."""
        return {guid_in(user, "guid"): user.get("name") or user.get("id", "") for user in self.all("User")}

    def text_of(self, element: Any, kind: str = "plainTextPath") -> bytes | None:
        """Return the text of a source or note: a file of the archive, or what stands in the XML; None where neither."""
        path = element.get(kind, "").strip()
        name = path.removeprefix("internal://").replace("\\", "/").rpartition("/")[2]
        if name:
            wanted = ("sources/" + name).casefold()
            stored = next((part for part in self._package.names if part.replace("\\", "/").casefold() == wanted), "")
            return self._read(stored) if stored else None
        inline = next((child for child in element if refi_tag(child) == "PlainTextContent"), None)
        return None if inline is None else "".join(inline.itertext()).encode("utf-8", "surrogatepass")

    def _read(self, name: str) -> bytes:
        try:
            return self._package.read(name)
        except TranscriptError as error:
            raise CodebookError(error.problems, error.summary) from error


def guid_in(element: Any, name: str) -> str:
    """Return an id as it is compared: without braces, in capitals.

    >>> guid_in({"guid": "{ab-1}"}, "guid")
    'AB-1'
    """
    return str(element.get(name, "")).strip("{} \n").upper()


def description_of(element: Any) -> str:
    """Return what the description of an element says.

    >>> from lxml import etree
    >>> description_of(etree.fromstring("<Code><Description> Alone. </Description></Code>"))
    'Alone.'
    """
    return "\n".join("".join(child.itertext()).strip() for child in element if refi_tag(child) == "Description")


def number_in(element: Any, name: str) -> int:
    """Return a number in an attribute; -1 where there is none.

    >>> number_in({"startPosition": "12"}, "startPosition"), number_in({"startPosition": "?"}, "startPosition")
    (12, -1)
    """
    text = str(element.get(name, "")).strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1


def _open(data: bytes, where: str) -> Package:
    try:
        return open_package(data, where=shown(where, 200))
    except TranscriptError as error:
        raise CodebookError(error.problems, error.summary) from error
