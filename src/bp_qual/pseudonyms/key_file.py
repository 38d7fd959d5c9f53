"""The key: which pseudonym stands for whom, and what stood where. A table in text that only its owner may read.

It also says which names a person decided to leave, so that they are not proposed anew. It is never put into a study or
a git work tree, and nothing but `pseudonyms` reads it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StoreError, StudyError
from bp_qual.files.private_files import write_private
from bp_qual.files.safe_reading import read_bytes
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.study.interview_files import can_be_transcript
from bp_qual.study.interviews import interviews_from_names
from bp_qual.study.name_patterns import NamePattern
from bp_qual.wording.guesses import why_refused

_COLUMNS = ("pseudonym", "spelling", "kind", "only_in", "file", "written", "places")
_FILE = "file"
_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".ods")
_OF_STUDIES = ("study.yaml", "study.yml", "interviews.csv")


@dataclass(frozen=True, slots=True)
class KeptPlaces:
    """Where, in a file of the new study, one spelling was replaced: offsets in its text, as `written` there.

    Examples
    --------
    >>> KeptPlaces("P01_2010.txt", "Jans", "P01's", (3, 40)).places
    (3, 40)
    """

    file: str
    original: str
    written: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a new study: what it was called, a seal of its bytes, and the encoding it had where it is text.

    Examples
    --------
    >>> KeptFile("P01_2010.txt", "Jan_2010.txt").codec
    ''
    """

    name: str
    old: str
    seal: str = ""
    codec: str = ""


@dataclass(frozen=True, slots=True)
class KeptStudy:
    """What was replaced where in one study that was made with the key.

    Examples
    --------
    >>> KeptStudy((KeptFile("P01_2010.txt", "Jan_2010.txt"),)).names()
    {'P01_2010.txt'}
    """

    files: tuple[KeptFile, ...]
    places: tuple[KeptPlaces, ...] = ()

    def names(self) -> set[str]:
        """Return what its files are called."""
        return {file.name for file in self.files}

    def seals(self) -> set[tuple[str, str]]:
        """Return by what its files are known."""
        return {(file.name, file.seal) for file in self.files}


@dataclass(frozen=True, slots=True)
class NameKey:
    """What a key holds: the names, and where each stood in every study that was made with it, the last one last.

    `left` are names that a person decided to leave; they have no pseudonym.

    Examples
    --------
    >>> NameKey((DecidedName("Jan", "P01"),)).names[0].pseudonym
    'P01'
    """

    names: tuple[DecidedName, ...] = ()
    studies: tuple[KeptStudy, ...] = ()
    left: tuple[DecidedName, ...] = ()

    def with_study(self, names: tuple[DecidedName, ...], left: tuple[DecidedName, ...], made: KeptStudy) -> NameKey:
        """Return the key after one more study; it takes the place of one of the same files.

        Parameters
        ----------
        names, left : tuple of DecidedName
            What is replaced, and what is left.
        made : KeptStudy
            What was replaced where.

        Returns
        -------
        NameKey
        """
        kept = [study for study in self.studies if study.seals() != made.seals()]
        return NameKey(names, (*kept, made), left)


def seal_of(data: bytes) -> str:
    """Return by what a file is known.

    >>> seal_of(b"Jan")
    '5c5db120cb11bee1'
    """
    return hashlib.sha256(data).hexdigest()[:16]


def check_key_place(path: Path, studies: Iterable[Path]) -> None:
    """Refuse a place for the key that is in a study, old or new, or in a git work tree.

    Raises
    ------
    StoreError
        Saying why.
    """
    if path.is_symlink():  # it would be checked in one place and written in another
        raise StoreError(Problem(show_name(path), "key is a link"))
    home = path.resolve().parent
    inside = [study for study in studies if home.is_relative_to(study.resolve())]
    inside += [parent for parent in (home, *home.parents) if any((parent / name).is_file() for name in _OF_STUDIES)]
    inside += [folder for folder in (home, *_folders_of_somebody(home)) if _lies_among_interviews(folder)]
    if inside:
        raise StoreError(Problem(show_name(path), "key in a study", {"folder": show_name(inside[0])}))
    for parent in (home, *home.parents):
        if (parent / ".git").exists():
            raise StoreError(Problem(show_name(path), "key in git", {"folder": show_name(parent)}))


