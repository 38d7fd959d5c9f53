"""Two columns on a page of a PDF: where the second begins, and the lines in the order in which they are read.

A column of labels, of times or of notes in the margin is none: its lines are few, narrow or small.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.pdf_signs import Letter

_FEWEST, _FEWEST_NARROW = 3, 8  # lines on either side of a gutter, and of one that is narrow
_ROOM = 0.45  # of the letter's height: the least room between columns
_NEARLY, _SELDOM = 0.9, 20  # of the least room before the second column; one line in so many may happen to have less
_NARROW = 8  # letters of a line in the left column: below that they are labels or numbers
_LABEL = 30  # letters of a label at most
_FAIR = 2.5  # times as many lines in one column as in the other
_REACH, _SAME_HEIGHT = 0.6, 0.9  # of the left column's: width and height of letters of a second one that ends early
_NUMBERS = lazy_pattern(r"[\d\W_]*\d[\d\W_]*")
_STEP = 2.5  # distances of lines from one line of a column to the next

Rows = Sequence[Sequence[Letter]]


class Gutter(NamedTuple):
    """Where the second of two columns begins, and the least room before it."""

    edge: float
    room: float


def find_gutter(rows: Rows, *, before: Gutter | None = None) -> Gutter | None:
    """Return the gutter between two columns, or None.

    Parameters
    ----------
    rows : sequence of sequence of Letter
        The lines of a page from the top down, each from left to right.
    before : Gutter, optional
        That of an earlier page: on the last one a few lines of the second column are enough.

    Returns
    -------
    Gutter or None
        It may be narrower than a letter is high if many lines keep it free.

    Examples
    --------
    >>> said = [("dit is links", "dat is rechts"), ("en nog iets", "ook iets hier"), ("tot slot dan", "en tot slot")]
    >>> rows = [[Letter(sign, x + 5 * n, x + 5 * n + 5, top, top + 8, "", "") for x, text in ((0, left), (90, right))
    ...     for n, sign in enumerate(text)] for top, (left, right) in enumerate(said)]
    >>> find_gutter(rows)
    Gutter(edge=88.5, room=8.0)
    """
    gaps = defaultdict[int, list[float]](list)
    for row in rows:
        for gap, letter in _gaps(row):
            gaps[round((letter.left + 0.01) / 2)].append(gap / letter.height)
    for place in sorted(gaps, key=lambda place: -len(gaps[place]))[:2]:
        least = sorted(gaps[place])[len(gaps[place]) // _SELDOM]
        gutter = Gutter(2 * place - 1.5, min(1.0, _NEARLY * least) * median(row[0].height for row in rows))
        is_often = len(gaps[place]) >= (_FEWEST if least > 1 else _FEWEST_NARROW)
        if is_often and _parts_columns(rows, gutter, known=False):
            return gutter
    return before if before is not None and _parts_columns(rows, before, known=True) else None


def _parts_columns(rows: Rows, gutter: Gutter, *, known: bool) -> bool:
    """Whether there are two columns of talk on either side of a gutter; `known` if there were on an earlier page."""
    left, right, across = _split_rows(rows, gutter)
    if not left or not right or 5 * len(across) > len(rows):
        return False
    if not known and min(len(left), len(right)) < _FEWEST:
        return False
    texts = ["".join(letter.text for letter in row).strip() for row in left]
    texts = [_NUMBERS.sub("", text).strip() for text in texts]  # a name beside a time comes back
    often = Counter(text for text in texts if len(text) <= _LABEL)
    labels = sum(text.endswith(":") or often[text] > 1 for text in texts)
    if 2 * labels >= len(texts) or sum(map(len, texts)) < _NARROW * len(texts):
        return False
    is_fair = _FAIR * min(len(left), len(right)) >= max(len(left), len(right))
    return is_fair or (len(left) > len(right) and _ends_early(left, right, known=known))


def _ends_early(left: Rows, right: Rows, *, known: bool) -> bool:
    """Whether few lines on the right are a second column from its top on, rather than notes in the margin."""
    steps = sorted(below[0].top - above[0].top for above, below in pairwise(left))
    step = steps[len(steps) // 2] if steps else 0.0
    follow = all(below[0].top - above[0].top <= _STEP * step for above, below in pairwise(right))
    if right[0][0].top - left[0][0].top > _STEP * step or not follow:
        return False
    if median(row[0].height for row in right) < _SAME_HEIGHT * median(row[0].height for row in left):
        return False
    return known or max(map(_width, right)) >= _REACH * max(map(_width, left))


def _width(row: Sequence[Letter]) -> float:
    return row[-1].right - row[0].left


def _gaps(row: Sequence[Letter]) -> Iterator[tuple[float, Letter]]:
    """Yield the room before each letter that may begin a column."""
    seen = [letter for letter in row if not letter.text.isspace()]
    for before, letter in pairwise(seen):
        if letter.left - before.right > _ROOM * letter.height:
            yield letter.left - before.right, letter


def _split_rows(rows: Rows, gutter: Gutter) -> tuple[list[list[Letter]], list[list[Letter]], list[Sequence[Letter]]]:
    """Part rows at a gutter: what is left of it, right of it, and the rows that run across."""
    edge, room = gutter
    left, right, across = list[list[Letter]](), list[list[Letter]](), list[Sequence[Letter]]()
    for row in rows:
        seen = [letter for letter in row if not letter.text.isspace()]
        before = [letter for letter in seen if letter.left < edge]
        behind = [letter for letter in seen if letter.left >= edge]
        if before and (before[-1].right > edge or (behind and behind[0].left - before[-1].right < room)):
            across.append(row)
            continue
        left += [[letter for letter in row if letter.left < edge]] if before else []
        right += [[letter for letter in row if letter.left >= edge]] if behind else []
    return left, right, across


def order_columns(rows: Rows, gutter: Gutter) -> Iterator[Sequence[Letter]]:
    """Yield rows column by column; a row that runs across ends what is above it.

    >>> rows = [[Letter(sign, x, x + 5, top, top + 8, "", "") for x, sign in ((0, a), (50, b))]
    ...     for top, (a, b) in enumerate(("ac", "bd"))]
    >>> [row[0].text for row in order_columns(rows, Gutter(48.5, 8))]
    ['a', 'b', 'c', 'd']
    """
    above = list[Sequence[Letter]]()
    for row in rows:
        if _split_rows([row], gutter)[2]:
            yield from _columns(above, gutter)
            above = []
            yield row
        else:
            above.append(row)
    yield from _columns(above, gutter)


def _columns(rows: Rows, gutter: Gutter) -> Iterator[Sequence[Letter]]:
    left, right, _ = _split_rows(rows, gutter)
    yield from left
    yield from right
