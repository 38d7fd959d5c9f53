"""A mark beside files while several of them are written one after the other; it tells what a killed run left.

Where the files can be written as one (`write_together`) no mark is needed; lines that are appended cannot be.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bp_qual.files.at_work import held, is_at_work
from bp_qual.files.atomic_writing import sync_folder

_MARK = ".bp_qual-unfinished-"


@contextlib.contextmanager
def marked_unfinished() -> Iterator[Callable[[Path], None]]:
    """Yield what marks a folder as one in which a run is writing; however the block ends, its marks are taken off.

    Those of runs that were killed there go with them: what this run wrote is whole.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place, marked_unfinished() as mark:
    ...     mark(Path(place) / "codings")
    ...     is_unfinished(Path(place) / "codings")  # not for this process, which is still at work
    False
    """
    with contextlib.ExitStack() as ends:

        def mark(folder: Path) -> None:
            own = folder / f"{_MARK}{os.getpid()}"
            with contextlib.suppress(OSError):  # what cannot be marked cannot be written either, and that is told
                made = tuple(new for new in (folder, *folder.parents) if not new.exists())
                own.mkdir(parents=True, exist_ok=True)
                ends.callback(_take_off, folder, made)
                ends.enter_context(held(own))
                sync_folder(folder)

        yield mark


def is_unfinished(folder: Path) -> bool:
    """Return whether a run was killed while it wrote into a folder, and none has done so to the end since.

    >>> is_unfinished(Path("no/such/folder"))
    False
    """
    return any(not _is_own(mark) and not is_at_work(mark) for mark in folder.glob(f"{_MARK}*"))


def _is_own(mark: Path) -> bool:
    return mark.name == f"{_MARK}{os.getpid()}"


def _take_off(folder: Path, made: Sequence[Path]) -> None:
    with contextlib.suppress(OSError):
        for mark in folder.glob(f"{_MARK}*"):
            if _is_own(mark) or not is_at_work(mark):
                mark.rmdir()
        for new in made:
            new.rmdir()  # only where nothing was written into it
