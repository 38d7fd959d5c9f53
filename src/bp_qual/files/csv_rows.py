"""Cut a table in text into rows of cells: what is between the columns, and what quotation marks mean in it."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

SEPARATORS = (",", ";", "\t")
_MOST_TITLE = 10  # lines above the headings that are looked through
_JOINING = (",", ";")
_FEWEST_APART = 2  # headings: `Lindqvist, Anna` in one cell is a name
_SAMPLE = 200  # rows that are looked at to find out what stands between the columns

Row = tuple[int, tuple[str, ...]]


class BrokenTableError(Exception):
    """A table whose quotation marks do not fit, and the line of the row in which that was seen."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def split_rows(text: str, separator: str) -> list[Row]:
    """Return the rows; between tabs without quoting where that alone makes a whole table, or one of more rows."""
    plain = _split_without_quotes(text, separator) if '"' in text else []
    try:
        rows = list(_split(text, separator))
    except BrokenTableError:
        if not plain or _too_wide(plain):
            raise
        return plain
    even = {len(cells) for _, cells in plain} == {len(plain[0][1])} if plain else False
    return plain if even and len(plain) > len(rows) else rows


def _split(text: str, separator: str, *, quotes: bool = True) -> Iterator[Row]:
    """Yield the filled rows, each with the number of its first line."""
    rows = io.StringIO(text)
    reader = (
        csv.reader(rows, delimiter=separator, strict=True)
        if quotes
        else csv.reader(rows, delimiter=separator, quoting=csv.QUOTE_NONE)
    )
    line = 1
    try:
        for row in reader:
            if "".join(row).strip():
                yield line, tuple(row)
            line = reader.line_num + 1
    except csv.Error as error:
        raise BrokenTableError(line, str(error)) from error


def _split_without_quotes(text: str, separator: str) -> list[Row]:
    """Return the rows of a table with tabs in which a quotation mark is a sign like any other; nothing for others."""
    if separator != "\t":
        return []
    try:
        return list(_split(text, separator, quotes=False))
    except BrokenTableError:
        return []


def cut_title(text: str, is_heading: Callable[[Sequence[str]], bool]) -> tuple[str, str]:
    r"""Return what stands above the headings of a table, a title for instance, and the rest; nothing where all fits.

    >>> cut_title("Codes of the project, 2010\n\ncode;terms\na;b", lambda cells: "code" in cells)
    ('Codes of the project, 2010\n\n', 'code;terms\na;b')
    """
    place, filled = 0, 0
    for number, line in enumerate(islice(io.StringIO(text), _MOST_TITLE + 1)):
        for separator in SEPARATORS:
            try:
                cells = next(csv.reader([line], delimiter=separator), [])
            except csv.Error:  # a cell that is too large for a heading
                continue
            named = [cell for cell in cells if cell.strip()]
            if len(named) > 1 and is_heading([cell.strip() for cell in cells]):
                return (text[:place], text[place:]) if filled and number else ("", text)
        place, filled = place + len(line), filled + bool(line.strip())
    return "", text


def rows_of_title(title: str, separator: str) -> list[Row]:
    r"""Return what stands above the headings of a table as rows; none where it is no table.

    >>> rows_of_title(",2010,\n", ",")
    [(1, ('', '2010', ''))]
    """
    try:
        return list(_split(title, separator))
    except BrokenTableError:
        return []


