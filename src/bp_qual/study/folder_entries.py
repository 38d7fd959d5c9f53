"""What lies in the folder of a study: every entry, also what cannot be read, so that nothing is absent without a word.

Links to folders are named and not followed; hidden files and folders are passed over, but for the stub that iCloud
leaves in the place of a document, and what a killed run had not put in place; so is what an earlier run wrote, as far
as its record names it and it bears our mark. Any other file that bp_qual made is known by its mark, and is no
interview. A folder with a study.yaml of its own is another study: it is named, and not looked into.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files.at_work import is_at_work
from bp_qual.files.leftovers import READY, problem_of_leftover
from bp_qual.files.own_marks import is_own_file
from bp_qual.files.safe_reading import is_of_the_system
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.report.run_record import results_named
from bp_qual.wording.guesses import why_refused

MOST_ENTRIES = 100_000
PACKAGES = (".pages", ".rtfd", ".key", ".numbers", ".textclipping", ".scriv")  # folders that macOS shows as one file
_LOCKS = lazy_pattern(r"\.~lock\.(.+)#|\.(.+)\.sw[a-p]|\.#(.+)|#(.+\.\w+)#")
_LOCKED, _CUT_LOCK = "lock without document", "cut lock without document"
_SHORTEST_CUT = 6  # letters that are left of a name of which the lock of Word has lost some
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini", "icon\r")


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """A file or folder below a study's folder; `fault` says why it cannot be read, and is None for ordinary files.

    The name of a document that iCloud has put away is that of the document.

    Examples
    --------
    >>> FolderEntry(Path("P01_2010.docx")).is_folder
    False
    """

    path: Path
    fault: Problem | None = None

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder that cannot be looked into."""
        return self.fault is not None and self.fault.kind in ("folder not readable", "link to a folder")

    @property
    def is_own(self) -> bool:
        """Whether this is a result that bp_qual made, not an interview."""
        return self.fault is not None and self.fault.kind == "own result"

    @property
    def is_locked(self) -> bool:
        """Whether this is a document that is gone, while the lock of a program is there."""
        return self.fault is not None and self.fault.kind in (_LOCKED, _CUT_LOCK)

    @property
    def is_looked_into(self) -> bool:
        """Whether this is a folder whose files are entries themselves."""
        return self.fault is not None and self.fault.kind == "folder of an interview"


def list_entries(folder: Path) -> tuple[FolderEntry, ...]:
    """Return the files and folders below a folder, in order of name.

    Raises
    ------
    StudyError
        When there are more than `MOST_ENTRIES`, or the folder is of the system: it is not that of a study.

    Examples
    --------
    >>> list_entries(Path("no/such/folder"))
    ()
    """
    if is_of_the_system(folder) or folder.resolve() == Path(folder.resolve().anchor):
        raise StudyError(Problem(show_name(folder), "system folder"))
    entries: list[FolderEntry] = []
    home = folder.resolve()
    seen, left = 0, deque([folder] if folder.is_dir() else [])
    while left:
        here = left.popleft()
        try:
            with os.scandir(here) as scan:
                inside = []
                for item in scan:
                    inside.append(item)
                    if (seen := seen + 1) > MOST_ENTRIES:
                        raise StudyError(_too_many(folder))
        except OSError as err:
            entries.append(_faulty(here, "folder not readable", why=why_refused(err)))
            continue
        written = results_named(here)
        for item in inside:
            if (kind := problem_of_leftover(here / item.name)) and not is_at_work(here / item.name):
                entries.append(_faulty(here / item.name, kind))
            if document := _locked(item.name, inside):
                entries.append(_left_by_a_lock(here, document, item.name))
            if lost := _accompanied(here, item.name):
                entries.append(_faulty(lost, "companion without document", companion=show_name(item.name)))
            if _is_passed_over(item.name) or (item.name in written and not item.is_dir(follow_symlinks=False)):
                continue
            if holds_study(here / item.name):
                entries.append(_faulty(here / item.name, "study inside"))
            elif item.is_dir(follow_symlinks=False) and not item.name.lower().endswith(PACKAGES):
                left.append(here / item.name)
                entries.append(_faulty(here / item.name, "folder of an interview"))
            else:
                entries.append(_look_at(here, item, home))
    once = {entry.path: entry for entry in entries}  # two traces of one document are one entry
    return tuple(once[path] for path in sorted(once))


