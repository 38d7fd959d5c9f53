"""Sums of sizes whose signs are drawn: how likely is a sum at least, or at most, as large as the one seen?

The sign-flip test asks this with even chances; the tilted test, of which the ratio's limits are made, with uneven ones.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.special_functions import special_functions

Floats = NDArray[np.float64]

EXACT_SIZES, MOST_EXTREME = 16, 1000
_SURELY_MORE = 10  # signs that may all be turned: 2^10 arrangements
TIE = 1e-9
_NEWTON_STEPS, _FURTHEST, _CLOSE = 12, 40.0, 1e-9


def sum_tails(sizes: Floats, plus: Floats, seen: float) -> tuple[Floats, Floats]:
    """Return the chance of a sum of at least `seen`, and of at most `seen`, for each row of chances.

    Parameters
    ----------
    sizes : array
        What is added or taken away, one positive number for each person.
    plus : array of rows x persons
        The chance that a size is added; strictly between 0 and 1.
    seen : float
        The sum observed.

    Returns
    -------
    at_least, at_most : array of rows
        Both count sums equal to `seen`.

    Notes
    -----
    With up to 16 sizes every arrangement counts, without being listed: the sizes are split into two halves, the sums of
    one half are sorted once, and each sum of the other half finds its place among them. With more sizes the two tails
    come from the saddlepoint approximation of Lugannani and Rice, which leaves no room for sums equal to `seen`; but
    where nearly all signs are the same it fails, and the few arrangements beyond `seen` are counted (`Extreme`).

    References
    ----------
    Lugannani and Rice (1980), Saddle point approximation for the distribution of the sum of independent random
    variables, Advances in Applied Probability 12, 475-490.

    Examples
    --------
    Six persons who all rose: one arrangement of 64.

    >>> at_least, at_most = sum_tails(np.ones(6), np.full((1, 6), 0.5), 6.0)
    >>> float(at_least[0]), float(at_most[0])
    (0.015625, 1.0)
    """
    if len(sizes) > EXACT_SIZES:
        if extreme := find_extreme(sizes, seen):
            return extreme.tails(plus)
        return saddlepoint_tails(sizes, plus, np.full(len(plus), seen))
    tie = TIE * max(1.0, float(np.abs(sizes).max(initial=0.0)))
    half = len(sizes) // 2
    sums, chance = _arrangements(sizes[:half], plus[:, :half])
    others, other_chance = _arrangements(sizes[half:], plus[:, half:])
    order = np.argsort(others, kind="stable")
    below = np.concatenate([np.zeros((len(plus), 1)), np.cumsum(other_chance[:, order], axis=1)], axis=1)
    needed = seen - sums
    at_least = 1.0 - (chance * below[:, np.searchsorted(others[order], needed - tie, side="left")]).sum(axis=1)
    at_most = (chance * below[:, np.searchsorted(others[order], needed + tie, side="right")]).sum(axis=1)
    return np.clip(at_least, 0.0, 1.0), np.clip(at_most, 0.0, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Extreme:
    """The few arrangements in which the sum is at least as extreme as the one seen, as arrangements x persons.

    ``against`` are the signs unlike that of the sum; ``tied`` the arrangements whose sum is the one seen.

    >>> find_extreme(np.ones(20), 18.0).against.sum(axis=1).tolist()[:3]
    [0, 1, 1]
    """

    against: NDArray[np.bool_]
    tied: NDArray[np.bool_]
    rose: bool

    def tails(self, plus: Floats) -> tuple[Floats, Floats]:
        """Return the chance of a sum of at least, and of at most, the one seen, for each row of chances.

        >>> at_least, at_most = find_extreme(np.ones(20), 20.0).tails(np.full((1, 20), 0.5))
        >>> float(at_least[0]) == 0.5**20, float(at_most[0])
        (True, 1.0)
        """
        along, against = (np.log(plus), np.log1p(-plus)) if self.rose else (np.log1p(-plus), np.log(plus))
        chance = np.exp(along.sum(axis=1)[:, None] + (against - along) @ self.against.T)
        beyond = np.minimum(chance.sum(axis=1), 1.0)
        short = np.clip(1.0 - chance[:, ~self.tied].sum(axis=1), 0.0, 1.0)
        return (beyond, short) if self.rose else (short, beyond)


def find_extreme(sizes: Floats, seen: float) -> Extreme | None:
    """Return the arrangements with a sum at least as far from zero as `seen`, on its side; None if more than 1,000.

    Parameters
    ----------
    sizes : array
        What is added or taken away, one positive number for each person.
    seen : float
        The sum observed.

    Returns
    -------
    Extreme or None

    Examples
    --------
    >>> find_extreme(np.ones(20), 4.0) is None
    True
    """
    tie = TIE * max(1.0, float(np.abs(sizes).max(initial=0.0)))
    room = (float(sizes.sum()) - abs(seen)) / 2.0
    if len(sizes) >= _SURELY_MORE and np.partition(sizes, _SURELY_MORE - 1)[:_SURELY_MORE].sum() <= room:
        return None
    sums, against = np.zeros(1), np.zeros((1, len(sizes)), dtype=bool)
    for person in np.argsort(sizes, kind="stable").tolist():
        fits = sums + sizes[person] <= room + tie
        if not fits.any():
            break
        more = against[fits]
        more[:, person] = True
        sums, against = np.concatenate([sums, sums[fits] + sizes[person]]), np.concatenate([against, more])
        if len(sums) > MOST_EXTREME:
            return None
    return Extreme(against, sums >= room - tie, seen > 0)


def _arrangements(sizes: Floats, plus: Floats) -> tuple[Floats, Floats]:
    """Give the sum of every arrangement of signs, and its chance in each row."""
    sums, chance = np.zeros(1), np.ones((len(plus), 1))
    for size, up in zip(sizes, plus.T, strict=True):
        sums = np.concatenate([sums - size, sums + size])
        chance = np.concatenate([chance * (1.0 - up)[:, None], chance * up[:, None]], axis=1)
    return sums, chance


def saddlepoint_tails(sizes: Floats, plus: Floats, seen: Floats) -> tuple[Floats, Floats]:
    """Return both tails of `sum_tails`, approximated for many sizes.

    Parameters
    ----------
    sizes : array of persons, or of rows x persons
        What is added or taken away; a size of 0 adds nothing to either tail.
    plus : array of rows x persons
        The chance that a size is added; strictly between 0 and 1.
    seen : array of rows
        The sums observed.

    Returns
    -------
    at_least, at_most : array of rows
        They add up to 1: of many sizes hardly any two arrangements have the same sum.

    References
    ----------
    Lugannani and Rice (1980), Saddle point approximation for the distribution of the sum of independent random
    variables, Advances in Applied Probability 12, 475-490.

    Examples
    --------
    >>> at_least, at_most = saddlepoint_tails(np.ones(40), np.full((1, 40), 0.5), np.array([13.0]))
    >>> round(float(at_least[0]), 2), round(float(at_most[0]), 2)
    (0.02, 0.98)
    """
    ndtr = special_functions().ndtr

    scale = np.sqrt((sizes**2).sum(axis=-1))
    size, bar = sizes / scale[..., None], seen / scale
    odds = np.log(plus) - np.log1p(-plus)
    tilt = np.zeros(len(plus))
    for _ in range(_NEWTON_STEPS):
        mean, variance = _tilted_moments(size, odds, tilt)
        step = np.clip((bar - mean) / np.maximum(variance, 1e-12), -2.0, 2.0)
        tilt = np.clip(tilt + step, -_FURTHEST, _FURTHEST)
        if np.abs(step).max(initial=0.0) < _CLOSE:
            break
    mean, variance = _tilted_moments(size, odds, tilt)
    exponent = tilt[:, None] * size
    cumulant = np.log(plus * np.exp(exponent) + (1.0 - plus) * np.exp(-exponent)).sum(axis=1)
    signed = np.sign(tilt) * np.sqrt(np.maximum(2.0 * (tilt * bar - cumulant), 0.0))
    other = tilt * np.sqrt(variance)
    near = np.abs(signed) < 1e-4
    lean = np.where(near, 0.0, 1.0 / np.where(near, 1.0, other) - 1.0 / np.where(near, 1.0, signed))
    density = np.exp(-(signed**2) / 2.0) / np.sqrt(2.0 * np.pi)
    at_least = np.clip(ndtr(-signed) + density * lean, 0.0, 1.0)
    return at_least, 1.0 - at_least


def _tilted_moments(size: Floats, odds: Floats, tilt: Floats) -> tuple[Floats, Floats]:
    up = 1.0 / (1.0 + np.exp(-(odds + 2.0 * tilt[:, None] * size)))
    return ((2.0 * up - 1.0) * size).sum(axis=1), (4.0 * up * (1.0 - up) * size**2).sum(axis=1)
