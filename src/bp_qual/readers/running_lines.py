"""Running headers and footers: lines that come back at the same height of the pages, and nowhere else.

A speaker's label may come back at the top of every page too, but it also occurs in the middle of pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median

from bp_qual.lazy_patterns import lazy_pattern

_EDGE = 3  # lines at either end of a page that can be a header or footer
_NEAR = 5.0  # points between the heights of one header
_OFTEN = 0.4  # of the pages: left and right pages may have headers of their own
_FEW_PAGES, _SEVERAL = 2, 3
_FOLLOWED = 4  # one page in so many on which another label, or the middle of a sentence, follows a label at its top
_ROOM, _MUCH_ROOM = 1.4, 2.0  # distances of lines that a header keeps from the talk; a name on two pages, much more
_BEGINS = lazy_pattern(r"\W*([^\W\d_][\w .'’-]{0,30}?)[ \t]*:")
ROLE = lazy_pattern(
    r"\W*(?:interview(?:er|ster)|respondent|ge[iï]nterviewde|interviewee|deelnemer|participant|spreker|speaker|moderator|vraag"
    r"|antwoord|question|answer|befragte\w?|[A-Z]{1,2})[ ]?\d{0,3}\W*",
    re.IGNORECASE,
)
_PAGE_NUMBER = lazy_pattern(
    r"\W*(?:(?:pagina|page|seite|pag|blz)\W{0,3}\d{1,4}(?:[ ]?(?:van|of|von|de|sur|/)[ ]?\d{1,4})?"
    r"|\d{1,4}[ ]?(?:van|of|von|sur|/)[ ]?\d{1,4})\W*",
    re.IGNORECASE,
)

_TITLE = lazy_pattern(r"(?=.*[^\W\d_]{3})[^:]{4,80}(?<![.?!,])")
_ROMAN = lazy_pattern(r"\W*(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\W*")

Spot = tuple[int, int]  # page, line


def find_running_lines(
    pages: Sequence[Sequence[tuple[str, float]]], *, small: Collection[Spot] = ()
) -> frozenset[Spot]:
    """Return which lines (of which page) are running headers or footers.

    Parameters
    ----------
    pages : sequence of sequence of tuple of str and float
        The lines of each page: the text and the height of each.
    small : collection of Spot
        The lines in letters that are smaller than the talk's: they need no room between them and the talk.

    Returns
    -------
    frozenset of Spot
        By page and line.

    Examples
    --------
    >>> pages = [[("Interview 3", 0.0), (f"R: {said}.", 20.0), (f"{n}", 700.0)] for n, said in enumerate("abcd")]
    >>> sorted(find_running_lines(pages))[:3]
    [(0, 0), (0, 2), (1, 0)]
    """
    if len(pages) < 2:
        return frozenset(_page_numbers(pages))
    spots: dict[str, list[Spot]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line, (text, _) in enumerate(page):
            spots[_shape(text)].append((number, line))
    spoken, spacing = _labels_within(pages), _spacing(pages)
    small = frozenset(small)
    running = set[Spot]()
    for shape, places in spots.items():
        is_label = bool(ROLE.fullmatch(shape)) or (_begin(shape) and _begin(shape) in spoken)
        if shape and is_label:
            running |= _same_on_all(places, pages, spacing, small)
        elif shape:
            recurring = _recurring(places, pages) or _at_edges(places, pages, _ROOM * spacing, small)
            is_name = len(shape.split()) <= 3 and not re.search(r"\d", shape)
            is_little = len(pages) == _FEW_PAGES  # to come back once says little
            room = _MUCH_ROOM if is_little and is_name else _ROOM
            is_doubtful = is_little or is_name
            if not is_doubtful or all(_stands_apart(spot, pages, room * spacing) for spot in recurring - small):
                running |= recurring
            if is_name:  # of who speaks too, on lines of their own
                running |= _same_on_all(places, pages, spacing, small)
    running |= _page_numbers(pages)
    return frozenset(running & _edges(pages, running))


def find_likely(pages: Sequence[Sequence[tuple[str, float]]], running: Collection[Spot]) -> tuple[str, ...]:
    """Return the lines that may be headers or footers: they come back at the edges of pages, and nowhere else.

    Parameters
    ----------
    pages : sequence of sequence of tuple of str and float
        The lines of each page: the text and the height of each.
    running : collection of Spot
        The lines that surely are.

    Returns
    -------
    tuple of str
        As they stand on the first of these pages.

    Examples
    --------
    >>> pages = [[("Interview met P03", 0.0), (f"R: {said}.", 14.0)] for said in "ab"]
    >>> find_likely(pages, find_running_lines(pages))
    ('Interview met P03',)
    """
    kept = [[text for n, (text, _) in enumerate(page) if (m, n) not in running] for m, page in enumerate(pages)]
    edges = [text for page in kept for text in (*page[:1], *(page[-1:] if len(page) > 1 else []))]
    counts, at_edges = Counter(_shape(text) for page in kept for text in page), Counter(map(_shape, edges))
    likely = dict[str, str]()
    for text in edges:
        shape = _shape(text)
        if at_edges[shape] >= max(_FEW_PAGES, counts[shape]) and _TITLE.fullmatch(text) and not ROLE.fullmatch(text):
            likely.setdefault(shape, text)
    return tuple(likely.values())


def is_page_number(line: str) -> bool:
    """Return whether a line says which page it is, as none of the talk does.

    >>> is_page_number("Pagina 3 van 12"), is_page_number("- 3 of 12 -"), is_page_number("12")
    (True, True, False)
    """
    return _PAGE_NUMBER.fullmatch(line) is not None


def _page_numbers(pages: Sequence[Sequence[tuple[str, float]]]) -> set[Spot]:
    """Return the first and last lines of pages that say which page it is, as none of the talk does."""
    ends = {(number, line) for number, page in enumerate(pages) if page for line in (0, len(page) - 1)}
    return {(page, line) for page, line in ends if is_page_number(pages[page][line][0])}


def _spacing(pages: Sequence[Sequence[tuple[str, float]]]) -> float:
    """Return the usual distance from one line to the next."""
    steps = [below[1] - above[1] for page in pages for above, below in pairwise(page)]
    return median(steps) if steps else 0.0


def _stands_apart(spot: Spot, pages: Sequence[Sequence[tuple[str, float]]], room: float) -> bool:
    """Whether a line has more room to the talk than lines of talk have: a name at the top of a page may be a label."""
    page, line = pages[spot[0]], spot[1]
    inward = line + 1 if line < _EDGE and line + 1 < len(page) else line - 1
    return inward < 0 or abs(page[inward][1] - page[line][1]) > room


def _same_on_all(
    places: Sequence[Spot], pages: Sequence[Sequence[tuple[str, float]]], spacing: float, small: frozenset[Spot]
) -> set[Spot]:
    """Return the first or last lines that are the same on every page, at one height, where they are no labels.

    A first page may have none. What has a colon keeps apart from the talk; a label on a line of its own would keep no
    more room at the top of a page than elsewhere, and no other label would follow it.
    """
    for end in (0, -1):
        ends = {(page, line) for page, line in places if line == (0 if end == 0 else len(pages[page]) - 1)}
        texts = {pages[page][line][0] for page, line in ends}
        heights = [pages[page][line][1] for page, line in ends]
        is_on_all = len(ends) >= max(_FEW_PAGES, len(pages) - (len(pages) > _SEVERAL and (0, 0) not in ends))
        if not is_on_all or len(texts) > 1 or max(heights) - min(heights) > _NEAR:
            continue
        is_apart = all(_stands_apart(spot, pages, _ROOM * spacing) for spot in ends - small)
        if ":" in texts.pop().rstrip(": \t"):
            is_running = is_apart and end == 0 and len(pages) > _FEW_PAGES
        else:
            others = [spot for spot in places if spot not in ends]
            is_closer = not any(_stands_apart(spot, pages, _ROOM * spacing) for spot in others)
            followed = sum(_is_followed(pages[page], is_short=len(pages) == _FEW_PAGES) for page, _ in ends)
            is_running = (end == 0 and _FOLLOWED * followed >= len(ends)) or (
                is_apart and len(pages) > _FEW_PAGES and (is_closer or end == -1)
            )
        if is_running:
            return ends
    return set()


def _is_followed(page: Sequence[tuple[str, float]], *, is_short: bool) -> bool:
    """Whether a label on a line of its own is the second line, or, in a long file, the middle of a sentence."""
    below = page[1][0] if len(page) > 1 else ""
    return ROLE.fullmatch(below) is not None or (below[:1].islower() and not is_short)


def _at_edges(
    places: Sequence[Spot], pages: Sequence[Sequence[tuple[str, float]]], room: float, small: frozenset[Spot]
) -> set[Spot]:
    """Return the lines that are the first or the last of most pages, at whatever height, and apart from the talk."""
    for end in (0, -1):
        spots = {(page, line) for page, line in places if line == (0 if end == 0 else len(pages[page]) - 1)}
        is_often = len(spots) >= max(3, (len(pages) + 1) // 2) and len(spots) == len(places)
        if is_often and all(_stands_apart(spot, pages, room) for spot in spots - small):
            return spots
    return set()


def _shape(line: str) -> str:
    """Return a line with its numbers made equal: page 3 of 9 looks like page 4 of 9, and page iv like page 2."""
    return "0" if _ROMAN.fullmatch(line) else re.sub(r"\d+", "0", " ".join(line.split()))


def _begin(line: str) -> str:
    match = _BEGINS.match(line)
    return match[1] if match else ""


def _labels_within(pages: Sequence[Sequence[tuple[str, float]]]) -> set[str]:
    """Return what is before a colon in the middle of pages."""
    return {_begin(text) for page in pages for text, _ in page[_EDGE:-_EDGE]}


def _recurring(places: Sequence[Spot], pages: Sequence[Sequence[tuple[str, float]]]) -> set[Spot]:
    """Return the places at the edges of enough pages, at one height, if the line hardly occurs anywhere else."""
    at_edge = [(page, line) for page, line in places if line < _EDGE or line >= len(pages[page]) - _EDGE]
    ends = (
        [(page, line) for page, line in at_edge if line < _EDGE],
        [(page, line) for page, line in at_edge if line >= len(pages[page]) - _EDGE],
    )
    found = set[Spot]()
    for end in ends:
        if not end:
            continue
        middle = median(pages[page][line][1] for page, line in end)
        same = {(page, line) for page, line in end if abs(pages[page][line][1] - middle) <= _NEAR}
        if len(same) >= _FEW_PAGES:  # on the first page it may be a little lower
            same |= {(page, line) for page, line in end if line in (0, len(pages[page]) - 1)}
        elsewhere = len(set(places) - same - found)
        if (
            len({page for page, _ in same}) > _OFTEN * len(pages)
            and len(same) >= min(3, len(pages))
            and 4 * elsewhere <= len(same)
        ):
            found |= same
    return found


def _edges(pages: Sequence[Sequence[tuple[str, float]]], running: set[Spot]) -> set[Spot]:
    """Return the running lines with nothing but running lines between them and the edge of their page."""
    kept = set[Spot]()
    for number, page in enumerate(pages):
        first, last = 0, len(page) - 1
        while first <= last and (number, first) in running:
            kept.add((number, first))
            first += 1
        while last >= first and (number, last) in running:
            kept.add((number, last))
            last -= 1
    return kept
