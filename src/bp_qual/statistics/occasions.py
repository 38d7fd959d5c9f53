"""Occasions: one person's interviews differ from day to day, also where nothing changed.

How much they differ is a variance of the log rate that no single pair of interviews can tell. It is estimated from
several persons, and goes into what is said of each.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

USUAL_SPREAD = 0.5  # log-sd between two interviews of a person, where the study cannot tell
LEAST_SPREAD = 0.3  # what a study says is not believed below this
USUAL_WEIGHT = 10.0  # how many pairs of interviews the usual value counts for
FEWEST_MENTIONS = 5
_MOST_SPREAD = 4.0


def occasion_spread(
    before: Floats, after: Floats, words_before: Floats, words_after: Floats, *, phi: Floats, same_wave: bool = False
) -> float:
    """Return by how much a person's interviews differ from one occasion to the next, as a log standard deviation.

    Parameters
    ----------
    before, after : array of pairs x codes
        Mentions in two interviews of a person.
    words_before, words_after : array of pairs
        How much was said in each.
    phi : array of codes
        How much mentions vary within an interview, relative to independent ones.
    same_wave : bool
        Whether the two are of one wave, so that nothing can have changed between them; if not, the mean change of each
        code is taken out. Then whatever the persons' changes differ by counts as occasion, so that the spread is rather
        too large than too small: a person is set apart only by more than persons usually differ.

    Returns
    -------
    float
        From .3 to the largest that is tried; .5 where no pair can tell.

    Notes
    -----
    The variance of the log ratios is equal to twice that of an occasion and what counts of this size make by
    themselves; it is solved for over all codes together (Paule and Mandel), from pairs with five mentions or more. Few
    pairs know little: the usual value, .5, counts for ten of them. It is never taken below .3.

    References
    ----------
    Paule and Mandel (1982), Consensus values and weighting factors, Journal of Research of the National Bureau of
    Standards 87, 377-385.

    Examples
    --------
    >>> none = np.zeros((0, 1))
    >>> occasion_spread(none, none, none[:, 0], none[:, 0], phi=np.ones(1))
    0.5
    """
    logs, noise = log_ratios(before, after, words_before, words_after, phi=phi)
    known = np.isfinite(logs) & (before + after >= FEWEST_MENTIONS)
    freedom = _freedom(known, same_wave)
    if freedom < 1:
        return USUAL_SPREAD
    low, high = 0.0, _MOST_SPREAD
    for _ in range(40):
        middle = (low + high) / 2.0
        more = _weighed_squares(logs, noise + 2.0 * middle**2, known, same_wave) > freedom
        low, high = (middle, high) if more else (low, middle)
    own = USUAL_WEIGHT * USUAL_SPREAD**2 + freedom * low**2
    return max(LEAST_SPREAD, float(np.sqrt(own / (USUAL_WEIGHT + freedom))))


def log_ratios(
    before: Floats, after: Floats, words_before: Floats, words_after: Floats, *, phi: Floats
) -> tuple[Floats, Floats]:
    """Return the log of each person's ratio of rates, half a mention added to each count, and its sampling variance.

    Parameters
    ----------
    before, after : array of persons x codes
        Mentions.
    words_before, words_after : array of persons
        How much was said in each; NaN or zero makes the person's row NaN.
    phi : array of codes
        How much mentions vary within an interview, relative to independent ones.

    Returns
    -------
    tuple of arrays
        Logs and variances, persons x codes.

    References
    ----------
    Haldane (1956), The estimation and significance of the logarithm of a ratio of frequencies, Annals of Human Genetics
    20, 309-311.

    Examples
    --------
    >>> mentions, words = np.array([[3.5]]), np.array([1000.0])
    >>> logs, noise = log_ratios(mentions, mentions, words, words, phi=np.array([2.0]))
    >>> logs.tolist(), noise.tolist()
    ([[0.0]], [[1.0]])
    """
    usable = (words_before > 0) & (words_after > 0)
    words = np.log(words_after, out=np.full(len(usable), np.nan), where=usable)
    words = words - np.log(words_before, out=np.full(len(usable), np.nan), where=usable)
    logs: Floats = np.log((after + 0.5) / (before + 0.5)) - words[:, None]
    return logs, phi * (1.0 / (before + 0.5) + 1.0 / (after + 0.5))


def shrink(logs: Floats, noise: Floats) -> Floats:
    """Return each person's log change drawn towards that of the group, the more so the less it can be trusted.

    Parameters
    ----------
    logs, noise : array of persons x codes
        A log ratio and its sampling variance; NaN for persons who are not compared.

    Returns
    -------
    array of persons x codes
        For putting persons in order. In simulations its error is about half that of the ratios themselves. Intervals
        cannot be made of it: its limits would hold the truth in six to nine of ten cases only.

    References
    ----------
    Efron and Morris (1975), Data analysis using Stein's estimator and its generalizations, Journal of the American
    Statistical Association 70, 311-319.

    Examples
    --------
    A loud change that rests on few mentions is drawn in further than a smaller one that rests on many.

    >>> shrink(np.array([[2.0, 1.5, 0.1, 0.0, -0.2]]).T, np.array([[3.0, 0.1, 0.1, 0.1, 0.1]]).T).T.round(2).tolist()
    [[0.62, 1.31, 0.16, 0.07, -0.09]]
    """
    known = np.isfinite(logs) & np.isfinite(noise)
    values, sampling = np.where(known, logs, 0.0), np.where(known, noise, 1.0)
    low, high = np.zeros(logs.shape[1]), np.full(logs.shape[1], _MOST_SPREAD**2)
    for _ in range(50):
        middle = (low + high) / 2.0
        centre, weight = _weighed_mean(values, sampling + middle, known)
        more = (weight * (values - centre) ** 2).sum(axis=0) > known.sum(axis=0) - 1
        low, high = np.where(more, middle, low), np.where(more, high, middle)
    centre, _ = _weighed_mean(values, sampling + low, known)
    return np.where(known, centre + low / (sampling + low) * (values - centre), np.nan)


def _weighed_mean(values: Floats, variance: Floats, known: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Give the mean of each code's values, each weighed by its variance, and the weights; 0 for what is not known."""
    weight = np.where(known, 1.0 / variance, 0.0)
    return (weight * values).sum(axis=0) / np.maximum(weight.sum(axis=0), 1e-300), weight


def _freedom(known: NDArray[np.bool_], same_wave: bool) -> int:
    pairs = known.sum(axis=0)
    return int(pairs.sum() if same_wave else np.maximum(pairs - 1, 0).sum())


def _weighed_squares(logs: Floats, variance: Floats, known: NDArray[np.bool_], same_wave: bool) -> float:
    """Add up the squares of the logs around each code's mean (or around zero), each over its variance."""
    values = np.where(known, logs, 0.0)
    centre, weight = _weighed_mean(values, variance, known)
    return float((weight * (values - np.where(same_wave, 0.0, centre)) ** 2).sum())
