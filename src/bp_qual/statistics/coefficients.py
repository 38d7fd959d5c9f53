"""Coefficients of agreement between coders who judged the same units.

Ratings are an array of units x coders with the number of the value that each coder gave, and -1 where a coder did not
judge the unit. What is nominal, ordinal or a set of labels is in the distances between the values.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha with the disagreement observed and that expected by chance; NaN where nothing varies.

    >>> Alpha(0.095, 0.4, 0.442).observed
    0.4
    """

    value: float
    observed: float
    expected: float


@dataclass(frozen=True, slots=True)
class ChanceCorrected:
    """Share of agreement, and what is left of it after three ideas of chance.

    ``percent`` is the mean over units of the share of pairs of coders that agree, ``fleiss`` Fleiss' kappa, ``ac1``
    Gwet's AC1 and ``uniform`` the coefficient of Brennan and Prediger (S).

    >>> ChanceCorrected(0.85, 0.32, 0.808, 0.7).ac1
    0.808
    """

    percent: float
    fleiss: float
    ac1: float
    uniform: float


@dataclass(frozen=True, slots=True)
class TwoCoders:
    """Agreement of two coders: share, Cohen's kappa, Scott's pi.

    >>> TwoCoders(0.7, 0.348, 0.341).kappa
    0.348
    """

    percent: float
    kappa: float
    pi: float


def count_coincidences(ratings: Whole, values: int) -> Floats:
    """Return how often each value goes with each other, over all pairs of coders of one unit.

    Each unit counts for as many as judged it; a unit that one coder judged does not count.

    >>> count_coincidences(np.array([[0, 1], [1, 1], [0, -1]]), 2).tolist()
    [[0.0, 1.0], [1.0, 2.0]]
    """
    counts = _count(ratings, values)
    judged = counts.sum(axis=1)
    pairs = counts[judged > 1]
    weight = 1.0 / (judged[judged > 1] - 1.0)
    found: Floats = (pairs * weight[:, None]).T @ pairs - np.diag((pairs * weight[:, None]).sum(axis=0))
    return found


def krippendorff_alpha(coincidences: Floats, distance: Floats | None = None) -> Alpha:
    """Return Krippendorff's alpha: one minus observed over expected disagreement.

    Parameters
    ----------
    coincidences : array of values x values
        From `count_coincidences`.
    distance : array of values x values, optional
        How far two values are from each other; 1 between any two if not given (nominal).

    Returns
    -------
    Alpha
        NaN where only one value was given: without variation there is nothing to agree on.

    Notes
    -----
    Any number of coders, with missing judgements. 1 is full agreement, 0 what the values would give if they had been
    dealt out over units by chance. With rare values a few units decide on it, so show how rare they are beside it.

    References
    ----------
    Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania.

    Examples
    --------
    >>> meg, owen = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    >>> round(krippendorff_alpha(count_coincidences(np.array([meg, owen]).T, 2)).value, 3)
    0.095
    """
    sums = coincidences.sum(axis=1)
    total = float(sums.sum())
    apart = 1.0 - np.eye(len(sums)) if distance is None else distance
    if total < 2:
        return Alpha(np.nan, np.nan, np.nan)
    observed = float((coincidences * apart).sum()) / total
    expected = float((np.outer(sums, sums) * apart).sum()) / (total * (total - 1.0))
    return Alpha(1.0 - observed / expected if expected > 0 else np.nan, observed, expected)


def ordinal_distance(coincidences: Floats) -> Floats:
    """Return the squared distances of ordered values: how many judgements lie between them.

    >>> ordinal_distance(np.diag([2.0, 1.0, 1.0])).tolist()
    [[0.0, 2.25, 6.25], [2.25, 0.0, 1.0], [6.25, 1.0, 0.0]]
    """
    sums = coincidences.sum(axis=1)
    middle = np.cumsum(sums) - sums / 2.0
    squared: Floats = np.square(middle[:, None] - middle[None, :])
    return squared


def interval_distance(values: Floats) -> Floats:
    """Return the squared differences of values.

    >>> interval_distance(np.array([1.0, 3.0])).tolist()
    [[0.0, 4.0], [4.0, 0.0]]
    """
    squared: Floats = np.square(values[:, None] - values[None, :])
    return squared


def ratio_distance(values: Floats) -> Floats:
    """Return the squared differences of values over their sums.

    >>> ratio_distance(np.array([1.0, 3.0])).tolist()
    [[0.0, 0.25], [0.25, 0.0]]
    """
    sums = values[:, None] + values[None, :]
    squared: Floats = np.square((values[:, None] - values[None, :]) / np.where(sums == 0, 1.0, sums))
    return squared


