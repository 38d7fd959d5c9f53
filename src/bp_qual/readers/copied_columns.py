"""Columns of talk that are in a table twice, as when one was copied before it was worked on: read once, and told.

Two columns are the same where every cell is, and several words are said in them. Where two of one heading are the same
for the most part only, nobody but the researcher knows which of them counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.readers.table_headings import Table, plain_headings
from bp_qual.wording.remarks import Remark

_SAID, _ENOUGH = 3, 6  # words of a cell that two people do not say alike, and of all such cells


def find_copies(rows: Sequence[Sequence[str]], talk: Sequence[int]) -> dict[int, int]:
    """Return the columns that hold the same as a column of talk, each with that one: the first of `talk` is kept.

    >>> rows = [["Antwoord", "Kopie", "nr"], ["Wij werken goed samen.", "Wij werken goed  samen.", "1"]]
    >>> find_copies([*rows, ["Dat was vroeger anders.", "Dat was vroeger anders.", "2"]], [0])
    {1: 0}
    """
    chosen = dict.fromkeys(talk)
    order = [*chosen, *(column for column in range(len(rows[0])) if column not in chosen)]
    groups = [group for group in _find_alike(rows, order) if group[0] in chosen and _says_enough(rows, group[0])]
    return {column: group[0] for group in groups for column in group[1:]}


def refuse_near_copies(rows: Sequence[Sequence[str]], talk: Sequence[int], table: Table) -> None:
    """Raise where two columns of talk have one heading, and the same in most of their cells, but not in all.

    Parameters
    ----------
    rows : sequence of rows
        All of one width, the headings first.
    talk : sequence of int
        The columns that are talk, without those that are copies.
    table : Table
        What is known of it besides.

    Examples
    --------
    >>> refuse_near_copies([["Antwoord", "nr"], ["Ja.", "1"]], [0], Table("a.csv", "csv"))
    """
    header, of_heading = plain_headings(rows[0]), dict[str, list[int]]()
    for column in talk:
        of_heading.setdefault(header[column], []).append(column)
    found = [pair for columns in of_heading.values() if len(columns) > 1 for pair in _find_near(rows, columns)]
    if found:
        second = min(found, key=lambda pair: (talk.index(pair[0]), talk.index(pair[1])))[1]
        raise TranscriptError(Problem(table.where, "talk column twice", {"name": one_line(rows[0][second])}))


def refuse_twice(rows: Sequence[Sequence[str]], columns: Sequence[int], table: Table) -> None:
    """Raise where another column has the heading of one of these, and other cells: either can be the one that is meant.

    Headings that the study names have to be the same to the letter.

    Parameters
    ----------
    rows : sequence of rows
        All of one width, the headings first.
    columns : sequence of int
        Of who speaks and what is said; -1 is none.
    table : Table
        What is known of it besides.

    Examples
    --------
    >>> refuse_twice([["Tekst", "Tekst 2"], ["Ja.", "Nee."]], [0], Table("a.csv", "csv"))
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.csv  has the column 'Tekst' twice. Rename the one that is not the talk.
    """
    names = [_tidy(cell).casefold() for cell in rows[0]] if table.columns else plain_headings(rows[0])
    of_name = dict[str, list[int]]()
    for place, name in enumerate(names):
        of_name.setdefault(name, []).append(place)
    for column in (column for column in columns if column >= 0 and names[column]):
        others = [place for place in of_name[names[column]] if place != column]
        if not all(_hold_same(rows, place, column) for place in others):
            raise TranscriptError(Problem(table.where, "talk column twice", {"name": one_line(rows[0][column])}))


def copied_in_document(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns of a table in a document that are copies, by their headings too; the shorter heading stays.

    >>> rows = [["Vraag", "Antwoord", "Kopie van antwoord"], ["Wat?", *["Wij werken hier goed met elkaar samen."] * 2]]
    >>> sorted(copied_in_document(rows))
    [2]
    """
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return frozenset()
    header, copies = plain_headings(rows[0]), set[int]()
    for column in sorted(range(len(header)), key=lambda column: len(rows[0][column])):
        alike = [other for other in range(len(header)) if other != column and header[column] in header[other]]
        if column not in copies and header[column]:
            copies |= {other for other in alike if _are_same(rows, column, other)}
    return frozenset(copies)


def note_copies(rows: Sequence[Sequence[str]], copies: Mapping[int, int]) -> tuple[Remark, ...]:
    """Return a note for each column that holds the same as another.

    >>> print(*note_copies([["Antwoord", "Antwoord.1"]], {1: 0}))
    The column 'Antwoord.1' holds the same as 'Antwoord': that was read once. Delete one of the two.
    """
    return tuple(
        Remark("column copied", values={"copy": _heading(rows, copy), "of": _heading(rows, kept)})
        for copy, kept in copies.items()
    )


def _find_alike(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> list[list[int]]:
    """Return the groups of columns that hold the same in each row, whatever the blanks; each, and all, in this order.

    The columns are parted row by row, so that most, which differ soon, are not looked at any further.
    """
    groups = [list(columns)]
    for row in rows[1:]:
        parted = list[list[int]]()
        for group in groups:
            by_cell = dict[str, list[int]]()
            for column in group:
                by_cell.setdefault(_tidy(row[column]), []).append(column)
            parted += [alike for alike in by_cell.values() if len(alike) > 1]
        groups = parted
    place = {column: number for number, column in enumerate(columns)}
    return sorted((group for group in groups if len(group) > 1), key=lambda group: place[group[0]])


def _find_near(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of columns that hold the same words in most of their cells."""
    same = Counter[tuple[int, int]]()
    for row in rows[1:]:
        by_cell = dict[str, list[int]]()
        for column in columns:
            by_cell.setdefault(_tidy(row[column]), []).append(column)
        for cell, alike in by_cell.items():
            if len(alike) > 1 and len(cell.split()) >= _SAID:
                same.update(combinations(alike, 2))
    for (first, second), count in same.items():
        pairs = ((_tidy(row[first]), _tidy(row[second])) for row in (rows[1:] if count > 1 else ()))
        if count > max(1, sum(one != other and bool(one and other) for one, other in pairs)):
            yield first, second


def _are_same(rows: Sequence[Sequence[str]], first: int, second: int) -> bool:
    """Whether two columns hold the same, and enough of it."""
    return _hold_same(rows, first, second) and _says_enough(rows, first)


def _says_enough(rows: Sequence[Sequence[str]], column: int) -> bool:
    words = (len(row[column].split()) for row in rows[1:])
    return sum(count for count in words if count >= _SAID) >= _ENOUGH


def _hold_same(rows: Sequence[Sequence[str]], first: int, second: int) -> bool:
    """Whether two columns hold the same in each row below the headings, whatever the blanks."""
    return all(row[first] == row[second] or _tidy(row[first]) == _tidy(row[second]) for row in rows[1:])


def _tidy(cell: str) -> str:
    return " ".join(cell.split())


def _heading(rows: Sequence[Sequence[str]], column: int) -> str:
    return one_line(_tidy(rows[0][column]))[:60]
