"""Many codes at once: p-values that allow for how many questions were asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def holm(p: Floats) -> Floats:
    """Return p adjusted so that the chance of any false finding stays below the level.

    It assumes nothing about how codes depend on each other; step-down maxT is more powerful where it is available.

    References
    ----------
    Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65-70.

    Examples
    --------
    >>> holm(np.array([0.01, 0.04, 0.03])).tolist()
    [0.03, 0.06, 0.06]
    """
    order = np.argsort(p, kind="stable")
    steps = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    return _put_back(np.minimum(steps, 1.0), order)


def benjamini_hochberg(p: Floats) -> Floats:
    """Return p adjusted so that the expected share of false findings among the findings stays below the level.

    References
    ----------
    Benjamini and Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57,
    289-300.

    >>> benjamini_hochberg(np.array([0.01, 0.04, 0.03, 0.005])).tolist()
    [0.02, 0.04, 0.04, 0.02]
    """
    order = np.argsort(p, kind="stable")
    shares = p[order] * len(p) / np.arange(1, len(p) + 1)
    return _put_back(np.minimum(np.minimum.accumulate(shares[::-1])[::-1], 1.0), order)


def step_down(drawn: Floats, observed: Floats, *, tie: float = 1e-9) -> tuple[Floats, Floats]:
    """Return p of each column and p adjusted by step-down maxT, from statistics drawn under no change.

    Parameters
    ----------
    drawn : array of draws x columns
        Larger is more extreme; the observed arrangement is not among them.
    observed : array
        The statistics observed.
    tie : float
        Statistics closer than this count as equal.

    Returns
    -------
    tuple of arrays
        p and adjusted p of each column, neither ever 0: the observed arrangement is counted too.

    References
    ----------
    Westfall and Young (1993), Resampling-Based Multiple Testing.

    Examples
    --------
    >>> p, adjusted = step_down(np.array([[1.0, 0.0], [0.0, 2.0], [0.0, 0.0]]), np.array([2.0, 1.0]))
    >>> p.tolist(), adjusted.tolist()
    ([0.25, 0.5], [0.5, 0.5])
    """
    order = np.argsort(-observed, kind="stable")
    ranked = drawn[:, order]
    furthest = np.maximum.accumulate(ranked[:, ::-1], axis=1)[:, ::-1]
    bar = observed[order] - tie
    p = (1 + (ranked >= bar).sum(axis=0)) / (1 + len(drawn))
    adjusted = np.maximum.accumulate((1 + (furthest >= bar).sum(axis=0)) / (1 + len(drawn)))
    return _put_back(p, order), _put_back(adjusted, order)


def _put_back(values: Floats, order: NDArray[np.int64]) -> Floats:
    placed = np.empty(len(values))
    placed[order] = values
    return placed
