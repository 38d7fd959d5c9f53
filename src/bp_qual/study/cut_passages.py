"""Passages that came in and go on beyond one answer: how many codings each became, and which words none of them has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from bp_qual.exchange.drafts import Draft, draft_paths
from bp_qual.study.received_places import CONTEXT, Placed
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.speech import count_words

if TYPE_CHECKING:
    import pandas as pd

CUT_COLUMNS = (
    "where", "document", "person", "wave", "code", "quote", "coder", "start", "end", "before", "after", "memo",
    "answers", "words", "left_out",
)  # fmt: skip


def cut_table(placed: Sequence[Placed], codes: Sequence[Draft], coders: Mapping[str, str]) -> pd.DataFrame:
    """Return the passages that lie in several answers, or partly in none: a row for each.

    Parameters
    ----------
    placed : sequence of Placed
        In the order of the file; the parts of one passage together.
    codes : sequence of Draft
        The codes of the file.
    coders : mapping of str to str
        Coders here by their names in the file.

    Returns
    -------
    DataFrame
        The columns of `CUT_COLUMNS`: as in `CodingImport.listed`, with in how many answers there is a coding, and how
        many words of the passage are in none, and which.

    Examples
    --------
    >>> cut_table([], (), {}).shape
    (0, 15)
    """
    import pandas as pd

    together: dict[int, list[Placed]] = {}
    for part in placed:
        together.setdefault(id(part.passage), []).append(part)
    rows: list[tuple[object, ...]] = []
    for parts in together.values():
        passage, transcript = parts[0].passage, parts[0].transcript
        start, end = parts[0].whole
        outside = [*_left_out(transcript, start, end, [(part.start, part.end) for part in parts])]
        if len(parts) == 1 and not outside:
            continue
        text = transcript.text
        who = (PurePath(passage.where).name, transcript.interview, passage.person, passage.wave)
        around = (text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
        what = (draft_paths(codes, passage.codes), text[start:end], coders[passage.coder])
        words = sum(map(count_words, outside))
        rows.append((*who, *what, start, end, *around, passage.memo, len(parts), words, " … ".join(outside)))
    return pd.DataFrame(rows, columns=list(CUT_COLUMNS))


def _left_out(transcript: Transcript, start: int, end: int, parts: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the words of a passage that are in none of its parts, without the names of who speaks before a turn."""
    text = transcript.text
    edges = [start, *(place for part in sorted(parts) for place in part), end]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        at = first
        for turn in (turn for turn in transcript.turns if turn.end > first and turn.start < last):
            yield from _with_words(text[at : turn.start].rpartition("\n")[0] if at < turn.start else "")
            yield from _with_words(text[max(first, turn.start) : min(last, turn.end)])
            at = max(at, min(last, turn.end))
        following = any(turn.start >= last and not text[last : turn.start].strip() for turn in transcript.turns)
        rest = text[at:last]
        yield from _with_words(rest.rpartition("\n")[0] if following else rest)


def _with_words(text: str) -> Iterator[str]:
    if count_words(text):
        yield text.strip()
