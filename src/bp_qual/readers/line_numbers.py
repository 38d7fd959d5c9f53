"""Numbers that a program put before each line: 1, 2, 3 ..., on each page anew or throughout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_FEWEST, _NEARLY = 5, 0.9  # numbers, and the share of lines that have one and of numbers that follow the one before


def are_line_numbers(numbers: Sequence[int], lines: int) -> bool:
    """Return whether the numbers that lines begin with count the lines.

    Parameters
    ----------
    numbers : sequence of int
        In the order of the lines that have one.
    lines : int
        How many lines there are.

    Returns
    -------
    bool
        Whether nearly all lines have a number, and nearly all of these are one more than the number before.

    Examples
    --------
    >>> [are_line_numbers(found, 5) for found in ([1, 2, 3, 4, 5], [1, 2, 3, 4], [3, 12, 5, 7, 1])]
    [True, False, False]
    """
    if len(numbers) < _FEWEST or len(numbers) < _NEARLY * lines:
        return False
    follow = sum(after == before + 1 for before, after in pairwise(numbers))
    return follow >= _NEARLY * (len(numbers) - 1)
