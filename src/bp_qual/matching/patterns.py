"""Regular expressions, run over the turns one by one.

Each has a time limit for each interview; what it found before it ran out of time counts, and a warning names it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from bp_qual.codebook import Term
from bp_qual.errors import BpQualWarning, warn_caller
from bp_qual.matching.sequences import Hits
from bp_qual.matching.talk import Block
from bp_qual.wording import Remark

TIME_LIMIT = 2.0


def find_pattern(number: int, term: Term, pattern: Any, block: Block) -> tuple[Hits, bool]:
    """Return the hits of a regular expression in every turn, and whether the time was enough for all of them.

    Parameters
    ----------
    number : int
        The number of the rule, for its hits.
    term : Term
        The term as written, for the warning.
    pattern : compiled pattern
        A pattern of the `regex` library.
    block : Block
        The talk.

    Returns
    -------
    tuple of Hits and bool
        Empty matches are no hits.

    Warns
    -----
    BpQualWarning
        Where a transcript takes longer than `TIME_LIMIT` seconds; what was found until then counts.
    """
    found: list[tuple[int, int]] = []
    late: list[str] = []
    spent: dict[int, float] = {}
    for transcript, begin, stop in turns_of(block):
        left = TIME_LIMIT - spent.get(transcript, 0.0)
        if len(late) > 2:
            break
        spoken, base = block.transcripts[transcript], int(block.base[transcript])
        if left <= 0:
            late += [spoken.interview] if spoken.interview not in late else []
            continue
        clock = time.perf_counter()
        try:
            spans = (match.span() for match in pattern.finditer(spoken.text, begin - base, stop - base, timeout=left))
            found.extend((start + base, end + base) for start, end in spans if end > start)
        except TimeoutError:
            late.append(spoken.interview)
        spent[transcript] = spent.get(transcript, 0.0) + time.perf_counter() - clock
    if late:
        _warn_late(term, late)
    return as_hits(number, found, block), not late


def turns_of(block: Block) -> Iterator[tuple[int, int, int]]:
    """Yield of each turn of the respondent the transcript's number, and where in the block it begins and ends."""
    turns = block.turns
    return zip(turns.transcript.tolist(), turns.start.tolist(), turns.end.tolist(), strict=True)


def _warn_late(term: Term, late: list[str]) -> None:
    values = {"term": term.text, "seconds": TIME_LIMIT, "interviews": ", ".join(late)}
    warn_caller(BpQualWarning(Remark("pattern stopped", values=values)))


def as_hits(number: int, spans: list[tuple[int, int]], block: Block) -> Hits:
    """Return spans as hits; one that begins or ends inside a stage direction is none.

    Parameters
    ----------
    number : int
        The number of the rule.
    spans : list of (int, int)
        Where it was found, as places in the block.
    block : Block
        The talk.

    Returns
    -------
    Hits
        With the tokens that each span covers.
    """
    table = np.array(spans, dtype=np.int64).reshape(-1, 2)
    first = np.searchsorted(block.end, table[:, 0], side="right")
    last = np.searchsorted(block.start, table[:, 1]) - 1
    keep = np.array([not block.in_aside(begin) and not block.in_aside(stop - 1) for begin, stop in spans], dtype=bool)
    keep &= len(block) > 0
    first = np.minimum(first, max(len(block) - 1, 0))
    last = np.maximum(first, last)
    table, first, last = table[keep], first[keep], last[keep]
    return Hits(np.full(len(table), number, dtype=np.int64), table[:, 0], table[:, 1], first, last)
