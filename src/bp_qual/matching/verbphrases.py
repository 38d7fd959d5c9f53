"""Phrases that hold a verb: `op de kaart zetten` in `zette de wijk op de kaart`, `pass on` in `passed it on`.

The verb of such a phrase inflects and moves; the other words stay together, in their order, in the verb's clause. In
Dutch the verb stands before them (finite), behind them (with `te` and auxiliaries between), or among them; in English
it comes first. Candidates are looked for only in sentences that hold all words of a phrase.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages import Language
from bp_qual.matching.languages.dutch.dutch import Dutch
from bp_qual.matching.languages.dutch.dutch_words import (
    ARTICLES,
    AUXILIARIES,
    BEFORE_NOUNS,
    JOINING,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
)
from bp_qual.matching.languages.english.english_words import (
    ALONE,
    BEFORE_ENGLISH_NOUNS,
    DETERMINERS,
    LINKING,
    MEASURES,
    MOMENTS,
    OBJECTS,
    PARTICLES,
    PREPOSITIONS_ONLY,
)
from bp_qual.matching.talk import PAUSE, Block
from bp_qual.matching.word_finder import Slot, Word

Ints = npt.NDArray[np.int64]

REACH = 14
_HERE = tuple(Word("form", one) for one in ("er", "daar", "waar", "hier"))
_ADVERB_PARTS = (
    "aan",
    "af",
    "bij",
    "door",
    "in",
    "mee",
    "naar",
    "om",
    "op",
    "over",
    "toe",
    "tussen",
    "uit",
    "van",
    "voor",
)


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """A phrase with its verb taken out: the verb, and the other words in their order.

    ``cut`` is the number of fixed words before the verb, as the phrase is written; ``particle`` says that the last
    fixed word is one half of the verb.
    """

    verb: Slot
    fixed: tuple[Slot, ...]
    cut: int
    particle: bool = False

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All words, the verb last."""
        return (*self.fixed, self.verb)


def read_verb_phrase(slots: tuple[Slot, ...], language: Language) -> tuple[VerbPhrase, ...]:
    """Return the ways in which a phrase can stand around its verb; none if it holds no verb that moves.

    >>> from bp_qual.matching.languages import find_language
    >>> from bp_qual.matching.word_finder import read_slots
    >>> [found] = read_verb_phrase(read_slots("op de kaart zetten", "inflected"), find_language("nl"))
    >>> found.verb[0].key, [slot[0].key for slot in found.fixed]
    ('zetten', ['op', 'de', 'kaart'])
    >>> read_verb_phrase(read_slots("korte lijnen", "inflected"), find_language("nl"))
    ()
    """
    if len(slots) < 2 or any(word.kind != "inflected" for slot in slots for word in slot):
        return ()
    if isinstance(language, Dutch):
        return tuple(_read_dutch(slots, language))
    return tuple(_read_english(slots, language)) if language.code == "en" else ()


def _loosen(slot: Slot, articles: frozenset[str], others: frozenset[str]) -> Slot:
    """Let an article in a phrase stand for a possessive too: `het hoofd`, `mijn hoofd`."""
    if len(slot) == 1 and slot[0].key in articles:
        return (*slot, *(Word("form", one) for one in sorted(others)))
    return slot


def _read_dutch(slots: tuple[Slot, ...], language: Dutch) -> Iterator[VerbPhrase]:
    place = _dutch_verb(slots, language)
    if place is None:
        return
    verb = slots[place]
    slots = (*(_as_written(slot, language) for slot in slots[:place]), *slots[place:])
    rest = tuple(_loosen(slot, ARTICLES, POSSESSIVES) for slot in (*slots[:place], *slots[place + 1 :]))
    for fixed in (rest, _open_adverb(rest)):
        if fixed:
            cut = place + (len(fixed) - len(rest))
            yield VerbPhrase(verb, fixed, cut)
            for particle, base in language.separable.halves(verb[0].key):
                halves = (*fixed[:cut], (Word("form", particle),), *fixed[cut:])
                yield VerbPhrase((Word("lemma", base),), halves, cut + 1, particle=cut == len(fixed))


def _as_written(slot: Slot, language: Dutch) -> Slot:
    """Let an adjective stay as it is: `zwaar vallen` is not found in `zware gevallen`."""
    word = slot[0]
    adjective = len(slot) == 1 and word.key in language.rule_lemmas(word.key, "adj")
    return (Word("form", word.key),) if adjective and "noun" not in language.word_classes(word.key) else slot


