"""Gather what the files of a study say: study.yaml, interviews.csv, persons.csv, and the names of the transcripts.

Each may be absent as long as the rest says who was interviewed when. No transcript is read here; `corpus_reading` does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.coding.by_hand.coder_files import FOLDER as CODINGS
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StudyError
from bp_qual.files import note_read
from bp_qual.files.as_written import composed, find_written
from bp_qual.files.csv_tables import CsvTable, read_csv_table
from bp_qual.files.own_marks import is_own_file
from bp_qual.files.unfinished import list_unfinished
from bp_qual.study.also_named import note_also_named
from bp_qual.study.beside_transcripts import find_beside
from bp_qual.study.companions import normal
from bp_qual.study.date_doubts import doubt_dates
from bp_qual.study.empty_waves import note_empty_waves
from bp_qual.study.fence import Fence
from bp_qual.study.interview_files import MOST_SILENT, count_silent, interviews_from_hints
from bp_qual.study.interviews import (
    Interview,
    Wave,
    interviews_from_csv,
    name_interviews,
    note_recordings,
    tell_doubles,
    undeclared_doubles,
)
from bp_qual.study.joined_by_guess import note_joined_by_guess
from bp_qual.study.left_out_files import note_left_out
from bp_qual.study.lying_files import LyingFiles, known_files, look_in_folder
from bp_qual.study.met_apart import note_look_alikes
from bp_qual.study.named_files import InFolders
from bp_qual.study.named_otherwise import files_named_otherwise, note_named_otherwise
from bp_qual.study.named_together import StudyNames, undeclared_couples
from bp_qual.study.notes_on_interviews import note_interviews_known
from bp_qual.study.passed_over import find_passed_over
from bp_qual.study.proposed_files import guesses_left, keys_left
from bp_qual.study.reading_hands import note_strays
from bp_qual.study.strange_waves import find_strange_waves
from bp_qual.study.study_file import StudyFile, read_study_file
from bp_qual.study.study_folder import Study
from bp_qual.study.unread_entries import (
    Unread,
    find_unread,
    is_written_as,
    may_be_document,
)
from bp_qual.study.unread_kinds import WORKBOOKS
from bp_qual.study.unread_notes import note_results, note_unread, note_unseen
from bp_qual.study.unread_persons import find_unread_persons
from bp_qual.study.waves_of_two_sorts import note_two_sorts, of_sorts, sorts_of_waves
from bp_qual.study.waves_told import waves_told
from bp_qual.study.written_dates import is_date, note_unclear_dates
from bp_qual.study.written_rows import RowForm, find_row_form
from bp_qual.transcripts.wave_order import order_waves
from bp_qual.wording import Remark

_IDS = ("person", "wave")  # columns that have to be the same in tables and names of files


def read_study(path: Path | str, *, allow_outside: bool = False) -> Study:
    """Return the study in a folder: who was interviewed when, in which file, and how to read it.

    The folder may hold ``study.yaml``, or only ``interviews.csv``, or only files whose names say person and wave
    (``P01_2010.docx``). Interviews that lie there and cannot be read are in `unread`.

    Parameters
    ----------
    path : Path or str
        The folder, or its study.yaml.
    allow_outside : bool
        Read files that the study names or links to outside its own folder.

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
    study, problems = gather_study(path, allow_outside=allow_outside)
    if problems:
        raise StudyError(problems, Remark("problems in study", values={"n": len(problems)}))
    return study


