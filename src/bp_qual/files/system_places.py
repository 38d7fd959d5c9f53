"""Folders in which nobody keeps results: those of the system, the top of a disk, and the home folder itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bp_qual.windows import system_folders

_RUN_OF_A_USER = Path("/run/media"), Path("/run/user"), Path("/run/mount")  # disks, and folders of programs
_MOST_AT_HOME = 2  # files of one run that may lie loose in the home folder


def find_system_places(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders among those of files in which no results belong.

    >>> find_system_places([Path("/etc/codes.csv"), Path("/codes.csv"), Path("/tmp/study/codes.csv")])
    (PosixPath('/etc'), PosixPath('/'))
    """
    folders = Counter(file.parent for file in files)
    return tuple(folder for folder, n in folders.items() if _is_of_system(folder) or _is_littered(folder, n))


def _is_of_system(folder: Path) -> bool:
    if any(folder.is_relative_to(place) for place in _RUN_OF_A_USER):
        return False
    return folder == Path(folder.anchor) or any(folder.is_relative_to(place) for place in system_folders())


def _is_littered(folder: Path, n: int) -> bool:
    try:
        home = Path.home().resolve()
    except RuntimeError:  # there is none
        return False
    return n > _MOST_AT_HOME and folder in (home, home.parent)
