"""Advice about terms: every remedy that says what to write or delete is followed, and codings counted again."""

from __future__ import annotations

import re

import pytest

from bp_qual import Codebook, apply_codebook
from bp_qual.codebook import parse_codebook
from bp_qual.revision import lint_codebook
from test_coding import make_corpus

_WRITE = re.compile(r"Write '(.+?)'")
_DELETE = re.compile(r"Delete '(.+?)'")

CASES = [
    ("nl", ["iem. serieus nemen"], "ze namen ons niet serieus, je moet iemand serieus nemen"),
    ("nl", ["iem voor de gek houden"], "hij hield ons voor de gek"),
    ("nl", ["iets/iemand missen"], "ik mis haar zo"),
    ("nl", ["(zich) inzetten"], "ze zetten zich in, we zetten hem in"),
    ("nl", ["hulp/steun vragen"], "we vroegen hulp, ze vroegen steun"),
    ("nl", ["wethouders"], "de wethouder en de wethouders"),
    ("nl", ["opgebouwd"], "we bouwden dat op, het is opgebouwd"),
    ("nl", ["mantelzorgers"], "een mantelzorger, twee mantelzorgers"),
    ("nl", ["samengewerkt"], "we werken samen en hebben samengewerkt"),
    ("nl", ["wethouder", "wethouders"], "wethouder wethouders"),
    ("nl", ["werk*", "werkgroep*"], "de werkgroepen werken"),
    ("nl", ["samenwerken", "samenwerk*"], "we werken samen in een samenwerkingsverband"),
    ("en", ["take sb seriously"], "they took us seriously"),
    ("en", ["take sb. seriously"], "nobody takes her seriously"),
    ("en", ["remind sb of sth"], "it reminded me of home"),
    ("en", ["help/support each other"], "we help each other and support each other"),
    ("en", ["volunteers"], "a volunteer and two volunteers"),
    ("en", ["volunteer", "volunteers"], "a volunteer and two volunteers"),
    ("en", ["organis*", "organisation"], "the organisation organised it"),
]


def make_book(language: str, terms: list[str]) -> Codebook:
    listed = ", ".join(f'"{term}"' for term in terms)
    return parse_codebook(f"{{language: {language}, codes: [{{id: a, terms: [{listed}]}}]}}")


def count_codings(language: str, terms: list[str], said: str) -> int:
    corpus = make_corpus(("respondent", said), language=language)
    return len(apply_codebook(make_book(language, terms), corpus))


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("language", "terms", "said"), CASES, ids=[" + ".join(terms) for _, terms, _ in CASES])
def test_whoever_follows_an_advice_finds_no_less(language: str, terms: list[str], said: str) -> None:
    book = make_book(language, terms)
    notes = [
        note for note in (*book.notes, *lint_codebook(book)) if _WRITE.search(note.remedy) or "Delete '" in note.remedy
    ]
    before = count_codings(language, terms, said)
    for note in notes:
        doomed = _DELETE.search(note.remedy)
        better = _WRITE.search(note.remedy)
        about = doomed[1] if doomed else re.search(r"'(.+?)'", note.what)[1]  # type: ignore[index]
        changed = list(terms)
        changed[changed.index(about)] = better[1] if better else ""
        after = count_codings(language, [term for term in changed if term], said)
        assert after >= before, note
        assert not better or after > before, note


def test_the_advice_tried_here_is_given() -> None:
    remedies = [
        note.remedy
        for language, terms, _ in CASES
        for book in [make_book(language, terms)]
        for note in (*book.notes, *lint_codebook(book))
    ]
    assert sum(bool(_WRITE.search(remedy)) for remedy in remedies) >= 10
    assert sum(bool(_DELETE.search(remedy)) for remedy in remedies) >= 3
