"""Whose interviews a folder, a link or a packed file may hold that is not looked into, as far as names say.

Nobody whose interview may lie there was interviewed in one wave only.
"""

from __future__ import annotations

import bz2
import contextlib
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from bp_qual.study.folder_entries import FolderEntry
from bp_qual.transcripts.wave_order import without_accents
from bp_qual.transcripts.wave_words import find_wave

PACKED = (
    *(".zip", ".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".lzma", ".zst", ".zipx"),
    *(".sit", ".sitx", ".ace", ".arj", ".cab", ".dmg", ".iso"),
)
_MOST_NAMES = 2_000  # of what is in a packed file
_MOST_BYTES = 64 * 1024 * 1024  # that are unpacked to look for names
_MOST_MEMORY = 256 * 1024 * 1024  # that a file may ask for to be unpacked
_OF_A_ZIP = b"PK\3\4"  # what is in front of each file in it

Whose = tuple[str, str]  # person and wave


class _Unpacking(Protocol):
    """What unpacks a file piece by piece, as those of gzip, bzip2 and xz do."""

    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def may_hold_several(entry: FolderEntry) -> bool:
    """Return whether an entry may hold interviews of several persons or waves, and is not looked into.

    >>> [may_hold_several(FolderEntry(Path(name))) for name in ("P01.zip", "P01.doc")]
    [True, False]
    """
    leads_nowhere = entry.fault is not None and entry.fault.kind == "link to nothing" and not entry.path.suffix
    return entry.is_folder or leads_nowhere or is_packed(entry.path)


def is_packed(file: Path) -> bool:
    """Return whether a file is one in which others are packed, as far as its ending says.

    >>> is_packed(Path("P01.ZIP"))
    True
    """
    return file.suffix.lower() in PACKED


def find_held(
    entry: FolderEntry,
    named: Callable[[Path], Iterable[Whose]],
    called: Mapping[str, str],
    waves: Collection[str],
) -> tuple[Whose, ...]:
    """Return the persons and waves of which an entry may hold interviews; all waves of a person, all persons of a wave.

    Parameters
    ----------
    entry : FolderEntry
        A folder, a link or a packed file.
    named : callable of Path
        The persons and waves that the name of a file says, with the folders in which it is packed.
    called : mapping of str to str
        The persons of the study, by what a name may call them (small letters, single blanks).
    waves : collection of str
        The waves of the study.

    Returns
    -------
    tuple of (str, str)
        Without what is read elsewhere being left out. Of a packed file whose content cannot be listed, and whose own
        name says nothing, everybody in all waves.

    Examples
    --------
    >>> find_held(FolderEntry(Path("P03.rar")), lambda path: (), {"p03": "P03"}, ["2010", "2020"])
    (('P03', '2010'), ('P03', '2020'))
    >>> find_held(FolderEntry(Path("Ronde 2010.zip")), lambda path: (), {"p03": "P03"}, ["2010", "2020"])
    (('P03', '2010'),)
    """
    name = entry.path.stem.removesuffix(".tar") if is_packed(entry.path) else entry.path.name
    names = _names_inside(entry.path)
    found = list(named(Path(name)))
    if person := called.get(" ".join(without_accents(name).casefold().split())):
        found += [(person, wave) for wave in waves]
    inside = [whose for inner in names or () for whose in named(inner)]
    if not (found or inside) and (said := find_wave(name, tuple(waves))) and said[0] in waves:
        found += [(person, said[0]) for person in called.values()]
    if not (found or inside) and names is None and is_packed(entry.path):
        found += [(person, wave) for person in called.values() for wave in waves]
    found += inside
    return tuple(dict.fromkeys(found))


def is_listed(file: Path) -> bool:
    """Return whether the names of what is in a packed file can be read.

    >>> is_listed(Path("no/such/file.rar"))
    False
    """
    return _names_inside(file) is not None


def _names_inside(file: Path) -> list[Path] | None:
    """Return the files that are packed in a zip or tar file, also where their content has a password; None: unknown."""
    if not (is_packed(file) and file.is_file()):
        return None
    try:
        with file.open("rb") as raw:
            begin = raw.read(6)
            raw.seek(0)
            if begin.startswith(_OF_A_ZIP):
                names = _names_in_zip(raw)
            else:
                unpack = next((unpack for sign, unpack in _UNPACKED.items() if begin.startswith(sign)), _plain)
                names = _names_in_tar(unpack(raw))
    except (OSError, EOFError, ValueError, NotImplementedError, MemoryError, zlib.error, lzma.LZMAError):
        names = None
    if names is None and begin.startswith(tuple(_UNPACKED)) and Path(file.stem).suffix not in ("", ".tar"):
        names = [file.stem]  # P03_2010.txt.gz is one file
    if names is None:
        return None
    return [Path(PurePosixPath(name)) for name in names if name.strip("./") and not name.endswith("/")]


def _names_in_zip(raw: BinaryIO) -> list[str] | None:
    """Return the names in a zip file; in a damaged one those that stand before each of its files."""
    try:
        with zipfile.ZipFile(raw) as archive:
            return archive.namelist()[:_MOST_NAMES]
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raw.seek(0)
        return list(_names_before_files(raw.read(_MOST_BYTES))) or None


def _names_before_files(data: bytes) -> Iterator[str]:
    at = data.find(_OF_A_ZIP)
    for _ in range(_MOST_NAMES):
        if at < 0:
            return
        length = int.from_bytes(data[at + 26 : at + 28], "little")
        if name := data[at + 30 : at + 30 + length]:
            yield name.decode("utf-8", errors="replace")
        at = data.find(_OF_A_ZIP, at + 4)


def _names_in_tar(begin: bytes) -> list[str] | None:
    """Return the names in a tar file, as far as its first megabytes hold them; None where it is none."""
    names = list[str]()
    with contextlib.suppress(tarfile.TarError, EOFError), tarfile.open(fileobj=io.BytesIO(begin), mode="r:") as archive:
        for member in archive:  # breaks off where the rest is not here
            names += [member.name] if member.isfile() else []
            if len(names) == _MOST_NAMES:
                break
    return names or None


def _plain(raw: BinaryIO) -> bytes:
    return raw.read(_MOST_BYTES)


def _piecewise(start: Callable[[], _Unpacking]) -> Callable[[BinaryIO], bytes]:
    """Return what unpacks the first megabytes of a file, also where it breaks off."""

    def unpack(raw: BinaryIO) -> bytes:
        tool, done = start(), b""
        with contextlib.suppress(OSError, EOFError, lzma.LZMAError, zlib.error):
            while not tool.eof and len(done) < _MOST_BYTES and (piece := raw.read(1 << 20)):
                done += tool.decompress(piece, _MOST_BYTES - len(done))
        return done

    return unpack


_UNPACKED: dict[bytes, Callable[[BinaryIO], bytes]] = {
    b"\x1f\x8b": _piecewise(lambda: zlib.decompressobj(31)),
    b"BZh": _piecewise(bz2.BZ2Decompressor),
    b"\xfd7zXZ\0": _piecewise(lambda: lzma.LZMADecompressor(memlimit=_MOST_MEMORY)),
}
