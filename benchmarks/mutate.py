"""Mutation run: make one small mistake at a time in the code and see whether the tests of its room notice.

python benchmarks/mutate.py                          # all rooms, 30 mistakes each
python benchmarks/mutate.py statistics -n 60 --seed 2
python benchmarks/mutate.py readers --only subtitles.py

The test files that import a room are run once each, with what lines they run; a mistake is then tried on the files
that run its statement, the quickest first, with five times their measured processor time as the limit. A file that
takes more than `--longest` of it is left out, so the score is a lower bound.

A mistake that no test notices is printed with its line. Some change nothing that anybody could see (a limit that no
input reaches, a branch that only saves time): read each one, and write a test for the others. What was found last is
in CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest
from coverage import CoverageData

ROOT = Path(__file__).parents[1]
PACKAGE = Path("src/bp_qual")
REACHED_THROUGH = {  # tests that meet a room only through the rooms above it
    "statistics": ("test_statistics_*.py",),
    "matching": ("test_matching*.py", "test_language.py", "test_explain.py", "test_gold.py", "test_speech.py"),
    "coding": ("test_what_counts.py", "test_by_hand_study.py"),
    "transcripts": ("test_readers_neighbours.py", "test_same_talk.py", "test_slips.py"),
    "readers": ("test_readers*.py", "test_formats_agree.py"),
}
TOO_SLOW = ("test_page_browser.py", "test_page_views_browser.py", "test_matching_speed.py")  # a browser, a stopwatch
OPPOSITE: dict[type, type] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake: the module, the line and its statement, what was written and what stands there now, the source."""

    module: Path
    line: int
    statement: range
    before: str
    after: str
    source: str


def changed(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the mistakes that can be made in one node, each as a new node."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in OPPOSITE:
            yield _with(node, ops=[OPPOSITE[type(operator)]()])
        case ast.BoolOp():
            yield _with(node, op=OPPOSITE[type(node.op)]())
            yield from (
                _with(node, values=node.values[:i] + node.values[i + 1 :])
                for i in range(len(node.values))
                if len(node.values) > 1
            )
        case ast.BinOp(op=operator) if type(operator) in OPPOSITE and not _is_text(node):
            yield _with(node, op=OPPOSITE[type(operator)]())
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield ast.Constant(node.value + 1)
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.If() | ast.comprehension(ifs=[_, *_]):
            yield from _without_condition(node)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _without_condition(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.comprehension):
        yield _with(node, ifs=node.ifs[1:])
    elif isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test):
        yield _with(node, test=ast.Constant(value=False))


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr | ast.List | ast.Tuple) or _is_string(side) for side in (node.left, node.right)
    )


