"""Groups of persons: did one kind of person change otherwise than another?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.multiplicity import step_down

Floats = NDArray[np.float64]


def group_test(
    changes: Floats, groups: NDArray[np.int64], *, draws: int = 9999, seed: int = 1
) -> tuple[Floats, Floats]:
    """Test for each code whether the mean change differs between groups of persons, by shuffling who is in which.

    Parameters
    ----------
    changes : array of persons x codes
        After minus before.
    groups : array of persons
        The group of each, 0, 1, 2 ...
    draws, seed : int
        Of the permutations.

    Returns
    -------
    p, p_adjusted : array
        Of each code by itself, and by step-down maxT over the codes; nan where nobody differs.

    Notes
    -----
    The statistic is the share of the spread of changes that lies between the groups. It assumes that under no
    difference persons could as well have been in each other's group, so also that groups spread alike. Which of three
    groups differs it does not say.

    Examples
    --------
    >>> p, adjusted = group_test(np.array([[5.0], [6], [5], [1], [0], [1]]), np.array([0, 0, 0, 1, 1, 1]), draws=999)
    >>> bool(0.05 < p[0] < 0.15)
    True
    """
    centred = changes - changes.mean(axis=0)
    spread = (centred**2).sum(axis=0)
    varies = spread > 1e-12
    share = centred[:, varies] / np.sqrt(spread[varies])
    p, adjusted = np.full(changes.shape[1], np.nan), np.full(changes.shape[1], np.nan)
    if varies.any():
        random = np.random.default_rng(seed)
        orders = np.argsort(random.random((draws, len(groups))), axis=1)
        drawn = _between(share, groups[orders])
        p[varies], adjusted[varies] = step_down(drawn, _between(share, groups[None, :])[0])
    return p, adjusted


def _between(share: Floats, groups: NDArray[np.int64]) -> Floats:
    """Give the share of the spread between groups, for each arrangement and code."""
    found = np.zeros((len(groups), share.shape[1]))
    for group in range(int(groups.max(initial=-1)) + 1):
        members = (groups == group).astype(float)
        found += (members @ share) ** 2 / np.maximum(members.sum(axis=1, keepdims=True), 1.0)
    return found
