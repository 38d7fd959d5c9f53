"""The matcher: terms compiled for one language, and the hits they have in a block of talk.

Every hit is a row of integers: which term, which tokens, which offsets. Single words, phrases and exact terms are found
for all terms together, in numpy; only regular expressions run one by one over the turns, with a time limit.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bp_qual.codebook import Codebook
from bp_qual.matching.known_languages import refuse_unknown_languages
from bp_qual.matching.languages import find_language
from bp_qual.matching.languages.parts import Halves, SplitCandidate, SplitVerb, VerbPhrase
from bp_qual.matching.patterns import find_pattern
from bp_qual.matching.rules import Rule, as_written, compile_term, core, refuse_function_words, with_hyphen
from bp_qual.matching.sequences import Hits, find_sequences, find_slot_tokens, hits_of, no_hits
from bp_qual.matching.talk import Block
from bp_qual.matching.token_patterns import find_token_patterns
from bp_qual.matching.verb_phrases import find_verb_phrase
from bp_qual.matching.word_finder import WordFinder
from bp_qual.matching.word_reading import Veto, find_vetoes
from bp_qual.transcripts.sentence_ends import MAX_SENTENCE
from bp_qual.wording import Remark
from bp_qual.wording.numerals import several

Ints = npt.NDArray[np.int64]


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
                left = len(rules) + len(self._parts)
                self.near[number] = (left, left + 1)
                self._parts += [compile_term(rule.code, part, rule.unless, words) for part in rule.term.parts]
        numbered = list(enumerate([*self.rules, *self._parts]))
        self._sequences = [
            (number, rule.slots) for number, rule in numbered if rule.slots and (rule.literal or not rule.phrases)
        ]
        self._joined = [(number, other) for number, rule in numbered if (other := with_hyphen(rule))]
        self._halves = [(number, half) for number, rule in numbered for half in rule.halves]
        split = words.split_verbs
        bases = {rule.key for _, rule in numbered if rule.is_bare} if split else set()
        self._rivals = {half for base in bases for half in (split.joined_with(base) if split else ())}
        self._phrases = [(number, phrase) for number, rule in numbered for phrase in rule.phrases]
        self._patterns = [(number, rule) for number, rule in numbered if rule.pattern is not None]
        self._tokens = [(number, rule.term) for number, rule in numbered if rule.term.kind == "tokens"]

    def __repr__(self) -> str:
        return f"Matcher of {several(len(self.rules), 'term')}, {self.language}"

    def find(self, block: Block) -> Hits:
        """Return all hits of all terms, overlapping ones too, in the order of the talk."""
        split_verbs = self._find_split_verbs(block)
        words, vetoes = self._find_words(block, split_verbs)
        keep = np.ones(len(words.term), dtype=bool)
        keep[[veto.row for veto in vetoes]] = False
        parts = [Hits(*(column[keep] for column in words))]
        parts.append(find_sequences(self._joined, block, block.language))
        parts.append(_hits_of_split_verbs(self._halves, split_verbs, block))
        parts.append(_find_phrases(self._phrases, block))
        parts += [find_pattern(number, rule.term, rule.pattern, block) for number, rule in self._patterns]
        parts += find_token_patterns(self._tokens, block, self.model) if self._tokens else []
        hits = self._join_near(Hits(*(np.concatenate(columns) for columns in zip(*parts, strict=True))), block)
        order = np.lexsort((hits.term, -hits.end, hits.start))
        return Hits(*(column[order] for column in hits))

    def find_vetoed(self, block: Block) -> tuple[Hits, tuple[Remark, ...]]:
        """Return the hits of bare terms that are another word in context, and for each why."""
        words, vetoes = self._find_words(block, self._find_split_verbs(block))
        vetoes = tuple(veto for veto in vetoes if words.term[veto.row] < len(self.rules))
        rows = np.array([veto.row for veto in vetoes], dtype=np.int64)
        return Hits(*(column[rows] for column in words)), tuple(veto.why for veto in vetoes)

    def _find_words(self, block: Block, split_verbs: list[SplitVerb]) -> tuple[Hits, tuple[Veto, ...]]:
        """Return the words and fixed phrases that were found, and which of the words are another word."""
        hits = self._keep_exact(find_sequences(self._sequences, block, block.language), block)
        return hits, find_vetoes(hits, [*self.rules, *self._parts], block, split_verbs)

    def _find_split_verbs(self, block: Block) -> list[SplitVerb]:
        """Return the verbs in two parts that are terms, and those whose base is a bare term."""
        finder = block.split_verbs
        return list(finder.find_halves(self._wanted_halves)) if finder and self._wanted_halves else []

    def weigh_split_verbs(self, block: Block) -> list[SplitCandidate]:
        """Return all that might be one of the verbs in two parts that `find` looks for, with what speaks against it."""
        finder = block.split_verbs
        return list(finder.weigh_halves(self._wanted_halves)) if finder and self._wanted_halves else []

    @property
    def _wanted_halves(self) -> set[Halves]:
        return {half for _, half in self._halves} | self._rivals

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

    def _keep_exact(self, hits: Hits, block: Block) -> Hits:
        """Drop hits of exact terms that are not written as the term is."""
        rules = [*self.rules, *self._parts]
        exact = np.array([rule.term.kind == "exact" for rule in rules] or [False], dtype=bool)
        rows = np.flatnonzero(exact[hits.term])
        written = {term: core(rules[term].term.text) for term in set(hits.term[rows].tolist())}
        keep = np.ones(len(hits.term), dtype=bool)
        for row in rows.tolist():
            said = block.text(int(hits.start[row]), int(hits.end[row]))
            keep[row] = as_written(said) == written[int(hits.term[row])]
        return Hits(*(column[keep] for column in hits))


def compile_codebook(codebook: Codebook, language: str, *, model: str = "") -> Matcher:
    """Return a matcher of the codebook for talk in one language.

    A term without a language serves every language, with the word tables of the talk; terms of another language are
    left out.

    Parameters
    ----------
    codebook : Codebook
        Whose terms are looked for.
    language : str
        Language of the talk, such as `nl`.
    model : str
        An installed spaCy pipeline, for token patterns that ask for more than words.

    Returns
    -------
    Matcher
        It holds the rules for both include and exclude terms.

    Raises
    ------
    CodebookError
        Where a term is a function word that would be found everywhere.
    """
    refuse_unknown_languages(codebook)
    words = find_language(language)
    refuse_function_words(codebook, words)
    rules = tuple(
        compile_term(number, term, unless, words)
        for number, code in enumerate(codebook.codes)
        for terms, unless in ((code.terms, False), (code.unless, True))
        for term in terms
        if term.language in ("", language)
    )
    return Matcher(codebook, language, rules, model)


def _find_near(hits: Hits, left: int, right: int, within: int, block: Block) -> list[tuple[int, int]]:
    """Return each hit of one part with the nearest of the other, in its sentence or so many words away."""
    lefts, rights = np.flatnonzero(hits.term == left), np.flatnonzero(hits.term == right)
    rights = rights[np.argsort(hits.first[rights], kind="stable")]
    places = hits.first[rights]
    reach = within + MAX_SENTENCE if within else MAX_SENTENCE
    found = []
    for row in lefts.tolist():
        first, last = int(hits.first[row]), int(hits.last[row])
        begin, stop = np.searchsorted(places, [first - reach, first + reach])
        best = None
        for near in rights[begin:stop].tolist():
            low, high = sorted(((first, last), (int(hits.first[near]), int(hits.last[near]))))
            between = high[1] < low[1] and high[0] > low[0]  # inside a split verb
            apart = 1 if between else high[0] - low[1]
            unit = block.turn if within else block.sentence
            if apart > 0 and unit[low[0]] == unit[high[1]] and (not within or apart <= within):
                one = (apart, low[0], max(low[1], high[1]))
                best = min(best or one, one)
        if best:
            found.append(best[1:])
    return found


def _hits_of_split_verbs(halves: list[tuple[int, Halves]], split_verbs: list[SplitVerb], block: Block) -> Hits:
    """Return the terms that are split, from the first of these to the last."""
    terms: dict[Halves, list[int]] = {}
    for number, half in halves:
        terms.setdefault(half, []).append(number)
    rows = [(number, verb.first, verb.last) for verb in split_verbs for number in terms.get(verb.halves, ())]
    return hits_of(rows, block) if rows else no_hits()


def _find_phrases(phrases: list[tuple[int, VerbPhrase]], block: Block) -> Hits:
    """Return the phrases whose verb has moved."""
    rules = block.language.verb_phrases
    if not phrases or rules is None:
        return no_hits()
    slots = list(dict.fromkeys(slot for _, phrase in phrases for slot in phrase.slots))
    types = dict(enumerate(WordFinder(block, block.language).types_of(tuple(slots))))
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
