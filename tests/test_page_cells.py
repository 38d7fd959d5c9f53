"""The framework matrix as the page shows and saves it, without a browser."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.page.cells_view import describe_cells
from page_builders import make_desk

KEY = {"person": "P01", "code": "samen", "wave": "2010"}


def test_a_cell_has_the_quotes_that_the_coder_did_not_reject(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    (cell, _), _ = describe_cells(desk, "samen").rows
    hit = desk.hits[(desk.hits["interview"] == "P01_2010") & (desk.hits["code"] == "samen")].iloc[0]
    desk.save([{**hit, "id": "e1", "do": "reject"}], desk.codebook.coder)
    (after, _), _ = describe_cells(desk, "samen").rows
    assert len(after.quotes) == len(cell.quotes) - 1


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
