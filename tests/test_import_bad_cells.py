"""Cells of a project in SQLite that are not UTF-8: read as text files are, told with their place, never replaced."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bp_qual.exchange.qualcoder_project import read_qualcoder
from bp_qual.exchange.received import Received
from bp_qual.exchange.sqlite_tables import SqliteTables
from bp_qual.exchange.taguette_project import read_taguette
from bp_qual.exchange.taguette_writing import page_of
from bp_qual.study.importing import import_codings
from program_builders import as_bytes, make_qualcoder, make_taguette

TALK = "I: Hoe?\nP01: In het café doen wij alles samen met één buurman.\n"
QUOTE = "met één buurman"
WAYS = {  # how the bytes of `één` are spoilt: what the quote is then, and what is told of it
    "Windows-1252": (b"\xe9\xe9n", "met één buurman", "was read as Windows-1252"),
    "controls": ("\x93één".encode(), "met “één buurman", "was read as Windows-1252"),
    "nothing": (b"\x81\xc3\xa9n", "met \ufffdén buurman", "are in no encoding, and are lost"),
    "a letter cut in two": (b"\xc3\x89\xc3n", "met ÉÃn buurman", "was read as Windows-1252"),
}


def spoil(project: bytes, table: str, column: str, way: str) -> bytes:
    """Return a project with the bytes of `één` changed in a column, as a faulty disk or program leaves them."""
    base = sqlite3.connect(":memory:")
    base.deserialize(project)
    for number, text in base.execute(f"SELECT rowid, {column} FROM {table}").fetchall():
        spoilt = (text or "").encode().replace("één".encode(), WAYS[way][0])
        base.execute(f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE rowid = ?", (spoilt, number))
    return as_bytes(base)


def taguette() -> bytes:
    page = page_of(TALK)
    start = len(page[: page.index(QUOTE)].encode())
    return make_taguette({"P01_2010": page}, [("P01_2010", start, start, QUOTE, ["één"])], {"één": "Van één ding."})


def qualcoder() -> bytes:
    return make_qualcoder({"P01_2010": TALK}, {"P01_2010": [(QUOTE, "één")]})


def notes_of(received: Received) -> list[str]:
    return [str(note) for note in received.notes if "column" in str(note)]


@pytest.mark.parametrize("way", WAYS)
def test_a_quote_that_is_not_utf_8_is_read_and_told_with_its_place(way: str) -> None:
    _, said, told = WAYS[way]
    coded = read_qualcoder(spoil(qualcoder(), "code_text", "seltext", way), "a.qda")
    highlight = read_taguette(spoil(taguette(), "highlights", "snippet", way), "a.sqlite3")
    assert [passage.quote for received in (coded, highlight) for passage in received.passages] == [said, said]
    for received, place in (
        (coded, "table code_text, column seltext"),
        (highlight, "table highlights, column snippet"),
    ):
        (note,) = notes_of(received)
        assert all(part in note for part in (received.where, place, "1 cell (first: row 1)", told)), note


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("table", "column"), [("source", "fulltext"), ("code_name", "name")])
def test_every_column_tells_what_is_not_utf_8(table: str, column: str, way: str) -> None:
    received = read_qualcoder(spoil(qualcoder(), table, column, way), "a.qda")
    (note,) = notes_of(received)
    assert f"table {table}, column {column}" in note
    assert "correct it in the program" in note


def test_text_that_is_kept_as_plain_bytes_is_read_as_text() -> None:
    """One damaged bit makes of a text what SQLite calls a blob."""
    tables = SqliteTables(
        make_qualcoder({"a": TALK}, {}, more="UPDATE source SET fulltext = CAST(fulltext AS BLOB)"), "a"
    )
    assert [row["fulltext"] for row in tables.rows("source")] == [TALK]
    assert tables.notes == ()


@pytest.mark.parametrize("blob", [b"\x89PNG\0\xff\xfe\x81", b"\xff\xfe\x81\xe9", b"abc\0def"])
def test_bytes_that_are_no_text_stay_as_they_are_and_are_not_told(blob: bytes) -> None:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE source (id INTEGER, picture BLOB, fulltext TEXT)")
    base.execute("INSERT INTO source VALUES (1, ?, 'hallo café')", (blob,))
    base.commit()
    tables = SqliteTables(as_bytes(base), "a.qda")
    assert tables.rows("source") == [{"id": 1, "picture": blob, "fulltext": "hallo café"}]
    assert tables.notes == ()


def test_cells_of_one_column_are_counted_once_however_often_they_are_read() -> None:
    texts = dict.fromkeys(("P01_2010", "P02_2010", "P03_2010"), TALK)
    tables = SqliteTables(spoil(make_qualcoder(texts, {}), "source", "fulltext", "Windows-1252"), "a.qda")
    for _ in range(2):
        tables.rows("source")
    assert ["3 cells (first: row 1)" in str(note) for note in tables.notes] == [True]


def test_a_table_whose_name_is_damaged_is_told() -> None:
    project = qualcoder().replace(b"annotation", b"annotati\xe9n")
    notes = SqliteTables(project, "a.qda").notes
    assert any("table sqlite_master, column name" in str(note) for note in notes)


def test_what_is_not_utf_8_is_told_by_the_import_and_the_coding_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\n", "utf-8")
    (tmp_path / "codebook.yaml").write_text("{language: nl, codes: [{id: een, label: één, terms: [samen]}]}", "utf-8")
    (tmp_path / "P01_2010.txt").write_text(TALK, "utf-8")
    (project := tmp_path / "data.qda").write_bytes(spoil(qualcoder(), "source", "fulltext", "Windows-1252"))
    done = import_codings(project, tmp_path)
    assert done.codings["quote"].tolist() == [QUOTE]
    assert "table source, column fulltext" in done.say("en")
    assert "tabel source, kolom fulltext" in done.say("nl")
