"""Headings of a matrix in Word that were renamed: the file knows whose each cell is, and nothing changes hands."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import pytest

from bp_qual.framework import read_framework, write_framework
from bp_qual.framework.matrix import Cell, Framework
from bp_qual.quotes import Quote
from test_framework_edits import W, save_without_tags

PERSONS, CODES, WAVES = ("P01", "P02", "P03"), ("geld", "hokjes"), ("2010", "2020")
CELLS = {(p, c, w): f"Samenvatting van {p}, {c} in {w}." for c in CODES for p in PERSONS for w in WAVES}


def write_filled(path: Path, *, is_alike: bool = False) -> None:
    """Write a matrix in which each cell has a quote, of its own or the same as all others have."""

    def quote(key: tuple[str, str, str]) -> Quote:
        said = "samen" if is_alike else " ".join(key)
        return Quote(key[0], key[2], "a", 0, 0, len(said), key[1], said)

    cells = tuple(Cell(*key, quotes=(quote(key),), summary=text) for key, text in CELLS.items())
    write_framework(Framework(PERSONS, CODES, WAVES, {}, cells), path)


def rename(*pairs: tuple[str, str]) -> Callable[[docx.document.Document], None]:
    """Return an edit that renames all headings and names of tables that have a text."""

    def apply(document: docx.document.Document) -> None:
        for table in document.element.body.iter(f"{W}tbl"):
            for text in table.iter(f"{W}t"):
                text.text = dict(pairs).get(text.text or "", text.text)

    return apply


def delete_headings(document: docx.document.Document) -> None:
    for table in list(document.element.body.iter(f"{W}tbl")):
        table.remove(next(table.iter(f"{W}tr")))


RENAMED = {
    "a wave": rename(("2010", "toen")),
    "both waves": rename(("2010", "voor"), ("2020", "na")),
    "both waves alike": rename(("2010", "interview"), ("2020", "interview")),
    "a code": rename(("hokjes", "In hokjes denken")),
    "two codes": rename(("hokjes", "H"), ("geld", "H")),
    "a person": rename(("P01", "Mw. A.")),
    "all": rename(
        ("2010", "voor"), ("2020", "na"), ("hokjes", "H"), ("geld", "G"), ("P01", "A"), ("P02", "B"), ("P03", "C")
    ),
    "nothing, but the headings are deleted": delete_headings,
}


@pytest.mark.parametrize("is_saved", [False, True], ids=["Word", "without tags"])
@pytest.mark.parametrize("name", RENAMED)
def test_a_renamed_heading_in_word_leaves_every_summary_in_its_cell(
    name: str, tmp_path: Path, *, is_saved: bool
) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path)
    document = docx.Document(str(path))
    RENAMED[name](document)
    document.save(str(path))
    if is_saved:
        save_without_tags(path)
    rows = read_framework(path)
    kept = rows[rows["code"] != ""]
    cells = zip(kept["person"], kept["code"], kept["wave"], strict=True)
    assert dict(zip(cells, kept["summary"], strict=True)) == CELLS
    assert not any("Samenvatting" in text for text in rows[rows["code"] == ""]["summary"])


@pytest.mark.parametrize("is_saved", [False, True], ids=["Word", "without tags"])
def test_a_row_that_was_copied_and_renamed_in_word_takes_no_cell_from_its_original(
    tmp_path: Path, *, is_saved: bool
) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path)
    document = docx.Document(str(path))
    row = list(document.element.body.iter(f"{W}tr"))[1]
    row.addnext(copied := deepcopy(row))
    for text in copied.iter(f"{W}t"):
        text.text = {"P01": "P01 oud", "Samenvatting van P01, geld in 2010.": "Nog eens bellen."}.get(
            text.text, text.text
        )
    document.save(str(path))
    if is_saved:
        save_without_tags(path)
    rows = read_framework(path)
    own = rows[(rows["person"] == "P01") & (rows["code"] == "geld") & (rows["wave"] == "2010")]
    assert own["summary"].tolist() == [CELLS["P01", "geld", "2010"]]
    assert "Nog eens bellen." in "\n".join(rows["summary"])


def test_headings_in_word_that_contradict_the_fields_make_notes(tmp_path: Path) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path)
    document = docx.Document(str(path))
    rename(("2010", "2020"), ("2020", "2010"))(document)
    document.save(str(path))
    rows = read_framework(path)
    assert sorted(rows["summary"]) == sorted(CELLS.values())
    assert set(rows["code"]) == {""}


def test_headings_renamed_where_neither_fields_nor_quotes_say_whose_a_cell_is_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path, is_alike=True)
    document = docx.Document(str(path))
    RENAMED["a wave"](document)
    document.save(str(path))
    save_without_tags(path)
    rows = read_framework(path)
    assert sorted(rows["summary"]) == sorted([*CELLS.values(), *("toen" for _ in CODES)])
    for person, code, wave, text in zip(*(rows[c] for c in ("person", "code", "wave", "summary")), strict=True):
        assert "toen" in (wave, text) or CELLS[person, code, wave] == text
