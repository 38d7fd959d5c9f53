"""Quotes: the passages behind a number, each with its place and the sentences around it.

One row of the codings table is one quote; nothing is merged, sampled or left out, so that a count can be checked by
reading. `finding` finds them, `query` answers questions such as 'samenwerking near hokjes within 3 sentences',
`quote` is how they show themselves, `highlights` shows a whole interview with its codings in it. Nothing here codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.quotes.finding import find_quotes
    from bp_qual.quotes.highlights import MarkedInterview, show_codings
    from bp_qual.quotes.quote import Quote, Quotes

__all__ = ["MarkedInterview", "Quote", "Quotes", "find_quotes", "show_codings"]
__getattr__ = load_when_asked(__name__, __file__)
