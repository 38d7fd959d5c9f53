"""Writing a comparison for somebody else: as a page, as a Word file, or as an Excel file with all tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.compare import Comparison
from bp_qual.files import write_atomically
from bp_qual.report.html import render_report
from bp_qual.wording import choose_language

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (".html", ".docx", ".xlsx")


def write_report(
    comparison: Comparison,
    path: Path | str,
    *,
    title: str = "",
    language: str = "",
    attributes: pd.DataFrame | None = None,
    memos: pd.DataFrame | None = None,
) -> None:
    """Write a comparison to a file: a page (.html), a draft annex in Word (.docx), or all tables in Excel (.xlsx).

    Parameters
    ----------
    comparison : Comparison
        What `compare_waves` returned.
    path : Path or str
        The file; written whole or not at all.
    title : str
        The name of the study.
    language : str
        `nl` or `en`; the comparison's if empty.
    attributes : DataFrame, optional
        What is known of the persons (``Study.persons``): column ``person`` and any others.
    memos : DataFrame, optional
        What was noted while coding by hand, to be shown too.

    Raises
    ------
    ValueError
        For a file with another ending, or a language there are no texts in.
    StoreError
        When the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
    >>> change = compare_waves(make_panel([{"person": "P01", "wave": "2020", "code": "a", "mentions": 4}], words))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_report(change, Path(folder) / "report.html", title="One neighbour")
    ...     write_report(change, Path(folder) / "annex.docx", title="One neighbour", language="nl")
    """
    path = Path(path)
    data = report_bytes(
        comparison, path.suffix.lower(), title=title, language=language, attributes=attributes, memos=memos
    )
    write_atomically(path, data)


def report_bytes(
    comparison: Comparison,
    ending: str,
    *,
    title: str = "",
    language: str = "",
    attributes: pd.DataFrame | None = None,
    memos: pd.DataFrame | None = None,
) -> bytes:
    """Return what `write_report` writes, so that several files can be checked before the first is written.

    Parameters
    ----------
    comparison : Comparison
        What `compare_waves` returned.
    ending : str
        .html, .docx or .xlsx.
    title : str
        The name of the study.
    language : str
        `nl` or `en`; the comparison's if empty.
    attributes : DataFrame, optional
        What is known of the persons.
    memos : DataFrame, optional
        What was noted while coding by hand.

    Returns
    -------
    bytes
        The whole file.

    Examples
    --------
    >>> report_bytes(comparison, ".html")[:15]
    b'<!doctype html>'
    """
    if ending not in ENDINGS:
        raise ValueError(f"a report is written as one of {', '.join(ENDINGS)}, not {ending!r}.")
    language = choose_language(language, comparison.language)
    if ending == ".html":
        return render_report(comparison, title=title, language=language, attributes=attributes, memos=memos).encode()
    if ending == ".docx":
        from bp_qual.report.word_report import render_docx

        return render_docx(comparison, title=title, language=language, attributes=attributes, memos=memos)
    from bp_qual.report.excel import render_xlsx

    return render_xlsx(comparison, language=language, memos=memos)
