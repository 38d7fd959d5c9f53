"""The kinds of files that codings of other programs come in, each with the one function that reads it."""

from __future__ import annotations

import hashlib
import io
import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, CodebookError, Problem
from bp_qual.exchange.annotations import read_annotations
from bp_qual.exchange.atlas_export import read_atlas
from bp_qual.exchange.blank_cells import Blanks
from bp_qual.exchange.qualcoder_project import read_qualcoder
from bp_qual.exchange.quote_lists import LIST_ENDINGS, read_quote_list
from bp_qual.exchange.quote_matrices import read_quote_matrix
from bp_qual.exchange.received import Passage, Received
from bp_qual.exchange.refi_codebook import MAX_PROJECT
from bp_qual.exchange.refi_passages import read_refi_project
from bp_qual.exchange.several_coders import with_each_coder
from bp_qual.exchange.sheets_as_codes import with_codes_beside, with_codes_of_sheets
from bp_qual.exchange.sheets_of_coders import Sheets, with_coders_of_sheets
from bp_qual.exchange.taguette_project import read_taguette
from bp_qual.exchange.word_comments import read_word_comments
from bp_qual.exchange.workbooks import Workbook, is_workbook, read_workbook
from bp_qual.files import open_file, read_bytes
from bp_qual.files.own_marks import bears_mark
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

MAX_BYTES = 100_000_000
MOST_DOCUMENTS = 2_000
QUALCODER = "data.qda"  # in the folder of a project


@dataclass(frozen=True, slots=True)
class Known:
    """What the study has: the names of its codes, and whether a name is that of a person or an interview.

    ``settled`` are the names that people wrote in the codebook, and no import; ``blanks`` is what somebody said of the
    empty cells of a list, ``sheets`` of the sheets of a workbook; ``said`` is whether a passage stands in its
    interview, ``is_wave`` whether a name is that of a wave; ``coders`` are those who coded here, or are named.

    >>> Known(codes=("work",)).whose("P01")
    False
    """

    codes: Sequence[str] = ()
    whose: Callable[[str], bool] = lambda _: False
    settled: Sequence[str] = ()
    blanks: Blanks = ""
    said: Callable[[Passage], bool] = lambda _: False
    is_wave: Callable[[str], bool] = lambda _: False
    coders: Sequence[str] = ()
    sheets: Sheets = ""


_Reader = Callable[[BinaryIO, str, Known], Received]
_READERS: dict[str, _Reader] = {
    **{ending: lambda file, where, known: _of_table(file.read(), where, known) for ending in LIST_ENDINGS},
    ".qdpx": lambda file, where, _: read_refi_project(file, where),  # its recordings are larger than the memory
    ".sqlite3": lambda file, where, _: read_taguette(file.read(), where),
    ".qda": lambda file, where, _: read_qualcoder(file.read(), where),
    ".docx": lambda file, where, known: _of_word({where: file.read()}, where, known),
    ".json": lambda file, where, known: _of_annotations(file.read(), where, known),
    ".jsonld": lambda file, where, known: _of_annotations(file.read(), where, known),
    ".xml": lambda file, where, known: read_atlas(file.read(), where, settled=known.settled),
}
CODING_ENDINGS = tuple(_READERS)
_OWN_FORMATS = {  # of projects that no other program reads
    "ATLAS.ti": lazy_pattern(r"\.(atlproj|hpr|atlcb)\d*", re.IGNORECASE),
    "NVivo": lazy_pattern(r"\.nv(px?|cx|pj|px?db)", re.IGNORECASE),
    "MAXQDA": lazy_pattern(r"\.m(x|ex|qda|qd)\d*", re.IGNORECASE),
    "Quirkos": lazy_pattern(r"\.qrk", re.IGNORECASE),
}

CODEBOOKS = (".qdc", ".yml", ".yaml", ".dic")  # which hold no codings
_OLD_FORMATS = {
    **dict.fromkeys((".xls", ".xlsb", ".ods", ".numbers"), ".xlsx"),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), ".docx"),
}


