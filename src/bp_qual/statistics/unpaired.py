"""Two waves as if they were different people: to be seen beside the paired comparison, not instead of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def welch(one: Floats, other: Floats) -> float:
    """Return the two-sided p of Welch's t test; nan for fewer than two on a side, or no spread at all.

    Where persons left because of what they are like, it finds changes that nobody made (in simulations one in four).

    >>> round(welch(np.array([1.0, 2.0, 3.0, 4.0]), np.array([3.0, 5.0, 4.0, 6.0])), 4)
    0.071
    """
    from scipy.special import stdtr

    if len(one) < 2 or len(other) < 2:
        return float("nan")
    parts = one.var(ddof=1) / len(one), other.var(ddof=1) / len(other)
    error = sum(parts)
    if error <= 0:
        return float("nan")
    freedom = error**2 / (parts[0] ** 2 / (len(one) - 1) + parts[1] ** 2 / (len(other) - 1))
    return float(2.0 * stdtr(freedom, -abs(other.mean() - one.mean()) / np.sqrt(error)))
