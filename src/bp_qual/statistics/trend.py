"""More than two waves: does a rate go up or down over the years within persons, and is it another in between?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.multiplicity import step_down

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Weigh = Callable[[Floats, Whole], Floats]

_CHUNK = 1000  # arrangements held in memory at once
_BEND_WAVES = 3  # that a bend needs of a person


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """The slope or the bend of each code within persons, with its p alone and among all codes.

    >>> trend_test(np.ones((6, 3, 1)), np.arange(3.0), draws=99).p.tolist()
    [nan]
    """

    size: Floats
    p: Floats
    p_adjusted: Floats


def trend_test(
    rates: Floats, times: Floats, *, households: Whole | None = None, draws: int = 9999, seed: int = 1
) -> Course:
    """Test for each code whether rates go up or down with time within persons.

    Parameters
    ----------
    rates : array of persons x waves x codes
        NaN where a person was not there; who was there once only says nothing about change, and does not count.
    times : array of waves
        When each was held, for instance in years.
    households : array of persons, optional
        The household of each, whose waves are shuffled at once; everybody is alone if not given.
    draws, seed : int
        Number and seed of the permutations.

    Returns
    -------
    Course
        The slope, per unit of time. NaN for a code without any difference within persons; p is nan too where no shuffle
        can make a difference.

    Notes
    -----
    Each person's rates are shuffled over the waves that person was there for. It assumes that under no change those
    waves could have come in any order. Leaving because of what one is like does no harm; leaving because of how one
    changes does. A rise followed by a fall is no trend: see `bend_test`. The waves of a household are shuffled in the
    same order for all its members, but only waves with each other that the same members were there for
    (`shuffled_together`): the slope is of all waves, its p of what those can tell.

    References
    ----------
    Edgington and Onghena (2007), Randomization Tests.

    Examples
    --------
    >>> rates = np.arange(3.0)[None, :, None] + np.zeros((6, 3, 1))
    >>> found = trend_test(rates, np.array([2010.0, 2015.0, 2020.0]), draws=999)
    >>> float(found.size[0]), bool(found.p[0] < 0.01)
    (0.2, True)
    """
    return _test(rates, times, _centred, 2, households=households, draws=draws, seed=seed)


def bend_test(
    rates: Floats, times: Floats, *, households: Whole | None = None, draws: int = 9999, seed: int = 1
) -> Course:
    """Test for each code whether rates are higher or lower in between than before and after, within persons.

    Parameters
    ----------
    rates : array of persons x waves x codes
        NaN where a person was not there; who was there in fewer than three waves says nothing about a bend.
    times : array of waves
        When each was held, for instance in years.
    households : array of persons, optional
        The household of each, whose waves are shuffled at once; everybody is alone if not given.
    draws, seed : int
        Number and seed of the permutations.

    Returns
    -------
    Course
        The bend: by how much the rate is higher (negative: lower) in the middle of the time from the first wave to the
        last than on the line between them. NaN as in `trend_test`.

    Notes
    -----
    The quadratic contrast, at right angles to that of `trend_test`, with the same shuffles. A steady rise is no bend;
    what rises first and then stays is one as well as a trend.

    References
    ----------
    Edgington and Onghena (2007), Randomization Tests. Winer, Brown and Michels (1991), Statistical Principles in
    Experimental Design, on polynomial contrasts of unequal steps.

    Examples
    --------
    >>> rates = np.array([1.0, 4.0, 2.0])[None, :, None] + np.zeros((6, 3, 1))
    >>> found = bend_test(rates, np.arange(3.0), draws=999)
    >>> round(float(found.size[0]), 6), bool(found.p[0] < 0.01)
    (2.5, True)
    """
    return _test(rates, times, _bent, _BEND_WAVES, households=households, draws=draws, seed=seed)


def _test(
    rates: Floats, times: Floats, weigh: Weigh, waves: int, *, households: Whole | None, draws: int, seed: int
) -> Course:
    """Test a contrast over the waves in the persons of at least so many waves."""
    there = np.isfinite(rates).all(axis=2) & (np.isfinite(rates).all(axis=2).sum(axis=1) >= waves)[:, None]
    weights = weigh(times, there.astype(np.int64) - 1)
    values = np.where(there[:, :, None], rates, 0.0).reshape(-1, rates.shape[2])
    sets = shuffled_together(there, households)
    moving = weigh(times, sets)
    observed, random = np.abs(moving.ravel() @ values), np.random.default_rng(seed)
    sizes = [min(_CHUNK, draws - start) for start in range(0, draws, _CHUNK)]
    drawn = np.abs(np.concatenate([_shuffled(moving, sets, size, random) @ values for size in sizes]))
    size = np.sqrt((drawn**2).mean(axis=0))
    varies = size > 1e-12 * np.maximum(1.0, np.abs(values).max(axis=0, initial=0.0))
    found, p, adjusted = (np.full(rates.shape[2], np.nan) for _ in range(3))
    scale = (weights**2).sum()
    if scale:
        differs = (np.ptp(np.where(there[:, :, None], rates, _first(rates, there)), axis=1) > 0).any(axis=0)
        found[differs] = (weights.ravel() @ values)[differs] / scale
    if varies.any():
        p[varies], adjusted[varies] = step_down(drawn[:, varies] / size[varies], observed[varies] / size[varies])
    return Course(found, p, adjusted)


def shuffled_together(there: Flags, households: Whole | None = None) -> Whole:
    """Return for each person and wave a number, the same for what can be shuffled; -1 for what cannot.

    Parameters
    ----------
    there : array of persons x waves
        Whether a person was there.
    households : array of persons, optional
        The household of each; everybody is alone if not given.

    Returns
    -------
    array of persons x waves
        Waves of a household with the same number had the same members there, and can be exchanged for all at once.

    Examples
    --------
    The second person lives with the first and missed the last wave.

    >>> there = np.array([[True, True, True], [True, True, False], [True, False, True]])
    >>> shuffled_together(there, np.array([1, 1, 2])).tolist()
    [[0, 0, -1], [0, 0, -1], [1, -1, 1]]
    """
    homes = np.arange(len(there)) if households is None else households
    sets, number = np.full(there.shape, -1, dtype=np.int64), 0
    for home in dict.fromkeys(homes.tolist()):
        members = np.flatnonzero(homes == home)
        patterns = there[members].T
        for pattern in np.unique(patterns[patterns.any(axis=1)], axis=0)[::-1]:
            waves = np.flatnonzero((patterns == pattern).all(axis=1))
            if len(waves) > 1:
                sets[np.ix_(members[pattern], waves)] = number
                number += 1
    return sets


def _centred(times: Floats, sets: Whole) -> Floats:
    """Give the times of each person less their mean within each set; 0 for what is in none."""
    weights = np.zeros(sets.shape)
    for number in range(int(sets.max(initial=-1)) + 1):
        own = sets == number
        counted = own.sum(axis=1, keepdims=True)
        middle = np.where(own, times, 0.0).sum(axis=1, keepdims=True) / np.maximum(counted, 1)
        weights = np.where(own, times - middle, weights)
    return weights


def _bent(times: Floats, sets: Whole) -> Floats:
    """Give how far above a line each wave lies where the rate bends once, for each person within each set."""
    weights = np.zeros(sets.shape)
    for number in range(int(sets.max(initial=-1)) + 1):
        own = sets == number
        for waves in np.unique(own, axis=0):
            if waves.sum() >= _BEND_WAVES:
                weights[np.ix_((own == waves).all(axis=1), waves)] = _above_line(times, waves)
    return weights


def _above_line(times: Floats, waves: Flags) -> Floats:
    """Give a parabola that is 1 in the middle of all the time and 0 at both ends, less its line through these waves."""
    share = ((times - times.min()) / np.ptp(times))[waves]
    curve = 4 * share * (1 - share)
    line = np.column_stack([np.ones(len(share)), share])
    above: Floats = curve - line @ np.linalg.lstsq(line, curve, rcond=None)[0]
    return above


def _first(rates: Floats, there: Flags) -> Floats:
    """Give each person's rates in the first wave that person was there for, as persons x 1 x codes."""
    first: Floats = np.nan_to_num(rates[np.arange(len(rates)), there.argmax(axis=1)])[:, None, :]
    return first


def _shuffled(weights: Floats, sets: Whole, draws: int, random: np.random.Generator) -> Floats:
    """Shuffle the weights within each set, in the same order for everybody in it: draws x (persons x waves)."""
    shuffled = np.zeros((draws, *weights.shape))
    for number in range(int(sets.max(initial=-1)) + 1):
        members = np.flatnonzero((sets == number).any(axis=1))
        waves = np.flatnonzero((sets == number).any(axis=0))
        order = np.argsort(random.random((draws, len(waves))), axis=1)
        for row in members:
            shuffled[:, row, waves] = weights[row, waves][order]
    return shuffled.reshape(draws, -1)
