"""A table that a person is to keep: a spreadsheet opens it by a double click with its letters and columns.

Excel takes a file for UTF-8 only where a mark says so, and cuts rows at the sign of the computer's settings: a comma
where these are English, a semicolon in most other countries of Europe.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence

from bp_qual.files.table_bytes import safe_cell
from bp_qual.lazy_patterns import lazy_pattern

_IN_QUOTES = lazy_pattern(r'[,;\t"\r\n]')  # LibreOffice may cut at each of them


def separator_for(language: str) -> str:
    """Return what a spreadsheet expects between columns where people write a language.

    >>> separator_for("en"), separator_for("nl")
    (',', ';')
    """
    return "," if language.casefold().startswith("en") else ";"


def kept_table_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]], *, separator: str) -> bytes:
    r"""Return a table as a file that `read_csv_table` reads, and that people can change in a spreadsheet.

    Parameters
    ----------
    columns : sequence of str
        The headings.
    rows : iterable of sequence of str
        A cell for each of them. No cell is one that a spreadsheet would run.
    separator : str
        What stands between columns: what `separator_for` gives, or what the table has that is written again.

    Returns
    -------
    bytes
        UTF-8 that begins with the mark by which Excel knows it.

    Examples
    --------
    >>> kept_table_bytes(["file", "person"], [["Bos, 2010.txt", "=Zoë"]], separator=";").decode("utf-8-sig")
    'file;person\n"Bos, 2010.txt";\'=Zoë\n'
    """
    lines = (separator.join(_cell(cell) for cell in row) for row in (columns, *rows))
    return codecs.BOM_UTF8 + "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _cell(text: str) -> str:
    safe = safe_cell(text)
    return '"' + safe.replace('"', '""') + '"' if _IN_QUOTES.search(safe) else safe
