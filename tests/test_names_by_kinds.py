"""Where names begin and end, what kind they are and whose they are, told by general signs; all names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.pseudonyms.name_spellings import group_spellings
from bp_qual.pseudonyms.proposing import propose_names
from test_names_found import kinds, named
from test_names_grouped import groups_in


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("So have I. And then Rosalind left.", ["Rosalind"]),
        ("And so do I. According to Rosalind it went.", ["Rosalind"]),
        ("Meaning Geoff Dunkerley, I think.", ["Geoff Dunkerley"]),
        ("We met at St Edwold's Church on Sundays.", ["St Edwold's Church"]),
        ("He was with British Rail for years.", ["British Rail"]),
        ("We sat in Peter's kitchen.", ["Peter's"]),
    ],
)
def test_a_name_has_all_its_words_and_no_word_before_it_in_english(said: str, wanted: list[str]) -> None:
    assert named(said, "en") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Volgens T. Drost kon het niet.", ["T. Drost"]),
        ("Dat was I. Drost, ja. En I. Drost kwam.", ["I. Drost", "I. Drost"]),
        ("Mevrouw Van\u00a0Rossum kwam.", ["Van\u00a0Rossum"]),
        ("Toen kwam Sas\u00adki\u00ada, ja.", ["Sas\u00adki\u00ada"]),
        ("De zus van Sjoerd kwam, en meneer van Rossum.", ["Sjoerd", "van Rossum"]),
        ("Hij zat bij de Nederlandse Spoorwegen.", ["Nederlandse Spoorwegen"]),
    ],
)
def test_a_name_has_all_its_words_and_no_word_before_it_in_dutch(said: str, wanted: list[str]) -> None:
    assert named(said) == wanted


def test_what_stands_behind_a_name_or_before_it_says_what_it_names() -> None:
    assert kinds("According to Nimrala, and R. Preston.", "en") == {"Nimrala": "person", "R. Preston": "person"}
    assert kinds("I did that with Harbajan.", "en") == {"Harbajan": "person"}
    assert kinds("The money came from Dunkerley Homes.", "en") == {"Dunkerley Homes": "organisation"}
    assert kinds("Ik zat bij korfbalvereniging Drostia.") == {"korfbalvereniging Drostia": "organisation"}


@pytest.mark.parametrize(
    "one",
    [
        ("Harbhajan Singh Gill", "Harbhajan Gill", "Harbhajan", "Mr Gill"),
        ("Frits Zijlstra", "Frits Zeilstra", "Frits"),
        ("Anneke Meijer", "Anneke Meier", "mevrouw Meyer"),
    ],
)
def test_names_that_many_write_in_two_ways_are_one(one: tuple[str, ...]) -> None:
    assert [set(group) for group in group_spellings(one)] == [set(one)]


@pytest.mark.parametrize("two", [("Anna Wiesner", "Anna Weisner-Bos"), ("Amrit Singh", "Amrit Gill")])
def test_names_of_another_sound_or_with_another_surname_are_two(two: tuple[str, ...]) -> None:
    assert len(group_spellings(two)) == 2


@pytest.mark.parametrize(
    ("said", "one"),
    [
        (
            "The money came from Dunmoor Trust. I worked for Dunmoor Community Trust. It came from Dunmoor Trust.",
            {"Dunmoor Trust", "Dunmoor Community Trust"},
        ),
        ("We lived at Fernmoor Estate. In Fernmoor it was quiet.", {"Fernmoor Estate", "Fernmoor"}),
        (
            "We went to St Edwold's. The fair at St Edwold's Church came from St Edwold's.",
            {"St Edwold's", "St Edwold's Church"},
        ),
        (
            "I saw Rod Preston. Yes, Preston, and Mr Preston came. According to Preston it went.",
            {"Rod Preston", "Preston"},
        ),
        ("I saw Jean-Paul Dunkerley. Then JP said so.", {"Jean-Paul Dunkerley", "JP"}),
    ],
)
def test_names_in_talk_are_put_together_where_one_fits(said: str, one: set[str], tmp_path: Path) -> None:
    groups = groups_in(tmp_path, {"P01_2010.txt": f"I: And then?\nR: {said}\n"})
    assert any(one <= set(group) for group in groups.values())


def test_what_is_not_seen_in_a_name_is_no_part_of_its_row(tmp_path: Path) -> None:
    groups = groups_in(tmp_path, {"P01_2010.txt": "I: En?\nR: Toen kwam Sas\u00adkia, en Saskia zei nee.\n"})
    assert [spelling for group in groups.values() for spelling in group] == ["Saskia"]


def test_a_surname_that_is_a_town_stays_apart_where_the_town_is_spoken_of(tmp_path: Path) -> None:
    said = "I saw Rod Preston. Mr Preston came. We lived in Preston. Yes, Preston."
    groups = groups_in(tmp_path, {"P01_2010.txt": f"I: And then?\nR: {said}\n"})
    assert not any({"Rod Preston", "Preston"} <= set(group) for group in groups.values())


def test_a_preposition_before_a_name_with_an_article_or_a_word_for_an_organisation_is_none_of_it(
    tmp_path: Path,
) -> None:
    said = (
        "Het geld kwam van De Blauwe Draak. Ik zat bij stichting De Blauwe Draak, de Blauwe Draak dus."
        " Dat was van korfbalvereniging Drostia, bij korfbalvereniging Drostia."
    )
    (tmp_path / "P01_2010.txt").write_text(f"I: En?\nR: {said}\n", "utf-8")
    spellings = set(propose_names(tmp_path).table()["spelling"])
    assert not any(spelling.startswith("van ") for spelling in spellings)
