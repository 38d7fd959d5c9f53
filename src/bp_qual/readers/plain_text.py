r"""Plain text and Markdown.

Plain text stays as it was written. In Markdown HTML entities (`&#39;`), backslash escapes (`\[`) and the marks of bold
and of headings are resolved, so that the text is what a reader of the page would see.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from bp_qual.files import clean_text, decode_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.form_feeds import take_off_pages
from bp_qual.readers.line_numbers import find_line_numbers
from bp_qual.readers.note_columns import set_notes_apart
from bp_qual.readers.paragraphs import (
    Mark,
    Paragraph,
    Piece,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_struck,
    split_lines,
)
from bp_qual.readers.question_heads import split_row
from bp_qual.readers.subtitles import has_voiced_lines, read_voiced_lines
from bp_qual.wording.remarks import Remark

_LINE = lazy_pattern(r"[^\n]*\S[^\n]*")
_NUMBER = lazy_pattern(r"^[ \t]*(\d{1,6})(?=[ \t])(?:[ \t]{1,4})", re.MULTILINE)
_BEHIND = lazy_pattern(r"(?<=\S)[ \t]+\[(\d{1,6})\][ \t]*$", re.MULTILINE)
_FRONT = lazy_pattern(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_PROPERTY = lazy_pattern(r"([A-Za-z][\w -]+):[ \t]*([^\n]*)\Z")
_BELOW = lazy_pattern(r"(?:[ \t]+|- )\S|[ \t]*\Z")  # an item or a line of a property that has nothing behind its colon
_OPEN = ("", "|", ">", "|-", ">-", "|+", ">+")
_SYNTAX = lazy_pattern(r"\\([!-/:-@\[-`{-~])|(\*\*)|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_COMMENT = lazy_pattern("<!--(?:(?!<!--).)*?-->", re.DOTALL)
_STRUCK = lazy_pattern(r"(?<![~\\])~~(?=[^\s~])(?:[^~\n]|~(?!~)){1,2000}?(?<=[^\s~])~~(?!~)")
_UNDERLINED = lazy_pattern(r"^([ \t>*-]*)__(?=[^\s_])([^\n_]{1,60}?)(?<=\S)__(?![\w_])", re.MULTILINE)
_SLANTED = lazy_pattern(r"(?<![\w_\\])_(?=[^\s_])([^\n_]{1,200}?)(?<=[^\s_\\])_(?![\w_])")  # *lacht* is a remark
_ROW, _RULE = lazy_pattern(r"[ \t]*\|(.*)\|[ \t]*\Z"), lazy_pattern(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*\Z")
_HEADING = lazy_pattern(r"#{1,6}[ \t]+(?=\S)")
_BOLD = "\x01"  # control characters never survive decoding, so one can stand for a mark
_ITALIC = "\x02"
_SIGNS = {_BOLD: ("bold", "**"), _ITALIC: ("italic", "_")}
_ANY_SIGN = lazy_pattern("([\x01\x02])")


def read_text(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read plain text; every line that is not blank is a paragraph.

    Numbers that a program put before each line (1, 2, 3 ...) are taken off and counted, and so are those of pages
    beside a form feed, and a header or footer that comes back beside form feeds.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        What messages call it.
    encoding : str
        The encoding of a file that is not UTF-8; guessed if empty.

    Returns
    -------
    Reading
        A line for each line that is not blank.

    Examples
    --------
    >>> read_text(b"I: Hoe gaat het?\n\nR: Goed.").paragraphs[1]
    Paragraph(start=18, end=26, label='', kind='text', at=None, until=None, marks=())
    """
    data, edges = take_off_pages(data) if b"\x0c" in data else (data, b"")
    decoded = decode_text(data, where=where, encoding=encoding)
    pages = decode_text(edges, where=where, encoding=encoding).text
    check_lines(decoded.text.count("\n"), where)
    if has_voiced_lines(decoded.text) and not pages:
        return read_voiced_lines(decoded.text, decoded.notes, where)
    text, numbers = _take_off_numbers(decoded.text)
    notes = (*decoded.notes, *([Remark("line numbers")] if numbers else []))
    lines = tuple(Paragraph(*match.span()) for match in _LINE.finditer(text))
    remainders = {name: rest for name, rest in (("line numbers", numbers), ("headers and footers", pages)) if rest}
    visible = count_visible(decoded.text) + count_visible(pages)
    return Reading(text, lines, remainders, notes, visible=visible, format="text")


def _take_off_numbers(text: str) -> tuple[str, str]:
    """Return the text without the numbers that a program put before or, in brackets, behind its lines, and these."""
    patterns = (_NUMBER, _BEHIND) if "]\n" in text else (_NUMBER,)  # few files have the second
    for pattern in patterns:
        found = {text.rfind("\n", 0, match.start(1)) + 1: match for match in pattern.finditer(text)}
        starts = [match.start() for match in _LINE.finditer(text)] if found else []
        counted = find_line_numbers([int(found[start][1]) if start in found else None for start in starts])
        if counted:
            taken = [found[starts[place]] for place in sorted(counted)]
            ends = [0, *(match.end() for match in taken)]
            parts = [text[end : match.start()] for end, match in zip(ends, taken, strict=False)]
            return "".join([*parts, text[ends[-1] :]]), " ".join(match[0].strip() for match in taken)
    return text, ""


