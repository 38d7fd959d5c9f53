"""The statistics know arrays, and nothing of tables, interviews or files."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import bp_qual.statistics

MODULES = sorted(Path(bp_qual.statistics.__file__).parent.glob("*.py"))
ALLOWED = {"__future__", "collections", "dataclasses", "itertools", "math", "numpy", "scipy"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_statistics_module_imports_numbers_only(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    outside = {name for name in names if name.split(".")[0] not in ALLOWED}
    assert all(name.startswith("bp_qual.statistics") for name in outside)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_scipy_is_loaded_only_where_it_is_needed(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert not [
        node for node in tree.body if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scipy")
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_statistics_module_loads_the_large_part_of_scipy(module: Path) -> None:
    """`scipy.stats` takes longer to load than a comparison takes; `scipy.special` has all that is needed."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    loaded = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [name for name in loaded if name.startswith("scipy") and name != "scipy.special"]
