"""Near misses: passages without a hit in which a word begins as a term does, where most of what was missed is found."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

_SHORTEST = 5
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")


def find_look_alikes(
    passages: pd.DataFrame, corpus: Corpus, codebook: Codebook, codes: Collection[str]
) -> NDArray[np.bool_]:
    """Return in which passages a word begins as a word of a term, but for its last two letters.

    Parameters
    ----------
    passages : DataFrame
        From `cut_in_passages`.
    corpus, codebook : Corpus and Codebook
        What was said, and what was looked for.
    codes : collection of str
        Whose terms.

    Returns
    -------
    array of passages
        Words of fewer than five letters resemble too much, and are left out.

    Examples
    --------
    >>> from bp_qual.validation.passages import cut_in_passages
    >>> find_look_alikes(cut_in_passages(corpus, words=4), corpus, codebook, ["contact"]).tolist()
    [False, False, False, True]
    """
    terms = [term.text.lower() for code in codebook.codes if code.id in codes for term in code.terms]
    stems = sorted({word[: max(_SHORTEST, len(word) - 2)] for text in terms for word in _WORD.findall(text)})
    if not stems:
        return np.zeros(len(passages), dtype=bool)
    begins = re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})", re.IGNORECASE)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    places = zip(*(passages[name].tolist() for name in ("interview", "start", "end")), strict=True)
    return np.array([begins.search(texts[name], start, end) is not None for name, start, end in places], dtype=bool)
