"""A command multiplies on one thread, unless its user says otherwise."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ASKED = """
import atexit, os, sys
from bp_qual.__main__ import run
atexit.register(lambda: print(os.environ["OPENBLAS_NUM_THREADS"], "numpy" in sys.modules))
sys.argv = ["bp-qual", "--version"]
run()
"""


@pytest.mark.parametrize(("said", "threads"), [(None, "1"), ("2", "2")])
def test_a_command_multiplies_on_one_thread_unless_its_user_says_otherwise(said: str | None, threads: str) -> None:
    others = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    environment = others | ({"OPENBLAS_NUM_THREADS": said} if said else {})
    told = subprocess.run([sys.executable, "-c", ASKED], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == f"{threads} False"
