"""Tables of a label and a text on a page, where the label stands at the middle or the bottom of its cell.

Line by line the first lines of such a cell would stand above their label, and join the turn before. Each label is
given the lines that stand round it, and put before the first of them, where most tables have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.pdf_signs import Letter

Row = list[Letter]

_LONGEST_LABEL = 30  # letters
_GAP = 0.5  # of the letter's height: the least room between a label and its text
_NEAR = 0.25  # of the letter's height: heights that are one
_CROSSES = 0.8  # of the letter's height: a label nearer to a line that is not its own stands between two lines
_BREAK, _FAR = 1.06, 4.0  # distances of lines above which a cell ends, and a table
_EDGES = 2  # lines at the top of a page that may belong to no label on it
_CLEARLY, _HARDLY = 0.8, 0.7  # of the cells: how many end as a sentence does if they are read rightly, and if not
_FEWEST = 3  # cells by which that is judged
_SENTENCE = lazy_pattern(r".*[.?!…][\"'”’)\]]*\s*", re.DOTALL)


class _Cells(NamedTuple):
    """A row as a label and a text, of which one may be empty."""

    label: Row
    text: Row
    middle: float


class _Block(NamedTuple):
    """The text lines of one label, by number; `label` is None where they have none."""

    label: int | None
    first: int
    last: int


class Found(Enum):
    """What was seen of labels on a page: `OPEN` where they may be at the top of their cells or lower."""

    NOTHING = 0
    OPEN = 1
    MOVED = 2
    DOUBT = 3


def order_cells(rows: Sequence[Row], *, expected: bool = False) -> tuple[list[Row], Found]:
    """Put labels before the first line of their cells.

    Parameters
    ----------
    rows : sequence of list of Letter
        The lines of a page from the top down, each from left to right.
    expected : bool
        Whether an earlier page had such labels: where the page does not tell, they are so here too.

    Returns
    -------
    rows : list of list of Letter
        The same letters.
    found : Found
        Whether labels were moved, or stand between lines of which it could not be seen whose they are.

    Examples
    --------
    >>> places = ((40, 0, "Zo."), (0, 6, "R"), (40, 12, "Ja."))
    >>> rows = [[Letter(sign, left, left + 9, top, top + 10, "", "")] for left, top, sign in places]
    >>> [[letter.text for letter in row] for row in order_cells(rows)[0]]
    [['R', 'Zo.'], ['Ja.']]
    """
    edge = _find_edge(rows)
    if edge is None:
        return list(rows), Found.NOTHING
    height = median(row[0].height for row in rows)
    ordered: list[Row] = []
    seen = Found.NOTHING
    cells = [_split(row, edge) for row in rows]
    for part in _stretches(rows, cells, edge):
        known = [cell for n in part if (cell := cells[n]) is not None]
        blocks, found = _find_blocks(known, height) if len(known) == len(part) else ([], Found.NOTHING)
        if found is Found.OPEN and expected:
            found = Found.MOVED
        seen = max(seen, found, key=lambda one: one.value)
        ordered += _in_order(known, blocks) if found is Found.MOVED else rows[part.start : part.stop]
    return ordered, seen


def _find_edge(rows: Sequence[Row]) -> float | None:
    """Return where most lines of text begin, if something stands to the left of it."""
    starts = Counter[int]()
    for row in rows:
        starts[round(row[0].left)] += 1
        for before, letter in pairwise(row):
            if letter.left - before.right > _GAP * letter.height and not letter.text.isspace():
                starts[round(letter.left)] += 1
    if not starts:
        return None
    often = max(starts.values())
    place = max(place for place, count in starts.items() if count == often)
    is_alone = all(row[0].left >= place - 1 for row in rows)
    return None if is_alone else place - 1.0


def _split(row: Row, edge: float) -> _Cells | None:
    """Return the label and the text of a row; None if it runs across, or has more on the left than a label."""
    label = [letter for letter in row if letter.left < edge]
    text = row[len(label) :]
    seen = [letter for letter in label if not letter.text.isspace()]
    said = "".join(letter.text for letter in seen)
    if seen:
        end = text[0].left if text else edge + 1
        is_label = len(said) <= _LONGEST_LABEL and re.search(r"[^\W\d_]", said)
        if not is_label or end - seen[-1].right < _GAP * seen[-1].height:
            return None
    first = (seen or text)[0]
    return _Cells(seen, text, (first.top + first.bottom) / 2)


def _stretches(rows: Sequence[Row], cells: Sequence[_Cells | None], edge: float) -> Iterator[range]:
    """Yield the numbers of rows that may be of one table: those between rows that run across, and wide blank strips.

    A label above all lines, or below them, is a title or a label on a line of its own.
    """
    steps = [below[0].top - above[0].top for above, below in pairwise(rows)]
    far = _FAR * max(median(steps), rows[0][0].height) if steps else 0.0
    begin = 0
    for n, row in enumerate(rows):
        if begin < n and (cells[n] is None or row[0].top - rows[n - 1][0].top > far):
            yield from _trimmed(rows, range(begin, n), edge)
            begin = n
        if cells[n] is None:
            yield range(n, n + 1)
            begin = n + 1
    yield from _trimmed(rows, range(begin, len(rows)), edge)


def _trimmed(rows: Sequence[Row], part: range, edge: float) -> Iterator[range]:
    first, last = part.start, part.stop
    while first < last and rows[first][-1].left < edge:
        first += 1
    while last > first and rows[last - 1][-1].left < edge:
        last -= 1
    yield from filter(len, (range(part.start, first), range(first, last), range(last, part.stop)))


def _find_blocks(cells: Sequence[_Cells], height: float) -> tuple[list[_Block], Found]:
    """Return the lines of each label, where some may not begin on the line of their label; and whether they do not."""
    labels = [cell.middle for cell in cells if cell.label]
    lines = [cell for cell in cells if cell.text]
    places = [cell.middle for cell in lines]
    near = _NEAR * height
    if not labels or all(cell.label for cell in cells if cell.text):
        return [], Found.NOTHING
    plain = _from_the_top(labels, places, near)
    apart = _by_gaps(labels, places, near)
    if apart and (not plain or sum(block.last > block.first for block in apart if block.label is not None) > 1):
        return apart, Found.MOVED
    if apart is not None and not apart:  # the room between cells says that labels are at the top
        return [], Found.NOTHING
    others = [apart] if apart else [_round_the_middle(labels, places, near), _to_the_bottom(labels, places, near)]
    found = [blocks for blocks in others if blocks and blocks != plain]
    if not found:
        crosses = not plain and _crosses(labels, places, near, height)
        return [], Found.DOUBT if crosses else Found.NOTHING
    best = max(found, key=lambda blocks: _whole(blocks, lines))
    is_better = len(best) >= _FEWEST and _whole(best, lines) >= _CLEARLY and _whole(plain, lines) <= _HARDLY
    return best, Found.MOVED if not plain or is_better else Found.OPEN


def _from_the_top(labels: Sequence[float], places: Sequence[float], near: float) -> list[_Block]:
    """Return the lines from each label's own to the next label's; nothing if a label has no line of its own."""
    own = [_nearest(label, places) for label in labels]
    if any(abs(places[line] - label) > near for line, label in zip(own, labels, strict=True)):
        return []
    ends = [*(line - 1 for line in own[1:]), len(places) - 1]
    blocks = [_Block(n, line, end) for n, (line, end) in enumerate(zip(own, ends, strict=True))]
    return [_Block(None, 0, own[0] - 1), *blocks] if own[0] else blocks


def _to_the_bottom(labels: Sequence[float], places: Sequence[float], near: float) -> list[_Block]:
    """Return the lines down to each label's own; nothing if a label has none, or lines are left."""
    own = [_nearest(label, places) for label in labels]
    if own[-1] != len(places) - 1 or any(abs(places[n] - label) > near for n, label in zip(own, labels, strict=True)):
        return []
    starts = [0, *(line + 1 for line in own)]
    return [_Block(n, start, line) for n, (start, line) in enumerate(zip(starts, own, strict=False))]


