"""Letters on a page to lines of text: positions decide, not the order in the file.

Letters drawn twice for bold are one; lines in large letters over others are read by themselves; blanks that are only
room become blanks, in spaced type too; text that is turned is read along its own lines; two columns are read one after
the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from bp_qual.readers.pdf_columns import Gutter, find_gutter, order_columns
from bp_qual.readers.pdf_large import part_large
from bp_qual.readers.pdf_signs import Letter
from bp_qual.readers.pdf_tables import Found, order_cells

_ROOM = 0.15  # of the letter's height: the least room that is a blank
_ROOM_BESIDE_BLANKS = 0.25  # where blanks are written as signs too
_WIDE = 2.0  # of the letter's height: room between cells or columns
NO_WIDTH = 0.01  # of the height: a font that does not say how wide its letters are
_SAME_PLACE = 0.1  # of the letter's height: a letter drawn again
_LOOKED_AT = 4  # letters before one that may be the same, drawn before
_EXACT = 0.1  # of the letter's width: how near one that is drawn again by itself must be; and of a pile, its letters
_OVER = 0.3  # of a letter's width: what the next one covers of it; and of the letters of a line: how many are covered
_FEWEST_OVER = 4  # letters
_STRETCH, _OVER_THERE = 20, 0.4  # letters in a row, and how many of them are covered: a short line over a long one


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its letters; `text` has blanks where there is room, and tabs where there is much."""

    text: str
    letters: tuple[Letter, ...]
    doubled: int = 0  # letters that were drawn again on top
    drawn_bold: bool = False

    @property
    def top(self) -> float:
        """How far down the page the line is."""
        return self.letters[0].top


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order in which they are read.

    `gutter` is what is between two columns, if there are two, `over` tells how many lines were printed over
    others, `piles` in how many most letters lie on other letters, `labels` what was seen of labels in cells of their
    own.
    """

    lines: tuple[Line, ...]
    gutter: Gutter | None = None
    over: int = 0
    piles: int = 0
    labels: Found = Found.NOTHING


def read_page(letters: Sequence[Letter], *, labels_between: bool = False, gutter: Gutter | None = None) -> Page:
    r"""Return the lines of a page.

    Parameters
    ----------
    letters : sequence of Letter
        The letters of the page as it draws them.
    labels_between : bool
        Whether on an earlier page labels were lower than their first line.
    gutter : Gutter, optional
        That between two columns of an earlier page.

    Returns
    -------
    Page
        Its lines as text.

    Examples
    --------
    >>> starts = (0, 5, 13, 18, 60)
    >>> word = [Letter(sign, left, left + 5, 0, 10, "", "") for sign, left in zip("zonuR", starts, strict=True)]
    >>> [line.text for line in read_page(word).lines]
    ['zo nu\tR']
    """
    order = {id(letter): place for place, letter in enumerate(letters)}
    rest, large = part_large(letters)
    beneath, above = _rows(rest), _rows(large)
    rows, over, piles = list[list[Letter]](), len(above), 0
    for row in sorted([*beneath, *above], key=_middle) if above else beneath:
        parts = _apart(row, order) if _is_mixed(row) else [row]
        over += len(parts) - 1
        piles += sum(map(_is_pile, parts))
        rows += [part for part in parts if any(not letter.text.isspace() for letter in part)]
    gutter = find_gutter(rows, before=gutter)
    if gutter is None:
        ordered, labels = order_cells(rows, expected=labels_between)
        return Page(tuple(map(make_line, ordered)), over=over, piles=piles, labels=labels)
    return Page(tuple(make_line(row) for row in order_columns(rows, gutter)), gutter=gutter, over=over, piles=piles)


def _is_mixed(row: Sequence[Letter]) -> bool:
    """Return whether two lines are printed over each other, so that from left to right their letters take turns."""
    seen, _ = _without_doubles([letter for letter in row if not letter.text.isspace()])
    over = [after.left < before.right - _OVER * (before.right - before.left) for before, after in pairwise(seen)]
    if sum(over) >= max(_FEWEST_OVER, _OVER * len(seen)):
        return True
    before = [0, *accumulate(over)]
    return any(there - then >= _OVER_THERE * _STRETCH for then, there in zip(before, before[_STRETCH:], strict=False))


def _apart(row: Sequence[Letter], order: Mapping[int, int]) -> list[list[Letter]]:
    """Return the lines that are printed over each other, as the page draws them: each begins anew on the left."""
    parts = list[list[Letter]]()
    for letter in sorted(row, key=lambda letter: order[id(letter)]):
        if parts and letter.left >= parts[-1][-1].left:
            parts[-1].append(letter)
        else:
            parts.append([letter])
    return parts


def _middle(row: Sequence[Letter]) -> float:
    return min(letter.top + letter.bottom for letter in row) / 2


def _rows(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Return the letters that are on one line together, from the top down, each row from left to right."""
    rows, middle, height = list[list[Letter]](), 0.0, 0.0
    for letter in sorted(letters, key=lambda letter: (letter.top + letter.bottom, letter.left)):
        own = (letter.top + letter.bottom) / 2
        if rows and own - middle <= 0.4 * max(height, min(letter.height, 2 * height)):
            rows[-1].append(letter)
        else:
            rows.append([letter])
            middle, height = own, letter.height
    for row in rows:
        row.sort(key=lambda letter: letter.left)
    return rows


