r"""Tables in text: the one reader of .csv and .tsv files, whoever wrote them.

It finds out what is between the columns (``,``, ``;`` or a tab), heeds the line ``sep=;`` that Excel puts first,
and takes every cell as text: ``2010``, ``NA``, ``1e5`` and ``007`` stay as they are written. A row with more cells than
there are headings is refused with its line, because the end of a sentence would be lost. What the columns mean is the
business of the caller.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.display import show_name, shown
from bp_qual.errors import BpQualError, Problem, StudyError, TranscriptError
from bp_qual.files.csv_rows import (
    BrokenTableError,
    Row,
    cut_title,
    find_separator,
    rows_of_title,
    split_rows,
    take_rows_out_of_cells,
    without_empty_end,
)
from bp_qual.files.decoding import BREAKING, clean_text, decode_text, warn_of_bytes
from bp_qual.files.safe_reading import read_bytes
from bp_qual.files.table_bytes import unescape_cell
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording.guesses import did_you_mean
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    import pandas as pd

_SEP_LINE = lazy_pattern(r'"?sep=([^"\n])"?[,;\t]*\n', re.IGNORECASE)
_MOST_PROBLEMS = 20
_QUOTE = {",": "quote comma", ";": "quote semicolon", "\t": "take the tab out"}


@dataclass(frozen=True, slots=True)
class CsvCells:
    """A table as cells of text: the headings, and each filled row with its line number, as wide as the headings.

    `line` is that of the headings; `short` says how many cells a line has that has fewer than there are headings.
    `lost` is how many visible characters the file has more than its cells, quotation marks and separators aside: none.
    `title` is what stands above the headings, and `above` the same as rows; `separator` stands between the cells.

    Examples
    --------
    >>> CsvCells("a.csv", ("speaker", "text"), ((2, ("R", "Ja.")),)).rows[0]
    (2, ('R', 'Ja.'))
    """

    where: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Remark, ...] = ()
    line: int = 1
    short: Mapping[int, int] = field(default_factory=dict)
    lost: int = 0
    title: str = ""
    above: tuple[Row, ...] = ()
    separator: str = ","


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The rows of a table by the names of its columns, each with its line number.

    Examples
    --------
    >>> CsvTable(Path("persons.csv"), ("person",), ((2, {"person": "P01"}),)).place(2)
    'persons.csv:2'
    """

    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...] = ()
    notes: tuple[Remark, ...] = ()
    separator: str = ","

    def place(self, line: int) -> str:
        """Return ``file:line`` for a message."""
        return f"{show_name(self.path)}:{line}"


