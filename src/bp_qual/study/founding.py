"""A study from a project of another program: its texts as transcripts, with who was interviewed when."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

from bp_qual.coding.by_hand.coder_files import FOLDER
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.exchange.case_groups import EITHER
from bp_qual.exchange.coded_tables import Known
from bp_qual.exchange.coding_formats import read_received
from bp_qual.exchange.received import Received, ReceivedText
from bp_qual.files import write_atomically, write_folder
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.files.kept_tables import kept_table_bytes, separator_for
from bp_qual.files.private_files import passing_folder
from bp_qual.files.taking_back import Before
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages import guess_language
from bp_qual.readers import ENDINGS
from bp_qual.study.gathering import gather_study, read_study
from bp_qual.study.import_reading import ImportChoices
from bp_qual.study.starter import propose_rows
from bp_qual.study.study_file import STUDY_FILE
from bp_qual.study.study_folder import Study
from bp_qual.study.written_dates import is_date
from bp_qual.wording import Remark

_INTERVIEWS = "interviews.csv"
_ENOUGH, _START = 10, 2000  # texts, and signs of each, that tell the language
_UNFIT = lazy_pattern(r'[\x00-\x1f<>:"/\\|?*]+')


def has_interviews(folder: Path | str) -> bool:
    """Return whether a folder is a study with any interview in it.

    >>> has_interviews("no/such/folder")
    False
    """
    study, _ = gather_study(folder)
    return bool(study.interviews or study.unread)


def name_codebook(folder: Path, codebook: Path, *, coders: Sequence[str], language: str) -> None:
    """Write a study.yaml that names a codebook, in a folder that has none, and whose codings by hand count.

    Parameters
    ----------
    folder : Path
        The folder of the study.
    codebook : Path
        In that folder.
    coders : sequence of str
        Whose codings count; nobody is named where it is empty.
    language : str
        Language of the interviews.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as study:
    ...     name_codebook(Path(study), Path(study) / "codebook.yaml", coders=["anna"], language="nl")
    ...     (Path(study) / "study.yaml").read_text("utf-8").split(chr(10))
    ['language: nl', 'codebook: "codebook.yaml"', 'count: human', 'coders: ["anna"]', '']
    """
    name = codebook.relative_to(folder).as_posix()
    lines = [f"language: {language}", f"codebook: {json.dumps(name, ensure_ascii=False)}", "count: human"]
    lines += [f"coders: {json.dumps(list(coders), ensure_ascii=False)}"] if coders else []
    write_atomically(folder / STUDY_FILE, ("\n".join(lines) + "\n").encode())


def found_study(texts: Sequence[ReceivedText], folder: Path | str) -> tuple[Path, ...]:
    """Write the texts of a project into a folder as transcripts, and interviews.csv where it says whose they are.

    Parameters
    ----------
    texts : sequence of ReceivedText
        The interviews.
    folder : Path or str
        The folder of the study; nothing that is there is overwritten.

    Returns
    -------
    tuple of Path
        What was written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in found_study([ReceivedText("a/../P01 2010", "R: Ja.", "P01", "2010")], folder)]
    ['a_.._P01 2010.txt', 'interviews.csv']
    """
    folder = Path(folder)
    files: dict[str, bytes] = {}
    rows: list[dict[str, str]] = []
    for received in texts:
        path = PurePath(received.name)
        plain = path.stem if path.suffix.lower() in ENDINGS else received.name
        stem, (ending, data) = _UNFIT.sub("_", plain).strip(" ._")[:80] or "interview", _as_file(received)
        name, number = f"{stem}{ending}", 2
        while name in files or ((folder / name).exists() and not _holds(folder / name, data)):
            name, number = f"{stem}-{number}{ending}", number + 1
        files[name] = data
        for person in [received.person] if received.person else received.persons:
            said = {"date": received.date if is_date(received.date) else ""}
            said |= {"speaker": "|".join(received.labels.get(person, ()))}
            rows += [{"file": name, "person": person, "wave": received.wave, **said}] if received.wave else []
    if rows and not (folder / _INTERVIEWS).exists():
        columns = [name for name in rows[0] if any(row[name] for row in rows)]
        spoken = guess_language(" ".join(received.text[:_START] for received in texts[:_ENOUGH]))
        cells = [[row[name] for name in columns] for row in rows]
        files[_INTERVIEWS] = kept_table_bytes(columns, cells, separator=separator_for(spoken))
    new = {name: data for name, data in files.items() if not (folder / name).exists()}
    write_folder(folder, new, interviews=True)
    return tuple(folder / name for name in new)


@contextlib.contextmanager
def founded(
    path: Path, study: Study | Path | str, before: Before, mark: Callable[[Path], None], asked: ImportChoices
) -> Iterator[tuple[Study, Received | None]]:
    """Yield the study, made of the texts of the file where it has no interviews: for a dry run in a folder aside.

    Parameters
    ----------
    path : Path
        The file with codings.
    study : Study, Path or str
        The study, or its folder.
    before : Before
        What is taken back where nothing is imported. Texts of which nobody knows whose they are stay.
    mark : callable
        Marks a folder as one that is written into.
    asked : ImportChoices
        What was said of the import.

    Yields
    ------
    tuple of Study and Received or None
        What was read of the file, where it had to be.

    Raises
    ------
    StudyError
        Where nothing says whose the texts are.
    """
    if isinstance(study, Study) or has_interviews(study):
        yield (study if isinstance(study, Study) else read_study(study)), None
        return
    dry_run = asked.dry_run
    received = read_received(path, Known(blanks=asked.blanks, sheets=asked.sheets, code=asked.code))
    if not received.texts and not Path(study).exists():
        raise StudyError(gather_study(study)[1])
    with passing_folder() as aside:
        folder = Path(aside) / (Path(study).resolve().name or "study") if dry_run and received.texts else Path(study)
        before.note(folder / STUDY_FILE)
        if not dry_run:
            mark(folder / FOLDER)
        for file in () if dry_run and not received.texts else found_study(received.texts, folder):
            before.made(file)
        try:
            made = read_study(folder)
        except StudyError as error:
            if not received.texts:
                raise
            cases = [
                Problem(show_name(path), "which cases", note.values) for note in received.notes if note.kind == EITHER
            ]
            if not dry_run:
                _propose_rest(folder, before, guess=not cases)
                before.keep()
            values = {"n": len(received.texts), "file": show_name(path), "study": show_name(study)}
            texts = Problem(show_name(study), "texts would be read" if dry_run else "texts are there", values)
            problems = [texts] if any(problem.kind == "no interviews known" for problem in error.problems) else []
            raise StudyError(
                [*cases, *(problems or [*error.problems, texts])],
                Remark("nothing imported", values={"file": show_name(path)}),
            ) from error
        yield made, received


def _propose_rest(folder: Path, before: Before, *, guess: bool) -> None:
    """Write in the interviews.csv of a new study whose the texts seem to be of which the file says nothing.

    One that was there before is somebody's own. Without ``guess`` nobody is taken from the name of a document alone:
    the file names cases, and it is for a person to say which of them are persons.
    """
    import pandas as pd

    file = folder / _INTERVIEWS
    said, separator = pd.DataFrame(columns=["file"]), ""
    if file.exists():
        if before.files.get(file, b"") is not None:
            return
        table = read_csv_table(file, needed=["file"])
        said, separator = pd.DataFrame([dict(row) for _, row in table.rows], dtype=str), table.separator
    rows, usual = propose_rows(folder)
    if not guess:
        open_ = rows["guessed"].str.split().map(lambda names: "person" in names)
        rows.loc[open_, ["person", "known_from"]] = ""
        rows["guessed"] = rows["guessed"].str.replace(r"\bperson\b ?", "", regex=True).str.strip()
    rest = pd.concat([said, rows[~rows["file"].isin(said["file"])]], ignore_index=True).fillna("")
    rest = rest[[*rows, *(name for name in rest if name not in rows)]]
    data = kept_table_bytes(list(rest), rest.values.tolist(), separator=separator or usual)
    write_atomically(file, data, edited=True)


def _as_file(received: ReceivedText) -> tuple[str, bytes]:
    """Return a text as a file with its ending: as recognised speech where only a list of turns says who speaks."""
    if not received.turns:
        return ".txt", received.text.encode("utf-8", "replace")
    said = [{"start": at, "speaker": label, "text": words} for label, at, words in received.turns]
    segments = [{name: value for name, value in segment.items() if value is not None} for segment in said]
    data = json.dumps({"segments": segments}, ensure_ascii=False, indent=1)
    return ".json", data.encode("utf-8", "replace")


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file is what an import wrote before it was known whose the texts are."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
