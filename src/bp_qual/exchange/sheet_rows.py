"""Tables of other programs as rows of text: .csv with any separator, or the sheet of an .xlsx that has the headings."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bp_qual.errors import CodebookError, Problem
from bp_qual.files import open_package
from bp_qual.files.csv_rows import Row
from bp_qual.files.csv_tables import parse_csv
from bp_qual.files.table_bytes import unescape_cell

MAX_ROWS = 100_000
MAX_COLUMNS = 500
_ROWS_OF_TITLE = 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as text: where it is, its headings, and its filled rows with their numbers.

    >>> Sheet("team.csv", ("code", "terms"), ((2, ("hokjes", "hokje")),)).rows[0]
    (2, ('hokjes', 'hokje'))
    """

    where: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(data: bytes, where: str, *, is_heading: Callable[[Sequence[str]], bool]) -> Sheet:
    r"""Return the rows of a table, below its headings.

    Parameters
    ----------
    data : bytes
        The file, .csv or .xlsx.
    where : str
        What messages call it.
    is_heading : callable
        Whether a row is one of headings. Programs write a title above it; of several sheets the first that has such a
        row is read, and the first of all where none has.

    Returns
    -------
    Sheet

    Examples
    --------
    >>> read_rows(b"code;termen\naap;noot\n", "a.csv", is_heading=lambda cells: "code" in cells).rows
    ((2, ('aap', 'noot')),)
    """
    if data[:2] != b"PK":
        table = parse_csv(data, where=where, error=CodebookError, is_heading=is_heading)
        plain = ((line, tuple(map(unescape_cell, cells))) for line, cells in table.rows)
        return Sheet(where, table.header, tuple(plain))
    sheets = [_filled(rows) for rows in _sheets_of(data, where)]
    for rows in sheets:
        for number, (_, row) in enumerate(rows[:_ROWS_OF_TITLE]):
            if is_heading(row):
                return Sheet(where, row, tuple(rows[number + 1 :]))
    first = sheets[0] if sheets else []
    return Sheet(where, first[0][1] if first else (), tuple(first[1:]))


def _sheets_of(data: bytes, where: str) -> list[list[tuple[Any, ...]]]:
    open_package(data, where=where)
    try:
        import openpyxl
    except ImportError as error:
        raise CodebookError(Problem(where, "excel not installed")) from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = [[*_cells_of(sheet)] for sheet in book.worksheets]
        book.close()
    except Exception as error:  # openpyxl raises whatever its parts raise on a damaged file
        raise CodebookError(Problem(where, "excel not readable")) from error
    return rows


def _cells_of(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what the file says of its own size may be anything
    return (row[:MAX_COLUMNS] for row in islice(sheet.iter_rows(values_only=True), MAX_ROWS))


def _filled(rows: Sequence[tuple[Any, ...]]) -> list[Row]:
    """Return the rows with something in them as text, all as wide as the widest."""
    width = max(map(len, rows), default=0)
    cells = [
        (line, tuple(unescape_cell(_as_text(cell)) for cell in (*row, *(None,) * (width - len(row)))))
        for line, row in enumerate(rows, start=1)
        if any(cell is not None for cell in row)
    ]
    return [(line, row) for line, row in cells if any(cell.strip() for cell in row)]


def _as_text(cell: object) -> str:
    """Return a cell as text: a year that Excel holds as 2010.0 is 2010."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
