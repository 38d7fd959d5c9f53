"""LibreOffice's .odt: every visible character of the text, in reading order.

An own walk over `content.xml`, since the libraries at hand lose text boxes or mix deleted text, notes and comments
into the talk. Tracked deletions are left out; notes, comments and headers are counted and kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, open_package
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.paragraphs import (
    Mark,
    Piece,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    split_lines,
    tell_deletions,
)

if TYPE_CHECKING:
    from lxml import etree

_SPACES = {
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("text", "office", "table", "style", "draw")
}
_TEXT, _OFFICE, _TABLE = _SPACES["text"], _SPACES["office"], _SPACES["table"]
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_PARAGRAPHS = (_TEXT + "p", _TEXT + "h")
_APART = {_TEXT + "note": "footnotes", _OFFICE + "annotation": "comments"}
_UNSAID = (_TEXT + "tracked-changes", _TEXT + "note-citation", _TEXT + "ruby-text", _TEXT + "bookmark")


def read_opendocument(data: bytes, *, where: str = "") -> Reading:
    """Read an .odt.

    >>> read_opendocument(b"not a document", where="a.odt")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.odt  is damaged: it is not a whole zip file. Open it in ...
    """
    package = open_package(data, where=where)
    if "content.xml" not in package.names:
        raise TranscriptError(Problem(where, "is not an OpenDocument text.", "Save the interview as .odt or .docx."))
    if b"encryption-data" in (
        package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in package.names else b""
    ):
        raise TranscriptError(Problem(where, "is protected with a password.", "Save it again without one."))
    root = parse_xml(package.read("content.xml"), where=where)
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise TranscriptError(Problem(where, "is an OpenDocument, but holds no text.", "Save the interview as .docx."))
    remainders, deleted = _take_apart(body)
    visible = count_visible(clean_text("".join(map(str, body.itertext()))))
    styles = _bold_styles(root)
    pieces = [piece for piece in _pieces(body, styles) if piece.text.strip()]
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    if "styles.xml" in package.names:
        master = parse_xml(package.read("styles.xml"), where=where).find(f"{_OFFICE}master-styles")
        if master is not None:
            remainders["headers and footers"] = "\n".join(piece.text for piece in _pieces(master, {}))
    remainders = {name: rest for name, rest in remainders.items() if rest.strip()}
    visible += sum(map(count_visible, remainders.values()))
    return Reading(text, lines, remainders, tell_deletions(deleted), {}, visible, "odt")


def _take_apart(body: etree._Element) -> tuple[dict[str, str], int]:
    """Take notes, comments and deleted text out of this tree; return the first two, and how much was deleted."""
    deleted = len(list(body.iter(_TEXT + "deletion")))
    for tag in _UNSAID:
        for element in list(body.iter(tag)):
            _cut(element)
    apart: dict[str, list[str]] = {}
    for tag, name in _APART.items():
        for element in list(body.iter(tag)):
            _cut(element)
            apart.setdefault(name, []).append("\n".join(piece.text for piece in _pieces(element, {})))
    return {name: "\n".join(texts) for name, texts in apart.items()}, deleted


def _cut(element: etree._Element) -> None:
    """Take an element out of its tree, and leave what follows it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _bold_styles(root: etree._Element) -> dict[str, tuple[bool, str]]:
    """Return for each automatic style whether it is bold, and its colour."""
    styles = dict[str, tuple[bool, str]]()
    for style in root.iter(_SPACES["style"] + "style"):
        look = style.find(_SPACES["style"] + "text-properties")
        if look is not None:
            colour = look.get(_FO + "color", "").lstrip("#").upper()
            styles[style.get(_SPACES["style"] + "name", "")] = (look.get(_FO + "font-weight") == "bold", colour)
    return styles


def _pieces(body: etree._Element, styles: dict[str, tuple[bool, str]]) -> Iterator[Piece]:
    for block in body.iter(*_PARAGRAPHS, _TABLE + "table-row"):
        if next(block.iterancestors(_TABLE + "table-row"), None) is not None:
            continue
        if block.tag == _TABLE + "table-row":
            yield from split_lines(_row(block, styles))
        elif next((above for above in block.iterancestors(*_PARAGRAPHS)), None) is None:
            yield from split_lines(_paragraph(block, styles))


def _row(row: etree._Element, styles: dict[str, tuple[bool, str]]) -> Piece:
    cells = [cell for cell in row.iter(_TABLE + "table-cell") if next(cell.iterancestors(_TABLE + "table-row")) is row]
    whole = Piece("", kind="row")
    for number, cell in enumerate(cells):
        for count, paragraph in enumerate(p for p in cell.iter(*_PARAGRAPHS) if not _is_inside(p, cell)):
            whole = whole.glue("\n" if count else "\t" if number else "", _paragraph(paragraph, styles))
    return whole


def _is_inside(paragraph: etree._Element, cell: etree._Element) -> bool:
    above = next(paragraph.iterancestors(*_PARAGRAPHS), None)
    return above is not None and cell in above.iterancestors()


def _paragraph(paragraph: etree._Element, styles: dict[str, tuple[bool, str]]) -> Piece:
    parts, marks, place = list[str](), list[Mark](), 0
    for text, style in _texts(paragraph, paragraph.get(_TEXT + "style-name", "")):
        bold, colour = styles.get(style, (False, ""))
        if bold:
            marks.append(Mark(place, place + len(text), "bold"))
        if colour and colour != "000000":
            marks.append(Mark(place, place + len(text), "colour", colour))
        parts.append(text)
        place += len(text)
    kind = "heading" if paragraph.tag == _TEXT + "h" else "text"
    return Piece("".join(parts), kind=kind, marks=tuple(marks))


def _texts(element: etree._Element, style: str) -> Iterator[tuple[str, str]]:
    """Yield the text of a paragraph in order, each bit with the style it stands in; a box within is a line."""
    if element.text:
        yield _tidy(element.text), style
    for child in element:
        if child.tag == _TEXT + "s":
            yield " " * min(int(child.get(_TEXT + "c", "1") or 1), 100), style
        elif child.tag in (_TEXT + "tab", _TEXT + "line-break"):
            yield "\t" if child.tag == _TEXT + "tab" else "\n", style
        else:
            if child.tag in _PARAGRAPHS:
                yield "\n", style
            yield from _texts(child, child.get(_TEXT + "style-name", style) if child.tag == _TEXT + "span" else style)
            if child.tag in _PARAGRAPHS:
                yield "\n", style
        if child.tail:
            yield _tidy(child.tail), style


def _tidy(text: str) -> str:
    """Return text as OpenDocument means it: a line end in the XML is a space."""
    return clean_text(text).replace("\n", " ")
