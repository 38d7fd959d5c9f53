"""A study: a folder with interviews, and what the researcher says about them.

`read_study` brings together ``study.yaml``, ``interviews.csv``, ``persons.csv`` and the files that are there; each may
be absent as long as the rest says who was interviewed when. It reads no transcript; `read_corpus` does.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.display import did_you_mean, show_name
from bp_qual.errors import BpQualError, CodebookError, Problem, StudyError, TranscriptError
from bp_qual.files import note_read
from bp_qual.files.csv_tables import CsvTable, read_csv_table
from bp_qual.files.yaml_text import Text
from bp_qual.matching.languages import count_telltale_words, find_language, guess_language
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
from bp_qual.study.proposals import propose_interviews
from bp_qual.study.proposed_files import guesses_left
from bp_qual.study.study_file import DEFAULT_FLOOR, StudyFile, read_study_file
from bp_qual.transcripts import Corpus, Transcript, read_transcript, sort_key
from bp_qual.transcripts.wave_order import order_waves
from bp_qual.wording.language_gaps import describe_gaps

if TYPE_CHECKING:
    import pandas as pd


_TABLES = (".csv", ".tsv", ".xlsx", ".json", ".xml", ".html", ".htm")  # often something else than a transcript


@dataclass(frozen=True, slots=True)
class Study:
    """A study as its files describe it; nothing in it has been read but these descriptions.

    Examples
    --------
    >>> study = Study(Path("."), name="My study", waves=(Wave("2010"), Wave("2020")))
    >>> [wave.id for wave in study.waves]
    ['2010', '2020']
    """

    folder: Path
    name: str = ""
    language: str = ""
    waves: tuple[Wave, ...] = ()
    interviews: tuple[Interview, ...] = ()
    attributes: tuple[Mapping[str, str], ...] = ()
    transcripts: Path | None = None
    codebook: Path | None = None
    speakers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: str = ""
    encoding: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    model: str = ""
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plan: tuple[str, ...] = ()
    floor: int = DEFAULT_FLOOR
    notes: tuple[str, ...] = ()
    inputs: tuple[Path, ...] = ()

    @property
    def persons(self) -> pd.DataFrame:
        """The attributes of the persons, one row a person (or a person and wave), as in persons.csv."""
        import pandas as pd

        return pd.DataFrame([dict(row) for row in self.attributes], dtype=str).fillna("")

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that the study is read from."""
        transcripts = tuple(interview.file for interview in self.interviews)
        return (*self.inputs, *transcripts, *((self.codebook,) if self.codebook else ()))

    def __repr__(self) -> str:
        persons = {person for interview in self.interviews for person in interview.persons}
        waves = ", ".join(wave.id for wave in self.waves)
        return f"Study {self.name!r}: {len(persons)} persons, {len(self.interviews)} interviews, waves {waves}"


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


def read_corpus(study: Study | Path | str, *, skip_unreadable: bool = False) -> Corpus:
    r"""Return all interviews of a study as a corpus.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one.
    skip_unreadable : bool
        Go on without the files that cannot be read; the corpus names them.

    Raises
    ------
    StudyError
        When the study's files do not fit together.
    TranscriptError
        With every file that cannot be read, unless `skip_unreadable`.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "P01_2010.txt").write_text("I: Hoe gaat het?\nR: Goed hoor.", encoding="utf-8")
    ...     corpus = read_corpus(folder)
    >>> corpus.persons
    ('P01',)
    """
    if not isinstance(study, Study):
        study = read_study(study)
    corpus, problems = gather_corpus(study)
    if problems and not (skip_unreadable and corpus.transcripts):
        more = "" if skip_unreadable else " Mend them, or go on without them (--skip-unreadable)."
        raise TranscriptError(problems, f"{len(problems)} of {len(study.interviews)} files cannot be read.{more}")
    return replace(corpus, unread=tuple(str(problem) for problem in problems))


