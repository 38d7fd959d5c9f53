"""Words with a capital that name nobody, and names in small letters that only their neighbours give away."""

from __future__ import annotations

import pytest

from bp_qual.pseudonyms.found_names import PERHAPS
from test_names_found import named


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Toen kwamen de Denen en een Roemeen.", "nl"),
        ("The Danes came, and a Norwegian.", "en"),
        ("Hij had een Renault en zat op TikTok.", "nl"),
        ("We had a Toyota and some Bovril.", "en"),
        ("De Kamer wil dat, en de ANWB ook.", "nl"),
    ],
)
def test_peoples_brands_and_public_bodies_are_perhaps_names(text: str, language: str) -> None:
    assert named(text, language) == []
    assert named(text, language, blocks=(PERHAPS,)) != []


def test_a_brand_behind_a_title_or_beside_a_first_name_is_a_person() -> None:
    assert named("Toen kwam mevrouw Renault met Harrie Ford.") == ["Renault", "Harrie Ford"]


def test_a_party_somebody_votes_for_is_likely_a_name() -> None:
    assert named("Hij zat bij de PvdA, altijd al.") == ["PvdA"]


def test_a_surname_that_is_a_word_is_perhaps_a_name_at_the_start_of_a_sentence() -> None:
    assert named("Slager, dokter, alles zat hier.") == []
    assert named("Jager wilde ik worden.", blocks=(PERHAPS,)) == ["Jager"]


def test_a_word_between_commas_is_a_name_in_a_row_of_names() -> None:
    assert named("There was Leroy, Clover, Marie and me.", "en") == ["Leroy", "Clover", "Marie"]


def test_a_possessive_word_before_a_capital_is_no_name() -> None:
    assert not any(name.startswith("My") for name in named("My National Pension was late.", "en"))


def test_a_compound_is_no_name_in_talk_without_capitals() -> None:
    assert named("er lag pindakaas en vruchtenhagel, en we maakten verslaglijsten", capitals=False) == []


def test_a_compound_at_the_start_of_a_sentence_is_perhaps_a_name() -> None:
    assert named("Huurdersavonden waren er niet.") == []
    assert named("Huurdersavonden waren er niet.", blocks=(PERHAPS,)) == ["Huurdersavonden"]


def test_a_word_for_streets_alone_names_none() -> None:
    assert named("op het plein en in de straat", capitals=False) == []
    assert named("op het kerkplein en in de molenstraat", capitals=False) != []


def test_a_contraction_is_no_name_in_talk_without_capitals() -> None:
    assert named("he'd gone and they'd said so, she couldn't", "en", capitals=False) == []


def test_a_verb_before_its_subject_is_no_first_name() -> None:
    assert "ken" not in named("die ken ik nog van vroeger", capitals=False)


def test_the_word_behind_a_first_name_is_its_surname_without_capitals() -> None:
    assert named("en marieke molenaar kwam niet", capitals=False) == ["marieke molenaar"]
    assert named("het was toon van 't veld toch", capitals=False) == ["toon van 't veld"]
    assert named("dat marieke fietste, ja", capitals=False) == ["marieke"]


def test_organisations_are_found_behind_what_their_word_is_made_of() -> None:
    assert named("volgens huurdersvereniging noorderlicht mag dat", capitals=False) == [
        "huurdersvereniging noorderlicht"
    ]
    assert named("de stichting vrienden van het orgel betaalt", capitals=False) == ["stichting vrienden van het orgel"]


def test_saints_and_houses_are_found_with_their_names_without_capitals() -> None:
    assert named("we met at st columba on a sunday", "en", capitals=False) == ["st columba"]
    assert named("they pulled down ashby court then", "en", capitals=False) == ["ashby court"]
    assert named("we lived in a nice house and went to court", "en", capitals=False) == []


def test_who_a_street_is_called_after_belongs_to_the_address() -> None:
    assert named("ik woon op de burgemeester verhulststraat 9 nu", capitals=False) == ["burgemeester verhulststraat 9"]


def test_the_middle_one_of_three_names_is_one_also_before_and() -> None:
    assert named("There was Leroy, Clover and Marie.", "en") == ["Leroy", "Clover", "Marie"]


def test_a_people_before_a_club_belongs_to_its_name() -> None:
    assert named("We went to the Polish Centre.", "en") == ["Polish Centre"]
    assert named("we went to the polish centre", "en", capitals=False) == ["polish centre"]
    assert named("the children went to sunday school", "en", capitals=False) == []


def test_a_surname_behind_van_is_found_where_a_preposition_stands_before_it() -> None:
    assert named("wij zaten tegenover van dam toen", capitals=False) == ["van dam"]
    assert named("ik kom bij van alles en met van die dingen", capitals=False) == []


def test_an_article_belongs_to_the_name_of_a_foundation() -> None:
    assert named("ze kwam van stichting de haven", capitals=False) == ["stichting de haven"]
    assert named("bij de stichting de hele dag", capitals=False) == []


def test_an_english_street_of_plain_words_has_no_article() -> None:
    assert named("he lived on park road then", "en", capitals=False) == ["park road"]
    assert named("he lived on the main road then", "en", capitals=False) == []


def test_a_plural_of_a_word_is_no_first_name_before_a_verb() -> None:
    assert named("Merels zaten er, en mussen.") == []


def test_a_small_word_before_an_organisation_is_no_part_of_its_name() -> None:
    assert named("Ik kreeg hulp van Stichting Zonnebries toen.") == ["Stichting Zonnebries"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We met at 8 PM, and I did my PhD on the API.", "en"),
        ("It was all FREE, and I was VERY glad.", "en"),
        ('She was like "Give it to me" and he - Never mind him.', "en"),
        ("En toen zei ze \u201cDie komt wel\u201d - Nou ja.", "nl"),
        ("He was a Minister, every Sunni and every Arab said so.", "en"),
        ("The Israeli-Palestinian talks and the Anglo-Irish ones.", "en"),
        ("We sang at Halloween and Hanukkah.", "en"),
        ("I did Geography and Sociology.", "en"),
        ("They were on Wikipedia with an Alexa and a Kindle.", "en"),
        (" So out we went.", "en"),
        ("Zij sprak Latijn, en was Soenniet.", "nl"),
    ],
)
def test_capitals_that_make_no_name_are_not_likely_names(text: str, language: str) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("He said \u201cJan told her\u201d.", "en", "Jan"),
        ("Het Erasmus MC heeft mij gered.", "nl", "Erasmus MC"),
        ('In "Ons Genoegen" kwam iedereen.', "nl", "Ons Genoegen"),
        ("She went to a Women Centre.", "en", "Women Centre"),
        ("I called MARK, and he - Gerda, that is - came.", "en", "MARK"),
        ("They moved to the US.", "en", "US"),
    ],
)
def test_a_name_behind_what_may_open_speech_stays_likely(text: str, language: str, name: str) -> None:
    assert name in named(text, language)
