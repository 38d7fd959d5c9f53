"""Word's .docx: every visible character of the document, in reading order.

An own walk over the package, because the usual ones lose words: insertions under review, moved text, content controls,
fields, text boxes and tables are all read; deletions and the place that text was moved from are not. Notes, comments,
headers and hidden text are counted and kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from bp_qual.files import Package, clean_text, open_package
from bp_qual.lazy_patterns import lazy_pattern
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
from bp_qual.readers.word_parts import (
    OFF,
    find_main_part,
    find_styles,
    read_other_parts,
    read_properties,
    read_symbol,
    write_chosen,
)
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    from lxml import etree

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = lazy_pattern(r"(?:heading|kop|title|titel|überschrift|berschrift|titre)", re.IGNORECASE)
_ODD = lazy_pattern("[\n\r\x7f\ufeff]")
_SIZES_UNSEEN = ("1", "2", "3", "4")  # half points
_TINY = lazy_pattern(rb"<\w+:sz \w+:val=[\"'][1-4][\"']")  # few documents have any
_OPENING = lazy_pattern(rb"<(?:\w+:)?p[ />]")
_MATHS = "officeDocument/2006/math"
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_LAYOUT = ("urn:schemas-microsoft-com", "wordprocessingDrawing", "wordprocessingml/2010", "drawing/2010")
_CODES = frozenset(("instrText", "delInstrText", "fldData", "binData", "posOffset", "align"))


def read_word(data: bytes, *, where: str = "") -> Reading:
    """Read a .docx.

    >>> read_word(b"not a document", where="a.docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.docx  is damaged: it is not a whole zip file. Open it in ...
    """
    package = open_package(data, where=where)
    name = find_main_part(package)
    content = package.read(name)
    check_lines(sum(map(content.count, (b"<w:p>", b"<w:p ", b"<w:p/>"))) or len(_OPENING.findall(content)), where)
    root = parse_xml(content, where=where)
    if b"ddList" in content:
        write_chosen(root)
    whole = _all_text(root)
    is_styled = b"pStyle" in content or b"rStyle" in content
    walk = _Walk(root, find_styles(package) if is_styled else {}, tiny=_TINY.search(content) is not None)
    walk.prune()
    seen = "".join(map(str, root.itertext(walk.text, with_tail=False)))
    walk.is_odd = _ODD.search(whole) is not None
    visible = count_visible(clean_text(whole) if walk.is_odd else whole) - walk.gone
    is_all = not walk.gone and whole == seen
    apart = {} if is_all or visible == count_visible(clean_text(seen)) else walk.find_other_text()
    visible -= count_visible(apart.pop("codes", ""))
    said, beside, told = set_notes_apart(walk.pieces(), where=where)
    pieces = [line for piece in label_rows(said) for line in split_at_bold_labels(piece) if line.text.strip()]
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    others = read_other_parts(package, name, _read_part)
    if drawn := "\n".join(_word_art(root)):
        others["drawings"] = "\n".join(filter(None, [others.get("drawings", ""), drawn]))
    visible += walk.added + sum(map(count_visible, others.values()))
    remainders = {"hidden text": "\n".join(walk.hidden), "struck text": "\n".join(walk.struck), **beside}
    remainders["symbols"] = "\n".join(walk.symbols)
    remainders["empty form fields"] = "\n\n".join(walk.placeholders)
    visible += sum(map(count_visible, walk.placeholders))
    visible += count_visible(remainders["symbols"]) + sum(map(count_visible, walk.unchosen))
    for kind, rest in (*apart.items(), *others.items(), (NOT_UNDERSTOOD, "\n".join(walk.unchosen))):
        remainders[kind] = "\n".join(filter(None, [remainders.get(kind, ""), rest]))
    return Reading(
        text,
        lines,
        {kind: rest for kind, rest in remainders.items() if rest},
        (
            *_notes(walk),
            *told,
            *note_not_understood(remainders.get(NOT_UNDERSTOOD, ""), "outside the paragraphs of the document"),
        ),
        read_properties(package),
        visible,
        "docx",
    )


class _Walk:
    """One walk over the tree of a document; the tree is this walk's own, so it may be pruned."""

    def __init__(
        self, root: etree._Element, styles: Mapping[str, Mapping[str, str]] | None = None, *, tiny: bool = False
    ) -> None:
        from lxml import etree

        space = f"{{{etree.QName(root).namespace}}}"
        self.root, self.space = root, space
        self.paragraph, self.run, self.text, self.tab = (space + name for name in ("p", "r", "t", "tab"))
        self.table, self.row, self.cell = (space + name for name in ("tbl", "tr", "tc"))
        self.box, self.unsaid = space + "txbxContent", (space + "del", space + "moveFrom")
        self.style, self.numbered, self.value = space + "pStyle", space + "numPr", space + "val"
        self.signs = {self.tab: "\t", space + "ptab": "\t", space + "br": "\n", space + "cr": "\n"}
        self.signs |= {space + "noBreakHyphen": "-", space + "softHyphen": "\u00ad", space + "sym": ""}
        self.looks = self._looks(styles or {}, tiny=tiny)
        self.deletion, self.inserted = space + "delText", (space + "altChunk", space + "subDoc")
        self.hidden, self.symbols, self.added, self.is_odd = list[str](), list[str](), 0, True
        self.struck = list[str]()
        self.boxed = set[etree._Element]()
        self.placeholders = list[str]()
        self.unchosen = list[str]()  # what only programs that know no newer parts show
        self.deleted = self.gone = 0  # deletions, and the visible characters that went with them

    def prune(self) -> None:
        """Take out what is deleted or said twice, join what a deleted end parted, move boxes out of their line."""
        joined: list[etree._Element] = []
        self._prune_cells()
        self._take_placeholders()
        for gone in list(self.root.iter(*self.unsaid)):
            look = gone.getparent()
            above = look.getparent() if look is not None and look.tag == self.space + "rPr" else None
            if above is not None and above.tag == self.paragraph + "Pr":  # the end of the paragraph is deleted
                joined.append(next(above.iterancestors(self.paragraph)))
            self.deleted += any(text.text for text in gone.iter(self.text, self.deletion))
            self._take_out(gone)
        self._join(joined)
        for either in list(self.root.iter(_COMPATIBILITY + "AlternateContent")):
            fallbacks = either.findall(_COMPATIBILITY + "Fallback")
            choices = either.findall(_COMPATIBILITY + "Choice")
            if any(choice.find(f".//{self.text}") is not None for choice in choices):
                shown = {word for choice in choices for word in self._words(choice)}
                for fallback in fallbacks:
                    if not shown >= set(self._words(fallback)):  # it says more than the same once again
                        self.unchosen.append(clean_text(" ".join(self._words(fallback))))
                    self._take_out(fallback)
        for box in reversed(list(self.root.iter(self.box))):
            host = next(box.iterancestors(self.paragraph), None)
            if host is not None:
                self.boxed |= set(box)
                for line in reversed(list(box)):
                    host.addnext(line)

    def _take_placeholders(self) -> None:
        """Take out what a content control shows until somebody fills it in."""
        for shown in list(self.root.iter(self.space + "showingPlcHdr")):
            control = next(shown.iterancestors(self.space + "sdt"), None)
            content = control.find(self.space + "sdtContent") if control is not None else None
            if content is not None and shown.get(self.value, "1") not in OFF:
                self.placeholders.append(clean_text("".join(map(str, content.itertext(self.text)))))
                self._take_out(content)

    def _prune_cells(self) -> None:
        """Take out rows and cells of tables that are deleted, whether or not their words are marked as well."""
        look, unsaid = self.row + "Pr", self.unsaid[0]
        rows = [
            mark for mark in self.root.iter(unsaid) if (above := mark.getparent()) is not None and above.tag == look
        ]
        for mark in (*rows, *self.root.iter(self.space + "cellDel")):
            place = next(mark.iterancestors(self.row, self.cell), None)
            if place is not None:
                self.deleted += any(text.text for text in place.iter(self.text, self.deletion))
                self._take_out(place)

    def _words(self, element: etree._Element) -> list[str]:
        return " ".join([*map(str, element.itertext(self.text)), *_word_art(element)]).split()

    def _take_out(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is not None and any(above is self.root for above in element.iterancestors()):
            self.gone += count_visible(clean_text(_all_text(element)))
            parent.remove(element)

    def _join(self, joined: Iterable[etree._Element]) -> None:
        """Put what follows into each paragraph whose end is deleted; an emptied paragraph goes."""
        following = {paragraph: self._next_paragraph(paragraph) for paragraph in joined}
        hosts: dict[etree._Element, etree._Element] = {}  # where the words of a paragraph went
        for paragraph, after in following.items():
            host = hosts.get(paragraph, None if self._is_empty(paragraph) else paragraph)
            if after is None:
                continue
            if host is None:
                _remove(paragraph)
                continue
            hosts[after] = host
            if following.get(after) is None or not self._is_empty(after):
                host.extend([child for child in after if child.tag != self.paragraph + "Pr"])
            _remove(after)

    def _next_paragraph(self, paragraph: etree._Element) -> etree._Element | None:
        after = paragraph.getnext()
        while after is not None and after.tag in (self.space + "bookmarkStart", self.space + "bookmarkEnd"):
            after = after.getnext()
        return after if after is not None and after.tag == self.paragraph else None

    def _is_empty(self, paragraph: etree._Element) -> bool:
        return not "".join(map(str, paragraph.itertext(self.text))).strip()

    def find_other_text(self) -> dict[str, str]:
        """Return by name what the document holds outside its texts: formulas, codes of fields, the rest."""
        apart: dict[str, list[str]] = {}
        for element in self.root.iter():
            if element.tag == self.text or not isinstance(element.tag, str) or not (element.text or "").strip():
                continue
            space, _, name = element.tag.rpartition("}")
            is_code = name in _CODES or any(part in space for part in _LAYOUT)
            kind = "codes" if is_code else "formulas" if _MATHS in space else NOT_UNDERSTOOD
            apart.setdefault(kind, []).append(clean_text(element.text or ""))
        return {kind: "\n".join(texts) for kind, texts in apart.items()}

    def aside(self) -> list[str]:
        """Return what was taken out of the text, but was not deleted."""
        return [*self.placeholders, *self.unchosen]

    def pieces(self) -> Iterator[Piece]:
        """Yield the lines of the document, table rows as one line each."""
        tables = self.root.find(f".//{self.table}") is not None
        for paragraph in self.root.iter(self.paragraph, self.row) if tables else self.root.iter(self.paragraph):
            if tables and next(paragraph.iterancestors(self.row), None) is not None:
                continue
            if paragraph.tag == self.row:
                yield self._row(paragraph)
            else:
                yield self._line(paragraph)

    def _row(self, row: etree._Element) -> Piece:
        cells = [cell for cell in row.iter(self.cell) if next(cell.iterancestors(self.row)) is row]
        whole = Piece("", kind="row")
        for number, cell in enumerate(cells):
            for count, paragraph in enumerate(cell.iter(self.paragraph)):
                glue, line = "\n" if count else "\t" if number else "", self._line(paragraph)
                if len(cells) > 1 and "\t" in line.text:  # a tab between cells stands for nothing else
                    line = replace(line, text=line.text.replace("\t", " "))
                whole = whole.glue(glue, line)
        return whole

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
                part = self.signs[tag] or read_symbol(element, self.symbols)
            look = looks.get(element)
            if look and ("vanish" in look or "strike" in look):
                (self.hidden if "vanish" in look else self.struck).append(part)
                continue
            if tag != text:
                self.added += bool(part) and not part.isspace()
            end = place + len(part)
            if look and part:
                marks += _marks(look, place, end)
            parts.append(part)
            place = end
        return Piece("".join(parts), kind=self._kind(paragraph), marks=tuple(_merge(marks)) if marks else ())

    def _kind(self, paragraph: etree._Element) -> str:
        if paragraph in self.boxed:
            return BOX
        look = paragraph[0] if len(paragraph) and paragraph[0].tag == self.paragraph + "Pr" else None
        if look is None:
            return "text"
        style = look.find(self.style)
        if style is not None and _HEADING.match(style.get(self.value, "")):
            return "heading"
        return "item" if look.find(self.numbered) is not None else "text"

    def _looks(self, styled: Mapping[str, Mapping[str, str]], *, tiny: bool) -> dict[etree._Element, dict[str, str]]:
        """Return how each text looks that is bold, slanted, underlined, coloured, hidden or struck; all in one pass."""
        looks: dict[etree._Element, dict[str, str]] = {}
        names = {self.space + name: name for name in ("vanish", "strike", "b", "i", "u", "color")}
        names[self.space + "dstrike"] = "strike"
        styles = (self.space + "rStyle", self.style) if any(styled.values()) else ()
        for style in self.root.iter(*styles) if styles else ():
            key = style.get(self.value, "")
            for look, value in [(look, ids[key]) for look, ids in styled.items() if key in ids]:
                for host in self._styled_runs(style, look):
                    for element in host:
                        looks.setdefault(element, {})[look] = value.upper()
        for size in self.root.iter(self.space + "sz") if tiny else ():
            run = next(size.iterancestors(self.run), None)
            if run is not None and size.get(self.value, "") in _SIZES_UNSEEN:
                for element in run:
                    looks.setdefault(element, {})["vanish"] = "1"
        for switch in self.root.iter(*names):
            run, value = next(switch.iterancestors(self.run), None), switch.get(self.value, "1")
            if run is not None and value not in OFF:
                for element in run:
                    looks.setdefault(element, {})[names[switch.tag]] = value.upper()
        return looks

    def _styled_runs(self, style: etree._Element, switch: str) -> Iterator[etree._Element]:
        """Yield the runs that a style is put on, but for those that say themselves that they are not so."""
        host = next(style.iterancestors(self.run, self.paragraph), None)
        if host is None:
            return
        for run in (host,) if host.tag == self.run else host.iter(self.run):
            own = run.find(f"{self.run}Pr/{self.space}{switch}")
            if own is None or own.get(self.value, "1") not in OFF:
                yield run


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _marks(look: dict[str, str], start: int, end: int) -> Iterator[Mark]:
    if "b" in look:
        yield Mark(start, end, "bold")
    if "i" in look or "u" in look:  # a line below sets apart as italics do
        yield Mark(start, end, "italic")
    if "color" in look:
        yield Mark(start, end, "colour", tidy_colour(look["color"]))


def _tidy(text: str) -> str:
    """Return what Word shows of a text: a line end in the XML is a blank."""
    return clean_text(text).replace("\n", " ")


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


def _all_text(element: etree._Element) -> str:
    """Return every text of a tree, whatever it is in."""
    from lxml import etree

    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def _word_art(element: etree._Element) -> Iterator[str]:
    """Yield the words of WordArt of older programs, which are an attribute of a drawing."""
    for path in element.iter(_WORD_ART):
        if said := clean_text(path.get("string", "")).strip():
            yield said


def _read_part(package: Package, name: str) -> str:
    """Return the lines of one part of the package: of notes, comments, a header; and what is in no line of it."""
    walk = _Walk(parse_xml(package.read(name), where=package.where))
    walk.prune()
    rest = walk.find_other_text()
    rest.pop("codes", "")
    lines = [line.text for piece in walk.pieces() for line in split_lines(piece)]
    return "\n".join(line for line in (*lines, *rest.values(), *walk.aside(), *_word_art(walk.root)) if line.strip())


def _notes(walk: _Walk) -> Iterator[Remark]:
    yield from note_deletions(walk.deleted)
    yield from note_struck("\n".join(walk.struck))
    if next(walk.root.iter(*walk.inserted), None) is not None:
        yield Remark("document inserted")
