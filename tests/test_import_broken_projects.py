"""What of a project of another program is of no document, no code or not of one project is told, and never guessed."""

from __future__ import annotations

import sqlite3

import pytest

from bp_qual.errors import BpQualError
from bp_qual.exchange.annotations import read_annotations
from bp_qual.exchange.qualcoder_project import read_qualcoder
from bp_qual.exchange.sqlite_tables import SqliteTables
from bp_qual.exchange.taguette_project import read_taguette
from program_builders import as_bytes, make_qualcoder, make_taguette

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
    "broken",
    [
        "UPDATE code_text SET fid = 9 WHERE ctid = 1",
        "UPDATE code_text SET cid = 9 WHERE ctid = 1",
        "UPDATE code_text SET fid = 2 WHERE ctid = 1",
    ],
)
def test_codings_of_qualcoder_of_no_document_text_or_code_are_counted_as_lost(broken: str) -> None:
    data = make_qualcoder({"P01_2010.txt": TALK, "beeld.png": ""}, {"P01_2010.txt": [("alles", "a"), ("samen", "a")]})
    read = read_qualcoder(changed(data, broken), "data.qda")
    assert [passage.quote for passage in read.passages] == ["samen"]
    assert [lost.values["n"] for lost in read.lost if lost.kind == "lost selections"] == [1]


def test_what_is_no_sqlite_file_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "connect", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(BpQualError, match="no SQLite file"):
        SqliteTables(b"PK\3\4 a zip with another ending", "a.sqlite3")


def test_a_text_that_is_no_json_is_refused_as_that() -> None:
    with pytest.raises(BpQualError) as caught:
        read_annotations(b"person,code,quote\n", "a.json")
    assert {problem.kind for problem in caught.value.problems} == {"not annotations"}
