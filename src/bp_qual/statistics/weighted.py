"""Other weights: is a change still there when persons count by how much they said, or when length is allowed for?

Both tests swap the two waves of whole units (persons, or persons who are not independent of each other), as the
sign-flip test does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.permutation import flip_test

Floats = NDArray[np.float64]

LEAST_SPREAD = 0.05  # of log lengths: below it length cannot be told from the passing of time


@dataclass(frozen=True, slots=True, eq=False)
class Reweighed:
    """A change of each code under other weights; NaN where it cannot be had.

    >>> nothing = np.zeros(0)
    >>> len(Reweighed(nothing, nothing, nothing).p)
    0
    """

    difference: Floats
    ratio: Floats
    p: Floats


def word_weighted(
    before: Floats, after: Floats, words: Floats, *, units: Floats, differences: Floats | None = None, seed: int = 1
) -> Reweighed:
    """Compare two waves with persons weighed by how much they said, as Mantel and Haenszel weigh strata.

    Parameters
    ----------
    before, after : array of persons x codes
        Rates.
    words : array of persons x 2
        How much each person said in the two waves.
    units : array of units x persons
        1 where a person is of a unit; the waves of a whole unit are swapped together.
    differences : array of persons x codes, optional
        What the test is given, where that is not `after - before`; 0 for persons who count as the same.
    seed : int
        Seed of the swaps, where not all are counted.

    Returns
    -------
    Reweighed
        Difference, ratio and p of each code; the ratio is NaN where a wave has no mention.

    Notes
    -----
    A person's weight is the product of the two lengths over their sum, so that a long interview beside a short one
    counts no more than the short one can bear. The weights do not change when the waves are swapped, so the test is as
    exact as that of the unweighted mean.

    References
    ----------
    Mantel and Haenszel (1959), Statistical aspects of the analysis of data from retrospective studies of disease,
    Journal of the National Cancer Institute 22, 719-748.

    Examples
    --------
    >>> rates = np.array([[1.0], [1.0]])
    >>> found = word_weighted(rates, 2 * rates, np.array([[500.0, 500], [3000, 3000]]), units=np.eye(2))
    >>> found.difference.tolist(), found.ratio.tolist()
    ([1.0], [2.0])
    """
    weight = (words.prod(axis=1) / words.sum(axis=1))[:, None]
    first, last = (weight * before).sum(axis=0), (weight * after).sum(axis=0)
    change = after - before if differences is None else differences
    both = (first > 0) & (last > 0)
    ratio = np.divide(last, first, out=np.full(len(first), np.nan), where=both)
    p = flip_test(np.round(units @ (weight * change), 9), seed=seed).p
    return Reweighed((last - first) / weight.sum(), ratio, p)


def length_adjusted(
    differences: Floats, words: Floats, *, units: Floats, draws: int = 9999, seed: int = 1
) -> Reweighed:
    """Return the mean change that is left for a person whose two interviews were equally long.

    Parameters
    ----------
    differences : array of persons x codes
        Rates, after minus before.
    words : array of persons x 2
        How much each person said in the two waves.
    units : array of units x persons
        1 where a person is of a unit.
    draws, seed : int
        Number and seed of the swaps, where not all are counted.

    Returns
    -------
    Reweighed
        Without a ratio. NaN where everybody's interviews became longer (or shorter) by the same factor: then length
        cannot be told from the passing of time.

    Notes
    -----
    The change is regressed on the log of the ratio of lengths; the intercept is the change at equal length. Its p:
    without a change the residuals of the line through the origin could as well have had the other sign (Freedman and
    Lane's scheme with sign flips), unit by unit. With a few persons it is an approximation, and a rough one: it takes
    away what goes with length, also where length itself follows from having more to say.

    References
    ----------
    Freedman and Lane (1983), A nonstochastic interpretation of reported significance levels, Journal of Business &
    Economic Statistics 1, 292-298. Winkler and others (2014), Permutation inference for the general linear model,
    NeuroImage 92, 381-397.

    Examples
    --------
    All that changed is what goes with length.

    >>> words = np.array([[1000.0, 2000], [1000, 1000], [1000, 500], [1000, 4000], [1000, 1000], [1000, 2000]])
    >>> longer = np.log(words[:, 1:] / words[:, :1])
    >>> found = length_adjusted(0.5 * longer, words, units=np.eye(6))
    >>> found.difference.round(9).tolist(), found.p.tolist()
    ([0.0], [1.0])
    """
    longer = np.log(words[:, 1]) - np.log(words[:, 0])
    columns = differences.shape[1]
    nothing = np.full(columns, np.nan)
    if len(longer) < 3 or longer.std() < LEAST_SPREAD:
        return Reweighed(nothing, nothing, nothing)
    square = (longer**2).sum()
    slope = longer @ differences / square
    own = 1.0 - longer * longer.sum() / square  # what length does not tell of having been later
    residual = differences - longer[:, None] * slope
    intercept = own @ residual / (own**2).sum()
    p = flip_test(np.round(units @ (own[:, None] * residual), 9), draws=draws, seed=seed).p
    return Reweighed(intercept, nothing, p)