def masi_distance(labels: Sequence[AbstractSet[str]]) -> Floats:
    """Return how far sets of labels are from each other: one minus M times the Jaccard index (MASI).

    M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap, 0 otherwise; two empty sets are equal.
    What other programs call MASI multiplies the Jaccard *distance* by M, which is another measure.

    References
    ----------
    Passonneau (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation, LREC.

    Examples
    --------
    >>> masi_distance([{"a", "b"}, {"a", "b", "c", "d"}, set()]).round(3).tolist()
    [[0.0, 0.667, 1.0], [0.667, 0.0, 1.0], [1.0, 1.0, 0.0]]
    """
    return np.array([[_masi(one, other) for other in labels] for one in labels], dtype=np.float64).reshape(
        len(labels), len(labels)
    )


def _masi(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    if one == other:
        return 0.0
    common = one & other
    if not common:
        return 1.0
    share = 2.0 / 3.0 if one <= other or other <= one else 1.0 / 3.0
    return 1.0 - share * len(common) / len(one | other)


def correct_for_chance(ratings: Whole, values: int) -> ChanceCorrected:
    """Return the share of agreement of any number of coders, and three coefficients made of it.

    Parameters
    ----------
    ratings : array of units x coders
        Numbers of values from 0, or -1.
    values : int
        How many values there are.

    Returns
    -------
    ChanceCorrected
        NaN where no unit was judged twice, or chance alone gives full agreement.

    Notes
    -----
    A unit that one coder judged tells nothing about agreement, but does tell how often a value is given, so it counts
    for what chance would give. AC1 stays high where a value is rare, kappa and alpha fall: show both, with prevalence.

    References
    ----------
    Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition. Fleiss (1971), Measuring nominal scale agreement
    among many raters, Psychological Bulletin 76, 378-382. Brennan and Prediger (1981), Coefficient kappa: some uses,
    misuses, and alternatives, Educational and Psychological Measurement 41, 687-699.

    Examples
    --------
    >>> table = np.repeat([[1, 1], [1, 0], [0, 1], [0, 0]], [80, 7, 8, 5], axis=0)
    >>> round(correct_for_chance(table, 2).ac1, 3)
    0.808
    """
    counts = _count(ratings, values)
    judged = counts.sum(axis=1)
    twice = judged > 1
    if not twice.any():
        return ChanceCorrected(np.nan, np.nan, np.nan, np.nan)
    pairs, number = counts[twice], judged[twice]
    percent = float(((pairs * (pairs - 1.0)).sum(axis=1) / (number * (number - 1.0))).mean())
    share = (counts[judged > 0] / judged[judged > 0, None]).mean(axis=0)
    by_chance = (float((share**2).sum()), float((share * (1.0 - share)).sum()) / max(values - 1, 1), 1.0 / values)
    return ChanceCorrected(percent, *(_beyond(percent, chance) for chance in by_chance))


def compare_two(table: Floats, distance: Floats | None = None) -> TwoCoders:
    """Return how far two coders agree, from a table of what the one gave where the other gave what.

    Parameters
    ----------
    table : array of values x values
        How many units the first coder gave the value of the row and the second that of the column.
    distance : array of values x values, optional
        How far two values are from each other; 1 between any two if not given.

    Returns
    -------
    TwoCoders
        NaN where only one value was given.

    References
    ----------
    Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 37-46.
    Scott (1955), Reliability of content analysis, Public Opinion Quarterly 19, 321-325.

    Examples
    --------
    >>> round(compare_two(np.array([[88.0, 14, 18], [10, 40, 10], [2, 6, 12]])).kappa, 3)
    0.492
    >>> compare_two(np.array([[0.0, 500], [500, 0]])).kappa
    -1.0
    """
    apart = 1.0 - np.eye(len(table)) if distance is None else distance
    shares = table / max(float(table.sum()), 1.0)
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    both = (rows + columns) / 2.0
    observed = float((shares * apart).sum())
    return TwoCoders(
        1.0 - observed,
        *(_beyond(1.0 - observed, 1.0 - float((np.outer(*margins) * apart).sum()))
          for margins in ((rows, columns), (both, both))),
    )  # fmt: skip


def _beyond(share: float, chance: float) -> float:
    return (share - chance) / (1.0 - chance) if chance < 1.0 - 1e-12 else float("nan")


def _count(ratings: Whole, values: int) -> Floats:
    counts: Floats = (ratings[:, :, None] == np.arange(values)).sum(axis=1).astype(np.float64)
    return counts
