"""Whose interviews a folder, a link or a packed file may hold that is not looked into, as far as names say.

Nobody whose interview may lie there was interviewed in one wave only.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from bp_qual.study.folder_entries import FolderEntry
from bp_qual.transcripts.wave_order import without_accents
from bp_qual.transcripts.wave_words import find_wave

PACKED = (".zip", ".rar", ".7z", ".tar", ".tgz", ".gz")
_MOST_NAMES = 2_000  # of what is in a packed file
_MOST_BYTES = 64 * 1024 * 1024  # that are unpacked to look for names

Whose = tuple[str, str]  # person and wave


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
    entry: FolderEntry, named: Callable[[Path], Whose | None], called: Mapping[str, str], waves: Collection[str]
) -> tuple[Whose, ...]:
    """Return the persons and waves of which an entry may hold interviews; all waves of a person, all persons of a wave.

    Parameters
    ----------
    entry : FolderEntry
        A folder, a link or a packed file.
    named : callable of Path
        Person and wave as the name of a file says them; None where it does not.
    called : mapping of str to str
        The persons of the study, by what a name may call them (small letters, single blanks).
    waves : collection of str
        The waves of the study.

    Returns
    -------
    tuple of (str, str)
        Without what is read elsewhere being left out.

    Examples
    --------
    >>> find_held(FolderEntry(Path("P03.rar")), lambda path: None, {"p03": "P03"}, ["2010", "2020"])
    (('P03', '2010'), ('P03', '2020'))
    >>> find_held(FolderEntry(Path("Ronde 2010.zip")), lambda path: None, {"p03": "P03"}, ["2010", "2020"])
    (('P03', '2010'),)
    """
    name = entry.path.stem if is_packed(entry.path) else entry.path.name
    found = list[Whose]()
    if own := named(Path(name)):
        found.append(own)
    if person := called.get(" ".join(without_accents(name).casefold().split())):
        found += [(person, wave) for wave in waves]
    inside = [whose for inner in _names_inside(entry.path) if (whose := named(inner))]
    if not (found or inside) and (said := find_wave(name, tuple(waves))) and said[0] in waves:
        found += [(person, said[0]) for person in called.values()]
    found += inside
    return tuple(dict.fromkeys(found))


def _names_inside(file: Path) -> Iterator[Path]:
    """Yield the names of the files that are packed in a zip or tar file, also where their content has a password."""
    reader = _LISTED.get(file.suffix.lower())
    if reader is None or not file.is_file():
        return
    try:
        names = reader(file)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, ValueError, NotImplementedError, zlib.error):
        return
    yield from (Path(PurePosixPath(name).name) for name in names if not name.endswith("/"))


def _names_in_zip(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as archive:
        return archive.namelist()[:_MOST_NAMES]


def _names_in_tar(file: Path) -> list[str]:
    """Return the names in a tar file, gzipped or not, as far as its first megabytes hold them."""
    with file.open("rb") as raw:
        is_zipped = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        begin = gzip.GzipFile(fileobj=raw).read(_MOST_BYTES) if is_zipped else raw.read(_MOST_BYTES)
    names = list[str]()
    with contextlib.suppress(tarfile.TarError, EOFError), tarfile.open(fileobj=io.BytesIO(begin), mode="r:") as archive:
        for member in archive:  # breaks off where the rest is not here
            names += [member.name] if member.isfile() else []
            if len(names) == _MOST_NAMES:
                break
    return names


_TARS = (".tar", ".tgz", ".gz")
_LISTED = {".zip": _names_in_zip, **dict.fromkeys(_TARS, _names_in_tar)}  # what is in others cannot be listed
