"""Portraits in a folder of the study itself, beside its interviews: written, written again, and never read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main

TALK = "I: Hoe was dat?\nR: {} woonde daar samen met iedereen, en dat was goed zo.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study as `init` makes it; one person was met once."""
    for name in ("Anna 2010", "Anna 2020", "Marieke van Rossum 2010", "Marieke van Rossum 2020", "P03 2020"):
        (tmp_path / f"{name}.txt").write_text(TALK.format(name), "utf-8")
    assert run("init", tmp_path).exit_code == 0
    return tmp_path


@pytest.mark.parametrize("kind", [(), ("--word",)])
@pytest.mark.parametrize("folder", ["portretten", "uit/portretten"])
def test_portraits_beside_the_interviews_are_written_and_never_read(
    study: Path, kind: tuple[str, ...], folder: str
) -> None:
    before = run("check", study)
    for _ in range(2):
        done = run("portrait", study, "-o", study / folder, *kind)
        assert done.exit_code == 0, done.output
    assert len([path for path in (study / folder).iterdir() if path.suffix in (".html", ".docx")]) == 3
    assert run("check", study).output == before.output


def test_a_portrait_among_interviews_is_still_refused(study: Path) -> None:
    (study / "meer").mkdir()
    (study / "meer" / "P04 2020.txt").write_text(TALK.format("P04"), "utf-8")
    for folder in (study, study / "meer"):
        done = run("portrait", study, "-o", folder)
        assert done.exit_code == 1
        assert not (folder / "P03.html").exists()
