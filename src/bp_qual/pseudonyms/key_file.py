"""The key: which pseudonym stands for whom, and what stood where. A table in text that only its owner may read.

It is never put into a study or a git work tree, and nothing but `pseudonyms` reads it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StoreError, StudyError
from bp_qual.files.private_files import write_private
from bp_qual.files.safe_reading import read_bytes
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.wording.guesses import why_refused

_COLUMNS = ("pseudonym", "spelling", "kind", "only_in", "file", "written", "places")
_FILE = "file"
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
class NameKey:
    """What a key holds: the names, where each stood in the study that was made last, and what its files were called.

    Examples
    --------
    >>> NameKey((DecidedName("Jan", "P01"),)).names[0].pseudonym
    'P01'
    """

    names: tuple[DecidedName, ...] = ()
    kept: tuple[KeptPlaces, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


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
    if inside:
        raise StoreError(Problem(show_name(path), "key in a study", {"folder": show_name(inside[0])}))
    for parent in (home, *home.parents):
        if (parent / ".git").exists():
            raise StoreError(Problem(show_name(path), "key in git", {"folder": show_name(parent)}))


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
        kept = tuple(
            KeptPlaces(row["file"], row["spelling"], row["written"], tuple(map(int, row["places"].split())))
            for row in rows
            if row["file"] and row["kind"] != _FILE
        )
        files = {row["file"]: row["spelling"] for row in rows if row["kind"] == _FILE}
        names = tuple(
            DecidedName(row["spelling"], row["pseudonym"], row["kind"], tuple(filter(None, row["only_in"].split("; "))))
            for row in rows
            if not row["file"]
        )
    except (ValueError, AttributeError) as err:
        raise StudyError(Problem(where, "no key")) from err
    if not all(_stays_inside(name) for pair in files.items() for name in pair):
        raise StudyError(Problem(where, "no key"))
    return NameKey(names, kept, files)


def _stays_inside(name: str) -> bool:
    """Return whether a name of a file leads to a place below the folder that it is put in."""
    path = Path(name)
    return bool(path.name) and not path.anchor and ".." not in path.parts


def write_key(path: Path, key: NameKey) -> None:
    """Write a key, whole or not at all, for its owner alone (mode 0600)."""
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer, lineterminator="\n")
    table.writerow(_COLUMNS)
    for name in key.names:
        table.writerow([name.pseudonym, name.spelling, name.kind, "; ".join(name.only_in), "", "", ""])
    for new, old in key.files.items():
        table.writerow(["", old, _FILE, "", new, "", ""])
    for kept in key.kept:
        table.writerow(["", kept.original, "", "", kept.file, kept.written, " ".join(map(str, kept.places))])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, buffer.getvalue().encode("utf-8"))
    except OSError as err:
        raise StoreError(Problem(show_name(path), "cannot be written", {"why": why_refused(err)})) from err
