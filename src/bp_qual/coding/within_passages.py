"""Codings within passages: which passage each is in, how many of each code, and what a person's marks count for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Span = tuple[int, int]


def find_passages(passages: pd.DataFrame, coded: pd.DataFrame) -> tuple[Whole, Whole]:
    """Return which codings are in which passages: rows of passages, and beside each the row of a coding.

    A coding is in a passage where at least half of it lies there, or half of the passage is marked by it; so one may be
    in several.

    Parameters
    ----------
    passages : DataFrame
        interview, start, end: the rows of an interview follow each other in order and do not overlap.
    coded : DataFrame
        interview, start, end.

    Returns
    -------
    rows of passages, rows of codings : arrays

    Examples
    --------
    >>> from bp_qual.coding.passages import cut_in_passages
    >>> [rows.tolist() for rows in find_passages(cut_in_passages(corpus), codings)]
    [[0, 1, 1], [0, 1, 2]]
    """
    starts, ends = (passages[name].to_numpy(dtype=np.int64) for name in ("start", "end"))
    first, last = (coded[name].to_numpy(dtype=np.int64) for name in ("start", "end"))
    number = {name: row for row, name in enumerate(dict.fromkeys(passages["interview"].tolist()))}
    of_passage = np.array([number[name] for name in passages["interview"].tolist()], dtype=np.int64)
    of_coding = np.array([number.get(name, -1) for name in coded["interview"].tolist()], dtype=np.int64)
    step = int(max(ends.max(initial=0), last.max(initial=0))) + 1
    low = np.searchsorted(of_passage * step + ends, of_coding * step + first, side="right")
    high = np.searchsorted(of_passage * step + starts, of_coding * step + last, side="left")
    held = np.where(of_coding >= 0, np.maximum(high - low, 0), 0)
    codings = np.repeat(np.arange(len(coded)), held)
    rows = np.arange(len(codings)) - np.repeat(np.cumsum(held) - held, held) + np.repeat(low, held)
    common = np.minimum(ends[rows], last[codings]) - np.maximum(starts[rows], first[codings])
    shorter = np.minimum(ends[rows] - starts[rows], last[codings] - first[codings])
    inside = 2 * common >= shorter
    return rows[inside], codings[inside]


def count_found(passages: pd.DataFrame, coded: pd.DataFrame, codes: Sequence[str]) -> Whole:
    """Return how many codings of each code are in each passage, as codes x passages.

    Parameters
    ----------
    passages, coded
        As in `find_passages`, and code.
    codes : sequence of str
        What is counted; other codes are passed over.

    Returns
    -------
    array of codes x passages

    Examples
    --------
    >>> from bp_qual.coding.passages import cut_in_passages
    >>> count_found(cut_in_passages(corpus), codings, ["money", "contact"]).tolist()
    [[1, 1], [0, 1]]
    """
    rows, codings = find_passages(passages, coded)
    return _count(number_codes(coded, codes)[codings], rows, len(codes), len(passages))


def number_codes(coded: pd.DataFrame, codes: Sequence[str]) -> Whole:
    """Return the number of the code of each coding; -1 for others.

    >>> number_codes(codings, ["money", "contact"]).tolist()
    [0, 0, 1]
    """
    number = {code: row for row, code in enumerate(codes)}
    return np.array([number.get(code, -1) for code in coded["code"].tolist()], dtype=np.int64)


def _count(codes: Whole, rows: Whole, height: int, width: int) -> Whole:
    known = codes >= 0
    return np.bincount(codes[known] * width + rows[known], minlength=height * width).reshape(height, width)


def count_marked(passages: pd.DataFrame, marked: pd.DataFrame, hits: pd.DataFrame, codes: Sequence[str]) -> Whole:
    """Return what a person's marks count for in each passage, counted as the codebook counts: codes x passages.

    A person marks a sentence or a whole passage, and the codebook a word, sometimes twice in a sentence. So that both
    count alike, a mark counts as often as there are hits of its code in it, and once where there is none. Marks of one
    code that overlap are one.

    Parameters
    ----------
    passages : DataFrame
        As in `find_passages`.
    marked : DataFrame
        interview, start, end, code: what a person marked.
    hits : DataFrame
        The same of the codebook; several with the same start and end count once.
    codes : sequence of str
        What is counted.

    Returns
    -------
    array of codes x passages

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.coding.passages import cut_in_passages
    >>> whole = pd.DataFrame({"interview": "P01_2020", "start": [0], "end": [39], "code": ["money"]})
    >>> count_marked(cut_in_passages(corpus), whole, pd.concat([codings, codings]), ["money"]).tolist()
    [[0, 1]]
    """
    spans, found = _by_cell(passages, marked, codes), _by_cell(passages, hits, codes)
    counts = np.zeros((len(codes), len(passages)), dtype=np.int64)
    for (code, row), own in spans.items():
        heard = set(found.get((code, row), ()))
        counts[code, row] = sum(
            max(1, sum(first < end and start < last for first, last in heard)) for start, end in _joined(own)
        )
    return counts


def find_broad_marks(
    passages: pd.DataFrame, marked: pd.DataFrame, sentences: Mapping[str, Whole], codes: Sequence[str]
) -> NDArray[np.bool_]:
    """Return in which passages a person marked several sentences at once: codes x passages.

    Such a mark, as an x in a sheet is, says that the passage has the code, and not how often or in which sentences.

    Parameters
    ----------
    passages, marked, codes
        As in `count_marked`.
    sentences : mapping of str to array of sentences x 2
        Where they begin and end in each interview, from `cut_with_sentences`. A mark has a sentence of which it holds
        at least half.

    Returns
    -------
    array of codes x passages

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.coding.passages import cut_with_sentences
    >>> passages, sentences = cut_with_sentences(corpus)
    >>> whole = passages[["interview", "start", "end"]].assign(code="money")
    >>> find_broad_marks(passages, whole, sentences, ["money"]).tolist(), passages["sentences"].tolist()
    ([[True, True]], [2, 2])
    """
    found = np.zeros((len(codes), len(passages)), dtype=bool)
    interviews = passages["interview"].tolist()
    places = np.column_stack([passages[name].to_numpy(dtype=np.int64) for name in ("start", "end")])
    for (code, row), own in _by_cell(passages, marked, codes).items():
        spans = sentences[interviews[row]]
        for start, end in _joined(own):
            first, last = max(start, places[row, 0]), min(end, places[row, 1])
            held = np.minimum(spans[:, 1], last) - np.maximum(spans[:, 0], first)
            found[code, row] |= int((2 * held >= spans[:, 1] - spans[:, 0]).sum()) > 1
    return found


def _by_cell(passages: pd.DataFrame, coded: pd.DataFrame, codes: Sequence[str]) -> dict[tuple[int, int], list[Span]]:
    """Return the spans of each code in each passage."""
    rows, codings = find_passages(passages, coded)
    number, starts, ends = number_codes(coded, codes).tolist(), coded["start"].tolist(), coded["end"].tolist()
    cells: dict[tuple[int, int], list[Span]] = {}
    for row, coding in zip(rows.tolist(), codings.tolist(), strict=True):
        if number[coding] >= 0:
            cells.setdefault((number[coding], row), []).append((starts[coding], ends[coding]))
    return cells


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
