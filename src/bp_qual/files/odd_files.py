"""Pipes, sockets and devices: opening one may never end, and replacing one breaks what waits for it."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.wording.remarks import Remark


def is_odd(path: Path) -> bool:
    """Return whether something lies there that is neither a file nor a folder; nothing is opened to know.

    >>> is_odd(Path("/dev/null")), is_odd(Path("/dev")), is_odd(Path("no/such/file"))
    (True, False, False)
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError, RuntimeError):  # not there, or a link to itself
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def refuse_odd(paths: Iterable[Path]) -> None:
    """Refuse to write where something lies that is neither a file nor a folder.

    Parameters
    ----------
    paths : iterable of Path
        What is to be written.

    Raises
    ------
    StoreError
        Naming every one of them.

    Examples
    --------
    >>> refuse_odd([Path("no/such/file.csv")])
    """
    if odd := [Problem(show_name(path), "pipe in the way") for path in paths if is_odd(path)]:
        raise StoreError(odd, Remark("nothing written"))
