"""The framework matrix as the page shows and saves it, without a browser."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.framework import read_framework
from bp_qual.page import Desk, open_desk
from bp_qual.page.cells_view import describe_cells
from bp_qual.page.routes import make_app
from bp_qual.quotes.sentences import Sentences
from bp_qual.study.hand_coding import write_coding
from page_builders import PORT, TOKEN, let_in, make_desk

KEY = {"person": "P01", "code": "samen", "wave": "2010"}


def test_a_cell_has_the_quotes_that_the_coder_did_not_reject(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    ((cell, _),) = describe_cells(desk, "samen", "P01").rows
    hit = desk.hits[(desk.hits["interview"] == "P01_2010") & (desk.hits["code"] == "samen")].iloc[0]
    desk.save([{**hit, "id": "e1", "do": "reject"}], desk.codebook.coder)
    ((after, _),) = describe_cells(desk, "samen", "P01").rows
    assert len(after.quotes) == len(cell.quotes) - 1 == after.found


@pytest.mark.slow
def test_the_matrix_of_a_study_has_few_quotes_and_a_summary_written_in_it_is_as_fresh_as_one_beside_them(
    tmp_path: Path,
):
    desk = make_desk(tmp_path / "study")
    app = make_app(desk, token=TOKEN, port=PORT, language="nl")
    page = let_in(app)
    (cell, other), _ = page.get("/api/cells?code=samen").json()["rows"]
    assert (cell["found"], cell["quotes"]) == (12, [])
    hit = desk.hits[(desk.hits["interview"] == "P01_2020") & (desk.hits["code"] == "samen")].iloc[0]
    desk.save([{**hit, "id": "e1", "do": "reject"}], desk.codebook.coder)
    rows = [{**KEY, "wave": seen["wave"], "id": seen["wave"], "do": "summary", "note": "Veel.", "quotes": seen["mark"]}
            for seen in (cell, other)]  # fmt: skip
    assert page.post("/api/save", json={"events": rows, "codebook": ""}).json()["saved"] == ["2010", "2020"]
    for code_cells in (describe_cells(desk, "samen", "P01"), describe_cells(desk, "samen")):
        cell, other = code_cells.rows[0]
        assert (cell.stale, other.stale) == (False, True)  # of the second one a quote was rejected meanwhile


def test_cells_with_few_quotes_show_them_in_the_matrix_of_a_study(tmp_path: Path):
    (cell, _), _ = describe_cells(make_desk(tmp_path / "study", answers=1), "samen").rows
    assert [quote.quote for quote in cell.quotes] == ["werkten wij samen", "buurt"]
    assert cell.found == 2


def test_the_matrix_of_a_study_reads_sentences_only_around_what_it_shows(tmp_path: Path, monkeypatch):
    desk = make_desk(tmp_path / "study")
    read = []
    around = Sentences.around
    monkeypatch.setattr(Sentences, "around", lambda self, *place: read.append(place) or around(self, *place))
    describe_cells(desk, "samen")
    assert read == []
    describe_cells(desk, "samen", "P01")
    assert len(read) == 24


def test_of_a_summary_that_does_not_say_what_it_was_written_for_no_quotes_have_changed(tmp_path: Path):
    """Written in a notebook; the page said of it at once that the quotes had changed since."""
    desk = make_desk(tmp_path / "study")
    write_coding(
        desk.study, {"person": "P01", "code": "samen", "wave": "2010", "note": "Veel."}, coder="anna", do="summary"
    )
    assert [(cell.text, cell.stale) for cell in describe_cells(desk, "samen", "P01").rows[0]] == [
        ("Veel.", False),
        ("", False),
    ]


@pytest.mark.slow
def test_a_summary_is_stale_once_its_quotes_are_others(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    ((cell, _),) = describe_cells(desk, "samen", "P01").rows
    desk.save([{**KEY, "id": "e1", "do": "summary", "note": "Veel.", "quotes": cell.mark}], desk.codebook.coder)
    ((cell, _),) = describe_cells(desk, "samen", "P01").rows
    assert (cell.text, cell.of, cell.stale) == ("Veel.", "e1", False)
    hit = desk.hits[(desk.hits["interview"] == "P01_2010") & (desk.hits["code"] == "samen")].iloc[0]
    desk.save([{**hit, "id": "e2", "do": "reject"}], desk.codebook.coder)
    ((cell, _),) = describe_cells(desk, "samen", "P01").rows
    assert cell.stale


def test_a_fresh_summary_of_the_page_is_not_stale_in_the_matrix(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    ((cell, _),) = describe_cells(desk, "samen", "P01").rows
    desk.save([{**KEY, "id": "e1", "do": "summary", "note": "Veel.", "quotes": cell.mark}], desk.codebook.coder)
    matrix = tmp_path / "matrix.xlsx"
    told = CliRunner().invoke(main, ["framework", str(desk.study.folder), "-o", str(matrix), "--language", "en"])
    assert "1 summary, 0 of them stale" in told.output


def test_a_cell_written_elsewhere_meanwhile_keeps_both_texts(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    rows = [{**KEY, "id": f"e{n}", "do": "summary", "note": f"Venster {n}.", "of": ""} for n in (1, 2)]
    for row in rows:
        desk.save([row], desk.codebook.coder)
    ((cell, _),) = describe_cells(desk, "samen", "P01").rows
    assert (cell.text, cell.versions, cell.of) == ("Venster 1.\n\nVenster 2.", 2, "e1 e2")


def run(desk: Desk, matrix: Path, *options: str) -> str:
    told = CliRunner().invoke(
        main, ["framework", str(desk.study.folder), "-o", str(matrix), "--language", "en", *options]
    )
    assert told.exit_code == 0, told.output
    return " ".join(told.output.split())


def reject(desk: Desk, number: int, name: str) -> None:
    hits = desk.hits[(desk.hits["interview"] == "P01_2010") & (desk.hits["code"] == "samen")]
    desk.save([{**hits.iloc[number], "id": name, "do": "reject"}], desk.codebook.coder)


@pytest.mark.slow
def test_a_summary_of_the_page_is_stale_in_a_matrix_only_once_what_it_summarises_has_changed(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    reject(desk, 0, "e1")
    ((cell, _),) = describe_cells(desk, "samen", "P01").rows
    desk.save([{**KEY, "id": "e2", "do": "summary", "note": "Veel.", "quotes": cell.mark}], desk.codebook.coder)
    matrix = tmp_path / "matrix.xlsx"
    for options in ((), ("--count", "reviewed", "--coder", "anna"), ("--count", "human", "--coder", "anna")):
        assert "1 summary, 0 of them stale" in run(desk, matrix, *options), options
    reject(desk, 1, "e3")
    for options in ((), ("--count", "reviewed", "--coder", "anna")):
        assert "1 summary, 1 of them stale" in run(desk, matrix, *options), options


@pytest.mark.slow
def test_a_matrix_says_whose_quotes_it_shows_where_anybody_coded_by_hand(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    excel, word = tmp_path / "matrix.xlsx", tmp_path / "matrix.docx"
    run(desk, excel)
    assert openpyxl.load_workbook(excel).worksheets[0]["C1"].value == "2010 quotes"
    reject(desk, 0, "e1")
    told = run(desk, excel)
    assert "Coded by hand too, and not counted here: anna" in told
    assert openpyxl.load_workbook(excel).worksheets[0]["C1"].value == "2010 quotes (hits of the codebook, not reviewed)"
    told = run(desk, excel, "--count", "reviewed", "--coder", "anna")
    assert "not counted here" not in told
    assert openpyxl.load_workbook(excel).worksheets[0]["C1"].value == "2010 quotes (reviewed by anna)"
    run(desk, word, "--count", "reviewed", "--coder", "anna")
    assert "Whose quotes these are: reviewed by anna" in [p.text for p in docx.Document(word).paragraphs]
    assert read_framework(excel).empty
    assert read_framework(word).empty


@pytest.mark.slow
def test_what_is_filled_in_goes_to_the_page_of_the_coder_that_is_named_or_the_matrix_says_it_does_not(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    for coder in ("anna", "bert"):
        write_coding(desk.study, {"interview": "P01_2010"}, coder=coder, do="done")
    matrix = tmp_path / "matrix.xlsx"
    run(desk, matrix)
    book = openpyxl.load_workbook(matrix)
    book.worksheets[0]["B2"] = "Getypt in Excel."
    book.save(matrix)
    assert "1 summary of the matrix not on the page, as it is not clear whose they are" in run(desk, matrix)
    assert "saved for the page, in the file of bert" in run(desk, matrix, "--count", "reviewed", "--coder", "bert")
    ((cell, _), *_) = describe_cells(open_desk(desk.study.folder, coder="bert"), "samen").rows
    assert (cell.text, cell.stale) == ("Getypt in Excel.", False)
