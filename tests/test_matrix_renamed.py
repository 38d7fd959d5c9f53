"""Headings of a matrix in Word that were renamed: the file knows whose each cell is, and nothing changes hands."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import pytest

from bp_qual.framework import read_framework, write_framework
from bp_qual.framework.matrix import Cell, Framework
from bp_qual.quotes import Quote
from test_framework_edits import W, save_without_tags

PERSONS, CODES, WAVES = ("P01", "P02", "P03"), ("geld", "hokjes"), ("2010", "2020")
CELLS = {(p, c, w): f"Samenvatting van {p}, {c} in {w}." for c in CODES for p in PERSONS for w in WAVES}


def write_filled(path: Path, *, is_alike: bool = False) -> None:
    """Write a matrix in which each cell has a quote, of its own or the same as all others have."""

    def quote(key: tuple[str, str, str]) -> Quote:
        said = "samen" if is_alike else " ".join(key)
        return Quote(key[0], key[2], "a", 0, 0, len(said), key[1], said)

    cells = tuple(Cell(*key, quotes=(quote(key),), summary=text) for key, text in CELLS.items())
    write_framework(Framework(PERSONS, CODES, WAVES, {}, cells), path)


def rename(*pairs: tuple[str, str]) -> Callable[[docx.document.Document], None]:
    """Return an edit that renames all headings and names of tables that have a text."""

    def apply(document: docx.document.Document) -> None:
        for table in document.element.body.iter(f"{W}tbl"):
            for text in table.iter(f"{W}t"):
                text.text = dict(pairs).get(text.text or "", text.text)

    return apply


def delete_headings(document: docx.document.Document) -> None:
    for table in list(document.element.body.iter(f"{W}tbl")):
        table.remove(next(table.iter(f"{W}tr")))


RENAMED = {
    "a wave": rename(("2010", "toen")),
    "both waves": rename(("2010", "voor"), ("2020", "na")),
    "both waves alike": rename(("2010", "interview"), ("2020", "interview")),
    "a code": rename(("hokjes", "In hokjes denken")),
    "two codes": rename(("hokjes", "H"), ("geld", "H")),
    "a person": rename(("P01", "Mw. A.")),
    "all": rename(
        ("2010", "voor"), ("2020", "na"), ("hokjes", "H"), ("geld", "G"), ("P01", "A"), ("P02", "B"), ("P03", "C")
    ),
    "nothing, but the headings are deleted": delete_headings,
}


@pytest.mark.sweep(5)
@pytest.mark.parametrize("is_saved", [False, True], ids=["Word", "without tags"])
@pytest.mark.parametrize("name", RENAMED)
def test_a_renamed_heading_in_word_leaves_every_summary_in_its_cell(
    name: str, tmp_path: Path, *, is_saved: bool
) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path)
    document = docx.Document(str(path))
    RENAMED[name](document)
    document.save(str(path))
    if is_saved:
        save_without_tags(path)
    rows = read_framework(path)
    kept = rows[rows["code"] != ""]
    cells = zip(kept["person"], kept["code"], kept["wave"], strict=True)
    assert dict(zip(cells, kept["summary"], strict=True)) == CELLS
    assert not any("Samenvatting" in text for text in rows[rows["code"] == ""]["summary"])


@pytest.mark.parametrize("is_saved", [False, True], ids=["Word", "without tags"])
def test_a_row_that_was_copied_and_renamed_in_word_takes_no_cell_from_its_original(
    tmp_path: Path, *, is_saved: bool
) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path)
    document = docx.Document(str(path))
    row = list(document.element.body.iter(f"{W}tr"))[1]
    row.addnext(copied := deepcopy(row))
    for text in copied.iter(f"{W}t"):
        text.text = {"P01": "P01 oud", "Samenvatting van P01, geld in 2010.": "Nog eens bellen."}.get(
            text.text, text.text
        )
    document.save(str(path))
    if is_saved:
        save_without_tags(path)
    rows = read_framework(path)
    own = rows[(rows["person"] == "P01") & (rows["code"] == "geld") & (rows["wave"] == "2010")]
    assert own["summary"].tolist() == [CELLS["P01", "geld", "2010"]]
    assert "Nog eens bellen." in "\n".join(rows["summary"])


def test_headings_in_word_that_contradict_the_fields_make_notes(tmp_path: Path) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path)
    document = docx.Document(str(path))
    rename(("2010", "2020"), ("2020", "2010"))(document)
    document.save(str(path))
    rows = read_framework(path)
    assert sorted(rows["summary"]) == sorted(CELLS.values())
    assert set(rows["code"]) == {""}


def read_alike(path: Path, *edits: Callable[[docx.document.Document], None]) -> list[tuple[str, str, str, str]]:
    """Return what is read of a matrix with equal quotes in all cells that LibreOffice saved after edits."""
    write_filled(path, is_alike=True)
    document = docx.Document(str(path))
    for edit in edits:
        edit(document)
    document.save(str(path))
    save_without_tags(path)
    rows = read_framework(path)
    return list(zip(rows["person"], rows["code"], rows["wave"], rows["summary"], strict=True))


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", RENAMED)
def test_where_neither_fields_nor_quotes_say_whose_a_renamed_cell_is_its_place_does(name: str, tmp_path: Path) -> None:
    rows = read_alike(tmp_path / "matrix.docx", RENAMED[name])
    assert {(p, c, w): text for p, c, w, text in rows if c} == CELLS
    assert not any("Samenvatting" in text for _, code, _, text in rows if not code)


def delete_row(document: docx.document.Document) -> None:
    row = list(document.element.body.iter(f"{W}tr"))[2]
    row.getparent().remove(row)


def delete_table(document: docx.document.Document) -> None:
    table = next(document.element.body.iter(f"{W}tbl"))
    table.getparent().remove(table)


def turn_rows(document: docx.document.Document) -> None:
    first, second = list(document.element.body.iter(f"{W}tr"))[1:3]
    second.addnext(first)


def merge_cells(document: docx.document.Document) -> None:
    row = list(document.element.body.iter(f"{W}tr"))[1]
    row.remove(list(row.iter(f"{W}tc"))[2])


@pytest.mark.sweep(2)
@pytest.mark.parametrize("name", ["a wave", "both waves", "a code", "all"])
@pytest.mark.parametrize("change", [delete_row, delete_table, turn_rows, merge_cells])
def test_where_the_shape_of_a_matrix_changed_too_nothing_is_lost_or_in_the_cell_of_another(
    name: str, change: Callable[[docx.document.Document], None], tmp_path: Path
) -> None:
    rows = read_alike(tmp_path / "matrix.docx", change, *([RENAMED[name]] if change is not turn_rows else []))
    texts = "\n".join(text for *_, text in rows)
    gone = {delete_row: 2, delete_table: 6, turn_rows: 0, merge_cells: 1}[change]
    assert sum(text in texts for text in CELLS.values()) == len(CELLS) - gone
    for person, code, wave, text in rows:
        assert (person, code, wave) not in CELLS or CELLS[person, code, wave] == text


def test_a_row_that_was_moved_and_a_wave_that_was_renamed_lose_nothing(tmp_path: Path) -> None:
    rows = read_alike(tmp_path / "matrix.docx", turn_rows, RENAMED["a wave"])
    assert sum(text in {said for *_, said in rows} for text in CELLS.values()) == len(CELLS)
    for person, code, wave, text in rows:
        assert (person, code, wave) not in CELLS or CELLS[person, code, wave] == text


def test_summaries_that_their_place_keeps_are_in_the_matrix_that_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "matrix.docx"
    read_alike(path, RENAMED["all"])
    matrix = Framework(PERSONS, CODES, WAVES, {}, tuple(Cell(*key) for key in CELLS))
    rows = read_framework(path)
    kept = {(p, c, w): said for p, c, w, said in zip(rows.person, rows.code, rows.wave, rows.summary, strict=True)}
    cells = tuple(
        Cell(cell.person, cell.code, cell.wave, summary=kept[cell.person, cell.code, cell.wave])
        for cell in matrix.cells
    )
    write_framework(Framework(PERSONS, CODES, WAVES, {}, cells), tmp_path / "again.docx")
    again = read_framework(tmp_path / "again.docx")
    assert sorted(again["summary"]) == sorted(CELLS.values())
