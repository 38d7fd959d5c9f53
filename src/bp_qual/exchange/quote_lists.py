r"""Lists of quotations: one row a passage that was coded, as .csv or .xlsx, from any program or made by hand.

Columns are found by their headings (`list_headings`). A cell may hold several codes: one a line, or between semicolons
or upright strokes; commas part codes only where all the parts are codes. A code above another is read from its path
(``work > stress``, ``Codes\work\stress``) or from a column of its own. Dedoose writes a column for each code instead:
``Code: stress Applied``, with True in it; so may people, with 1 and 0 or x. Every sheet of a
workbook that is such a list is read.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.blank_cells import Blanks, find_blanks, say_blanks
from bp_qual.exchange.code_cells import CodeCells
from bp_qual.exchange.code_tree import CodeTree
from bp_qual.exchange.list_headings import (
    LIST_HEADINGS,
    OWN_HEADINGS,
    PRESENT,
    find_list_columns,
    guess_program,
    is_total,
    plain_heading,
    without_count,
)
from bp_qual.exchange.list_rows import Line, ListColumns, RowCodes, RowReader, said_in_row
from bp_qual.exchange.marked_columns import applied_columns, check_marked, marked_columns
from bp_qual.exchange.matrix_headings import is_called_wave
from bp_qual.exchange.name_columns import find_person_column, speaks_of_persons
from bp_qual.exchange.quote_columns import could_be_quotes, with_quotes, without_absent, without_rejected
from bp_qual.exchange.received import FinishedPart, Passage, Received
from bp_qual.exchange.sheet_rows import Sheet, read_lists
from bp_qual.exchange.sheets_as_codes import could_be_code
from bp_qual.exchange.workbooks import Workbook
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

LIST_ENDINGS = (".csv", ".tsv", ".xlsx")


def read_quote_list(
    data: bytes | Workbook,
    where: str,
    *,
    known: Iterable[str] = (),
    settled: Collection[str] = (),
    is_known: Callable[[str], bool] = lambda _: False,
    blanks: Blanks = "",
) -> Received:
    r"""Return the codings in a list of quotations.

    Parameters
    ----------
    data : bytes or Workbook
        The file, .csv or .xlsx; a workbook may have been read already.
    where : str
        What messages call it.
    known : iterable of str
        What the codes of the study are called: a cell ``work, paid`` that is one of them is one code.
    settled : collection of str
        Those among them that people wrote in a codebook.
    is_known : callable
        Whether a name is that of a person or an interview of the study: where no heading says person or document, a
        column *ID* or *name* that has these does.
    blanks : {"", "above", "none"}
        What an empty cell below another says: what stands ``above`` it, or ``none`` of that. Where nobody answered, a
        code that may be meant is in doubt.

    Returns
    -------
    Received

    Raises
    ------
    CodebookError
        Where it is not such a list.

    Examples
    --------
    >>> table = "Dokumentname;Code;Segment\nP01_2010;Arbeit > Stress;Es war zu viel.\n"
    >>> received = read_quote_list(table.encode(), "liste.csv")
    >>> received.passages[0].quote, [code.name for code in received.codes]
    ('Es war zu viel.', ['Arbeit', 'Stress'])
    """
    sheets, notes = read_lists(data, where, is_heading=_is_heading)
    quoted = _lists_among(sheets)
    others = [Remark("no list", values={"sheet": shown(sheet.name)}) for sheet in sheets if sheet not in quoted]
    if not any(sheet.rows for sheet in quoted) and _is_heading(quoted[0].header):
        headings = [shown(cell, 20) for cell in quoted[0].header[:8] if cell]
        kind = "mended without rows" if guess_program(quoted[0].header) == "bp_qual" else "list without rows"
        raise CodebookError(Problem(where, kind, {"headings": headings}))
    sheets, notes = quoted, (*notes, *others)
    tree = CodeTree()
    written = (row[index] for sheet in sheets for _, row in sheet.rows for index in _coded(sheet) if index < len(row))
    cells = CodeCells(written, known, settled)
    by_interview = any(is_known(sheet.name) for sheet in sheets)
    parts = [
        _read_sheet(sheet, tree, cells, is_known, f" [{sheet.name}]" if len(sheets) > 1 else "", blanks, by_interview)
        for sheet in sheets
    ]
    every = [remark for part in parts for remark in part.lost]
    for part in parts:
        if not any(passage.codes for passage in part.passages):  # of a sheet without any code: it can be each
            part.passages[:] = [replace(passage, perhaps=(*range(len(tree.drafts)),)) for passage in part.passages]
    return Received(
        where,
        tuple(passage for part in parts for passage in part.passages),
        tuple(tree.drafts),
        tuple({(lost.kind, repr(lost.values)): lost for lost in reversed(every)}.values())[::-1],
        form="list",
        program=next(filter(None, (guess_program(sheet.header) for sheet in sheets)), ""),
        notes=(*notes, *(remark for part in parts for remark in part.notes), *cells.notes),
        finished=tuple(said for part in parts for said in part.finished),
        doubts=cells.doubts(tree),
    )


def _lists_among(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets that are lists of quotations; one of which that is doubtful where none is, else the first."""
    certain, doubtful = list[Sheet](), list[Sheet]()
    for sheet in sheets:
        columns = find_list_columns(sheet.header)
        if could := could_be_quotes(sheet, columns, _code_columns(sheet.header, columns)):
            (certain if len(could) == 1 else doubtful).append(sheet)
    return tuple(certain or doubtful[:1]) or sheets[:1]


