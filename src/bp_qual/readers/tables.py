"""Tables: .csv, .tsv, .xlsx and .ods. What their columns mean is the business of `turn_tables`."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Any

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, open_package
from bp_qual.files.csv_tables import parse_csv
from bp_qual.files.excel_text import excel_text, load_book
from bp_qual.files.nesting import NESTED, is_too_deep
from bp_qual.readers.beside_cells import find_beside_cells, find_beside_tables
from bp_qual.readers.hidden_cells import (
    MOST_TITLE,
    choose_sheet,
    hidden_columns_in_ods,
    hidden_in_excel,
    hidden_sheets_in_ods,
    hide_rows,
    is_hidden_row,
    note_columns,
    note_sheets,
)
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.paragraphs import (
    NOT_UNDERSTOOD,
    Reading,
    check_lines,
    count_visible,
    note_not_understood,
)
from bp_qual.readers.question_heads import is_any_heading, note_above
from bp_qual.readers.raw_cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    count_sheet,
    count_workbook,
    find_sheet,
    parse_sheet,
    read_shared,
    repeats,
    value_unsaid,
)
from bp_qual.readers.table_headings import Table
from bp_qual.readers.turn_tables import read_table_rows

if TYPE_CHECKING:
    from lxml import etree

_SHEET = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_APART = ("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",)


def read_csv(
    data: bytes, *, where: str = "", encoding: str = "", columns: Mapping[str, tuple[str, ...]] | None = None
) -> Reading:
    r"""Read a table with `,`, `;` or tab between its columns.

    Parameters
    ----------
    data, where, encoding
        As in `read_text`.
    columns : mapping of str to tuple of str, optional
        The names that the columns of speaker, text and time may have, where the usual ones are not used.

    Returns
    -------
    Reading
        A line for each row, with its speaker as label; other columns are kept apart.

    Raises
    ------
    TranscriptError
        For a row with too many or too few cells; the message gives its line.

    Examples
    --------
    >>> reading = read_csv(b'speaker;text\nEva;Hoe?\nJan;"Goed; hoor"\n')
    >>> [(line.label, reading.text[line.start:line.end]) for line in reading.paragraphs]
    [('Eva', 'Hoe?'), ('Jan', 'Goed; hoor')]
    """
    check_lines(data.count(b"\n"), where)
    heads = partial(is_any_heading, columns=columns or {})
    table = parse_csv(data, where=where, encoding=encoding, is_heading=heads)
    rows = [table.header, *(cells for _, cells in table.rows)] if table.header else []
    lines = [table.line, *(line for line, _ in table.rows)] if table.header else []
    reading = read_table_rows(rows, Table(where, "csv", table.notes, columns or {}, lines, table.short))
    title = {"header": table.title} if table.title else {}
    visible = reading.visible + table.lost + count_visible(table.title)
    notes = (*reading.notes, *note_above(cells for _, cells in table.above))
    return replace(reading, remainders={**reading.remainders, **title}, visible=visible, notes=notes)


def read_xlsx(data: bytes, *, where: str = "", columns: Mapping[str, tuple[str, ...]] | None = None) -> Reading:
    """Read the first sheet of an .xlsx that is shown, or the only one with headings of talk.

    Parameters
    ----------
    data, where, columns
        As in `read_csv`.

    Returns
    -------
    Reading
        A line for each row, with its speaker as label; other columns are kept apart.

    Raises
    ------
    TranscriptError
        For a damaged file.

    Examples
    --------
    >>> read_xlsx(b"not a workbook", where="a.xlsx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.xlsx  is damaged: it is not a whole zip file. Open it in ...
    """
    with warnings.catch_warnings(action="ignore"):  # the library would print its doubts
        return _read_workbook(data, where, columns or {})


def _read_workbook(data: bytes, where: str, columns: Mapping[str, tuple[str, ...]]) -> Reading:
    package = open_package(data, where=where)
    for name in package.names:
        if name.endswith(".xml") and b"<!DOCTYPE" in package.read(name).replace(b"\0", b""):
            raise TranscriptError(Problem(where, "xml with entities"))
    try:
        book = load_book(data, package, read_only=True)
        chosen = _choose(book)
        sheet = book.worksheets[chosen]
        sheet.reset_dimensions()  # a sheet may say that it is larger than it is
        rows, cells, texts, others = list[list[str]](), 0, 0, 0
        for row in sheet.iter_rows(values_only=True):
            rows.append([_show(cell) for cell in row])
            cells += len(row)
            check_lines(len(rows) + cells // 20, where)
            texts += sum(count_visible(shown) for cell, shown in zip(row, rows[-1], strict=True) if _is_text(cell))
            others += sum(cell is not None and not _is_text(cell) for cell in row)
        first, shared = find_sheet(package, sheet.title), read_shared(package)
        hidden_rows, hidden_columns = hidden_in_excel(parse_sheet(package, first))
        held, beside = count_workbook(package, first, shared), find_beside_cells(package, first, shared)
        notes = note_sheets([one.title for one in book.worksheets], chosen)
        book.close()
    except (TranscriptError, ImportError):
        raise
    except Exception as err:  # a parser of hostile files may fail in any way
        if is_too_deep(err):
            raise TranscriptError(Problem(where, NESTED)) from err
        raise TranscriptError(Problem(where, "workbook unreadable", {"type": type(err).__name__})) from err
    unseen = hide_rows(rows, hidden_rows)
    notes = (*notes, *note_columns(rows, hidden_columns))
    reading = read_table_rows(rows, Table(where, "xlsx", notes, columns))
    visible, bare = reading.visible + (held.texts - texts or held.values - others), "\n".join(held.not_computed)
    outside = "\n".join(held.outside)
    told = (
        *note_not_understood(bare, "in cells with a formula that was never computed"),
        *note_not_understood(outside, "in no cell"),
    )
    rest = "\n".join(filter(None, [bare, outside]))
    apart = {**beside, NOT_UNDERSTOOD: rest, "hidden text": unseen}
    return replace(
        reading,
        remainders=_add_parts(reading.remainders, apart),
        notes=(*reading.notes, *told),
        visible=visible + sum(map(count_visible, apart.values())),
    )


def _add_parts(parts: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    r"""Return what is kept apart with more of it: what has a name already is added to that.

    >>> _add_parts({"not understood": "a"}, {"not understood": "b", "hidden text": ""})
    {'not understood': 'a\nb'}
    """
    named = {name: (parts.get(name, ""), more.get(name, "")) for name in {**parts, **more}}
    return {name: "\n".join(filter(None, texts)) for name, texts in named.items() if any(texts)}


def _choose(book: Any) -> int:
    """Return which sheet of an Excel file is read."""
    tops = list[list[list[str]]]()
    if len(book.worksheets) == 1:
        return 0
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        tops.append([[_show(cell) for cell in row] for row in sheet.iter_rows(max_row=MOST_TITLE, values_only=True)])
    hidden = [number for number, sheet in enumerate(book.worksheets) if sheet.sheet_state != "visible"]
    return choose_sheet(tops, hidden)


def _is_text(cell: Any) -> bool:
    return isinstance(cell, str)


def _show(cell: Any) -> str:
    return "" if cell is None else clean_text(excel_text(str(cell)))


def read_ods(data: bytes, *, where: str = "", columns: Mapping[str, tuple[str, ...]] | None = None) -> Reading:
    """Read the first sheet of an .ods that is shown, or the only one with headings of talk.

    Parameters
    ----------
    data, where, columns
        As in `read_csv`.

    Returns
    -------
    Reading
        A line for each row, with its speaker as label; other columns are kept apart.

    Raises
    ------
    TranscriptError
        For a damaged file, or one without a sheet.

    Examples
    --------
    >>> read_ods(b"not a workbook", where="a.ods")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.ods  is damaged: it is not a whole zip file. Open it in ...
    """
    package = open_package(data, where=where)
    if "content.xml" not in package.names:
        raise TranscriptError(Problem(where, "not a sheet"))
    root = parse_xml(package.read("content.xml"), where=where)
    sheets = list(root.iter(_SHEET + "table"))
    if not sheets:
        raise TranscriptError(Problem(where, "without sheet"))
    titles = [sheet.get(_SHEET + "name", "") for sheet in sheets]
    tops = [[row for row, _ in islice(_ods_rows(sheet), MOST_TITLE)] for sheet in sheets]
    chosen = choose_sheet(tops, hidden_sheets_in_ods(root, sheets))
    sheet = sheets.pop(chosen)
    rows, hidden, cells = list[list[str]](), set[int](), 0
    for row, is_hidden in _ods_rows(sheet):
        hidden |= {len(rows)} if is_hidden else set()
        rows.append(row)
        cells += len(row)
        check_lines(len(rows) + cells // 20, where)
    comments = [clean_text("".join(map(str, note.itertext()))) for note in sheet.iter(*_APART)]
    held, outside = count_sheet(sheet, apart=_APART)
    held -= count_visible("\n".join(map("\n".join, rows)))
    unseen = hide_rows(rows, hidden)
    notes = (*note_sheets(titles, chosen), *note_columns(rows, hidden_columns_in_ods(sheet)))
    reading = read_table_rows(rows, Table(where, "ods", notes, columns or {}))
    beside = find_beside_tables(package, sheets)
    more = {**beside, "comments": "\n".join(comments), "hidden text": unseen}
    more["drawings"] = f"{outside}\n{beside.get('drawings', '')}".strip()
    more = {name: text for name, text in more.items() if text.strip()}
    visible = reading.visible + held
    return replace(
        reading,
        remainders=_add_parts(reading.remainders, more),
        visible=visible + sum(map(count_visible, more.values())),
    )


def _ods_rows(sheet: etree._Element) -> Iterator[tuple[list[str], bool]]:
    """Yield each row of a sheet as often as it is said to be there, and whether it is hidden."""
    for row in sheet.iter(_SHEET + "table-row"):
        cut = _trim(chain.from_iterable(map(_cells, row.iter(_SHEET + "table-cell", _SHEET + "covered-table-cell"))))
        often = repeats(row.get(_SHEET + "number-rows-repeated", "1"), MOST_ROWS) if cut else 1
        yield from repeat((cut, is_hidden_row(row)), often)


def _cells(cell: etree._Element) -> Iterator[str]:
    """Yield a cell as often as it is said to be; an empty one that fills up the sheet only a few times."""
    lines = [line for line in cell.iter(_TEXT + "p") if next(line.iterancestors(*_APART), None) is None]
    text = clean_text("\n".join("".join(_said(line)) for line in lines)) or value_unsaid(cell)
    yield from repeat(text, repeats(cell.get(_SHEET + "number-columns-repeated", "1"), MOST_COLUMNS))


def _said(line: etree._Element) -> Iterator[str]:
    """Yield the text of a line in a cell; a run of blanks is one element."""
    if line.text:
        yield line.text
    for child in line:
        if child.tag == _TEXT + "s":
            yield " "
        yield from _said(child)
        if child.tail:
            yield child.tail


def _trim(cells: Iterator[str]) -> list[str]:
    row = list(cells)
    while row and not row[-1]:
        row.pop()
    return row