def read_inputs(
    path: Path | str, *, codebook: Path | str | None = None, skip_unreadable: bool = False
) -> tuple[Study, Corpus, Codebook]:
    """Return everything that a comparison needs, or raise one error that lists all that is wrong in its files.

    Parameters
    ----------
    path : Path or str
        The study's folder.
    codebook : Path or str, optional
        A codebook instead of the one that study.yaml names.
    skip_unreadable : bool
        Go on without transcripts that cannot be read; the corpus names them.

    Returns
    -------
    tuple of Study, Corpus and Codebook
        As read.

    Raises
    ------
    BpQualError
        With the problems of the study's files, the codebook and the transcripts together.

    Examples
    --------
    >>> read_inputs("no/such/folder")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  is not there...
    1 problem. Nothing was coded.
    """
    study, wrong = gather_study(path)
    problems: list[Problem] = list(wrong)
    file = Path(codebook) if codebook is not None else study.codebook
    book = Codebook("", "", study.language, ())
    if file is not None:
        try:
            book = read_codebook(file)
        except CodebookError as error:
            problems += error.problems
    elif not problems:
        remedy = "Name one in study.yaml (codebook: FILE), or with --codebook FILE."
        problems.append(Problem(show_name(path), "has no codebook.", remedy))
    study = replace(study, language=study.language or book.language)
    corpus, unreadable = gather_corpus(study)
    if not (skip_unreadable and corpus.transcripts):
        problems += unreadable
    if problems:
        more = " Files can be left out with --skip-unreadable." if unreadable and not skip_unreadable else ""
        raise StudyError(problems, f"{len(problems)} problem{'s'[: len(problems) > 1]}. Nothing was coded.{more}")
    study = replace(study, notes=(*study.notes, *language_notes(book, corpus)))
    return study, replace(corpus, unread=tuple(map(str, unreadable))), book


def foreign_names(study: Study, codebook: Codebook) -> tuple[Problem, ...]:
    """Return a problem for each code in the plan or the topic guides that the codebook does not have, and each wave.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: Themes, version: 1.0.0, language: en, codes: [{id: money, terms: [grant]}]}")
    >>> print(foreign_names(Study(Path("."), plan=("mony",), inputs=(Path("study.yaml"),)), book)[0])
    study.yaml  'mony' is not a code of the codebook. Did you mean 'money'?
    """
    codes, waves = [code.id for code in codebook.codes], [wave.id for wave in study.waves]
    asked = [wave for each in study.asked.values() for wave in each]
    written = [(name, codes, "a code of the codebook") for name in (*study.plan, *study.asked)]
    written += [(name, waves, "a wave of the study") for name in asked]
    where = show_name(study.inputs[0]) if study.inputs else ""
    return tuple(
        Problem(
            f"{where}:{name.line}:{name.column}" if isinstance(name, Text) else where,
            f"'{name}' is not {what}.",
            did_you_mean(name, known, "There are: "),
        )
        for name, known, what in written
        if name not in known
    )


def language_notes(codebook: Codebook, corpus: Corpus) -> tuple[str, ...]:
    """Return what limits the search: no words for a language of the interviews, or a language that is known less well.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: Themes, version: 1.0.0, language: en, codes: [{id: money, terms: [grant]}]}")
    >>> talk = Transcript("P01_2010", ("P01",), "2010", "R: Ja.", (), language="nl")
    >>> language_notes(book, Corpus((talk,), ("P01",), ("2010",)))[0]
    'the codebook has words in en, but 1 of 1 interviews seem to be in nl: few themes can be found there.'
    """
    gaps = (describe_gaps(code, find_language(code).lacks) for code in sorted({t.language for t in corpus.transcripts}))
    return (*_no_words_notes(codebook, corpus), *filter(None, gaps))


def _no_words_notes(codebook: Codebook, corpus: Corpus) -> tuple[str, ...]:
    spoken = {codebook.language} | {term.language for code in codebook.codes for term in code.terms} - {""}
    seem = [_apparent_language(transcript) for transcript in corpus.transcripts]
    others = [language for language in seem if language not in spoken]
    if not others or not codebook.codes:
        return ()
    where = f"{len(others)} of {len(seem)} interviews seem to be in {' and '.join(sorted(set(others)))}"
    return (f"the codebook has words in {' and '.join(sorted(spoken))}, but {where}: few themes can be found there.",)


