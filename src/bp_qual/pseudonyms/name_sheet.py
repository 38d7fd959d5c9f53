"""The sheet of names as an Excel file: people decide in it, and it is read back wherever its columns are now.

Columns are known by their headings, in Dutch or English; rows may be sorted, added and taken out. Texts that cannot be
understood are problems with the address of their cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bp_qual.display import visible
from bp_qual.errors import Problem, StudyError
from bp_qual.files.edited_books import read_edited_book
from bp_qual.files.excel_writing import finish_book, new_book, write_text
from bp_qual.pseudonyms.name_groups import KINDS
from bp_qual.pseudonyms.name_rows import BLOCKS, NameRow
from bp_qual.wording import LANGUAGES, Remark, Wording
from bp_qual.wording.guesses import did_you_mean

CATEGORY = "names"
_COLUMNS = ("replace", "spelling", "replacement", "kind", "group", "only_in", "count", "remark", "block", "context")
_WIDTHS = {"replace": 9, "spelling": 26, "replacement": 18, "group": 24, "only_in": 16, "remark": 24, "context": 60}
_CONTEXTS = 3


def name_sheet_bytes(
    rows: Sequence[NameRow], waves: Sequence[str], *, language: str, notes: Sequence[str] = ()
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
    _add_notes(book, [*(say(f"names_how_{part}") for part in ("decide", "same", "only_in", "add")), *notes], say)
    return finish_book(book, buffer)


def read_name_sheet(data: bytes, *, where: str) -> tuple[NameRow, ...]:
    """Return what a sheet of names says now.

    Raises
    ------
    StudyError
        Where it is no such sheet, or a cell cannot be understood: all of them at once.
    """
    try:
        sheets = read_edited_book(data, where=where)
    except (KeyError, ValueError, OSError) as err:
        raise StudyError(Problem(where, "not a sheet of names")) from err
    headings = _known_headings()
    for sheet in sheets:
        table = [[re.sub(r"\s+", " ", cell.text).strip() for cell in row] for row in sheet.rows]
        for top, row in enumerate(table):
            found = {headings[text.casefold()]: place for place, text in enumerate(row) if text.casefold() in headings}
            if {"spelling", "replacement"} <= found.keys():
                return _read_rows(table, top, found, where)
    raise StudyError(Problem(where, "not a sheet of names"))


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


def _known_headings() -> dict[str, str]:
    """Return the names of the columns by their headings in every language."""
    return {Wording(language)(f"names_column_{name}").casefold(): name for language in LANGUAGES for name in _COLUMNS}


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


def _read_rows(table: list[list[str]], top: int, found: Mapping[str, int], where: str) -> tuple[NameRow, ...]:
    kinds, blocks, answers = _said_kinds(), _said_blocks(), _said_answers()
    rows: list[NameRow] = []
    problems: list[Problem] = []
    for number, cells in enumerate(table[top + 1 :], start=top + 2):
        said = {name: cells[place] if place < len(cells) else "" for name, place in found.items()}
        if not said["spelling"]:
            if said["replacement"]:
                problems.append(Problem(f"{where}:{number}", "replacement of nothing", {"text": said["replacement"]}))
            continue
        kind = kinds.get(said.get("kind", "").casefold() or "other")
        answer = answers.get(said.get("replace", "").casefold())
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
    if problems:
        raise StudyError(problems, Remark("nothing replaced"))
    return tuple(rows)
