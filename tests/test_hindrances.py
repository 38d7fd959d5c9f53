"""A folder that is gone, too little memory and a closed output end a command in one line, with exit code 1."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders in use stay, and no shell that closes an output")
COMMANDS = ["", "check {s}", "compare {s} -o {t}/out", "init x", "words {s}", "codebook check {s}/codebook.yaml"]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("studies") / "mine"
    assert CliRunner().invoke(main, ["init", str(folder)]).exit_code == 0
    return folder


def shell(line: str, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, **how)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_in_a_folder_that_is_gone_says_so_in_one_line(command: str, starter: Path, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    typed = command.format(s=starter, t=tmp_path)
    done = shell(f"cd {tmp_path}/gone && rmdir ../gone && {sys.executable} -m bp_qual {typed}")
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "(cd)" in done.stderr
    assert not (tmp_path / "out").exists()


IN_OWN_WAYS = {
    "in the system": OSError(errno.ENOMEM, "Cannot allocate memory"),
    "in C": SystemError("<built-in function x> returned NULL without setting an exception"),
    "while it loads": SystemError("initialization of lib raised unreported exception"),
    "in a thread": RuntimeError("can't start new thread"),
}


@pytest.mark.parametrize("kind", [MemoryError, "numpy", "library", "through a library", *IN_OWN_WAYS])
def test_too_little_memory_is_told_in_one_line_and_nothing_is_written(
    kind: object, starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall_short(*_: object, **__: object) -> None:
        if kind == "numpy":
            import numpy as np

            np.empty(1 << 60, dtype=np.int8)
        if kind == "library":
            raise ImportError("libx.so: failed to map segment from shared object", name="lib")
        if kind == "through a library":
            raise ImportError("numpy is broken", name="numpy") from ImportError("Cannot allocate memory")
        raise IN_OWN_WAYS.get(str(kind), MemoryError())

    monkeypatch.setattr("bp_qual.compare.compare_waves", fall_short)
    monkeypatch.setattr("bp_qual.matching.token_table.np.concatenate", fall_short)
    done = CliRunner().invoke(main, ["compare", str(starter), "-o", str(tmp_path / "out")])
    assert done.exit_code == 1, done.output
    assert "meer geheugen nodig dan er is" in done.stderr
    assert "Install" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_too_little_memory_is_told_though_none_is_left_to_see_which_language_is_spoken(
    starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall_short(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("bp_qual.cli.check_standing", fall_short)
    monkeypatch.setattr("bp_qual.study.said_language.language_of_files", fall_short)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    done = CliRunner().invoke(main, ["compare", str(starter)])
    assert (done.exit_code, done.stderr.splitlines()[-1][:45]) == (1, "bp_qual  needs more memory than there is. Not")


def test_a_folder_that_goes_while_a_command_runs_is_told(
    monkeypatch: pytest.MonkeyPatch, starter: Path, tmp_path: Path
) -> None:
    def go(*_: object, **__: object) -> None:
        monkeypatch.chdir(gone := tmp_path / "gone")
        gone.rmdir()
        Path("P01_2010.txt").resolve()

    (tmp_path / "gone").mkdir()
    monkeypatch.setattr("bp_qual.study.checking.check_study", go)
    done = CliRunner().invoke(main, ["check", str(starter)])
    monkeypatch.undo()
    assert done.exit_code == 1, done.output
    assert "bestaat niet meer" in done.stderr


def test_another_mistake_in_c_is_not_told_as_too_little_memory(monkeypatch: pytest.MonkeyPatch, starter: Path) -> None:
    def fail(*_: object, **__: object) -> None:
        raise SystemError("bad argument to internal function")

    monkeypatch.setattr("bp_qual.matching.token_table.np.concatenate", fail)
    assert isinstance(CliRunner().invoke(main, ["compare", str(starter)]).exception, SystemError)


@pytest.mark.sweep(1)
@pytest.mark.parametrize("command", ["check {s}", "compare {s} -o {t}/out", "--version", "--help"])
@pytest.mark.parametrize("closed", [">&-", "<&- >&-"])
def test_a_closed_output_is_told_in_one_line(command: str, closed: str, starter: Path, tmp_path: Path) -> None:
    typed = command.format(s=starter, t=tmp_path)
    done = shell(f"{sys.executable} -m bp_qual {typed} {closed}")
    assert done.returncode == 1, done.stderr
    last = done.stderr.splitlines()[-1]
    assert "kon niet alles schrijven" in last or "could not write all" in last


@pytest.mark.slow
def test_a_command_that_prints_nothing_needs_no_output(starter: Path, tmp_path: Path) -> None:
    typed = f"code {starter} -o {tmp_path}/codes.csv"
    loud = shell(f"{sys.executable} -m bp_qual {typed}")
    assert (loud.returncode, loud.stdout) == (0, "")
    assert shell(f"{sys.executable} -m bp_qual {typed} >&-").returncode == 0
