"""Names in a framework matrix: in what it knows its cells by, and around the marks of a hit; all invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bp_qual.framework import read_framework, write_framework
from bp_qual.framework.matrix import Cell, Framework
from bp_qual.pseudonyms.changed_matrix import change_file_and_marks
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.quotes import Quote
from test_names_in_documents import everything_in

NAMES = Replacer([DecidedName("Mien Kok", "P05"), DecidedName("Jan Smit", "[naam 1]")])
SAID = "Volgens Jan Smit kon het."


def write_matrix(path: Path) -> Path:
    """Write a matrix of two persons, each with a quote, and a summary of the first."""
    cells = []
    for person in ("Mien Kok", "P06"):
        quote = Quote(person, "2010", "a", 0, 0, len(SAID), "geld", SAID)
        cells.append(Cell(person, "geld", "2010", quotes=(quote,), summary=f"Over {person}."))
    write_framework(Framework(("Mien Kok", "P06"), ("geld",), ("2010",), {}, tuple(cells)), path)
    return path


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_no_name_is_left_in_a_matrix_and_each_summary_is_still_of_its_cell(ending: str, tmp_path: Path) -> None:
    path = write_matrix(tmp_path / f"matrix{ending}")
    before = read_framework(path)
    path.write_bytes(change_file_and_marks(path.read_bytes(), path.name, lambda text: NAMES.replace(text).text))
    assert re.findall(r"Mien|Kok|Smit", everything_in(path)) == []
    after = read_framework(path)
    assert after["summary"].tolist() == [text.replace("Mien Kok", "P05") for text in before["summary"]]
    assert after["person"].tolist() == [name.replace("Mien Kok", "P05") for name in before["person"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mevrouw Jan »Smit« kwam", "mevrouw »[naam 1]« kwam"),
        ("»Jan Smit« kwam", "»[naam 1]« kwam"),
        ("Jan »Smit's« huis", "»[naam 1]'s« huis"),
        ("»Jan« Smit", "»[naam 1]«"),
        ("»Jan«, Smit", "»Jan«, Smit"),
    ],
)  # fmt: skip
def test_a_name_with_the_mark_of_a_hit_in_it_is_one_name(text: str, wanted: str) -> None:
    assert NAMES.replace(text).text == wanted
