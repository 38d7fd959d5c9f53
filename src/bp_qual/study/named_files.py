"""Finding the file that a table names: in folders on this computer, or in a list of what lies elsewhere."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from bp_qual.display import nearest
from bp_qual.files.as_written import composed, find_written
from bp_qual.wording import Remark


class NamedFiles(Protocol):
    """What finds a file by its name, and which name was meant where there is none.

    >>> files: NamedFiles = InFolders([Path(".")])
    """

    def find(self, name: str) -> Path | None:
        """Return the file of this name, or None."""
        ...

    def like(self, name: str) -> Remark:
        """Return which file may be meant."""
        ...


@dataclass(frozen=True)
class InFolders:
    """Files below some folders; the first that holds a name counts. `outside`: also outside them.

    >>> InFolders([Path(".")]).find("no such file.txt") is None
    True
    """

    folders: Sequence[Path]
    outside: bool = False

    def find(self, name: str) -> Path | None:
        """Return the regular file of this name.

        As a table says it; a blank before or behind it, and how its accents are composed, make no difference.
        """
        written = name.replace("\\", "/")
        for folder in self.folders:
            with contextlib.suppress(OSError):  # a name that no file can have
                file = folder / written
                if not file.is_file() and (self.outside or composed(file.name.strip()) in self._names):
                    file = find_written(folder, name)  # a blank before or behind the name gets lost in a table
                if file.is_file() and (self.outside or file.resolve().is_relative_to(folder.resolve())):
                    return file
        return None

    def like(self, name: str) -> Remark:
        """Return which file is meant: one of that name in a folder below, else one with nearly the same name."""
        return like_name(name, self._below)

    @cached_property
    def _below(self) -> dict[str, Path]:
        """The files below the folders, looked at once: a long table may name many that are not there."""
        return {p.name: p.relative_to(f) for f in self.folders for p in sorted(f.rglob("*")) if p.is_file()}

    @cached_property
    def _names(self) -> set[str]:
        return {composed(name.strip()) for name in self._below}


@dataclass(frozen=True, slots=True)
class InList:
    """Files that were listed, by their path with / between.

    >>> InList({"2010/P01.txt": Path("2010/P01.txt")}).find(" 2010/P01.txt")
    PosixPath('2010/P01.txt')
    """

    files: Mapping[str, Path]

    def find(self, name: str) -> Path | None:
        """Return the file of this name."""
        asked = name.replace("\\", "/").strip()
        return self.files.get(asked) or self.files.get(composed(asked))

    def like(self, name: str) -> Remark:
        """Return which file is meant."""
        return like_name(name, {path.name: path for path in self.files.values()})


def like_name(name: str, places: Mapping[str, Path]) -> Remark:
    """Return which file is meant by a name that no file has: it lies in another folder, or is called nearly the same.

    >>> print(like_name("P01_2010.txt", {"P01_2010.txt": Path("old/P01_2010.txt")}))
    Is 'old/P01_2010.txt' meant?
    """
    asked = Path(name.replace("\\", "/")).name
    if asked in places:
        return Remark("is it meant", values={"name": places[asked].as_posix()})
    close = nearest(asked, [other for other in sorted(places) if not _other_numbers(other, name)])
    return Remark("is it meant", values={"name": places[close].as_posix()}) if close else Remark("put it there")


def _other_numbers(first: str, second: str) -> bool:
    """Return whether two file names are of different persons or years: P02_2010 is not meant by P09_2010."""
    numbers, others = ([int(number) for number in re.findall(r"\d+", Path(name).name)] for name in (first, second))
    return len(numbers) == len(others) and numbers != others
