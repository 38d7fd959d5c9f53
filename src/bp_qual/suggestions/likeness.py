"""How much sentences are like those that are known to be about something: by their vectors, words and letters.

By vectors: the direction in which known sentences differ from all others, and from sentences that are known to be about
something else, measured in what sentences differ in anyway (a linear discriminant with a shrunken covariance). By
words: the same with vectors that are put together from those of their words (`word_meanings`). By letters: how much of
the parts of their words (`content_words`) they share, so that *buurtfonds* is like *fondsen*, less what they share with
those about something else. And by what the codebook calls it, against what it calls everything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

SHRUNKEN = 30.0  # the weight of a round covariance, in average variances
WEIGHTS = {"sentences": 0.7, "words": 0.3, "letters": 0.6, "told": 0.3}  # what each kind of likeness counts
_NONE = np.empty(0, dtype=np.int64)
_SIZES = (4, 5)  # letters of a part of a word


class Directions:
    """The vectors of all sentences, seen from their middle and in units of how they differ.

    >>> directions = Directions(np.array([[1.0, 0.0], [0.0, 1.0], [0.9, 0.1], [0.1, 0.9]]))
    >>> scores, left_out = directions.measure(np.array([0]), np.array([1]))
    >>> bool(scores[2] > scores[3]), left_out.shape
    (True, (1,))
    """

    def __init__(self, vectors: NDArray[np.floating]) -> None:
        whole = np.asarray(vectors, dtype=np.float64)
        self._centred = whole - whole.mean(axis=0) if len(whole) else whole
        width = whole.shape[1]
        spread = self._centred.T @ self._centred / max(len(whole), 1)
        rounded = SHRUNKEN * np.trace(spread) / width or 1.0
        self._inverse = np.linalg.inv(spread + rounded * np.eye(width))

    def measure(self, known: Rows, others: Rows) -> tuple[Floats, Floats]:
        """Return how much each sentence lies in the direction of known ones.

        Parameters
        ----------
        known, others : array of int
            Sentences that are about it, and that are known to be about something else.

        Returns
        -------
        array of sentences, array of known ones
            Of each sentence; and of each known one, by the others that are known.
        """
        against = self._centred[others].mean(axis=0) / 2.0 if len(others) else np.zeros(self._centred.shape[1])
        own = self._centred[known]
        total = own.sum(axis=0)
        scores = self._centred @ (self._inverse @ (total / len(known) - against))
        rest = (total - own) / max(len(known) - 1, 1) - against
        return scores, np.einsum("ij,ij->i", own @ self._inverse, rest)


class Letters:
    """The parts of the words of all sentences, weighed by how few sentences hold them.

    >>> letters = Letters([["buurtfonds"], ["wandelen"], ["fonds", "op"]])
    >>> scores, _ = letters.measure(np.array([0]), np.array([], dtype=int))
    >>> bool(scores[2] > scores[1])
    True
    """

    def __init__(self, said: Sequence[Sequence[str]]) -> None:
        words = {word: number for number, word in enumerate(dict.fromkeys(word for line in said for word in line))}
        parts: dict[str, int] = {}
        held = [np.array([parts.setdefault(p, len(parts)) for p in _parts(word)], dtype=np.int64) for word in words]
        uses = Counter(word for line in said for word in set(line))
        spoken = np.zeros(len(parts))
        for word, own in zip(words, held, strict=True):
            np.add.at(spoken, own, uses[word])
        weights = np.log(max(len(said), 1) / np.minimum(np.maximum(spoken, 1.0), max(len(said), 1))) + 0.1
        each = [[held[words[word]] for word in line] for line in said]
        row = np.repeat(np.arange(len(said)), [sum(map(len, line)) for line in each])
        part = np.concatenate([_NONE, *(own for line in each for own in line)])
        sizes = np.sqrt(np.bincount(row, weights=np.square(weights[part]), minlength=len(said)))
        place, which = np.unique(row * max(len(parts), 1) + part, return_inverse=True)
        self._share = np.bincount(which, weights=weights[part] / sizes[row], minlength=len(place)).astype(np.float64)
        self._row, self._part = np.divmod(place, max(len(parts), 1))
        self._first = np.searchsorted(self._row, np.arange(len(said) + 1))
        self._shape = (len(said), len(parts))

    def measure(self, known: Rows, others: Rows) -> tuple[Floats, Floats]:
        """Return how much each sentence shares with known ones, less what it shares with others.

        Parameters
        ----------
        known, others : array of int
            Sentences that are about it, and that are known to be about something else.

        Returns
        -------
        array of sentences, array of known ones
            Of each sentence; and of each known one, by the others that are known.
        """
        shared, against = self._shared_with(known), self._shared_with(others)
        with_itself = np.array([np.square(self._share[self._held(row)]).sum() for row in known.tolist()])
        rest = (shared[known] - with_itself) / max(len(known) - 1, 1)
        away = against / max(len(others), 1)
        return shared / max(len(known), 1) - away, rest - away[known]

    def shared(self, row: int, others: Rows) -> Floats:
        """Return how much one sentence shares with each of others."""
        return self._shared_with(np.array([row]))[others]

    def _shared_with(self, rows: Rows) -> Floats:
        """Return how much each sentence shares with some, added up."""
        held = np.concatenate([_NONE, *(np.r_[self._held(row)] for row in rows.tolist())])
        total = np.bincount(self._part[held], weights=self._share[held], minlength=self._shape[1])
        shared = np.bincount(self._row, weights=self._share * total[self._part], minlength=self._shape[0])
        return shared.astype(np.float64)

    def _held(self, row: int) -> slice:
        """Return where the parts that a sentence holds stand in the columns."""
        return slice(int(self._first[row]), int(self._first[row + 1]))


def _parts(word: str) -> list[str]:
    whole = f" {word} "
    return [whole[at : at + size] for size in _SIZES for at in range(len(whole) - size + 1)] or [whole]


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """How like the known sentences each sentence is, and each known one by the others.

    >>> Likeness(np.array([0.5, 2.0]), np.array([1.0, 3.0])).above_known.tolist()
    [0.0, 0.5]
    """

    scores: Floats
    known: Floats

    @property
    def above_known(self) -> Floats:
        """The share of the known sentences that are less like the others than each sentence is like them."""
        return np.searchsorted(np.sort(self.known), self.scores) / max(len(self.known), 1)


@dataclass(frozen=True, slots=True, eq=False)
class Aspects:
    """What the same sentences are compared by: the parts of their words, their vectors, those of their words.

    >>> Aspects(Letters([["fonds"]])).sentences is None
    True
    """

    letters: Letters
    sentences: Directions | None = None
    words: Directions | None = None


def measure_likeness(
    aspects: Aspects, known: Rows, others: Rows, *, told: Rows = _NONE, rest: Rows = _NONE
) -> Likeness:  # fmt: skip
    """Return how like known sentences each sentence is, by all that they are compared by together.

    Parameters
    ----------
    aspects : Aspects
        By what; where there are no vectors, letters alone decide.
    known, others : array of int
        Sentences that are about it, at least one, and that are known to be about something else.
    told, rest : array of int, optional
        Rows that say what it is and what the other codes are, as the codebook puts it; they may be among the known.

    Returns
    -------
    Likeness
        In standard deviations of all sentences, but for the weights.

    Examples
    --------
    >>> letters = Letters([["fonds"], ["wandelen"], ["fonds", "op"]])
    >>> likeness = measure_likeness(Aspects(letters), np.array([0]), np.array([], dtype=int))
    >>> int(likeness.scores[1:].argmax())
    1
    """
    parts = measure_aspects(aspects, known, others, told=told, rest=rest)
    scores, of_known = (sum((WEIGHTS[name] * part[at] for name, part in parts.items()), np.zeros(1)) for at in (0, 1))
    return Likeness(scores, of_known)


def measure_aspects(
    aspects: Aspects, known: Rows, others: Rows, *, told: Rows = _NONE, rest: Rows = _NONE
) -> dict[str, tuple[Floats, Floats]]:
    """Return how like known sentences each sentence is by each of `WEIGHTS`, and each known one by the others.

    Parameters
    ----------
    aspects, known, others, told, rest
        As in `measure_likeness`.

    Returns
    -------
    dict of str to tuple of array
        In standard deviations of all sentences.

    Examples
    --------
    >>> letters = Letters([["fonds"], ["wandelen"], ["fonds", "op"]])
    >>> [*measure_aspects(Aspects(letters), np.array([0]), np.array([], dtype=int))]
    ['letters']
    """
    measured = {"letters": aspects.letters, "sentences": aspects.sentences, "words": aspects.words}
    parts = {name: _in_deviations(*one.measure(known, others)) for name, one in measured.items() if one is not None}
    if aspects.sentences is not None and len(told):
        scores, _ = aspects.sentences.measure(told, rest)
        scores, own = _in_deviations(scores, scores[known])
        parts["told"] = scores, np.where(np.isin(known, told), 0.0, own)  # of itself it says nothing
    return parts


def _in_deviations(scores: Floats, known: Floats) -> tuple[Floats, Floats]:
    middle, spread = float(scores.mean()), float(scores.std()) or 1.0
    return (scores - middle) / spread, (known - middle) / spread
