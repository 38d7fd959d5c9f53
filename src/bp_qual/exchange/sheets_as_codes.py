"""Workbooks with a sheet for each code: the name of the sheet is the code of every quote in it.

That holds where several sheets have quotes and say whose they are, none of them has a column of codes, and no sheet is
called as a wave, a person or an interview, or has the name that a spreadsheet gives. Beside a sheet that has a column
of codes, the name of one without is a code where it is one elsewhere; otherwise nobody knows which codes its quotes
have.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.code_cells import code_pieces
from bp_qual.exchange.drafts import code_name_key
from bp_qual.exchange.list_headings import LIST_HEADINGS, find_list_columns, plain_heading
from bp_qual.exchange.name_columns import speaks_of_persons
from bp_qual.exchange.workbooks import BookSheet, Workbook
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

_WHOSE = ("quote", "person", "document", "wave")  # a heading of one of these is one of a list with a code that is said
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
    heads = _sheets_without_codes(book)
    names = [book.sheets[number].name for number in heads]
    if len(names) < 2 or any(not could_be_code(name) or is_known(name) for name in names):
        return None
    sheets = tuple(_coded(sheet, heads[n], sheet.name) if n in heads else sheet for n, sheet in enumerate(book.sheets))
    return replace(book, sheets=sheets), Remark("sheets as codes", values={"names": [shown(name) for name in names]})


def with_said_code(book: Workbook, where: str, name: str) -> tuple[Workbook, tuple[Remark, ...]]:
    """Return a workbook with a code as that of every quote in a sheet without a column of codes, and what is told.

    Parameters
    ----------
    book : Workbook
        The workbook.
    where : str
        What messages call it.
    name : str
        What the code is called.

    Returns
    -------
    tuple of Workbook and tuple of Remark

    Raises
    ------
    CodebookError
        Where every sheet has a column of codes.

    Examples
    --------
    >>> book = Workbook((BookSheet("Sheet1", ((1, ("person", "Evidence")), (2, ("P01", "It is too much.")))),))
    >>> with_said_code(book, "a.xlsx", "work")[0].sheets[0].rows[1]
    (2, ('P01', 'It is too much.', 'work'))
    """
    found = {n: _heading_of(sheet, _WHOSE) for n, sheet in enumerate(book.sheets) if not sheet.hidden}
    heads = {n: row for n, (row, columns) in found.items() if columns and "code" not in columns}
    if not heads and any("code" in columns for _, columns in found.values()):
        raise CodebookError(Problem(where, "code not asked"))
    coded = [shown(book.sheets[n].name) for n, (_, columns) in found.items() if "code" in columns]
    sheets = tuple(_coded(sheet, heads[n], name) if n in heads else sheet for n, sheet in enumerate(book.sheets))
    told = (Remark("sheets with own codes", values={"names": coded}),) if coded else ()
    return replace(book, sheets=sheets), told


def with_names_as_codes(book: Workbook, where: str) -> tuple[Workbook, Remark]:
    """Return a workbook whose sheets without a column of codes have their names as one, as somebody said.

    Parameters
    ----------
    book : Workbook
        The workbook.
    where : str
        What messages call it.

    Returns
    -------
    tuple of Workbook and Remark

    Raises
    ------
    CodebookError
        Where each of its sheets with quotes has a column of codes.

    Examples
    --------
    >>> rows = ((1, ("person", "quote")), (2, ("P01", "Too much.")))
    >>> with_names_as_codes(Workbook((BookSheet("2010", rows),)), "a.xlsx")[0].sheets[0].rows[1]
    (2, ('P01', 'Too much.', '2010'))
    """
    heads = _sheets_without_codes(book)
    if not heads:
        raise CodebookError(Problem(where, "sheets with codes"))
    sheets = tuple(_coded(sheet, heads[n], sheet.name) if n in heads else sheet for n, sheet in enumerate(book.sheets))
    names = [shown(book.sheets[number].name) for number in heads]
    return replace(book, sheets=sheets), Remark("sheets said codes", values={"names": names})


def with_code_of_file(book: Workbook, where: str, codes: Iterable[str]) -> tuple[Workbook, Remark] | None:
    """Return a workbook with the name of its file as the code of its quotes, where that is a code of the study.

    Parameters
    ----------
    book : Workbook
        The workbook, in which no sheet has a column of codes.
    where : str
        Its file.
    codes : iterable of str
        What the codes of the study are called.

    Returns
    -------
    tuple of Workbook and Remark, or None

    Examples
    --------
    >>> book = Workbook((BookSheet("", ((1, ("person", "quote")), (2, ("P01", "Too much.")))),))
    >>> with_code_of_file(book, "nodes/Work.csv", ["work"])[0].sheets[0].rows[1]
    (2, ('P01', 'Too much.', 'Work'))
    >>> with_code_of_file(book, "nodes/quotes.csv", ["work"]) is None
    True
    """
    name = PurePath(where).stem
    if code_name_key(name) not in {code_name_key(code) for code in codes} or not _sheets_without_codes(book):
        return None
    return with_said_code(book, where, name)[0], Remark("file as code", values={"name": name})


def with_codes_beside(book: Workbook, codes: Iterable[str]) -> tuple[Workbook, tuple[Remark, ...]]:
    """Return a workbook with a column of codes in every sheet of quotes, where at least one has it, and what is told.

    Parameters
    ----------
    book : Workbook
        The workbook.
    codes : iterable of str
        What the codes of the study are called.

    Returns
    -------
    tuple of Workbook and tuple of Remark

    Examples
    --------
    >>> rows = ((1, ("person", "quote", "code")), (2, ("P01", "It is too much.", "work")))
    >>> bare = tuple((line, cells[:2]) for line, cells in rows)
    >>> book = Workbook(tuple(BookSheet(*sheet) for sheet in (("all", rows), ("work", bare), ("more", bare))))
    >>> done, told = with_codes_beside(book, ())
    >>> [sheet.rows[1][1][2] for sheet in done.sheets], [str(remark)[:18] for remark in told]
    (['work', 'work', ''], ['sheets with quotes', 'sheets without a c'])
    """
    coded = [cell for sheet in book.sheets for cell in _codes_in(sheet)]
    heads = _sheets_without_codes(book)
    if not coded or not heads:
        return book, ()
    known = {code_name_key(name) for cell in (*codes, *coded) for name in (cell, *code_pieces(cell))}
    named = [n for n in heads if code_name_key(book.sheets[n].name) in known]
    sheets = tuple(
        _coded(sheet, heads[n], sheet.name if n in named else "") if n in heads else sheet
        for n, sheet in enumerate(book.sheets)
    )
    rest = [shown(book.sheets[n].name) for n in heads if n not in named]
    told = {"sheets without codes": rest, "sheets called as codes": [shown(book.sheets[n].name) for n in named]}
    return replace(book, sheets=sheets), tuple(
        Remark(key, values={"names": names}) for key, names in told.items() if names
    )


def _sheets_without_codes(book: Workbook) -> dict[int, int]:
    """Return the row with the headings of each sheet in sight that has quotes and whose they are, and no codes."""
    rows = {number: _heading_of(sheet) for number, sheet in enumerate(book.sheets) if not sheet.hidden}
    return {number: row for number, (row, columns) in rows.items() if columns and "code" not in columns}


def _codes_in(sheet: BookSheet) -> list[str]:
    """Return what stands in the column of codes of a sheet of quotes."""
    head, columns = _heading_of(sheet)
    at = columns.get("code", sys.maxsize)
    return [cells[at] for _, cells in sheet.rows[head + 1 :] if at < len(cells) and cells[at].strip()]


def _heading_of(sheet: BookSheet, alone: Collection[str] = ()) -> tuple[int, Mapping[str, int]]:
    """Return which row has the headings of quotes and of their codes or whose they are, and its columns.

    One of those in ``alone`` is enough.
    """
    for number, (_, cells) in enumerate(sheet.rows):
        columns = find_list_columns(cells)
        if columns.keys() & {*alone} or (
            "quote" in columns
            and ({"code", "person", "document"} & columns.keys() or any(map(speaks_of_persons, cells)))
        ):
            return number, columns
    return len(sheet.rows), {}


def could_be_code(name: str) -> bool:
    """Return whether the name of a sheet or a file can be that of a code: no wave, and no name for what is in it.

    >>> [could_be_code(name) for name in ("stress", "Sheet1", "quotes", "P01_2010")]
    [True, False, False, False]
    """
    plain = plain_heading(name).rstrip("0123456789 ")
    columns = (*LIST_HEADINGS["quote"], *LIST_HEADINGS["code"], "citaten", "zitate")
    return not (plain in ("", *NO_SHEETS) or {plain, plain.removesuffix("s")} & {*columns} or find_wave(name))


def _coded(sheet: BookSheet, head: int, name: str) -> BookSheet:
    """Return a sheet with a column of codes behind the others."""
    said: Sequence[str] = ["" if n < head else "code" if n == head else name for n in range(len(sheet.rows))]
    rows = tuple((line, (*cells, code)) for (line, cells), code in zip(sheet.rows, said, strict=True))
    return replace(sheet, rows=rows)