def gather_study(
    path: Path | str, *, allow_outside: bool = False, needs_codebook: bool = True
) -> tuple[Study, tuple[Problem, ...]]:
    """Return a study as far as its files can be understood, and every problem in them.

    Parameters
    ----------
    path, allow_outside
        As in `read_study`.
    needs_codebook : bool
        Whether a codebook that may not be read is a problem; else a note tells of it.

    Returns
    -------
    Study, tuple of Problem

    Examples
    --------
    >>> print(gather_study("no/such/folder")[1][0])
    no/such/folder  is not there. Give the folder of a study, or make one with: bp-qual init no/such/folder
    """
    path = Path(path)
    folder = path.parent if path.is_file() else path
    if not folder.is_dir():
        return Study(folder), (Problem(show_name(path), "no study there", {"folder": show_name(path)}),)
    if path.is_file() and path.suffix.lower() not in (".yaml", ".yml"):
        return Study(folder), (Problem(show_name(path), "not a study"),)
    note_read(folder / "persons.csv")  # a table of results that lay there would be read as one of the study next time
    file = path if path.is_file() else folder / "study.yaml"
    fence = Fence(folder, allow_outside)
    problems: list[Problem] = []
    said = StudyFile()
    if file.is_file() and not _refused(fence.refuse(file), problems):
        said, wrong = read_study_file(file)
        problems += wrong
    codebook = normal(find_written(folder, said.codebook)) if said.codebook else None
    notes: tuple[Remark, ...] = ()
    if codebook is not None and (refusal := fence.refuse(codebook, shared=True)) is not None:
        problems += [refusal] if needs_codebook else []
        notes = () if needs_codebook else (Remark("codebook unread", values={"file": refusal.where, "n": 1}),)
        codebook = None
    study = Study(
        folder,
        name=said.study,
        language=said.language,
        waves=said.waves,
        transcripts=normal(find_written(folder, said.transcripts)),
        codebook=codebook,
        speakers=said.speakers,
        labels=said.labels,
        encoding=said.encoding,
        columns=said.columns,
        model=said.model,
        asked=said.asked,
        plan=said.plan,
        floor=said.floor,
        margin=said.margin,
        count=said.count,
        coders=said.coders,
        sample=said.sample,
        sample_coder=composed(said.sample_coder),
        different=said.different,
        inputs=(file,) if file.is_file() else (),
        allow_outside=fence.is_open,
    )
    study = _add_interviews(study, said, fence, problems)
    study = _add_persons(study, said, fence, problems)
    notes += (*note_look_alikes(study), *note_empty_waves(study), *fence.tell())
    return replace(study, notes=(*study.notes, *notes)), tuple(problems)


def _refused(problem: Problem | None, problems: list[Problem]) -> bool:
    """Note a problem, and return whether there is one."""
    problems += [problem] if problem else []
    return problem is not None


def _add_interviews(study: Study, said: StudyFile, fence: Fence, problems: list[Problem]) -> Study:
    """Return the study with its interviews and waves: interviews.csv first, file names where it is silent."""
    place = study.transcripts or study.folder
    if _refused(fence.refuse(place), problems):
        return study
    if not place.is_dir():
        problems.append(Problem(show_name(place), "no transcripts there"))
        return study
    named = InFolders((study.folder, place), outside=fence.is_open)
    table = _read_named(fence, said.interviews, "interviews.csv", ("file", "person", "wave"), problems)
    listed: tuple[Interview, ...] = ()
    if table is not None:
        listed, wrong = interviews_from_csv(table, named, study.waves)
        problems += wrong
    if not said.filename:  # told with its line
        return study
    try:
        rows = table.rows if table is not None else ()
        lying = look_in_folder(study, said.filename, place, listed, [named.find(row["file"]) for _, row in rows])
    except StudyError as error:
        problems += error.problems
        return study
    problems += [Problem(show_name(i.file), "own result") for i in listed if is_own_file(i.file)]
    interviews = name_interviews([*listed, *lying.told, *lying.hinted])
    if fence.is_open:
        used = [file for i in interviews for file in (i.file, i.audio) if file is not None]
        problems += filter(None, map(fence.refuse, used))
    problems += (*undeclared_doubles(interviews), *undeclared_couples(interviews))
    known = known_files(study, said, interviews, lying)
    unread = _find_unread(lying, interviews, known, study)
    inputs = (*study.inputs, table.path) if table is not None else study.inputs
    form = find_row_form(replace(study, inputs=inputs)) if lying.silent else RowForm(place)
    passed_over, silent, held = find_passed_over(lying.silent, unread.others, interviews, lying.pattern, study, form)
    if not interviews and not problems and not unread.interviews:
        problems.append(Problem(show_name(study.folder), "no interviews known"))
    waves, notes_on_order = order_study_waves(study, interviews, problems)
    beside = find_beside(study, interviews, known, lying.pattern)
    known_study = replace(study, interviews=interviews, inputs=inputs)
    left_out = note_left_out(silent, replace(known_study, waves=waves), form, is_new=not inputs)
    notes = (*study.notes, *left_out, *note_interviews_known(interviews, waves, study.folder), *notes_on_order)
    notes += (*tell_doubles(interviews, _guessed_files(table, listed, lying.hinted)),)
    otherwise = files_named_otherwise(interviews, study.folder)
    notes += (*doubt_dates(interviews, waves), *note_named_otherwise(known_study, otherwise))
    notes += (*note_also_named(known_study, otherwise["person"]), *note_joined_by_guess(interviews, study.folder))
    notes += (*_note_unread(unread, study, interviews), *note_recordings(interviews))
    notes += (*beside.notes, *_note_table(table), *keys_left(said.guessed), *_note_unfinished(study))
    missed = (*unread.interviews, *passed_over, *beside.missed)
    held_apart = tuple(sorted({*held, *unread.held, *beside.held}))
    return replace(known_study, unread=missed, beside=held_apart, waves=waves, notes=notes)


