"""Names that their context, a saying or a table of words tells from plain words; all persons here are invented."""

from __future__ import annotations

from functools import cache

import pytest

from bp_qual.pseudonyms.found_names import LIKELY, PERHAPS, find_names
from bp_qual.pseudonyms.word_evidence import NameLexicon

lexicon_of = cache(NameLexicon)  # read where the first test asks for it


def named(text: str, language: str, *, block: str = LIKELY) -> list[str]:
    """What is proposed; without capitals where the text has none."""
    found = find_names(text, lexicon_of(language), capitals=text != text.lower())
    return [text[name.start : name.end] for name in found if name.block == block]


def test_a_capital_before_a_name_inside_a_sentence_belongs_to_it() -> None:
    assert named("Dan kwam, met haar hond, Dolle Truus, en die zong.", "nl") == ["Dolle Truus"]
    assert named("And her husband, Two-Ton Ted, ran.", "en") == ["Two-Ton Ted"]


def test_a_dutch_association_in_small_letters_belongs_to_the_name_behind_it() -> None:
    assert named("Ik zit bij de Marokkaanse vrouwenvereniging Amal.", "nl") == ["Marokkaanse vrouwenvereniging Amal"]
    assert named("we gingen naar de christelijke basisschool de regenboog toe", "nl") == [
        "christelijke basisschool de regenboog"
    ]


def test_a_business_without_an_article_is_named_by_what_stands_behind_it() -> None:
    assert named("ik stond toen bij fietsenwinkel de krukas", "nl") == ["fietsenwinkel de krukas"]
    assert named("hij reed voor transportbedrijf veldman", "nl") == ["transportbedrijf veldman"]
    assert named("ik stond toen in een fietsenwinkel de banden te plakken", "nl") == []


def test_a_trade_without_an_article_is_somebodys_surname() -> None:
    assert named("dat is de jongste van slager", "nl") == ["slager"]
    assert named("dat is het huis van de slager", "nl") == []


def test_a_place_of_several_words_is_found_without_capitals() -> None:
    assert named("we moved to long beach", "en") == ["long beach"]
    assert named("we sat on a long beach", "en") == []
    assert named("she lives on south dunmere", "en") == ["south dunmere"]


def test_a_dutch_compound_without_an_article_behind_in_is_a_place() -> None:
    assert named("ik woon in molenpolder", "nl") == ["molenpolder"]
    assert named("ik woon in de polder", "nl") == []


@pytest.mark.parametrize(
    ("talk", "names"),
    [
        ("Hope is my daughter-in-law.", ["Hope"]),
        ("Summer was born there.", ["Summer"]),
        ("Joy chains and bells, that was it.", []),
        ("rob a shop, they say.", []),
        ("Bishop was there for the day.", []),
        ("It was Christmas Eve and nobody came.", []),
    ],
)
def test_what_is_said_of_a_word_that_begins_a_sentence_decides(talk: str, names: list[str]) -> None:
    assert named(talk, "en") == names


def test_what_is_said_of_a_dutch_surname_that_is_a_word_decides() -> None:
    assert named("de lange was de conciërge", "nl") == ["lange"]
    assert named("de lange was de beste", "nl") == []


def test_a_preposition_before_a_first_name_is_no_part_of_it() -> None:
    assert named("Na de dood van Jef ging het mis.", "nl") == ["Jef"]
    assert named("Dat zei Jan van Dam en Van Dam zelf.", "nl") == ["Jan van Dam", "Van Dam"]


def test_the_verb_of_a_subject_is_no_part_of_the_name_behind_it() -> None:
    assert named("ik ken sjoukje wel", "nl") == ["sjoukje"]


def test_what_a_person_or_a_house_is_called_is_a_name() -> None:
    assert named("mijn zoon heet storm ja echt", "nl") == ["storm"]
    assert named("ons koor heette de zangvogels", "nl") == ["de zangvogels"]
    assert named("zo heet dat", "nl") == []


def test_neighbourhoods_are_places() -> None:
    assert named("we woonden in kralingen en werkten op zuid", "nl") == ["kralingen", "zuid"]
    assert named("we lived in moss side", "en") == ["moss side"]


def test_an_ordinary_word_behind_a_first_name_is_a_surname() -> None:
    assert named("anneke de groot was er", "nl") == ["anneke", "de groot"]
    assert named("i saw joyce young", "en") == ["joyce young"]


def test_a_month_that_does_what_persons_do_is_one() -> None:
    assert named("that was before june died", "en") == ["june"]
    assert named("it was last june lived through", "en") == []


def test_a_name_in_a_saying_is_perhaps_one() -> None:
    assert named("Ja, Jan Modaal betaalt het.", "nl") == []
    assert named("Ja, Jan Modaal betaalt het.", "nl", block=PERHAPS) == ["Jan Modaal"]
    assert named("he was jack the lad", "en") == []


@pytest.mark.parametrize(
    ("talk", "language"),
    [
        ("we aten harira en daarna een scan en zij zat achterin", "nl"),
        ("dat was nice maar de wraak en de schade bleven", "nl"),
        ("they were grafters and we should've told the binmen", "en"),
        ("there was jollof and naan at the do", "en"),
        ("miss can you tell me", "en"),
        ("we'd pat the dog", "en"),
    ],
)
def test_words_of_talk_are_no_names(talk: str, language: str) -> None:
    assert named(talk, language) == []


def test_a_first_name_that_only_the_table_of_names_has_is_no_word() -> None:
    assert named("Brian on the roof.", "en") == ["Brian"]


def test_english_groups_with_a_noun_between_are_named() -> None:
    assert named("we got it from dunmere food pantry", "en") == ["dunmere food pantry"]
    assert named("i worked for holroyd textiles", "en") == ["holroyd textiles"]
    assert named("the chaudhurys live there", "en") == ["chaudhurys"]
