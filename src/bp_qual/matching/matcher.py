"""The matcher: terms compiled for one language, and the hits they have in a block of talk.

Every hit is a row of integers: which term, which tokens, which offsets. Single words, phrases and exact terms are found
for all terms together, in numpy; only regular expressions run one by one over the turns, with a time limit.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bp_qual.codebook import Codebook, Term
from bp_qual.errors import CodebookError, Problem
from bp_qual.matching.languages import Language, find_language
from bp_qual.matching.languages.parts import Halves, VerbPhrase
from bp_qual.matching.patterns import find_pattern, find_token_patterns
from bp_qual.matching.sequences import Hits, find_sequences, find_slot_tokens, hits_of, no_hits
from bp_qual.matching.slots import Slot, Word, read_slots
from bp_qual.matching.talk import PAUSE, Block
from bp_qual.matching.tokens import fold_word, split_tokens
from bp_qual.matching.verb_phrases import find_verb_phrase
from bp_qual.matching.word_finder import WordFinder

Ints = npt.NDArray[np.int64]

MAX_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class Rule:
    """A term of a code, or one of its `unless` terms, ready to be looked for."""

    code: int
    term: Term
    unless: bool
    slots: tuple[Slot, ...] = ()
    halves: tuple[Halves, ...] = ()
    phrases: tuple[VerbPhrase, ...] = ()
    pattern: Any = None


class Matcher:
    """The terms of a codebook, ready to be found in talk of one language.

    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: D, language: nl, codes: [{id: a, terms: [samenwerken]}]}")
    >>> compile_codebook(book, "nl")
    Matcher of 1 term, nl
    """

    def __init__(self, codebook: Codebook, language: str, rules: tuple[Rule, ...], model: str = "") -> None:
        self.codebook, self.language, self.rules, self.model = codebook, language, rules, model
        words = find_language(language)
        self.near: dict[int, tuple[int, int]] = {}
        self._parts: list[Rule] = []
        for number, rule in enumerate(rules):
            if rule.term.kind == "near":
                place = len(rules) + len(self._parts)
                self.near[number] = (place, place + 1)
                self._parts += [_compile(rule.code, part, rule.unless, words) for part in rule.term.parts]
        numbered = list(enumerate([*self.rules, *self._parts]))
        self._sequences = [(number, rule.slots) for number, rule in numbered if rule.slots and not rule.phrases]
        self._joined = [(number, other) for number, rule in numbered if (other := _with_hyphen(rule))]
        self._halves = [(number, half) for number, rule in numbered for half in rule.halves]
        self._phrases = [(number, one) for number, rule in numbered for one in rule.phrases]
        self._patterns = [(number, rule) for number, rule in numbered if rule.pattern is not None]
        self._tokens = [(number, rule.term) for number, rule in numbered if rule.term.kind == "tokens"]

    def __repr__(self) -> str:
        return f"Matcher of {len(self.rules)} term{'s' * (len(self.rules) != 1)}, {self.language}"

    def find(self, block: Block) -> Hits:
        """Return all hits of all terms, overlapping ones too, in the order of the talk."""
        parts = [self._keep_read(self._keep_exact(find_sequences(self._sequences, block), block), block)]
        parts.append(find_sequences(self._joined, block))
        parts.append(_find_split_verbs(self._halves, block))
        parts.append(_find_phrases(self._phrases, block))
        parts += [find_pattern(number, rule.term, rule.pattern, block) for number, rule in self._patterns]
        parts += find_token_patterns(self._tokens, block, self.model) if self._tokens else []
        hits = self._join_near(Hits(*(np.concatenate(columns) for columns in zip(*parts, strict=True))), block)
        order = np.lexsort((hits.term, -hits.end, hits.start))
        return Hits(*(column[order] for column in hits))

    def _join_near(self, hits: Hits, block: Block) -> Hits:
        """Add the hits of `near`, and take out those of their parts."""
        if not self.near:
            return hits
        rows = [
            (number, first, last)
            for number, (left, right) in self.near.items()
            for first, last in _find_near(hits, left, right, self.rules[number].term.within, block)
        ]
        own = np.flatnonzero(hits.term < len(self.rules))
        both = (Hits(*(column[own] for column in hits)), hits_of(rows, block))
        return Hits(*(np.concatenate(columns) for columns in zip(*both, strict=True)))

    def _keep_read(self, hits: Hits, block: Block) -> Hits:
        """Drop forms read wrongly: `de opzet` is not `opzetten`, `ik werk` is not the noun."""
        rules = [*self.rules, *self._parts]
        bare = np.array([r.term.kind == "lemma" and len(r.slots) == 1 for r in rules] or [False], dtype=bool)
        noun, verb = (block.spoken(words) for words in (block.language.before_nouns, block.language.before_verbs))
        before, earlier = np.maximum(hits.first - 1, 0), np.maximum(hits.first - 2, 0)
        joined = (hits.first > 0) & (block.gap[hits.first] < PAUSE) & bare[hits.term]
        subject = (hits.first > 1) & verb[block.ids[earlier]] & (block.gap[before] < PAUSE)
        as_noun, as_verb = joined & noun[block.ids[before]] & ~subject, joined & verb[block.ids[before]]
        rows = np.flatnonzero(as_noun | as_verb)
        pairs = zip(hits.term[rows].tolist(), block.ids[hits.first[rows]].tolist(), strict=True)
        known: dict[tuple[int, int], str] = {}
        keep = np.ones(len(hits.term), dtype=bool)
        for row, (number, type_id) in zip(rows.tolist(), pairs, strict=True):
            if (number, type_id) not in known:
                key = rules[number].slots[0][0].key
                known[number, type_id] = block.language.unambiguous_class(block.types[type_id], key)
            keep[row] = known[number, type_id] != ("verb" if as_noun[row] else "noun")
        return Hits(*(column[keep] for column in hits))

    def _keep_exact(self, hits: Hits, block: Block) -> Hits:
        """Drop hits of exact terms that are not written as the term is."""
        rules = [*self.rules, *self._parts]
        exact = np.array([rule.term.kind == "exact" for rule in rules] or [False], dtype=bool)
        keep = np.ones(len(hits.term), dtype=bool)
        for row in np.flatnonzero(exact[hits.term]).tolist():
            said = block.text(int(hits.start[row]), int(hits.end[row]))
            keep[row] = _as_written(said) == _core(rules[int(hits.term[row])].term.text)
        return Hits(*(column[keep] for column in hits))


def compile_codebook(codebook: Codebook, language: str, *, model: str = "") -> Matcher:
    """Return a matcher for talk in this language; terms for another language are left out.

    A term without a language serves every language, with the word tables of the talk. ``model`` names an installed
    spaCy pipeline for token patterns that ask for more than words.
    """
    words = find_language(language)
    _refuse_function_words(codebook, words)
    rules = tuple(
        _compile(number, term, unless, words)
        for number, code in enumerate(codebook.codes)
        for terms, unless in ((code.terms, False), (code.unless, True))
        for term in terms
        if term.language in ("", language)
    )
    return Matcher(codebook, language, rules, model)


def _refuse_function_words(codebook: Codebook, language: Language) -> None:
    """Refuse `~` behind a function word: it would be found in half of all words."""
    problems = [
        Problem(
            f"{term.source or codebook.source}:{term.line}",
            f"'{term.text}' of code '{code.id}' is a function word, which is part of countless words.",
            "Leave out '~', or write the compounds you mean.",
        )
        for code in codebook.codes
        for term in (*code.terms, *code.unless)
        if term.kind == "compound" and fold_word(term.text[:-1]) in language.function_words
    ]
    if problems:
        raise CodebookError(problems, "Nothing was coded.")


def _compile(code: int, term: Term, unless: bool, language: Language) -> Rule:
    import regex

    if term.kind == "regex":
        return Rule(code, term, unless, pattern=regex.compile(term.text, regex.IGNORECASE))
    if term.kind in ("tokens", "near"):
        return Rule(code, term, unless)
    if term.kind == "exact" and _core(term.text) != _as_written(term.text):
        return Rule(code, term, unless, pattern=regex.compile(_literal(term.text)))
    kind = {"exact": "form", "phrase": "inflected"}.get(term.kind, "lemma")
    slots = read_slots(term.text, kind)
    split = language.split_verbs if kind == "lemma" and len(slots) == 1 else None
    halves = split.halves(slots[0][0].key) if split else ()
    phrases = language.verb_phrases.read(slots) if language.verb_phrases else ()
    return Rule(code, term, unless, slots, halves, phrases)


def _with_hyphen(rule: Rule) -> tuple[Slot, ...]:
    """Return the other way to write a term of two words: `long term` for `long-term`, and the reverse."""
    if rule.term.kind == "lemma" and rule.term.text.count("-") == 1:
        return read_slots(rule.term.text.replace("-", " "), "inflected")
    plain = all(len(slot) == 1 and slot[0].kind == "inflected" and len(slot[0].key) > 1 for slot in rule.slots)
    if rule.term.kind == "phrase" and len(rule.slots) == 2 and plain and not rule.phrases:
        return ((Word("inflected", "".join(slot[0].key for slot in rule.slots)),),)
    return ()


def _find_near(hits: Hits, left: int, right: int, within: int, block: Block) -> list[tuple[int, int]]:
    """Return each hit of one part with the nearest of the other, in its sentence or so many words away."""
    one, other = np.flatnonzero(hits.term == left), np.flatnonzero(hits.term == right)
    other = other[np.argsort(hits.first[other], kind="stable")]
    places = hits.first[other]
    reach = within + 60 if within else MAX_SENTENCE
    found = []
    for row in one.tolist():
        first, last = int(hits.first[row]), int(hits.last[row])
        begin, stop = np.searchsorted(places, [first - reach, first + reach])
        best = None
        for each in other[begin:stop].tolist():
            low, high = sorted(((first, last), (int(hits.first[each]), int(hits.last[each]))))
            apart = high[0] - low[1]
            unit = block.turn if within else block.sentence
            if apart > 0 and unit[low[0]] == unit[high[1]] and (not within or apart <= within):
                best = min(best or (apart, low[0], high[1]), (apart, low[0], high[1]))
        if best:
            found.append(best[1:])
    return found


def _find_split_verbs(halves: list[tuple[int, Halves]], block: Block) -> Hits:
    """Return the verbs that stand in two parts, from the first of these to the last."""
    terms: dict[Halves, list[int]] = {}
    for number, half in halves:
        terms.setdefault(half, []).append(number)
    finder = block.split_verbs
    if not terms or finder is None:
        return no_hits()
    rows = [(number, first, last) for first, last, half in finder.find_halves(set(terms)) for number in terms[half]]
    return hits_of(rows, block)


def _find_phrases(phrases: list[tuple[int, VerbPhrase]], block: Block) -> Hits:
    """Return the phrases whose verb has moved."""
    rules = block.language.verb_phrases
    if not phrases or rules is None:
        return no_hits()
    slots = list(dict.fromkeys(slot for _, phrase in phrases for slot in phrase.slots))
    types = dict(enumerate(WordFinder(block).types_of(tuple(slots))))
    token, slot_of = find_slot_tokens(types, block)
    order = np.argsort(slot_of, kind="stable")
    edges = np.searchsorted(slot_of[order], np.arange(len(slots) + 1))
    places = {slot: token[order[edges[number] : edges[number + 1]]] for number, slot in enumerate(slots)}
    rows = [
        (number, first, last)
        for number, phrase in phrases
        for first, last in find_verb_phrase(phrase, rules, block, places)
    ]
    return hits_of(sorted(set(rows)), block)


def _as_written(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _core(text: str) -> str:
    """Return the term from its first to its last word, as a hit has it."""
    tokens = split_tokens(text)
    return _as_written(text[int(tokens.start[0]) : int(tokens.end[-1])]) if len(tokens) else ""


def _literal(text: str) -> str:
    """Return a pattern for a text with signs at its ends; a letter at an end must be the end of a word."""
    pieces = r"\s+".join(re.escape(piece) for piece in text.split())
    left = r"(?<!\w)" if text[:1].isalnum() else ""
    return left + pieces + (r"(?!\w)" if text[-1:].isalnum() else "")
