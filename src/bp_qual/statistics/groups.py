"""Groups of persons: did one kind of person change otherwise than another?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.group_units import GroupUnits
from bp_qual.statistics.multiplicity import step_down
from bp_qual.statistics.special_functions import special_functions

Floats = NDArray[np.float64]


def group_test(changes: Floats, units: GroupUnits, *, draws: int = 9999, seed: int = 1) -> tuple[Floats, Floats]:
    """Test for each code whether the mean change differs between groups of persons, by shuffling who is in which.

    Parameters
    ----------
    changes : array of persons x codes
        Changes on the scale that the question is about; of talk, logs (`log_changes`): who speaks much of a theme also
        varies much.
    units : GroupUnits
        Who is in which group, and who are one because they were interviewed or live together (`put_together`); the
        change of a unit is the mean of its persons.
    draws, seed : int
        Number and seed of the permutations, where there are more than 20,000 ways to divide the units.

    Returns
    -------
    p, p_adjusted : array
        The p of each code by itself, and by step-down maxT over the codes; nan where nobody differs.

    Notes
    -----
    The statistic is that of Brown and Forsythe, for two groups the square of Welch's t: the spread between the groups
    over the spread that their own variances would give. p is the larger of two: the share of all divisions in which it
    is at least as large (exact if the groups are alike in everything), and that of the F distribution with degrees of
    freedom as Welch and Satterthwaite give them (for groups that vary unequally). Unstudentised, a permutation test is
    wrong in up to one of three studies where a small group varies more than a large one; studentised in up to .07, at 3
    against 12 or 5 against 15; the larger of the two in up to .06. Which of three groups differs it does not say. No p
    can be below `GroupUnits.smallest_p`.

    References
    ----------
    Welch (1947), The generalization of 'Student's' problem when several different population variances are involved,
    Biometrika 34, 28-35. Brown and Forsythe (1974), The small sample behavior of some statistics which test the
    equality of several means, Technometrics 16, 129-132. Janssen (1997), Studentized permutation tests for non-i.i.d.
    hypotheses, Statistics & Probability Letters 36, 9-21.

    Examples
    --------
    All 20 ways to divide six persons: the observed one and its mirror image are the furthest apart.

    >>> from bp_qual.statistics.group_units import put_together
    >>> units = put_together(np.array([0, 0, 0, 1, 1, 1]))
    >>> p, adjusted = group_test(np.array([[5.0], [6], [5], [1], [0], [1]]), units)
    >>> p.tolist()
    [0.1]
    """
    own = units.weights @ changes
    centred = own - own.mean(axis=0)
    spread = (centred**2).sum(axis=0)
    varies = spread > 1e-12
    p, adjusted = np.full(changes.shape[1], np.nan), np.full(changes.shape[1], np.nan)
    if varies.any():
        scaled = centred[:, varies] / np.sqrt(spread[varies])
        observed = _brown_forsythe(scaled, units.groups[None])[0]
        shuffled = step_down(_brown_forsythe(scaled, units.divisions(draws, seed)), observed)
        by_variances = _unequal_variances_p(scaled, units.groups, observed)
        p[varies], adjusted[varies] = (np.maximum(by_shuffling, by_variances) for by_shuffling in shuffled)
    return p, adjusted


def log_changes(before: Floats, after: Floats, mentions: Floats) -> Floats:
    """Return the log of how much each person's rate was multiplied by, half a mention added to each wave.

    Parameters
    ----------
    before, after : array of persons x codes
        Rates.
    mentions : array of persons x codes
        Mentions of both waves together. They are taken to be divided as the rates are, so that half a mention means the
        same in interviews of unequal length, and for any measure.

    Returns
    -------
    array of persons x codes
        0 where neither wave has a mention.

    References
    ----------
    Haldane (1956), The estimation and significance of the logarithm of a ratio of frequencies, Annals of Human Genetics
    20, 309-311.

    Examples
    --------
    >>> log_changes(np.array([[1.0, 0.0]]), np.array([[3.0, 0.0]]), np.array([[4.0, 0.0]])).round(3).tolist()
    [[0.847, 0.0]]
    """
    both = before + after
    later = np.divide(after, both, out=np.zeros(both.shape), where=both > 0) * mentions
    change: Floats = np.log((later + 0.5) / (np.where(both > 0, mentions, 0.0) - later + 0.5))
    return change


def welch_p(ones: Floats, others: Floats) -> float:
    """Return the two-sided p of Welch's t test; NaN for fewer than two on a side, or no spread at all.

    Two waves as if they were different people: to be seen beside the paired comparison, not instead of it. Where
    persons left because of what they are like, it finds changes that nobody made (in simulations one in four).

    References
    ----------
    Welch (1947), The generalization of 'Student's' problem when several different population variances are involved,
    Biometrika 34, 28-35.

    Examples
    --------
    >>> round(welch_p(np.array([1.0, 2.0, 3.0, 4.0]), np.array([3.0, 5.0, 4.0, 6.0])), 4)
    0.071
    """
    stdtr = special_functions().stdtr

    if len(ones) < 2 or len(others) < 2 or max(np.ptp(ones), np.ptp(others)) < 1e-9:
        return float("nan")
    of_ones, of_others = (side.var(ddof=1) / len(side) for side in (ones, others))
    freedom = (of_ones + of_others) ** 2 / (of_ones**2 / (len(ones) - 1) + of_others**2 / (len(others) - 1))
    return float(2.0 * stdtr(freedom, -abs(ones.mean() - others.mean()) / np.sqrt(of_ones + of_others)))


def _brown_forsythe(changes: Floats, divisions: NDArray[np.int64]) -> Floats:
    """Give the spread between groups over what their variances would give, for each division and code."""
    between, within = np.zeros((len(divisions), changes.shape[1])), np.zeros((len(divisions), changes.shape[1]))
    persons = len(changes)
    for group in range(int(divisions.max(initial=-1)) + 1):
        members = (divisions == group).astype(float)
        size = np.maximum(members.sum(axis=1, keepdims=True), 1.0)
        mean, square = members @ changes / size, members @ changes**2 / size
        between += size * mean**2
        within += (1.0 - size / persons) * np.maximum(square - mean**2, 0.0) * size / np.maximum(size - 1.0, 1.0)
    statistic: Floats = between / np.maximum(within, 1e-12)
    return statistic


def _unequal_variances_p(changes: Floats, groups: NDArray[np.int64], statistic: Floats) -> Floats:
    """Give the p of Brown and Forsythe's statistic, for two groups that of Welch's t; of no spread at all, 0."""
    fdtrc = special_functions().fdtrc

    sizes = np.bincount(groups)
    variances = np.array([changes[groups == group].var(axis=0, ddof=1) for group in range(len(sizes))])
    parts = (1.0 - sizes / len(groups))[:, None] * variances
    shares = parts / np.maximum(parts.sum(axis=0), 1e-12)
    freedom = 1.0 / np.maximum((shares**2 / (sizes - 1)[:, None]).sum(axis=0), 1e-12)
    p: Floats = fdtrc(len(sizes) - 1, freedom, statistic)
    return p
