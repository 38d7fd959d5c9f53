"""Where in a study no result may lie: under the name of an interview, among the codings by hand, or as a sample."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from bp_qual.coding.by_hand.coder_files import FOLDER as CODINGS
from bp_qual.errors import BpQualError
from bp_qual.files.as_written import find_written
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.files.guard import note_interviews, note_own
from bp_qual.files.own_marks import is_own_file
from bp_qual.study.companions import normal
from bp_qual.study.interview_files import can_be_transcript
from bp_qual.study.interviews import Interview, interviews_from_csv
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.named_files import InFolders
from bp_qual.study.named_together import StudyNames
from bp_qual.study.own_files import find_own_files
from bp_qual.study.sample_units import FOLDER as SAMPLES
from bp_qual.study.study_file import StudyFile, read_study_file
from bp_qual.study.unread_entries import looks_like_person

_FILES = ("study.yaml", "interviews.csv")  # where one of these lies is a study
_MOST_LOOKED_AT = 20_000  # files of a folder that may be no study


def note_places(folder: Path, interviews: Path, pattern: NamePattern, listed: Iterable[Interview] = ()) -> None:
    """Tell the guard of all writers where the interviews and the codings of a study lie.

    Parameters
    ----------
    folder : Path
        Of the study.
    interviews : Path
        The folder of its transcripts.
    pattern : NamePattern
        How the name of a file there says person and wave.
    listed : iterable of Interview
        Those of interviews.csv: a result called after one of their persons is named as an interview too.

    Examples
    --------
    >>> note_places(Path("study"), Path("study"), NamePattern.parse("{person}_{wave}"))
    """

    def called_so(name: str, is_folder: bool) -> bool:
        said = pattern.match(name if is_folder else Path(name).stem)
        if said is not None and (not is_folder or looks_like_person(said[0]) or _begins(said[0])):
            return True
        return bool(_names_there().missed(Path(name)))  # P02.csv

    def _names_there() -> StudyNames:
        below = (Path(here, name) for here, _, names in os.walk(interviews) for name in names)  # others may write there
        files = [path for path in islice(below, _MOST_LOOKED_AT) if can_be_transcript(path) and not is_own_file(path)]
        met = {
            *(said for path in files if (said := pattern.match(path.stem)) is not None),
            *((person, interview.wave) for interview in listed for person in interview.persons),
        }
        return StudyNames({person for person, _ in met}, sorted({wave for _, wave in met}), ())

    def _begins(person: str) -> bool:
        return any(path.name.startswith(person) and path.is_file() for path in interviews.iterdir())

    kept, samples = folder / CODINGS, folder / SAMPLES
    note_interviews(interviews, called_so, apart=interviews != folder, kept=kept, samples=samples)


def note_study_around(folder: Path) -> None:
    """Tell the guard of the study in which a file is to be written, also where the command reads no study.

    The study is the nearest folder with study.yaml or interviews.csv. Without one, a folder in which a file is named
    as an interview is taken for a study.

    >>> note_study_around(Path("no/such/folder"))
    """
    home = next(
        (place for place in (folder, *folder.parents) if any((place / name).is_file() for name in _FILES)), None
    )
    said = read_study_file(home / _FILES[0])[0] if home and (home / _FILES[0]).is_file() else StudyFile()
    if home is not None:
        note_own([*find_own_files(home, said)])
    try:
        pattern = NamePattern.parse(said.filename, [wave.id for wave in said.waves])
        if home is not None:
            note_places(home, normal(find_written(home, said.transcripts)), pattern, _listed(home, said))
        elif folder.is_dir() and any(_is_interview(path, pattern) for path in folder.iterdir()):
            note_own([*find_own_files(folder, said)])
            note_places(folder, folder, pattern)
    except (BpQualError, OSError):  # whoever reads that study says so
        return


def _listed(home: Path, said: StudyFile) -> tuple[Interview, ...]:
    """Return the interviews of interviews.csv, as far as it can be read."""
    file, place = find_written(home, said.interviews or _FILES[1]), normal(find_written(home, said.transcripts))
    if not file.is_file():
        return ()
    table = read_csv_table(file, needed=("file", "person", "wave"), warns=False)
    return interviews_from_csv(table, InFolders((home, place)), said.waves)[0]


def _is_interview(path: Path, pattern: NamePattern) -> bool:
    said = pattern.match(path.stem) if can_be_transcript(path) else None
    return said is not None and looks_like_person(said[0]) and not is_own_file(path)
