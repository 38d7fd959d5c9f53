"""Word readings: a bare term is not found where its form is another word, and what was taken out can be shown."""

from __future__ import annotations

import pytest

from bp_qual.codebook import parse_codebook
from bp_qual.codebook.terms import Term
from bp_qual.codebook.yaml_writing import term_text
from bp_qual.coding.explanation import explain
from bp_qual.coding.vetoed import find_vetoed
from bp_qual.errors import CodebookError
from bp_qual.matching.languages import find_language
from bp_qual.matching.languages.word_class import Weights, WordClassModel, WordWindow
from test_coding import make_book, make_corpus, quotes


def found(term: str, text: str, language: str = "nl") -> list[str]:
    return quotes(make_book(f"{{id: a, terms: [{term}]}}", language=language), text, language)


@pytest.mark.sweep(10)
@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("delen", "Een groot deel van de mensen bleef thuis.", []),
        ("delen", "Wij deelden de kosten met de buren.", ["deelden"]),
        ("delen", "Ze deelden flyers uit op de markt.", []),
        ("delen", "Hij deelde ons dat pas later mee.", []),
        ("nemen", "Ze namen de winkel over.", []),
        ("delen", "Ik deel mee dat het feest doorgaat.", []),
        ("delen", "Ik deel alles met mijn zus.", ["deel"]),
        ("lijken", "Het leek toen nog heel wat.", ["leek"]),
        ("deel", "Daar nam hij deel aan de optocht.", ["deel"]),
        ("hebben", "Het is hoe het is.", []),
        ("hoeven", "Hoe dan?", []),
        ("wassen", "Ze kweken allerlei gewassen uit hun eigen streek.", []),
        ("wassen", "Ik heb de auto gewassen.", ["gewassen"]),
        ("voeren", "We gingen de eenden voeren.", ["voeren"]),
        ("roken", "Binnen mag je niet roken.", ["roken"]),
        ("slopen", "Ze zijn die flat aan het slopen.", ["slopen"]),
    ],
)
def test_a_dutch_word_is_not_taken_for_another(term: str, text: str, expected: list[str]) -> None:
    assert found(term, text) == expected


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("found", "I found my keys in the end.", []),
        ("found", "They want to found a charity.", ["found"]),
        ("paint", "It is a painting.", []),
        ("paint", "Instead of painting they sat there.", ["painting"]),
    ],
)
def test_an_english_word_is_not_taken_for_another(term: str, text: str, expected: list[str]) -> None:
    assert found(term, text, "en") == expected


@pytest.mark.parametrize(("word_class", "expected"), [("verb", ["train", "trained"]), ("noun", ["train", "trains"])])
def test_a_term_that_says_its_class_is_found_as_that_only(word_class: str, expected: list[str]) -> None:
    said = "We train every week and we trained hard. The train was late, like all the trains."
    assert found(f"{{lemma: train, as: {word_class}}}", said, "en") == expected


def test_a_stated_class_is_part_of_what_the_codebook_means() -> None:
    plain, verb = Term("train", "lemma"), Term("train", "lemma", word_class="verb")
    assert plain.meaning != verb.meaning
    assert Term("train", "lemma").meaning == ("lemma", "", "train", 0, ())
    assert term_text(verb) == "{lemma: train, as: verb}"


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("{lemma: train, as: verbs}", "'as' of code 'a' is 'verbs'. Did you mean 'verb'?"),
        ("{lemma: the train, as: noun}", "'lemma' of code 'a' is 'the train'. Write one word"),
        ("{exact: Train, as: noun}", "'as' belongs to lemma, not to exact."),
    ],
)
def test_a_wrong_class_is_refused_with_its_place(term: str, message: str) -> None:
    with pytest.raises(CodebookError, match="a.yaml") as caught:
        parse_codebook(f"{{language: en, codes: [{{id: a, terms: [{term}]}}]}}", "a.yaml")
    assert message in str(caught.value)


def test_explain_says_what_a_word_was_taken_for_and_how_sure() -> None:
    book = make_book("{id: a, terms: [delen]}")
    assert "hier gelezen als een zelfstandig naamwoord (" in repr(explain(book, "een groot deel van de mensen"))
    assert "it is one half of 'uitdelen'" in repr(explain(book, "ze deelden flyers uit").in_language("en"))
    assert "na 'het' is het een zelfstandig naamwoord" in repr(
        explain(make_book("{id: a, terms: [werken]}"), "het werk is af")
    )
    stated = make_book("{id: a, terms: [{lemma: train, as: verb}]}", language="en")
    assert "read as the base form of a verb (ahead by " in repr(explain(stated, "we train every week"))


def test_what_was_taken_out_is_listed_with_its_place() -> None:
    corpus = make_corpus(("respondent", "Een groot deel deelden ze uit."), ("interviewer", "Een groot deel?"))
    table = find_vetoed(make_book("{id: a, terms: [delen]}"), corpus, language="en")
    text = corpus.transcripts[0].text
    assert table["quote"].tolist() == ["deel", "deelden"]
    assert [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == ["deel", "deelden"]
    assert table["why"].str.contains("reads as|one half").all()


def test_one_name_ahead_of_the_terms_own_class_is_a_veto_and_less_is_none() -> None:
    rows = {"wdeel": "12,0"}
    model = WordClassModel(Weights("NV", frozenset(), rows, 8), find_language("nl").class_lemmas)
    stretch = WordWindow(["deel"], [3], [False])
    assert model.ahead(stretch, 0, {"V"}) == 1.5
    assert model.ahead(stretch, 0, {"N"}) == -1.5


@pytest.mark.slow
def test_weights_say_the_same_from_the_file_and_once_so_many_were_asked_for_that_it_is_read_whole() -> None:
    few, many = (Weights.open("bp_qual.matching.languages.dutch", "nl_word_class.words") for _ in range(2))
    features = sorted(few.rows)[::2]
    assert len(features) > 25_000
    told = [many.of(feature) for feature in features]
    assert isinstance(many.rows, dict), "read whole"
    assert told[:15_000] == [few.of(feature) for feature in features[:15_000]]
    assert not isinstance(few.rows, dict)
    assert few.of("no feature") == many.of("no feature") == ()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_weights_of_a_language_are_those_its_script_writes(code: str) -> None:
    weights = find_language(code).word_class_model.weights
    assert weights.classes == {"nl": "NVAPO", "en": "NBVAPO"}[code]
    assert 10_000 < len(weights.rows) < 200_000


def test_a_word_that_stands_alone_is_never_vetoed_for_its_class():
    book = parse_codebook("{codebook: D, version: 1.0.0, language: nl, codes: [{id: a, terms: [delen]}]}")
    assert "  + a: 'deel'" in str(explain(book, "deel"))
    assert "  + a: 'deel'" not in str(explain(book, "Dat is een groot deel van het werk."))
