"""Tables of a framework matrix put together, sorted or swapped in part: no summary changes hands without a word."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pytest

from bp_qual import apply_codebook, count_codes, read_codebook, read_corpus
from bp_qual.coding.by_hand import Summary
from bp_qual.errors import StudyError
from bp_qual.framework import make_framework, merge_summaries, read_framework, write_framework
from bp_qual.panel import Panel

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PERSONS, WAVES, CODES = ("P01", "P02", "P03"), ("2010", "2020"), ("subsidie", "samen", "geld")
BOOK = "codebook: F\nversion: 1.0.0\nlanguage: nl\ncodes:\n" + "".join(
    f"  - {{id: {code}, terms: [{term}]}}\n"
    for code, term in zip(CODES, ("subsidie", "samenwerken", "euro"), strict=True)
)
Key = tuple[str, str, str]


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Panel:
    folder = tmp_path_factory.mktemp("study")
    for person in PERSONS:
        for wave in WAVES:
            said = "I: Hoe?\nR: Wij willen samenwerken met subsidie, dat was het.\n"
            (folder / f"{person}_{wave}.txt").write_text(said, "utf-8")
    (folder / "codebook.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", "utf-8")
    corpus, codebook = read_corpus(folder), read_codebook(folder / "codebook.yaml")
    return count_codes(apply_codebook(codebook, corpus), corpus=corpus, codebook=codebook)


def sentence(person: str, code: str, wave: str) -> str:
    return f"Zin over {person}, {code} in {wave}."


def write_filled(panel: Panel, path: Path) -> openpyxl.Workbook:
    write_framework(make_framework(panel), path)
    book = openpyxl.load_workbook(path)
    for sheet, code in zip(book.worksheets, CODES, strict=False):
        for row, person in enumerate(PERSONS, 2):
            for column, wave in ((2, "2010"), (5, "2020")):
                sheet.cell(row, column).value = sentence(person, code, wave)
    return book


def read(path: Path) -> tuple[dict[Key, str], set[str], pd.DataFrame]:
    """Return the summaries by cell, the notes, and the table."""
    table = read_framework(path)
    rows = list(zip(table["person"], table["code"], table["wave"], table["summary"], strict=True))
    return {row[:3]: row[3] for row in rows if row[1]}, {row[3] for row in rows if not row[1]}, table


def swap(sheet: openpyxl.worksheet.worksheet.Worksheet, columns: int, rows: range) -> None:
    """Swap the columns of 2010 with those of 2020 in some rows, the first `columns` of each."""
    for row in rows:
        for column in range(2, 2 + columns):
            early, late = sheet.cell(row, column), sheet.cell(row, column + 3)
            early.value, late.value = late.value, early.value


EVERYTHING = {(p, c, w): sentence(p, c, w) for p in PERSONS for c in CODES for w in WAVES}


def paste_together(book: openpyxl.Workbook, *, aside: bool = False) -> openpyxl.worksheet.worksheet.Worksheet:
    everything = book.create_sheet("alles", 0)
    for number, sheet in enumerate(book.worksheets[1:4]):
        down, right = (0, 8 * number) if aside else (7 * number, 0)
        for row in sheet.iter_rows():
            for cell in row:
                everything.cell(cell.row + down, cell.column + right).value = cell.value
        book.remove(sheet)
    return everything


@pytest.mark.parametrize("aside", [False, True], ids=["below one another", "beside one another"])
def test_tables_pasted_onto_one_sheet_keep_their_own_summaries(panel: Panel, tmp_path: Path, aside: bool) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    paste_together(book, aside=aside)
    book.save(tmp_path / "m.xlsx")
    summaries, notes, table = read(tmp_path / "m.xlsx")
    assert summaries == EVERYTHING
    assert not notes
    assert not make_framework(panel, summaries=table).stale


def test_tables_sorted_together_are_carried_whole(panel: Panel, tmp_path: Path) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    sheet = paste_together(book)
    rows = sorted(([cell.value for cell in row] for row in sheet.iter_rows()), key=lambda row: str(row[0]))
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    book.save(tmp_path / "m.xlsx")
    summaries, notes, _ = read(tmp_path / "m.xlsx")
    assert set(EVERYTHING.values()) <= {*notes, *summaries.values()}
    assert not {key for key, text in summaries.items() if EVERYTHING[key] != text}


def test_a_person_column_sorted_alone_makes_the_summaries_stale(panel: Panel, tmp_path: Path) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    for row, person in enumerate(reversed(PERSONS), 2):
        book.worksheets[0].cell(row, 1).value = person
    book.save(tmp_path / "m.xlsx")
    matrix = make_framework(panel, summaries=read_framework(tmp_path / "m.xlsx"))
    assert {(cell.person, cell.code) for cell in matrix.stale} == {("P01", "subsidie"), ("P03", "subsidie")}
    write_framework(matrix, tmp_path / "m.xlsx")
    assert len(make_framework(panel, summaries=read_framework(tmp_path / "m.xlsx")).stale) == 4


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_swapped_against_the_hidden_row_make_the_summaries_stale(
    panel: Panel, tmp_path: Path, columns: int
) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    swap(book.worksheets[0], columns, range(1, 5))
    book.save(tmp_path / "m.xlsx")
    matrix = make_framework(panel, summaries=read_framework(tmp_path / "m.xlsx"))
    assert len(matrix.stale) == 6
    assert {cell.code for cell in matrix.stale} == {"subsidie"}


def test_headings_alone_that_contradict_the_hidden_row_make_the_summaries_stale(panel: Panel, tmp_path: Path) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    swap(book.worksheets[2], 1, range(1, 2))
    book.save(tmp_path / "m.xlsx")
    matrix = make_framework(panel, summaries=read_framework(tmp_path / "m.xlsx"))
    assert {(cell.code, cell.summary) for cell in matrix.stale} == {
        ("geld", sentence(person, "geld", wave)) for person in PERSONS for wave in WAVES
    }


def test_a_table_sorted_whole_or_with_other_headings_is_not_stale(panel: Panel, tmp_path: Path) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=4)]
    for number, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    sheet["B1"] = "toen"
    swap(book.worksheets[1], 3, range(1, 7))
    book.save(tmp_path / "m.xlsx")
    summaries, _, table = read(tmp_path / "m.xlsx")
    assert summaries == EVERYTHING
    assert not make_framework(panel, summaries=table).stale


def test_what_stands_beside_other_quotes_replaces_nothing_on_the_page(panel: Panel, tmp_path: Path) -> None:
    page = [Summary(person, "subsidie", "2010", (f"Pagina {person}.",), "", (person,)) for person in PERSONS]
    write_framework(make_framework(panel, summaries=merge_summaries(None, page).summaries), tmp_path / "m.xlsx")
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    for row, person in enumerate(reversed(PERSONS), 2):
        book.worksheets[0].cell(row, 1).value = person
    book.save(tmp_path / "m.xlsx")
    merged = merge_summaries(read_framework(tmp_path / "m.xlsx"), page)
    assert set(merged.both) == {("P01", "subsidie", "2010"), ("P03", "subsidie", "2010")}
    assert merged.summaries["summary"].tolist()[0] == "Pagina P03.\n\nPagina P01."


def test_a_summary_deleted_as_a_tracked_change_is_carried(panel: Panel, tmp_path: Path) -> None:
    matrix = make_framework(panel)
    write_framework(matrix, tmp_path / "m.docx")
    document = docx.Document(str(tmp_path / "m.docx"))
    first, second, *_ = document.element.body.iter(f"{W}sdt")
    for field, text in ((first, "Zij wilde niet meer."), (second, "Dat bleef zo. ")):
        run = next(field.iter(f"{W}r"))
        next(run.iter(f"{W}t")).text = text
        gone = deepcopy(run)
        next(gone.iter(f"{W}t")).tag = f"{W}delText"
        deletion = run.makeelement(f"{W}del", {f"{W}id": "900", f"{W}author": "ik"})
        deletion.append(gone)
        run.addnext(deletion)
        if field is first:
            run.getparent().remove(run)
    document.save(str(tmp_path / "m.docx"))
    summaries, notes, _ = read(tmp_path / "m.docx")
    assert summaries == {("P01", "subsidie", "2020"): "Dat bleef zo."}
    assert notes == {"Zij wilde niet meer."}


def paste_rows(book: openpyxl.Workbook, source: int, below: int, columns: int = 7) -> None:
    """Put the rows of a sheet's table, without headings and hidden row, below what another has; delete the sheet."""
    other, sheet = book.worksheets[source], book.worksheets[below]
    place = sheet.max_row
    for row in range(2, 2 + len(PERSONS)):
        for column in range(1, columns + 1):
            sheet.cell(place + row - 1, column).value = other.cell(row, column).value
    book.remove(other)