def read_received(path: Path, known: Known | None = None) -> Received:
    """Return the codings in a file of another program, before any of them has a place in a study.

    Parameters
    ----------
    path : Path
        A file that ends in one of `CODING_ENDINGS`, the folder of a project of QualCoder, or a folder with Word
        documents.
    known : Known, optional
        What the codes of the study are called, and who was interviewed.

    Returns
    -------
    Received

    Raises
    ------
    CodebookError
        Where it cannot be read.

    Examples
    --------
    >>> read_received(Path("codings.pdf"))
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: codings.pdf  is not in a known format for codings. Give a file that ends in ...
    """
    where = show_name(path)
    try:
        if path.is_dir() and not (path / QUALCODER).exists():
            return _of_folder(path, known or Known())
        file = path / QUALCODER if path.is_dir() else path
        reader = _READERS.get(file.suffix.lower())
        if reader is None:
            if not (path.suffix or path.exists()):
                raise CodebookError(Problem(where, "not there"))
            if file.suffix.lower() in CODEBOOKS:
                raise CodebookError(Problem(where, "a codebook", {"command": _command(path)}))
            if program := next((name for name, kind in _OWN_FORMATS.items() if kind.fullmatch(file.suffix)), ""):
                raise CodebookError(Problem(where, "own format", {"program": program}))
            if newer := _OLD_FORMATS.get(file.suffix.lower()):
                raise CodebookError(Problem(where, "old format", {"ending": newer}))
            raise CodebookError(Problem(where, "no known codings", {"endings": CODING_ENDINGS}))
        with open_file(file, limit=MAX_PROJECT if file.suffix.lower() == ".qdpx" else MAX_BYTES) as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
            if not opened.tell():
                raise CodebookError(Problem(where, "nothing in file"))
            opened.seek(0)
            received = with_each_coder(reader(opened, where, known or Known()), (known or Known()).coders)
    except CodebookError:
        raise
    except BpQualError as error:
        raise CodebookError(error.problems, error.summary) from error
    return replace(received, digest=digest)


def _command(path: Path) -> str:
    """Return the command that reads a codebook."""
    return show_name(shlex.join(["bp-qual", "codebook", "import", str(path), "-o", "codebook.yaml"]))


def _of_table(data: bytes, where: str, known: Known) -> Received:
    """Return the codings in a list of quotations, or in a matrix with quotes in its cells; of each coder, by sheet."""
    if not is_workbook(data):
        return _rows_in(data, data, where, known)
    book, told = with_codes_beside(read_workbook(data, where), known.codes)
    received = _rows_in(data, book, where, known)
    return with_coders_of_sheets(
        replace(received, notes=(*told, *received.notes)),
        [sheet.name for sheet in book.sheets],
        sheets=known.sheets,
        coders=known.coders,
        codes=known.codes,
        is_interview=lambda name: known.whose(name) or known.is_wave(name),
    )


def _rows_in(data: bytes, table: bytes | Workbook, where: str, known: Known) -> Received:
    try:
        return read_quote_list(
            table, where, known=known.codes, settled=known.settled, is_known=known.whose, blanks=known.blanks
        )
    except CodebookError as refused:
        kinds = {problem.kind for problem in refused.problems}
        if kinds & {"which quotes", "mended without rows"}:
            raise
        if "counts, not quotes" not in kinds and bears_mark(io.BytesIO(data), ".xlsx" if is_workbook(data) else ".csv"):
            raise CodebookError(Problem(where, "own, no codings")) from refused
        if (received := _matrix_in(table, where, known)) is not None:
            return received
        by_code = None if isinstance(table, bytes) else with_codes_of_sheets(table, known.whose)
        if by_code is None:
            raise
        book, told = by_code
        received = read_quote_list(
            book, where, known=known.codes, settled=known.settled, is_known=known.whose, blanks=known.blanks
        )
        return replace(received, notes=(told, *received.notes))


def _matrix_in(table: bytes | Workbook, where: str, known: Known) -> Received | None:
    return read_quote_matrix(
        table,
        where,
        known=known.codes,
        settled=known.settled,
        is_known=known.whose,
        is_said=known.said,
        blanks=known.blanks,
    )


def _of_word(files: Mapping[str, bytes], where: str, known: Known) -> Received:
    return read_word_comments(files, where, known=known.codes, settled=known.settled)


def _of_annotations(data: bytes, where: str, known: Known) -> Received:
    return read_annotations(data, where, known=known.codes, settled=known.settled)


def _of_folder(path: Path, known: Known) -> Received:
    """Return the comments in the Word documents of a folder and the folders in it; what else is there is named."""
    there = sorted(file for file in path.rglob("*") if file.is_file() and _is_visible(file.relative_to(path)))
    files = [file for file in there if file.suffix.lower() == ".docx"]
    if not files:
        raise CodebookError(Problem(show_name(path), "no codings in folder"))
    names = {file: show_name(file.relative_to(path).as_posix()) for file in there}
    contents = {names[file]: read_bytes(file, limit=MAX_BYTES) for file in files[:MOST_DOCUMENTS]}
    others = [name for name in names.values() if name not in contents]
    digest = hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in contents.values())).hexdigest()
    received = _of_word(contents, show_name(path), known)
    left = (Remark("lost files", values={"n": len(others), "names": others}),) if others else ()
    return replace(received, digest=digest, lost=(*received.lost, *left))


def _is_visible(path: Path) -> bool:
    """Return whether a file is somebody's, and not what a program keeps beside an open one or hides."""
    return not any(part.startswith((".", "~")) for part in path.parts)
