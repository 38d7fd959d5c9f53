"""What every test finds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LEAVES = """
import os

def test_sets_something():
    os.environ["TMPDIR"] = "/gone"

def test_finds_it_as_it_was():
    assert os.environ.get("TMPDIR") != "/gone"
"""


SWEPT = """
import pytest

@pytest.mark.sweep(3)
@pytest.mark.parametrize("case", range(10))
def test_of_many_cases(case):
    pass

@pytest.mark.slow
@pytest.mark.parametrize("case", range(2))
def test_that_is_slow(case):
    pass

def test_that_is_neither():
    pass
"""


def run_pytest(folder: Path, source: str, *options: str) -> str:
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    (folder / "conftest.py").write_bytes((Path(__file__).parent / "conftest.py").read_bytes())
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, str(folder)]
    return subprocess.run(command, cwd=folder, env={**os.environ}, capture_output=True, encoding="utf-8").stdout


def test_what_a_test_sets_in_the_environment_is_gone_for_the_next(tmp_path: Path) -> None:
    assert "2 passed" in run_pytest(tmp_path, LEAVES)


def test_what_is_slow_and_most_of_a_sweep_run_on_request(tmp_path: Path) -> None:
    assert "4 passed, 9 deselected" in run_pytest(tmp_path, SWEPT)
    assert "13 passed" in run_pytest(tmp_path, SWEPT, "--whole")
