"""The framework matrix as an Excel file: a sheet a code, a row a person, a field and its quotes for each wave.

People edit this file: they insert columns, rename sheets, write next to the table, put tables together. So nothing is
found by its position. A hidden row below each table says what its columns are; a hidden sheet holds the fingerprints of
the quotes, and marks of every text that was written here, so that any other text is known to be somebody's and is
carried along. What stands beside quotes of another cell, or below the heading of another wave, becomes stale.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line, visible
from bp_qual.errors import Problem, StudyError
from bp_qual.files.edited_books import EditedSheet, read_edited_book
from bp_qual.files.excel_writing import LONGEST_CELL, cell_length, cut_text, finish_book, new_book, write_text
from bp_qual.files.json_text import parse_json
from bp_qual.framework.layouts import layout_of, say_gap, say_passage, say_place, say_stale
from bp_qual.framework.marks import text_mark
from bp_qual.framework.matrix import SUMMARY_COLUMNS, Cell, Framework, SummaryRow, summary_table
from bp_qual.framework.matrix_tables import shown_key
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd

_KEYS, _CARRIED, _MARK = "_keys", "_carried", "bp_qual"
_KEYS_HEAD = ("person", "code", "wave", "fingerprint", "saved", "quotes")
_PER_WAVE = 3  # columns: summary, quotes, state
_MARKS_COLUMN, _WRITTEN_COLUMN = 6, 7  # of the hidden sheet
_Key = tuple[str, str, str]  # person, code, wave


@dataclass(frozen=True, slots=True)
class _Layout:
    """What a hidden row says of a table: its code, the column of the persons, and for each wave's field what is where.

    ``waves`` and ``headings`` are by the column of the field: its wave, and the mark of its heading; ``quotes`` is the
    column of a wave's quotes.
    """

    code: str
    persons: int
    waves: Mapping[int, str]
    headings: Mapping[int, str]
    quotes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Marks:
    """What the hidden sheet knows of each cell: marks of its quotes and of what the page had; whose quotes a text is.

    ``own`` are the marks of texts that the file has without anybody's doing; ``lost`` says whether a code has no table
    any more; ``written`` by the mark of a summary in which cells it was written.
    """

    cells: Mapping[_Key, tuple[str, str]]
    beside: Mapping[str, tuple[_Key, ...]]
    own: frozenset[str]
    lost: bool = False
    written: Mapping[str, tuple[_Key, ...]] = field(default_factory=dict)

    def of_cell(self, key: _Key, quotes: str, *, misplaced: bool) -> tuple[str, str]:
        """Return the marks of a cell; of those whose quotes stand beside its field, if these are another's.

        Then it is not known either what the page had: what is there is kept as well.
        """
        whose = self.beside.get(text_mark(quotes), ()) if quotes else ()
        if whose and key not in whose:
            return self.cells[whose[0]][0], ""
        return ("", "") if misplaced else self.cells.get(key, ("", ""))


def workbook_bytes(framework: Framework, say: Wording) -> bytes:
    """Return a framework matrix as an Excel file.

    Raises
    ------
    StudyError
        Where somebody wrote more than a cell can hold: nothing of it is cut.

    >>> import io, openpyxl
    >>> matrix = Framework(("P1",), ("a",), ("1",), {"a": "Anger"}, (Cell("P1", "a", "1", summary="Rarely."),))
    >>> openpyxl.load_workbook(io.BytesIO(workbook_bytes(matrix, Wording("en")))).sheetnames
    ['01 Anger', '_carried', '_keys']
    """
    if problems := [*_too_long(framework)]:
        raise StudyError(problems, Remark("no matrix"))
    book, buffer = new_book("matrix")
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "person": book.add_format({"bold": True, "valign": "top"}),
        "field": book.add_format(
            {"text_wrap": True, "valign": "top", "bg_color": "#FFF7DC", "border": 1, "border_color": "#D9CFA8"}
        ),
        "quotes": book.add_format({"text_wrap": True, "valign": "top", "font_color": "#4A525C", "font_size": 9}),
        "stale": book.add_format({"text_wrap": True, "valign": "top", "bold": True, "font_color": "#A84A00"}),
    }
    keys: list[tuple[str, ...]] = []
    for number, code in enumerate(framework.codes, start=1):
        sheet = book.add_worksheet(_sheet_name(number, framework.labels.get(code) or code))
        keys += _write_code(sheet, framework, code, say, looks)
    _write_rows(book.add_worksheet(_CARRIED), _carried(framework), looks)
    hidden = book.add_worksheet(_KEYS)
    _write_rows(hidden, [_KEYS_HEAD, *keys], looks)
    for row, mark in enumerate(sorted(_own_texts(framework, say)), start=1):
        write_text(hidden, row, _MARKS_COLUMN, mark)
    summaries = {(visible(cell.person), cell.code, cell.wave): visible(cell.summary) for cell in framework.cells}
    for row, (person, code, wave, *_) in enumerate(keys, start=1):
        if text := summaries[person, code, wave]:
            write_text(hidden, row, _WRITTEN_COLUMN, text_mark(text))
    hidden.hide()
    return finish_book(book, buffer)


def workbook_summaries(data: bytes, *, where: str = "") -> pd.DataFrame:
    """Read back what people wrote: a summary by its row's person and its column's wave, any other text as a note.

    Raises
    ------
    ValueError
        Where this is not such a file.
    StudyError
        Where its hidden sheet is gone.

    >>> cell = Cell("P1", "a", "1", summary="Rarely.")
    >>> matrix = Framework(("P1",), ("a",), ("1",), {}, (cell,))
    >>> workbook_summaries(workbook_bytes(matrix, Wording("en")))["summary"].tolist()
    ['Rarely.']
    """
    sheets = {sheet.title: sheet for sheet in read_edited_book(data, where=where)}
    keys = next((sheet for sheet in sheets.values() if _is_keys(sheet)), None)
    if keys is None:
        if any(_find_layouts([cell.text.strip() for cell in row]) for sheet in sheets.values() for row in sheet.rows):
            raise StudyError(Problem(where, "matrix without keys"), Remark("no summary read"))
        raise ValueError("no framework matrix")
    sheets.pop(keys.title)
    marks = _read_marks([[cell.text for cell in row] for row in keys.rows[1:]])
    rows = ([cell.text.strip() for cell in row] for sheet in sheets.values() for row in sheet.rows)
    codes = {layout.code for row in rows for layout in _find_layouts(row)}
    marks = replace(marks, lost=not codes >= {code for _, code, _ in marks.cells})
    found = [row for sheet in sheets.values() for row in _read_sheet(sheet, marks)]
    return summary_table(_with_moved(found, marks.written))


def _with_moved(rows: Sequence[SummaryRow], written: Mapping[str, tuple[_Key, ...]]) -> Iterator[SummaryRow]:
    """Yield the rows; a text that left its cell for this one, as a column was sorted alone, becomes stale here.

    It is not known either what the page had: what is there is kept as well.
    """
    held = {(person, code, wave): text_mark(text) for person, code, wave, text, *_ in rows if code}
    for row in rows:
        person, code, wave, text, _, place, _ = row
        whose = written.get(text_mark(text), ()) if code and text else ()
        stays = not whose or (person, code, wave) in whose or any(held.get(key) == text_mark(text) for key in whose)
        yield row if stays else (person, code, wave, text, text_mark(*whose[0]), place, "")


def _is_keys(sheet: EditedSheet) -> bool:
    """Whether a sheet is the hidden one that says what was written here, whatever it is called now."""
    return bool(sheet.rows) and tuple(cell.text for cell in sheet.rows[0][: len(_KEYS_HEAD)]) == _KEYS_HEAD


def _read_marks(hidden: Sequence[Sequence[str]]) -> _Marks:
    cells = {(row[0], row[1], row[2]): (row[3], row[4]) for row in hidden if row[1]}
    beside: dict[str, tuple[_Key, ...]] = {}
    for person, code, wave, _, _, quotes, *_ in (row for row in hidden if row[1]):
        if quotes:
            beside[quotes] = (*beside.get(quotes, ()), (person, code, wave))
    own = {row[_MARKS_COLUMN] for row in hidden if len(row) > _MARKS_COLUMN and row[_MARKS_COLUMN]}
    written: dict[str, tuple[_Key, ...]] = {}
    for row in (row for row in hidden if row[1] and len(row) > _WRITTEN_COLUMN and row[_WRITTEN_COLUMN]):
        written[row[_WRITTEN_COLUMN]] = (*written.get(row[_WRITTEN_COLUMN], ()), (row[0], row[1], row[2]))
    return _Marks(cells, beside, frozenset(own), written=written)


def _write_code(
    sheet: Any, framework: Framework, code: str, say: Wording, looks: dict[str, Any]
) -> Iterator[tuple[str, ...]]:
    """Write a code's sheet; yield for the hidden sheet what each field was written for."""
    write_text(sheet, 0, 0, say("person"), looks["head"])
    layout = layout_of(framework, say)
    sheet.set_column(0, 0, layout.first)
    rows = framework.of_code(code)
    keys = len(rows) + 2  # an empty row lies between, so that sorting the table leaves this one where it is
    write_text(sheet, keys, 0, json.dumps([_MARK, code, "persons"]))
    for number, wave in enumerate(framework.waves):
        first = 1 + _PER_WAVE * number
        headings = _headings(framework, wave, say)
        for column, (heading, width) in enumerate(zip(headings, layout.widths, strict=True), start=first):
            write_text(sheet, 0, column, heading, looks["head"])
            sheet.set_column(column, column, width)
        write_text(sheet, keys, first, json.dumps([_MARK, code, "wave", wave, text_mark(headings[0])]))
        write_text(sheet, keys, first + 1, json.dumps([_MARK, code, "quotes", wave]))
    sheet.set_row(keys, None, None, {"hidden": True})
    for row, cells in enumerate(rows, start=1):
        write_text(sheet, row, 0, visible(cells[0].person), looks["person"])
        for number, cell in enumerate(cells):
            first = 1 + _PER_WAVE * number
            write_text(sheet, row, first, visible(cell.summary), looks["field"])
            write_text(sheet, row, first + 1, _quotes(cell, say), looks["quotes"])
            write_text(sheet, row, first + 2, say_stale(cell, say), looks["stale"])
            mark = cell.written_for if cell.summary else cell.fingerprint
            shown = _quotes(cell, say) if cell.quotes or cell.told else ""
            yield visible(cell.person), code, cell.wave, mark, cell.saved, text_mark(shown) if shown else ""
    sheet.freeze_panes(1, 1)


