"""Spreadsheets are counted from their raw XML: what a reader of their rows leaves out is found out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import PatternFill

from bp_qual.errors import TranscriptError
from bp_qual.readers import NOT_UNDERSTOOD, read_data
from bp_qual.readers import tables as tables_reader
from reader_samples import make_samples

SAMPLES = make_samples()


def write_workbook(*rows: list[object]) -> bytes:
    book = xlsxwriter.Workbook(buffer := io.BytesIO())
    sheet = book.add_worksheet()
    for number, row in enumerate([["speaker", "text", "note"], *rows]):
        sheet.write_row(number, 0, row)
    book.close()
    return buffer.getvalue()


def change_part(data: bytes, name: str, old: str, new: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old.encode() in parts[name]
    parts[name] = parts[name].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


def test_a_row_that_the_library_for_excel_skips_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = openpyxl.worksheet._read_only.ReadOnlyWorksheet
    whole = sheet.iter_rows

    def without_third(self: object, **options: object) -> Iterator[object]:
        return (row for number, row in enumerate(whole(self, **options)) if number != 2)

    monkeypatch.setattr(sheet, "iter_rows", without_third)
    with pytest.raises(TranscriptError, match=r"a.xlsx  has \d+ visible characters, but \d+ were read"):
        read_data(SAMPLES["a.xlsx"], where="a.xlsx")


def test_a_number_that_the_library_for_excel_skips_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = openpyxl.worksheet._read_only.ReadOnlyWorksheet
    whole = sheet.iter_rows

    def without_numbers(self: object, **options: object) -> Iterator[object]:
        return (tuple(None if cell == 12 else cell for cell in row) for row in whole(self, **options))

    monkeypatch.setattr(sheet, "iter_rows", without_numbers)
    with pytest.raises(TranscriptError, match="visible characters"):
        read_data(write_workbook(["R", "Ja.", 12], ["I", "En?", 3]), where="a.xlsx")


def test_a_cell_that_the_reader_of_ods_skips_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tables_reader._cells
    monkeypatch.setattr(
        tables_reader, "_cells", lambda cell: (text for text in whole(cell) if not text.startswith("Niets"))
    )
    with pytest.raises(TranscriptError, match="visible characters"):
        read_data(SAMPLES["a.ods"], where="a.ods")


def test_text_of_a_sheet_outside_its_cells_is_kept_apart() -> None:
    data = change_part(
        SAMPLES["a.ods"],
        "content.xml",
        "</table:table>",
        "<table:shapes><text:p>een tekstvak</text:p></table:shapes></table:table>",
    )
    assert read_data(data, where="a.ods").remainders["drawings"] == "een tekstvak"


def test_a_comment_on_a_cell_is_no_talk_and_kept_apart() -> None:
    data = change_part(
        SAMPLES["a.ods"],
        "content.xml",
        "<text:p>Niets",
        "<office:annotation><text:p>nakijken</text:p></office:annotation><text:p>Niets",
    )
    reading = read_data(data, where="a.ods")
    assert "nakijken" not in reading.text
    assert reading.remainders["comments"] == "nakijken"


def test_equal_rows_that_ods_writes_as_one_repeated_row_are_all_read() -> None:
    data = change_part(
        SAMPLES["a.ods"],
        "content.xml",
        "<table:table-row><table:table-cell><text:p>Jan",
        "<table:table-row table:number-rows-repeated='2'><table:table-cell><text:p>Jan",
    )
    assert read_data(data, where="a.ods").text.count("plooikwist") == 2


def test_a_sheet_that_is_filled_up_with_a_million_empty_rows_stays_small() -> None:
    data = change_part(
        SAMPLES["a.ods"],
        "content.xml",
        "</table:table>",
        "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row></table:table>",
    )
    assert len(read_data(data, where="a.ods").paragraphs) == 4


def test_line_breaks_of_excel_are_not_read_as_letters() -> None:
    data = write_workbook(["R", "Ja hoor\r\nen nee"], ["I", "En?"])
    assert read_data(data, where="a.xlsx").text.splitlines()[:2] == ["Ja hoor", "en nee"]


def test_a_formula_that_was_never_computed_is_told() -> None:
    book = openpyxl.Workbook()
    for row in (["speaker", "text"], ["R", "Ja."], ["R", '="en " & "later"']):
        book.active.append(row)
    book.save(buffer := io.BytesIO())
    reading = read_data(buffer.getvalue(), where="a.xlsx")
    assert reading.remainders[NOT_UNDERSTOOD] == '="en " & "later"'
    assert any("formula" in str(note) for note in reading.notes)


def test_an_empty_cell_with_a_colour_is_no_formula() -> None:
    book = openpyxl.Workbook()
    for row in (["speaker", "text"], ["R", "Ja."]):
        book.active.append(row)
    book.active["C2"].fill = PatternFill("solid", fgColor="FFFF00")
    book.save(buffer := io.BytesIO())
    assert NOT_UNDERSTOOD not in read_data(buffer.getvalue(), where="a.xlsx").remainders


def test_errors_dates_and_truths_in_a_sheet_are_counted_as_they_are_read() -> None:
    book = xlsxwriter.Workbook(buffer := io.BytesIO())
    sheet = book.add_worksheet()
    for number, row in enumerate([["speaker", "text", "a", "b"], ["R", "Ja.", True, 2.5], ["I", "En?"]]):
        sheet.write_row(number, 0, row)
    sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!")
    sheet.write_rich_string(3, 1, "Dat ", book.add_format({"bold": True}), "was", " zo")
    book.close()
    assert read_data(buffer.getvalue(), where="a.xlsx").text == "Ja.\nEn?\nDat was zo"
