"""What lies in a study's folder and is no interview, and yet is read: codings, samples and word lists of the codebook.

A link that leads nowhere or out of the study is none of them, whatever its name is: no command reads it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bp_qual.codebook.term_lists import list_word_lists
from bp_qual.coding.by_hand import coders_files
from bp_qual.display import show_name
from bp_qual.errors import Problem
from bp_qual.study.fence import Fence
from bp_qual.study.folder_entries import FolderEntry
from bp_qual.study.interview_files import is_readme
from bp_qual.study.sample_units import holds_units, is_sample_file
from bp_qual.study.study_folder import Study
from bp_qual.study.unread_entries import note_others
from bp_qual.wording import Remark

MOST_TOLD = 20  # odd entries, each with the reason


def list_companions(entries: Iterable[FolderEntry], study: Study) -> frozenset[Path]:
    """Return the files of a folder that some command reads, or that tell about the others.

    Parameters
    ----------
    entries : iterable of FolderEntry
        What lies there.
    study : Study
        Its folder and its codebook.

    Returns
    -------
    frozenset of Path
        Coders' files, samples, word lists of the codebook, README and the like.

    Examples
    --------
    >>> entries = [FolderEntry(Path("study/README.md")), FolderEntry(Path("study/photo.jpg"))]
    >>> [path.name for path in list_companions(entries, Study(Path("study")))]
    ['README.md']
    """
    coders = {normal(path) for path in coders_files(study.folder)}
    lists = list_word_lists(study.codebook) if study.codebook is not None else frozenset[Path]()
    ordinary = (entry.path for entry in entries if entry.fault is None or entry.is_own)  # a sample is ours
    return frozenset(
        path
        for path in ordinary
        if normal(path) in coders
        or path.resolve() in lists
        or (is_sample_file(path, study) and not path.is_symlink() and holds_units(path))
        or (is_readme(path) and not leads_out(path, study))
    )


def normal(path: Path) -> Path:
    """Return a path without its detours, as a person would write it.

    >>> normal(Path("study/../study/codings")).as_posix()
    'study/codings'
    """
    return Path(os.path.normpath(path))


def leads_out(path: Path, study: Study) -> bool:
    """Return whether an entry is a link to a place outside the study.

    >>> leads_out(Path("study/photo.jpg"), Study(Path("study")))
    False
    """
    return path.is_symlink() and Fence(study.folder, is_open=False).refuse(path) is not None


def note_unread(entries: Iterable[FolderEntry], study: Study) -> Iterator[Remark]:
    r"""Yield what is not read and is no interview: odd entries with the reason, other files together.

    Parameters
    ----------
    entries : iterable of FolderEntry
        None of them an interview.
    study : Study
        Whose folder they lie in.

    Yields
    ------
    Remark

    Examples
    --------
    >>> odd = FolderEntry(Path("study/a.txt"), Problem("study/a.txt", "no ordinary file"))
    >>> print(*note_unread([odd, FolderEntry(Path("study/b.jpg"))], Study(Path("study"))), sep="\n")
    not read: a.txt is no ordinary file. Delete it, or move it elsewhere.
    not read: .jpg (b.jpg).
    """
    others: list[Path] = []
    n_told = 0
    for entry in entries:
        why = _why_not_read(entry, study)
        if why is None or n_told == MOST_TOLD:
            others.append(entry.path)
        else:
            n_told += 1
            yield Remark("entry not read", values={"why": why})
    yield from note_others(others, study.folder)


def _why_not_read(entry: FolderEntry, study: Study) -> Problem | None:
    """Return what is odd about an entry, with its place in the study; nothing where it is a file or package."""
    inside = entry.path.is_relative_to(study.folder)
    where = show_name(entry.path.relative_to(study.folder) if inside else entry.path)
    if entry.is_locked and entry.fault is not None:
        where = where.removesuffix(entry.path.name) + Path(entry.fault.where).name  # of a long name that of the lock
    if entry.fault is not None:
        return None if entry.fault.kind == "package" else replace(entry.fault, where=where)
    return Problem(where, "link outside") if leads_out(entry.path, study) else None
