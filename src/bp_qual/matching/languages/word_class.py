"""The word class of one word in talk, from the words around it: a small logistic model, without a parse.

Only the word that is asked about is scored: some twenty-five features, one dictionary look-up each. They are made of
what a `Block` holds (folded words, the gap before each, capitals), so that training and use see the same. The weights
of a language lie in its ``data``, and those of a feature are read when it is met; `benchmarks/train_word_class.py`
makes them.

Classes: N noun, V verb (where the language tells base forms apart: an inflected one), B base form of a verb, A
adjective, P name, O anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from bp_qual.matching.languages.word_files import WordTable, pack_table
from bp_qual.matching.tokens import PAUSE, STOP

REACH = 8
_PAST = 3
_REMEMBERED, _MANY = 1 << 16, 20_000
ClassLemmas = Callable[[str], Mapping[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class WordWindow:
    """Some words in a row: folded, with the gap before each, and whether each begins with a capital."""

    words: Sequence[str]
    gaps: Sequence[int]
    capitals: Sequence[bool]


class _Shown(NamedTuple):
    """A word as features see it: its classes by the tables, its name there, and a shorter one."""

    classes: str
    name: str
    short: str


_EDGE = _Shown("", ".", ".")


class Weights:
    """The weights of a model: for each feature one whole number a class, to be divided by ``scale``.

    Parameters
    ----------
    classes : str
        The classes, a letter each.
    small : frozenset of str
        The words that features name in full.
    rows : mapping of str to str
        What features weigh, as it stands in a file: ``3,0,-1`` of three classes.
    scale : int
        What the weights are to be divided by.

    Examples
    --------
    >>> Weights("NV", frozenset(), {"wdeel": "0,12"}, 8).of("wdeel")
    ((1, 12),)
    """

    def __init__(self, classes: str, small: frozenset[str], rows: Mapping[str, str], scale: int) -> None:
        self.classes, self.small, self.rows, self.scale = classes, small, rows, scale
        self._asked = 0
        self.of = lru_cache(_REMEMBERED)(self._read)

    @classmethod
    def open(cls, package: str, name: str) -> Weights:
        """Return the weights in a file that lies in the folder `data` of a package."""
        table = WordTable.open(package, name)
        return cls(table["classes"], frozenset(table["small"].split()), table, int(table["scale"]))

    def pack(self) -> bytes:
        """Return the weights as the bytes of a file."""
        told = {"classes": self.classes, "small": " ".join(sorted(self.small)), "scale": str(self.scale)}
        return pack_table({**self.rows, **told})

    def _read(self, feature: str) -> tuple[tuple[int, int], ...]:
        """Return the number of each class for which a feature counts, with how much."""
        self._asked += 1
        if self._asked > _MANY and isinstance(self.rows, WordTable):
            self.rows = dict(self.rows.rows())  # costs as much as so many look-ups in the file
        weights = map(int, self.rows[feature].split(",")) if feature in self.rows else ()
        return tuple((column, weight) for column, weight in enumerate(weights) if weight)


class WordClassModel:
    """Says which word class a word most likely has in context.

    Parameters
    ----------
    weights : Weights or callable
        The weights, or what reads them when the first word is asked about.
    class_lemmas : callable
        The lemmas of a folded form by word class, as the tables of the language have them.

    Examples
    --------
    >>> from bp_qual.matching.languages import find_language
    >>> model = find_language("nl").word_class_model
    >>> said = WordWindow("een groot deel van de mensen".split(), [3, 0, 0, 0, 0, 0], [False] * 6)
    >>> model.ahead(said, 2, {"V"}) > 1.5
    True
    """

    def __init__(self, weights: Weights | Callable[[], Weights], class_lemmas: ClassLemmas) -> None:
        self._given = weights
        self._class_lemmas = class_lemmas
        self._seen: dict[str, _Shown] = {}

    @cached_property
    def weights(self) -> Weights:
        """The weights, read once."""
        return self._given if isinstance(self._given, Weights) else self._given()

    def scores(self, stretch: WordWindow, at: int) -> dict[str, float]:
        """Return a score for each class of the word in this place; differences are log odds."""
        total = [0] * len(self.weights.classes)
        for feature in self.features(stretch, at):
            for column, weight in self.weights.of(feature):
                total[column] += weight
        return {name: score / self.weights.scale for name, score in zip(self.weights.classes, total, strict=True)}

    def ahead(self, stretch: WordWindow, at: int, own: set[str]) -> float:
        """Return how far the best of the other classes is ahead of the best of its own, in log odds.

        Parameters
        ----------
        stretch : WordWindow
            The word with its neighbours.
        at : int
            Which word of the stretch.
        own : set of str
            The classes that the term may have.

        Returns
        -------
        float
            Below zero where one of its own classes is the likeliest.
        """
        scores = self.scores(stretch, at)
        return max(scores[name] for name in scores if name not in own) - max(scores[name] for name in own)

    def features(self, stretch: WordWindow, at: int) -> list[str]:
        """Return the features of the word in this place."""
        near = {step: self._near(stretch, at + step) for step in range(-3, 4)}
        own = near[0].classes
        return [
            *_word_features(stretch, at, own),
            *_neighbour_features(stretch, at, near),
            *self._past_content(stretch, at, own),
            *self._small_around(stretch, at, own),
        ]

    def _near(self, stretch: WordWindow, at: int) -> _Shown:
        return self._show(stretch.words[at]) if 0 <= at < len(stretch.words) else _EDGE

    def _show(self, word: str) -> _Shown:
        if word not in self._seen:
            known = "".join(sorted(self._class_lemmas(word))) or ("#" if any(map(str.isdigit, word)) else "-")
            small = word in self.weights.small
            self._seen[word] = _Shown(known, word, word) if small else _Shown(known, known + word[-2:], known)
        return self._seen[word]

    def _past_content(self, stretch: WordWindow, at: int, own: str) -> Iterator[str]:
        """Yield the nearest small word on either side, past up to three content words: `een groot deel`."""
        words, gaps, small = stretch.words, stretch.gaps, self.weights.small
        left = at - 1
        while left >= 0 and at - left <= _PAST and words[left] not in small and gaps[left + 1] < PAUSE:
            left -= 1
        if 0 <= left < at - 1 and gaps[left + 1] < PAUSE and words[left] in small:
            between = "_".join(self._show(words[index]).classes for index in range(left + 1, at))
            yield f"D{at - 1 - left}{own}>{words[left]}"
            yield f"E{own}{words[left]}>{between}"
        right = at + 1
        while right < len(words) and right - at <= _PAST and words[right] not in small and gaps[right] < PAUSE:
            right += 1
        if at + 1 < right < len(words) and gaps[right] < PAUSE and words[right] in small:
            yield f"F{right - 1 - at}{own}>{words[right]}"

    def _small_around(self, stretch: WordWindow, at: int, own: str) -> Iterator[str]:
        """Yield the small words of the sentence, up to eight words away."""
        words, gaps, small = stretch.words, stretch.gaps, self.weights.small
        left = at - 1
        before: set[str] = set()
        while left >= 0 and at - left <= REACH and gaps[left + 1] < STOP:
            before.add(words[left])
            left -= 1
        right = at + 1
        behind: set[str] = set()
        while right < len(words) and right - at <= REACH and gaps[right] < STOP:
            behind.add(words[right])
            right += 1
        yield from (f"h{own}{word}" for word in sorted(before & small))
        yield from (f"i{own}{word}" for word in sorted(behind & small))


def _gap(stretch: WordWindow, at: int) -> str:
    """Return the sign before a word, as features write it."""
    if at <= 0 or at >= len(stretch.words):
        return "^"
    return "|" if stretch.gaps[at] >= STOP else "," if stretch.gaps[at] == PAUSE else ""


def _word_features(stretch: WordWindow, at: int, own: str) -> list[str]:
    """Return what is seen of the word itself: its classes, ends, beginning and capital."""
    word = stretch.words[at]
    opens = _gap(stretch, at) in ("^", "|")
    ends = [f"x{own}{word[-3:]}", f"y{own}{word[-2:]}", f"z{own}{word[-4:]}", f"q{own}{word[:2]}"]
    return [f"b{own}", f"w{word}", *ends, f"c{stretch.capitals[at]:d}{opens:d}{own}"]


def _neighbour_features(stretch: WordWindow, at: int, near: Mapping[int, _Shown]) -> list[str]:
    """Return what is seen of up to three words on either side."""
    word, own = stretch.words[at], near[0].classes
    left, right, left2, right2 = (_gap(stretch, at + step) for step in (0, 1, -1, 2))
    b1, b2, n1, n2 = near[-1], near[-2], near[1], near[2]
    return [
        f"l{own}>{left}{b1.name}",
        f"r{own}>{right}{n1.name}",
        f"L{own}>{left2}{b2.name}",
        f"R{own}>{right2}{n2.name}",
        f"m{own}{left}{b1.short}_{right}{n1.short}",
        f"a{own}{left2}{b2.short}_{left}{b1.short}",
        f"e{own}{right}{n1.short}_{right2}{n2.short}",
        f"M{own}{b2.short}_{b1.short}_{n1.short}",
        f"j{word}>{b1.short}",
        f"k{word}>{n1.short}",
        f"P{left}{b1.name}",
        f"N{right}{n1.name}",
        f"g{own}{left}_{right}",
        f"T{own}{near[-3].short}",
        f"U{own}{near[3].short}",
    ]
