"""Where in a study no result may lie: under the name of an interview, among the codings by hand, or as a sample."""

from __future__ import annotations

from pathlib import Path

from bp_qual.coding.by_hand.log import FOLDER as CODINGS
from bp_qual.errors import StudyError
from bp_qual.files.guard import note_interviews
from bp_qual.files.own_marks import is_own_file
from bp_qual.study.companions import normal
from bp_qual.study.interview_files import can_be_transcript
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.sample_units import FOLDER as SAMPLES
from bp_qual.study.study_file import StudyFile, read_study_file
from bp_qual.study.unread_entries import looks_like_person

_FILES = ("study.yaml", "interviews.csv")  # where one of these lies is a study


def note_places(folder: Path, interviews: Path, pattern: NamePattern) -> None:
    """Tell the guard of all writers where the interviews and the codings of a study lie.

    Parameters
    ----------
    folder : Path
        Of the study.
    interviews : Path
        The folder of its transcripts.
    pattern : NamePattern
        How the name of a file there says person and wave.

    Examples
    --------
    >>> note_places(Path("study"), Path("study"), NamePattern.parse("{person}_{wave}"))
    """

    def called_so(name: str, is_folder: bool) -> bool:
        said = pattern.match(name)
        return said is not None and (not is_folder or looks_like_person(said[0]) or _begins(said[0]))

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
    try:
        pattern = NamePattern.parse(said.filename, [wave.id for wave in said.waves])
        if home is not None:
            note_places(home, normal(home / said.transcripts), pattern)
        elif folder.is_dir() and any(_is_interview(path, pattern) for path in folder.iterdir()):
            note_places(folder, folder, pattern)
    except (StudyError, OSError):  # whoever reads that study says so
        return


def _is_interview(path: Path, pattern: NamePattern) -> bool:
    said = pattern.match(path.stem) if can_be_transcript(path) else None
    return said is not None and looks_like_person(said[0]) and not is_own_file(path)
