"""Labels stated without a sign: none is found inside a word or instead of one, and what may be a word is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_speakers_forms import read, turns

SIGNED = "I: How is it?\nR: Fine, I guess, and I like it.\n{line}\nI: And then?\nR: I see, but I forgot.\n"
BARE = "I How is it?\nR Fine, I guess, and I like it.\n{line}\nI And then?\nR Well, so I see.\n"


@pytest.mark.parametrize("line", ["I'm happy.", "I’ve a shed.", "R's garden.", "R-value.", "R.I.P.", "I/O.", "R, too."])
@pytest.mark.parametrize("file", [SIGNED, BARE])
def test_a_label_without_a_sign_is_not_found_where_a_word_goes_on(tmp_path: Path, file: str, line: str) -> None:
    text = file.format(line=line)
    assert line in turns(read(text, tmp_path, labels="I|R"))[1][1]


@pytest.mark.sweep(27)
@pytest.mark.parametrize(
    ("labels", "line"),
    [
        *(("I|R", line) for line in ("Ik heb er nu.", "In mei.", "Ruim.", "IJs.", "I think so.", "I have a shed too.")),
        *(("Int|Res", line) for line in ("Interessant.", "Resultaat.", "Int ging weg.")),
        *(("Eva|Jan", line) for line in ("Januari dus.", "Evaluatie.", "Jan kwam ook.", "Jan Bos kwam ook.")),
    ],
)
@pytest.mark.parametrize("sign", [":", ";", " :", "\t", ")", "  "])
def test_where_a_file_has_a_sign_only_what_has_it_is_a_label(tmp_path: Path, labels: str, line: str, sign: str) -> None:
    one, other = labels.split("|")
    text = f"{one}: Hoe?\n{other}: Goed.\n{line}\n{one}: En?\n{other}: Ook.\n".replace(":", sign)
    assert [said for _, said in turns(read(text, tmp_path, labels=labels))] == ["Hoe?", f"Goed. {line}", "En?", "Ook."]


@pytest.mark.parametrize("line", ["I think so.", "I have a shed."])
def test_what_may_be_a_word_is_told_and_says_nothing_once_it_is_settled(tmp_path: Path, line: str) -> None:
    text = BARE.format(line=line)
    first = read(text, tmp_path, labels="I|R")
    assert [note.values["lines"] for note in first.notes if note.kind == "label or word"] == [(line,)]
    again = read(text, tmp_path, labels=f"I|R|!{line[:7]}")
    assert line in turns(again)[1][1]
    assert not [note for note in again.notes if note.kind == "label or word"]


@pytest.mark.parametrize("name", ["Jan ging weg.", "Eva kwam ook."])
def test_a_name_that_begins_a_sentence_is_told_where_turns_begin_with_capitals(tmp_path: Path, name: str) -> None:
    text = f"Eva Hoe?\nJan Goed.\nEva En?\nJan Ook.\n{name}\nEva Zo?\nJan Ja.\n"
    assert "label or word" in {note.kind for note in read(text, tmp_path, labels="Eva|Jan").notes}


@pytest.mark.parametrize(("labels", "one", "other"), [("I|R", "I", "R"), ("Int|Res", "Int", "Res")])
def test_talk_in_small_letters_is_read_as_stated_without_a_note(
    tmp_path: Path, labels: str, one: str, other: str
) -> None:
    text = f"{one} hoe ging dat\n{other} ja goed\n{one} en toen\n{other} dat was het\n"
    transcript = read(text, tmp_path, labels=labels)
    assert [said for _, said in turns(transcript)] == ["hoe ging dat", "ja goed", "en toen", "dat was het"]
    assert "label or word" not in {note.kind for note in transcript.notes}


def test_a_slip_of_a_colon_costs_no_bare_label_its_turn(tmp_path: Path) -> None:
    text = "I hoe\nR ja\n" * 12 + "I: en\nR: dus\n" * 2
    assert len(turns(read(text, tmp_path, labels="I|R"))) == 28


def test_a_bare_label_that_asks_or_that_no_sentence_goes_on_behind_is_one_where_others_have_a_sign(
    tmp_path: Path,
) -> None:
    text = "I: Hoe?\nR: Goed.\nI En verder?\nR Zo.\nI: En?\nR: Nou.\nI Waarom?\nR Daarom.\n"
    for said in (text, text.replace("En verder", "en verder").replace("Waarom", "waarom")):
        assert [role for role, _ in turns(read(said, tmp_path, labels="I|R"))] == ["i", "r"] * 4


def test_a_word_of_the_talk_that_asks_is_no_label_where_labels_have_a_sign(tmp_path: Path) -> None:
    text = SIGNED.format(line="I see, but what is it to you?")
    assert "but what is it" in turns(read(text, tmp_path, labels="I|R"))[1][1]


@pytest.mark.parametrize(
    ("labels", "form"),
    [
        *(("Q|A", form) for form in ("{0}{1} {2}", "{0}{1}. {2}", "{0}{1}: {2}", "{0}.{2}", "{0}, {2}")),
        *(("Int|Res", form) for form in ("{0}, {2}", "{0}.{2}", "{0}-{2}", "{0}{1}: {2}")),
        *(("I_|R_", form) for form in ("{0}{2}", "{0} {2}")),
    ],
)
def test_digits_and_signs_behind_a_stated_label_leave_it_one(tmp_path: Path, labels: str, form: str) -> None:
    said = ["Hoe gaat het?", "Goed hoor.", "En nu?", "Zo."]
    names = labels.split("|") * 2
    text = "\n".join(
        form.format(name, n // 2 + 1, line) for n, (name, line) in enumerate(zip(names, said, strict=True))
    )
    transcript = read(text, tmp_path, labels=labels)
    assert [line for _, line in turns(transcript)] == said
    assert [turn.speaker for turn in transcript.turns] == [name.strip("_") for name in names]
    assert "no stated label" not in {note.kind for note in transcript.notes}


@pytest.mark.parametrize("line", ["Interessant.", "Int's.", "Resultaat.", "Int1tje."])
def test_letters_behind_a_stated_label_make_it_another_word(tmp_path: Path, line: str) -> None:
    text = f"Int, hoe?\nRes, goed.\n{line}\nInt, en nu?\nRes, zo.\n"
    assert turns(read(text, tmp_path, labels="Int|Res"))[1][1] == f"goed. {line}"


def test_a_number_that_does_not_count_the_turns_is_said(tmp_path: Path) -> None:
    text = "I Hoe oud bent u?\nR30 jaar ben ik.\nI En uw man?\nR33 geworden in mei.\n"
    assert [said for _, said in turns(read(text, tmp_path, labels="I|R"))] == [
        "Hoe oud bent u?",
        "30 jaar ben ik.",
        "En uw man?",
        "33 geworden in mei.",
    ]


@pytest.mark.parametrize("sign", [". ", " ", ") "])
def test_a_number_that_counts_the_turns_is_not_said(tmp_path: Path, sign: str) -> None:
    text = f"Q1{sign}hoe?\nA1{sign}zo.\nQ2{sign}en?\nA2{sign}ook.\n"
    assert [said for _, said in turns(read(text, tmp_path, labels="Q|A"))] == ["hoe?", "zo.", "en?", "ook."]


@pytest.mark.parametrize(("one", "other", "last"), [(1, 2, "nee."), (10, 11, "Nee."), (3, 2, "Nee."), (1, 12, "nee.")])
def test_small_numbers_that_come_back_behind_a_label_are_those_of_several_who_speak(
    tmp_path: Path, one: int, other: int, last: str
) -> None:
    transcript = read(f"I Hoe?\nR{one} Goed.\nI En?\nR{other} Ja.\nR{one} {last}\n", tmp_path, labels="I|R")
    assert [turn.speaker for turn in transcript.turns] == ["I", f"R{one}", "I", f"R{other}", f"R{one}"]
    assert [said for _, said in turns(transcript)] == ["Hoe?", "Goed.", "En?", "Ja.", last]
    assert any(f"'R{one}', 'R{other}'" in str(note) for note in transcript.notes)


def test_numbers_that_come_back_and_of_which_none_is_one_are_said_where_the_sentence_goes_on(tmp_path: Path) -> None:
    transcript = read("I Uren?\nR8 uur.\nI Slaap?\nR7 uur.\nI Weekend?\nR8 uur.\n", tmp_path, labels="I|R")
    assert [said for _, said in turns(transcript)][1::2] == ["8 uur.", "7 uur.", "8 uur."]
    marks = read("I Cijfer?\nR8\nI En dat?\nR7\nI En dit?\nR8\n", tmp_path, labels="I|R")
    assert [said for _, said in turns(marks)][1::2] == ["8", "7", "8"]


@pytest.mark.parametrize("line", ["R30 jaar.", "R2 Nee hoor."])
def test_a_number_glued_to_a_bare_label_beside_others_is_told_and_can_be_settled(tmp_path: Path, line: str) -> None:
    text = f"I Hoe oud?\n{line}\nI En verder?\nR Zo.\nI Ja?\nR Ja.\n"
    doubted = read(text, tmp_path, labels="I|R")
    assert [note.values["lines"] for note in doubted.notes if note.kind == "label without colon"] == [(line,)]
    assert not read(text, tmp_path, labels=f"I|R|!{line}").notes


def test_a_bare_label_of_letters_that_nobody_says_is_one_though_talk_goes_on_in_small_letters(tmp_path: Path) -> None:
    text = "I How?\nR Good.\nI And?\nR: Yes.\nI Then?\nR: no.\nI so\nR fine\nI And\nR yes\n"
    assert [role for role, _ in turns(read(text, tmp_path, labels="I|R"))] == ["i", "r"] * 5


def test_one_digit_throughout_and_digits_that_count_the_turns_leave_a_label_one(tmp_path: Path) -> None:
    for said in (["I", "R1", "I", "R1"], ["I1", "R1", "I2", "R2", "R4", "I3", "R3"]):
        text = "".join(f"{label}. Nou dat was het.\n" for label in said)
        speakers = [turn.speaker for turn in read(text, tmp_path, labels="I|R").turns]
        assert speakers == [label[0] for label in said]
