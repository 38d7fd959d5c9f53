"""Portraits in a folder of the study itself, beside its interviews: written, written again, and never read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.framework import Portrait, write_portraits

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


@pytest.mark.slow
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


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_portraits_and_a_comparison_in_one_folder_leave_each_other_alone(study: Path) -> None:
    out = study / "uit"
    assert run("compare", study, "-o", out).exit_code == 0
    compared = contents(out)
    for kind in ((), ("--word",)):
        done = run("portrait", study, "-o", out, *kind)
        assert done.exit_code == 0, done.output
    both = contents(out)
    assert compared.items() <= both.items()
    assert len(both) == len(compared) + 7  # six portraits and their record
    assert run("compare", study, "-o", out).exit_code == 0
    assert contents(out) == both
    assert "P03.html" not in run("check", study).output


@pytest.mark.slow
def test_a_portrait_of_one_person_leaves_that_of_another(study: Path) -> None:
    for person in ("Anna", "P03", "Anna"):
        done = run("portrait", study, "--person", person, "-o", study / "uit")
        assert done.exit_code == 0, done.output
    assert set(contents(study / "uit")) == {"Anna.html", "P03.html", "portraits.json"}


def test_portraits_whose_files_would_have_one_name_are_kept_apart_over_runs(tmp_path: Path) -> None:
    first, second = (Portrait(person, "", "", (), (), (), (), "", "en") for person in ("P 1", "P_1"))
    assert [path.name for path in write_portraits([first], tmp_path)] == ["P_1.html"]
    made = (tmp_path / "P_1.html").read_bytes()
    for _ in range(2):
        assert [path.name for path in write_portraits([second], tmp_path)] == ["P_1-2.html"]
    assert [path.name for path in write_portraits([second, first, first], tmp_path)] == [
        "P_1-2.html", "P_1.html", "P_1-3.html",
    ]  # fmt: skip
    assert (tmp_path / "P_1.html").read_bytes() == made


def test_a_portrait_takes_no_name_of_what_another_command_wrote(study: Path) -> None:
    out = study / "uit"
    assert run("compare", study, "-o", out).exit_code == 0
    compared = contents(out)
    (portrayed,) = write_portraits([Portrait("report", "", "", (), (), (), (), "", "en")], out)
    assert portrayed.name == "report-2.html"
    assert compared.items() <= contents(out).items()


@pytest.mark.slow
@pytest.mark.parametrize("kind", [(), ("--word",)])
def test_a_portrait_replaces_no_page_of_another_command(study: Path, kind: tuple[str, ...]) -> None:
    out = study / "uit"
    shown = out / f"boek{'.docx' if kind else '.html'}"
    assert run("codebook", "show", study / "codebook.yaml", "-o", shown).exit_code == 0
    there = shown.rename(out / f"Anna{shown.suffix}")
    before = there.read_bytes()
    done = run("portrait", study, "-o", out, *kind)
    assert done.exit_code == 1
    assert set(contents(out)) == {there.name}
    assert there.read_bytes() == before
