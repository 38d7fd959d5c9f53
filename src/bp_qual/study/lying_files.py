"""What lies in the folder of transcripts: interviews known from the names of their files, and files that say nothing.

Nothing is read here but the first lines of files whose names say nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from bp_qual.files.as_written import find_written
from bp_qual.study.companions import list_companions, normal
from bp_qual.study.folder_entries import FolderEntry, list_entries, ordinary_files
from bp_qual.study.interview_files import can_be_transcript, interviews_from_hints, without_papers
from bp_qual.study.interviews import Interview, interviews_from_names
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.places import note_places
from bp_qual.study.proposal import known_from
from bp_qual.study.round_folders import find_round_folders
from bp_qual.study.study_file import DEFAULT_PATTERN, StudyFile
from bp_qual.study.study_folder import Study
from bp_qual.study.written_dates import is_date
from bp_qual.wording import Remark


class LyingFiles(NamedTuple):
    """What lies in the folder of transcripts beside what interviews.csv names, and what its names say.

    `told` are interviews known from the names of their files, `hinted` those guessed at, `silent` the other files.
    """

    pattern: NamePattern
    entries: tuple[FolderEntry, ...]
    companions: Collection[Path]
    named_in_csv: Sequence[Path | None]
    told: Sequence[Interview]
    hinted: Sequence[Interview]
    silent: Sequence[Path]


def look_in_folder(
    study: Study,
    filename: str,
    place: Path,
    listed: Sequence[Interview],
    named_in_csv: Sequence[Path | None],
) -> LyingFiles:
    """Return what lies in the folder of transcripts beside the interviews that are listed.

    Parameters
    ----------
    study : Study
        The study so far.
    filename : str
        The pattern of names of files that study.yaml states, if any.
    place : Path
        The folder.
    listed : sequence of Interview
        Those of interviews.csv.
    named_in_csv : sequence of Path or None
        The file of each row of interviews.csv, where there is one.

    Returns
    -------
    LyingFiles

    Raises
    ------
    StudyError
        Where the pattern, a name or the folder is not as it should be.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "P01_2010.txt").write_text("R: Ja.", encoding="utf-8")
    ...     lying = look_in_folder(Study(Path(folder)), "{person}_{wave}", Path(folder), (), ())
    >>> [(interview.file.name, interview.wave) for interview in lying.told]
    [('P01_2010.txt', '2010')]
    """
    pattern = NamePattern.parse(filename, [wave.id for wave in study.waves])
    note_places(study.folder, place, pattern)
    entries = list_entries(place)
    companions = list_companions(entries, study)
    taken = {path.resolve() for path in (*companions, *(interview.file for interview in listed))}
    taken |= {file.resolve() for file in named_in_csv if file is not None}
    others = [file for file in filter(can_be_transcript, ordinary_files(entries)) if file.resolve() not in taken]
    told, silent = interviews_from_names(others, pattern)
    of_rounds: tuple[Interview, ...] = ()
    if filename == DEFAULT_PATTERN and not listed:
        told, of_rounds = _in_round_folders(told, without_papers(others)[0], study)
    waves = {interview.wave for interview in (*listed, *told, *of_rounds)}
    hinted, silent = interviews_from_hints(silent, study, waves, others)
    return LyingFiles(pattern, entries, companions, named_in_csv, told, (*of_rounds, *hinted), silent)


def _in_round_folders(
    told: Sequence[Interview], files: Sequence[Path], study: Study
) -> tuple[tuple[Interview, ...], tuple[Interview, ...]]:
    """Return the interviews whose names say their wave, and those of which the folder does: a year is then the date."""
    rounds = find_round_folders(files, study.transcripts or study.folder)
    stated = {wave.id for wave in study.waves}
    if stated and not {found.wave for found in rounds.values()} <= stated:
        rounds = {}
    moved = [
        replace(
            interview,
            wave=rounds[interview.file].wave,
            date=interview.wave if is_date(interview.wave) else "",
            clues=(known_from(["person"], Remark("file name")), known_from(["wave"], rounds[interview.file].source)),
        )
        for interview in told
        if interview.file in rounds
    ]
    moved = [replace(i, known_from="; ".join(clue.say("en") for clue in i.clues)) for i in moved]
    return tuple(i for i in told if i.file not in rounds), tuple(moved)


def known_files(study: Study, said: StudyFile, interviews: Iterable[Interview], lying: LyingFiles) -> set[Path]:
    """Return the files that the study uses or names, whether they can be read or not.

    Parameters
    ----------
    study : Study
        The study so far.
    said : StudyFile
        What study.yaml says.
    interviews : iterable of Interview
        All of the study.
    lying : LyingFiles
        What lies in the folder of transcripts.

    Returns
    -------
    set of Path
        As they are compared.

    Examples
    --------
    >>> from bp_qual.study.name_patterns import NamePattern
    >>> lying = LyingFiles(NamePattern.parse("{person}_{wave}", []), (), (), (), (), (), (Path("notes.txt"),))
    >>> sorted(path.name for path in known_files(Study(Path("s")), StudyFile(), (), lying))
    ['interviews.csv', 'notes.txt', 'persons.csv']
    """
    files = (
        *lying.companions,
        *study.inputs,
        *lying.named_in_csv,
        *lying.silent,
        *(path for interview in interviews for path in (interview.file, interview.audio)),
        find_written(study.folder, said.interviews or "interviews.csv"),
        find_written(study.folder, said.persons or "persons.csv"),
        study.codebook,
    )
    return {normal(path) for path in files if path is not None}
