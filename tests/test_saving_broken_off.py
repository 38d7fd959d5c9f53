"""A command that is killed while it saves what was coded by hand is told until it is run again."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual import read_codebook, read_corpus, read_study, write_coding
from bp_qual.cli import main
from bp_qual.coding.by_hand import Event, read_history
from bp_qual.coding.by_hand.events import read_events, write_line
from bp_qual.coding.by_hand.summaries import Summary
from bp_qual.errors import BpQualWarning
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.matrix_cells import keep_cells
from bp_qual.study.settling import settle

BOOK = "{codebook: Help, version: 1.0.0, language: en, codes: [{id: help, terms: [help]}, {id: kin, terms: [aunt]}]}\n"
NAMES = ("P01_2010", "P01_2020")
COMMANDS = ("agree --settled", "sheet --read", "framework --from")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "help.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: help.yaml\n", "utf-8")
    talk = "".join(f"I: And then?\nR: We help each other, {n} times.\n" for n in range(40))
    for name in NAMES:
        (folder / f"{name}.txt").write_text(talk, "utf-8")
        for coder in ("anna", "bert"):
            write_coding(folder, {"interview": name, "start": 18, "end": 22, "code": "help"}, coder=coder)
            write_coding(folder, {"interview": name}, coder=coder, do="done")
    return folder


def save(folder: Path, command: str) -> None:
    """Save what a command saves: what two agreed on, a sheet that was filled in, a summary in a matrix."""
    study = read_study(folder)
    if command == "agree --settled":
        corpus, book = read_corpus(study), read_codebook(folder / "help.yaml")
        settle(study, read_coders(study, ("anna", "bert"), corpus=corpus, codebook=book), corpus, book, [])
    elif command == "framework --from":
        keep_cells(study, [Summary("P01", "help", wave, ("x",), "Often.", ()) for wave in ("2010", "2020")], ["anna"])
    else:
        sheet = folder.parent / "sheet.xlsx"
        run("sample", folder, "-n", 4)
        run("sheet", folder, "--coder", "anna", "-o", sheet)
        book = openpyxl.load_workbook(sheet)
        for row in book.worksheets[0].iter_rows(min_row=2):
            row[3].value = "x"
        book.save(sheet)
        run("sheet", folder, "--coder", "anna", "--read", sheet)


def run(*words: object) -> str:
    return CliRunner().invoke(main, [*map(str, words), "--language", "en"]).output


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_study_is_marked_while_a_command_saves_and_not_after_it(
    folder: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, seen = import_module("bp_qual.coding.by_hand.log"), set[str]()
    append = module.append_lines

    def watched(*arguments: object, **more: object) -> int:
        seen.update(path.name for path in (folder / "codings").glob(".bp_qual-unfinished-*"))
        return int(append(*arguments, **more))

    monkeypatch.setattr(module, "append_lines", watched)
    save(folder, command)
    assert seen == {f".bp_qual-unfinished-{command}-{os.getpid()}"}
    assert not list(folder.rglob(".bp_qual-*"))


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_was_killed_is_told_until_that_command_was_run_to_its_end(folder: Path, command: str) -> None:
    for killed in COMMANDS:
        (folder / "codings" / f".bp_qual-unfinished-{killed}-999999999").mkdir()
    told = [f"`bp-qual {killed}` was killed before it was done" in run("check", folder) for killed in COMMANDS]
    assert told == [True] * len(COMMANDS)
    save(folder, command)
    told = [f"`bp-qual {killed}` was killed before it was done" in run("check", folder) for killed in COMMANDS]
    assert told == [killed != command for killed in COMMANDS]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and fork are not to be had on Windows")
def test_what_was_agreed_is_whole_after_the_next_run_and_the_line_that_was_cut_is_no_damage(folder: Path) -> None:
    """The system may cut a long append anywhere."""
    if not (child := os.fork()):
        write = os.write
        os.write = lambda handle, data: write(handle, data[:3000]) and os.kill(os.getpid(), signal.SIGKILL)
        save(folder, "agree --settled")
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    part = len(read_history(folder, "agreed").events)
    told = run("codings", folder)
    assert "`bp-qual agree --settled` was killed before it was done" in told
    assert "is not whole, and is left out: the program stopped while it wrote that line" in told
    with pytest.warns(BpQualWarning, match=r"agreed\.jsonl: the last line, \d+, is not whole"):
        save(folder, "agree --settled")
    history = read_history(folder, "agreed")
    assert 0 < part < len(history.events)
    assert [[part.unfinished for part in parts] for parts in history.damage.values()] == [[True]]
    assert "cannot be read, and is left out" not in run("codings", folder)


def test_a_line_without_its_end_is_unfinished_only_where_no_number_lacks_beside_it() -> None:
    lines = [write_line(Event(f"e{n}", "memo", n=n, note="Look.")) for n in (1, 2, 3, 4)]
    torn = lines[1][:40]
    for before in (0, 1):  # lines read, whose last number is then given
        _, found = read_events(b"\n".join([*lines[before:1], torn, torn, *lines[1:]]), after=before)
        assert [part.unfinished for part in found] == [True, True]
    assert not read_events(b"\n".join([lines[0], torn, *lines[2:]]))[1][0].unfinished
    assert not read_events(b"\n".join([lines[0], torn + lines[1], b""]))[1][0].unfinished
    assert not read_events(b"\n".join([lines[0], lines[1].replace(b"Look", b"Took"), *lines[1:]]))[1][0].unfinished