def _is_string(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def find_places(tree: ast.Module) -> Iterator[tuple[ast.AST, str, int | None, int]]:
    """Yield each piece of code inside a function as (parent, field, index, line)."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    nested = {id(inner) for node in functions for inner in ast.walk(node) if inner is not node}
    for function in (node for node in functions if id(node) not in nested):
        for parent in _code_of(function):
            for field, index, child in _children(parent):
                yield parent, field, index, getattr(child, "lineno", getattr(parent, "lineno", function.lineno))


def _code_of(node: ast.AST) -> Iterator[ast.AST]:
    """Walk over a function without its types and the errors it raises."""
    yield node
    for _, _, child in _children(node):
        if not isinstance(child, ast.Raise):
            yield from _code_of(child)


def _children(node: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns", "decorator_list") and not _is_strict(node):
            for index, child in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(child, ast.AST):
                    yield field, index if isinstance(value, list) else None, child


def _is_strict(node: ast.AST) -> bool:
    """Return whether this is `zip(..., strict=True)`, which only ever stops a programmer."""
    return isinstance(node, ast.keyword) and node.arg == "strict"


def find_mutants(module: Path, source: str) -> list[Mutant]:
    """Return every mistake that can be made in a module."""
    tree, mutants = ast.parse(source), []
    for parent, field, index, line in find_places(tree):
        held = getattr(parent, field)
        child = held if index is None else held[index]
        for new in changed(child):
            _put(parent, field, index, new)
            whole = ast.unparse(ast.fix_missing_locations(tree))
            _put(parent, field, index, child)
            mutants.append(Mutant(module, line, _statement(tree, line), _short(child), _short(new), whole))
    return mutants


def _statement(tree: ast.Module, line: int) -> range:
    """Return the lines of the innermost statement that holds a line."""
    spans = [(node.lineno, node.end_lineno or node.lineno) for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    first, last = min((span for span in spans if span[0] <= line <= span[1]), key=lambda span: span[1] - span[0])
    return range(first, last + 1)


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def _short(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(node)).strip().split("\n")[0][:90]


def rooms_of_public_names() -> dict[str, str]:
    """Return in which room each public name of the package is."""
    lines = ast.parse((ROOT / PACKAGE / "__init__.pyi").read_text("utf-8")).body
    imports = [node for node in lines if isinstance(node, ast.ImportFrom) and node.module]
    return {alias.name: str(node.module).split(".")[1] for node in imports for alias in node.names}


def imports_room(path: Path, room: str, owners: dict[str, str]) -> bool:
    """Return whether a test file takes something from a room, by its path or by a public name."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    for node in (node for node in nodes if isinstance(node, ast.ImportFrom) and node.module):
        names = {owners.get(alias.name, alias.name) for alias in node.names}
        if str(node.module).startswith(f"bp_qual.{room}") or (node.module == "bp_qual" and room in names):
            return True
    return False


def find_tests(room: str) -> list[Path]:
    """Return the test files that import a room, and those that are known to reach it through another."""
    owners, files = rooms_of_public_names(), sorted((ROOT / "tests").glob("test_*.py"))
    reached = {path for pattern in REACHED_THROUGH[room] for path in (ROOT / "tests").glob(pattern)}
    return [
        path for path in files if (path in reached or imports_room(path, room, owners)) and path.name not in TOO_SLOW
    ]


@dataclass(frozen=True, slots=True)
class Coverage:
    """A test file, how long it took unharmed, and the lines of the room that it ran, by module."""

    test: Path
    seconds: float
    lines: dict[Path, frozenset[int]]

    def runs(self, mutant: Mutant) -> bool:
        """Return whether this file runs a line of the statement that holds the mistake."""
        return bool(self.lines.get(mutant.module, frozenset()) & set(mutant.statement))


def measure(folder: Path, room: str, tests: list[Path], longest: float) -> list[Coverage]:
    """Run each test file by itself (what one has cached must not hide what another runs), the quickest first."""
    measured = []
    modules = list((folder / PACKAGE / room).rglob("*.py"))
    for test in tests:
        data = folder / f".coverage.{test.stem}"
        passed, seconds = run_tests(folder, [str(test)], longest, data)
        if seconds >= longest:
            print(f"  (left out, too slow: {test.name})", flush=True)
            continue
        if not passed:
            raise SystemExit(f"{room}: {test.name} fails before anything was changed")
        run = CoverageData(basename=str(data))
        run.read()
        lines = {path: frozenset(run.lines(str(path)) or ()) for path in modules}
        measured.append(Coverage(test, seconds, lines))
        print(f"  ({seconds:.0f} s  {test.name})", file=sys.stderr, flush=True)
    return sorted(measured, key=lambda each: each.seconds)


def run_tests(folder: Path, paths: list[str], limit: float, data: Path | None = None) -> tuple[bool, float]:
    """Run tests until the first that fails; return whether all passed, and how much processor time it took.

    In a copy of this process, in which the libraries are loaded already. Processor time, for on a busy machine the
    clock tells what the others do.
    """
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
        os._exit(_run_here(folder, paths, data))
    _, status, used = os.wait4(child, 0)
    seconds = used.ru_utime + used.ru_stime
    return status == 0 and seconds < limit, seconds


def _run_here(folder: Path, paths: list[str], data: Path | None) -> int:
    """Run tests in this process on the copy in a folder; with a file for it, keep which lines were run."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.chdir(folder)
    sys.path.insert(0, str(folder / "src"))
    sys.dont_write_bytecode = True
    os.environ |= {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    measuring = coverage.Coverage(data_file=str(data), source=[str(folder / PACKAGE)]) if data else None
    if measuring:
        measuring.start()
    outcome = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), *paths])
    if measuring:
        measuring.stop()
        measuring.save()
    return int(outcome)


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


def score_room(room: str, number: int, seed: int, only: str, longest: float) -> tuple[int, int]:
    """Print the mistakes in a room that its tests do not notice; return how many were noticed, of how many."""
    with tempfile.TemporaryDirectory(prefix="mutate-") as name:
        folder = Path(name)
        copy_tree(folder)
        measured = measure(folder, room, [folder / "tests" / path.name for path in find_tests(room)], longest)
        modules = [path for path in sorted((folder / PACKAGE / room).rglob("*.py")) if only in path.name]
        mutants = [mutant for path in modules for mutant in find_mutants(path, path.read_text("utf-8"))]
        drawn = random.Random(seed).sample(mutants, min(number, len(mutants)))
        survivors = [mutant for mutant in drawn if survives(folder, mutant, measured)]
    noticed = len(drawn) - len(survivors)
    print(f"{room}: {noticed} of {len(drawn)} noticed ({len(mutants):,} possible; seed {seed})", flush=True)
    return noticed, len(drawn)


def survives(folder: Path, mutant: Mutant, measured: list[Coverage]) -> bool:
    """Return whether all tests that run the statement pass with the mistake in it; print it where they do."""
    running = [each for each in measured if each.runs(mutant)]
    limit = 5 * sum(each.seconds for each in running) + 30
    original = mutant.module.read_text("utf-8")
    mutant.module.write_text(mutant.source, "utf-8")
    survived, _ = run_tests(folder, [str(mutant.module), *(str(each.test) for each in running)], limit)
    mutant.module.write_text(original, "utf-8")
    print("." if survived else "x", end="", file=sys.stderr, flush=True)
    if survived:
        where = f"{mutant.module.relative_to(folder / PACKAGE)}:{mutant.line}"
        print(f"  {where}  {mutant.before}  ->  {mutant.after}  ({len(running)} files run it)", flush=True)
    return survived


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("rooms", nargs="*", choices=[*REACHED_THROUGH, []], help="rooms (default: all)")
    parser.add_argument("-n", type=int, default=30, help="mistakes drawn in each room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=60, help="seconds of processor time a test file may take")
    parser.add_argument("--only", default="", help="modules whose name holds this")
    asked = parser.parse_args()
    load_libraries()
    scores = [
        score_room(room, asked.n, asked.seed, asked.only, asked.longest) for room in asked.rooms or REACHED_THROUGH
    ]
    print(f"together: {sum(noticed for noticed, _ in scores)} of {sum(total for _, total in scores)} noticed")
