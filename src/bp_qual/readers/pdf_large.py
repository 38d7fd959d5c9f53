"""Lines in large letters that are printed over smaller ones: a watermark, or a line whose size was damaged.

In rows of letters they would be mixed with the talk under them; they are taken out, to be read by themselves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from bp_qual.readers.pdf_signs import Letter

_TIMES = 2.5  # as high as those under them
_FEWEST = 4  # letters under a line: a large initial or brace has none
_MOST_LOOKS = 2_000_000  # of a page, at one letter under one line

_Band = tuple[float, float]  # the middle and the height of the letters of one line


def part_large(letters: Sequence[Letter]) -> tuple[list[Letter], list[Letter]]:
    """Return the letters of a page without the lines in large ones over others, and those lines.

    Parameters
    ----------
    letters : sequence of Letter
        As the page draws them.

    Returns
    -------
    list of Letter, list of Letter
        A page with more large lines than can be looked at keeps them all where they are.

    Examples
    --------
    >>> talk = [Letter(sign, 5 * n, 5 * n + 5, 20, 30, "", "") for n, sign in enumerate("samen")]
    >>> rest, large = part_large([*talk, Letter("X", 0, 60, 0, 50, "", "")])
    >>> [letter.text for letter in rest], [letter.text for letter in large]
    (['s', 'a', 'm', 'e', 'n'], ['X'])
    """
    seen = [letter for letter in letters if not letter.text.isspace() and letter.height > 0]
    least, most = (pick((letter.height for letter in seen), default=0.0) for pick in (min, max))
    if most < _TIMES * least:
        return list(letters), []
    small = sorted((letter for letter in seen if letter.height * _TIMES <= most), key=_middle)
    lines = defaultdict[_Band, list[Letter]](list)
    for letter in seen:
        if letter.height >= _TIMES * least:
            lines[_band(letter)].append(letter)
    over = _over(lines, small)
    rest = [letter for letter in letters if _band(letter) not in over]
    return rest, [letter for letter in letters if _band(letter) in over]


def _over(lines: dict[_Band, list[Letter]], small: Sequence[Letter]) -> set[_Band]:
    """Return the lines under whose letters there are much smaller ones."""
    middles, over, looks = list(map(_middle, small)), set[_Band](), 0
    for band, line in lines.items():
        middle, height = band
        first = bisect_left(middles, middle - height / 4)  # beyond that a letter has no ink, but its box goes on
        last = bisect_right(middles, middle + height / 4)
        looks += last - first
        if looks > _MOST_LOOKS:
            break
        line.sort(key=lambda letter: letter.left)
        lefts = [letter.left for letter in line]
        under = 0
        for letter in small[first:last]:
            centre = (letter.left + letter.right) / 2
            place = bisect_right(lefts, centre) - 1
            under += place >= 0 and centre < line[place].right and letter.height * _TIMES <= height
        if under >= _FEWEST:
            over.add(band)
    return over


def _middle(letter: Letter) -> float:
    return (letter.top + letter.bottom) / 2


def _band(letter: Letter) -> _Band:
    return round(_middle(letter), 1), round(letter.height, 1)
