"""What a run leaves that is killed while it writes: by what names it is known, and how it is taken away."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from bp_qual.files.at_work import is_at_work
from bp_qual.lazy_patterns import lazy_pattern

READY = "bp_qual-not-finished-run-again-"  # of a folder whose files are only to be put in place; seen after a kill
NEW = f"{READY}new-"  # of a folder that `write_new_folder` makes: that alone knows what to do with it
STAGING = ".bp_qual-staging-"
_STRAY = lazy_pattern(r"\..+\.bp_qual-\d+")  # of one file
REMOVE, ORDER = ".bp_qual-remove", ".bp_qual-order"
OTHERS, FIRST = ".bp_qual-others", ".bp_qual-first"  # of files in several folders: ready once the first of these is


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
            if not stray.is_dir():
                stray.unlink()
            elif not any(Path(first).is_dir() for first in lines_of(stray / FIRST)):
                remove_folder(stray)


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


def lines_of(file: Path) -> list[str]:
    """Return the lines of a file of ours; none where it is gone.

    >>> lines_of(Path("no/such/file"))
    []
    """
    if not file.is_file():
        return []
    return [line for line in file.read_text(encoding="utf-8", errors="surrogateescape").split("\n") if line]


def remove_folder(folder: Path) -> None:
    """Remove a folder of passage with the files in it.

    >>> import tempfile
    >>> remove_folder(Path(tempfile.mkdtemp()))
    """
    for staged in folder.glob("*"):
        staged.unlink()
    folder.rmdir()
