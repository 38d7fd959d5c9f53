"""PDF with a text layer, through pdfplumber, in reading order.

Every line on the page is a line here; a word that was cut at a line's end is joined by a soft hyphen. Lines that come
back at the top or the foot of the pages are kept apart. A scan has no text and is refused.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text
from bp_qual.readers.extras import need
from bp_qual.readers.paragraphs import Mark, Piece, Reading, check_lines, count_visible, join_pieces

MAX_PAGES = 1_000
MAX_STREAM = 100 * 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_EDGE = 2  # lines at either end of a page that can be a header or footer
_CUT = re.compile(r"[^\W\d_]-$")
_GOES_ON = re.compile(r"(?!(?:en|of|and|or|und|oder|et|ou)\b)[a-zà-ÿ]")


def read_pdf(data: bytes, *, where: str = "") -> Reading:
    """Read a .pdf.

    >>> read_pdf(b"%PDF-1.7 and no more", where="a.pdf")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.pdf  is damaged: ...
    """
    pdfplumber = need("pdfplumber", where)
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # it would print its doubts
    _check_streams(data, where)
    pages, visible, pictures = list[list[Piece]](), 0, 0
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            if len(document.pages) > MAX_PAGES:
                what = f"has {len(document.pages):,} pages (at most {MAX_PAGES:,} are read)."
                raise TranscriptError(Problem(where, what, "Split it."))
            for page in document.pages:
                lines = page.extract_text_lines(return_chars=True, strip=True)
                pages.append([_line(line) for line in lines])
                visible += count_visible(clean_text("".join(_whole(char["text"]) for char in page.chars)))
                pictures += len(page.images)
                page.close()
    except TranscriptError:
        raise
    except Exception as err:  # a parser of hostile files may fail in any way
        raise _broken(err, where) from err
    if not visible:
        what = "is a scan: it holds pictures of pages and no text." if pictures else "holds no text."
        remedy = "Have its text recognised (OCR) first, or give the document it was made from."
        raise TranscriptError(Problem(where, what, remedy))
    running = _find_running_lines([[piece.text for piece in page] for page in pages])
    talk, apart = list[Piece](), list[str]()
    for page_lines in pages:
        first, last = _body(page_lines, running)
        talk += page_lines[first:last]
        apart += [piece.text for piece in [*page_lines[:first], *page_lines[last:]]]
    check_lines(len(talk), where)
    text, placed = join_pieces(_join_cut_words(talk))
    remainders = {"headers and footers": "\n".join(apart)} if apart else {}
    return Reading(text, placed, remainders, (), {}, visible, "pdf")


def _check_streams(data: bytes, where: str) -> None:
    """Refuse a PDF whose streams unpack to more than pages need, before the library unpacks them."""
    total = end = 0
    while end >= 0 and (begin := _STREAM.search(data, end)):
        end = data.find(b"endstream", begin.end())
        size = _unpacked_size(memoryview(data)[begin.end() : end if end > 0 else len(data)])
        total += size
        if size > MAX_STREAM or total > 20 * MAX_STREAM:
            what = f"was refused as unsafe: a part of it unpacks to more than {MAX_STREAM // 1024**2} MB."
            raise TranscriptError(Problem(where, what, "Copy its text into a new document and save that."))


def _unpacked_size(packed: memoryview) -> int:
    """Return the size of a packed stream, as far as just above the limit; 0 for one packed in another way."""
    if not len(packed) or packed[0] != 0x78:
        return 0
    try:
        return len(zlib.decompressobj().decompress(packed, MAX_STREAM + 1))
    except zlib.error:
        return 0


def _broken(err: Exception, where: str) -> TranscriptError:
    if "PDFPasswordIncorrect" in repr(err) or "PDFPasswordIncorrect" in repr(err.args):
        return TranscriptError(Problem(where, "is protected with a password.", "Save it again without one."))
    remedy = "Open it in its own program and save it again, or as .docx."
    return TranscriptError(Problem(where, f"is damaged: its PDF cannot be read ({type(err).__name__}).", remedy))


def _whole(text: str) -> str:
    """Return the letters that one sign on the page stands for: a ligature is several."""
    from pdfplumber.utils.text import LIGATURES

    return str(LIGATURES.get(text, text))


def _line(line: dict[str, Any]) -> Piece:
    text = clean_text(line["text"]).replace("\n", " ")
    marks, chars = list[Mark](), line["chars"]
    bold = next((n for n, char in enumerate(chars) if "bold" not in char["fontname"].lower()), len(chars))
    seen = sum(not char["text"].isspace() for char in chars[:bold])
    if seen:
        marks.append(Mark(0, _place(text, seen), "bold"))
    colours = Counter(str(char.get("non_stroking_color")) for char in chars if not char["text"].isspace())
    colour = colours.most_common(1)[0][0] if colours else ""
    if re.search(r"[1-9]", colour) and len(set(re.findall(r"[\d.]+", colour))) > 1:
        marks.append(Mark(0, len(text), "colour", colour))
    return Piece(text, marks=tuple(marks))


def _place(text: str, seen: int) -> int:
    """Return where the visible character with this number ends."""
    for place, character in enumerate(text):
        seen -= not character.isspace()
        if not seen:
            return place + 1
    return len(text)


def _shape(line: str) -> str:
    """Return a line with its numbers made equal: page 3 of 9 looks like page 4 of 9."""
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _find_running_lines(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the shapes of lines that stand at the edge of most pages."""
    if len(pages) < 3:
        return frozenset()
    edges = Counter(shape for page in pages for shape in {_shape(line) for line in [*page[:_EDGE], *page[-_EDGE:]]})
    return frozenset(shape for shape, count in edges.items() if count > len(pages) / 2 and shape.strip())


def _body(page: Sequence[Piece], running: frozenset[str]) -> tuple[int, int]:
    """Return where the talk of a page begins and ends: running lines are taken off its edges, not out of its middle."""
    shapes = [_shape(piece.text) in running for piece in page]
    first = next((n for n, runs in enumerate(shapes[:_EDGE]) if not runs), min(_EDGE, len(page)))
    back = shapes[first:][::-1][:_EDGE]
    last = len(page) - next((n for n, runs in enumerate(back) if not runs), len(back))
    return first, last


def _join_cut_words(lines: Sequence[Piece]) -> Iterator[Piece]:
    held = Piece("")
    for below in lines:
        line = below
        if held.text and _GOES_ON.match(line.text):
            line = replace(held, text=held.text[:-1] + "\u00ad").glue("", line)
        elif held.text:
            yield held
        held = line if _CUT.search(line.text) else Piece("")
        if not held.text:
            yield line
    if held.text:
        yield held
