"""What no command may write over: a file that it has read, or one that bp_qual did not write.

A run of the command line is guarded as a whole: `read_bytes` tells what was read, and every writer asks before it puts
a file in place, so that no command can forget to. In a notebook the caller names the file, and nothing is guarded.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualWarning, Problem, StoreError, warn_caller
from bp_qual.files.odd_files import refuse_odd
from bp_qual.files.own_marks import TABLES, bears_mark, is_own_file
from bp_qual.files.seals import LARGEST, bears_time, is_sealed
from bp_qual.files.system_places import find_system_places
from bp_qual.files.written_before import PORTRAITS, is_ours
from bp_qual.wording.remarks import Remark

# Whether a file, with its ending, or a folder (True) is named as an interview.
CalledSo = Callable[[str, bool], bool]


@dataclass(slots=True)
class Run:
    """One run of a command: the files it has read so far, where the interviews lie, and what the user allows it.

    `look_around` notes the study, if any, in which a file is to be written, also where the command reads no study.
    `called_so` tells for each folder of interviews whether a file or a folder there is named as one; in those of
    `apart` nothing else is to lie, in those of `kept` no result at all, and in those of `samples` no table but a
    sample. `own` are files that make a study, read or not. `overwrite` lets it replace files that bp_qual did not
    write, `outside` lets a study read beyond its own folder.
    """

    look_around: Callable[[Path], None] | None = None
    read: set[Path] = field(default_factory=set)
    own: set[Path] = field(default_factory=set)
    called_so: dict[Path, CalledSo] = field(default_factory=dict)
    apart: set[Path] = field(default_factory=set)
    kept: set[Path] = field(default_factory=set)
    samples: set[Path] = field(default_factory=set)
    overwrite: bool = False
    outside: bool = False


_runs: list[Run] = []
_EDITED = (".docx", ".xlsx")  # what shows by its seal that somebody wrote in it
_SAMPLE = b"unit,interview,"  # how the table of a sample begins


@contextlib.contextmanager
def guarded_run(look_around: Callable[[Path], None] | None = None) -> Iterator[Run]:
    """Guard everything that is written inside against lying over what was read inside.

    Parameters
    ----------
    look_around : callable of Path, optional
        Is given every folder in which something is to be written, and notes the study that it belongs to
        (`note_interviews`).

    Yields
    ------
    Run

    Examples
    --------
    >>> with guarded_run() as run:
    ...     note_read("codebook.yaml")
    ...     [path.name for path in run.read]
    ['codebook.yaml']
    """
    run = Run(look_around)
    _runs.append(run)
    try:
        yield run
    finally:
        _runs.remove(run)


def note_read(path: Path | str) -> None:
    """Remember a file as one that nothing may be written over in this run.

    >>> note_read("outside any run")
    """
    with contextlib.suppress(OSError, RuntimeError, ValueError):  # a link to itself, a name that no disk takes
        for run in _runs:
            run.read.add(Path(path).resolve())


def note_own(files: Collection[Path]) -> None:
    """Remember the files that make a study: nothing may be written over them in this run, whoever read them.

    >>> note_own([Path("study/persons.csv")])
    """
    for run in _runs:
        run.own |= {_resolved(file) or file for file in files}


def note_interviews(
    folder: Path, called_so: CalledSo, *, apart: bool, kept: Path | None = None, samples: Path | None = None
) -> None:
    """Remember where interviews lie: a result with the name of one would be taken for one by the next run.

    Parameters
    ----------
    folder : Path
        Of the interviews.
    called_so : callable of str and bool
        Whether a file of this name, with its ending, is named as an interview; or a folder, with True.
    apart : bool
        Whether the folder is there for the interviews only, so that any result is out of place there.
    kept : Path, optional
        The folder in which only codings by hand lie: any other file there would be taken for that of a coder.
    samples : Path, optional
        The folder in which samples lie: any other table there would be taken for one.

    Examples
    --------
    >>> with guarded_run() as run:
    ...     note_interviews(Path("interviews"), lambda name, is_folder: name.isupper(), apart=True)
    ...     len(run.called_so)
    1
    """
    home = _resolved(folder)
    if home is None:
        return
    for run in _runs:
        run.called_so[home] = called_so
        run.apart |= {home} if apart else set()
        run.kept |= {kept.resolve()} if kept is not None else set()
        run.samples |= {samples.resolve()} if samples is not None else set()


def allow_overwriting() -> None:
    """Let this run replace files that bp_qual did not write; never those that it has read.

    >>> with guarded_run() as run:
    ...     allow_overwriting()
    ...     run.overwrite
    True
    """
    for run in _runs:
        run.overwrite = True


def allow_outside() -> None:
    """Let the studies of this run read files that lie outside their own folder.

    >>> with guarded_run() as run:
    ...     allow_outside()
    ...     may_read_outside()
    True
    """
    for run in _runs:
        run.outside = True


def may_read_outside() -> bool:
    """Return whether the user let studies read outside their own folder.

    >>> may_read_outside()
    False
    """
    return any(run.outside for run in _runs)


def check_targets(
    targets: Mapping[Path, bytes],
    *,
    earlier: Mapping[Path, Mapping[str, str]] | None = None,
    interviews: bool = False,
) -> None:
    """Refuse to write over files that this run has read, and over files that are not plainly bp_qual's own.

    Parameters
    ----------
    targets : mapping of Path to bytes
        What is to be written where.
    earlier : mapping of Path to mapping, optional
        By folder the names and SHA-256 of what an earlier run left there. With it, any other file in the way is
        refused, also outside a guarded run, and so is one that was changed since.
    interviews : bool
        True where these are interviews of a study, which are to be named as such.

    Raises
    ------
    StoreError
        Naming every file that is in the way.

    >>> check_targets({Path("no/such/file.csv"): b"person,wave"})
    """
    places = [_resolved(path) or path for path in targets]
    _refuse_system(places)
    refuse_odd(targets)
    _look_around(places)
    read = {path for run in _runs for path in run.read | run.own}
    overwrite = any(run.overwrite for run in _runs)
    problems = list[Problem]()
    for path, data in targets.items():
        if _resolved(path) in read:
            problems.append(Problem(show_name(path), "file read here"))
        elif not overwrite and (earlier is not None or _runs) and not _may_replace(path, data, earlier):
            problems.append(Problem(show_name(path), "another of ours" if is_own_file(path) else "file of others"))
        elif any(parent.is_file() for parent in path.parents):
            problems.append(Problem(show_name(path), "file for a folder"))
    told = {problem.where for problem in problems}
    placed = [] if interviews else [path for path in targets if show_name(path) not in told]
    recorded = [path for path in placed if path.parent / PORTRAITS in targets]
    recorded = [path for path in recorded if bears_mark(io.BytesIO(targets[path]), path.suffix.lower())]
    no_samples = [path for path in placed if not targets[path].startswith(_SAMPLE)]
    check_places(placed, problems, no_samples, recorded)


def check_places(
    paths: Iterable[Path],
    problems: Iterable[Problem] = (),
    no_samples: Collection[Path] = (),
    recorded: Collection[Path] = (),
) -> None:
    """Refuse to write a file or folder where a study would take it for an interview or for a coder's file.

    Parameters
    ----------
    paths : iterable of Path
        What is to be written.
    problems : iterable of Problem
        Others, to be told in the same message.
    no_samples : collection of Path
        Those of them that hold something else than a sample.
    recorded : collection of Path
        Those that bear the mark of bp_qual and are named in a ``portraits.json`` beside them: in a folder of results
        among the interviews they are passed over, whatever they are called.

    Raises
    ------
    StoreError
        Naming every path that is out of place.

    Examples
    --------
    >>> check_places([Path("no/such/file.csv")])
    """
    places = {path: _resolved(path) or path for path in paths}
    _refuse_system(places.values())
    refuse_odd(places)
    found = [*problems]
    _look_around(places.values())
    for path, place in places.items():
        if any(place.is_relative_to(home) for run in _runs for home in run.kept):
            found.append(Problem(show_name(path), "among the codings"))
        elif path in no_samples and place.suffix == ".csv" and any(place.parent in run.samples for run in _runs):
            found.append(Problem(show_name(path), "among the samples"))
        elif _is_called_so(place, is_recorded=path in recorded):
            found.append(Problem(show_name(path), "named as an interview"))
    if found:
        raise StoreError(found, Remark("nothing written"))
    apart = {home for run in _runs for home in run.apart}
    for home in {home for home in apart for place in places.values() if place.is_relative_to(home)}:
        warn_caller(BpQualWarning(Remark("result among interviews", values={"folder": home.name})))


def _look_around(places: Iterable[Path]) -> None:
    """Note the studies in which something is to be written."""
    folders = dict.fromkeys(place.parent for place in places)
    for run in _runs:
        read = set(run.read)
        for folder in folders:
            if run.look_around is not None:
                run.look_around(folder)
        run.read = read  # what was looked up is no input of the command


def _refuse_system(places: Iterable[Path]) -> None:
    if _runs and (barred := find_system_places(places)):
        raise StoreError([Problem(show_name(place), "system place") for place in barred], Remark("nothing written"))


def _is_called_so(path: Path, *, is_recorded: bool) -> bool:
    """Return whether a result, or a folder it is to lie in, is named as the interviews among which it is to lie.

    A portrait of Anna in a folder of results may be called Anna, as the record beside it says what it is.
    """
    for home, called_so in [place for run in _runs for place in run.called_so.items()]:
        if path.is_relative_to(home) and path != home:
            *folders, name = path.relative_to(home).parts
            if any(called_so(folder, True) for folder in folders):
                return True
            is_set_apart = is_recorded and bool(folders) and _holds_results(path.parent)
            if not is_set_apart and (called_so(name, False) or called_so(name, True)):
                return True
    return False


def _holds_results(folder: Path) -> bool:
    """Return whether nothing lies in a folder but what bp_qual made, and what is hidden."""
    if not folder.is_dir():
        return not folder.exists()
    return all(is_own_file(path) for path in folder.iterdir() if not path.name.startswith("."))


def removable(folder: Path, earlier: Mapping[str, str], names: Iterable[str]) -> set[str]:
    """Return the files that an earlier run left in the folder and nobody has changed since.

    Parameters
    ----------
    folder : Path
        Where the files are.
    earlier : mapping of str to str
        The sha256 of each file that the earlier run wrote, by name.
    names : iterable of str
        The files that are no longer wanted.

    Returns
    -------
    set of str
        Those of `names` that may be removed.

    Examples
    --------
    >>> import hashlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("codes.csv", "drift.csv"):
    ...         _ = (Path(folder) / name).write_bytes(b"edited by hand" if name == "drift.csv" else b"as it was")
    ...     written = hashlib.sha256(b"as it was").hexdigest()
    ...     removable(Path(folder), {"codes.csv": written, "drift.csv": written}, ["drift.csv", "codes.csv"])
    {'codes.csv'}
    """
    return {name for name in names if name in earlier and _hash_of(folder / name) == earlier[name]}


def _may_replace(path: Path, data: bytes, earlier: Mapping[Path, Mapping[str, str]] | None) -> bool:
    if not (path.exists() or path.is_symlink()):
        return True
    if not path.is_file():
        return False
    if path.suffix.lower() == ".qdpx" and path.stat().st_size > LARGEST:
        return False  # a project with the recordings in it: none of ours, nor read for that
    there = path.read_bytes()
    if there == data:
        return True
    if earlier is not None:
        return hashlib.sha256(there).hexdigest() == earlier.get(path.parent, {}).get(path.name)
    return is_ours(there, data, path.suffix.lower())


def unsure(targets: Mapping[Path, bytes]) -> list[Path]:
    """Return the files in the way that are ours but may have been edited: what lies there does not bear our seal.

    A table shows it in its time. Word and Excel files count only where the user lets all be replaced.

    >>> unsure({Path("no/such/file.csv"): b"code"})
    []
    """
    overwrite = any(run.overwrite for run in _runs)
    edited = []
    endings = (*TABLES, *(_EDITED if overwrite else ()))
    for path in filter(Path.is_file, targets if _runs else ()):
        if (ending := path.suffix.lower()) not in endings:
            continue
        there = path.read_bytes()
        sealed = bears_time(path, there) if ending in TABLES else is_sealed(there, ending)
        if there != targets[path] and not sealed and (not overwrite or bears_mark(io.BytesIO(there), ending)):
            edited.append(path)
    return edited


def _hash_of(path: Path) -> str:
    try:
        return "" if path.is_symlink() or not path.is_file() else hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _resolved(path: Path) -> Path | None:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return None