@pytest.mark.parametrize(("source", "below"), [(1, 0), (0, 1), (0, 2)])
def test_rows_pasted_below_another_table_without_headings_go_where_their_quotes_belong(
    panel: Panel, tmp_path: Path, source: int, below: int
) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    paste_rows(book, source, below)
    book.save(tmp_path / "m.xlsx")
    cells, notes, _ = read(tmp_path / "m.xlsx")
    geld = {key for key in EVERYTHING if key[1] == "geld"} if below == 2 else set()  # has no quotes to tell it by
    assert {key: text for key, text in cells.items() if key not in geld} == {
        key: text for key, text in EVERYTHING.items() if key not in geld
    }
    assert notes == {EVERYTHING[key] for key in geld}


@pytest.mark.parametrize("below", [0, 1])
def test_rows_without_quotes_pasted_below_another_table_are_carried_and_in_no_cell(
    panel: Panel, tmp_path: Path, below: int
) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    paste_rows(book, 2, below)
    book.save(tmp_path / "m.xlsx")
    cells, notes, _ = read(tmp_path / "m.xlsx")
    assert cells == {key: text for key, text in EVERYTHING.items() if key[1] != "geld"}
    assert notes == {text for key, text in EVERYTHING.items() if key[1] == "geld"}


def test_a_row_copied_within_its_table_stays_its_persons(panel: Panel, tmp_path: Path) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    sheet = book.worksheets[2]
    for column in range(1, 8):
        sheet.cell(9, column).value = sheet.cell(2, column).value
    sheet.cell(9, 2).value = "Nog een zin."
    book.save(tmp_path / "m.xlsx")
    _, notes, table = read(tmp_path / "m.xlsx")
    own = table[(table["person"] == "P01") & (table["code"] == "geld") & (table["wave"] == "2010")]
    assert "Nog een zin." in " ".join(own["summary"])
    assert not notes


