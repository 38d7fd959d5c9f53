"""Dutch phrases that hold a verb: `op de kaart zetten` in `zette de wijk op de kaart`.

The verb is before the other words (finite), behind them (with `te` and auxiliaries between), or among them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from bp_qual.matching.languages.dutch.dutch_forms import DutchForms
from bp_qual.matching.languages.dutch.dutch_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BEFORE_NOUNS,
    FINITE_AUXILIARIES,
    INSIDE,
    JOINING,
    MODALS,
    NEVER_VERBS,
    NOMINATIVES,
    NUMBERS,
    PLACES_GONE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    R_PRONOUNS,
    TEMPORAL,
    UNGOVERNED,
)
from bp_qual.matching.languages.parts import VerbPhrase
from bp_qual.matching.slots import Slot, Word
from bp_qual.matching.token_table import TokenTable
from bp_qual.matching.tokens import PAUSE, STOP
from bp_qual.matching.verb_phrases import Surroundings

REACH = 14
_BETWEEN = (INSIDE | UNGOVERNED | ADVERBS) - NOMINATIVES
# Verbs that move away from the infinitive they go with: `zijn gang laten gaan`, `op zich laten wachten`.
_LEADING = frozenset(("laten", "blijven", "komen", "gaan", "doen", "leren", "zien", "horen"))
_DEFINITE = POSSESSIVES | {"die", "dat", "deze", "dit"}
_HERE = tuple(Word("form", word) for word in ("er", "daar", "waar", "hier"))
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


class DutchPhrases:
    """How the verb of a phrase moves in Dutch.

    >>> from bp_qual.matching.languages import find_language
    >>> from bp_qual.matching.slots import read_slots
    >>> phrases = find_language("nl").verb_phrases
    >>> [phrase] = phrases.read(read_slots("op de kaart zetten", "inflected"))
    >>> phrase.verb[0].key, [slot[0].key for slot in phrase.fixed]
    ('zetten', ['op', 'de', 'kaart'])
    >>> phrases.read(read_slots("korte lijnen", "inflected"))
    ()
    """

    def __init__(self, language: DutchForms) -> None:
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
        for chain in clause.chains(phrase, fixed, verbs):
            near = slice(bisect_left(verbs, chain[0] - REACH), bisect_left(verbs, chain[-1] + REACH))
            for verb in verbs[near]:
                if verb not in chain and clause.fits(phrase, chain, verb) and not clause.tells_time(chain[-1]):
                    yield min(verb, chain[0]), max(verb, chain[-1])


def _read(slots: tuple[Slot, ...], language: DutchForms) -> Iterator[VerbPhrase]:
    verb_at = _dutch_verb(slots, language)
    if verb_at is None:
        return
    verb = slots[verb_at]
    if verb[0].key in language.function_words:  # `trots zijn op`
        verb = (Word("lemma", verb[0].key),)
    slots = (*(_as_written(slot, language) for slot in slots[:verb_at]), *slots[verb_at:])
    if verb_at > 1 and len(slots[verb_at - 1]) == 1 and slots[verb_at - 1][0].key in _LEADING:
        yield _led(slots, verb_at - 1)
    rest = tuple(_loosen(slot, ARTICLES, _DEFINITE) for slot in (*slots[:verb_at], *slots[verb_at + 1 :]))
    rest = (*rest[:verb_at], *(_govern(slot) if len(slot) == 1 else slot for slot in rest[verb_at:]))
    for fixed in (rest, _open_adverb(rest)):
        if fixed:
            cut = verb_at + (len(fixed) - len(rest))
            yield VerbPhrase(verb, fixed, cut)
            for particle, base in language.separable.halves(verb[0].key):
                halves = (*fixed[:cut], (Word("form", particle),), *fixed[cut:])
                yield VerbPhrase((Word("lemma", base),), halves, cut + 1, particle=cut == len(fixed))
                reflexive = all(slot[0].key == language.reflexive for slot in fixed[:cut])
                if reflexive and len(fixed) == cut + 1 and fixed[-1][0].key in PREPOSITIONS:
                    behind = (*fixed, (Word("form", particle),))  # `keken naar elkaar uit`, `leg me daarbij neer`
                    yield VerbPhrase((Word("lemma", base),), behind, cut + 1, particle=True)
            if 0 < cut == len(fixed) - 1 and fixed[cut][0].key in PREPOSITIONS:  # `van haar afscheid genomen`
                yield VerbPhrase(verb, (fixed[cut], *fixed[:cut]), len(fixed), moved=True)


def _led(slots: tuple[Slot, ...], leader: int) -> VerbPhrase:
    """Return a phrase of two infinitives around the first of them: `liet hem zijn gang gaan`."""
    fixed = (*slots[:leader], *slots[leader + 1 :])
    return VerbPhrase(slots[leader], tuple(_loosen(slot, ARTICLES, _DEFINITE) for slot in fixed), leader)


def _leads_to_particle(phrase: VerbPhrase) -> bool:
    """Return whether a preposition and then the particle of the verb are all that is fixed: `naar`, `uit`."""
    before = phrase.fixed[-2:-1]
    return phrase.particle and phrase.cut == len(phrase.fixed) - 1 and any(s[0].key in PREPOSITIONS for s in before)


def _is_empty_object(phrase: VerbPhrase) -> bool:
    """Return whether a phrase begins with a `het` that means nothing: `kreeg het met de buren aan de stok`."""
    return phrase.fixed[0][0].key == "het" and phrase.cut > 1 and phrase.fixed[1][0].key in PREPOSITIONS


def _leads_to_noun(phrase: VerbPhrase) -> bool:
    """Return whether the preposition of a phrase was put before its other words: `met de bakker in zee`."""
    return phrase.moved and len(phrase.fixed) > 1


def _loosen(slot: Slot, articles: frozenset[str], others: frozenset[str]) -> Slot:
    """Let an article in a phrase stand for other words of its kind: `het hoofd`, `mijn hoofd`, `dat voortouw`."""
    if len(slot) == 1 and slot[0].key in articles:
        return (*slot, *(Word("form", key) for key in sorted(others)))
    return slot


def _govern(slot: Slot) -> Slot:
    """Let a preposition behind the verb stand for its other shapes: `omgaan met`, `daar mee`, `waarmee`."""
    key = slot[0].key
    part = {"met": "mee", "tot": "toe"}.get(key, key)
    if part not in _ADVERB_PARTS:
        return slot
    joined = (*([part] if part != key else []), *(here.key + part for here in _HERE))
    return (*slot, *(Word("form", shape) for shape in joined))


def _as_written(slot: Slot, language: DutchForms) -> Slot:
    """Let an adjective stay as it is: `zwaar vallen` is not found in `zware gevallen`."""
    word = slot[0]
    adjective = len(slot) == 1 and word.key in language.rule_lemmas(word.key, "adj")
    return (Word("form", word.key),) if adjective and "noun" not in language.word_classes(word.key) else slot


def _dutch_verb(slots: tuple[Slot, ...], language: DutchForms) -> int | None:
    """Return which word is the verb: the last infinitive, unless it can be a plural and follows an adjective."""
    for index in range(len(slots) - 1, -1, -1):
        if len(slots[index]) > 1:
            continue
        word = slots[index][0].key
        if not word.endswith("n") or word in PREPOSITIONS or not language.separable.is_verb(word):
            continue
        before = slots[index - 1][0].key if index else ""
        plural = any(lemma != word for lemma in language.lemmas(word)) or "noun" in language.word_classes(word)
        inflected = before.endswith("e") and any(lemma != before for lemma in language.rule_lemmas(before, "adj"))
        named = before in BEFORE_NOUNS - PREPOSITIONS or inflected
        return None if plural and named else index
    return None


def _open_adverb(fixed: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the words with `eraan` opened up: `er` somewhere before, `aan` in its place; nothing if there is none."""
    for index, slot in enumerate(fixed):
        for part in _ADVERB_PARTS:
            if len(slot) == 1 and slot[0].key == "er" + part:
                return (_HERE, *fixed[:index], (Word("form", part),), *fixed[index + 1 :])
    return ()


