"""Hidden rows, columns and sheets of a spreadsheet: kept apart or told, never silently talk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest

from bp_qual.transcripts import Transcript, read_transcript
from reader_samples import make_opendocument

ROWS = [("speaker", "text"), ("Eva", "Hoe begon het?"), ("Jan", "In een schuur."), ("Jan", "Geheim: de kano.")]
Sheet = tuple[str, list[tuple[str, str]]]


def write_xlsx(file: Path, sheets: list[Sheet], *, row: int = 0, column: int = 0, sheet: int = 0) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        own = book.create_sheet(title)
        for cells in rows:
            own.append(cells)
    own = book.worksheets[0]
    if row:
        own.row_dimensions[row].hidden = True
    if column:
        own.column_dimensions["AB"[column - 1]].hidden = True
    if sheet:
        book.worksheets[sheet - 1].sheet_state = "hidden"
    book.save(file)


def write_ods(file: Path, sheets: list[Sheet], *, row: int = 0, column: int = 0, sheet: int = 0) -> None:
    style = '<style:style style:name="ta{}"><style:table-properties table:display="{}"/></style:style>'
    looks = "".join(style.format(n, str(n != sheet).lower()) for n in range(1, len(sheets) + 1))
    tables = list[str]()
    for number, (title, rows) in enumerate(sheets, 1):
        hide = ' table:visibility="collapse"'
        columns = "".join(f"<table:table-column{hide * (n == column)}/>" for n in (1, 2))
        lines = "".join(
            f"<table:table-row{hide.replace('collapse', 'filter') * (n == row)}>"
            + "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in cells)
            + "</table:table-row>"
            for n, cells in enumerate(rows, 1)
        )
        tables.append(f'<table:table table:name="{title}" table:style-name="ta{number}">{columns}{lines}</table:table>')
    file.write_bytes(make_opendocument("spreadsheet", "".join(tables), looks))


WRITERS: dict[str, Callable[..., None]] = {"xlsx": write_xlsx, "ods": write_ods}
EVERY = pytest.mark.parametrize("ending", WRITERS)


def read(folder: Path, ending: str, sheets: list[Sheet], **hidden: int) -> Transcript:
    file = folder / f"a.{ending}"
    WRITERS[ending](file, sheets, **hidden)
    return read_transcript(file, interview="a", wave="1", persons={"P01": ["Jan"]})


@EVERY
def test_a_hidden_row_is_kept_apart_as_hidden_text(tmp_path: Path, ending: str) -> None:
    transcript = read(tmp_path, ending, [("Blad1", ROWS)], row=4)
    assert "Geheim" not in transcript.text
    assert transcript.remainders["hidden text"] == len("JanGeheim:dekano.")
    assert {note.kind for note in transcript.notes} == {"much apart", "state labels as"}
    assert "Geheim" in read(tmp_path, ending, [("Blad1", ROWS)]).text


@EVERY
def test_a_hidden_column_is_read_and_told(tmp_path: Path, ending: str) -> None:
    transcript = read(tmp_path, ending, [("Blad1", ROWS)], column=1)
    assert [turn.speaker for turn in transcript.turns] == ["Eva", "Jan"]
    (note,) = (note for note in transcript.notes if note.kind == "hidden columns")
    assert note.values["columns"] == ("speaker",)
    assert "Verborgen kolommen" in note.say("nl")
    assert not read(tmp_path, ending, [("Blad1", ROWS)]).notes


@EVERY
def test_a_hidden_sheet_is_not_the_one_that_is_read(tmp_path: Path, ending: str) -> None:
    old = [("speaker", "text"), ("Eva", "Oud?"), ("Jan", "Oude versie.")]
    transcript = read(tmp_path, ending, [("Oud", old), ("Nieuw", ROWS)], sheet=1)
    assert "Oude versie" not in transcript.text
    assert "In een schuur." in transcript.text
    assert transcript.remainders["other sheets"]
    (note,) = (note for note in transcript.notes if note.kind == "one sheet")
    assert str(note) == "Of its 2 sheets only 'Nieuw' was read."
    assert note.say("nl") == "Van de 2 werkbladen is alleen 'Nieuw' gelezen."


@EVERY
def test_the_sheet_with_the_talk_is_read_behind_one_with_information(tmp_path: Path, ending: str) -> None:
    info = [("Interview", "P01"), ("Datum", "3 mei 2010")]
    transcript = read(tmp_path, ending, [("info", info), ("gesprek", ROWS)])
    assert "In een schuur." in transcript.text
    assert any("only 'gesprek'" in str(note) for note in transcript.notes)
    first = read(tmp_path, ending, [("een", ROWS), ("twee", ROWS[:3])])
    assert any("only 'een'" in str(note) for note in first.notes)
