"""Samples as files of a study: written once, and read back with the probabilities they were drawn with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files import read_bytes, write_atomically
from bp_qual.files.csv_tables import CsvTable
from bp_qual.files.own_places import refuse_links
from bp_qual.files.table_bytes import table_bytes
from bp_qual.study.sample_checks import STAMP, find_faults, stamp_units
from bp_qual.study.sample_units import DEALT, SampleUnit, list_samples, read_sample, read_sample_table, sample_path
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.validation.made_for import with_others
from bp_qual.validation.sampling import PILOT_CHANCES, SAMPLE_COLUMNS, Sample, stamp_corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.codebook import Codebook


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
        The file. Who is to code what stands in it twice: in ``coders``, which may be edited, and in ``dealt``, which
        keeps how it was.

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
    refuse_links(path, study.folder)
    if path.exists():
        raise StudyError(Problem(show_name(path), "sample there already"), Remark("nothing written"))
    units = sample.units.assign(**{DEALT: sample.units.get("coders", "")})
    units = units.assign(**{STAMP: stamp_units(units.to_dict("records"))})
    write_atomically(path, table_bytes(units, ".csv"))
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
        `SAMPLE_COLUMNS`; of a sample that tops up one with unequal probabilities `PILOT_CHANCES` too; and what must be
        known of the other samples of the study (`with_others`).

    Raises
    ------
    StudyError
        Where it is not there, has no probabilities, was drawn from other texts, or was changed by hand: with everything
        in it that cannot have been drawn.

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

    table = read_sample_table(study, name)
    problems = tuple(_why_not(table, corpus))
    if problems:
        raise StudyError(problems, Remark("nothing counted"))
    columns = (*SAMPLE_COLUMNS, *(column for column in PILOT_CHANCES if column in table.columns))
    kept = pd.DataFrame([{column: row[column] for column in columns} for _, row in table.rows])
    types = {"start": "int64", "end": "int64", "order": "int64", "stratum_units": "int64", "chance": float}
    stages = {"pilot": "int64", "pilot_chance": float} if len(columns) > len(SAMPLE_COLUMNS) else {}
    return with_others(kept.astype({**types, **stages}), name, _others(study, name, corpus))


def read_drawn(study: Study, name: str, corpus: Corpus) -> tuple[SampleUnit, ...]:
    """Read the units of a sample that are to be coded: what could not be counted afterwards is refused before.

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
    tuple of SampleUnit
        A table of units without probabilities is taken as it is.

    Raises
    ------
    StudyError
        Where `read_sample` does; and where it has probabilities, for what `read_chances` refuses.

    Examples
    --------
    >>> read_drawn(Study(Path("no/such/folder")), "first", corpus)
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder/samples/first.csv  there is no such sample...
    """
    if has_chances(sample_path(study, name)):
        try:
            read_chances(study, name, corpus)
        except StudyError as error:
            raise StudyError(error.problems, Remark("nothing opened")) from error
    return read_sample(study, name, corpus)


def read_codes_of_interest(study: Study, name: str, codebook: Codebook) -> tuple[str, ...]:
    """Read for which codes a sample was drawn, as they are called now: passages are finished for no other.

    Parameters
    ----------
    study : Study
        Whose folder `samples` holds it.
    name : str
        Name of the sample.
    codebook : Codebook
        The codes as they are now.

    Returns
    -------
    tuple of str
        Empty where it was drawn for all codes, or for none that are left.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.validation.sampling import draw_sample
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     study = Study(Path(folder))
    ...     _ = write_sample(study, "first", draw_sample(corpus, codings, codebook, n=2, codes=["money"]))
    ...     read_codes_of_interest(study, "first", codebook)
    ('money',)
    """
    path = sample_path(study, name)
    said = [row["codes"] for _, row in read_sample_table(study, name).rows] if has_chances(path) else []
    named = [codebook.successors.get(code, code) for codes in said for code in codes.split()]
    ids = {code.id for code in codebook.codes}
    return tuple(dict.fromkeys(code for code in named if code in ids))


def _others(study: Study, name: str, corpus: Corpus) -> dict[str, dict[str, tuple[str, int, int]]]:
    """Return where the units of the other samples of a study are, as far as they are passages now."""
    own = sample_path(study, name)
    found: dict[str, dict[str, tuple[str, int, int]]] = {}
    for path, units in list_samples(study, corpus):
        if path != own:
            found[path.stem] = {unit.unit: (unit.interview, unit.start, unit.end) for unit in units}
    return found


def _why_not(table: CsvTable, corpus: Corpus) -> Iterator[Problem]:
    """Yield why nothing can be counted by the chances in a table."""
    where, lost = show_name(table.path), [name for name in (*SAMPLE_COLUMNS, STAMP) if name not in table.columns]
    if "chance" in lost or not table.rows:
        yield Problem(where, "no chances")
    elif lost:
        yield Problem(where, "sample columns", {"columns": lost})
        yield Problem(where, "sample changed")
    elif stamp_corpus(corpus) not in {row["corpus"] for _, row in table.rows}:
        yield Problem(where, "sample of other texts")
    else:
        yield from find_faults(table, corpus)


def has_chances(path: Path) -> bool:
    """Return whether a file of a sample says with which probabilities it was drawn; one of other origin does not.

    >>> has_chances(Path("no/such/file.csv"))
    False
    """
    if path.is_symlink() or not path.is_file():
        return False
    first = read_bytes(path)[:4096].decode("utf-8-sig", "replace").partition("\n")[0]
    return "chance" in {name.strip(' "\r') for name in re.split("[,;\t]", first)}
