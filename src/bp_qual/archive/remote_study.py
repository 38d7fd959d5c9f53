"""What a folder elsewhere says about its interviews: study.yaml, interviews.csv, and the names of the files."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bp_qual.archive.remote import fetch, list_files, without_password
from bp_qual.codebook import Codebook
from bp_qual.codebook.loading import parse_codebook
from bp_qual.errors import BpQualError, CodebookError, Problem
from bp_qual.files.as_written import composed
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.files.decoding import decode_text
from bp_qual.study import Study
from bp_qual.study.gathering import order_study_waves
from bp_qual.study.interview_files import can_be_transcript
from bp_qual.study.interviews import (
    Interview,
    interviews_from_csv,
    interviews_from_names,
    name_interviews,
    undeclared_doubles,
)
from bp_qual.study.left_out_files import note_left_out
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.named_files import InList
from bp_qual.study.named_together import undeclared_couples
from bp_qual.study.notes_on_interviews import note_interviews_known
from bp_qual.study.study_file import StudyFile, read_study_file

_NEEDED = ("file", "person", "wave")


def gather_remote(
    url: str, *, with_codebook: bool = True
) -> tuple[Study, Mapping[Path, Mapping[str, Any]], Codebook | None, tuple[Problem, ...]]:
    """Return the study in a folder elsewhere, what is told of its files, its codebook, and every problem.

    Its interviews are known from interviews.csv, or from the names of the files; no file is looked into. The path of
    each is the one from the folder on.

    Parameters
    ----------
    url : str
        The folder.
    with_codebook : bool
        Whether the codebook that study.yaml names is read.

    Returns
    -------
    tuple of Study, mapping, Codebook and tuple of Problem

    Examples
    --------
    >>> import fsspec
    >>> fsspec.filesystem("memory").pipe_file("/far/P01_2010.txt", b"R: Ja.")
    >>> gather_remote("memory://far")[0].interviews[0].id
    'P01_2010'
    """
    try:
        listed = list_files(url)
    except BpQualError as error:
        return Study(Path()), {}, None, error.problems
    problems: list[Problem] = []
    said, wrong = StudyFile(), tuple[Problem, ...]()
    if "study.yaml" in listed and (data := _fetched(url, "study.yaml", problems)) is not None:
        said, wrong = read_study_file(Path("study.yaml"), data)
        problems += wrong
    study = Study(
        Path(), said.study, said.language, said.waves, speakers=said.speakers, labels=said.labels,
        encoding=said.encoding, columns=said.columns, model=said.model,
    )  # fmt: skip
    home = posixpath.normpath(said.transcripts)
    files = {name: Path(name) for name in listed if home == "." or name.startswith(f"{home}/")}
    interviews, silent = _interviews(url, said, study, files, listed, problems)
    if not interviews and not problems:
        problems.append(Problem(without_password(url), "no interviews known"))
    waves, notes = order_study_waves(study, interviews, problems)
    known = replace(study, interviews=interviews, waves=waves)
    left_out = note_left_out(silent, known, is_here=False)
    notes = (*left_out, *note_interviews_known(interviews, waves, Path()), *notes)
    book = _codebook(url, said, problems) if with_codebook and said.codebook else None
    stats = {Path(name): told for name, told in listed.items()}
    return replace(known, notes=notes), stats, book, tuple(problems)


def _interviews(
    url: str,
    said: StudyFile,
    study: Study,
    files: Mapping[str, Path],
    listed: Mapping[str, object],
    problems: list[Problem],
) -> tuple[tuple[Interview, ...], Sequence[Path]]:
    """Return the interviews, those of interviews.csv first, and the files of which nothing says whose they are."""
    table_name = said.interviews or "interviews.csv"
    told: tuple[Interview, ...] = ()
    if table_name in listed and (data := _fetched(url, table_name, problems)) is not None:
        try:
            table = read_csv_table(Path(table_name), needed=_NEEDED, data=data)
        except BpQualError as error:
            problems += error.problems
        else:
            rows = tuple((n, {key: composed(c) if key in _NEEDED else c for key, c in row.items()})
                         for n, row in table.rows)  # fmt: skip
            below = {
                name.removeprefix(f"{posixpath.normpath(said.transcripts)}/"): path for name, path in files.items()
            }
            told, wrong = interviews_from_csv(
                replace(table, rows=rows),
                InList({composed(name): path for name, path in {**below, **files}.items()}),
                study.waves,
            )
            problems += wrong
    taken = {interview.file for interview in told} | {
        Path(name) for name in ("study.yaml", table_name, said.persons or "persons.csv", said.codebook) if name
    }
    if not said.filename:  # told with its line
        return told, ()
    left = [path for path in files.values() if path not in taken and _is_shown(path) and can_be_transcript(path)]
    try:
        pattern = NamePattern.parse(said.filename, [wave.id for wave in study.waves])
        named, silent = interviews_from_names(left, pattern)
    except BpQualError as error:
        problems += error.problems
        return told, ()
    interviews = name_interviews([*told, *named])
    problems += (*undeclared_doubles(interviews), *undeclared_couples(interviews))
    return interviews, silent


def _is_shown(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def _fetched(url: str, name: str, problems: list[Problem]) -> bytes | None:
    try:
        return fetch(url, name)
    except BpQualError as error:
        problems += error.problems
        return None


def _codebook(url: str, said: StudyFile, problems: list[Problem]) -> Codebook | None:
    """Return the codebook that a study elsewhere names; its word lists would have to lie on this computer."""
    data = _fetched(url, posixpath.normpath(said.codebook), problems)
    if data is None:
        return None
    try:
        return parse_codebook(decode_text(data, where=said.codebook).text, said.codebook)
    except CodebookError as error:
        problems += error.problems
    return None
