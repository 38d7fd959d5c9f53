"""An Excel or Word file that people have edited, with all that they may have written in it: no text is passed over.

Cells with their comments, formulas that no program has worked out, drawings, headers and footers.
"""

from __future__ import annotations

import datetime
import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bp_qual.files.excel_text import SHARED_TEXTS, excel_text, load_book
from bp_qual.files.safe_reading import Package, open_package
from bp_qual.lazy_patterns import lazy_pattern

_DRAWING = lazy_pattern(r"xl/drawings/[^/]*\.xml", re.IGNORECASE)
_BESIDE_TEXT = lazy_pattern(r"word/(?:header|footer|comments|footnotes|endnotes)\d*\.xml", re.IGNORECASE)
_PARAGRAPH_END = lazy_pattern(r"</(?:\w+:)?p>")
_STRUCK_PART = lazy_pattern(r"[^\s,;|/\u2022](?:[^,;|/\n\u2022]*[^\s,;|/\u2022])?")
_RUN = lazy_pattern(r"<(?:a|w):t(?:\s[^>]*)?>([^<]*)</(?:a|w):t>")


@dataclass(frozen=True)
class EditedCell:
    """A cell, or a text beside the cells: what it says, the comment on it, and where it is.

    ``marked`` is what it says with what is struck through in it shown so (`struck`), where anything is.
    """

    text: str
    comment: str = ""
    place: str = ""
    marked: str = ""


@dataclass(frozen=True)
class EditedSheet:
    """A sheet: its rows of cells, and the texts of its header and footer."""

    title: str
    rows: tuple[tuple[EditedCell, ...], ...]
    beside: tuple[EditedCell, ...] = ()


def read_edited_book(data: bytes, *, where: str = "") -> tuple[EditedSheet, ...]:
    """Return the sheets of an Excel file; the texts of drawings are beside the cells of the first.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        What messages call it.

    Returns
    -------
    tuple of EditedSheet

    Raises
    ------
    ValueError
        Where it is no Excel file.
    TranscriptError
        Where it is refused as unsafe.
    Exception
        Whatever the library raises on a damaged file.

    Examples
    --------
    >>> from bp_qual.files.table_bytes import table_bytes
    >>> import pandas as pd
    >>> sheet = read_edited_book(table_bytes(pd.DataFrame({"n": [2]}), ".xlsx"))[0]
    >>> [[cell.text for cell in row] for row in sheet.rows]
    [['n'], ['2']]
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise ValueError("not an Excel file")
    package = open_package(data, where=where)
    book = load_book(data, package)
    formulas = load_book(data, package, data_only=False) if _has_formulas(package) else book
    runs = load_book(data, package, rich_text=True) if _has_struck_runs(package) else book
    beside = tuple(EditedCell(text, place=name) for name, text in _lines(package, _DRAWING))
    sheets = []
    for number, sheet in enumerate(book.worksheets):
        beneath = (formulas.worksheets[number], runs.worksheets[number])
        rows = tuple(tuple(_cell(sheet.title, cell, *beneath) for cell in row) for row in sheet.iter_rows())
        sheets.append(EditedSheet(sheet.title, rows, (*_headers(sheet), *(beside if number == 0 else ()))))
    return tuple(sheets)


def beside_text(data: bytes, *, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield the comments, notes, headers and footers of a Word document: each line with the part it is in.

    >>> import docx
    >>> document, buffer = docx.Document(), io.BytesIO()
    >>> document.sections[0].header.paragraphs[0].text = "Second reading"
    >>> document.save(buffer)
    >>> [text for _, text in beside_text(buffer.getvalue())]
    ['Second reading']
    """
    return _lines(open_package(data, where=where), _BESIDE_TEXT)


def struck(text: str) -> str:
    """Return a text that is struck through so that this is seen of each part of it; none is a mark or a code any more.

    >>> struck("x"), struck(" "), struck("money, luck")
    ('~~x~~', ' ', '~~money~~, ~~luck~~')
    """
    return _STRUCK_PART.sub(r"~~\g<0>~~", text)


def cell_as_text(value: object) -> str:
    """Return what a cell of a spreadsheet holds as text: a year held as 2010.0 is 2010, and a day has no time.

    >>> cell_as_text(2010.0), cell_as_text(datetime.datetime(2020, 5, 3)), cell_as_text(None), cell_as_text(True)
    ('2010', '2020-05-03', '', 'True')
    """
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return str(value.date())
    return "" if value is None else excel_text(str(value))


def _cell(title: str, cell: Any, entered: Any, runs: Any) -> EditedCell:
    """Return a cell with what it shows; a formula that failed or that nobody has worked out is text as it was typed."""
    value = cell.value
    if value is None or cell.data_type == "e":
        value = entered.cell(cell.row, cell.column).value
    comment = excel_text(cell.comment.text).strip() if cell.comment is not None else ""
    text, parts = cell_as_text(value), runs.cell(cell.row, cell.column).value
    return EditedCell(text, comment, f"{title}!{cell.coordinate}", _marked(text, parts, bool(cell.font.strike)))


def _marked(text: str, parts: object, through: bool) -> str:
    """Return a cell's text with what is struck through in it shown so; empty where nothing is.

    A run of a cell's text that has a look of its own has not that of the cell.
    """
    runs = parts if isinstance(parts, list) else [text]
    own = [
        (excel_text(str(run)), through if isinstance(run, str) else bool(run.font and run.font.strike)) for run in runs
    ]
    shown = "".join(struck(said) if is_through else said for said, is_through in own)
    return shown if any(is_through and said.strip() for said, is_through in own) else ""


def _has_struck_runs(package: Package) -> bool:
    names = (name for name in package.names if name == SHARED_TEXTS or name.startswith("xl/worksheets/"))
    return any(b"strike" in package.read(name) for name in names)


def _has_formulas(package: Package) -> bool:
    return any(name.startswith("xl/worksheets/") and b"<f" in package.read(name) for name in package.names)


def _headers(sheet: Any) -> Iterator[EditedCell]:
    for kind in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
        for side in ("left", "center", "right"):
            text = (getattr(getattr(sheet, kind), side).text or "").strip()
            if text:
                yield EditedCell(text, place=f"{sheet.title} ({kind})")


def _lines(package: Package, parts: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for name in sorted(filter(parts.fullmatch, package.names)):
        for paragraph in _PARAGRAPH_END.split(package.read(name).decode("utf-8", "replace")):
            text = html.unescape("".join(_RUN.findall(paragraph))).strip()
            if text:
                yield name.rpartition("/")[2].removesuffix(".xml"), text
