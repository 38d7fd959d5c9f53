"""The separable verbs of Dutch as numbers, for looking them up in columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages.dutch.dutch_forms import DutchForms
from bp_qual.matching.languages.dutch.dutch_words import FINITE_AUXILIARIES, NEVER_VERBS, NO_PREPOSITIONS, PREPOSITIONS
from bp_qual.matching.languages.dutch.separable import KINDS

Flags = npt.NDArray[np.bool_]

FORMS = {kind: number for number, kind in enumerate(KINDS)}


class Lexicon:
    """The separable verbs of Dutch as numbers: the verbs, the particles, and which belong together.

    >>> from bp_qual.matching.languages import find_language
    >>> lexicon = lexicon_of(find_language("nl"), frozenset())
    >>> bool(lexicon.joins[lexicon.base["dragen"], lexicon.particle["over"]])
    True
    """

    def __init__(self, language: DutchForms, extra: frozenset[tuple[str, str]]) -> None:
        verbs = language.separable
        self._verbs = verbs
        joined = {(particle, base) for base, own in verbs.particles.items() for particle in own} | extra
        self.bases = tuple(sorted({base for _, base in joined}))
        self.base = {base: number for number, base in enumerate(self.bases)}
        self.particles = tuple(sorted({particle for particle, _ in joined}))
        self.particle = {particle: number for number, particle in enumerate(self.particles)}
        self.joins = np.zeros((len(self.bases), len(self.particles)), dtype=bool)
        for particle, base in joined:
            self.joins[self.base[base], self.particle[particle]] = True
        self._more: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)  # forms of verbs that are not listed
        for base in {base for _, base in extra} - verbs.particles.keys():
            for form, reading in verbs.readings(base):
                self._more[form].add(reading)
        prepositional = PREPOSITIONS - NO_PREPOSITIONS
        self.prepositional = np.array([particle in prepositional for particle in self.particles], dtype=bool)
        self._attested: dict[tuple[int, int], bool] = {}

    def readings(self, words: Collection[str]) -> dict[str, tuple[tuple[int, str], ...]]:
        """Return for each form of a verb among some words the verbs it belongs to, by number, and as what."""
        found = self._verbs.verbs_of(words)
        for form in self._more.keys() & set(words):
            found[form] = tuple(sorted({*found.get(form, ()), *self._more[form]}))
        return {
            form: tuple((self.base[base], kind) for base, kind in _of_auxiliary(form, readings))
            for form, readings in found.items()
            if form not in NEVER_VERBS
        }

    def is_attested(self, particle: int, base: int) -> bool:
        """Return whether the joined verb has a participle with `ge` in the middle in the word lists."""
        key = (particle, base)
        if key not in self._attested:
            self._attested[key] = self._verbs.is_attested(self.particles[particle], self.bases[base])
        return self._attested[key]


def _of_auxiliary(form: str, readings: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the readings of a form of *zijn* without those of another verb: `het geld was op` is not `opwassen`."""
    own = tuple(reading for reading in readings if reading[0] == "zijn")
    return own if own and form in FINITE_AUXILIARIES else readings


class VerbForms:
    """The forms of separable verbs among some words, a row each; row 0 is for words that are none.

    >>> from bp_qual.matching.languages import find_language
    >>> lexicon = lexicon_of(find_language("nl"), frozenset())
    >>> forms = VerbForms(lexicon, ["droeg", "overheid"])
    >>> forms.row, [lexicon.bases[base] for base, form in forms.readings[1]]
    ({'droeg': 1}, ['dragen'])
    """

    def __init__(self, lexicon: Lexicon, words: Collection[str]) -> None:
        self._lexicon = lexicon
        readings = lexicon.readings(words)
        self.row = {form: number for number, form in enumerate(readings, start=1)}
        self.readings: list[tuple[tuple[int, str], ...]] = [(), *readings.values()]
        flat = [(row, base, FORMS[form]) for row, found in enumerate(self.readings) for base, form in found]
        self._reading = np.array(flat, dtype=np.int64).reshape(-1, 3)
        self.joins = self._spread(())
        self.joins_left = self._spread(("participle", "present participle"))

    def rows_of(self, base: int) -> npt.NDArray[np.int64]:
        """Return the rows of the forms of a verb, given by its number."""
        rows, first = self._rows
        return rows[first[base] : first[base + 1]]

    @cached_property
    def _rows(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The rows by verb, and where those of each verb begin."""
        order = np.argsort(self._reading[:, 1], kind="stable")
        first = np.searchsorted(self._reading[order, 1], np.arange(len(self._lexicon.bases) + 1))
        return self._reading[order, 0], first

    def _spread(self, without: tuple[str, ...]) -> Flags:
        """Return for each form (row) the particles its verbs can take."""
        fits = ~np.isin(self._reading[:, 2], [FORMS[form] for form in without])
        rows, bases = self._reading[fits, 0], self._reading[fits, 1]
        spread = np.zeros((len(self.readings), len(self._lexicon.particles)), dtype=bool)
        first = np.flatnonzero(np.diff(rows, prepend=-1))
        spread[rows[first]] = np.logical_or.reduceat(self._lexicon.joins[bases], first)
        return spread


@cache
def lexicon_of(language: DutchForms, extra: frozenset[tuple[str, str]]) -> Lexicon:
    """Return the lexicon of Dutch with some more verbs in it, made once."""
    return Lexicon(language, extra)
