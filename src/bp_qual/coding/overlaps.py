"""Stretches of a text that overlap others, as arrays."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def overlapping(start: Ints, end: Ints, other_start: Ints, other_end: Ints) -> npt.NDArray[np.bool_]:
    """Return which stretches overlap any of the others.

    Parameters
    ----------
    start, end : array of int
        The stretches, half-open.
    other_start, other_end : array of int
        The others, in any order.

    Returns
    -------
    array of bool
        One value a stretch.

    Examples
    --------
    >>> overlapping(np.array([0, 5, 9]), np.array([4, 8, 12]), np.array([7, 4]), np.array([9, 5])).tolist()
    [False, True, False]
    """
    if not len(other_start):
        return np.zeros(len(start), dtype=bool)
    order = np.argsort(other_start, kind="stable")
    reach = np.maximum.accumulate(other_end[order])
    before = np.searchsorted(other_start[order], end) - 1
    found: npt.NDArray[np.bool_] = (before >= 0) & (reach[np.maximum(before, 0)] > start)
    return found
