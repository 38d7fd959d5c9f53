"""Ctrl-C ends a program with one line and exit code 130, wherever it comes; here each place has a small program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main

LOADED = """
import signal, time
try:
    signal.raise_signal(signal.SIGINT)
    time.sleep(0.1)
except BaseException as error:  # as a library in C, which ends in another error
    raise SystemError("returned a result with an exception set") from error
"""
PLACES = {
    "a step of ours": ("press()", ""),
    "a library that is being loaded": ("import loaded; print('loaded'); time.sleep(9)", "loaded"),
    "the end of a value": ("End(); time.sleep(9)", ""),
    "the end of a reference": (
        "value = End.__new__(Held); kept = weakref.ref(value, press); del value; time.sleep(9)",
        "",
    ),
    "twice, while something is taken back": (
        "try:\n        press()\n    finally:\n        press(); print('back')",
        "back",
    ),
    "when all is done": ("atexit.register(press); print('done', flush=True)", "done"),
}
PROGRAM = """
import atexit, signal, sys, time, weakref
from bp_qual.interrupting import heed_interrupts
sys.path.insert(0, sys.argv[1])

def press(_=None):
    signal.raise_signal(signal.SIGINT)

class End:
    def __del__(self):
        press()

class Held(End):
    def __del__(self):
        pass

with heed_interrupts():
    {}
"""


def run_program(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "loaded.py").write_text(LOADED)
    return subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True, text=True, check=False, timeout=60,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # whoever runs the tests may have it ignored
    )  # fmt: skip


@pytest.mark.sweep(2)
@pytest.mark.skipif(os.name == "nt", reason="starts a program that heeds Ctrl-C")
@pytest.mark.parametrize("place", PLACES)
def test_ctrl_c_is_one_line_and_130_in(place: str, tmp_path: Path) -> None:
    does, says = PLACES[place]
    done = run_program(PROGRAM.format(does), tmp_path)
    assert done.stderr.strip() == ("" if place == "when all is done" else "Aborted!")
    assert (done.returncode, done.stdout.strip()) == (130, says)


@pytest.mark.skipif(os.name == "nt", reason="starts a program that heeds Ctrl-C")
def test_other_errors_that_cannot_be_raised_are_still_shown(tmp_path: Path) -> None:
    done = run_program(PROGRAM.format("End.__del__ = lambda self: 1 / 0; End()"), tmp_path)
    assert "ZeroDivisionError" in done.stderr
    assert done.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="starts a program that heeds Ctrl-C")
def test_who_has_ctrl_c_ignored_keeps_it_ignored(tmp_path: Path) -> None:
    ignored = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    done = run_program(ignored + PROGRAM.format("press(); print('went on')"), tmp_path)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "went on", "")


def test_a_command_that_ctrl_c_broke_off_says_so_and_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bp_qual.cli.study_commands.check_study", interrupt, raising=False)
    monkeypatch.setattr("bp_qual.study.checking.check_study", interrupt)
    ended = CliRunner().invoke(main, ["check", str(Path(__file__).parents[1] / "transcripts_sample")])
    assert (ended.exit_code, ended.stderr.strip()) == (130, "Aborted!")
