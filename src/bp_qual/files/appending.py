"""Append lines to a file so that what was reported as saved is there after a crash, and a torn end spoils nothing.

Only whole lines are ever added. An append starts on a new line whatever a crash left behind, and it returns only when
the disk says that it has the bytes.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files.odd_files import is_odd, refuse_odd
from bp_qual.windows import sync_folder
from bp_qual.wording.guesses import why_refused

_WAIT = 10.0  # seconds for another process to finish its append
_LONG_WAIT = 120.0  # and to finish what it adds from what it read


def append_lines(path: Path | str, make: Callable[[bytes, int], Sequence[bytes]], *, since: int = 0) -> int:
    """Add lines to the end of a file, one process at a time, and return its new size once they are safe.

    Parameters
    ----------
    path : Path or str
        The file; it and its folder are made where there are none.
    make : callable of (bytes, int)
        Called while no other process can write, with what the file holds from ``since`` on and its size; returns the
        lines to add, without their ends. Where it returns no lines the file stays as it is, or is not made.
    since : int
        The size of the file that the caller has already read.

    Returns
    -------
    int
        The size of the file.

    Raises
    ------
    StoreError
        Where the disk refuses; the file then holds what it held before, or is not there. The lines are not saved.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     log = Path(folder) / "anna.jsonl"
    ...     _ = log.write_bytes(b'{"whole": 1}' + bytes([10]) + b'{"torn": ')
    ...     size = append_lines(log, lambda tail, size: [b'{"next": 2}'])
    ...     (log.read_bytes().splitlines(), size == log.stat().st_size)
    ([b'{"whole": 1}', b'{"torn": ', b'{"next": 2}'], True)
    """
    path = Path(path)
    refuse_odd([path])
    with _locked(path, f".{path.name}.lock", _WAIT), _taken_away_if_empty(path):
        return _append(path, make, since)


@contextmanager
def one_at_a_time(path: Path | str) -> Iterator[None]:
    """Read a file and add to it what follows from that, while nobody else who asks for this does.

    Parameters
    ----------
    path : Path or str
        The file; its folder is made where there is none.

    Yields
    ------
    None
        Others wait for two minutes at most.

    Raises
    ------
    StoreError
        Where that takes longer, or the disk refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, one_at_a_time(Path(folder) / "agreed.jsonl"):
    ...     append_lines(Path(folder) / "agreed.jsonl", lambda tail, size: [b"{}"])
    3
    """
    path = Path(path)
    with _locked(path, f".{path.name}.deciding.lock", _LONG_WAIT):
        yield


@contextmanager
def _locked(path: Path, name: str, wait: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = path.with_name(name)
    if lock.is_symlink() or is_odd(lock):
        raise StoreError(Problem(show_name(lock), "lock is a link"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(lock, timeout=wait):
            yield
    except Timeout as err:
        raise StoreError(Problem(show_name(path), "written by another")) from err
    except OSError as err:
        raise StoreError(Problem(show_name(path), "not saved", {"why": why_refused(err)})) from err


def check_appending(path: Path | str) -> StoreError | None:
    """Return why no lines can be added to a file now; None where nothing stands in the way. Nothing is changed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     check_appending(Path(folder) / "codings" / "anna.jsonl")
    """
    path = Path(path)
    try:
        refuse_odd([path])
    except StoreError as error:
        return error
    try:
        if path.exists():
            path.open("ab").close()
            return None
        folder = next(above for above in path.parents if above.exists())
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as err:
        return StoreError(Problem(show_name(path), "not saved", {"why": why_refused(err)}))
    return None


@contextmanager
def _taken_away_if_empty(path: Path) -> Iterator[None]:
    """Leave no file where there was none and nothing was added: it would stand for somebody who did something."""
    is_new = not path.exists()
    try:
        yield
    finally:
        with suppress(OSError):
            if is_new and not path.stat().st_size:
                path.unlink()


def _append(path: Path, make: Callable[[bytes, int], Sequence[bytes]], since: int) -> int:
    is_new = not path.exists()
    with path.open("ab+", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(min(since, size))
        lines = make(file.read(), size)
        if not lines:
            return size
        data = b"".join(line + b"\n" for line in lines)
        if size and not _ends_a_line(file.fileno(), size):
            data = b"\n" + data
        try:
            _write_all(file.fileno(), data)
            os.fsync(file.fileno())
        except OSError:
            os.ftruncate(file.fileno(), size)
            raise
    if is_new:
        sync_folder(path.parent)
    return size + len(data)


def _ends_a_line(handle: int, size: int) -> bool:
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
