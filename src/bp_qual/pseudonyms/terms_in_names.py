"""Codes that find less or more where names are pseudonyms: terms that were a name, or a word of a pseudonym."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.errors import BpQualError
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.study import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

_Found = Counter[tuple[str, str]]  # how often a term of a code was found


def find_changed_terms(
    old: tuple[Study, Corpus], new: tuple[Study, Corpus], names: Iterable[DecidedName]
) -> tuple[Remark, ...]:
    """Return what is said of each code of which terms are names, or find another number of passages than before.

    What a term finds is what the matcher finds: it takes 'Bakker' for the word of the term 'bakker'.

    Parameters
    ----------
    old, new : tuple of Study and Corpus
        The study with its names and that with pseudonyms, and their interviews.
    names : iterable of DecidedName
        What is replaced.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> from pathlib import Path
    >>> study = Study(Path("no/such/study"))  # without a codebook
    >>> find_changed_terms((study, corpus), (study, corpus), [])
    ()
    """
    try:
        book = read_codebook(old[0].codebook) if old[0].codebook is not None else None
    except BpQualError:  # told by whatever reads the codebook for its terms
        return ()
    if book is None:
        return ()
    replacer = Replacer(names)
    written = {(code.id, term.text) for code in book.codes for term in code.terms if replacer.replace(term.text).places}
    less, more = _differences(book, old[1], new)
    return (
        *_told("terms are names", book, written | less),
        *_told("terms in pseudonyms", book, more - written),
    )


def _differences(
    book: Codebook, corpus: Corpus, new: tuple[Study, Corpus]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the codes and terms that find less in the new study, and those that find more; none where none count."""
    try:
        now = read_codebook(new[0].codebook) if new[0].codebook is not None else book
        before, after = _found(book, corpus), _found(now, new[1])
    except BpQualError:  # a language without tables, a pipeline that is not installed: nothing counts
        return set(), set()
    codes: dict[str, str] = {}
    terms: dict[str, str] = {}
    for was, code in zip(book.codes, now.codes, strict=False):
        codes[code.id] = was.id
        terms |= {term.text: known.text for known, term in zip(was.terms, code.terms, strict=False)}
    again: _Found = Counter()
    for (code_id, term), count in after.items():
        again[codes.get(code_id, code_id), terms.get(term, term)] += count
    return set(before - again), set(again - before)


def _found(book: Codebook, corpus: Corpus) -> _Found:
    codings = apply_codebook(book, corpus)
    return Counter(zip(codings["code"], codings["term"], strict=True))


def _told(kind: str, book: Codebook, found: set[tuple[str, str]]) -> tuple[Remark, ...]:
    terms = {code.id: sorted(term for of, term in found if of == code.id) for code in book.codes}
    return tuple(Remark(kind, values={"code": code, "terms": told}) for code, told in terms.items() if told)
