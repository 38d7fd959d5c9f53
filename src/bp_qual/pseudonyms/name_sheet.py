"""The sheet of names as an Excel file: people decide in it, and it is read back wherever its columns are now.

Columns are known by their headings, in Dutch or English; rows may be sorted, added, taken out and moved to another
worksheet that has these headings. Texts that cannot be understood are problems with the address of their cell. What is
typed anywhere else is told, and carried into the next sheet: a hidden worksheet has the marks of what was written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bp_qual.display import visible
from bp_qual.errors import BpQualError, Problem, StudyError
from bp_qual.exchange.list_headings import plain_heading
from bp_qual.files.edited_books import EditedCell, EditedSheet, read_edited_book
from bp_qual.files.excel_writing import finish_book, new_book, write_text
from bp_qual.framework.marks import text_mark
from bp_qual.pseudonyms.name_bases import KINDS
from bp_qual.pseudonyms.name_rows import BLOCKS, NameRow
from bp_qual.wording import LANGUAGES, Remark, Wording
from bp_qual.wording.guesses import did_you_mean

CATEGORY = "names"
_COLUMNS = ("replace", "spelling", "replacement", "kind", "group", "only_in", "count", "remark", "block", "context")
_WIDTHS = {"replace": 9, "spelling": 26, "replacement": 18, "group": 24, "only_in": 16, "remark": 24, "context": 60}
_CONTEXTS = 3
_DECIDED = (
    "replace",
    "spelling",
    "replacement",
    "kind",
    "group",
    "only_in",
    "remark",
    "block",
)  # columns that are read
_FOR_NAMES = frozenset(("replace", "spelling", "replacement", "kind", "only_in"))
_MARKS = "_marks"
_SHOWN = 5
Typed = tuple[str, str]  # where it stood, and the text


@dataclass(frozen=True, slots=True)
class NameBook:
    """What a sheet of names says: its rows, and what somebody typed where no decision is read.

    Examples
    --------
    >>> NameBook(()).typed
    ()
    """

    rows: tuple[NameRow, ...]
    typed: tuple[Typed, ...] = ()

    def notes(self) -> tuple[Remark, ...]:
        """Return what to tell of the texts that are no decisions: where the first ones stand."""
        places = [place for place, _ in self.typed[:_SHOWN]]
        values = {"n": len(self.typed), "places": places}
        return (Remark("names typed beside", values=values),) if self.typed else ()


def name_sheet_bytes(
    rows: Sequence[NameRow],
    waves: Sequence[str],
    *,
    language: str,
    notes: Sequence[str] = (),
    typed: Sequence[Typed] = (),
) -> bytes:
    """Return the sheet of names as an Excel file.

    Parameters
    ----------
    rows : sequence of NameRow
        Likely names first.
    waves : sequence of str
        Those of the study: each has a column of counts.
    language : str
        Of the headings.
    notes : sequence of str
        What whoever decides should know; a sheet of its own.
    typed : sequence of Typed
        What somebody typed beside the rows of an earlier sheet; a sheet of its own.

    Returns
    -------
    bytes

    Examples
    --------
    >>> data = name_sheet_bytes([NameRow("Jan", "P01", True)], ["2010"], language="nl")
    >>> read_name_sheet(data, where="names.xlsx")[0].replacement
    'P01'
    """
    say = Wording(language)
    book, buffer = new_book(CATEGORY)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    field = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF7DC"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(say("names_sheet"))
    columns = _columns(waves)
    for column, (name, wave) in enumerate(columns):
        heading = say(f"names_column_{name}") if not wave else f"{say('names_column_count')} {visible(wave)}"
        write_text(sheet, 0, column, heading, head)
        sheet.set_column(column, column, _WIDTHS.get(name, 10))
    for number, row in enumerate(rows, start=1):
        for column, (name, wave) in enumerate(columns):
            cell = _cell(row, name, wave, waves, say, number=column)
            look = field if name in ("replace", "replacement", "kind", "only_in", "remark") else plain
            if isinstance(cell, int):
                sheet.write_number(number, column, cell, look)
            else:
                write_text(sheet, number, column, visible(cell), look)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
    how = [*(say(f"names_how_{part}") for part in ("decide", "same", "only_in", "add")), *notes]
    _add_notes(book, how, say)
    if typed:
        _add_typed(book, typed, say)
    own = {text for row in rows for text in (*row.contexts, str(row.count), *map(str, row.by_wave))} | {"0", *how}
    own |= {f"{say('names_column_count')} {wave}" for wave in waves}
    _add_marks(book, own)
    return finish_book(book, buffer)


def read_name_sheet(data: bytes, *, where: str) -> tuple[NameRow, ...]:
    """Return what the rows of a sheet of names say now.

    Raises
    ------
    StudyError
        Where it is no such sheet, or a cell cannot be understood: all of them at once.
    """
    return read_name_book(data, where=where).rows


def read_name_book(data: bytes, *, where: str) -> NameBook:
    """Return what a sheet of names says now, on whichever worksheets, and what was typed beside its rows.

    Raises
    ------
    StudyError
        Where it is no such sheet, or a cell cannot be understood: all of them at once.
    """
    try:
        sheets = read_edited_book(data, where=where)
    except (BpQualError, ImportError):
        raise
    except Exception as err:  # openpyxl raises whatever its parts raise on a damaged file
        raise StudyError(Problem(where, "not a sheet of names")) from err
    marks = next(({row[0].text for row in sheet.rows} for sheet in sheets if sheet.title == _MARKS), None)
    tables = [_find_table(sheet) for sheet in sheets if sheet.title != _MARKS]
    named = [table for table in tables if {"spelling", "replacement"} <= table.places.keys()]
    if not named:
        raise StudyError(Problem(where, "not a sheet of names"))
    rows: list[NameRow] = []
    problems: list[Problem] = []
    for table in named:
        place = where if table is named[0] else f"{where}:{table.sheet.title}"
        if "replace" not in table.places:
            problems.append(Problem(place, "no column of answers"))
        else:
            _read_rows(table, place, rows, problems)
    if problems:
        raise StudyError(problems, Remark("nothing replaced"))
    heads = (*(f"names_column_{name}" for name in _COLUMNS), "names_typed_where", "names_typed_text")
    own = {text_mark(Wording(language)(head)) for language in LANGUAGES for head in heads}
    typed = (said for table in tables for said in _typed_in(table, own, marks))
    return NameBook(tuple(rows), tuple(typed))


@dataclass(frozen=True, slots=True)
class _Table:
    """A worksheet, the row of its headings, and where its columns are; none where it is no table of names."""

    sheet: EditedSheet
    top: int
    places: Mapping[str, int]

    def said(self, row: Sequence[EditedCell]) -> dict[str, str]:
        """Return what a row says, by the names of its columns."""
        return {
            name: re.sub(r"\s+", " ", row[place].text).strip() if place < len(row) else ""
            for name, place in self.places.items()
        }


def _find_table(sheet: EditedSheet) -> _Table:
    headings = _known_headings()
    for top, row in enumerate(sheet.rows):
        heads = [headings.get(plain_heading(cell.text), "") for cell in row]
        found = {name: heads.index(name) for name in _COLUMNS if name in heads}
        if {"spelling", "replacement"} <= found.keys():
            return _Table(sheet, top, found)
    return _Table(sheet, 0, {})


def _typed_in(table: _Table, own: set[str], marks: set[str] | None) -> Iterator[Typed]:
    """Yield what stands on a worksheet and is neither read nor of bp_qual's own making, with its place."""
    read = {place for name, place in table.places.items() if name in _DECIDED}
    for number, row in enumerate(table.sheet.rows):
        is_row = table.places and number > table.top and table.said(row)["spelling"]
        kept = set(read) if is_row else set()
        if is_row and table.said(row).get("block", "").casefold() not in {"", *_said_blocks()}:
            kept.discard(table.places["block"])
        if number and table.sheet.title in _carried_names() and len(row) > 1 and row[0].text and row[1].text:
            yield row[0].text, row[1].text
            kept |= {0, 1}
        for column, cell in enumerate(row):
            text = cell.text.strip()
            if text and column not in kept and text_mark(text) not in own and not _is_own(table, column, text, marks):
                yield cell.place, text
            if cell.comment:
                yield cell.place, cell.comment
    yield from ((cell.place, cell.text) for cell in table.sheet.beside)


