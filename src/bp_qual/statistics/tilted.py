"""The tilted sign-flip test: which ratios could have made of these persons what is seen?

The sign-flip test asks whether each person's two interviews could as well have come in the other order. Here the same
question is put for any ratio: given each person's two rates, but not their order, the larger one came later with
uneven chances. The ratios that are not refused are the interval; the ratio 1 is refused exactly where the sign-flip
test refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.signed_sums import sum_tails

Floats = NDArray[np.float64]
Search = Generator[Floats, Floats, float]  # yields ratios to try, is sent their chances, returns a limit

FURTHEST_RATIO = 1000.0
CONCENTRATIONS = np.exp(np.linspace(np.log(0.3), np.log(60.0), 7))
_GRID = np.exp(np.linspace(-np.log(FURTHEST_RATIO), np.log(FURTHEST_RATIO), 17))  # 1 is in the middle
_STEPS = (0.1, 0.01, 0.0005)
_CLOSE = 1e-12


def tilted_limits(
    before: Floats, after: Floats, mentions: Floats, *, differences: Floats | None = None, level: float = 0.95
) -> tuple[float, float]:
    """Return the limits of the ratios of rates that the tilted sign-flip test does not reject, for one code.

    Parameters
    ----------
    before, after : array of persons
        Rates of the same persons in the same order.
    mentions : array of persons
        Mentions of both waves together, on which a person's two rates rest: few say little.
    differences : array of persons, optional
        What the sign-flip test was given, where that is not `after - before`; 0 for persons who count as the same.
    level : float
        Of the interval.

    Returns
    -------
    low, high : float
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

    >>> low, high = tilted_limits(np.zeros(6), np.array([1.0, 2, 1, 3, 2, 2]), np.array([2.0, 4, 2, 6, 4, 4]))
    >>> 1 < low < 2, high
    (True, inf)
    """
    change = np.round(after - before, 9) if differences is None else differences
    moved = change != 0
    if not moved.any():
        return 0.0, float("inf")
    pair = np.stack([before, after])[:, moved]
    share = pair.max(axis=0) / pair.sum(axis=0)
    larger, smaller = mentions[moved] * share, mentions[moved] * (1.0 - share)
    sizes, seen = np.abs(change[moved]), float(change[moved].sum())
    tail = (1.0 - level) / 2.0 + _CLOSE

    def tails(ratios: Floats) -> tuple[Floats, Floats]:
        return sum_tails(sizes, larger_is_later(larger, smaller, ratios), seen)

    at_least, at_most = tails(_GRID)
    low, inverse = _search_both(_search(at_least, tail), _search(at_most[::-1], tail), tails)
    return low, 1.0 / inverse if inverse else float("inf")


def larger_is_later(larger: Floats, smaller: Floats, ratios: Floats) -> Floats:
    """Return the chance that the larger of each person's two rates is the later one, under each of some ratios.

    Parameters
    ----------
    larger, smaller : array of persons
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
    from scipy.special import expit, gammaln

    later = (ratios / (1.0 + ratios))[:, None, None]
    spread = CONCENTRATIONS[None, :, None]
    alpha, beta = spread * later, spread * (1.0 - later)
    up = gammaln(larger + alpha) + gammaln(smaller + beta)
    down = gammaln(smaller + alpha) + gammaln(larger + beta)
    fixed = gammaln(spread) - gammaln(alpha) - gammaln(beta) - gammaln(larger + smaller + spread)
    likelihood = (np.logaddexp(up, down) + fixed).sum(axis=2)
    weight = np.exp(likelihood - likelihood.max(axis=1, keepdims=True))
    weight /= weight.sum(axis=1, keepdims=True)
    chance: Floats = (weight[:, :, None] * expit(up - down)).sum(axis=1)
    return np.clip(chance, 1e-12, 1.0 - 1e-12)


def _search_both(lower: Search, upper: Search, tails: Callable[[Floats], tuple[Floats, Floats]]) -> tuple[float, ...]:
    """Run the searches of both limits in step, so that their ratios are tried at once; the upper one's are inverse."""
    none = np.zeros(0)
    found: list[float | None] = [None, None]
    answers: list[Floats | None] = [None, None]
    while None in found:
        tried = [none, none]
        for side, search in enumerate((lower, upper)):
            if found[side] is None:
                try:
                    answer = answers[side]
                    tried[side] = next(search) if answer is None else search.send(answer)
                except StopIteration as end:
                    found[side] = end.value
        if any(len(ratios) for ratios in tried):
            at_least, at_most = tails(np.concatenate([tried[0], 1.0 / tried[1]]))
            answers = [at_least[: len(tried[0])], at_most[len(tried[0]) :]]
    return tuple(float(limit) for limit in found if limit is not None)


def _search(chances: Floats, tail: float) -> Search:
    """Give the smallest ratio whose chance is above the tail, closely; 0 where even the smallest of the grid is.

    Where that of 1 is not, the ratio lies above 1, even if some ratio below were allowed.
    """
    middle = len(_GRID) // 2
    start = middle if chances[middle] <= tail else 0
    count = start + int((chances[start:] <= tail).cumprod().sum())
    if count == 0:
        return 0.0
    if count == len(_GRID):
        return float(_GRID[-1])
    ratios, known = _GRID[count - 1 : count + 1], chances[count - 1 : count + 1]
    for step in _STEPS:
        guess = _interpolated(ratios, known, tail)
        tried = np.clip(guess * np.exp([-step, 0.0, step]), ratios[0], ratios[1])
        ratios, known = np.insert(ratios, 1, tried), np.insert(known, 1, (yield tried))
        upper = int((known <= tail).cumprod().sum())
        ratios, known = ratios[upper - 1 : upper + 1], known[upper - 1 : upper + 1]
    return float(ratios[1])


def _interpolated(ratios: Floats, chances: Floats, tail: float) -> float:
    """Give the ratio at which the chance would be the tail, on a normal scale, which is nearly straight."""
    from scipy.special import ndtri

    logs, heights = np.log(ratios), ndtri(np.clip([*chances, tail], 1e-12, 1.0 - 1e-12))
    share = (heights[2] - heights[0]) / (heights[1] - heights[0])
    return float(np.exp(logs[0] + np.clip(share, 0.0, 1.0) * (logs[1] - logs[0])))
