"""Co-occurrence: are two codes heard together more often than their frequencies alone would bring them together?

What chance would do is told by circular shifts: one code's track through an interview is turned round against the
other's, which keeps how often and in what runs each is heard, and takes away that they answer to each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.multiplicity import step_down
from bp_qual.statistics.permutation import flip_test

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FEWEST_EXPECTED = 1.0
_PAIRS_AT_A_TIME = 256


@dataclass(frozen=True, slots=True, eq=False)
class CodeTracks:
    """One person's interview in one wave, as a track of each code; `present` is stretches x codes.

    >>> CodeTracks(np.array([[True, False], [True, True]])).expected.tolist()
    [[2.0, 1.0], [1.0, 0.5]]
    """

    present: Flags

    @property
    def expected(self) -> Floats:
        """How often two codes would share a stretch by chance: the mean over all circular shifts.

        >>> CodeTracks(np.eye(4, 2, dtype=bool)).expected[0, 1].item()
        0.25
        """
        every = np.arange(self.present.shape[1])
        return self.expect(every[:, None], every[None, :])

    def expect(self, codes: NDArray[np.int64], others: NDArray[np.int64]) -> Floats:
        """Return `expected` of these pairs of codes alone.

        >>> CodeTracks(np.eye(4, 2, dtype=bool)).expect(np.array([0]), np.array([1])).tolist()
        [0.25]
        """
        heard = self.present.sum(axis=0, dtype=float)
        return np.asarray(heard[codes] * heard[others] / max(len(self.present), 1))

    def lifts(self, codes: NDArray[np.int64], others: NDArray[np.int64]) -> Floats:
        """Return the log lift of pairs of codes at every circular shift, the observed one first, centred on chance.

        >>> present = np.array([[1, 1], [1, 1], [0, 0], [0, 0]], dtype=bool)
        >>> CodeTracks(present).lifts(np.array([0]), np.array([1])).round(3).tolist()
        [[0.658, 0.147, -0.952, 0.147]]
        """
        own, at = np.unique(np.stack([codes, others]), return_inverse=True)
        code, other = at.reshape(2, -1)
        tracks = np.fft.rfft(self.present.T[own].astype(float), axis=1)
        together = np.rint(np.fft.irfft(np.conj(tracks[code]) * tracks[other], len(self.present), axis=1))
        lift = np.log((together + 0.5) / (self.expect(codes, others) + 0.5)[:, None])
        centred: Floats = lift - lift.mean(axis=1, keepdims=True)
        return centred


@dataclass(frozen=True, slots=True, eq=False)
class PairTest:
    """For each pair of codes: the persons who count, the mean lift in either wave, and the p of its change.

    ``independent`` counts a household once.

    >>> nothing = np.zeros(0)
    >>> len(PairTest(nothing, nothing, nothing, nothing, nothing, nothing).p)
    0
    """

    persons: NDArray[np.int64]
    independent: NDArray[np.int64]
    before: Floats
    after: Floats
    p: Floats
    p_adjusted: Floats


def pair_test(
    before: list[CodeTracks], after: list[CodeTracks], pairs: list[tuple[int, int]], *,
    households: NDArray[np.int64] | None = None, fewest: int = 6, draws: int = 1999, seed: int = 1,
) -> PairTest:  # fmt: skip
    """Test for pairs of codes whether they came to be mentioned together more, or less, than before.

    Parameters
    ----------
    before, after : list of CodeTracks
        The same persons in the same order.
    pairs : list of (int, int)
        Which codes.
    households : array of persons, optional
        The household of each, whose tracks are turned round and whose waves are swapped at once; everybody is alone if
        not given.
    fewest : int
        With fewer households that count a pair is not tested.
    draws, seed : int
        Number and seed of the shifts, and of the swaps where there are more than 15 households.

    Returns
    -------
    PairTest
        NaN for a pair that nobody counts for, or that is not tested.

    Notes
    -----
    A person counts for a pair where both codes are heard in both interviews and chance alone would bring them together
    at least once in each: an absence is no distance. The lift is the log of seen over expected, less its mean over all
    circular shifts, so that 0 is chance for rare and for frequent codes alike.

    p is the larger of two. The tracks of all codes are turned round at random in every interview: if codes do not
    answer to each other in either wave, the change seen is one of those (exact). And each person's waves are swapped:
    if codes answer to each other as much in both, the change could as well have been the other way. The tracks of one
    household are turned round by the same part of each interview, since what one says there the other answers to.

    References
    ----------
    Church and Hanks (1990), Word association norms, mutual information, and lexicography, Computational Linguistics 16,
    22-29. Lotwick and Silverman (1982), Methods for analysing spatial processes of several types of points, Journal of
    the Royal Statistical Society B 44, 406-413.

    Examples
    --------
    >>> present = np.zeros((40, 2), dtype=bool)
    >>> present[::4] = True
    >>> same = [CodeTracks(present)] * 6
    >>> pair_test(same, same, [(0, 1)], draws=99).p.tolist()
    [1.0]
    """
    code, other = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    counted = np.array([_counts(*waves, code, other) for waves in zip(before, after, strict=True)])
    counted = counted.reshape(len(before), len(pairs))
    persons = counted.sum(axis=0)
    own = np.arange(len(before)) if households is None else np.unique(households, return_inverse=True)[1]
    homes = range(int(own.max(initial=-1)) + 1)
    independent = sum((counted[own == home].any(axis=0).astype(np.int64) for home in homes), np.zeros_like(persons))
    lifts, drawn = np.full((2, len(before), len(pairs)), np.nan), np.zeros((draws, len(pairs)))
    random, tested = np.random.default_rng(seed), independent >= fewest
    for home in homes:
        for wave, interviews in enumerate((before, after)):
            codes = max((interviews[row].present.shape[1] for row in np.flatnonzero(own == home)), default=0)
            parts = random.random((draws, codes))
            for row in np.flatnonzero(own == home):
                turns = (parts * len(interviews[row].present)).astype(np.int64)
                for chosen in _some_at_a_time(np.flatnonzero(counted[row])):
                    shifted = interviews[row].lifts(code[chosen], other[chosen])
                    lifts[wave, row, chosen] = shifted[:, 0]
                    moved = (turns[:, other[chosen]] - turns[:, code[chosen]]) % shifted.shape[1]
                    drawn[:, chosen] += (-1.0, 1.0)[wave] * shifted[np.arange(len(chosen)), moved]
    p, adjusted = np.full(len(pairs), np.nan), np.full(len(pairs), np.nan)
    if tested.any():
        changes = np.zeros((len(homes), int(tested.sum())))
        np.add.at(changes, own, np.nan_to_num(lifts[1] - lifts[0])[:, tested])
        changes = np.round(changes, 9)
        spread = np.sqrt((drawn[:, tested] ** 2).mean(axis=0))
        scale = np.where(spread > 0, spread, 1.0)  # a code heard in every stretch: no shift changes anything
        alone, together = step_down(np.abs(drawn[:, tested]) / scale, np.abs(changes.sum(axis=0)) / scale)
        flipped = flip_test(changes, draws=draws, seed=seed)
        p[tested], adjusted[tested] = np.maximum(alone, flipped.p), np.maximum(together, flipped.p_adjusted)
    return PairTest(persons, independent, _mean(lifts[0]), _mean(lifts[1]), p, adjusted)


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


def _counts(before: CodeTracks, after: CodeTracks, code: NDArray[np.int64], other: NDArray[np.int64]) -> Flags:
    fewest = np.minimum(before.expect(code, other), after.expect(code, other))
    return np.asarray(fewest >= FEWEST_EXPECTED)


def _some_at_a_time(pairs: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    return [pairs[start : start + _PAIRS_AT_A_TIME] for start in range(0, len(pairs), _PAIRS_AT_A_TIME)]


def _mean(values: Floats) -> Floats:
    known = np.isfinite(values)
    number = known.sum(axis=0)
    total = np.where(known, values, 0.0).sum(axis=0)
    return np.asarray(np.divide(total, number, out=np.full(len(number), np.nan), where=number > 0))
