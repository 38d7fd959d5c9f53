"""Read the transcripts that a study names into a corpus."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bp_qual.errors import Problem, TranscriptError
from bp_qual.processes import count_workers, map_in_order, with_bar
from bp_qual.readers import concerns_words
from bp_qual.readers.formats import TABLE_ENDINGS
from bp_qual.readers.parting_columns import PERHAPS_WAVES, refusal_of
from bp_qual.readers.turn_tables import QUESTION
from bp_qual.study.alike_ids import are_different
from bp_qual.study.gathering import read_study
from bp_qual.study.interviews import Interview
from bp_qual.study.notes_on_interviews import relative_name
from bp_qual.study.spoken_languages import guess_talk_language
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus, Transcript, read_transcript, sort_key
from bp_qual.wording import Remark

_PER_FILE, _PER_MEGABYTE, _PER_PDF = 0.002, 0.2, 1.0  # seconds


def read_corpus(
    study: Study | Path | str,
    *,
    skip_unreadable: bool = False,
    allow_outside: bool = False,
    workers: int | None = None,
) -> Corpus:
    r"""Return all interviews of a study as a corpus.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one.
    skip_unreadable : bool
        Go on without the files that cannot be read; the corpus names them.
    allow_outside : bool
        Read files that the study names or links to outside its own folder.
    workers : int, optional
        How many processes read; one if not given. A script that asks for more guards its start with
        ``if __name__ == "__main__":``.

    Returns
    -------
    Corpus
        Its `missing` are the interviews that exist and could not be read.

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
        study = read_study(study, allow_outside=allow_outside)
    corpus, problems = gather_corpus(study, workers=workers)
    if problems and not (skip_unreadable and corpus.transcripts):
        kind = "files not readable" if skip_unreadable else "files may be skipped"
        counts = {"n": len(problems), "all": len(study.interviews) + len(study.unread)}
        raise TranscriptError(problems, Remark(kind, values=counts))
    return replace(corpus, unread=problems)


def gather_corpus(study: Study, *, workers: int | None = None) -> tuple[Corpus, tuple[Problem, ...]]:
    """Return what can be read of a study, and a problem for each file that cannot; in several processes if asked.

    Examples
    --------
    >>> gone = Interview(Path("gone.txt"), {"P01": ()}, "2010", "interviews.csv:2")
    >>> corpus, problems = gather_corpus(Study(Path("."), interviews=(gone,)))
    >>> len(corpus.transcripts), problems[0].where
    (0, 'gone.txt')
    """
    transcripts: list[Transcript] = []
    problems = [unread.problem for unread in study.unread]
    missing = [*study.missing]
    number = count_workers(_seconds(study), workers)
    reading = map_in_order(partial(_try_interview, study), study.interviews, workers=number)
    for interview, read in zip(
        study.interviews, with_bar(reading, "reading", total=len(study.interviews)), strict=True
    ):
        if isinstance(read, Transcript):
            transcripts.append(read)
        else:
            problems += read
            missing += [(person, interview.wave) for person in interview.persons]
    if not study.language and transcripts:
        language = guess_talk_language(transcripts)
        transcripts = [replace(t, language=t.language or language) for t in transcripts]
    transcripts = list(map(name_questions, transcripts))
    waves = tuple(wave.id for wave in study.waves)
    named = {person for interview in study.interviews for person in interview.persons}
    persons = sorted(named | {person for person, _ in missing}, key=sort_key)
    return Corpus(tuple(transcripts), tuple(persons), waves, missing=tuple(dict.fromkeys(missing))), tuple(problems)


