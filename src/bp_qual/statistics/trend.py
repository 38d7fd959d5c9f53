"""More than two waves: does a rate go up or down over the years within persons?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.multiplicity import step_down

Floats = NDArray[np.float64]

_CHUNK = 1000  # arrangements held in memory at once


@dataclass(frozen=True, slots=True, eq=False)
class Trend:
    """The slope of each code within persons, per unit of time, with its p alone and among all codes.

    >>> trend_test(np.ones((6, 3, 1)), np.arange(3.0), draws=99).p.tolist()
    [nan]
    """

    slope: Floats
    p: Floats
    p_adjusted: Floats


def trend_test(rates: Floats, times: Floats, *, draws: int = 9999, seed: int = 1) -> Trend:
    """Test for each code whether rates go up or down with time within persons.

    Parameters
    ----------
    rates : array of persons x waves x codes
        nan where a person was not there; who was there once only says nothing about change, and does not count.
    times : array of waves
        When each was held, for instance in years.
    draws, seed : int
        Of the permutations.

    Returns
    -------
    Trend
        nan for a code without any difference within persons.

    Notes
    -----
    Each person's rates are shuffled over the waves that person was there for. It assumes that under no change those
    waves could have come in any order. Leaving because of what one is like does no harm; leaving because of how one
    changes does. A rise followed by a fall is no trend.

    References
    ----------
    Edgington and Onghena (2007), Randomization Tests.

    Examples
    --------
    >>> rates = np.arange(3.0)[None, :, None] + np.zeros((6, 3, 1))
    >>> found = trend_test(rates, np.array([2010.0, 2015.0, 2020.0]), draws=999)
    >>> float(found.slope[0]), bool(found.p[0] < 0.01)
    (0.2, True)
    """
    there = np.isfinite(rates).all(axis=2) & (np.isfinite(rates).all(axis=2).sum(axis=1) >= 2)[:, None]
    counted = there.sum(axis=1, keepdims=True)
    middle = np.where(there, times, 0.0).sum(axis=1, keepdims=True) / np.maximum(counted, 1)
    weights = np.where(there, times - middle, 0.0)
    values = np.where(there[:, :, None], rates, 0.0).reshape(-1, rates.shape[2])
    observed = weights.ravel() @ values
    random = np.random.default_rng(seed)
    sizes = [min(_CHUNK, draws - start) for start in range(0, draws, _CHUNK)]
    drawn = np.abs(np.concatenate([_shuffled(weights, there, size, random) @ values for size in sizes]))
    size = np.sqrt((drawn**2).mean(axis=0))
    varies = size > 1e-12 * np.maximum(1.0, np.abs(values).max(axis=0, initial=0.0))
    slope, p, adjusted = (np.full(len(observed), np.nan) for _ in range(3))
    scale = (weights**2).sum()
    slope[varies] = observed[varies] / scale if scale else np.nan
    if varies.any():
        p[varies], adjusted[varies] = step_down(
            drawn[:, varies] / size[varies], np.abs(observed[varies]) / size[varies]
        )
    return Trend(slope, p, adjusted)


def _shuffled(weights: Floats, there: NDArray[np.bool_], draws: int, random: np.random.Generator) -> Floats:
    """Shuffle each person's weights over the waves that person was there for: draws x (persons x waves)."""
    shuffled = np.zeros((draws, *weights.shape))
    for row, (weight, seen) in enumerate(zip(weights, there, strict=True)):
        order = np.argsort(random.random((draws, int(seen.sum()))), axis=1)
        shuffled[:, row, seen] = weight[seen][order]
    return shuffled.reshape(draws, -1)
