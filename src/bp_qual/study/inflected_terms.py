"""Terms in a form that stands for itself only, `schulden`, where the interviews say the base form: *mijn schuld*.

Participles, diminutives and comparatives are left alone: they often mean something else than their base, and are meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from bp_qual.codebook import Codebook
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.term_forms import find_base
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

_MEANT = {"nl": lazy_pattern(r".*(?:jes?|de?|t|ende?|e?re?|ste)|ge.*en"), "en": lazy_pattern(r".*(?:ed|ing|er|est)")}
_WORD = lazy_pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")


def note_inflected(codebook: Codebook, corpus: Corpus) -> tuple[Remark, ...]:
    """Return a remark on terms whose base form is said and not found.

    Parameters
    ----------
    codebook : Codebook
        Of the study.
    corpus : Corpus
        Its interviews.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> from bp_qual.transcripts import Transcript
    >>> book = parse_codebook("{language: nl, codes: [{id: geld, terms: [schulden, vrienden]}]}", "book.yaml")
    >>> talk = Transcript("P01_2010", ("P01",), "2010", "R: Mijn schuld.", (), language="nl")
    >>> print(*note_inflected(book, Corpus((talk,), ("P01",), ("2010",))))
    terms of the codebook in a form that finds itself only: 'schulden' (said too: schuld). Write the base form, ...
    """
    forms = tuple(_forms(codebook))
    words = _words(corpus) if forms else set()
    said = [(form, base) for form, base in forms if base.casefold() in words]
    if not said:
        return ()
    terms = [Remark("term and base", values={"term": form, "base": base}) for form, base in said]
    return (Remark("terms inflected", values={"terms": terms, "exact": f"{{exact: {said[0][0]}}}"}),)


def _forms(codebook: Codebook) -> Iterator[tuple[str, str]]:
    """Yield each term that is another form than its base, with that."""
    forms = {
        term.text: base
        for code in codebook.codes
        for term in code.terms
        if (base := find_base(term, code, codebook.language))
        and (meant := _MEANT.get(term.language or codebook.language))
        and not meant.fullmatch(term.text.casefold())
    }
    yield from forms.items()


def _words(corpus: Corpus) -> set[str]:
    """Return all that is said, word by word: gone through once, however many terms there are."""
    return {word for own in corpus.transcripts for word in _WORD.findall(own.text.casefold())}
