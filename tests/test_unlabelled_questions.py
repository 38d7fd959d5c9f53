"""A file without labels in which somebody asks: taking it for one person's is offered with that, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.readers import read_data
from bp_qual.transcripts.parsing import read_transcript
from bp_qual.transcripts.speakers import find_stretches

TALK = [
    "Hoe kwam u hier?",
    "Nou via mijn zus.",
    "En wat deed u toen?",
    "Ik ging spitten.",
    "Werkt u er nog?",
    "Ja hoor.",
]


def notes(tmp_path: Path, lines: list[str], speaker: str = "") -> dict[str, str]:
    file = tmp_path / "a.txt"
    file.write_text("\n\n".join(lines) + "\n", "utf-8")
    persons = {"P01": [speaker] if speaker else []}
    return {note.kind: str(note) for note in read_transcript(file, interview="a", wave="1", persons=persons).notes}


@pytest.mark.parametrize(
    "lines",
    [["Goedemiddag.", *TALK], [*TALK, "Einde van het gesprek."], [*TALK[:2], "Dat was in mei.", *TALK[2:]]],
)
def test_questions_are_said_to_become_the_respondents_before_and_after(tmp_path: Path, lines: list[str]) -> None:
    told = notes(tmp_path, lines)
    assert "3 lines ('Hoe kwam u hier?')" in told["no speaker but questions"]
    assert "3 lines" in notes(tmp_path, lines, "(text)")["questions as talk"]


def test_a_diary_that_asks_nobody_is_not_doubted(tmp_path: Path) -> None:
    diary = ["Vandaag was het druk.", "Wat moet je dan?", "Waarom zou ik gaan?", "Morgen weer."]
    assert "questions as talk" not in notes(tmp_path, diary, "(text)")
    assert "no speaker" in notes(tmp_path, diary[::3])


def test_lines_above_questions_in_headings_are_no_speakers() -> None:
    top = "Notes: spoke at her kitchen table, for over an hour.\n\nInterviewer: Kate Wood\n\n"
    talk = "".join(f"## How did {what} go?\n\nWe worked on it for years, and it went well.\n\n" for what in "abcdef")
    reading = read_data((top + talk).encode(), where="a.md")
    found = find_stretches(reading)
    assert {stretch.speaker for stretch in found.stretches} == {"(heading)", "(text)"}
    assert len(found.stretches) == 12
    assert not [note for note in found.doubts if "Notes:" in str(note)]


def test_what_somebody_says_above_questions_in_headings_is_told() -> None:
    top = "Interviewer: Welkom, fijn dat u er bent voor dit gesprek.\n\nRespondent: Dank u wel, ik heb er zin in.\n\n"
    talk = "".join(
        f"## Hoe ging {what} bij u?\n\nDaar werkten wij jaren aan, en het ging goed.\n\n" for what in "abcdef"
    )
    found = find_stretches(read_data((top + talk).encode(), where="a.md"))
    assert [note for note in found.doubts if "'Interviewer:', 'Respondent:'" in str(note)]


SUBJECTS = ("Jeugd", "Opleiding", "Gezin", "Werk", "Ontslag", "Familie")
TOLD = "Daar werkten wij jaren aan, en het ging goed."


@pytest.mark.parametrize("opening", ["R: Goed, ik begin.", "I: Vertel eens over uw leven.\n\nR: Goed, ik begin."])
@pytest.mark.parametrize("look", ["## {}", "**{}**"])
def test_subjects_in_headings_below_labels_are_no_questions(opening: str, look: str) -> None:
    text = "\n\n".join([opening, *(f"{look.format(subject)}\n\n{TOLD}" for subject in SUBJECTS)])
    found = find_stretches(read_data(text.encode(), where="a.md"))
    assert {stretch.speaker for stretch in found.stretches} <= {"I", "R"}


def test_a_legend_above_a_few_questions_is_no_talk() -> None:
    asked = "".join(f"*Hoe ging {what} bij u?*\n\n{TOLD}\n\n" for what in "abcd")
    found = find_stretches(read_data(f"I: interviewer\n\nR: respondent\n\n{asked}".encode(), where="a.md"))
    assert [stretch.speaker for stretch in found.stretches] == ["(heading)", "(text)"] * 4
