"""Tables of counts of other programs: how often each person spoke of each code in each wave, without any quote.

Either long (person, wave, code, mentions) or wide: a row a person, or a person and wave, and a column a code, with
counts or with 0 and 1. NVivo writes ``1 : Fatima 2011`` before a row and ``A : tijdsdruk`` above a column; MAXQDA a row
a code and a column a document; ATLAS.ti adds to each name how often it was coded (``Gr=12``). Rows and columns of
totals are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from bp_qual.display import show_name, shown
from bp_qual.errors import BpQualError, BpQualWarning, CodebookError, Problem, warn_caller
from bp_qual.exchange.count_columns import columns_of_codes
from bp_qual.exchange.list_headings import (
    LIST_HEADINGS,
    find_list_columns,
    is_called_total,
    is_total,
    plain_heading,
    program_of_names,
    without_numbers,
)
from bp_qual.exchange.sheet_rows import Sheet, read_rows
from bp_qual.exchange.wide_tables import columns_beside
from bp_qual.files import read_bytes
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import ENDINGS
from bp_qual.transcripts.moments import cut_dates
from bp_qual.transcripts.wave_words import find_wave, find_waves
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

COUNT_ENDINGS = (".csv", ".tsv", ".xlsx")
MAX_BYTES = 50_000_000
_NO_CODES = ("words", "woorden", "wörter")


def read_counts(path: Path | str) -> pd.DataFrame:
    r"""Read a table of counts from another program, as `make_panel` takes it: person, wave, code, mentions.

    Parameters
    ----------
    path : Path or str
        A .csv or .xlsx: long, with the columns person, wave, code and mentions, or wide, with a column for each code. A
        wide table says the wave in a column of its own, or in the names of its rows. What `export_wide` wrote is read
        with the file of its columns beside it; what is empty there was not coded.

    Returns
    -------
    DataFrame
        person, wave, code, mentions, in the order of the table; zeros are written out. Mentions are missing where the
        table says n/a: that was not coded, and `make_panel` leaves it out.

    Warns
    -----
    BpQualWarning
        Of a column that was taken for no code, such as an age, and of one that may be none.

    Raises
    ------
    CodebookError
        Where a count is no whole number, a cell is empty, or person and wave of a row are not told; all of them at
        once. Or where the rows or columns are values of an attribute.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "matrix.csv"
    ...     _ = file.write_text(",A : tijdsdruk,B : thuis\n1 : Fatima 2011,3,0\n2 : Fatima 2016,1,2\n", "utf-8")
    ...     counts = read_counts(file)
    >>> counts.values.tolist()[:2]
    [['Fatima', '2011', 'tijdsdruk', 3], ['Fatima', '2011', 'thuis', 0]]
    """
    path, where = Path(path), show_name(path)
    if path.suffix.lower() not in COUNT_ENDINGS:
        raise CodebookError(Problem(where, "no known codings", {"endings": COUNT_ENDINGS}))
    try:
        data = read_bytes(path, limit=MAX_BYTES)
    except BpQualError as error:
        raise CodebookError(error.problems, error.summary) from error
    sheet = read_rows(data, where, is_heading=_is_heading)
    if own := columns_beside(path, sheet.header):
        return _table(*_of_own(sheet, own), where)
    _refuse_attributes(sheet)
    sheet = _by_persons(sheet)
    header = (*(sheet.header[:1]), *without_numbers(sheet.header[1:]))
    columns = {key: index for key, index in find_list_columns(header).items() if key in _KEYS}
    long = {"code", "mentions"} <= set(columns) and bool({"person", "document"} & set(columns))
    codes = {} if long else _columns_of_codes(sheet, header, columns)
    rows: list[_Row] = []
    problems: list[Problem] = []
    empty: list[tuple[int, str]] = []
    lines: dict[tuple[str, ...], int] = {}
    for line, row in sheet.rows:
        place = f"{where}:{line}"
        if _is_total(row, columns):
            continue
        who = _whose(row, columns)
        if len(waves := _waves_in(row, columns)) > 1:
            problems.append(Problem(place, "count of two waves", {"waves": waves}))
            continue
        if not all(who):
            problems.append(Problem(place, "row without", {"columns": _unsaid(who)}))
            continue
        counted = _long(row, columns) if long else _wide(row, codes)
        called = [row[index].strip() for key, index in columns.items() if key in _NAMES]
        for code, cell in counted:
            if (first := lines.setdefault((*(called or row[:1]), code), line)) != line:
                problems.append(Problem(place, "counted twice", {"code": shown(code, 30), "line": first}))
            number = _count(cell)
            if not cell.strip():
                empty.append((line, code))
            elif number is None and plain_heading(cell) not in _NOT_CODED:
                problems.append(Problem(place, "no count", {"value": shown(cell, 20), "code": shown(code, 30)}))
            else:
                rows.append((*who, code, number))
    if empty:
        line, code = empty[0]
        problems.insert(0, Problem(f"{where}:{line}", "empty count", {"n": len(empty), "code": shown(code, 30)}))
    return _table(rows, problems, where)


def _table(rows: Sequence[_Row], problems: Sequence[Problem], where: str) -> pd.DataFrame:
    import pandas as pd

    if problems or not rows:
        raise CodebookError(problems[:20] or [Problem(where, "sheet without codes")])
    table = pd.DataFrame(rows, columns=["person", "wave", "code", "mentions"], dtype=object)
    return table.astype({"mentions": "Int64" if table["mentions"].isna().any() else "int64"})


def _of_own(sheet: Sheet, columns: Mapping[int, tuple[str, str]]) -> tuple[list[_Row], list[Problem]]:
    """Return the counts in a table that `export_wide` wrote, a row a person; an empty cell there is no zero."""
    rows: list[_Row] = []
    problems: list[Problem] = []
    for line, row in sheet.rows:
        for index, (code, wave) in columns.items():
            number = _count(row[index])
            if row[index].strip() and number is None:
                values = {"value": shown(row[index], 20), "code": shown(code, 30)}
                problems.append(Problem(f"{sheet.where}:{line}", "no count", values))
            else:
                rows.append((row[0].strip(), wave, code, number))
    return rows, problems


_FOLDERS = ("internals", "externals", "files", "cases", "interviews")  # that NVivo writes before a document
_NOT_CODED = ("na", "n a", "nan", "nvt", "n v t", "missing", "not coded", "niet gecodeerd", "nicht kodiert", "k a")
_VALUE = lazy_pattern(r".*\S = .*", re.DOTALL)
_Row = tuple[str, str, str, int | None]
_NAMES = ("person", "wave", "document", "folder")
_KEYS = (*_NAMES, "code", "mentions")


def _is_heading(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    named = set(find_list_columns(cells)) & {"person", "wave", "document"}
    codes_first = bool(cells) and plain_heading(cells[0]) in LIST_HEADINGS["code"]
    return (len(filled) > 1 and (bool(named) or codes_first)) or bool(program_of_names(cells[1:]))


def _refuse_attributes(sheet: Sheet) -> None:
    """Refuse a matrix of values of an attribute, as NVivo writes them (``ronde = 2011``): these are nobody's counts."""
    for line, names in ((sheet.line, sheet.header[1:]), (sheet.line + 1, [row[0] for _, row in sheet.rows])):
        filled = [name for name in without_numbers(names) if plain_heading(name) and not is_called_total(name)]
        if filled and all(map(_VALUE.fullmatch, filled)):
            values = {"names": [shown(name, 40) for name in filled[:3]]}
            raise CodebookError(Problem(f"{sheet.where}:{line}", "counts of attributes", values))


