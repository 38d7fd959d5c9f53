"""Tables in documents: codes, comments and notes beside the talk are kept apart, as they are in a .csv."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data
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
