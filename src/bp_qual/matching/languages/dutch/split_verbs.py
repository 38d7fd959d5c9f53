"""Split verbs: `droeg ... over`, `over te dragen`, `samen willen werken`, told apart from words that merely meet.

Candidates are pairs of a verb form and a particle in one sentence. Each is scored (`split_scores`), and of candidates
that share a word the best is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.matching.distinct import distinct
from bp_qual.matching.languages.dutch.dutch_forms import DutchForms
from bp_qual.matching.languages.dutch.dutch_words import AUXILIARIES, FINITE_AUXILIARIES, MODALS
from bp_qual.matching.languages.dutch.split_context import Context
from bp_qual.matching.languages.dutch.split_lexicon import FORMS, Lexicon, lexicon_of
from bp_qual.matching.languages.dutch.split_scores import (
    BACK,
    RULES,
    Pairs,
    doubt_of,
    reasons,
    score_pairs,
    take_pairs,
    weights,
)
from bp_qual.matching.languages.parts import Halves, SplitCandidate, SplitVerb
from bp_qual.matching.token_table import TokenTable
from bp_qual.matching.tokens import PAUSE

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

AHEAD = 4
_AT_ONCE = 20_000


class DutchSplitVerbs:
    """The Dutch verbs that can be split.

    >>> from bp_qual.matching.languages import find_language
    >>> find_language("nl").split_verbs.halves("samenwerken")
    (('samen', 'werken'),)
    """

    def __init__(self, language: DutchForms) -> None:
        self._language = language

    def halves(self, verb: str) -> tuple[Halves, ...]:
        """Return the ways to split a verb; none if it cannot be split."""
        return self._language.separable.halves(verb)

    def joined_with(self, base: str) -> tuple[Halves, ...]:
        """Return the halves of every verb that has this one as its base."""
        return tuple((particle, base) for particle in sorted(self._language.separable.particles.get(base, ())))

    def finder(self, block: TokenTable) -> SplitVerbFinder:
        """Return what finds them in a block."""
        return SplitVerbFinder(block, self._language)


class _Seen(NamedTuple):
    """What was looked at already: where the particle of each verb is near it, and all pairs of these particles.

    ``particles`` are the tokens whose pairs are known; ``pairs`` are in the order of their particles, and ``weighed``
    what is said of some of them, by verb and particle.
    """

    near: dict[Halves, Ints]
    particles: Ints
    pairs: Pairs
    weighed: dict[tuple[int, int], SplitCandidate]


class SplitVerbFinder:
    """Finds the split verbs in a block of Dutch talk; what was looked at once is kept for the next verbs.

    >>> from bp_qual.matching.talk import Block
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "Wij werken al jaren met de corporatie samen."
    >>> block = Block([Transcript("P1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),))])
    >>> finder = block.language.split_verbs.finder(block)
    >>> [verb] = finder.find_halves({("samen", "werken")})
    >>> verb.first, verb.last, verb.halves, verb.score > 0.7
    (1, 7, ('samen', 'werken'), True)
    """

    def __init__(self, block: TokenTable, language: DutchForms) -> None:
        self.block = block
        self.language = language
        self._context: Context | None = None
        self._seen = _nothing_seen()

    def find_halves(self, wanted: Iterable[Halves] | None = None) -> Iterator[SplitVerb]:
        """Yield every one of these verbs where it is split; every verb there is, if none are given."""
        pairs = self.find(wanted)
        columns = (pairs.verb.tolist(), pairs.particle.tolist(), pairs.base.tolist(), pairs.score.tolist())
        for verb, particle, base, score in zip(*columns, strict=True):
            halves = (self.block.word(particle), self.lexicon.bases[base])
            yield SplitVerb(min(verb, particle), max(verb, particle), verb, halves, score)

    def weigh_halves(self, wanted: Iterable[Halves]) -> Iterator[SplitCandidate]:
        """Yield all that might be one of these verbs, with its score and what speaks against it."""
        wanted = set(wanted)
        pairs = self.score_all(wanted)
        columns = zip(pairs.verb.tolist(), pairs.particle.tolist(), pairs.base.tolist(), strict=True)
        for row, (verb, particle, base) in enumerate(columns):
            halves = (self.block.word(particle), self.lexicon.bases[base])
            if halves not in wanted:
                continue
            if (verb, particle) not in self._seen.weighed:
                self._seen.weighed[verb, particle] = self._weigh(pairs, row, halves)
            yield self._seen.weighed[verb, particle]

    def _weigh(self, pairs: Pairs, row: int, halves: Halves) -> SplitCandidate:
        """Return what is said of one pair."""
        score = float(pairs.score[row])
        against = tuple(doubt_of(name) for name, weight in reasons(self.context, pairs, row) if weight < -0.4)
        first, last = sorted((int(pairs.verb[row]), int(pairs.particle[row])))
        return SplitCandidate(first, last, halves, score, score >= self.threshold, against)

    def find(self, wanted: Iterable[tuple[str, str]] | None = None) -> Pairs:
        """Return the pairs of the wanted verbs (particle and base) that hold against all other readings.

        Without ``wanted``: of every separable verb there is.
        """
        listed = self.language.separable.particles if wanted is None else {}
        joined = ((particle, base) for base, particles in listed.items() for particle in particles)
        halves = set(joined if wanted is None else wanted)
        pairs = self.score_all(halves)
        pairs = take_pairs(pairs, np.flatnonzero(pairs.score >= self.threshold))
        pairs = take_pairs(pairs, _choose(pairs))
        kept = [
            row
            for row, (particle, base) in enumerate(zip(pairs.particle.tolist(), pairs.base.tolist(), strict=True))
            if (self.block.word(particle), self.lexicon.bases[base]) in halves
        ]
        return take_pairs(pairs, np.array(kept, dtype=np.int64))

    @property
    def threshold(self) -> float:
        """The score from which on a pair is taken."""
        return weights().threshold

    def score_all(self, halves: Iterable[tuple[str, str]]) -> Pairs:
        """Return every candidate for the particles of these verbs, with its score."""
        listed = self.language.separable.particles
        halves = set(halves)
        extra = frozenset((particle, base) for particle, base in halves if particle not in listed.get(base, ()))
        lexicon = lexicon_of(self.language, extra)
        if self._context is None or self._context.lexicon is not lexicon:
            self._context, self._seen = Context(self.block, self.language, lexicon), _nothing_seen()
        near = {**self._seen.near, **{half: self._particles_near(half) for half in halves - self._seen.near.keys()}}
        wanted = distinct(np.concatenate([_NO_TOKENS, *(near[half] for half in halves)]))
        new = wanted[~np.isin(wanted, self._seen.particles)]
        known = _join_pairs(self._seen.pairs, self._score_new(new)) if len(new) else self._seen.pairs
        self._seen = _Seen(near, np.sort(np.concatenate((self._seen.particles, new))), known, self._seen.weighed)
        return _in_order(take_pairs(known, np.flatnonzero(np.isin(known.particle, wanted))))

    def _score_new(self, particles: Ints) -> Pairs:
        """Return every pair of some particles, which are looked at in their sentences alone."""
        part, tokens = self.block.around(particles, particles)
        near = SplitVerbFinder(part, self.language)
        near._context = self.context.within(part, tokens)
        pairs = near._score(np.searchsorted(tokens, particles))
        return pairs._replace(verb=tokens[pairs.verb], particle=tokens[pairs.particle])

    def _score(self, tokens: Ints) -> Pairs:
        """Return every verb that could own one of these particles, with its score."""
        starts = range(0, max(len(tokens), 1), _AT_ONCE)
        parts = [score_pairs(self.context, self._pairs_of(tokens[start : start + _AT_ONCE])) for start in starts]
        return Pairs(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    @property
    def context(self) -> Context:
        """What was last looked at."""
        if self._context is None:
            raise ValueError("nothing has been looked for yet")
        return self._context

    @property
    def lexicon(self) -> Lexicon:
        """The verbs that were last looked for, among all others."""
        return self.context.lexicon

    def _particles_near(self, half: Halves) -> Ints:
        """Return the tokens of a particle that are in one sentence with a form of its verb, and not far from it."""
        block, context = self.block, self.context
        places = context.particles_of(self.lexicon.particle[half[0]])
        verbs = context.verbs_of(self.lexicon.base[half[1]]) if len(places) else places
        if not len(verbs):
            return _NO_TOKENS
        low = np.searchsorted(places, verbs - AHEAD)
        count = np.searchsorted(places, verbs + BACK, side="right") - low
        row = np.repeat(np.arange(len(verbs)), count)
        near = places[low[row] + np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)]
        return distinct(near[block.sentence[near] == block.sentence[verbs[row]]])

    def _pairs_of(self, tokens: Ints) -> Pairs:
        """Return every verb that could own one of these particles, before it (rule A) or after it (B, C, D)."""
        parts = [self._before(tokens), self._after(tokens)]
        return Pairs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))

    def _before(self, tokens: Ints) -> Pairs:
        block = self.block
        candidate = tokens[:, None] - np.arange(1, BACK + 1)
        inside = (candidate >= 0) & (block.sentence[np.maximum(candidate, 0)] == block.sentence[tokens][:, None])
        row = self.context.verbal[block.ids[np.maximum(candidate, 0)]] * inside
        kind = self.context.particle[block.ids[tokens]]
        at, step = np.nonzero(self.context.forms.joins_left[row, kind[:, None]])
        return self._as_pairs(candidate[at, step], tokens[at], "A", ("finite", "infinitive"))

    def _after(self, tokens: Ints) -> Pairs:
        """Follow auxiliaries and `te` to the right, to at most the fourth word."""
        block = self.block
        helping, te = self.context.flag(AUXILIARIES | MODALS), self.context.flag(["te"])
        finite = self.context.flag(FINITE_AUXILIARIES)
        parts: list[Pairs] = []
        going, only_te = np.ones(len(tokens), dtype=bool), np.zeros(len(tokens), dtype=bool)
        last_finite = np.zeros(len(tokens), dtype=bool)
        for step in range(1, AHEAD + 1):
            candidate = np.minimum(tokens + step, len(block) - 1)
            going &= (tokens + step < len(block)) & (block.gap[candidate] < PAUSE)
            kind = self.context.particle[block.ids[tokens]]
            able = going & self.context.forms.joins[self.context.verbal[block.ids[candidate]], kind]
            for rule, rows in self._rules_of(step, able, only_te):
                made = self._as_pairs(
                    candidate[rows], tokens[rows], rule, ("infinitive", "finite", "present participle", "participle")
                )
                parts.append(take_pairs(made, self._allowed(made, rule, last_finite[rows], rows, tokens)))
            here = block.ids[candidate]
            going &= helping[here]
            only_te = te[here] & (step == 1)
            last_finite = finite[here]
        return Pairs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))

    def _rules_of(self, step: int, able: Flags, only_te: Flags) -> list[tuple[str, Ints]]:
        if step == 1:
            return [("D", np.flatnonzero(able))]
        return [("B", np.flatnonzero(able & only_te)), ("C", np.flatnonzero(able & ~only_te))]

    def _allowed(self, pairs: Pairs, rule: str, after_finite: Flags, rows: Ints, tokens: Ints) -> Ints:
        """Behind `te` or auxiliaries is an infinitive, or after `heeft` and the like a participle."""
        if rule == "D":  # not in `dat bereidden we voor zeg maar`
            return np.flatnonzero(~self.context.tag(pairs.particle))
        finite_before = dict(zip(tokens[rows].tolist(), after_finite.tolist(), strict=True))
        after = np.array([finite_before[token] for token in pairs.particle.tolist()], dtype=bool)
        infinitive, participle = pairs.form == FORMS["infinitive"], pairs.form == FORMS["participle"]
        return np.flatnonzero(infinitive | (participle & after & (rule == "C")))

    def _as_pairs(self, verb: Ints, particle: Ints, rule: str, forms: tuple[str, ...]) -> Pairs:
        """Choose for each pair the first base verb that takes the particle, in a form that fits."""
        width = len(self.lexicon.particles)
        both = self.context.verbal[self.block.ids[verb]] * width + self.context.particle[self.block.ids[particle]]
        distinct, where = np.unique(both, return_inverse=True)
        chosen = [
            next(
                (base, FORMS[form])
                for base, form in self.context.forms.readings[pair_id // width]
                if form in forms and self.lexicon.joins[base, pair_id % width]
            )
            for pair_id in distinct.tolist()
        ]
        table = np.array(chosen, dtype=np.int64).reshape(-1, 2)[where]
        rules = np.full(len(table), RULES.index(rule), dtype=np.int64)
        return Pairs(verb, particle, table[:, 0], table[:, 1], rules, np.zeros(len(table)))


_NO_TOKENS: Ints = np.empty(0, dtype=np.int64)


def _nothing_seen() -> _Seen:
    none = _NO_TOKENS
    return _Seen({}, none, Pairs(none, none, none, none, none, np.empty(0)), {})


def _join_pairs(known: Pairs, new: Pairs) -> Pairs:
    """Return all pairs, in the order of their particles."""
    pairs = Pairs(*(np.concatenate(columns) for columns in zip(known, new, strict=True)))
    return take_pairs(pairs, np.argsort(pairs.particle, kind="stable"))


def _in_order(pairs: Pairs) -> Pairs:
    """Return the pairs as they are looked for: verbs before their particle first, then step by step behind it."""
    apart = pairs.verb - pairs.particle
    step = np.where(apart > 0, 4 * apart + pairs.rule, 0)
    return take_pairs(pairs, np.lexsort((np.abs(apart), pairs.particle, step)))


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