def copy_keys(book: openpyxl.Workbook, fresh: openpyxl.Workbook) -> None:
    sheet = book.create_sheet("_keys")
    for row in fresh["_keys"].iter_rows(values_only=True):
        sheet.append(row)


def test_a_matrix_without_its_hidden_sheet_is_refused_and_what_is_said_to_do_carries_it(
    panel: Panel, tmp_path: Path
) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    book.remove(book["_keys"])
    book.save(tmp_path / "m.xlsx")
    with pytest.raises(StudyError, match="lacks its hidden sheet _keys") as error:
        read(tmp_path / "m.xlsx")
    assert "kopieer daaruit het werkblad _keys" in error.value.say("nl")
    assert all("--by-change" in error.value.say(language) for language in ("nl", "en"))
    write_framework(make_framework(panel), tmp_path / "new.xlsx")
    copy_keys(book, openpyxl.load_workbook(tmp_path / "new.xlsx"))
    book.save(tmp_path / "m.xlsx")
    cells, notes, _ = read(tmp_path / "m.xlsx")
    assert cells == EVERYTHING
    assert not notes


def test_sheets_of_whatever_names_are_read(panel: Panel, tmp_path: Path) -> None:
    book = write_filled(panel, tmp_path / "m.xlsx")
    for number, sheet in enumerate(book.worksheets):
        sheet.title = f"Blad{number}"
    book.save(tmp_path / "m.xlsx")
    cells, notes, _ = read(tmp_path / "m.xlsx")
    assert cells == EVERYTHING
    assert not notes


def write_word(panel: Panel, path: Path, *, fields: bool) -> docx.document.Document:
    """Return a filled-in matrix in Word, its fields taken out as other programs do."""
    write_framework(make_framework(panel), path)
    document = docx.Document(str(path))
    for table, code in zip(document.tables, CODES, strict=True):
        for row, person in zip(table.rows[1:], PERSONS, strict=True):
            for cell, wave in zip(row.cells[1:], WAVES, strict=True):
                next(cell._tc.iter(f"{W}t")).text = sentence(person, code, wave)
    for field in [] if fields else list(document.element.body.iter(f"{W}sdt")):
        for paragraph in list(next(field.iter(f"{W}sdtContent"))):
            field.addprevious(paragraph)
        field.getparent().remove(field)
    return document


