"""Mutation run: make one small mistake at a time in the code and see whether the tests notice.

python benchmarks/mutate.py                          # all rooms, 30 mistakes each
python benchmarks/mutate.py statistics -n 60 --seed 2
python benchmarks/mutate.py readers --only subtitles.py

First every test and example is run once, unharmed, with which lines it runs (half an hour of processor time;
`--measured FILE` keeps that for the next rooms of the same commit). A mistake is then tried on the tests that run its
statement, the quickest first; where none fails, on the whole files that hold them, for what one test has made another
may look at. `--most` is how many seconds of processor time each of the two may take as measured; tests beyond it are
not tried, so the score is a lower bound.

A mistake that no test notices is printed with its line. Some change nothing that anybody could see (a limit that no
input reaches, a branch that only saves time): read each one, and write a test for the others. What was found last is
in CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest
from coverage import CoverageData
from mistakes import Mutant, find_mutants

ROOT = Path(__file__).parents[1]
PACKAGE = Path("src/bp_qual")
ROOMS = ("statistics", "matching", "coding", "transcripts", "readers")
TOO_SLOW = ("test_page_browser.py", "test_page_views_browser.py", "test_matching_speed.py")  # a browser, a stopwatch
LONGEST = 600  # seconds of processor time that one file may take to be measured


@dataclass(frozen=True, slots=True)
class Measured:
    """How many seconds each test took, and which tests ran a line of which module."""

    seconds: dict[str, float]
    lines: dict[str, dict[int, list[str]]]

    def tests_of(self, mutant: Mutant) -> list[str]:
        """Return the tests that run a line of the statement that holds a mistake, the quickest first."""
        lines = self.lines.get(str(mutant.module), {})
        tests = {test for line in mutant.statement for test in lines.get(line, ())}
        return sorted(tests & set(self.seconds), key=lambda test: (self.seconds[test], test))

    def files_of(self, tests: Iterable[str]) -> dict[str, float]:
        """Return the files that hold tests, with the seconds of all their tests."""
        files = {test.split("::")[0]: 0.0 for test in tests}
        for test, seconds in self.seconds.items():
            if test.split("::")[0] in files:
                files[test.split("::")[0]] += seconds
        return files

    def save(self, path: Path) -> None:
        """Keep what was measured, with numbers for tests: each runs thousands of lines."""
        numbers = {test: number for number, test in enumerate(self.seconds)}
        lines = {
            module: {line: [numbers[test] for test in tests if test in numbers] for line, tests in by.items()}
            for module, by in self.lines.items()
        }
        path.write_text(json.dumps({"seconds": self.seconds, "lines": lines}), "utf-8")


def read_measured(path: Path) -> Measured:
    """Read what was measured before."""
    kept = json.loads(path.read_text("utf-8"))
    tests = list(kept["seconds"])
    lines = {
        module: {int(line): [tests[number] for number in numbers] for line, numbers in by.items()}
        for module, by in kept["lines"].items()
    }
    return Measured(kept["seconds"], lines)


class TestWatch:
    """A pytest plugin that tells coverage which test runs, and keeps how long each took and which passed."""

    def __init__(self, measuring: coverage.Coverage) -> None:
        self.measuring, self.seconds, self.failed = measuring, dict[str, float](), set[str]()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure one test with what is set up for it."""
        self.measuring.switch_context(item.nodeid)
        begun = time.process_time()
        outcome = yield
        self.seconds[item.nodeid] = time.process_time() - begun
        if sum(self.seconds.values()) > LONGEST:
            item.session.shouldstop = "long enough"
        return outcome

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep which tests fail unharmed: a stopwatch, where every line is counted."""
        if not report.passed:
            self.failed.add(report.nodeid)


def measure(folder: Path, jobs: int) -> Measured:
    """Run every test file and the examples of every room by itself, some at once."""
    rooms = sorted(path.parent.relative_to(folder) for path in (folder / PACKAGE).glob("*/__init__.py"))
    files = [path.relative_to(folder) for path in sorted((folder / "tests").glob("test_*.py"))]
    todo = [str(path) for path in (*files, *rooms) if path.name not in TOO_SLOW][::-1]
    seconds: dict[str, float] = {}
    lines: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    running: dict[int, Path] = {}
    while todo or running:
        while todo and len(running) < jobs:
            name = todo.pop()
            kept = folder / f".measured-{name.replace('/', '-')}"
            running[_fork(lambda name=name, kept=kept: _measure_here(folder, name, kept), 2 * LONGEST)] = kept
        child, status = os.wait()
        kept = running.pop(child)
        print("." if status == 0 else f"({kept.name} broke off)", end="", file=sys.stderr, flush=True)
        if status == 0:
            seconds |= json.loads(kept.read_text("utf-8"))
            _add_lines(lines, CoverageData(basename=f"{kept}.coverage"), folder)
    return Measured(seconds, {module: dict(by) for module, by in lines.items()})


def _add_lines(lines: dict[str, dict[int, list[str]]], data: CoverageData, folder: Path) -> None:
    data.read()
    for module in data.measured_files():
        for line, tests in data.contexts_by_lineno(module).items():
            lines[str(Path(module).relative_to(folder))][line] += filter(None, tests)


def _measure_here(folder: Path, name: str, kept: Path) -> int:
    measuring = coverage.Coverage(data_file=f"{kept}.coverage", source=[str(folder / PACKAGE)])
    measuring.start()
    watch = TestWatch(measuring)
    _run_pytest(folder, [name], watch)
    measuring.stop()
    measuring.save()
    kept.write_text(
        json.dumps({test: took for test, took in watch.seconds.items() if test not in watch.failed}), "utf-8"
    )
    return 0


def run_tests(folder: Path, names: list[str], limit: float) -> bool:
    """Run tests until the first that fails; return whether all passed within the limit of processor time.

    In a copy of this process, in which the libraries are loaded already. Processor time, for on a busy machine the
    clock tells what the others do.
    """
    _, status = os.waitpid(_fork(lambda: _run_pytest(folder, ["-x", *names]), limit), 0)
    return status == 0


def _fork(work: Callable[[], int], limit: float) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
        try:
            os._exit(int(work()))
        except BaseException:
            os._exit(1)  # a copy of this process must not go on as if it were the first
    return child


def _run_pytest(folder: Path, arguments: list[str], *plugins: object) -> int:
    """Run pytest in this process on the copy in a folder, in silence."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.chdir(folder)
    sys.path.insert(0, str(folder / "src"))
    sys.dont_write_bytecode = True
    os.environ |= {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return int(pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", str(folder), *arguments], plugins=plugins))


def load_libraries() -> None:
    """Load what takes long to import, once; nothing of bp_qual, which is another in every run."""
    for name in ("altair", "docx", "lemminflect", "openpyxl", "pandas", "scipy.stats", "simplemma", "spacy"):
        importlib.import_module(name)


def copy_tree(folder: Path) -> None:
    """Copy what git knows of the repository, so that nothing of the working tree is touched."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)


def score_room(folder: Path, room: str, measured: Measured, asked: argparse.Namespace) -> tuple[int, int]:
    """Print the mistakes in a room that no test notices; return how many were noticed, of how many."""
    modules = [path.relative_to(folder) for path in sorted((folder / PACKAGE / room).rglob("*.py"))]
    named = [module for module in modules if asked.only in module.name]
    mutants = [mutant for module in named for mutant in find_mutants(module, (folder / module).read_text("utf-8"))]
    drawn = random.Random(asked.seed).sample(mutants, min(asked.n, len(mutants)))
    survivors = [mutant for mutant in drawn if survives(folder, mutant, measured, asked.most)]
    noticed = len(drawn) - len(survivors)
    print(f"{room}: {noticed} of {len(drawn)} noticed ({len(mutants):,} possible; seed {asked.seed})", flush=True)
    return noticed, len(drawn)


def survives(folder: Path, mutant: Mutant, measured: Measured, most: float) -> bool:
    """Return whether all tests that run the statement pass with the mistake in it; print it where they do."""
    tests = measured.tests_of(mutant)
    files = measured.files_of(tests)
    tries = [
        _within({test: measured.seconds[test] for test in tests}, most),
        _within(dict(sorted(files.items(), key=lambda file: file[1])), most),
    ]
    module = folder / mutant.module
    original = module.read_text("utf-8")
    module.write_text(mutant.source, "utf-8")
    survived = all(run_tests(folder, list(names), 5 * sum(names.values()) + 60) for names in tries if names)
    module.write_text(original, "utf-8")
    print("." if survived else "x", end="", file=sys.stderr, flush=True)
    if survived:
        where = f"{mutant.module.relative_to(PACKAGE)}:{mutant.line}"
        tried = f"{len(tries[0])} of {len(tests)} tests, {len(tries[1])} of {len(files)} files tried"
        print(f"  {where}  {mutant.before}  ->  {mutant.after}  ({tried})", flush=True)
    return survived


def _within(seconds: dict[str, float], most: float) -> dict[str, float]:
    """Keep the first that together take no longer than this."""
    kept, used = {}, 0.0
    for name, took in seconds.items():
        used += took
        if used > most:
            break
        kept[name] = took
    return kept


def score(asked: argparse.Namespace) -> None:
    """Measure the tests, or read what was measured; then try the mistakes of every room asked for."""
    with tempfile.TemporaryDirectory(prefix="mutate-") as name:
        folder = Path(name).resolve()
        copy_tree(folder)
        if asked.measured and asked.measured.exists():
            measured = read_measured(asked.measured)
        else:
            measured = measure(folder, asked.jobs)
            if asked.measured:
                measured.save(asked.measured)
        scores = [score_room(folder, room, measured, asked) for room in asked.rooms or ROOMS]
    print(f"together: {sum(noticed for noticed, _ in scores)} of {sum(total for _, total in scores)} noticed")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("rooms", nargs="*", choices=[*ROOMS, []], help="rooms (default: all)")
    parser.add_argument("-n", type=int, default=30, help="mistakes drawn in each room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=120, help="seconds of processor time for one mistake")
    parser.add_argument("--only", default="", help="modules whose name holds this")
    parser.add_argument("--measured", type=Path, help="where to keep which test runs what, and to read it again")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="files measured at once")
    load_libraries()
    score(parser.parse_args())
