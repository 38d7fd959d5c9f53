"""Web pages, .html and .xhtml: what a reader of the page sees; blocks and rows are lines.

What the page hides (the attribute `hidden`, a style `display: none`, a closed template) is counted and kept apart.
Several pages pasted into one file are read one after another. The visible characters are counted in the source, by a
pass that knows nothing of the tree: what the tree lost is a remainder and reported.
"""

from __future__ import annotations

import html as entities
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, decode_text
from bp_qual.files.nesting import NESTED, is_too_deep
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.note_columns import set_notes_apart
from bp_qual.readers.page_colours import find_colours, selectors_of
from bp_qual.readers.paragraphs import (
    BOX,
    NOT_UNDERSTOOD,
    Mark,
    Piece,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_not_understood,
    note_struck,
)
from bp_qual.readers.question_heads import label_rows, split_at_bold_labels
from bp_qual.readers.swallowed import ATTRIBUTES, CodeFinder, find_lost, words_in_tags
from bp_qual.readers.tag_attributes import check_tags
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    from lxml import etree

MAX_HTML = 20 * 1024 * 1024
_CHARSET = lazy_pattern(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})|\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{3,20})",
    re.IGNORECASE,
)
_FRAME = lazy_pattern(rf"<\?(?:xml|php)[^>]*>|<!DOCTYPE[^>]*>|</?(?:html|body)(?=[\s>/]){ATTRIBUTES}>", re.IGNORECASE)
_CDATA = lazy_pattern(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_FIELD = lazy_pattern(rf"<(input|iframe)(?=[\s/])({ATTRIBUTES})>", re.IGNORECASE | re.ASCII)
_SWALLOW = (  # what they hold is no page, until they end
    *("title", "textarea", "iframe", "xmp", "noembed", "noframes", "noscript", "template", "plaintext"),
    *("svg", "object"),
)
_OPENS_TEXT = lazy_pattern(rf"<({'|'.join(_SWALLOW)})(?=[\s>/]){ATTRIBUTES}>", re.IGNORECASE | re.ASCII)
_ATTRIBUTE = lazy_pattern(
    r"(?<![\w-])(type|value|srcdoc|hidden)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?", re.IGNORECASE
)
_WRITTEN_IN = frozenset(("", "text", "search", "email", "tel", "url", "number", "date"))  # fields that show their value
_BLANKS = lazy_pattern(r"[ \t\n\r\f]+")
_COMMENT = lazy_pattern(r"<!--.*?-->", re.DOTALL)
_RULE = lazy_pattern(r"([^{}]{1,200})\{([^{}]{0,2000})\}")
_GONE = lazy_pattern(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]))", re.IGNORECASE
)
_THROUGH = lazy_pattern(r"(?:^|[;{\s])text-decoration(?:-line)?\s*:[^;}]*\bline-through\b", re.IGNORECASE)
_STRUCK = frozenset(("s", "strike", "del"))
_TAG = lazy_pattern(r"<(?:[a-zA-Z/?]|!(?!--))[^>]*>")
_SHOWN_BEFORE = "preceding::text()[normalize-space()]"
_MUCH = 5  # words that a page hides, from which on it is told
_OF_PAGE, _CONTROLS = ("nav", "footer", "button", "select"), ("button", "select")
_UNSHOWN = {"script": "", "style": "", "head": "page head", "title": "page head", "template": "hidden text"}
_UNSHOWN |= {"noscript": "hidden text", "svg": "drawings", "object": "drawings", "iframe": "drawings"}
_LINES, _ROWS, _CELLS, _BOLD, _ITALIC, _HEADINGS, _BOXES = (
    frozenset(names.split())
    for names in (
        "address article aside blockquote body caption center dd details dialog div dl dt figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody thead tr ul",
        "table tbody thead tr",
        "td th",
        "b strong",
        "i em cite u",
        "h1 h2 h3 h4 h5 h6 summary legend caption",
        "aside figcaption",
    )
)


