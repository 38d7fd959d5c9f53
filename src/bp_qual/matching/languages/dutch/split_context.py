"""What is around a split verb: kinds of words, joining words and verbs, asked of columns of tokens."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import cache, cached_property
from typing import Self

import numpy as np
import numpy.typing as npt

from bp_qual.matching.distinct import distinct
from bp_qual.matching.languages.dutch.dutch_forms import DutchForms
from bp_qual.matching.languages.dutch.dutch_words import (
    BEFORE_ELSEWHERE,
    CONJUNCTIONS,
    COPULAS,
    DETERMINERS,
    ELSEWHERE,
    FINITE_AUXILIARIES,
    FIXED,
    JOINING,
    MODALS,
    NOMINATIVES,
    NUMBERS,
    OF_TIME,
    PREPOSITIONS,
    PRONOUNS,
    QUOTING,
    TAG_ENDS,
    TAG_VERBS,
    TAGS,
    TEMPORAL,
    TIMES,
    UNGOVERNED,
    URGING,
)
from bp_qual.matching.languages.dutch.split_lexicon import Lexicon, VerbForms
from bp_qual.matching.sequences import find_sequences
from bp_qual.matching.slots import read_slots
from bp_qual.matching.token_table import TokenTable
from bp_qual.matching.tokens import PAUSE, STOP

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

CLASSES = ("end", "comma", "conj", "det", "prep", "num", "punct", "noun", "adj", "verb", "other")


class Context:
    """A block of Dutch talk as the rules for split verbs see it.

    ``particle`` and ``verbal`` say of each type which particle it is and which row of ``forms`` it has.
    """

    def __init__(self, block: TokenTable, language: DutchForms, lexicon: Lexicon) -> None:
        self.block, self.language, self.lexicon = block, language, lexicon
        types, number = block.types, block.number
        self.forms = VerbForms(lexicon, types)
        self.particle = np.full(len(types) + 1, -1, dtype=np.int64)
        self.verbal = np.zeros(len(types) + 1, dtype=np.int64)
        for numbered, column in ((lexicon.particle, self.particle), (self.forms.row, self.verbal)):
            for form in numbered.keys() & number.keys():
                column[number[form]] = numbered[form]
        self.fixed = self._find_fixed()
        self._classes = np.full(len(types) + 1, -1, dtype=np.int64)
        self._plain_verb = np.full(len(types) + 1, -1, dtype=np.int64)

    def within(self, part: TokenTable, tokens: Ints) -> Self:
        """Return the same for an excerpt of the talk, made of these tokens."""
        context = copy(self)
        context.__dict__ = {
            name: value for name, value in self.__dict__.items() if name not in ("_particles", "_verbs")
        }
        context.block = part
        context.fixed = np.append(self.fixed[tokens], False)
        return context

    def particles_of(self, particle: int) -> Ints:
        """Return the tokens that are a particle, given by its number, and in no fixed expression."""
        tokens, first = self._particles
        return tokens[first[particle] : first[particle + 1]]

    def verbs_of(self, base: int) -> Ints:
        """Return the tokens that are a form of a verb, given by its number."""
        tokens, first = self._verbs
        rows = self.forms.rows_of(base)
        found = [tokens[first[row] : first[row + 1]] for row in rows.tolist() if first[row + 1] > first[row]]
        return np.sort(np.concatenate(found)) if found else tokens[:0]

    @cached_property
    def _particles(self) -> tuple[Ints, Ints]:
        tokens = np.flatnonzero((self.particle >= 0)[self.block.ids] & ~self.fixed[:-1])
        return _sort_by(self.particle[self.block.ids[tokens]], tokens, len(self.lexicon.particles))

    @cached_property
    def _verbs(self) -> tuple[Ints, Ints]:
        tokens = np.flatnonzero((self.verbal > 0)[self.block.ids])
        return _sort_by(self.verbal[self.block.ids[tokens]], tokens, len(self.forms.readings))

    def begins_with_digit(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types begin with a digit."""
        distinct, where = np.unique(types, return_inverse=True)
        found: Flags = np.array([self.block.types[number][:1].isdigit() for number in distinct.tolist()], dtype=bool)
        return found[where]

    def _find_fixed(self) -> Flags:
        """Return which tokens are in a fixed expression such as `af en toe`."""
        slots = [read_slots(text.strip(), "form") for text in FIXED.split(";")]
        hits = find_sequences(list(enumerate(slots)), self.block, self.language)
        fixed = np.zeros(len(self.block) + 1, dtype=bool)
        for first, last in zip(hits.first.tolist(), hits.last.tolist(), strict=True):
            fixed[first : last + 1] = True
        return fixed

    def flag(self, listed: Iterable[str]) -> Flags:
        """Return which types are among these words."""
        return self.block.spoken(frozenset(listed))

    def joins_clauses(self, token: Ints) -> Flags:
        """Return where a word joins two clauses: not `dus` and `maar` inside one, nor `of` in `een jaar of tien`."""
        block = self.block
        token = np.clip(token, 0, len(block) - 1)
        ids = block.ids[token]
        inside = self.flag(["dus", "maar"])[ids] & (block.gap[token] < PAUSE)
        number = self.flag(["of"])[ids] & self.flag(NUMBERS)[block.ids[np.minimum(token + 1, len(block) - 1)]]
        joined: Flags = self.flag(JOINING)[ids] & ~inside & ~number & ~self.fixed[token]
        return joined

    def plain_verbs(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be nothing but a verb."""
        for type_id in distinct(types).tolist():
            if self._plain_verb[type_id] < 0:
                word = self.block.types[type_id]
                only = self.verbal[type_id] > 0 and "noun" not in self.language.word_classes(word)
                self._plain_verb[type_id] = only or word in FINITE_AUXILIARIES
        plain: Flags = self._plain_verb[types] > 0
        return plain

    def attested(self, particle: Ints, base: Ints) -> Flags:
        """Return which joined verbs have a participle with `ge` in the middle in the word lists."""
        width = len(self.lexicon.particles)
        distinct, where = np.unique(base * width + particle, return_inverse=True)
        known = [self.lexicon.is_attested(pair_id % width, pair_id // width) for pair_id in distinct.tolist()]
        return np.array(known, dtype=bool)[where]

    def class_after(self, token: Ints) -> Ints:
        """Return what kind of word, or the end of what, comes after a token; `hoor` is like a comma."""
        block = self.block
        nearby = np.minimum(token + 1, len(block) - 1)
        gap = np.where(token + 1 < len(block), block.gap[nearby], STOP)
        found = self._class_of(block.ids[nearby])
        found = np.where(self._points_at_noun(token), CLASSES.index("det"), found)
        found = np.where(self.like_a_comma(token), CLASSES.index("comma"), found)
        return np.where(gap >= STOP, CLASSES.index("end"), np.where(gap == PAUSE, CLASSES.index("comma"), found))

    def _points_at_noun(self, token: Ints) -> Flags:
        """Return where `dat` and a noun in the singular are behind a token: `na dat ongeluk`."""
        block = self.block
        nearby, further = (np.minimum(token + step, len(block) - 1) for step in (1, 2))
        pointing = self.flag(["dat"])[block.ids[nearby]] & (further > nearby) & (block.gap[further] < PAUSE)
        types = block.ids[further]
        found: Flags = pointing & ~self.flag(TIMES | NUMBERS | UNGOVERNED | DETERMINERS | PREPOSITIONS)[types]
        found[found] = [
            "noun" in self.language.word_classes(word) and not word.endswith(("s", "en"))
            for word in (block.types[number] for number in types[found].tolist())
        ]
        return found

    def like_a_comma(self, token: Ints) -> Flags:
        """Return where the word behind a token is one that no preposition governs, or a tag such as `denk ik`.

        Not before a number or determiner (`op nog één rondje`), and not behind `om` where `te` follows (`om eens te`).
        """
        block = self.block
        nearby, further = (np.minimum(token + step, len(block) - 1) for step in (1, 2))
        free = self.flag(UNGOVERNED)[block.ids[nearby]] & (nearby > token)
        counted = self.flag(DETERMINERS - CONJUNCTIONS)[block.ids[further]] | self.begins_with_digit(block.ids[further])
        counted &= (further > nearby) & (block.gap[further] < PAUSE) & ~self.flag(PRONOUNS)[block.ids[further]]
        counted &= ~self.flag(TAGS)[block.ids[nearby]]
        ahead = np.minimum(token[..., None] + np.arange(2, 12), len(block) - 1)
        to = self.flag(["te"])[block.ids[ahead]] & (block.sentence[ahead] == block.sentence[token][..., None])
        purpose = self.flag(["om"])[block.ids[token]] & to.any(axis=-1)
        elsewhere = self.flag(ELSEWHERE)[block.ids[nearby]] & (nearby > token)
        elsewhere &= ~self.flag(BEFORE_ELSEWHERE)[block.ids[token]]
        again = (block.ids[nearby] == block.ids[token]) & (nearby > token) & (block.gap[nearby] < PAUSE)
        elsewhere |= again  # `ze braken in in een jaar`
        found: Flags = (
            (free & ~counted & ~purpose) | elsewhere | self.tag(token) | self.times(token) | self.relative(token)
        )
        return found

    def relative(self, token: Ints) -> Flags:
        """Return where a relative clause is behind a token: `ruim de rommel op die jij maakt`."""
        block = self.block
        nearby, further = (np.minimum(token + step, len(block) - 1) for step in (1, 2))
        opened = self.flag(["die", "dat", "wat"])[block.ids[nearby]] & (nearby > token)
        subject = self.flag(NOMINATIVES)[block.ids[further]] & (further > nearby) & (block.gap[further] < PAUSE)
        found: Flags = opened & subject
        return found

    def times(self, token: Ints) -> Flags:
        """Return where a stretch of time is behind a token, and the token is no preposition of it.

        `we vroegen dat aan elke week`, `de hele dag`, `drie keer`; but not `op een dag`, `over twee weken`.
        """
        block = self.block
        steps = [np.minimum(token + step, len(block) - 1) for step in (1, 2, 3)]
        first, second, third = (block.ids[step] for step in steps)
        near, far = ((steps[0] > token) & (block.gap[step] < PAUSE) for step in steps[1:])
        time = self.flag(TIMES)
        close = time[second] & near
        parted = time[third] & near & far
        parted[parted] = self._class_of(second[parted]) == CLASSES.index("adj")
        further = close | parted
        counted = self.flag(NUMBERS | {"paar", "enkele"})[first] | self.begins_with_digit(first)
        article = self.flag(["de", "het", "een", "die", "dat", "deze", "dit"])[first] & further
        article |= self.flag(["een"])[first] & self.flag(["paar"])[second] & time[third] & near & far
        temporal = self.flag(TEMPORAL)[block.ids[token]]
        governed = self.flag(["tot", "van", "na"])[block.ids[token]] & self.flag(["vorig", "vorige"])[first]
        for_days = self.flag(["voor", "tot", "van", "na"])[block.ids[token]]  # `voor volgend jaar`, not `voor vorig`
        governed |= for_days & self.flag(["volgend", "volgende"])[first]
        repeated = self.flag(OF_TIME)[first] & further & ~governed
        found: Flags = repeated | (~temporal & (article | (counted & further)))
        return found

    def tag(self, token: Ints) -> Flags:
        """Return where `denk ik`, `zei mijn vader`, `moet ik zeggen` or the like is behind a token."""
        block = self.block
        nearby, further = (np.minimum(token + step, len(block) - 1) for step in (1, 2))
        joined = (block.gap[further] < PAUSE) & (further > nearby)
        said = self.flag(TAG_VERBS)[block.ids[nearby]] & self.flag(TAG_ENDS)[block.ids[further]]
        said |= (
            self.flag((MODALS | FINITE_AUXILIARIES) - COPULAS)[block.ids[nearby]]
            & self.flag(NOMINATIVES)[block.ids[further]]
        )
        found: Flags = joined & (said | self.flag(QUOTING)[block.ids[nearby]])
        return found | self._resumes(nearby, further)

    def _resumes(self, nearby: Ints, further: Ints) -> Flags:
        """Return where `die` and its verb go on about somebody: `sprong bij die had een bus`, not `bij die had ik`."""
        block = self.block
        third = np.minimum(further + 1, len(block) - 1)
        again = self.flag(["die"])[block.ids[nearby]] & (block.gap[further] < PAUSE) & (further > nearby)
        again &= self.flag(MODALS | FINITE_AUXILIARIES)[block.ids[further]]
        found: Flags = again & ~(self.flag(NOMINATIVES | {"er", "het"})[block.ids[third]] & (block.gap[third] < PAUSE))
        return found

    def commands(self, verb: Ints, particle: Ints) -> Flags:
        """Return where a sentence opens with a verb, `maar` or `even`, and the particle before another verb.

        `bel maar aan stond er op een briefje`.
        """
        block = self.block
        nearby, following = (np.minimum(token + 1, len(block) - 1) for token in (verb, particle))
        urged = (block.gap[verb] >= STOP) & self.flag(URGING)[block.ids[nearby]] & (nearby == particle - 1)
        urged &= self.class_after(particle) == CLASSES.index("verb")
        found: Flags = urged & ~self.flag(self.lexicon.bases)[block.ids[following]]
        return found

    def class_before(self, token: Ints) -> Ints:
        """Return what kind of word, or the beginning of what, comes before a token."""
        block = self.block
        found = self._class_of(block.ids[np.maximum(token - 1, 0)])
        gap = block.gap[token]
        return np.where(gap >= STOP, CLASSES.index("punct"), np.where(gap == PAUSE, CLASSES.index("comma"), found))

    def _class_of(self, types: npt.NDArray[np.integer]) -> Ints:
        for type_id in distinct(types).tolist():
            if self._classes[type_id] < 0:
                self._classes[type_id] = CLASSES.index(_word_class(self.block.types[type_id], self.language))
        found: Ints = self._classes[types]
        return found


def _sort_by(kinds: Ints, tokens: Ints, number: int) -> tuple[Ints, Ints]:
    """Return tokens by what kind they are, and where those of each kind begin."""
    order = np.argsort(kinds, kind="stable")
    return tokens[order], np.searchsorted(kinds[order], np.arange(number + 1))


@cache
def _word_class(word: str, language: DutchForms) -> str:
    """Return what kind of word is beside a particle, as far as it matters."""
    for name, listed in (("conj", CONJUNCTIONS), ("det", DETERMINERS), ("prep", PREPOSITIONS)):
        if word in listed:
            return name
    if word[:1].isdigit():
        return "num"
    classes = language.word_classes(word)
    if classes == {"noun"}:
        return "noun"
    return next((name for name in ("adj", "verb") if name in classes), "other")
