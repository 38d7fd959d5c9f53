"""Which files of a study's folder can be transcripts, and whose they are where only folder or first lines say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.study.folder_entries import list_entries, ordinary_files
from bp_qual.study.interviews import Interview
from bp_qual.study.papers import is_beside_talk, is_paper
from bp_qual.study.proposals import propose_interviews, relative_to
from bp_qual.study.study_folder import Study
from bp_qual.study.unread_kinds import RECORDINGS, WRITTEN
from bp_qual.transcripts.wave_words import find_wave, find_waves

MOST_SILENT = 500  # documents whose names and folders say no wave
TABLES = (".csv", ".tsv", ".xlsx", ".json", ".xml", ".html", ".htm")  # often something else than a transcript


def transcript_files(folder: Path) -> tuple[Path, ...]:
    """Return the files below a folder that can be transcripts, in order of name.

    Hidden files, files called README, and folders that hold the output of an earlier run are left out.

    Examples
    --------
    >>> transcript_files(Path("no/such/folder"))
    ()
    """
    return tuple(filter(can_be_transcript, ordinary_files(list_entries(folder))))


def can_be_transcript(file: Path) -> bool:
    """Return whether a file has the ending of a format that is read, and is no README.

    >>> [can_be_transcript(Path(name)) for name in ("P01.docx", "P01.jpg", "readme.txt")]
    [True, False, False]
    """
    from bp_qual.readers import ENDINGS

    return file.suffix.lower() in ENDINGS and not is_readme(file)


def unread_talk(folder: Path) -> dict[str, list[Path]]:
    """Return the files below a folder that no reader takes and that mostly hold talk, by what is to be done with them.

    >>> unread_talk(Path("no/such/folder"))
    {}
    """
    found: dict[str, list[Path]] = {}
    for file in ordinary_files(list_entries(folder)):
        ending = file.suffix.lower()
        kind = "old documents" if ending in WRITTEN else "recordings" if ending in RECORDINGS else ""
        found.setdefault(kind, []).append(file)
    return {kind: found[kind] for kind in ("old documents", "recordings") if kind in found}


def without_papers(files: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files that may be interviews, and those called after a form, a list of persons or the like.

    Where all are called so, nothing else can be the interviews: `vragenlijst P01 2010` with written answers.

    >>> [[file.name for file in own] for own in without_papers([Path("P01_2010.txt"), Path("topiclijst.txt")])]
    [['P01_2010.txt'], ['topiclijst.txt']]
    """
    papers = tuple(filter(is_paper, files))
    talks = tuple(file for file in files if file not in set(papers))
    return (talks, papers) if talks else (tuple(files), ())


def is_readme(file: Path) -> bool:
    """Return whether a file is there to tell about the others.

    >>> is_readme(Path("README.md"))
    True
    """
    return file.stem.casefold() in ("readme", "leesmij", "license", "licence", "licentie")


def interviews_from_hints(
    files: Sequence[Path], study: Study, waves: Collection[str] = (), among: Sequence[Path] = ()
) -> tuple[tuple[Interview, ...], tuple[Path, ...]]:
    """Return the interviews whose folder or first lines say person and wave, and the files where nothing does.

    Parameters
    ----------
    files : sequence of Path
        The files whose names alone do not say it.
    study : Study
        Its folders, its waves and the encoding of its files.
    waves : collection of str
        The waves that other files of the study say, where study.yaml names none.
    among : sequence of Path
        All files that can be interviews, where these are only some of them.

    Returns
    -------
    tuple of tuples
        The interviews, each with the clues it is known from, and the files left over.

    Raises
    ------
    StudyError
        When more than `MOST_SILENT` of them say no wave in name or folder: that is no study, and to look into each
        would take long.

    Examples
    --------
    >>> told, silent = interviews_from_hints([Path("Ronde 2010/P07.txt"), Path("notes.txt")], Study(Path(".")))
    >>> told[0].known_from, silent[0].name
    ("person from the file name; wave from the folder 'Ronde 2010'", 'notes.txt')
    """
    documents = [file for file in files if file.suffix.lower() not in TABLES]
    known = {wave.id for wave in study.waves}
    if (silent := count_silent(documents, study)) > MOST_SILENT:
        values = {"n": silent}
        raise StudyError(Problem(show_name(study.transcripts or study.folder), "too many silent files", values))
    home = study.transcripts or study.folder
    hints = propose_interviews(
        documents, folder=home, encoding=study.encoding, waves=known or waves, among=without_papers(among)[0]
    )
    found = [
        Interview(hint.file, {hint.person: ()}, hint.wave, hint.known_from, hint.date, clues=hint.clues)
        for hint in hints
        if re.fullmatch(r"[A-Za-z]+\d+[a-z]?", hint.person)
        and not is_beside_talk(hint.file.stem)
        and not is_paper(hint.file)
        and hint.wave
        and (not known or hint.wave in known)
        and len(find_waves(hint.file.stem, known or waves)) < 2  # of which one is the day on which it was copied
    ]
    taken = {interview.file for interview in found}
    return tuple(found), tuple(file for file in documents if file not in taken)


def count_silent(files: Sequence[Path], study: Study) -> int:
    """Return how many files say no wave in their names or folders, so that one must look into them.

    >>> count_silent([Path("2010/P01.txt"), Path("notes.txt")], Study(Path(".")))
    1
    """
    home, waves = study.transcripts or study.folder, {wave.id for wave in study.waves}
    return sum(not any(find_wave(part, waves) for part in relative_to(file, home).parts) for file in files)
