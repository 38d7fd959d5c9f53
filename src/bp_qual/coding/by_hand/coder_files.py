"""Which files in the folder of codings are whose: of each coder one, and copies that a sync client made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from bp_qual.coding.by_hand.coder_names import AGREED, fitting_coder
from bp_qual.coding.by_hand.events import read_events
from bp_qual.files.as_written import composed
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.windows import is_device

FOLDER, ENDING = "codings", ".jsonl"
_COPY = lazy_pattern(r"(?P<coder>.+?)( ?\(.*\)|[ .-]\W*(sync-)?conflict.*| - .*)", re.IGNORECASE)


def list_coders(study: Path | str) -> tuple[str, ...]:
    """Return who has coded by hand in a study, by name.

    >>> list_coders("a/folder/that/is/not/there")
    ()
    """
    return tuple(files_by_coder(Path(study)))


def coders_files(study: Path | str) -> tuple[Path, ...]:
    """Return the files of all coders of a study, copies of a sync client among them.

    >>> coders_files("a/folder/that/is/not/there")
    ()
    """
    return tuple(path for files in files_by_coder(Path(study)).values() for path in files)


def is_coders_file(path: Path) -> bool:
    """Return whether a file lies where what coders did is kept.

    >>> is_coders_file(Path("study/codings/anna.jsonl")), is_coders_file(Path("study/P01_2010.jsonl"))
    (True, False)
    """
    return path.parent.name == FOLDER and path.suffix == ENDING


def list_strays(study: Path | str) -> tuple[Path, ...]:
    """Return what lies among the codings and is no coder's: by its name or ending, or because it cannot be read.

    A link that leads out of the study or to nothing, and a folder, are not read, whatever their name is.

    >>> list_strays("a/folder/that/is/not/there")
    ()
    """
    read = set(coders_files(study))
    return tuple(path for path in _inside(Path(study)) if path not in read)


def own_file(study: Path, coder: str) -> Path:
    """Return where a coder's file is, or is to be: also one whose name has its accents apart, as a Mac writes them.

    >>> own_file(Path("study"), "anna").as_posix()
    'study/codings/anna.jsonl'
    """
    path = study / FOLDER / (coder + ENDING)
    alike = [there for there in _inside(study) if composed(there.name) == path.name]
    return path if path in alike or not alike else alike[0]


def files_by_coder(study: Path) -> dict[str, tuple[Path, ...]]:
    """Return the files of each coder, the coder's own before the copies of it.

    >>> files_by_coder(Path("a/folder/that/is/not/there"))
    {}
    """
    paths = _paths(study)
    files: dict[str, list[Path]] = {}
    for path in paths:
        files.setdefault(_coder_of(path, paths), []).append(path)
    return {coder: tuple(files[coder]) for coder in sorted(files) if coder}


def _paths(study: Path) -> list[Path]:
    paths = (path for path in _inside(study) if path.suffix == ENDING and _can_be_read(path, study))
    return sorted(paths, key=lambda path: (len(path.stem), path.stem))


def _inside(study: Path) -> list[Path]:
    """Return what lies in the folder of codings and is not hidden; nothing where it cannot be looked into."""
    try:
        return sorted(path for path in (study / FOLDER).iterdir() if not path.name.startswith("."))
    except OSError:  # no folder, or one that is named as unreadable with all else that is not read
        return []


def _can_be_read(path: Path, study: Path) -> bool:
    """Return whether this is a file, or a link to one in the study."""
    try:
        return path.is_file() and path.resolve().is_relative_to(study.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return False


def _coder_of(path: Path, paths: Sequence[Path]) -> str:
    """Return whose file it is: sync clients add something to the name, or begin as another coder's file does."""
    name = composed(path.stem)
    copy = _COPY.fullmatch(name)
    if copy is not None and _fits(copy["coder"]):
        return copy["coder"]
    for other in paths:
        if other is path:
            break
        if name.startswith(composed(other.stem)) and _first_id(path) == _first_id(other) != "":
            return _coder_of(other, paths)
    return name if _fits(name) else ""


def _first_id(path: Path) -> str:
    try:
        with path.open("rb") as file:
            events, _ = read_events(file.readline())
    except OSError:
        return ""
    return events[0].id if events else ""


def _fits(name: str) -> bool:
    return name == AGREED or is_device(name) or fitting_coder(name, "") == name
