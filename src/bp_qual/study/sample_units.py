"""The units of a sample, to be coded by somebody who does not know whose they are: samples/NAME.csv in the study.

The file has a row for each unit, with the columns `unit` (its id), `interview`, `start` and `end` (code points of the
interview's text); `coders` names, with spaces, who is to code it, everybody if empty, and `dealt` who was to code it
when it was drawn. Other columns are for whoever drew the sample. A unit lies within one answer of a respondent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bp_qual.coding.by_hand.standing import find_turn
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StudyError
from bp_qual.files.as_written import composed
from bp_qual.files.csv_tables import CsvTable, read_csv_table
from bp_qual.files.file_names import fault_of_name
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark

FOLDER = "samples"
COLUMNS = ("unit", "interview", "start", "end")
DEALT = "dealt"


@dataclass(frozen=True, slots=True)
class SampleUnit:
    """A passage to be coded: half-open code points of an interview's text.

    ``dealt`` is who was to code it when it was drawn; None where its file does not say so.

    >>> SampleUnit("u1", "P01_2010", 3, 40).end
    40
    """

    unit: str
    interview: str
    start: int
    end: int
    coders: tuple[str, ...] = ()
    dealt: tuple[str, ...] | None = None

    def is_for(self, coder: str) -> bool:
        """Return whether a coder is to code it; where nobody is named everybody is.

        >>> SampleUnit("u1", "P01_2010", 3, 40).is_for("anna")
        True
        """
        return not self.coders or composed(coder) in self.coders

    @property
    def is_redealt(self) -> bool:
        """Whether others are to code it than when it was drawn; somebody more behind them takes it from nobody.

        >>> whose = [("anna",), ("anna", "cor"), ("cor", "anna"), ("cor",), ()]
        >>> [SampleUnit("u1", "P01_2010", 3, 40, coders, ("anna",)).is_redealt for coders in whose]
        [False, False, True, True, True]
        >>> [SampleUnit("u1", "P01_2010", 3, 40, ("cor",), dealt).is_redealt for dealt in ((), None)]
        [True, False]
        """
        if self.dealt is None:
            return False
        return self.coders[: len(self.dealt)] != self.dealt or bool(self.coders and not self.dealt)

    def is_taken_from(self, coder: str) -> bool:
        """Return whether a coder was to code it when it was drawn, and is not any more.

        >>> SampleUnit("u1", "P01_2010", 3, 40, ("cor",), ("anna",)).is_taken_from("anna")
        True
        """
        return self.is_redealt and not self.is_for(coder) and (not self.dealt or composed(coder) in self.dealt)


def blind_key(coder: str, unit: SampleUnit) -> str:
    """Return what a coder gets to see of where a passage is: in the order of these keys the coder sees them by chance.

    >>> blind_key("anna", SampleUnit("u1", "P01_2010", 3, 40)) == blind_key("bert", SampleUnit("u1", "P01_2010", 3, 40))
    False
    """
    said = f"{composed(coder)}\x1f{unit.interview}\x1f{unit.start}\x1f{unit.end}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_sample_file(path: Path, study: Study) -> bool:
    """Return whether a file lies where the samples of a study are kept.

    >>> study = Study(Path("study"))
    >>> is_sample_file(Path("study/samples/first.csv"), study), is_sample_file(Path("study/P01_2010.csv"), study)
    (True, False)
    """
    return path.parent == study.folder / FOLDER and path.suffix == ".csv"


def holds_units(path: Path) -> bool:
    """Return whether a table has the columns of a sample.

    >>> holds_units(Path("no/such/file.csv"))
    False
    """
    try:
        read_csv_table(path, needed=COLUMNS, warns=False)
    except BpQualError:
        return False
    return True


def sample_path(study: Study, name: str) -> Path:
    """Return where a sample of this name is kept.

    Parameters
    ----------
    study : Study
        Whose folder `samples` holds it.
    name : str
        Of the sample.

    Returns
    -------
    Path

    Raises
    ------
    StudyError
        Where no file can be called so.

    Examples
    --------
    >>> sample_path(Study(Path("study")), "first").as_posix()
    'study/samples/first.csv'
    """
    if fault := fault_of_name(name, "sample"):
        raise StudyError(
            Problem(show_name(study.folder / FOLDER), "no name of a file", fault), Remark("nothing opened")
        )
    return study.folder / FOLDER / f"{name}.csv"


def read_sample(study: Study, name: str, corpus: Corpus) -> tuple[SampleUnit, ...]:
    """Read the units of a sample, in the order of the file.

    Parameters
    ----------
    study : Study
        Whose folder `samples` holds the file.
    name : str
        Name of the sample: the file without ``.csv``.
    corpus : Corpus
        The interviews as they are now.

    Returns
    -------
    tuple of SampleUnit

    Raises
    ------
    StudyError
        With every row that is no passage of one answer, or none where there is no such file.

    Examples
    --------
    >>> read_sample(Study(Path("no/such/folder")), "first", Corpus((), (), ()))
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder/samples/first.csv  there is no such sample...
    """
    units, problems = find_units(read_sample_table(study, name), corpus)
    if problems:
        raise StudyError(problems, Remark("nothing opened"))
    return units


def read_sample_table(study: Study, name: str) -> CsvTable:
    """Read the file of a sample, whatever its rows say.

    >>> read_sample_table(Study(Path("no/such/folder")), "first")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder/samples/first.csv  there is no such sample...
    """
    path = sample_path(study, name)
    if path.is_symlink() or not path.is_file():
        raise StudyError(Problem(show_name(path), "no such sample"), Remark("nothing opened"))
    return read_csv_table(path, needed=COLUMNS)


def find_units(table: CsvTable, corpus: Corpus) -> tuple[tuple[SampleUnit, ...], tuple[Problem, ...]]:
    """Return the units in a table, and every row that is no passage of one answer or has the id of another.

    Parameters
    ----------
    table : CsvTable
        From `read_sample_table`.
    corpus : Corpus
        The interviews as they are now.

    Examples
    --------
    >>> row = {"unit": "u1", "interview": "P09_2010", "start": "0", "end": "4"}
    >>> [problem.kind for problem in find_units(CsvTable(Path("a.csv"), COLUMNS, ((2, row),)), corpus)[1]]
    ['no unit']
    """
    texts = {transcript.interview: transcript for transcript in corpus.transcripts}
    units: dict[str, SampleUnit] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for line, row in table.rows:
        unit = _as_unit(row, texts)
        if unit is None:
            values = {"unit": row["unit"], "interview": row["interview"]}
            problems.append(Problem(table.place(line), "no unit", values))
        elif unit.unit in units:
            problems.append(Problem(table.place(line), "unit twice", {"unit": unit.unit, "line": lines[unit.unit]}))
        else:
            units[unit.unit], lines[unit.unit] = unit, line
    return tuple(units.values()), tuple(problems)


def list_samples(study: Study, corpus: Corpus) -> Iterator[tuple[Path, tuple[SampleUnit, ...]]]:
    """Yield the file of every sample of a study with its units, as far as they are passages now.

    >>> list(list_samples(Study(Path("no/such/folder")), Corpus((), (), ())))
    []
    """
    for path, table in sample_tables(study):
        yield path, find_units(table, corpus)[0]


def list_sample_paths(study: Study) -> list[Path]:
    """Return the tables where samples are kept, but for links.

    >>> list_sample_paths(Study(Path("no/such/folder")))
    []
    """
    return [path for path in sorted((study.folder / FOLDER).glob("*.csv")) if not path.is_symlink()]


def sample_tables(study: Study) -> Iterator[tuple[Path, CsvTable]]:
    """Yield the file of every sample of a study with what it says.

    >>> list(sample_tables(Study(Path("no/such/folder"))))
    []
    """
    for path in list_sample_paths(study):
        try:
            table = read_csv_table(path, needed=COLUMNS)
        except BpQualError:  # no sample
            continue
        yield path, table


def _as_unit(row: Mapping[str, str], texts: Mapping[str, Transcript]) -> SampleUnit | None:
    transcript = texts.get(row["interview"])
    if transcript is None or not row["unit"] or not (row["start"].isdecimal() and row["end"].isdecimal()):
        return None
    start, end = int(row["start"]), int(row["end"])
    if find_turn(transcript, start, end) is None:
        return None
    return SampleUnit(row["unit"], row["interview"], start, end, *read_dealing(row))


def read_dealing(row: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    """Return who is to code what is in a row of a sample, and who was to when it was drawn, if the row has that.

    >>> read_dealing({"coders": "anna cor", "dealt": "anna"}), read_dealing({"unit": "u1"})
    ((('anna', 'cor'), ('anna',)), ((), None))
    """
    coders, dealt = (tuple(composed(row[name]).split()) if name in row else None for name in ("coders", DEALT))
    return coders or (), dealt