def read_markdown(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read Markdown.

    Parameters
    ----------
    data, where, encoding
        As in `read_text`.

    Returns
    -------
    Reading
        A line for each line of text, bold ones marked; front matter, HTML comments, which no page shows, and the signs
        of the markup are kept apart.

    Examples
    --------
    >>> read_markdown(rb"**Ann:** It&#39;s \[laughs\] fine.").text
    "Ann: It's [laughs] fine."
    >>> read_markdown(b"Ann: Fine. <!-- check this -->").remainders
    {'hidden text': '<!-- check this -->'}
    """
    decoded = decode_text(data, where=where, encoding=encoding)
    raw = decoded.text
    header, properties = _read_front_matter(raw)
    markup = list[str]()
    body, hidden = raw[len(header) :], _COMMENT.findall(raw, len(header))
    struck = _STRUCK.findall(body) if "~~" in body else []
    body = _STRUCK.sub("", body) if struck else body
    body = _UNDERLINED.sub(r"\1**\2**", body) if "__" in body else body
    body = _SLANTED.sub(rf"{_ITALIC}\1{_ITALIC}", body) if "_" in body else body
    body = _resolve_all(_COMMENT.sub("", body) if hidden else body, markup)
    check_lines(body.count("\n"), where)
    said, beside, told = set_notes_apart(_read_rows(body.split("\n"), markup), where=where)
    text, lines = join_pieces(
        [line for piece in said for line in (split_row if piece.kind == "row" else split_lines)(piece)]
    )
    remainders = {"front matter": header, "markup": "".join(markup), "hidden text": "\n".join(hidden)}
    remainders |= {"struck text": "\n".join(struck), **beside}
    return Reading(
        text,
        tuple(line for line in lines if text[line.start : line.end].strip()),
        {name: rest for name, rest in remainders.items() if rest},
        (*decoded.notes, *told, *note_struck("\n".join(struck).replace("~~", ""))),
        properties,
        count_visible(raw),
        "markdown",
    )


def _read_front_matter(raw: str) -> tuple[str, dict[str, str]]:
    """Return the properties above the text with the lines around them; nothing where talk stands between such lines.

    A property is named once, by more than one letter; what stands below it is an item, a line of it, or a remark.
    """
    front, properties, is_open = _FRONT.match(raw), dict[str, str](), False
    for line in (front[1] or "").splitlines() if front else ():
        found = _PROPERTY.match(line)
        if found and found[1] not in properties:
            properties[found[1]] = found[2].rstrip()
            is_open = properties[found[1]] in _OPEN
        elif not line.strip() or line.startswith("#") or (is_open and _BELOW.match(line)):
            continue
        else:
            return "", {}
    return (front[0], properties) if front and properties else ("", {})


def _resolve_all(body: str, markup: list[str]) -> str:
    """Return a text as it is seen, each mark of bold as a sign of its own."""
    if "\\" not in body and "&" not in body:  # by far the usual case, and much quicker
        return body.replace("**", _BOLD)
    return _SYNTAX.sub(lambda match: _resolve(match, markup), body)


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


def _read_rows(lines: list[str], markup: list[str]) -> Iterator[Piece]:
    """Yield the lines of a page; those of a table have tabs between their cells, and its signs are markup."""
    rules = {number for number, line in enumerate(lines) if "-|" in line.replace(" ", "") and _RULE.match(line)}
    is_table = False
    for number, line in enumerate(lines):
        row = _ROW.match(line) if rules else None
        is_table = row is not None and (is_table or number + 1 in rules)
        if row is None or not is_table:
            yield _piece(line, markup)
        elif number in rules:
            markup.append(line)
        else:
            markup.append("|" * line.count("|"))
            yield replace(_piece("\t".join(cell.strip() for cell in row[1].split("|")), markup), kind="row")


def _piece(line: str, markup: list[str]) -> Piece:
    if line.isprintable() and line[:1] != "#":  # by far the usual line: without signs
        return Piece(line)
    heading = _HEADING.match(line)
    if heading:
        markup.append(heading[0])
        line = line[heading.end() :]
    kind = "heading" if heading else "text"
    for sign, (_, written) in _SIGNS.items():
        if line.count(sign) % 2:  # an odd number of marks: not all of them are marks
            line = line.replace(sign, written)
    parts, marks, begun, place = list[str](), list[Mark](), dict[str, int](), 0
    for part in _ANY_SIGN.split(line):
        if part not in _SIGNS:
            parts.append(part)
            place += len(part)
            continue
        markup.append(_SIGNS[part][1])
        if part not in begun:
            begun[part] = place
        elif (start := begun.pop(part)) < place:
            marks.append(Mark(start, place, _SIGNS[part][0]))
    return Piece("".join(parts), kind=kind, marks=tuple(marks))
