"""Copies of what cannot be made again: the codings of every coder and the codebook, one a day.

They are in the folder `codings/.copies` of the study. A copy helps where somebody deletes or ruins a file; against a
disk that breaks only a copy elsewhere helps.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bp_qual.coding.by_hand import coders_files
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, BpQualWarning, Problem, StoreError, StudyError, warn_caller
from bp_qual.files import finish_folder, read_bytes, write_atomically
from bp_qual.files.daily_copies import MADE, Restored, keep_copy, list_copies, restore_copy, today
from bp_qual.files.real_places import is_below
from bp_qual.files.taking_back import Before
from bp_qual.study.gathering import gather_study
from bp_qual.study.study_file import STUDY_FILE
from bp_qual.study.study_folder import Study
from bp_qual.wording import Remark

_PLACE = ("codings", ".copies")


def keep_daily_copy(study: Study, *, day: str = "", empty: bool = False) -> Path | None:
    """Copy the codings and the codebook of a study, once a day; a warning where that cannot be done.

    Parameters
    ----------
    study : Study
        The study.
    day : str
        The name of the copy; today if empty.
    empty : bool
        Make one also where there is nothing to copy yet.

    Returns
    -------
    Path or None
        The copy, where one was made.

    Examples
    --------
    >>> keep_daily_copy(Study(Path("no/such/folder"))) is None
    True
    """
    files = [*coders_files(study.folder), *([study.codebook] if study.codebook else ())]
    try:
        return keep_copy(study.folder.joinpath(*_PLACE), files, root=study.folder, day=day, empty=empty)
    except StoreError as error:
        warn_caller(BpQualWarning(Remark("no copy today", values={"problem": error})))
        return None


def copy_before(study: Study, before: Before) -> None:
    """Keep a copy of today before anything comes in, also of nothing; where nothing is saved, that goes again.

    >>> copy_before(Study(Path("no/such/folder")), Before())
    """
    if study.folder.is_dir():
        if is_below(made := study.folder.joinpath(*_PLACE, today(), MADE), study.folder):
            before.note(made)
        keep_daily_copy(study, empty=True)


def note_made(study: Path, files: Iterable[Path], before: Before) -> None:
    """Write beside today's copy which files an import makes, so that `restore_day` can take them away again.

    Parameters
    ----------
    study : Path
        The folder of the study.
    files : iterable of Path
        Files that were not there. Those outside the folder, which other studies use too, are not noted.
    before : Before
        What is taken back where the import cannot be saved.

    Examples
    --------
    >>> note_made(Path("no/such/folder"), [], Before())
    """
    made = study.joinpath(*_PLACE, today(), MADE)
    new = {path.relative_to(study).as_posix(): _hash(path) for path in files if path.is_relative_to(study)}
    if not new or not made.parent.is_dir() or not is_below(made, study):
        return
    before.note(made)
    note = json.dumps(_read_made(made) | new, ensure_ascii=False)
    write_atomically(made, note.encode(), edited=True)


def _hash(path: Path) -> str:
    """Return the SHA-256 of what a file holds; of one that is still to be made nothing."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _read_made(path: Path) -> dict[str, str]:
    """Return the files in a note and what they held; none where it is none, or damaged."""
    try:
        made = json.loads(read_bytes(path, noted=False)) if path.is_file() and not path.is_symlink() else {}
    except (BpQualError, ValueError):
        return {}
    return {name: said for name, said in made.items() if isinstance(said, str)} if isinstance(made, dict) else {}


def _made_since(study: Study, day: str) -> list[Path]:
    """Return the files that imports made since a copy, as they may be taken away.

    A study.yaml in which somebody wrote since stays, and so does the codebook that it names.
    """
    notes = [study.folder.joinpath(*_PLACE, one, MADE) for one in _since(study.folder, day)]
    made = {study.folder / name: said for note in notes for name, said in _read_made(note).items()}
    own, coders = study.folder / STUDY_FILE, {*coders_files(study.folder)}
    goes = own in made and _hash(own) == made[own]
    kept = set() if goes else {own, *([study.codebook.absolute()] if study.codebook else ())}
    return [
        path
        for path in made
        if path in coders or (path.parent == study.folder and path.suffix == ".yaml" and path.absolute() not in kept)
    ]


def _since(study: Path, day: str) -> tuple[str, ...]:
    """Return the days of which there is a copy, from the newest to a given one."""
    days = copied_days(study)
    return days[: days.index(day) + 1]


def is_copied_today(study: Path | str) -> bool:
    """Return whether there is a copy of today.

    >>> is_copied_today("no/such/folder")
    False
    """
    return Path(study).joinpath(*_PLACE, today()).is_dir()


def copied_days(study: Path | str) -> tuple[str, ...]:
    """Return the days of which a study has a copy, the newest first.

    >>> copied_days("no/such/folder")
    ()
    """
    place = Path(study).joinpath(*_PLACE)
    return list_copies(place) if is_below(place, Path(study)) else ()


def restore_day(study: Path | str, day: str) -> Restored:
    """Put the codings and the codebook back as they were when the copy of a day was made.

    What is replaced is kept beside the copies, in a folder `replaced` with the moment. Files that imports made since
    go there too: those of coders, the codebook, and study.yaml where nobody wrote in it.

    Parameters
    ----------
    study : Path or str
        The folder of the study.
    day : str
        One of `copied_days`.

    Returns
    -------
    Restored
        The files that were put back, those that an import had made (`away`), those that had not changed, and those that
        are not in the copy (`newer`): the last two are left alone.

    Raises
    ------
    StudyError
        Where there is no copy of that day.
    StoreError
        Where the disk refuses.

    Examples
    --------
    >>> restore_day("no/such/folder", "2026-11-26")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  has no copy of 2026-11-26...
    """
    described, folder = gather_study(study)[0], Path(study)
    book = described.codebook
    outside = [book] if book is not None and not book.is_relative_to(folder) else []
    days = copied_days(study)
    if not days:
        raise StudyError(Problem(show_name(study), "no copy yet", {"day": day}))
    if day not in days:
        raise StudyError(Problem(show_name(study), "no copy of that day", {"day": day, "days": list(days)}))
    for place in (folder, folder / _PLACE[0]):
        finish_folder(place)  # it may have begun to take the notes away
    away, since = _made_since(described, day), _since(folder, day)
    done = restore_copy(folder.joinpath(*_PLACE), day, root=folder, outside=outside, away=away, since=since)
    copied = {path.resolve() for path in (*done.back, *done.same, *done.away)}
    there = [*coders_files(folder), *([book] if book is not None and book.is_file() else ())]
    return replace(done, newer=tuple(path for path in there if path.resolve() not in copied))
