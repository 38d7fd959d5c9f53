"""Matrices with quotes in their cells: a row a person or an interview, and a column a code; or the other way round.

Who was interviewed when is said by columns, by the names of the rows (``P01_2010``), by the sheet or by the headings
(``stress 2010``), which may stand in two rows. NVivo writes ``1 : P01`` before a row and ``A : stress`` above a column.
A column of which no cell holds a quote (an age, a sector) is no code. What each cell says is looked for like any quote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bp_qual.display import shown
from bp_qual.exchange.code_tree import CodeTree
from bp_qual.exchange.list_headings import (
    LIST_HEADINGS,
    TOTALS,
    find_list_columns,
    plain_heading,
    says_numbers,
    without_numbers,
)
from bp_qual.exchange.quote_lists import code_path
from bp_qual.exchange.received import Passage, Received
from bp_qual.exchange.sheet_rows import Sheet, read_lists
from bp_qual.files.csv_rows import without_empty_end
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

_WHO = ("person", "wave", "document", "folder", "coder")
_NO_CODES = ("memo", "at")
_NAMES_OF_ROWS = ("", "name", "naam", "id", "nr", "nummer", "number", "pseudoniem", "pseudonym", "row", "rij")
_LONGEST_HEADING = 60
_FEWEST_WORDS = 3  # of a cell that can be nothing but a quote
_AROUND_WAVE = " -–—_,:;./()[]"
_NO_SHEET = ("sheet", "blad", "tabelle", "feuil")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of quotes: where it is, and the code and wave that it is for."""

    index: int
    code: str
    wave: str = ""


@dataclass(frozen=True, slots=True)
class _Matrix:
    """A sheet with a row a person, and what its columns are."""

    sheet: Sheet
    who: dict[str, int]
    columns: tuple[_Column, ...]
    aside: tuple[str, ...] = field(default=())


def read_quote_matrix(data: bytes, where: str) -> Received | None:
    r"""Return the quotes in the cells of a matrix as codings; None where the file holds no such matrix.

    Parameters
    ----------
    data : bytes
        The file, .csv or .xlsx.
    where : str
        What messages call it.

    Returns
    -------
    Received or None

    Examples
    --------
    >>> table = "persoon;stress 2010;stress 2020\nP01;Het was te veel.;\n"
    >>> received = read_quote_matrix(table.encode(), "matrix.csv")
    >>> received.passages[0].person, received.passages[0].wave, [code.name for code in received.codes]
    ('P01', '2010', ['stress'])
    """
    sheets, notes = read_lists(data, where, is_heading=_is_heading, open_end=True)
    sheets = tuple(map(_with_one_heading, sheets))
    if data[:2] != b"PK" and any(map(_goes_beyond_headings, sheets)):
        return None  # the end of a sentence with the separator in it
    found = [matrix for sheet in sheets if (matrix := _matrix_of(sheet)) is not None]
    if not found:
        return None
    tree, passages = CodeTree(), list[Passage]()
    for matrix in found:
        passages += _passages(matrix, tree, f" [{matrix.sheet.name}]" if len(found) > 1 else "")
    aside = dict.fromkeys(heading for matrix in found for heading in matrix.aside)
    read = {matrix.sheet.name for matrix in found}
    others = [Remark("no list", values={"sheet": shown(sheet.name)}) for sheet in sheets if sheet.name not in read]
    return Received(
        where,
        tuple(passages),
        tuple(tree.drafts),
        tuple(Remark("lost column", values={"name": shown(heading)}) for heading in aside),
        program="NVivo" if says_numbers(found[0].sheet.header[1:]) else "",
        notes=(*notes, *others),
    )


