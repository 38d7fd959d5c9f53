"""Where respondents said any word or phrase, also one that no table of words holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.matching.token_table import RESPONDENT, TokenTable
from bp_qual.matching.tokens import STOP, split_tokens
from bp_qual.suggestions.spoken_words import SpokenWords
from bp_qual.suggestions.word_counts import as_places, list_places
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd


def find_said(word: str, spoken: SpokenWords, corpus: Corpus) -> pd.DataFrame:
    """Return each time that respondents said a word or phrase.

    Parameters
    ----------
    word : str
        A word of the table, in all its forms. What is not in it (stop words, numbers, one form of a word, any phrase)
        is found as it is said, in one sentence; one word also in its other forms, where it is their lemma.
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
    if name in spoken.words:
        return list_places(spoken, corpus, spoken.words.index(name))
    return as_places(name, corpus, _as_said(sought, spoken.lemmas, corpus) if sought else ())


def _as_said(
    sought: Sequence[str], lemmas: Mapping[str, Mapping[str, str]], corpus: Corpus
) -> Iterator[tuple[int, int, int, int]]:
    for row, transcript in enumerate(corpus.transcripts):
        table = TokenTable([transcript], fillers=frozenset())
        lemma = lemmas.get(transcript.language, {}) if len(sought) == 1 else {}
        fits = np.ones(max(len(table) - len(sought) + 1, 0), dtype=bool)
        for step, form in enumerate(sought):
            own = np.array([form in (said, lemma.get(said)) for said in table.types] or [False], dtype=bool)
            here = slice(step, step + len(fits))
            fits &= own[table.ids[here]] & ((table.gap[here] < STOP) | (not step))
        for first in np.flatnonzero(fits & (table.turns.role[table.turn[: len(fits)]] == RESPONDENT)).tolist():
            turn = int(table.turns.number[table.turn[first]])
            yield row, turn, int(table.start[first]), int(table.end[first + len(sought) - 1])