def read_webpage(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read a web page (.html).

    Parameters
    ----------
    data, where, encoding
        As in `read_text`; the page may itself say what its encoding is.

    Returns
    -------
    Reading
        A line for each paragraph or line break; hidden text, scripts and styles are kept apart.

    Raises
    ------
    TranscriptError
        For a page that is too large.

    Examples
    --------
    >>> reading = read_webpage(b"<p><b>Ann:</b> Ja &amp; nee<br>En zo.</p><script>x()</script><p hidden>weg</p>")
    >>> reading.text, reading.remainders
    ('Ann: Ja & nee\nEn zo.', {'hidden text': 'weg'})
    """
    from lxml import etree, html

    if len(data) > MAX_HTML:
        raise TranscriptError(Problem(where, "page too large"))
    decoded = decode_text(data, where=where, encoding=encoding or _usable(data, _CHARSET.search(data[:4096])))
    check_tags(decoded.text, where)
    framed = _replace(_FRAME, "<div></div>", decoded.text, ">")
    source = _replace(_CDATA, lambda match: entities.escape(match[1]), framed, "]]>")
    source = _without_endless(_FIELD.sub(_show_field, source) if "=" in source else source)
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
        root = html.document_fromstring(f"<html><body>{source}</body></html>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as err:
        raise TranscriptError(Problem(where, "page unreadable")) from err
    through = _selectors(source, _THROUGH) if "line-through" in source.lower() else None
    apart = _take_apart(root, _selectors(source, _GONE), through)
    colours = find_colours(root, _rules(source)) if "color" in source.lower() else {}
    said, beside, told = set_notes_apart(_Lines(colours).read(root), where=where)
    pieces = [line for piece in _without_first(label_rows(said)) for line in split_at_bold_labels(piece)]
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    if not text and any(is_too_deep(ValueError(fault.message)) for fault in parser.error_log):
        raise TranscriptError(Problem(where, NESTED))
    rests = {name: rest for name, texts in apart.items() if (rest := "\n".join(texts)).strip()}
    rests |= beside
    got = count_visible(text) + sum(map(count_visible, rests.values()))
    visible, lost = _count_source(source, got), ""
    if visible > got:
        seen = Counter(clean_text("".join([text, *rests.values()])))
        visible, lost = find_lost(source, seen)
    swallowed = "\n".join(words_in_tags(decoded.text, shown="\n".join([text, *rests.values(), lost])))
    if lost := "\n".join(filter(None, [lost, swallowed])):
        rests[NOT_UNDERSTOOD] = lost
        visible += count_visible(swallowed)
    notes = (*decoded.notes, *told, *note_not_understood(lost, "outside the page, too deep in it, or within a tag"))
    hidden = rests.get("hidden text", "")
    if len(hidden.split()) >= _MUCH:
        values = {"n": count_visible(hidden), "begin": one_line(hidden)[:40]}
        notes = (*notes, Remark("hidden by the page", values=values))
    notes = (*notes, *note_struck(rests.get("struck text", "")))
    return Reading(text, lines, rests, notes, {}, visible, "html")


def _without_endless(source: str) -> str:
    """Return a page without the tags that begin a title, a field or a drawing and never end it: all behind is talk."""
    whole = source.lower()
    ends = {name: whole.rfind(f"</{name}") for name in _SWALLOW}
    return _replace(_OPENS_TEXT, lambda tag: "" if tag.start() > ends[tag[1].lower()] else tag[0], source, ">")


def _show_field(field: re.Match[str]) -> str:
    """Return a field of a form with its text behind it, and a page within the page as part of it."""
    said = {
        m[1].lower(): next((part for part in m.groups()[1:] if part is not None), "")
        for m in _ATTRIBUTE.finditer(field[2])
    }
    if field[1].lower() == "iframe":
        return f"<div>{entities.unescape(said['srcdoc'])}</div>{field[0]}" if "srcdoc" in said else field[0]
    is_shown = "hidden" not in said and said.get("type", "").lower() in _WRITTEN_IN
    return f"{field[0]}{said['value']}" if is_shown and said.get("value") else field[0]


def _usable(data: bytes, named: re.Match[bytes] | None) -> str:
    """Return the encoding a page names, if it is not UTF-8 anyway and Python knows it."""
    import codecs

    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    else:
        return ""
    try:
        name = codecs.lookup((named[1] or named[2]).decode()).name if named else ""
        "".encode(name or "utf-8")  # there are names without an encoding
    except (LookupError, UnicodeError, ValueError):
        return ""
    return "" if name == "utf-8" else name


def _count_source(source: str, got: int) -> int:
    """Return the visible characters of a page by cutting its tags out of the source."""
    bare = _without_code(_replace(_COMMENT, "", source, "-->"))
    bare = entities.unescape(_replace(_TAG, "", bare, ">"))
    count = count_visible(clean_text(bare))
    return count if count >= got else got


def _without_first(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield lines without the tabs of empty cells at their beginning, but where the row above names its speaker."""
    is_named = False
    for piece in pieces:
        bare = piece.text.lstrip("\t")
        cut = len(piece.text) - len(bare)
        is_gap = is_named and cut == 1 and "\t" not in bare
        is_named = is_gap or (piece.kind == "row" and not cut and "\t" in bare)
        if not cut or is_gap:
            yield piece
            continue
        marks = tuple(replace(mark, start=max(0, mark.start - cut), end=mark.end - cut) for mark in piece.marks)
        yield replace(piece, text=bare, marks=marks)


def _without_code(source: str) -> str:
    if "<s" not in source.lower():
        return source
    parts, place = list[str](), 0
    for code in CodeFinder(source).find_all():
        parts.append(source[place : code.start])
        place = code.end
    return "".join([*parts, source[place:]])


def _replace(pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str], source: str, last: str) -> str:
    """Return a page with what a pattern finds replaced; behind the last of the signs that end it nothing is sought."""
    end = source.rfind(last) + len(last) if last in source else 0
    return pattern.sub(by, source[:end]) + source[end:]


