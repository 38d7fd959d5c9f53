"""The interval of a ratio of means that every code has, and that never contradicts the sign-flip test.

The jackknife of `intervals` has no limits where one person carries a wave, and does not know of the test. Here its
limits and those of the tilted sign-flip test are put together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.intervals import ratio_of_means
from bp_qual.statistics.tilted import tilted_limits

Floats = NDArray[np.float64]

_BESIDE = 1e-4  # how far from 1 a limit is put where p was drawn, not counted, and so decides by a hair


@dataclass(frozen=True, slots=True, eq=False)
class RatioInterval:
    """The limits of each code's ratio: 0 and infinity where one side is open, NaN where nothing can be said.

    >>> RatioInterval(np.array([1.1]), np.array([np.inf])).open_above.tolist()
    [True]
    """

    low: Floats
    high: Floats

    @property
    def open_below(self) -> NDArray[np.bool_]:
        """For which codes no ratio is too small.

        >>> RatioInterval(np.array([0.0]), np.array([0.8])).open_below.tolist()
        [True]
        """
        return np.asarray(self.low == 0)

    @property
    def open_above(self) -> NDArray[np.bool_]:
        """For which codes no ratio is too large.

        >>> RatioInterval(np.array([0.0]), np.array([0.8])).open_above.tolist()
        [False]
        """
        return np.asarray(np.isinf(self.high))


def ratio_interval(
    before: Floats,
    after: Floats,
    mentions: Floats,
    *,
    differences: Floats | None = None,
    p: Floats | None = None,
    level: float = 0.95,
) -> RatioInterval:
    """Return limits of the ratio of mean rates for each code, always there and in agreement with the sign-flip test.

    Parameters
    ----------
    before, after : array of persons x codes
        Rates of the same persons in the same order.
    mentions : array of persons x codes
        Mentions of both waves together, on which the rates rest.
    differences : array of persons x codes, optional
        What the sign-flip test was given, where that is not `after - before`; 0 for persons who count as the same.
    p : array of codes, optional
        The p of the sign-flip test; NaN where a code was not tested. Where it was drawn, not counted, it settles on
        which side of the limit a 1 lies that is as good as on it.
    level : float
        Confidence level of the interval; it agrees with the test at 1 - level.

    Returns
    -------
    RatioInterval
        A limit of 0 or infinity says that the persons set none on that side. NaN where nobody mentions the code, or
        nobody changed: a ratio without any spread has no interval.

    Notes
    -----
    The limit on the side of 1 is that of the tilted sign-flip test (`tilted_limits`), but never nearer to the ratio
    than the jackknife's where the change is significant; where it is not, and the tilted test sets no limit, it is the
    jackknife's, never past 1. The limit on the far side is the further of the two. Where a wave has no mention there is
    no ratio, but there may be a limit: "at least 1.3 times". Where all persons rise by about the same factor the tilted
    test can refuse even that factor, since so few of them should then all have risen; its limit is left aside there,
    and where the jackknife's is none either the near limit is just beyond 1. Where those who changed rose and the mean
    rate fell, or the other way round (`differences` leave out what length alone makes), both limits are far ones.

    In simulations at 6 to 12 persons it covers .93 and more, also with many persons who never mention the theme and
    with bursts, where the jackknife covers .81 to .96 of the panels in which it can be given. It fails where the test
    fails: if a few rise much and most fall a little.

    References
    ----------
    Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11 (the jackknife); for the rest see
    `tilted_limits`.

    Examples
    --------
    >>> before, after = np.array([[0.0], [0], [2], [0], [0], [0]]), np.array([[1.0], [3], [5], [2], [4], [2]])
    >>> found = ratio_interval(before, after, before + after)
    >>> bool(found.low[0] > 1), found.open_above.tolist()
    (True, [True])
    """
    change = np.round(after - before, 9) if differences is None else differences
    jackknife = ratio_of_means(before, after, level=level)
    tilted = tilted_limits(before, after, mentions, differences=change, level=level)
    low, high = np.full(before.shape[1], np.nan), np.full(before.shape[1], np.nan)
    for code in np.flatnonzero((change != 0).any(axis=0)).tolist():
        rise = float(change[:, code].sum())
        known = float(jackknife.low[code]), float(jackknife.high[code])
        if np.isclose(*known, rtol=1e-9):  # all changed by the same factor: no spread is no certainty
            known = float("nan"), float("nan")
        both = (float(tilted[0][code]), float(tilted[1][code])), known
        value = float(jackknife.value[code])
        if rise < 0:
            both, value = (_inverse(both[0]), _inverse(both[1])), 1.0 / value if value else float("nan")
        against = value < 1  # by length alone: those who changed rose, and the mean rate fell
        limits = _put_together(*both, value=value, flat=rise == 0 or against)
        limits = _beside_one(limits, float("nan") if p is None or against else float(p[code]), 1.0 - level)
        low[code], high[code] = limits if rise >= 0 else _inverse(limits)
    return RatioInterval(low, high)


def _inverse(limits: tuple[float, float]) -> tuple[float, float]:
    low, high = limits
    return (1.0 / high if np.isfinite(high) or np.isnan(high) else 0.0), (1.0 / low if low else float("inf"))


def _put_together(
    tilted: tuple[float, float], jackknife: tuple[float, float], *, value: float, flat: bool
) -> tuple[float, float]:
    """Give the limits of a rise: the near one agrees with the test, the far one is the further. Flat: both are far.

    A tilted limit on the wrong side of the ratio itself says that the persons are more alike than its model allows, not
    where the ratio lies; it is left aside.
    """
    near, far = tilted
    low, high = jackknife
    if near >= value:
        near = max(1.0 + _BESIDE, low if low > 1 else 1.0) if near > 1 and not flat else 0.0
    if far <= value:
        far = float("inf")
    if np.isfinite(high):
        far = high if np.isinf(far) else max(far, high)
    if np.isfinite(low):
        if flat:
            near = low if near == 0 else min(near, low)
        elif near > 1:
            near = min(near, low) if low > 1 else near
        elif near == 0:
            near = min(low, 1.0)
    return near, far


def _beside_one(limits: tuple[float, float], p: float, level: float) -> tuple[float, float]:
    """Put the near limit of a rise on that side of 1 on which p is."""
    low, high = limits
    if p <= level and low <= 1:
        return 1.0 + _BESIDE, max(high, 1.0 + 2 * _BESIDE)
    if p > level and low > 1:
        return 1.0, high
    return limits
