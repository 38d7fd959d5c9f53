"""Segments: the respondents' talk cut in sentences, and which sentence every coding is in, as plain arrays.

What rates, blocks, windows and co-occurrence are counted from. It holds no text, and decides nothing about codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

_TURN = 1 << 32


@dataclass(frozen=True, slots=True, eq=False)
class Segments:
    """Sentences in the order they were spoken, person by person and wave by wave, and the codings in them.

    ``person``, ``wave``, ``interview``, ``turn`` and ``words`` have an entry for each sentence: the row of the person,
    the wave and the transcript in the corpus, the turn's number, how many words it holds. ``before`` counts the words
    the person spoke earlier in the wave. ``sentence``, ``code``, ``at``, ``negated`` and ``prompted`` have one for each
    coding: the sentence it starts in, the code's number, and at which of the person's words in the wave it starts.

    >>> from bp_qual.transcripts import Transcript
    >>> from bp_qual.transcripts import Turn
    >>> turns = (Turn(0, "R", "respondent", 0, 15, "P01"),)
    >>> corpus = Corpus((Transcript("P01_2010", ("P01",), "2010", "Ja hoor. Samen.", turns),), ("P01",), ("2010",))
    >>> import pandas as pd
    >>> codings = pd.DataFrame({"interview": ["P01_2010"], "turn": [0], "start": [9], "code": ["samen"]})
    >>> found = cut_in_segments(corpus, codings.assign(negated=False, prompted=False), ("samen",))
    >>> found.words.tolist(), found.sentence.tolist(), found.at.tolist()
    ([2, 1], [1], [2])
    """

    person: Whole
    wave: Whole
    interview: Whole
    turn: Whole
    words: Whole
    before: Whole
    sentence: Whole
    code: Whole
    at: Whole
    negated: Flags
    prompted: Flags


def cut_in_segments(corpus: Corpus, codings: pd.DataFrame, codes: tuple[str, ...]) -> Segments:
    """Return the respondents' talk in sentences, and the sentence of every row of the codings.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    codings : DataFrame
        interview, turn, start, code, negated, prompted.
    codes : tuple of str
        The codes, in the order in which they are numbered.

    Returns
    -------
    Segments
        Arrays with one value a sentence, and arrays with one value a row of the codings.

    Raises
    ------
    ValueError
        Where a coding is in a turn that the corpus does not have as a respondent's, or has a code not in `codes`.

    Examples
    --------
    >>> segments = cut_in_segments(corpus, codings, ("contact", "money"))
    >>> segments.words.tolist(), segments.sentence.tolist()  # words of each sentence; the sentence of each coding
    ([4, 3, 4, 4], [1, 2, 3])
    """
    talks = sorted(_talk(corpus), key=lambda talk: talk.place)
    starts, ends = [talk.sentences for talk in talks], [talk.words for talk in talks]
    sentence_keys, word_keys = _keys(starts), _keys(ends)
    place = np.array([talk.place for talk in talks], dtype=np.int64).reshape(-1, 4)
    sentence_turn = np.repeat(np.arange(len(talks)), [len(rows) for rows in starts])
    held = np.maximum(np.searchsorted(sentence_keys, word_keys, side="right") - 1, 0)
    words = np.bincount(held, minlength=len(sentence_keys)).astype(np.int64)
    person, wave, interview, turn = place[sentence_turn].T
    offset = _words_of_others(person, wave, words)
    turns = {(corpus.transcripts[talk.place[2]].interview, talk.place[3]): row for row, talk in enumerate(talks)}
    rows = _rows(codings, turns)
    keys = rows * _TURN + codings["start"].to_numpy(dtype=np.int64)
    sentence = _last_at_or_before(sentence_keys, keys, rows)
    at = _last_at_or_before(word_keys, keys, rows)
    numbers = {code: number for number, code in enumerate(codes)}
    return Segments(
        person, wave, interview, turn, words, np.cumsum(words) - words - offset, sentence, _numbers(codings, numbers),
        at - offset[sentence],
        codings["negated"].to_numpy(dtype=bool), codings["prompted"].to_numpy(dtype=bool),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Talk:
    """One respondent's turn: its place (person, wave, transcript, turn) and where its sentences and words start."""

    place: tuple[int, int, int, int]
    sentences: Whole
    words: Whole


def _talk(corpus: Corpus) -> Iterator[_Talk]:
    from bp_qual.transcripts.corpus import turn_spans
    from bp_qual.transcripts.sentence_ends import find_turn_sentences
    from bp_qual.transcripts.speech import find_words_in

    persons = {person: row for row, person in enumerate(corpus.persons)}
    waves = {wave: row for row, wave in enumerate(corpus.waves)}
    for row, transcript in enumerate(corpus.transcripts):
        words = find_words_in(transcript.text, turn_spans(transcript))
        for turn, own, sentences in zip(transcript.turns, words, find_turn_sentences(transcript), strict=True):
            if turn.role == "respondent":
                place = (persons[turn.person], waves[transcript.wave], row, turn.index)
                yield _Talk(place, sentences[:, 0], own[:, 0])


def _keys(starts: list[Whole]) -> Whole:
    """Make offsets in turns comparable over the whole corpus: the turn's row first, then the offset."""
    return np.concatenate(
        [row * _TURN + offsets for row, offsets in enumerate(starts)] or [np.empty(0, dtype=np.int64)]
    )


def _last_at_or_before(keys: Whole, sought: Whole, rows: Whole) -> Whole:
    """Find the last key at or before each one sought, but none before the turn, which may begin with a dash or dots."""
    first = np.minimum(np.searchsorted(keys, rows * _TURN), max(len(keys) - 1, 0))
    return np.maximum(np.searchsorted(keys, sought, side="right") - 1, first)


def _words_of_others(person: Whole, wave: Whole, words: Whole) -> Whole:
    """For each sentence, how many words were counted before this person's wave begins."""
    begins = np.flatnonzero(np.diff(person, prepend=-1) | np.diff(wave, prepend=-1))
    sizes = np.diff(np.append(begins, len(words)))
    return np.repeat((np.cumsum(words) - words)[begins], sizes)


def _rows(codings: pd.DataFrame, turns: dict[tuple[str, int], int]) -> Whole:
    places = list(zip(codings["interview"].tolist(), codings["turn"].tolist(), strict=True))
    lost = sorted({f"{interview}, turn {turn}" for interview, turn in places if (interview, turn) not in turns})
    if lost:
        raise ValueError(f"codings lie where the corpus has no turn of a respondent: {'; '.join(lost[:5])}")
    return np.array([turns[place] for place in places], dtype=np.int64)


def _numbers(codings: pd.DataFrame, numbers: dict[str, int]) -> Whole:
    codes = codings["code"].tolist()
    lost = sorted(set(codes) - set(numbers))
    if lost:
        raise ValueError(f"codings have codes that the codebook does not have: {', '.join(lost[:5])}")
    return np.array([numbers[code] for code in codes], dtype=np.int64)
