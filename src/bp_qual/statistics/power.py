"""Planning: how large must a change be to be seen, and can it be shown that there was none, with persons like these?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.intervals import ratio_of_means
from bp_qual.statistics.thresholds import within_factor

Floats = NDArray[np.float64]


def simulate_power(
    before: Floats,
    after: Floats,
    *,
    pairs: int,
    ratio: float,
    simulations: int = 500,
    draws: int = 499,
    level: float = 0.05,
    fewest: int = 6,
    seed: int = 1,
) -> float:
    """Return in which share of imagined studies a change by this ratio would give a p of at most the level.

    Parameters
    ----------
    before, after : array of persons
        Rates of one code, of persons really interviewed twice.
    pairs : int
        How many persons the imagined study has.
    ratio : float
        The ratio of the mean rates, in every person alike.
    simulations, draws, seed : int
        Imagined studies, and permutations in each.
    level : float
        What p must not exceed.
    fewest : int
        With fewer changed persons there is no test.

    Returns
    -------
    float
        The share of imagined studies in which the change is found, from 0 to 1.

    Notes
    -----
    Persons are drawn from those there are, with replacement; each one's two rates come in random order, so that nothing
    changed but what is put in: the one divided and the other multiplied by the root of the ratio. So persons vary, and
    interviews of one person vary, as they really do here; a change there really was counts as variation. It cannot know
    persons unlike these, and with fewer than eight of them it is no more than an indication.

    References
    ----------
    Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 25.

    Examples
    --------
    >>> rates = np.array([1.0, 2.0, 1.5, 3.0, 2.5, 1.0, 2.0, 1.5])
    >>> simulate_power(rates, rates[::-1], pairs=30, ratio=3.0, simulations=50)
    1.0
    """
    random = np.random.default_rng(seed)
    rows = random.integers(0, len(before), size=(simulations, pairs))
    swapped = random.random((simulations, pairs)) < 0.5
    low = np.where(swapped, after[rows], before[rows]) / np.sqrt(ratio)
    high = np.where(swapped, before[rows], after[rows]) * np.sqrt(ratio)
    differences = np.round(high - low, 9)
    signs = random.integers(0, 2, size=(pairs, draws)) * 2.0 - 1.0
    observed = np.abs(differences.sum(axis=1, keepdims=True))
    extreme = (np.abs(differences @ signs) >= observed - 1e-9).sum(axis=1)
    found = ((1 + extreme) / (1 + draws) <= level) & ((differences != 0).sum(axis=1) >= fewest)
    return float(found.mean())


def simulate_staying(
    before: Floats,
    after: Floats,
    *,
    pairs: int,
    factors: tuple[float, ...] = (1.5, 2.0),
    simulations: int = 500,
    level: float = 0.05,
    seed: int = 1,
) -> tuple[float, ...]:
    """Return in which share of imagined studies without any change it could be shown that the ratio is near 1.

    Parameters
    ----------
    before, after : array of persons
        Rates of one code, of persons really interviewed twice.
    pairs : int
        How many persons the imagined study has.
    factors : tuple of float
        The margins: the interval must lie within 1 / factor to factor.
    simulations, seed : int
        Imagined studies.
    level : float
        Confidence level of each of the two one-sided tests.

    Returns
    -------
    tuple of float
        One share for each factor.

    Notes
    -----
    Persons are drawn as in `simulate_power`, with a ratio of 1. The interval is the jackknife's, of level 1 - 2 level,
    which with thirty persons or more differs little from the one that a comparison gives (`ratio_interval`); with fewer
    it promises too much.

    References
    ----------
    Schuirmann, D. J. (1987). A comparison of the two one-sided tests procedure and the power approach for assessing the
    equivalence of average bioavailability. Journal of Pharmacokinetics and Biopharmaceutics, 15, 657-680.

    Examples
    --------
    >>> rates = np.array([1.0, 2.0, 1.5, 3.0, 2.5, 1.0, 2.0, 1.5])
    >>> simulate_staying(rates, rates + 0.1, pairs=30, simulations=50)
    (1.0, 1.0)
    """
    random = np.random.default_rng(seed)
    rows = random.integers(0, len(before), size=(pairs, simulations))
    swapped = random.random((pairs, simulations)) < 0.5
    one, other = np.where(swapped, after[rows], before[rows]), np.where(swapped, before[rows], after[rows])
    found = ratio_of_means(one, other, level=1.0 - 2.0 * level)
    return tuple(float(within_factor(found.low, found.high, factor).mean()) for factor in factors)
