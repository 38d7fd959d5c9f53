"""Empty cells below another, as a table has them that says a code or a person in the first row of its block alone.

Where cells are merged a workbook says so (`workbooks`). Otherwise nobody but its writer knows whether an empty cell
says what stands above it or nothing at all: that is asked, and until it is answered a code that may be meant is no
zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from bp_qual.display import shown
from bp_qual.exchange.sheet_rows import Sheet
from bp_qual.wording import Remark

Blanks = Literal["", "above", "none"]
BLANKS: tuple[Blanks, ...] = get_args(Blanks)
_KEYS = ("person", "document", "folder", "wave", "coder", "parent", "subcode")
_BESIDE = {  # what says the same or more: beside it nothing is missing
    "person": ("document",), "document": ("person",), "wave": ("document",), "folder": ("document", "person", "wave"),
    "subcode": ("code",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Blank:
    """What a row with a quote can mean, of which cells below others are empty.

    ``columns`` are those cells, ``above`` is the row with what stands above each of them, and ``sure`` the row with
    what stands above those that no cell to their left parts from it.
    """

    columns: tuple[int, ...]
    above: tuple[str, ...]
    sure: tuple[str, ...]


def find_blanks(
    sheet: Sheet, columns: Mapping[str, int], coded: Sequence[int]
) -> tuple[dict[int, Blank], frozenset[int]]:
    """Return the rows with empty cells where others say whose words they are, who coded them, and with what.

    Parameters
    ----------
    sheet : Sheet
        The table.
    columns : mapping of str to int
        What its headings say, with ``quote``.
    coded : sequence of int
        Its columns of codes; of several, the cells of a row are one.

    Returns
    -------
    dict of int to Blank
        By line.
    frozenset of int
        The lines that have no quote, and only say what holds for these rows.

    Examples
    --------
    >>> rows = ((2, ("P01", "work", "Too much.")), (3, ("", "", "Too long.")))
    >>> sheet = Sheet("a.csv", ("person", "code", "quote"), rows)
    >>> find_blanks(sheet, {"person": 0, "code": 1, "quote": 2}, [1])[0][3].above
    ('P01', 'work', 'Too long.')
    """
    alone = {(columns[key],) for key in _KEYS if key in columns and columns[key] not in coded}
    groups: list[tuple[int, ...]] = sorted([*alone, *([tuple(coded)] if coded else [])])
    quoted = {line for line, row in sheet.rows if any(_cells(row, [columns["quote"]]))}
    gappy = {group for group in groups for line, row in sheet.rows if line in quoted and not any(_cells(row, group))}
    last: dict[tuple[int, ...], tuple[int, tuple[str, ...]]] = {}
    blanks, leading = dict[int, Blank](), set[int]()
    for line, row in sheet.rows:
        empty = [group for group in groups if not any(_cells(row, group))]
        new = [group for group in groups if group not in empty and last.get(group, (0, ()))[1] != _cells(row, group)]
        last |= {group: (line, _cells(row, group)) for group in new}
        if line not in quoted:
            continue
        said = {key for key, index in columns.items() if any(_cells(row, [index]))}
        said |= {"code"} if any(_cells(row, coded)) else set()
        can = [group for group in empty if group in last and not said & {*_BESIDE.get(_key(group, columns), ())}]
        begins = next((group for group in new if group in gappy), (len(row),))
        sure = [group for group in can if group < begins]
        if can:
            used = tuple(index for group in can for index in group)
            blanks[line] = Blank(used, *(_with(row, {group: last[group][1] for group in some}) for some in (can, sure)))
            leading |= {last[group][0] for group in sure}
    return blanks, frozenset(leading - quoted)


def find_nameless(sheet: Sheet, who: Mapping[str, int]) -> dict[int, Blank]:
    """Return the rows of a matrix that hold anything, and nobody's name below one.

    >>> rows = ((2, ("P01", "2010", "Too much.")), (3, ("", "2020", "Too long.")))
    >>> find_nameless(Sheet("a.csv", ("person", "wave", "work"), rows), {"person": 0, "wave": 1})[3].sure
    ('P01', '2020', 'Too long.')
    """
    names, last = [who[key] for key in ("person", "document") if key in who], tuple[str, ...]()
    blanks = dict[int, Blank]()
    for line, row in sheet.rows:
        said = _cells(row, names)
        if any(said):
            last = said
        elif last and any(cell.strip() for index, cell in enumerate(row) if index not in who.values()):
            filled = _with(row, {tuple(names): last})
            used = tuple(index for index, cell in zip(names, last, strict=True) if cell)
            blanks[line] = Blank(used, filled, filled)
    return blanks


def say_blanks(kind: str, blanks: Mapping[int, Blank], sheet: Sheet) -> list[Remark]:
    """Return what is to be said of such rows: how many, the first, and what the columns are called; nothing of none.

    Parameters
    ----------
    kind : str
        Of the remark.
    blanks : mapping of int to Blank
        From `find_blanks`.
    sheet : Sheet
        The table.

    Returns
    -------
    list of Remark

    Examples
    --------
    >>> say_blanks("blanks asked", {}, Sheet("a.csv", (), ()))
    []
    """
    used = sorted({index for blank in blanks.values() for index in blank.columns})
    names = [shown(sheet.header[index], 40) for index in used]
    return [Remark(kind, values={"n": len(blanks), "line": min(blanks), "names": names})] if blanks else []


def _key(group: Sequence[int], columns: Mapping[str, int]) -> str:
    return next((key for key in _KEYS if columns.get(key) == group[0]), "code")


def _with(row: Sequence[str], said: Mapping[tuple[int, ...], Sequence[str]]) -> tuple[str, ...]:
    """Return a row with other cells."""
    cells = [*row]
    for group, texts in said.items():
        cells += [""] * (max(group) + 1 - len(cells))
        for index, text in zip(group, texts, strict=True):
            cells[index] = text
    return tuple(cells)


def _cells(row: Sequence[str], group: Sequence[int]) -> tuple[str, ...]:
    return tuple(row[index].strip() if index < len(row) else "" for index in group)
