"""Read a file within limits, or say in one line why not.

What its bytes *mean* is the business of `decoding` and of the readers.
"""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO

from bp_qual.display import show_name
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files.guard import note_read
from bp_qual.windows import is_too_long
from bp_qual.wording.guesses import why_refused
from bp_qual.wording.remarks import Remark

MEBIBYTE = 1024 * 1024
MAX_FILE = 100 * MEBIBYTE
MAX_PACKAGE = 100 * MEBIBYTE
MAX_XML_PART = 20 * MEBIBYTE
MAX_PARTS = 2_000
MAX_RATIO = 200
LONGEST_NAME = 255  # bytes, of a file or folder; on every system that Python runs on

_PART, _HEADING = b"PK\x03\x04", 30  # how a part of a zip file begins, and the bytes before its name
_DIRECTORY_END, _DIRECTORY_END_SIZE = b"PK\x05\x06", 22
_DIRECTORY_TAIL = _DIRECTORY_END_SIZE + 0xFFFF  # bytes at the end of a file that it is looked for in
_PADDING = b"\0\r\n\t "  # what copying adds
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what Word, LibreOffice and Excel write
_SHOWN_BY_THE_SYSTEM = ("/proc", "/sys", "/dev")


@dataclass(frozen=True, slots=True)
class Package:
    """A zip file (.docx, .odt, .xlsx) that was found to be within the limits before anything in it was read.

    >>> import io, zipfile
    >>> with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
    ...     archive.writestr("word/document.xml", "<text/>")
    >>> package = open_package(packed.getvalue(), where="a.docx")
    >>> package.names, package.read("word/document.xml")
    (('word/document.xml',), b'<text/>')

    ``others`` are the names of parts that are never read.
    """

    where: str
    archive: zipfile.ZipFile
    names: tuple[str, ...]
    others: tuple[str, ...] = ()

    def read(self, name: str) -> bytes:
        """Return one part, and stop if it turns out larger than the directory of the zip says."""
        try:
            with self.archive.open(name) as part:
                limit = self.archive.getinfo(name).file_size
                content = part.read(limit + 1)
        except (
            zipfile.BadZipFile,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            zlib.error,
        ) as err:
            raise _broken(self.where, "part damaged", part=name) from err
        if len(content) > limit:
            raise _broken(self.where, "part longer", part=name)
        return content


def is_impossible(path: Path) -> bool:
    r"""Return whether no file can have this name: it holds a NUL, or a part of it is too long for any system.

    >>> is_impossible(Path("interviews/P01.txt")), is_impossible(Path("a\0b")), is_impossible(Path("é" * 128))
    (False, True, True)
    """
    return "\0" in str(path) or any(len(os.fsencode(part)) > LONGEST_NAME for part in path.parts)


def read_bytes(
    path: Path | str, *, limit: int = MAX_FILE, inside: Path | str | None = None, noted: bool = True
) -> bytes:
    """Return the content of a regular file, or say in one line why not.

    A folder, a pipe, a file above `limit` bytes, and (with `inside`) a link that leads out of that folder are
    refused.

    Parameters
    ----------
    path : Path or str
        The file.
    limit : int
        The largest size in bytes.
    inside : Path or str, optional
        A folder that a link may not lead out of.
    noted : bool
        Whether a command that reads this may not write over it; False for a file that it is there to bring up to date.

    Returns
    -------
    bytes
        The whole content.

    >>> read_bytes("nowhere.txt")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: nowhere.txt  does not exist. Check the name and the folder.
    """
    with open_file(path, limit=limit, inside=inside, noted=noted) as file:
        return file.read()


@contextmanager
def open_file(
    path: Path | str, *, limit: int = MAX_FILE, inside: Path | str | None = None, noted: bool = True
) -> Iterator[BufferedReader]:
    """Open a regular file that `read_bytes` would read, to read no more of it than is needed.

    Parameters
    ----------
    path, limit, inside, noted
        As in `read_bytes`.

    Yields
    ------
    BufferedReader

    Examples
    --------
    >>> with open_file("nowhere.txt") as file:
    ...     file.read()
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: nowhere.txt  does not exist. Check the name and the folder.
    """
    where = show_name(path)
    with _opened(Path(path), where, limit, inside, noted) as file:
        try:
            yield file
        except OSError as err:
            raise TranscriptError(Problem(where, "cannot be opened", {"why": why_refused(err)})) from err


def _opened(path: Path, where: str, limit: int, inside: Path | str | None, noted: bool) -> BufferedReader:
    try:
        if inside is not None and not path.resolve().is_relative_to(Path(inside).resolve()):
            raise TranscriptError(Problem(where, "link outside"))
        if is_of_the_system(path):
            raise TranscriptError(Problem(where, "of the system"))
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise TranscriptError(Problem(where, "not a file"))
        if status.st_size > limit:
            sizes = {"size": status.st_size / MEBIBYTE, "most": limit / MEBIBYTE}
            raise TranscriptError(Problem(where, "too large", sizes))
        if noted:
            note_read(path)
        return path.open("rb")
    except FileNotFoundError as err:
        if is_too_long(path):
            raise TranscriptError(Problem(where, "cannot be opened", {"why": why_refused(err)})) from err
        raise TranscriptError(Problem(where, "not there")) from err
    except (OSError, ValueError, RuntimeError) as err:  # RuntimeError: a link to itself
        raise TranscriptError(Problem(where, "cannot be opened", {"why": why_refused(err)})) from err


