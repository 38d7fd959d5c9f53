"""What stands around a word tells a name from a plain word: 'Door woont boven', 'a bit of ivy', 'talma wonen'."""

from __future__ import annotations

import pytest

from test_names_found import named


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Hoop heet mijn nichtje.", "nl", "Hoop"),
        ("Door vertelde het me.", "nl", "Door"),
        ("Wil heeft het niet makkelijk.", "nl", "Wil"),
        ("An kwam elke dinsdag.", "nl", "An"),
        ("Wil van hiernaast.", "nl", "Wil"),
        ("April said so.", "en", "April"),
        ("Will was late.", "en", "Will"),
        ("Summer, my granddaughter, loves it.", "en", "Summer"),
        ("Pat from the launderette.", "en", "Pat"),
    ],
)
@pytest.mark.parametrize("small", [False, True])
def test_a_word_is_a_name_where_only_persons_do_or_are_that(text: str, language: str, name: str, small: bool) -> None:
    assert named(text.lower() if small else text, language, capitals=not small) == [name.lower() if small else name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hoop heet dat.", "nl"),
        ("Rein was het niet.", "nl"),
        ("Roos en paars, zo was het.", "nl"),
        ("Rose and thistle, that was the sign.", "en"),
        ("Joy, it was.", "en"),
        ("Drew the curtains.", "en"),
    ],
)
@pytest.mark.parametrize("small", [False, True])
def test_a_listed_name_is_a_word_where_it_is_used_as_one(text: str, language: str, small: bool) -> None:
    assert named(text.lower() if small else text, language, capitals=not small) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("we had a robin and a bit of ivy, and the bill came after", "en"),
        ("bill after bill", "en"),
        ("it was pure joy and the phone went mad", "en"),
        ("there was an officer in the church hall", "en"),
        ("the tenants association met", "en"),
        ("ik lees graag, en er stond een roos", "nl"),
        ("hij kwam hierheen en stond erbij", "nl"),
        ("an sich wel, met die opruimcafé-dingen", "nl"),
        ("de dominee heette zo, en het fonds beheerd door hen", "nl"),
    ],
)
def test_words_of_talk_without_capitals_are_no_names(text: str, language: str) -> None:
    assert named(text, language, capitals=False) == []


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("dat was meneer koning", "nl", ["koning"]),
        ("pa van dijk en van der ploeg", "nl", ["van dijk", "van der ploeg"]),
        ("ze noemden hem dikke toon", "nl", ["dikke toon"]),
        ("die dikke toon", "nl", ["toon"]),
        ("de dominee heette storm, ds. a.b. storm", "nl", ["storm", "a.b. storm"]),
        ("mijn zoon wil die werkt", "nl", ["wil"]),
        ("we woonden in de tarwewijk", "nl", ["tarwewijk"]),
        ("de kas bij lotgerda wonen", "nl", ["lotgerda wonen"]),
        ("ik zat op het anker, dat was een school", "nl", ["anker"]),
        ("bij van drimmel en zonen", "nl", ["van drimmel en zonen"]),
        ("in het sterrenstad ziekenhuis", "nl", ["sterrenstad ziekenhuis"]),
        ("bij het leger des heils", "nl", ["leger des heils"]),
        ("he was at fidler and sons", "en", ["fidler and sons"]),
        ("we are with harbourgate homes", "en", ["harbourgate homes"]),
        ("the mill lane action group", "en", ["mill lane action group"]),
        ("he sat in the red lion", "en", ["red lion"]),
        ("father murphy married us", "en", ["murphy"]),
        ("my son will is late", "en", ["will"]),
        ("the salvation army came", "en", ["salvation army"]),
    ],
)
def test_names_of_talk_without_capitals_that_the_words_around_tell(text: str, language: str, names: list[str]) -> None:
    assert named(text, language, capitals=False) == names


def test_particles_belong_to_the_name() -> None:
    assert named("Dat was Rima al-Khatib, met Youssef ben Salah en Chiara d'Ancona.") == [
        "Rima al-Khatib",
        "Youssef ben Salah",
        "Chiara d'Ancona",
    ]


def test_a_plain_word_that_is_a_name_elsewhere_is_no_first_name() -> None:
    assert named("that and tea", "en", capitals=False) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "Vos en ik hebben dat toen samen opgezet.", "Vos"),
        ("nl", "Roos en m'n zus zaten daar.", "Roos"),
        ("nl", "Door heeft hem nog gekend.", "Door"),
        ("en", "Hope and I did the teas.", "Hope"),
        ("nl", "Interview Sjoerd van der Meulen", "Sjoerd van der Meulen"),
        ("nl", "Gesprek Anneke Postma", "Anneke Postma"),
        ("en", "Transcript Rhys Pugh", "Rhys Pugh"),
    ],
)
def test_who_is_named_beside_the_speaker_or_in_a_title_is_a_person(language: str, text: str, name: str) -> None:
    assert named(text, language, capitals=True) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Bij de firma & Zn. was mijn IBAN niet bekend, en mijn BIC ook niet."),
        ("nl", "Ik zag het op Insta."),
        ("en", "They wanted my NI number, and my IBAN."),
        ("en", "She put it on Insta."),
        ("en", "Door was open. Time and I, we are no friends."),
    ],
)
def test_numbers_of_people_and_a_brand_are_no_likely_names(language: str, text: str) -> None:
    assert named(text, language, capitals=True) == []
