"""Samples as files of a study: written once, and read back with the probabilities they were drawn with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files import read_bytes, write_atomically
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.files.table_bytes import table_bytes
from bp_qual.study.sample_units import read_sample, sample_path
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.validation.sampling import SAMPLE_COLUMNS, Sample, stamp_corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd


def write_sample(study: Study, name: str, sample: Sample) -> Path:
    """Write a sample to samples/NAME.csv in the folder of a study.

    Parameters
    ----------
    study : Study
        The study to whose folder it is written.
    name : str
        Name of the sample.
    sample : Sample
        From `draw_sample`.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    StudyError
        Where there is one of that name: it may have been coded, and its probabilities must stay.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.validation.sampling import draw_sample
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     study = Study(Path(folder))
    ...     path = write_sample(study, "first", draw_sample(corpus, codings, codebook, n=2))
    ...     path.name, len(read_chances(study, "first", corpus))
    ('first.csv', 2)
    """
    path = sample_path(study, name)
    if path.exists():
        raise StudyError(Problem(show_name(path), "sample there already"), Remark("nothing written"))
    write_atomically(path, table_bytes(sample.units, ".csv"))
    return path


def read_chances(study: Study, name: str, corpus: Corpus) -> pd.DataFrame:
    """Read a sample with the probabilities it was drawn with.

    Parameters
    ----------
    study : Study
        Whose folder `samples` holds it.
    name : str
        Name of the sample.
    corpus : Corpus
        The interviews as they are now.

    Returns
    -------
    DataFrame
        `SAMPLE_COLUMNS`.

    Raises
    ------
    StudyError
        Where it is not there, holds a unit that is no passage, has no probabilities, or was drawn from other texts.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.validation.sampling import draw_sample
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     study = Study(Path(folder))
    ...     _ = write_sample(study, "first", draw_sample(corpus, codings, codebook, n=2))
    ...     read_chances(study, "first", corpus)["chance"].tolist()
    [1.0, 1.0]
    """
    import pandas as pd

    read_sample(study, name, corpus)
    path = sample_path(study, name)
    table = read_csv_table(path, needed=("unit", "interview", "start", "end"))
    rows = [row for _, row in table.rows]
    if not rows or not set(SAMPLE_COLUMNS) <= set(rows[0]) or not all(_is_chance(row["chance"]) for row in rows):
        raise StudyError(Problem(show_name(path), "no chances"), Remark("nothing counted"))
    if {row["corpus"] for row in rows} != {stamp_corpus(corpus)}:
        raise StudyError(Problem(show_name(path), "sample of other texts"), Remark("nothing counted"))
    kept = pd.DataFrame([{column: row[column] for column in SAMPLE_COLUMNS} for row in rows])
    return kept.astype({"start": "int64", "end": "int64", "order": "int64", "stratum_units": "int64", "chance": float})


def has_chances(path: Path) -> bool:
    """Return whether a file of a sample says with which probabilities it was drawn; one of other origin does not.

    >>> has_chances(Path("no/such/file.csv"))
    False
    """
    if path.is_symlink() or not path.is_file():
        return False
    first = read_bytes(path)[:4096].decode("utf-8-sig", "replace").partition("\n")[0]
    return set(SAMPLE_COLUMNS) <= {name.strip() for name in first.split(",")}


def _is_chance(text: str) -> bool:
    try:
        return 0.0 < float(text) <= 1.0
    except ValueError:
        return False
