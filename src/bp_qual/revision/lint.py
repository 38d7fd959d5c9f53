"""Lint: terms and codes that are probably not what was meant, reported before they affect a study.

These are warnings; errors in the YAML itself are refused by `read_codebook`. Some can be seen in the codebook alone,
the rest need a corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.codebook.never_matched import why_never
from bp_qual.display import shown
from bp_qual.matching import index_corpus
from bp_qual.matching.term_forms import find_base
from bp_qual.revision.covering import find_covered
from bp_qual.revision.homographs import note_said_forms, note_shared_forms
from bp_qual.revision.term_hits import Owner, find_term_hits, split_terms
from bp_qual.transcripts import Corpus, Transcript, Turn
from bp_qual.wording import Notice

if TYPE_CHECKING:
    import pandas as pd

MANY_TYPES = 200
SHORT_COMPOUND = 5
DRIFT_MENTIONS = 3
COVERED_MENTIONS = 3
_WRITTEN = ("lemma", "phrase", "wildcard", "compound", "exact", "near")
_NEEDS_MODEL = {"POS", "TAG", "MORPH", "DEP", "ENT_TYPE"}


def lint_codebook(codebook: Codebook, corpus: Corpus | None = None) -> tuple[Notice, ...]:
    """Return warnings about a codebook, and, given a corpus, about how its terms perform in it.

    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: nl, codes: [{id: a, terms: [zorg, veel subsidie, subsidie]}]}", "a.yaml")
    >>> for notice in lint_codebook(book):
    ...     print(notice.where, notice.what)
    a.yaml:1:46 'veel subsidie' of 'a' adds nothing: 'subsidie' finds it already.
    a.yaml:1:40 'zorg' of 'a' also finds forms of 'zorgen' (zorg, zorgen).
    """
    notices = [*codebook.notes, *_lint_ids(codebook), *_lint_terms(codebook)]
    if corpus is None:
        notices += [
            _notice(codebook, code, term, kind, **values) for code, term, kind, values in note_shared_forms(codebook)
        ]
    else:
        notices += _lint_in_corpus(codebook, corpus)
    return tuple({str(notice): notice for notice in notices}.values())


def find_dead_terms(codebook: Codebook) -> tuple[str, ...]:
    """Return the terms that can never match, each with its code.

    They do not match their own words, or are written as nobody speaks (`iem. bijstaan`).

    >>> from bp_qual.codebook import parse_codebook
    >>> find_dead_terms(parse_codebook("{codebook: D, version: 1.0.0, language: nl, codes: [{id: a, terms: [aap]}]}"))
    ()
    """
    hits, owners = _try_terms(codebook)
    return tuple(
        _called(code, term)
        for name, (code, term) in owners.items()
        if why_never(term, code, codebook.language) or (term.kind in _WRITTEN and name not in hits[name])
    )


def _notice(codebook: Codebook, code: Code, term: Term | None, kind: str, **values: object) -> Notice:
    written = term or code
    source = (term.source if term else "") or codebook.source
    numbers = [written.line, term.column] if term else [written.line]
    where = ":".join([source, *(str(number) for number in numbers if number)])
    called = {"code": code.id} | ({"term": shown(term.text)} if term else {})
    return Notice(kind, where, called | values)


def _called(code: Code, term: Term) -> str:
    return f"'{shown(term.text)}' of '{code.id}'"


# --- the codebook by itself -----------------------------------------------------------------------------------------


def _lint_ids(codebook: Codebook) -> Iterator[Notice]:
    """Report codes whose ids differ by capitals only: who types one of them easily means the other."""
    first = dict[str, Code]()
    for code in codebook.codes:
        other = first.setdefault(code.id.casefold(), code)
        if other is not code:
            yield _notice(codebook, code, None, "ids alike", other=other.id)


def _lint_terms(codebook: Codebook) -> Iterator[Notice]:
    hits, owners = _try_terms(codebook)
    covered = find_covered(codebook, hits, owners)
    for name, (code, term) in owners.items():
        yield from _lint_model(codebook, code, term)
        if term.kind not in _WRITTEN:
            continue
        yield from _lint_inflected(codebook, code, term)
        if name not in hits[name] and not why_never(term, code, codebook.language):
            yield _notice(codebook, code, term, "not its own words")
        if name in covered:
            yield _notice(codebook, code, term, "adds nothing", other=shown(covered[name].text))
        yield from _lint_short(codebook, code, term)


def _try_terms(codebook: Codebook) -> tuple[dict[str, set[str]], dict[str, Owner]]:
    """Return for each term the terms that match its own words."""
    owners = split_terms(codebook)[1]
    spoken = {
        name: (_spoken(term), term.language or codebook.language)
        for name, (_, term) in owners.items()
        if term.kind in _WRITTEN
    }
    first = {said: name for name, said in reversed(spoken.items())}  # what many codes share is tried once
    transcripts = tuple(
        Transcript(name, ("",), "", said, (Turn(0, "", "respondent", 0, len(said)),), language)
        for (said, language), name in first.items()
    )
    table = find_term_hits(codebook, Corpus(transcripts, ("",), ("",)))[0]
    matched_by = {name: set[str]() for name in first.values()}
    for name, match in zip(table["interview"], table["code"], strict=True):
        matched_by[name].add(match)
    return {name: matched_by[first[spoken[name]]] if name in spoken else set() for name in owners}, owners


def _spoken(term: Term) -> str:
    """Return words that the term must match: the first of a choice, the literal part of a wildcard."""
    if term.kind == "exact":
        return term.text
    if term.kind == "near":
        return " ".join(map(_spoken, term.parts))
    return " ".join(word.split("|")[0].strip("~").replace("*", "") for word in term.text.split())


def _lint_model(codebook: Codebook, code: Code, term: Term) -> Iterator[Notice]:
    asked = sorted({key for token in term.tokens for key in token if key in _NEEDS_MODEL})
    if asked:
        yield _notice(codebook, code, term, "needs a model", key=asked[0])


def _lint_inflected(codebook: Codebook, code: Code, term: Term) -> Iterator[Notice]:
    """Report a term that is an inflected form: it is found in that form only."""
    if base := find_base(term, code, codebook.language):
        yield _notice(codebook, code, term, "inflected", base=base)


def _lint_short(codebook: Codebook, code: Code, term: Term) -> Iterator[Notice]:
    if term.kind == "compound" and len(term.text) - 1 < SHORT_COMPOUND:
        yield _notice(codebook, code, term, "short compound")


# --- the codebook in a corpus ---------------------------------------------------------------------------------------


def _lint_in_corpus(codebook: Codebook, corpus: Corpus) -> Iterator[Notice]:
    index = index_corpus(corpus)
    hits, owners = find_term_hits(codebook, index)
    for code, term, kind, values in note_said_forms(codebook, index):
        yield _notice(codebook, code, term, kind, **values)
    hits = hits.assign(owner=[owners[name][0].id for name in hits["code"]])
    by_term = dict(iter(hits.groupby("code")))
    for name, (code, term) in owners.items():
        if name in by_term:
            rows = by_term[name]
            yield from _lint_types(codebook, code, term, rows)
            yield from _lint_drift(codebook, code, term, rows, corpus)
    yield from _lint_languages(codebook, {transcript.language for transcript in corpus.transcripts})
    yield from _lint_unused(codebook, set(hits["owner"]))
    yield from _lint_covered(codebook, hits)


def _lint_types(codebook: Codebook, code: Code, term: Term, rows: pd.DataFrame) -> Iterator[Notice]:
    types = {" ".join(quote.casefold().split()) for quote in rows["quote"]}
    if term.kind in ("wildcard", "compound", "phrase", "regex") and len(types) > MANY_TYPES:
        yield _notice(codebook, code, term, "many words", n=len(types), some=sorted(types)[:4])


def _lint_drift(codebook: Codebook, code: Code, term: Term, rows: pd.DataFrame, corpus: Corpus) -> Iterator[Notice]:
    """Report terms found in one wave only: the word may be new rather than the theme."""
    waves = sorted(set(rows["wave"]))
    if len(corpus.waves) > 1 and len(waves) == 1 and len(rows) >= DRIFT_MENTIONS:
        counts = {"mentions": len(rows), "persons": int(rows["person"].nunique())}
        yield _notice(codebook, code, term, "found in one wave", wave=waves[0], **counts)


def _lint_languages(codebook: Codebook, spoken: set[str]) -> Iterator[Notice]:
    """Report terms for a language in which nobody was interviewed."""
    for code in codebook.codes:
        for language in sorted({term.language for term in code.terms} - {"", *spoken}):
            yield _notice(codebook, code, None, "no such language", language=language)


def _lint_unused(codebook: Codebook, used: set[str]) -> Iterator[Notice]:
    for code in codebook.codes:
        if not {code.id, *codebook.descendants(code.id)} & used:
            yield _notice(codebook, code, None, "nobody coded" if code.terms else "code without terms")


def _lint_covered(codebook: Codebook, hits: pd.DataFrame) -> Iterator[Notice]:
    """Report codes whose every mention is also a mention of one or two other codes."""
    spans: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for owner, interview, start, end in zip(hits["owner"], hits["interview"], hits["start"], hits["end"], strict=True):
        spans.setdefault(interview, {}).setdefault(owner, []).append((start, end))
    for code in codebook.codes:
        kin = {code.id, *codebook.ancestors(code.id), *codebook.descendants(code.id)}
        covers = [
            {other for other, theirs in by.items() if other not in kin and _overlap(span, theirs)}
            for by in spans.values()
            for span in by.get(code.id, ())
        ]
        if len(covers) >= COVERED_MENTIONS and all(covers):
            names = _cover(covers)
            if names:
                yield _notice(codebook, code, None, "covered", others=names)


def _overlap(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _cover(covers: list[set[str]]) -> tuple[str, ...]:
    """Return one or two codes that between them are in every set, or nothing."""
    names = sorted(set.union(*covers))
    for size in (1, 2):
        for chosen in combinations(names, size):
            if all(set(chosen) & cover for cover in covers):
                return chosen
    return ()
