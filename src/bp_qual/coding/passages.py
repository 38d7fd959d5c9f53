"""Passages: the respondents' talk cut into units that one can judge, of a few sentences each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.transcripts import Corpus, Transcript, Turn
from bp_qual.transcripts.sentence_ends import find_turn_sentences
from bp_qual.transcripts.speech import count_words_in

if TYPE_CHECKING:
    import pandas as pd

Spans = NDArray[np.int64]
Whole = NDArray[np.int64]

WORDS = 60
PASSAGE_COLUMNS = ("interview", "person", "wave", "turn", "start", "end", "words", "sentences")


def cut_in_passages(corpus: Corpus, *, words: int = WORDS) -> pd.DataFrame:
    """Return the respondents' talk in passages of whole sentences, each within one turn.

    A turn is cut into as many passages of about equal length as it holds times `words`, rounded; a short turn is one.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    words : int
        About how many words a passage is to have.

    Returns
    -------
    DataFrame
        interview, person, wave, turn, start, end, words, sentences, in the order of the corpus. Turns without words
        have none.

    Examples
    --------
    >>> cut_in_passages(corpus)[["interview", "start", "end", "words"]].values.tolist()
    [['P01_2010', 0, 41, 7], ['P01_2020', 0, 39, 8]]
    >>> cut_in_passages(corpus, words=4)["end"].tolist()
    [23, 41, 16, 39]
    """
    return cut_with_sentences(corpus, words=words)[0]


def cut_with_sentences(corpus: Corpus, *, words: int = WORDS) -> tuple[pd.DataFrame, dict[str, Spans]]:
    """Return the passages of `cut_in_passages`, and the spans of the respondents' sentences by interview.

    Parameters
    ----------
    corpus, words
        As in `cut_in_passages`.

    Returns
    -------
    DataFrame, dict of arrays of sentences x 2

    Examples
    --------
    >>> cut_with_sentences(corpus)[1]["P01_2010"].tolist()
    [[0, 23], [24, 41]]
    """
    import pandas as pd

    rows, spans = list[tuple[object, ...]](), {}
    for transcript in corpus.transcripts:
        turns, found = _by_turn(transcript)
        spans[transcript.interview] = sentences = _joined(found)
        rows += _passages(transcript, turns, [len(own) for own in found], sentences, max(words, 1))
    table = pd.DataFrame(rows, columns=list(PASSAGE_COLUMNS))
    return table.astype(dict.fromkeys(("turn", "start", "end", "words", "sentences"), "int64")), spans


def list_sentences(corpus: Corpus) -> dict[str, Spans]:
    """Return the spans of the respondents' sentences by interview, as `cut_with_sentences` does, without passages.

    >>> list_sentences(corpus)["P01_2010"].tolist()
    [[0, 23], [24, 41]]
    """
    return {transcript.interview: _joined(_by_turn(transcript)[1]) for transcript in corpus.transcripts}


def _by_turn(transcript: Transcript) -> tuple[list[Turn], list[Spans]]:
    """Return the turns of respondents, and the sentences of each."""
    both = zip(transcript.turns, find_turn_sentences(transcript), strict=True)
    own = [(turn, found) for turn, found in both if turn.role == "respondent"]
    return [turn for turn, _ in own], [found for _, found in own]


def _joined(found: Sequence[Spans]) -> Spans:
    return np.concatenate([np.empty((0, 2), dtype=np.int64), *found])


def _passages(
    transcript: Transcript, turns: Sequence[Turn], held: Sequence[int], sentences: Spans, size: int
) -> Iterator[tuple[object, ...]]:
    """Yield the passages of an interview whose turns hold so many sentences each."""
    counts, places, at = count_words_in(transcript.text, sentences).tolist(), sentences.tolist(), 0
    for turn, number in zip(turns, held, strict=True):
        own, at = slice(at, at + number), at + number
        for first, last, words in _cut(counts[own], size):
            start, end = places[own.start + first][0], places[own.start + last][1]
            yield (transcript.interview, turn.person, transcript.wave, turn.index, start, end, words, last - first + 1)


def _cut(counts: Sequence[int], size: int) -> Iterator[tuple[int, int, int]]:
    """Yield the first and last sentence of each passage of a turn, and how many words it holds."""
    total = sum(counts)
    number = max(1, round(total / size))
    if not total:
        return
    if number == 1:
        yield 0, len(counts) - 1, total
        return
    first = passed = held = piece = 0
    for at, words in enumerate(counts):
        now = min(int((passed + words / 2.0) * number // total), number - 1)
        if at and now != piece:
            yield first, at - 1, held
            first, held = at, 0
        piece, passed, held = now, passed + words, held + words
    yield first, len(counts) - 1, held


def pair_passages(
    passages: pd.DataFrame, before: str, after: str, *, persons: Sequence[str] | None = None
) -> tuple[Whole, Whole, Whole, tuple[str, ...]]:
    """Return the passages of persons who have some in both waves.

    Parameters
    ----------
    passages : DataFrame
        From `cut_in_passages`.
    before, after : str
        The waves.
    persons : sequence of str, optional
        Only these.

    Returns
    -------
    rows, person, wave : arrays of passages
        Which rows, the number of the person, and 0 or 1.
    names : tuple of str
        Of the persons, by their number.

    Examples
    --------
    >>> rows, person, wave, names = pair_passages(cut_in_passages(corpus), "2010", "2020")
    >>> rows.tolist(), person.tolist(), wave.tolist(), names
    ([0, 1], [0, 0], [0, 1], ('P01',))
    """
    who, when = passages["person"].to_numpy(dtype=str), passages["wave"].to_numpy(dtype=str)
    both = set(who[when == before]) & set(who[when == after])
    kept = sorted(both if persons is None else both & set(persons))
    rows = np.flatnonzero(np.isin(when, [before, after]) & np.isin(who, kept))
    names, person = np.unique(who[rows], return_inverse=True)
    return rows, person.astype(np.int64), (when[rows] == after).astype(np.int64), tuple(map(str, names))
