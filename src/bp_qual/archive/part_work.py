"""What a worker does: it reads the files of a part, codes and counts them, and gives the tables back as bytes.

It writes nothing. A worker codes one part at a time, whatever threads it has, and keeps the compiled codebook.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bp_qual.archive.parting import Part
from bp_qual.archive.remote import fetch
from bp_qual.archive.worker_versions import Versions, refuse_other_versions
from bp_qual.codebook import Codebook
from bp_qual.coding.codings import Coder, make_codings_table
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import read_bytes
from bp_qual.files.seals import sealed_parquet
from bp_qual.panel import count_codes
from bp_qual.readers import concerns_words
from bp_qual.study import Study
from bp_qual.study.corpus_reading import home_of, name_questions, read_interview
from bp_qual.study.interviews import Interview
from bp_qual.study.notes_on_interviews import relative_name
from bp_qual.transcripts import Corpus, Transcript, sort_key
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

TABLES = ("codings", "counts", "exposure")
_one_at_a_time = threading.Lock()
_coders: dict[tuple[str, str], Coder] = {}  # the one that was used last


@dataclass(frozen=True, slots=True)
class Task:
    """A part, and all that a worker must know to code it. `earlier` are the hashes of its files when it was done last.

    Examples
    --------
    >>> from pathlib import Path
    >>> Task(Part("2010", ()), Study(Path(".")), "", Codebook("Demo", "1", "nl", ())).earlier
    ()
    """

    part: Part
    study: Study
    url: str
    codebook: Codebook
    versions: Versions | None = None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An interview that could not be read or coded, and why.

    Examples
    --------
    >>> Failure("P01_2010", ("P01",), "2010", (Problem("P01_2010.docx", "empty file"),)).wave
    '2010'
    """

    interview: str
    persons: tuple[str, ...]
    wave: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """What came of a part: the hash of each file, its tables by name as Parquet, what failed and what is in doubt.

    Where `same` is set, nothing has changed since it was done last, and nothing was done.

    Examples
    --------
    >>> PartOutcome(same=True).tables
    {}
    """

    same: bool = False
    hashes: tuple[str, ...] = ()
    tables: Mapping[str, bytes] = field(default_factory=dict)
    codings: int = 0
    failures: tuple[Failure, ...] = ()
    doubts: tuple[tuple[str, Remark], ...] = ()


def code_part(task: Task) -> PartOutcome:
    """Return what comes of a part: its files read, coded and counted, or that nothing in it has changed.

    Raises
    ------
    StudyError
        Where this worker has other versions than the computer that asks.

    Examples
    --------
    >>> from pathlib import Path
    >>> book = Codebook("Demo", "1", "nl", ())
    >>> code_part(Task(Part("2010", ()), Study(Path(".")), "", book)).codings
    0
    """
    if task.versions is not None:
        refuse_other_versions(task.versions)
    with _one_at_a_time:
        contents = [_content(task, file.interview) for file in task.part.files]
        hashes = tuple(hashlib.sha256(c).hexdigest() if isinstance(c, bytes) else "" for c in contents)
        if task.earlier and hashes == task.earlier and all(hashes):
            return PartOutcome(same=True, hashes=hashes)
        read = [_read(task.study, file.interview, c) for file, c in zip(task.part.files, contents, strict=True)]
        del contents
        talk = tuple(transcript for transcript in read if isinstance(transcript, Transcript))
        codings, tables = _tables(task, talk)
    return PartOutcome(
        hashes=hashes,
        tables=tables,
        codings=codings,
        failures=tuple(failure for failure in read if isinstance(failure, Failure)),
        doubts=tuple((t.interview, note) for t in talk for note in t.notes if concerns_words(note)),
    )


def _content(task: Task, interview: Interview) -> bytes | Failure:
    try:
        if task.url:
            return fetch(task.url, interview.file.as_posix())
        return read_bytes(interview.file, inside=home_of(interview, task.study))
    except TranscriptError as error:
        return fail(interview, error.problems, task.study)


def _read(study: Study, interview: Interview, content: bytes | Failure) -> Transcript | Failure:
    if isinstance(content, Failure):
        return content
    try:
        transcript = read_interview(study, interview, content)
    except TranscriptError as error:
        return fail(interview, error.problems, study)
    return name_questions(transcript)


def fail(interview: Interview, problems: Sequence[Problem], study: Study) -> Failure:
    """Return that an interview failed, its file named from the study's folder on.

    Parameters
    ----------
    interview : Interview
        Which.
    problems : sequence of Problem
        Why.
    study : Study
        Whose folder is left out of what is said.

    Returns
    -------
    Failure

    Examples
    --------
    >>> from pathlib import Path
    >>> one = Interview(Path("s/P01.txt"), {"P01": ()}, "2010", "the file name", id="P01_2010")
    >>> print(fail(one, [Problem("s/P01.txt:3", "empty file")], Study(Path("s"))).problems[0].where)
    P01.txt:3
    """
    name = relative_name(interview.file, study.folder)
    told = tuple(replace(p, where=p.where.replace(str(interview.file), name, 1)) for p in problems)
    return Failure(interview.id, tuple(sorted(interview.persons, key=sort_key)), interview.wave, told)


def _tables(task: Task, talk: tuple[Transcript, ...]) -> tuple[int, dict[str, bytes]]:
    """Return how many codings there are, and the tables of a part; the wave is in the name of their folder."""
    persons = tuple(sorted({person for t in talk for person in t.persons}, key=sort_key))
    corpus = Corpus(talk, persons, (task.part.wave,))
    key = (task.codebook.sha256 + task.codebook.coder, task.study.model)
    if key not in _coders:
        _coders.clear()
        _coders[key] = Coder(task.codebook, task.study.model)
    codings = make_codings_table(_coders[key].code_corpus(corpus))
    panel = count_codes(codings, corpus, task.codebook)
    made: tuple[pd.DataFrame, ...] = (codings, panel.counts, panel.exposure)
    tables = {
        name: sealed_parquet(table.drop(columns="wave").reset_index(drop=True))
        for name, table in zip(TABLES, made, strict=True)
    }
    return len(codings), tables
