"""A table whose first row is one like the others: it has no headings, and is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cell_times import STAMP
from bp_qual.readers.table_headings import LONGEST_LABEL, WORDS_OF_TALK, Table, has_turns

_LABEL = lazy_pattern(r"(?:i|r|int|resp|interviewer|interviewster|[irp]\d{1,3}|(?:speaker|spreker)[ _-]?\d{1,2})", re.I)


def refuse_without_headings(rows: Sequence[Sequence[str]], table: Table) -> None:
    """Raise where the first row is one like the others: its label occurs again, or it holds a time.

    >>> refuse_without_headings([["I", "Hoe?"], ["R", "Zo."], ["I", "En?"]], Table("a.csv", "csv"))
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.csv:1  is a row like the others ('I', 'Hoe?'), so the table has no headings...
    """
    if table.columns or len(rows) < 2 or has_turns(rows, table):
        return
    first = [cell.strip() for cell in rows[0]]
    again = any(_occurs_again(first[column], rows, column) for column in range(len(first)))
    talks = any(len(cell.split()) >= WORDS_OF_TALK for cell in first)
    labels = any(
        _LABEL.fullmatch(cell) and _LABEL.fullmatch(below.strip()) for cell, below in zip(first, rows[1], strict=True)
    )
    said = {cell[-1] for cell in first if len(cell.split()) >= WORDS_OF_TALK} & set(".!…?")
    names = [cell for column, cell in enumerate(first) if any(_is_alike(cell, row[column]) for row in rows[1:])]
    if said == {"?"}:  # below `Naam`, beside a question, names of one word are usual
        names = [cell for cell in names if len(cell.split()) > 1 or cell[-1].isdigit()]
    named = bool(said and names)
    if again or any(map(STAMP.match, first)) or (labels and talks) or named:
        shown = ", ".join(f"'{one_line(cell)[:30]}'" for cell in first if cell)
        line = table.lines[0] if table.lines else 1
        raise TranscriptError(Problem(f"{table.where}:{line}", "no headings", {"cells": shown}))


def _is_alike(heading: str, cell: str) -> bool:
    """Return whether a heading is made as a cell below it is: `Jan Bos` and `Eva Smit`, `P01` and `P02`."""
    shapes = [re.sub(r"\d+", "0", re.sub(r"[^\W\d_]+", "a", text.strip())) for text in (heading, cell)]
    is_name = len(heading) <= LONGEST_LABEL and heading.istitle() and cell.strip().istitle()
    return shapes[0] == shapes[1] and (is_name or any(map(str.isdigit, heading)))


def _occurs_again(heading: str, rows: Sequence[Sequence[str]], column: int) -> bool:
    """Return whether a heading is one of the labels below it."""
    return bool(heading) and len(heading) <= LONGEST_LABEL and any(heading == row[column].strip() for row in rows[1:])
