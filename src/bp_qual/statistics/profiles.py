"""Profiles: how talk is divided over the codes, apart from how much there is of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.blocks import divide_blocks
from bp_qual.statistics.permutation import EXACT_PAIRS, TIE, draw_signs

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class OwnDistance:
    """How far one person's profile moved, how far chance alone would have moved it, and the p of it.

    >>> OwnDistance(0.4, 0.3, 0.2).distance
    0.4
    """

    distance: float
    expected: float
    p: float


def profiles(mentions: Floats) -> Floats:
    """Return shares over the codes (the last axis), half a mention added to each so that a zero is no certainty.

    >>> profiles(np.array([[1.0, 0.0]])).tolist()
    [[0.75, 0.25]]
    """
    smooth = mentions + 0.5
    shares: Floats = smooth / smooth.sum(axis=-1, keepdims=True)
    return shares


def hellinger(profile: Floats, other: Floats) -> Floats:
    """Return the distance of two profiles (over the last axis), from 0 (the same) to 1 (nothing in common).

    References
    ----------
    Legendre and Gallagher (2001), Ecologically meaningful transformations for ordination of species data, Oecologia
    129, 271-280.

    Examples
    --------
    >>> float(hellinger(np.array([1.0, 0.0]), np.array([0.0, 1.0])))
    1.0
    """
    distance: Floats = np.sqrt(((np.sqrt(profile) - np.sqrt(other)) ** 2).sum(axis=-1) / 2)
    return distance


def profile_test(
    before: Floats, after: Floats, *, households: NDArray[np.int64] | None = None, draws: int = 9999, seed: int = 1
) -> tuple[float, float]:
    """Return how far the mean profile moved, and the p of that, by swapping each person's waves.

    Parameters
    ----------
    before, after : array of persons x codes
        Mentions. Codes should not contain each other.
    households : array of persons, optional
        The household of each, whose waves are swapped at once; everybody is alone if not given.
    draws, seed : int
        Where there are more than 15 households.

    Returns
    -------
    tuple of float
        The Hellinger distance between the mean profiles, from 0 to 1, and its p.

    Notes
    -----
    Says that the division of talk over the codes moved, not where to. The distance itself is never zero, even without
    change; only the p compares it with chance. A person's own distance cannot be tested so: see `own_distance`.

    References
    ----------
    Legendre and Gallagher (2001), Ecologically meaningful transformations for ordination of species data, Oecologia
    129, 271-280.

    Examples
    --------
    >>> before, after = np.tile([9.0, 1.0], (6, 1)), np.tile([1.0, 9.0], (6, 1))
    >>> profile_test(before, after)[1]
    0.03125
    """
    earlier, later = profiles(before), profiles(after)
    own = np.arange(len(before)) if households is None else np.unique(households, return_inverse=True)[1]
    middle, half = (earlier + later).mean(axis=0) / 2, np.zeros((int(own.max(initial=-1)) + 1, before.shape[1]))
    np.add.at(half, own, (later - earlier) / 2)
    observed = float(hellinger(earlier.mean(axis=0), later.mean(axis=0)))
    count, total = 0, 0
    for signs in draw_signs(len(half), draws=draws, seed=seed):
        shift = signs @ half / max(len(earlier), 1)
        count += int((hellinger(middle - shift, middle + shift) >= observed - TIE).sum())
        total += len(signs)
    extra = 0 if len(half) <= EXACT_PAIRS else 1
    return observed, (count + extra) / (total + extra)


def own_distance(mentions: Floats, later: NDArray[np.bool_], *, draws: int, seed: int) -> OwnDistance:
    """Return how far one person's profile moved, and how far it moves when blocks of talk are shuffled.

    Short interviews are always far apart: interpret the distance minus what chance gives, never the distance itself.

    Parameters
    ----------
    mentions : array of blocks x codes
        Mentions in each block, of both waves. Codes should not contain each other.
    later : array of blocks
        True for the blocks of the later wave.
    draws, seed : int
        As in `divide_blocks`.

    Returns
    -------
    OwnDistance
        The distance, its mean over the divisions, and p.

    References
    ----------
    Legendre and Gallagher (2001), Ecologically meaningful transformations for ordination of species data, Oecologia
    129, 271-280.

    Examples
    --------
    >>> mentions = np.array([[3.0, 0.0]] * 6 + [[0.0, 3.0]] * 6)
    >>> found = own_distance(mentions, np.arange(12) >= 6, draws=99, seed=1)
    >>> found.distance > found.expected, round(found.p, 4)
    (True, 0.0022)
    """
    splits = divide_blocks(later, draws, seed)
    after = splits @ mentions
    distances = hellinger(profiles(mentions.sum(axis=0) - after), profiles(after))
    return OwnDistance(float(distances[0]), float(distances.mean()), float((distances >= distances[0] - TIE).mean()))
