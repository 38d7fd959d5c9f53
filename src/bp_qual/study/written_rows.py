"""Rows of interviews.csv that a note tells to write: as they can be pasted below the table as it is."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualError
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.study.study_folder import Study

_NEEDED = ("file", "person", "wave")


@dataclass(frozen=True, slots=True)
class RowForm:
    """How a row of interviews.csv is written: the columns of the table up to the last that is filled, and the sign.

    `home` is the folder below which files are named.

    >>> print(RowForm(Path("study")).write(Path("study/ronde 1/Karim, 2.txt"), "Karim", "1"))
    "ronde 1/Karim, 2.txt",Karim,1
    """

    home: Path
    columns: tuple[str, ...] = _NEEDED
    separator: str = ","

    @property
    def headings(self) -> str:
        """The headings over what `write` returns."""
        return self._join(dict(zip(self.columns, self.columns, strict=True)))

    def write(self, file: Path, person: str, wave: str) -> str:
        """Return the row that says whose interview a file is, and of which wave.

        Parameters
        ----------
        file : Path
            The interview.
        person, wave : str
            Whose it is, and of which wave.

        Returns
        -------
        str
            One line, without its end.

        Examples
        --------
        >>> RowForm(Path("study")).write(Path("study/P01.txt"), "P01", "2010")
        'P01.txt,P01,2010'
        """
        name = file.relative_to(self.home) if file.is_relative_to(self.home) else file
        return self._join({"file": show_name(name.as_posix()), "person": person, "wave": wave})

    def _join(self, cells: Mapping[str, str]) -> str:
        last = max(self.columns.index(name) for name in _NEEDED)
        text = io.StringIO()
        writer = csv.writer(text, delimiter=self.separator, lineterminator="")
        writer.writerow([cells.get(name, "") for name in self.columns[: last + 1]])
        return text.getvalue()


def find_row_form(study: Study) -> RowForm:
    """Return how a row is written in the interviews.csv of a study; where it has none, in one to be made.

    >>> find_row_form(Study(Path("."))).headings
    'file,person,wave'
    """
    home = study.transcripts or study.folder
    for path in study.inputs:
        if path.suffix.lower() not in (".csv", ".tsv", ".txt"):
            continue
        with contextlib.suppress(BpQualError):  # another table, or one that cannot be read
            table = read_csv_table(path, needed=_NEEDED, warns=False)
            return RowForm(home, table.columns, table.separator)
    return RowForm(home)
