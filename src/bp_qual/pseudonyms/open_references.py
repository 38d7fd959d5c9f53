"""Formulas and addresses of OpenDocument: names of sheets in them, and texts between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable

from bp_qual.lazy_patterns import lazy_pattern

Change = Callable[[str], str]
_QUOTED = r"'(?:[^']|'')+'"
_PARTS = lazy_pattern(rf"""(?P<said>"(?:[^"]|"")*")|\[(?:{_QUOTED}|[^\]'])*\]""")
_TAB = lazy_pattern(rf"(?P<file>{_QUOTED})#|(?P<tab>{_QUOTED}|(?<![\w.'])[^\W\d]\w*)(?=\.)")
_ADDRESSES = ("address", "addresses", "ranges")


def is_open_formula(key: str, value: str) -> bool:
    """Return whether an attribute holds a formula of OpenDocument.

    >>> name = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula"
    >>> is_open_formula(name, "of:=[.A1]"), is_open_formula("f", "")
    (True, False)
    """
    return key.endswith(("}formula", "}condition", "}expression")) and "opendocument" in key and bool(value)


def is_open_address(key: str) -> bool:
    """Return whether an attribute holds addresses of cells of OpenDocument.

    >>> is_open_address("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}print-ranges"), is_open_address("address")
    (True, False)
    """
    return key.endswith(_ADDRESSES) and "opendocument" in key


def change_open_formula(text: str, change: Change, tabs: Change) -> str:
    r"""Return a formula with the names of sheets and the texts between quotation marks in it put another way.

    Parameters
    ----------
    text : str
        The formula, with what stands before its sign of equality.
    change, tabs : callable
        What becomes of a text, and of the name of a sheet.

    Returns
    -------
    str

    Examples
    --------
    >>> change_open_formula('of:=IF([$Jan.A1]="Jan";[.B2];"")', lambda text: text.replace("Jan", "P 01"), str.upper)
    'of:=IF([$\'JAN\'.A1]="P 01";[.B2];"")'
    """

    def put(found: re.Match[str]) -> str:
        return change(found[0]) if found["said"] else change_open_address(found[0], change, tabs)

    return _PARTS.sub(put, text)


def change_open_address(text: str, change: Change, tabs: Change) -> str:
    """Return addresses of cells with the names of sheets and files in them put another way.

    Parameters
    ----------
    text : str
        One address or several, of cells or of ranges.
    change, tabs : callable
        What becomes of the name of a file, and of a sheet.

    Returns
    -------
    str

    Examples
    --------
    >>> change_open_address("$Jan.$A$1:$Jan.$B$2 'An na'.C3:.D4", str.upper, str.upper)
    "$'JAN'.$A$1:$'JAN'.$B$2 'AN NA'.C3:.D4"
    """

    def put(found: re.Match[str]) -> str:
        written = found["file"] or found["tab"]
        bare = written[1:-1].replace("''", "'") if written.startswith("'") else written
        new = change(bare) if found["file"] else tabs(bare)
        return found[0] if new == bare else "'" + new.replace("'", "''") + "'" + "#" * bool(found["file"])

    return _TAB.sub(put, text)
