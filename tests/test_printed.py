"""What a command prints, where it cannot be written: one line and an exit code, on whatever stream."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="this computer has no file that is always full")
SAYS = (
    "check {s}", "compare {s} -o {t}/out", "codings {s}", "quotes {s} --code {c}", "words {s} --floor 1",
    "plan {s} --simulations 50", "sensitivity {s}", "codebook check {s}/codebook.yaml {s}",
    "codebook tree {s}/codebook.yaml", "explain x {s}", "--help", "--version", "quotes --help",
    "codebook words {c} {s}",
)  # fmt: skip


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("studies") / "mine"
    assert CliRunner().invoke(main, ["init", str(folder)]).exit_code == 0
    return folder


@pytest.fixture(params=["buffered", "unbuffered"])
def full(request: pytest.FixtureRequest) -> Iterator[object]:
    with FULL.open("w", encoding="utf-8") as stream:
        stream.reconfigure(write_through=request.param == "unbuffered")
        yield stream


def ended(typed: str) -> object:
    with pytest.raises(SystemExit) as stop:
        main(typed.split())
    return stop.value.code


@pytest.mark.sweep(2)
@pytest.mark.parametrize("typed", SAYS)
def test_a_full_disk_behind_what_is_printed_is_told_in_one_line(
    typed: str,
    starter: Path,
    full: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:
    from bp_qual.codebook import read_codebook

    code = next(iter(read_codebook(starter / "codebook.yaml").codes)).id
    monkeypatch.chdir(starter)
    monkeypatch.setattr(sys, "stdout", full)
    assert ended(typed.format(s=starter, t=tmp_path, c=code)) == 1
    told = capsys.readouterr().err
    assert "kon niet alles schrijven wat het laat zien (de schijf is vol)" in told
    assert told.count("kon niet alles schrijven") == 1


@pytest.mark.slow
def test_python_does_not_try_once_more_when_it_ends() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with FULL.open("w") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "bp_qual", "--version"], stdout=stream, stderr=subprocess.PIPE, env=environment
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1), done.stderr


def test_a_note_that_cannot_be_printed_is_no_fault_of_the_file_that_is_read_and_ends_the_run_with_1(
    starter: Path, full: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    from bp_qual.errors import BpQualWarning

    def read_and_warn(*_: object) -> list[str]:
        import warnings

        try:
            warnings.warn("a note", BpQualWarning, stacklevel=1)
        except OSError:
            return ["taken for a damaged file"]
        return ["read"]

    monkeypatch.setattr("bp_qual.codebook.draw_tree", lambda *_, **__: read_and_warn())
    monkeypatch.setattr(sys, "stderr", full)
    assert ended(f"codebook tree {starter}/codebook.yaml") == 1
    assert capsys.readouterr().out == "read\n"
