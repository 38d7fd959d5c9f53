"""Files and folders that this user may not read or write, a small version of ``benchmarks/other_user.py``."""

from __future__ import annotations

import errno
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import other_user
from foreign_files import make_study, run_apart

from bp_qual.cli import main

needs_root = pytest.mark.skipif(not other_user.can_be_done(), reason="powers of root can be taken away from root only")
TRIED = (
    ("a transcript", "check {s}", "x"),
    ("a coder's file", "code {s} -o {t}", "x.csv"),
    ("the codings", "restore {s}", "x"),
    ("the copies", "page {s} --coder anna --no-browser", "x"),
    ("the copies", "import {s}/list.csv {s} --coder carla -o {t}", "x.csv"),
    ("the study", "codings {s}", "x"),
    ("the study that may only be listed", "report {s} --html {t}", "x.html"),
    ("the study that may only be read", "sample {s} -n 5 --name x", "samples/x.csv"),
    ("the output", "codebook show {s}/codebook.yaml --docx -o {t}", "x.docx"),
    ("the output", "init {t}", "new"),
    ("the output that may only be read", "report {s} --csv {t}", "tables"),
    ("links into a folder that is shut", "code {s} -o {t}", "x.csv"),
    ("what another left", "codings {s} -o {t}", "x.csv"),
    ("an output of another", "code {s} -o {t}", "x.csv"),
)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scene")
    make_study(folder / "study")
    return folder


@pytest.mark.sweep(1)
@needs_root
@pytest.mark.parametrize(("place", "line", "target"), TRIED)
def test_what_this_user_may_not_do_is_said_in_one_message_and_nothing_is_left(
    place: str, line: str, target: str, scene: Path
) -> None:
    assert other_user.try_one(scene, line, target, other_user.PLACES[place]) == []


@needs_root
def test_the_count_has_teeth(scene: Path, tmp_path: Path) -> None:
    """Powers are really taken away, and a file that nobody may read is refused by name."""
    shutil.copytree(scene / "study", study := tmp_path / "study")
    (study / "P01_2010.txt").chmod(0)
    words = ["check", str(study)]
    assert "P01_2010.txt" not in run_apart(words)[1]
    code, said = run_apart(words, other_user.take_powers_away)
    assert (code, "P01_2010.txt" in said) == (1, True)


def test_a_folder_that_may_not_be_entered_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder / "codings"))

    monkeypatch.setattr(Path, "is_dir", refuse)
    done = CliRunner().invoke(main, ["codings", str(tmp_path)])
    assert isinstance(done.exception, SystemExit)
    assert done.exit_code == 1
    assert "codings  cannot be opened (Permission denied)" in done.output.replace("\n", " ")
    assert "check your rights" in " ".join(done.output.split())
