"""LibreOffice's .odt: every visible character of the text, in reading order.

An own walk over `content.xml`, since the libraries at hand lose text boxes or mix deleted text, notes and comments
into the talk. Tracked deletions are left out; notes, comments, headers, and the words that stand in for a picture or
for an answer, are counted and kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, open_package
from bp_qual.readers.beside_cells import find_embedded
from bp_qual.readers.colours import tidy_colour
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.note_columns import set_notes_apart
from bp_qual.readers.paragraphs import (
    BOX,
    NOT_UNDERSTOOD,
    Mark,
    Piece,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_deletions,
    note_not_understood,
    note_struck,
    split_lines,
)
from bp_qual.readers.question_heads import label_rows, split_at_bold_labels

if TYPE_CHECKING:
    from lxml import etree

_SPACES = {
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("text", "office", "table", "style", "draw")
}
_TEXT, _OFFICE, _TABLE = _SPACES["text"], _SPACES["office"], _SPACES["table"]
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_PARAGRAPHS = (_TEXT + "p", _TEXT + "h")
_SLANTED = ("italic", "oblique")
_APART = {
    _TEXT + "note": "footnotes",
    _OFFICE + "annotation": "comments",
    _TEXT + "ruby-text": "words above the line",
    **dict.fromkeys((_SVG + "title", _SVG + "desc", _TABLE + "title", _TABLE + "desc"), "alternative text"),
    _TEXT + "script": "scripts",
    _TEXT + "placeholder": "empty form fields",
}
_UNSAID = (_TEXT + "tracked-changes", _TEXT + "note-citation", _TEXT + "bookmark", _OFFICE + "binary-data")
_BOX = _SPACES["draw"] + "text-box"
_COVERED = _TABLE + "covered-table-cell"  # by the cell beside or above it, which was merged with it
_USUAL, _BLACK = "Standard", "000000"  # the style that all others are based on; a colour that is none
_HIDING = (_TEXT + "section", _TEXT + "hidden-text", _TEXT + "hidden-paragraph", _COVERED)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style looks, as far as it matters here; nothing for what it does not say."""

    bold: bool | None = None
    italic: bool | None = None
    colour: str = ""
    hidden: bool | None = None
    struck: bool | None = None
    boxed: bool | None = None

    def on(self, other: _Look) -> _Look:
        """Return how this style looks on another, which says what this one does not."""
        if other == _PLAIN or self == _PLAIN:
            return other if self == _PLAIN else self
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__slots__)
        return _Look(*(there if own in (None, "") else own for own, there in pairs))


def read_opendocument(data: bytes, *, where: str = "") -> Reading:
    """Read an .odt.

    >>> read_opendocument(b"not a document", where="a.odt")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.odt  is damaged: it is not a whole zip file. Open it in ...
    """
    package = open_package(data, where=where)
    if "content.xml" not in package.names:
        raise TranscriptError(Problem(where, "not opendocument"))
    if b"encryption-data" in (
        package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in package.names else b""
    ):
        raise TranscriptError(Problem(where, "password, no advice"))
    root = parse_xml(package.read("content.xml"), where=where)
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise TranscriptError(Problem(where, "opendocument without text"))
    page_styles = parse_xml(package.read("styles.xml"), where=where) if "styles.xml" in package.names else None
    looks = _read_looks(*([page_styles] if page_styles is not None else []), root)
    remainders, deleted = _take_apart(body, looks)
    visible = count_visible(clean_text("".join(map(str, body.itertext()))))
    said, beside, parted = set_notes_apart(_pieces(body, looks), where=where)
    pieces = [line for piece in label_rows(said) for line in split_at_bold_labels(piece)]
    pieces = [piece for piece in pieces if piece.text.strip()]
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    lost = "\n".join(_text_outside(body)) if count_visible("".join([text, *beside.values()])) < visible else ""
    master = page_styles.find(f"{_OFFICE}master-styles") if page_styles is not None else None
    if master is not None:
        remainders["headers and footers"] = "\n".join(piece.text for piece in _pieces(master, {}))
    remainders["drawings"] = "\n".join(filter(str.strip, find_embedded(package)))
    visible += sum(map(count_visible, remainders.values()))
    remainders |= {**beside, NOT_UNDERSTOOD: lost}
    remainders = {name: rest for name, rest in remainders.items() if rest.strip()}
    told = (*parted, *note_deletions(deleted), *note_struck(remainders.get("struck text", "")))
    notes = (*told, *note_not_understood(lost, "outside the paragraphs of the document"))
    return Reading(text, lines, remainders, notes, {}, visible, "odt")


def _text_outside(body: etree._Element) -> Iterator[str]:
    """Yield the texts that are in no paragraph."""
    for element in body.iter():
        within = element.tag in _PARAGRAPHS or next(element.iterancestors(*_PARAGRAPHS), None) is not None
        for text in (None if within else element.text, None if _has_paragraph(element) else element.tail):
            if text and text.strip():
                yield clean_text(text)


