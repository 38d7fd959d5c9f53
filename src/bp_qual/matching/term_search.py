"""Term search: all that some terms find in a block by themselves, whatever else a codebook looks for.

Single words, phrases and exact terms are found for all terms together, in numpy; only regular expressions run one by
one over the turns, with a time limit. Verbs in two parts depend on the other verbs of a codebook: they are not found
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages.parts import VerbPhrase
from bp_qual.matching.patterns import find_pattern
from bp_qual.matching.rules import Rule, as_written, core, with_hyphen
from bp_qual.matching.sequences import Hits, find_sequences, find_slot_tokens, hits_of, no_hits
from bp_qual.matching.talk import Block
from bp_qual.matching.token_patterns import find_token_patterns
from bp_qual.matching.verb_phrases import find_verb_phrase
from bp_qual.matching.word_finder import WordFinder
from bp_qual.matching.word_reading import Veto, find_vetoes

Ints = npt.NDArray[np.int64]


class TermHits(NamedTuple):
    """Where one term is: tables with a row a hit, of start and end in the block, and first and last token.

    ``words`` are its words as they stand, in order; ``vetoes`` name those of them that are another word there.
    ``others`` are its words with another hyphen, phrases whose verb moved, and patterns.
    """

    words: Ints
    vetoes: tuple[Veto, ...]
    others: Ints


NO_ROWS: Ints = np.empty((0, 4), dtype=np.int64)


def search_terms(rules: Sequence[Rule], block: Block, model: str = "") -> tuple[list[TermHits], set[int]]:
    """Return what each of some terms finds, and the numbers of those that could not be looked for everywhere.

    Parameters
    ----------
    rules : sequence of Rule
        The terms, ready to be looked for.
    block : Block
        The talk.
    model : str, optional
        An installed spaCy pipeline, for token patterns that ask for one.

    Returns
    -------
    tuple of list and set
        One `TermHits` for each rule; and which rules ran out of time, or lack the model that they need.

    Examples
    --------
    >>> from bp_qual.codebook import Term
    >>> from bp_qual.matching.rules import compile_term
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "Een groot deel van ons deelt alles."
    >>> block = Block([Transcript("P1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),))])
    >>> [hits], unfinished = search_terms([compile_term(0, Term("delen", "lemma"), False, block.language)], block)
    >>> [block.text(start, end) for start, end, *_ in hits.words.tolist()], [veto.row for veto in hits.vetoes]
    (['deel', 'deelt'], [0])
    """
    numbered = list(enumerate(rules))
    sequences = [(number, rule.slots) for number, rule in numbered if rule.slots and (rule.literal or not rule.phrases)]
    words = _in_order(_keep_exact(find_sequences(sequences, block, block.language), rules, block))
    vetoes: dict[int, list[Veto]] = {}
    first = np.searchsorted(words.term, np.arange(len(rules)))
    for veto in find_vetoes(words, rules, block):
        number = int(words.term[veto.row])
        vetoes.setdefault(number, []).append(veto._replace(row=veto.row - int(first[number])))
    others, unfinished = _search_otherwise(numbered, block, model)
    return [
        TermHits(own, tuple(vetoes.get(number, ())), more)
        for number, (own, more) in enumerate(
            zip(_by_term(words, len(rules)), _by_term(_in_order(others), len(rules)), strict=True)
        )
    ], unfinished


def _search_otherwise(numbered: list[tuple[int, Rule]], block: Block, model: str) -> tuple[Hits, set[int]]:
    """Return what is not found as words that stand as the term has them, and which rules were not looked for in all."""
    joined = [(number, other) for number, rule in numbered if (other := with_hyphen(rule))]
    parts = [find_sequences(joined, block, block.language) if joined else no_hits()]
    parts.append(_find_phrases([(number, phrase) for number, rule in numbered for phrase in rule.phrases], block))
    unfinished = set[int]()
    for number, rule in numbered:
        if rule.pattern is not None:
            hits, in_time = find_pattern(number, rule.term, rule.pattern, block)
            parts.append(hits)
            unfinished |= set() if in_time else {number}
    tokens = [(number, rule.term) for number, rule in numbered if rule.term.kind == "tokens"]
    if tokens:
        found, missed = find_token_patterns(tokens, block, model)
        parts += found
        unfinished |= missed
    return Hits(*(np.concatenate(columns) for columns in zip(*parts, strict=True))), unfinished


def _in_order(hits: Hits) -> Hits:
    """Return hits by term, and those of a term in the order of the talk."""
    order = np.lexsort((hits.last, hits.first, hits.term))
    return Hits(*(column[order] for column in hits))


def _by_term(hits: Hits, number: int) -> list[Ints]:
    """Return the hits of each of so many terms, which are in order."""
    table = np.column_stack(hits[1:])
    edges = np.searchsorted(hits.term, np.arange(number + 1)).tolist()
    return [table[begin:stop].copy() if stop > begin else NO_ROWS for begin, stop in pairwise(edges)]


def _keep_exact(hits: Hits, rules: Sequence[Rule], block: Block) -> Hits:
    """Drop hits of exact terms that are not written as the term is."""
    exact = np.array([rule.term.kind == "exact" for rule in rules] or [False], dtype=bool)
    rows = np.flatnonzero(exact[hits.term])
    written = {term: core(rules[term].term.text) for term in set(hits.term[rows].tolist())}
    keep = np.ones(len(hits.term), dtype=bool)
    for row in rows.tolist():
        said = block.text(int(hits.start[row]), int(hits.end[row]))
        keep[row] = as_written(said) == written[int(hits.term[row])]
    return Hits(*(column[keep] for column in hits))


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
