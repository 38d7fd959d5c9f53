"""Recordings in the folder of a person, beside the interviews that are read there: of these, unless a name says a wave.

The folder is called after the person and holds interviews of nobody else. Where it holds more recordings than
interviews, one of them may be of an interview that is not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bp_qual.study.folder_entries import FolderEntry
from bp_qual.study.interviews import Interview
from bp_qual.study.named_in_passing import holds_name
from bp_qual.study.unread_kinds import RECORDINGS
from bp_qual.transcripts.wave_words import find_waves


@dataclass(frozen=True, slots=True)
class InDossiers:
    """Recordings in the folders of persons: of interviews that are read, and those of which one may be of another.

    >>> InDossiers().surplus
    frozenset()
    """

    known: frozenset[Path] = frozenset()
    surplus: frozenset[Path] = frozenset()


def find_in_dossiers(
    entries: Iterable[FolderEntry], interviews: Sequence[Interview], waves: Sequence[str]
) -> InDossiers:
    """Return the recordings that lie in the folder of a person of whom an interview is read there.

    Parameters
    ----------
    entries : iterable of FolderEntry
        What is not read.
    interviews : sequence of Interview
        That are read.
    waves : sequence of str
        Of the study.

    Returns
    -------
    InDossiers

    Examples
    --------
    >>> read = [Interview(Path("P03/gesprek 2010.txt"), {"P03": ()}, "2010", "interviews.csv:2")]
    >>> left = [FolderEntry(Path("P03") / name) for name in ("opname.mp3", "foto.jpg", "2020.mp3")]
    >>> [path.name for path in find_in_dossiers(left, read, ["2010", "2020"]).known]
    ['opname.mp3']
    """
    held: dict[Path, list[Interview]] = {}
    for interview in interviews:
        for folder in interview.file.parents:
            held.setdefault(folder, []).append(interview)
    found: dict[Path, list[Path]] = {}
    for entry in entries:
        path = entry.path
        if entry.fault is not None or path.suffix.lower() not in RECORDINGS:
            continue
        for home in [folder for folder in path.parents if folder in held][:1]:
            inner = path.relative_to(home).with_suffix("").as_posix().replace("/", " ")
            if _is_of_one(home, held[home]) and not find_waves(inner, waves):
                found.setdefault(home, []).append(path)
    more = {folder for folder, paths in found.items() if len(paths) > len({i.file for i in held[folder]})}
    return InDossiers(
        frozenset(path for folder, paths in found.items() for path in paths if folder not in more),
        frozenset(path for folder in more for path in found[folder]),
    )


def _is_of_one(folder: Path, interviews: Iterable[Interview]) -> bool:
    """Return whether a folder is called after a person, and holds interviews of nobody else."""
    persons = {person for interview in interviews for person in interview.persons}
    return len(persons) == 1 and holds_name(folder.name.replace("_", " "), *persons)
