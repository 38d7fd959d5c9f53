"""What is installed holds all that the main job needs, the sample study too."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.errors import StudyError
from bp_qual.study.shipped_sample import copy_sample

ROOT = Path(__file__).parents[1]
LARGEST = 25e6  # bytes


def build_wheel(place: Path) -> Path:
    """Return the wheel of the files that git knows, as `pip wheel` builds it."""
    source = place / "source"
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode()
    if not names:
        pytest.skip("the project is not in a git work tree here, so that it is not known which files belong to it")
    for name in filter(None, names.split("\0")):
        if name.startswith(("src/", "transcripts_sample/", "transcripts_sample_en/", "codebooks/")) or "/" not in name:
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(place), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and "setuptools" in done.stderr:
        pytest.skip(f"what a wheel is built with cannot be had here: {done.stderr.strip().splitlines()[-1]}")
    assert not done.returncode, done.stderr
    return next(place.glob("*.whl"))


def test_from_the_wheel_alone_the_sample_is_copied_and_compared(tmp_path: Path) -> None:
    wheel = build_wheel(tmp_path)
    assert wheel.stat().st_size < LARGEST
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names} == {"bp_qual", wheel.name.split("-py3")[0] + ".dist-info"}
    package = ROOT / "src"
    there = {path.relative_to(package).as_posix() for path in (package / "bp_qual").rglob("*") if path.is_file()}
    assert not {name for name in there if "__pycache__" not in name} - names
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    run = [sys.executable, "-P", "-m", "bp_qual"]
    english = (["init", "--sample", "--language", "en", "e"], ["check", "e"])
    for command in (["init", "--sample", "s"], ["compare", "s", "-o", "out"], *english):
        done = subprocess.run([*run, *command], cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert not done.returncode, done.stderr.decode()
    where = [sys.executable, "-P", "-c", "import bp_qual; print(bp_qual.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert Path(found.strip()).is_relative_to(installed)
    ours = tmp_path / "ours"
    assert CliRunner().invoke(main, ["compare", str(ROOT / "transcripts_sample"), "-o", str(ours)]).exit_code == 0
    for name in ("codes.csv", "persons.csv", "codings.csv"):
        pd.testing.assert_frame_equal(pd.read_csv(tmp_path / "out" / name), pd.read_csv(ours / name))


def test_the_sample_is_copied_into_an_empty_folder_only(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StudyError, match="not an empty folder"):
        copy_sample(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_copy_of_the_sample_has_all_its_files_and_its_own_codebook(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["init", "--sample", str(tmp_path / "s")])
    assert done.exit_code == 0, done.output
    sample = ROOT / "transcripts_sample"
    names = {path.relative_to(sample).as_posix() for path in sample.rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path / "s").as_posix() for path in (tmp_path / "s").rglob("*") if path.is_file()} == {
        *names,
        "best_persons.yaml",
    }
    assert "codebook: best_persons.yaml" in (tmp_path / "s" / "study.yaml").read_text("utf-8")
