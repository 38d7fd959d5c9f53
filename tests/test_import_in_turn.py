"""Files imported one after the other: a code that only one of them has is open in the interviews of the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import import_codings
from bp_qual.cli import main
from bp_qual.coding.by_hand import read_history
from bp_qual.coding.by_hand.replay import replay

HEADING = "person,wave,code,quote"
WAVES = {
    "first.csv": ["P01,2010,work,My back hurts", "P02,2010,rest,My back hurts"],
    "second.csv": ["P01,2020,work,I stopped in May", "P02,2020,care,I stopped in May"],
}
CODES = {
    "work.csv": ["P01,2010,work,My back hurts", "P01,2020,work,I stopped in May"],
    "care.csv": ["P02,2010,care,My back hurts", "P02,2020,care,I stopped in May", "P01,2020,care,I stopped in May"],
}


def make_study(folder: Path) -> Path:
    study = folder / "study"
    study.mkdir()
    for person in ("P01", "P02"):
        (study / f"{person}_2010.txt").write_text("I: How is it?\nR: My back hurts.\n", encoding="utf-8")
        (study / f"{person}_2020.txt").write_text("I: How is it?\nR: I stopped in May.\n", encoding="utf-8")
    return study


def take(study: Path, files: dict[str, list[str]], **said: object) -> list[str]:
    """Import lists one after the other, and return what is asked about the codes that one of them lacks."""
    told = []
    for name, rows in files.items():
        path = study.parent / name
        path.write_text("\n".join([HEADING, *rows]) + "\n", encoding="utf-8")
        done = import_codings(path, study, coder="anna", **said)
        told.append(" ".join(note.say("en") for note in done.notes if note.kind == "in no file"))
    return told


@pytest.mark.parametrize(
    ("files", "open_codes"),
    [
        (WAVES, "rest (2020: 2); care (2010: 2)"),
        (CODES, "work (2010: 1, 2020: 1); care (2010: 1)"),
    ],
)
def test_the_codes_that_one_file_lacks_are_asked_about(
    tmp_path: Path, files: dict[str, list[str]], open_codes: str
) -> None:
    study = make_study(tmp_path)
    first, second = take(study, files)
    assert first == ""
    assert open_codes in second
    assert all(f"{name}" in second for name in files)
    assert "--coder anna --all-coded" in second


@pytest.mark.parametrize("files", [WAVES, CODES])
def test_what_is_told_to_type_answers_it(tmp_path: Path, files: dict[str, list[str]]) -> None:
    study = make_study(tmp_path)
    take(study, files)
    assert take(study, files, all_coded=True)[-1] == ""
    codes = ("work", "rest", "care") if files is WAVES else ("work", "care")
    done = replay(read_history(study, "anna").events).finished([file.stem for file in study.glob("*.txt")], codes)
    assert len(done) == 4 * len(codes)


def test_a_code_with_a_quote_without_a_place_is_not_asked_about(tmp_path: Path) -> None:
    rows = ["P01,2010,work,My back hurts", "P01,2010,rest,My knees hurt", "P01,2020,rest,I stopped in May"]
    assert take(make_study(tmp_path), {"first.csv": rows}) == [""]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_summary_names_the_codes_that_are_in_no_comparison(tmp_path: Path, language: str) -> None:
    study = make_study(tmp_path)
    take(study, WAVES)
    command = ["compare", str(study), "--count", "human", "--language", language, "-o", str(tmp_path / "out")]
    printed = re.sub(r"\s+", " ", CliRunner().invoke(main, command).output)
    assert "rest (2020: 2); care (2010: 2)." in printed
    assert "--all-coded" in printed
    take(study, WAVES, all_coded=True)
    assert "rest (" not in CliRunner().invoke(main, command).output
