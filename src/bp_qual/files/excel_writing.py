r"""A workbook of Excel on its way out: each text comes back as somebody typed it, and none is a formula or a link.

In the file ``_x000D_`` stands for a line end, and ``_x005F_`` for the sign before such a thing that somebody typed. The
library escapes one, but not those that share a sign (``_x005F_x000D_``), and takes text from ``<r>`` to ``</r>`` for
markup of its own. So both are marked before it sees them, with signs that no text can hold, and put right in the file.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from functools import reduce
from typing import Any

from bp_qual.files.excel_text import SHARED_TEXTS
from bp_qual.files.packing import PACKED
from bp_qual.files.seals import seal_package
from bp_qual.lazy_patterns import lazy_pattern

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_TYPED, _PLAIN = "\ufffe", "\uffff"  # a sign to be escaped; the begin of what is no markup
_WRITTEN = ((b"_xFFFE_", b"_x005F_"), (b"_xFFFF_", b""))  # how the library writes these, and what is meant
_LIKE_ESCAPED = lazy_pattern("_(?=x[0-9A-Fa-f]{4}[_\x00-\x08\x0b-\x1f])")  # the library escapes the latter: _x000D_
LONGEST_CELL = 32_767  # signs that a cell of Excel can hold, as it counts them


def new_book(category: str) -> tuple[Any, io.BytesIO]:
    """Return a workbook of xlsxwriter without sheets, and where it will be.

    Its texts are for `write_text`, and what it holds in the end for `finish_book`.
    """
    import xlsxwriter

    book = xlsxwriter.Workbook(buffer := io.BytesIO(), _OPTIONS)
    book.set_properties({"author": "bp_qual", "category": category, "created": datetime.datetime(*PACKED)})
    return book, buffer


def write_text(sheet: Any, row: int, column: int, text: str, look: Any = None) -> int:
    """Write a text into a cell, as much of it as a cell can hold, and return how long that is.

    Parameters
    ----------
    sheet : xlsxwriter.worksheet.Worksheet
        Of a `new_book`.
    row, column : int
        Counted from 0.
    text : str
        Any.
    look : xlsxwriter.format.Format, optional
        How it looks.

    Returns
    -------
    int

    Examples
    --------
    >>> book, buffer = new_book("tables")
    >>> write_text(book.add_worksheet(), 0, 0, "a_x005F_x000D_b")
    15
    >>> zipfile.ZipFile(io.BytesIO(finish_book(book, buffer))).read(SHARED_TEXTS).split(b"<t>")[1][:29]
    b'a_x005F_x005F_x005F_x000D_b</'
    """
    held = cut_text(printable(text), LONGEST_CELL)
    marked = _LIKE_ESCAPED.sub(_TYPED, held)
    sheet.xls_strmax = LONGEST_CELL + 1  # the library counts the mark too
    sheet.write_string(row, column, _PLAIN + marked if marked.startswith("<r>") else marked, look)
    return len(held)


def cell_length(text: str) -> int:
    """Return how many signs a text takes in a cell of Excel, where a rare one, such as an emoji, counts for two.

    >>> cell_length("ja"), cell_length("😀")
    (2, 2)
    """
    return len(printable(text).encode("utf-16-le")) // 2


def finish_book(book: Any, buffer: io.BytesIO) -> bytes:
    """Return a `new_book` that was filled as the bytes of a file, the same for the same content."""
    book.close()
    with zipfile.ZipFile(buffer) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    if texts := parts.get(SHARED_TEXTS):
        parts[SHARED_TEXTS] = reduce(lambda held, put: held.replace(*put), _WRITTEN, texts)
    return seal_package(parts.items())


def cut_text(text: str, most: int) -> str:
    """Return text of at most so many signs as Excel counts them: a rare one, such as an emoji, for two.

    >>> len(cut_text("😀" * 9, 5))
    2
    """
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore") if 2 * len(text) > most else text


def printable(text: str) -> str:
    r"""Return text in which every character that Office files cannot hold shows as a visible stand-in.

    Examples
    --------
    >>> printable("a\x00b\ud800")
    'a␀b�'
    """
    return "".join(_stand_in(c) if _unfit(c) else c for c in text) if any(map(_unfit, text)) else text


def _unfit(c: str) -> bool:
    return (c < " " and c not in "\t\n\r") or "\ud800" <= c <= "\udfff" or c in "\ufffe\uffff"


def _stand_in(c: str) -> str:
    return chr(0x2400 + ord(c)) if c < " " else "\ufffd"
