"""Columns of talk that are in a table twice, as when one was copied before it was worked on: read once, and told.

Two columns are the same where every cell is, and several words are said in them. Where two of one heading are the same
for the most part only, nobody but the researcher knows which of them counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    others = [column for column in range(len(rows[0])) if column not in talk]
    copies = dict[int, int]()
    for number, kept in enumerate(talk):
        later = [column for column in (*talk[number + 1 :], *others) if column not in copies]
        copies |= {column: kept for column in later if _are_same(rows, kept, column)}
    return copies


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
    header = plain_headings(rows[0])
    for first, second in combinations(talk, 2):
        pairs = [(_tidy(row[first]), _tidy(row[second])) for row in rows[1:]]
        same = [one for one, other in pairs if one == other and len(one.split()) >= _SAID]
        differing = sum(one != other and bool(one and other) for one, other in pairs)
        if header[first] == header[second] and len(same) > max(1, differing):
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
    for column in (column for column in columns if column >= 0 and names[column]):
        others = [place for place, name in enumerate(names) if name == names[column] and place != column]
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


def _are_same(rows: Sequence[Sequence[str]], first: int, second: int) -> bool:
    if not _hold_same(rows, first, second):  # most columns differ in their first cell
        return False
    words = [len(row[first].split()) for row in rows[1:]]
    return sum(count for count in words if count >= _SAID) >= _ENOUGH


def _hold_same(rows: Sequence[Sequence[str]], first: int, second: int) -> bool:
    """Whether two columns hold the same in each row below the headings, whatever the blanks."""
    return all(row[first] == row[second] or _tidy(row[first]) == _tidy(row[second]) for row in rows[1:])


def _tidy(cell: str) -> str:
    return " ".join(cell.split())


def _heading(rows: Sequence[Sequence[str]], column: int) -> str:
    return one_line(_tidy(rows[0][column]))[:60]
