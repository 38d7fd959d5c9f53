"""What a spreadsheet does not show: hidden sheets, rows that a filter took away, columns; and which sheet is read.

Hidden rows are kept apart, as hidden text of a document is. Hidden columns may name the speakers: they are read, and
that is told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from bp_qual.display import one_line
from bp_qual.readers.raw_cells import MOST_COLUMNS, repeats
from bp_qual.readers.table_headings import is_turn_heading
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    from lxml import etree

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_YES = ("1", "true")
_UNSEEN = ("collapse", "filter")
MOST_TITLE = 10  # rows that are looked through for the headings


def choose_sheet(tops: Sequence[Sequence[Sequence[str]]], hidden: Collection[int]) -> int:
    """Return which sheet is read: the first that is shown, or the only one with headings of talk, if that has none.

    Parameters
    ----------
    tops : sequence of rows
        The first rows of each sheet.
    hidden : collection of int
        The sheets that are not shown.

    Returns
    -------
    int

    Examples
    --------
    >>> choose_sheet([[["Datum", "3 mei"]], [["speaker", "text"]]], ()), choose_sheet([[["a"]], [["b"]]], {0})
    (1, 1)
    """
    shown = [number for number in range(len(tops)) if number not in hidden] or [0]
    talks = [number for number in shown if any(map(is_turn_heading, tops[number][:MOST_TITLE]))]
    return talks[0] if len(talks) == 1 else shown[0]


def note_sheets(titles: Sequence[str], chosen: int) -> tuple[Remark, ...]:
    """Return a remark on which of several sheets was read.

    >>> note_sheets(["Blad1"], 0)
    ()
    """
    values = {"n": len(titles), "name": titles[chosen]}
    return (Remark("one sheet", values=values),) if len(titles) > 1 else ()


def hide_rows(rows: list[list[str]], hidden: Collection[int]) -> str:
    r"""Empty the rows that are not shown, and return their text.

    >>> rows = [["I", "Hoe?"], ["R", "Geheim."]]
    >>> hide_rows(rows, {1}), rows
    ('R\tGeheim.', [['I', 'Hoe?'], []])
    """
    texts = list[str]()
    for number in sorted(hidden):
        if number < len(rows):
            texts.append("\t".join(rows[number]))
            rows[number] = []
    return "\n".join(filter(str.strip, texts))


def note_columns(rows: Sequence[Sequence[str]], hidden: Collection[int]) -> tuple[Remark, ...]:
    """Return a remark on columns that are not shown and hold text.

    >>> print(*note_columns([["I", "Hoe?"]], {1}))
    Hidden columns of the sheet were read like the others: 'Hoe?'. Delete what should not count.
    """
    columns = ([row[place] for row in rows if place < len(row) and row[place].strip()] for place in sorted(hidden))
    heads = tuple(one_line(cells[0])[:40] for cells in columns if cells)
    return (Remark("hidden columns", values={"columns": heads}),) if heads else ()


def hidden_in_excel(sheet: etree._Element) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers of the rows and of the columns of a sheet of an .xlsx that are not shown, from 0.

    >>> from lxml import etree
    >>> hidden_in_excel(etree.fromstring('<s><col min="2" max="2" hidden="1"/><row r="3" hidden="1"/></s>'))
    (frozenset({2}), frozenset({1}))
    """
    rows, columns, last = set[int](), set[int](), 0
    for element in sheet.iter():
        name = str(element.tag).rpartition("}")[2]
        is_hidden = element.get("hidden") in _YES
        if name == "row":
            last = int(element.get("r") or last + 1)
            rows |= {last - 1} if is_hidden or element.get("ht") == "0" else set()
        elif name == "col" and (is_hidden or element.get("width") == "0"):
            first = int(element.get("min", "1"))
            columns |= set(range(first - 1, min(int(element.get("max", first)), first + MOST_COLUMNS)))
    return frozenset(rows), frozenset(columns)


def is_hidden_row(row: etree._Element) -> bool:
    """Return whether a row of an .ods, or a group that it is in, is not shown.

    >>> from lxml import etree
    >>> is_hidden_row(etree.fromstring(f'<row xmlns:t="{_TABLE[1:-1]}" t:visibility="filter"/>'))
    True
    """
    if row.get(_TABLE + "visibility") in _UNSEEN:
        return True
    return any(group.get(_TABLE + "display") == "false" for group in row.iterancestors(_TABLE + "table-row-group"))


def hidden_columns_in_ods(sheet: etree._Element) -> frozenset[int]:
    """Return the numbers of the columns of a sheet of an .ods that are not shown, from 0.

    >>> from lxml import etree
    >>> hidden_columns_in_ods(etree.fromstring("<sheet/>"))
    frozenset()
    """
    found, place = set[int](), 0
    for column in sheet.iter(_TABLE + "table-column"):
        often = repeats(column.get(_TABLE + "number-columns-repeated", "1"), MOST_COLUMNS)
        if column.get(_TABLE + "visibility") in _UNSEEN:
            found |= set(range(place, place + often))
        place += often
    return frozenset(found)


def hidden_sheets_in_ods(root: etree._Element, sheets: Sequence[etree._Element]) -> frozenset[int]:
    """Return the numbers of the sheets of an .ods that are not shown.

    >>> from lxml import etree
    >>> hidden_sheets_in_ods(etree.fromstring("<root/>"), [])
    frozenset()
    """
    unseen = {
        style.get(_STYLE + "name")
        for style in root.iter(_STYLE + "style")
        for look in style.iter(_STYLE + "table-properties")
        if look.get(_TABLE + "display") == "false"
    }
    names = [sheet.get(_TABLE + "style-name") for sheet in sheets]
    return frozenset(number for number, name in enumerate(names) if name in unseen)
