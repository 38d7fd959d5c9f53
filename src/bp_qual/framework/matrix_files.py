"""The matrix on disk: an Excel or a Word file by its ending, written whole, read back for its summaries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StudyError
from bp_qual.files import check_targets, keep_earlier, read_bytes, write_atomically
from bp_qual.framework.document import document_bytes, document_summaries
from bp_qual.framework.matrix import Framework
from bp_qual.framework.workbook import workbook_bytes, workbook_summaries
from bp_qual.wording import Remark, Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (".xlsx", ".docx")


def write_framework(framework: Framework, path: Path | str, *, language: str | None = None) -> Path | None:
    """Write a framework matrix to fill in: .xlsx has one sheet per code, .docx one table per code.

    A summary is written in the field above its quotes; a stale one is marked. A file that was there is kept next to the
    new one as `NAME.earlier.xlsx`, `NAME.earlier-2.xlsx` and so on: people write more into such a file than fields can
    hold. Read its summaries first (`read_framework`) and give them to `make_framework`.

    Parameters
    ----------
    framework : Framework
        From `make_framework`.
    path : Path or str
        The file, .xlsx or .docx.
    language : str, optional
        Language of its headings, `nl` or `en`; that of the matrix if not given. A matrix by change has its own.

    Returns
    -------
    Path or None
        Where the earlier file is kept; None where there was none, or none that differs.

    Raises
    ------
    ValueError
        For a file with another ending, or another language than a matrix by change was made in.
    StoreError
        When the file cannot be written.

    Examples
    --------
    >>> write_framework(Framework((), (), (), {}, ()), "matrix.txt")
    Traceback (most recent call last):
    ValueError: a framework matrix is written as .xlsx or .docx, not '.txt'.
    """
    path = Path(path)
    say = Wording(choose_language(language, framework.language))
    if framework.by_change and say.language != framework.language:
        raise ValueError(
            f"a matrix by change is in its language already: make_change_matrix(..., language={language!r})"
        )
    write = {".xlsx": workbook_bytes, ".docx": document_bytes}[_ending(path)]
    data = write(framework, say)
    if not _is_matrix(path):
        check_targets({path: data})
    kept = keep_earlier(path, data)
    write_atomically(path, data, edited=True)
    return kept


def read_framework(path: Path | str) -> pd.DataFrame:
    """Read back what was written in a framework matrix: person, code, wave, summary, fingerprint, place.

    Sheets, rows and columns may have been moved, inserted or renamed, quotes may have been deleted. What somebody
    typed elsewhere than in a field is a row without a code, with its place in the file.

    Raises
    ------
    StudyError
        Where the file cannot be read or is not a framework matrix.

    Examples
    --------
    >>> read_framework("nowhere.xlsx")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: nowhere.xlsx  does not exist. Check the name and the folder.
    """
    path = Path(path)
    read = {".xlsx": workbook_summaries, ".docx": document_summaries}[_ending(path)]
    data = read_bytes(path, noted=False)
    try:
        return read(data, where=show_name(path))
    except (KeyError, ValueError, OSError, IndexError, TypeError) as err:
        raise StudyError(Problem(show_name(path), "not a matrix"), Remark("no summary read")) from err


def _is_matrix(path: Path) -> bool:
    """Return whether a file is a framework matrix, whatever people wrote in it."""
    try:
        read_framework(path)
    except BpQualError:
        return False
    return True


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f"a framework matrix is written as {' or '.join(ENDINGS)}, not {path.suffix!r}.")
    return ending