def _headings(framework: Framework, wave: str, say: Wording) -> list[str]:
    """Return the headings of a wave; that of the quotes says whose they are where anybody coded by hand."""
    summary, quotes, state = layout_of(framework, say).headings(visible(wave))
    whose = framework.say_whose(say.language)
    return [summary, f"{quotes} ({visible(whose)})" if whose else quotes, state]


def _own_texts(framework: Framework, say: Wording) -> set[str]:
    """Return the marks of all texts that the file has without anybody's doing."""
    texts = [say("person"), say("stale"), say("longitudinal_stale"), *SUMMARY_COLUMNS, *map(visible, framework.persons)]
    texts += [heading for wave in framework.waves for heading in _headings(framework, wave, say)]
    texts += [_quotes(cell, say) for cell in framework.cells]
    return {text_mark(text) for text in texts if text}


def _read_sheet(sheet: EditedSheet, marks: _Marks) -> Iterator[SummaryRow]:
    """Yield every text of a sheet that somebody wrote: summaries under their cell, all others as notes."""
    rows = [[cell.text.strip() for cell in row] for row in sheet.rows]
    carried = sheet.title == _CARRIED and bool(rows)
    tables = _find_tables(rows, marks)
    for number, (row, cells) in enumerate(zip(rows, sheet.rows, strict=True)):
        if carried and tuple(row[: len(SUMMARY_COLUMNS)]) != SUMMARY_COLUMNS and row[3:4] != [""]:
            person, code, wave, text, mark, address, saved = (*row, "", "", "", "")[: len(SUMMARY_COLUMNS)]
            yield (person, code, wave, text, mark, address, saved) if code else ("", "", "", text, "", address, "")
            row[: len(SUMMARY_COLUMNS)] = [""] * min(len(row), len(SUMMARY_COLUMNS))
        fields = {column: table for table in tables[number] for column in table.fields(row)}
        for column, (text, cell) in enumerate(zip(row, cells, strict=True)):
            if column in fields:
                key, mark, saved = fields[column].marks_of(row, column)
                if not key[0]:
                    yield from [("", "", "", text, "", cell.place, "")] if text else []
                elif text or saved:  # also what was emptied, where the page has something
                    yield (*key, text, mark, "", saved)
            elif text and not _keys_of(text) and text_mark(text) not in marks.own:
                yield "", "", "", text, "", cell.place, ""
            if cell.comment:
                yield "", "", "", cell.comment, "", cell.place, ""
    yield from (("", "", "", cell.text, "", cell.place, "") for cell in sheet.beside)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table on a sheet: what its hidden row says, its persons, and the fields below the heading of another wave.

    Of ``doubled`` persons it has several rows: perhaps some of a table that was pasted below this one without its
    headings and its hidden row. The quotes in a row then tell of which code it is.
    """

    layout: _Layout
    marks: _Marks
    persons: frozenset[str]
    misplaced: frozenset[int]
    doubled: frozenset[str] = frozenset()

    def fields(self, row: Sequence[str]) -> tuple[int, ...]:
        """Return the columns of the fields in a row; none where it is no person's."""
        return tuple(self.layout.waves) if row[self.layout.persons] in self.persons else ()

    def marks_of(self, row: Sequence[str], column: int) -> tuple[_Key, str, str]:
        """Return whose field is in a column, nobody's where nothing tells; and the marks of quotes and page."""
        layout, wave = self.layout, self.layout.waves[column]
        person, code = row[layout.persons], self._code_of(row)
        if not code:
            return ("", "", ""), "", ""
        key = (person, code, wave)
        return (key, *self.marks.of_cell(key, self._quotes(row, wave), misplaced=column in self.misplaced))

    def _quotes(self, row: Sequence[str], wave: str) -> str:
        place = self.layout.quotes.get(wave, -1)
        return row[place] if 0 <= place < len(row) else ""

    def _code_of(self, row: Sequence[str]) -> str:
        """Return the code that a row is about: the table's, or where a person has several rows, that of its quotes."""
        person, own = row[self.layout.persons], self.layout.code
        if person not in self.doubled:
            return own
        told = [
            {code for whose, code, of in self.marks.beside.get(text_mark(quotes), ()) if (whose, of) == (person, wave)}
            for wave in self.layout.waves.values()
            if (quotes := self._quotes(row, wave))
        ]
        known = [codes for codes in told if codes]
        codes = set[str].intersection(*known) if known else set[str]()
        return next(iter(codes)) if len(codes) == 1 else "" if self.marks.lost else own


