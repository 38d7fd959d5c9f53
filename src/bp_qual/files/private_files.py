"""Files that only the user may read: how a second start finds a page that is open, and how a browser is let in."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files.atomic_writing import sync_folder
from bp_qual.files.guard import check_places
from bp_qual.files.leftovers import remove_strays, staged_beside


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
    user = str(os.getuid()) if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"bp_qual-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    own = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
    if not (stat.S_ISDIR(found.st_mode) and own):
        raise StoreError(Problem(show_name(folder), "not yours alone"))
    return folder


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
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
    sync_folder(path.parent)
