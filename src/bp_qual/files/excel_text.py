"""The text of cells of Excel, which writes what XML cannot hold as ``_x000D_``, and such a sign itself as ``_x005F_``.

Every workbook that is read comes through here: a library that undoes only half of it makes other words of a cell.
"""

from __future__ import annotations

import io
from typing import Any

from bp_qual.files.packing import pack_parts
from bp_qual.files.safe_reading import Package
from bp_qual.lazy_patterns import lazy_pattern

_ESCAPED = lazy_pattern("_x([0-9A-Fa-f]{4})_")
_BREAK = lazy_pattern("\r\n?")
_UNFIT = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NO_LETTERS = lazy_pattern("[\ud800-\udfff\ufffe\uffff]")
_CHART_SHEET = lazy_pattern(r"(xl/chartsheets/)([^/]+\.xml)")
_NO_REFERENCES = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
SHARED_TEXTS = "xl/sharedStrings.xml"
_HALF_UNDONE, _KEPT = b"x005F_", b"x005Fx005F__"  # openpyxl takes the first away, also out of the second


def excel_text(text: str) -> str:
    r"""Return the text of a cell as Excel shows it.

    >>> excel_text("Ja_x000D_\nnee"), excel_text("a_x005F_x000D_b"), excel_text("een_x0000_ soep _xD83D_")
    ('Ja\nnee', 'a_x000D_b', 'een soep �')
    """
    if "_x" not in text or not _ESCAPED.search(text):
        return text
    said = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    joined = said.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _NO_LETTERS.sub("\ufffd", _UNFIT.sub("", _BREAK.sub("\n", joined)))


def load_book(
    data: bytes, package: Package, *, read_only: bool = False, data_only: bool = True, rich_text: bool = False
) -> Any:
    """Return a workbook of openpyxl, the texts of whose cells are for `excel_text`.

    Parameters
    ----------
    data : bytes
        The file.
    package : Package
        The same file, found to be within the limits.
    read_only, data_only, rich_text : bool
        As in openpyxl.

    Returns
    -------
    openpyxl.Workbook

    Raises
    ------
    Exception
        Whatever openpyxl raises on a damaged file.
    """
    import openpyxl

    parts = {**_kept_texts(package), **_bare_charts(package)}
    if parts:
        whole = {name: package.read(name) for name in package.names} | parts
        data = pack_parts(whole.items(), as_is=whole)
    return openpyxl.load_workbook(io.BytesIO(data), read_only=read_only, data_only=data_only, rich_text=rich_text)


def _kept_texts(package: Package) -> dict[str, bytes]:
    """Return the texts of a workbook in which openpyxl finds nothing to take away; none where there is nothing."""
    texts = package.read(SHARED_TEXTS) if SHARED_TEXTS in package.names else b""
    return {SHARED_TEXTS: texts.replace(_HALF_UNDONE, _KEPT)} if _HALF_UNDONE in texts else {}


def _bare_charts(package: Package) -> dict[str, bytes]:
    """Return the list of what a sheet for a chart refers to where it has none, which openpyxl expects of it."""
    lists = {f"{found[1]}_rels/{found[2]}.rels" for found in map(_CHART_SHEET.fullmatch, package.names) if found}
    return dict.fromkeys(lists.difference(package.names), _NO_REFERENCES)
