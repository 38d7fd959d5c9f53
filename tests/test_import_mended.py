"""A list to mend says what was looked for where it leaves codes open: what is deleted from it is dealt with."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bp_qual import import_codings, read_codings, read_corpus
from bp_qual.study.import_report import CodingImport

TALK = "I: Hoe gaat het?\nR: Wij doen dat samen. Het werk is zwaar geworden. Dat was in {} met {}.\n"
HEAD = "person,wave,code,quote,coder"
ROWS = ("P01,2010,werk,werk is zwaar,anna", "P01,2020,rust,doen dat samen,anna")
LOST = "P01,2020,werk,nergens gezegd,anna"
Row = dict[str, str]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            (folder / f"{person}_{wave}.txt").write_text(TALK.format(wave, person), encoding="utf-8")
    (folder / "study.yaml").write_text("language: nl\n", encoding="utf-8")
    return folder


def take(study: Path, *rows: str) -> CodingImport:
    path = study.parent / "own.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return import_codings(path, study, listed_in=study.parent / "listed.csv")


def listed_rows(study: Path) -> list[Row]:
    with (study.parent / "listed.csv").open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


def import_mended(study: Path, rows: list[Row]) -> CodingImport:
    path = study.parent / "mended.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]])
        writer.writeheader()
        writer.writerows(rows)
    return import_codings(path, study)


def finished(study: Path, coder: str = "anna") -> set[tuple[str, str]]:
    names = [transcript.interview for transcript in read_corpus(study).transcripts]
    return {*read_codings(study, coder=coder).state.finished(names, ("werk", "rust"))}


def test_a_list_to_mend_has_a_row_for_each_coder_and_interview_with_a_code_left_open(study: Path) -> None:
    take(study, *ROWS, LOST, "P01,2020,rust,ook niet gezegd,bert", "P02,2010,rust,doen dat samen,bert")
    says = [row for row in listed_rows(study) if row["finished"]]
    assert [(row["document"], row["coder"], row["finished"]) for row in says] == [
        ("P01_2020", "anna", "werk"),
        ("P01_2020", "bert", "rust"),
    ]
    assert {row["why"][:20] for row in says} == {"laat deze rij staan:"}
    assert {row["code"] + row["quote"] for row in says} == {""}


@pytest.mark.slow
def test_a_code_of_which_the_only_row_was_deleted_is_finished_and_zero(study: Path) -> None:
    take(study, *ROWS, LOST)
    assert finished(study) == {("P01_2010", "werk"), ("P01_2010", "rust"), ("P01_2020", "rust")}
    done = import_mended(study, [row for row in listed_rows(study) if not row["quote"]])
    assert len(done.codings) == 0
    assert finished(study) == {(f"P01_{wave}", code) for wave in ("2010", "2020") for code in ("werk", "rust")}


def test_a_list_that_comes_back_as_it_was_leaves_open_what_it_left_open(study: Path) -> None:
    take(study, *ROWS, LOST)
    before = finished(study)
    import_mended(study, listed_rows(study))
    assert finished(study) == before
    assert ("P01_2020", "werk") not in before


def test_a_row_that_was_mended_is_finished_also_in_an_interview_that_nothing_said_of(study: Path) -> None:
    take(study, *ROWS, LOST)
    rows = listed_rows(study)
    rows[0] |= {"document": "", "person": "P02", "wave": "2020", "quote": "is zwaar geworden"}
    done = import_mended(study, rows)
    assert done.codings["interview"].tolist() == ["P02_2020"]
    assert {("P02_2020", "werk"), ("P01_2020", "werk")} <= finished(study)


def test_a_code_left_open_by_a_row_of_no_interview_is_finished_where_the_row_is_deleted(study: Path) -> None:
    take(study, *ROWS, "Interview 7 P01,,werk,nergens gezegd,anna")
    assert not {("P01_2010", "werk"), ("P01_2020", "werk")} & finished(study)
    import_mended(study, [row for row in listed_rows(study) if not row["quote"]])
    assert {("P01_2010", "werk"), ("P01_2020", "werk")} <= finished(study)
    assert not any(name.startswith("P02") for name, _ in finished(study))


def test_of_two_interviews_in_one_wave_the_row_names_the_file(study: Path) -> None:
    (study / "P01_2020_vervolg.txt").write_text(TALK.format("2020", "iedereen"), encoding="utf-8")
    who = "".join(f"{p}_{w}.txt,{p},{w}\n" for p in ("P01", "P02") for w in ("2010", "2020"))
    (study / "interviews.csv").write_text(f"file,person,wave\n{who}P01_2020_vervolg.txt,P01,2020\n", encoding="utf-8")
    path = study.parent / "own.csv"
    path.write_text(
        "document,code,quote,coder\nP01_2020_vervolg.txt,werk,nergens gezegd,anna\n"
        "P01_2020_vervolg.txt,rust,doen dat samen,anna\n",
        encoding="utf-8",
    )
    import_codings(path, study, listed_in=study.parent / "listed.csv")
    (says,) = (row for row in listed_rows(study) if row["finished"])
    assert says["document"] == "P01_2020_vervolg.txt"
    import_mended(study, [says])
    assert {name for name, code in finished(study) if code == "werk"} == {"P01_2020_2"}


def test_a_list_of_which_nothing_is_open_has_no_such_column(study: Path) -> None:
    take(study, "P01,2010,,nergens gezegd,anna", *ROWS)
    (row,) = listed_rows(study)
    assert "finished" not in row
