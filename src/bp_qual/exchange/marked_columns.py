"""Columns of a list that are a code each: of every row they say whether it has that code, by 1 and 0, x, ja and nee.

Dedoose calls them ``Code: stress Applied``. A mark that says neither (``?``, n/a) leaves the code open there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from bp_qual.exchange.list_headings import NO, NOTHING, YES, is_called_total
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
        can_be_code = heading.strip() and index not in taken and not is_called_total(heading)
        if can_be_code and clear <= {*YES, *NO} and clear - {""}:
            found[index] = heading.strip()
    return found


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
