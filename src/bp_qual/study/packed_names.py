"""The names of the files in a packed file, also of those in packed files within it, as far as they can be listed.

Looked into are zip and tar files, and single files packed by gzip, bzip2 or xz: three deep, 2,000 names and 64
megabytes unpacked in all. Whatever is not listed for these or other reasons is named as not seen.
"""

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

PACKED = (
    *(".zip", ".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".lzma", ".zst", ".zipx"),
    *(".sit", ".sitx", ".ace", ".arj", ".cab", ".dmg", ".iso"),
)
_DEEPEST = 3  # the packed file itself is the first
_MOST_NAMES = 2_000
_MOST_BYTES = 64 * 1024 * 1024  # that are unpacked to look for names
_MOST_MEMORY = 256 * 1024 * 1024  # that a file may ask for to be unpacked
_OF_A_ZIP = b"PK\3\4"  # what is in front of each file in it
_EMPTY_ZIP = b"PK\5\6"
_Member = tuple[str, Callable[[], IO[bytes]]]  # a name, and what opens it


class _NotListedError(Exception):
    """Something in a packed file cannot be listed."""


_ODD = (
    *(_NotListedError, zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
    *(OSError, EOFError, ValueError, RuntimeError, MemoryError, KeyError, AttributeError),  # of damaged files
)


@dataclass(frozen=True, slots=True)
class Inside:
    """The files in a packed file, with the folders around them, and the packed files that were not listed to the end.

    >>> Inside(unseen=(Path("P03.rar"),)).names
    ()
    """

    names: tuple[Path, ...] = ()
    unseen: tuple[Path, ...] = ()


def is_packed(file: Path) -> bool:
    """Return whether a file is one in which others are packed, as far as its ending says.

    >>> is_packed(Path("P01.ZIP"))
    True
    """
    return file.suffix.lower() in PACKED


def without_packing(file: Path) -> Path:
    """Return the path of a packed file without the endings that say so.

    >>> without_packing(Path("2010/P03.tar.gz")).as_posix()
    '2010/P03'
    """
    return file.with_name(file.stem.removesuffix(".tar")) if is_packed(file) and file.stem.strip(".") else file


def list_packed(file: Path) -> Inside:
    """Return what is in a packed file, by name; a packed file within it stands there too, as a folder and as a file.

    >>> list_packed(Path("no/such/file.rar")).unseen
    (PosixPath('file.rar'),)
    """
    looking = _Looking()
    try:
        with file.open("rb") as raw:
            looking.look(raw, Path(file.name), Path())
    except OSError:
        looking.unseen.append(Path(file.name))
    return Inside(tuple(looking.names), tuple(looking.unseen))


class _Looking:
    """What is found on the way through a packed file, and how much may still be unpacked."""

    def __init__(self) -> None:
        self.names, self.unseen = list[Path](), list[Path]()
        self._left = _MOST_BYTES

    def look(self, raw: IO[bytes], packed: Path, around: Path, depth: int = 1) -> None:
        """Note the files in a packed one, ``around`` which are these folders."""
        try:
            for name, opened in self._members(raw, packed):
                if not name.strip("./") or name.endswith("/"):
                    continue
                if len(self.names) == _MOST_NAMES:
                    raise _NotListedError
                self.names.append(file := around / PurePosixPath(name.lstrip("/")))
                if is_packed(file):
                    self._look_deeper(opened, file, depth + 1)
        except _ODD:
            self.unseen.append(packed)

    def _look_deeper(self, opened: Callable[[], IO[bytes]], file: Path, depth: int) -> None:
        try:
            if depth > _DEEPEST:
                raise _NotListedError
            with opened() as stream:
                data = stream.read(self._left + 1)
            self._spend(len(data))
        except _ODD:
            self.unseen.append(file)
        else:
            self.look(io.BytesIO(data), file, without_packing(file), depth)

    def _spend(self, count: int) -> None:
        if count > self._left:
            raise _NotListedError
        self._left -= count

    def _members(self, raw: IO[bytes], packed: Path) -> Iterator[_Member]:
        """Yield what is in a file, by the signs with which it begins; break off where it does."""
        begin = raw.read(6)
        raw.seek(0)
        if begin.startswith((_OF_A_ZIP, _EMPTY_ZIP)):
            yield from self._in_zip(raw)
        elif start := next((start for sign, start in _UNPACKED.items() if begin.startswith(sign)), None):
            data, is_whole = _unpack(start(), raw, self._left)
            self._spend(len(data))
            yield from _in_one(data, packed)
            if not is_whole:
                raise _NotListedError
        else:
            yield from _in_tar(raw)

    def _in_zip(self, raw: IO[bytes]) -> Iterator[_Member]:
        try:
            archive = zipfile.ZipFile(raw)
        except _ODD:
            raw.seek(0)
            for name in _names_before_files(raw.read(_MOST_BYTES)):
                yield name, partial(_refuse, name)
            raise
        with archive:
            for member in archive.infolist():
                yield member.filename, partial(archive.open, member)


def _refuse(name: str) -> IO[bytes]:
    raise _NotListedError(name)


def _names_before_files(data: bytes) -> Iterator[str]:
    """Yield the names in a damaged zip file, which stand before each of its files."""
    at = data.find(_OF_A_ZIP)
    while at >= 0:
        length = int.from_bytes(data[at + 26 : at + 28], "little")
        if name := data[at + 30 : at + 30 + length]:
            yield name.decode("utf-8", errors="replace")
        at = data.find(_OF_A_ZIP, at + 4)


def _in_one(data: bytes, packed: Path) -> Iterator[_Member]:
    """Yield what is in a file that was packed as a whole: a tar file, or itself (P03_2010.txt.gz)."""
    try:
        yield from _in_tar(io.BytesIO(data))
    except tarfile.TarError:
        if Path(packed.stem).suffix in ("", ".tar"):
            raise
        yield packed.stem, partial(io.BytesIO, data)


def _in_tar(raw: IO[bytes]) -> Iterator[_Member]:
    with tarfile.open(fileobj=raw, mode="r:") as archive:
        for member in archive:
            if not member.isdir():  # a link has a name too, and what it leads to may lie elsewhere
                yield member.name, partial(_open_member, archive, member)
        raw.seek(archive.offset)
        if raw.read(1) != b"\0":  # the end of a tar file is empty
            raise _NotListedError


def _open_member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    return archive.extractfile(member) or _refuse(member.name)


class _Unpacking(Protocol):
    """What unpacks a file piece by piece, as those of gzip, bzip2 and xz do."""

    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def _unpack(tool: _Unpacking, raw: IO[bytes], most: int) -> tuple[bytes, bool]:
    """Return the first bytes of a file, unpacked, also where it breaks off, and whether these are all."""
    done = bytearray()
    try:
        while not tool.eof and len(done) < most and (piece := raw.read(1 << 20)):
            done += tool.decompress(piece, most - len(done))
    except (OSError, EOFError, lzma.LZMAError, zlib.error):
        return bytes(done), False
    return bytes(done), tool.eof


_UNPACKED: dict[bytes, Callable[[], _Unpacking]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(31),
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\0": lambda: lzma.LZMADecompressor(memlimit=_MOST_MEMORY),
}
