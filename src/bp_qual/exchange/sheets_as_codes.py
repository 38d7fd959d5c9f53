"""Workbooks with a sheet for each code: the name of the sheet is the code of every quote in it.

That holds where several sheets have quotes and say whose they are, none of them has a column of codes, and no sheet is
called as a wave, a person or an interview, or has the name that a spreadsheet gives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bp_qual.display import shown
from bp_qual.exchange.list_headings import LIST_HEADINGS, find_list_columns, plain_heading
from bp_qual.exchange.name_columns import speaks_of_persons
from bp_qual.exchange.workbooks import BookSheet, Workbook
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

NO_SHEETS = ("sheet", "blad", "tabelle", "feuil")  # as a spreadsheet calls them, with a number


def with_codes_of_sheets(book: Workbook, is_known: Callable[[str], bool]) -> tuple[Workbook, Remark] | None:
    """Return a workbook with the name of each sheet as a column of codes, and what is to be told of it.

    Parameters
    ----------
    book : Workbook
        The workbook.
    is_known : callable
        Whether a name is that of a person or an interview of the study.

    Returns
    -------
    tuple of Workbook and Remark, or None
        None where it is not such a workbook.

    Examples
    --------
    >>> rows = ((1, ("person", "wave", "quote")), (2, ("P01", "2010", "It is too much.")))
    >>> book = Workbook((BookSheet("work", rows), BookSheet("health", rows)))
    >>> with_codes_of_sheets(book, lambda name: False)[0].sheets[1].rows[1]
    (2, ('P01', '2010', 'It is too much.', 'health'))
    >>> with_codes_of_sheets(book, lambda name: name == "work") is None
    True
    """
    heads = {n: at for n, sheet in enumerate(book.sheets) if not sheet.hidden and (at := _heading_of(sheet)) >= 0}
    names = [book.sheets[number].name for number in heads]
    if len(names) < 2 or any(_is_no_code(name) or is_known(name) for name in names):
        return None
    sheets = tuple(_coded(sheet, heads[n]) if n in heads else sheet for n, sheet in enumerate(book.sheets))
    return replace(book, sheets=sheets), Remark("sheets as codes", values={"names": [shown(name) for name in names]})


def _heading_of(sheet: BookSheet) -> int:
    """Return which row has the headings of quotes and of whose they are; less than 0 where a column of codes is too."""
    for number, (_, cells) in enumerate(sheet.rows):
        columns = find_list_columns(cells)
        if "quote" in columns and ({"person", "document"} & columns.keys() or any(map(speaks_of_persons, cells))):
            return -1 if "code" in columns else number
    return -1


def _is_no_code(name: str) -> bool:
    plain = plain_heading(name).rstrip("0123456789 ")
    columns = (*LIST_HEADINGS["quote"], *LIST_HEADINGS["code"], "citaten", "zitate")
    return bool(plain in ("", *NO_SHEETS) or {plain, plain.removesuffix("s")} & {*columns} or find_wave(name))


def _coded(sheet: BookSheet, head: int) -> BookSheet:
    """Return a sheet with a column of codes behind the others."""
    said: Sequence[str] = ["" if n < head else "code" if n == head else sheet.name for n in range(len(sheet.rows))]
    rows = tuple((line, (*cells, code)) for (line, cells), code in zip(sheet.rows, said, strict=True))
    return replace(sheet, rows=rows)
