"""By what a file is known as one that bp_qual made: a result that lies among the interviews is none of them.

A page, a Word or Excel file, a picture and a project name their maker; a table is known by the headings it begins with,
also after a spreadsheet has saved it again.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bp_qual.files.odd_files import is_odd
from bp_qual.lazy_patterns import lazy_pattern

MARK = b"bp_qual"
TABLES = (".csv", ".tsv")
_PAGES = (".html", ".htm", ".svg", ".md", ".tex", ".yaml")
_PACKAGES = {
    **dict.fromkeys((".docx", ".xlsx"), ("docProps/core.xml", b">bp_qual</dc:creator>")),
    **dict.fromkeys((".odt", ".ods"), ("meta.xml", b"creator>bp_qual<")),
    ".qdpx": ("project.qde", b'origin="bp_qual"'),
}
RESULTS = (*TABLES, *_PAGES, *_PACKAGES, ".parquet", ".pdf", ".png", ".qdc", ".json")  # the endings of what has a mark
_RECORD = lazy_pattern(rb'\s*\{\s*"bp_qual": "')  # run.json
_HEAD, _TAIL, _LONGEST_PART = 4096, 65_536, 100_000
# the headings that the tables begin with; no other program gives these names in this order
_HEADINGS = tuple(
    tuple(line.split())
    for line in """
    interview person wave turn start end
    interview person wave start end code
    interview person wave code quote
    interview person turn start end code
    interview person wave what remedy
    person code mentions sentences
    person code path waves_heard
    person interviews words sentences
    coder interview person wave
    where interview person wave
    where document person wave
    unit interview start end
    interview start end code person of
    code wave interviews coded
    person wave code mentions
    person wave group sentences
    person wave interviews words
    person code mentions_before
    person code ratio
    person status words_before
    person distance expected
    attribute group completers
    attribute group code persons
    wave interviewer interviews
    column holds code label
    term said
    code persons up down
    code persons slope
    code other persons
    code role changed
    code counted persons
    code completers dropouts
    code measure negated prompted
    code variants up
    code rate pairs
    code id parent definition
    code wave persons units
    code wave judged unjudged human
    code before after persons
    code interview person wave
    code kind interview
    code term wave
    word kind forms persons
    word group persons up
    """.strip().splitlines()
)
_WHOLE = (("setting", "value"), ("tag", "description"))  # all the headings of some


def is_own_table(headings: Sequence[str]) -> bool:
    """Return whether a table begins with the headings of one that bp_qual writes.

    >>> is_own_table(["code", "persons", "up", "down", "same"]), is_own_table(["person", "wave", "text"])
    (True, False)
    """
    names = tuple(name.strip() for name in headings)
    if names in _WHOLE or any(names[: len(known)] == known for known in _HEADINGS):
        return True
    return _is_wide(names)


def is_same_table(there: bytes, new: bytes) -> bool:
    r"""Return whether a table has the headings of a new one, or is like it a row a person, of whatever codes and waves.

    A first line that ends otherwise is that of a spreadsheet.

    >>> is_same_table(b"person,code\nP01,a\n", b"person,code\n"), is_same_table(b"person,code\r\n", b"person,code\n")
    (True, False)
    """
    first, anew = (table.partition(b"\n")[0] for table in (there, new))
    return first == anew or (not first.endswith(b"\r") and all(_is_wide(_headings(line)) for line in (first, anew)))


def _is_wide(names: Sequence[str]) -> bool:
    return tuple(names[:1]) == ("person",) and sum(name.startswith("words_") for name in names) > 1


def is_own_file(path: Path) -> bool:
    """Return whether a file bears the mark of bp_qual; no more of it is read than that takes.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = Path(folder) / "P01_2010.html"
    ...     _ = page.write_text('<html><meta name="generator" content="bp_qual">')
    ...     is_own_file(page)
    True
    """
    ending = path.suffix.lower()
    if is_odd(path):
        return False
    try:
        with path.open("rb") if ending in RESULTS else io.BytesIO() as file:
            return bears_mark(file, ending)
    except OSError:
        return False


def bears_mark(file: BinaryIO, ending: str) -> bool:
    r"""Return whether an open file of this ending bears the mark of bp_qual.

    >>> bears_mark(io.BytesIO("\ufeffcode;persons;up;down\r\n".encode()), ".csv")
    True
    """
    if ending in _PACKAGES:
        return _PACKAGES[ending][1] in part_of(file, _PACKAGES[ending][0])
    if ending == ".parquet":
        return is_own_table(parquet_columns(file.read()))
    if ending == ".pdf":
        file.seek(max(0, file.seek(0, io.SEEK_END) - _TAIL))
        return b"/Producer (" + MARK + b")" in file.read()
    if ending not in RESULTS:
        return False
    head = file.read(_HEAD)
    if ending == ".png":
        return b"tEXtSoftware\0" + MARK in head
    if ending in TABLES:
        return is_own_table(_headings(head))
    if ending in _PAGES:
        return b'name="generator" content="' + MARK in head
    return b'origin="bp_qual"' in head if ending == ".qdc" else _RECORD.match(head) is not None


def part_of(file: BinaryIO, name: str) -> bytes:
    """Return the begin of a part of a zip file; nothing where there is none.

    >>> part_of(io.BytesIO(b"PK"), "docProps/core.xml")
    b''
    """
    try:
        with zipfile.ZipFile(file) as package:
            if package.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                return b""
            return package.open(name).read(_LONGEST_PART)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
        return b""


def parquet_columns(data: bytes) -> tuple[str, ...]:
    """Return the names of the columns of a Parquet file; none where it is not one.

    >>> parquet_columns(b"PAR1")
    ()
    """
    import pyarrow
    import pyarrow.parquet

    try:
        return tuple(pyarrow.parquet.read_schema(pyarrow.BufferReader(data)).names)
    except (pyarrow.ArrowException, OSError):
        return ()


def _headings(head: bytes) -> list[str]:
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")
    lines = [line for line in text.splitlines() if line.strip() and not line.lower().startswith(("sep=", '"sep='))]
    first = lines[0] if lines else ""
    separator = max(",;\t", key=first.count)
    return [name.strip('"') for name in first.split(separator)]
