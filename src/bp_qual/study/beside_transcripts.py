"""Interviews that lie in a study's folder but not in its folder of transcripts, so that nobody reads them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bp_qual.display import first_few, show_name
from bp_qual.errors import TranscriptError
from bp_qual.files import read_bytes
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import ENDINGS, read_data
from bp_qual.study.companions import list_companions, normal
from bp_qual.study.folder_entries import FolderEntry, list_entries
from bp_qual.study.interviews import Interview
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.named_in_passing import holds_name, named_in_passing
from bp_qual.study.named_together import StudyNames
from bp_qual.study.study_folder import Study
from bp_qual.study.unread_entries import (
    Unread,
    UnreadInterview,
    find_unread,
    is_described,
    is_recording,
    may_be_document,
)
from bp_qual.study.unread_notes import note_unread, note_unseen
from bp_qual.study.waves_told import waves_told
from bp_qual.transcripts import speakers
from bp_qual.transcripts.moments import find_date
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

_MOST_LOOKED_INTO = 20
_FEWEST_TURNS = 4
_CALLED_SO = lazy_pattern(
    r"interview(?!er|guide|leidraad|vragen|schema|schedule|protocol)|gesprek|transcript|uitgewerkt", re.I
)
_ID = lazy_pattern(r"(?<![^\W_])[A-Za-z]{1,3}[ _-]?\d{1,4}(?![^\W_])")
_TABLES = (".csv", ".tsv", ".xlsx", ".ods", ".json", ".xml", ".html", ".htm")  # often something else


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside the transcripts: interviews that are missed, notes on the rest, and whose it may hold.

    `held` are the persons and waves (empty: unknown) that names in the notes say in passing.

    >>> Beside(held=(("P01", "2020"),)).held
    (('P01', '2020'),)
    """

    missed: tuple[UnreadInterview, ...] = ()
    notes: tuple[Remark, ...] = ()
    held: tuple[tuple[str, str], ...] = ()


def find_beside(study: Study, interviews: Sequence[Interview], known: Collection[Path], pattern: NamePattern) -> Beside:
    """Return what lies outside the folder of transcripts and is not read: what looks like an interview first.

    Parameters
    ----------
    study : Study
        Its folders and waves.
    interviews : sequence of Interview
        Those that are read: a document called after one of their persons is an interview.
    known : collection of Path
        The files that are read, or that tell about the others.
    pattern : NamePattern
        How a name says person and wave.

    Returns
    -------
    Beside
        Missed and held are interviews of persons of the study only, and not what is read of the same person and wave.

    Examples
    --------
    >>> find_beside(Study(Path(".")), (), (), NamePattern.parse("{person}_{wave}"))
    Beside(missed=(), notes=(), held=())
    """
    place = study.transcripts or study.folder
    if place == study.folder:
        return Beside()
    entries = list_entries(study.folder)
    known = {*known, *map(normal, list_companions(entries, study))}
    filled = {parent for entry in entries for parent in entry.path.parents} | {*place.parents, place}
    outside = [
        entry
        for entry in entries
        if not (entry.is_own or (entry.is_looked_into and entry.path in filled))
        and not normal(entry.path).is_relative_to(normal(place))
        and normal(entry.path) not in known
    ]
    waves, years = [wave.id for wave in study.waves], waves_told(study.waves, interviews)
    names = StudyNames.of(interviews, waves, years)
    persons = names.persons
    unread = find_unread(outside, interviews, pattern=pattern, waves=waves, years=years)
    missed = _of_the_study(unread, persons)
    told = {interview.problem.where for interview in missed}
    beside = [entry for entry in outside if not entry.is_looked_into and show_name(entry.path) not in told]
    beside = [entry for entry in beside if entry.path not in unread.unseen]
    named = [entry.path for entry in beside if _is_called_so(entry, persons, pattern)]
    unsaid = [entry.path for entry in beside if entry.path not in named and not entry.fault]
    named += _holding_talk(unsaid)
    files = first_few([show_name(path.relative_to(study.folder)) for path in sorted(named)])
    notes = (Remark("beside the transcripts", values={"files": files}),) if named else ()
    left = [entry for entry in beside if entry.path not in named and not is_described(entry)]
    unsaid = [path for path in named if path not in {entry.path for entry in unread.recordings}]
    passing = named_in_passing([path.relative_to(study.folder) for path in unsaid], names, pattern)
    held = tuple(sorted({*passing, *unread.held}))
    transcribed = {interview.file.stem for interview in interviews} | {entry.path.stem for entry in unread.recordings}
    return Beside(missed, (*notes, *note_unseen(unread, study.folder), *note_unread(left, study, transcribed)), held)


def _of_the_study(unread: Unread, persons: Collection[str]) -> tuple[UnreadInterview, ...]:
    """Return the entries that are, or may hold, an interview of a person of the study of which nothing is read."""
    whose = ((one, ((one.person, one.wave), *one.others)) for one in unread.interviews)
    ours = ((interview, [one for one in all_of_it if one[0] in persons]) for interview, all_of_it in whose)
    return tuple(replace(one, person=own[0][0], wave=own[0][1], others=tuple(own[1:])) for one, own in ours if own)


def _is_called_so(entry: FolderEntry, persons: Collection[str], pattern: NamePattern) -> bool:
    """Return whether a document or recording is called as interviews are."""
    path = entry.path
    if entry.is_folder or not (path.suffix.lower() in ENDINGS or may_be_document(path) or is_recording(path)):
        return False
    if pattern.match(path.stem):
        return True
    if path.suffix.lower() in _TABLES:
        return False
    name = path.stem.replace("_", " ")
    says = find_wave(name) or find_date(name) or _ID.search(name) or _CALLED_SO.search(name)
    return bool(says) or any(holds_name(name, person) for person in persons)


def _holding_talk(files: Iterable[Path]) -> Iterator[Path]:
    """Yield the documents in which several people take turns, as far as not too many have to be looked into."""
    documents = [path for path in files if path.suffix.lower() in ENDINGS and path.suffix.lower() not in _TABLES]
    for path in documents[:_MOST_LOOKED_INTO]:
        try:
            talk = speakers.find_stretches(read_data(read_bytes(path, noted=False), where=show_name(path)))
        except TranscriptError:
            continue
        if talk.style not in ("none", "") and len(talk.stretches) >= _FEWEST_TURNS:
            yield path
