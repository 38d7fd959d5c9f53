"""How often an automatic coder is right and how much it misses, from a sample that people coded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ACCURACIES = ("precision", "recall", "f1", "specificity")


@dataclass(frozen=True, slots=True, eq=False)
class AccuracyDraws:
    """Precision, recall, F1 and specificity: the estimate, and draws of what they may be.

    >>> AccuracyDraws(np.zeros(4), np.zeros((4, 10))).limits()[0].tolist()
    [0.0, 0.0, 0.0, 0.0]
    """

    value: Floats
    draws: Floats

    def limits(self, level: float = 0.95) -> tuple[Floats, Floats]:
        """Return the limits of each: NaN where its estimate is.

        The prior draws away from 0 and 1, so where all or none was seen the limit on that side is the estimate itself.
        """
        tail = (1.0 - level) / 2.0
        low, high = np.array([limits_of(row, tail) for row in self.draws]).T
        return np.minimum(low, self.value), np.maximum(high, self.value)


def limits_of(draws: Floats, tail: float) -> tuple[float, float]:
    """Return between what draws lie but for a tail on each side; draws with nothing to divide by tell nothing.

    >>> limits_of(np.array([0.0, 0.5, 1.0, np.nan]), 0.25)
    (0.25, 0.75)
    """
    told = draws[np.isfinite(draws)]
    if not len(told):
        return np.nan, np.nan
    low, high = np.quantile(told, [tail, 1.0 - tail]).tolist()
    return low, high


def draw_accuracy(
    sizes: Floats, labels: NDArray[np.bool_], judged: Floats, right: Floats, *, rest: Floats | None = None,
    worth: Floats | None = None, draws: int = 10_000, seed: int = 1,
) -> AccuracyDraws:  # fmt: skip
    """Return how good an automatic coder is, from cells in which passages were drawn alike.

    Parameters
    ----------
    sizes : array of cells
        How many passages each holds, drawn or not, by estimate; those of either label are a whole number.
    labels : array of cells
        Whether the automatic coder found the code in the passages of the cell.
    judged, right : array of cells
        How many of them people judged, and in how many of these they found the code.
    rest : array of cells, optional
        Which share of the others has the code, by estimate; the share of those that were judged if not given.
    worth : array of cells, optional
        As how many that were drawn with equal chances those that were judged say of the others; their number if not
        given.
    draws : int
        How many.
    seed : int
        Seed of the draws.

    Returns
    -------
    AccuracyDraws
        An estimate is NaN where a cell that it needs was not judged at all, or there is nothing to divide by.

    Notes
    -----
    What was judged is known; of the other passages of each cell so many have the code as a beta-binomial distribution
    with the prior of Jeffreys draws. So no limit lies where the passages that were judged forbid it, and where the
    estimate is the most or least that they allow it is a limit itself. Recall counted in a sample of mostly hits,
    without weights, comes out 8 to 36 points too high. The interval is there where no miss was seen, too.

    References
    ----------
    Brown, Cai and DasGupta (2001), Interval estimation for a binomial proportion, Statistical Science 16, 101-133.

    Examples
    --------
    >>> hit, judged, right = np.array([True, False]), np.array([50.0, 90.0]), np.array([40.0, 2.0])
    >>> found = draw_accuracy(np.array([100.0, 900.0]), hit, judged, right)
    >>> found.value.round(3).tolist()
    [0.8, 0.8, 0.8, 0.978]
    """
    rng = np.random.default_rng(seed)
    others = np.maximum(sizes - judged, 0.0)
    worth = judged if worth is None else worth
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(judged > 0, right / judged if rest is None else rest, np.nan)
        yes = np.where(worth > 0, share * worth, 0.0) + 0.5
        shares = rng.beta(yes[:, None], (worth + 1.0 - yes)[:, None], (len(sizes), draws))
        value = _accuracy(sizes, labels, (right + np.where(others > 0, others * share, 0.0))[:, None])[:, 0]
        whole = _in_whole_passages(others, labels)
        drawn = rng.binomial(whole.astype(np.int64)[:, None], shares)
        return AccuracyDraws(value, _accuracy(judged + whole, labels, right[:, None] + drawn))


def _in_whole_passages(numbers: Floats, labels: NDArray[np.bool_]) -> Floats:
    """Return numbers of passages made whole, so that those of either label add up to what they did."""
    whole = np.empty_like(numbers)
    for value in (True, False):
        whole[labels == value] = np.diff(np.rint(np.cumsum(numbers[labels == value])), prepend=0.0)
    return whole


def _accuracy(sizes: Floats, labels: NDArray[np.bool_], with_code: Floats) -> Floats:
    """Return precision, recall, F1 and specificity for each column of how many passages of each cell have the code."""
    without = sizes[:, None] - with_code
    hit, missed = with_code[labels].sum(axis=0), with_code[~labels].sum(axis=0)
    wrong, rightly_not = without[labels].sum(axis=0), without[~labels].sum(axis=0)
    return np.stack(
        [hit / (hit + wrong), hit / (hit + missed), 2 * hit / (2 * hit + wrong + missed),
         rightly_not / (rightly_not + wrong)]
    )  # fmt: skip
