"""English phrases that hold a verb: `pass on` in `passed it on`. The verb comes first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from bp_qual.matching.languages.english.english_words import (
    ADVERBS,
    ALONE,
    BEFORE_ENGLISH_NOUNS,
    CLOSE_PREPOSITIONS,
    DETERMINERS,
    GOING,
    GRADING,
    LIGHT_VERBS,
    LINKING,
    MEASURES,
    MOMENTS,
    NEVER_PREPOSITIONS,
    OBJECTS,
    PARTICLES,
    PLACE_WORDS,
    PLACES_GONE,
    PREPOSITIONS_ONLY,
    QUANTIFIERS,
    SUBJECT_PRONOUNS,
    TIMES,
)
from bp_qual.matching.languages.language import Language
from bp_qual.matching.languages.parts import VerbPhrase
from bp_qual.matching.slots import Slot, Word
from bp_qual.matching.token_table import TokenTable
from bp_qual.matching.verb_phrases import Surroundings

# What follows `that` where it is no article: `when that they left`, `let us down that did`.
_AFTER_THAT = SUBJECT_PRONOUNS | {"did", "does", "was", "is", "were", "had", "has", "would", "could", "will", "can"}
_BEHIND_MEASURES = frozenset(("down", "away", "later", "ago", "apart"))
# What follows the speaker of what was just said.
_QUOTING = frozenset(("said", "says", "would", "used", "always", "shouted", "told"))
# Particles that change places with an object: `stir up trouble`, `stir trouble up`.
_SHIFTING = frozenset(("up", "out", "off", "down", "on", "over", "in", "away", "back"))
_OWNERS = frozenset(("his", "my", "your", "our", "their"))


class EnglishPhrases:
    """How the verb of a phrase moves in English.

    >>> from bp_qual.matching.languages import find_language
    >>> from bp_qual.matching.slots import read_slots
    >>> phrases = find_language("en").verb_phrases
    >>> [phrase] = phrases.read(read_slots("pass on", "inflected"))
    >>> phrase.verb[0].key, [slot[0].key for slot in phrase.fixed]
    ('pass', ['on'])
    """

    def __init__(self, language: Language) -> None:
        self._language = language

    def read(self, slots: tuple[Slot, ...]) -> tuple[VerbPhrase, ...]:
        """Return the ways in which a phrase can be around its verb; none if it holds no verb that moves."""
        if len(slots) < 2 or any(word.kind != "inflected" for slot in slots for word in slot):
            return ()
        return tuple(_read(slots, self._language))

    def arrange(self, block: TokenTable, phrase: VerbPhrase, tokens: Sequence[list[int]]) -> Iterator[tuple[int, int]]:
        """Yield the hits of a phrase whose verb is apart from its other words.

        Parameters
        ----------
        block, phrase, tokens
            As in `VerbPhrases`.

        Yields
        ------
        tuple of int
            First and last token of a hit.
        """
        *fixed, verbs = tokens
        clause = _Clause(block, self._language)
        for verb in verbs:
            if clause.before(verb) in BEFORE_ENGLISH_NOUNS:
                continue
            follows = clause.follow(verb, fixed)
            if follows and clause.fits(phrase, verb, follows):
                yield verb, follows[-1]


def _loosen(slot: Slot, articles: frozenset[str], others: frozenset[str]) -> Slot:
    """Let an article in a phrase stand for a possessive too: `a hand`, `your hand`."""
    if len(slot) == 1 and slot[0].key in articles:
        return (*slot, *(Word("form", key) for key in sorted(others)))
    return slot


def _own(slot: Slot) -> Slot:
    """Let `someone's` stand for anybody's: `took the landlord's word for it`."""
    return (*slot, Word("wildcard", "*'s")) if slot[0].key in ("someone's", "somebody's") else slot


def _read(slots: tuple[Slot, ...], language: Language) -> Iterator[VerbPhrase]:
    verb, *rest = slots
    second = rest[0][0].key
    if len(verb) > 1 or verb[0].key not in language.lemmas(verb[0].key):
        return
    if verb[0].key in language.function_words:  # `round up`
        verb = (Word("lemma", verb[0].key),)
    moves = second in PARTICLES | PREPOSITIONS_ONLY | DETERMINERS | {"together", "going", "go", "away", "apart", "it"}
    moves |= second.endswith("ly") or verb[0].key in LIGHT_VERBS | {"be"} or second in language.always_reflexive
    if not is_english_verb(verb[0].key):
        return
    if moves:
        before = [verb[0].key, *(slot[0].key for slot in rest)]
        nouns = (_as_noun(slot, key) for slot, key in zip(rest, before, strict=False))
        fixed = tuple(_own(_loosen(slot, frozenset({"a", "an", "the"}), DETERMINERS)) for slot in nouns)
        yield VerbPhrase(verb, fixed, 0)
        small = {slot[0].key for slot in (*rest[1:2], rest[-1])} & (PARTICLES | PREPOSITIONS_ONLY)
        if second in _SHIFTING and len(rest) > 1 and not small:
            yield VerbPhrase(verb, (*fixed[1:], fixed[0]), 0)  # `stirred a lot of trouble up`
    elif len(rest) == 1 and set(language.class_lemmas(second)) == {"A"}:
        yield VerbPhrase(verb, tuple(rest), 0)  # `worked really late`


def _as_noun(slot: Slot, before: str) -> Slot:
    """Let a small word behind a determiner have a plural: `turn his back on`, `turned their backs on`."""
    is_noun = len(slot) == 1 and before in DETERMINERS and slot[0].key in PARTICLES
    return (*slot, Word("form", slot[0].key + "s")) if is_noun else slot


def _uncounted(between: Sequence[str]) -> list[str]:
    """Return the words without the `of` that counts a noun: `a lot of`."""
    return [word for number, word in enumerate(between) if word != "of" or between[number - 1] not in QUANTIFIERS]


def _without_pairs(between: Sequence[str]) -> list[str]:
    """Return the words without the `and` of two people: `told me and my cousin off`."""
    return [
        word
        for number, word in enumerate(between)
        if word != "and" or number in (0, len(between) - 1) or between[number - 1] not in OBJECTS
    ]


@cache
def is_english_verb(word: str) -> bool:
    """Return whether this is the base form of an English verb.

    >>> is_english_verb("pass"), is_english_verb("table's")
    (True, False)
    """
    import lemminflect

    return word in lemminflect.getAllLemmas(word).get("VERB", ())


class _Clause(Surroundings):
    """What is around the words of a phrase in one block of English talk."""

    def follow(self, verb: int, fixed: Sequence[list[int]]) -> list[int]:
        """Return the words behind the verb: the first up to four words away, the others up to two from each other."""
        chain: list[int] = []
        left, room = verb, 4
        for column in fixed:
            index = bisect_right(column, left)
            if index < len(column):
                between = [self.word(token) for token in range(left + 1, min(column[index], left + 8))]
                room += sum(word in GRADING for word in between) + 2 * (len(between) - len(_uncounted(between)))
            if index == len(column) or column[index] - left - 1 > room:
                return []
            right = column[index]
            if self.paused(left, right):
                return []
            chain.append(right)
            left, room = right, {"the": 0, "a": 1, "an": 1}.get(self.word(right), 2)
        return chain

    def asks(self, verb: int) -> bool:
        """Return whether a form of `do` only asks or stresses: `did he turn up`, `they did turn up`."""
        if self.word(verb) not in ("do", "does", "did") or not self.joined(verb + 1):
            return False
        word = self.word(verb + 1)
        return word in SUBJECT_PRONOUNS or (word not in PARTICLES and "B" in self.language.class_lemmas(word))

    def fits(self, phrase: VerbPhrase, verb: int, chain: list[int]) -> bool:
        between = [self.word(token) for token in range(verb + 1, chain[0])]
        words = tuple(slot[0].key for slot in phrase.fixed)
        after = self.word(chain[-1] + 1) if self.joined(chain[-1] + 1) else ""
        alone = len(words) == 1 and (phrase.verb[0].key, words[0]) in ALONE
        takes_object = after in DETERMINERS and self._holds_object(chain[-1] + 1)
        if self.asks(verb) or (phrase.verb[0].key == "do" and after in PLACE_WORDS):
            return False  # `did you end up`, `what did you do up there`
        if any(
            self.word(token) in ("and", "but", "or") for token in range(chain[0] + 1, chain[-1]) if token not in chain
        ):
            return False
        if self._is_qualified(phrase):
            return all(word == "so" or self._is_adverb(word) for word in between)
        graded = phrase.verb[0].key == "be" or (between[:1] == ["so"] and len(between) > 1 and between[1] in ADVERBS)
        linking = LINKING - {"so"} if graded else LINKING  # `am so proud of`, `fell so far behind`
        if linking & set(self._without_pointing(_without_pairs(between))) and between != ["that"]:
            return False
        if between and len(words) == 1 and after in PLACE_WORDS and words[0] in PARTICLES:
            return False  # `left my keys out there`
        if self._holds_infinitive(verb, chain[0]):
            return False  # `told me to get off`
        if not self._holds_adverbs_only(words, verb, chain):
            return False
        if len(words) == 1 and self._leads_away(phrase.verb[0].key, words[0], chain[-1]):
            return False
        if alone and takes_object:
            return False
        if words[0] not in PARTICLES | PREPOSITIONS_ONLY and set(_uncounted(between)) & (PARTICLES | PREPOSITIONS_ONLY):
            return False
        if phrase.verb[0].key in LIGHT_VERBS and set(between[-1:]) & _OWNERS and words[0] not in PARTICLES:
            return False  # `made his friends wait`
        if words == ("over",) and after in ("a", "an") and self.word(chain[-1] + 2) in MEASURES:
            return False
        if len(words) > 1 or words[0] not in PARTICLES or all(self._is_adverb(word) for word in between):
            return True
        free = not takes_object or words[0] in NEVER_PREPOSITIONS
        inside = [word for word in between if not self._is_adverb(word)]
        free |= (
            len(inside) == 1  # `cheered me right up`
            and inside[0] in OBJECTS
            and words[0] in NEVER_PREPOSITIONS | {"up", "out", "off", "down"}
        )
        return free and (not alone or set(between) <= OBJECTS)

    def _without_pointing(self, between: list[str]) -> list[str]:
        """Return the words without a `that` before its noun: `turned that school around`."""
        points = len(between) > 1 and between[0] == "that" and between[1] not in _AFTER_THAT
        return between[1:] if points and "N" in self.language.class_lemmas(between[1]) else between

    def _holds_adverbs_only(self, words: tuple[str, ...], verb: int, chain: list[int]) -> bool:
        """Return whether no object is where none can be: not `put up the tent with`, `took a photo after`."""
        if len(words) == 1:
            between = [self.word(token) for token in range(verb + 1, chain[0])]
            elsewhere = words[0] in PREPOSITIONS_ONLY and bool(set(between) & (PARTICLES - NEVER_PREPOSITIONS))
            return not elsewhere and (words[0] not in CLOSE_PREPOSITIONS or all(map(self._is_adverb, between)))
        if words[-2] in PARTICLES and words[-1] in PREPOSITIONS_ONLY | PARTICLES:
            return all(self._is_adverb(self.word(token)) for token in range(chain[-2] + 1, chain[-1]))
        return True

    def _holds_infinitive(self, verb: int, first: int) -> bool:
        """Return whether `to` and a verb are between a verb and the next word of its phrase."""
        return any(
            self.word(token) == "to" and "B" in self.language.class_lemmas(self.word(token + 1))
            for token in range(verb + 1, first - 1)
        )

    def _holds_object(self, token: int) -> bool:
        """Return whether what a determiner begins may be an object: no clause (`that they`), no stretch of time."""
        if not self.joined(token + 1) or (self.word(token) == "that" and self.word(token + 1) in _AFTER_THAT):
            return False
        if self.word(token + 2) in _QUOTING:
            return False  # `speak up my father would say`
        if self.word(token + 1) in ("of", "by") or self.word(token + 2) in _BEHIND_MEASURES:
            return False  # `grew up one of nine`, `two doors down`
        token += 1
        while self.word(token) in ("very", "next", "other", "whole", "same", "first", "last", "following"):
            token += 1
        return self.word(token) not in MOMENTS | {"more", "longer"}  # `nobody drops by any more`

    def _leads_away(self, verb: str, word: str, last: int) -> bool:
        """Return whether a particle belongs to what follows: `run down the hill`, `looked after lunch`."""
        after = self.word(last + 1) if self.joined(last + 1) else ""
        if word in ("after", "before", "at", "over") and after in TIMES:
            return True
        noun = last + 2 if self.joined(last + 2) else last
        if noun > last and "A" in self.language.class_lemmas(self.word(noun)) and self.joined(noun + 1):
            noun += self.word(noun) not in PLACES_GONE
        return verb in GOING and word in PARTICLES and after in DETERMINERS and self.word(noun) in PLACES_GONE

    def _is_qualified(self, phrase: VerbPhrase) -> bool:
        """Return whether an adjective is all that is behind the verb: `work late`, `feel lonely`."""
        word = phrase.fixed[0][0].key
        plain = len(phrase.fixed) == 1 and phrase.verb[0].key not in LIGHT_VERBS | {"be"} and not word.endswith("ly")
        return plain and set(self.language.class_lemmas(word)) == {"A"} and word not in PARTICLES | PREPOSITIONS_ONLY

    def _is_adverb(self, word: str) -> bool:
        return word.endswith("ly") or word in ADVERBS