def parse_csv(
    data: bytes,
    *,
    where: str,
    encoding: str = "",
    error: type[BpQualError] = TranscriptError,
    is_heading: Callable[[Sequence[str]], bool] | None = None,
    open_end: bool = False,
) -> CsvCells:
    r"""Return the cells of a table in text, whatever is between its columns.

    Parameters
    ----------
    data : bytes
        The content of the file.
    where : str
        What messages call it.
    encoding : str
        Its encoding, where it is not UTF-8, UTF-16 or Windows-1252.
    error : type
        The error to raise: that of the caller.
    is_heading : callable, optional
        Whether a row holds the headings that the caller knows; what stands above such a row is its title.
    open_end : bool
        Whether the headings may end in empty cells with something below them, as where one stands over several
        columns; else what stands there is a cell too many.

    Returns
    -------
    CsvCells
        The first filled row as headings, the other filled rows as cells; no heading and no rows for an empty file.

    Raises
    ------
    BpQualError
        When it cannot be decoded, a quotation mark is not closed, or rows have more cells than there are headings:
        each of these is named with its line.

    Examples
    --------
    >>> parse_csv(b"sep=;\nperson;type\nP01;doener, denker\n", where="persons.csv").rows
    ((3, ('P01', 'doener, denker')),)
    >>> parse_csv(b"speaker,text\nR,Dat kostte 3,5 ton\n", where="a.csv")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.csv:2  has a cell too many: 3 cells under 2 headings. Put quotation marks ...
    """
    try:
        decoded = decode_text(data, where=where, encoding=encoding, is_table=True)
    except TranscriptError as refused:
        raise error(refused.problems) from refused
    stated = _SEP_LINE.match(decoded.text)
    text, skipped = (decoded.text[stated.end() :], 1) if stated else (decoded.text, 0)
    title, text = cut_title(text, is_heading) if is_heading else ("", text)
    notes = decoded.notes
    taken, sign = take_rows_out_of_cells(text, is_heading) if is_heading else ("", "")
    if sign:
        text, notes = taken, (*notes, Remark("rows in one cell", values={"sign": sign}))
    skipped += title.count("\n")
    separator = sign or (stated[1] if stated else find_separator(text))
    try:
        rows = split_rows(text, separator)
    except BrokenTableError as broken:
        kind = "cell too long" if "field limit" in str(broken) else "not a table"
        raise error(Problem(f"{where}:{broken.line + skipped}", kind)) from broken
    if not rows:
        return CsvCells(where, (), (), notes)
    if any(sign in text for sign in BREAKING):  # else decoding has cleaned it
        rows = [(line, tuple(map(clean_text, cells))) for line, cells in rows]
    header = tuple(cell.strip() for cell in without_empty_end(rows[0][1]))
    if open_end:
        widest = max(len(without_empty_end(cells)) for _, cells in rows)
        header += ("",) * (min(widest, len(rows[0][1])) - len(header))
    if problems := tuple(_ragged(rows, len(header), where, separator, skipped)):
        raise error(problems)
    above = [(line + bool(stated), cells) for line, cells in rows_of_title(title, separator)]
    width = len(header)
    padded = [
        (line + skipped, cells if len(cells) == width else (*cells, *[""] * (width - len(cells)))[:width])
        for line, cells in rows[1:]
    ]
    short = {line + skipped: len(cells) for line, cells in rows[1:] if len(cells) < width}
    lost = _count_lost(text, "".join(map("".join, (header, *(cells for _, cells in padded)))), separator)
    line = rows[0][0] + skipped
    return CsvCells(where, header, tuple(padded), notes, line, short, lost, title.strip(), tuple(above), separator)


def _count_lost(text: str, said: str, separator: str) -> int:
    """Return how many characters of a text are not in its cells: quotation marks, separators and blanks aside."""
    bare, cells = (part.replace(separator, "").replace('"', "").replace("\n", "") for part in (text, said))
    return 0 if len(bare) == len(cells) else len("".join(bare.split())) - len("".join(cells.split()))


def read_csv_table(path: Path, *, needed: Sequence[str], data: bytes | None = None, warns: bool = True) -> CsvTable:
    r"""Read a CSV file that a person keeps, by the names of its columns, whichever their case.

    Parameters
    ----------
    path : Path
        The file.
    needed : sequence of str
        The columns that it must have.
    data : bytes, optional
        What is in the file, where that was fetched already.
    warns : bool
        Whether to warn of bytes that may have been something else; else the caller says what is in ``notes``.

    Returns
    -------
    CsvTable
        Every cell as text, without the blanks around it.

    Raises
    ------
    StudyError
        When it cannot be read as a table, a needed column is absent, or a column occurs twice or has no heading.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "persons.csv"
    ...     _ = file.write_text("person;type\nP01;doener\n", encoding="utf-8")
    ...     [dict(row) for _, row in read_csv_table(file, needed=["person"]).rows]
    [{'person': 'P01', 'type': 'doener'}]
    """
    cells = parse_csv(
        read_bytes(path) if data is None else data,
        where=show_name(path),
        error=StudyError,
        is_heading=lambda row: _has_all(row, needed),
    )
    if not cells.header:
        raise StudyError(Problem(show_name(path), "empty table", {"headings": ",".join(needed)}))
    columns = tuple(name.casefold() for name in cells.header)
    if problems := (*_wrong_headings(columns, needed, cells.where), *_cells_without_heading(cells)):
        raise StudyError(problems)
    rows = tuple(
        (line, {name: unescape_cell(cell.strip()) for name, cell in zip(columns, row, strict=True) if name})
        for line, row in cells.rows
    )
    if warns:
        warn_of_bytes(cells.where, cells.notes)
    return CsvTable(path, tuple(filter(None, columns)), rows, cells.notes, cells.separator)


