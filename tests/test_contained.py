"""A whole run, watched by the interpreter itself: no socket, no other program, nothing written but the output.

`test_privacy.py` looks at what the output holds; this file looks at what the process does, whichever library does it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "transcripts_sample"

WATCH = r"""
import os, sys
allowed = os.path.realpath(sys.argv[1])
WRITES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "os.link", "os.truncate", "os.chmod")
PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork")


def is_allowed(path):
    place = os.path.realpath(os.fsdecode(path))
    return place.startswith(allowed) or place == os.devnull


def watch(event, arguments):
    if event.startswith("socket.") or event in PROGRAMS:
        print("SEEN", event, arguments, file=sys.stderr)
    elif event in WRITES and not is_allowed(arguments[0]):
        print("SEEN", event, arguments, file=sys.stderr)
    elif event == "open" and isinstance(arguments[0], (str, bytes)):
        for_writing = set("wax+") & set(str(arguments[1] or "")) or (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR)
        if for_writing and not is_allowed(arguments[0]):
            print("SEEN", event, arguments, file=sys.stderr)


sys.dont_write_bytecode = True
sys.addaudithook(watch)
"""
RUN_ALL = """
from bp_qual.cli import main
study, out = sys.argv[2:]
main(["check", study], standalone_mode=False)
main(["quotes", study, "--code", "hokjes", "--person", "P03"], standalone_mode=False)
assert not os.path.exists(out)
main(["compare", study, "-o", out], standalone_mode=False)
"""


def watched(script: str, allowed: Path, *arguments: str) -> list[str]:
    """Run a script in a process of its own; return what it did that it should not."""
    command = [sys.executable, "-c", WATCH + script, str(allowed), *arguments]
    environment = {**os.environ, "HOME": str(allowed.parent / "home"), "TMPDIR": str(allowed.parent)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=allowed.parent)
    assert done.returncode == 0, done.stderr
    return [line for line in done.stderr.splitlines() if line.startswith("SEEN")]


def test_no_command_opens_a_socket_or_starts_a_program_and_only_the_output_is_written(tmp_path: Path):
    out, study = tmp_path / "out", str(SAMPLE)
    assert watched(RUN_ALL, out, study, str(out)) == []
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
        "open('elsewhere.txt', 'w')",
        "import pathlib; pathlib.Path('elsewhere').mkdir()",
        "import os; os.close(os.open('elsewhere.txt', os.O_CREAT | os.O_WRONLY))",
    ],
)
def test_the_watch_sees_what_it_should(tmp_path: Path, deed: str):
    assert watched(f"{deed}\n", tmp_path / "out")


def test_an_unreadable_interview_is_named_by_its_file_and_nothing_that_was_said_is_shown(tmp_path: Path):
    study = tmp_path / "study"
    study.mkdir()
    (study / "P01_2010.txt").write_text("I: Hoe heet uw dochter?\nR: Wilhelmina, en zij is ziek.\n", encoding="utf-8")
    (study / "P01_2020.docx").write_bytes(b"PK\x03\x04 Wilhelmina is weer beter.")
    (study / "P02_2020.txt").write_bytes("R: Wilhelmina \x81\x8d\x8f".encode("latin-1"))
    codebook = SAMPLE.parent / "codebooks" / "best_persons.yaml"
    script = "import sys; from bp_qual.cli import main; main(sys.argv[1:])"
    command = [
        sys.executable,
        "-c",
        script,
        "compare",
        str(study),
        "--codebook",
        str(codebook),
        "-o",
        str(tmp_path / "o"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "P01_2020.docx" in done.stderr
    assert "P02_2020.txt" in done.stderr
    assert "Wilhelmina" not in done.stdout + done.stderr
    assert not (tmp_path / "o").exists()
