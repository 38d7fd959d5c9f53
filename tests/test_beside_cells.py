"""Whatever an .odt, .xlsx or .ods shows is in a line or in a named remainder: a word is put into every place it has."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

from bp_qual.readers import read_data

_NAMES = ("office", "text", "table", "style", "draw", "form")
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES)
TALK = "<text:p>I: Hoe gaat het?</text:p><text:p>R: Goed hoor, we doen veel samen.</text:p>"
BOX = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


def document(body: str, *, kind: str = "text", master: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """Return an OpenDocument file with this body, these master pages and other parts."""
    content = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    styles = f"<office:master-styles><style:master-page>{master}</style:master-page></office:master-styles>"
    with zipfile.ZipFile(packed := io.BytesIO(), "w") as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        package.writestr("content.xml", f"<office:document-content {SPACES}>{content}</office:document-content>")
        package.writestr("styles.xml", f"<office:document-styles {SPACES}>{styles}</office:document-styles>")
        for name, text in (parts or {}).items():
            package.writestr(name, text)
    return packed.getvalue()


COVERED = "<table:covered-table-cell><text:p>geheim</text:p></table:covered-table-cell>"
FORM = "<office:forms><form:form><form:textarea form:current-value='geheim'/></form:form></office:forms>"
NOTE = "<text:note><text:note-body>{}</text:note-body></text:note>"
OBJECT = f"<office:body {SPACES}>{table(CELL.format('geheim'))}</office:body>"
HEADER = "<style:header><text:p>geheim</text:p></style:header>"
BOX_ABOVE = f"<style:header>{BOX.format('geheim')}</style:header>"
TABLE_BELOW = f"<text:p>R: ja{NOTE.format(table(CELL.format('geheim')))}</text:p>"
FORMULA = "<math><mi>geheim</mi></math>"
REMARK = "<office:annotation><text:p>geheim</text:p></office:annotation>"

ODT = {
    "header": (document(TALK, master=HEADER), "headers and footers"),
    "box in a header": (document(TALK, master=BOX_ABOVE), "headers and footers"),
    "box": (document(f"<text:p>R: ja{BOX.format('geheim')}</text:p>{TALK}"), ""),
    "comment": (document(f"<text:p>R: ja{REMARK}</text:p>{TALK}"), "comments"),
    "merged cells": (document(TALK + table(CELL.format("ja") + COVERED)), "hidden text"),
    "table in a note": (document(TABLE_BELOW + TALK), "footnotes"),
    "form": (document(FORM + TALK), "form fields"),
    "hidden field": (
        document(f"<text:p>R: <text:hidden-text text:is-hidden='true' text:string-value='geheim'/></text:p>{TALK}"),
        "hidden text",
    ),
    "object": (document(TALK, parts={"Object 1/content.xml": OBJECT}), "drawings"),
    "formula": (document(TALK, parts={"Object 2/content.xml": FORMULA}), "drawings"),
}  # fmt: skip
ROWS = (CELL.format("spreker") + CELL.format("tekst"), CELL.format("R") + CELL.format("Wij doen veel samen."))
VALUE = CELL.format("R") + "<table:table-cell office:string-value='geheim'/>"
ODS = {
    "header": (document(table(*ROWS), kind="spreadsheet", master=HEADER), "headers and footers"),
    "second sheet": (document(table(*ROWS) + table(CELL.format("geheim")), kind="spreadsheet"), "other sheets"),
    "value without text": (document(table(*ROWS, VALUE), kind="spreadsheet"), ""),
    "object": (document(table(*ROWS), kind="spreadsheet", parts={"Object 1/content.xml": OBJECT}), "drawings"),
}  # fmt: skip


def workbook(fill: Callable[[Any, Any], object], parts: Mapping[str, str] | None = None) -> bytes:
    """Return an .xlsx with two turns, filled further, and with these parts beside."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["spreker", "tekst"], ["I", "Hoe gaat het?"], ["R", "Goed hoor, samen."]):
        sheet.append(row)
    fill(book, sheet)
    book.save(packed := io.BytesIO())
    with zipfile.ZipFile(packed, "a") as package:
        for name, text in (parts or {}).items():
            package.writestr(name, text)
    return packed.getvalue()


def comment(_: Any, sheet: Any) -> None:
    sheet["B2"].comment = Comment("geheim", "coder")


def header(_: Any, sheet: Any) -> None:
    sheet.oddHeader.center.text = "geheim"


def second_sheet(book: Any, _: Any) -> None:
    book.create_sheet("Deel 2").append(["R", "geheim"])


def hidden_sheet(book: Any, _: Any) -> None:
    book.create_sheet("Deel 2").append(["R", "geheim"])
    book.worksheets[1].sheet_state = "hidden"


def chart(_: Any, sheet: Any) -> None:
    drawn = BarChart()
    drawn.title = "geheim"
    sheet.add_chart(drawn, "D1")


def nothing(*_: Any) -> None:
    pass


THREAD = "<ThreadedComments><threadedComment><text>geheim</text></threadedComment></ThreadedComments>"
THREADED = {"xl/threadedComments/threadedComment1.xml": THREAD}
DRAWN = {"xl/drawings/drawing9.xml": "<wsDr><sp><txBody><p><r><t>geheim</t></r></p></txBody></sp></wsDr>"}
ROW = "<row><c t='inlineStr'><is><t>geheim</t></is></c></row>"
INLINE = {"xl/worksheets/sheet9.xml": f"<worksheet><sheetData>{ROW}</sheetData></worksheet>"}
XLSX = {
    "comment": (workbook(comment), "comments"),
    "threaded comment": (workbook(nothing, THREADED), "comments"),
    "header": (workbook(header), "headers and footers"),
    "second sheet": (workbook(second_sheet), "other sheets"),
    "hidden sheet": (workbook(hidden_sheet), "other sheets"),
    "sheet of another program": (workbook(nothing, INLINE), "other sheets"),
    "text box": (workbook(nothing, DRAWN), "drawings"),
    "chart": (workbook(chart), "drawings"),
}
KINDS = ((".odt", ODT), (".ods", ODS), (".xlsx", XLSX))
FILES = [(ending, name, *made) for ending, some in KINDS for name, made in some.items()]


@pytest.mark.parametrize(("ending", "name", "data", "kind"), FILES, ids=[f"{row[0]} {row[1]}" for row in FILES])
def test_a_word_anywhere_in_a_file_is_in_a_line_or_in_a_remainder_that_names_its_place(
    ending: str, name: str, data: bytes, kind: str
) -> None:
    reading = read_data(data, where=f"P01_2010{ending}")
    places = [
        "" if "geheim" in reading.text else None,
        *(k for k, text in reading.remainders.items() if "geheim" in text),
    ]
    assert kind in places, (name, reading)
    assert "samen" in reading.text


def test_signs_that_set_a_header_are_no_text_of_it() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.oddFooter.left.text = "Blad &P van &N"
        sheet.oddFooter.left.font, sheet.oddFooter.left.color = "Arial,Bold", "FF0000"

    told = read_data(workbook(fill), where="a.xlsx").remainders["headers and footers"]
    assert re.findall(r"\S+", told) == ["Blad", "van"]
