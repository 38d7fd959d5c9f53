"""Files among the interviews that no row or name says whose they are of, and whom their names speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem
from bp_qual.study.folder_entries import FolderEntry
from bp_qual.study.interviews import Interview
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.named_in_passing import named_in_passing
from bp_qual.study.named_together import StudyNames
from bp_qual.study.papers import is_of_papers
from bp_qual.study.study_folder import Study
from bp_qual.study.unread_entries import UnreadInterview, is_recording, may_be_document
from bp_qual.study.unread_kinds import MAY_SHOW_TALK
from bp_qual.study.waves_told import waves_told
from bp_qual.study.written_rows import RowForm


def find_passed_over(
    silent: Iterable[Path],
    others: Iterable[FolderEntry],
    interviews: Sequence[Interview],
    pattern: NamePattern,
    study: Study,
    form: RowForm,
) -> tuple[tuple[UnreadInterview, ...], tuple[Path, ...], set[tuple[str, str]]]:
    """Return which files that are left out are interviews of persons of the study, or may be.

    Parameters
    ----------
    silent : iterable of Path
        Those that can be read, and of which nothing says person and wave.
    others : iterable of FolderEntry
        Those of other kinds.
    interviews : sequence of Interview
        That are read.
    pattern : NamePattern
        How a name says person and wave.
    study : Study
        Its folders and waves.
    form : RowForm
        How a row of its interviews.csv is written.

    Returns
    -------
    tuple of UnreadInterview
        Those whose names say nothing but persons and waves: `P02 en P04 2020.txt`.
    tuple of Path
        The other silent ones.
    set of (str, str)
        The persons, and the waves or '', that the names of the rest speak of in passing; those of pictures with a wave.

    Examples
    --------
    >>> find_passed_over((), (), (), NamePattern.parse("{person}_{wave}"), Study(Path(".")), RowForm(Path(".")))
    ((), (), set())
    """
    names = StudyNames.of(interviews, (wave.id for wave in study.waves), waves_told(study.waves, interviews))
    missed, left = list[UnreadInterview](), list[Path]()
    for file in silent:
        if whose := names.missed(file):
            problem = _not_listed(file, whose, form)
            missed.append(UnreadInterview(*whose[0], problem, whose[1:]))
        else:
            left.append(file)
    may_be_talk = [e.path for e in others if not e.is_folder and (may_be_document(e.path) or is_recording(e.path))]
    pages = [e.path for e in others if e.path.suffix.lower() in MAY_SHOW_TALK and not is_of_papers(e.path.stem)]
    home = study.transcripts or study.folder
    inside = [path.relative_to(home) for path in (*left, *may_be_talk) if path.is_relative_to(home)]
    shown = [path.relative_to(home) for path in pages if path.is_relative_to(home)]
    of_pages = {(person, wave) for person, wave in named_in_passing(shown, names, pattern) if wave}
    return tuple(missed), tuple(left), named_in_passing(inside, names, pattern) | of_pages


def _not_listed(file: Path, whose: Sequence[tuple[str, str]], form: RowForm) -> Problem:
    """Return the problem that a file is no interview yet, with the rows to write where its wave is known."""
    persons = [person for person, _ in whose]
    if not all(wave for _, wave in whose):
        return Problem(show_name(file), "persons in a name", {"persons": persons})
    rows = [form.write(file, person, wave) for person, wave in whose]
    return Problem(show_name(file), "not listed", {"persons": persons, "columns": form.headings, "rows": rows})
