"""A seal on what bp_qual writes: it tells whether anybody has changed the file since.

A page ends with it, a Word or Excel file and a project hold it at the end of the part that names their maker, and a
Parquet file has it among its properties. A table in CSV has no place for it: there it is in the time of its last
change, in the part of a second that nobody reads and that no program keeps which saves the file again.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bp_qual.files.packing import pack_parts
from bp_qual.lazy_patterns import lazy_pattern

if TYPE_CHECKING:
    import pandas as pd

_SEALED_PARTS = ("docProps/core.xml", "project.qde")
_COMMENT = lazy_pattern(rb"<!-- ([0-9a-f]{64}) -->\n\Z")
_KEY, _BLANK = b"bp_qual", b"0" * 64
LARGEST = 1 << 30  # bytes that a package may unpack to; one that unpacks to more is none of ours
_HEADS, _END = 30 + 46, 22  # bytes in which a part is described, without its name, and in which the package ends
_SECOND, _STEP = 10**9, 100  # in nanoseconds: no disk keeps a smaller step than Windows does
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, ValueError, RuntimeError, NotImplementedError)


def seal_page(page: str) -> str:
    """Return a page with a last line that tells whether anybody has changed it since.

    >>> sealed = seal_page("<p>Ja</p>").encode()
    >>> is_sealed(sealed, ".html"), is_sealed(sealed.replace(b"Ja", b"Nee"), ".html")
    (True, False)
    """
    page = page.rstrip("\n") + "\n"
    return f"{page}<!-- {_digest(page.encode('utf-8', 'replace'))} -->\n"


def seal_package(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a Word or Excel file, or a project, of these parts with its seal.

    >>> parts = [("project.qde", b"<Project/>"), ("sources/1.txt", b"Ja")]
    >>> is_sealed(pack_parts(parts), ".qdpx"), is_sealed(seal_package(parts), ".qdpx")
    (False, True)
    >>> [is_sealed(changed, ".qdpx") for changed in (seal_package(parts) + b"!", b"!" + seal_package(parts))]
    [False, False]
    """
    held = dict(parts)
    comment = f"\n<!-- {_digest_of_parts((name, io.BytesIO(data)) for name, data in held.items())} -->\n".encode()
    return pack_parts((name, data + (comment if name in _SEALED_PARTS else b"")) for name, data in held.items())


def sealed_parquet(table: pd.DataFrame) -> bytes:
    """Return a table as the bytes of a Parquet file with its seal.

    >>> import pandas as pd
    >>> data = sealed_parquet(pd.DataFrame({"code": ["trust"]}))
    >>> is_sealed(data, ".parquet"), is_sealed(data.replace(b"trust", b"doubt"), ".parquet")
    (True, False)
    """
    import pyarrow
    import pyarrow.parquet

    made = pyarrow.Table.from_pandas(table, preserve_index=False)
    made = made.replace_schema_metadata({**(made.schema.metadata or {}), _KEY: _BLANK})
    pyarrow.parquet.write_table(made, buffer := io.BytesIO())
    head, mark, rest = buffer.getvalue().rpartition(_BLANK)  # the last: what is behind it are the columns, packed
    return head + _digest(head + mark + rest).encode() + rest


def is_sealed(data: bytes, ending: str) -> bool:
    """Return whether a file of this ending is as one of the functions above gave it.

    >>> is_sealed(b"<p>Ja</p>", ".html"), is_sealed(b"PK", ".docx"), is_sealed(b"PAR1", ".parquet")
    (False, False, False)
    """
    if ending == ".html":
        body, _, last = data.rstrip(b"\n").rpartition(b"\n")
        return last == f"<!-- {_digest(body + bytes([10]))} -->".encode()
    if ending == ".parquet":
        return _is_sealed_parquet(data)
    with contextlib.suppress(*_BROKEN), zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > LARGEST or _length_of(parts) != len(data):
            return False
        held = next((part for part in _SEALED_PARTS if part in package.namelist()), "")
        found = _COMMENT.search(package.read(held)) if held else None
        return found is not None and found[1].decode() == _digest_of_parts(_opened(package))
    return False


def seal_time(path: Path, data: bytes) -> None:
    """Let the time of a file's last change tell that nobody has changed it since; where the disk cannot, nothing.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (table := Path(folder) / "codes.csv").write_bytes(b"code,persons")
    ...     seal_time(table, b"code,persons")
    ...     before = bears_time(table, b"code,persons")
    ...     _ = table.write_bytes(b"code,persons")
    ...     before, bears_time(table, b"code,persons")
    (True, False)
    """
    with contextlib.suppress(OSError):
        second = path.stat().st_mtime_ns // _SECOND - 1  # never later than it was
        os.utime(path, ns=(second * _SECOND, second * _SECOND + _time_of(data)))


def bears_time(path: Path, data: bytes) -> bool:
    """Return whether a file has the time that `seal_time` gave it.

    >>> bears_time(Path("no/such/file.csv"), b"")
    False
    """
    with contextlib.suppress(OSError):
        return path.stat().st_mtime_ns % _SECOND // _STEP == _time_of(data) // _STEP
    return False


def _time_of(data: bytes) -> int:
    return int(_digest(data), 16) % (_SECOND // _STEP) * _STEP


def _is_sealed_parquet(data: bytes) -> bool:
    import pyarrow
    import pyarrow.parquet

    try:
        seal = (pyarrow.parquet.read_metadata(pyarrow.BufferReader(data)).metadata or {}).get(_KEY, b"")
    except (pyarrow.ArrowException, OSError):
        return False
    head, mark, rest = data.rpartition(seal) if seal else (data, b"", b"")
    return bool(mark) and seal == _digest(head + _BLANK + rest).encode()


def _length_of(parts: Iterable[zipfile.ZipInfo]) -> int:
    """Return how long a package of these parts is that holds nothing else: no comment, and nothing before or behind."""
    named = ((len(part.filename.encode("utf-8", "surrogateescape")), part.compress_size) for part in parts)
    return _END + sum(_HEADS + 2 * name + size for name, size in named)


def _opened(package: zipfile.ZipFile) -> Iterator[tuple[str, IO[bytes]]]:
    return ((part.filename, package.open(part)) for part in package.infolist())


def _digest_of_parts(parts: Iterable[tuple[str, IO[bytes]]]) -> str:
    digest = hashlib.sha256()
    for name, opened in parts:
        digest.update(f"{name}\n".encode("utf-8", "surrogateescape"))
        with opened as file:
            for piece in _pieces(file, name in _SEALED_PARTS):
                digest.update(piece)
        digest.update(b"\n")
    return digest.hexdigest()


def _pieces(file: IO[bytes], bears_seal: bool) -> Iterator[bytes]:
    """Yield the content of a part, of that with the seal what is before it."""
    if bears_seal:
        yield re.sub(rb"\n<!-- [0-9a-f]{64} -->\n\Z", b"", file.read())
    while piece := file.read(1 << 20):
        yield piece


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