def _has_paragraph(element: etree._Element) -> bool:
    return next(element.iterancestors(*_PARAGRAPHS), None) is not None


def _take_apart(body: etree._Element, looks: Mapping[str, _Look]) -> tuple[dict[str, str], int]:
    """Take notes, comments, hidden and deleted text out of this tree; return these, and how much was deleted."""
    deleted = len(list(body.iter(_TEXT + "deletion")))
    _empty_deleted(body)
    for tag in _UNSAID:
        for element in list(body.iter(tag)):
            _cut(element)
    apart: dict[str, list[str]] = {}
    for tag, name in _APART.items():
        for element in list(body.iter(tag)):
            _cut(element)
            lines = "\n".join(piece.text for piece in _pieces(element, {}))
            apart.setdefault(name, []).append(lines or clean_text("".join(map(str, element.itertext()))))
    for element in _find_hidden(body, looks):
        _cut(element)
        text = "".join(map(str, element.itertext())) or element.get(_TEXT + "string-value", "")
        name = "struck text" if _look(element, looks).struck else "hidden text"
        apart.setdefault(name, []).append(clean_text(text))
    for forms in body.iter(_OFFICE + "forms"):
        apart.setdefault("form fields", []).extend(_filled_in(forms))
    return {name: "\n".join(texts) for name, texts in apart.items()}, deleted


def _empty_deleted(body: etree._Element) -> None:
    """Take out the words between the beginning and the end of a deletion, where these are left in the text itself."""
    from lxml import etree

    regions = [region for region in body.iter(_TEXT + "changed-region") if region.find(_TEXT + "deletion") is not None]
    gone = {str(value) for region in regions for name, value in region.attrib.items() if str(name).endswith("}id")}
    gone &= {end.get(_TEXT + "change-id", "") for end in body.iter(_TEXT + "change-end")}
    within = set[str]()
    for event, element in etree.iterwalk(body, events=("start", "end")) if gone else ():
        name = element.get(_TEXT + "change-id", "")
        if event == "start":
            within |= {name} & gone if element.tag == _TEXT + "change-start" else set()
            within -= {name} if element.tag == _TEXT + "change-end" else set()
            element.text = "" if within else element.text
        elif within:
            element.tail = ""


def _filled_in(forms: etree._Element) -> Iterator[str]:
    """Yield what somebody filled in in the fields of a form; what the field was made with where nobody did."""
    for field in forms.iter():
        said = {str(name).rpartition("}")[2]: str(value) for name, value in field.attrib.items()}
        yield clean_text(said.get("current-value") or said.get("value") or "")


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


def _find_hidden(body: etree._Element, looks: Mapping[str, _Look]) -> list[etree._Element]:
    """Return what is not shown: anything of a style that hides, if there is one, and what hides by itself."""
    may_hide = None if any(look.hidden or look.struck for look in looks.values()) else _HIDING
    return [element for element in body.iter(may_hide) if _is_hidden(element, looks)]


def _is_hidden(element: etree._Element, looks: Mapping[str, _Look]) -> bool:
    """Whether an element is not shown, by what it is or by its style; one within a hidden one goes with it."""
    if element.tag == _COVERED:
        return True
    if element.tag in _HIDING:
        return element.get(_TEXT + "display", "") == "none" or element.get(_TEXT + "is-hidden", "") == "true"
    look = _look(element, looks)
    return bool(look.hidden or look.struck)


def _look(element: etree._Element, looks: Mapping[str, _Look]) -> _Look:
    return looks.get(element.get(_TEXT + "style-name", ""), _PLAIN)


def _read_looks(*roots: etree._Element) -> dict[str, _Look]:
    """Return how each style looks, with what it takes over from the style that it is based on."""
    looks, above = dict[str, _Look](), dict[str, str]()
    for root in roots:
        for style in root.iter(_SPACES["style"] + "style"):
            name, look = style.get(_SPACES["style"] + "name", ""), style.find(_SPACES["style"] + "text-properties")
            above[name] = style.get(_SPACES["style"] + "parent-style-name", "")
            if look is not None:
                looks[name] = _read_look(look)
    usual = looks.get(_USUAL, _PLAIN)
    if usual.colour:  # as good as none
        looks = {
            name: replace(look, colour=_BLACK) if look.colour == usual.colour else look for name, look in looks.items()
        }
    return {name: _on_above(name, above, looks) for name in above}


def _read_look(look: etree._Element) -> _Look:
    weight = look.get(_FO + "font-weight")
    shown, line = look.get(_TEXT + "display"), look.get(_SPACES["style"] + "text-line-through-style")
    return _Look(
        weight == "bold" if weight else None,
        _is_slanted(look),
        tidy_colour(look.get(_FO + "color", "")),
        shown == "none" if shown else None,
        line != "none" if line else None,
    )


