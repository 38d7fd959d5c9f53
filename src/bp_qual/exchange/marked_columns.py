"""Columns of a list that are a code each: of every row they say whether it has that code, by 1 and 0, x, ja and nee.

Dedoose calls them ``Code: stress Applied``. A mark that says neither (``?``, n/a) leaves the code open there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.list_headings import NO, NOTHING, YES, is_called_number, is_called_total
from bp_qual.exchange.name_columns import speaks_of_persons
from bp_qual.exchange.sheet_rows import Sheet
from bp_qual.lazy_patterns import lazy_pattern

_APPLIED = lazy_pattern(r"code: (.+) applied", re.IGNORECASE)
_UNCLEAR = ("unclear", "onduidelijk", "unklar", "maybe", "misschien", "vielleicht", "unsure", "twijfel")


def applied_columns(header: Sequence[str]) -> dict[int, str]:
    """Return the columns of codes as Dedoose calls them.

    >>> applied_columns(["Excerpt", "Code: stress Applied"])
    {1: 'stress'}
    """
    found = ((index, _APPLIED.fullmatch(cell.strip())) for index, cell in enumerate(header))
    return {index: match[1] for index, match in found if match}


def marked_columns(sheet: Sheet, taken: Set[int]) -> dict[int, str]:
    """Return the columns that say of every row yes or no, but for marks that say neither: each is a code.

    >>> sheet = Sheet("a.csv", ("quote", "work", "age"), ((2, ("Money", "1", "44")), (3, ("cash", "?", "1"))))
    >>> marked_columns(sheet, {0})
    {1: 'work'}
    """
    found = dict[int, str]()
    for index, heading in enumerate(sheet.header):
        cells = {row[index].strip().casefold() for _, row in sheet.rows if index < len(row)}
        clear = {cell for cell in cells if not is_unclear(cell)}
        is_number = is_called_number(heading) or is_called_total(heading)
        can_be_code = heading.strip() and index not in taken and not is_number
        if can_be_code and clear <= {*YES, *NO} and clear - {""}:
            found[index] = heading.strip()
    return found


def check_marked(sheet: Sheet, marked: Mapping[int, str], taken: Set[int]) -> None:
    """Refuse to take marked columns for codes where a column of words, which nothing explains, can have the codes.

    Several columns of marks that differ from row to row are codes, whatever words stand beside them.

    Parameters
    ----------
    sheet : Sheet
        A list with quotes and without a column of codes.
    marked : mapping of int to str
        From `marked_columns`.
    taken : set of int
        The columns that are explained otherwise.

    Raises
    ------
    CodebookError
        With both, and what to call them.

    Examples
    --------
    >>> sheet = Sheet("a.csv", ("quote", "Aspekt", "Wichtig"), ((2, ("Money", "work", "x")),))
    >>> check_marked(sheet, {2: "Wichtig"}, {0})
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: a.csv:1  has no column called code; ...
    """
    marks = {says_yes(row, index) for _, row in sheet.rows for index in marked}
    if len(marked) > 1 and False in marks:
        return
    free = [n for n, cell in enumerate(sheet.header) if cell.strip() and n not in {*taken, *marked}]
    names = [shown(sheet.header[n], 40) for n in free if _holds_words(sheet, n)]
    if marked and names:
        values = {"marked": [shown(name, 40) for name in marked.values()], "names": names}
        raise CodebookError(Problem(f"{sheet.where}:{sheet.line}", "which codes", values))


def _holds_words(sheet: Sheet, index: int) -> bool:
    """Return whether a column can have the codes of its rows: words in nearly every one, and no numbers or marks."""
    heading = sheet.header[index]
    if is_called_number(heading) or is_called_total(heading) or speaks_of_persons(heading):
        return False
    cells = [row[index].strip() if index < len(row) else "" for _, row in sheet.rows]
    said = [cell for cell in cells if any(map(str.isalpha, cell)) and not is_unclear(cell)]
    return 2 * len(said) > len(cells)


def says_yes(row: Sequence[str], index: int) -> bool:
    """Return whether a row has the code of a column.

    >>> says_yes(["Money", "x"], 1), says_yes(["Money"], 1)
    (True, False)
    """
    return index < len(row) and row[index].strip().casefold() in YES


def is_unclear(mark: str) -> bool:
    """Return whether a mark says neither yes nor no: ``?``, ``1?``, n/a.

    >>> [is_unclear(mark) for mark in ("?", "x ?", "n/a", "1", "-", "", "often")]
    [True, True, True, False, False, False, False]
    """
    said = mark.strip().casefold()
    bare = said.rstrip("? ")
    return said not in (*YES, *NO) and (bare in (*YES, *NO, *_UNCLEAR) or said in NOTHING)