def _selectors(source: str, wanted: re.Pattern[str]) -> frozenset[str]:
    """Return the plain selectors (`p`, `.note`, `#x`) that a style sheet in the page hides, or strikes."""
    names = [name.strip() for heads, look in _rules(source) if wanted.search(look) for name in heads.split(",")]
    return frozenset(name.lower() if name[:1] not in ".#" else name for name in names)


def _rules(source: str) -> list[tuple[str, str]]:
    """Return the selectors in the style sheets of a page, and what each rule says of them."""
    sheets = [source[code.begins : code.ends] for code in CodeFinder(source).find_all() if code.name == "style"]
    return [rule for sheet in sheets for rule in _RULE.findall(_replace(_COMMENT, "", sheet, "-->"))]


def _is_hidden(element: etree._Element, selectors: frozenset[str]) -> bool:
    if element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
        return True
    if _GONE.search(element.get("style", "")):
        return True
    return _is_selected(element, selectors)


def _is_selected(element: etree._Element, selectors: frozenset[str]) -> bool:
    if not selectors or not isinstance(element.tag, str):
        return False
    return not selectors.isdisjoint(selectors_of(element))


def _take_apart(root: etree._Element, hiding: frozenset[str], through: frozenset[str] | None) -> dict[str, list[str]]:
    """Take what the page does not show, or strikes, out of the tree; return it by name.

    `through` has the selectors that strike; none at all where no style of the page does.
    """
    apart: dict[str, list[str]] = {}
    gone = [element for element in root.iter() if element.tag in _UNSHOWN or _is_hidden(element, hiding)]
    struck = set(root.iter(*_STRUCK))
    if through is not None:
        lined = (element for element in root.iter() if _THROUGH.search(element.get("style", "")))
        struck |= {*lined, *(element for element in root.iter() if _is_selected(element, through))}
    struck.difference_update(gone)
    within, titled = {*gone, *struck}, False
    for element in (element for element in list(root.iter()) if element in within):
        if within.isdisjoint(element.iterancestors()):
            name = _UNSHOWN.get(str(element.tag), "struck text" if element in struck else "hidden text")
            if element.tag == "title":
                name = "hidden text" if titled or element.xpath(_SHOWN_BEFORE) else name  # no program shows it
                titled = True
            if name:
                apart.setdefault(name, []).append(clean_text("".join(_shown_texts(element))))
            element.drop_tree()  # type: ignore[attr-defined]
    for element in [element for element in root.iter(*_OF_PAGE) if _is_of_page(element)]:
        apart.setdefault("headers and footers", []).append(clean_text("".join(_shown_texts(element))))
        element.drop_tree()  # type: ignore[attr-defined]
    return apart


