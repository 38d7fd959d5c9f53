"""Unread documents that are called after somebody who is not read then: `Willem 2010.doc`, `Tom 2010 def.doc`.

One of somebody in the study is an interview where its name says a wave in which they are not read, whatever was done to
the file; one of somebody else where it says a person and a wave and nothing else, and the study calls its persons by
their names too. A form, a list, a recording or a picture is not; nor is what may be another file of somebody who is
known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.folder_entries import FolderEntry
from bp_qual.study.interview_files import TABLES, can_be_transcript
from bp_qual.study.listed_names import is_listed_first_name, is_listed_surname
from bp_qual.study.named_together import StudyNames
from bp_qual.study.papers import is_beside_talk, is_of_papers
from bp_qual.study.proposals import propose_by_name
from bp_qual.study.unread_kinds import WRITTEN
from bp_qual.transcripts.moments import ANY_MONTH

_MONTH = lazy_pattern(ANY_MONTH, re.IGNORECASE)
_LINK = 3  # letters of 'van', at most


def find_unread_persons(
    entries: Iterable[FolderEntry], names: StudyNames, folder: Path
) -> Mapping[Path, tuple[str, str]]:
    """Return the person and wave of each unread document that is called after somebody, and may be their interview.

    Parameters
    ----------
    entries : iterable of FolderEntry
        None of them read.
    names : StudyNames
        The persons and waves of the study.
    folder : Path
        Of the transcripts: what the folders in it are called may be the wave.

    Returns
    -------
    mapping of Path to (person, wave)

    Examples
    --------
    >>> names = StudyNames(("Anna", "Bert Smit"), ("2010", "2020"), {("Anna", "2010"), ("Bert Smit", "2010")})
    >>> files = ("Willem 2010.doc", "Anna 2020 def.doc", "2010/Els de Boer.pages", "Bert 2010.doc", "Lijst 2010.doc")
    >>> for file, whose in find_unread_persons([FolderEntry(Path(file)) for file in files], names, Path()).items():
    ...     print(file.name, *whose)
    Willem 2010.doc Willem 2010
    Anna 2020 def.doc Anna 2020
    Els de Boer.pages Els de Boer 2010
    """
    are_names = any(map(_is_name, names.persons))
    first_names = {person.casefold().split()[0] for person in names.persons if person.split()}
    found = dict[Path, tuple[str, str]]()
    for entry in filter(_is_document, entries):
        said = propose_by_name(entry.path, folder)
        person, wave = said.person, names.wave_of(said.wave)
        is_new = are_names and _is_name(person) and person.casefold().split()[0] not in first_names
        is_missed = person in names.persons and (person, wave) not in names.read
        if wave in names.waves and (is_missed or (is_new and not (names.alike([person]) - {person}))):
            found[entry.path] = (person, wave)
    return found


def _is_document(entry: FolderEntry) -> bool:
    """Return whether an entry is a document by its ending, or what is left in the place of one, and no form."""
    path = entry.path
    if is_of_papers(path.stem) or is_beside_talk(path.stem) or entry.is_own or entry.is_folder or entry.is_looked_into:
        return False
    is_gone = entry.fault is not None and can_be_transcript(path) and path.suffix.lower() not in TABLES
    return is_gone or path.suffix.lower() in WRITTEN


def _is_name(person: str) -> bool:
    """Return whether this is a listed first name, and no more behind it than listed surnames: no 'Sofia congres'."""
    first, *others = person.split() or [""]
    if not is_listed_first_name(first) or _MONTH.fullmatch(first):
        return False
    return all(len(word) <= _LINK or (word[0].isupper() and is_listed_surname(word)) for word in others)
