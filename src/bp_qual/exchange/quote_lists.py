r"""Lists of quotations: one row a passage that was coded, as .csv or .xlsx, from any program or made by hand.

Columns are found by their headings (`list_headings`). A cell may hold several codes: one a line, or between semicolons
or upright strokes; commas part codes only where all the parts are codes. A code above another is read from its path
(``work > stress``, ``Codes\work\stress``) or from a column of its own. Dedoose writes a column for each code instead:
``Code: stress Applied``, with True in it; so may people, with 1 and 0 or x. Every sheet of a
workbook that is such a list is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.blank_cells import Blanks, find_blanks, say_blanks
from bp_qual.exchange.code_cells import CodeCells
from bp_qual.exchange.code_tree import CodeTree, code_path, split_dots
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
from bp_qual.exchange.marked_columns import applied_columns, check_marked, is_unclear, marked_columns, says_yes
from bp_qual.exchange.matrix_headings import is_called_wave
from bp_qual.exchange.name_columns import find_person_column, speaks_of_persons
from bp_qual.exchange.quote_columns import could_be_quotes, with_quotes, without_absent, without_rejected
from bp_qual.exchange.received import NO_CODE, FinishedPart, Passage, Received
from bp_qual.exchange.sheet_rows import Sheet, read_lists
from bp_qual.exchange.workbooks import Workbook
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

LIST_ENDINGS = (".csv", ".tsv", ".xlsx")
_COMBINED = ("codes applied combined", "codes applied")  # of Dedoose, which parts codes by commas
_DAY = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:.]+)?")  # as a spreadsheet makes of 3-1
_Line = tuple[int, str]  # its number, and what it says


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
    columns, told = find_person_column(sheet, find_list_columns(sheet.header), is_known)
    coded = _code_columns(sheet.header, columns)
    columns, taken_as = with_quotes(sheet, columns, coded)
    applied = applied_columns(sheet.header)
    marked = marked_columns(sheet, {*columns.values(), *applied}) if "quote" in columns and not coded else {}
    check_marked(sheet, {} if applied else marked, {*columns.values()})
    applied |= marked
    _check(sheet, columns, [*coded, *applied])
    combined = any(plain_heading(sheet.header[index]) in _COMBINED for index in coded)
    own = code_cells.settled
    where, program = f"{sheet.where}{named}", guess_program(sheet.header)
    tree.own = {plain_heading(cell) for cell in sheet.header} >= {*OWN_HEADINGS}
    split = partial(code_cells.split, always=combined, literal=tree.own or program == "bp_qual")
    given = _given_by_sheet(sheet, columns, by_interview)
    dotted = (
        {row[index].strip() for _, row in sheet.rows for index in coded if index < len(row)}
        if program == "Taguette"
        else None
    )

    def cells_of(row: Sequence[str]) -> dict[str, str]:
        return {key: row[index].strip() for key, index in columns.items() if index < len(row)}

    def paths_of(row: Sequence[str]) -> list[tuple[str, ...]]:
        cells, names = cells_of(row), [name for index in coded if index < len(row) for name in split(row[index])]
        if dotted is not None:
            return [split_dots(name, dotted) for name in names]
        paths = _paths_of(names, split(cells.get("subcode", "")), cells.get("parent", ""), own)
        return paths + [code_path(name, settled=own) for index, name in applied.items() if says_yes(row, index)]

    asked = blanks or ("none" if program or tree.own else "")
    below, leading = find_blanks(sheet, columns, coded) if asked != "none" else ({}, frozenset[int]())
    passages, bare, days, alone, finished = list[Passage](), *(list[_Line]() for _ in range(3)), list[FinishedPart]()
    defined, undefined = dict[int, str](), list[_Line]()
    perhaps, doubtful, unclear = dict[int, list[tuple[str, ...]]](), dict[int, set[int]](), list[_Line]()
    for line, row in sheet.rows:
        if asked == "above" and line in leading:
            continue
        row = below[line].sure if asked == "above" and line in below else row
        cells, paths = _with_given(cells_of(row), given), paths_of(row)
        if not paths and cells.get("parent") and cells.get("quote"):
            paths = [code_path(name, settled=own) for name in split(cells["parent"])]
            alone.append((line, cells["parent"]))
        codes = [tree.number(path) for path in paths if path]
        if (meaning := cells.get("definition")) and codes:
            if len(codes) == 1 and defined.setdefault(codes[0], meaning) == meaning:
                tree.describe(codes[0], meaning)
            else:
                undefined.append((line, meaning))
        days += [(line, name) for index in coded if index < len(row) for name in split(row[index]) if _is_day(name)]
        if codes or cells.get("quote"):
            raw = row[columns["quote"]] if columns["quote"] < len(row) else ""
            perhaps |= {len(passages): paths_of(below[line].above)} if line in below else {}
            if open_here := [name for index, name in applied.items() if is_unclear("".join(row[index : index + 1]))]:
                doubtful[len(passages)] = {tree.number(code_path(name, settled=own)) for name in open_here}
                unclear.append((line, ", ".join(open_here)))
            above = cells_of(below[line].above).get("coder", "") if line in below else ""
            by = (above,) if above and not cells.get("coder") else ()
            passages.append(_passage(f"{where}:{line}", raw, tuple(dict.fromkeys(codes)), cells, by))
        elif cells.get("finished"):
            said = [name for name in cells["finished"].splitlines() if name.strip() not in ("", NO_CODE)]
            numbers = tuple(tree.number(code_path(name, settled=own)) for name in said)
            who = {key: cells.get(key, "") for key in ("document", "person", "wave", "coder")}
            finished.append(FinishedPart(**who, codes=numbers))
        elif any(cell.strip() for cell in row):
            bare.append((line, _said(row)))
    for number in {**perhaps, **doubtful}:
        meant = {*tree.nearest(perhaps.get(number, ())), *doubtful.get(number, ())}
        others = meant - tree.with_above(passages[number].codes)
        passages[number] = replace(passages[number], perhaps=tuple(sorted(others)))
    taken = {*columns.values(), *coded, *applied}
    taken |= {n for n, cell in enumerate(sheet.header) if plain_heading(cell) in PRESENT} if absent else set()
    unread = [cell for index, cell in enumerate(sheet.header) if cell.strip() and index not in taken]
    lost = [Remark("lost column", values={"name": shown(name)}) for name in unread if not _is_aside(name)]
    lost += sheet.nameless(taken)
    blank = say_blanks("blanks filled" if asked == "above" else "blanks asked", below, sheet)
    return _Part(
        passages,
        [
            *lost,
            *told_lines("lost rows", bare),
            *told_lines("lost totals", totals),
            *told_lines("lost definitions", undefined),
            *told_lines("lost rejected", rejected),
            *told_lines("lost absent", absent),
        ],
        [
            *(*told, *taken_as, *blank),
            *told_lines("days as codes", days),
            *told_lines("code above alone", alone),
            *told_lines("marks unclear", unclear),
        ],
        finished,
    )


def _said(row: Sequence[str]) -> str:
    return " ".join(cell for cell in row if cell.strip())


def _is_day(name: str) -> bool:
    return bool(_DAY.fullmatch(name))


def _given_by_sheet(sheet: Sheet, columns: Mapping[str, int], by_interview: bool) -> dict[str, str]:
    """Return what the name of a sheet says of its rows.

    That is the interview or the wave, or a folder of them where they can say waves too.
    """
    if by_interview and not is_called_wave(sheet.name):
        return {"document": sheet.name}
    key = "folder" if {"wave", "document"} & columns.keys() else "wave"
    return {key: sheet.name} if find_wave(sheet.name) else {}


def _with_given(cells: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return what a row says, with what its sheet does.

    A row that names somebody is not of the one whom its sheet names; the wave in that name may still be another.
    """
    if "document" not in given or not (cells.get("person") or cells.get("document")):
        return {**cells, **given}
    of_sheet = given["document"] if find_wave(given["document"]) else ""
    return {**cells, "folder": cells.get("folder", "") or of_sheet}


