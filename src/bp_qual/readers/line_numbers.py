"""Numbers that a program put beside lines: 1, 2, 3 ..., or 5, 10, 15 ..., on each page anew or throughout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_STEPS = (5, 10, 2, 3, 4)  # lines from one number to the next, where not all have one
_FEWEST_STEPS, _MOSTLY = 3, 0.8  # numbers, and the share of the lines that they count
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


def find_line_numbers(numbers: Sequence[int | None]) -> frozenset[int]:
    """Return the places of the lines whose number counts the lines.

    Parameters
    ----------
    numbers : sequence of int or None
        The number that each line has, or None.

    Returns
    -------
    frozenset of int
        All lines that have a number, if nearly all have one; or those with every second, third, fourth, fifth or tenth
        number, which stand that many lines apart. A blank line may be counted too.

    Examples
    --------
    >>> sorted(find_line_numbers([1, 2, 3, 4, 5]))
    [0, 1, 2, 3, 4]
    >>> sorted(find_line_numbers([98 if n == 1 else n + 1 if n % 5 == 4 else None for n in range(15)]))
    [4, 9, 14]
    """
    known = [(place, number) for place, number in enumerate(numbers) if number is not None]
    if are_line_numbers([number for _, number in known], len(numbers)):
        return frozenset(place for place, _ in known)
    for step in _STEPS:
        chain = _find_chain([(place, number) for place, number in known if number % step == 0], step)
        if len(chain) >= _FEWEST_STEPS and _counts(chain, numbers, step):
            return frozenset(chain)
    return frozenset()


def _counts(chain: Sequence[int], numbers: Sequence[int | None], step: int) -> bool:
    """Return whether numbers at these places count most lines; such as do not begin with the first may be said."""
    apart = sum(after - before == step for before, after in pairwise(chain))
    is_count = numbers[chain[0]] == step or apart >= _MOSTLY * (len(chain) - 1)
    return is_count and len(chain) * step >= _MOSTLY * len(numbers)


def _find_chain(known: Sequence[tuple[int, int]], step: int) -> list[int]:
    """Return the places of the most numbers of which each follows another in one step, or begins anew on a page."""
    chains: list[list[int]] = []
    for nth, (place, number) in enumerate(known):
        before: list[int] = []
        for back in range(nth - 1, -1, -1):
            away = place - known[back][0]
            if away > 2 * step:
                break
            if number in (step, known[back][1] + step) and len(chains[back]) > len(before):
                before = chains[back]
        chains.append([*before, place])
    return max(chains, key=len, default=[])
