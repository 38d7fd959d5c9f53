"""Where looks tell speakers apart: what stands above the questions and behind the last answer is parted or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript
from test_looks_within import BOLD, ITALIC, read_word
from test_unlabelled_paragraphs import ASKED, SAID, said_by

Lines = list[tuple[str, str]]


def transcribed(tmp_path: Path, look: str, top: Lines, end: Lines, labels: str = "") -> Transcript:
    """Return an interview with questions in a look, and lines above and below it, each with its look."""
    pairs = zip(ASKED, SAID, strict=True)
    talk = [line for ask, say in pairs for line in ((look, ask), ("", say))]
    return read_word(tmp_path, [[line] for line in (*top, *talk, *end)], labels)


def told(transcript: Transcript) -> tuple[str, ...]:
    return tuple(line for note in transcript.notes if note.kind == "maybe no talk" for line in note.values["lines"])


@pytest.mark.parametrize("look", [BOLD, ITALIC])
@pytest.mark.parametrize(
    "end", ["(Einde opname)", "EINDE INTERVIEW", "Einde van het gesprek om 11:45 uur", "END OF TAPE"]
)
def test_the_end_of_a_recording_is_nobodys_talk(tmp_path: Path, look: str, end: str) -> None:
    transcript = transcribed(tmp_path, look, [], [("", end)])
    assert said_by(transcript, "respondent") == list(SAID)
    assert transcript.remainders["notes after the talk"] == len("".join(end.split()))
    assert not told(transcript)


@pytest.mark.parametrize("head", ["Nabespreking", "Veldnotities", "Debriefing"])
@pytest.mark.parametrize("head_look", [BOLD, ""])
def test_notes_below_the_last_answer_are_parted_and_told(tmp_path: Path, head: str, head_look: str) -> None:
    below = "Na afloop vertelde ze dat haar man ziek is."
    transcript = transcribed(tmp_path, BOLD, [], [(head_look, head), ("", below)])
    assert said_by(transcript, "respondent") == list(SAID)
    assert "notes after the talk" in {note.kind for note in transcript.notes}


def test_what_somebody_remarks_on_the_talk_is_parted(tmp_path: Path) -> None:
    transcript = transcribed(tmp_path, BOLD, [], [("", "Opmerking interviewer: de buurvrouw kwam binnen.")])
    assert said_by(transcript, "respondent") == list(SAID)


def test_an_answer_that_begins_so_above_the_last_question_stays(tmp_path: Path) -> None:
    transcript = transcribed(tmp_path, BOLD, [], [(BOLD, "Nog iets?"), ("", "Na afloop dronken we koffie.")])
    assert said_by(transcript, "respondent")[-1] == "Na afloop dronken we koffie."


@pytest.mark.parametrize("line", ["Einde deel 1", "Ended at 11:45"])
def test_a_last_line_that_is_no_sentence_is_told(tmp_path: Path, line: str) -> None:
    assert told(transcribed(tmp_path, BOLD, [], [("", line)])) == (line,)
    assert told(transcribed(tmp_path, BOLD, [], [(BOLD, line)])) == (line,)


def test_a_last_subject_among_subjects_is_no_heading_of_notes(tmp_path: Path) -> None:
    pairs = zip(("Begin", "De buurt", "Geld", "Reflectie op de samenwerking"), SAID, strict=True)
    transcript = read_word(tmp_path, [line for head, say in pairs for line in ([(BOLD, head)], [("", say)])])
    assert said_by(transcript, "respondent") == list(SAID)


def test_a_subject_that_heads_notes_elsewhere_is_none_where_questions_follow(tmp_path: Path) -> None:
    transcript = transcribed(tmp_path, BOLD, [], [(BOLD, "Reflectie"), ("", "Ja."), (BOLD, "Nog iets?"), ("", "Nee.")])
    assert said_by(transcript, "respondent")[-2:] == ["Ja.", "Nee."]


def test_a_last_sentence_is_not_told(tmp_path: Path) -> None:
    assert not told(transcribed(tmp_path, BOLD, [], [("", "En dat was het.")]))


def test_lines_below_a_title_that_asks_nothing_are_told_and_settled(tmp_path: Path) -> None:
    top = [(BOLD, "Verslag"), ("", "Anneke woont hier al lang. Ze heeft drie kinderen.")]
    transcript = transcribed(tmp_path, BOLD, top, [])
    assert told(transcript) == (top[1][1][:40],)
    labels = "(heading)|(text)|!Anneke woont hier al"
    assert not told(transcribed(tmp_path, BOLD, top, [], labels))


def test_the_line_below_the_name_of_an_interview_is_no_talk(tmp_path: Path) -> None:
    top = [(BOLD, "Interview Anneke de Wit"), ("", "12 mei 2010, buurthuis De Kade")]
    transcript = transcribed(tmp_path, BOLD, top, [])
    assert said_by(transcript, "respondent") == list(SAID)
    assert transcript.remainders["before the first speaker"] == sum(len("".join(line.split())) for _, line in top)
