"""Begin a study: a folder that runs at once, with five invented interviews to be replaced by one's own."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bp_qual.errors import Problem, StudyError
from bp_qual.files import show_name, write_atomically


def make_study(folder: Path | str) -> tuple[Path, ...]:
    """Write a study that runs into a new or empty folder, and return the files written.

    Raises
    ------
    StudyError
        When the folder holds anything: nothing is written over what is there.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     sorted(file.name for file in make_study(Path(place) / "study"))[:3]
    ['P01_2010.txt', 'P01_2020.txt', 'P02_2010.txt']
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StudyError(Problem(show_name(folder), "is not empty.", "Name a folder that is not there yet."))
    return tuple(_copy(resources.files("bp_qual") / "templates" / "starter", folder))


def _copy(source: Traversable, target: Path) -> list[Path]:
    if source.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return [
            file for item in sorted(source.iterdir(), key=lambda i: i.name) for file in _copy(item, target / item.name)
        ]
    write_atomically(target, source.read_bytes())
    return [target]
