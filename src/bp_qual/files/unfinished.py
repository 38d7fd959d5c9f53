"""A mark beside files while several of them are written one after the other; it tells what a killed run left.

Where the files can be written as one (`write_together`) no mark is needed; lines that are appended cannot be.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bp_qual.files.at_work import held, is_at_work
from bp_qual.files.real_places import is_link, is_real_folder
from bp_qual.windows import sync_folder

_MARK = ".bp_qual-unfinished-"


@contextlib.contextmanager
def marked_unfinished(command: str) -> Iterator[Callable[[Path], None]]:
    """Yield what marks a folder as one in which a run is writing; however the block ends, its marks are taken off.

    Those of runs of the same command that were killed there go with them: what this run wrote is whole.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place, marked_unfinished("import") as mark:
    ...     mark(Path(place) / "codings")
    ...     list_unfinished(Path(place) / "codings")  # not for this process, which is still at work
    ()
    """
    with contextlib.ExitStack() as ends:

        def mark(folder: Path) -> None:
            if is_link(folder):  # nothing of ours is written there
                return
            own = folder / f"{_MARK}{command}-{os.getpid()}"
            with contextlib.suppress(OSError):  # what cannot be marked cannot be written either, and that is told
                made = tuple(new for new in (folder, *folder.parents) if not new.exists())
                own.mkdir(parents=True, exist_ok=True)
                ends.callback(_take_off, folder, command, made)
                ends.enter_context(held(own))
                sync_folder(folder)

        yield mark


def list_unfinished(folder: Path) -> tuple[str, ...]:
    """Return the commands that were killed while they wrote into a folder, and were not run to the end there since.

    >>> list_unfinished(Path("no/such/folder"))
    ()
    """
    killed = (mark for mark in folder.glob(f"{_MARK}*") if not _is_own(mark) and not is_at_work(mark))
    return tuple(sorted({_command_of(mark) for mark in killed}))


def _is_own(mark: Path) -> bool:
    return mark.name.endswith(f"-{os.getpid()}")


def _command_of(mark: Path) -> str:
    return mark.name.removeprefix(_MARK).rpartition("-")[0]


def _take_off(folder: Path, command: str, made: Sequence[Path]) -> None:
    with contextlib.suppress(OSError):
        for mark in folder.glob(f"{_MARK}{command}-*"):
            if is_real_folder(mark) and (_is_own(mark) or not is_at_work(mark)):
                mark.rmdir()
        for new in made:
            new.rmdir()  # only where nothing was written into it
