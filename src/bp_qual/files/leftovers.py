"""What a run leaves that is killed while it writes: by what names it is known, and how it is taken away.

Anybody can make a folder of such a name. So a link is never followed, a folder with other things than files in it is
left alone, and a file is replaced or removed only where it still is what the run that was killed saw there.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bp_qual.files.at_work import is_at_work
from bp_qual.files.real_places import NO_FILE, is_real_file, is_real_folder, trace_of
from bp_qual.lazy_patterns import lazy_pattern

READY = "bp_qual-not-finished-run-again-"  # of a folder whose files are only to be put in place; seen after a kill
NEW = f"{READY}new-"  # of a folder that `write_new_folder` makes: that alone knows what to do with it
STAGING = ".bp_qual-staging-"
_STRAY = lazy_pattern(r"(?s:\..+)\.bp_qual-\d+")  # of one file
_FOLDER = lazy_pattern(rf"(?:{STAGING}|{READY})\d+".replace(".", r"\."))
REMOVE, ORDER = ".bp_qual-remove", ".bp_qual-order"
OTHERS, FIRST = ".bp_qual-others", ".bp_qual-first"  # of files in several folders: ready once the first of these is


def problem_of_leftover(path: Path) -> str:
    """Return the kind of problem that something with the name of what a killed run leaves is; empty for any other name.

    >>> problem_of_leftover(Path("no/such/.bp_qual-staging-12")), problem_of_leftover(Path("codes.csv"))
    ('leftover of others', '')
    """
    kind = left_by_a_kill(path.name)
    is_file, is_new = _STRAY.fullmatch(path.name) is not None, path.name.startswith(NEW)
    is_ours = is_real_file(path) if is_file else is_real_folder(path) if is_new else is_passage(path)
    return kind if is_ours or not kind else "leftover of others"


def left_by_a_kill(name: str) -> str:
    """Return the kind of problem that a name tells of what a killed run leaves; empty for any other name.

    >>> left_by_a_kill(".bp_qual-staging-12"), left_by_a_kill(".codes.csv.bp_qual-12"), left_by_a_kill("codes.csv")
    ('broken off writing', 'broken off writing', '')
    """
    if name.startswith(READY):
        return "unfinished writing"
    return "broken off writing" if name.startswith(STAGING) or _STRAY.fullmatch(name) else ""


def staged_beside(path: Path) -> Path:
    """Return where a file is written before it is put in place.

    >>> staged_beside(Path("codes.csv")).name.rpartition("-")[0]
    '.codes.csv.bp_qual'
    """
    return path.with_name(f".{path.name}.bp_qual-{os.getpid()}")


def remove_strays(folder: Path) -> None:
    """Remove what killed runs left in a folder before anything was ready to be put in place.

    >>> remove_strays(Path("no/such/folder"))
    """
    if not folder.is_dir():
        return
    for stray in folder.iterdir():
        if not left_by_a_kill(stray.name) or stray.name.startswith(READY) or is_at_work(stray):
            continue
        with contextlib.suppress(OSError):  # of somebody else, who can remove it
            if _STRAY.fullmatch(stray.name) and is_real_file(stray):
                stray.unlink()
            elif is_passage(stray) and not is_of_a_ready_one(stray):
                remove_folder(stray)


def is_passage(path: Path) -> bool:
    """Return whether this is a folder of passage as we leave one: no link, and with nothing in it but files.

    >>> is_passage(Path("no/such/.bp_qual-staging-12"))
    False
    """
    return _FOLDER.fullmatch(path.name) is not None and _holds_files_only(path)


def _holds_files_only(folder: Path) -> bool:
    try:
        return is_real_folder(folder) and all(map(is_real_file, folder.iterdir()))
    except OSError:  # not ours to look into
        return False


def is_of_a_ready_one(staging: Path) -> bool:
    """Return whether a folder of passage belongs to another that is there and whose files are to be put in place.

    >>> is_of_a_ready_one(Path("no/such/.bp_qual-staging-12"))
    False
    """
    return any(Path(first).name.startswith(READY) and is_passage(Path(first)) for first in named_in(staging / FIRST))


@contextlib.contextmanager
def no_empty_folders(*folders: Path) -> Iterator[None]:
    """Take away the folders that are made inside, and those above them, where an error leaves them empty.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     with contextlib.suppress(OSError), no_empty_folders(new := Path(place) / "a" / "b"):
    ...         new.mkdir(parents=True)
    ...         raise OSError("no space left")
    ...     (Path(place) / "a").exists()
    False
    """
    places = dict.fromkeys(place for folder in folders for place in (folder, *folder.parents))
    absent = sorted((place for place in places if not place.exists()), key=lambda place: -len(place.parts))
    try:
        yield
    except BaseException:
        for place in absent:
            with contextlib.suppress(OSError):  # not made, or with something in it
                place.rmdir()
        raise


def list_bytes(said: Iterable[str] | Mapping[str, str]) -> bytes:
    """Return names, or names with what lay there (`trace_of`), as the bytes of a file of a folder of passage.

    >>> list_bytes(["a.csv"]), list_bytes({"a.csv": ""})
    (b'["a.csv"]', b'{"a.csv": ""}')
    """
    return json.dumps(dict(said) if isinstance(said, Mapping) else list(said)).encode()


def named_in(file: Path) -> dict[str, str]:
    """Return the names in a file of ours and what lay there; none where it is gone or not ours.

    >>> named_in(Path("no/such/file"))
    {}
    """
    try:
        said = json.loads(file.read_bytes()) if is_real_file(file) else {}
    except (OSError, ValueError, RecursionError):
        return {}
    pairs = (
        said.items() if isinstance(said, dict) else ((name, "") for name in (said if isinstance(said, list) else ()))
    )
    return {name: was for name, was in pairs if isinstance(name, str) and isinstance(was, str)}


def traces_of(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return what now lies in a folder under each of these names.

    >>> traces_of(Path("no/such/folder"), ["a.csv"])
    {'a.csv': ''}
    """
    return {name: trace_of(folder / name) for name in names}


def unchanged_in(folder: Path, file: Path) -> list[str]:
    """Return the plain names that a file of a folder of passage lists, of what is in a folder as it was then.

    >>> unchanged_in(Path("no/such/folder"), Path("no/such/file"))
    []
    """
    named = named_in(file)
    plain = (name for name in named if name not in ("", ".", "..") and Path(name).name == name and "\0" not in name)
    return [name for name in plain if trace_of(folder / name) == named[name] != NO_FILE]


def remove_folder(folder: Path) -> None:
    """Remove a folder of passage with the files in it; one that is a link, or holds anything else, is left alone.

    >>> import tempfile
    >>> remove_folder(Path(tempfile.mkdtemp()))
    """
    if _holds_files_only(folder):
        for staged in folder.iterdir():
            staged.unlink()
        folder.rmdir()