def _find_tables(rows: Sequence[Sequence[str]], marks: _Marks) -> list[tuple[_Table, ...]]:
    """Return for each row the tables that it is part of: those of the next hidden row, or of the last above it.

    Where a table of several has no row left, as after sorting them all together, no row is taken for part of any.
    """
    found = {number: layouts for number, row in enumerate(rows) if (layouts := _find_layouts(row))}
    tables = list[tuple[_Table, ...]]()
    for place, (number, layouts) in enumerate(found.items()):
        block = rows[len(tables) : number + 1 if place < len(found) - 1 else len(rows)]
        own = tuple(_make_table(layout, block, marks) for layout in layouts)
        if len(found) > 1 and not all(any(map(table.fields, block)) for table in own):
            return [()] * len(rows)
        tables += [own] * len(block)
    return tables or [()] * len(rows)


def _make_table(layout: _Layout, rows: Sequence[Sequence[str]], marks: _Marks) -> _Table:
    persons = frozenset(person for person, code, _ in marks.cells if code == layout.code)
    heads = [row for row in rows if row[layout.persons] not in persons]
    misplaced = {
        column
        for column, mark in layout.headings.items()
        if (seen := {text_mark(row[column]) for row in heads} & set(layout.headings.values())) and mark not in seen
    }
    counts = Counter(row[layout.persons] for row in rows)
    return _Table(layout, marks, persons, frozenset(misplaced), frozenset(p for p in persons if counts[p] > 1))