def paste_in_word(document: docx.document.Document, source: int, below: int, *, heading: bool) -> None:
    tables = document.tables
    for row in list(tables[source].rows)[0 if heading else 1 :]:
        tables[below]._tbl.append(row._tr)
    tables[source]._tbl.getparent().remove(tables[source]._tbl)


@pytest.mark.sweep(3)
@pytest.mark.parametrize(("source", "below"), [(1, 0), (0, 1), (2, 0), (0, 2)])
@pytest.mark.parametrize("heading", [True, False])
def test_rows_pasted_below_another_table_in_word_are_in_no_cell_of_its_code(
    panel: Panel, tmp_path: Path, source: int, below: int, heading: bool
) -> None:
    document = write_word(panel, tmp_path / "m.docx", fields=False)
    paste_in_word(document, source, below, heading=heading)
    document.save(str(tmp_path / "m.docx"))
    cells, notes, table = read(tmp_path / "m.docx")
    assert len(table) == len(EVERYTHING)
    unknown = {key for key in EVERYTHING if key[1] == "geld"} if 2 in (source, below) and not heading else set()
    assert cells == {key: text for key, text in EVERYTHING.items() if key not in unknown}
    assert notes == {EVERYTHING[key] for key in unknown}  # no quotes to tell them by


def test_rows_with_fields_pasted_below_another_table_in_word_are_in_no_cell_of_its_code(
    panel: Panel, tmp_path: Path
) -> None:
    document = write_word(panel, tmp_path / "m.docx", fields=True)
    paste_in_word(document, 1, 0, heading=False)
    document.save(str(tmp_path / "m.docx"))
    cells, notes, _ = read(tmp_path / "m.docx")
    assert cells == {key: text for key, text in EVERYTHING.items() if key[1] != "samen"}
    assert notes == {text for key, text in EVERYTHING.items() if key[1] == "samen"}


def test_a_row_copied_within_its_table_in_word_stays_its_persons(panel: Panel, tmp_path: Path) -> None:
    document = write_word(panel, tmp_path / "m.docx", fields=False)
    table = document.tables[0]
    table._tbl.append(deepcopy(table.rows[1]._tr))
    next(table.rows[-1].cells[1]._tc.iter(f"{W}t")).text = "Nog een zin."
    document.save(str(tmp_path / "m.docx"))
    _, notes, read_so = read(tmp_path / "m.docx")
    own = read_so[(read_so["person"] == "P01") & (read_so["code"] == "subsidie") & (read_so["wave"] == "2010")]
    assert set(own["summary"]) == {sentence("P01", "subsidie", "2010"), "Nog een zin."}
    assert not notes


@pytest.mark.slow
@pytest.mark.parametrize("wave", WAVES)
def test_a_summary_column_that_was_sorted_alone_leaves_no_text_unmarked(
    panel: Panel, tmp_path: Path, wave: str
) -> None:
    path = tmp_path / "matrix.xlsx"
    write_filled(panel, path).save(path)
    write_framework(make_framework(panel, summaries=read_framework(path)), path)
    book = openpyxl.load_workbook(path)
    column = 2 if wave == "2010" else 5
    for sheet in book.worksheets[:3]:
        texts = [sheet.cell(row, column).value for row in (2, 3, 4)]
        for row, text in enumerate([texts[1], texts[0], texts[2]], 2):
            sheet.cell(row, column).value = text
    book.save(path)
    matrix = make_framework(panel, summaries=read_framework(path))
    stale = {(cell.person, cell.code, cell.wave) for cell in matrix.cells if cell.stale}
    assert stale == {(person, code, wave) for person in ("P01", "P02") for code in CODES}


def test_a_summary_that_was_copied_to_another_person_is_that_persons_own(panel: Panel, tmp_path: Path) -> None:
    path = tmp_path / "matrix.xlsx"
    write_filled(panel, path).save(path)
    write_framework(make_framework(panel, summaries=read_framework(path)), path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(3, 2).value = book.worksheets[0].cell(2, 2).value
    book.save(path)
    assert not any(cell.stale for cell in make_framework(panel, summaries=read_framework(path)).cells)
