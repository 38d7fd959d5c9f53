"""Permutation tests on arrays: what could chance alone have made of these differences?

Pure functions on numbers; no tables, no persons' names. Every test counts the observed arrangement among the possible
ones, compares with a small tolerance so that ties made by rounding stay ties, and takes its seed from the caller.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

EXACT_PAIRS = 15
TIE = 1e-9
_CELLS = 4_000_000


@dataclass(frozen=True, slots=True, eq=False)
class FlipTest:
    """What a sign-flip test found, one entry per column of differences.

    ``p`` is of each column by itself, ``p_adjusted`` by step-down maxT over all columns. ``exact`` tells for which
    columns every arrangement was counted for ``p``: those with at most 15 changed persons.

    >>> flip_test(np.ones((6, 1))).p
    array([0.03125])
    """

    p: Floats
    p_adjusted: Floats
    exact: NDArray[np.bool_]


def flip_test(differences: Floats, *, draws: int = 9999, seed: int = 1) -> FlipTest:
    """Test whether the mean of each column of paired differences is zero, by swapping each person's waves.

    Parameters
    ----------
    differences : array of persons x codes
        After minus before. Whole persons are flipped, so that what hangs together within a person stays together.
    draws : int
        How many random arrangements, where there are more than 15 persons.
    seed : int
        Seed of the random arrangements.

    Returns
    -------
    FlipTest
        Two-sided. A column without any difference has p 1.

    Notes
    -----
    Under no change a person's two waves could as well have come in the other order; the test counts how many of the
    2^n orders give a mean at least as far from zero. It assumes no distribution, and holds with few persons. It cannot
    give less than 2/2^n for n changed persons. The columns are scaled by the root of their sum of squares, which no
    flip changes, so that maxT weighs rare and frequent codes alike.

    References
    ----------
    Fisher (1935), The Design of Experiments. Westfall and Young (1993), Resampling-Based Multiple Testing.

    Examples
    --------
    Darwin's maize, in eighths of an inch: 1,726 of 32,768 orders.

    >>> maize = np.array([[49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]]).T
    >>> round(float(flip_test(maize).p[0]), 6)
    0.052673
    """
    scaled = _scaled(np.asarray(differences, dtype=float))
    n, columns = scaled.shape
    exact = n <= EXACT_PAIRS
    total = 0
    observed = np.abs(scaled.sum(axis=0))
    order = np.argsort(observed, kind="stable")
    single, stepped = np.zeros(columns, dtype=np.int64), np.zeros(columns, dtype=np.int64)
    for signs in draw_signs(n, draws=draws, seed=seed, columns=columns):
        _count_as_extreme(scaled, signs, observed, order, single, stepped)
        total += len(signs)
    extra = 0 if exact else 1
    p, adjusted = (single + extra) / (total + extra), (stepped + extra) / (total + extra)
    few = (scaled != 0).sum(axis=0) <= EXACT_PAIRS
    for column in np.flatnonzero(few) if not exact else ():
        p[column] = _exact_p(scaled[scaled[:, column] != 0, column])
    strongest_first = order[::-1]
    adjusted[strongest_first] = np.maximum.accumulate(np.maximum(adjusted, p)[strongest_first])
    return FlipTest(p, adjusted, few)


def smallest_p(changed: int) -> float:
    """Return the smallest two-sided p that a sign-flip test can give with so many changed persons.

    References
    ----------
    Fisher (1935), The Design of Experiments.

    Examples
    --------
    >>> smallest_p(6)
    0.03125
    """
    return min(1.0, math.ldexp(2.0, -changed))


def draw_signs(n: int, *, draws: int, seed: int, columns: int = 1) -> Iterator[Floats]:
    """Yield which persons' waves are swapped, in chunks of arrangements x persons: -1 for swapped, 1 for not.

    For up to 15 persons these are all arrangements, less the mirrored half, which gives the same sizes.

    Parameters
    ----------
    n : int
        Number of persons.
    draws, seed : int
        How many arrangements are drawn, and from which random numbers, for more than 15 persons.
    columns : int
        By how many columns a chunk will be multiplied; with more columns chunks are smaller, to save memory.

    Yields
    ------
    array of arrangements x persons
        What is drawn does not depend on the size of the chunks.

    References
    ----------
    Edgington and Onghena (2007), Randomization Tests.

    Examples
    --------
    >>> next(draw_signs(2, draws=9, seed=1)).tolist()
    [[1.0, 1.0], [-1.0, 1.0]]
    """
    if n <= EXACT_PAIRS:
        yield np.where(np.arange(2 ** max(n - 1, 0))[:, None] >> np.arange(n)[None, :] & 1, -1.0, 1.0)
        return
    random = np.random.default_rng(seed)
    step = 4 * max(1, _CELLS // (4 * max(n, columns)))  # whole fours: chunks change nothing drawn
    for start in range(0, draws, step):
        packed = random.integers(0, 256, size=(min(step, draws - start), -(-n // 8)), dtype=np.uint8)
        signs = np.unpackbits(packed, axis=1, count=n).astype(float)
        signs *= -2.0
        signs += 1.0
        yield signs


def _scaled(differences: Floats) -> Floats:
    size = np.sqrt((differences**2).sum(axis=0))
    return differences / np.where(size > 0, size, 1.0)


def _exact_p(differences: Floats) -> float:
    sums = np.abs(next(draw_signs(len(differences), draws=0, seed=0)) @ differences)
    return float((sums >= abs(differences.sum()) - TIE).mean())


def _count_as_extreme(
    scaled: Floats, signs: Floats, observed: Floats, order: Counts, single: Counts, stepped: Counts
) -> None:
    """Add to the counts how many arrangements are as far from zero, alone and with every weaker column."""
    sums = scaled.T @ signs.T
    furthest = np.zeros(sums.shape[1])
    for column in order:
        bar, size = observed[column] - TIE, np.abs(sums[column], out=sums[column])
        single[column] += np.count_nonzero(size >= bar)
        np.maximum(furthest, size, out=furthest)
        stepped[column] += np.count_nonzero(furthest >= bar)