def _is_slanted(look: etree._Element) -> bool | None:
    """Whether a style is in italics or underlined, which sets apart as italics do; None where it says neither."""
    slant, line = look.get(_FO + "font-style"), look.get(_SPACES["style"] + "text-underline-style")
    return slant in _SLANTED or line not in (None, "none") if slant or line else None


def _on_above(name: str, above: Mapping[str, str], looks: Mapping[str, _Look]) -> _Look:
    """Return how a style looks on those that it is based on; the one of all text has no colour of its own."""
    look, seen = _PLAIN, set[str]()
    while name and name not in seen:
        look = look.on(looks.get(name, _PLAIN))
        seen.add(name)
        name = above.get(name, "")
    return look


_PLAIN = _Look()


def _pieces(body: etree._Element, styles: Mapping[str, _Look]) -> Iterator[Piece]:
    has_rows = next(body.iter(_TABLE + "table-row"), None) is not None
    for block in body.iter(*_PARAGRAPHS, _TABLE + "table-row"):
        if has_rows and next(block.iterancestors(_TABLE + "table-row"), None) is not None:
            continue
        if block.tag == _TABLE + "table-row":
            yield _row(block, styles)
        elif next((above for above in block.iterancestors(*_PARAGRAPHS)), None) is None:
            line = _paragraph(block, styles)
            is_boxed = next(block.iterancestors(_BOX), None) is not None
            yield from _part_boxes(replace(line, kind=BOX) if is_boxed else line)


def _part_boxes(paragraph: Piece) -> Iterator[Piece]:
    """Yield a paragraph, in lines where there are boxes within it."""
    if not any(mark.kind == BOX for mark in paragraph.marks):
        yield paragraph
        return
    for line in split_lines(paragraph):
        is_boxed = any(mark.kind == BOX for mark in line.marks)
        marks = tuple(mark for mark in line.marks if mark.kind != BOX)
        yield replace(line, kind=BOX if is_boxed else line.kind, marks=marks)


def _row(row: etree._Element, styles: Mapping[str, _Look]) -> Piece:
    cells = [cell for cell in row.iter(_TABLE + "table-cell") if next(cell.iterancestors(_TABLE + "table-row")) is row]
    whole = Piece("", kind="row")
    for number, cell in enumerate(cells):
        for count, paragraph in enumerate(p for p in cell.iter(*_PARAGRAPHS) if not _is_inside(p, cell)):
            line = _paragraph(paragraph, styles)
            line = replace(line, marks=tuple(mark for mark in line.marks if mark.kind != BOX))
            if len(cells) > 1 and "\t" in line.text:  # a tab between cells stands for nothing else
                line = replace(line, text=line.text.replace("\t", " "))
            whole = whole.glue("\n" if count else "\t" if number else "", line)
    return whole


def _is_inside(paragraph: etree._Element, cell: etree._Element) -> bool:
    above = next(paragraph.iterancestors(*_PARAGRAPHS), None)
    return above is not None and cell in above.iterancestors()


def _paragraph(paragraph: etree._Element, styles: Mapping[str, _Look]) -> Piece:
    parts, marks, place = list[str](), list[Mark](), 0
    for text, look in _texts(paragraph, styles, _look(paragraph, styles)):
        if look.bold:
            marks.append(Mark(place, place + len(text), "bold"))
        if look.italic:
            marks.append(Mark(place, place + len(text), "italic"))
        if look.colour not in ("", _BLACK):
            marks.append(Mark(place, place + len(text), "colour", look.colour))
        if look.boxed:
            marks.append(Mark(place, place + len(text), BOX))
        parts.append(text)
        place += len(text)
    kind = "heading" if paragraph.tag == _TEXT + "h" else "text"
    return Piece("".join(parts), kind=kind, marks=tuple(marks))


def _texts(element: etree._Element, styles: Mapping[str, _Look], look: _Look) -> Iterator[tuple[str, _Look]]:
    """Yield the text of a paragraph in order, each bit with how it looks; a box within is a line."""
    if element.text:
        yield _tidy(element.text), look
    for child in element:
        if child.tag == _TEXT + "s":
            count = child.get(_TEXT + "c", "1")
            yield " " * (int(count[:3]) if count.isascii() and count.isdecimal() else 1), look
        elif child.tag in (_TEXT + "tab", _TEXT + "line-break"):
            yield "\t" if child.tag == _TEXT + "tab" else "\n", look
        else:
            if child.tag in _PARAGRAPHS:
                yield "\n", look
            own = _look(child, styles).on(look) if child.tag == _TEXT + "span" else look
            yield from _texts(child, styles, replace(own, boxed=True) if child.tag == _BOX else own)
            if child.tag in _PARAGRAPHS:
                yield "\n", look
        if child.tail:
            yield _tidy(child.tail), look


def _tidy(text: str) -> str:
    """Return text as OpenDocument means it: a line end in the XML is a space."""
    return clean_text(text).replace("\n", " ")
