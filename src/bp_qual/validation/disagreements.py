"""Disagreements: the passages in which one coder found a code and another did not, with what each marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.judgements import Judgements, coded_passages
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

PLACE = ("code", "interview", "person", "wave", "start", "end", "passage")


def list_disagreements(
    coders: Sequence[HandCodings], judged: Judgements, corpus: Corpus, codebook: Codebook
) -> pd.DataFrame:
    """Return the passages in which coders differ, with the codings of each side by side.

    Parameters
    ----------
    coders : sequence of HandCodings
        As `judged` was made of.
    judged : Judgements
        What they found.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    DataFrame
        code, interview, person, wave, start, end, passage, and a column for each coder: what was marked there, empty
        where nothing was, missing where the coder did not judge it or is not of those who differ: where two or more
        finished an interview, what others judged of it as a sample is compared apart. In the order of the codebook and
        the interviews.

    Examples
    --------
    >>> from bp_qual.coding.judgements import collect_judgements
    >>> list_disagreements([], collect_judgements([], corpus, codebook), corpus, codebook).columns.tolist()
    ['code', 'interview', 'person', 'wave', 'start', 'end', 'passage']
    """
    import pandas as pd

    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    marked = [_by_place(hand, codebook) for hand in coders]
    places = judged.passages[["interview", "person", "wave", "start", "end"]].values.tolist()
    rows: list[list[object]] = []
    for number, code in enumerate(judged.codes):
        differing = judged.differing[number]
        for row in np.flatnonzero(differing.any(axis=1)).tolist():
            interview, person, wave, start, end = places[row]
            shown: list[object] = [
                _quotes(own.get((interview, code), []), start, end) if compared else None
                for own, compared in zip(marked, differing[row].tolist(), strict=True)
            ]
            rows.append([code, interview, person, wave, start, end, texts[interview][start:end], *shown])
    return pd.DataFrame(rows, columns=[*PLACE, *judged.coders])


def _by_place(hand: HandCodings, codebook: Codebook) -> dict[tuple[str, str], list[tuple[int, int, str]]]:
    table = coded_passages(hand, codebook).sort_values(["start", "end"], kind="stable")
    found: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for interview, code, start, end, quote in zip(
        *(table[name].tolist() for name in ("interview", "code", "start", "end", "quote")), strict=True
    ):
        found.setdefault((interview, code), []).append((start, end, quote))
    return found


def _quotes(marked: Sequence[tuple[int, int, str]], start: int, end: int) -> str:
    return " … ".join(quote for first, last, quote in marked if first < end and start < last)