def is_of_the_system(path: Path) -> bool:
    """Return whether a path leads to what the system only shows as files: reading there may never end.

    >>> is_of_the_system(Path("/proc/1")), is_of_the_system(Path("process/1"))
    (True, False)
    """
    real = path.resolve()
    return any(real.is_relative_to(place) for place in _SHOWN_BY_THE_SYSTEM)


def open_package(data: bytes | BinaryIO, *, where: str = "", needed: Callable[[str], bool] | None = None) -> Package:
    """Return a zip file's parts, after a look at its directory has shown that it is no bomb.

    Parameters
    ----------
    data : bytes or binary file
        The file: whole, or open for as long as its parts are read, of which only those are then.
    where : str
        What messages call it.
    needed : callable, optional
        Whether a part of this name is ever read; others, as recordings beside texts, have no limits and are not there.

    Returns
    -------
    Package

    Raises
    ------
    TranscriptError
        Where it is damaged, or no program writes such a file.

    Examples
    --------
    >>> open_package(b"PK", where="a.docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.docx  is damaged: it is not a whole zip file. Open it in ...
    """
    file = BytesIO(data) if isinstance(data, bytes) else data
    try:
        archive = zipfile.ZipFile(file)  # which whoever opened it closes
        parts = [part for part in archive.infolist() if needed is None or needed(part.filename)]
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as err:
        raise _broken(where, "not a whole zip") from err
    if len(parts) > MAX_PARTS:
        raise _refused(where, "too many parts", n=len(parts), most=MAX_PARTS)
    if (total := sum(part.file_size for part in parts)) > MAX_PACKAGE:
        raise _refused(where, "unpacks too large", size=total / MEBIBYTE, most=MAX_PACKAGE // MEBIBYTE)
    for part in parts:
        _check_part(where, part)
    _check_once(where, parts)
    _check_places(where, file, archive)
    names = tuple(part.filename for part in parts)
    others = (part.filename for part in archive.infolist() if needed is not None and not needed(part.filename))
    return Package(where, archive, names, tuple(others))


def _check_part(where: str, part: zipfile.ZipInfo) -> None:
    if part.flag_bits & 1:
        raise TranscriptError(Problem(where, "password"))
    if part.compress_type not in _METHODS:
        raise _broken(where, "part packed oddly", part=part.filename)
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    if is_xml and part.file_size > MAX_XML_PART:
        sizes = {"size": part.file_size / MEBIBYTE, "most": MAX_XML_PART // MEBIBYTE}
        raise _refused(where, "part too large", part=part.filename, **sizes)
    if part.file_size > MEBIBYTE and part.file_size > MAX_RATIO * max(1, part.compress_size):
        raise _refused(where, "part too tight", part=part.filename)


def _check_once(where: str, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse a package that holds a part twice and not alike: a program shows one of them, and no two the same."""
    seen = dict[str, tuple[int, int]]()
    for part in parts:
        content = (part.CRC, part.file_size)
        if seen.setdefault(part.filename, content) != content:
            raise _broken(where, "part twice", part=part.filename)


def _check_places(where: str, file: BinaryIO, archive: zipfile.ZipFile) -> None:
    """Refuse a package with bytes that are of none of its parts: files put together, of which only the last is seen."""
    size = file.seek(0, os.SEEK_END)
    tail = max(0, size - _DIRECTORY_TAIL)
    file.seek(tail)
    last = tail + file.read().rfind(_DIRECTORY_END) + _DIRECTORY_END_SIZE
    starts = sorted(part.header_offset for part in archive.infolist())
    places = [(0, min(starts, default=archive.start_dir)), (last + len(archive.comment), size)]
    ends = sorted(_end_of(file, part) for part in archive.infolist())
    places += zip(ends, [*starts, archive.start_dir][1:], strict=True)
    for number, (start, stop) in enumerate(places):
        first, end, is_part = _held_between(file, start, stop)
        if end > first and (number < 2 or is_part):
            raise TranscriptError(Problem(where, "glued", {"n": end - first, "at": first}))


def _held_between(file: BinaryIO, start: int, stop: int) -> tuple[int, int, bool]:
    """Return where what is no padding starts and ends between two places, and whether it holds a part of a package."""
    first, end, is_part, before = stop, start, False, b""
    while start < stop:
        file.seek(start)
        if not (piece := file.read(min(MEBIBYTE, stop - start))):
            break
        if held := piece.strip(_PADDING):
            at = start + piece.find(held)
            first, end = min(first, at), at + len(held)
        is_part = is_part or _PART in before + piece
        start, before = start + len(piece), piece[1 - len(_PART) :]
    return first, end, is_part


def _end_of(file: BinaryIO, part: zipfile.ZipInfo) -> int:
    """Return where the content of a part ends: behind its own heading, its name and what programs add to that."""
    at = part.header_offset + _HEADING
    file.seek(max(0, at - 4))
    lengths = file.read(4)
    return at + sum(int.from_bytes(lengths[place : place + 2], "little") for place in (0, 2)) + part.compress_size


def _broken(where: str, why: str, **values: object) -> TranscriptError:
    return TranscriptError(Problem(where, "damaged", {"why": Remark(why, values=values)}))


def _refused(where: str, why: str, **values: object) -> TranscriptError:
    return TranscriptError(Problem(where, "unsafe", {"why": Remark(why, values=values)}))
