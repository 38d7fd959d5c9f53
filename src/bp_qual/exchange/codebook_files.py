"""Import and export of codebooks, in the format given by the extension of the file.

| ending | program | in | out |
|---|---|---|---|
| .qdc | REFI-QDA: NVivo, MAXQDA, ATLAS.ti, QualCoder, ... | yes | yes |
| .qdpx | REFI-QDA project: its codebook | yes | |
| .csv, .xlsx | a table: code, parent, definition, terms, ... | yes | yes |
| .taguette.csv | Taguette | yes (as .csv) | yes |
| .yml | a dictionary of quanteda | yes | yes |
| .dic | a dictionary of LIWC | yes | yes |
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, CodebookError, Problem
from bp_qual.exchange.dictionaries import read_liwc, read_quanteda, write_liwc, write_quanteda
from bp_qual.exchange.drafts import Exported, Imported
from bp_qual.exchange.refi_codebook import MAX_PROJECT, read_refi, write_refi
from bp_qual.exchange.refi_package import packed_kind
from bp_qual.exchange.sheets import read_sheet, write_sheet, write_taguette_tags
from bp_qual.files import open_file, write_atomically
from bp_qual.wording import Remark

MAX_BYTES = 20_000_000
_READERS: dict[str, Callable[..., Imported]] = {
    ".qdc": read_refi,
    ".qdpx": read_refi,
    ".csv": read_sheet,
    ".xlsx": read_sheet,
    ".yml": read_quanteda,
    ".yaml": read_quanteda,
    ".dic": read_liwc,
}
_WRITERS: dict[str, Callable[[Codebook, str], Exported]] = {
    ".taguette.csv": write_taguette_tags,
    ".qdc": write_refi,
    ".csv": lambda codebook, language: write_sheet(codebook, ".csv", language),
    ".xlsx": lambda codebook, language: write_sheet(codebook, ".xlsx", language),
    ".yml": write_quanteda,
    ".dic": write_liwc,
}
IMPORT_ENDINGS = tuple(_READERS)
EXPORT_ENDINGS = tuple(_WRITERS)


def import_codebook(path: Path | str, *, name: str = "", language: str = "nl") -> Imported:
    """Return the codebook in a file of another program, and what could not be carried over.

    Parameters
    ----------
    path : Path or str
        A file with one of `IMPORT_ENDINGS`.
    name : str
        The name of the codebook; the file's name if empty.
    language : str
        The language of its labels and terms.

    Returns
    -------
    Imported

    Raises
    ------
    CodebookError
        With every problem in the file: it is not there, cannot be read, or holds no codebook.

    Examples
    --------
    >>> import_codebook("nowhere.qdc")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: nowhere.qdc  does not exist. Check the name and the folder.
    """
    path = Path(path)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        kind = packed_kind(path) or "no known codebook"
        raise CodebookError(Problem(show_name(path), kind, {"endings": tuple(_READERS)}))
    name = name or path.name.split(".")[0]
    is_project = path.suffix.lower() == ".qdpx"  # whose recordings are larger than the memory
    try:
        with open_file(path, limit=MAX_PROJECT if is_project else MAX_BYTES) as file:
            return reader(file if is_project else file.read(), str(path), name=name, language=language)
    except CodebookError:
        raise
    except BpQualError as error:
        raise CodebookError(error.problems, error.summary) from error


def export_codebook(codebook: Codebook, path: Path | str, *, language: str = "") -> tuple[Remark, ...]:
    """Write a codebook in another program's format, and return what that format cannot carry.

    Parameters
    ----------
    codebook : Codebook
        The codebook.
    path : Path or str
        A file with one of `EXPORT_ENDINGS`.
    language : str
        The language of labels and terms to write; that of the codebook if empty.

    Returns
    -------
    tuple of Remark
        What the format cannot carry, by name and number.

    Raises
    ------
    ValueError
        For a file with another ending.
    StoreError
        When the file cannot be written.

    Examples
    --------
    >>> export_codebook(Codebook("D", "1", "nl", ()), "x.doc")
    Traceback (most recent call last):
    ValueError: a codebook is written to a file that ends in .taguette.csv, .qdc, .csv, .xlsx, .yml, .dic
    """
    ending = next((ending for ending in _WRITERS if str(path).lower().endswith(ending)), "")
    if not ending:
        raise ValueError(f"a codebook is written to a file that ends in {', '.join(_WRITERS)}")
    done = _WRITERS[ending](codebook, language)
    write_atomically(path, done.data)
    return done.lost
