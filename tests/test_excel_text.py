"""Cells of Excel, which writes a carriage return as `_x000D_`: read alike wherever a workbook comes in."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import bp_qual
from bp_qual import import_codings, read_counts
from bp_qual.display import visible
from bp_qual.exchange.workbooks import read_workbook
from bp_qual.files.edited_books import read_edited_book
from bp_qual.files.excel_text import excel_text
from bp_qual.files.table_bytes import table_bytes, unescape_cell
from bp_qual.framework.matrix import Cell, Framework
from bp_qual.framework.workbook import workbook_bytes
from bp_qual.pseudonyms.name_sheet import NameRow, name_sheet_bytes, read_name_sheet
from bp_qual.readers import read_data
from bp_qual.wording import Wording

HEAD = ("person", "wave", "code", "quote", "memo")
TALK = "I: Hoe?\nR: Geld was er niet, maar we hadden elkaar. Een pan soep.\n"
SAID = {  # as the file holds it: what Excel shows
    "Geld was er niet,_x000D_\nmaar we hadden elkaar": "Geld was er niet,\nmaar we hadden elkaar",
    "een_x000d_twee": "een\ntwee",
    "a_x005F_x000D_b": "a_x000D_b",
    "a_x005f_b": "a_b",
    "_x005F_x005F_": "_x005F_",
    "a_x005F_x005F_ b_x005F_x005F_": "a_x005F_ b_x005F_",
    "_x005Fa": "_x005Fa",
    "ax005F_b": "ax005F_b",
    "smal_x0041_": "smalA",
    "half _xD83D_": "half �",
    "heel _xD83D__xDE00_": "heel 😀",
    "niets_x0000_": "niets",
    "x_000D_x": "x_000D_x",
    "_xZZZZ_": "_xZZZZ_",
}


def make_book(*rows: tuple[str, ...], shared: bool = True) -> bytes:
    """Return a workbook whose cells hold these texts letter for letter, in one table as Excel does or each in place."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(buffer := io.BytesIO())
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet, texts, office = "xl/worksheets/sheet1.xml", list[str](), "http://schemas.openxmlformats.org"

    def put(found: re.Match[str]) -> str:
        texts.append(found[1])
        return f't="s"><v>{len(texts) - 1}</v>'

    if shared:
        parts[sheet] = re.sub(r't="inlineStr"><is>(.*?)</is>', put, parts[sheet], flags=re.DOTALL)
        held = "".join(f"<si>{text}</si>" for text in texts)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{office}/spreadsheetml/2006/main">{held}</sst>'
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        of_part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", of_part)
    with zipfile.ZipFile(made := io.BytesIO(), "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return made.getvalue()


@pytest.mark.sweep(4)
@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("held", [*SAID])
def test_a_cell_is_read_as_excel_shows_it_wherever_a_workbook_comes_in(held: str, shared: bool) -> None:
    data = make_book((held,), shared=shared)
    assert read_workbook(data, "a.xlsx").sheets[0].rows[0][1] == (SAID[held],)
    assert read_edited_book(data)[0].rows[0][0].text == SAID[held]
    talk = make_book(("speaker", "text"), ("R", held), shared=shared)
    assert " ".join(SAID[held].split()) in " ".join(read_data(talk, where="a.xlsx").text.split())


@pytest.mark.sweep(13)
@pytest.mark.parametrize("text", [*SAID.values(), "Ja_x000D_nee", "_xD83D_", "a_x005F_b"])
def test_what_is_written_to_a_workbook_comes_back_letter_for_letter(text: str) -> None:
    data = table_bytes(pd.DataFrame({"memo": [text]}), ".xlsx")
    assert read_workbook(data, "a.xlsx").sheets[0].rows[1][1] == (text,)
    assert read_edited_book(data)[0].rows[1][0].text == text
    names = name_sheet_bytes([NameRow(text, "P01", True)], [], language="en")
    assert [row.spelling for row in read_name_sheet(names, where="names.xlsx")] == [" ".join(visible(text).split())]
    matrix = Framework(("P1",), ("a",), ("1",), {"a": "Anger"}, (Cell("P1", "a", "1", summary=text),))
    assert read_edited_book(workbook_bytes(matrix, Wording("en")))[0].rows[1][1].text == visible(text)


@pytest.mark.slow
@given(st.text(st.sampled_from("_xX005FfDdAa9\r\n<>/r&;é😀'=+-\t")).map(str.strip).filter(bool))
@example("a_x005F_x000D_b")
@example("_x005F\r")
@example("<r>Ja & nee</r>")
@example("'-tje")
@example("zo;'=dat")
def test_whatever_is_typed_is_written_so_that_it_comes_back_as_it_was(text: str) -> None:
    said = re.sub("\r\n?", "\n", text)
    data = table_bytes(pd.DataFrame({text: [text]}), ".xlsx")
    assert [row for _, row in read_workbook(data, "a.xlsx").sheets[0].rows] == [(said,), (said,)]
    assert unescape_cell(read_edited_book(data)[0].rows[1][0].text) == said
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = ElementTree.fromstring(archive.read("xl/sharedStrings.xml")).findall(".//{*}t")
    assert {unescape_cell(excel_text(item.text or "")) for item in texts} == {said}


def test_a_text_longer_than_a_cell_is_cut_and_not_left_out() -> None:
    for text in ("<r>" + "a" * 40_000, "_x000D_" * 8_000, "😀" * 20_000):
        data = table_bytes(pd.DataFrame({"memo": [text]}), ".xlsx")
        held = read_workbook(data, "a.xlsx").sheets[0].rows[1][1][0]
        assert text.startswith(held)
        assert len(held.encode("utf-16-le")) // 2 == 32_767 - (text[0] == "😀")  # which is two, and is not cut in two


def test_every_text_goes_into_a_workbook_by_the_one_way() -> None:
    """No other module writes a cell, or leaves it to pandas."""
    package = Path(bp_qual.__file__).parent
    writes = re.compile(
        r"\.write_(string|row|column|rich_string)\(|(book|sheet)\w*\.write\(\w+, \w+, |import xlsxwriter|\.to_excel\("
    )
    found = {path.name for path in package.rglob("*.py") if writes.search(path.read_text("utf-8"))}
    assert found == {"excel_writing.py"}


def test_a_line_end_of_excel_is_one_in_codes_quotes_and_memos(tmp_path: Path) -> None:
    (study := tmp_path / "study").mkdir()
    (study / "P02_2010.txt").write_text(TALK, encoding="utf-8")
    quote = "Geld was er niet,_x000D_\nmaar we hadden elkaar"
    path = tmp_path / "list.xlsx"
    path.write_bytes(make_book(HEAD, ("P02", "2010", "geld_x000D_\nsamen", quote, "een_x000D_\ntwee")))
    done = import_codings(path, study, coder="anna")
    assert done.codings[["code", "quote", "memo"]].values.tolist() == [
        [code, "Geld was er niet, maar we hadden elkaar", "een\ntwee"] for code in ("geld", "samen")
    ]


def test_a_line_end_of_excel_in_a_table_of_counts_is_no_part_of_a_code(tmp_path: Path) -> None:
    (path := tmp_path / "counts.xlsx").write_bytes(
        make_book(("person", "wave", "code", "mentions"), ("P01", "2010", "geld_x000D_", "3"))
    )
    assert read_counts(path)["code"].tolist() == ["geld"]
