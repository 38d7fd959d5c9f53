"""Verbs and phrases in two parts as raw talk has them: no comma behind the particle, much between, orders, idioms."""

from __future__ import annotations

import pytest

import bp_qual as bq
from bp_qual.codebook import parse_codebook
from bp_qual.transcripts import Corpus, Transcript, Turn


def found(language: str, term: str, sentence: str) -> list[str]:
    """The quotes of a term in a sentence."""
    book = parse_codebook(f'{{codebook: D, version: 1, language: {language}, codes: [{{id: d, terms: ["{term}"]}}]}}')
    turn = Turn(0, "R", "respondent", 0, len(sentence), "P1")
    talk = Corpus((Transcript("P1_1", ("P1",), "1", sentence, (turn,), language),), ("P1",), ("1",))
    return bq.apply_codebook(book, talk)["quote"].tolist()


@pytest.mark.parametrize(
    ("term", "sentence", "quote"),
    [
        ("bijspringen", "en toen sprong mijn zwager bij die had een busje", "sprong mijn zwager bij"),
        ("afkijken", "hij keek het vak van zijn vader af", "keek het vak van zijn vader af"),
        ("opzijleggen", "ze legde van het beetje dat er was wat opzij", "legde van het beetje dat er was wat opzij"),
        ("aanbellen", "bel maar aan stond er op een briefje", "bel maar aan"),
        (
            "het aan de stok krijgen",
            "ik kreeg het met de huisbaas aan de stok",
            "kreeg het met de huisbaas aan de stok",
        ),
        ("op jezelf aangewezen zijn", "wij waren echt op onszelf aangewezen", "waren echt op onszelf aangewezen"),
    ],
)
def test_dutch_verbs_are_found_in_raw_talk(term: str, sentence: str, quote: str) -> None:
    assert found("nl", term, sentence) == [quote]


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("bijspringen", "de hond sprong bij die had ik hem niet gegund"),
        ("afvallen", "het boek viel van die tafel af"),
        ("aanbellen", "bel maar aan de voorkant"),
        ("aanbellen", "ze belde aan de achterkant"),
    ],
)
def test_prepositions_of_raw_talk_are_no_particles(term: str, sentence: str) -> None:
    assert found("nl", term, sentence) == []


@pytest.mark.parametrize(
    ("term", "sentence", "quote"),
    [
        ("tell off", "the head told me and my cousin off in the hall", "told me and my cousin off"),
        ("take someone's word for it", "so i took the landlord's word for it", "took the landlord's word for it"),
        ("speak up", "speak up my father would say", "Speak up"),
    ],
)
def test_english_phrases_are_found_in_raw_talk(term: str, sentence: str, quote: str) -> None:
    assert [said.casefold() for said in found("en", term, sentence)] == [quote.casefold()]
    assert found("en", "speak up", "they spoke and the crowd moved up") == []
