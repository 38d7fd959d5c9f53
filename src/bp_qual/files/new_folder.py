"""Write a folder that is not there yet: whoever looks sees nothing of it, or all of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files.at_work import held, is_at_work
from bp_qual.files.atomic_writing import write_synced
from bp_qual.files.guard import check_places
from bp_qual.files.leftovers import NEW, no_empty_folders
from bp_qual.windows import put_in_place, sync_folder
from bp_qual.wording.guesses import why_refused


def write_new_folder(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    check: Callable[[Path], object],
    first: Callable[[], object],
    rest: Callable[[], Mapping[str, bytes]] = dict,
) -> None:
    """Write a folder with files in it, and folders in it, at one stroke; one that is there and not empty is refused.

    A run that is killed leaves a folder beside it whose name says to run it again, so that whoever looks sees that what
    was saved first may lack its folder; the next call that writes here takes it away.

    Parameters
    ----------
    folder : Path
        The new folder.
    files : mapping of str to bytes
        By their path in it, with / between.
    check : callable
        Is given the folder as it will be, before it is put in place; what it raises stops the writing.
    first : callable
        What has to be saved before the folder is there.
    rest : callable
        Returns, after `check`, the files that hang on how the others read.

    Raises
    ------
    StoreError
        Where something is in the way, or the disk refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     write_new_folder(Path(place) / "new", {"a/b.txt": b"1"}, check=lambda _: None, first=lambda: None)
    ...     (Path(place) / "new" / "a" / "b.txt").read_bytes()
    b'1'
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise StoreError(Problem(show_name(folder), "folder not empty"))
    check_places([folder])
    home = folder.resolve().parent
    try:
        with no_empty_folders(home):
            home.mkdir(parents=True, exist_ok=True)
            _remove_strays(home)
            _put_together(folder, home, files, check, first, rest)
    except OSError as err:
        raise StoreError(Problem(show_name(folder), "cannot be written", {"why": why_refused(err)})) from err


def _put_together(
    folder: Path,
    home: Path,
    files: Mapping[str, bytes],
    check: Callable[[Path], object],
    first: Callable[[], object],
    rest: Callable[[], Mapping[str, bytes]],
) -> None:
    """Write the files into a folder of passage, and give it its name."""
    staged = home / f"{NEW}{os.getpid()}"
    staged.mkdir(mode=0o700)
    with held(staged):
        try:
            for name, data in files.items():
                _write(staged / name, data)
            check(staged)
            for name, data in rest().items():
                _write(staged / name, data)
            first()
            if folder.is_dir():
                folder.rmdir()
            put_in_place(staged, folder)
            sync_folder(home)
        finally:
            if staged.exists():
                shutil.rmtree(staged)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_synced(path, data)


def _remove_strays(home: Path) -> None:
    """Remove what a killed run left here, unless that process is still at work."""
    for stray in home.glob(f"{NEW}*"):
        if not is_at_work(stray):
            shutil.rmtree(stray, ignore_errors=True)
