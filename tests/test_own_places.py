"""Folders of ours in a study that are links: nothing is written there, and nothing there is cleaned."""

from __future__ import annotations

import contextlib
import csv
import itertools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import bp_qual
from bp_qual import read_codebook, read_corpus, read_study
from bp_qual.cli import main
from bp_qual.coding import apply_codebook
from bp_qual.coding.by_hand import CoderLog, Event
from bp_qual.errors import StoreError
from bp_qual.files.daily_copies import keep_copy, list_copies
from bp_qual.files.unfinished import marked_unfinished
from bp_qual.study.copies import copied_days, keep_daily_copy
from bp_qual.study.sample_files import write_sample
from bp_qual.study.settling import save_decisions
from bp_qual.validation.sampling import draw_sample
from test_nobody_absent import make_study

DAY = "2026-01-01"
PLACES = ("codings", "codings/.copies", "samples", ".suggest", f"codings/.copies/{DAY}", "codings/anna.jsonl")


def precious(tmp_path: Path) -> Path:
    """Make a folder of somebody, with hidden folders and files whose names look as ours do."""
    for name in (
        "mine.txt",
        ".config-old/kept.txt",
        f".{DAY}-old/kept.txt",
        ".cache-7/kept.txt",
        f"{DAY}/codings/anna.jsonl",
        f".copies/{DAY}/codings/anna.jsonl",
        f".copies/.{DAY}-999999999/kept.txt",
        "anna.jsonl",
        ".bp_qual-unfinished-import-999999999/kept.txt",
    ):
        (tmp_path / "precious" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "precious" / name).write_text("")
    (tmp_path / "precious" / ".bp_qual-unfinished-import-888888888").mkdir()
    return tmp_path / "precious"


def look(folder: Path) -> dict[str, object]:
    return {str(path): path.read_bytes() if path.is_file() else path.is_dir() for path in folder.rglob("*")}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in arguments])


@pytest.mark.slow
@pytest.mark.parametrize("name", PLACES)
def test_nothing_is_written_or_cleaned_where_a_folder_of_ours_is_a_link(tmp_path: Path, name: str) -> None:
    folder = make_study(tmp_path / "study")
    table = tmp_path / "table.csv"
    assert run("export", folder, "--csv", table).exit_code == 0
    there = precious(tmp_path)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).symlink_to(there / "anna.jsonl" if name.endswith("jsonl") else there)
    before = look(there)
    coder = next(csv.DictReader(table.read_text("utf-8").splitlines()))["coder"]
    keeping = (  # what they computed, in a folder of their own
        ("suggest", folder, "--letters", "--coder", "anna", "-o", tmp_path / "proposed.csv"),
        ("groups", folder, "-o", tmp_path / "groups.csv"),
    )
    commands = (
        ("import", table, folder, "--coder", f"{coder}=anna", "--all-coded"),
        ("import", table, folder, "--coder", f"{coder}=bert", "--all-coded"),
        ("sample", folder, "-n", "2", "--name", "first"),
        *(keeping if name == ".suggest" else ()),
        ("restore", folder, "--day", DAY),
        ("check", folder),
    )
    for command in commands:
        done = run(*command)
        assert done.exit_code in (0, 1, 2), done.output
        assert "Traceback" not in done.output
        assert done.exception is None or isinstance(done.exception, SystemExit), (command, done.exception)
        assert look(there) == before, command
    assert (folder / name).is_symlink()


@pytest.mark.parametrize("place", ["codings", "codings/.copies"])
def test_no_copy_is_kept_or_read_through_a_link(tmp_path: Path, place: str) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "codings").mkdir() if place != "codings" else None
    (folder / place).symlink_to(there := precious(tmp_path))
    before = look(there)
    with pytest.warns(match="is a link, and nothing is written through it"):
        assert keep_daily_copy(read_study(folder), empty=True) is None
    assert (copied_days(folder), look(there)) == ((), before)


def test_of_a_folder_of_copies_only_what_we_named_goes(tmp_path: Path) -> None:
    (tmp_path / "anna.jsonl").write_text("{}")
    place = tmp_path / "codings" / ".copies"
    mine = (".config-old", f".{DAY}-old", ".cache-7", ".replaced-1", "0000 by hand", "my copy 2099-01-01")
    ours = (f".{DAY}-999999999", ".replaced 2026-01-01 10-00-00-999999999", ".replaced 2026-01-01 10-00-00 2-999999999")
    for name in (*mine, *ours):
        (place / name).mkdir(parents=True)
        (place / name / "kept.txt").write_text("")
    (place / f".{DAY}-999999998").symlink_to(tmp_path)
    for number in range(1, 13):
        keep_copy(place, [tmp_path / "anna.jsonl"], root=tmp_path, day=f"2026-01-{number:02}")
    left = {path.name for path in place.iterdir()}
    assert left == {*mine, f".{DAY}-999999998", *(f"2026-01-{number:02}" for number in range(3, 13))}
    assert all((place / name / "kept.txt").is_file() for name in mine)


