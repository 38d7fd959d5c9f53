"""Headings of a matrix in several rows: no quote is lost, no heading is taken for a quote, and no column goes unsaid.

`benchmarks/matrices.py` runs the law on thousands of drawn tables.
"""

from __future__ import annotations

import io

import openpyxl
import pytest

from bp_qual.exchange.quote_matrices import read_quote_matrix
from bp_qual.exchange.received import Received
from matrix_drawing import read_drawn

Table = tuple[tuple[object, ...], ...]
BODY = (
    ("P01", 2012, "Het is altijd te druk", "Mijn rug doet pijn", "Geld is er nooit"),
    ("P02", 2022, "", "", "Ja, genoeg"),
)


def read(table: Table, *merged: str) -> Received:
    book = openpyxl.Workbook()
    for row in table:
        book.active.append([cell or None for cell in row])
    for cells in merged:
        book.active.merge_cells(cells)
    book.save(data := io.BytesIO())
    received = read_quote_matrix(data.getvalue(), "m.xlsx")
    assert received is not None
    return received


def columns(received: Received) -> list[str]:
    """What is said of the headings, column by column."""
    return next((note.values["names"] for note in received.notes if note.kind == "headings joined"), [])


@pytest.mark.sweep(21)
@pytest.mark.parametrize("seed", [*range(0, 900, 15), 50646])
def test_each_quote_of_a_drawn_matrix_is_read_and_each_column_told(seed: int) -> None:
    assert read_drawn(seed)[1] == []


BESIDE, BELOW = ("persoon", "ronde", "werk", "", ""), ("", "", "druk", "zwaar", "geld")
ALL = ["werk > druk", "werk > zwaar", "werk > geld"]
TWO = [*ALL[:2], "geld"]


@pytest.mark.parametrize(
    ("head", "merged", "said"),
    [
        ((BESIDE, BELOW), (), ALL),
        ((BESIDE, BELOW), ("C1:D1",), TWO),
        ((BESIDE, BELOW), ("A1:A2", "B1:B2", "C1:E1"), ALL),
        (((*BESIDE[:4], "geld"), (*BELOW[:4], "")), ("C1:D1",), TWO),
        ((("persoon", "", *BESIDE[2:4], "geld"), ("", "ronde", *BELOW[2:4], "")), ("C1:D1", "E1:E2"), TWO),
        ((("", "", *BESIDE[2:]), ("persoon", "ronde", *BELOW[2:])), (), ALL),
        ((("", "", "", "", "geld"), ("persoon", "ronde", "druk", "zwaar", "")), (), ["druk", "zwaar", "geld"]),
        (
            (("", "", "leven", "", ""), ("", "", "werk", "", "geld"), ("persoon", "ronde", "druk", "zwaar", "")),
            ("C1:E1", "C2:D2"),
            ["leven > werk > druk", "leven > werk > zwaar", "leven > geld"],
        ),
    ],
)
def test_what_stands_above_a_column_is_its_heading(head: Table, merged: tuple[str, ...], said: list[str]) -> None:
    received = read((*head, *BODY), *merged)
    assert columns(received) == ["persoon", "ronde", *said]
    assert [(p.person, p.wave, p.quote) for p in received.passages] == [
        ("P01", "2012", BODY[0][2]), ("P01", "2012", BODY[0][3]), ("P01", "2012", BODY[0][4]),
        ("P02", "2022", BODY[1][4]),
    ]  # fmt: skip


@pytest.mark.parametrize("upper", [(("", "", "leven", ""),), ()])
def test_a_column_that_is_only_called_name_has_its_waves_beside_it(upper: Table) -> None:
    received = read((*upper, ("naam", "jaar", "druk", "zwaar"), ("P01", 2012, "Het is altijd te druk", "")))
    assert [(p.person, p.wave) for p in received.passages] == [("P01", "2012")]


def test_a_title_or_a_line_about_the_table_is_no_heading() -> None:
    for title in (("Matrix van 2023",), ("Onderzoek:", "Buurt")):
        received = read((title, ("persoon", "ronde", "druk", "zwaar", "geld"), *BODY))
        assert (columns(received), len(received.codes)) == ([], 3)


def test_a_first_row_that_names_nobody_but_holds_talk_is_no_heading() -> None:
    nobody = ("", "", "Wie dit zei weten wij niet meer.", "", "")
    received = read((("persoon", "ronde", "druk", "zwaar", "geld"), nobody, *BODY))
    assert (columns(received), received.passages[0].quote) == ([], nobody[2])


@pytest.mark.parametrize("corner", [("code", ""), ("", "thema"), ("", "")])
def test_persons_in_a_row_of_headings_and_waves_in_the_next_have_their_codes_in_rows(corner: tuple[str, str]) -> None:
    received = read(
        (
            (corner[0], "P01", "", "P02", ""),
            (corner[1], 2012, 2022, 2012, 2022),
            ("druk", "Het is altijd te druk", "", "", "Rust heb ik nu"),
        )
    )
    assert [(p.document, p.quote) for p in received.passages] == [
        ("P01 2012", "Het is altijd te druk"), ("P02 2022", "Rust heb ik nu"),
    ]  # fmt: skip


def test_a_column_without_a_heading_is_named_by_its_letter() -> None:
    received = read((("persoon", "ronde", "druk", "", ""), *BODY))
    assert [str(lost) for lost in received.lost] == [
        "column D, which has no heading (1 cell, the first on line 2: 'Mijn rug doet pijn')",
        "column E, which has no heading (2 cells, the first on line 2: 'Geld is er nooit')",
    ]


def test_a_word_for_a_document_above_talk_is_a_code() -> None:
    received = read(
        (
            ("persoon", "ronde", "media", "fase", "geld"),
            ("P01", 2012, "Ik lees een krant.", "Dat was zwaar.", "Nooit genoeg gehad."),
        )
    )
    assert [code.name for code in received.codes] == ["media", "fase", "geld"]