def _is_heading(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    known = find_list_columns(cells)
    named = bool({"person", "document"} & known.keys()) or plain_heading(cells[0] if cells else "") in _NAMES_OF_ROWS
    return (len(filled) > 1 and named) or says_numbers(cells[1:]) or _is_turned(cells)


def _goes_beyond_headings(sheet: Sheet) -> bool:
    width = len(without_empty_end(sheet.header))
    return any(cell.strip() for _, row in sheet.rows for cell in row[width:])


def _with_one_heading(sheet: Sheet) -> Sheet:
    """Return a sheet of which the second row says who a row is with its two rows of headings as one.

    What stands above several columns is said once, or beside it (merged cells): a wave, or the code above theirs.
    """
    below = sheet.rows[0][1] if sheet.rows else ()
    known = find_list_columns(below)
    who = {known[key] for key in ("person", "document") if key in known and not sheet.header[known[key]].strip()}
    longest = max(map(len, map(str.strip, below)), default=0)
    if not who or longest > _LONGEST_HEADING or any(cell.rstrip().endswith((".", "!", "…")) for cell in below):
        return sheet
    waves = all(_wave_in(cell) for cell in sheet.header if cell.strip())
    header, above = list[str](), ""
    for index, cell in enumerate(below):
        above = (sheet.header[index] if index < len(sheet.header) else "").strip() or above
        joined = f"{cell} {above}" if waves else f"{above} > {cell}"
        header.append(joined.strip(" >") if above and cell.strip() and index not in known.values() else cell)
    return Sheet(sheet.where, tuple(header), sheet.rows[1:], sheet.name)


def _is_turned(header: Sequence[str]) -> bool:
    """Return whether the rows are codes, and the columns persons or interviews: each with a number in its name."""
    others = [cell for cell in header[1:] if cell.strip()]
    codes_first = bool(header) and plain_heading(header[0]) in ("", *LIST_HEADINGS["code"])
    return codes_first and len(others) > 1 and all(any(sign.isdigit() for sign in cell) for cell in others)


def _matrix_of(sheet: Sheet) -> _Matrix | None:
    """Return a sheet as a matrix with a row a person; None where it is none, or no cell holds a quote."""
    wanted = not {"person", "document"} & find_list_columns(sheet.header).keys()
    ways = (_turned(sheet), sheet) if wanted and _is_turned(sheet.header) else (sheet,)
    for way in ways:
        header = without_numbers(way.header)
        names = find_list_columns(header) if way is sheet else {}  # the other way round they are codes
        who = {key: index for key, index in names.items() if key in (*_WHO, *_NO_CODES)}
        if not {"person", "document"} & who.keys():
            if plain_heading(header[0] if header else "") not in _NAMES_OF_ROWS and not says_numbers(way.header[1:]):
                continue
            who["document"] = 0
        named = [(index, cell) for index, cell in enumerate(header) if cell.strip() and index not in who.values()]
        columns = _columns_of(way, [(index, cell) for index, cell in named if _can_be_code(way, index)])
        if any(_holds_quote(way, column.index) for column in columns):
            taken = {column.index for column in columns}
            aside = [cell for index, cell in named if index not in taken]
            aside += [header[who[key]] for key in _NO_CODES if key in who]
            return _Matrix(Sheet(way.where, header, way.rows, way.name), who, columns, tuple(aside))
    return None


def _turned(sheet: Sheet) -> Sheet:
    """Return a table with a row a code the other way round; a row is then what a column was."""
    header = ("", *(row[0] if row else "" for _, row in sheet.rows))
    columns = ((index, name) for index, name in enumerate(sheet.header) if index and name.strip())
    rows = tuple(
        (index + 1, (name, *(row[index] if index < len(row) else "" for _, row in sheet.rows)))
        for index, name in columns
    )
    return Sheet(sheet.where, header, rows, sheet.name)


def _cells(sheet: Sheet, index: int) -> list[str]:
    return [row[index].strip() for _, row in sheet.rows if index < len(row) and row[index].strip()]


def _holds_quote(sheet: Sheet, index: int) -> bool:
    return any(len(cell.split()) >= _FEWEST_WORDS for cell in _cells(sheet, index))


def _can_be_code(sheet: Sheet, index: int) -> bool:
    """Return whether a column can be a code: somebody is quoted in it, or nobody said anything of it."""
    return not _cells(sheet, index) or _holds_quote(sheet, index)


def _columns_of(sheet: Sheet, named: Sequence[tuple[int, str]]) -> tuple[_Column, ...]:
    """Return the columns of quotes; the headings say waves where all do, or where two are alike but for the wave."""
    said = {index: _wave_in(cell) for index, cell in named}
    rest = {
        index: cell.replace("_", " ").replace(wave[1], " ") if (wave := said[index]) else cell for index, cell in named
    }
    codes = {index: " ".join(text.split()).strip(_AROUND_WAVE) if said[index] else text for index, text in rest.items()}
    alike = Counter(codes[index].casefold() for index, _ in named if said[index])
    if not named or not (all(said.values()) or any(n > 1 for n in alike.values())):
        return tuple(_Column(index, cell.strip()) for index, cell in named)
    about = "" if plain_heading(sheet.name).rstrip("0123456789 ") in ("", *_NO_SHEET) else sheet.name
    columns = (_Column(index, codes[index].strip() or about, (said[index] or ("",))[0]) for index, _ in named)
    return tuple(column for column in columns if column.code)


def _wave_in(heading: str) -> tuple[str, str] | None:
    """Return the wave that a heading says; a first or second job is none."""
    wave = find_wave(heading)
    ordinal = wave is not None and wave[0].isdigit() and not any(sign.isdigit() for sign in wave[1])
    return None if ordinal else wave


def _passages(matrix: _Matrix, tree: CodeTree, named: str) -> list[Passage]:
    """Return what the cells of a matrix say, row by row; all its codes are put in the tree, also those of nobody."""
    sheet, passages = matrix.sheet, list[Passage]()
    numbers = {column.index: tree.number(code_path(column.code)) for column in matrix.columns}
    of_sheet = sheet.name if find_wave(sheet.name) else ""
    for line, row in sheet.rows:
        said = {key: without_numbers((row[index],))[0] for key, index in matrix.who.items() if index < len(row)}
        name = said.get("document", "") or said.get("person", "")
        if plain_heading(name).partition(" ")[0] in TOTALS:
            continue
        if "person" not in said and not find_wave(name):  # the name of the row is that of a person, and of no interview
            said["person"], said["document"] = name, ""
        for column in matrix.columns:
            quote = row[column.index] if column.index < len(row) else ""
            if any(sign.isalnum() for sign in quote):
                passages.append(
                    Passage(
                        f"{sheet.where}{named}:{line}, {shown(sheet.header[column.index], 40)}",
                        quote,
                        (numbers[column.index],),
                        document=said.get("document", ""),
                        folder=said.get("folder", ""),
                        person=said.get("person", ""),
                        wave=said.get("wave", "") or column.wave or ("" if find_wave(name) else of_sheet),
                        coder=said.get("coder", ""),
                    )
                )
    return passages
