"""Thresholds: how much would have to be otherwise for a change to be gone, or to be shown to be small?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FEWEST_CHANGED = 6  # persons, or households: with fewer no change is tested
FEWEST_BENT = 4  # persons of three waves, or households: with fewer no p of a bend is sure to reach .05
LEAST_RECALL_RATIO = 1.0 / 3.0  # .28 against .85; coders and codebooks seldom differ more between waves


@dataclass(frozen=True, slots=True)
class Tipping:
    """How unequally the coding would have to work for a change to be no longer clear, or gone.

    Each number is a share: of the recall in the wave with more, the recall that the other wave would have to have; and
    of what was found in the wave with more, the part that would have to be wrong while nothing is in the other. NaN for
    `unclear` where the change is not clear to begin with.

    >>> Tipping(0.9, 0.5, 0.1, 0.5).recall_gone
    0.5
    """

    recall_unclear: float
    recall_gone: float
    false_unclear: float
    false_gone: float

    @property
    def hardly_recall(self) -> bool:
        """Whether recall alone can hardly explain that the change can be told from chance, if it can.

        >>> Tipping(0.2, 0.1, 0.8, 0.9).hardly_recall, Tipping(0.8, 0.1, 0.2, 0.9).hardly_recall
        (True, False)
        >>> Tipping(np.nan, 0.1, np.nan, 0.9).hardly_recall
        False
        """
        return self.recall_unclear < LEAST_RECALL_RATIO


def tipping_thresholds(ratio: float, low: float, high: float) -> Tipping:
    """Return how unequal recall, or how many false hits in one wave, would undo a ratio of mean rates.

    Parameters
    ----------
    ratio : float
        Later over earlier; infinite or zero where one wave has no mention.
    low, high : float
        Its limits.

    Returns
    -------
    Tipping
        The relative recall, and the share of false hits, at which the interval would reach 1 (`unclear`; NaN where it
        does already) and at which the ratio itself would be 1 (`gone`).

    Notes
    -----
    If the coding finds a share r of what is there in one wave and another share in the other, the ratio seen is the
    true one times the ratio of these shares. If it finds too much in the wave with more, the ratio shrinks by the share
    that is wrong. Each is asked as if the other were in order.

    References
    ----------
    Lash, Fox and Fink (2009), Applying Quantitative Bias Analysis to Epidemiologic Data, chapter 6.

    Examples
    --------
    >>> found = tipping_thresholds(1.8, 1.25, 2.6)
    >>> round(found.recall_unclear, 2), round(found.recall_gone, 2), round(found.false_gone, 2)
    (0.8, 0.56, 0.44)
    """
    gone = min(ratio, 1.0 / ratio if ratio else float("inf"))
    near = 1.0 / low if low > 1 else high if high < 1 else float("nan")
    return Tipping(near, gone, 1.0 - near, 1.0 - gone)


def within_factor(low: Floats, high: Floats, factor: float) -> NDArray[np.bool_]:
    """Return which ratios are shown to lie within a factor of 1: two one-sided tests by way of an interval.

    Parameters
    ----------
    low, high : array
        Limits of level 1 - 2 alpha: for two tests at .05 those of a 90 % interval. An open limit shows nothing.
    factor : float
        The margin, decided beforehand; above 1.

    Returns
    -------
    array of bool
        True where the whole interval lies within the margin.

    Raises
    ------
    ValueError
        For a factor of 1 or less.

    References
    ----------
    Schuirmann (1987), A comparison of the two one-sided tests procedure and the power approach for assessing the
    equivalence of average bioavailability, Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680.

    Examples
    --------
    >>> within_factor(np.array([0.8, 0.5]), np.array([1.3, 1.3]), 1.5).tolist()
    [True, False]
    """
    if factor <= 1:
        raise ValueError(f"the margin is a factor above 1, such as 1.5, not {factor:g}")
    return np.asarray((low > 1.0 / factor) & (high < factor))


def dropout_bound(changes: Floats, dropouts: Floats) -> Floats:
    """Return the least mean change of completers and dropouts together: no dropout can fall below zero.

    Parameters
    ----------
    changes : array of completers x codes
        After minus before.
    dropouts : array of dropouts x codes
        Their rates before they left.

    Notes
    -----
    There is no upper bound: what a dropout might have said more has no limit.

    References
    ----------
    Manski (1990), Nonparametric bounds on treatment effects, American Economic Review 80, 319-323.

    Examples
    --------
    Eight completers rose by 1.6 on average; the one dropout, at 7 before, can at most take 7 away.

    >>> dropout_bound(np.full((8, 1), 1.625), np.array([[7.0]])).round(2).tolist()
    [0.67]
    """
    together = len(changes) + len(dropouts)
    bound: Floats = (changes.sum(axis=0) - dropouts.sum(axis=0)) / max(together, 1)
    return bound
