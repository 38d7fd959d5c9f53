"""Matrices with quotes in their cells: a row a person or an interview, and a column a code; or the other way round.

Who was interviewed when is said by columns, by the names of the rows (``P01_2010``), by the sheet or by the headings
(``stress 2010``), which may stand in several rows (`matrix_headings`). NVivo writes ``1 : P01`` before a row and
``A : stress`` above a column. A column of which no cell holds a quote (an age, a sector) is no code, and is named
(`short_columns`), but where its heading is a code elsewhere. What each cell says is looked for like any quote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from bp_qual.display import shown
from bp_qual.exchange.blank_cells import Blanks, find_nameless, say_blanks
from bp_qual.exchange.code_tree import CodeTree, code_path
from bp_qual.exchange.drafts import code_name_key
from bp_qual.exchange.list_headings import (
    LIST_HEADINGS,
    NAMES_OF_ROWS,
    find_list_columns,
    is_called_total,
    is_total,
    plain_heading,
    program_of_names,
    without_numbers,
)
from bp_qual.exchange.matrix_headings import (
    AROUND_WAVE,
    FEWEST_WORDS,
    NO_CODES,
    OneHeading,
    is_called_wave,
    is_wave_alone,
    join_headings,
    wave_in_heading,
)
from bp_qual.exchange.received import Passage, Received
from bp_qual.exchange.sheet_rows import Sheet, read_lists
from bp_qual.exchange.sheets_as_codes import NO_SHEETS
from bp_qual.exchange.short_columns import is_among, is_mark, say_short_columns
from bp_qual.exchange.workbooks import Workbook, is_workbook
from bp_qual.files.csv_rows import without_empty_end
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

_DEFINITIONS = (  # what a row of definitions below the headings begins with
    *LIST_HEADINGS["definition"],
    *("definitions", "definities", "definitionen", "description", "omschrijving", "beschrijving", "explanation"),
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of quotes: where it is, and the code and wave that it is for."""

    index: int
    code: str
    wave: str = ""
    is_short: bool = False  # no cell has three words


@dataclass(frozen=True, slots=True)
class _Matrix:
    """A sheet with a row a person, and what its columns are."""

    sheet: Sheet
    who: dict[str, int]
    columns: tuple[_Column, ...]
    short: tuple[_Column, ...] = ()  # that are no code elsewhere
    lost: tuple[Remark, ...] = field(default=())
    notes: tuple[Remark, ...] = field(default=())


