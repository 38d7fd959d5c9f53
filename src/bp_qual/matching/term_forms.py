"""Terms that are written as another form than the one which stands for all: `schulden`, which never finds *schuld*."""

from __future__ import annotations

from bp_qual.codebook import Code, Term
from bp_qual.matching.languages import find_language
from bp_qual.matching.tokens import fold_word


def find_base(term: Term, code: Code, language: str) -> str:
    """Return the base form of a term that is found in its own form only; empty where the code has the base too.

    Parameters
    ----------
    term : Term
        A term of the code.
    code : Code
        With its other terms.
    language : str
        That of the codebook, for a term without one of its own.

    Returns
    -------
    str

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> (code,) = parse_codebook("{language: nl, codes: [{id: a, terms: [schulden, rekening, hokje]}]}").codes
    >>> [find_base(term, code, "nl") for term in code.terms]
    ['schuld', '', '']
    """
    known = find_language(term.language or language)
    key = fold_word(term.text)
    if term.kind != "lemma" or not known.knows(key) or key in known.table_lemmas(key):
        return ""
    if (term.language or language) == "nl" and key.endswith("je"):  # finds `hokjes` too; and a `vakje` is no `vak`
        return ""
    bases = sorted(lemma for lemma in known.table_lemmas(key) if known.knows(lemma))
    texts = {fold_word(other.text) for other in code.terms}
    return bases[0] if bases and texts.isdisjoint(bases) else ""
