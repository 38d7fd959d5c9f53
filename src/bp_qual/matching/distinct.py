"""Distinct numbers: what `numpy.unique` gives, without the masked arrays that it loads and `explain` never needs."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Number = TypeVar("Number", bound=np.integer[Any])


def distinct(numbers: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """Return the numbers in order, each once.

    >>> distinct(np.array([[3, 1], [3, 2]])).tolist(), distinct(np.array([], dtype=np.int64)).tolist()
    ([1, 2, 3], [])
    """
    ordered = np.sort(numbers, axis=None)
    once: npt.NDArray[Number] = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return once