@dataclass(frozen=True, slots=True)
class _Part:
    """What a sheet holds, what of it is not carried over, what else is to be known of it, and what is finished."""

    passages: list[Passage]
    lost: list[Remark]
    notes: list[Remark]
    finished: list[FinishedPart]


def _read_sheet(
    sheet: Sheet, tree: CodeTree, code_cells: CodeCells, is_known: Callable[[str], bool], named: str, blanks: Blanks,
    by_interview: bool,
) -> _Part:  # fmt: skip
    """Return the passages of one sheet, and what of it is not carried over; its codes are put in the tree.

    Where sheets are called as persons or interviews, the name of each says whose its rows are that name nobody.
    """
    sheet, totals = _without_totals(sheet, find_list_columns(sheet.header))
    sheet, rejected = without_rejected(sheet)
    sheet, absent = without_absent(sheet)
    columns, told = _columns_of(sheet, is_known)
    program = guess_program(sheet.header)
    tree.own = {plain_heading(cell) for cell in sheet.header} >= {*OWN_HEADINGS}
    asked = blanks or ("none" if program or tree.own else "")
    below, leading = find_blanks(sheet, columns.named, columns.coded) if asked != "none" else ({}, frozenset[int]())
    codes = RowCodes(sheet, columns, code_cells, program, is_own=tree.own or program == "bp_qual")
    rows = RowReader(f"{sheet.where}{named}", codes, tree, below, _given_by_sheet(sheet, columns.named, by_interview))
    for line, row in sheet.rows:
        if asked != "above":
            rows.read(line, row)
        elif line not in leading:
            rows.read(line, below[line].sure if line in below else row)
    left_out = {"lost totals": totals, "lost rejected": rejected, "lost absent": absent}
    blank = say_blanks("blanks filled" if asked == "above" else "blanks asked", below, sheet)
    return _Part(
        rows.passages_with_doubts(),
        [*_unread(sheet, columns, {*PRESENT} if absent else ()), *rows.say_lost(left_out)],
        [*told, *blank, *rows.say_doubtful()],
        rows.finished,
    )


def _columns_of(sheet: Sheet, is_known: Callable[[str], bool]) -> tuple[ListColumns, list[Remark]]:
    """Return the columns of a list by what they say, and what is to be told of these; a table that is none is refused.

    Beside the column of the quotes, columns of marks are codes where no column has their names.
    """
    named, told = find_person_column(sheet, find_list_columns(sheet.header), is_known)
    coded = _code_columns(sheet.header, named)
    named, taken_as = with_quotes(sheet, named, coded)
    applied = applied_columns(sheet.header)
    marked = marked_columns(sheet, {*named.values(), *applied}) if "quote" in named and not coded else {}
    check_marked(sheet, {} if applied else marked, {*named.values()})
    columns = ListColumns(named, coded, applied | marked)
    _check(sheet, named, [*coded, *columns.applied])
    return columns, [*told, *taken_as]


def _unread(sheet: Sheet, columns: ListColumns, besides: Collection[str]) -> list[Remark]:
    """Return a remark for each column that was not read, unless it is called as one of those named."""
    taken = {*columns.named.values(), *columns.coded, *columns.applied}
    taken |= {n for n, cell in enumerate(sheet.header) if plain_heading(cell) in besides}
    unread = [cell for index, cell in enumerate(sheet.header) if cell.strip() and index not in taken]
    lost = [Remark("lost column", values={"name": shown(name)}) for name in unread if not _is_aside(name)]
    return lost + sheet.nameless(taken)


