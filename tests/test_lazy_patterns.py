"""Regular expressions are compiled when they are first used, and are then like any other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from bp_qual.lazy_patterns import _Pattern, lazy_pattern
from bp_qual.readers.swallowed import _plain

SOURCE = Path(__file__).parents[1] / "src" / "bp_qual"


@pytest.mark.parametrize(("flags", "found"), [(0, ["ab"]), (re.IGNORECASE, ["ab", "AB"])])
def test_a_late_pattern_finds_what_a_compiled_one_does(flags: int, found: list[str]) -> None:
    late = lazy_pattern("ab", flags)
    assert late.findall("ab AB") == found == re.compile("ab", flags).findall("ab AB")
    assert (late.pattern, late.sub("x", "ab")) == ("ab", "x")
    assert lazy_pattern(rb"\d").findall(b"a1") == [b"1"]


def test_nothing_is_compiled_before_it_is_used_and_then_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_it = re.compile
    monkeypatch.setattr(re, "compile", lambda *asked: (compiled.append(str(asked[0])), compile_it(*asked))[1])
    late = lazy_pattern("never before [x]")
    assert compiled == []
    assert [bool(late.search(text)) for text in ("never before x", "y", "z")] == [True, False, False]
    assert compiled == ["never before [x]"]


def compiled_at_import(source: str) -> list[int]:
    """Return the lines on which a module compiles a pattern as it is loaded."""
    outside = [node for node in ast.parse(source).body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return [
        call.lineno
        for node in outside
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile"
    ]


def test_no_module_compiles_a_pattern_as_it_is_loaded() -> None:
    """Most commands need few of the hundreds there are; `bp_qual.lazy_patterns` compiles each when it is first used."""
    early = {
        str(path.relative_to(SOURCE)): compiled_at_import(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")
    }
    assert {name: lines for name, lines in early.items() if lines} == {}
    assert compiled_at_import("import re\nA = re.compile('a')\ndef f():\n    return re.compile('b')\n") == [2]


def repeated_groups(pattern: object) -> Iterator[object]:
    """Return what is within each group of a parsed pattern that is repeated and gives nothing back, as in `(?:a)*+`."""
    if not isinstance(pattern, list | tuple | re._parser.SubPattern):
        return
    for part in pattern:
        if isinstance(part, tuple) and part[0] is re._constants.POSSESSIVE_REPEAT:
            yield part[1][2]
        yield from repeated_groups(part)


def test_a_group_that_gives_nothing_back_is_atomic_as_python_before_3_11_5_needs() -> None:
    """What fails within such a group leaves the place behind it there: `(?:ab?c)?+` takes the a of "ax" (gh-106052)."""
    behind_group = re.compile(r"[)}](?:[?*+]|\{\{?\d*,?\d*\}\}?)\+")
    paths = [path for path in sorted(SOURCE.rglob("*.py")) if behind_group.search(path.read_text("utf-8"))]
    modules = [import_module(f"bp_qual.{'.'.join(path.relative_to(SOURCE).with_suffix('').parts)}") for path in paths]
    patterns = [value for module in modules for value in vars(module).values() if isinstance(value, _Pattern)]
    assert len(patterns) > 20
    for source, flags in [*((late._source, late._flags) for late in patterns), (_plain().pattern, 0)]:
        for within in repeated_groups(re._parser.parse(source, flags)):
            assert [part[0] for part in within] == [re._constants.ATOMIC_GROUP] or within.getwidth() == (1, 1), source