def read_quote_matrix(
    data: bytes | Workbook,
    where: str,
    *,
    known: Iterable[str] = (),
    settled: Collection[str] = (),
    is_known: Callable[[str], bool] = lambda _: False,
    is_said: Callable[[Passage], bool] = lambda _: False,
    blanks: Blanks = "",
) -> Received | None:
    r"""Return the quotes in the cells of a matrix as codings; None where the file holds no such matrix.

    Parameters
    ----------
    data : bytes or Workbook
        The file, .csv or .xlsx; a workbook may have been read already.
    where : str
        What messages call it.
    known : iterable of str
        What the codes of the study are called: a column of that name is a code, however short its cells are.
    settled : collection of str
        Those among them that people wrote in a codebook.
    is_known : callable
        Whether a name is that of a person or an interview of the study: where the first column has these, rows are
        persons, whatever stands above it.
    is_said : callable
        Whether a passage stands in its interview: then a column with short cells may be a code.
    blanks : {"", "above", "none"}
        What an empty cell below the name of a person says, as `read_quote_list` has it.

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
    joined = tuple(map(join_headings, sheets))
    if isinstance(data, bytes) and not is_workbook(data) and any(_goes_beyond_headings(one.sheet) for one in joined):
        return None  # the end of a sentence with the separator in it
    codes = {*map(code_name_key, known)}
    found = _matrices(joined, is_known, codes)
    elsewhere = {code_name_key(name) for matrix in found for name in _quoted(matrix)}
    found = [_filled_down(matrix, blanks) for matrix in _matrices(joined, is_known, codes | elsewhere)]
    if not found:
        return None
    tree, passages, short = CodeTree(settled), list[Passage](), list[tuple[str, Passage]]()
    by_interview = any(is_known(matrix.sheet.name) for matrix in found)
    rows: dict[Passage, None] = {}
    for matrix in found:
        named = f" [{matrix.sheet.name}]" if len(found) > 1 else ""
        for cell, is_filled in _cells_of(matrix, tree, named, by_interview):
            passages += [cell] if is_filled else []
            rows[replace(cell, where="", quote="", codes=())] = None
        for column in matrix.short:
            quoted = replace(matrix, columns=(replace(column, is_short=False),))
            own = _cells_of(quoted, CodeTree(), named, by_interview)
            short += [(matrix.sheet.header[column.index], passage) for passage, is_filled in own if is_filled]
    told = [remark for matrix in found for remark in matrix.notes]
    read = {matrix.sheet.name for matrix in found}
    others = [Remark("no list", values={"sheet": shown(sheet.name)}) for sheet in sheets if sheet.name not in read]
    return Received(
        where,
        tuple(passages),
        tuple(tree.drafts),
        (
            *_once(remark for matrix in found for remark in matrix.lost),
            *say_short_columns(short, is_said),
            *_totals_in(found),
        ),
        program=program_of_names(found[0].sheet.header[1:]),
        notes=(*notes, *others, *_once(told)),
        rows=tuple(rows),
    )


def _matrices(joined: Iterable[OneHeading], is_known: Callable[[str], bool], codes: Collection[str]) -> list[_Matrix]:
    """Return the sheets that are matrices; headings that are codes elsewhere are codes."""
    matrices = (_matrix_of(one, is_known, codes) for one in joined)
    return [matrix for matrix in matrices if matrix is not None and not _is_list(matrix)]


def _quoted(matrix: _Matrix) -> Iterator[str]:
    """Yield the codes for which a matrix holds a quote, as its headings have them and without those above them."""
    for column in matrix.columns:
        if _holds_quote(matrix.sheet, column.index):
            yield from (column.code, *code_path(column.code)[-1:])


def _totals_in(found: Iterable[_Matrix]) -> list[Remark]:
    """Return a remark with how many rows of totals are left out, and the first."""
    rows = [row for matrix in found for row in matrix.sheet.rows if is_total(_name_of(matrix, row[1]))]
    named = (" ".join(cell for cell in row if cell.strip()) for _, row in rows)
    return (
        [Remark("lost totals", values={"n": len(rows), "line": rows[0][0], "begin": shown(next(named), 60)})]
        if rows
        else []
    )


def _name_of(matrix: _Matrix, row: Sequence[str]) -> str:
    """Return what a row is called: the interview, or else the person."""
    cells = (row[matrix.who[key]] for key in ("document", "person") if matrix.who.get(key, len(row)) < len(row))
    return next((name for cell in cells if (name := without_numbers((cell,))[0])), "")


def _filled_down(matrix: _Matrix, blanks: Blanks) -> _Matrix:
    """Return a matrix with the names that its empty cells say, or with the question whether they say one."""
    below = find_nameless(matrix.sheet, matrix.who) if blanks != "none" else {}
    if not below:
        return matrix
    kind = "blanks filled" if blanks == "above" else "blanks asked"
    notes = (*matrix.notes, *say_blanks(kind, below, matrix.sheet))
    rows = matrix.sheet.rows
    if blanks == "above":
        rows = tuple((line, below[line].sure if line in below else row) for line, row in rows)
    return replace(matrix, sheet=replace(matrix.sheet, rows=rows), notes=notes)


def _once(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    kept = list[Remark]()
    for remark in remarks:
        kept += [] if remark in kept else [remark]
    return tuple(kept)


def _is_list(matrix: _Matrix) -> bool:
    """Return whether all the columns with anything in them are called as quotes are: a list that lacks its codes."""
    rows = [row for _, row in matrix.sheet.rows]
    filled = [c for c in matrix.columns if any(c.index < len(row) and row[c.index].strip() for row in rows)]
    return bool(filled) and all(plain_heading(column.code) in LIST_HEADINGS["quote"] for column in filled)


def _is_heading(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    known = find_list_columns(cells)
    named = bool({"person", "document"} & known.keys()) or plain_heading(cells[0] if cells else "") in NAMES_OF_ROWS
    return (len(filled) > 1 and named) or bool(program_of_names(cells[1:])) or _is_turned(cells)


def _goes_beyond_headings(sheet: Sheet) -> bool:
    width = len(without_empty_end(sheet.header))
    return any(cell.strip() for _, row in sheet.rows for cell in row[width:])


def _is_turned(header: Sequence[str]) -> bool:
    """Return whether the rows are codes, and the columns persons or interviews: each with a number in its name."""
    others = [cell for cell in header[1:] if cell.strip() and not is_called_total(cell)]
    codes_first = bool(header) and plain_heading(header[0]) in ("", *LIST_HEADINGS["code"])
    return codes_first and len(others) > 1 and all(any(sign.isdigit() for sign in cell) for cell in others)


def _matrix_of(joined: OneHeading, is_known: Callable[[str], bool], codes: Collection[str]) -> _Matrix | None:
    """Return a sheet as a matrix with a row a person; None where it is none, or no cell holds a quote."""
    sheet = joined.sheet
    wanted = not {"person", "document"} & joined.who.keys() and not _names_people(sheet, is_known)
    ways = (_turned(sheet), sheet) if wanted and _is_turned(sheet.header) else (sheet,)
    for way in ways:
        header = without_numbers(way.header)
        who = _without_theme(way, joined.who, is_known) if way is sheet else {}  # the other way round they are codes
        if not {"person", "document"} & who.keys():
            if plain_heading(header[0] if header else "") not in NAMES_OF_ROWS and not program_of_names(way.header[1:]):
                continue
            who["document"] = 0
        named = [(index, cell) for index, cell in enumerate(header) if cell.strip() and index not in who.values()]
        columns = _columns_in(way, who, named, joined.dated if way is sheet else frozenset[int]())
        taken = tuple(c for c in columns if not c.is_short or is_among(c.code, codes))
        if any(_says_words(way, column.index) for column in taken):
            read = {column.index for column in columns}
            aside = [cell for index, cell in named if index not in read]
            aside += [header[who[key]] for key in NO_CODES if key in who]
            lost = [Remark("lost column", values={"name": shown(heading)}) for heading in aside]
            lost += way.nameless([*read, *who.values()])
            short = tuple(column for column in columns if column not in taken)
            return _Matrix(replace(way, header=header), who, taken, short, tuple(lost), tuple(joined.notes()))
    return None


def _columns_in(
    sheet: Sheet, who: Mapping[str, int], named: Sequence[tuple[int, str]], dated: frozenset[int]
) -> tuple[_Column, ...]:
    """Return the columns that are codes or can be, with their waves.

    Of the short ones only those whose heading has a wave say whether headings do.
    """
    short = {index for index, _ in named if not _can_be_code(sheet, index)}
    if not _says_no_wave(sheet, who):
        columns = _columns_of(named)
    else:
        told = [(n, cell) for n, cell in named if n not in short or wave_in_heading(cell)]
        columns = (*_columns_with_waves(sheet, told, dated), *_columns_of(pair for pair in named if pair not in told))
    kept = (replace(column, is_short=column.index in short) for column in columns)
    return tuple(sorted(kept, key=lambda column: column.index))


def _without_theme(sheet: Sheet, who: Mapping[str, int], is_known: Callable[[str], bool]) -> dict[str, int]:
    """Return what says who a row is, without a theme called *media*: beside persons of the study it names no interview.

    Cells with a few words do not tell by themselves what they are. Nor is *fase* a wave where people are quoted in it.
    """
    names_persons = "person" in who and any(map(is_known, _cells(sheet, who["person"])))
    cells = _cells(sheet, who["document"]) if "document" in who else []
    is_theme = names_persons and bool(cells) and not any(map(is_known, cells))
    themes = {"document"} if is_theme else set[str]()
    if "wave" in who and _holds_quote(sheet, who["wave"]) and not any(map(find_wave, _cells(sheet, who["wave"]))):
        themes.add("wave")
    return {key: index for key, index in who.items() if key not in themes}


def _names_people(sheet: Sheet, is_known: Callable[[str], bool]) -> bool:
    """Return whether the first column has more persons or interviews of the study than the headings have."""
    rows, headings = without_numbers(_cells(sheet, 0)), without_numbers(sheet.header[1:])
    return sum(map(is_known, rows)) > sum(map(is_known, headings))


def _turned(sheet: Sheet) -> Sheet:
    """Return a table with a row a code the other way round; a row is then what a column was."""
    header = ("", *(row[0] if row else "" for _, row in sheet.rows))
    rows = tuple(
        (index + 1, (name, *(row[index] if index < len(row) else "" for _, row in sheet.rows)))
        for index, name in enumerate(sheet.header)
        if index
    )
    return Sheet(sheet.where, header, rows, sheet.name)


def _cells(sheet: Sheet, index: int) -> list[str]:
    return [row[index].strip() for _, row in sheet.rows if index < len(row) and row[index].strip()]


def _holds_quote(sheet: Sheet, index: int) -> bool:
    return any(len(cell.split()) >= FEWEST_WORDS for cell in _cells(sheet, index))


def _says_words(sheet: Sheet, index: int) -> bool:
    return not all(map(is_mark, _cells(sheet, index)))


def _can_be_code(sheet: Sheet, index: int) -> bool:
    """Return whether a column can be a code: somebody is quoted in it, or nobody said anything of it."""
    return not _cells(sheet, index) or _holds_quote(sheet, index)


def _says_no_wave(sheet: Sheet, who: Mapping[str, int]) -> bool:
    """Return whether neither a column nor the names of the rows say the wave, so that headings may."""
    names = _cells(sheet, who.get("document", who.get("person", 0)))
    return "wave" not in who and not all(map(find_wave, names))


def _columns_of(named: Iterable[tuple[int, str]]) -> tuple[_Column, ...]:
    return tuple(_Column(index, cell.strip()) for index, cell in named)


def _columns_with_waves(sheet: Sheet, named: Sequence[tuple[int, str]], dated: Set[int]) -> tuple[_Column, ...]:
    """Return the columns of quotes, and of which wave.

    Their headings say waves where one does in a cell of its own, where all do, or where two are alike but for the wave.
    """
    said = {index: wave_in_heading(cell) if index in dated or not dated else None for index, cell in named}
    rest = {
        index: cell.replace("_", " ").replace(wave[1], " ") if (wave := said[index]) else cell for index, cell in named
    }
    codes = {index: " ".join(text.split()).strip(AROUND_WAVE) if said[index] else text for index, text in rest.items()}
    alike = Counter(codes[index].casefold() for index, _ in named if said[index])
    if not named or not (any(said.values()) if dated else all(said.values()) or any(n > 1 for n in alike.values())):
        return _columns_of(named)
    about = "" if plain_heading(sheet.name).rstrip("0123456789 ") in ("", *NO_SHEETS) else sheet.name
    columns = (_Column(index, codes[index].strip() or about, (said[index] or ("",))[0]) for index, _ in named)
    return tuple(column for column in columns if column.code)


def _cells_of(matrix: _Matrix, tree: CodeTree, named: str, by_interview: bool) -> Iterator[tuple[Passage, bool]]:
    """Yield what the cells of a matrix say, row by row, and whether that is anything.

    All its codes are put in the tree, also those of nobody.

    Where sheets are called as persons or interviews, a row that names a wave, or nobody, is of the one that its sheet
    names.
    """
    sheet = matrix.sheet
    found = ((column, tree.number_of(column.code)) for column in matrix.columns)
    numbers = {column: number for column, number in found if number is not None}
    by_interview = by_interview and not is_called_wave(sheet.name)
    folder = sheet.name if find_wave(sheet.name) else ""
    of_sheet = "" if by_interview else folder
    for line, row in sheet.rows:
        said = {key: without_numbers((row[index],))[0] for key, index in matrix.who.items() if index < len(row)}
        name = _name_of(matrix, row)
        if is_total(name):
            continue
        if plain_heading(name) in _DEFINITIONS:
            for column, number in numbers.items():
                tree.describe(number, row[column.index].strip() if column.index < len(row) else "")
            continue
        if by_interview and (not name or is_wave_alone(name)):
            said["wave"], said["person"], said["document"] = said.get("wave", "") or name, "", sheet.name
        elif "person" not in said and not find_wave(name):  # a person, and no interview
            said["person"], said["document"] = name, ""
        for column, number in numbers.items():
            quote = row[column.index] if column.index < len(row) else ""
            cell = Passage(
                f"{sheet.where}{named}:{line}, {shown(sheet.header[column.index], 40)}",
                "" if column.is_short and is_mark(quote) else quote,
                (number,),
                document=said.get("document", ""),
                folder=said.get("folder", "") or folder,
                person=said.get("person", ""),
                wave=said.get("wave", "") or column.wave or ("" if find_wave(name) else of_sheet),
                coder=said.get("coder", ""),
            )
            yield cell, any(sign.isalnum() for sign in quote)
