"""Whether a folder is there itself or is a link, and what lies at a path: nothing is deleted through a link."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from bp_qual.windows import leads_elsewhere

NO_FILE = "no file"  # the trace of what is neither a file nor a link


def is_link(path: Path) -> bool:
    """Return whether a path is a link, or a junction of Windows.

    >>> is_link(Path("no/such/folder"))
    False
    """
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return False
    return leads_elsewhere(found)


def is_real_folder(path: Path) -> bool:
    """Return whether there is a folder at a path, and not a link to one.

    >>> is_real_folder(Path("."))
    True
    """
    return path.is_dir() and not is_link(path)


def is_real_file(path: Path) -> bool:
    """Return whether there is an ordinary file at a path, and not a link to one.

    >>> is_real_file(Path("no/such/file"))
    False
    """
    return path.is_file() and not is_link(path)


def is_below(path: Path, folder: Path) -> bool:
    """Return whether a path lies in a folder, and no step from there to it is a link or leads back.

    >>> is_below(Path("out/a/b.csv"), Path("out")), is_below(Path("out/../b.csv"), Path("out"))
    (True, False)
    """
    if not path.is_relative_to(folder) or path == folder:
        return False
    steps = path.relative_to(folder).parts
    return ".." not in steps and not any(is_link(folder.joinpath(*steps[:n])) for n in range(1, len(steps) + 1))


def trace_of(path: Path) -> str:
    """Return what tells whether a path still holds what it held: nothing where nothing is there.

    Examples
    --------
    >>> trace_of(Path("no/such/file"))
    ''
    """
    try:
        if is_link(path):
            return f"link {hashlib.sha256(os.fsencode(path.readlink())).hexdigest()}"
        if not path.is_file():
            return NO_FILE if os.path.lexists(path) else ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # not ours to read
        return NO_FILE