def _round_the_middle(labels: Sequence[float], places: Sequence[float], near: float) -> list[_Block]:
    """Return as many lines above each label as below it, and all lines; nothing if that does not come out."""
    for above in range(_EDGES + 1):
        blocks, first = [_Block(None, 0, above - 1)] if above else [], above
        for n, label in enumerate(labels):
            last = _nearest(2 * label - places[first], places) if first < len(places) else -1
            if last < first or abs(places[first] + places[last] - 2 * label) > 2 * near:
                break
            blocks.append(_Block(n, first, last))
            first = last + 1
        else:
            if first == len(places):
                return blocks
    return []


def _by_gaps(labels: Sequence[float], places: Sequence[float], near: float) -> list[_Block] | None:
    """Return lines that are set apart by more room, each with the label at its middle or its bottom.

    None if the room does not tell; nothing if it tells that each label is at the top of its lines.
    """
    steps = [below - above for above, below in pairwise(places)]
    least = _BREAK * sorted(steps)[len(steps) // 10] if steps else 0.0
    firsts = [0, *(n + 1 for n, step in enumerate(steps) if step > least)]
    blocks, used = list[_Block](), 0
    for first, end in zip(firsts, [*firsts[1:], len(places)], strict=True):
        inside = [n for n, label in enumerate(labels) if places[first] - near <= label <= places[end - 1] + near]
        if len(inside) > 1:
            return None
        used += len(inside)
        blocks.append(_Block(inside[0] if inside else None, first, end - 1))
    many = [block for block in blocks if block.last > block.first and block.label is not None]
    if used < len(labels) or not many:
        return None
    for at_top, share in ((True, 0.0), (False, 0.5), (False, 1.0)):
        expected = (places[block.first] + share * (places[block.last] - places[block.first]) for block in many)
        if all(abs(place - labels[block.label or 0]) <= 2 * near for place, block in zip(expected, many, strict=True)):
            return [] if at_top else blocks
    return None


def _crosses(labels: Sequence[float], places: Sequence[float], near: float, height: float) -> bool:
    """Return whether a label stands between two lines, nearer to them than lines of a text are."""
    away = [min(abs(label - place) for place in places) for label in labels]
    return any(near < distance < _CROSSES * height for distance in away) or (
        sum(distance > near for distance in away) >= _FEWEST and any(distance <= near for distance in away)
    )


def _nearest(place: float, places: Sequence[float]) -> int:
    return min(range(len(places)), key=lambda n: abs(places[n] - place))


def _whole(blocks: Sequence[_Block], lines: Sequence[_Cells]) -> float:
    """Return which share of the blocks ends as a sentence does."""
    ends = ["".join(letter.text for letter in lines[block.last].text[-4:]) for block in blocks]
    return sum(bool(_SENTENCE.fullmatch(end)) for end in ends) / max(1, len(ends))


def _in_order(cells: Sequence[_Cells], blocks: Sequence[_Block]) -> Iterator[Row]:
    """Yield the lines of each block, its label at the height of the first."""
    labels = [cell.label for cell in cells if cell.label]
    lines = [cell.text for cell in cells if cell.text]
    for block in blocks:
        first = lines[block.first]
        label = labels[block.label] if block.label is not None else []
        top, bottom = first[0].top, first[0].bottom
        yield [*(replace(letter, top=top, bottom=bottom) for letter in label), *first]
        yield from lines[block.first + 1 : block.last + 1]
