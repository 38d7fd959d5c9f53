"""Work in several processes gives what one process gives, loses nothing, and ends when it is told to."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, processes, read_codebook, read_corpus
from bp_qual.cli import main
from bp_qual.errors import TranscriptError
from bp_qual.files import guarded_run
from bp_qual.processes import PAYS, count_workers, map_in_order, run_command
from bp_qual.study import read_study
from bp_qual.transcripts import Corpus
from reader_samples import make_pdf

SAMPLE = Path(__file__).parents[1] / "transcripts_sample"
TALK = "I: Hoe gaat het?\n\nR: Wij werken al jaren samen.\n"


def double(number: int) -> int:
    return 2 * number


def die_of(number: int, task: int) -> int:
    """End the process that a task is done in without a word, as the system does where memory runs out."""
    if task == number and multiprocessing.parent_process() is not None:
        os._exit(9)
    return 2 * task


def sleep_long(task: int) -> int:
    time.sleep(0 if task == 0 else 60)
    return task


def ends_at_once(_: int) -> bool:
    """Return whether Ctrl-C ends this process without a word."""
    return signal.getsignal(signal.SIGINT) is signal.SIG_DFL


@pytest.fixture
def study(tmp_path: Path) -> Path:
    for number in range(5):
        for wave in (2010, 2020):
            (tmp_path / f"P{number:02}_{wave}.txt").write_text(TALK * (number + 1), encoding="utf-8")
    return tmp_path


def test_several_processes_read_the_same_corpus(study: Path) -> None:
    described = read_study(study)
    assert read_corpus(described, workers=2) == read_corpus(described)


@pytest.mark.slow
def test_several_processes_find_the_same_codings(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = read_corpus(SAMPLE)
    book = read_codebook(next((SAMPLE.parent / "codebooks").glob("*.yaml")))
    monkeypatch.setattr("bp_qual.coding.codings._PART", 20_000)
    one = apply_codebook(book, corpus)
    assert len(one) > 0
    assert apply_codebook(book, corpus, workers=2).equals(one)


@pytest.mark.slow
def test_interviews_of_two_languages_are_coded_by_several_processes_as_by_one(study: Path) -> None:
    corpus = read_corpus(study)
    talk = tuple(
        replace(t, language=language) for t, language in zip(corpus.transcripts, ["nl", "en"] * 5, strict=True)
    )
    mixed = Corpus(talk, corpus.persons, corpus.waves)
    book = read_codebook(next((SAMPLE.parent / "codebooks").glob("*.yaml")))
    assert apply_codebook(book, mixed, workers=2).equals(apply_codebook(book, mixed))


@pytest.mark.slow
def test_what_cannot_be_read_is_told_by_several_processes_as_by_one(study: Path) -> None:
    (study / "P02_2020.docx").write_bytes(b"PK\x03\x04 no such thing")
    (study / "P02_2020.txt").unlink()
    said = []
    for workers in (1, 2):
        with pytest.raises(TranscriptError) as caught:
            read_corpus(study, workers=workers)
        said.append(str(caught.value))
        corpus = read_corpus(study, workers=workers, skip_unreadable=True)
        said[-1] += str((corpus.missing, corpus.unread))
    assert said[0] == said[1]


@pytest.mark.slow
def test_what_a_process_reads_is_guarded_like_what_this_one_reads(study: Path) -> None:
    with guarded_run() as run:
        read_corpus(study, workers=2)
    assert {path.name for path in run.read} >= {path.name for path in study.glob("*.txt")}


@pytest.mark.slow
def test_answers_come_in_the_order_of_the_tasks() -> None:
    assert list(map_in_order(double, range(40), workers=3)) == [2 * number for number in range(40)]


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 7, 19])
def test_a_process_that_is_killed_loses_nothing(number: int) -> None:
    assert list(map_in_order(partial(die_of, number), range(20), workers=2)) == [2 * task for task in range(20)]


@pytest.mark.slow
def test_ctrl_c_ends_a_process_that_was_started_without_a_word() -> None:
    assert list(map_in_order(ends_at_once, range(2), workers=2)) == [True, True]


class Taken(Sequence[int]):
    """Tasks that know how many of them were taken."""

    taken = 0

    def __len__(self) -> int:
        return 1_000

    def __getitem__(self, place: int) -> int:  # type: ignore[override]
        if place >= len(self):
            raise IndexError
        self.taken = place + 1
        return place


def test_few_tasks_are_under_way_at_once_so_that_memory_does_not_grow_with_them() -> None:
    tasks = Taken()
    answers = map_in_order(double, tasks, workers=2)
    assert next(answers) == 0
    assert tasks.taken <= 5
    answers.close()  # type: ignore[attr-defined]


@pytest.mark.slow
def test_work_that_is_given_up_ends_its_processes_at_once() -> None:
    before = set(multiprocessing.active_children())
    answers: Iterator[int] = map_in_order(sleep_long, range(4), workers=2)
    assert next(answers) == 0
    mine = set(multiprocessing.active_children()) - before
    answers.close()  # type: ignore[attr-defined]
    for _ in range(200):  # asked again: what another thread has just waited for looks alive for a moment
        if not any(child.is_alive() for child in mine):
            break
        time.sleep(0.1)
    assert mine
    assert not any(child.is_alive() for child in mine)


def test_where_no_process_can_be_started_this_one_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(38, "no semaphores here")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    assert list(map_in_order(double, range(3), workers=2)) == [0, 2, 4]


def test_a_library_call_uses_one_process_and_a_command_as_many_as_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_cores", lambda: 6)
    assert count_workers(1000) == 1
    with run_command(None):
        assert (count_workers(PAYS - 1), count_workers(PAYS + 1)) == (1, 6)
        assert count_workers(PAYS + 1, asked=2) == 2
    with run_command(3):
        assert (count_workers(0), count_workers(1000)) == (3, 3)
    assert count_workers(1000) == 1


def test_a_large_study_is_thought_to_take_longer(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def note(seconds: float, _: int | None = None) -> int:
        asked.append(seconds)
        return 1

    monkeypatch.setattr("bp_qual.study.corpus_reading.count_workers", note)
    read_corpus(study)
    (study / "P09_2010.pdf").write_bytes(make_pdf([["I: Hoe gaat het?", "R: Goed."]]))
    read_corpus(study)
    assert asked[0] < 0.1 < asked[1]


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_command_says_the_same_with_any_number_of_processes(workers: str) -> None:
    said = [CliRunner().invoke(main, ["check", str(SAMPLE), *more]) for more in ([], ["--workers", workers])]
    assert said[0].output == said[1].output
    assert said[0].exit_code == said[1].exit_code


def test_a_wrong_command_line_leaves_nothing_behind_for_what_comes_after() -> None:
    assert CliRunner().invoke(main, ["compare", str(SAMPLE), "--workers", "2", "--no-such-option"]).exit_code == 2
    assert count_workers(1000) == 1


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes as Linux lists them")
@pytest.mark.parametrize("seconds", [0, 0.2, 0.5, 1.5])  # the second process is still loading, or at work
def test_ctrl_c_ends_all_processes_without_a_traceback(tmp_path: Path, seconds: float) -> None:
    lines = [f"{'I' if n % 2 else 'R'}: Wij werken al jaren samen met de buurt en de gemeente." for n in range(45)]
    for number in range(6):
        (tmp_path / f"P{number:02}_2010.pdf").write_bytes(make_pdf([lines] * 60))
    command = [sys.executable, "-m", "bp_qual", "check", str(tmp_path), "--workers", "2"]
    chosen: dict[str, Any] = {"start_new_session": True, "preexec_fn": _heed_ctrl_c}
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True, **chosen) as run:
        for _ in range(300):
            if len(_members(run.pid)) >= 3:
                break
            time.sleep(0.05)
        time.sleep(seconds)
        os.killpg(run.pid, signal.SIGINT)
        _, said = run.communicate(timeout=60)
    assert said.strip() == "Aborted!"
    assert run.returncode == 130
    for _ in range(100):
        if not _members(run.pid):
            break
        time.sleep(0.1)
    assert not _members(run.pid)


def test_ctrl_c_while_the_program_is_being_loaded_is_one_word() -> None:
    script = """
import runpy, sys

class Interrupt:
    def find_spec(self, name, *_):
        if name == "bp_qual.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
sys.argv = ["bp-qual", "check"]
runpy.run_module("bp_qual", run_name="__main__")
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=_heed_ctrl_c)
    assert (done.returncode, done.stderr.strip()) == (130, "Aborted!")


def _heed_ctrl_c() -> None:
    """Take back that whoever runs the tests in the background has them ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _members(group: int) -> list[int]:
    """Return the processes of a group that run."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, own = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(own) == group and state != "Z":
            found.append(int(folder.name))
    return found
