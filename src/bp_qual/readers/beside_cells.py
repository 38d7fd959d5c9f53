"""The text of a spreadsheet or document that stands beside its cells or paragraphs: none of it is lost unsaid.

Comments, drawings, headers and footers, and the sheets that are not read; found by a pass over all parts of the file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bp_qual.files import Package, clean_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.markup import parse_xml

if TYPE_CHECKING:
    from lxml import etree

_COMMENTS = lazy_pattern(r"xl/(?:.*/)?(?:comments?|threadedComment)[^/]*\.xml", re.IGNORECASE)
_DRAWINGS = lazy_pattern(r"xl/(?:drawings|charts|diagrams)/[^/]*\.xml", re.IGNORECASE)
_SHEETS = lazy_pattern(r"xl/(?:worksheets|chartsheets)/[^/]*\.xml", re.IGNORECASE)
_TEXTS = ("t", "text")
_CODE_OF_A_HEADER = lazy_pattern(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|.)')
_PARAGRAPHS = ("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p", "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}h")
_MASTER = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}master-styles"


def find_beside_cells(package: Package, first: str, shared: list[str]) -> dict[str, str]:
    """Return the text of an .xlsx that is in no cell of its first sheet.

    Parameters
    ----------
    package : Package
        The opened file.
    first : str
        The name of the part with the first sheet.
    shared : list of str
        The texts that cells refer to by number.

    Returns
    -------
    dict of str to str
        Texts by what they are; what is empty is left out.
    """
    found: dict[str, list[str]] = {}
    for name in sorted(package.names):
        if _COMMENTS.fullmatch(name):
            found.setdefault("comments", []).extend(_texts_in(parse_xml(package.read(name), where=package.where)))
        elif _DRAWINGS.fullmatch(name):
            found.setdefault("drawings", []).extend(_texts_in(parse_xml(package.read(name), where=package.where)))
        elif _SHEETS.fullmatch(name):
            root = parse_xml(package.read(name), where=package.where)
            found.setdefault("headers and footers", []).extend(_headers(root))
            if name != first:
                found.setdefault("other sheets", []).extend(_cells(root, shared))
    return _joined(found)


def find_beside_tables(package: Package, sheets: Iterable[etree._Element] = ()) -> dict[str, str]:
    """Return the text of an .ods or .odt that is in other parts than its content, and that of sheets not read.

    Parameters
    ----------
    package : Package
        The opened file.
    sheets : iterable of element
        The sheets that are not read.

    Returns
    -------
    dict of str to str
        Texts by what they are; what is empty is left out.
    """
    found = {"other sheets": [text for sheet in sheets for text in _paragraphs(sheet)]}
    if "styles.xml" in package.names:
        for master in parse_xml(package.read("styles.xml"), where=package.where).iter(_MASTER):
            found["headers and footers"] = list(_paragraphs(master))
    found["drawings"] = [*find_embedded(package)]
    return _joined(found)


def find_embedded(package: Package) -> Iterator[str]:
    """Yield the paragraphs of the documents, charts and formulas that are objects in an OpenDocument file."""
    for name in sorted(package.names):
        if posixpath.basename(name) == "content.xml" and name != "content.xml":
            root = parse_xml(package.read(name), where=package.where)
            lines = [*_paragraphs(root)]
            yield from lines or [clean_text(" ".join(map(str, root.itertext())))]


def _joined(found: dict[str, list[str]]) -> dict[str, str]:
    texts = {kind: "\n".join(filter(str.strip, lines)) for kind, lines in found.items()}
    return {kind: text for kind, text in texts.items() if text.strip()}


def _texts_in(root: etree._Element) -> Iterator[str]:
    return (clean_text(element.text or "") for element in root.iter() if _name(element) in _TEXTS)


def _headers(root: etree._Element) -> Iterator[str]:
    """Yield the headers and footers of a sheet, without the signs that say where and how they are set."""
    for block in root.iter("{*}headerFooter"):
        for part in block:
            yield clean_text(_CODE_OF_A_HEADER.sub(" ", part.text or ""))


def _cells(root: etree._Element, shared: list[str]) -> Iterator[str]:
    for cell in root.iter("{*}c"):
        raw = "".join(part.text or "" for part in cell.iter("{*}v"))
        if cell.get("t") == "inlineStr":
            yield "".join(_texts_in(cell))
        elif cell.get("t") == "s":
            yield shared[int(raw)] if raw.isdecimal() and int(raw) < len(shared) else ""
        else:
            yield clean_text(raw)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for line in root.iter(*_PARAGRAPHS):
        if next(line.iterancestors(*_PARAGRAPHS), None) is None:
            yield clean_text("".join(map(str, line.itertext())))


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
