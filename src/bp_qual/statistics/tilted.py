"""The tilted sign-flip test: which ratios could have made of these persons what is seen?

The sign-flip test asks whether each person's two interviews could as well have come in the other order. Here the same
question is put for any ratio: given each person's two rates, but not their order, the larger one came later with
uneven chances. The ratios that are not refused are the interval; the ratio 1 is refused exactly where the sign-flip
test refuses.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.signed_sums import EXACT_SIZES, find_extreme, saddlepoint_tails, sum_tails
from bp_qual.statistics.special_functions import special_functions

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

FURTHEST_RATIO = 1000.0
CONCENTRATIONS = np.exp(np.linspace(np.log(0.3), np.log(60.0), 7))
_LOG_GRID = np.linspace(-np.log(FURTHEST_RATIO), np.log(FURTHEST_RATIO), 17)  # 1 is in the middle
_MIDDLE = len(_LOG_GRID) // 2
_ROUNDS, _CLOSE_HEIGHT, _CLOSE_LOG = 12, 2e-5, 1e-4
_CLOSE, _LARGEST = 1e-12, 700.0
_CELLS = 60_000  # rows x concentrations x persons worked on at once, so that they stay in the processor's memory


def tilted_limits(
    before: Floats, after: Floats, mentions: Floats, *, differences: Floats | None = None, level: float = 0.95
) -> tuple[Floats, Floats]:
    """Return the limits of the ratios of rates that the tilted sign-flip test does not reject, for each code.

    Parameters
    ----------
    before, after : array of persons x codes
        Rates of the same persons in the same order.
    mentions : array of persons x codes
        Mentions of both waves together, on which a person's two rates rest: few say little.
    differences : array of persons x codes, optional
        What the sign-flip test was given, where that is not `after - before`; 0 for persons who count as the same.
    level : float
        Confidence level of the interval.

    Returns
    -------
    low, high : array of codes
        0 and infinity where the persons set no limit on that side.

    Notes
    -----
    If the rates of the two waves are as 1 to theta, a person's mentions fall in the later wave with probability
    theta / (1 + theta) on average, and vary around it as a beta-binomial does, for one interview is a sample. From that
    follow the odds that the larger of the two rates is the later one. How far the mentions vary is not known: seven
    concentrations are weighed by the likelihood of the pairs without their order. The sum of the differences is then
    compared with its distribution over all orders, and a limit is the ratio at which either tail is half of 1 - level.
    At theta = 1 all odds are even, whatever the concentration: that is the sign-flip test itself.

    When not: it assumes that what differs from person to person around the ratio is as likely up as down. Where few
    persons rise very much and many fall a little, so that the mean stays, it refuses too often, as the test does.

    References
    ----------
    Tritchler (1984), On inverting permutation tests, Journal of the American Statistical Association 79, 200-207.
    Skellam (1948), A probability distribution derived from the binomial distribution by regarding the probability of
    success as variable between the sets of trials, Journal of the Royal Statistical Society B 10, 257-261.

    Examples
    --------
    Six persons who did not speak of it before, and do now: no ratio, but a limit.

    >>> after = np.array([[1.0], [2], [1], [3], [2], [2]])
    >>> low, high = tilted_limits(np.zeros((6, 1)), after, 2 * after)
    >>> bool(1 < low[0] < 2), high.tolist()
    (True, [inf])
    """
    change = np.round(after - before, 9) if differences is None else differences
    codes, tail = change.shape[1], (1.0 - level) / 2.0 + _CLOSE
    low, high = np.zeros(codes), np.full(codes, np.inf)
    moved = np.flatnonzero((change != 0).any(axis=0))
    if len(moved):
        orders = _orders(before[:, moved], after[:, moved], mentions[:, moved], change[:, moved])
        low[moved], inverse = _both_limits(orders, tail)
        high[moved] = np.divide(1.0, inverse, out=np.full(len(moved), np.inf), where=inverse > 0)
    return low, high


@dataclass(frozen=True, slots=True, eq=False)
class _Orders:
    """The two rates of each person without their order, as codes x persons; 0 where a person did not change.

    ``many`` are the codes with more orders than can be counted, none of them extreme: their tails are approximated.
    """

    larger: Floats
    smaller: Floats
    sizes: Floats
    seen: Floats
    whole: Floats
    many: NDArray[np.bool_]

    def tails(self, codes: Whole, chances: Floats) -> tuple[Floats, Floats]:
        """Give the chance of at least, and of at most, the sum seen, for rows that each belong to a code."""
        at_least, at_most = np.empty(len(codes)), np.empty(len(codes))
        many = self.many[codes]
        at_least[many], at_most[many] = saddlepoint_tails(
            self.sizes[codes[many]], chances[many], self.seen[codes[many]]
        )
        for code in np.unique(codes[~many]).tolist():
            rows, own = codes == code, self.sizes[code] > 0
            at_least[rows], at_most[rows] = sum_tails(self.sizes[code, own], chances[rows][:, own], self.seen[code])
        return at_least, at_most

    def chances(self, codes: Whole, logs: Floats) -> Floats:
        """Give the chance that the larger rate of each person is the later one, for rows of a code and a log ratio."""
        step = max(1, _CELLS // (len(CONCENTRATIONS) * self.sizes.shape[1]))
        parts = [
            _later_chances(self.larger[own], self.smaller[own], np.exp(logs[start : start + step]), self.whole[own])
            for start in range(0, len(codes), step)
            for own in [codes[start : start + step]]
        ]
        return np.concatenate(parts) if parts else np.zeros((0, self.sizes.shape[1]))


def _orders(before: Floats, after: Floats, mentions: Floats, change: Floats) -> _Orders:
    moved = change != 0
    share = np.divide(np.maximum(before, after), before + after, out=np.zeros(before.shape), where=moved)
    said = np.where(moved, mentions, 0.0)
    larger, smaller = (said * share).T, (said * (1.0 - share)).T
    sizes, seen = np.abs(change).T, change.sum(axis=0)
    many = (moved.sum(axis=0) > EXACT_SIZES) & np.array(
        [find_extreme(own[own > 0], float(total)) is None for own, total in zip(sizes, seen, strict=True)], dtype=bool
    )
    return _Orders(larger, smaller, sizes, seen, _whole(larger, smaller), many)


def _both_limits(orders: _Orders, tail: float) -> tuple[Floats, Floats]:
    """Give for each code the smallest ratio that is not refused, and the smallest inverse of one; 0 where any is."""
    number = len(orders.seen)
    at_least, at_most = _on_the_grid(orders)
    codes, side = np.tile(np.arange(number), 2), np.repeat([1.0, -1.0], number)
    known = np.concatenate([at_least, at_most[:, ::-1]])  # of the upper limit the ratios are inverted
    count = _count_refused(known <= tail)
    limits = np.where(count == 0, 0.0, FURTHEST_RATIO)
    rows = np.flatnonzero((count > 0) & (count < known.shape[1]))
    bracket = count[rows, None] + np.array([-1, 0])
    search = _Search(_LOG_GRID[bracket], _heights(np.take_along_axis(known[rows], bracket, axis=1), tail))
    for _ in range(_ROUNDS):
        active = search.active()
        if not len(active):
            break
        tried, own = search.guess(active), rows[active]
        tails = orders.tails(codes[own], orders.chances(codes[own], tried * side[own]))
        search.learn(active, tried, _heights(np.where(side[own] > 0, *tails), tail))
    limits[rows] = np.exp(search.found())
    return limits[:number], limits[number:]


def _count_refused(refused: NDArray[np.bool_]) -> Whole:
    """Give for each row how many ratios of the grid, from the smallest on, lie below its limit; 0 where there is none.

    If 1 is refused the limit lies beyond it. Else it is the nearest one below 1, provided that the smallest ratio of
    all is refused: in between ratios may again not be refused, since under a ratio far from all that is seen only very
    uneven chances are likely, which say little of any order.

    >>> rows = np.zeros((4, 17), dtype=bool)
    >>> rows[0, :5] = rows[1, :2] = rows[1, 4:7] = rows[2, 4:7] = rows[3, 5:10] = True
    >>> _count_refused(rows).tolist()
    [5, 7, 0, 10]
    """
    below, beyond = refused[:, :_MIDDLE], refused[:, _MIDDLE:]
    nearest = np.where(below[:, 0], _MIDDLE - below[:, ::-1].argmax(axis=1), 0)
    count: Whole = np.where(beyond[:, 0], _MIDDLE + beyond.cumprod(axis=1).sum(axis=1), nearest)
    return count


def _on_the_grid(orders: _Orders) -> tuple[Floats, Floats]:
    """Give both tails of each code for all ratios of the grid: below 1 the odds are those above it, turned round."""
    number, persons = orders.sizes.shape
    above = len(_LOG_GRID) - _MIDDLE - 1
    codes = np.repeat(np.arange(number), above)
    upper = orders.chances(codes, np.tile(_LOG_GRID[_MIDDLE + 1 :], number)).reshape(number, above, persons)
    even = np.full((number, 1, persons), 0.5)
    every = np.concatenate([1.0 - upper[:, ::-1], even, upper], axis=1).reshape(-1, persons)
    at_least, at_most = orders.tails(np.repeat(np.arange(number), len(_LOG_GRID)), every)
    return at_least.reshape(number, -1), at_most.reshape(number, -1)


class _Search:
    """Many searches at once for where a height, nearly straight in the log of the ratio, goes through 0.

    Each is within a bracket, whose ends have a height of at most 0 and above it (regula falsi; Illinois).
    """

    def __init__(self, logs: Floats, heights: Floats) -> None:
        """Begin with the ends of each bracket and their heights, as searches x 2."""
        self._logs, self._heights = logs.copy(), heights.copy()
        self._weights = np.ones(heights.shape)
        self._best, self._height = logs[:, 1].copy(), heights[:, 1].copy()
        self._last = np.full(len(logs), -1)

    def active(self) -> Whole:
        """Give the searches that are not close enough."""
        wide = np.ptp(self._logs, axis=1) > _CLOSE_LOG
        return np.flatnonzero(wide & (np.abs(self._height) > _CLOSE_HEIGHT))

    def guess(self, rows: Whole) -> Floats:
        """Give where the height would be 0 if it were straight."""
        low, high = (self._heights[rows] * self._weights[rows]).T
        share = np.clip(-low / (high - low), 0.01, 0.99)
        logs: Floats = self._logs[rows, 0] + share * (self._logs[rows, 1] - self._logs[rows, 0])
        return logs

    def learn(self, rows: Whole, tried: Floats, heights: Floats) -> None:
        """Take the heights at what was tried for a new end of each bracket; an end that stays on counts for half."""
        end = (heights > 0).astype(np.int64)
        self._weights[rows, 1 - end] *= np.where(self._last[rows] == end, 0.5, 1.0)
        self._logs[rows, end], self._heights[rows, end], self._weights[rows, end] = tried, heights, 1.0
        self._best[rows], self._height[rows], self._last[rows] = tried, heights, end

    def found(self) -> Floats:
        """Give the logs at which the height is 0, within their brackets and not at the lower end."""
        close = np.abs(self._height) <= _CLOSE_HEIGHT
        found = np.where(close, self._best, self.guess(np.arange(len(self._logs))))
        beyond: Floats = np.maximum(found, self._logs[:, 0] + np.minimum(1e-5, np.ptp(self._logs, axis=1)))
        return beyond


def _heights(chances: Floats, tail: float) -> Floats:
    """Give the chances less the tail on a normal scale, on which they are nearly straight; 0 only where equal."""
    ndtri = special_functions().ndtri

    heights: Floats = ndtri(np.clip(chances, 1e-12, 1.0 - 1e-12)) - ndtri(tail)
    return heights


def larger_is_later(larger: Floats, smaller: Floats, ratios: Floats) -> Floats:
    """Return the chance that the larger of each person's two rates is the later one, under each of some ratios.

    Parameters
    ----------
    larger, smaller : array of persons, or of ratios x persons
        Mentions divided as the two rates are.
    ratios : array
        Ratios of the mean rates, later over earlier, above 0.

    Returns
    -------
    array of ratios x persons
        Never quite 0 or 1.

    References
    ----------
    Skellam (1948), A probability distribution derived from the binomial distribution by regarding the probability of
    success as variable between the sets of trials, Journal of the Royal Statistical Society B 10, 257-261.

    Examples
    --------
    >>> larger_is_later(np.array([4.0]), np.array([1.0]), np.array([1.0])).tolist()
    [[0.5]]
    """
    more, less = np.atleast_2d(larger), np.atleast_2d(smaller)
    return _later_chances(more, less, ratios, _whole(more, less))


def _whole(larger: Floats, smaller: Floats) -> Floats:
    """Give what a likelihood has of all mentions together, whatever the ratio, as rows x concentrations."""
    gammaln = special_functions().gammaln

    said = (larger + smaller)[:, None, :]
    whole: Floats = (gammaln(CONCENTRATIONS)[:, None] - gammaln(said + CONCENTRATIONS[:, None])).sum(axis=2)
    return whole


def _later_chances(larger: Floats, smaller: Floats, ratios: Floats, whole: Floats) -> Floats:
    gammaln = special_functions().gammaln

    more, less = larger[:, None, :], smaller[:, None, :]
    later = (ratios / (1.0 + ratios))[:, None, None]
    alpha, beta = CONCENTRATIONS[:, None] * later, CONCENTRATIONS[:, None] * (1.0 - later)
    up = gammaln(more + alpha) + gammaln(less + beta)
    down = gammaln(less + alpha) + gammaln(more + beta)
    divided = larger.shape[1] * (gammaln(alpha) + gammaln(beta))[:, :, 0]
    likelihood = np.logaddexp(up, down).sum(axis=2) - divided + whole
    weight = np.exp(likelihood - likelihood.max(axis=1, keepdims=True))
    weight /= weight.sum(axis=1, keepdims=True)
    chance: Floats = (weight[:, :, None] / (1.0 + np.exp(np.minimum(down - up, _LARGEST)))).sum(axis=1)
    return np.clip(chance, 1e-12, 1.0 - 1e-12)
