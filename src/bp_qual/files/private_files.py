"""Files that only the user may read: how a second start finds a page that is open, and how a browser is let in."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files.guard import check_places
from bp_qual.files.leftovers import remove_strays, staged_beside
from bp_qual.windows import own_number, put_in_place, sync_folder
from bp_qual.wording.guesses import why_refused


def private_folder() -> Path:
    """Return a folder for temporary files that only this user may enter; it is made where there is none.

    Raises
    ------
    StoreError
        Where a folder of that name is somebody else's, or open to others.

    Examples
    --------
    >>> private_folder().is_dir()
    True
    """
    user = own_number()
    with _told():
        folder = Path(tempfile.gettempdir()) / f"bp_qual-{'user' if user is None else user}"
        folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    own = user is None or (found.st_uid == user and not found.st_mode & 0o077)
    if not (stat.S_ISDIR(found.st_mode) and own):
        raise StoreError(Problem(show_name(folder), "not yours alone"))
    return folder


def passing_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for temporary files, which goes with all that is in it where a `with` block ends.

    Raises
    ------
    StoreError
        Where nothing temporary can be written on this computer: its disk is full, or the folder is locked.

    Examples
    --------
    >>> with passing_folder() as folder:
    ...     Path(folder).is_dir()
    True
    """
    with _told():
        return tempfile.TemporaryDirectory()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Say that the folder for temporary files cannot be written, where that is so."""
    try:
        yield
    except OSError as err:
        raise StoreError(Problem("TMPDIR", "cannot be written", {"why": why_refused(err)})) from err


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only this user may read, whole or not at all.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_private(Path(folder) / "key", b"secret")
    ...     (Path(folder) / "key").stat().st_mode & 0o077
    0
    """
    check_places([path])
    remove_strays(path.parent)
    staged = staged_beside(path)
    try:
        with os.fdopen(os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(staged, path)
    finally:
        staged.unlink(missing_ok=True)
    sync_folder(path.parent)
