"""Begin a study: a folder that runs at once, or a proposal for a folder with interviews in it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.display import first_few, show_name
from bp_qual.errors import Problem, StudyError, TranscriptError
from bp_qual.files import finish_folder, read_bytes, write_atomically, write_together
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.files.own_marks import is_own_file
from bp_qual.matching.languages import find_language, guess_language
from bp_qual.readers import read_data
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.gathering import gather_study
from bp_qual.study.interview_files import TABLES, can_be_transcript, transcript_files, unread_talk, without_papers
from bp_qual.study.proposals import propose_interviews
from bp_qual.study.proposed_files import COLUMNS, propose_study, starter_codebook
from bp_qual.study.unread_notes import table_saved_in

if TYPE_CHECKING:
    import pandas as pd

_ENOUGH, _START = 10, 2000  # files, and signs of each, that tell the language


def make_study(folder: Path | str) -> tuple[Path, ...]:
    """Write a study that runs into a new or empty folder; beside interviews that are there, propose how to read them.

    In a folder with transcripts ``study.yaml``, ``interviews.csv`` and ``codebook.yaml`` are written, each where it
    is absent, with what the names, folders and first lines of the files say about persons and waves. They are to be
    looked over; what is a guess says so in the column ``guessed``. A file that is called after a form, a list of
    questions or of persons is left out.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    StudyError
        When the folder holds other things, or a study already: nothing is written over what is there. So too when a new
        folder would lie among interviews: whoever stands there means these, and no example.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     sorted(file.name for file in make_study(Path(place) / "study"))[:3]
    ['P01_2010.txt', 'P01_2020.txt', 'P02_2010.txt']
    """
    folder = Path(folder)
    for place in (folder, folder / "transcripts"):
        finish_folder(place)  # what a killed run left ready
    if not folder.exists() or (folder.is_dir() and not any(path.is_file() for path in folder.rglob("*"))):
        _refuse_among_interviews(folder)
        copied = tuple(copies(resources.files("bp_qual.study") / "templates" / "starter", folder))
        write_together(copied)
        return tuple(path for path, _ in copied)
    files = _without_tables(transcript_files(folder), folder) if folder.is_dir() else ()
    if not files:
        raise StudyError(_nothing_to_propose(folder))
    files, _ = without_papers(files)
    contents = propose_study(folder, files, language=find_spoken(folder, files))
    proposed = {name: data for name, data in contents.items() if not (folder / name).exists()}
    if "study.yaml" not in proposed:
        proposed.pop("codebook.yaml", None)  # the study says where its codebook is
    if not proposed:
        raise StudyError(Problem(show_name(folder), "study already", {"folder": folder}))
    write_together((folder / name, data) for name, data in proposed.items())
    return tuple(folder / name for name in proposed)


def _without_tables(files: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Return the files without a list of the study that was saved as a workbook: one in which no talk can be read."""
    tables = [file for file in files if table_saved_in(file, folder)]
    kept = [file for file in tables if _start(file, folder) is not None]
    return tuple(file for file in files if file not in tables or file in kept)


def _refuse_among_interviews(folder: Path) -> None:
    """Refuse a new folder where interviews of several persons or waves lie."""
    around = next((place for place in folder.parents if place.is_dir()), folder)
    beside = [path for path in sorted(around.iterdir()) if path.is_file() and can_be_transcript(path)]
    talks = [path for path in beside if path.suffix.lower() not in TABLES and not is_own_file(path)]
    proposed = propose_interviews(without_papers(talks)[0][:_ENOUGH], folder=around)
    if len({(one.person, one.wave) for one in proposed if one.person and one.wave}) > 1:
        raise StudyError(Problem(show_name(folder), "interviews around", {"n": len(talks), "folder": around}))


def _nothing_to_propose(folder: Path) -> Problem:
    """Return what is there instead of transcripts, with what comes first."""
    where = show_name(folder)
    for kind, unread in (unread_talk(folder) if folder.is_dir() else {}).items():
        values = {"n": len(unread), "files": first_few([file.name for file in unread])}
        if kind == "recordings":
            return Problem(where, "nothing but recordings", values)
        return Problem(where, "nothing but old documents", values)
    return Problem(where, "nothing to propose")


def make_codebook(file: Path | str, *, language: str = "nl") -> Path:
    """Write a codebook to begin with; never over a file that is there.

    Its example theme has terms in Dutch and in English; in another language there are none, and a comment says so.

    Raises
    ------
    BpQualError
        For a language without word tables.
    StudyError
        When the file is there already.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     make_codebook(Path(folder) / "zorg.yaml").name
    'zorg.yaml'
    """
    file = Path(file)
    if file.exists():
        raise StudyError(Problem(show_name(file), "there already"))
    find_language(language)
    write_atomically(file, starter_codebook(file.stem, language).encode())
    return file


def propose_rows(folder: Path) -> tuple[pd.DataFrame, str]:
    r"""Return the rows of interviews.csv as they are proposed for the transcripts of a folder, and what parts columns.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     _ = (Path(place) / "P01_2010.txt").write_text("I: How?\nR: Well.", encoding="utf-8")
    ...     propose_rows(Path(place))[0][["person", "wave"]].values.tolist()
    [['P01', '2010']]
    """
    import pandas as pd

    others = [file for file in transcript_files(folder) if file.name != "interviews.csv"]
    files, _ = without_papers(_without_tables(others, folder))
    proposed = propose_study(folder, files, language=find_spoken(folder, files))["interviews.csv"]
    table = read_csv_table(folder / "interviews.csv", needed=COLUMNS, data=proposed)
    return pd.DataFrame([dict(row) for _, row in table.rows], columns=list(COLUMNS), dtype=str), table.separator


def find_spoken(folder: Path, files: Sequence[Path]) -> str:
    """Return the language of what is known as an interview already, else of what the files say; Dutch where nothing.

    >>> find_spoken(Path("no/such/folder"), ())
    'nl'
    """
    transcripts = gather_corpus(gather_study(folder)[0])[0].transcripts
    return transcripts[0].language if transcripts else guess_spoken(folder, files)


def guess_spoken(folder: Path, files: Sequence[Path]) -> str:
    """Return the language that the first lines of the first files seem to be in; Dutch where they say nothing.

    >>> guess_spoken(Path("no/such/folder"), ())
    'nl'
    """
    said = [start for file in files[:_ENOUGH] if (start := _start(file, folder)) is not None]
    return guess_language(" ".join(said)) if said else "nl"


def _start(file: Path, folder: Path) -> str | None:
    """Return how the text of a file begins; nothing where it cannot be read."""
    with contextlib.suppress(TranscriptError):
        return read_data(read_bytes(file, inside=folder), where=show_name(file)).text[:_START]
    return None


def copies(source: Traversable, target: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of a folder that comes with bp_qual, each with where it goes.

    >>> next(copies(resources.files("bp_qual.study") / "templates" / "starter", Path("new")))[0].as_posix()
    'new/README.md'
    """
    if not source.is_dir():
        yield target, source.read_bytes()
        return
    for item in sorted(source.iterdir(), key=lambda item: item.name):
        yield from copies(item, target / item.name)
