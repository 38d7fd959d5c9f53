"""The separable verbs of Dutch as numbers, for looking them up in columns."""

from __future__ import annotations

from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages.dutch.dutch_forms import DutchForms
from bp_qual.matching.languages.dutch.dutch_words import NEVER_VERBS, NO_PREPOSITIONS, PREPOSITIONS
from bp_qual.matching.languages.dutch.separable import KINDS

Flags = npt.NDArray[np.bool_]

FORMS = {kind: number for number, kind in enumerate(KINDS)}


class Lexicon:
    """The separable verbs of Dutch as numbers: verbs, particles, and the forms with what they can be.

    >>> from bp_qual.matching.languages import find_language
    >>> lexicon = lexicon_of(find_language("nl"), frozenset())
    >>> [lexicon.bases[base] for base, form in lexicon.readings[lexicon.row["droeg"]]]
    ['dragen']
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
        forms = dict(verbs.forms)
        for base in self.bases:
            if base not in verbs.particles:
                for form, reading in verbs.readings(base):
                    forms[form] = tuple(sorted({*forms.get(form, ()), reading}))
        read = {form: tuple((self.base[base], kind) for base, kind in readings) for form, readings in forms.items()}
        usable = sorted(form for form in read if form not in NEVER_VERBS)
        self.row = {form: number for number, form in enumerate(usable, start=1)}
        self.readings: list[tuple[tuple[int, str], ...]] = [(), *(read[form] for form in usable)]
        flat = [(row, base, FORMS[form]) for row, readings in enumerate(self.readings) for base, form in readings]
        self._reading = np.array(flat, dtype=np.int64)
        self.row_joins = self._spread(self.joins, ())
        self.row_joins_left = self._spread(self.joins, ("participle", "present participle"))
        prepositional = PREPOSITIONS - NO_PREPOSITIONS
        self.prepositional = np.array([particle in prepositional for particle in self.particles], dtype=bool)
        self._attested: dict[tuple[int, int], bool] = {}
        self._last: tuple[frozenset[tuple[str, str]], Flags] = (frozenset(), np.zeros((0, 0), dtype=bool))

    def rows_of(self, wanted: frozenset[tuple[str, str]]) -> Flags:
        """Return for each form (row) which particles would make it one of the wanted verbs; kept for the next block."""
        if self._last[0] != wanted:
            rows = np.zeros((len(self.readings), len(self.particles)), dtype=bool)
            for particle, base in wanted:
                rows[self._rows[self.base[base]], self.particle[particle]] = True
            self._last = (wanted, rows)
        return self._last[1]

    @cached_property
    def _rows(self) -> list[npt.NDArray[np.int64]]:
        """The rows of the forms of each verb."""
        order = np.argsort(self._reading[:, 1], kind="stable")
        first = np.searchsorted(self._reading[order, 1], np.arange(1, len(self.bases)))
        return np.split(self._reading[order, 0], first)

    def _spread(self, joins: Flags, without: tuple[str, ...]) -> Flags:
        """Return for each form (row) the particles its verbs can take."""
        fits = ~np.isin(self._reading[:, 2], [FORMS[form] for form in without])
        rows, bases = self._reading[fits, 0], self._reading[fits, 1]
        spread = np.zeros((len(self.readings), len(self.particles)), dtype=bool)
        first = np.flatnonzero(np.diff(rows, prepend=-1))
        spread[rows[first]] = np.logical_or.reduceat(joins[bases], first)
        return spread

    def is_attested(self, particle: int, base: int) -> bool:
        """Return whether the joined verb has a participle with `ge` in the middle in the word lists."""
        key = (particle, base)
        if key not in self._attested:
            self._attested[key] = self._verbs.is_attested(self.particles[particle], self.bases[base])
        return self._attested[key]


@cache
def lexicon_of(language: DutchForms, extra: frozenset[tuple[str, str]]) -> Lexicon:
    """Return the lexicon of Dutch with some more verbs in it, made once."""
    return Lexicon(language, extra)