def told_lines(kind: str, lines: Sequence[_Line]) -> list[Remark]:
    """Return a remark with how many lines there are, and the first of them; none where there are none.

    >>> [str(remark) for remark in told_lines("lost totals", [(4, "Total 2 3")])]
    ['rows of totals: 1, the first on line 4: Total 2 3']
    """
    return [Remark(kind, values={"n": len(lines), "line": n, "begin": shown(text, 60)}) for n, text in lines[:1]]


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


def _without_totals(sheet: Sheet, columns: Mapping[str, int]) -> tuple[Sheet, list[_Line]]:
    """Return a table without its rows of totals, and these; nor with headings that are said once more."""
    every = [
        (line, row)
        for line, row in sheet.rows
        if not _repeats_headings({key: row[index] for key, index in columns.items() if index < len(row)})
    ]
    totals = {line for line, row in every if _is_total(row, columns)}
    kept = tuple((line, row) for line, row in every if line not in totals)
    return replace(sheet, rows=kept), [(line, _said(row)) for line, row in every if line in totals]


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


def _paths_of(names: Sequence[str], below: Sequence[str], parent: str, own: Collection[str]) -> list[tuple[str, ...]]:
    """Return the paths of the codes in a row; each sub-code is below the code that stands beside it.

    Where neither has as many as the other, and there are more codes than one, nothing says which is below which.
    """
    above = [*names] * len(below) if len(names) == 1 else [*names]
    if below and len(above) == len(below):
        return [
            (*code_path(name, parent, own), *code_path(sub, settled=own))
            for name, sub in zip(above, below, strict=True)
        ]
    return [code_path(name, parent, own) for name in (*names, *below)]


def _passage(
    where: str, raw: str, codes: tuple[int, ...], cells: Mapping[str, str], perhaps_by: tuple[str, ...]
) -> Passage:
    texts = ("document", "folder", "person", "wave", "coder", "memo", "at", "before", "after")
    start, end = (_number(cells.get(key, "")) for key in ("start", "end"))
    if end - start == len(raw) - 1:  # the end is the last letter
        end += 1
    if end - start != len(raw):  # numbers of paragraphs, as MAXQDA has them, or places in another text
        start = end = -1
    said = {key: cells.get(key, "") for key in texts}
    return Passage(
        where, raw, codes, start=start, end=end, perhaps=(), is_aside=False, perhaps_by=perhaps_by, **said
    )  # fmt: skip


def _number(text: str) -> int:
    return int(text.partition(".")[0]) if re.fullmatch(r"[0-9]{1,9}(\.0)?", text) else -1  # 197.0 of a spreadsheet