def _folders_of_somebody(home: Path) -> Iterator[Path]:
    """Yield the folders that a folder lies in, up to one's home, and up to one in which everybody may write."""
    for folder in home.parents:
        if Path.home().resolve().is_relative_to(folder) or (folder.exists() and folder.stat().st_mode & stat.S_IWOTH):
            return
        yield folder


def _lies_among_interviews(home: Path) -> bool:
    """Return whether the names of two or more texts in a folder say whose they are and of when: it needs no study.yaml.

    Tables are passed over: a sheet of names or a key may be called after a wave too. A folder that may not be looked
    into is none.
    """
    try:
        files = sorted(home.iterdir())
    except OSError:
        return False
    texts = [file for file in files if can_be_transcript(file) and file.suffix.lower() not in _TABLES]
    return len(interviews_from_names(texts, NamePattern.parse("{person}_{wave}"))[0]) > 1


def read_key(path: Path | str) -> NameKey:
    """Return what a key file says.

    Raises
    ------
    StudyError
        Where it is no key.
    """
    where = show_name(path)
    try:
        text = read_bytes(path, noted=False).decode("utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    except BpQualError as error:
        raise StudyError(error.problems) from error
    except (UnicodeDecodeError, csv.Error) as err:
        raise StudyError(Problem(where, "no key")) from err
    if not text.startswith(",".join(_COLUMNS)):
        raise StudyError(Problem(where, "no key"))
    try:
        studies = _read_studies(rows)
        names = tuple(
            DecidedName(row["spelling"], row["pseudonym"], row["kind"], tuple(filter(None, row["only_in"].split("; "))))
            for row in rows
            if not row["file"]
        )
    except (ValueError, AttributeError) as err:
        raise StudyError(Problem(where, "no key")) from err
    if not all(_stays_inside(name) for study in studies for file in study.files for name in (file.name, file.old)):
        raise StudyError(Problem(where, "no key"))
    return NameKey(tuple(filter(_stands_for, names)), studies, tuple(itertools.filterfalse(_stands_for, names)))


def _stands_for(name: DecidedName) -> bool:
    """Return whether a name has a pseudonym; who decides to leave one keeps it without."""
    return bool(name.pseudonym)


def _read_studies(rows: Iterable[Mapping[str, str]]) -> tuple[KeptStudy, ...]:
    """Return the studies of a key; in rows of files the column of the pseudonym has the number of the study."""
    files: dict[str, list[KeptFile]] = {}
    places: dict[str, list[KeptPlaces]] = {}
    for row in rows:
        number = row["pseudonym"]
        if row["kind"] == _FILE:
            files.setdefault(number, []).append(KeptFile(row["file"], row["spelling"], row["written"], row["only_in"]))
        elif row["file"]:
            stood = tuple(map(int, row["places"].split()))
            places.setdefault(number, []).append(KeptPlaces(row["file"], row["spelling"], row["written"], stood))
    return tuple(KeptStudy(tuple(kept), tuple(places.get(number, ()))) for number, kept in files.items())


def _stays_inside(name: str) -> bool:
    """Return whether a name of a file leads to a place below the folder that it is put in."""
    path = Path(name)
    return bool(path.name) and not path.anchor and ".." not in path.parts


def write_key(path: Path, key: NameKey) -> None:
    """Write a key, whole or not at all, for its owner alone (mode 0600)."""
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer, lineterminator="\r\n")  # a cell with either sign is quoted
    table.writerow(_COLUMNS)
    for name in (*key.names, *key.left):
        table.writerow([name.pseudonym, name.spelling, name.kind, "; ".join(name.only_in), "", "", ""])
    for number, study in enumerate(key.studies, start=1):
        for file in study.files:
            table.writerow([number, file.old, _FILE, file.codec, file.name, file.seal, ""])
        for kept in study.places:
            table.writerow([number, kept.original, "", "", kept.file, kept.written, " ".join(map(str, kept.places))])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, buffer.getvalue().encode("utf-8"))
    except OSError as err:
        raise StoreError(Problem(show_name(path), "cannot be written", {"why": why_refused(err)})) from err
