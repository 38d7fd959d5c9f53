"""How much sentences are like those that are known to be about something: by their vectors, and by their letters.

By vectors: the direction in which known sentences differ from all others, and from sentences that are known to be about
something else, measured in what sentences differ in anyway (a linear discriminant with a shrunken covariance). By
letters: how much of the parts of their words (`content_words`) they share, so that *buurtfonds* is like *fondsen*, less
what they share with those about something else. Vectors count twice as much.
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
LETTERS = 0.5  # what likeness by letters counts, against one by vectors
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
        seen = self._centred @ self._inverse
        total = self._centred[known].sum(axis=0)
        scores = seen @ (total / len(known) - against)
        rest = (total - self._centred[known]) / max(len(known) - 1, 1) - against
        return scores, np.einsum("ij,ij->i", seen[known], rest)


class Letters:
    """The parts of the words of all sentences, weighed by how few sentences hold them.

    >>> letters = Letters([["buurtfonds"], ["wandelen"], ["fonds", "op"]])
    >>> scores, _ = letters.measure(np.array([0]), np.array([], dtype=int))
    >>> bool(scores[2] > scores[1])
    True
    """

    def __init__(self, said: Sequence[Sequence[str]]) -> None:
        words = {word: number for number, word in enumerate(dict.fromkeys(word for line in said for word in line))}
        self._rows = [np.array([words[word] for word in line], dtype=np.int64) for line in said]
        parts: dict[str, int] = {}
        held = [np.array([parts.setdefault(p, len(parts)) for p in _parts(word)], dtype=np.int64) for word in words]
        uses = Counter(word for line in said for word in set(line))
        spoken = np.zeros(len(parts))
        for word, own in zip(words, held, strict=True):
            np.add.at(spoken, own, uses[word])
        self._weights = np.log(max(len(said), 1) / np.minimum(np.maximum(spoken, 1.0), max(len(said), 1))) + 0.1
        self._held = held
        squares = np.array([float(np.square(self._weights[own]).sum()) for own in held])
        self._sizes = np.array([np.sqrt(squares[row].sum()) or 1.0 for row in self._rows])

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
        own = [(self._parts_of(row), 1.0 / self._sizes[row]) for row in known.tolist()]
        with_itself = np.array([_with_itself(parts, self._weights) * share**2 for parts, share in own])
        rest = (shared[known] - with_itself) / max(len(known) - 1, 1)
        away = against / max(len(others), 1)
        return shared / max(len(known), 1) - away, rest - away[known]

    def _shared_with(self, rows: Rows) -> Floats:
        """Return how much each sentence shares with some, added up."""
        total = np.zeros(len(self._weights))
        for row in rows.tolist():
            parts = self._parts_of(row)
            np.add.at(total, parts, self._weights[parts] / self._sizes[row])
        of_word = np.array([float((total[part] * self._weights[part]).sum()) for part in self._held])
        shared: Floats = np.array([of_word[row].sum() for row in self._rows]) / self._sizes
        return shared

    def _parts_of(self, row: int) -> Rows:
        """Return the parts of all words of a sentence, one behind the other."""
        return np.concatenate([np.empty(0, np.int64), *(self._held[word] for word in self._rows[row].tolist())])

    def shared(self, row: int, others: Rows) -> Floats:
        """Return how much one sentence shares with each of others."""
        parts = self._parts_of(row)
        total = np.zeros(len(self._weights))
        np.add.at(total, parts, self._weights[parts] / self._sizes[row])
        sums = [
            float((total[own] * self._weights[own]).sum()) for own in (self._parts_of(one) for one in others.tolist())
        ]
        return np.asarray(np.array(sums) / self._sizes[others], dtype=np.float64)


def _with_itself(parts: Rows, weights: Floats) -> float:
    """Return what a sentence shares with itself, a part that it holds twice counting four times."""
    numbers, times = np.unique(parts, return_counts=True)
    return float((np.square(weights[numbers]) * np.square(times)).sum())


def _parts(word: str) -> list[str]:
    whole = f" {word} "
    return [whole[at : at + size] for size in _SIZES for at in range(len(whole) - size + 1)] or [whole]


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """How like the known sentences each sentence is, and each known one by the others.

    >>> Likeness(np.array([0.5, 2.0]), np.array([1.0, 3.0])).typical.tolist()
    [0.0, 0.5]
    """

    scores: Floats
    known: Floats

    @property
    def typical(self) -> Floats:
        """The share of the known sentences that are less like the others than each sentence is like them."""
        return np.searchsorted(np.sort(self.known), self.scores) / max(len(self.known), 1)


def measure_likeness(directions: Directions | None, letters: Letters, known: Rows, others: Rows) -> Likeness:
    """Return how like known sentences each sentence is, by vectors and letters together.

    Parameters
    ----------
    directions : Directions, optional
        The vectors; without them letters alone decide.
    letters : Letters
        The words of the same sentences.
    known, others : array of int
        Sentences that are about it, at least one, and that are known to be about something else.

    Returns
    -------
    Likeness
        In standard deviations of all sentences.

    Examples
    --------
    >>> letters = Letters([["fonds"], ["wandelen"], ["fonds", "op"]])
    >>> likeness = measure_likeness(None, letters, np.array([0]), np.array([], dtype=int))
    >>> int(likeness.scores[1:].argmax())
    1
    """
    scores, known_scores = _in_deviations(*letters.measure(known, others))
    if directions is None:
        return Likeness(scores, known_scores)
    by_vector, known_by_vector = _in_deviations(*directions.measure(known, others))
    return Likeness(by_vector + LETTERS * scores, known_by_vector + LETTERS * known_scores)


def _in_deviations(scores: Floats, known: Floats) -> tuple[Floats, Floats]:
    middle, spread = float(scores.mean()), float(scores.std()) or 1.0
    return (scores - middle) / spread, (known - middle) / spread