class _Clause(Surroundings):
    """What is around the words of a phrase in one block of Dutch talk."""

    def chains(self, phrase: VerbPhrase, fixed: Sequence[list[int]], verbs: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield the fixed words in order, as close together as the phrase wants them.

        Words that open a sentence may have the verb and its subject behind them: `de eindjes knoopten we aan elkaar`.
        """
        for first in fixed[0]:
            chain = [first]
            for number, column in enumerate(fixed[1:], start=1):
                index = bisect_right(column, chain[-1])
                if index == len(column):
                    break
                left = chain[-1]
                if self._opens_sentence(first) and left + 1 in verbs:
                    left += 1 + (self.word(left + 2) in NOMINATIVES)
                if not self._close(phrase, number, left, column[index]):
                    break
                chain.append(column[index])
            loose = len(phrase.fixed[0]) > 1 and len(chain) > 1 and phrase.fixed[0] != _HERE
            nearer = loose and bisect_left(fixed[0], chain[1]) > bisect_right(fixed[0], first)  # `ons wel een hart`
            if len(chain) == len(fixed) and not nearer:
                yield tuple(chain)

    def _close(self, phrase: VerbPhrase, number: int, left: int, right: int) -> bool:
        """Return whether two fixed words that follow each other in the phrase are close enough."""
        between = range(left + 1, right)
        if not between and not self.joined(right):
            return False  # `de zon kwam op, voor zes uur`
        if number == 1 and _leads_to_noun(phrase):
            near = len(between) <= 5 and not self.paused(left, right) and not any(map(self._leaves_clause, between))
            return near and (bool(between) or self._is_stranded(left))
        if number == phrase.cut and _leads_to_particle(phrase):
            return self._holds_object(left, right)
        if number == phrase.cut == 1 and left in range(right - 6, right) and self.word(left) in PREPOSITIONS:
            return all(self.word(token) in UNGOVERNED | INSIDE for token in between)  # not `kijk uit het raam naar`
        if self._is_reflexive(phrase, number - 1) or (number == 1 and _is_empty_object(phrase)):
            return len(between) <= 6 and not self._opens_clause(left, right)
        if phrase.fixed[number - 1] == _HERE or phrase.fixed[number - 1][0].key == "er":
            return len(between) <= 6 and not self._opens_clause(left, right)
        if number == phrase.cut or (phrase.particle and number == len(phrase.fixed) - 1):
            return len(between) <= 6 and not self._opens_clause(left, right)
        if self.paused(left, right):
            return False
        inside = [token for token in between if self.word(token) not in _BETWEEN]
        return len(between) <= 2 and (not inside or (len(inside) == 1 and "adj" in self.classes(inside[0])))

    def _opens_sentence(self, token: int) -> bool:
        return bool(self.block.gap[token] >= STOP)

    def tells_time(self, token: int) -> bool:
        """Return whether a preposition leads to the hour: `de zon kwam op voor zes uur`."""
        number = self.word(token + 1) in NUMBERS or self.word(token + 1)[:1].isdigit()
        return self.word(token) in TEMPORAL and number and self.word(token + 2) == "uur" and self.joined(token + 2)

    def fits(self, phrase: VerbPhrase, chain: tuple[int, ...], verb: int) -> bool:
        first, last = chain[0], chain[-1]
        if verb < first:
            near = first - verb <= REACH and not self._opens_clause(verb, last, chain)
            return near and not self._is_noun(verb) and (first - verb == 1 or not self._is_participle(verb))
        if verb < last and self._opens_sentence(first) and verb - 1 in chain:
            return True
        if verb < last:
            return phrase.moved or verb > chain[phrase.cut - 1] if phrase.cut else True
        if self.paused(last, verb):
            return False
        between = range(last + 1, self._begin_of_cluster(last, verb))
        if len(between) <= 4 and all(map(self._may_part, between)):
            return True
        if self._is_topic(first, last) and len(between) <= 8 and not self._opens_clause(last, verb):
            return not any(map(self._leaves_clause, between[1:]))
        if self._names_receiver(between) and self.word(verb + 1) not in PRONOUNS:
            return True
        if self._is_reflexive(phrase, len(phrase.fixed) - 1) and len(between) <= 8:
            return not self._opens_clause(last, verb) and not any(map(self._leaves_clause, between))
        object_follows = phrase.cut < len(phrase.fixed) and not phrase.particle
        return object_follows and len(between) <= 5 and not any(self._leaves_clause(token) for token in between)

    def _is_topic(self, first: int, last: int) -> bool:
        """Return whether a phrase without its verb opens a sentence: `boodschappen heb ik die week niet gedaan`."""
        helped = self.word(last + 1) in MODALS | FINITE_AUXILIARIES
        return self._opens_sentence(first) and helped and self.word(last + 2) in NOMINATIVES

    def _begin_of_cluster(self, last: int, verb: int) -> int:
        """Return where the helping verbs directly before a verb begin: `op die kleine (blijven letten)`."""
        while verb - 1 > last and self.word(verb - 1) in AUXILIARIES | MODALS:
            verb -= 1
        return verb

    def _is_reflexive(self, phrase: VerbPhrase, number: int) -> bool:
        """Return whether a fixed word is a reflexive pronoun, which stands anywhere in the clause."""
        return phrase.fixed[number][0].key == self.language.reflexive

    def _may_part(self, token: int) -> bool:
        """Return whether a word may stand between a phrase and its verb: a helping verb, pronoun or adverb."""
        word = self.word(token)
        if word in AUXILIARIES | MODALS | PRONOUNS | INSIDE | UNGOVERNED | ADVERBS:
            return True
        return "adj" in self.classes(token) and not word.endswith("e") and word not in PREPOSITIONS

    def _names_receiver(self, between: range) -> bool:
        """Return whether the words are adverbs, a preposition and its noun: `het stokje dan aan haar doorgeven`."""
        rest = [token for token in between if self.word(token) not in INSIDE]
        return 1 < len(rest) <= 4 and self.word(rest[0]) in PREPOSITIONS and not any(map(self._leaves_clause, rest[1:]))

    def _holds_object(self, left: int, right: int) -> bool:
        """Return whether an object is between a preposition and a particle: `naar elkaar uit`, `daar naar uit`."""
        between = range(left + 1, right)
        if self.paused(left, right) or len(between) > 7 or self._opens_clause(left, right):
            return False
        if self.word(right - 1) in PLACES_GONE and self.word(right - 2) in BEFORE_NOUNS - PREPOSITIONS:
            return False  # `met de bus de hoek om`
        if between:
            return not any(self.word(token) in PREPOSITIONS | set(JOINING) for token in between)
        return self._is_stranded(left)

    def _is_stranded(self, token: int) -> bool:
        """Return whether a preposition stands apart from its `daar` or is joined with it: `daar ... mee`, `waarop`."""
        if self.word(token) not in PREPOSITIONS:
            return True
        return any(self.word(place) in R_PRONOUNS for place in range(max(token - 6, 0), token))

    def _is_verb(self, token: int) -> bool:
        word = self.word(token)
        return word in AUXILIARIES | MODALS or (word not in NEVER_VERBS and self.classes(token) == {"verb"})

    def _leaves_clause(self, token: int) -> bool:
        if self.word(token) in MODALS | FINITE_AUXILIARIES and self.word(token + 1) in PRONOUNS:
            return False  # `op mij kan je rekenen`
        return self.word(token) in JOINING or (
            self._is_verb(token) and self.word(token) not in self.language.function_words
        )

    def _is_noun(self, token: int) -> bool:
        """Return whether a form that could be a noun is behind an article."""
        return self.before(token) in BEFORE_NOUNS - PREPOSITIONS and "noun" in self.classes(token)

    def _is_participle(self, token: int) -> bool:
        word = self.word(token)
        return word.startswith("ge") and word.endswith(("t", "d", "en", "n"))

    def _opens_clause(self, left: int, right: int, fixed: tuple[int, ...] = ()) -> bool:
        """Return whether another clause begins between two tokens: a joining word or a comma, and a verb behind it."""
        begun = self.block.clause_starts
        if bisect_right(begun, right) > bisect_right(begun, left + 1):
            return True
        opened = False
        for token in range(left + 1, right):
            if token in fixed:
                continue
            opened |= self.block.gap[token] >= PAUSE or self.word(token) in JOINING
            if opened and self._is_verb(token):
                return True
        return False
