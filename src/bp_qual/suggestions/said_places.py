"""Where respondents said any word or phrase, also one that no table of words holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Term
from bp_qual.matching.patterns import find_pattern
from bp_qual.matching.rules import as_written, compile_term, holds_signs
from bp_qual.matching.talk import Block, iterate_blocks
from bp_qual.matching.token_table import RESPONDENT, Ints, TokenTable
from bp_qual.matching.tokens import STOP, split_tokens
from bp_qual.suggestions.address_words import words_in_addresses
from bp_qual.suggestions.spoken_words import SpokenWords
from bp_qual.suggestions.word_counts import as_places, list_places
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

Place = tuple[int, int, int, int]  # the row of the transcript, the number of the turn, start and end


def find_said(word: str, spoken: SpokenWords, corpus: Corpus) -> pd.DataFrame:
    """Return each time that respondents said a word or phrase.

    Parameters
    ----------
    word : str
        A word of the table, in all its forms. What is not in it (stop words, numbers, one form of a word, any phrase)
        is found as it is said, in one sentence; one word also in its other forms, where it is their lemma, and in two
        parts. A word with signs (`C++`, `24/7`, an address) is found with them, as the matcher finds a term. Words in
        an address are none.
    spoken : SpokenWords
        All words of the corpus.
    corpus : Corpus
        The interviews.

    Returns
    -------
    DataFrame
        As a table of codings has it; empty where nobody said it.

    Examples
    --------
    >>> from bp_qual.suggestions.spoken_words import list_spoken_words
    >>> find_said("There was", list_spoken_words(corpus), corpus)["quote"].tolist()
    ['There was']
    """
    tokens = split_tokens(word)
    sought = [tokens.types[number] for number in tokens.ids.tolist()]
    name = " ".join(sought)
    signs = holds_signs(word)
    if name in spoken.words and (not signs or spoken.phrase[spoken.words.index(name)]):
        return list_places(spoken, corpus, spoken.words.index(name))
    if not sought:
        return as_places(name, corpus, ())
    if signs:
        return as_places(as_written(word), corpus, _with_signs(word, corpus))
    said = [*_as_said(sought, spoken.lemmas, corpus), *(_in_two_parts(name, corpus) if len(sought) == 1 else ())]
    return as_places(name, corpus, sorted(said))


def _with_signs(word: str, corpus: Corpus) -> Iterator[Place]:
    """Yield where a word with signs is said as it is written."""
    term = Term(word, "lemma")
    for block in iterate_blocks(corpus):
        hits, _ = find_pattern(0, term, compile_term(0, term, False, block.language).pattern, block)
        yield from _places(block, hits.first, hits.start, hits.end, corpus)


def _in_two_parts(verb: str, corpus: Corpus) -> Iterator[Place]:
    """Yield where a verb that is left out of the words is said in two parts."""
    for block in iterate_blocks(corpus):
        halves = block.language.split_verbs.halves(verb) if block.language.split_verbs else ()
        found = [*block.split_verbs.find_halves(halves)] if halves and block.split_verbs else []
        first, last = np.array([(one.first, one.last) for one in found], dtype=np.int64).reshape(-1, 2).T
        start, end = block.start[first].astype(np.int64), block.end[last].astype(np.int64)
        yield from _places(block, first, start, end, corpus)
        block.forget()


def _places(block: Block, token: Ints, start: Ints, end: Ints, corpus: Corpus) -> Iterator[Place]:
    """Yield places of a block, of respondents, as places of the corpus."""
    rows = {transcript.interview: row for row, transcript in enumerate(corpus.transcripts)}
    for at, begin, stop in zip(token.tolist(), start.tolist(), end.tolist(), strict=True):
        turn = int(block.turn[at])
        if block.turns.role[turn] == RESPONDENT:
            held = int(block.turns.transcript[turn])
            base = int(block.base[held])
            row = rows[block.transcripts[held].interview]
            yield row, int(block.turns.number[turn]), begin - base, stop - base


def _as_said(sought: Sequence[str], lemmas: Mapping[str, Mapping[str, str]], corpus: Corpus) -> Iterator[Place]:
    for row, transcript in enumerate(corpus.transcripts):
        table = TokenTable([transcript], fillers=frozenset())
        lemma = lemmas.get(transcript.language, {}) if len(sought) == 1 else {}
        free = ~words_in_addresses(table)
        fits = np.ones(max(len(table) - len(sought) + 1, 0), dtype=bool)
        for step, form in enumerate(sought):
            own = np.array([form in (said, lemma.get(said)) for said in table.types] or [False], dtype=bool)
            here = slice(step, step + len(fits))
            fits &= own[table.ids[here]] & free[here] & ((table.gap[here] < STOP) | (not step))
        for first in np.flatnonzero(fits & (table.turns.role[table.turn[: len(fits)]] == RESPONDENT)).tolist():
            turn = int(table.turns.number[table.turn[first]])
            yield row, turn, int(table.start[first]), int(table.end[first + len(sought) - 1])
