"""What an archive consists of: a study on a disk that all workers see, or a folder elsewhere, named by a URL.

Only names and sizes are looked up here, and what describes the study; no interview is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bp_qual.archive.remote import is_url
from bp_qual.archive.remote_study import gather_remote
from bp_qual.codebook import Codebook, read_codebook
from bp_qual.display import show_name
from bp_qual.errors import CodebookError, Problem, StudyError
from bp_qual.files import note_read
from bp_qual.matching.known_languages import refuse_unknown_languages
from bp_qual.study import Study
from bp_qual.study.gathering import gather_study
from bp_qual.study.interviews import Interview
from bp_qual.transcripts import sort_key
from bp_qual.wording import Remark

_TAGS = ("ETag", "etag", "md5", "checksum", "md5Hash")  # of the content, as stores of objects give it


@dataclass(frozen=True, slots=True)
class ListedFile:
    """An interview of an archive: where its file lies, how large it is, and what shows that it is as it was.

    `stamp` is empty where nothing shows that; `changed` is when a file on a disk was last changed, in nanoseconds.

    Examples
    --------
    >>> ListedFile(Interview(Path("P01.txt"), {"P01": ()}, "2010", "the file name", id="P01_2010"), 1000).id
    'P01_2010'
    """

    interview: Interview
    size: int
    stamp: str = ""
    changed: int = 0

    @property
    def id(self) -> str:
        """The interview."""
        return self.interview.id


@dataclass(frozen=True, slots=True)
class Listing:
    """An archive as it was listed: the study, where its files lie (empty: on a disk), the codebook and the files.

    Examples
    --------
    >>> Listing(Study(Path(".")), "", Codebook("Demo", "1", "nl", ()), ()).waves
    ()
    """

    study: Study
    url: str
    codebook: Codebook
    files: tuple[ListedFile, ...]

    @property
    def waves(self) -> tuple[str, ...]:
        """The waves, oldest first."""
        return tuple(wave.id for wave in self.study.waves)

    @property
    def bare(self) -> Study:
        """What of the study a worker needs to read an interview."""
        return replace(self.study, interviews=(), attributes=(), notes=(), inputs=(), unread=(), plan=(), asked={})


def list_archive(archive: Study | Path | str, codebook: Codebook | Path | str | None = None) -> Listing:
    """Return what an archive consists of, in the order of persons, waves and interviews.

    Parameters
    ----------
    archive : Study, Path or str
        A study or its folder, on a disk that every worker sees; or the URL of a folder (``s3://bucket/talk``).
    codebook : Codebook, Path or str, optional
        That of the study if not given.

    Returns
    -------
    Listing

    Raises
    ------
    StudyError
        With every problem of the study's files and the codebook at once.

    Examples
    --------
    >>> list_archive("no/such/folder")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  is not there...
    1 problem. Nothing was coded.
    """
    url = archive if isinstance(archive, str) and is_url(archive) else ""
    study, problems = Study(Path()), list[Problem]()
    stats: Mapping[Path, Mapping[str, Any]] = {}
    book: Codebook | None = None
    if isinstance(archive, Study):
        study = archive
    elif url:
        study, stats, book, found = gather_remote(url, with_codebook=codebook is None)
        problems += found
    else:
        study, found = gather_study(Path(archive))
        problems += found
    if isinstance(codebook, Codebook):
        book = codebook
    elif (file := codebook or study.codebook) is not None:
        book = _read_book(Path(file), problems)
    if book is None and not problems:
        problems.append(Problem(show_name(str(archive) if url else study.folder), "no codebook"))
    if problems or book is None:
        raise StudyError(problems, Remark("problems, nothing coded", values={"n": len(problems)}))
    study = replace(study if url else _absolute(study), language=study.language or book.language)
    place = {wave.id: number for number, wave in enumerate(study.waves)}
    ordered = sorted(
        study.interviews,
        key=lambda i: (min(map(sort_key, i.persons)), place.get(i.wave, len(place)), sort_key(i.id)),
    )
    files = tuple(_listed(i, stats[i.file]) if url else _listed_here(i) for i in ordered)
    return Listing(study, url, book, files)


def _read_book(file: Path, problems: list[Problem]) -> Codebook | None:
    try:
        return refuse_unknown_languages(read_codebook(file))
    except CodebookError as error:
        problems += error.problems
        return None


def _absolute(study: Study) -> Study:
    """Return a study that is found from any folder: a worker stands in another."""
    interviews = tuple(replace(i, file=i.file.absolute()) for i in study.interviews)
    place = study.transcripts.absolute() if study.transcripts else None
    return replace(study, folder=study.folder.absolute(), transcripts=place, interviews=interviews)


def _listed_here(interview: Interview) -> ListedFile:
    note_read(interview.file)
    try:
        status = interview.file.stat()
    except OSError:  # the worker says what is wrong with it
        return ListedFile(interview, 0)
    return ListedFile(interview, status.st_size, f"{status.st_size}:{status.st_mtime_ns}", status.st_mtime_ns)


def _listed(interview: Interview, told: Mapping[str, Any]) -> ListedFile:
    tag = next((str(told[name]) for name in _TAGS if told.get(name)), "")
    return ListedFile(interview, int(told.get("size") or 0), tag)
