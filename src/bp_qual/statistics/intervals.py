"""Intervals on arrays: within which limits does a change lie?

Pure functions on numbers, persons down and codes across. Where a limit cannot be given it is nan, and the
caller says why.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.special_functions import special_functions

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
    stdtrit = special_functions().stdtrit

    return float(stdtrit(freedom, 0.5 + level / 2.0))


def share_interval(count: int, total: int, *, level: float = 0.95) -> tuple[float, float]:
    """Return the exact (Clopper-Pearson) limits of a share of persons; they mean something even where nobody did it.

    Parameters
    ----------
    count, total : int
        How many persons did something, of how many.
    level : float
        Confidence level.

    Returns
    -------
    tuple of float
        Low and high limit, from 0 to 1.

    References
    ----------
    Clopper and Pearson (1934), The use of confidence or fiducial limits, Biometrika 26, 404-413.

    Examples
    --------
    >>> [round(limit, 3) for limit in share_interval(0, 8)]
    [0.0, 0.369]
    """
    betaincinv = special_functions().betaincinv

    tail = (1.0 - level) / 2.0
    low = float(betaincinv(count, total - count + 1, tail)) if count else 0.0
    high = float(betaincinv(count + 1, total - count, 1.0 - tail)) if count < total else 1.0
    return low, high


def ratio_of_means(before: Floats, after: Floats, *, level: float = 0.95) -> Ratio:
    """Return the ratio of the mean of `after` to the mean of `before` for each column, with jackknife limits.

    Parameters
    ----------
    before, after : array of persons x codes
        Rates of the same persons in the same order.
    level : float
        Confidence level of the interval.

    Returns
    -------
    Ratio
        NaN where the mean before or after is zero. No limits for fewer than two persons, or where one person alone
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
    occasion: float = 0.0,
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
    occasion : float
        By how much a person's interviews differ from one occasion to the next though nothing changed, as a log standard
        deviation (`occasion_spread`). With 0 the question is only whether these two interviews differ.
    level : float
        Confidence level of the interval.

    Returns
    -------
    Clustered
        Ratio, limits and p, shaped as `before`; NaN where one of the two interviews is missing.

    Notes
    -----
    p asks whether the mentions are divided over the two waves as the words are: by a score test, which stays usable at
    a zero, or, where occasions count, by the log ratio if that is surer, for on the score's scale large ratios all
    look alike. The limits are those of the log ratio; where these would hold 1 though the score refuses it, the one
    nearest to 1 is test-based, as far from the ratio as its p says.

    References
    ----------
    Haldane (1956), The estimation and significance of the logarithm of a ratio of frequencies, Annals of Human Genetics
    20, 309-311. McCullagh and Nelder (1989), Generalized Linear Models, chapter 6. Miettinen (1976), Estimability and
    estimation in case-referent studies, American Journal of Epidemiology 103, 226-235 (test-based limits).

    Examples
    --------
    >>> found = clustered_ratio(np.array([4.0]), np.array([12.0]), np.array([1000.0]), np.array([1000.0]))
    >>> round(float(found.value[0]), 2), round(float(found.low[0]), 2), round(float(found.high[0]), 2)
    (2.78, 0.32, 23.97)
    """
    ndtr, ndtri = special_functions().ndtr, special_functions().ndtri

    earlier, later = before + 0.5, after + 0.5
    spoken = np.where((words_before > 0) & (words_after > 0), words_before + words_after, np.nan)
    share = words_after / spoken
    log_ratio = _log(later * (1.0 - share)) - _log(earlier * share)
    reach = ndtri(0.5 + level / 2.0)
    half = reach * np.sqrt(phi * (1.0 / earlier + 1.0 / later) + 2.0 * occasion**2)
    both = before + after
    even = both * share * (1.0 - share)
    spread = np.sqrt(phi * even + 2.0 * (occasion * even) ** 2)
    divided = np.abs(after - both * share) / np.where(spread > 0, spread, np.inf)
    logged = np.abs(log_ratio) * reach / half if occasion else divided
    surest = np.where(both > 0, np.fmax(divided, logged), 0.0 * divided)
    refused = (surest > reach) & (np.abs(log_ratio) <= half)
    near = np.where(refused, np.abs(log_ratio) * reach / np.where(refused, surest, 1.0), half)
    low, high = log_ratio - np.where(log_ratio > 0, near, half), log_ratio + np.where(log_ratio < 0, near, half)
    return Clustered(np.exp(log_ratio), np.exp(low), np.exp(high), 2.0 * ndtr(-surest))
