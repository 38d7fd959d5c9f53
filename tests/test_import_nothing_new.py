"""A file whose codings were all here already says nothing of what was looked for, and finishes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_codebook, read_corpus
from bp_qual.coding.by_hand import CoderLog, mark_passage, new_id
from test_finished_exchange import finished, make_study

QUOTE = "Het was druk"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Anna looked for one code in one list, for another in the next, and coded a passage on the page."""
    folder = make_study(tmp_path / "study")
    take(folder, "rust.csv", f"P01,2010,Rust,{QUOTE}")
    take(folder, "druk.csv", f"P02,2010,Druk,{QUOTE}")
    book, corpus = read_codebook(folder / "codebook.yaml"), read_corpus(folder)
    talk = next(one for one in corpus.transcripts if one.interview == "P03_2010")
    start = talk.text.index(QUOTE)
    place = (talk, start, start + len(QUOTE), "rust", book)
    CoderLog(folder, "anna").append([mark_passage("add", *place, event_id=new_id())])
    return folder


def take(study: Path, name: str, *rows: str, one_codebook: bool = False) -> set[str]:
    path = study.parent / name
    path.write_text("\n".join(["person,wave,code,quote", *rows]) + "\n", encoding="utf-8")
    return {note.kind for note in import_codings(path, study, coder="anna", one_codebook=one_codebook).notes}


ALL = tuple(f"{person},2010,{code},{QUOTE}" for person, code in (("P01", "Rust"), ("P02", "Druk"), ("P03", "Rust")))


@pytest.mark.slow
def test_a_taguette_project_of_the_study_that_says_nothing_finishes_nothing_when_it_comes_back(study: Path) -> None:
    before = finished(study, "anna")
    out = study.parent / "out.sqlite3"
    export_codings(study, out)
    with closing(sqlite3.connect(out)) as base:
        base.execute("UPDATE documents SET description = ''")
        base.commit()
    done = import_codings(out, study, coder="anna")
    assert "nothing new" in {note.kind for note in done.notes}
    assert finished(study, "anna") == before
    import_codings(out, study, coder="anna")
    assert finished(study, "anna") == before


@pytest.mark.slow
def test_nor_does_a_list_of_what_is_there(study: Path) -> None:
    before = finished(study, "anna")
    assert "nothing new" in take(study, "all.csv", *ALL)
    assert finished(study, "anna") == before


def test_with_one_codebook_what_is_there_was_looked_for(study: Path) -> None:
    assert "nothing new" not in take(study, "all.csv", *ALL, one_codebook=True)
    assert {("P01_2010", "druk"), ("P02_2010", "rust"), ("P03_2010", "druk")} <= finished(study, "anna")


def test_a_list_with_one_coding_more_finishes_what_it_is_about(study: Path) -> None:
    assert "nothing new" not in take(study, "more.csv", *ALL, f"P03,2020,Rust,{QUOTE}")
    assert ("P02_2010", "rust") in finished(study, "anna")


@pytest.mark.slow
def test_a_list_whose_row_without_a_place_was_deleted_finishes_that_code(study: Path) -> None:
    take(study, "left.csv", f"P01,2020,Rust,{QUOTE}", "P01,2020,Druk,nergens gezegd")
    assert ("P01_2020", "druk") not in finished(study, "anna")
    assert "nothing new" not in take(study, "left.csv", f"P01,2020,Rust,{QUOTE}", f"P01,2020,Druk,{QUOTE}")
    assert ("P01_2020", "druk") in finished(study, "anna")


@pytest.mark.slow
def test_a_list_of_the_same_name_with_a_row_fewer_is_a_corrected_one(study: Path) -> None:
    take(study, "left.csv", f"P01,2020,Rust,{QUOTE}", f"P02,2020,Druk,{QUOTE}", "P01,2020,Druk,nergens gezegd")
    assert "nothing new" not in take(study, "left.csv", f"P01,2020,Rust,{QUOTE}", f"P02,2020,Druk,{QUOTE}")
    assert ("P01_2020", "druk") in finished(study, "anna")