def _find_layouts(row: Sequence[str]) -> tuple[_Layout, ...]:
    """Return what a hidden row says of the columns, wherever they and it are now; nothing for another row."""
    keys = {column: found for column, text in enumerate(row) if (found := _keys_of(text))}
    layouts = list[_Layout]()
    for persons, (_, code, *_) in ((column, found) for column, found in keys.items() if found[2] == "persons"):
        own = {column: found for column, found in keys.items() if found[1] == code}
        fields = {column: found for column, found in own.items() if found[2] == "wave"}
        quotes = {found[3]: column for column, found in own.items() if found[2] == "quotes"}
        waves, headings = ({column: found[part] for column, found in fields.items()} for part in (3, 4))
        layouts.append(_Layout(code, persons, waves, headings, quotes))
    return tuple(layouts)


def _keys_of(text: str) -> list[str]:
    """Return what a cell of a hidden row says: [mark, code, what it is, wave, heading's mark]; nothing for any other.

    >>> _keys_of('["bp_qual", "hokjes", "quotes", "2010"]')[1:], _keys_of('["bp_qual", "hokjes", "persons"]')[1:]
    (['hokjes', 'quotes', '2010'], ['hokjes', 'persons'])
    """
    if not text.startswith(f'["{_MARK}", '):
        return []
    try:
        found = parse_json(text)
    except ValueError:
        return []
    whole = {"persons": 3, "quotes": 4, "wave": 5}.get(found[2] if len(found) > 2 else "")
    return found if len(found) == whole and all(isinstance(part, str) for part in found) else []


