"""Which words of talk stand in an address of e-mail or of a page on the web: nobody said them as words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bp_qual.matching.token_table import TokenTable
from bp_qual.transcripts.web_addresses import find_web_addresses


def words_in_addresses(table: TokenTable) -> NDArray[np.bool_]:
    """Return for each token of talk whether it stands in an address.

    Parameters
    ----------
    table : TokenTable
        The talk.

    Returns
    -------
    array of bool

    Examples
    --------
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "Mail jan@post.nl maar."
    >>> talk = Transcript("P1_1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),), "nl")
    >>> words_in_addresses(TokenTable([talk], fillers=frozenset())).tolist()
    [False, True, True, True, False]
    """
    inside = np.zeros(len(table), dtype=bool)
    for transcript, base in zip(table.transcripts, table.base.tolist(), strict=True):
        spans = find_web_addresses(transcript.text) + base
        first = np.searchsorted(table.end, spans[:, 0], side="right")
        last = np.searchsorted(table.start, spans[:, 1])
        for begin, stop in zip(first.tolist(), last.tolist(), strict=True):
            inside[begin:stop] = True
    return inside
