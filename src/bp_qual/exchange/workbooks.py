"""Workbooks (.xlsx) as sheets of text, as a person sees them: merged cells filled, and hidden things said to be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bp_qual.errors import CodebookError, Problem
from bp_qual.files import open_package
from bp_qual.files.csv_rows import Row
from bp_qual.files.edited_books import cell_as_text
from bp_qual.files.excel_text import load_book
from bp_qual.files.nesting import NESTED, is_too_deep
from bp_qual.files.table_bytes import unescape_cell
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.raw_cells import find_disorder

MAX_ROWS = 100_000
MAX_COLUMNS = 500
_MAX_FILLED = 1_000_000  # cells of merged ones
_MERGED = lazy_pattern(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_COMMENTS = lazy_pattern(r"xl/(?:comments/)?comments?[0-9]*\.xml")
_COMMENT = lazy_pattern(rb'<(?:\w+:)?comment\b[^>]*?\bref="([A-Z]{1,3}[0-9]{1,7})"')
_TYPE = lazy_pattern(rb"<(?:\w+:)?c\s[^>]*?\bt=[\"']([^\"'>]*)")
_NUMBER = lazy_pattern(rb'<(?:\w+:)?row\b[^>]*?\br="([0-9]{6,})"')  # of a row that may lie beyond those that are read
_HOLDS = lazy_pattern(rb"<(?:\w+:)?[vt][\s>]")
_TYPES = frozenset((b"b", b"d", b"e", b"inlineStr", b"n", b"s", b"str"))
_HIDDEN = lazy_pattern(rb'<(?:\w+:)?row\b[^>]*?\br="([0-9]{1,7})"[^>]*?\bhidden="(?:1|true)"')


@dataclass(frozen=True, slots=True)
class MergedArea:
    """Cells that are merged: the first and last line, and the first and last column.

    >>> MergedArea(1, 2, 2, 4).holds(2), [*MergedArea(1, 2, 2, 4).columns]
    (True, [2, 3, 4])
    """

    top: int
    bottom: int
    left: int
    right: int

    def holds(self, line: int) -> bool:
        """Return whether a line is among theirs."""
        return self.top <= line <= self.bottom

    @property
    def columns(self) -> range:
        """The columns that they are merged over."""
        return range(self.left, self.right + 1)

    @property
    def is_wide(self) -> bool:
        """Whether these are several."""
        return self.right > self.left


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet of a workbook: its filled rows with their numbers, all as wide as the widest.

    ``hidden`` says whether the sheet is, ``hidden_rows`` how many of its rows a filter or a person hid.

    >>> BookSheet("Sheet1", ((1, ("code", "quote")),)).hidden
    False
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_rows: int = 0
    merged: tuple[MergedArea, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook in its order, and which cells somebody commented on, as B3, whatever the sheet.

    >>> Workbook((BookSheet("Sheet1", ()),)).commented
    ()
    """

    sheets: tuple[BookSheet, ...]
    commented: tuple[str, ...] = ()


def is_workbook(data: bytes) -> bool:
    """Return whether a table is a workbook, and no .csv, whatever its name ends in.

    >>> is_workbook(b"code;quote")
    False
    """
    return data[:2] == b"PK"


def read_workbook(data: bytes, where: str) -> Workbook:
    """Return a workbook, opened once for all that is read of it.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        What messages call it.

    Returns
    -------
    Workbook

    Raises
    ------
    CodebookError
        Where it is damaged.
    """
    package = open_package(data, where=where)
    try:
        book = load_book(data, package, read_only=True)
        sheets = []
        for sheet in book.worksheets:
            rows = [[*row] for row in _cells_of(sheet)]
            part = package.read(sheet._worksheet_path)  # openpyxl does not say what is merged or hidden
            if not _TYPES.issuperset(_TYPE.findall(part)):
                raise ValueError("a cell of no type")  # openpyxl leaves out what it holds
            if find_disorder(parse_xml(part, where=where)):
                raise ValueError("rows or cells out of order")  # and these too
            beyond = next((row.end() for row in _NUMBER.finditer(part) if float(row[1]) > MAX_ROWS), len(part))
            if _HOLDS.search(part, beyond):
                raise ValueError("rows beyond those that are read")
            merged = _merged_in(part)
            _fill_merged(rows, merged)
            filled = _filled(rows)
            lines = {line for line, _ in filled}
            hidden = sum(int(number) in lines for number in _HIDDEN.findall(part))
            sheets.append(BookSheet(sheet.title, tuple(filled), sheet.sheet_state != "visible", hidden, merged))
        book.close()
        parts = [package.read(name) for name in package.names if _COMMENTS.fullmatch(name)]
    except ImportError:
        raise
    except Exception as error:  # openpyxl raises whatever its parts raise on a damaged file
        raise CodebookError(Problem(where, NESTED if is_too_deep(error) else "excel not readable")) from error
    return Workbook(tuple(sheets), tuple(cell.decode() for part in parts for cell in _COMMENT.findall(part)))


def _cells_of(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what the file says of its own size may be anything
    return (row[:MAX_COLUMNS] for row in islice(sheet.iter_rows(values_only=True), MAX_ROWS))


def _merged_in(part: bytes) -> tuple[MergedArea, ...]:
    found = _MERGED.findall(part)
    areas = (
        MergedArea(int(top), int(end), _column(left), min(_column(right), MAX_COLUMNS))
        for left, top, right, end in found
    )
    return tuple(areas)


def _fill_merged(rows: Sequence[list[Any]], merged: Sequence[MergedArea]) -> None:
    """Write what stands in cells merged over several rows into each of these rows that holds anything."""
    left = _MAX_FILLED
    for area in merged:
        column, top = area.left, area.top - 1
        if not 0 <= top < len(rows) or column >= len(rows[top]) or rows[top][column] is None:
            continue
        for row in rows[top + 1 : min(area.bottom, top + 1 + left)]:
            left -= 1
            if any(cell is not None for cell in row) and (column >= len(row) or row[column] is None):
                row += [None] * (column + 1 - len(row))
                row[column] = rows[top][column]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.decode():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _filled(rows: Sequence[Sequence[Any]]) -> list[Row]:
    """Return the rows with something in them as text, all as wide as the widest."""
    width = max(map(len, rows), default=0)
    cells = [
        (line, tuple(unescape_cell(cell_as_text(cell)) for cell in (*row, *(None,) * (width - len(row)))))
        for line, row in enumerate(rows, start=1)
        if any(cell is not None for cell in row)
    ]
    return [(line, row) for line, row in cells if any(cell.strip() for cell in row)]
