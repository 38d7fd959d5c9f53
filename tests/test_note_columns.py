"""Tables in documents: codes, comments and notes beside the talk are kept apart, as they are in a .csv."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from bp_qual.readers import Reading, read_data
from bp_qual.transcripts import Transcript, read_transcript
from test_readers_formats import make_odt
from test_readers_word import make_docx, p, r

TALK = [["I", "Hoe ging het?", ""], ["R", "Goed hoor.", "toon: bitter"], ["I", "En toen?", ""], ["R", "Ook goed.", "x"]]


def read_docx(rows: list[list[str]]) -> Reading:
    lines = ("".join(f"<w:tc>{p(r(cell))}</w:tc>" for cell in row) for row in rows)
    return read_data(
        make_docx(f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>{p(r('slot'))}"), where="a.docx"
    )


def read_odt(rows: list[list[str]]) -> Reading:
    cell, row = "<table:table-cell><text:p>{}</text:p></table:table-cell>", "<table:table-row>{}</table:table-row>"
    lines = "".join(row.format("".join(map(cell.format, cells))) for cells in rows)
    return read_data(make_odt(f"<table:table>{lines}</table:table><text:p>slot</text:p>"), where="a.odt")


def read_html(rows: list[list[str]]) -> Reading:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return read_data(f"<table>{lines}</table><p>slot</p>".encode(), where="a.html")


READERS = pytest.mark.parametrize("read", [read_docx, read_odt, read_html])


@READERS
@pytest.mark.parametrize("head", ["Codes / opmerkingen", "Comments", "Notities onderzoeker", "Memo’s"])
@pytest.mark.parametrize("talk", [["Spreker", "Tekst"], ["Wie", "Interview"], ["Nr", "Gesprek"]])
def test_a_column_of_notes_is_no_talk(read, head: str, talk: list[str]) -> None:  # type: ignore[no-untyped-def]
    reading = read([[*talk, head], *TALK])
    assert reading.remainders["other columns"] == f"{head}\ntoon: bitter\nx"
    assert reading.text.split("\n")[1:] == ["I\tHoe ging het?", "R\tGoed hoor.", "I\tEn toen?", "R\tOok goed.", "slot"]


@READERS
def test_what_is_behind_speaker_and_text_is_no_talk_whatever_it_is_called(read) -> None:  # type: ignore[no-untyped-def]
    assert read([["Spreker", "Tekst", "Vertaling"], *TALK]).remainders["other columns"] == "Vertaling\ntoon: bitter\nx"


@READERS
def test_questions_and_answers_keep_their_heads_beside_notes(read) -> None:  # type: ignore[no-untyped-def]
    reading = read([["Vraag", "Antwoord", "Opmerkingen"], ["Hoe?", "Goed.", "lacht erbij"], ["En?", "Ook.", ""]])
    said = [(line.label, reading.text[line.start : line.end]) for line in reading.paragraphs]
    assert said[1:-1] == [("Vraag", "Hoe?"), ("Antwoord", "Goed."), ("Vraag", "En?"), ("Antwoord", "Ook.")]
    assert reading.remainders["other columns"] == "Opmerkingen\nlacht erbij"


@READERS
@pytest.mark.parametrize(
    "heads",
    [
        ["Spreker", "Opmerking"],
        ["Respondent", "Opmerkingen"],
        ["R", "Opmerkingen"],
        ["I: Nog opmerkingen?", "R: Nee, dat was het wel zo’n beetje."],
        ["Codes", "Opmerkingen"],
        ["Interview", "Ik heb nog een notitie gemaakt."],
    ],
)
def test_the_only_column_with_talk_is_never_set_apart(read, heads: list[str]) -> None:  # type: ignore[no-untyped-def]
    reading = read([heads, ["I", "Hoe?"], ["R", "Goed."]])
    assert "other columns" not in reading.remainders
    assert "Goed." in reading.text


@READERS
def test_a_row_of_merged_cells_and_the_next_table_stay_as_they_are(read) -> None:  # type: ignore[no-untyped-def]
    rows = [["Opmerkingen", "Wie", "Interview"], ["bitter", "I", "Hoe?"], ["R: Goed hoor."]]
    reading = read(rows)
    assert reading.remainders["other columns"] == "Opmerkingen\nbitter"
    assert "R: Goed hoor." in reading.text


PARTED = [
    ["Eva", "Hoe begon", "de bakkerij eigenlijk?"],
    ["Jan", "Met mijn zus, in een", "schuurtje achter de kerk."],
    ["Eva", "Wie hielp", "er toen mee?"],
    ["Jan", "De molenaar, en de", "mensen van het zangkoor."],
]


def read_table(ending: str, rows: list[list[str]], folder: Path, **stated: object) -> Transcript:
    file = folder / f"a.{ending}"
    if ending == "csv":
        file.write_bytes("\n".join(";".join(row) for row in rows).encode())
    elif ending == "xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(file)
    elif ending == "md":
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        file.write_text("\n".join([lines[0], "|---|---|---|", *lines[1:]]), "utf-8")
    elif ending == "docx":
        lines = ["".join(f"<w:tc>{p(r(cell))}</w:tc>" for cell in row) for row in rows]
        file.write_bytes(make_docx(f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"))
    return read_transcript(file, interview="a", wave="1", persons={"P01": ["Jan"]}, **stated)  # type: ignore[arg-type]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx", "md"])
@pytest.mark.parametrize("head", ["tekst (vervolg)", "rest", "Antwoord", "respondent", "tekst_gecorrigeerd"])
def test_talk_in_another_column_is_told(ending: str, head: str, tmp_path: Path) -> None:
    transcript = read_table(ending, [["speaker", "text", head], *PARTED], tmp_path)
    note = next(note for note in transcript.notes if note.kind == "columns apart")
    assert int(str(note.values["percent"])) > 45
    assert f"{head} de bakkerij" in str(note)
    assert "(columns: {speaker: ..., text: ...})" in str(note)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx", "md"])
@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Opmerkingen", None),
        ("thema", ["werk", "werk en geluk", "werk en geluk", "werk"]),
        ("nr", ["1", "2", "3", "4"]),
    ],
)
def test_codes_and_notes_beside_the_talk_are_kept_apart_without_a_word(
    ending: str, head: str, cells: list[str] | None, tmp_path: Path
) -> None:
    rows = [[*row[:2], cells[n] if cells else row[2]] for n, row in enumerate(PARTED)]
    assert "columns apart" not in {
        n.kind for n in read_table(ending, [["speaker", "text", head], *rows], tmp_path).notes
    }


@pytest.mark.parametrize("ending", ["csv", "docx", "md"])
@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Wie | Wat gezegd | Opmerking", "012"), ("Wie | Opmerking | Wat gezegd", "021"), ("Who | Said | Notes", "012"),
        ("Wie | Verhaal | Opmerking", "012"), ("Spreker | Opmerking | Tekst", "021"), ("Wie | Opmerking | nr", "013"),
    ],
)  # fmt: skip
def test_remarks_are_the_talk_only_where_no_other_column_is(ending: str, head: str, cells: str, tmp_path: Path) -> None:
    remarks = ["zucht", "", "lacht hard", ""]
    rows = [[*row[:2], remarks[n], str(n)] for n, row in enumerate(PARTED)]
    table = [head.split(" | "), *([row[int(place)] for place in cells] for row in rows)]
    transcript = read_table(ending, table, tmp_path)
    assert [transcript.text[turn.start : turn.end] for turn in transcript.turns] == [row[1] for row in PARTED]
    assert "columns apart" not in {note.kind for note in transcript.notes}


@pytest.mark.parametrize(
    ("head", "about"),
    [
        ("Who | Topic | Comment", ["How do you like the street?", "And what of the noise at night?"]),
        ("Wie | Vraag | Opmerking", ["Vertel eens van de straat, hoe die was.", "En nu over de herrie in de nacht."]),
        ("Who | Video | Comment", ["A day in the life of a nurse", "A day in the life of a nurse"]),
        ("Wie | Vertaling | Opmerking", ["We all liked the street a lot.", "There was never any noise."]),
    ],
)
def test_what_remarks_are_on_is_not_their_text(head: str, about: list[str], tmp_path: Path) -> None:
    said = ["Wij vonden het een fijne straat.", "Er was nooit herrie."]
    rows = [[f"P{n}", about[n % 2], said[n % 2]] for n in range(4)]
    transcript = read_table("csv", [head.split(" | "), *rows], tmp_path)
    assert [transcript.text[turn.start : turn.end] for turn in transcript.turns] == [row[2] for row in rows]


def test_columns_that_the_study_names_settle_what_is_talk(tmp_path: Path) -> None:
    rows = [["speaker", "text", "rest"], *PARTED]
    named = read_table("csv", rows, tmp_path, columns={"speaker": ("speaker",), "text": ("text",)})
    assert "columns apart" not in {note.kind for note in named.notes}


def test_talk_beside_the_questions_of_a_survey_is_told(tmp_path: Path) -> None:
    rows = [["code", "Hoe begon het?", "rest"], ["P01", "Met mijn zus.", "En met de molenaar."]]
    rows += [["P02", "In een schuur.", "Dat was wel koud."], ["P03", "Zomaar.", "Van het een kwam het ander."]]
    note = next(note for note in read_table("csv", rows, tmp_path).notes if note.kind == "answers apart")
    assert 'columns: {person: "code", questions: ["Hoe begon het?", "rest"]}' in str(note)


QA = [("Hoe begon het dan?", "Met mijn zus, in een schuur."), ("Wie hielp er mee?", "De molenaar vooral, en het koor.")]
SAID = [(who, said) for pair in QA for who, said in zip("IR", pair, strict=True)]


def said_in(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, transcript.text[turn.start : turn.end]) for turn in transcript.turns]


def save_rows(file: Path, rows: list[list[str]]) -> None:
    is_word = file.suffix == ".docx"
    table, line, cell = ("w:tbl", "w:tr", "w:tc") if is_word else ("table", "tr", "td")
    show = (lambda said: p(r(said))) if is_word else "<p>{}</p>".format
    cells = [[f"<{cell}>{''.join(map(show, said.splitlines()))}</{cell}>" for said in row] for row in rows]
    body = f"<{table}>{''.join(f'<{line}>' + ''.join(row) + f'</{line}>' for row in cells)}</{table}>"
    file.write_bytes(make_docx(body) if is_word else body.encode())


@pytest.mark.parametrize("ending", ["docx", "html"])
@pytest.mark.parametrize("form", ["labels in one cell", "a label in each cell"])
def test_a_row_with_a_question_and_its_answer_is_two_turns(ending: str, form: str, tmp_path: Path) -> None:
    in_one = [["I\nR", "\n".join(pair)] for pair in QA]
    in_each = [[f"I: {question}", f"R: {answer}"] for question, answer in QA]
    save_rows(file := tmp_path / f"a.{ending}", in_one if form == "labels in one cell" else in_each)
    transcript = read_transcript(file, interview="a", wave="1", persons={"P01": ()})
    assert said_in(transcript) == SAID
    assert not transcript.notes


def test_labels_and_lines_in_one_row_of_a_sheet_belong_together(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [["speaker", "text"], *(["I\nR", "\n".join(pair)] for pair in QA)]:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    transcript = read_transcript(tmp_path / "a.xlsx", interview="a", wave="1", persons={"P01": ()})
    assert said_in(transcript) == SAID


def test_labels_beside_another_number_of_lines_are_told(tmp_path: Path) -> None:
    rows = [["I\nR", f"{question}\n{answer}\nEcht waar."] for question, answer in QA]
    save_rows(tmp_path / "a.docx", rows)
    transcript = read_transcript(tmp_path / "a.docx", interview="a", wave="1", persons={"P01": ()})
    assert "turns without words" in {note.kind for note in transcript.notes}
