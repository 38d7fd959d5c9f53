"""What every test is held to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LEAVES = """
import os

def test_leaves_something():
    os.environ["TMPDIR"] = "/gone"

def test_finds_it_as_it_was():
    assert os.environ.get("TMPDIR") != "/gone"

def test_puts_it_back(monkeypatch):
    monkeypatch.setenv("TMPDIR", "/gone")
"""


def test_a_test_that_leaves_the_environment_changed_fails_and_no_test_behind_it_does(tmp_path: Path) -> None:
    (tmp_path / "test_leaving.py").write_text(LEAVES, encoding="utf-8")
    (tmp_path / "conftest.py").write_bytes((Path(__file__).parent / "conftest.py").read_bytes())
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    run = subprocess.run(command, cwd=tmp_path, env={**os.environ}, capture_output=True, encoding="utf-8")
    assert "3 passed, 1 error" in run.stdout
    assert "ERROR test_leaving.py::test_leaves_something" in run.stdout
