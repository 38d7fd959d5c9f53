"""Co-occurrence: are two codes heard together more often than their frequencies alone would bring them together?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def log_lift(present: NDArray[np.bool_]) -> Floats:
    """Return for each pair of codes how much more often than by chance they share a stretch of talk, as a log.

    Parameters
    ----------
    present : array of stretches x codes
        Whether a code is heard in each stretch of one interview, in the order spoken.

    Returns
    -------
    array of codes x codes
        log((together + .5) / (expected + .5)); 0 where they meet as often as expected.

    Notes
    -----
    What is expected is the mean over all circular shifts of one code against the other, which keeps each code's runs as
    they are; that mean is the product of the two frequencies over the number of stretches. Jaccard's index is not
    offered: it rises when both codes become more frequent, though they have nothing to do with each other.

    Examples
    --------
    >>> present = np.array([[1, 1], [1, 1], [0, 0], [0, 0]], dtype=bool)
    >>> round(float(log_lift(present)[0, 1]), 3)
    0.511
    """
    there = present.astype(float)
    together, each = there.T @ there, there.sum(axis=0)
    expected = np.outer(each, each) / max(len(there), 1)
    lift: Floats = np.log((together + 0.5) / (expected + 0.5))
    return lift


def stretches(present: NDArray[np.bool_], length: int = 3) -> NDArray[np.bool_]:
    """Return whether each code is heard in each run of `length` sentences, every sentence beginning one.

    >>> stretches(np.array([[1], [0], [0], [0]], dtype=bool), 2).ravel().tolist()
    [True, False, False]
    """
    if len(present) <= length:
        return np.atleast_2d(np.any(present, axis=0))
    heard = np.concatenate([np.zeros((1, present.shape[1]), dtype=np.int64), np.cumsum(present, axis=0)])
    found: NDArray[np.bool_] = np.asarray(heard[length:] > heard[:-length], dtype=bool)
    return found