def gather_corpus(study: Study) -> tuple[Corpus, tuple[Problem, ...]]:
    """Return what can be read of a study, and a problem for each file that cannot.

    Examples
    --------
    >>> gather_corpus(Study(Path("."), waves=(Wave("2010"),)))[0].waves
    ('2010',)
    """
    transcripts: list[Transcript] = []
    problems: list[Problem] = []
    for interview in study.interviews:
        try:
            transcript = read_transcript(
                interview.file,
                interview=interview.id,
                wave=interview.wave,
                persons=interview.persons,
                language=interview.language or study.language,
                speakers=study.speakers,
                date=interview.date,
                encoding=study.encoding,
                columns=study.columns,
                labels=interview.labels or study.labels,
                inside=_home(interview.file, study),
            )
        except TranscriptError as error:
            problems += error.problems
            continue
        transcripts.append(replace(transcript, source=_relative(interview.file, study.folder)))
    if not study.language and transcripts:
        language = _guess_language(transcripts)
        transcripts = [replace(t, language=t.language or language) for t in transcripts]
    waves = tuple(wave.id for wave in study.waves)
    persons = sorted({person for interview in study.interviews for person in interview.persons}, key=sort_key)
    return Corpus(tuple(transcripts), tuple(persons), waves), tuple(problems)


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
    hinted, silent = _interviews_from_hints(silent, place, study)
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


def _interviews_from_hints(
    files: Sequence[Path], place: Path, study: Study
) -> tuple[tuple[Interview, ...], tuple[Path, ...]]:
    """Return the interviews whose folder or first lines say person and wave, and the files where nothing does."""
    documents = [file for file in files if file.suffix.lower() not in _TABLES]
    known = {wave.id for wave in study.waves}
    found = [
        Interview(hint.file, {hint.person: ()}, hint.wave, hint.known_from, hint.date)
        for hint in propose_interviews(documents, folder=place, encoding=study.encoding)
        if re.fullmatch(r"[A-Za-z]+\d+[a-z]?", hint.person) and hint.wave and (not known or hint.wave in known)
    ]
    taken = {interview.file for interview in found}
    return tuple(found), tuple(file for file in documents if file not in taken)


def transcript_files(folder: Path) -> tuple[Path, ...]:
    """Return the files below a folder that can be transcripts, in order of name.

    Hidden files, files called README, and folders that hold the output of an earlier run are left out.

    Examples
    --------
    >>> transcript_files(Path("no/such/folder"))
    ()
    """
    from bp_qual.readers import ENDINGS

    found: list[Path] = []
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        if any(part.startswith((".", "~$")) for part in parts) or file.suffix.lower() not in ENDINGS:
            continue
        if file.stem.casefold() == "readme":
            continue
        within = [folder.joinpath(*parts[:depth]) for depth in range(1, len(parts))]
        if file.is_file() and not any((place / "run.json").is_file() for place in within):
            found.append(file)
    return tuple(found)


def _notes_on_interviews(
    interviews: Iterable[Interview], waves: tuple[Wave, ...], silent: Iterable[Path], folder: Path
) -> tuple[str, ...]:
    interviews = tuple(interviews)
    windows = {wave.id: wave for wave in waves}
    notes = [
        f"{_relative(file, folder)} is left out: neither interviews.csv nor its name says person and wave."
        for file in silent
    ]
    notes += [
        f"{_relative(i.file, folder)} is taken for {i.id}: {i.known_from}. List it in interviews.csv to be sure."
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


def _guess_language(transcripts: Sequence[Transcript]) -> str:
    """Return the language whose small words are said most; study.yaml names a language that has none listed."""
    return guess_language(_sample_talk(transcripts))


def _apparent_language(transcript: Transcript) -> str:
    """Return the language a transcript is said to be in, unless its small words say clearly otherwise."""
    counted = count_telltale_words(_sample_talk([transcript]))
    guess = max(counted, key=counted.__getitem__)
    others = sum(counted.values()) - counted[guess]
    return guess if counted[guess] >= 10 and counted[guess] > 3 * others else transcript.language


def _sample_talk(transcripts: Sequence[Transcript]) -> str:
    return " ".join(transcript.text[:2000] for transcript in transcripts[:10])


def _home(file: Path, study: Study) -> Path:
    """Return the folder that a transcript may not lead out of: that of the transcripts, or the study's."""
    place = study.transcripts or study.folder
    return place if file.is_relative_to(place) else study.folder


def _normal(path: Path) -> Path:
    """Return a path without its detours, as a person would write it."""
    return Path(os.path.normpath(path))


def _relative(file: Path, folder: Path) -> str:
    """Return a path for a message: relative to the study where it lies in it."""
    resolved, home = file.resolve(), folder.resolve()
    return show_name(resolved.relative_to(home) if resolved.is_relative_to(home) else file)
