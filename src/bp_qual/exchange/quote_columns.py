"""The column of quotes in a list whose heading is none that is known: the one with words beside a column of codes.

A table with a column of codes, and one that says who a row is about, is a list and no matrix. Where several columns
hold words, nobody can know which are quotes: a translation, a summary, what the coder thought of it. And the column
that says which rows are no codings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.list_headings import NAMES_OF_ROWS, NO, NOT_CODED, PRESENT, YES, plain_heading
from bp_qual.exchange.matrix_headings import FEWEST_WORDS, holds_talk
from bp_qual.exchange.name_columns import speaks_of_persons
from bp_qual.exchange.sheet_rows import Sheet
from bp_qual.wording import Remark

_ABSENT = (*filter(None, NO), "absent", "afwezig", "abwesend")
_GROUPS = ("category", "categorie", "kategorie")  # of codes, or of persons


def could_be_quotes(sheet: Sheet, columns: Mapping[str, int], coded: Sequence[int]) -> tuple[int, ...]:
    """Return the column of quotes, or those that can be it where none or several are called so; none in no list.

    Parameters
    ----------
    sheet : Sheet
        The table.
    columns : mapping of str to int
        What its headings say, as `find_list_columns` has it.
    coded : sequence of int
        Its columns of codes.

    Returns
    -------
    tuple of int

    Examples
    --------
    >>> sheet = Sheet("a.csv", ("person", "code", "Evidence"), ((2, ("P01", "work", "It is too much.")),))
    >>> could_be_quotes(sheet, {"person": 0, "code": 1}, [1])
    (2,)
    """
    if "quote" in columns:
        called = plain_heading(sheet.header[columns["quote"]])
        alike = (n for n, cell in enumerate(sheet.header) if plain_heading(cell) == called)
        return tuple(n for n in alike if n == columns["quote"] or any(_cells(sheet, n)))
    headings = [cell for cell in sheet.header if cell.strip()]
    names_rows = any(plain_heading(cell) in NAMES_OF_ROWS or speaks_of_persons(cell) for cell in headings)
    says_who = names_rows or {"person", "wave", "document"} & columns.keys()
    if not coded or not says_who or any(holds_talk(_cells(sheet, index)) for index in coded):
        return ()
    free = [n for n, cell in enumerate(sheet.header) if cell.strip() and n not in {*columns.values(), *coded}]
    return tuple(n for n in free if any(len(cell.split()) >= FEWEST_WORDS for cell in _cells(sheet, n)))


def with_quotes(
    sheet: Sheet, columns: dict[str, int], coded: Sequence[int]
) -> tuple[dict[str, int], tuple[Remark, ...]]:
    """Return the columns with that of the quotes, where a table is a list, and what is to be told of it.

    Parameters
    ----------
    sheet, columns, coded
        As in `could_be_quotes`.

    Returns
    -------
    dict of str to int
    tuple of Remark

    Raises
    ------
    CodebookError
        Where it can be several columns, or the table can be another than a list.

    Examples
    --------
    >>> sheet = Sheet("a.csv", ("person", "code", "Evidence"), ((2, ("P01", "work", "It is too much.")),))
    >>> with_quotes(sheet, {"person": 0, "code": 1}, [1])[0]
    {'person': 0, 'code': 1, 'quote': 2}
    """
    could = could_be_quotes(sheet, columns, coded)
    if not could or could == (columns.get("quote"),):
        return columns, ()
    names = [shown(sheet.header[index], 40) for index in could]
    code = sheet.header[coded[0]] if coded else ""
    if len(could) > 1 or plain_heading(code) in _GROUPS or "mentions" in columns:
        place = f"{sheet.where}:{sheet.line}"
        raise CodebookError(Problem(place, "which quotes", {"code": shown(code, 40), "names": names}))
    return {**columns, "quote": could[0]}, (Remark("taken as quotes", values={"name": names[0]}),)


def _cells(sheet: Sheet, index: int) -> list[str]:
    return [row[index].strip() for _, row in sheet.rows if index < len(row)]


def without_rejected(sheet: Sheet) -> tuple[Sheet, list[tuple[int, str]]]:
    """Return a list without the rows of codes that somebody rejected or only suggested, and these, line by line.

    >>> rows = ((2, ("money", "Money", "human")), (3, ("money", "cash", "rejected")))
    >>> sheet = Sheet("a.csv", ("code", "quote", "status"), rows)
    >>> without_rejected(sheet)[1]
    [(3, 'money cash rejected')]
    """
    at = next((index for index, cell in enumerate(sheet.header) if plain_heading(cell) == "status"), None)
    if at is None:
        return sheet, []
    no = {line: row for line, row in sheet.rows if row[at : at + 1] and row[at].strip().casefold() in NOT_CODED}
    kept = tuple((line, row) for line, row in sheet.rows if line not in no)
    return replace(sheet, rows=kept), [(line, " ".join(filter(str.strip, row))) for line, row in no.items()]


def without_absent(sheet: Sheet) -> tuple[Sheet, list[tuple[int, str]]]:
    """Return a list without the rows of which a column says that the code is not there, and these, line by line.

    >>> rows = ((2, ("money", "Money", "1")), (3, ("work", "cash", "0")))
    >>> without_absent(Sheet("a.csv", ("code", "quote", "present"), rows))[1]
    [(3, 'work cash 0')]
    """
    at = next((index for index, cell in enumerate(sheet.header) if plain_heading(cell) in PRESENT), None)
    said = {row[at].strip().casefold() for _, row in sheet.rows if at < len(row)} if at is not None else set()
    if at is None or not said <= {*YES, *PRESENT, *_ABSENT, ""}:
        return sheet, []
    no = {line: row for line, row in sheet.rows if row[at : at + 1] and row[at].strip().casefold() in _ABSENT}
    kept = tuple((line, row) for line, row in sheet.rows if line not in no)
    return replace(sheet, rows=kept), [(line, " ".join(filter(str.strip, row))) for line, row in no.items()]
