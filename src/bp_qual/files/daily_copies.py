"""Daily copies: of files that cannot be made again, one a day, the last ten days on which there was something new.

A copy is a folder with the day as its name; it is there whole or not at all.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files.at_work import is_at_work
from bp_qual.files.atomic_writing import finish_folder, write_atomically, write_together
from bp_qual.files.own_places import refuse_links
from bp_qual.files.real_places import is_real_folder
from bp_qual.files.safe_reading import read_bytes
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.windows import put_in_place, sync_folder
from bp_qual.wording.guesses import why_refused

KEPT = 10
MADE = ".made"  # in a copy: which files were not there when it was made
_REPLACED = "replaced "
_DAY = lazy_pattern(r"\d{4}-\d\d-\d\d")
_NAME = r"\d{4}-\d\d-\d\d(?: \(\d{4}-\d\d-\d\d\))?"  # as we name them
_COPY = lazy_pattern(_NAME)
_HALF = lazy_pattern(rf"\.(?:{_NAME}|{_REPLACED}\d{{4}}-\d\d-\d\d \d\d-\d\d-\d\d(?: \d+)?)-\d+")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a copy was put back over: the files that were not as in it, those that were, and where the former are kept.

    ``away`` are files that were made since and went where the former are kept.

    >>> Restored((), (Path("anna.jsonl"),)).back
    ()
    """

    back: tuple[Path, ...]
    same: tuple[Path, ...]
    kept_in: Path | None = None
    newer: tuple[Path, ...] = ()
    away: tuple[Path, ...] = ()


def keep_copy(place: Path, files: Iterable[Path], *, root: Path, day: str = "", empty: bool = False) -> Path | None:
    """Copy files into a folder for today, where there is none yet, and remove the oldest beyond ten.

    A copy with a later day is from when the clock ran ahead: it is called after today, its own day behind it.

    Parameters
    ----------
    place : Path
        The folder of all copies.
    files : iterable of Path
        What is copied; of files outside ``root`` only the name is kept.
    root : Path
        Relative to which the files are copied.
    day : str
        The name of the copy; today if empty.
    empty : bool
        Make one also where there is nothing to copy, so that the day has one.

    Returns
    -------
    Path or None
        The new copy; None where there is one of that day, or nothing to copy.

    Raises
    ------
    StoreError
        Where the disk refuses, or a link leads to the folder of all copies.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     root = Path(folder)
    ...     _ = (root / "anna.jsonl").write_bytes(b"{}")
    ...     copies = [keep_copy(root / "copies", [root / "anna.jsonl"], root=root, day="2026-11-26") for _ in range(2)]
    ...     (copies[0] / "anna.jsonl").read_bytes(), copies[1]
    (b'{}', None)
    """
    refuse_links(place, root)
    copy = place / (day or today())
    found = [path for path in files if path.is_file()]
    if copy.is_dir() or not (found or empty):
        return None
    _date_back(place, copy.name)
    names = {path: path.relative_to(root) if path.is_relative_to(root) else Path(path.name) for path in found}
    _write_whole(copy, {name: read_bytes(path, noted=False) for path, name in names.items()})
    try:
        for old in [name for name in list_copies(place) if _COPY.fullmatch(name)][KEPT:]:
            going = place / f".{old}-{os.getpid()}"  # of what is cut short nothing may look as the copy of that day
            (place / old).rename(going)
            shutil.rmtree(going)
    except OSError as err:
        raise StoreError(Problem(show_name(copy), "cannot be written", {"why": why_refused(err)})) from err
    return copy


def _date_back(place: Path, now: str) -> None:
    """Give copies that were made while the clock ran ahead the day on which that came out, with their own behind it.

    Else they would be in the way once their day comes, and would be kept in the place of what is made today.
    """
    for name in filter(_COPY.fullmatch, list_copies(place)):
        named = _DAY.search(name)
        back = place / f"{now} ({named[0]})" if named else place
        if named and name[:10] > now and _DAY.fullmatch(now) and not back.exists():
            try:
                (place / name).rename(back)
            except OSError as err:
                raise StoreError(Problem(show_name(back), "cannot be written", {"why": why_refused(err)})) from err


