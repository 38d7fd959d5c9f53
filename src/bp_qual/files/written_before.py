"""Whether what lies in the way looks as if an earlier run of the same command had written it."""

from __future__ import annotations

import io
import re

from bp_qual.files.own_marks import TABLES, bears_mark, is_same_table, parquet_columns, part_of
from bp_qual.files.seals import is_sealed
from bp_qual.lazy_patterns import lazy_pattern

PORTRAITS = "portraits.json"  # names the portraits beside it; no other command writes or reads it as its own
_PAGE = lazy_pattern(rb'<body class="([^"]*)">')


def is_ours(there: bytes, new: bytes, ending: str) -> bool:
    r"""Return whether a file looks as if an earlier run of the same command had written it.

    A table has the same columns, and no spreadsheet has ended its lines anew (`unsure`); a page, a Word or Excel file,
    a Parquet file and a project are as they were sealed, and the first three of the same kind as the new one. So is a
    record of portraits. Nothing else is taken for ours.

    Parameters
    ----------
    there, new : bytes
        The file in the way, and what is to take its place.
    ending : str
        The ending of the file, with its point, in small letters.

    Returns
    -------
    bool
        Whether it may be replaced without asking.

    >>> is_ours(b"person,code\nP01,a\n", b"person,code\n", ".csv"), is_ours(b"name\nJan\n", b"person,code\n", ".csv")
    (True, False)
    """
    if ending in TABLES:
        return is_same_table(there, new)
    if ending == ".json":
        return all(bears_mark(io.BytesIO(one), ending) and b'\n "persons": {' in one for one in (there, new))
    if ending not in (".html", ".docx", ".xlsx", ".qdpx", ".parquet") or not is_sealed(there, ending):
        return False
    if ending == ".parquet":
        return parquet_columns(there) == parquet_columns(new)
    return bears_mark(io.BytesIO(there), ending) and kind_of_package(there) == kind_of_package(new)


def kind_of_package(package: bytes) -> str:
    """Return what kind of page, Word or Excel file of ours it is: a report, a matrix, a portrait; else nothing.

    >>> kind_of_package(b"person,code")
    ''
    """
    found = re.search(rb"<cp:category>([^<]*)", part_of(io.BytesIO(package), "docProps/core.xml"))
    found = found or _PAGE.search(package if package[:1] == b"<" else b"")
    return found[1].decode("utf-8", "replace") if found else ""
