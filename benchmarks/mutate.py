"""Mutation run: make one small mistake at a time in the code and see whether the tests of its room notice.

python benchmarks/mutate.py                          # all rooms, 30 mistakes each
python benchmarks/mutate.py statistics -n 60 --seed 2
python benchmarks/mutate.py readers --only subtitles.py

A mistake that no test notices is printed with its line. Some change nothing that anybody could see (a limit that no
input reaches, a branch that only saves time): read each one, and write a test for the others. What was found last is
in CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = Path("src/bp_qual")
TESTS = {
    "statistics": ("test_statistics_*.py",),
    "matching": (
        "test_matching.py",
        "test_matching_verbs.py",
        "test_language*.py",
        "test_word_reading.py",
        "test_coding.py",
        "test_explain.py",
        "test_gold.py",
    ),
    "coding": ("test_coding.py", "test_explain.py", "test_laws.py", "test_read_back.py", "test_word_reading.py"),
    "transcripts": (
        "test_transcripts.py",
        "test_speech.py",
        "test_speakers*.py",
        "test_wave_order.py",
        "test_readers_neighbours.py",
        "test_readers_corpus.py",
    ),
    "readers": ("test_readers*.py", "test_formats_agree.py", "test_hostile_files.py"),
}
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
    """One mistake: the module, the line, what was written there and what stands there now, and the whole source."""

    module: Path
    line: int
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
            mutants.append(Mutant(module, line, _short(child), _short(new), whole))
    return mutants


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def _short(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(node)).strip().split("\n")[0][:90]


def run_tests(folder: Path, paths: list[str], limit: float) -> tuple[bool, float]:
    """Run tests until the first that fails; return whether all passed, and how long it took."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *paths]
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    start = time.monotonic()
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return False, time.monotonic() - start
    return done.returncode == 0, time.monotonic() - start


def copy_tree(folder: Path) -> None:
    """Copy what git knows of the repository, so that nothing of the working tree is touched."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)


def score_room(room: str, number: int, seed: int, only: str) -> tuple[int, int]:
    """Print the mistakes in a room that its tests do not notice; return how many were noticed, of how many."""
    with tempfile.TemporaryDirectory(prefix="mutate-") as name:
        folder = Path(name)
        copy_tree(folder)
        modules = [path for path in sorted((folder / PACKAGE / room).rglob("*.py")) if only in path.name]
        tests = [str(path) for pattern in TESTS[room] for path in sorted((folder / "tests").glob(pattern))]
        passed, seconds = run_tests(folder, [str(folder / PACKAGE / room), *tests], 600)
        if not passed:
            raise SystemExit(f"{room}: the tests fail before anything was changed")
        mutants = [mutant for path in modules for mutant in find_mutants(path, path.read_text("utf-8"))]
        drawn = random.Random(seed).sample(mutants, min(number, len(mutants)))
        survivors = []
        for mutant in drawn:
            original = mutant.module.read_text("utf-8")
            mutant.module.write_text(mutant.source, "utf-8")
            survived, _ = run_tests(folder, [str(mutant.module), *tests], 3 * seconds + 20)
            mutant.module.write_text(original, "utf-8")
            if survived:
                survivors.append(mutant)
                where = mutant.module.relative_to(folder / PACKAGE)
                print(f"  {where}:{mutant.line}  {mutant.before}  ->  {mutant.after}", flush=True)
    noticed = len(drawn) - len(survivors)
    print(f"{room}: {noticed} of {len(drawn)} noticed ({len(mutants):,} possible; seed {seed})", flush=True)
    return noticed, len(drawn)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("rooms", nargs="*", choices=[*TESTS, []], help="rooms (default: all)")
    parser.add_argument("-n", type=int, default=30, help="mistakes drawn in each room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="modules whose name holds this")
    asked = parser.parse_args()
    scores = [score_room(room, asked.n, asked.seed, asked.only) for room in asked.rooms or TESTS]
    print(f"together: {sum(noticed for noticed, _ in scores)} of {sum(total for _, total in scores)} noticed")
