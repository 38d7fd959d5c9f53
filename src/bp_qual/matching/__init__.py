"""Matching: where the terms of a codebook are in talk.

`compile_codebook` turns the terms into a `Matcher` for one language; the matcher finds hits in a block of talk
(`talk.Block`), looking words up by type. What counts as a mention in the end (overlaps, sub-codes, whose turn it is) is
the business of `coding`.
"""

from __future__ import annotations

from bp_qual.matching.matcher import Matcher, compile_codebook
from bp_qual.matching.negation import find_denials
from bp_qual.matching.sequences import Hits
from bp_qual.matching.talk import Block, TalkIndex, index_corpus, iterate_blocks, part_talk

__all__ = [
    "Block",
    "Hits",
    "Matcher",
    "TalkIndex",
    "compile_codebook",
    "find_denials",
    "index_corpus",
    "iterate_blocks",
    "part_talk",
]
