"""Each term by itself: the codebook with one code per term, so that no match is hidden by an overlapping one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.coding import apply_codebook
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.matching import TalkIndex

Owner = tuple[Code, Term]


def split_terms(codebook: Codebook) -> tuple[Codebook, dict[str, Owner]]:
    """Return a flat codebook with one code per term, and the original code and term of each.

    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: nl, codes: [{id: a, terms: [x, y], unless: [z]}]}")
    >>> alone, owners = split_terms(book)
    >>> [(code.id, code.terms[0].text, code.unless[0].text) for code in alone.codes]
    [('0', 'x', 'z'), ('1', 'y', 'z')]
    >>> owners["1"][0].id
    'a'
    """
    owners = {str(n): owner for n, owner in enumerate((code, term) for code in codebook.codes for term in code.terms)}
    codes = tuple(
        Code(name, terms=(term,), unless=code.unless, negated=code.negated) for name, (code, term) in owners.items()
    )
    return replace(codebook, codes=codes, notes=()), owners


def find_term_hits(codebook: Codebook, corpus: Corpus | TalkIndex) -> tuple[pd.DataFrame, dict[str, Owner]]:
    """Return the codings table of each term by itself; its ``code`` column holds the keys of the owners.

    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: nl, codes: [{id: a, terms: [x]}]}")
    >>> len(find_term_hits(book, Corpus((), (), ()))[0])
    0
    """
    alone, owners = split_terms(codebook)
    return apply_codebook(alone, corpus), owners