def _by_persons(sheet: Sheet) -> Sheet:
    """Return a table with a row a code and a column a document the other way round."""
    columns = find_list_columns(sheet.header)
    named = set(columns) & {"person", "wave", "document", "mentions"}
    if named or (columns.get("code") != 0 and not _is_nameless_of_codes(sheet)):
        return sheet
    header = ("", *(row[0] for _, row in sheet.rows))
    turned = [
        (1, (name, *(row[index] if index < len(row) else "" for _, row in sheet.rows)))
        for index, name in enumerate(sheet.header)
        if index and name.strip()
    ]
    return Sheet(sheet.where, header, tuple(turned))


def _is_nameless_of_codes(sheet: Sheet) -> bool:
    """Return whether nothing stands above the names of the rows, and all other columns, but no row, say a wave."""
    named = [cell for cell in without_numbers(sheet.header[1:]) if cell and _is_code(cell)]
    rows = [row[0] for _, row in sheet.rows]
    nameless = not sheet.header[0].strip()
    return nameless and bool(named) and all(map(find_wave, named)) and not any(map(find_wave, without_numbers(rows)))


def _is_code(name: str) -> bool:
    return not is_called_total(name) and plain_heading(name) not in _NO_CODES


def _is_total(row: Sequence[str], columns: dict[str, int]) -> bool:
    name = row[columns.get("document", columns.get("person", 0))]
    return is_total(*without_numbers((name,))) or not _is_code(*without_numbers((name,)))


