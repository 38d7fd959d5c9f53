"""Advice on who speaks: what is offered, when it is obeyed, gives nobody the words of another."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from bp_qual import read_transcript
from bp_qual.transcripts import Transcript
from test_speakers_forms import read, turns

ASKED = ("Hoe bent u hier gekomen?", "En hoe ging dat?", "Wat deed u toen?", "En wie betaalde dat?")
SAID = ("Via mijn zuster.", "Moeizaam, er was geen sleutel.", "Toen ging ik koken.", "Ik zelf, en daarna het fonds.")
TALK = [line for pair in zip(ASKED, SAID, strict=True) for line in pair]
MEANT = [("ir"[n % 2], said) for n, said in enumerate(TALK)]


def kinds(transcript: Transcript) -> set[str]:
    return {note.kind for note in transcript.notes}


# --- question and answer alternate

ALTERNATING = {
    "plain": (TALK, MEANT),
    "two titles": (["Interview Truus, 12 mei 2010", "Buurthuis De Brug", *TALK], MEANT),
    "a remark": ([*TALK[:2], "(lacht)", *TALK[2:]], [*MEANT[:1], ("r", f"{SAID[0]} (lacht)"), *MEANT[2:]]),
    "a remark at the top": (["[band loopt]", *TALK], MEANT),
}


@pytest.mark.parametrize("form", ALTERNATING)
def test_paragraphs_that_take_turns_can_be_read_as_offered(tmp_path: Path, form: str) -> None:
    lines, meant = ALTERNATING[form]
    for between in ("\n\n", "\n"):
        text = between.join(lines)
        assert "no speaker but turns" in kinds(read(text, tmp_path))
        assert turns(read(text, tmp_path, speaker=("(2)",))) == meant


@pytest.mark.parametrize(
    "lines",
    [
        ["Fijn dat u er bent.", *TALK],
        [*TALK[:2], "Hm hm.", *TALK[2:]],
        [*TALK[:4], "En verder nog dit: het was koud.", *TALK[4:]],
        [*TALK[:5], *TALK[6:]],
        [*TALK, "Dank u wel."],
        [*TALK[:3], "Er was geen sleutel.", "En ook geen licht.", *TALK[4:]],
        TALK[1:],
        [*TALK[:7], "Het fonds, en wat zou u doen?", *TALK[:2]],
    ],
)
def test_no_turns_are_offered_where_a_paragraph_breaks_their_order(tmp_path: Path, lines: list[str]) -> None:
    assert "no speaker but turns" not in kinds(read("\n\n".join(lines), tmp_path))


def test_a_talk_without_stops_is_no_row_of_titles(tmp_path: Path) -> None:
    text = "\n\n".join(line.rstrip(".?") for line in TALK)
    assert [said for _, said in turns(read(text, tmp_path, speaker=("(2)",)))] == [one.rstrip(".?") for one in TALK[1:]]


# --- who may be one speaker


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        *(("Interviewer", "Interviewee"), ("interviewer", "INTERVIEWEE"), ("Interviewerin", "Interviewte")),
        *(("Interviewer", "Interviewte"), ("Enquêteur", "Enquêtée"), ("Intervieweur", "Interviewé"), ("Anna", "Anne")),
        ("Interviewer 1", "Interviewee 1"),
    ],
)
@pytest.mark.parametrize("persons", [{"P01": ()}, {"P01": (), "P02": ()}])
def test_the_interviewer_and_the_respondent_are_never_perhaps_one_speaker(
    tmp_path: Path, asks: str, answers: str, persons: dict[str, tuple[str, ...]]
) -> None:
    text = "\n".join(f"{asks}: {ask}\n{answers}: {said}" for ask, said in zip(ASKED, SAID, strict=True))
    for form in ("NFC", "NFD"):
        path = tmp_path / "a.txt"
        path.write_text(unicodedata.normalize(form, text), "utf-8")
        read_so = read_transcript(path, interview="a", wave="1", persons=persons)
        is_known = asks != "Anna" or len(persons) == 1  # of two persons either may be Anna or Anne
        assert "perhaps one speaker" not in kinds(read_so) or not is_known


def test_two_spellings_of_one_who_answers_are_still_perhaps_one(tmp_path: Path) -> None:
    text = "\n".join(f"Eva: {ask}\nAnna de Wit: {said}" for ask, said in zip(ASKED, SAID, strict=True))
    assert "perhaps one speaker" in kinds(read(f"{text}\nEva: Ja?\nAnna de Witt: Ja.", tmp_path))
