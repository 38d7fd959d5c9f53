"""Rows of a table in which the speaker stands in the column of the talk, and the talk in that of the speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bp_qual.display import one_line
from bp_qual.readers.table_headings import Table, TurnColumns
from bp_qual.wording.remarks import Remark

_ENDS = frozenset(".?!…")
_WORDS = 3
_SHOWN = 40


def find_exchanged(rows: Sequence[Sequence[str]], columns: TurnColumns) -> tuple[int, ...]:
    """Return the numbers of rows whose two cells were exchanged.

    The one holds nothing but who speaks in another row, and the other a sentence that is nobody's name anywhere else.

    >>> rows = [["speaker", "text"], ["Eva", "How?"], ["Jan", "Well."], ["And who paid?", "Eva"], ["Eva?", "Jan"]]
    >>> find_exchanged(rows, TurnColumns(0, 1))
    (3,)
    """
    if columns.speaker < 0:
        return ()
    names = Counter(_key(row[columns.speaker]) for row in rows[1:])
    odd = [number for number, row in enumerate(rows) if number and _is_sentence(row[columns.speaker])]
    odd = [number for number in odd if names[_key(rows[number][columns.speaker])] == 1]
    speakers = names.keys() - {_key(rows[number][columns.speaker]) for number in odd} - {""}
    return tuple(number for number in odd if _key(rows[number][columns.text]) in speakers)


def _key(cell: str) -> str:
    return " ".join(cell.split()).rstrip(" :").casefold()


def _is_sentence(cell: str) -> bool:
    """Whether a cell ends a sentence with a small word: no `Mrs. B.`, `Dr. J. de Vries.` or `Owen?`."""
    words = cell.split()
    return len(words) >= _WORDS and words[-1][-1] in _ENDS and words[-1][0].islower()


def note_exchanged_cells(rows: Sequence[Sequence[str]], exchanged: Sequence[int], table: Table) -> tuple[Remark, ...]:
    """Return the note on rows whose cells were exchanged, which are left out.

    Parameters
    ----------
    rows : sequence of sequence of str
        The table, with its headings.
    exchanged : sequence of int
        The numbers of those rows.
    table : Table
        What is known of the table.

    Returns
    -------
    tuple of Remark
        With the line of the first.

    Examples
    --------
    >>> rows = [["speaker", "text"], ["And who paid?", "Eva"]]
    >>> print(*note_exchanged_cells(rows, [1], Table("a.csv", "csv", lines=[1, 2])))
    Words in the speakers' column and a speaker in that of the talk: 1 row, first line 2 ('And who paid?', 'Eva'). ...
    """
    if not exchanged:
        return ()
    first = exchanged[0]
    cells = ", ".join(f"'{one_line(cell)[:_SHOWN]}'" for cell in rows[first] if cell.strip())[: 3 * _SHOWN]
    return (Remark("cells exchanged", values={"n": len(exchanged), "line": table.lines[first], "cells": cells}),)
