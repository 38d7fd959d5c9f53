"""`paper` says under which names persons stand in its tables, and warns where nobody confirmed them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main

SAID = "We woonden daar samen in een huis aan de dijk, en dat was goed zo."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.slow
def test_paper_warns_of_names_that_init_took_from_the_files(tmp_path: Path) -> None:
    study = tmp_path / "studie"
    study.mkdir()
    for name in ("Anna 2010", "Anna 2020", "Bert 2010", "Bert 2020"):
        (study / f"{name}.txt").write_text(f"I: En toen?\nR: {SAID} {name}\n" * 4, "utf-8")
    assert run("init", study).exit_code == 0
    done = run("paper", study, "-o", tmp_path / "artikel", "--floor", "5")
    assert done.exit_code == 0, done.output
    assert "kunnen echte zijn" in done.output
    readme = (tmp_path / "artikel" / "README.md").read_text("utf-8")
    assert "onder de naam in de kolom `person` van interviews.csv" in readme
    table = study / "interviews.csv"
    table.write_text(table.read_text("utf-8").replace("person wave", "wave"), "utf-8")
    again = run("paper", study, "-o", tmp_path / "tweede", "--floor", "5")
    assert again.exit_code == 0, again.output
    assert "kunnen echte zijn" not in again.output
