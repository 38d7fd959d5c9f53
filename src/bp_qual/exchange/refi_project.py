"""REFI-QDA projects (.qdpx): the XML and the texts in the archive, read within limits and in memory only.

Nothing is ever unpacked to disk: the one ``*.qde`` at the top of the archive (or in the folder that was packed) is
read, and of ``sources/`` beside it (in any case) the texts that it names; recordings and pictures are not looked at. A
document type declaration is refused, so no entity is expanded.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, BinaryIO

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem, TranscriptError
from bp_qual.exchange.refi_codebook import parse_refi, refi_tag
from bp_qual.exchange.refi_package import find_project, may_be_project
from bp_qual.files import Package, open_package
from bp_qual.files.decoding import decode_whole
from bp_qual.wording.remarks import Remark


class RefiProject:
    """A REFI-QDA project as it is in the archive.

    Parameters
    ----------
    data : bytes or binary file
        The .qdpx, of which no more is read than its XML and the texts that this names.
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

    def __init__(self, data: bytes | BinaryIO, where: str) -> None:
        self.where = where
        self.doubts: dict[tuple[str, str], Remark] = {}  # by the name of the text and what was said of it
        self._package = _open(data, where, may_be_project)
        project = find_project(self._package)
        self.root: Any = parse_refi(self._read(project), where)
        if refi_tag(self.root) != "Project":
            raise CodebookError(Problem(where, "not refi", {"part": shown(project, 80), "tag": refi_tag(self.root)}))
        self._folder = project.replace("\\", "/").rpartition("/")[0]
        named = {self._named(element, "plainTextPath") for element in self.root.iter("{*}*")}
        self._package = _open(data, where, lambda name: _plain_path(name) in named)

    def all(self, *tags: str) -> Iterator[Any]:
        """Yield the elements of some kinds, wherever they are."""
        return (element for element in self.root.iter() if refi_tag(element) in tags)

    @cached_property
    def users(self) -> dict[str, str]:
        """The names of the coders, by id."""
        return {guid_in(user, "guid"): user.get("name") or user.get("id", "") for user in self.all("User")}

    @cached_property
    def variables(self) -> dict[str, str]:
        """The names of the variables, by id."""
        return {guid_in(variable, "guid"): variable.get("name", "") for variable in self.all("Variable")}

    def text_of(self, element: Any) -> str | None:
        """Return the text of a source or note: a file of the archive, or what stands in the XML; None where neither.

        A byte order mark stays at its begin. What is doubtful in its bytes goes to `doubts`.
        """
        if wanted := self._named(element, "plainTextPath"):
            stored = next((part for part in self._package.names if _plain_path(part) == wanted), "")
            return self._decode(self._read(stored), element.get("name") or stored) if stored else None
        inline = next((child for child in element if refi_tag(child) == "PlainTextContent"), None)
        return None if inline is None else "".join(inline.itertext())

    def _decode(self, data: bytes, name: str) -> str:
        """Return what bytes of the archive say; what cannot be read of them as lost letters."""
        mark = "\ufeff" if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""
        try:
            read = decode_whole(data)
            text, notes = read.text, tuple[Remark | Problem, ...](read.notes)
        except TranscriptError as error:
            text, notes = data.decode("utf-8", "replace"), error.problems
        shown_as = f"{self.where}: {shown(name)}"
        self.doubts |= {(name, str(note)): Remark("in file", values={"file": shown_as, "note": note}) for note in notes}
        return mark + text.removeprefix("\ufeff")

    def _named(self, element: Any, kind: str) -> str:
        """Return where the text of a source or note is in the archive; nothing where it names none."""
        path = element.get(kind, "").strip()
        name = path.removeprefix("internal://").replace("\\", "/").rpartition("/")[2]
        return _plain_path("/".join(filter(None, (self._folder, "sources", name)))) if name else ""

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


def _plain_path(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _open(data: bytes | BinaryIO, where: str, needed: Callable[[str], bool]) -> Package:
    try:
        return open_package(data, where=shown(where, 200), needed=needed)
    except TranscriptError as error:
        raise CodebookError(error.problems, error.summary) from error


def values_of(element: Any, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the variables that a source or a case has a value of: what each is called, and the value as text.

    Parameters
    ----------
    element : lxml element
        A source or a case.
    names : mapping of str to str
        What variables are called, by their ids; others are left out.

    Yields
    ------
    tuple of str
    """
    for value in element:
        if refi_tag(value) == "VariableValue":
            reference = next((child for child in value if refi_tag(child) == "VariableRef"), None)
            name = names.get(guid_in(reference, "targetGUID")) if reference is not None else None
            if name is not None:
                texts = (text for child in value if refi_tag(child).endswith("Value") for text in child.itertext())
                yield name, "".join(texts).strip()
