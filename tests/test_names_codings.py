"""What is coded by hand and drawn goes along into a study with pseudonyms, and fits there; all invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import read_codebook, read_corpus
from bp_qual.coding.by_hand import CoderLog, read_history
from bp_qual.coding.by_hand.making import mark_passage
from test_names_applied import apply, write_sheet, write_study


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx")
    return tmp_path


@pytest.mark.parametrize(
    ("quote", "wanted"),
    [
        ("Berg", "[naam 1]"),
        ("den Berg hielp", "[naam 1] hielp"),
        ("Jan van", "[naam 1]"),
        ("an", "[naam 1]"),
        ("Zwol", "[plaats 1]"),
        ("s broer", "[naam 1]'s broer"),
    ],
)
def test_a_coding_that_begins_or_ends_inside_a_name_has_the_whole_pseudonym(
    quote: str, wanted: str, place: Path
) -> None:
    talk = read_corpus(place / "study").transcripts[0]
    start = talk.text.index(quote, talk.text.index("Jan"))
    book = read_codebook(place / "study" / "codebook.yaml")
    CoderLog(place / "study", "anna").append([mark_passage("add", talk, start, start + len(quote), "hulp", book)])
    apply(place)
    (event,) = read_history(place / "new", "anna").events
    assert event.quote == wanted
    assert read_corpus(place / "new").transcripts[0].text[event.start : event.end] == wanted