def make_line(row: Sequence[Letter]) -> Line:
    """Return the line that letters make from left to right.

    >>> make_line([Letter("a", 0, 5, 0, 10, "", ""), Letter("b", 8, 13, 0, 10, "", "")]).text
    'a b'
    """
    letters, doubled = _without_doubles(row)
    room = _room(letters)
    parts = [letters[0].text]
    for before, letter in pairwise(letters):
        gap = letter.left - before.right
        if gap > room + _WIDE * letter.height and "\t" not in parts[-1]:
            parts.append("\t")
        elif gap > room and not before.text.isspace() and not letter.text.isspace():
            parts.append(" ")
        parts.append(letter.text)
    text = re.sub(r"[ \n\r]*\t[ \t\n\r]*", "\t", "".join(parts)).replace("\n", " ").strip()
    return Line(re.sub(" {2,}", " ", text), letters, doubled, doubled * 2 > len(letters))


def _without_doubles(row: Sequence[Letter]) -> tuple[tuple[Letter, ...], int]:
    """Return the letters of a row without those that were drawn again at the same place, and how many these were.

    In type that is set tight the two letters of `ff` are near each other too, but those beside them stand there once.
    """
    if not _may_be_doubled(row) or _is_pile(row):
        return tuple(row), 0
    groups = list[list[Letter]]()  # a letter, and those that were drawn over it
    for letter in row:
        near = 2 * _SAME_PLACE * letter.height
        for group in reversed(groups[-_LOOKED_AT:]):
            first = group[0]
            if letter.left - first.left > near:
                groups.append([letter])
                break
            width = first.right - first.left
            has_width = width > NO_WIDTH * letter.height  # else all letters are in one place, doubled or not
            if has_width and first.text == letter.text and letter.left - first.left < min(0.6 * width, near):
                group.append(letter)
                break
        else:
            groups.append([letter])
    seen = [group for group in groups if not group[0].text.isspace()]
    again = {id(group) for place in pairwise(seen) if min(map(len, place)) > 1 for group in place}
    kept = list[Letter]()
    for group in groups:
        kept += (
            group[:1] if id(group) in again else [group[0], *(one for one in group[1:] if not _is_on(one, group[0]))]
        )
    return tuple(kept), count_signs(row) - count_signs(kept)


def _may_be_doubled(row: Sequence[Letter]) -> bool:
    """Return whether a sign stands near the same sign anywhere; in most rows none does."""
    for place, letter in enumerate(row):
        near = 2 * _SAME_PLACE * (letter.bottom - letter.top)
        for back in range(place - 1, max(-1, place - 1 - _LOOKED_AT), -1):
            if letter.left - row[back].left > near:
                break
            if row[back].text == letter.text:
                return True
    return False


def _is_on(letter: Letter, other: Letter) -> bool:
    """Return whether two letters begin at one place, as far as can be seen."""
    return abs(letter.left - other.left) <= _EXACT * (other.right - other.left)


def _is_pile(row: Sequence[Letter]) -> bool:
    """Return whether most letters of a row lie on other ones, so that no place tells which of them was drawn again."""
    seen = [letter for letter in row if not letter.text.isspace()]
    on = sum(before.text != after.text and _is_on(after, before) for before, after in pairwise(seen))
    return on >= _FEWEST_OVER and 2 * on > len(seen)


def count_signs(letters: Sequence[Letter]) -> int:
    """Return the visible characters of letters; one that stands for two in one sign has two.

    >>> count_signs([Letter("fi", 0, 5, 0, 10, "", ""), Letter(" ", 5, 9, 0, 10, "", "")])
    2
    """
    return sum(len(letter.text) for letter in letters if not letter.text.isspace())


def _room(letters: Sequence[Letter]) -> float:
    """Return above how much room between two letters there is a blank: more in spaced type, and beside real blanks."""
    gaps = sorted(after.left - before.right for before, after in pairwise(letters))
    if not gaps:
        return 0.0
    height = median(letter.height for letter in letters)
    blanks = sum(letter.text.isspace() for letter in letters)
    least = _ROOM_BESIDE_BLANKS if blanks * 12 >= len(letters) else _ROOM
    return max(0.0, gaps[len(gaps) // 4] if len(gaps) >= 4 else 0.0) + least * height
