"""Tables on their way out: CSV, Parquet or Excel, the same bytes for the same table, and never a formula.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@``. Text is therefore written as text: in Excel by
the cell's type, in CSV with one ``'`` in front, which `unescape_cell` takes away again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bp_qual.errors import Problem, StoreError
from bp_qual.files.excel_writing import finish_book, new_book, write_text
from bp_qual.files.seals import sealed_parquet
from bp_qual.lazy_patterns import lazy_pattern

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (".csv", ".parquet", ".xlsx")
_NO_LIMIT = {float("inf"): "unbounded", float("-inf"): "unbounded"}
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "'")
_RISKY_INSIDE = lazy_pattern(r"([;\t])('*)(?=[=+\-@])")  # where a spreadsheet is set to split at ; a cell begins there
_ESCAPED_INSIDE = lazy_pattern(r"([;\t])'('*)(?=[=+\-@])")


def table_bytes(table: pd.DataFrame, ending: str) -> bytes:
    r"""Return a table as the bytes of a file with this ending (.csv, .parquet or .xlsx).

    Raises
    ------
    StoreError
        For any other ending.

    Examples
    --------
    >>> import pandas as pd
    >>> table_bytes(pd.DataFrame({"quote": ["=1+1", "samen"], "mentions": [-1, 2]}), ".csv")
    b"quote,mentions\n'=1+1,-1\nsamen,2\n"
    """
    if ending == ".csv":
        return csv_bytes(table)
    if ending == ".parquet":
        return sealed_parquet(table)
    if ending == ".xlsx":
        return xlsx_bytes({"table": table})
    raise StoreError(Problem("", "no format of tables", {"ending": ending}))


def csv_bytes(table: pd.DataFrame) -> bytes:
    r"""Return a table as UTF-8 CSV, with text that a spreadsheet would run made harmless.

    Examples
    --------
    >>> import pandas as pd
    >>> csv_bytes(pd.DataFrame({"p": [0.5, float("nan")], "note": ["", "too few"]}))
    b'p,note\n0.5,\n,too few\n'
    >>> csv_bytes(pd.DataFrame({"ratio_low": [1.3], "ratio_high": [float("inf")]}))
    b'ratio_low,ratio_high\n1.3,unbounded\n'
    """
    import pandas as pd

    safe, texts = table.copy(deep=False), set(_text_columns(table))
    for name in table.columns:
        if name in texts or table[name].isin(list(_NO_LIMIT)).any():
            safe[name] = pd.Series([_as_text(value) for value in table[name].tolist()], table.index, dtype=object)
    return bytes(safe.to_csv(index=False, lineterminator="\n").encode("utf-8", "replace"))


def unescape_cell(cell: str) -> str:
    """Take away each ``'`` that `csv_bytes` puts before text which a spreadsheet would run.

    >>> unescape_cell("'=1+1"), unescape_cell("''t Is"), unescape_cell("'t Is"), unescape_cell("a;'=1+1")
    ('=1+1', "'t Is", "'t Is", 'a;=1+1')
    """
    whole = cell[1:] if cell.startswith("'") and cell[1:].startswith(_RISKY) else cell
    return _ESCAPED_INSIDE.sub(r"\1\2", whole)


def safe_cell(text: str) -> str:
    """Return the text of a cell with a ``'`` before what a spreadsheet would run, as `unescape_cell` takes it away.

    >>> safe_cell("=1+1"), safe_cell("'t Hart")
    ("'=1+1", "'t Hart")
    """
    if text.startswith("'") and unescape_cell(text) == text:
        return text
    return str(_as_text(text))


def xlsx_bytes(sheets: Mapping[str, pd.DataFrame], *, guide: pd.DataFrame | None = None) -> bytes:
    """Return tables as one Excel file, a sheet each, header frozen, text as text: no cell is a formula or a link.

    Parameters
    ----------
    sheets : mapping of str to DataFrame
        Sheet name (at most 31 characters) to table.
    guide : DataFrame, optional
        A last sheet `columns` that explains the columns.

    Examples
    --------
    >>> import io, openpyxl
    >>> import pandas as pd
    >>> data = xlsx_bytes({"codes": pd.DataFrame({"code": ["=1+1"]})})
    >>> cell = openpyxl.load_workbook(io.BytesIO(data))["codes"]["A2"]
    >>> cell.value, cell.data_type  # text, not a formula
    ('=1+1', 's')
    """
    book, buffer = new_book("tables")
    header = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for name, table in {**sheets, **({"columns": guide} if guide is not None else {})}.items():
        _write_sheet(book.add_worksheet(name[:31]), table, header, wrap)
    return finish_book(book, buffer)


def _write_sheet(sheet: Any, table: pd.DataFrame, header: object, wrap: object) -> None:
    for column, name in enumerate(table.columns):
        write_text(sheet, 0, column, _kept(str(name)), header)
        longest = 0
        for row, value in enumerate(table[name].tolist(), start=1):
            longest = max(longest, _write_cell(sheet, row, column, value, wrap))
        sheet.set_column(column, column, min(60, max(len(str(name)), longest) + 2))
    sheet.freeze_panes(1, 0)
    if len(table.columns):
        sheet.autofilter(0, 0, max(1, len(table)), len(table.columns) - 1)


def _write_cell(sheet: Any, row: int, column: int, value: object, wrap: object) -> int:
    if value is None or (isinstance(value, float) and value != value):
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, float) and value in _NO_LIMIT:
        return write_text(sheet, row, column, _NO_LIMIT[value])
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    else:
        return write_text(sheet, row, column, _kept(str(value)), wrap)
    return len(f"{value:.6g}")


def _kept(text: str) -> str:
    """Return the text of a cell in Excel so that `unescape_cell`, by which it is read, gives this text."""
    return text if unescape_cell(text) == text else str(_as_text(text))


def _text_columns(table: pd.DataFrame) -> list[str]:
    import pandas as pd

    return [n for n in table.columns if not pd.api.types.is_numeric_dtype(table[n]) and table[n].dtype != bool]


def _as_text(value: object) -> object:
    if not isinstance(value, str):
        return _NO_LIMIT.get(value, value) if isinstance(value, float) else value
    inside = _RISKY_INSIDE.sub(r"\1'\2", value) if ";" in value or "\t" in value else value
    return "'" + inside if value.startswith(_RISKY) else inside
