"""Passages: the respondents' talk cut into units that one can judge, of a few sentences each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.transcripts import Corpus, Transcript, Turn
from bp_qual.transcripts.speech import count_words_in, find_sentences

if TYPE_CHECKING:
    import pandas as pd

WORDS = 60
PASSAGE_COLUMNS = ("interview", "person", "wave", "turn", "start", "end", "words")


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
        interview, person, wave, turn, start, end, words, in the order of the corpus. Turns without words have none.

    Examples
    --------
    >>> cut_in_passages(corpus)[["interview", "start", "end", "words"]].values.tolist()
    [['P01_2010', 0, 41, 7], ['P01_2020', 0, 39, 8]]
    >>> cut_in_passages(corpus, words=4)["end"].tolist()
    [23, 41, 16, 39]
    """
    import pandas as pd

    rows = [row for transcript in corpus.transcripts for row in _passages(transcript, max(words, 1))]
    table = pd.DataFrame(rows, columns=list(PASSAGE_COLUMNS))
    return table.astype(dict.fromkeys(("turn", "start", "end", "words"), "int64"))


def _passages(transcript: Transcript, size: int) -> list[tuple[object, ...]]:
    turns = [turn for turn in transcript.turns if turn.role == "respondent"]
    found = [find_sentences(transcript.text, turn.start, turn.end, transcript.language) for turn in turns]
    counts = count_words_in(transcript.text, np.concatenate([np.empty((0, 2), dtype=np.int64), *found]))
    rows, at = list[tuple[object, ...]](), 0
    for turn, sentences in zip(turns, found, strict=True):
        rows += _cut(transcript, turn, sentences, counts[at : at + len(sentences)], size)
        at += len(sentences)
    return rows


def _cut(
    transcript: Transcript, turn: Turn, sentences: NDArray[np.int64], counts: NDArray[np.int64], size: int
) -> list[tuple[object, ...]]:
    total = int(counts.sum())
    if not total:
        return []
    middle = np.cumsum(counts) - counts / 2.0
    number = max(1, round(total / size))
    piece = np.minimum(middle * number // total, number - 1)
    firsts = np.flatnonzero(np.diff(piece, prepend=-1.0))
    lasts = np.append(firsts[1:], len(sentences)) - 1
    words = np.add.reduceat(counts, firsts)
    return [
        (transcript.interview, turn.person, transcript.wave, turn.index, int(sentences[first, 0]),
         int(sentences[last, 1]), int(length))
        for first, last, length in zip(firsts, lasts, words, strict=True)
    ]  # fmt: skip