class Killed(BaseException):
    """A process that is killed cleans nothing up."""


def every_step(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Let whatever is made, renamed or removed below a folder of copies fail from a step on, as if killed there."""
    done = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def act(*arguments: Any, **others: Any) -> Any:
            nonlocal done
            done += 1
            if done >= step:
                raise Killed
            return real(*arguments, **others)

        return act

    for name in ("mkdir", "rename", "replace", "unlink", "rmdir", "open", "link", "fsync"):
        monkeypatch.setattr(os, name, counted(getattr(os, name)))


@pytest.mark.slow
@pytest.mark.parametrize("oldest", ["2026-01-01", "2025-12-31 (2026-03-01)"])
def test_a_copy_of_which_making_or_removing_was_cut_short_is_never_taken_for_one(tmp_path: Path, oldest: str) -> None:
    names = ("anna.jsonl", "bert.jsonl", "codebook.yaml")
    steps = 0
    for step in itertools.count(1):
        root = tmp_path / str(step)
        place = root / "codings" / ".copies"
        for day in (oldest, *(f"2026-01-{number:02}" for number in range(2, 11))):
            (place / day).mkdir(parents=True)
            for name in names:
                (place / day / name).write_text(name)
                (root / name).write_text(name)
        files = [root / name for name in names]
        with pytest.MonkeyPatch.context() as monkeypatch:
            every_step(monkeypatch, step)
            with contextlib.suppress(Killed):
                keep_copy(place, files, root=root, day="2026-01-11")
                steps = step
        for day in list_copies(place):
            assert sorted(path.name for path in (place / day).iterdir()) == [*names], (step, day)
        if steps:
            break
        for day in ("2026-01-11", "2026-01-12"):
            keep_copy(place, files, root=root, day=day)
        assert sorted(path.name for path in place.iterdir()) == [f"2026-01-{n:02}" for n in range(3, 13)], step
    assert steps > 20


def test_a_copy_is_not_put_back_through_a_link(tmp_path: Path) -> None:
    folder, there = make_study(tmp_path / "study"), precious(tmp_path)
    (folder / "away").symlink_to(there)
    copy = folder / "codings" / ".copies" / DAY
    for name in ("away/mine.txt", "away/new.txt", "codings/anna.jsonl"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("of another")
    before = look(there)
    done = run("restore", folder, "--day", DAY)
    assert (done.exit_code, "away" in done.output) == (1, True), done.output
    assert look(there) == before
    assert not (folder / "codings" / "anna.jsonl").exists()


def test_a_lock_that_is_a_link_is_not_opened(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (mine := tmp_path / "mine.txt").write_text("mine")
    (folder / "codings").mkdir()
    for name in ("anna", "agreed"):
        for ending in ("lock", "deciding.lock"):
            (folder / "codings" / f".{name}.jsonl.{ending}").symlink_to(mine)
    with pytest.raises(StoreError, match="anna.jsonl"):
        CoderLog(folder, "anna").append([Event("e1", "memo", note="x")])
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("name", ["codings", "codings/agreed.jsonl"])
def test_nothing_is_settled_through_a_link(tmp_path: Path, name: str) -> None:
    folder, there = make_study(tmp_path / "study"), precious(tmp_path)
    study = read_study(folder)
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(there if name == "codings" else there / "agreed.jsonl")
    before = look(there)
    with pytest.raises(StoreError, match="nothing is written through it"):
        save_decisions(study, (), corpus, book, [])
    assert look(there) == before


def test_the_page_on_privacy_names_every_command_that_keeps_vectors() -> None:
    source = Path(bp_qual.__file__).parent / "cli"
    keeping = {path.name for path in source.glob("*.py") if "sentence_vectors import KEPT" in path.read_text("utf-8")}
    commands = {"suggest_command.py": "suggest", "groups_command.py": "groups", "validation_commands.py": "sample"}
    assert keeping == {*commands}
    page = (Path(__file__).parents[1] / "docs" / "privacy.md").read_text("utf-8")
    row = next(line for line in page.splitlines() if line.startswith("|") and "`.suggest`" in line)
    assert not [word for word in commands.values() if word not in row.split("|")[1]]


def test_no_sample_and_no_coding_is_written_through_a_link(tmp_path: Path) -> None:
    folder, there = make_study(tmp_path / "study"), precious(tmp_path)
    study = read_study(folder)
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    drawn = draw_sample(corpus, apply_codebook(book, corpus), book, n=2)
    for name in ("codings", "samples"):
        (folder / name).symlink_to(there)
    before = look(there)
    with pytest.raises(StoreError, match="nothing is written through it"):
        write_sample(study, "first", drawn)
    with pytest.raises(StoreError, match="nothing is written through it"):
        CoderLog(folder, "carla").append([Event("e1", "memo", note="x")])
    with marked_unfinished("import") as mark:
        mark(folder / "codings")
        assert look(there) == before
    assert look(there) == before
