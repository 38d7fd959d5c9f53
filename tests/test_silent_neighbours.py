"""What is nobody's, or another's, between two turns or within one is told; what is not is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.readers import read_data
from bp_qual.transcripts import Transcript, read_transcript
from test_unlabelled_paragraphs import TURNS, read, said_by


def below(tmp_path: Path, *lines: str, times: int = 1) -> Transcript:
    """Return an interview with lines below a question."""
    asked = [line for turn in range(0, 10, 2) for line in (TURNS[turn], *(lines * (turn < 2 * times)), TURNS[turn + 1])]
    return read(tmp_path, "\n".join(asked))


def kinds(transcript: Transcript) -> set[str]:
    return {note.kind for note in transcript.notes} - {"state labels as", "state labels"}


@pytest.mark.parametrize(
    "line",
    [
        "Interview Truus de Vries, 12 mei 2010",
        "Opname onderbroken omdat de telefoon ging.",
        "Note to self: ask about the church next time.",
        "Dat was in mei hoor.",
        "12",
    ],
)
def test_a_line_below_a_question_that_no_label_begins_is_told(tmp_path: Path, line: str) -> None:
    transcript = below(tmp_path, line)
    (note,) = (note for note in transcript.notes if note.kind == "label missing")
    assert line[:30] in str(note)


@pytest.mark.parametrize("line", ["[telefoon gaat]", "(Zij lacht)", "*** pauze ***", "Of was dat later?", "en dan nog"])
def test_remarks_more_questions_and_lines_that_go_on_are_not_told(tmp_path: Path, line: str) -> None:
    assert "label missing" not in kinds(below(tmp_path, line))


def test_a_paragraph_of_its_own_below_a_question_is_not_told(tmp_path: Path) -> None:
    assert "label missing" not in kinds(below(tmp_path, "", "Ik bedoel dat brood."))


def test_lines_below_many_questions_are_how_the_file_was_written(tmp_path: Path) -> None:
    assert "label missing" in kinds(below(tmp_path, "Dat was in mei.", times=1))
    assert "label missing" not in kinds(below(tmp_path, "Dat was in mei.", times=5))


TWICE = [
    "Die werkte. En uw man? Die was ziek. En uw zoon? Die zat op school.",
    "Die werkte. - En uw man? - Die was ziek. - En uw zoon? - Die zat op school.",
    "He worked. And your husband? He was ill. Where did you live then? In the street.",
    "Der war da. Und Ihr Mann? Der war krank. Wo wohnten Sie da? Hier.",
]
HARDLY = [
    "Die werkte. En uw man? Die was ziek. Hoe zeg je dat? Nou, zo.",
    "Die werkte. En uw man? Die was ziek.",
    "Begrijpt u? Zo ging dat. Weet u wel? Zo dus.",
    "Wat moet je dan? Niets. En hoe zeg je dat? Zo.",
    "En uw man? En uw zoon?",
]


@pytest.mark.parametrize("said", TWICE)
def test_two_questions_to_somebody_within_an_answer_are_told(tmp_path: Path, said: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:3], f"R: {said}", *TURNS[4:]]))
    assert "asks within a turn" in kinds(transcript)


@pytest.mark.parametrize("said", HARDLY)
def test_one_question_and_those_to_nobody_are_not_told(tmp_path: Path, said: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:3], f"R: {said}", *TURNS[4:]]))
    assert "asks within a turn" not in kinds(transcript)


@pytest.mark.parametrize("sign", ["/", "|"])
def test_a_label_behind_a_stroke_is_told(tmp_path: Path, sign: str) -> None:
    said = f"R: Die werkte {sign} I ja ja {sign} en mijn zoon {sign} I hm en toen {sign} naar school."
    assert "label within a turn" in kinds(read(tmp_path, "\n".join([*TURNS[:3], said, *TURNS[4:]])))
    plain = f"R: Die werkte {sign} een dag {sign} en mijn zoon."
    assert "label within a turn" not in kinds(read(tmp_path, "\n".join([*TURNS[:3], plain, *TURNS[4:]])))


def test_a_label_within_a_sentence_before_a_turn_of_the_same_label_is_told(tmp_path: Path) -> None:
    said = "I: U zei net R: dat is mijn bus?"
    assert "label within a turn" in kinds(read(tmp_path, "\n".join([*TURNS[:2], said, *TURNS[3:]])))
    ended = "I: U zei iets. R: Dat is mijn bus."
    between = "R: Dat was de bus – I: hm – naar school."
    assert "label within a turn" not in kinds(read(tmp_path, "\n".join([*TURNS[:3], between, *TURNS[4:]])))
    after_that = read(tmp_path, "\n".join([*TURNS[:2], ended, *TURNS[3:]]))
    assert "label within a turn" not in kinds(after_that)
    assert "label within a turn" not in kinds(read(tmp_path, "\n".join([*TURNS[:2], ended, *TURNS[4:]])))


@pytest.mark.parametrize("label", ["MAN VAN TRUUS", "Man van Truus", "Husband of Truus", "Mutter von Truus"])
def test_whose_husband_somebody_is_says_that_they_are_somebody_else(tmp_path: Path, label: str) -> None:
    said = [
        "Eva: Hoeveel?",
        "Truus de Vries: Wel dertig.",
        f"{label}: Veertig.",
        "Eva: En toen?",
        "Truus de Vries: Klaar.",
    ]
    (tmp_path / "study").mkdir()
    transcript = read(tmp_path / "study", "\n".join([*said, f"{label}: Koffie?"]))
    assert said_by(transcript, "other") == ["Veertig.", "Koffie?"]


def test_the_mother_of_nobody_who_speaks_may_be_the_respondent(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Eva: Hoe was dat?\nJan: Hm.\nMoeder van Piet: Goed hoor, dat was toen zo.\n" * 4, "utf-8")
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert set(said_by(transcript, "respondent")) == {"Goed hoor, dat was toen zo."}


def test_marks_of_italic_in_markdown_are_no_part_of_words() -> None:
    reading = read_data(b"R: Ik zei _nooit meer_ en **_klaar_**.", where="a.md")
    assert reading.text == "R: Ik zei nooit meer en klaar."
    marks = [(reading.text[mark.start : mark.end], mark.kind) for mark in reading.paragraphs[0].marks]
    assert marks == [("nooit meer", "italic"), ("klaar", "italic"), ("klaar", "bold")]
    assert reading.remainders == {"markup": "__**__**"}


@pytest.mark.parametrize("said", ["een_twee_drie", "_ een", r"\_zo\_", "_ _", "zo_ en _zo", "*lacht*", "__init__.py"])
def test_other_lines_and_stars_in_markdown_stay(said: str) -> None:
    assert read_data(f"R: {said}".encode(), where="a.md").text == f"R: {said}".replace("\\", "")