def holds_study(folder: Path) -> bool:
    """Return whether a folder is that of a study: a study.yaml says so.

    >>> holds_study(Path("no/such/folder"))
    False
    """
    try:
        return (folder / "study.yaml").is_file()
    except OSError:  # a folder without rights is named where it is looked into
        return False


def _too_many(folder: Path) -> Problem:
    return Problem(show_name(folder), "too many entries", {"most": MOST_ENTRIES})


def _is_passed_over(name: str) -> bool:
    hidden = name.startswith(".") and not _stub(name)
    return (
        hidden
        or name.startswith(("~$", READY))
        or _LOCKS.fullmatch(name) is not None
        or name.casefold() in _OF_THE_SYSTEM
    )


def _stub(name: str) -> str:
    """Return the document for which iCloud left a stub; empty where the name is not that of a stub."""
    return name[1:].removesuffix(".icloud") if name.startswith(".") and name.endswith(".icloud") else ""


def _locked(name: str, inside: Sequence[os.DirEntry[str]]) -> str:
    """Return the document that a program had open here, where it is not there; empty where it is, or none was.

    The name of a lock of Word or Excel is ``~$`` and that of the document, the first two letters of which a long one
    has lost; that of LibreOffice has ``.~lock.`` before it and ``#`` behind it. Vim keeps ``.name.swp``, and Emacs
    ``.#name`` and ``#name#``.
    """
    if whole := _LOCKS.fullmatch(name):
        document = next(filter(None, whole.groups()))
        return "" if any(item.name in (document, f".{document}") for item in inside) else document
    if not name.startswith("~$"):
        return ""
    document = name[2:]
    others = [item.name for item in inside if item.name != name]
    return "" if any(document in (other, other[1:], other[2:]) for other in others) else document


def _left_by_a_lock(here: Path, document: str, lock: str) -> FolderEntry:
    """Return the entry of a document that is gone; the lock itself is named where letters of the document may lack."""
    is_cut = lock.startswith("~$") and len(Path(document).stem) >= _SHORTEST_CUT
    where, kind = (lock, _CUT_LOCK) if is_cut else (document, _LOCKED)
    return FolderEntry(here / document, Problem(show_name(here / where), kind, {"lock": show_name(lock)}))


def _accompanied(here: Path, name: str) -> Path | None:
    """Return the document of which macOS kept the icon and the like, ``._`` before its name, where it is not there.

    In a packed file these lie in a folder of their own, `__MACOSX`.
    """
    if not (name.startswith("._") and Path(name[2:]).suffix):
        return None
    document = Path(*(part for part in here.parts if part != "__MACOSX"), name[2:])
    return None if os.path.lexists(document) or os.path.lexists(here / name[2:]) else document


def _faulty(path: Path, kind: str, **values: object) -> FolderEntry:
    return FolderEntry(path, Problem(show_name(path), kind, values))


def _look_at(here: Path, item: os.DirEntry[str], home: Path) -> FolderEntry:
    path = here / item.name
    if document := _stub(item.name):
        return _faulty(here / document, "in the cloud")
    try:
        if item.is_dir():
            return _faulty(path, "link to a folder" if item.is_symlink() else "package")
        if item.is_symlink() and not path.exists():
            return _faulty(path, "link to nothing")
        if not item.is_file():
            return _faulty(path, "no ordinary file")
        leads_out = item.is_symlink() and not path.resolve().is_relative_to(home)
        if not leads_out and is_own_file(path):
            return _faulty(path, "own result")
    except OSError as err:  # a link to itself
        return _faulty(path, "entry not readable", why=why_refused(err))
    return FolderEntry(path)


def ordinary_files(entries: tuple[FolderEntry, ...]) -> Iterator[Path]:
    """Yield the files that can be opened.

    >>> odd = FolderEntry(Path("b.txt"), Problem("b.txt", "no ordinary file"))
    >>> list(ordinary_files((FolderEntry(Path("a.txt")), odd)))
    [PosixPath('a.txt')]
    """
    return (entry.path for entry in entries if not entry.fault)
