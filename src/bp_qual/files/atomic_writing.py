"""Write files so that a crash leaves the old ones or the new ones, whole.

Nothing else in the project opens a file for writing.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualWarning, Problem, StoreError, warn_caller
from bp_qual.files.at_work import held, is_at_work
from bp_qual.files.guard import check_targets, removable, unsure
from bp_qual.files.leftovers import (
    FIRST,
    ORDER,
    OTHERS,
    READY,
    REMOVE,
    STAGING,
    is_of_a_ready_one,
    is_passage,
    list_bytes,
    named_in,
    no_empty_folders,
    remove_folder,
    remove_strays,
    staged_beside,
    traces_of,
    unchanged_in,
)
from bp_qual.files.odd_files import refuse_odd
from bp_qual.files.own_marks import TABLES
from bp_qual.files.real_places import trace_of
from bp_qual.files.seals import seal_time
from bp_qual.windows import put_in_place, sync_folder
from bp_qual.wording.guesses import why_refused
from bp_qual.wording.remarks import Remark


def write_atomically(path: Path | str, data: bytes, *, edited: bool = False) -> None:
    """Write a file so that whoever looks, even after a crash, sees the old content or the new one, whole.

    The folder is made if need be.

    Parameters
    ----------
    path : Path or str
        The file.
    data : bytes
        What it is to hold.
    edited : bool
        True for a file that people edit, where the caller has kept what they wrote (`keep_earlier`). Any other file is
        first checked against what the run may overwrite (`check_targets`).

    Raises
    ------
    StoreError
        Where the file may not be overwritten, cannot be written, or was saved by another program at that moment.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_atomically(Path(folder) / "codes.csv", b"code,persons")
    ...     (Path(folder) / "codes.csv").read_bytes()
    b'code,persons'
    """
    path = Path(path)
    refuse_odd([path])
    seen = trace_of(path)
    if not edited:
        check_targets({path: data})
        _keep_unsure({path: data})
    with _explained(path), no_empty_folders(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        remove_strays(path.parent)
        staged = staged_beside(path)
        try:
            _write_sealed(staged, path.suffix, data)
            if trace_of(path) not in (seen, trace_of(staged)):  # what was checked, and kept, is not what would be lost
                raise StoreError(Problem(show_name(path), "saved meanwhile"))
            put_in_place(staged, path)
        finally:
            staged.unlink(missing_ok=True)
        sync_folder(path.parent)


def keep_earlier(path: Path | str, data: bytes) -> Path | None:
    """Copy a file that people edit to a free name next to it, before `data` takes its place; return that name.

    Nothing is copied where there is no such file, where it is the same as `data`, or where the latest copy is the same.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     matrix = Path(folder) / "matrix.xlsx"
    ...     _ = matrix.write_bytes(b"by hand")
    ...     keep_earlier(matrix, b"new").name
    'matrix.earlier.xlsx'
    """
    path = Path(path)
    try:
        earlier = path.read_bytes() if path.is_file() else data
    except OSError as err:
        raise StoreError(Problem(show_name(path), "earlier not readable", {"why": why_refused(err)})) from err
    if earlier == data:
        return None
    latest = None
    for number in itertools.count(1):
        copy = path.with_name(f"{path.stem}.earlier{f'-{number}' if number > 1 else ''}{path.suffix}")
        if not copy.exists():
            break
        latest = copy
    if latest is not None and latest.is_file() and latest.read_bytes() == earlier:
        return latest
    write_atomically(copy, earlier)
    return copy


def _keep_unsure(targets: Mapping[Path, bytes]) -> None:
    """Keep the earlier self of a file of ours that somebody may have edited, and say so."""
    for path in unsure(targets):
        if (kept := keep_earlier(path, targets[path])) is not None:
            values = {"file": show_name(path), "kept": show_name(kept)}
            warn_caller(BpQualWarning(Remark("earlier table kept", values=values)))


def write_folder(
    folder: Path | str,
    files: Mapping[str, bytes],
    *,
    earlier: Mapping[str, str] | None = None,
    interviews: bool = False,
) -> None:
    """Write several files that belong together; make the folder if need be; touch no other file in it.

    The last of them is put in place last: a record in it of the others then tells a mixture of two runs.

    Parameters
    ----------
    folder : Path or str
        Made if it is not there.
    files : mapping of str to bytes
        The files by name, in the order in which they are put in place.
    earlier : mapping of str to str, optional
        What an earlier run left in the folder, name to SHA-256. Of these, what has no new file is removed; a file that
        was changed since, or that is not among them, is neither removed nor replaced.
    interviews : bool
        True where these are interviews of a study, which are to be named as such.

    Raises
    ------
    StoreError
        When a file is in the way, or the disk refuses.

    All of them are staged and flushed to disk before the first is put in place. A run that is killed before that
    leaves the old files; one that is killed after it leaves a folder whose name says so, and is finished by the next
    call (`finish_folder`).

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_folder(Path(folder) / "out", {"a.csv": b"1", "b.csv": b"2"})
    ...     sorted(path.name for path in (Path(folder) / "out").iterdir())
    ['a.csv', 'b.csv']
    """
    folder = Path(folder)
    for name in files:
        if not name or Path(name).name != name or name.startswith((".bp_qual-", READY)):
            raise ValueError(f"a file of an output folder has a plain name, not {name!r}")
    left = None if earlier is None else {folder: earlier}
    _write([(folder / name, data) for name, data in files.items()], [folder], earlier=left, interviews=interviews)


def write_together(
    files: Iterable[tuple[Path, bytes]],
    *,
    edited: bool = False,
    earlier: Mapping[Path, Mapping[str, str]] | None = None,
    remove: Iterable[Path] = (),
) -> None:
    """Write several files, of one folder or more, so that a run that is killed leaves all the old ones or all the new.

    As with `write_folder` there is a moment, while they are put in place one after the other, at which it leaves some
    of each; the next call that writes into these folders then finishes what it began.

    Parameters
    ----------
    files : iterable of (Path, bytes)
        The files, in the order in which they are put in place within a folder.
    edited : bool
        As in `write_atomically`.
    earlier : mapping of Path to mapping, optional
        For each of the folders what an earlier run left there, as in `write_folder`.
    remove : iterable of Path
        Files that go in the same step; that they may is the caller's to know.

    Raises
    ------
    StoreError
        Where one of them may not be overwritten, two are one file, or the disk refuses: then none was written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_together([(Path(folder) / "a.csv", b"1"), (Path(folder) / "more" / "b.csv", b"2")])
    ...     sorted(path.name for path in Path(folder).rglob("*.csv"))
    ['a.csv', 'b.csv']
    """
    files = list(files)
    seen = Counter(os.path.normpath(path.absolute()) for path, _ in files)
    if twice := [name for name, times in seen.items() if times > 1]:
        raise StoreError(Problem(show_name(twice[0]), "two outputs"), Remark("nothing written"))
    gone = list(remove)
    folders = dict.fromkeys(path.parent for path in (*(path for path, _ in files), *gone))
    _write(files, list(folders), edited=edited, earlier=earlier, gone=gone)


def _write(
    files: list[tuple[Path, bytes]],
    folders: list[Path],
    *,
    earlier: Mapping[Path, Mapping[str, str]] | None = None,
    edited: bool = False,
    interviews: bool = False,
    gone: Sequence[Path] = (),
) -> None:
    """Write files into folders: those of all folders are ready at one moment, before the first is put in place."""
    refuse_odd(path for path, _ in files)
    for folder in folders:
        with _explained(folder):
            finish_folder(folder)
    if not edited:
        check_targets(dict(files), earlier=earlier, interviews=interviews)
    for path, _ in files:
        with _explained(path):
            if path.is_dir():  # before anything is ready: it could not be put in place
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not edited and earlier is None:
        _keep_unsure(dict(files))
    staged: list[Path] = []
    with contextlib.ExitStack() as locks, no_empty_folders(*folders):
        try:
            for folder in reversed(folders):  # the first one last: with it, all are ready
                with _explained(folder):
                    staged.append(_make_staging(folder, locks))
                    own = {path.name: data for path, data in files if path.parent == folder}
                    tied = {FIRST: [_ready(folders[0])]} if folder != folders[0] else {OTHERS: list(map(str, staged))}
                    left = (earlier or {}).get(folder, {})
                    remove = removable(folder, left, set(left) - set(own))
                    remove |= {path.name for path in gone if path.parent == folder}
                    there = {REMOVE: traces_of(folder, sorted(remove)), ORDER: traces_of(folder, own)}
                    _stage(staged[-1], own, {**there, **tied})
            for place in staged[-1:]:
                with _explained(place.parent):
                    put_in_place(place, Path(_ready(place.parent)))
                    sync_folder(place.parent)
        except BaseException:
            for place in filter(Path.is_dir, staged):
                remove_folder(place)
            raise
        for place in staged[-1:]:
            with _explained(place.parent):
                _put_in_place(Path(_ready(place.parent)))


def _ready(folder: Path) -> str:
    return str(folder.absolute() / f"{READY}{os.getpid()}")


def _make_staging(folder: Path, locks: contextlib.ExitStack) -> Path:
    """Make a folder of passage, and lock it."""
    staging = folder.absolute() / f"{STAGING}{os.getpid()}"
    staging.mkdir(parents=True)
    locks.enter_context(held(staging))
    return staging


def _stage(staging: Path, files: Mapping[str, bytes], lists: Mapping[str, Iterable[str] | Mapping[str, str]]) -> None:
    """Write files into a folder of passage, and what is to be done with them."""
    for name, data in files.items():
        _write_sealed(staging / name, Path(name).suffix, data)
    for name, said in lists.items():
        write_synced(staging / name, list_bytes(said))
    sync_folder(staging)


def finish_folder(folder: Path | str) -> None:
    """Finish or undo what a killed `write_folder` left: complete stagings are put in place, others removed.

    Stagings of a process that is still running are left alone.

    >>> finish_folder("/a/folder/that/is/not/there")
    """
    folder = Path(folder)
    if not folder.is_dir():
        return
    for left in (*sorted(folder.glob(f"{READY}*")), *sorted(folder.glob(f"{STAGING}*"))):
        if not is_passage(left) or is_at_work(left):
            continue
        with _explained(left):
            if left.name.startswith(READY) or is_of_a_ready_one(left):
                _put_in_place(left)
            else:
                remove_folder(left)


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has what is in it.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_synced(Path(folder) / "a.txt", b"1")
    ...     (Path(folder) / "a.txt").read_bytes()
    b'1'
    """
    with path.open("xb") as file:  # what is there already, if only a link, is not ours to follow
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _write_sealed(staged: Path, ending: str, data: bytes) -> None:
    """Write a file of passage; a table gets the time that tells that nobody has edited it."""
    write_synced(staged, data)
    if ending.lower() in TABLES:
        seal_time(staged, data)


def _put_in_place(ready: Path) -> None:
    """Put the files of a folder of passage in place, over none that is not as it was when they were made ready."""
    for other in map(Path, named_in(ready / OTHERS)):
        if (
            other.name.startswith(STAGING)
            and is_passage(other)
            and [*named_in(other / FIRST)] == [str(ready.absolute())]
        ):
            _put_in_place(other)
    folder = ready.parent
    for name in unchanged_in(folder, ready / REMOVE):
        with contextlib.suppress(OSError):  # not ours to remove
            (folder / name).unlink(missing_ok=True)
    for name in unchanged_in(folder, ready / ORDER):  # what is gone was put in place before the run was killed
        if os.path.lexists(ready / name):
            with _explained(folder / name):
                put_in_place(ready / name, folder / name)
    remove_folder(ready)
    sync_folder(folder)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileExistsError, NotADirectoryError) as err:
        raise StoreError(Problem(show_name(path), "file for a folder")) from err
    except OSError as err:
        raise StoreError(Problem(show_name(path), "cannot be written", {"why": why_refused(err)})) from err
