"""The framework matrix as an Excel file: a sheet a code, a row a person, a field and its quotes for each wave.

A last, hidden sheet says which sheet is which code and which quotes each summary was written for.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line, visible
from bp_qual.errors import StudyError
from bp_qual.framework.matrix import Cell, Framework, summary_table
from bp_qual.quotes import Quote
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

_KEYS, _CARRIED = "_keys", "_carried"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST = 32_000
_PER_WAVE = 3  # columns: summary, quotes, state


def workbook_bytes(framework: Framework, say: Wording) -> bytes:
    """Return a framework matrix as an Excel file.

    >>> workbook_bytes(Framework((), (), (), {}, ()), Wording("en"))[:2]
    b'PK'
    """
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _OPTIONS)
    book.set_properties({"author": "bp_qual", "created": datetime.datetime(2000, 1, 1)})
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "person": book.add_format({"bold": True, "valign": "top"}),
        "field": book.add_format(
            {"text_wrap": True, "valign": "top", "bg_color": "#FFF7DC", "border": 1, "border_color": "#D9CFA8"}
        ),
        "quotes": book.add_format({"text_wrap": True, "valign": "top", "font_color": "#4A525C", "font_size": 9}),
        "stale": book.add_format({"text_wrap": True, "valign": "top", "bold": True, "font_color": "#A84A00"}),
    }
    keys: list[tuple[str, ...]] = []
    for number, code in enumerate(framework.codes, start=1):
        sheet = book.add_worksheet(_sheet_name(number, framework.labels.get(code) or code))
        keys += _write_code(sheet, framework, code, say, looks)
    _write_rows(book.add_worksheet(_CARRIED), _carried(framework), looks)
    hidden = book.add_worksheet(_KEYS)
    _write_rows(hidden, [("sheet", "person", "code", "wave", "fingerprint"), *keys], looks)
    hidden.hide()
    book.close()
    return buffer.getvalue()


def workbook_summaries(data: bytes) -> pd.DataFrame:
    """Read the summaries back: each is found by its sheet, its row's person and its column's wave.

    Raises
    ------
    ValueError
        Where this is not such a file.
    StudyError
        Where openpyxl is not installed.

    >>> cell = Cell("P1", "a", "1", summary="Rarely.")
    >>> matrix = Framework(("P1",), ("a",), ("1",), {}, (cell,))
    >>> workbook_summaries(workbook_bytes(matrix, Wording("en")))["summary"].tolist()
    ['Rarely.']
    """
    import zipfile

    try:
        import openpyxl
    except ImportError as err:
        raise StudyError(
            "reading .xlsx needs openpyxl: pip install 'bp_qual[formats]'", "No summary was read."
        ) from err
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=False, data_only=True)
    except zipfile.BadZipFile as err:
        raise ValueError("not an Excel file") from err
    marks = {}
    codes: dict[str, str] = {}
    for sheet, person, code, wave, mark in _values(book[_KEYS]):
        codes[sheet] = code
        marks[person, code, wave] = mark
    rows = [row for sheet, code in codes.items() if sheet in book for row in _read_code(book[sheet], code, marks)]
    rows += [(person, code, wave, text, mark) for person, code, wave, text, mark in _values(book[_CARRIED]) if text]
    return summary_table(rows)


def _write_code(
    sheet: Any, framework: Framework, code: str, say: Wording, looks: dict[str, Any]
) -> Iterator[tuple[str, ...]]:
    """Write a code's sheet; yield for the hidden sheet what each field was written for."""
    sheet.write_string(0, 0, say("person"), looks["head"])
    sheet.set_column(0, 0, 12)
    for number, wave in enumerate(framework.waves):
        first = 1 + _PER_WAVE * number
        for column, name, width in ((0, "summary", 44), (1, "quotes", 60), (2, "state", 14)):
            sheet.write_string(0, first + column, f"{visible(wave)} {say(f'matrix_{name}')}", looks["head"])
            sheet.set_column(first + column, first + column, width)
    for row, cells in enumerate(framework.of_code(code), start=1):
        sheet.write_string(row, 0, visible(cells[0].person), looks["person"])
        for number, cell in enumerate(cells):
            first = 1 + _PER_WAVE * number
            sheet.write_string(row, first, _cut(visible(cell.summary), _LONGEST), looks["field"])
            sheet.write_string(row, first + 1, _quotes(cell, say), looks["quotes"])
            sheet.write_string(row, first + 2, say("stale") if cell.stale else "", looks["stale"])
            yield (
                sheet.name,
                visible(cell.person),
                code,
                cell.wave,
                cell.written_for if cell.stale else cell.fingerprint,
            )
    sheet.freeze_panes(1, 1)


def _read_code(
    sheet: Any, code: str, marks: dict[tuple[str, str, str], str]
) -> Iterator[tuple[str, str, str, str, str]]:
    waves = {key[2] for key in marks if key[1] == code}
    rows = sheet.iter_rows(values_only=True)
    head = [str(value or "") for value in next(rows)]
    columns = {}
    for number in range(1, len(head), _PER_WAVE):
        wave = next(
            (wave for wave in sorted(waves, key=len, reverse=True) if head[number].startswith(f"{wave} ")), None
        )
        if wave is not None:
            columns[number] = wave
    for row in rows:
        person = str(row[0] or "").strip()
        for number, wave in columns.items():
            text = str(row[number] or "").strip() if number < len(row) else ""
            if person and text:
                yield person, code, wave, text, marks.get((person, code, wave), "")


def _carried(framework: Framework) -> list[tuple[str, ...]]:
    rows = [(c.person, c.code, c.wave, c.summary, c.written_for) for c in framework.carried]
    return [("person", "code", "wave", "summary", "fingerprint"), *rows]


def _write_rows(sheet: Any, rows: list[tuple[str, ...]], looks: dict[str, Any]) -> None:
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(number, column, _cut(visible(text), _LONGEST), looks["head"] if number == 0 else None)


def _values(sheet: Any) -> Iterator[tuple[str, ...]]:
    for row in sheet.iter_rows(min_row=2, max_col=5, values_only=True):
        yield tuple(str(value) if value is not None else "" for value in row)


def _quotes(cell: Cell, say: Wording) -> str:
    if not cell.interviewed:
        return say("not_interviewed")
    passages = (f"{_passage(quote)} ({say('turn', n=quote.turn)})" for quote in cell.quotes)
    return _cut("\n\n".join(passages), _LONGEST)


def _passage(quote: Quote) -> str:
    return one_line(f"{quote.before}»{quote.quote}«{quote.after}")


def _sheet_name(number: int, label: str) -> str:
    """Return a name that Excel takes: at most 31 signs, none of them one of its own."""
    return _cut(re.sub(r"[\[\]:*?/\\']", " ", f"{number:02} {one_line(label)}"), 31).strip()


def _cut(text: str, most: int) -> str:
    """Return text of at most so many signs as Excel counts them: a rare one, such as an emoji, for two.

    >>> len(_cut("😀" * 9, 5))
    2
    """
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
