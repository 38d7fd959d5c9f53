"""Gather what the files of a study say: study.yaml, interviews.csv, persons.csv, and the names of the transcripts.

Each may be absent as long as the rest says who was interviewed when. No transcript is read here; `corpus_reading` does.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StudyError
from bp_qual.files import note_read
from bp_qual.files.csv_tables import CsvTable, read_csv_table
from bp_qual.study.interview_files import interviews_from_hints, transcript_files
from bp_qual.study.interviews import (
    Interview,
    Wave,
    interviews_from_csv,
    interviews_from_names,
    is_date,
    look_alike_persons,
    name_interviews,
    name_pattern,
    undeclared_doubles,
)
from bp_qual.study.proposed_files import guesses_left, keys_left
from bp_qual.study.study_file import StudyFile, read_study_file
from bp_qual.study.study_folder import Study
from bp_qual.transcripts.wave_order import order_waves


def read_study(path: Path | str) -> Study:
    """Return the study in a folder: who was interviewed when, in which file, and how to read it.

    The folder may hold ``study.yaml``, or only ``interviews.csv``, or only files whose names say person and wave
    (``P01_2010.docx``).

    Raises
    ------
    StudyError
        With every problem of the study's files at once.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "P01_2010.txt").write_text("R: Ja.", encoding="utf-8")
    ...     read_study(folder).interviews[0].id
    'P01_2010'
    """
    study, problems = gather_study(path)
    if problems:
        count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
        raise StudyError(problems, f"{count} in the study's files. Nothing was read further.")
    return study


def gather_study(path: Path | str) -> tuple[Study, tuple[Problem, ...]]:
    """Return a study as far as its files can be understood, and every problem in them.

    Examples
    --------
    >>> print(gather_study("no/such/folder")[1][0])
    no/such/folder  is not there. Give the folder of a study, or make one with: bp-qual init no/such/folder
    """
    path = Path(path)
    folder = path.parent if path.is_file() else path
    if not folder.is_dir():
        where = show_name(path)
        remedy = f"Give the folder of a study, or make one with: bp-qual init {where}"
        return Study(folder), (Problem(where, "is not there.", remedy),)
    if path.is_file() and path.suffix.lower() not in (".yaml", ".yml"):
        return Study(folder), (Problem(show_name(path), "is no study.", "Give its folder, or its study.yaml."),)
    note_read(folder / "persons.csv")  # a table of results that lay there would be read as one of the study next time
    file = path if path.is_file() else folder / "study.yaml"
    said, wrong = read_study_file(file) if file.is_file() else (StudyFile(), ())
    problems = list(wrong)
    study = Study(
        folder,
        name=said.study or folder.resolve().name,
        language=said.language,
        waves=said.waves,
        transcripts=_normal(folder / said.transcripts),
        codebook=_normal(folder / said.codebook) if said.codebook else None,
        speakers=said.speakers,
        labels=said.labels,
        encoding=said.encoding,
        columns=said.columns,
        model=said.model,
        asked=said.asked,
        plan=said.plan,
        floor=said.floor,
        inputs=(file,) if file.is_file() else (),
    )
    study = _add_interviews(study, said, problems)
    study = _add_persons(study, said, problems)
    return study, tuple(problems)


def _add_interviews(study: Study, said: StudyFile, problems: list[Problem]) -> Study:
    """Return the study with its interviews and waves: interviews.csv first, file names where it is silent."""
    place = study.transcripts or study.folder
    if not place.is_dir():
        problems.append(Problem(show_name(place), "the folder of transcripts is not there.", "Mend it in study.yaml."))
        return study
    folders = (study.folder, place)
    table = _read_named(study.folder, said.interviews, "interviews.csv", ("file", "person", "wave"), problems)
    listed: tuple[Interview, ...] = ()
    if table is not None:
        listed, wrong = interviews_from_csv(table, folders, study.waves)
        problems += wrong
    try:
        pattern = name_pattern(said.filename, study.waves)
    except StudyError as error:
        problems += error.problems
        return study
    taken = {interview.file.resolve() for interview in listed}
    named_in_csv = {Path(row["file"]).name for _, row in table.rows} if table is not None else set()
    others = [f for f in transcript_files(folders[1]) if f.resolve() not in taken and f.name not in named_in_csv]
    told, silent = interviews_from_names(others, pattern)
    hinted, silent = interviews_from_hints(silent, study)
    interviews = name_interviews([*listed, *told, *hinted])
    problems += undeclared_doubles(interviews)
    if not interviews and not problems:
        remedy = "Name the files like P01_2010.docx, or list them in interviews.csv (file, person, wave)."
        problems.append(Problem(show_name(study.folder), "holds no interview whose person and wave are known.", remedy))
    waves, notes_on_order = _ordered_waves(study, interviews, problems)
    inputs = (*study.inputs, table.path) if table is not None else study.inputs
    notes = (*study.notes, *_notes_on_interviews(interviews, waves, silent, study.folder), *notes_on_order)
    if table is not None:
        notes = (*notes, *filter(None, (table.note and f"{table.path.name}: {table.note}", guesses_left(table))))
    notes = (*notes, *filter(None, [keys_left(said.guessed)]))
    return replace(study, interviews=interviews, waves=waves, notes=notes, inputs=inputs)


def _ordered_waves(
    study: Study, interviews: Sequence[Interview], problems: list[Problem]
) -> tuple[tuple[Wave, ...], tuple[str, ...]]:
    """Return the waves, oldest first, with a note for what contradicts that; a problem where nothing orders them."""
    dates: dict[str, list[str]] = {wave.id: [*filter(is_date, (wave.start, wave.end))] for wave in study.waves}
    for interview in interviews:
        dates.setdefault(interview.wave, []).extend([interview.date] if interview.date else [])
    stated = [wave.id for wave in study.waves]
    order = order_waves(stated or {interview.wave for interview in interviews}, stated=stated, dates=dates)
    named = ", ".join(f'"{wave}"' for wave in order.waves)
    line = f"Write the order into study.yaml, oldest first: waves: [{named}]"
    if order.unknown and interviews:
        what = f"nothing says in which order the waves came: {', '.join(order.waves)}."
        problems.append(
            Problem(show_name(study.folder / "study.yaml"), what, f"{line}. Or give dates in interviews.csv.")
        )
    notes = [
        f"the waves are taken in the order {' < '.join(order.waves)}, but {contradiction}. "
        + ("Mend whichever is wrong." if stated else f"{line}, or mend the dates.")
        for contradiction in order.contradictions
    ]
    if order.known_from == "dates" and not notes:
        notes = [f"the order of the waves is that of their dates: {', '.join(order.waves)}. {line}, to be sure."]
    return study.waves or tuple(Wave(name) for name in order.waves), tuple(notes)


def _notes_on_interviews(
    interviews: Iterable[Interview], waves: tuple[Wave, ...], silent: Iterable[Path], folder: Path
) -> tuple[str, ...]:
    interviews = tuple(interviews)
    windows = {wave.id: wave for wave in waves}
    notes = [
        f"{relative_name(file, folder)} is left out: neither interviews.csv nor its name says person and wave."
        for file in silent
    ]
    notes += [
        f"{relative_name(i.file, folder)} is taken for {i.id}: {i.known_from}. List it in interviews.csv to be sure."
        for i in interviews
        if i.known_from != "the file name" and ".csv:" not in i.known_from
    ]
    notes += [
        f"{i.id} is dated {i.date}, outside the window of wave {i.wave} "
        f"({windows[i.wave].start or '...'} to {windows[i.wave].end or '...'})."
        for i in interviews
        if i.date and i.wave in windows and not windows[i.wave].holds(i.date)
    ]
    notes += look_alike_persons(person for i in interviews for person in i.persons)
    return tuple(notes)


def _add_persons(study: Study, said: StudyFile, problems: list[Problem]) -> Study:
    """Return the study with the attributes of persons.csv."""
    table = _read_named(study.folder, said.persons, "persons.csv", ("person",), problems)
    if table is None:
        return study
    interviewed = {person for interview in study.interviews for person in interview.persons}
    seen: set[tuple[str, str]] = set()
    for line, row in table.rows:
        key = (row["person"], row.get("wave", ""))
        if key in seen:
            problems.append(Problem(table.place(line), f"{' '.join(key).strip()} stands here twice.", "Keep one row."))
        seen.add(key)
    described = {person for person, _ in seen}
    notes = [f"{p} is in persons.csv but has no interview." for p in sorted(described - interviewed)]
    notes += [f"{p} has an interview but is not in persons.csv." for p in sorted(interviewed - described)]
    rows = tuple(row for _, row in table.rows)
    return replace(study, attributes=rows, notes=(*study.notes, *notes), inputs=(*study.inputs, table.path))


def _read_named(
    folder: Path, name: str, default: str, needed: tuple[str, ...], problems: list[Problem]
) -> CsvTable | None:
    """Return the CSV that study.yaml names, or the one of the usual name if it is there, or None."""
    file = folder / (name or default)
    if not name and not file.is_file():
        return None
    try:
        return read_csv_table(file, needed=needed)
    except BpQualError as error:
        problems += error.problems
        return None


def _normal(path: Path) -> Path:
    """Return a path without its detours, as a person would write it."""
    return Path(os.path.normpath(path))


def relative_name(file: Path, folder: Path) -> str:
    """Return a path for a message: relative to the study where it lies in it."""
    resolved, home = file.resolve(), folder.resolve()
    return show_name(resolved.relative_to(home) if resolved.is_relative_to(home) else file)
