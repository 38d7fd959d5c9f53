"""Tables on their way out."""

from __future__ import annotations

import csv
import io
import re
import tempfile
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.errors import StoreError
from bp_qual.files import clean_text
from bp_qual.files.csv_tables import read_csv_frame
from bp_qual.files.excel_writing import printable
from bp_qual.files.table_bytes import csv_bytes, table_bytes, unescape_cell, xlsx_bytes

HOSTILE = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "http://example.org", "'quoted", "- nou ja", "mailto:x@y"]


C1 = "".join(map(chr, range(0x80, 0xA0)))  # read as the letters of Windows-1252 that they nearly always were


@pytest.mark.slow
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00\r" + C1), min_size=1), min_size=1))
@settings(max_examples=200, deadline=None)
def test_text_as_a_transcript_can_hold_it_comes_back_from_csv_as_it_went_in(texts: list[str]) -> None:
    texts = [cleaned for text in texts if (cleaned := clean_text(text).removeprefix("\ufeff"))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_bytes(csv_bytes(pd.DataFrame({"quote": texts, "n": range(len(texts))})))
        table = read_csv_frame(path, numbers={"n"})
    assert list(table["quote"]) == texts
    assert list(table["n"]) == list(range(len(texts)))


def test_no_cell_of_a_csv_begins_like_a_formula() -> None:
    lines = csv_bytes(pd.DataFrame({"quote": HOSTILE})).decode().splitlines()[1:]
    assert not [line for line in lines if line.lstrip('"')[:1] in "=+-@\t"]


def test_numbers_below_zero_stay_numbers() -> None:
    assert csv_bytes(pd.DataFrame({"difference": [-1.5]})) == b"difference\n-1.5\n"


def test_an_excel_file_holds_no_formula_and_no_link() -> None:
    data = xlsx_bytes({"quotes": pd.DataFrame({"quote": HOSTILE})})
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_pandas_alone_would_write_formulas() -> None:
    """Teeth: the same table through pandas' own writer has them."""
    buffer = io.BytesIO()
    pd.DataFrame({"quote": HOSTILE}).to_excel(buffer, engine="xlsxwriter", index=False)
    with zipfile.ZipFile(buffer) as book:
        assert "<f>" in book.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
def test_a_table_is_the_same_bytes_twice(ending: str) -> None:
    frame = pd.DataFrame({"quote": ["samen"], "negated": [True], "p": [float("nan")], "n": [3]})
    assert table_bytes(frame, ending) == table_bytes(frame, ending)


def test_another_ending_is_refused_with_the_three_that_work() -> None:
    with pytest.raises(StoreError, match=r"\.csv, \.parquet or \.xlsx"):
        table_bytes(pd.DataFrame(), ".ods")


def test_excel_survives_characters_that_office_files_cannot_hold() -> None:
    assert xlsx_bytes({"q": pd.DataFrame({"quote": ["a\x00b", "\ud800", "\ufffe"]}, dtype=object)})[:2] == b"PK"
    assert printable("a\tb\n") == "a\tb\n"


@pytest.mark.parametrize("text", ["a;=1+1;b", "a\t@x", "a;'=1", "a;''=1", "=1;=2", "'t is;-)", "gewoon; tekst", "a;b"])
def test_no_cell_begins_with_a_formula_where_a_spreadsheet_splits_at_semicolons(text: str) -> None:
    data = csv_bytes(pd.DataFrame({"quote": [text]})).decode()
    cells = [cell for line in data.splitlines() for cell in re.split(r"[;\t]", line)]
    assert not any(cell.strip('"').startswith(("=", "+", "-", "@")) for cell in cells), data
    assert [unescape_cell(row["quote"]) for row in csv.DictReader(io.StringIO(data))] == [text]