def _note_unread(unread: Unread, study: Study, interviews: Iterable[Interview]) -> tuple[Remark, ...]:
    """Return the notes on what lies in the folder and is not read."""
    told = (*note_results(unread.results, study.folder), *note_unseen(unread, study.folder))
    transcribed = {interview.file.stem for interview in interviews} | {entry.path.stem for entry in unread.recordings}
    return (*told, *note_unread((*unread.others, *unread.recordings), study, transcribed))


def _note_table(table: CsvTable | None) -> tuple[Remark, ...]:
    """Return the notes on interviews.csv itself."""
    return () if table is None else (*_note_bytes(table), *note_unclear_dates(table), *guesses_left(table))


def _note_bytes(table: CsvTable) -> tuple[Remark, ...]:
    """Return what may be other in a table than it was written."""
    return tuple(Remark("in file", values={"file": table.path.name, "note": note}) for note in table.notes)


def _note_unfinished(study: Study) -> tuple[Remark, ...]:
    """Return the notes on saving that was broken off, and on codings by hand that lie elsewhere."""
    names = list_unfinished(study.folder / CODINGS)
    unfinished = (Remark("saving broken off", values={"command": name}) for name in names)
    return (*unfinished, *note_strays(study.folder))


def _guessed_files(
    table: CsvTable | None, listed: Iterable[Interview], hinted: Iterable[Interview]
) -> Collection[Path]:
    """Return the files whose person or wave is a guess: of `init` in interviews.csv, or from names and first lines."""
    rows = table.rows if table is not None else ()
    guessed = {str(line) for line, row in rows if {"person", "wave"} & set(row.get("guessed", "").split())}
    return {i.file for i in listed if i.known_from.rpartition(":")[2] in guessed} | {i.file for i in hinted}


def _find_unread(lying: LyingFiles, interviews: Sequence[Interview], known: Collection[Path], study: Study) -> Unread:
    """Return what is not read in the folder of transcripts, less what belongs to the study or tells about it.

    A document that was saved as one of another kind is told of as that one, also where that still needs a row.
    """
    saved_anew = {file.with_suffix("") for file in lying.silent}
    left = [
        entry for entry in lying.entries if normal(entry.path) not in known and not is_written_as(entry, saved_anew)
    ]
    documents = [entry.path for entry in left if not entry.fault and may_be_document(entry.path)]
    hints = interviews_from_hints(documents, study)[0] if count_silent(documents, study) <= MOST_SILENT else ()
    hinted = {interview.file: (next(iter(interview.persons)), interview.wave) for interview in hints}
    waves, years = [wave.id for wave in study.waves], waves_told(study.waves, interviews)
    names = StudyNames.of(interviews, waves, years)
    hinted = {**find_unread_persons(left, names, study.transcripts or study.folder), **hinted}
    return find_unread(left, interviews, pattern=lying.pattern, waves=waves, hinted=hinted, years=years)


