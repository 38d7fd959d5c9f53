"""Split verbs: `droeg ... over`, `over te dragen`, `samen willen werken`, told apart from words that merely meet.

Candidates are pairs of a verb form and a particle in one sentence. Each is scored by a sum of named weights (what
follows the particle, commas and verbs between, the distance, ...), and of candidates that share a word the best is
kept. The weights are in ``language/data/nl_split_verbs.json``; `reasons` says which of them spoke for a pair.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.language.dutch_words import (
    ARTICLES,
    AUXILIARIES,
    BEFORE_NOUNS,
    COMPLEMENTIZERS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    JOINING,
    LIGHT_VERBS,
    MODALS,
    NEVER_VERBS,
    NO_PREPOSITIONS,
    NUMBERS,
    OPENING,
    PLACES,
    POSSESSIVES,
    PREPOSITIONS,
    R_PRONOUNS,
    SUBJECTS,
    THINGS,
)
from bp_qual.language.nl import Dutch
from bp_qual.matching.talk import PAUSE, SOFT, STOP, Block

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

BACK, AHEAD = 25, 4
CLASSES = ("end", "comma", "conj", "det", "prep", "num", "punct", "noun", "adj", "verb", "other")
_RULES = "ABCD"


class Pairs(NamedTuple):
    """Candidates: token of the verb, token of the particle, base verb, form of the verb, rule, and the score."""

    verb: Ints
    particle: Ints
    base: Ints
    form: Ints
    rule: Ints
    score: npt.NDArray[np.float64]


class SplitVerbFinder:
    """Finds the split verbs in a block of Dutch talk.

    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "Wij werken al jaren met de corporatie samen."
    >>> block = Block([Transcript("P1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),))])
    >>> finder = SplitVerbFinder(block)
    >>> pairs = finder.find({("samen", "werken")})
    >>> block.start[pairs.verb].tolist(), block.end[pairs.particle].tolist()
    ([4], [43])
    """

    def __init__(self, block: Block) -> None:
        if not isinstance(block.language, Dutch):
            raise ValueError("split verbs are known for Dutch only")
        self.block = block
        self.language = block.language
        self._lexicon: _Lexicon | None = None

    def find(self, wanted: Iterable[tuple[str, str]] | None = None) -> Pairs:
        """Return the pairs of the wanted verbs (particle and base) that hold against all other readings.

        Without ``wanted``: of every separable verb there is.
        """
        listed = self.language.separable.particles
        halves = {(one, base) for base, each in listed.items() for one in each} if wanted is None else set(wanted)
        pairs = self.score_all(halves)
        pairs = take_pairs(pairs, np.flatnonzero(pairs.score >= self.threshold))
        pairs = take_pairs(pairs, _choose(pairs))
        kept = [
            row
            for row, (place, base) in enumerate(zip(pairs.particle.tolist(), pairs.base.tolist(), strict=True))
            if (self.block.types[self.block.ids[place]], self.lexicon.bases[base]) in halves
        ]
        return take_pairs(pairs, np.array(kept, dtype=np.int64))

    @property
    def threshold(self) -> float:
        """The score from which on a pair is taken."""
        return _weights().threshold

    def score_all(self, halves: Iterable[tuple[str, str]]) -> Pairs:
        """Return every candidate for the particles of these verbs, with its score."""
        listed = self.language.separable.particles
        halves = set(halves)
        extra = frozenset(each for each in halves if each[0] not in listed.get(each[1], ()))
        self._read_types(_lexicon_of(self.language, extra))
        return self._score(self._pairs_of(self._particles_near(halves)))

    def _read_types(self, lexicon: _Lexicon) -> None:
        """Number the particles, and note for each type which verbs it may be a form of."""
        if self._lexicon is lexicon:
            return
        self.lexicon = self._lexicon = lexicon
        types, number = self.block.types, self.block.number
        self.particle = np.full(len(types) + 1, -1, dtype=np.int64)
        self.verbal = np.zeros(len(types) + 1, dtype=np.int64)
        for numbered, column in ((lexicon.particle, self.particle), (lexicon.row, self.verbal)):
            for one in numbered.keys() & number.keys():
                column[number[one]] = numbered[one]
        self.verbs = np.flatnonzero((self.verbal > 0)[self.block.ids])
        self.readings, self.joins, self.joins_left = lexicon.readings, lexicon.row_joins, lexicon.row_joins_left
        self.classes = np.full(len(types) + 1, -1, dtype=np.int64)
        self.plain_verb = np.full(len(types) + 1, -1, dtype=np.int64)

    def _flag(self, listed: Iterable[str]) -> Flags:
        flags = np.zeros(len(self.block.types) + 1, dtype=bool)
        flags[[self.block.number[one] for one in listed if one in self.block.number]] = True
        return flags

    def _particles_near(self, wanted: set[tuple[str, str]]) -> Ints:
        """Return the particle tokens that stand in one sentence with a verb they could be the particle of."""
        block = self.block
        by_particle = sorted({self.lexicon.particle[particle] for particle, _ in wanted})
        particles = np.flatnonzero(np.isin(self.particle, by_particle)[block.ids])
        kinds = self.particle[block.ids[particles]]
        order = np.argsort(kinds, kind="stable")
        edges = np.searchsorted(kinds[order], by_particle), np.searchsorted(kinds[order], by_particle, side="right")
        verbs = self.verbs
        rows = self.verbal[block.ids[verbs]]
        found = [np.empty(0, dtype=np.int64)]
        able = self.lexicon.rows_of(frozenset(wanted))
        for number, begin, stop in zip(by_particle, *edges, strict=True):
            mine, places = verbs[able[rows, number]], particles[order[begin:stop]]
            low = np.searchsorted(places, mine - AHEAD)
            count = np.searchsorted(places, mine + BACK, side="right") - low
            row = np.repeat(np.arange(len(mine)), count)
            near = places[low[row] + np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)]
            found.append(np.unique(near[block.sentence[near] == block.sentence[mine[row]]]))
        return np.sort(np.concatenate(found))

    def _pairs_of(self, tokens: Ints) -> Pairs:
        """Return every verb that could own one of these particles, before it (rule A) or after it (B, C, D)."""
        parts = [self._before(tokens), self._after(tokens)]
        return Pairs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))

    def _before(self, tokens: Ints) -> Pairs:
        block = self.block
        place = tokens[:, None] - np.arange(1, BACK + 1)
        inside = (place >= 0) & (block.sentence[np.maximum(place, 0)] == block.sentence[tokens][:, None])
        row = self.verbal[block.ids[np.maximum(place, 0)]] * inside
        kind = self.particle[block.ids[tokens]]
        at, step = np.nonzero(self.joins_left[row, kind[:, None]])
        return self._as_pairs(place[at, step], tokens[at], "A", ("finite", "infinitive"))

    def _after(self, tokens: Ints) -> Pairs:
        """Follow auxiliaries and `te` to the right, to at most the fourth word."""
        block = self.block
        helping, te = self._flag(AUXILIARIES | MODALS), self._flag(["te"])
        finite = self._flag(FINITE_AUXILIARIES)
        parts: list[Pairs] = []
        going, only_te = np.ones(len(tokens), dtype=bool), np.zeros(len(tokens), dtype=bool)
        last_finite = np.zeros(len(tokens), dtype=bool)
        for step in range(1, AHEAD + 1):
            place = np.minimum(tokens + step, len(block) - 1)
            going &= (tokens + step < len(block)) & (block.gap[place] < PAUSE)
            kind = self.particle[block.ids[tokens]]
            able = going & self.joins[self.verbal[block.ids[place]], kind]
            for rule, rows in self._rules_of(step, able, only_te):
                made = self._as_pairs(
                    place[rows], tokens[rows], rule, ("infinitive", "finite", "present participle", "participle")
                )
                parts.append(take_pairs(made, self._allowed(made, rule, last_finite[rows], rows, tokens)))
            here = block.ids[place]
            going &= helping[here]
            only_te = te[here] & (step == 1)
            last_finite = finite[here]
        return Pairs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))

    def _rules_of(self, step: int, able: Flags, only_te: Flags) -> list[tuple[str, Ints]]:
        if step == 1:
            return [("D", np.flatnonzero(able))]
        return [("B", np.flatnonzero(able & only_te)), ("C", np.flatnonzero(able & ~only_te))]

    def _allowed(self, pairs: Pairs, rule: str, after_finite: Flags, rows: Ints, tokens: Ints) -> Ints:
        """Behind `te` or auxiliaries stands an infinitive, or after `heeft` and the like a participle."""
        if rule == "D":
            return np.arange(len(pairs.verb))
        finite_before = dict(zip(tokens[rows].tolist(), after_finite.tolist(), strict=True))
        after = np.array([finite_before[one] for one in pairs.particle.tolist()], dtype=bool)
        infinitive, participle = pairs.form == _FORMS["infinitive"], pairs.form == _FORMS["participle"]
        return np.flatnonzero(infinitive | (participle & after & (rule == "C")))

    def _as_pairs(self, verb: Ints, particle: Ints, rule: str, forms: tuple[str, ...]) -> Pairs:
        """Choose for each pair the first base verb that takes the particle, in a form that fits."""
        width = len(self.lexicon.particles)
        both = self.verbal[self.block.ids[verb]] * width + self.particle[self.block.ids[particle]]
        distinct, where = np.unique(both, return_inverse=True)
        chosen = [
            next(
                (base, _FORMS[form])
                for base, form in self.readings[one // width]
                if form in forms and self.lexicon.joins[base, one % width]
            )
            for one in distinct.tolist()
        ]
        table = np.array(chosen, dtype=np.int64).reshape(-1, 2)[where]
        rules = np.full(len(table), _RULES.index(rule), dtype=np.int64)
        return Pairs(verb, particle, table[:, 0], table[:, 1], rules, np.zeros(len(table)))

    def _score(self, pairs: Pairs) -> Pairs:
        total = np.full(len(pairs.verb), _weights().bias)
        for name, rows in self._features(pairs):
            total[rows] += _weights().values.get(name, 0.0)
        return pairs._replace(score=1 / (1 + np.exp(-total)))

    def reasons(self, pairs: Pairs, row: int) -> list[tuple[str, float]]:
        """Return the weights that spoke for or against one pair, the strongest first."""
        one = take_pairs(pairs, np.array([row]))
        weights = _weights().values
        found = [(name, weights[name]) for name, rows in self._features(one) if name in weights and len(rows)]
        return sorted(found, key=lambda each: -abs(each[1]))

    def _features(self, pairs: Pairs) -> list[tuple[str, Ints]]:
        """Return every named feature with the rows that have it."""
        block = self.block
        out: list[tuple[str, Ints]] = []

        def add(name: str, flags: Flags) -> None:
            if name in _weights().values:
                out.append((name, np.flatnonzero(flags)))

        particle = self.particle[block.ids[pairs.particle]]
        prep = self.lexicon.prepositional[particle]
        after, before = self._class_after(pairs.particle), self._class_before(pairs.particle)
        rule = pairs.rule
        add("prep", prep)
        for number, name in enumerate(self.lexicon.particles):
            if f"p={name}" in _weights().values:
                add(f"p={name}", particle == number)
        for number, name in enumerate(CLASSES):
            for flag in (0, 1):
                if f"prep{flag}&nc={name}" in _weights().values:
                    add(f"prep{flag}&nc={name}", (after == number) & (prep == flag))
                if f"prep{flag}&prv={name}" in _weights().values:
                    add(f"prep{flag}&prv={name}", (before == number) & (prep == flag))
        self._neighbour_features(pairs, prep, add)
        for number, name in enumerate(_RULES):
            add(f"rule={name}", rule == number)
        second = rule == _RULES.index("B")
        add("B&prep1", second & prep)
        add("B&te", second)
        add("B&kind=inf", second & (pairs.form == _FORMS["infinitive"]))
        for base in ("doen", "gaan", "hebben", "komen", "staan", "zijn"):
            if base in self.lexicon.base:
                add(f"base={base}", pairs.base == self.lexicon.base[base])
        add("ge0", ~self._attested(particle, pairs.base))
        self._left_features(pairs, prep, add)
        self._talk_features(pairs, prep, add)
        return out

    def _talk_features(self, pairs: Pairs, prep: Flags, add: Any) -> None:
        """Features with weights set by hand."""
        block = self.block
        third, fourth = pairs.rule == _RULES.index("C"), pairs.rule == _RULES.index("D")
        add("C&prep0", third & ~prep)
        add("C&prep1", third & prep)
        add("D&bridged", fourth & (block.gap[pairs.verb] == SOFT))
        after = self._class_after(pairs.particle)
        things = self._flag(THINGS)[block.ids[pairs.particle]]
        article = self._flag(ARTICLES | POSSESSIVES)[block.ids[np.maximum(pairs.particle - 1, 0)]]
        add("thing&prv=det", things & article & (block.gap[pairs.particle] < PAUSE))
        across = self._flag(["dwars"])[block.ids[pairs.particle]]
        add("dwars&nc=prep", across & (after == CLASSES.index("prep")))
        nearby = np.minimum(pairs.verb + 1, len(block) - 1)
        follows_verb = (self.verbal[block.ids[nearby]] > 0) & (block.gap[nearby] < PAUSE) & (nearby > pairs.verb)
        helping = self._flag(AUXILIARIES)[block.ids[pairs.verb]]
        add("aux&more", (pairs.rule > 0) & helping & follows_verb)
        left = pairs.rule == 0
        place = pairs.particle[:, None] - np.arange(BACK, 0, -1)
        inside = (place > pairs.verb[:, None]) & left[:, None]
        ids = block.ids[np.maximum(place, 0)]
        joining = self._joins_clauses(place) & inside
        opened = np.logical_or.accumulate(joining, axis=1)
        directly = np.zeros_like(joining)
        directly[:, 1:] = joining[:, :-1] & (self.verbal[ids[:, 1:]] > 0)
        ahead = np.maximum(pairs.verb - 1, 0)
        pronoun = self._flag(PLACES)[block.ids[ahead]] & (block.gap[pairs.verb] < PAUSE) & (pairs.verb > 0)
        light = np.isin(pairs.base, [self.lexicon.base[one] for one in sorted(LIGHT_VERBS) if one in self.lexicon.base])
        alone = self._class_before(pairs.particle) != CLASSES.index("prep")
        add("A&stranded", left & prep & pronoun & alone & light)
        add("A&clause", (((opened & self._plain_verbs(ids)) | directly) & inside).any(axis=1))
        follows = block.ids[np.minimum(np.maximum(place + 1, 0), len(block) - 1)]
        that = self._flag(["dat"])[ids] & self._flag(SUBJECTS)[follows] & (place + 1 < pairs.particle[:, None])
        te = (pairs.particle + 1 < len(block)) & self._flag(["te"])[
            block.ids[np.minimum(pairs.particle + 1, len(block) - 1)]
        ]
        add("A&te", left & te)
        add("A&dat", ((that | self._flag(COMPLEMENTIZERS)[ids]) & inside).any(axis=1))

    def _joins_clauses(self, place: Ints) -> Flags:
        """Return where a word joins two clauses: not `dus` and `maar` inside one, nor `of` in `een jaar of tien`."""
        block = self.block
        place = np.clip(place, 0, len(block) - 1)
        ids = block.ids[place]
        inside = self._flag(["dus", "maar"])[ids] & (block.gap[place] < PAUSE)
        number = self._flag(["of"])[ids] & self._flag(NUMBERS)[block.ids[np.minimum(place + 1, len(block) - 1)]]
        joined: Flags = self._flag(JOINING)[ids] & ~inside & ~number
        return joined

    def _plain_verbs(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be nothing but a verb."""
        for one in np.unique(types).tolist():
            if self.plain_verb[one] < 0:
                word = self.block.types[one]
                only = self.verbal[one] > 0 and "noun" not in self.language.word_classes(word)
                self.plain_verb[one] = only or word in FINITE_AUXILIARIES
        plain: Flags = self.plain_verb[types] > 0
        return plain

    def _neighbour_features(self, pairs: Pairs, prep: Flags, add: Any) -> None:
        block = self.block
        here = pairs.particle
        nearby = np.minimum(here + 1, len(block) - 1)
        joined = (here + 1 < len(block)) & (block.gap[nearby] < PAUSE)
        for flag, name in ((0, "te"), (1, "de"), (1, "en"), (1, "het"), (1, "te")):
            if name in block.number:
                add(f"prep{flag}&nxt={name}", joined & (block.ids[nearby] == block.number[name]) & (prep == flag))
        if "de" in block.number:
            add("prv=de", (here > 0) & (block.gap[here] < PAUSE) & (block.ids[here - 1] == block.number["de"]))

    def _left_features(self, pairs: Pairs, prep: Flags, add: Any) -> None:
        """Features of rule A, where the verb stands before its particle: what is between, and before the verb."""
        block = self.block
        left = pairs.rule == 0
        place = pairs.particle[:, None] - np.arange(1, BACK + 1)
        between = (place >= pairs.verb[:, None]) & left[:, None]
        ids = block.ids[np.maximum(place, 0)]
        strictly = between & (place > pairs.verb[:, None])
        commas = ((block.gap[np.maximum(place + 1, 0)] == PAUSE) & between).sum(axis=1)
        joining = (self._joins_clauses(place) & between).sum(axis=1)
        verbs = ((self.verbal[ids] > 0) & strictly).sum(axis=1)
        kind = self.particle[block.ids[pairs.particle]]
        rank = (self.joins_left[self.verbal[ids], kind[:, None]] & strictly).sum(axis=1)
        pronoun = (self._flag(R_PRONOUNS)[ids] & between).any(axis=1)
        opened = (self._flag(OPENING)[ids] & between).any(axis=1)
        distance = pairs.particle - pairs.verb + commas
        for name, low, high in (
            ("1", 1, 1),
            ("2", 2, 2),
            ("3-4", 3, 4),
            ("5-8", 5, 8),
            ("9-14", 9, 14),
            ("15+", 15, 999),
        ):
            add(f"A&dist={name}", left & (distance >= low) & (distance <= high))
        for name, count in (("commas", commas), ("conj", joining), ("rank", rank)):
            for size in range(3):
                add(f"A&{name}={size}", left & (np.minimum(count, 2) == size))
        for size in range(4):
            add(f"A&vb={size}", left & (np.minimum(verbs, 3) == size))
        for flag in (0, 1):
            for other in (0, 1):
                add(f"A&rpron{flag}&prep{other}", left & (pronoun == flag) & (prep == other))
        add("A&sub1", left & opened)
        add("A&kind=inf", left & (pairs.form == _FORMS["infinitive"]))
        self._verb_features(pairs, left, add)

    def _verb_features(self, pairs: Pairs, left: Flags, add: Any) -> None:
        block = self.block
        noun = np.array(
            [
                "noun" in self.language.word_classes(block.types[one])
                for one in np.unique(block.ids[pairs.verb]).tolist()
            ],
            dtype=bool,
        )
        noun = noun[np.searchsorted(np.unique(block.ids[pairs.verb]), block.ids[pairs.verb])]
        before = self._class_before(pairs.verb)
        listed = (
            (pairs.verb > 0) & (block.gap[pairs.verb] < PAUSE) & self._flag(BEFORE_NOUNS)[block.ids[pairs.verb - 1]]
        )
        pronoun = (before == CLASSES.index("det")) & ~listed
        before = np.where(listed, CLASSES.index("det"), np.where(pronoun, CLASSES.index("other"), before))
        for number, name in enumerate(CLASSES):
            add(f"A&nounr0&prev={name}", left & ~noun & (before == number))
            add(f"A&nounr1&prev={name}", left & noun & (before == number))
        first = np.searchsorted(block.sentence, block.sentence[pairs.verb])
        place = np.minimum(pairs.verb - first, 2)
        pauses = (block.gap[pairs.verb] == PAUSE) & (place == 1)
        add("A&vpos=2", left & (place == 1) & ~pauses)
        add("A&vpos=3+", left & ((place == 2) | pauses))

    def _attested(self, particle: Ints, base: Ints) -> Flags:
        width = len(self.lexicon.particles)
        distinct, where = np.unique(base * width + particle, return_inverse=True)
        known = [self.lexicon.is_attested(one % width, one // width) for one in distinct.tolist()]
        return np.array(known, dtype=bool)[where]

    def _class_after(self, token: Ints) -> Ints:
        block = self.block
        nearby = np.minimum(token + 1, len(block) - 1)
        gap = np.where(token + 1 < len(block), block.gap[nearby], STOP)
        found = self._class_of(block.ids[nearby])
        return np.where(gap >= STOP, CLASSES.index("end"), np.where(gap == PAUSE, CLASSES.index("comma"), found))

    def _class_before(self, token: Ints) -> Ints:
        block = self.block
        found = self._class_of(block.ids[np.maximum(token - 1, 0)])
        gap = block.gap[token]
        return np.where(gap >= STOP, CLASSES.index("punct"), np.where(gap == PAUSE, CLASSES.index("comma"), found))

    def _class_of(self, types: npt.NDArray[np.integer]) -> Ints:
        for one in np.unique(types).tolist():
            if self.classes[one] < 0:
                self.classes[one] = CLASSES.index(_word_class(self.block.types[one], self.language))
        found: Ints = self.classes[types]
        return found


_FORMS = {"finite": 0, "infinitive": 1, "participle": 2, "present participle": 3}


def take_pairs(pairs: Pairs, rows: Ints) -> Pairs:
    """Return some rows of the pairs."""
    verb, particle, base, form, rule, score = pairs
    return Pairs(verb[rows], particle[rows], base[rows], form[rows], rule[rows], score[rows])


def _choose(pairs: Pairs) -> Ints:
    """Return the rows that remain when every verb and every particle is used once, the best pairs first."""
    order = np.lexsort((pairs.particle, np.abs(pairs.verb - pairs.particle), -pairs.score))
    used: set[int] = set()
    kept = []
    for row in order.tolist():
        both = {int(pairs.verb[row]), int(pairs.particle[row])}
        if not both & used:
            used |= both
            kept.append(row)
    return np.array(sorted(kept, key=lambda row: int(pairs.particle[row])), dtype=np.int64)


@cache
def _word_class(word: str, language: Dutch) -> str:
    """Return what kind of word stands beside a particle, as far as it matters."""
    for name, listed in (("conj", CONJUNCTIONS), ("det", DETERMINERS), ("prep", PREPOSITIONS)):
        if word in listed:
            return name
    if word[:1].isdigit():
        return "num"
    classes = language.word_classes(word)
    if classes == {"noun"}:
        return "noun"
    return next((name for name in ("adj", "verb") if name in classes), "other")


class _Weights(NamedTuple):
    bias: float
    threshold: float
    values: dict[str, float]


@cache
def _weights() -> _Weights:
    read = json.loads(files("bp_qual.language").joinpath("data", "nl_split_verbs.json").read_text("utf-8"))
    return _Weights(read["bias"], read["threshold"], read["weights"] | read["added_weights"])


class _Lexicon:
    """The separable verbs of Dutch as numbers."""

    def __init__(self, language: Dutch, extra: frozenset[tuple[str, str]]) -> None:
        verbs = language.separable
        self._verbs = verbs
        joined = {(one, base) for base, each in verbs.particles.items() for one in each} | extra
        self.bases = tuple(sorted({base for _, base in joined}))
        self.base = {one: number for number, one in enumerate(self.bases)}
        self.particles = tuple(sorted({one for one, _ in joined}))
        self.particle = {one: number for number, one in enumerate(self.particles)}
        self.joins = np.zeros((len(self.bases), len(self.particles)), dtype=bool)
        for particle, base in joined:
            self.joins[self.base[base], self.particle[particle]] = True
        forms = dict(verbs.forms)
        for base in self.bases:
            if base not in verbs.particles:
                for form, reading in verbs.readings(base):
                    forms[form] = tuple(sorted({*forms.get(form, ()), reading}))
        read = {form: tuple((self.base[base], kind) for base, kind in each) for form, each in forms.items()}
        usable = sorted(form for form in read if form not in NEVER_VERBS)
        self.row = {form: number for number, form in enumerate(usable, start=1)}
        self.readings: list[tuple[tuple[int, str], ...]] = [(), *(read[form] for form in usable)]
        flat = [(row, base, _FORMS[form]) for row, each in enumerate(self.readings) for base, form in each]
        self._reading = np.array(flat, dtype=np.int64)
        self.row_joins = self._spread(self.joins, ())
        self.row_joins_left = self._spread(self.joins, ("participle", "present participle"))
        prepositional = PREPOSITIONS - NO_PREPOSITIONS
        self.prepositional = np.array([one in prepositional for one in self.particles], dtype=bool)
        self._attested: dict[tuple[int, int], bool] = {}
        self._last: tuple[frozenset[tuple[str, str]], Flags] = (frozenset(), np.zeros((0, 0), dtype=bool))

    def rows_of(self, wanted: frozenset[tuple[str, str]]) -> Flags:
        """Return for each form (row) which particles would make it one of the wanted verbs; kept for the next block."""
        if self._last[0] != wanted:
            joins = np.zeros_like(self.joins)
            for particle, base in wanted:
                joins[self.base[base], self.particle[particle]] = True
            self._last = (wanted, self._spread(joins, ()))
        return self._last[1]

    def _spread(self, joins: Flags, without: tuple[str, ...]) -> Flags:
        """Return for each form (row) the particles its verbs can take."""
        fits = ~np.isin(self._reading[:, 2], [_FORMS[form] for form in without])
        rows, bases = self._reading[fits, 0], self._reading[fits, 1]
        spread = np.zeros((len(self.readings), len(self.particles)), dtype=bool)
        first = np.flatnonzero(np.diff(rows, prepend=-1))
        spread[rows[first]] = np.logical_or.reduceat(joins[bases], first)
        return spread

    def is_attested(self, particle: int, base: int) -> bool:
        key = (particle, base)
        if key not in self._attested:
            self._attested[key] = self._verbs.is_attested(self.particles[particle], self.bases[base])
        return self._attested[key]


@cache
def _lexicon_of(language: Dutch, extra: frozenset[tuple[str, str]]) -> _Lexicon:
    return _Lexicon(language, extra)
