"""Near misses: passages without a hit in which a word begins as a term does, where most of what was missed is found."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

_SHORTEST = 5
_WORD = lazy_pattern(rf"[^\W\d_]{{{_SHORTEST},}}")
_BEGINS = lazy_pattern(rf"\b\w{{{_SHORTEST},}}")  # a shorter word begins as none of the stems


def find_look_alikes(
    passages: pd.DataFrame, corpus: Corpus, codebook: Codebook, families: Sequence[Collection[str]]
) -> NDArray[np.bool_]:
    """Return in which passages a word begins as a word of a term, but for its last two letters.

    Parameters
    ----------
    passages : DataFrame
        From `cut_in_passages`.
    corpus, codebook : Corpus and Codebook
        What was said, and what was looked for.
    families : sequence of collections of str
        The codes whose terms are taken together.

    Returns
    -------
    array of families x passages
        Words of fewer than five letters resemble too much, and are left out.

    Examples
    --------
    >>> from bp_qual.coding.passages import cut_in_passages
    >>> find_look_alikes(cut_in_passages(corpus, words=4), corpus, codebook, [["contact"]]).tolist()
    [[False, False, False, True]]
    """
    rows_of: dict[str, list[int]] = {}
    for row, family in enumerate(families):
        for stem in _stems(codebook, family):
            rows_of.setdefault(stem, []).append(row)
    lengths = sorted({len(stem) for stem in rows_of})

    @cache
    def alike(word: str) -> tuple[int, ...]:
        low = word.lower()
        return tuple(row for length in lengths for row in rows_of.get(low[:length], ()))

    found = np.zeros((len(families), len(passages)), dtype=bool)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    places = zip(*(passages[name].tolist() for name in ("interview", "start", "end")), strict=True)
    for column, (name, start, end) in enumerate(places):
        for word in set(_BEGINS.findall(texts[name], start, end)):
            if rows := alike(word):
                found[list(rows), column] = True
    return found


def _stems(codebook: Codebook, codes: Collection[str]) -> set[str]:
    """Return how the words of the terms of some codes begin."""
    terms = [term.text.lower() for code in codebook.codes if code.id in codes for term in code.terms]
    return {word[: max(_SHORTEST, len(word) - 2)] for text in terms for word in _WORD.findall(text)}