def _whose(row: Sequence[str], columns: dict[str, int]) -> tuple[str, str]:
    """Return person and wave of a row: its columns, or what the name of the row says."""
    person, wave, name = (row[columns[key]].strip() if key in columns else "" for key in ("person", "wave", "document"))
    name = name or person or (row[0].strip() if "person" not in columns else "")
    name, folder = _without_folder(name)
    folder = row[columns["folder"]] if "folder" in columns else folder
    if not wave and (said := find_wave(name)):
        wave, spaced = said[0], name.replace("_", " ")
        rest = (_trimmed(text.replace(said[1], " ")) for text in (cut_dates(spaced), spaced))
        person = _as_written(next(filter(None, rest), ""), name)
    elif not wave and (said := find_wave(folder)):
        wave = said[0]
    return person or name, wave


def _waves_in(row: Sequence[str], columns: dict[str, int]) -> tuple[str, ...]:
    """Return the waves that the name of a row says, where no column says the wave."""
    if "wave" in columns and row[columns["wave"]].strip():
        return ()
    name, _ = _without_folder(row[columns.get("document", columns.get("person", 0))].strip())
    group = row[columns["folder"]] if "folder" in columns else ""
    return find_waves(f"{group} {name}")


def _without_folder(name: str) -> tuple[str, str]:
    """Return the name of a row without what NVivo puts before it and without the ending of a file; and its folder."""
    (name,) = without_numbers((name,))
    file = PurePosixPath(name.replace("\\", "/"))
    is_path = "\\" in name or plain_heading(file.parts[0] if file.parts else "") in _FOLDERS
    folder = file.parent.name if is_path else ""
    name = file.stem if file.suffix.lower() in ENDINGS else file.name if is_path else name
    return name, folder


def _as_written(person: str, name: str) -> str:
    """Return the words of a person as they stand in the name of a row: with ``_`` between them where it has that."""
    found = re.search(r"[ _]+".join(map(re.escape, person.split())), name)
    return found[0] if found and person else person


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" -–_,()")


def _unsaid(who: tuple[str, str]) -> list[Remark]:
    return [
        Remark("no column", values={"name": name})
        for name, value in zip(("person", "wave"), who, strict=True)
        if not value
    ]


def _long(row: Sequence[str], columns: dict[str, int]) -> list[tuple[str, str]]:
    return [(row[columns["code"]].strip(), row[columns["mentions"]])]


def _columns_of_codes(sheet: Sheet, header: Sequence[str], columns: dict[str, int]) -> dict[int, str]:
    """Return the columns of a wide table that are codes, and warn of what was taken for none, or may be none."""
    taken = {columns[key] for key in _NAMES if key in columns}
    taken |= set() if {"person", "document"} & set(columns) else {0}  # the first column names the rows
    codes = {index: code for index, code in enumerate(header) if code and index not in taken and _is_code(code)}
    rows = [row for _, row in sheet.rows if not _is_total(row, columns)]
    cells = {index: [row[index] for row in rows if index < len(row) and row[index].strip()] for index in codes}
    said = {index: [cell for cell in own if plain_heading(cell) not in _NOT_CODED] for index, own in cells.items()}
    counts = {index: [n for cell in own if (n := _count(cell)) is not None] for index, own in said.items()}
    kept, told = columns_of_codes(codes, said, counts)
    for remark in told:
        warn_caller(BpQualWarning(remark))
    return {index: codes[index] for index in kept}


def _wide(row: Sequence[str], codes: Mapping[int, str]) -> list[tuple[str, str]]:
    return [(code, row[index] if index < len(row) else "") for index, code in codes.items()]


def _count(cell: str) -> int | None:
    text = cell.strip().casefold()
    if text in ("-", "–", "false", "onwaar", "falsch", "no", "nee", "nein"):
        return 0
    if text in ("true", "waar", "wahr", "yes", "ja", "x"):
        return 1
    whole = re.fullmatch(r"([0-9]{1,9})(?:[.,](?!000$)0+)?", text)  # 1.000 may be a thousand
    return int(whole[1]) if whole else None
