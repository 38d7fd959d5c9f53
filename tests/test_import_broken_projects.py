"""What of a project of another program is of no document, no code or not of one project is told, and never guessed."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from bp_qual import import_codings
from bp_qual.coding.by_hand import read_history
from bp_qual.errors import BpQualError
from bp_qual.exchange.annotations import read_annotations
from bp_qual.exchange.qualcoder_project import read_qualcoder
from bp_qual.exchange.sqlite_tables import SqliteTables
from bp_qual.exchange.taguette_project import read_taguette
from bp_qual.exchange.word_comments import read_word_comments
from bp_qual.exchange.workbooks import read_workbook
from program_builders import as_bytes, make_commented, make_qualcoder, make_taguette

TALK = "I: Hoe?\nR: Wij doen alles samen.\n"


def changed(data: bytes, *statements: str) -> bytes:
    """Return a SQLite file after some statements."""
    base = sqlite3.connect(":memory:")
    base.deserialize(data)
    for statement in statements:
        base.execute(statement)
    return as_bytes(base)


def test_a_file_with_several_projects_of_taguette_is_refused_with_their_names() -> None:
    data = make_taguette({"P01_2010": "<p>x</p>"}, [("P01_2010", 0, 1, "x", ["a"])], {"a": ""})
    with pytest.raises(BpQualError, match="tweede"):
        read_taguette(changed(data, "INSERT INTO projects VALUES (2, 'tweede')"), "p.sqlite3")


def test_highlights_of_taguette_of_no_document_are_counted_as_lost() -> None:
    data = make_taguette({"P01_2010": "<p>xy</p>"}, [("P01_2010", 0, 1, "x", ["a"])] * 2, {"a": ""})
    read = read_taguette(changed(data, "UPDATE highlights SET document_id = 9 WHERE id = 1"), "p.sqlite3")
    assert (len(read.passages), [(lost.kind, lost.values["n"]) for lost in read.lost]) == (1, [("lost selections", 1)])


@pytest.mark.parametrize(
    ("broken", "kind"),
    [
        ("UPDATE code_text SET fid = 9 WHERE ctid = 1", "lost selections"),
        ("UPDATE code_text SET cid = 9 WHERE ctid = 1", "lost code unknown"),
    ],
)
def test_codings_of_qualcoder_of_no_document_or_code_are_counted_as_lost(broken: str, kind: str) -> None:
    data = make_qualcoder({"P01_2010.txt": TALK, "beeld.png": ""}, {"P01_2010.txt": [("alles", "a"), ("samen", "a")]})
    read = read_qualcoder(changed(data, broken), "data.qda")
    assert [passage.quote for passage in read.passages] == ["samen"]
    assert [lost.values["n"] for lost in read.lost if lost.kind == kind] == [1]


def test_what_is_no_sqlite_file_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "connect", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(BpQualError, match="no SQLite file"):
        SqliteTables(b"PK\3\4 a zip with another ending", "a.sqlite3")


def test_a_text_that_is_no_json_is_refused_as_that() -> None:
    with pytest.raises(BpQualError) as caught:
        read_annotations(b"person,code,quote\n", "a.json")
    assert {problem.kind for problem in caught.value.problems} == {"not annotations"}


def test_comments_in_word_that_are_empty_or_beside_no_words_are_counted_as_lost() -> None:
    comments = [("alles", "samen", "Anna"), ("samen", "  ", "Anna"), ("nergens", "werk", "Anna")]
    read = read_word_comments({"P01_2010.docx": make_commented(TALK.strip().split("\n"), comments)}, "P01_2010.docx")
    assert [(passage.quote, passage.coder) for passage in read.passages] == [("alles", "Anna")]
    assert [draft.name for draft in read.codes] == ["samen"]
    assert [lost.values["n"] for lost in read.lost if lost.kind == "lost comments"] == [2]


def make_book(sheet: str) -> bytes:
    """Return a workbook of which the sheet has this XML for rows."""
    (book := Workbook()).active.append(["x"])
    book.save(whole := io.BytesIO())
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(made := io.BytesIO(), "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = re.sub(rb"<sheetData>.*</sheetData>", f"<sheetData>{sheet}</sheetData>".encode(), data)
            target.writestr(name, data)
    return made.getvalue()


def row_of(number: int, *cells: str, kind: str = "inlineStr") -> str:
    texts = (f'<c r="{"ABCD"[n]}{number}" t="{kind}"><is><t>{cell}</t></is></c>' for n, cell in enumerate(cells))
    return f'<row r="{number}">{"".join(texts)}</row>'


HEAD, ROW = ("person", "wave", "code", "quote"), ("P01", "2010", "samen", "alles samen")


def test_a_workbook_with_cells_that_its_reader_would_leave_out_is_refused() -> None:
    assert len(read_workbook(make_book(row_of(1, *HEAD) + row_of(2, *ROW)), "a.xlsx").sheets[0].rows) == 2
    for broken in (row_of(2, *ROW, kind="zz"), row_of(3, *ROW) + row_of(2, *ROW)):
        with pytest.raises(BpQualError) as caught:
            read_workbook(make_book(row_of(1, *HEAD) + broken), "a.xlsx")
        assert {problem.kind for problem in caught.value.problems} == {"excel not readable"}


def test_memos_of_several_rows_of_one_coding_are_kept_together(tmp_path: Path) -> None:
    (study := tmp_path / "study").mkdir()
    (study / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    row = "P01,2010,samen,alles samen"
    rows = ["person,wave,code,quote,memo", f"{row},een", f"{row}.,twee", f"{row},een"]
    (tmp_path / "list.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    import_codings(tmp_path / "list.csv", study, coder="anna")
    (added,) = (event for event in read_history(study, "anna").events if event.do == "add")
    assert added.note == "een · twee"
