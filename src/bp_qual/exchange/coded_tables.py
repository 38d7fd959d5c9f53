"""Tables with codings: lists of quotations and matrices, of one file or of a folder with a file for each code."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.blank_cells import Blanks
from bp_qual.exchange.list_headings import plain_heading
from bp_qual.exchange.node_texts import read_node_text
from bp_qual.exchange.quote_lists import read_quote_list
from bp_qual.exchange.quote_matrices import read_quote_matrix
from bp_qual.exchange.received import Passage, Received
from bp_qual.exchange.sheet_rows import as_workbook
from bp_qual.exchange.sheets_as_codes import (
    with_code_of_file,
    with_codes_beside,
    with_codes_of_sheets,
    with_names_as_codes,
    with_said_code,
)
from bp_qual.exchange.sheets_of_coders import Sheets, says_coder, with_coders_of_sheets
from bp_qual.exchange.workbooks import Workbook, is_workbook, read_workbook
from bp_qual.files.own_marks import bears_mark
from bp_qual.wording import Remark


@dataclass(frozen=True, slots=True)
class Known:
    """What the study has: the names of its codes, and whether a name is that of a person or an interview.

    ``settled`` are the names that people wrote in the codebook, and no import; ``blanks`` is what somebody said of the
    empty cells of a list, ``sheets`` of the sheets of a workbook; ``said`` is whether a passage stands in its
    interview, ``is_wave`` whether a name is that of a wave; ``coders`` are those who coded here, or are named;
    ``code`` is that of all quotes of a table without a column of codes.

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
    code: str = ""

    def is_no_code(self, name: str) -> bool:
        """Return whether the name of a sheet is that of a person, an interview or a coder.

        >>> [known.is_no_code("Anna") for known in (Known(coders=("anna",)), Known(sheets="coders"), Known())]
        [True, True, False]
        """
        is_coder = says_coder(name) or plain_heading(name) in {*map(plain_heading, self.coders)}
        return self.whose(name) or self.sheets == "coders" or is_coder


def read_coded_table(data: bytes, where: str, known: Known) -> Received:
    r"""Return the codings in a list of quotations, or in a matrix with quotes in its cells; of each coder, by sheet.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        What messages call it.
    known : Known
        What the study has, and what was said of the file.

    Returns
    -------
    Received

    Examples
    --------
    >>> read_coded_table(b"person,quote\nP01,Too much.\n", "list.csv", Known(code="work")).codes[0].name
    'work'
    """
    if known.code:
        book, told = with_said_code(as_workbook(data, where), where, known.code)
        return _of_sheets(book, where, known, told)
    if is_workbook(data):
        return _of_sheets(read_workbook(data, where), where, known, data=data)
    return _rows_in(data, where, known, data=data)


def read_node(text: str, where: str, known: Known) -> Received:
    r"""Return the codings of one code, as NVivo exports what is coded at it: the file is called after the code.

    Parameters
    ----------
    text : str
        What stands in the file.
    where : str
        What messages call it.
    known : Known
        What the study has, and what was said of the file.

    Returns
    -------
    Received

    Examples
    --------
    >>> text = "<Files\\P01 2010> - § 1 reference coded [1% Coverage]\n\nReference 1 - 1% Coverage\n\nToo much.\n"
    >>> received = read_node(text, "work.docx", Known())
    >>> received.codes[0].name, received.passages[0].quote
    ('work', 'Too much.')
    """
    name = PurePath(where).stem
    book, told = with_said_code(Workbook((read_node_text(text, where, name),)), where, known.code or name)
    return _of_sheets(book, where, known, () if known.code else (Remark("file as code", values={"name": name}), *told))


def read_files_of_codes(files: Mapping[str, bytes], texts: Mapping[str, str], where: str, known: Known) -> Received:
    r"""Return the codings in tables and in texts of NVivo, each file called after the code of its quotes.

    Parameters
    ----------
    files, texts : mapping of str to bytes, and of str to str
        The tables and the texts by their names.
    where : str
        What messages call it.
    known : Known
        What the study has, and what was said of the folder.

    Returns
    -------
    Received

    Examples
    --------
    >>> files = {name: b"person,quote\nP01,Too much.\n" for name in ("work.csv", "home.csv")}
    >>> [code.name for code in read_files_of_codes(files, {}, "folder", Known()).codes]
    ['work', 'home']
    """
    if len(texts) == 1 and not files:
        name, text = next(iter(texts.items()))
        return read_node(text, name, known)
    sheets = [read_node_text(text, name, PurePath(name).stem) for name, text in texts.items()]
    for name, data in files.items():
        sheets += [replace(sheet, name=PurePath(name).stem) for sheet in as_workbook(data, name).sheets if sheet.rows]
    book, told = Workbook(tuple(sheets)), tuple[Remark, ...]()
    if known.code:
        book, told = with_said_code(book, where, known.code)
    return _of_sheets(book, where, known, told)


def _of_sheets(
    book: Workbook, where: str, known: Known, told: Sequence[Remark] = (), data: bytes | None = None
) -> Received:
    if known.sheets == "codes":
        book, said = with_names_as_codes(book, where)
        told = (*told, said)
    book, beside = with_codes_beside(book, known.codes)
    received = _rows_in(book, where, known, data=data)
    return with_coders_of_sheets(
        replace(received, notes=(*told, *beside, *received.notes)),
        [sheet.name for sheet in book.sheets],
        sheets=known.sheets,
        coders=known.coders,
        codes=known.codes,
        is_interview=lambda name: known.whose(name) or known.is_wave(name),
    )


def _rows_in(table: bytes | Workbook, where: str, known: Known, *, data: bytes | None) -> Received:
    """Return what a table holds; ``data`` is the file that it is all of."""
    try:
        return _list_in(table, where, known)
    except CodebookError as refused:
        kinds = {problem.kind for problem in refused.problems}
        if kinds & {"which quotes", "mended without rows"}:
            raise
        is_own = data is not None and bears_mark(io.BytesIO(data), ".xlsx" if is_workbook(data) else ".csv")
        if "counts, not quotes" not in kinds and is_own:
            raise CodebookError(Problem(where, "own, no codings")) from refused
        if (received := _matrix_in(table, where, known)) is not None:
            return received
        book = as_workbook(table, where) if isinstance(table, bytes) else table
        by_code = with_codes_of_sheets(book, known.is_no_code) or with_code_of_file(book, where, known.codes)
        if by_code is None:
            raise
        received = _list_in(by_code[0], where, known)
        return replace(received, notes=(by_code[1], *received.notes))


def _list_in(table: bytes | Workbook, where: str, known: Known) -> Received:
    return read_quote_list(
        table, where, known=known.codes, settled=known.settled, is_known=known.whose, blanks=known.blanks
    )


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