def _dutch_verb(slots: tuple[Slot, ...], language: Dutch) -> int | None:
    """Return which word is the verb: the last infinitive, unless it can be a plural and follows an adjective."""
    for place in range(len(slots) - 1, -1, -1):
        if len(slots[place]) > 1:
            continue
        word = slots[place][0].key
        if not word.endswith("n") or word in PREPOSITIONS or not language.separable.is_verb(word):
            continue
        before = slots[place - 1][0].key if place else ""
        plural = any(one != word for one in language.lemmas(word)) or "noun" in language.word_classes(word)
        inflected = before.endswith("e") and any(one != before for one in language.rule_lemmas(before, "adj"))
        named = before in BEFORE_NOUNS - PREPOSITIONS or inflected
        return None if plural and named else place
    return None


def _open_adverb(fixed: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the words with `eraan` opened up: `er` somewhere before, `aan` in its place; nothing if there is none."""
    for place, slot in enumerate(fixed):
        for part in _ADVERB_PARTS:
            if len(slot) == 1 and slot[0].key == "er" + part:
                return (_HERE, *fixed[:place], (Word("form", part),), *fixed[place + 1 :])
    return ()


def _read_english(slots: tuple[Slot, ...], language: Language) -> Iterator[VerbPhrase]:
    verb, *rest = slots
    second = rest[0][0].key
    if len(verb) > 1 or verb[0].key not in language.lemmas(verb[0].key):
        return
    moves = second in PARTICLES | PREPOSITIONS_ONLY | DETERMINERS | {"together", "going", "go", "away", "apart", "it"}
    if moves and is_english_verb(verb[0].key):
        yield VerbPhrase(verb, tuple(_loosen(slot, frozenset({"a", "an"}), DETERMINERS) for slot in rest), 0)


@cache
def is_english_verb(word: str) -> bool:
    """Return whether this is the base form of an English verb.

    >>> is_english_verb("pass"), is_english_verb("table's")
    (True, False)
    """
    import lemminflect

    return word in lemminflect.getAllLemmas(word).get("VERB", ())


class PhraseFinder:
    """Finds phrases with a verb in one block, given where the tokens of each slot stand."""

    def __init__(self, block: Block, places: Mapping[Slot, Ints]) -> None:
        self.block = block
        self.places = places
        self.dutch = isinstance(block.language, Dutch)

    def find(self, phrase: VerbPhrase) -> Iterator[tuple[int, int]]:
        """Yield the first and the last token of every hit."""
        columns = [self.places[slot] for slot in phrase.slots]
        rarest = min(columns, key=len)
        if not len(rarest):
            return
        sentences = np.unique(self.block.sentence[rarest])
        begin = np.searchsorted(self.block.sentence, sentences)
        stop = np.searchsorted(self.block.sentence, sentences, side="right")
        lows = [np.searchsorted(column, begin) for column in columns]
        highs = [np.searchsorted(column, stop) for column in columns]
        full = np.flatnonzero(np.all([high > low for low, high in zip(lows, highs, strict=True)], axis=0))
        for row in full.tolist():
            here = [
                column[low[row] : high[row]].tolist() for column, low, high in zip(columns, lows, highs, strict=True)
            ]
            yield from self._arrange(phrase, here)

    def _arrange(self, phrase: VerbPhrase, here: Sequence[list[int]]) -> Iterator[tuple[int, int]]:
        *fixed, verbs = here
        if self.dutch:
            for chain in self._chains(phrase, fixed):
                near = slice(bisect_left(verbs, chain[0] - REACH), bisect_left(verbs, chain[-1] + REACH))
                for verb in verbs[near]:
                    if verb not in chain and self._fits_dutch(phrase, chain, verb):
                        yield min(verb, chain[0]), max(verb, chain[-1])
            return
        for verb in verbs:
            if verb and self.block.gap[verb] < PAUSE and self._word(verb - 1) in BEFORE_ENGLISH_NOUNS:
                continue
            follows = self._follow_english(verb, fixed)
            if follows and self._fits_english(phrase, verb, follows):
                yield verb, follows[-1]

    def _chains(self, phrase: VerbPhrase, fixed: Sequence[list[int]]) -> Iterator[tuple[int, ...]]:
        """Yield the fixed words in order, as close together as the phrase wants them."""
        for first in fixed[0]:
            chain = [first]
            for number, column in enumerate(fixed[1:], start=1):
                place = bisect_right(column, chain[-1])
                if place == len(column) or not self._close(phrase, number, chain[-1], column[place]):
                    break
                chain.append(column[place])
            if len(chain) == len(fixed):
                yield tuple(chain)

    def _close(self, phrase: VerbPhrase, number: int, left: int, right: int) -> bool:
        """Return whether two fixed words that follow each other in the phrase stand close enough."""
        between = range(left + 1, right)
        if phrase.fixed[number - 1] == _HERE or phrase.fixed[number - 1][0].key == "er":
            return len(between) <= 6 and not self._opens_clause(left, right)
        if number == phrase.cut or (phrase.particle and number == len(phrase.fixed) - 1):
            return len(between) <= 6 and not self._opens_clause(left, right)
        if any(self.block.gap[one] >= PAUSE for one in range(left + 1, right + 1)):
            return False
        return not between or (len(between) == 1 and "adj" in self._classes(between[0]))

    def _fits_dutch(self, phrase: VerbPhrase, chain: tuple[int, ...], verb: int) -> bool:
        first, last = chain[0], chain[-1]
        if verb < first:
            near = first - verb <= REACH and not self._opens_clause(verb, first)
            return near and not self._is_noun(verb) and (first - verb == 1 or not self._is_participle(verb))
        if verb < last:
            return verb > chain[phrase.cut - 1] if phrase.cut else True
        between = range(last + 1, verb)
        if any(self.block.gap[one] >= PAUSE for one in range(last + 1, verb + 1)):
            return False
        if all(self._word(one) in AUXILIARIES | MODALS | PRONOUNS for one in between) and len(between) <= 4:
            return True
        object_follows = phrase.cut < len(phrase.fixed) and not phrase.particle
        return object_follows and len(between) <= 5 and not any(self._leaves_clause(one) for one in between)

    def _follow_english(self, verb: int, fixed: Sequence[list[int]]) -> list[int]:
        """Return the words behind the verb: the first up to four words away, the others up to two from each other."""
        chain: list[int] = []
        left, room = verb, 4
        for column in fixed:
            place = bisect_right(column, left)
            if place == len(column) or column[place] - left - 1 > room:
                return []
            right = column[place]
            if any(self.block.gap[one] >= PAUSE for one in range(left + 1, right + 1)):
                return []
            chain.append(right)
            left, room = right, {"the": 0, "a": 1, "an": 1}.get(self._word(right), 2)
        return chain

    def _fits_english(self, phrase: VerbPhrase, verb: int, chain: list[int]) -> bool:
        between = [self._word(one) for one in range(verb + 1, chain[0])]
        words = tuple(slot[0].key for slot in phrase.fixed)
        after = self._word(chain[-1] + 1) if self._joined(chain[-1] + 1) else ""
        alone = len(words) == 1 and (phrase.verb[0].key, words[0]) in ALONE
        takes_object = after in DETERMINERS and self._joined(chain[-1] + 2) and self._word(chain[-1] + 2) not in MOMENTS
        if LINKING & set(between) and between != ["that"]:
            return False
        if alone and takes_object:
            return False
        if words[0] not in PARTICLES | PREPOSITIONS_ONLY and set(between) & (PARTICLES | PREPOSITIONS_ONLY):
            return False
        if words == ("over",) and after in ("a", "an") and self._word(chain[-1] + 2) in MEASURES:
            return False
        if len(words) > 1 or words[0] not in PARTICLES or all(self._is_adverb(one) for one in between):
            return True
        return not takes_object and (not alone or set(between) <= OBJECTS)

    def _joined(self, token: int) -> bool:
        return token < len(self.block) and self.block.gap[token] < PAUSE

    def _word(self, token: int) -> str:
        return self.block.types[self.block.ids[token]] if token < len(self.block) else ""

    def _classes(self, token: int) -> frozenset[str]:
        return self.block.language.word_classes(self._word(token))

    def _is_adverb(self, word: str) -> bool:
        return word.endswith("ly") or word in ("really", "right", "back", "all", "just", "so", "very", "well", "not")

    def _is_verb(self, token: int) -> bool:
        return self._word(token) in AUXILIARIES | MODALS or self._classes(token) == {"verb"}

    def _leaves_clause(self, token: int) -> bool:
        return self._word(token) in JOINING or (
            self._is_verb(token) and self._word(token) not in self.block.language.small_words
        )

    def _is_noun(self, token: int) -> bool:
        """Return whether a form that could be a noun stands behind an article."""
        before = self._word(token - 1) if token and self.block.gap[token] < PAUSE else ""
        return before in BEFORE_NOUNS - PREPOSITIONS and "noun" in self._classes(token)

    def _is_participle(self, token: int) -> bool:
        word = self._word(token)
        return word.startswith("ge") and word.endswith(("t", "d", "en", "n"))

    def _opens_clause(self, left: int, right: int) -> bool:
        """Return whether another clause begins between two tokens: a joining word or a comma, and a verb behind it."""
        opened = False
        for one in range(left + 1, right):
            opened |= self.block.gap[one] >= PAUSE or self._word(one) in JOINING
            if opened and self._is_verb(one):
                return True
        return False