def _is_own(table: _Table, column: int, text: str, marks: set[str] | None) -> bool:
    """Whether bp_qual wrote a text; of a sheet that has no marks, what stands under its own headings or notes."""
    if marks is not None:
        return text_mark(text) in marks
    heads = table.sheet.rows[table.top] if table.places else ()
    known = plain_heading(heads[column].text) if column < len(heads) else ""
    return table.sheet.title in _note_names() or bool(re.match(r"(?:context|count|aantal)\b", known))


def _columns(waves: Sequence[str]) -> list[tuple[str, str]]:
    """Return name and wave of each column."""
    columns: list[tuple[str, str]] = []
    for name in _COLUMNS:
        columns += [(name, "")] * (_CONTEXTS if name == "context" else 1)
        columns += [("by_wave", wave) for wave in waves] if name == "count" else []
    return columns


def _cell(row: NameRow, name: str, wave: str, waves: Sequence[str], say: Wording, *, number: int) -> str | int:
    if wave:
        place = list(waves).index(wave)
        return row.by_wave[place] if place < len(row.by_wave) else 0
    if name == "context":
        place = number - _columns(waves).index(("context", ""))
        return row.contexts[place] if place < len(row.contexts) else ""
    values: Mapping[str, str | int] = {
        "replace": say("names_yes" if row.is_replaced else "names_no"),
        "spelling": row.spelling,
        "replacement": row.replacement,
        "kind": say(f"names_kind_{row.kind}"),
        "group": row.group,
        "only_in": "; ".join(row.only_in),
        "count": row.count,
        "remark": row.remark,
        "block": say(f"names_block_{row.block}"),
    }
    return values[name]


