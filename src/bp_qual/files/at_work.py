"""Whether the process that made a file or folder of passage is still at work on it.

The number of the process ends its name. That alone does not tell, for the system gives the numbers of ended processes
to new ones; so a process also holds a lock on its folder, which the system lets go however the process ends.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from bp_qual.files.real_places import is_link
from bp_qual.windows import is_locked, is_running, release_lock, take_lock

_JUST_MADE = 2.0  # seconds in which a folder may not be locked yet
_LONGEST = 3600.0  # seconds that a run on Windows, which cannot be asked, is taken to last


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder of passage until the block ends; it stays on the folder when that is renamed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place, held(folder := Path(place)):
    ...     is_locked(folder)
    True
    """
    lock = take_lock(folder)
    try:
        yield
    finally:
        release_lock(lock)


def is_at_work(left: Path) -> bool:
    """Return whether the process whose number ends this name may still be at work on it.

    >>> is_at_work(Path(f".codes.csv.bp_qual-{os.getpid()}"))  # this process begins anew
    False
    """
    number = left.name.rpartition("-")[2]
    if not number.isdigit() or int(number) == os.getpid() or is_link(left) or not left.exists():
        return False
    age = time.time() - left.stat().st_mtime
    running = is_running(int(number))
    if running is None:
        return age < _LONGEST
    return running and (not left.is_dir() or age < _JUST_MADE or is_locked(left))
