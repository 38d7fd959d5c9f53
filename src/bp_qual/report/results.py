"""What `compare` leaves behind: the tables, the report, and the record of how they were made.

All files are made first and written together; a run that is killed leaves the old output or the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.compare import Comparison
from bp_qual.files import finish_folder, write_folder
from bp_qual.files.table_bytes import csv_bytes
from bp_qual.report.html import render_report
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
) -> tuple[str, ...]:
    """Write a comparison's tables, its report and ``run.json`` into a folder, and return the names of the files.

    Other files in the folder are left alone; a table of an earlier run that this one does not have is removed. A file
    that no earlier run wrote, or that was changed since, is never replaced.

    Parameters
    ----------
    comparison : Comparison
        A comparison of a panel that was counted from codings and a corpus.
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

    Returns
    -------
    tuple of str
        The names of the files.

    Raises
    ------
    ValueError
        When the panel holds no codings or corpus.
    StoreError
        When the folder cannot be written, or a file that no earlier run wrote is in the way of a table.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import count_codes
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     out = write_results(compare_waves(count_codes(codings, corpus, codebook)), folder)
    ...     sorted(path.name for path in Path(folder).iterdir())[:3]
    ['attrition.csv', 'codes.csv', 'codings.csv']
    >>> write_results(comparison, "out")
    Traceback (most recent call last):
    ValueError: the panel has no codings and corpus; use count_codes, not make_panel
    """
    files = result_files(comparison, title=title, language=language, attributes=attributes, described=described)
    finish_folder(folder)  # what a killed run left ready is of that run, as its record says
    write_folder(folder, files, earlier=earlier_outputs(Path(folder)))
    return tuple(files)


def _with_whole_counts(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose counts are whole numbers, empty where somebody was not interviewed."""
    counts = [name for name in table.columns if name.startswith(("mentions_", "words_"))]
    return table.astype(dict.fromkeys(counts, "Int64"))


def number_tables(comparison: Comparison) -> dict[str, bytes]:
    """Return the tables of a comparison that hold numbers and no quotes, as bytes by file name.

    >>> list(number_tables(comparison))[:4]
    ['panel.csv', 'exposure.csv', 'codes.csv', 'persons.csv']
    """
    tables = {name: getattr(comparison, name) for name in ALWAYS} | comparison.tables
    return {
        "panel.csv": csv_bytes(comparison.counts),
        "exposure.csv": csv_bytes(comparison.panel.exposure),
        **{f"{name}.csv": csv_bytes(_with_whole_counts(table)) for name, table in tables.items()},
    }


def result_files(
    comparison: Comparison,
    *,
    title: str = "",
    language: str = "",
    attributes: pd.DataFrame | None = None,
    described: Iterable[Path] = (),
) -> Mapping[str, bytes]:
    """Return the files of `write_results` as bytes by name, ``run.json`` last.

    Parameters
    ----------
    comparison : Comparison
        From a panel of `count_codes`.
    title, language : str
        Title and language of the report; as in `render_report`.
    attributes : DataFrame, optional
        What is known of the persons: a column person and any others.
    described : iterable of Path
        The files that say who was interviewed when, for the record of the run.

    Returns
    -------
    mapping of str to bytes
        By file name.

    Raises
    ------
    ValueError
        Where the panel came without texts.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import count_codes
    >>> files = result_files(compare_waves(count_codes(codings, corpus, codebook)))
    >>> [name for name in files if name.endswith(".json")], files["codes.csv"].decode("utf-8-sig")[:12]
    (['run.json'], 'code,persons')
    """
    source = comparison.panel.source
    if source is None or comparison.codings is None:
        raise ValueError("the panel has no codings and corpus; use count_codes, not make_panel")
    page = render_report(comparison, title=title, language=language, attributes=attributes)
    files = {
        "codings.csv": csv_bytes(comparison.codings),
        **number_tables(comparison),
        "report.html": page.encode("utf-8", "replace"),
    }
    record = run_record(source.corpus, source.codebook, comparison.settings, files, described)
    return {**files, "run.json": record}
