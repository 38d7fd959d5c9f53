r"""Plain text and Markdown.

Plain text stays as it was written. In Markdown HTML entities (`&#39;`), backslash escapes (`\[`) and the marks of bold
and of headings are resolved, so that the text is what a reader of the page would see.
"""

from __future__ import annotations

import html
import re

from bp_qual.files import clean_text, decode_text
from bp_qual.readers.reading import Mark, Paragraph, Piece, Reading, check_lines, count_visible, join_pieces

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_PROPERTY = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_SYNTAX = re.compile(r"\\([!-/:-@\[-`{-~])|(\*\*)|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_BOLD = "\x01"  # control characters never survive decoding, so one can stand for a mark


def read_text(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read plain text; every line that is not blank is a paragraph.

    >>> read_text(b"I: Hoe gaat het?\n\nR: Goed.").paragraphs[1]
    Paragraph(start=18, end=26, label='', kind='text', at=None, until=None, marks=())
    """
    decoded = decode_text(data, where=where, encoding=encoding)
    text, notes = decoded.text, tuple(filter(None, [decoded.note]))
    check_lines(text.count("\n"), where)
    lines = tuple(Paragraph(*match.span()) for match in _LINE.finditer(text))
    return Reading(text, lines, notes=notes, visible=count_visible(text), format="text")


def read_markdown(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read Markdown; front matter is kept apart, and what is bold is marked.

    >>> read_markdown(rb"**Ann:** It&#39;s \[laughs\] fine.").text
    "Ann: It's [laughs] fine."
    """
    decoded = decode_text(data, where=where, encoding=encoding)
    raw, front = decoded.text, _FRONT.match(decoded.text)
    header = front[0] if front else ""
    markup = list[str]()
    body = _SYNTAX.sub(lambda match: _resolve(match, markup), raw[len(header) :])
    check_lines(body.count("\n"), where)
    text, lines = join_pieces([_piece(line, markup) for line in body.split("\n")])
    remainders = {"front matter": header, "markup": "".join(markup)}
    return Reading(
        text,
        tuple(line for line in lines if text[line.start : line.end].strip()),
        {name: rest for name, rest in remainders.items() if rest},
        tuple(filter(None, [decoded.note])),
        dict(_PROPERTY.findall(header)),
        count_visible(raw),
        "markdown",
    )


def _resolve(match: re.Match[str], markup: list[str]) -> str:
    """Return what the reader of the page sees, and put aside what only the writer saw."""
    if match[1]:
        markup.append("\\")
        return match[1]
    if match[2]:
        return _BOLD
    seen = clean_text(html.unescape(match[0]))
    markup.append(match[0][count_visible(seen) :])
    return seen


def _piece(line: str, markup: list[str]) -> Piece:
    heading = _HEADING.match(line)
    if heading:
        markup.append(heading[0])
        line = line[heading.end() :]
    kind, parts = "heading" if heading else "text", line.split(_BOLD)
    if len(parts) % 2 == 0:  # an odd number of marks: not all of them are marks
        return Piece(line.replace(_BOLD, "**"), kind=kind)
    marks, place = list[Mark](), 0
    for number, part in enumerate(parts):
        if number % 2 and part:
            marks.append(Mark(place, place + len(part), "bold"))
        place += len(part)
    markup.append("**" * (len(parts) - 1))
    return Piece("".join(parts), kind=kind, marks=tuple(marks))
