"""Which units of a list to look at, each with a known probability of being chosen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

FLOOR = 0.3  # of a sample with unequal probabilities, the part that every unit has the same chance of


def share_out(sizes: Whole, spreads: Floats, n: int, *, least: int = 2) -> Whole:
    """Return how many units to draw from each stratum, by its size times its spread (Neyman).

    Parameters
    ----------
    sizes : array of strata
        How many units each holds.
    spreads : array of strata
        A guess of the standard deviation of the error in each.
    n : int
        How many units to draw; all of them where there are fewer.
    least : int
        How many to draw at least from each stratum, so that its variance can be estimated.

    Returns
    -------
    array of strata
        Never more than a stratum holds; more than `n` together only where `least` asks for it.

    References
    ----------
    Cochran (1977), Sampling Techniques, 3rd edition, section 5.5.

    Examples
    --------
    >>> share_out(np.array([50, 50, 900]), np.array([0.4, 0.4, 0.12]), 100).tolist()
    [13, 13, 74]
    """
    chosen = np.minimum(sizes, least)
    weight = sizes * np.maximum(spreads, 1e-12)
    while chosen.sum() < n and (chosen < sizes).any():
        need = np.where(chosen < sizes, weight / (chosen + 1.0), -1.0)
        open_weight = weight[chosen < sizes].sum()
        whole = np.floor(n * weight / open_weight).astype(np.int64)
        target = np.minimum(np.maximum(chosen, whole), sizes)
        if target.sum() <= n and target.sum() > chosen.sum():
            chosen = target
        else:
            chosen[int(need.argmax())] += 1
    return chosen


def draw_strata(strata: Whole, numbers: Whole, rng: np.random.Generator) -> Flags:
    """Return which units are drawn, the number asked for from each stratum without replacement.

    Parameters
    ----------
    strata : array of units
        The number of the stratum of each.
    numbers : array of strata
        How many to draw.
    rng : Generator
        A generator of numpy.

    Returns
    -------
    array of units
        True where drawn.

    References
    ----------
    Cochran (1977), Sampling Techniques, 3rd edition, chapter 5.

    Examples
    --------
    >>> drawn = draw_strata(np.array([0, 0, 0, 1, 1]), np.array([1, 2]), np.random.default_rng(1))
    >>> int(drawn.sum()), drawn[3:].tolist()
    (3, [True, True])
    """
    drawn = np.zeros(len(strata), dtype=bool)
    for stratum, number in enumerate(numbers.tolist()):  # units of a stratum beyond these are left alone
        units = np.flatnonzero(strata == stratum)
        drawn[rng.choice(units, number, replace=False)] = True
    return drawn


def unequal_chances(sizes: Floats, n: int, *, floor: float = FLOOR) -> Floats:
    """Return the probability of each unit to be drawn: in proportion to `sizes`, with a part that is the same for all.

    Parameters
    ----------
    sizes : array of units
        How much each unit is expected to tell.
    n : int
        The sum of the probabilities.
    floor : float
        The part of the sample that is drawn as if all units were alike: a guess that is wrong costs little.

    Returns
    -------
    array of units
        At most 1, and above 0.

    References
    ----------
    Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 3.6.

    Examples
    --------
    >>> unequal_chances(np.array([1.0, 1.0, 8.0]), 2).round(2).tolist()
    [0.5, 0.5, 1.0]
    """
    number = len(sizes)
    if n >= number:
        return np.ones(number)
    total = sizes.sum()
    shares = sizes / total if total > 0 else np.full(number, 1.0 / number)
    weight: Floats = floor / number + (1.0 - floor) * shares
    sure = np.zeros(number, dtype=bool)
    while True:
        chances = np.where(sure, 1.0, (n - sure.sum()) * weight / weight[~sure].sum())
        over = (chances >= 1.0) & ~sure
        if not over.any():
            return np.minimum(chances, 1.0)
        sure |= over


def mix_within(cells: Sequence[str], rng: np.random.Generator) -> Whole:
    """Return an order in which units of one cell stand together, the cells and what is in them at random.

    A sample that is drawn systematically from it is spread over the cells, and no order that the units came in (the
    third answer of every interview, say) can go along with its steps.

    Parameters
    ----------
    cells : sequence of str
        The cell of each unit.
    rng : Generator
        A generator of numpy.

    Returns
    -------
    array of units

    Examples
    --------
    >>> order = mix_within(["a", "b", "a", "b"], np.random.default_rng(1))
    >>> ["abab"[at] for at in order.tolist()]
    ['a', 'a', 'b', 'b']
    """
    _, cell = np.unique(np.array(cells, dtype=str), return_inverse=True)
    places = rng.permutation(int(cell.max(initial=-1)) + 1)
    return np.lexsort((rng.random(len(cell)), places[cell]))


def draw_in_order(chances: Floats, rng: np.random.Generator, order: Whole | None = None) -> Flags:
    """Return which units are drawn, systematically: one random start, then even steps.

    Parameters
    ----------
    chances : array of units
        With which probability each is to be drawn.
    rng : Generator
        A generator of numpy.
    order : array of units, optional
        The steps go through them in this order, as from `mix_within`; in that of the list if not given. Neighbours in
        it are not drawn together, so that one by wave and person spreads the sample.

    Returns
    -------
    array of units
        Whether each is drawn.

    References
    ----------
    Madow (1949), On the theory of systematic sampling, II, Annals of Mathematical Statistics 20, 333-354.

    Examples
    --------
    >>> int(draw_in_order(np.full(6, 0.5), np.random.default_rng(1)).sum())
    3
    """
    places = np.arange(len(chances)) if order is None else order
    sums = np.zeros(len(chances) + 1)
    sums[1:] = np.cumsum(chances[places])
    steps = np.floor(sums + (1.0 - 1e-9 - rng.random()))
    drawn = np.zeros(len(chances), dtype=bool)
    drawn[places] = np.diff(steps) > 0
    return drawn


def draw_beside(
    sizes: Floats, drawn: Flags, stated: Floats, n: int, rng: np.random.Generator, order: Whole | None = None
) -> tuple[Flags, Floats, Floats]:
    """Draw more units beside those of a sample with unequal probabilities, from the units that are left.

    Parameters
    ----------
    sizes : array of units
        As for `unequal_chances`, with which the first were drawn.
    drawn : array of units
        True where drawn already.
    stated : array of units drawn
        With which probabilities, in any order.
    n : int
        How many more; a few more or fewer are drawn, by what the first left over.
    rng : Generator
        A generator of numpy.
    order : array of units, optional
        In which they are drawn systematically.

    Returns
    -------
    drawn, chances, first : array of units
        Those of both draws, with which probability p' each is in one of them, and p in the first. What was left by the
        first is drawn with (p' - p) / (1 - p), so that p' is that of one sample that is n larger.

    Raises
    ------
    ValueError
        Where the units cannot have been drawn with these probabilities.

    References
    ----------
    Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 9.2 (two draws, each with known
    probabilities).

    Examples
    --------
    >>> first = np.array([True, False, True, False])
    >>> both, chances, early = draw_beside(np.ones(4), first, np.full(2, 0.5), 1, np.random.default_rng(1))
    >>> int(both.sum()), chances.tolist(), early.tolist()
    (3, [0.75, 0.75, 0.75, 0.75], [0.5, 0.5, 0.5, 0.5])
    """
    before = _asked_of(sizes, drawn, stated)
    first, both = (unequal_chances(sizes, number) for number in (before, before + n))
    left = np.where(drawn, 0.0, (both - first) / np.where(first < 1.0, 1.0 - first, 1.0))
    return drawn | draw_in_order(left, rng, order), both, first


def _asked_of(sizes: Floats, drawn: Flags, stated: Floats) -> int:
    """Return how many units a sample with unequal probabilities was to have; it may have a few more or fewer."""
    low, high, wanted = 0, len(sizes), float(stated.sum())
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if unequal_chances(sizes, middle)[drawn].sum() < wanted - 1e-6 else (low, middle)
    again = unequal_chances(sizes, low)[drawn]
    if len(stated) != len(again) or not np.allclose(np.sort(again), np.sort(stated)):
        raise ValueError("the sample was drawn with other probabilities than there are now: draw a new one")
    return low
