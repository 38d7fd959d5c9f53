"""Advice on who speaks: what is offered, when it is obeyed, gives nobody the words of another."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import docx
import openpyxl
import pytest

from bp_qual import read_transcript
from bp_qual.errors import TranscriptError
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


# --- a question and an answer in each row

PAIRS = list(zip(ASKED, SAID, strict=True))
HEADINGS = [
    ("nr", "Frage", "Antwort", "Kommentar"), ("id", "Vraag", "Antwoord", "Opmerking"),
    ("nr", "Question", "Réponse", "Remarque"), ("no", "Question", "Answer", "Comment"),
    ("nr", "Vraag", "Antwoord", "Toelichting"), ("", "Vragen", "Antwoorden", "Thema"),
    ("nr", "Interviewer", "Respondent", "Codes"),
]  # fmt: skip


@pytest.mark.sweep(5)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx"])
@pytest.mark.parametrize("headings", HEADINGS)
@pytest.mark.parametrize("filled", [(), (2,), (0, 1, 2, 3)])
def test_columns_beside_question_and_answer_do_not_hide_them(
    tmp_path: Path, headings: tuple[str, ...], ending: str, filled: tuple[int, ...]
) -> None:
    beside = ["navragen" if row in filled else "" for row in range(4)]
    rows = [list(headings), *([str(n + 1), *PAIRS[n], beside[n]] for n in range(4))]
    path = tmp_path / f"a.{ending}"
    if ending == "docx" and headings[3] == "Toelichting":
        return  # what stands there in a document may be said
    write_table(path, rows)
    said = turns(read_transcript(path, interview="a", wave="1", persons={"P01": ()}))
    assert [(role, talk.lstrip("1234 ")) for role, talk in said] == MEANT


@pytest.mark.parametrize(
    "headings", [("nr", "was", "und dann", "Kommentar"), ("nr", "Vertel", "dit", "los"), ("nr", "a", "b", "")]
)
def test_no_line_for_answers_is_offered_where_a_column_asks(tmp_path: Path, headings: tuple[str, ...]) -> None:
    path = tmp_path / "a.csv"
    write_table(path, [list(headings), *([str(n), *pair, "ja"] for n, pair in enumerate(PAIRS))])
    with pytest.raises(TranscriptError) as refused:
        read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert 'columns: {person: "nr"' not in str(refused.value)
    assert not getattr(refused.value, "proposed", {})


def write_table(path: Path, rows: list[list[str]]) -> None:
    if path.suffix == ".csv":
        path.write_text("".join(";".join(row) + "\n" for row in rows), "utf-8")
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    else:
        document = docx.Document()
        table = document.add_table(len(rows), len(rows[0]))
        for line, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text
        document.save(path)
