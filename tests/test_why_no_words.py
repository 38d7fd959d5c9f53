"""An interview without words says why: who speaks there, and not that it is short."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.study.next_step import find_next_step

SAID = "We woonden daar samen in een huis aan de dijk, en dat was goed zo."
BOOK = """codebook: B
version: 1.0.0
language: nl
codes:
  - id: samen
    terms: [samen]
"""


def make(folder: Path, *labels: tuple[str, str]) -> Path:
    """Write a study of Fatma in two rounds, each with the labels of who asks and who answers."""
    for wave, (asks, answers) in zip(("2011", "2021"), labels, strict=True):
        talk = "".join(f"{asks}: En toen?\n{answers}: {SAID} {wave} {n}\n" for n in range(7))
        (folder / f"Fatma_{wave}.txt").write_text(talk, "utf-8")
    (folder / "codebook.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\nfloor: 10\n", "utf-8")
    return folder


def run(*arguments: object) -> str:
    return CliRunner().invoke(main, [str(argument) for argument in arguments]).output


@pytest.mark.parametrize("asks", ["I", "V"])
def test_of_two_letters_that_both_ask_one_is_the_initial_of_a_person(tmp_path: Path, asks: str) -> None:
    study = make(tmp_path, (asks, "F"), ("I", "R"))
    (row,) = (line.split() for line in run("check", study).splitlines() if line.startswith("Fatma "))
    assert row == ["Fatma", *[str(7 * (len(SAID.split()) + 2))] * 2]


@pytest.mark.slow
def test_compare_does_not_advise_another_floor_where_nobody_was_recognised(tmp_path: Path) -> None:
    study = make(tmp_path, ("Interviewer", "Moderator"), ("I", "R"))
    said = run("compare", study, "-o", tmp_path / "uit")
    assert "in een ronde zijn geen woorden gevonden" in said
    assert "minder dan" not in said


def test_the_next_step_is_check_where_an_example_fails(tmp_path: Path) -> None:
    study = make(tmp_path, ("I", "R"), ("I", "R"))
    assert find_next_step(study).next.kind == "next compare"
    with (study / "codebook.yaml").open("a", encoding="utf-8") as file:
        file.write('    counterexamples: ["Dat deden we samen."]\n')
    assert find_next_step(study).next.kind == "next check"
