"""What is said of the files of a study that are not read and are no interview, as far as their names tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bp_qual.display import first_few, show_name
from bp_qual.errors import Problem
from bp_qual.study.companions import leads_out
from bp_qual.study.folder_entries import FolderEntry
from bp_qual.study.papers import is_of_papers
from bp_qual.study.study_folder import Study
from bp_qual.study.unread_entries import Unread, is_recording
from bp_qual.study.unread_kinds import WORKBOOKS, WRITTEN
from bp_qual.wording import Remark

MOST_TOLD = 20  # odd entries, each with the reason
_TABLES = ("interviews.csv", "persons.csv")
LEFT_OUT = (
    *("entry not read", "files not read", "documents not read", "recordings not read", "packed unseen"),
    *("workbook beside table", "workbook for table"),
)


def note_results(files: Sequence[Path], folder: Path) -> tuple[Remark, ...]:
    """Return one remark that names the results of bp_qual among the interviews; none where there are none.

    >>> print(*note_results([Path("a/report_2020.docx")], Path("a")))
    made by bp_qual, so not an interview and not read: report_2020.docx.
    """
    named = [show_name(file.relative_to(folder) if file.is_relative_to(folder) else file) for file in files]
    return (Remark("own results", values={"files": first_few(named)}),) if named else ()


def note_unseen(unread: Unread, folder: Path) -> tuple[Remark, ...]:
    """Return one remark that names the packed files in which anybody's interview may be; none where there are none.

    >>> print(*note_unseen(Unread(unseen=(Path("a/foto.rar"),), lacking=("P03",)), Path("a")))
    foto.rar: what is packed there cannot be listed, and interviews of P03 may be in it. They count as not read, ...
    """
    named = [show_name(f.relative_to(folder) if f.is_relative_to(folder) else f) for f in unread.unseen]
    values = {"files": first_few(named), "persons": first_few(unread.lacking)}
    return (Remark("packed unseen", values=values),) if named else ()


def note_others(files: Sequence[Path], folder: Path, transcribed: Collection[str] = ()) -> tuple[Remark, ...]:
    """Return a remark that names the files that are not read, by ending, and one each on documents and recordings.

    Parameters
    ----------
    files : sequence of Path
        None of them an interview that is known.
    folder : Path
        Of the study.
    transcribed : collection of str
        The names, without endings, of the interviews that are read: a recording called so is one of them.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> files = [Path("a") / name for name in ("x.jpg", "y.jpg", "Leen.mp3", "Els.mp3", "Leen.doc")]
    >>> print(*note_others(files, Path("a"), {"Els"}), sep=chr(10))
    not read: .jpg (x.jpg, + 1), .mp3 (Els.mp3).
    not read: .doc (Leen.doc). An interview among these is missing from every count, as not read. ...
    not read: .mp3 (Leen.mp3). If nobody wrote out what is said in one of these, it is missing from ever...
    """
    kinds: dict[str, dict[str, list[Path]]] = {
        "files not read": {},
        "documents not read": {},
        "recordings not read": {},
    }
    for file in files:
        ending = file.suffix.lower()
        if ending in WRITTEN and not is_of_papers(file.stem):
            kind = "documents not read"
        elif is_recording(file) and file.stem not in transcribed:
            kind = "recordings not read"
        else:
            kind = "files not read"
        kinds[kind].setdefault(ending, []).append(file)
    return tuple(
        Remark(kind, values={"files": ", ".join(_named(ending, own, folder) for ending, own in sorted(by.items()))})
        for kind, by in kinds.items()
        if by
    )


def note_unread(entries: Iterable[FolderEntry], study: Study, transcribed: Collection[str] = ()) -> Iterator[Remark]:
    r"""Yield what is not read and is no interview: odd entries with the reason, other files together.

    Parameters
    ----------
    entries : iterable of FolderEntry
        None of them an interview.
    study : Study
        Whose folder they lie in.
    transcribed : collection of str
        As in `note_others`.

    Yields
    ------
    Remark

    Examples
    --------
    >>> odd = FolderEntry(Path("study/a.txt"), Problem("study/a.txt", "no ordinary file"))
    >>> print(*note_unread([odd, FolderEntry(Path("study/b.jpg"))], Study(Path("study"))), sep="\n")
    not read: a.txt is no ordinary file. Delete it, or move it elsewhere.
    not read: .jpg (b.jpg).
    """
    others: list[Path] = []
    n_told = 0
    for entry in entries:
        if table := table_saved_in(entry.path, study.folder):
            kind = "workbook beside table" if table.is_file() else "workbook for table"
            yield Remark(kind, values={"file": show_name(entry.path.name), "table": table.name})
            continue
        why = _why_not_read(entry, study)
        if why is None or n_told == MOST_TOLD:
            others.append(entry.path)
        else:
            n_told += 1
            yield Remark("entry not read", values={"why": why})
    yield from note_others(others, study.folder, transcribed)


def table_saved_in(file: Path, folder: Path) -> Path | None:
    """Return the table of a study that a workbook in its folder is called after.

    >>> table_saved_in(Path("study/interviews.xlsx"), Path("study")).name
    'interviews.csv'
    """
    table = file.with_suffix(".csv")
    is_workbook = file.suffix.lower() in WORKBOOKS and file.parent == folder
    return table if is_workbook and table.name in _TABLES else None


def left_out(study: Study) -> tuple[Remark, ...]:
    """Return what is noted in a study of the files in its folder that are not read.

    >>> left_out(Study(Path("."), notes=(Remark("files not read", values={"files": ".jpg"}), Remark("silent"))))
    (Remark(kind='files not read', ...),)
    """
    return tuple(note for note in study.notes if note.kind in LEFT_OUT)


def _why_not_read(entry: FolderEntry, study: Study) -> Problem | None:
    """Return what is odd about an entry, with its place in the study; nothing where it is a file or package."""
    inside = entry.path.is_relative_to(study.folder)
    where = show_name(entry.path.relative_to(study.folder) if inside else entry.path)
    if entry.is_locked and entry.fault is not None:
        where = where.removesuffix(entry.path.name) + Path(entry.fault.where).name  # of a long name that of the lock
    if entry.fault is not None:
        return None if entry.fault.kind == "package" else replace(entry.fault, where=where)
    return Problem(where, "link outside") if leads_out(entry.path, study) else None


def _named(ending: str, files: Sequence[Path], folder: Path) -> str:
    return f"{show_name(ending)} ({_some(files, folder)})".strip()


def _some(files: Sequence[Path], folder: Path) -> str:
    first = show_name(files[0].relative_to(folder) if files[0].is_relative_to(folder) else files[0])
    return f"{first}, + {len(files) - 1}" if len(files) > 1 else first
