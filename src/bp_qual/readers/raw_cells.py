"""What the raw XML of a spreadsheet holds, counted by passes that know nothing of the rows a reader made of it.

A reader that skips a cell, or a library that does, is so found out: `check_conserved` refuses the file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text
from bp_qual.files.excel_text import excel_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.paragraphs import count_visible
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    from lxml import etree

    from bp_qual.files import Package

_REPEATED = lazy_pattern(r"number-(?:columns|rows)-repeated$")
# parts of a sheet of Excel that hold texts and are no cells
_BESIDE = ("f", "rPh", "headerFooter", "dataValidations", "conditionalFormatting", "extLst", "oleObjects", "controls")
_CELLS = ("table-cell", "covered-table-cell")
_VALUES = ("string-value", "date-value", "time-value", "boolean-value", "value")
MOST_ROWS = 1_000
MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class RawCells:
    """What a sheet of an .xlsx holds: the visible characters of its texts, and how many other values.

    A number is shown in many ways, so its characters are not counted, but that it is there. `not_computed` holds the
    formulas without a value, `outside` the texts that are at no place where a cell has its own.

    Examples
    --------
    >>> RawCells(texts=12, values=1).not_computed
    ()
    """

    texts: int
    values: int
    not_computed: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def count_workbook(package: Package, first: str, shared: list[str]) -> RawCells:
    """Return what a sheet of an .xlsx holds.

    Parameters
    ----------
    package : Package
        The opened file.
    first : str
        The name of the part with the sheet, from `find_sheet`.
    shared : list of str
        The texts that cells refer to by number, from `read_shared`.

    Returns
    -------
    RawCells
    """
    texts, values, not_computed = 0, 0, list[str]()
    sheet = parse_sheet(package, first)
    if row := find_disorder(sheet):
        why = Remark("cells out of order", values={"row": row})
        raise TranscriptError(Problem(package.where, "damaged", {"why": why}))
    for cell in _named(sheet, "c"):
        raw, formula = ("".join(part.text or "" for part in _named(cell, name)) for name in ("v", "f"))
        if cell.get("t") == "inlineStr":
            texts += _count(_said(cell))
        elif not raw:
            not_computed += [f"={formula}"] if formula else []
        elif cell.get("t") in ("s", "str", "e"):
            texts += _count(shared[int(raw)] if cell.get("t") == "s" else raw)
        else:
            values += 1
    return RawCells(texts, values, tuple(not_computed), tuple(_outside_cells(sheet)))


def find_disorder(sheet: etree._Element) -> int:
    """Return the number of the first row of a sheet of Excel that is not in order, or whose cells are not; else 0.

    Where a row or cell comes too late, or again, the library leaves it out or reads it over another.

    Parameters
    ----------
    sheet : element
        The sheet.

    Returns
    -------
    int

    Examples
    --------
    >>> from lxml import etree
    >>> find_disorder(etree.fromstring('<s><row r="1"/><row r="3"/><row r="2"/></s>'))
    2
    >>> find_disorder(etree.fromstring('<s><row r="1"><c r="A1"/><c r="AB1"/></row><row/></s>'))
    0
    """
    last = 0
    for row in _named(sheet, "row"):
        number = int(row.get("r") or last + 1)
        columns = [column for cell in _named(row, "c") if (column := _column(cell.get("r", "")))]
        if number <= last or any(right <= left for left, right in pairwise(columns)):
            return max(number, 1)
        last = number
    return 0


def _column(reference: str) -> int:
    """Return the number of the column of a cell from its reference, as B of B12; 0 where it says none."""
    number = 0
    for letter in reference.rstrip("0123456789").upper():
        number = 26 * number + ord(letter) - 64
    return number


def _outside_cells(sheet: etree._Element) -> Iterator[str]:
    """Yield the texts of a sheet that are neither where a cell has its own nor among what is beside cells."""
    from lxml import etree

    path, beside = list[str](), 0
    for event, element in etree.iterwalk(sheet, events=("start", "end")):
        begins, name = event == "start", str(element.tag).rpartition("}")[2]
        if begins:
            path.append(name)
        is_own = begins and _is_of_cell(path, element)
        beside += (name in _BESIDE) * (1 if begins else -1)
        text = element.text if begins else element.tail if element is not sheet else None
        if not begins:
            path.pop()
        if text and not text.isspace() and not is_own and not beside:
            yield clean_text(excel_text(text))


def _is_of_cell(path: list[str], element: etree._Element) -> bool:
    """Whether what is in an element is the value of a cell: `v`, or `t` in `is` where the cell says that it has one."""
    if "c" not in path[:-1]:
        return False
    cell = next(above for above in element.iterancestors() if str(above.tag).rpartition("}")[2] == "c")
    is_inline = cell.get("t") == "inlineStr"
    return path[-1] == "t" and "rPh" not in path if is_inline else path[-1] == "v"


def parse_sheet(package: Package, name: str) -> etree._Element:
    """Return the tree of a part of an .xlsx."""
    return _parse(package, name)


def _parse(package: Package, name: str) -> etree._Element:
    return parse_xml(package.read(name), where=package.where)


def read_shared(package: Package) -> list[str]:
    """Return the texts that the cells of an .xlsx refer to by their numbers."""
    if "xl/sharedStrings.xml" not in package.names:
        return [""]
    return [_said(item) for item in _named(_parse(package, "xl/sharedStrings.xml"), "si")]


def find_sheet(package: Package, title: str) -> str:
    """Return the name of the part with a sheet, as the workbook and its relations say."""
    relations = _parse(package, "xl/_rels/workbook.xml.rels")
    parts = {item.get("Id"): item.get("Target") for item in relations if str(item.get("Type")).endswith("/worksheet")}
    for sheet in _named(_parse(package, "xl/workbook.xml"), "sheet"):
        if sheet.get("name") != title:
            continue
        for name, value in sheet.attrib.items():
            if str(name).endswith("}id") and value in parts:
                target = str(parts[value])
                return posixpath.normpath(target[1:] if target.startswith("/") else f"xl/{target}")
    return "xl/worksheets/sheet1.xml"


def _named(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter() if str(element.tag).rpartition("}")[2] == name]


def _said(item: etree._Element) -> str:
    """Return the text of a string; the reading aids of Japanese are none of it."""
    return "".join(
        text.text or ""
        for text in _named(item, "t")
        if str(getattr(text.getparent(), "tag", "")).rpartition("}")[2] != "rPh"
    )


def _count(text: str) -> int:
    return count_visible(clean_text(excel_text(text)))


def count_sheet(sheet: etree._Element, *, apart: tuple[str, ...]) -> tuple[int, str]:
    r"""Return the visible characters of all text in a sheet of an .ods, and what of it is in no cell.

    Parameters
    ----------
    sheet : element
        The sheet.
    apart : tuple of str
        Elements whose text is not counted.

    Returns
    -------
    tuple of int and str
        Text in repeated cells or rows counts as often as they are repeated; what stands in no cell is none of it.

    Examples
    --------
    >>> from bp_qual.readers.markup import parse_xml
    >>> row = "<r number-rows-repeated='2'><table-cell number-columns-repeated='3'>ja</table-cell></r>"
    >>> count_sheet(parse_xml(f"<s>{row}<note>los</note></s>".encode()), apart=())
    (12, 'los')
    """
    from lxml import etree

    count, outside, times, cells, skipped = 0, list[str](), [1], 0, 0
    for event, element in etree.iterwalk(sheet, events=("start", "end")):
        begins, name = event == "start", str(element.tag).rpartition("}")[2]
        cells += (name in _CELLS) * (1 if begins else -1)
        skipped += (str(element.tag) in apart) * (1 if begins else -1)
        if begins:
            times.append(times[-1] * _repeats(element))
        else:
            times.pop()
        if begins and name in _CELLS and not skipped:
            count += times[-1] * count_visible(value_unsaid(element))
        text = element.text if begins else element.tail if element is not sheet else None
        if text and not text.isspace() and not skipped:
            if cells:
                count += times[-1] * count_visible(clean_text(text))
            else:
                outside.append(clean_text(text))
    return count, "\n".join(outside)


def value_unsaid(cell: etree._Element) -> str:
    """Return the value of a cell of an .ods that has no text: other programs than LibreOffice may write only that.

    >>> value_unsaid(parse_xml(b"<table-cell string-value='Ja'/>")), value_unsaid(parse_xml(b"<c value='1'><p/></c>"))
    ('Ja', '')
    """
    if any(str(child.tag).rpartition("}")[2] == "p" for child in cell):
        return ""
    said = {str(name).rpartition("}")[2]: str(value) for name, value in cell.attrib.items()}
    return clean_text(next((said[name] for name in _VALUES if name in said), ""))


def _repeats(element: etree._Element) -> int:
    said = [value for name, value in element.attrib.items() if _REPEATED.search(str(name))]
    return repeats(str(said[0]), MOST_ROWS) if said else 1


def repeats(said: str, most: int) -> int:
    """Return how often a cell or a row is said to be there; a number that is none is one.

    >>> repeats("3", 1000), repeats("1048576", 1000), repeats("x", 1000)
    (3, 1000, 1)
    """
    count = int(said) if said.isascii() and said.isdecimal() and len(said) < 8 else 1
    return max(1, min(count, most))
