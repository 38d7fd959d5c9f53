"""Tables with a row for each turn: .csv, .tsv and .xlsx with a speaker and a text column.

The columns are known by their names in Dutch, English, German or French. A row without a speaker continues the one
before. All other columns are counted and kept apart.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, open_package
from bp_qual.files.csv_tables import parse_csv
from bp_qual.readers.extras import need
from bp_qual.readers.paragraphs import Piece, Reading, check_lines, count_visible, join_pieces

_SPEAKER = (
    "speaker speakers spreker sprekers wie who label name naam participant deelnemer sprecher person rol role voice"
)
_TEXT = (
    "text tekst utterance uiting transcript transcription transcriptie content inhoud talk speech dialogue said zegt "
    "inhalt texte"
)
_TIME = "start at time tijd timestamp timecode begin starttime begintijd starttijd in zeit debut"
_STAMP = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$")


def read_csv(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read a table in text, whichever of `,`, `;` and tab is between its columns.

    >>> reading = read_csv(b"speaker;text\nEva;Hoe?\nJan;Goed; hoor\n".replace(b"Goed; hoor", b'"Goed; hoor"'))
    >>> [(line.label, reading.text[line.start:line.end]) for line in reading.paragraphs]
    [('Eva', 'Hoe?'), ('Jan', 'Goed; hoor')]
    """
    check_lines(data.count(b"\n"), where)
    table = parse_csv(data, where=where, encoding=encoding)
    rows = [table.header, *(cells for _, cells in table.rows)] if table.header else []
    return _read_rows(rows, where, tuple(filter(None, [table.note])), "csv")


def read_xlsx(data: bytes, *, where: str = "") -> Reading:
    """Read the first sheet of an .xlsx.

    >>> read_xlsx(b"not a workbook", where="a.xlsx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.xlsx  is damaged: it is not a whole zip file. Open it in ...
    """
    openpyxl = need("openpyxl", where)
    package = open_package(data, where=where)
    for name in package.names:
        if name.endswith(".xml") and b"<!DOCTYPE" in package.read(name).replace(b"\0", b""):
            raise TranscriptError(
                Problem(where, "was refused as unsafe: its XML declares entities (a DTD).", "Save it again.")
            )
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a sheet may say that it is larger than it is
        rows, cells = list[list[str]](), 0
        for row in sheet.iter_rows(values_only=True):
            rows.append([_show(cell) for cell in row])
            cells += len(row)
            check_lines(len(rows) + cells // 20, where)
        notes = (f"Only the first of its {len(book.worksheets)} sheets was read.",) if len(book.worksheets) > 1 else ()
        book.close()
    except TranscriptError:
        raise
    except Exception as err:  # a parser of hostile files may fail in any way
        what = f"is damaged: its workbook cannot be read ({type(err).__name__})."
        raise TranscriptError(Problem(where, what, "Open it in Excel and save it again.")) from err
    return _read_rows(rows, where, notes, "xlsx")


def _show(cell: Any) -> str:
    return "" if cell is None else clean_text(str(cell))


def _read_rows(rows: Sequence[Sequence[str]], where: str, notes: tuple[str, ...], kind: str) -> Reading:
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    header = [re.sub(r"[^a-zà-ÿ]", "", cell.casefold()) for cell in rows[0]] if rows else []
    speaker, talk, time = (_find_column(header, names) for names in (_SPEAKER, _TEXT, _TIME))
    if talk < 0 or speaker < 0:
        missing = "speaker" if speaker < 0 else "text"
        columns = ", ".join(one_line(cell)[:20] for cell in rows[0][:10]) if rows else "none"
        remedy = f"Call its columns speaker and text. They are: {columns}."
        raise TranscriptError(Problem(where, f"has no column for the {missing}.", remedy))
    for place in (speaker, talk):
        if header.count(header[place]) > 1:
            what = f"has the column '{one_line(rows[0][place])}' twice."
            raise TranscriptError(Problem(where, what, "Rename the one that is not the talk."))
    pieces, others, label = list[Piece](), ["\t".join(rows[0])], ""
    for row in rows[1:]:
        cells = [*row, *[""] * (len(header) - len(row))]
        label = " ".join(cells[speaker].split()) or label
        at = _seconds(cells[time]) if time >= 0 else None
        lines = [line for line in cells[talk].split("\n") if line.strip()]
        pieces += [Piece(line, label, at=at) for line in lines]
        others.append("\t".join(cell for place, cell in enumerate(cells) if place != talk))
    text, placed = join_pieces(pieces)
    visible = sum(count_visible(cell) for row in rows for cell in row)
    return Reading(text, placed, {"other columns and labels": "\n".join(others)}, notes, {}, visible, kind)


def _find_column(header: Sequence[str], names: str) -> int:
    """Return the first column with one of the names, or with a name that begins so, or -1."""
    known = names.split()
    exact = [header.index(name) for name in known if name in header]
    alike = [place for place, name in enumerate(header) if name and name.startswith(tuple(known))]
    return exact[0] if exact else alike[0] if alike else -1


def _seconds(cell: str) -> float | None:
    cell = cell.strip()
    if match := _STAMP.match(cell):
        hours, minutes, seconds, part = match.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None
