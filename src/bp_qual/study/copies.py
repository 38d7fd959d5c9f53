"""Copies of what cannot be made again: the codings of every coder and the codebook, one a day.

They are in the folder `codings/.copies` of the study. A copy helps where somebody deletes or ruins a file; against a
disk that breaks only a copy elsewhere helps.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

from bp_qual.coding.by_hand import coders_files
from bp_qual.display import show_name
from bp_qual.errors import BpQualWarning, Problem, StoreError, StudyError
from bp_qual.files.daily_copies import Restored, keep_copy, list_copies, restore_copy, today
from bp_qual.study.gathering import gather_study
from bp_qual.study.study_folder import Study
from bp_qual.wording import Remark

_PLACE = ("codings", ".copies")


def keep_daily_copy(study: Study, *, day: str = "") -> Path | None:
    """Copy the codings and the codebook of a study, once a day; a warning where that cannot be done.

    >>> keep_daily_copy(Study(Path("no/such/folder"))) is None
    True
    """
    files = [*coders_files(study.folder), *([study.codebook] if study.codebook else ())]
    try:
        return keep_copy(study.folder.joinpath(*_PLACE), files, root=study.folder, day=day)
    except StoreError as error:
        warnings.warn(BpQualWarning(Remark("no copy today", values={"problem": error})), stacklevel=2)
        return None


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
    return list_copies(Path(study).joinpath(*_PLACE))


def restore_day(study: Path | str, day: str) -> Restored:
    """Put the codings and the codebook back as they were when the copy of a day was made.

    What is replaced is kept beside the copies, in a folder `replaced` with the moment.

    Parameters
    ----------
    study : Path or str
        The folder of the study.
    day : str
        One of `copied_days`.

    Returns
    -------
    Restored
        The files that were put back, those that had not changed, and those that are not in the copy (`newer`): both are
        left alone.

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
    folder, book = Path(study), gather_study(study)[0].codebook
    outside = [book] if book is not None and not book.is_relative_to(folder) else []
    days = copied_days(study)
    if not days:
        raise StudyError(Problem(show_name(study), "no copy yet", {"day": day}))
    if day not in days:
        raise StudyError(Problem(show_name(study), "no copy of that day", {"day": day, "days": list(days)}))
    done = restore_copy(folder.joinpath(*_PLACE), day, root=folder, outside=outside)
    copied = {path.resolve() for path in (*done.back, *done.same)}
    there = [*coders_files(folder), *([book] if book is not None else ())]
    return replace(done, newer=tuple(path for path in there if path.resolve() not in copied))