def _given_by_sheet(sheet: Sheet, columns: Mapping[str, int], by_interview: bool) -> dict[str, str]:
    """Return what the name of a sheet says of its rows.

    That is the interview or the wave, or a folder of them where they can say waves too.
    """
    if by_interview and not is_called_wave(sheet.name):
        return {"document": sheet.name}
    key = "folder" if {"wave", "document"} & columns.keys() else "wave"
    return {key: sheet.name} if find_wave(sheet.name) else {}


def _is_heading(cells: Sequence[str]) -> bool:
    columns = find_list_columns(cells)
    coded = _code_columns(cells, columns)
    says_more = bool({*columns.values()} - {*coded}) or any(map(speaks_of_persons, cells))
    return bool(coded and says_more) or bool(applied_columns(cells))


def _code_columns(header: Sequence[str], columns: Mapping[str, int]) -> list[int]:
    """Return the columns of codes: the one that is called so, and more of that name, as ``code 2`` and ``code b``."""
    words = [without_count(plain_heading(cell)) for cell in header]
    first = columns.get("code", next((index for index, word in enumerate(words) if word in LIST_HEADINGS["code"]), -1))
    others = {index for key, index in columns.items() if key != "code"}
    return [] if first < 0 else [i for i, word in enumerate(words) if word == words[first] and i not in others]


def _coded(sheet: Sheet) -> list[int]:
    return _code_columns(sheet.header, find_list_columns(sheet.header))


def _repeats_headings(cells: Mapping[str, str]) -> bool:
    """Return whether a row says the headings once more: of a second language, or of the next page."""
    said = {key: plain_heading(cell) for key, cell in cells.items() if cell}
    return len(said) > 1 and all(word in LIST_HEADINGS[key] for key, word in said.items())


def _without_totals(sheet: Sheet, columns: Mapping[str, int]) -> tuple[Sheet, list[Line]]:
    """Return a table without its rows of totals, and these; nor with headings that are said once more."""
    every = [
        (line, row)
        for line, row in sheet.rows
        if not _repeats_headings({key: row[index] for key, index in columns.items() if index < len(row)})
    ]
    totals = {line for line, row in every if _is_total(row, columns)}
    kept = tuple((line, row) for line, row in every if line not in totals)
    return replace(sheet, rows=kept), [(line, said_in_row(row)) for line, row in every if line in totals]


def _is_total(row: Sequence[str], columns: Mapping[str, int]) -> bool:
    """Return whether a row is one of totals: it is called so, and no quote is in it but a number."""
    names = [next((cell for cell in row if cell.strip()), "")]
    names += [row[columns[key]] for key in ("person", "document", "code") if columns.get(key, len(row)) < len(row)]
    quote = row[columns["quote"]] if columns.get("quote", len(row)) < len(row) else ""
    return any(map(is_total, names)) and bool(re.fullmatch(r"([0-9]+( \w+)?)?", quote.strip()))


def _check(sheet: Sheet, columns: Mapping[str, int], coded: Sequence[int]) -> None:
    """Refuse a table without a column of quotes or of codes; one of counts is told where it belongs."""
    place = f"{sheet.where}:1"
    headings: Sequence[object] = [shown(cell, 20) for cell in sheet.header[:8] if cell] or [Remark("nothing in it")]
    if "quote" not in columns and ("mentions" in columns or _holds_numbers(sheet, columns)):
        raise CodebookError(Problem(place, "counts, not quotes"))
    if "quote" in columns and not coded:
        name = PurePath(sheet.where).stem
        values = {"headings": headings, "name": shlex.quote(name) if could_be_code(name) else "NAME"}
        raise CodebookError(Problem(place, "list without codes", values))
    missing = [] if "quote" in columns else [Remark("column of quotes")]
    missing += [] if coded else [Remark("column of codes")]
    if missing:
        raise CodebookError(Problem(place, "list without columns", {"missing": missing, "headings": headings}))


def _holds_numbers(sheet: Sheet, columns: Mapping[str, int]) -> bool:
    """Return whether a table is one of counts, or of zeros and ones: beside what names its rows all are numbers."""
    rows = [
        [cell for index, cell in enumerate(row) if index and index not in columns.values()] for _, row in sheet.rows
    ]
    cells = [cell.strip() for row in rows for cell in row if cell.strip()]
    return bool(cells) and all(re.fullmatch(r"[0-9]{1,6}", cell) for cell in cells)


def _is_aside(heading: str) -> bool:
    """Return whether a column says nothing to carry: our own of a list, or Dedoose's range and weight of a code."""
    return plain_heading(heading) in ("where", "why") or bool(
        re.fullmatch(r"code: .+ (range|weight)", heading.strip(), re.IGNORECASE)
    )
