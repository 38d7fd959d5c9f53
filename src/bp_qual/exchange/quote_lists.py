r"""Lists of quotations: one row a passage that was coded, as .csv or .xlsx, from any program or made by hand.

Columns are found by their headings (`list_headings`). A cell may hold several codes: one a line, or between semicolons
or upright strokes; commas part codes only where all the parts are codes. A code above another is read from its path
(``work > stress``, ``Codes\work\stress``) or from a column of its own. Dedoose writes a column for each code instead:
``Code: stress Applied``, with True in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.code_tree import CodeTree, split_dots
from bp_qual.exchange.list_headings import find_list_columns, guess_program, plain_heading
from bp_qual.exchange.received import Passage, Received
from bp_qual.exchange.sheet_rows import Sheet, read_rows
from bp_qual.wording import Remark

LIST_ENDINGS = (".csv", ".tsv", ".xlsx")
_PATH = re.compile(r"\s*(?:>|\\|::|→)\s*")  # between a code and the one above it
_ROOTS = ("codes", "nodes", "knopen", "knoten", "code system", "codesystem", "codesysteem", "thema's")
_APPLIED = re.compile(r"code: (.+) applied", re.IGNORECASE)
_YES = ("true", "waar", "wahr", "1", "yes", "ja", "x")
_SIGNS = ("\n", ";", "|")


def read_quote_list(data: bytes, where: str, *, known: Iterable[str] = ()) -> Received:
    r"""Return the codings in a list of quotations.

    Parameters
    ----------
    data : bytes
        The file, .csv or .xlsx.
    where : str
        What messages call it.
    known : iterable of str
        What the codes of the study are called: a cell ``work, paid`` that is one of them is one code.

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
    sheet = read_rows(data, where, is_heading=_is_heading)
    columns = find_list_columns(sheet.header)
    applied = {
        index: match[1] for index, cell in enumerate(sheet.header) if (match := _APPLIED.fullmatch(cell.strip()))
    }
    _check(sheet, columns, applied)
    tree = CodeTree()
    split = _splitter(sheet, columns, known)
    passages, bare = [], list[tuple[int, str]]()
    program = guess_program(sheet.header)
    dotted = {row[columns["code"]].strip() for _, row in sheet.rows} if program == "Taguette" else set()
    for line, row in sheet.rows:
        cells = {key: row[index].strip() for key, index in columns.items() if index < len(row)}
        names = split(cells.get("code", ""))
        paths = [
            split_dots(name, dotted) if name in dotted else code_path(name, cells.get("parent", "")) for name in names
        ]
        paths += [code_path(name) for index, name in applied.items() if _says_yes(row, index)]
        codes = [tree.number(path) for path in paths if path]
        if len(codes) == 1 and cells.get("definition"):
            tree.drafts[codes[0]].definition = cells["definition"]
        if codes or cells.get("quote"):
            raw = row[columns["quote"]] if columns["quote"] < len(row) else ""
            passages.append(_passage(f"{where}:{line}", raw, tuple(dict.fromkeys(codes)), cells))
        elif any(cell.strip() for cell in row):
            bare.append((line, " ".join(cell for cell in row if cell.strip())))
    taken = {*columns.values(), *applied}
    unread = [cell for index, cell in enumerate(sheet.header) if cell.strip() and index not in taken]
    lost = [Remark("lost column", values={"name": shown(name)}) for name in unread if not _is_aside(name)]
    if bare:
        lost.append(Remark("lost rows", values={"n": len(bare), "line": bare[0][0], "begin": shown(bare[0][1], 60)}))
    return Received(where, tuple(passages), tuple(tree.drafts), tuple(lost), form="list", program=program)


def _is_heading(cells: Sequence[str]) -> bool:
    columns = find_list_columns(cells)
    return ("code" in columns and len(columns) > 1) or any(_APPLIED.fullmatch(cell.strip()) for cell in cells)


def _check(sheet: Sheet, columns: Mapping[str, int], applied: Mapping[int, str]) -> None:
    """Refuse a table without a column of quotes or of codes; one of counts is told where it belongs."""
    place = f"{sheet.where}:1"
    headings: Sequence[object] = [shown(cell, 20) for cell in sheet.header[:8] if cell] or [Remark("nothing in it")]
    if "quote" not in columns and ("mentions" in columns or _holds_numbers(sheet, columns)):
        raise CodebookError(Problem(place, "counts, not quotes"))
    missing = [] if "quote" in columns else [Remark("column of quotes")]
    missing += [] if "code" in columns or applied else [Remark("column of codes")]
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


def _says_yes(row: Sequence[str], index: int) -> bool:
    return index < len(row) and row[index].strip().casefold() in _YES


def _splitter(sheet: Sheet, columns: Mapping[str, int], known: Iterable[str]) -> Callable[[str], list[str]]:
    """Return what parts a cell into codes; commas do so only between what is a code elsewhere too."""
    if "code" not in columns:
        return lambda _: []
    index = columns["code"]
    cells = [row[index].strip() for _, row in sheet.rows if index < len(row)]
    names = {name.casefold() for name in known}
    always = plain_heading(sheet.header[index]) in ("codes applied combined", "codes applied")
    alone = names | {piece.casefold() for cell in cells for piece in code_pieces(cell) if "," not in piece}

    def split(cell: str) -> list[str]:
        found: list[str] = []
        for piece in code_pieces(cell):
            parts = [part for part in map(str.strip, piece.split(",")) if part]
            apart = always or all(part.casefold() in alone for part in parts)
            found += parts if apart and piece.casefold() not in names else [piece]
        return found

    return split


def code_pieces(cell: str) -> list[str]:
    """Return the codes in a cell: one a line, else between semicolons or upright strokes.

    >>> code_pieces("work > stress; health"), code_pieces("work, paid")
    (['work > stress', 'health'], ['work, paid'])
    """
    sign = next((sign for sign in _SIGNS if sign in cell), "\n")
    return [piece for piece in (piece.strip(" \t\r\n●•") for piece in cell.split(sign)) if piece]


def code_path(name: str, parent: str = "") -> tuple[str, ...]:
    r"""Return the names from the top down to a code; the folder that a program keeps all its codes in is no code.

    >>> code_path(r"Codes\work\stress"), code_path("stress", "work")
    (('work', 'stress'), ('work', 'stress'))
    """
    path = [part for text in (parent, name) for part in _PATH.split(text) if part]
    while len(path) > 1 and path[0].casefold() in _ROOTS:
        path.pop(0)
    if parent and len(path) > 1 and path[-1].casefold() == path[-2].casefold():
        path.pop()
    return tuple(path)


def _passage(where: str, raw: str, codes: tuple[int, ...], cells: Mapping[str, str]) -> Passage:
    texts = ("document", "folder", "person", "wave", "coder", "memo", "at", "before", "after")
    start, end = (_number(cells.get(key, "")) for key in ("start", "end"))
    return Passage(where, raw, codes, start=start, end=end, **{key: cells.get(key, "") for key in texts})


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1
