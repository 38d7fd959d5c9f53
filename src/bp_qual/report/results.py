"""What `compare` leaves behind: the tables, the report, and the record of how they were made.

All files are made first and written together; a run that is killed leaves the old output or the new one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.compare import Comparison
from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files import write_folder
from bp_qual.files.table_bytes import csv_bytes
from bp_qual.report import render_report
from bp_qual.report.run_record import earlier_outputs, run_record

if TYPE_CHECKING:
    import pandas as pd

ALWAYS = ("codes", "persons", "attrition")


def write_results(
    comparison: Comparison,
    folder: Path | str,
    *,
    title: str = "",
    language: str = "",
    attributes: pd.DataFrame | None = None,
    described: Iterable[Path] = (),
    inputs: Iterable[Path] = (),
) -> tuple[str, ...]:
    """Write a comparison's tables, its report and ``run.json`` into a folder, and return the names of the files.

    Other files in the folder are left alone; a table of an earlier run that this one does not have is removed.

    Parameters
    ----------
    comparison : Comparison
        Of a panel that was counted from codings and a corpus.
    folder : Path or str
        Made if it is not there.
    title : str
        The study's name, for the report.
    language : str
        The report's language, ``nl`` or ``en``; the corpus' own if empty.
    attributes : DataFrame, optional
        What is known of the persons, as in persons.csv.
    described : iterable of Path
        The files that say who was interviewed when (`Study.inputs`); ``run.json`` holds their hashes.
    inputs : iterable of Path
        The study's own files, which are never written over.

    Raises
    ------
    ValueError
        When the panel holds no codings or corpus.
    StoreError
        When the folder cannot be written, or a file of the study stands where a table would go.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> exposure = [{"person": "P01", "wave": wave, "words": 900} for wave in ("2010", "2020")]
    >>> write_results(compare_waves(make_panel([], exposure, codes=["hokjes"])), "out")
    Traceback (most recent call last):
    ValueError: the panel has no codings and corpus; use count_codes, not make_panel
    """
    files = result_files(comparison, title=title, language=language, attributes=attributes, described=described)
    stale = earlier_outputs(Path(folder)) - set(files)
    _spare_inputs(Path(folder), {*files, *stale}, inputs)
    write_folder(folder, files, remove=stale)
    return tuple(files)


def _with_whole_counts(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose counts are whole numbers, empty where somebody was not interviewed."""
    counts = [name for name in table.columns if name.startswith(("mentions_", "words_"))]
    return table.astype(dict.fromkeys(counts, "Int64"))


def _spare_inputs(folder: Path, names: Collection[str], inputs: Iterable[Path]) -> None:
    """Refuse a folder in which the study's own files would be written over."""
    taken = {file.resolve() for file in inputs}
    lost = [show_name(folder / name) for name in sorted(names) if (folder / name).resolve() in taken]
    if lost:
        what = "belongs to the study and would be written over."
        raise StoreError([Problem(name, what, "Name another folder, such as -o out.") for name in lost])


def result_files(
    comparison: Comparison,
    *,
    title: str = "",
    language: str = "",
    attributes: pd.DataFrame | None = None,
    described: Iterable[Path] = (),
) -> Mapping[str, bytes]:
    """Return the files of `write_results` as bytes by name, ``run.json`` last.

    Examples
    --------
    >>> result_files.__name__
    'result_files'
    """
    panel, source = comparison.panel, comparison.panel.source
    if source is None:
        raise ValueError("the panel has no codings and corpus; use count_codes, not make_panel")
    page = render_report(comparison, title=title, language=language, attributes=attributes)
    tables = {name: getattr(comparison, name) for name in ALWAYS} | comparison.tables
    files = {
        "codings.csv": csv_bytes(source.codings),
        "panel.csv": csv_bytes(panel.counts),
        "exposure.csv": csv_bytes(panel.exposure),
        **{f"{name}.csv": csv_bytes(_with_whole_counts(table)) for name, table in tables.items()},
        "report.html": page.encode("utf-8", "replace"),
    }
    record = run_record(source.corpus, source.codebook, comparison.settings, files, described)
    return {**files, "run.json": record}
