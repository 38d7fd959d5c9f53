"""The matcher: terms compiled for one language, and the hits they have in a block of talk.

Every hit is a row of integers: which term, which tokens, which offsets. What a term finds by itself (`term_search`) is
kept with the block (`kept_hits`); what depends on the whole codebook is put together here each time: verbs in two
parts, words that are one half of another verb, and terms that are to be near each other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator
from functools import cached_property

import numpy as np
import numpy.typing as npt

from bp_qual.codebook import Codebook
from bp_qual.matching.kept_hits import kept_hits_of
from bp_qual.matching.known_languages import refuse_unknown_languages
from bp_qual.matching.languages import Language, find_language
from bp_qual.matching.languages.parts import Halves, SplitCandidate, SplitVerb
from bp_qual.matching.rules import Rule, compile_term, refuse_function_words
from bp_qual.matching.sequences import Hits, hits_of, no_hits
from bp_qual.matching.talk import Block
from bp_qual.matching.term_search import NO_ROWS, TermHits, search_terms
from bp_qual.matching.word_reading import RIVAL_SCORE
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
        self._all = [*rules]
        for number, rule in enumerate(rules):
            if rule.term.kind == "near":
                self.near[number] = (len(self._all), len(self._all) + 1)
                self._all += [compile_term(rule.code, part, rule.unless, words) for part in rule.term.parts]
        keys = [(words, model, *rule.sought) for rule in self._all]
        self._sought: dict[Hashable, Rule] = dict(zip(keys, self._all, strict=True))
        place = {key: number for number, key in enumerate(self._sought)}
        self._place = [place[key] for key in keys]
        self._halves: dict[Halves, list[int]] = {}
        self._bare: dict[str, list[int]] = {}
        for number, rule in enumerate(self._all):
            for half in rule.halves:
                self._halves.setdefault(half, []).append(number)
            if rule.is_bare:
                self._bare.setdefault(rule.key, []).append(number)

    def __repr__(self) -> str:
        return f"Matcher of {several(len(self.rules), 'term')}, {self.language}"

    def find(self, block: Block) -> Hits:
        """Return all hits of all terms, overlapping ones too, in the order of the talk."""
        split_verbs, found = self._find_split_verbs(block), self._find_terms(block)
        words = _gather([hits.words for hits in found])
        keep = np.ones(len(words.term), dtype=bool)
        keep[[row for row, _ in self._vetoes(found, split_verbs)]] = False
        parts = [Hits(*(column[keep] for column in words)), _gather([hits.others for hits in found])]
        parts.append(self._hits_of_split_verbs(split_verbs, block))
        hits = self._join_near(Hits(*(np.concatenate(columns) for columns in zip(*parts, strict=True))), block)
        order = np.lexsort((hits.term, -hits.end, hits.start))
        return Hits(*(column[order] for column in hits))

    def find_vetoed(self, block: Block) -> tuple[Hits, tuple[Remark, ...]]:
        """Return the hits of bare terms that are another word in context, and for each why."""
        split_verbs, found = self._find_split_verbs(block), self._find_terms(block)
        words = _gather([hits.words for hits in found])
        whys = dict(self._vetoes(found, split_verbs))
        alike = [min(self._bare[rule.key]) if rule.is_bare else number for number, rule in enumerate(self._all)]
        rows = [row for row in whys if words.term[row] < len(self.rules)]
        rows.sort(key=lambda row: (int(words.first[row]), alike[int(words.term[row])], int(words.term[row])))
        return Hits(*(column[np.array(rows, dtype=np.int64)] for column in words)), tuple(whys[row] for row in rows)

    def _find_terms(self, block: Block) -> list[TermHits]:
        """Return what each term finds by itself, those that are part of a near term too."""
        found = kept_hits_of(block).find(self._sought, lambda rules: search_terms(rules, block, self.model))
        return [found[place] for place in self._place]

    def _vetoes(self, found: list[TermHits], split_verbs: list[SplitVerb]) -> Iterator[tuple[int, Remark]]:
        """Yield the words that are another word there, by their row among all, and why."""
        first = np.cumsum([0, *(len(hits.words) for hits in found)]).tolist()
        taken = {(verb.verb, verb.halves[1]): "".join(verb.halves) for verb in split_verbs if verb.score >= RIVAL_SCORE}
        sure = set[int]()
        for begin, hits in zip(first, found, strict=False):
            sure.update(begin + veto.row for veto in hits.vetoes if veto.sure)
            yield from ((begin + veto.row, veto.why) for veto in hits.vetoes)
        for (token, base), joined in taken.items():
            for number in self._bare.get(base, ()):
                tokens = found[number].words[:, 2]
                row = int(np.searchsorted(tokens, token))
                if row < len(tokens) and tokens[row] == token and first[number] + row not in sure:
                    yield first[number] + row, Remark("veto half", values={"verb": joined})

    def _find_split_verbs(self, block: Block) -> list[SplitVerb]:
        """Return the verbs in two parts that are terms, and those whose base is a bare term."""
        finder = block.split_verbs
        return list(finder.find_halves(self._wanted_halves)) if finder and self._wanted_halves else []

    def weigh_split_verbs(self, block: Block) -> list[SplitCandidate]:
        """Return all that might be one of the verbs in two parts that `find` looks for, with what speaks against it."""
        finder = block.split_verbs
        return list(finder.weigh_halves(self._wanted_halves)) if finder and self._wanted_halves else []

    @cached_property
    def _wanted_halves(self) -> frozenset[Halves]:
        split = find_language(self.language).split_verbs
        rivals = (half for base in self._bare for half in (split.joined_with(base) if split else ()))
        return frozenset((*self._halves, *rivals))

    def _hits_of_split_verbs(self, split_verbs: list[SplitVerb], block: Block) -> Hits:
        """Return the terms that are split, from the first of their words to the last."""
        rows = [(number, verb.first, verb.last) for verb in split_verbs for number in self._halves.get(verb.halves, ())]
        return hits_of(rows, block) if rows else no_hits()

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
    for known, spoken, matcher in tuple(_COMPILED):
        if known is codebook and spoken is words and matcher.model == model:
            return matcher
    refuse_function_words(codebook, words)
    rules = tuple(
        compile_term(number, term, unless, words)
        for number, code in enumerate(codebook.codes)
        for terms, unless in ((code.terms, False), (code.unless, True))
        for term in terms
        if term.language in ("", language)
    )
    matcher = Matcher(codebook, language, rules, model)
    _COMPILED.append((codebook, words, matcher))
    return matcher


# The codebooks that were compiled last: a sentence is explained, and talk coded, with the same one again and again.
_COMPILED: deque[tuple[Codebook, Language, Matcher]] = deque(maxlen=4)


def _gather(tables: list[Ints]) -> Hits:
    """Return the tables of all terms as one, with the number of the term in each row."""
    term = np.repeat(np.arange(len(tables)), [len(table) for table in tables])
    return Hits(term, *np.concatenate([NO_ROWS, *tables]).T)


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
