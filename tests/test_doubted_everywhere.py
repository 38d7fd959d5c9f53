"""Every command that reads the interviews says which of them are not UTF-8, and none is forgotten."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bp_qual import write_coding
from bp_qual.cli import main
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.name_sheet import name_sheet_bytes

BOOK = "codebook: B\nversion: 1.0.0\nlanguage: en\ncodes:\n  - {id: help, terms: [help]}\n"
TALK = "I: How are things?\n" + "R: We help each other in the street, caf\u00e9 and all that.\nI: And?\n" * 12
COMMANDS = (
    "check {s}",
    "code {s} -o {o}/c.csv",
    "quotes {s} --code help",
    "compare {s} -o {o}/compared",
    "report {s} --html {o}/r.html",
    "framework {s} -o {o}/m.xlsx",
    "codings {s}",
    "agree {s}",
    "sample {s} -n 4",
    "sheet {s} --coder carla -o {o}/s.xlsx",
    "validate {s} --coder anna",
    "export {s} --csv {o}/e.csv",
    "import {o}/list.csv {s} --coder carla",
    "plan {s} --simulations 50",
    "sensitivity {s}",
    "page {s} --coder anna --no-browser",
    "codebook words help {s}",
    "codebook check {s}/codebook.yaml {s}",
    "codebook diff {s}/codebook.yaml {s}/codebook.yaml {s}",
    "pseudonyms propose {s} -o {o}/names.xlsx",
    "pseudonyms apply {s} {o}/decided.xlsx -o {o}/new --key {o}/key.csv",
)
READ_NO_TALK = {
    *("init", "explain", "restore", "codebook tree", "codebook show", "codebook migrate", "codebook new"),
    *("codebook import", "codebook export", "pseudonyms check", "pseudonyms reveal"),  # these two read every file whole
}


def walk(command: click.Command, name: str = "") -> list[str]:
    if not isinstance(command, click.Group):
        return [name]
    return [leaf for word, below in command.commands.items() for leaf in walk(below, f"{name} {word}".strip())]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doubted")
    s = folder / "study"
    s.mkdir()
    (s / "codebook.yaml").write_text(BOOK, "utf-8")
    (s / "study.yaml").write_text(
        "study: S\nlanguage: en\ncodebook: codebook.yaml\nfloor: 5\nspeakers: {interviewer: [I], respondent: [R]}\n"
    )
    for name in ("P01_2010", "P01_2020", "P02_2010", "P02_2020"):
        (s / f"{name}.txt").write_text(TALK + f"R: That is all of {name}.\n", "utf-8")
    (s / "P01_2010.txt").write_bytes((s / "P01_2010.txt").read_bytes() + b"R: Another caf\xe9 here.\n")
    for coder in ("anna", "bert"):
        for name in ("P01_2010", "P01_2020", "P02_2010", "P02_2020"):
            write_coding(s, {"interview": name}, coder=coder, do="done")
    CliRunner().invoke(main, ["sample", str(s), "-n", "4"])
    (folder / "list.csv").write_text("person,wave,code,quote\nP02,2010,help,We help\n", "utf-8")
    sheet = name_sheet_bytes([NameRow("street", "[place 1]", True)], ("2010", "2020"), language="en")
    (folder / "decided.xlsx").write_bytes(sheet)
    return s


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_reads_the_interviews_names_the_one_that_is_not_utf_8(
    command: str, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.cli.page_command.serve", lambda *_, **__: None, raising=False)
    monkeypatch.setattr("bp_qual.page.serving.serve", lambda *_, **__: None)
    arguments = [part.format(s=study, o=study.parent) for part in command.split()]
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    assert result.exit_code in (0, 1), result.output
    assert "P01_2010.txt: 1 byte is not UTF-8" in " ".join(result.output.split()), result.output


def test_no_command_is_forgotten() -> None:
    tried = {leaf for leaf in walk(main) for command in COMMANDS if command.startswith(f"{leaf} ")}
    assert set(walk(main)) - tried == READ_NO_TALK
