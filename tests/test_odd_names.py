"""A name that holds a line end, or a sign of control, is that of a file as any other: written whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.files import finish_folder, write_atomically, write_together
from bp_qual.files.leftovers import left_by_a_kill, staged_beside

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
ODD = [
    "a\nb.csv",
    "a\rb.csv",
    "\n.csv",
    "a\x1b[31mb.csv",
    "100%0A.csv",
    'a","b.csv',
    "a\u2028b.csv",
    os.fsdecode(b"a\xff.csv"),
]


@pytest.mark.parametrize("name", ODD)
def test_files_are_there_that_are_said_to_be_written(name: str, tmp_path: Path) -> None:
    places = [tmp_path / name, tmp_path / "b.csv", tmp_path / f"folder {name}" / name]
    write_together([(place, b"x") for place in places])
    assert [place.read_bytes() for place in places] == [b"x"] * 3
    write_atomically(places[0], b"y")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "b.csv", f"folder {name}"])


@pytest.mark.parametrize("name", ODD)
def test_what_a_killed_run_leaves_is_known_by_its_name(name: str, tmp_path: Path) -> None:
    stray = staged_beside(tmp_path / name)
    assert left_by_a_kill(stray.name)
    finish_folder(tmp_path)


@pytest.mark.sweep(1)
@pytest.mark.parametrize("command", ["export {s} --csv", "code {s} -o", "codings {s} -o"])
def test_a_command_says_such_a_name_with_its_signs_told(command: str, tmp_path: Path) -> None:
    study, target = tmp_path / "study", tmp_path / "a\x1b[31m\nb.csv"
    assert CliRunner().invoke(main, ["init", str(study)]).exit_code == 0
    done = CliRunner().invoke(main, [*command.format(s=study).split(), str(target)])
    assert (done.exit_code, target.is_file()) == (0, True), done.output
    assert "\x1b" not in done.output
    assert "a\nb" not in done.output.replace("[31m", "")