def find_separator(text: str) -> str:
    """Return what is between the columns: what cuts most rows into as many cells as there are headings.

    Where the first line is one cell whatever the sign, a title perhaps, it is what cuts all others into as many.
    """
    best, chosen, below = (0.0, 0), ",", ","
    signs = [separator for separator in SEPARATORS if separator in text]
    for separator in signs if signs != [","] else ():  # with a comma alone there is nothing to find out
        rows: list[Row] = []
        try:
            for row in islice(_split(text, separator), _SAMPLE):
                rows.append(row)  # noqa: PERF402  what came before a fault counts
        except BrokenTableError:
            rows = rows or _split_without_quotes(text, separator)[:_SAMPLE]
        width = len(without_empty_end(rows[0][1])) if rows else 0
        if width > 1:
            alike = sum(
                len(cells) > 1 and (len(cells) <= width or len(without_empty_end(cells)) <= width) for _, cells in rows
            ) / len(rows)
            if (alike, width) > best:
                best, chosen = (alike, width), separator
        elif len({len(cells) for _, cells in rows[1:]} - {1}) == 1 and all(len(cells) > 1 for _, cells in rows[1:]):
            below = separator
    return chosen if best[1] else below


def take_rows_out_of_cells(text: str, is_heading: Callable[[Sequence[str]], bool]) -> tuple[str, str]:
    r"""Return a table as it was before a spreadsheet put each row in one cell, and what cuts it; else nothing.

    A spreadsheet that cuts at another sign opens it so, and saves it with quotation marks around, or empty cells after;
    a row that has the other sign in it stands in as many cells more, which are joined again.

    >>> take_rows_out_of_cells('"file,person"\n"a.txt,P01"\n', lambda cells: "person" in cells)
    ('file,person\na.txt,P01\n', ',')
    >>> take_rows_out_of_cells("file;person;told,\na.txt;P01;so, so\n", lambda cells: "person" in cells)
    ('file;person;told\na.txt;P01;so, so\n', ';')
    """
    for separator in SEPARATORS:
        with contextlib.suppress(BrokenTableError):
            sample = [cells for _, cells in islice(_split(text, separator), _SAMPLE)]
            if sign := _sign_within(sample, separator, is_heading):
                return _lines_in_cells(text, separator, sign), sign
    return "", ""


def _sign_within(rows: Sequence[Sequence[str]], separator: str, is_heading: Callable[[Sequence[str]], bool]) -> str:
    """Return what should have cut rows that a spreadsheet cut at `separator`; nothing where that was right."""
    heads, *below = map(without_empty_end, rows or [()])
    if not below:
        return ""
    for sign in _JOINING if len(heads) == 1 and (separator in heads[0] or len(rows[0]) > 1) else ():
        names = _cells_within(heads[0], sign)
        is_one_cell = sign != separator or all(len(cells) == 1 for cells in below)
        if is_one_cell and len(names) > 1 and is_heading(names):
            return sign
    if separator in _JOINING and len(heads) > _FEWEST_APART and is_heading([cell.strip() for cell in heads]):
        alone = [cells[0] for cells in below if len(cells) == 1]
        if alone and all(len(_cells_within(cell, separator)) == len(heads) for cell in alone):
            return separator
    return ""


def _lines_in_cells(text: str, separator: str, sign: str) -> str:
    """Return the lines that stand in the cells of a table, each at its own place."""
    lines: list[str] = []
    reached = 1
    for line, row in _split(text, separator):
        cells = without_empty_end(row)
        whole = _write_row(cells, sign) if len(cells) > 1 and sign == separator else separator.join(cells)
        lines.append("\n" * (line - reached) + whole + "\n")
        reached = line + whole.count("\n") + 1
    return "".join(lines)


def _write_row(cells: Sequence[str], separator: str) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=separator, lineterminator="").writerow(cells)
    return line.getvalue()


def _cells_within(cell: str, sign: str) -> list[str]:
    try:
        return [part.strip() for part in next(csv.reader([cell], delimiter=sign), [])]
    except csv.Error:  # a line end outside of quotes
        return [cell]


def without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    """Return the cells without the empty ones at the end, which spreadsheets leave behind."""
    if cells and cells[-1].strip():  # by far the usual case
        return cells
    last = max((number for number, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return cells[:last]


def _too_wide(rows: Sequence[Row]) -> bool:
    width = len(without_empty_end(rows[0][1]))
    return any(len(without_empty_end(cells)) > width for _, cells in rows)