def _is_of_page(element: etree._Element) -> bool:
    """Whether a list of links or a footer is one of the whole page rather than of a quotation or an article in it.

    What one clicks on is of the page wherever it stands.
    """
    return element.tag in _CONTROLS or not any(
        above.tag in ("article", "blockquote", "section", "nav", "footer") for above in element.iterancestors()
    )


def _shown_texts(element: etree._Element) -> Iterator[str]:
    for inner in element.iter():
        if inner.tag not in ("script", "style"):
            yield inner.text or ""
        if inner is not element:
            yield inner.tail or ""


class _Lines:
    """One walk over a page, that gathers text until a block ends; the cells of a row are parted by tabs."""

    def __init__(self, colours: Mapping[etree._Element, str]) -> None:
        self.parts, self.marks, self.place, self.kind = list[str](), list[Mark](), 0, "text"
        self.cells, self.colours, self.colour = 0, colours, [""]

    def read(self, root: etree._Element) -> Iterator[Piece]:
        """Yield the lines of the page."""
        from lxml import etree

        bold = italic = cells = boxes = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag, begins = element.tag if isinstance(element.tag, str) else "", event == "start"
            step = 1 if begins else -1
            if tag in _LINES or tag == "br":
                if cells and tag not in _ROWS:
                    self.end_line()
                elif (tag != "br" or begins) and (line := self.take_line()):
                    yield line
            if tag in _CELLS:
                cells += step
                if begins:
                    self.kind = "row"
                    if self.place or self.cells:
                        self.begin_cell()
                    self.cells += 1
            elif tag in _BOLD:
                bold += step
            elif tag in _ITALIC:
                italic += step
            elif begins and tag in _HEADINGS:
                self.kind = "heading"
            boxes += step if tag in _BOXES else 0
            self.kind = BOX if boxes and self.kind == "text" else self.kind
            if self.colours and element in self.colours:
                self.colour.append(self.colours[element]) if begins else self.colour.pop()
            text = element.text if begins else element.tail if element is not root else None
            if text:
                self.add(text, bold=bold > 0, italic=italic > 0)
        if line := self.take_line():
            yield line

    def add(self, text: str, *, bold: bool, italic: bool) -> None:
        """Add text to the line, white space as on the page."""
        is_plain = text.isprintable() and "  " not in text  # by far the usual case
        shown = text if is_plain else _BLANKS.sub(" ", clean_text(text))
        if not self.place or self.parts[-1][-1:] in " \t\n":
            shown = shown.lstrip(" ")
        if not shown:
            return
        for kind in ("bold",) * bold + ("italic",) * italic if shown.strip() else ():
            self.marks.append(Mark(self.place, self.place + len(shown), kind))
        if self.colour[-1] and shown.strip():
            self.marks.append(Mark(self.place, self.place + len(shown), "colour", self.colour[-1]))
        self.parts.append(shown)
        self.place += len(shown)

    def begin_cell(self) -> None:
        """Begin the next cell of a row."""
        text = "".join(self.parts).rstrip("\n") + "\t"
        self.parts, self.place = [text], len(text)

    def end_line(self) -> None:
        """End a line within a cell."""
        if self.place and self.parts[-1][-1:] not in "\t\n":
            self.parts.append("\n")
            self.place += 1

    def take_line(self) -> Piece | None:
        """Return the line gathered so far, if there is anything to see in it, and begin the next."""
        text = "".join(self.parts).rstrip()
        line = Piece(text, kind=self.kind, marks=tuple(self.marks)) if text else None
        self.parts, self.marks, self.place, self.kind, self.cells = [], [], 0, "text", 0
        return line
