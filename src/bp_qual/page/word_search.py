"""Search: words in all their forms, looked for by the matcher as a term of a codebook would be."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from bp_qual.codebook import Codebook
from bp_qual.codebook.loading import parse_codebook
from bp_qual.errors import CodebookError
from bp_qual.matching import Block, compile_codebook
from bp_qual.page.desk import Desk

MOST = 500
AROUND = 60


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Words that were looked for, where they stand, with some of what is said around them.

    >>> FoundWords("P01_2010", "2010", 1, 3, 8, "Wij doen ", "samen", ".").quote
    'samen'
    """

    interview: str
    wave: str
    turn: int
    start: int
    end: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found, how often in all, and what is wrong with the words where they cannot be looked for.

    >>> SearchResult((), 0, "").total
    0
    """

    found: tuple[FoundWords, ...]
    total: int
    problem: str


def search_talk(desk: Desk, words: str) -> SearchResult:
    """Look for words in what everybody says, in all their forms.

    Parameters
    ----------
    desk : Desk
        The study.
    words : str
        Written as a term of a codebook: ``samenwerken``, ``de handen ineenslaan``, ``buurt*``.

    Returns
    -------
    SearchResult
        At most `MOST` places, in the order of the study.

    Examples
    --------
    >>> [(found.interview, found.quote) for found in search_talk(desk, "worry").found]
    [('P01_2010', 'worried')]
    """
    words = " ".join(words.split())
    if not words:
        return SearchResult((), 0, "")
    try:
        book = _as_codebook(words, desk.codebook.language)
        places = [place for block in desk.index.blocks for place in _find(block, book)]
    except CodebookError as error:
        return SearchResult((), 0, error.problems[0].what)
    order = {transcript.interview: number for number, transcript in enumerate(desk.corpus.transcripts)}
    places.sort(key=lambda place: (order[place[0]], *place[1:]))
    found = []
    for interview, turn, start, end in places[:MOST]:
        transcript = desk.transcript(interview)
        text, own = transcript.text, transcript.turns[turn]
        before, after = _end_of(text[own.start : start]), _begin_of(text[end : own.end])
        found.append(FoundWords(interview, transcript.wave, turn, start, end, before, text[start:end], after))
    return SearchResult(tuple(found), len(places), "")


def _end_of(talk: str) -> str:
    """Return the last words of what stands before, whole words only."""
    return talk if len(talk) <= AROUND else "…" + re.sub(r"^\S*\s+", "", talk[-AROUND:])


def _begin_of(talk: str) -> str:
    """Return the first words of what stands after, whole words only."""
    return talk if len(talk) <= AROUND else re.sub(r"\s+\S*$", "", talk[:AROUND]) + "…"


def _as_codebook(words: str, language: str) -> Codebook:
    said = {"codebook": "search", "language": language, "codes": [{"id": "search", "terms": [words]}]}
    return parse_codebook(json.dumps(said, ensure_ascii=False), "search")


def _find(block: Block, book: Codebook) -> list[tuple[str, int, int, int]]:
    hits = compile_codebook(book, block.language.code).find(block)
    turns = block.turn[hits.first]
    transcripts = block.turns.transcript[turns]
    columns = (
        transcripts,
        block.turns.number[turns],
        hits.start - block.base[transcripts],
        hits.end - block.base[transcripts],
    )
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [(block.transcripts[number].interview, turn, start, end) for number, turn, start, end in rows]
