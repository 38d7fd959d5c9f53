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


def test_what_a_test_sets_in_the_environment_is_gone_for_the_next(tmp_path: Path) -> None:
    (tmp_path / "test_leaving.py").write_text(LEAVES, encoding="utf-8")
    (tmp_path / "conftest.py").write_bytes((Path(__file__).parent / "conftest.py").read_bytes())
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    run = subprocess.run(command, cwd=tmp_path, env={**os.environ}, capture_output=True, encoding="utf-8")
    assert "2 passed" in run.stdout