def order_study_waves(
    study: Study, interviews: Sequence[Interview], problems: list[Problem]
) -> tuple[tuple[Wave, ...], tuple[Remark, ...]]:
    """Return the waves, oldest first, with a note for what contradicts that; a problem where nothing orders them.

    Parameters
    ----------
    study : Study
        The waves that it states, if any.
    interviews : sequence of Interview
        With their dates.
    problems : list of Problem
        Is added to where nothing says which wave came first.

    Returns
    -------
    tuple of tuples
        The waves and the notes.

    Examples
    --------
    >>> order_study_waves(Study(Path("."), waves=(Wave("T1"), Wave("T2"))), (), [])[0][0].id
    'T1'
    """
    dates: dict[str, list[str]] = {wave.id: [*filter(is_date, (wave.start, wave.end))] for wave in study.waves}
    for interview in interviews:
        dates.setdefault(interview.wave, []).extend([interview.date] if interview.date else [])
    stated = [wave.id for wave in study.waves]
    order = order_waves(stated or {interview.wave for interview in interviews}, stated=stated, dates=dates)
    named = ", ".join(f'"{wave}"' for wave in order.waves)
    heard = [(person, interview.wave) for interview in interviews for person in interview.persons]
    if order.unknown and interviews:
        sorts = sorts_of_waves(order.waves, heard)
        values = of_sorts(sorts) if sorts else {"waves": order.waves, "named": named}
        problems.append(
            Problem(show_name(study.folder / "study.yaml"), "waves of sorts" if sorts else "order unknown", values)
        )
    kind, in_order = ("stated order contradicted" if stated else "order contradicted"), " < ".join(order.waves)
    notes = [
        Remark(kind, values={"waves": in_order, "against": against, "named": named}) for against in order.contradictions
    ]
    if order.known_from == "dates" and not notes:
        notes = [Remark("order from dates", values={"waves": ", ".join(order.waves), "named": named})]
    if order.by_short_years:
        notes.append(Remark("order from short years", values={"waves": in_order, "named": named}))
    if order.known_from in ("stated", "dates"):
        notes += note_two_sorts(order.waves, heard, study.different)
    return study.waves or tuple(Wave(name) for name in order.waves), tuple(notes)


def _add_persons(study: Study, said: StudyFile, fence: Fence, problems: list[Problem]) -> Study:
    """Return the study with the attributes of persons.csv."""
    table = _read_named(fence, said.persons, "persons.csv", ("person",), problems)
    if table is None:
        return study
    interviewed = {person for interview in study.interviews for person in interview.persons}
    seen: dict[tuple[str, str], int] = {}
    for line, row in table.rows:
        if not row["person"]:
            problems.append(
                Problem(table.place(line), "row without", {"columns": [Remark("no column", values={"name": "person"})]})
            )
            continue
        key = (row["person"], row.get("wave", ""))
        if (first := seen.setdefault(key, line)) != line:
            values = {"person": " ".join(key).strip(), "line": first}
            problems.append(Problem(table.place(line), "person twice", values))
    known = [wave.id for wave in study.waves]
    strange = find_strange_waves(seen, known)
    mistaken = [wave for wave, is_mistaken in strange.items() if is_mistaken and said.waves]
    problems += [
        Problem(table.place(line), "wave not in study", {"wave": wave, "waves": known})
        for (_, wave), line in seen.items()
        if wave in mistaken
    ]
    described = {person for person, _ in seen}
    unseen = {"person without interview": described - interviewed, "person not described": interviewed - described}
    notes = [Remark(kind, values={"person": person}) for kind, persons in unseen.items() for person in sorted(persons)]
    if others := [wave for wave in strange if wave not in mistaken]:
        n = sum(wave in others for _, wave in seen)
        notes.append(Remark("person in no wave", values={"n": n, "others": others, "waves": known}))
    rows = tuple(row for _, row in table.rows)
    return replace(
        study, attributes=rows, notes=(*study.notes, *_note_bytes(table), *notes), inputs=(*study.inputs, table.path)
    )


def _read_named(
    fence: Fence, name: str, default: str, needed: tuple[str, ...], problems: list[Problem]
) -> CsvTable | None:
    """Return the CSV that study.yaml names, or the one of the usual name if it is there, or None."""
    file = find_written(fence.folder, name or default)
    if (not name and not file.is_file() and not file.is_symlink()) or _refused(fence.refuse(file), problems):
        return None
    if file.suffix.lower() in WORKBOOKS:
        problems.append(Problem(show_name(file), "table is workbook", {"table": default}))
        return None
    try:
        table = read_csv_table(file, needed=needed, warns=False)
        rows = (
            (line, {key: composed(cell) if key in _IDS else cell for key, cell in row.items()})
            for line, row in table.rows
        )
        return replace(table, rows=tuple(rows))
    except BpQualError as error:
        problems += error.problems
        return None


def codebook_of(study: Study | Path | str) -> Codebook:
    """Return the codebook that a study names.

    >>> codebook_of(Study(Path("no/such/folder")))
    Traceback (most recent call last):
    ValueError: the study has no codebook: name one in study.yaml (codebook: FILE), or give codebook=
    """
    study = study if isinstance(study, Study) else read_study(study)
    if study.codebook is None:
        raise ValueError("the study has no codebook: name one in study.yaml (codebook: FILE), or give codebook=")
    return read_codebook(study.codebook)
