"""Web pages, .html: what a reader of the page sees; blocks and rows are lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, decode_text
from bp_qual.readers.paragraphs import Mark, Piece, Reading, check_lines, count_visible, join_pieces, split_lines

if TYPE_CHECKING:
    from lxml import etree

MAX_HTML = 20 * 1024 * 1024
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_UNSEEN = ("script", "style", "head", "template", "noscript", "title", "svg", "object", "iframe")
_LINES, _ROWS, _CELLS, _BOLD, _HEADINGS = (
    frozenset(names.split())
    for names in (
        "address article aside blockquote body center dd details div dl dt figure footer form h1 h2 h3 h4 h5 h6 header "
        "hr html li main nav ol p pre section summary table tbody thead tr ul",
        "table tbody thead tr",
        "td th",
        "b strong",
        "h1 h2 h3 h4 h5 h6",
    )
)


def read_webpage(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read an .html.

    >>> read_webpage(b"<p><b>Ann:</b> Ja &amp; nee<br>En zo.</p><script>x()</script>").text
    'Ann: Ja & nee\nEn zo.'
    """
    from lxml import etree, html

    if len(data) > MAX_HTML:
        raise TranscriptError(Problem(where, "is too large for a web page.", "Save its text as .docx."))
    named = _CHARSET.search(data[:4096])
    decoded = decode_text(data, where=where, encoding=encoding or _usable(data, named))
    try:
        root = html.document_fromstring(decoded.text, parser=html.HTMLParser(no_network=True, remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as err:
        raise TranscriptError(
            Problem(where, f"is no web page that can be read ({one_line(str(err))}).", "Save it as .docx.")
        ) from err
    for element in list(root.iter(*_UNSEEN)):
        element.drop_tree()  # type: ignore[attr-defined]
    visible = count_visible(clean_text("".join(map(str, root.itertext()))))
    pieces = list(_Lines().read(root))
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    return Reading(text, lines, {}, tuple(filter(None, [decoded.note])), {}, visible, "html")


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
        return codecs.lookup(named[1].decode()).name if named else ""
    except LookupError:
        return ""


class _Lines:
    """One walk over a page, that gathers text until a block ends; the cells of a row are parted by tabs."""

    def __init__(self) -> None:
        self.parts, self.marks, self.place, self.kind = list[str](), list[Mark](), 0, "text"

    def read(self, root: etree._Element) -> Iterator[Piece]:
        """Yield the lines of the page."""
        from lxml import etree

        bold = cells = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag, begins = element.tag if isinstance(element.tag, str) else "", event == "start"
            if tag in _LINES or tag == "br":
                if cells and tag not in _ROWS:
                    self.end_line()
                elif tag != "br" or begins:
                    yield from self.flush()
            cells += (tag in _CELLS) * (1 if begins else -1)
            bold += (tag in _BOLD) * (1 if begins else -1)
            if begins and tag in _CELLS and self.place:
                self.begin_cell()
            if begins and tag in _HEADINGS:
                self.kind = "heading"
            text = element.text if begins else element.tail if element is not root else None
            self.add(text, bold > 0)
        yield from self.flush()

    def add(self, text: str | None, bold: bool) -> None:
        """Add text to the line, white space as on the page."""
        shown = re.sub(r"[ \t\n\r\f]+", " ", clean_text(text or ""))
        if not self.place or self.parts[-1][-1:] in " \t\n":
            shown = shown.lstrip(" ")
        if not shown:
            return
        if bold and shown.strip():
            self.marks.append(Mark(self.place, self.place + len(shown), "bold"))
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

    def flush(self) -> Iterator[Piece]:
        """Yield the lines gathered so far, if there is anything to see in them."""
        text = "".join(self.parts).rstrip()
        if text:
            yield from split_lines(Piece(text, kind=self.kind, marks=tuple(self.marks)))
        self.parts, self.marks, self.place, self.kind = [], [], 0, "text"
