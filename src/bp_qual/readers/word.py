"""Word's .docx: every visible character of the document, in reading order.

An own walk over the package, because the usual ones lose words: insertions under review, moved text, content controls,
fields, text boxes and tables are all read; deletions and the place that text was moved from are not. Notes, comments,
headers and hidden text are counted and kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import Package, clean_text, open_package
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

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header": "headers and footers"}
_PARTS["footer"] = _PARTS["header"]
_PART = re.compile(r"word/(footnotes|endnotes|comments|header|footer)\d*\.xml")
_HEADING = re.compile(r"(?:heading|kop|title|titel|überschrift|berschrift|titre)", re.IGNORECASE)
_OFF = ("0", "false", "off", "auto", "000000")
_ODD = re.compile("[\n\r\x7f\ufeff]")
_OPENING = re.compile(rb"<(?:\w+:)?p[ />]")


def read_word(data: bytes, *, where: str = "") -> Reading:
    """Read a .docx.

    >>> read_word(b"not a document", where="a.docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.docx  is damaged: it is not a whole zip file. Open it in ...
    """
    package = open_package(data, where=where)
    name = _main_part(package)
    content = package.read(name)
    check_lines(sum(map(content.count, (b"<w:p>", b"<w:p ", b"<w:p/>"))) or len(_OPENING.findall(content)), where)
    root = parse_xml(content, where=where)
    walk = _Walk(root)
    deleted = walk.prune()
    seen = "".join(map(str, root.itertext(walk.text, with_tail=False)))
    walk.is_odd = _ODD.search(seen) is not None
    visible = count_visible(clean_text(seen) if walk.is_odd else seen)
    pieces = [piece for piece in walk.pieces() if piece.text.strip()]
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    remainders = {"hidden text": "\n".join(walk.hidden)} | _read_other_parts(package)
    visible += walk.added + sum(map(count_visible, remainders.values())) - count_visible(remainders["hidden text"])
    return Reading(
        text,
        lines,
        {kind: rest for kind, rest in remainders.items() if rest},
        tuple(_notes(deleted, walk)),
        _read_properties(package),
        visible,
        "docx",
    )


class _Walk:
    """One walk over the tree of a document; the tree is this walk's own, so it may be pruned."""

    def __init__(self, root: etree._Element) -> None:
        from lxml import etree

        space = f"{{{etree.QName(root).namespace}}}"
        self.root, self.space = root, space
        self.paragraph, self.run, self.text, self.tab = (space + name for name in ("p", "r", "t", "tab"))
        self.table, self.row, self.cell = (space + name for name in ("tbl", "tr", "tc"))
        self.box, self.gone = space + "txbxContent", (space + "del", space + "moveFrom")
        self.style, self.numbered, self.value = space + "pStyle", space + "numPr", space + "val"
        self.signs = {self.tab: "\t", space + "ptab": "\t", space + "br": "\n", space + "cr": "\n"}
        self.signs |= {space + "noBreakHyphen": "-", space + "softHyphen": "\u00ad"}
        self.looks = self._looks()
        self.deletion, self.inserted = space + "delText", space + "altChunk"
        self.hidden, self.added, self.is_odd = list[str](), 0, True

    def prune(self) -> int:
        """Take out what is deleted or said twice, move text boxes out of their line; return the deletions."""
        deleted = 0
        for gone in list(self.root.iter(*self.gone)):
            deleted += any(text.text for text in gone.iter(self.text, self.deletion))
            _remove(gone)
        for either in list(self.root.iter(_COMPATIBILITY + "AlternateContent")):
            fallbacks = either.findall(_COMPATIBILITY + "Fallback")
            choices = either.findall(_COMPATIBILITY + "Choice")
            if any(choice.find(f".//{self.text}") is not None for choice in choices):
                for fallback in fallbacks:
                    _remove(fallback)
        for box in reversed(list(self.root.iter(self.box))):
            host = next(box.iterancestors(self.paragraph), None)
            if host is not None:
                for line in reversed(list(box)):
                    host.addnext(line)
        return deleted

    def pieces(self) -> Iterator[Piece]:
        """Yield the lines of the document, table rows as one line each."""
        tables = self.root.find(f".//{self.table}") is not None
        for paragraph in self.root.iter(self.paragraph, self.row) if tables else self.root.iter(self.paragraph):
            if tables and next(paragraph.iterancestors(self.row), None) is not None:
                continue
            if paragraph.tag == self.row:
                yield from self._row(paragraph)
            else:
                yield from split_lines(self._line(paragraph))

    def _row(self, row: etree._Element) -> Iterator[Piece]:
        cells = [cell for cell in row.iter(self.cell) if next(cell.iterancestors(self.row)) is row]
        whole = Piece("", kind="row")
        for number, cell in enumerate(cells):
            for count, paragraph in enumerate(cell.iter(self.paragraph)):
                glue = "\n" if count else "\t" if number else ""
                whole = whole.glue(glue, self._line(paragraph))
        yield from split_lines(whole)

    def _line(self, paragraph: etree._Element) -> Piece:
        parts, marks, place = list[str](), list[Mark](), 0
        text, looks, is_odd = self.text, self.looks, self.is_odd
        for element in paragraph.iter(text, *self.signs):
            tag = element.tag
            if tag == text:
                part = element.text or ""
                if is_odd:
                    part = _tidy(part)
            elif tag == self.tab and next(element.iterancestors()).tag != self.run:
                continue  # a tab stop in the look of the paragraph
            else:
                part = self.signs[tag]
            look = looks.get(element)
            if look and "vanish" in look:
                self.hidden.append(part)
                continue
            if tag != text:
                self.added += not part.isspace()
            end = place + len(part)
            if look:
                marks += _marks(look, place, end)
            parts.append(part)
            place = end
        return Piece("".join(parts), kind=self._kind(paragraph), marks=tuple(_merge(marks)) if marks else ())

    def _kind(self, paragraph: etree._Element) -> str:
        look = paragraph[0] if len(paragraph) and paragraph[0].tag == self.paragraph + "Pr" else None
        if look is None:
            return "text"
        style = look.find(self.style)
        if style is not None and _HEADING.match(style.get(self.value, "")):
            return "heading"
        return "item" if look.find(self.numbered) is not None else "text"

    def _looks(self) -> dict[etree._Element, dict[str, str]]:
        """Return for each text that is bold, coloured or hidden how it looks; the whole document in one pass."""
        looks: dict[etree._Element, dict[str, str]] = {}
        names = {self.space + name: name for name in ("vanish", "b", "color")}
        for switch in self.root.iter(*names):
            run, value = next(switch.iterancestors(self.run), None), switch.get(self.value, "1")
            if run is not None and value not in _OFF:
                for element in run:
                    looks.setdefault(element, {})[names[switch.tag]] = value.upper()
        return looks


def _marks(look: dict[str, str], start: int, end: int) -> Iterator[Mark]:
    if "b" in look:
        yield Mark(start, end, "bold")
    if "color" in look:
        yield Mark(start, end, "colour", look["color"])


def _tidy(text: str) -> str:
    """Return what Word shows of a text: a line end in the XML is a blank."""
    return clean_text(text).replace("\n", " ")


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _merge(marks: Iterable[Mark]) -> list[Mark]:
    """Join marks that touch: Word cuts a bold name into runs as it likes."""
    merged = list[Mark]()
    for mark in sorted(marks, key=lambda mark: (mark.kind, mark.value, mark.start)):
        last = merged[-1] if merged else None
        if last and (last.kind, last.value, last.end) == (mark.kind, mark.value, mark.start):
            merged[-1] = Mark(last.start, mark.end, mark.kind, mark.value)
        else:
            merged.append(mark)
    return merged


def _main_part(package: Package) -> str:
    """Return the name of the part that holds the text, which need not be `word/document.xml`."""
    if "_rels/.rels" in package.names:
        for relation in parse_xml(package.read("_rels/.rels"), where=package.where):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in package.names:
                return target
    if "word/document.xml" in package.names:
        return "word/document.xml"
    what = "is a zip file, but not a Word document."
    raise TranscriptError(Problem(package.where, what, "Unpack it, or save the interview as .docx in Word."))


def _read_other_parts(package: Package) -> dict[str, str]:
    parts = dict[str, str]()
    for name in sorted(package.names):
        if match := _PART.fullmatch(name):
            root = parse_xml(package.read(name), where=package.where)
            walk = _Walk(root)
            walk.prune()
            lines = "\n".join(piece.text for piece in walk.pieces() if piece.text.strip())
            kind = _PARTS[match[1]]
            parts[kind] = "\n".join(filter(None, [parts.get(kind, ""), lines]))
    return parts


def _read_properties(package: Package) -> dict[str, str]:
    if "docProps/core.xml" not in package.names:
        return {}
    root = parse_xml(package.read("docProps/core.xml"), where=package.where)
    found = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in root}
    return {name: found[name] for name in ("title", "subject", "keywords", "created") if found.get(name)}


def _notes(deleted: int, walk: _Walk) -> Iterator[str]:
    yield from tell_deletions(deleted)
    if walk.root.find(f".//{walk.inserted}") is not None:
        yield "Another document is inserted in it, which was not read: open it in Word and save it again."
