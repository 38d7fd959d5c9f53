"""The words of a language: lemmas and forms, compounds, separable verbs, and that both ways of asking agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.matching.languages import find_language
from bp_qual.matching.tokens import fold_word, fold_words

DUTCH = find_language("nl")


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("droegen", "dragen"), ("overgedragen", "overdragen"), ("kamerleden", "kamerlid"), ("boekjes", "boekje"),
        ("duurzamer", "duurzaam"), ("bewonersinitiatieven", "bewonersinitiatief"), ("Gemeentes", "gemeente"),
        ("huizen", "huis"), ("dóén", "doen"), ("doorgemodderd", "doormodderen"),
    ],
)  # fmt: skip
def test_a_dutch_form_can_have_its_lemma(form: str, lemma: str) -> None:
    assert lemma in DUTCH.lemmas(form)


def test_no_lemma_and_no_form_holds_an_underscore() -> None:
    assert not any("_" in one for word in ("overgedragen", "kamerlid", "oplossen") for one in DUTCH.lemmas(word))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(DUTCH.known)[::97]))
def test_a_form_belongs_to_the_forms_of_each_of_its_lemmas(form: str) -> None:
    for lemma in DUTCH.lemmas(form):
        assert form in DUTCH.forms(lemma)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="aàbé-_'’ßſK", min_size=1, max_size=8), max_size=4))
def test_folding_many_words_is_folding_each(words: list[str]) -> None:
    assert fold_words(words) == [fold_word(word) for word in words]


@pytest.mark.parametrize(
    ("word", "part", "expected"),
    [
        ("samenwerkingsverband", "samenwerking", True), ("ketensamenwerking", "samenwerking", True),
        ("gemeentesubsidie", "subsidie", True), ("bruggenbouwer", "brug", True), ("jeugdjaren", "jaar", True),
        ("ondersteuning", "steun", False), ("vergeldingsacties", "geld", False), ("planten", "plan", False),
        ("verhuisd", "huis", False), ("overdrachtelijk", "overdracht", False), ("duurzaamheid", "duurzaam", False),
        ("geldt", "geld", False), ("maanden", "maan", False),
    ],
)  # fmt: skip
def test_a_compound_holds_its_parts_and_no_chance_letters(word: str, part: str, expected: bool) -> None:
    assert DUTCH.has_part(word, part) is expected


def test_other_languages_have_lemma_lists_and_parts_of_known_words() -> None:
    french = find_language("fr")
    assert "cheval" in french.lemmas("Chevaux")
    assert french.has_part("portefeuille", "feuille")
    assert french.surface_forms("cheval") == tuple(sorted(french.forms("cheval")))
