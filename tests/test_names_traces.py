"""No planted name is left in what the commands for pseudonyms say, in temporary files, or in records of a run.

The commands run in processes of their own, which a hook follows: it notes each file that is opened for writing below
the folder for temporary files, and keeps a copy of each that is removed or moved there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from test_names_planted import everything_in, plant, words_in

pytestmark = pytest.mark.slow

SPY = """
import os, shutil, sys

WATCHED, SEEN = os.path.realpath(os.environ["SPIED_FOLDER"]), os.environ["SPIED_FILES"]
busy = False


def below(path):
    return isinstance(path, (str, bytes, os.PathLike)) and os.path.realpath(os.fsdecode(path)).startswith(WATCHED)


def spy(event, values):
    global busy
    if busy or event not in ("open", "os.remove", "os.rename", "shutil.rmtree") or not below(values[0]):
        return
    busy = True
    try:
        path, writes = os.fsdecode(values[0]), event == "open" and values[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        number = len(os.listdir(SEEN))
        if writes:
            with open(f"{SEEN}/{os.getpid()}-{number}-opened", "w") as file:
                file.write(path)
        elif event != "open" and os.path.exists(path):
            (shutil.copytree if os.path.isdir(path) else shutil.copy)(path, f"{SEEN}/{os.getpid()}-{number}-gone")
    finally:
        busy = False


sys.addaudithook(spy)
"""


class Watched:
    """A study with planted names, and a folder for temporary files below which every file is watched."""

    def __init__(self, home: Path) -> None:
        self.home, self.temporary, self.seen = home, home / "tmp", home / "seen"
        for folder in (self.temporary, self.seen, home / "spy"):
            folder.mkdir()
        (home / "spy" / "sitecustomize.py").write_text(SPY, encoding="utf-8")
        plant(home / "study")

    def run(self, program: str, *arguments: str) -> tuple[int, str]:
        """Run Python in the home of the study; return its exit code and all that it said."""
        paths = os.pathsep.join([str(self.home / "spy"), *filter(None, [os.environ.get("PYTHONPATH")])])
        folders = {name: str(self.temporary) for name in ("TMPDIR", "TEMP", "TMP")}
        spied = {"SPIED_FOLDER": str(self.temporary), "SPIED_FILES": str(self.seen), "PYTHONPATH": paths}
        command = [sys.executable, *((program,) if program == "-c" else ("-m", program)), *arguments]
        run = subprocess.run(
            command, cwd=self.home, env={**os.environ, **folders, **spied}, capture_output=True, encoding="utf-8"
        )
        return run.returncode, run.stdout + run.stderr

    def passed(self) -> dict[str, set[str]]:
        """Return the names in what was opened, removed, moved or left in the folder for temporary files."""
        texts = {**everything_in(self.seen), **everything_in(self.temporary)}
        return {name: words for name, text in texts.items() if (words := words_in(text))}


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    return Watched(tmp_path_factory.mktemp("watched"))


@pytest.fixture(scope="module")
def said(watched: Watched) -> dict[str, str]:
    """What each command said, after all of them ran."""
    key, said = ("--key", "keys/key.csv"), {}
    (watched.home / "keys").mkdir()
    for command in (
        ("propose", "study", "-o", "names.xlsx"),
        ("apply", "study", "names.xlsx", "-o", "new", *key),
        ("check", "new", *key),
        ("reveal", "new", "-o", "again", *key),
    ):
        code, said[command[0]] = watched.run("bp_qual", "pseudonyms", *command)
        assert code == 0, said[command[0]]
    return said


def test_apply_and_check_say_no_planted_name(said: dict[str, str]) -> None:
    assert said["apply"]
    assert said["check"]
    assert words_in(said["apply"]) == set()
    assert words_in(said["check"]) == set()


def test_no_planted_name_passes_through_the_folder_for_temporary_files(watched: Watched, said: dict[str, str]) -> None:
    assert said
    assert watched.passed() == {}
    assert list(watched.temporary.iterdir()) == []
    assert list(watched.seen.iterdir()) == []  # they open nothing there at all


@pytest.mark.parametrize(
    "program",
    [
        "import tempfile; f = tempfile.NamedTemporaryFile('w'); f.write('Sjoerd'); f.flush(); f.close()",
        "import tempfile, pathlib; d = tempfile.TemporaryDirectory(); "
        "pathlib.Path(d.name, 'x').write_text('Sjoerd'); d.cleanup()",
        "import tempfile; f = tempfile.NamedTemporaryFile('w', delete=False); f.write('Sjoerd'); f.close()",
    ],
)
def test_a_name_that_passes_through_that_folder_would_be_seen(tmp_path: Path, program: str) -> None:
    watched = Watched(tmp_path)
    assert watched.run("-c", program) == (0, "")
    assert any("Sjoerd" in words for words in watched.passed().values())


def test_the_records_of_a_run_on_the_new_study_hold_no_planted_name(watched: Watched, said: dict[str, str]) -> None:
    assert said
    code, text = watched.run("bp_qual", "compare", "new", "-o", "results")
    assert code == 0, text
    records = everything_in(watched.home / "results")
    assert "run.json" in records
    assert {name: words for name, text in records.items() if (words := words_in(text))} == {}
    assert words_in(text) == set()


def test_nothing_lies_beside_what_the_commands_were_asked_for(watched: Watched, said: dict[str, str]) -> None:
    assert said
    there = {path.name for path in watched.home.iterdir()} - {"results"}
    assert there == {"study", "names.xlsx", "new", "keys", "again", "tmp", "seen", "spy"}
    assert [path.name for path in (watched.home / "keys").iterdir()] == ["key.csv"]