def _has_all(row: Sequence[str], names: Sequence[str]) -> bool:
    return set(names) <= {cell.casefold() for cell in row}


def read_csv_frame(path: Path | str, *, numbers: Collection[str] = (), needed: Sequence[str] = ()) -> pd.DataFrame:
    """Read back a table that `csv_bytes` wrote, also after a spreadsheet saved it, with exactly the text that went in.

    Parameters
    ----------
    path : Path or str
        The file.
    numbers : collection of str
        The columns that hold numbers; every other one is text, whatever it looks like.
    needed : sequence of str
        Columns that it must have, by which the row of headings is known; a title above that row is passed over.

    Returns
    -------
    DataFrame
        One column for each heading.

    Raises
    ------
    StudyError
        When it cannot be read as a table.

    Examples
    --------
    >>> import tempfile, pandas as pd
    >>> from bp_qual.files.table_bytes import csv_bytes
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "t.csv"
    ...     _ = file.write_bytes(csv_bytes(pd.DataFrame({"quote": ["- nou", "'t Is", "NA"]})))
    ...     list(read_csv_frame(file)["quote"])
    ['- nou', "'t Is", 'NA']
    """
    import pandas as pd

    by_needed = (lambda row: _has_all(row, needed)) if needed else None
    cells = parse_csv(read_bytes(path), where=show_name(path), error=StudyError, is_heading=by_needed)
    if problems := (*_wrong_headings(cells.header, (), cells.where), *_cells_without_heading(cells)):
        raise StudyError(problems)
    warn_of_bytes(cells.where, cells.notes)
    rows = [[unescape_cell(cell) for cell in row] for _, row in cells.rows]
    table = pd.DataFrame(rows, columns=list(cells.header), dtype=object)
    table = table[[name for name in table.columns if name]]
    return table.assign(**{name: pd.to_numeric(table[name]) for name in table.columns if name in numbers})


def _ragged(rows: Sequence[Row], width: int, where: str, separator: str, skipped: int) -> Iterator[Problem]:
    """Yield a problem for each row with more cells than there are headings."""
    wide = [(line, len(without_empty_end(cells))) for line, cells in rows[1:] if len(cells) > width]
    wide = [(line, count) for line, count in wide if count > width]
    remedy = Remark(_QUOTE.get(separator, "quote sign"), values={"separator": separator})
    if width == 1 and len(wide) > 1 and separator != "\t":
        remedy = Remark("write headings")
        if " " in rows[0][1][0].strip() and len(wide) == len(rows) - 1:
            remedy = Remark("take title out", values={"title": shown(rows[0][1][0].strip(), 40)})
    for line, count in wide[:_MOST_PROBLEMS]:
        kind = "cell too many" if count == width + 1 else "cells too many"
        values = {"more": count - width, "cells": count, "headings": width, "remedy": remedy}
        yield Problem(f"{where}:{line + skipped}", kind, values)
    if len(wide) > _MOST_PROBLEMS:
        yield Problem(where, "more rows too wide", {"n": len(wide) - _MOST_PROBLEMS})


def _wrong_headings(columns: Sequence[str], needed: Sequence[str], where: str) -> Iterator[Problem]:
    for name in needed:
        if name not in columns:
            guess = did_you_mean(name, filter(None, columns), "its columns")
            yield Problem(f"{where}:1", "no such column", {"name": name, "guess": guess})
    for name, count in Counter(columns).items():
        if count > 1 and name:
            yield Problem(f"{where}:1", "column twice", {"name": shown(name)})


def _cells_without_heading(cells: CsvCells) -> Iterator[Problem]:
    """Yield a problem for a filled column without a heading; the row numbers that pandas writes first are none."""
    for column, name in enumerate(cells.header):
        filled = [(line, row[column].strip()) for line, row in cells.rows if row[column].strip()]
        if not name and filled and not (column == 0 and all(cell.isdecimal() for _, cell in filled)):
            values = {"cell": shown(filled[0][1], 30), "column": column + 1}
            yield Problem(f"{cells.where}:{filled[0][0]}", "cell without heading", values)