def _write_whole(copy: Path, files: Mapping[Path, bytes]) -> None:
    """Write a folder of copies that is there with all its files or not at all."""
    ready = copy.with_name(f".{copy.name}-{os.getpid()}")
    try:
        for left in copy.parent.glob(".*-*"):  # of a run that was killed
            if _HALF.fullmatch(left.name) and is_real_folder(left) and not is_at_work(left):
                shutil.rmtree(left)
        ready.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            write_atomically(ready / name, data, edited=True)
        put_in_place(ready, copy)
        sync_folder(copy.parent)
    except (OSError, StoreError) as err:
        shutil.rmtree(ready, ignore_errors=True)
        if isinstance(err, StoreError):
            raise
        raise StoreError(Problem(show_name(copy), "cannot be written", {"why": why_refused(err)})) from err


def today() -> str:
    """Return the name of today's copy.

    >>> len(today())
    10
    """
    return datetime.now().astimezone().strftime("%Y-%m-%d")


def list_copies(place: Path) -> tuple[str, ...]:
    """Return the days of which there is a copy, the newest first.

    What was made while the clock ran ahead comes before the copy of the day on which that came out.

    >>> list_copies(Path("no/such/folder"))
    ()
    """
    folders = place.iterdir() if is_real_folder(place) else ()
    days = (path.name for path in folders if is_real_folder(path) and not path.name.startswith((".", _REPLACED)))
    return tuple(sorted(days, key=lambda name: (name[:10], len(name) == len("2026-11-26"), name), reverse=True))


def restore_copy(
    place: Path,
    day: str,
    *,
    root: Path,
    outside: Iterable[Path] = (),
    away: Iterable[Path] = (),
    since: Iterable[str] = (),
) -> Restored:
    """Put the files of a copy back, and keep those that they replace beside the copies.

    With them go, in the same step, the notes of what was made since: of a run that is killed everything is done, or
    nothing, or a folder tells.

    Parameters
    ----------
    place : Path
        The folder of all copies.
    day : str
        Which copy.
    root : Path
        Where its files belong.
    outside : iterable of Path
        Files outside ``root`` that are copied too: in the copy they have their name only.
    away : iterable of Path
        Files below ``root`` that are not in the copy and that go where what is replaced is kept.
    since : iterable of str
        The days whose notes of what was made (`MADE`) have been followed, and go.

    Returns
    -------
    Restored

    Raises
    ------
    StoreError
        Where a file that is to be replaced is a link, or the disk refuses.
    """
    copy = place / day
    moment = datetime.now().astimezone().strftime(f"{_REPLACED}%Y-%m-%d %H-%M-%S")
    names = (f"{moment} {number}" if number > 1 else moment for number in itertools.count(1))
    kept_in = next(place / name for name in names if not (place / name).exists())
    elsewhere = {Path(path.name): path for path in outside}
    notes = [place / one / MADE for one in since]
    for folder in {copy, *(note.parent for note in notes)}:
        finish_folder(folder)  # what a run that was killed had ready
    places = sorted(path for path in copy.rglob("*") if path.is_file() and not path.is_symlink() and path.name != MADE)
    targets = {kept: elsewhere.get(kept.relative_to(copy), root / kept.relative_to(copy)) for kept in places}
    for target in targets.values():
        refuse_links(target.parent, root if target.is_relative_to(root) else target.parent)
    for folder in {target.parent for target in targets.values()}:
        finish_folder(folder)
    restored: dict[Path, bytes] = {}
    same: list[Path] = []
    replaced: dict[Path, bytes] = {}
    try:
        for kept, target in targets.items():
            data = kept.read_bytes()
            if target.is_symlink():
                raise StoreError(Problem(show_name(target), "codings are a link"))
            there = target.read_bytes() if target.is_file() else None
            if there == data:
                same.append(target)
            else:
                restored[target] = data
            if there not in (data, None):
                replaced[kept.relative_to(copy)] = there or b""
        gone = [path for path in away if path.is_file() and not path.is_symlink() and path not in targets.values()]
        replaced |= {path.relative_to(root): path.read_bytes() for path in gone}
        if replaced:
            _write_whole(kept_in, replaced)
        notes = [note for note in notes if note.is_file()]
        write_together(restored.items(), edited=True, remove=[*gone, *notes])
    except OSError as err:
        raise StoreError(Problem(show_name(root), "cannot be written", {"why": why_refused(err)})) from err
    return Restored(tuple(restored), tuple(same), kept_in if replaced else None, away=tuple(gone))
