"""Agreement on one code, present or absent in each unit, from sums over units that add up over persons.

So that a person can be left out, or a wave be put together, without going back to the units.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.intervals import t_quantile

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

COEFFICIENTS = ("percent", "positive", "alpha", "ac1", "kappa")
LOWEST = np.array([0.0, 0.0, -1.0, -1.0, -1.0])  # of each; the first two are shares
FEW_PERSONS, NO_DIFFERENCE, ONE_PERSON = "few persons", "no difference", "one person"  # why there is no interval
_BASE = 7  # sums that do not depend on how many coders there are


def sum_judgements(ratings: Whole, groups: Whole, number: int) -> Floats:
    """Return the sums that agreement on one code is made of, a row for each group of units.

    Parameters
    ----------
    ratings : array of units x coders
        1 where the coder found the code, 0 where not, -1 where the unit was not judged.
    groups : array of units
        Whose unit it is, from 0.
    number : int
        How many groups there are.

    Returns
    -------
    array of groups x sums
        For `agreement_of`: they add up.

    References
    ----------
    Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania.

    Examples
    --------
    >>> sum_judgements(np.array([[1, 1], [1, 0], [0, -1]]), np.array([0, 0, 1]), 2)[:, :7].tolist()
    [[2.0, 1.0, 0.0, 1.0, 2.0, 1.5, 2.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]]
    """
    yes, no = (ratings == 1).sum(axis=1).astype(np.float64), (ratings == 0).sum(axis=1).astype(np.float64)
    judged = yes + no
    twice = judged > 1
    others = np.where(twice, judged - 1.0, np.inf)
    agreed = (yes * (yes - 1.0) + no * (no - 1.0)) / others / np.where(judged > 0, judged, 1.0)
    share = yes / np.where(judged > 0, judged, 1.0)
    columns = [
        yes * (yes - 1.0) / others, yes * no / others, no * (no - 1.0) / others, agreed, twice, share, judged > 0,
    ]  # fmt: skip
    for one, other in combinations(range(ratings.shape[1]), 2):
        first, second = ratings[:, one], ratings[:, other]
        columns += [(first == x) & (second == y) for x, y in ((1, 1), (1, 0), (0, 1), (0, 0))]
    sums = [np.bincount(groups, np.asarray(column, dtype=np.float64), number) for column in columns]
    return np.column_stack(sums) if number else np.empty((0, len(sums)))


def agreement_of(sums: Floats) -> Floats:
    """Return the coefficients of agreement, in the order of `COEFFICIENTS`.

    Parameters
    ----------
    sums : array of ... x sums
        From `sum_judgements`, added up over groups.

    Returns
    -------
    array of ... x 5
        Share of agreement, positive agreement, alpha, AC1 and kappa; NaN where no unit was judged twice, and where
        only one value was given.

    Notes
    -----
    Positive agreement is the chance that another coder found the code where one did: with two coders 2a / (2a + b + c),
    with more the sum of y (y - 1) / (m - 1) over the sum of y, for y of the m coders of a unit. AC1 takes how often the
    code is found from all units, also those that were judged once. Kappa is Cohen's; with more than two coders the mean
    of all pairs that can be computed.

    References
    ----------
    Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition. Light (1971), Measures of response agreement for
    qualitative data, Psychological Bulletin 76, 365-377. Cicchetti and Feinstein (1990), High agreement but low kappa:
    II, Journal of Clinical Epidemiology 43, 551-558.

    Examples
    --------
    >>> table = np.repeat([[1, 1], [1, 0], [0, 1], [0, 0]], [80, 7, 8, 5], axis=0)
    >>> agreement_of(sum_judgements(table, np.zeros(100, dtype=int), 1)[0]).round(3).tolist()
    [0.85, 0.914, 0.318, 0.808, 0.314]
    """
    both, split, neither, agreed, twice, share, judged = np.moveaxis(sums[..., :_BASE], -1, 0)
    yes, no = both + split, neither + split
    varies = (yes > 1e-9) & (no > 1e-9)
    with np.errstate(invalid="ignore", divide="ignore"):
        percent = agreed / twice
        prevalence = share / judged
        chance = 2.0 * prevalence * (1.0 - prevalence)
        alpha = 1.0 - (yes + no - 1.0) * split / (yes * no)
        found = (percent, both / yes, alpha, (percent - chance) / (1.0 - chance), _kappa(sums[..., _BASE:]))
    return np.stack([np.where(varies, coefficient, np.nan) for coefficient in found], axis=-1)


def _kappa(tables: Floats) -> Floats:
    """Return Cohen's kappa, the mean over the pairs of coders."""
    pairs = tables.reshape(*tables.shape[:-1], tables.shape[-1] // 4, 4)
    total = pairs.sum(axis=-1)
    yes_yes, yes_no, no_yes, no_no = np.moveaxis(pairs / np.where(total > 0, total, np.nan)[..., None], -1, 0)
    one, other = yes_yes + yes_no, yes_yes + no_yes
    chance = one * other + (1.0 - one) * (1.0 - other)
    kappas = np.where(chance < 1.0 - 1e-12, (yes_yes + no_no - chance) / (1.0 - chance), np.nan)
    known = np.isfinite(kappas).sum(axis=-1)
    means: Floats = np.where(known > 0, np.nansum(kappas, axis=-1) / known, np.nan)
    return means


def jackknife_limits(
    value: Floats, without: Floats, *, level: float = 0.95, lowest: Floats | float = -1.0
) -> tuple[Floats, Floats, NDArray[np.str_]]:
    """Return the limits of coefficients of agreement, from what they would be without each person in turn.

    Parameters
    ----------
    value : array of coefficients
        The coefficient of all persons together; 1 is full agreement.
    without : array of persons x coefficients
        The same with one person left out.
    level : float
        Confidence level of the interval.
    lowest : array of coefficients or float
        What no coefficient can be below, such as 0 for a share.

    Returns
    -------
    low, high : array of coefficients
        NaN for fewer than three persons, where nobody makes a difference, and where a coefficient needs one person.
    why : array of coefficients
        Which of these it is, where a coefficient has no limits: `FEW_PERSONS`, `NO_DIFFERENCE` or `ONE_PERSON`.

    Notes
    -----
    Persons are the units, for passages of one interview are alike. The standard error is that of the log of the
    disagreement, so that the upper limit stays below full agreement; where there is none without some person, of the
    coefficient itself. The limits are those of Student's t with n - 1 degrees of freedom. In a simulation of two coders
    of 8, 12 and 24 persons it covered .92 to .97, where the percentile bootstrap over persons covered .85 to .92 at 8.

    References
    ----------
    Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11.

    Examples
    --------
    >>> low, high, _ = jackknife_limits(np.array([0.7]), np.array([[0.68], [0.75], [0.66]]))
    >>> round(float(low[0]), 2), round(float(high[0]), 2)
    (0.33, 0.87)
    >>> jackknife_limits(np.array([1.0]), np.ones((6, 1)))[2].tolist()
    ['no difference']
    """
    n = len(without)
    low, high = np.full(value.shape, np.nan), np.full(value.shape, np.nan)
    if n < 3:
        return low, high, np.where(np.isfinite(value), FEW_PERSONS, "")
    reach = t_quantile(level, n - 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        logs, log = np.log(1.0 - without), np.log(1.0 - value)
        half = reach * _error(logs)
        on_log = np.isfinite(log) & np.isfinite(logs).all(axis=0) & (half > 1e-9)
        low[on_log], high[on_log] = (1.0 - np.exp(log + side * half)[on_log] for side in (1.0, -1.0))
        plain = reach * _error(without)
        left = ~on_log & np.isfinite(without).all(axis=0) & (plain > 1e-9)
        low[left], high[left] = (value - plain)[left], np.minimum(value + plain, 1.0)[left]
    missing = np.isfinite(value) & np.isnan(low)
    why = np.where(np.isfinite(without).all(axis=0), NO_DIFFERENCE, ONE_PERSON)
    return np.maximum(low, lowest), high, np.where(missing, why, "")


def _error(without: Floats) -> Floats:
    n = len(without)
    error: Floats = np.sqrt((n - 1) / n * np.square(without - without.mean(axis=0)).sum(axis=0))
    return error