def read_interview(study: Study, interview: Interview, data: bytes | None = None) -> Transcript:
    """Return one interview of a study, read from its file.

    Parameters
    ----------
    study : Study
        What it says of speakers, columns, the encoding and the language.
    interview : Interview
        Which.
    data : bytes, optional
        What is in its file, where that was fetched already.

    Returns
    -------
    Transcript
        Without a language where nobody stated it: that is guessed of all interviews together.

    Raises
    ------
    TranscriptError
        Where the file cannot be read.

    Examples
    --------
    >>> read_interview(Study(Path(".")), Interview(Path("gone.txt"), {"P01": ()}, "2010", "interviews.csv:2"))
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: gone.txt  does not exist. Check the name and the folder.
    """
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
        inside=home_of(interview, study),
        data=data,
    )
    source = relative_name(interview.file, study.folder)
    _refuse_waves(transcript.notes, interview, study)
    notes = tuple(note for note in transcript.notes if not _is_denied(note, study))
    return replace(transcript, source=source, interviewers=interview.interviewers, notes=notes)


def _refuse_waves(notes: Iterable[Remark], interview: Interview, study: Study) -> None:
    """Raise where the years or moments of a column are all waves of the study: not what is told in one interview."""
    waves = {other.wave for other in study.interviews} | {wave.id for wave in study.waves}
    for note in notes:
        parts = note.values.get("parts")
        if note.kind == PERHAPS_WAVES and isinstance(parts, tuple) and waves.issuperset(parts):
            raise refusal_of(str(interview.file), str(note.values["column"]), parts)


def _is_denied(note: Remark, study: Study) -> bool:
    """Whether study.yaml says that two labels are not one speaker."""
    both = [str(note.values[name]) for name in ("one", "other")] if note.kind == "perhaps one speaker" else []
    return bool(both) and are_different(both, study.different)


def _try_interview(study: Study, interview: Interview) -> Transcript | tuple[Problem, ...]:
    try:
        return read_interview(study, interview)
    except TranscriptError as error:
        return error.problems


def _seconds(study: Study) -> float:
    """Return about how long one process takes to read a study, as measured (`benchmarks/bench_workers.py`)."""
    size = pages = 0
    for interview in study.interviews:
        with contextlib.suppress(OSError):
            size += interview.file.stat().st_size
            pages += interview.file.suffix.lower() == ".pdf"
    return _PER_FILE * len(study.interviews) + _PER_MEGABYTE * size / 1e6 + _PER_PDF * pages


def doubted_words(study: Study, corpus: Corpus) -> tuple[Remark, ...]:
    """Return in which tables and interviews words may be other than they were written, or are left out.

    Parameters
    ----------
    study : Study
        Whose tables are meant.
    corpus : Corpus
        Its interviews.

    Returns
    -------
    tuple of Remark
        What every command says that reads them.

    Examples
    --------
    >>> doubted_words(Study(Path(".")), Corpus((), (), ()))
    ()
    """
    of_tables = (note for note in study.notes if note.kind == "in file" and _is_doubt(note.values.get("note")))
    of_talk = (
        Remark("in file", values={"file": t.source, "note": note})
        for t in corpus.transcripts
        for note in t.notes
        if concerns_words(note)
    )
    return (*of_tables, *of_talk)


def _is_doubt(note: object) -> bool:
    return isinstance(note, Remark) and concerns_words(note)


def name_questions(transcript: Transcript) -> Transcript:
    """Return a transcript of a table of answers with its questions under a word of its own language.

    >>> name_questions(Transcript("P01_1", ("P01",), "1", "", ())).turns
    ()
    """
    if transcript.language != "nl" or not transcript.source.lower().endswith(TABLE_ENDINGS):
        return transcript
    turns = (replace(turn, speaker="Vraag") if turn.speaker == QUESTION else turn for turn in transcript.turns)
    return replace(transcript, turns=tuple(turns))


def home_of(interview: Interview, study: Study) -> Path | None:
    """Return the folder that a transcript may not lead out of: that of the transcripts, or the study's; None for any.

    >>> home_of(Interview(Path("study/P01.txt"), {"P01": ()}, "2010", "interviews.csv:2"), Study(Path("study")))
    PosixPath('study')
    """
    place = study.transcripts or study.folder
    if study.allow_outside:
        return None
    return place if interview.file.is_relative_to(place) else study.folder
