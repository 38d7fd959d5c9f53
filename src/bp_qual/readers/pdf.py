"""PDF with a text layer, in reading order.

Every line on the page is a line here; a word that was cut at a line's end is joined by a soft hyphen. Lines that come
back at the same height of the pages, and nowhere else, are kept apart. What may be read wrongly is reported: columns,
turned text, blanks that seem to be missing, names of codes that a program printed among the talk. A scan has no text
and is refused.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from bp_qual.errors import Problem, TranscriptError
from bp_qual.extras import need
from bp_qual.files import clean_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.colours import tidy_parts
from bp_qual.readers.inserted import note_inserted
from bp_qual.readers.paragraphs import Mark, Piece, Reading, check_lines, count_visible, join_pieces
from bp_qual.readers.pdf_letters import PageLetters, read_letters
from bp_qual.readers.pdf_lines import NO_WIDTH, Line, Page, read_page
from bp_qual.readers.pdf_margins import find_in_margin, read_beside
from bp_qual.readers.pdf_notes import find_footnotes, take_marks_off, take_numbers_off
from bp_qual.readers.pdf_signs import Letter
from bp_qual.readers.pdf_tables import Found
from bp_qual.readers.running_lines import find_likely, find_running_lines, is_page_number
from bp_qual.wording.remarks import Remark

MAX_PAGES = 1_000
_SECOND = lazy_pattern(rb"%%EOF\s*(%PDF-\d)")  # behind the end of a file, where programs look for the last
_ATTACHED = lazy_pattern(rb"/Type\s*/EmbeddedFile\b")
_CUT = lazy_pattern(r"[^\W\d_]-$")
_GOES_ON = lazy_pattern(r"(?!(?:en|of|and|or|und|oder|et|ou)\b)[a-zà-ÿ]")
_MAKER = lazy_pattern(r"(?:created|printed|exported|generated|made) (?:with|by|from) \w", re.IGNORECASE)
_LONG_WORD = 12  # letters of the mean word above which blanks seem to be missing
_FLAT = 0.1  # share of the letters
_BEFORE = 9  # pages on which labels were at the middle of their cells
_TYPED = ("form fields", "box")  # over the pages: told, since it is hardly a comment on the talk
_CODES = 3  # names of codes at least
_SMALLER = 0.9  # of the usual height: letters that are not those of the talk


def read_pdf(data: bytes, *, where: str = "") -> Reading:
    """Read a .pdf.

    >>> read_pdf(b"%PDF-1.7 and no more", where="a.pdf")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.pdf  is damaged: ...
    """
    need("pdfminer.pdfpage", where)
    from bp_qual.readers.pdf_bounds import TooMuchError

    if second := _SECOND.search(data):
        raise TranscriptError(Problem(where, "glued", {"n": second.start(1), "at": 0}))
    pages, visible, turned, pictures, broken = list[Page](), 0, list[str](), 0, list[int]()
    beside = defaultdict[str, list[str]](list)
    try:
        for sheet in read_letters(data, where=where):
            if len(pages) >= MAX_PAGES:
                raise TranscriptError(Problem(where, "too many pages", {"most": MAX_PAGES}))
            visible += _count(sheet)
            turned += [sheet.turned] if sheet.turned.strip() else []
            pictures += sheet.pictures
            for part, text in sheet.beside:
                beside[part].append(text)
            between = any(page.labels is Found.MOVED for page in pages[-_BEFORE:])
            gutter = next((page.gutter for page in reversed(pages) if page.gutter is not None), None)
            pages.append(read_page(sheet.letters, labels_between=between, gutter=gutter))
            broken += [len(pages)] * sheet.broken
    except TranscriptError:
        raise
    except TooMuchError as err:
        kind = "pdf takes too long" if err.is_long else "pdf unpacks too large" if err.most else "pdf makes too much"
        raise TranscriptError(Problem(where, kind, {"most": err.most})) from err
    except Exception as err:  # a parser of hostile files may fail in any way
        raise _broken(err, where) from err
    if not visible and broken and not pictures:
        raise TranscriptError(Problem(where, "pdf unreadable", {"type": f"p. {', '.join(map(str, broken))}"}))
    typed = " ".join(" ".join(text for part in _TYPED for text in beside.get(part, ())).split())[:60]
    if not visible and typed and not pictures:
        raise TranscriptError(Problem(where, "pdf typed only", {"begin": typed}))
    if not visible:
        raise TranscriptError(Problem(where, "scan" if pictures else "pdf without text"))
    visible -= sum(line.doubled for page in pages for line in page.lines)
    visible += sum(map(count_visible, itertools.chain.from_iterable(beside.values())))
    small = _small_lines(pages)
    placed = [[(line.text, line.top) for line in page.lines] for page in pages]
    running = find_running_lines(placed, small=small)
    if not pictures:
        running = _leave_talk(running, placed)
    likely = find_likely(placed, running)
    placed_lines = [((number, n), line) for number, page in enumerate(pages) for n, line in enumerate(page.lines)]
    below = find_footnotes(pages, small, running)
    notes_below = [line for spot, line in placed_lines if spot in below]
    talk, numbers = take_numbers_off([line for spot, line in placed_lines if spot not in running | below])
    talk, marks = take_marks_off(talk, notes_below)
    apart = [line for spot, line in placed_lines if spot in running]
    made = [line for line in talk if _MAKER.match(line.text)]
    talk = [line for line in talk if not _MAKER.match(line.text)]
    check_lines(len(talk), where)
    text, paragraphs = join_pieces(_join_cut_words([_piece(line) for line in talk]))
    remainders = {
        "headers and footers": "\n".join(line.text for line in [*apart, *made]),
        "turned text": "\n".join(turned),
        "line numbers": numbers,
        "footnotes": "\n".join([*filter(None, [marks]), *(line.text for line in notes_below)]),
        **{part: "\n".join(texts) for part, texts in beside.items()},
    }
    remainders = {name: rest for name, rest in remainders.items() if rest}
    told = [Remark("page broken", values={"pages": ", ".join(map(str, broken))})] if broken else []
    told += [Remark("line numbers")] if numbers else []
    told += [Remark("typed over pages", values={"begin": typed})] if typed else []
    told += [Remark("perhaps headers", values={"lines": likely})] if likely else []
    attached = note_inserted([".pdf"], len(_ATTACHED.findall(data)))
    notes = (*told, *_note_no_width(pages), *_doubts(pages, talk, text, turned), *attached)
    return Reading(text, paragraphs, remainders, notes, {}, visible, "pdf")


def _leave_talk(
    running: frozenset[tuple[int, int]], pages: Sequence[Sequence[tuple[str, float]]]
) -> frozenset[tuple[int, int]]:
    """Return the headers and footers; where most pages hold nothing else, only those that number a page."""
    whole = sum(bool(page) and all((n, m) in running for m in range(len(page))) for n, page in enumerate(pages))
    if 2 * whole <= len(pages):
        return running
    return frozenset((n, m) for n, m in running if is_page_number(pages[n][m][0]))


def _small_lines(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """Return by page and line what is in letters smaller than those of most lines."""
    heights = [[median(letter.height for letter in line.letters) for line in page.lines] for page in pages]
    usual = median(height for page in heights for height in page) if any(heights) else 0.0
    return {(n, m) for n, page in enumerate(heights) for m, height in enumerate(page) if height < _SMALLER * usual}


def _count(sheet: PageLetters) -> int:
    return count_visible("".join(letter.text for letter in sheet.letters)) + count_visible(sheet.turned)


def _broken(err: Exception, where: str) -> TranscriptError:
    if "PDFPasswordIncorrect" in repr(err) or "PDFPasswordIncorrect" in repr(err.args):
        return TranscriptError(Problem(where, "password, no advice"))
    return TranscriptError(Problem(where, "pdf unreadable", {"type": type(err).__name__}))


def _piece(line: Line) -> Piece:
    text, letters, marks = clean_text(line.text), line.letters, list[Mark]()
    bold = next((n for n, letter in enumerate(letters) if "bold" not in letter.font.lower()), len(letters))
    seen = len(letters) if line.drawn_bold else bold
    if shown := sum(count_visible(letter.text) for letter in letters[:seen]):
        marks.append(Mark(0, _place(text, shown), "bold"))
    colours = Counter(letter.colour for letter in letters if not letter.text.isspace())
    colour = colours.most_common(1)[0][0] if colours else ""
    is_hued = re.search(r"[1-9]", colour) and len(set(re.findall(r"[\d.]+", colour))) > 1
    if is_hued or tidy_parts(colour) == "FFFFFF":  # white letters are not seen
        marks.append(Mark(0, len(text), "colour", tidy_parts(colour)))
    return Piece(text, marks=tuple(marks))


def _place(text: str, seen: int) -> int:
    """Return where the visible character with this number ends."""
    for place, character in enumerate(text):
        seen -= not character.isspace()
        if not seen:
            return place + 1
    return len(text)


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


def _doubts(pages: Sequence[Page], talk: Sequence[Line], text: str, turned: Sequence[str]) -> Iterator[Remark]:
    """Say what may have been read wrongly."""
    if columns := sum(page.gutter is not None for page in pages):
        yield Remark("two columns", values={"n": columns, "all": len(pages)})
    if over := [number for number, page in enumerate(pages, start=1) if page.over]:
        yield Remark("lines over others", values={"pages": ", ".join(map(str, over))})
    if piled := [number for number, page in enumerate(pages, start=1) if page.piles]:
        yield Remark("letters over others", values={"pages": ", ".join(map(str, piled))})
    told = {Found.DOUBT, *([Found.OPEN] if any(page.labels is Found.MOVED for page in pages) else [])}
    if between := [number for number, page in enumerate(pages, start=1) if page.labels in told]:
        yield Remark("labels between lines", values={"pages": ", ".join(map(str, between))})
    if turned:
        yield Remark("turned text", values={"begin": " ".join(" ".join(turned).split())[:60]})
    words = text.split()
    letters = sum(map(len, words))
    if len(words) >= 5 and letters > _LONG_WORD * len(words):
        yield Remark("long words")
    if len(words) >= 20 and 2 * sum(len(word) == 1 and word.isalpha() for word in words) > len(words):
        yield Remark("loose letters")
    if strange := len(re.findall(r"\(cid:\d+\)", text)):
        yield Remark("signs without letter", values={"n": strange})
    if codes := _printed_codes(talk):
        yield Remark("printed codes", values={"n": sum(codes.values()), "lines": tuple(codes)[:3]})


def _note_no_width(pages: Sequence[Page]) -> Iterator[Remark]:
    """Say that letters have no place of their own, so that lines and words may be mixed up."""
    letters = [letter for page in pages for line in page.lines for letter in line.letters]
    flat = sum(letter.right - letter.left <= NO_WIDTH * letter.height for letter in letters)
    if flat > _FLAT * len(letters):
        yield Remark("letters without width", values={"n": flat})


def _printed_codes(talk: Sequence[Line]) -> Counter[str]:
    """Return short lines whose letters are smaller than the talk's, or in a colour of their own; labels are none."""
    styles = Counter(_style(letter) for line in talk for letter in line.letters[::7])
    if not styles:
        return Counter()
    (height, colour), _ = styles.most_common(1)[0]
    apart = Counter[str]()
    for line in talk:
        own = Counter(map(_style, line.letters)).most_common(1)[0][0]
        is_short = len(line.text.split()) <= 5 and not line.text.rstrip().endswith((":", ".", "?", "!"))
        if is_short and re.search(r"[^\W\d_]{2}", line.text) and (own[0] < _SMALLER * height or own[1] != colour):
            apart[line.text] += 1
        elif beside := read_beside(line):
            own = Counter(map(_style, beside.letters)).most_common(1)[0][0]
            apart[beside.text] += own[0] < _SMALLER * height or own[1] != colour
    apart = +apart if sum(apart.values()) >= _CODES else Counter(find_in_margin(talk))
    return apart if sum(apart.values()) >= _CODES else Counter()


def _style(letter: Letter) -> tuple[float, str]:
    return round(letter.height, 1), letter.colour
