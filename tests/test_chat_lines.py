"""Exports of a chat: whoever sent a message said it, also under a telephone number or with an emoji in the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.readers import read_data
from bp_qual.transcripts import Transcript, read_transcript
from bp_qual.transcripts.speakers.chat_lines import find_messages

SAID = ["Hoe begon het?", "Met een pan soep: voor drie buren.", "En nu?", "Nu met dertig mensen.", "Straks?", "Ook."]
FORMS = {
    "iOS": "[03/05/2010, 14:{n}:11] {name}: {said}",
    "Android": "03-05-10 14:{n} - {name}: {said}",
    "American": "5/3/10, 2:{n} PM - {name}: {said}",
    "copied": "[14:{n}, 3-5-2010] {name}: {said}",
}
NAMES = ["+31 6 12345678", "06-12345678", "Hazel 🌻", "hazel", "~ Hazel W.", "🌻🌻", "Oma (nieuw nummer)"]


def write(folder: Path, form: str, name: str, more: str = "") -> Path:
    path = folder / "a.txt"
    lines = [
        form.format(n=10 + n, name=name if n % 2 else "Eva", said=said) + (more if n == 1 else "")
        for n, said in enumerate(SAID)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read(path: Path, persons: tuple[str, ...] = (), labels: str = "") -> Transcript:
    return read_transcript(path, interview="a", wave="1", persons={"P01": persons}, labels=labels)


def turns_of(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.role, transcript.text[turn.start : turn.end]) for turn in transcript.turns]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("named", [True, False], ids=["named", "guessed"])
def test_whoever_sent_a_message_is_its_speaker(tmp_path: Path, form: str, name: str, named: bool) -> None:
    transcript = read(write(tmp_path, form, name), (name,) if named else ())
    roles = ["interviewer", "respondent"] * 3
    assert turns_of(transcript) == [*zip(roles, SAID, strict=True)]
    assert {note.kind for note in transcript.notes} <= {"roles guessed"}


@pytest.mark.parametrize("name", ["+31 6 12345678", "06-12345678", "Hazel 🌻", "🌻🌻"])
@pytest.mark.parametrize("form", ["{name}: {said}", "[00:{n}] {name}: {said}"])
def test_such_a_name_that_comes_back_without_dates_is_a_speaker_too(tmp_path: Path, form: str, name: str) -> None:
    transcript = read(write(tmp_path, form, name))
    assert turns_of(transcript) == [*zip(["interviewer", "respondent"] * 3, SAID, strict=True)]
    assert {note.kind for note in transcript.notes} <= {"roles guessed"}


def test_a_number_or_an_emoji_before_a_colon_once_is_no_speaker(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("I: En?\nR: Nou:\n06-12345678: zo heet ik.\nEn ☀ dan: zon.\nI: En?\nR: Ja.\n", encoding="utf-8")
    assert {turn.speaker for turn in read(path).turns} == {"I", "R"}


def test_a_line_of_the_program_is_nobodys_and_a_second_line_of_a_message_its_senders(tmp_path: Path) -> None:
    path = write(tmp_path, FORMS["Android"], "Hazel 🌻", "\nEn een hond.\n03-05-10 14:12 - Gemiste spraakoproep")
    said = turns_of(read(path, ("Hazel 🌻",)))
    assert said[1] == ("respondent", f"{SAID[1]}\nEn een hond.")
    assert not any("Gemiste" in text for _, text in said)


NOTICES = {
    "Android": (
        "03-05-10 14:09 - Berichten zijn end-to-end versleuteld.",
        "03-05-10 14:09 - U heeft de groep Buurt gemaakt",
        "03-05-10 14:12 - U heeft het onderwerp gewijzigd naar: Soep",
        "03-05-10 14:12 - Eva heeft Hazel toegevoegd",
    ),
    "American": (
        "5/3/10, 2:09 PM - Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
        "5/3/10, 2:09 PM - You created group Street",
        "5/3/10, 2:12 PM - You changed the subject to: Soup",
        "5/3/10, 2:12 PM - You changed the subject to: More soup",
    ),
    "iOS": (
        "[03/05/2010, 14:09:11] Buurt: \u200eMessages and calls are end-to-end encrypted.",
        "[03/05/2010, 14:09:11] Eva: \u200eYou created group “Buurt”",
        "[03/05/2010, 14:12:11] Eva: \u200eYou changed the subject to: Soup",
        "\u200e[03/05/2010, 14:12:11] Hazel: \u200eimage omitted",
    ),
}


@pytest.mark.parametrize("form", NOTICES)
@pytest.mark.parametrize("labels", ["", "Eva:|Hazel:"])
def test_what_the_program_writes_is_nobodys_in_a_chat_of_few_messages_too(
    tmp_path: Path, form: str, labels: str
) -> None:
    path = write(tmp_path, FORMS[form], "Hazel")
    lines, notices = path.read_text(encoding="utf-8").split("\n"), NOTICES[form]
    path.write_text("\n".join([*notices[:2], *lines[:3], *notices[2:], *lines[3:]]), encoding="utf-8")
    transcript = read(path, ("Hazel",), labels)
    assert turns_of(transcript) == [*zip(["interviewer", "respondent"] * 3, SAID, strict=True)]
    assert {turn.speaker for turn in transcript.turns} == {"Eva", "Hazel"}


def test_one_message_that_somebody_pasted_makes_no_chat(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("I: Wat schreef ze?\nR: Dit.\n03-05-10 14:12 - oma 🌻: Kom je?\nI: En?\nR: Ja.\n", encoding="utf-8")
    assert {turn.speaker for turn in read(path).turns} == {"I", "R"}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("name", NAMES[:3])
def test_stated_labels_are_found_behind_the_date_of_a_message(tmp_path: Path, form: str, name: str) -> None:
    transcript = read(write(tmp_path, form, name), (name,), f"Eva:|{name}:")
    assert [text for _, text in turns_of(transcript)] == SAID
    assert "no stated label" not in {note.kind for note in transcript.notes}


@pytest.mark.parametrize("name", ["+31 6 12345678", "~ Hazel W.", "Hazel 🌻"])
def test_a_place_for_the_name_is_found_behind_the_date_of_a_message(tmp_path: Path, name: str) -> None:
    transcript = read(write(tmp_path, FORMS["Android"], name), (name,), "{name}:")
    assert [text for _, text in turns_of(transcript)] == SAID
    assert "no stated label" not in {note.kind for note in transcript.notes}


def test_stated_labels_are_found_behind_numbers_and_times(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nr\tTijd\tTekst\n1\t0:01\tI: Hoe?\n2\t0:04\tR: Zo.\n3\t0:06\tI: En?\n", encoding="utf-8")
    transcript = read(path, labels="I:|R:")
    assert [text for _, text in turns_of(transcript)] == ["Hoe?", "Zo.", "En?"]
    assert "no stated label" not in {note.kind for note in transcript.notes}


BETWEEN = {  # within a turn of R
    "bullets": "● Werk: goed.\n► Thuis: ook.\n● Werk: druk.\n► Thuis: niet.",
    "arrows": "→ Werk: goed.\n✓ Thuis: ook.\n→ Werk: druk.\n✓ Thuis: niet.",
    "years": "2010-2011: school.\n2010-2011: werk.",
    "a date": "12-03-2010: school.\n12-03-2010: werk.",
    "a diary": "12-03-2010 08:10 - ontbijt: brood\n12-03-2010 12:10 - lunch: soep\n12-03-2010 18:10 - diner: rijst",
    "a diary of two days": "\n".join(
        f"{day}-03-2010 {hour}:10 - {meal}: brood"
        for day in (12, 13)
        for hour, meal in (("08", "lunch"), (18, "diner"))
    ),
    "a log": "12-03-2010 08:10 - pijn: ja\n12-03-2010 09:10 - geen klachten\n12-03-2010 10:10 - pijn: nee\n"
    "12-03-2010 11:10 - slaap: goed\n12-03-2010 12:10 - slaap: nee",
}


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_what_is_listed_within_a_turn_has_no_speakers(tmp_path: Path, between: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"I: Hoe?\nR: Nou, zo:\n{between}\nI: En?\nR: Ja.\n", encoding="utf-8")
    assert [text for _, text in turns_of(read(path))] == ["Hoe?", f"Nou, zo:\n{between}", "En?", "Ja."]


@pytest.mark.parametrize("line", ["Voordeel: veel contact", "Jan: dat is mijn man", "R: roken"])
def test_a_line_of_a_message_is_no_label(tmp_path: Path, line: str) -> None:
    said = turns_of(read(write(tmp_path, FORMS["Android"], "Hazel", f"\n{line}"), ("Hazel",)))
    assert [text for _, text in said] == [SAID[0], f"{SAID[1]}\n{line}", *SAID[2:]]


@pytest.mark.parametrize(
    "notice", ["Eva heeft het onderwerp gewijzigd in: Zorg", "Eva changed the subject to: Zorg", "Gemiste oproep"]
)
def test_what_the_program_tells_of_a_sender_is_nobodys(tmp_path: Path, notice: str) -> None:
    transcript = read(write(tmp_path, FORMS["Android"], "Eva van der Berg", f"\n03-05-10 14:12 - {notice}"))
    assert [text for _, text in turns_of(transcript)] == SAID
    assert {turn.speaker for turn in transcript.turns} == {"Eva", "Eva van der Berg"}


@pytest.mark.parametrize(
    "said",
    [
        ["pijn: ja", "geen klachten", "slaap: ja", "niets", "pijn: nee", "niets", "slaap: nee", "niets"],
        ["ontbijt: brood", "lunch: soep", "diner: rijst"],
    ],
    ids=["few have one", "none comes back"],
)
def test_dated_lines_without_a_sender_who_comes_back_are_no_chat(said: list[str]) -> None:
    lines = "\n".join(f"12-03-2010 08:1{n} - {one}" for n, one in enumerate(said))
    assert find_messages(read_data(lines.encode(), where="a.txt")) == ({}, frozenset())


@pytest.mark.parametrize("name", ["06-12345678", "👉 Werk", "1-2-2010/3-4-2011"])
def test_an_odd_name_beside_those_who_ask_and_answer_is_no_speaker(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"I: Hoe?\nR: Nou:\n{name}: goed.\n{name}: ook.\nI: En?\nR: Ja.\n", encoding="utf-8")
    assert [text for _, text in turns_of(read(path))] == ["Hoe?", f"Nou:\n{name}: goed.\n{name}: ook.", "En?", "Ja."]
