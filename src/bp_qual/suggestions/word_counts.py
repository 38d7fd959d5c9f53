"""Words that were said, counted: by person and wave, by interviewers, inside and outside codings, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.coding.overlaps import overlapping
from bp_qual.matching.token_table import INTERVIEWER, RESPONDENT
from bp_qual.panel.rates import Rates
from bp_qual.suggestions.spoken_words import SpokenWords
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def person_of_each(spoken: SpokenWords, corpus: Corpus) -> Ints:
    """Return which person of the corpus, by number, said each word each time; -1 where nobody of them did.

    >>> from bp_qual.suggestions.spoken_words import list_spoken_words
    >>> sorted(set(person_of_each(list_spoken_words(corpus), corpus).tolist()))
    [0]
    """
    person = {name: row for row, name in enumerate(corpus.persons)}
    speakers = [
        np.array([person.get(turn.person, -1) for turn in transcript.turns] or [-1], dtype=np.int64)
        for transcript in corpus.transcripts
    ]
    edges = np.concatenate(([0], np.cumsum([len(row) for row in speakers]))).astype(np.int64)
    flat = np.concatenate(speakers) if speakers else np.zeros(0, dtype=np.int64)
    said_by: Ints = flat[edges[spoken.transcript] + spoken.turn]
    return said_by


def count_by_person(spoken: SpokenWords, corpus: Corpus, waves: Sequence[str]) -> Floats:
    """Count how often each respondent said each word in each wave.

    Parameters
    ----------
    spoken : SpokenWords
        The words.
    corpus : Corpus
        The interviews.
    waves : sequence of str
        Which waves.

    Returns
    -------
    array of persons x waves x words
        Persons in the order of the corpus.
    """
    wave = [waves.index(transcript.wave) if transcript.wave in waves else -1 for transcript in corpus.transcripts]
    rows = np.flatnonzero(spoken.role == RESPONDENT)
    who = person_of_each(spoken, corpus)[rows]
    when = np.array(wave or [-1], dtype=np.int64)[spoken.transcript[rows]]
    known = (who >= 0) & (when >= 0)
    size = (len(corpus.persons), len(waves), len(spoken.words))
    counts = np.zeros(size)
    np.add.at(counts, (who[known], when[known], spoken.word[rows][known]), 1.0)
    return counts


def rates_of(plain: Rates, mentions: Floats, words: tuple[str, ...]) -> Rates:
    """Return counts as uses per 1,000 words; NaN where somebody was not interviewed.

    Parameters
    ----------
    plain : Rates
        Who said how many words.
    mentions : array of persons x waves x words
        From `count_by_person`.
    words : tuple of str
        What the words are called.

    Returns
    -------
    Rates
        With words in the place of codes.
    """
    said = np.where(plain.words > 0, plain.words, np.nan)[:, :, None]
    known = mentions + 0.0 * plain.words[:, :, None]
    return Rates(plain.persons, plain.waves, words, plain.words, known, 1000.0 * known / said, plain.units)


def asked_rates(spoken: SpokenWords, corpus: Corpus, wave: str) -> Floats:
    """Return how often interviewers said each word in a wave.

    Parameters
    ----------
    spoken : SpokenWords
        The words.
    corpus : Corpus
        The interviews.
    wave : str
        Which wave.

    Returns
    -------
    array
        Per 1,000 of their own words; NaN where they said nothing.
    """
    own = np.array([transcript.wave == wave for transcript in corpus.transcripts], dtype=bool)
    rows = (spoken.role == INTERVIEWER) & own[spoken.transcript]
    words = float(spoken.asked[own].sum())
    counts = np.bincount(spoken.word[rows], minlength=len(spoken.words)).astype(float)
    asked: Floats = 1000.0 * counts / words if words else np.full(len(counts), np.nan)
    return asked


def said_by(spoken: SpokenWords, corpus: Corpus, persons: Collection[str], waves: Collection[str]) -> SpokenWords:
    """Return the words with the times that some respondents said one in some waves.

    Parameters
    ----------
    spoken : SpokenWords
        The words.
    corpus : Corpus
        The interviews.
    persons, waves : collection of str
        Whose talk, and in which waves.

    Returns
    -------
    SpokenWords
        The same words.

    Examples
    --------
    >>> from bp_qual.suggestions.spoken_words import list_spoken_words
    >>> spoken = list_spoken_words(corpus)
    >>> len(said_by(spoken, corpus, ["P01"], ["2010"]).word) < len(spoken.word)
    True
    """
    who = person_of_each(spoken, corpus)
    own = np.array([name in persons for name in (*corpus.persons, "")], dtype=bool)
    when = np.array([transcript.wave in waves for transcript in corpus.transcripts] or [False], dtype=bool)
    rows = (spoken.role == RESPONDENT) & (who >= 0) & own[who] & when[spoken.transcript]
    return spoken.at(np.flatnonzero(rows))


def coded_shares(spoken: SpokenWords, corpus: Corpus, codings: pd.DataFrame) -> Floats:
    """Return which share of the times that each word was said touches a coding.

    Parameters
    ----------
    spoken : SpokenWords
        The words, and the times that count.
    corpus : Corpus
        The interviews.
    codings : DataFrame
        interview, start, end; rejected ones do not count.

    Returns
    -------
    array
        One value a word.
    """
    place = {transcript.interview: row for row, transcript in enumerate(corpus.transcripts)}
    coded = codings[codings["status"] != "rejected"] if "status" in codings else codings
    inside = np.zeros(len(spoken.word), dtype=bool)
    for interview, rows in coded.groupby("interview", sort=False):
        here = np.flatnonzero(spoken.transcript == place.get(str(interview), -1))
        spans = rows[["start", "end"]].to_numpy(dtype=np.int64)
        inside[here] = overlapping(spoken.start[here], spoken.end[here], *spans.T)
    said = np.bincount(spoken.word, minlength=len(spoken.words))
    held = np.bincount(spoken.word[inside], minlength=len(spoken.words))
    shares: Floats = np.divide(held, said, out=np.full(len(said), np.nan), where=said > 0)
    return shares


def list_places(spoken: SpokenWords, corpus: Corpus, word: int) -> pd.DataFrame:
    """Return each time that respondents said a word.

    Parameters
    ----------
    spoken : SpokenWords
        The words.
    corpus : Corpus
        The interviews.
    word : int
        The number of the word.

    Returns
    -------
    DataFrame
        As a table of codings has it, the word as the code.
    """
    rows = np.flatnonzero((spoken.word == word) & (spoken.role == RESPONDENT))
    columns = (spoken.transcript[rows], spoken.turn[rows], spoken.start[rows], spoken.end[rows])
    return as_places(spoken.words[word], corpus, zip(*(column.tolist() for column in columns), strict=True))


def as_places(word: str, corpus: Corpus, rows: Iterable[tuple[int, int, int, int]]) -> pd.DataFrame:
    """Return places as a table of codings has them, a word as the code.

    Parameters
    ----------
    word : str
        What was said there.
    corpus : Corpus
        The interviews.
    rows : iterable of tuple
        The row of the transcript, the number of the turn, start and end.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> as_places("money", corpus, [(0, 0, 24, 29)])[["interview", "quote"]].values.tolist()
    [['P01_2010', 'Money']]
    """
    import pandas as pd

    columns = ["interview", "person", "wave", "turn", "start", "end", "code", "quote"]
    places = []
    for row, turn, start, end in rows:
        held = corpus.transcripts[row]
        said = (held.interview, held.turns[turn].person, held.wave, turn, start, end, word, held.text[start:end])
        places.append(said)
    return pd.DataFrame(places, columns=columns)