def _add_notes(book: Any, notes: Iterable[str], say: Wording) -> None:
    sheet = book.add_worksheet(say("names_sheet_notes"))
    sheet.set_column(0, 0, 110, book.add_format({"text_wrap": True, "valign": "top"}))
    for number, note in enumerate(notes):
        write_text(sheet, number, 0, note)


def _add_typed(book: Any, typed: Iterable[Typed], say: Wording) -> None:
    sheet = book.add_worksheet(say("names_sheet_typed"))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90, book.add_format({"text_wrap": True, "valign": "top"}))
    for number, (place, text) in enumerate([(say("names_typed_where"), say("names_typed_text")), *typed]):
        write_text(sheet, number, 0, visible(place))
        write_text(sheet, number, 1, visible(text))


def _add_marks(book: Any, own: Iterable[str]) -> None:
    sheet = book.add_worksheet(_MARKS)
    for number, mark in enumerate(sorted({text_mark(visible(text)) for text in own if text})):
        write_text(sheet, number, 0, mark)
    sheet.hide()


def _known_headings() -> dict[str, str]:
    """Return the names of the columns by their headings in every language, whatever their capitals and signs."""
    return {plain_heading(Wording(language)(f"names_column_{n}")): n for language in LANGUAGES for n in _COLUMNS}


def _carried_names() -> set[str]:
    return {Wording(language)("names_sheet_typed") for language in LANGUAGES}


def _note_names() -> set[str]:
    return {Wording(language)("names_sheet_notes") for language in LANGUAGES}


def _said_kinds() -> dict[str, str]:
    """Return the kinds of names by what they are called in every language."""
    said = {Wording(language)(f"names_kind_{kind}").casefold(): kind for language in LANGUAGES for kind in KINDS}
    return said | {kind: kind for kind in KINDS}


def _said_blocks() -> dict[str, str]:
    return {Wording(language)(f"names_block_{block}").casefold(): block for language in LANGUAGES for block in BLOCKS}


def _said_answers() -> dict[str, bool]:
    """Return what stands for yes and no."""
    answers = {Wording(language)("names_yes"): True for language in LANGUAGES}
    answers |= {Wording(language)("names_no"): False for language in LANGUAGES}
    answers |= dict.fromkeys(("x", "y", "j", "1", "true", "waar"), True)
    return answers | dict.fromkeys(("n", "0", "-", "", "false", "onwaar"), False)


def _read_rows(table: _Table, where: str, rows: list[NameRow], problems: list[Problem]) -> None:
    kinds, blocks, answers = _said_kinds(), _said_blocks(), _said_answers()
    for number, cells in enumerate(table.sheet.rows[table.top + 1 :], start=table.top + 2):
        said = table.said(cells)
        if not said["spelling"]:
            if said["replacement"]:
                problems.append(Problem(f"{where}:{number}", "replacement of nothing", {"text": said["replacement"]}))
            continue
        formulas = [text for name, text in said.items() if name in _FOR_NAMES and text.startswith("=")]
        if formulas:
            problems += (Problem(f"{where}:{number}", "formula for a name", {"text": text}) for text in formulas)
            continue
        kind = kinds.get(said.get("kind", "").casefold() or "other")
        answer = answers.get(said["replace"].casefold())
        if kind is None:
            values = {"text": said["kind"], "guess": did_you_mean(said["kind"], list(kinds), "there are")}
            problems.append(Problem(f"{where}:{number}", "kind of name", values))
        if answer is None:
            problems.append(Problem(f"{where}:{number}", "yes or no", {"text": said["replace"]}))
        rows.append(
            NameRow(
                said["spelling"],
                said["replacement"],
                bool(answer),
                kind or "other",
                said.get("group", ""),
                tuple(part.strip() for part in re.split(r"[;|]", said.get("only_in", "")) if part.strip()),
                blocks.get(said.get("block", "").casefold(), BLOCKS[-1]),
                remark=said.get("remark", ""),
            )
        )
