"""Second voices: a couple, an interpreter, a second interviewer; who is not counted is told, with what to write."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bp_qual.transcripts import Transcript, read_transcript
from bp_qual.wording import Remark

TAGS = [
    "toch",
    "hè",
    "toch Jan",
    "niet waar",
    "of niet",
    "weet je wel",
    "right",
    "isn't it",
    "you know",
    "oder",
    "gell",
]
ROUND = "{asks}: Hoe ging dat?\nJan: Goed hoor.\nPiet: {said}\n"


def read(folder: Path, text: str, speaker: str = "", speakers: dict[str, list[str]] | None = None) -> Transcript:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    persons = {"P01": (speaker,) if speaker else ()}
    return read_transcript(folder / "a.txt", interview="a", wave="1", persons=persons, speakers=speakers)


def roles(transcript: Transcript) -> dict[str, str]:
    return {turn.speaker: turn.role for turn in transcript.turns}


def kinds(transcript: Transcript) -> set[str]:
    return {note.kind for note in transcript.notes}


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("asks", ["Interviewer", "Eva"])
def test_somebody_who_asks_only_whether_it_was_so_is_no_interviewer(tmp_path: Path, asks: str, tag: str) -> None:
    said = [f"Het moest, {tag}?", "Mijn buurman deed mee.", f"Dat was zo, {tag}?", f"Zo ging het, {tag}?"]
    transcript = read(tmp_path, "".join(ROUND.format(asks=asks, said=one) for one in said), speaker="Jan")
    assert roles(transcript) == {asks: "interviewer", "Jan": "respondent", "Piet": "other"}
    assert "others speak" in kinds(transcript)


@pytest.mark.parametrize("asked", [1, 2])
def test_a_few_real_questions_make_nobody_a_second_interviewer(tmp_path: Path, asked: int) -> None:
    said = ["Wat bedoelt u?"] * asked + ["Mijn buurman deed mee."]
    transcript = read(tmp_path, "".join(ROUND.format(asks="I", said=one) for one in said), speaker="Jan")
    assert roles(transcript)["Piet"] == "other"


def test_who_asks_in_half_of_the_turns_is_a_second_interviewer(tmp_path: Path) -> None:
    said = ["En wie hielp er?", "Vertel eens.", "Was dat zwaar?", "En de gemeente?"]
    transcript = read(tmp_path, "".join(ROUND.format(asks="I", said=one) for one in said), speaker="Jan")
    assert roles(transcript)["Piet"] == "interviewer"
    assert not kinds(transcript)


@pytest.mark.parametrize("label", ["Tolk", "Interpreter", "Dolmetscherin", "Interprète", "Tolk (Dari)"])
def test_an_interpreter_is_told_whatever_they_ask(tmp_path: Path, label: str) -> None:
    text = f"I: Hoe ging dat?\n{label}: Nasil gitti?\nR: Iyi.\n{label}: Hij vraagt: hoe?\n" * 4
    transcript = read(tmp_path, text)
    assert roles(transcript)[label] == "other"
    assert "others speak" in kinds(transcript)


@pytest.mark.parametrize("name", ["Piet", "O'Neil", 'Tante "Annie"', "J. de B."])
def test_the_line_that_is_offered_for_others_makes_their_note_quiet(tmp_path: Path, name: str) -> None:
    text = "I: Hoe ging dat?\nR: Goed.\n" * 3 + f"{name}: Dag allemaal.\n" * 2 + "I: En nu?\nR: Ook.\n"
    note = next(note for note in read(tmp_path, text).notes if note.kind == "others speak")
    line = str(note).rpartition("write in study.yaml: ")[2]
    assert line in note.say("nl")
    transcript = read(tmp_path, text, speakers=yaml.safe_load(line)["speakers"])
    assert roles(transcript)[name] == "other"
    assert not kinds(transcript)


def test_the_labels_of_two_turns_that_were_swapped_are_told(tmp_path: Path) -> None:
    turns = ["I: Hoe ging dat?", "R: Goed.", "I: En nu?", "R: Nu ook.", "R: Waarom dan?", "I: Daarom.", "I: Echt?"]
    transcript = read(tmp_path, "\n".join([*turns, "R: Zeker."]))
    assert "pair exchanged" in kinds(transcript)
    answered = [*turns[:4], "I: Zo.", *turns[4:6], "R: Zeker."]
    assert "pair exchanged" not in kinds(read(tmp_path, "\n".join(answered)))


@pytest.mark.parametrize(("language", "row"), [("en", "add a row"), ("nl", "voeg dan een rij toe")])
def test_the_note_on_who_else_speaks_asks_for_a_row_of_their_own(language: str, row: str) -> None:
    said = Remark("others speak", values={"labels": ("T",), "line": "speakers: {other: [T]}"}).say(language)
    assert row in said
    assert "interviews.csv" in said
    assert "`speaker`" in said