def _too_long(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for each text of a person that no cell can hold."""
    for person, code, wave, text, _, place, _ in framework.summaries.itertuples(index=False):
        if (n := cell_length(visible(text))) > LONGEST_CELL:
            yield Problem(
                place or shown_key((person, code, wave)), "too long for a cell", {"n": n, "most": LONGEST_CELL}
            )


def _carried(framework: Framework) -> list[tuple[str, ...]]:
    return [SUMMARY_COLUMNS, *framework.kept]


def _write_rows(sheet: Any, rows: list[tuple[str, ...]], looks: dict[str, Any]) -> None:
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            write_text(sheet, number, column, visible(text), looks["head"] if number == 0 else None)


def _quotes(cell: Cell, say: Wording) -> str:
    passages = (f"{say_passage(quote)} ({say_place(quote, say)})" for quote in cell.quotes)
    shown = say_gap(cell, say) or "\n\n".join(cell.told or passages)
    return shown if cell_length(shown) <= LONGEST_CELL else f"{cut_text(shown, LONGEST_CELL - 1)}…"


def _sheet_name(number: int, label: str) -> str:
    """Return a name that Excel takes: at most 31 signs, none of them one of its own."""
    return cut_text(re.sub(r"[\[\]:*?/\\']", " ", f"{number:02} {one_line(label)}"), 31).strip()
