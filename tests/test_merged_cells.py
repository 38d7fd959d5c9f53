"""Merged cells: each row with anything in it has what they say, and keeps what it says itself."""

from __future__ import annotations

import contextlib
import io

import openpyxl
import pytest

from bp_qual.errors import CodebookError
from bp_qual.exchange.workbooks import read_workbook


def read(*rows: tuple[object, ...], merged: str) -> list[tuple[int, tuple[str, ...]]]:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active.merged_cells.add(merged)  # without emptying what stands in them
    book.save(data := io.BytesIO())
    return [*read_workbook(data.getvalue(), "a.xlsx").sheets[0].rows]


def test_a_row_below_has_what_the_merged_cell_says() -> None:
    assert read(("P01", "a"), (None, "b"), merged="A1:A2") == [(1, ("P01", "a")), (2, ("P01", "b"))]


def test_a_row_without_anything_in_it_stays_none() -> None:
    assert read(("P01", "a"), (None, None), ("P02", "c"), merged="A1:A2") == [(1, ("P01", "a")), (3, ("P02", "c"))]


def test_a_cell_within_that_says_something_itself_keeps_it() -> None:
    assert read(("P01", "a"), ("P02", "b"), merged="A1:A2") == [(1, ("P01", "a")), (2, ("P02", "b"))]


def test_cells_that_are_merged_and_empty_or_not_there_say_nothing() -> None:
    assert read((None, "a"), (None, "b"), merged="A1:A2") == [(1, ("", "a")), (2, ("", "b"))]
    assert read(("P01", "a"), merged="D5:D9") == [(1, ("P01", "a"))]
    assert read(("P01", "a"), ("P02", "b"), merged="D1:D2") == [(1, ("P01", "a")), (2, ("P02", "b"))]


@pytest.mark.parametrize(
    ("row", "said", "is_read"), [(5, "P02", True), (200_000, "P02", False), (1_048_576, None, True)]
)
def test_a_row_beyond_those_that_are_read_is_refused_where_something_is_in_it(
    row: int, said: str | None, is_read: bool
) -> None:
    book, data = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["person", "quote"])
    cell = book.active.cell(row=row, column=1, value=said)
    cell.font = openpyxl.styles.Font(bold=True)
    book.save(data)
    with contextlib.nullcontext() if is_read else pytest.raises(CodebookError, match="a.xlsx"):
        assert read_workbook(data.getvalue(), "a.xlsx").sheets[0].rows[0][1][0] == "person"
