"""A table with a turn a row that holds several interviews is refused, not read as one; a slip in a heading is told."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import openpyxl
import pytest

from bp_qual import check_study
from bp_qual.errors import TranscriptError
from bp_qual.readers import read_data
from bp_qual.readers.table_headings import UnknownColumnsError
from bp_qual.readers.tables import read_csv, read_xlsx

TURNS = (("I", "Hoe gaat het met u?"), ("R", "Goed met ons allemaal hoor."), ("I", "En toen?"), ("R", "Ook goed."))


def csv_of(heading: str, values: Sequence[str], turns: Sequence[tuple[str, str]] = TURNS) -> bytes:
    """Return a table in which all turns occur once for each value of a column."""
    rows = [f"{value};{who};{said}" for value in values for who, said in turns]
    return "\n".join([f"{heading};spreker;tekst", *rows]).encode()


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("ronde", ["2010", "2020"]),
        ("Wave", ["T0", "T1", "T2"]),
        ("Meting", ["voor", "na"]),
        ("periode", ["voormeting", "nameting"]),
        ("moment", ["T1", "T2"]),
        ("Moment", ["baseline", "follow-up"]),
        ("jaar", ["wave 1", "wave 2"]),
        ("respondent", ["P01", "P02"]),
        ("Interview", ["1", "2", "3"]),
        ("bestand", ["P01.docx", "P02.docx"]),
    ],
)
def test_a_column_that_parts_a_table_into_interviews_is_refused_by_name(heading, values):
    with pytest.raises(TranscriptError) as told:
        read_csv(csv_of(heading, values), where="P01.csv")
    assert f"'{heading}' ({', '.join(values)})" in str(told.value)
    with pytest.raises(TranscriptError, match="rondes|interviews"):
        read_csv(csv_of(heading, values), where="P01.csv")


def test_the_rows_of_one_interview_are_read_and_so_is_what_the_study_says_is_one():
    assert len(read_csv(csv_of("ronde", ["2010"])).paragraphs) == 4
    stated = {"speaker": ("spreker",), "text": ("tekst",)}
    assert len(read_csv(csv_of("ronde", ["1", "2"]), columns=stated).paragraphs) == 8


LIVED = [("periode", ["jeugd", "school"]), ("moment", ["begin", "eind"]), ("jaar", ["2010", "2011"])]


@pytest.mark.parametrize(("heading", "values"), LIVED)
def test_a_life_that_is_told_by_period_is_read_and_the_column_is_told(heading, values):
    reading = read_csv(csv_of(heading, values), where="P01.csv")
    assert len(reading.paragraphs) == 8
    assert f"{heading!r} ({', '.join(map(repr, values))})" in str(reading.notes[0])


def test_years_that_are_waves_of_the_study_are_refused_and_others_are_not(tmp_path):
    (tmp_path / "P01_2010.csv").write_bytes(csv_of("jaar", ["2010", "2020"]))
    (tmp_path / "P01_2020.csv").write_bytes(csv_of("jaar", ["1950", "1960"]))
    problems = [str(problem) for problem in check_study(tmp_path).problems]
    assert len(problems) == 1
    assert "P01_2010.csv" in problems[0]
    assert "'jaar' (2010, 2020)" in problems[0]


@pytest.mark.parametrize(
    "rows",
    [
        ["P01;P01;Ik zeg dit.", "P02;P02;Ik zeg dat.", "P01;P01;Nee hoor.", "P02;P02;Jawel hoor."],
        ["P01;R1;Ik zeg dit.", "P01;R1;En nog dit.", "P02;R2;Ik zeg dat.", "P02;R2;Jawel hoor."],
        ["Jan;I;Ik vraag dit.", "Eva;R;Ik zeg dat.", "Jan;I;En dan dit.", "Eva;R;Jawel hoor."],
    ],
    ids=["a_group", "one_after_the_other", "name_beside_role"],
)
def test_a_talk_of_several_persons_is_one_interview(rows):
    reading = read_csv("\n".join(["persoon;spreker;tekst", *rows]).encode())
    assert len(reading.paragraphs) == 4


def test_a_moment_that_is_another_in_each_row_parts_nothing():
    rows = [f"0:0{n};{who};{said}" for n, (who, said) in enumerate(TURNS)]
    assert len(read_csv("\n".join(["moment;spreker;tekst", *rows]).encode()).paragraphs) == 4


def test_excel_is_refused_as_csv_is():
    book = openpyxl.Workbook()
    for row in csv_of("ronde", ["2010", "2020"]).decode().splitlines():
        book.active.append(row.split(";"))
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(TranscriptError, match="2010, 2020"):
        read_xlsx(buffer.getvalue())


@pytest.mark.parametrize(
    ("headings", "wrong", "meant"),
    [
        ("sprker;tekst", "sprker", "spreker"),
        ("Spaeker;Text", "Spaeker", "speaker"),
        ("Spreeker;Tekst", "Spreeker", "spreker"),
    ],
)
def test_a_slip_in_a_heading_is_told_with_what_was_meant(headings, wrong, meant):
    data = "\n".join([headings, "I;Hoe gaat het?", "R;Goed met ons hoor."]).encode()
    with pytest.raises(UnknownColumnsError) as told:
        read_csv(data, where="P01.csv")
    assert f"'{wrong}'" in str(told.value)
    assert f"'{meant}'" in str(told.value)
    assert not told.value.proposed


def test_a_slip_in_the_heading_of_the_text_alone_is_read_and_told():
    reading = read_csv(b"spreker;tekts\nI;Hoe gaat het?\nR;Goed met ons hoor.")
    assert [line.label for line in reading.paragraphs] == ["I", "R"]
    assert "'tekts'" in str(reading.notes[0])


def test_two_slips_are_told_together():
    with pytest.raises(UnknownColumnsError) as told:
        read_csv(b"Spreeker;Teskt\nI;Hoe gaat het?\nR;Goed met ons hoor.")
    assert all(f"'{word}'" in str(told.value) for word in ("Spreeker", "spreker", "Teskt", "tekst"))


def test_a_heading_of_answers_is_no_slip():
    rows = "nr;test;sterk\n1;Wij werken goed samen.;De buurt is goed.\n2;Wij doen dat niet.;Dat is zo."
    with pytest.raises(UnknownColumnsError) as told:
        read_csv(rows.encode())
    assert told.value.proposed


def rows_of_waves(heading: str) -> list[tuple[str, str, str]]:
    return [(heading, "Spreker", "Tekst"), *((wave, *turn) for wave in ("2010", "2020") for turn in TURNS)]


def docx_of(heading: str) -> bytes:
    document, rows = docx.Document(), rows_of_waves(heading)
    table = document.add_table(len(rows), 3)
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def html_of(heading: str) -> bytes:
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows_of_waves(heading))
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>".encode()


def markdown_of(heading: str) -> bytes:
    head, *rows = (f"| {' | '.join(row)} |" for row in rows_of_waves(heading))
    return "\n".join([head, "|---|---|---|", *rows]).encode()


@pytest.mark.parametrize(("name", "make"), [("a.docx", docx_of), ("a.html", html_of), ("a.md", markdown_of)])
def test_a_table_in_a_document_is_refused_as_a_sheet_is(name, make):
    with pytest.raises(TranscriptError, match=r"a\.\w+  holds several waves: its column 'Ronde' \(2010, 2020\)"):
        read_data(make("Ronde"), where=name)
    assert read_data(make("Blok"), where=name).text.count("Goed met ons") == 2
