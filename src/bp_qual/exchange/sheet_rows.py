"""Tables of other programs as rows of text: .csv with any separator, or the sheets of an .xlsx with the headings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bp_qual.display import shown
from bp_qual.errors import CodebookError
from bp_qual.exchange.list_headings import find_list_columns
from bp_qual.exchange.workbooks import BookSheet, MergedArea, Workbook, is_workbook, read_workbook
from bp_qual.files.csv_rows import Row
from bp_qual.files.csv_tables import parse_csv
from bp_qual.files.decoding import warn_of_bytes
from bp_qual.files.table_bytes import unescape_cell
from bp_qual.wording import Remark

_ROWS_OF_TITLE = 10
_MOST_CELLS = 8  # that are named


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as text: where it is, its headings, and its filled rows with their numbers.

    ``line`` is that of the headings, ``above`` the filled rows above them, and ``merged`` which cells are merged.

    >>> Sheet("team.csv", ("code", "terms"), ((2, ("hokjes", "hokje")),)).rows[0]
    (2, ('hokjes', 'hokje'))
    """

    where: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    name: str = ""  # of the sheet in a workbook
    line: int = 1
    above: tuple[Row, ...] = ()
    merged: tuple[MergedArea, ...] = ()

    def nameless(self, read: Collection[int]) -> list[Remark]:
        """Return a remark for each column without a heading that holds anything and is not one of those read.

        >>> [str(remark) for remark in Sheet("a.csv", ("code", ""), ((2, ("hokjes", "of niet")),)).nameless([0])]
        ["column B, which has no heading (1 cell, the first on line 2: 'of niet')"]
        """
        from openpyxl.utils import get_column_letter

        remarks = list[Remark]()
        for index in range(max((len(row) for _, row in self.rows), default=0)):
            cells = [(line, row[index]) for line, row in self.rows if index < len(row) and row[index].strip()]
            if cells and index not in read and not "".join(self.header[index : index + 1]).strip():
                first = {"line": cells[0][0], "begin": shown(cells[0][1], 40)}
                values = {"letter": get_column_letter(index + 1), "n": len(cells), **first}
                remarks.append(Remark("lost nameless column", values=values))
        return remarks


def read_rows(data: bytes, where: str, *, is_heading: Callable[[Sequence[str]], bool], open_end: bool = False) -> Sheet:
    r"""Return the rows of a table, below its headings.

    Parameters
    ----------
    data : bytes
        The file, .csv or .xlsx.
    where : str
        What messages call it.
    is_heading : callable
        Whether a row is one of headings. Programs write a title above it; of several sheets the first that can be seen
        and has such a row is read, and the first of all where none has.
    open_end : bool
        Whether the headings of a .csv may end in empty cells with something below them, as in a sheet they may.

    Returns
    -------
    Sheet

    Examples
    --------
    >>> read_rows(b"code;termen\naap;noot\n", "a.csv", is_heading=lambda cells: "code" in cells).rows
    ((2, ('aap', 'noot')),)
    """
    if not is_workbook(data):
        table = parse_csv(data, where=where, error=CodebookError, is_heading=is_heading, open_end=open_end)
        warn_of_bytes(where, table.notes)
        plain = ((line, tuple(map(unescape_cell, cells))) for line, cells in table.rows)
        return Sheet(where, table.header, tuple(plain), line=table.line, above=table.above)
    return _of_book(read_workbook(data, where).sheets, where, is_heading)[0]


def read_lists(
    data: bytes | Workbook, where: str, *, is_heading: Callable[[Sequence[str]], bool], open_end: bool = False
) -> tuple[tuple[Sheet, ...], tuple[Remark, ...]]:
    """Return every table of a file that has headings, as `read_rows`, and notes on what was hidden or has none.

    Parameters
    ----------
    data, where, is_heading, open_end
        As in `read_rows`; a workbook may have been read already.

    Returns
    -------
    tuple of Sheet
        All that can be seen and have such a row; the first where none has.
    tuple of Remark
        Sheets that were not read, and rows that were read although they are hidden.
    """
    if isinstance(data, bytes) and not is_workbook(data):
        return (read_rows(data, where, is_heading=is_heading, open_end=open_end),), ()
    book = read_workbook(data, where) if isinstance(data, bytes) else data
    sheets = _of_book(book.sheets, where, is_heading)
    read, notes = {sheet.name for sheet in sheets}, list[Remark]()
    for sheet in book.sheets:
        if sheet.name in read and sheet.hidden_rows:
            notes.append(Remark("hidden rows", values={"n": sheet.hidden_rows, "sheet": shown(sheet.name)}))
        if sheet.name not in read and sheet.rows:
            notes.append(Remark("hidden sheet" if sheet.hidden else "no list", values={"sheet": shown(sheet.name)}))
    if cells := book.commented:
        notes.append(Remark("cell comments", values={"n": len(cells), "cells": cells[:_MOST_CELLS]}))
    return sheets, tuple(notes)


def _of_book(book: Sequence[BookSheet], where: str, is_heading: Callable[[Sequence[str]], bool]) -> tuple[Sheet, ...]:
    """Return the sheets with headings among those that can be seen; the first where none has them."""
    seen = [sheet for sheet in book if not sheet.hidden] or book
    found = list[Sheet]()
    for sheet in seen:
        for number, (line, row) in enumerate(sheet.rows[:_ROWS_OF_TITLE]):
            if is_heading(row):
                above = sheet.rows[:number]
                found.append(Sheet(where, row, sheet.rows[number + 1 :], sheet.name, line, above, sheet.merged))
                break
    first = seen[0].rows if seen else ()
    return tuple(found) or (Sheet(where, first[0][1] if first else (), first[1:], seen[0].name if seen else ""),)


def as_workbook(data: bytes, where: str) -> Workbook:
    r"""Return a table as a workbook, with one sheet without a name where it is a .csv.

    >>> as_workbook(b"Title\nperson;quote\nP01;Too much.\n", "a.csv").sheets[0].rows[-1]
    (3, ('P01', 'Too much.'))
    """
    if is_workbook(data):
        return read_workbook(data, where)
    sheet = read_rows(data, where, is_heading=lambda cells: "quote" in find_list_columns(cells), open_end=True)
    rows = (*sheet.above, (sheet.line, sheet.header), *sheet.rows)
    width = max(len(cells) for _, cells in rows)
    return Workbook((BookSheet("", tuple((line, (*cells, *("",) * (width - len(cells)))) for line, cells in rows)),))
