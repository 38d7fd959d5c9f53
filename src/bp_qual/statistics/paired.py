"""Other ways to test and to size a paired change: ranks, Student's t, and effect sizes.

One column of differences at a time, after minus before, already rounded so that ties are ties.
"""

from __future__ import annotations

from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.special_functions import special_functions

Floats = NDArray[np.float64]

EXACT_RANKS = 60


def wilcoxon_p(differences: Floats, *, zeros: str = "pratt") -> float:
    """Return the exact two-sided p of Wilcoxon's signed-rank test, whatever the ties and zeros.

    Parameters
    ----------
    differences : array
        One for each person.
    zeros : {"pratt", "drop"}
        Whether persons without change are ranked and then left out, or left out first.

    Notes
    -----
    Asks whether changes lean to one side, by rank: one person with a huge change weighs little more than the next. It
    is exact under the same swapping of waves as the sign-flip test, counted by convolution over the ranks there are (up
    to 60 changed persons; beyond that the normal curve is close enough). It says nothing of the size of the change.

    References
    ----------
    Wilcoxon (1945); Pratt (1959), Remarks on zeros and ties in the Wilcoxon signed rank procedures, JASA 54, 655-667.

    Examples
    --------
    >>> wilcoxon_p(np.array([1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4]))
    0.00390625
    """
    ranks, signs = _signed_ranks(differences, zeros)
    if not len(ranks):
        return 1.0
    total = ranks.sum()
    observed = abs(ranks[signs > 0].sum() - total / 2)
    if len(ranks) > EXACT_RANKS:
        return erfc(observed / sqrt((ranks.astype(float) ** 2).sum() / 2))
    ways, reached = np.zeros(total + 1), 1
    ways[0] = 1.0
    for rank in ranks.tolist():
        ways[rank : rank + reached] += ways[:reached].copy()
        reached += rank
    return float(ways[np.abs(np.arange(total + 1) - total / 2) >= observed].sum() / 2.0 ** len(ranks))


def paired_t_p(differences: Floats) -> Floats:
    """Return the two-sided p of the paired t test for each column; NaN where all changed by the same amount.

    References
    ----------
    Student (1908), The probable error of a mean, Biometrika 6, 1-25.

    >>> sleep = np.array([1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4])
    >>> paired_t_p(sleep[:, None]).round(5).tolist()
    [0.00283]
    """
    stdtr = special_functions().stdtr

    n, columns = differences.shape
    p = np.full(columns, np.nan)
    varies = np.ptp(differences, axis=0) > 0 if n > 1 else np.zeros(columns, dtype=bool)
    own = differences[:, varies]
    p[varies] = 2.0 * stdtr(n - 1, -np.abs(own.mean(axis=0)) / (own.std(axis=0, ddof=1) / np.sqrt(n)))
    return p


def dz(differences: Floats) -> float:
    """Return the mean change in standard deviations of the change; NaN where nobody differs from another.

    References
    ----------
    Lakens (2013), Calculating and reporting effect sizes to facilitate cumulative science, Frontiers in Psychology 4,
    863.

    Examples
    --------
    >>> round(dz(np.array([1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4])), 6)
    1.284558
    """
    spread = differences.std(ddof=1) if len(differences) > 1 else 0.0
    return float(differences.mean() / spread) if spread > 0 else float("nan")


def rank_biserial(differences: Floats, *, zeros: str = "pratt") -> float:
    """Return by how much the ranks of the rises outweigh those of the falls, from -1 to 1; NaN without any change.

    References
    ----------
    Kerby (2014), The simple difference formula: an approach to teaching nonparametric correlation, Comprehensive
    Psychology 3, 1.

    Examples
    --------
    >>> data = np.array([0, 0, 1, 1, 2, -1, 3, 2, 2, 4.0])
    >>> round(rank_biserial(data), 6), round(rank_biserial(data, zeros="drop"), 6)
    (0.846154, 0.888889)
    """
    ranks, signs = _signed_ranks(differences, zeros)
    return float((ranks * signs).sum() / ranks.sum()) if len(ranks) else float("nan")


def standardised_difference(ones: Floats, others: Floats) -> float:
    """Return the difference of two groups' means in pooled standard deviations; NaN for a group of one or no spread.

    References
    ----------
    Cohen (1988), Statistical Power Analysis for the Behavioral Sciences.

    Examples
    --------
    >>> standardised_difference(np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 4.0]))
    -1.0
    """
    if len(ones) < 2 or len(others) < 2:
        return float("nan")
    spread = np.sqrt((ones.var(ddof=1) + others.var(ddof=1)) / 2)
    return float((ones.mean() - others.mean()) / spread) if spread > 0 else float("nan")


def _signed_ranks(differences: Floats, zeros: str) -> tuple[NDArray[np.int64], Floats]:
    """Give doubled midranks, so that they are whole, and signs, of the persons who changed."""
    if zeros not in ("pratt", "drop"):
        raise ValueError(f"zeros are handled by 'pratt' or 'drop', not {zeros!r}")
    ranked = differences if zeros == "pratt" else differences[differences != 0]
    changed = ranked != 0
    _, level, size = np.unique(np.abs(ranked), return_inverse=True, return_counts=True)
    ranks = (2 * np.cumsum(size) - size + 1)[level]
    return ranks[changed], np.sign(ranked)[changed]
