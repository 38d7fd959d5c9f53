"""What lies in a study's folder and is no interview, and yet is read: codings, samples and word lists of the codebook.

A link that leads nowhere or out of the study is none of them, whatever its name is: no command reads it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from bp_qual.codebook.term_lists import list_word_lists
from bp_qual.coding.by_hand import coders_files
from bp_qual.study.fence import Fence
from bp_qual.study.folder_entries import FolderEntry
from bp_qual.study.interview_files import is_readme
from bp_qual.study.sample_units import holds_units, is_sample_file
from bp_qual.study.study_folder import Study


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
