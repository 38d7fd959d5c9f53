"""The statistics know arrays, and nothing of tables, interviews or files."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import bp_qual.statistics

LOADING = "special_functions"  # the one module that loads a library
MODULES = sorted(path for path in Path(bp_qual.statistics.__file__).parent.glob("*.py") if path.stem != LOADING)
ALLOWED = {"__future__", "collections", "dataclasses", "functools", "itertools", "math", "numpy"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_statistics_module_imports_numbers_only(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    outside = {name for name in names if name.split(".")[0] not in ALLOWED}
    assert all(name.startswith("bp_qual.statistics") for name in outside)


def run_alone(program: str) -> list[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.slow
def test_the_special_functions_are_those_of_scipy_before_and_after_scipy_itself_is_loaded() -> None:
    program = """
from bp_qual.statistics.special_functions import special_functions
before = special_functions()
import scipy.special, scipy.stats
import scipy.special._ufuncs as theirs
names = ("betaincinv", "fdtrc", "gammaln", "ndtr", "ndtri", "stdtr", "stdtrit")
print(all(getattr(before, name) is getattr(theirs, name) for name in names), scipy.stats.norm.cdf(0.0))
"""
    assert run_alone(program) == ["True", "0.5"]


def test_the_special_functions_load_nothing_beside_them() -> None:
    """`import scipy.special` takes all of numpy in, its compiler of Fortran too, and a tenth of a second for it."""
    program = """
import sys
from bp_qual.statistics.intervals import t_quantile
t_quantile(0.95, 7)
print(*({"numpy.f2py", "scipy._lib._array_api", "scipy.stats", "scipy.special"} & set(sys.modules)))
"""
    assert run_alone(program) == []


@pytest.mark.slow
def test_where_scipy_keeps_them_elsewhere_the_package_is_loaded_as_it_is() -> None:
    program = """
import sys
from bp_qual.statistics import special_functions as loading
loading._FUNCTIONS = "scipy.special.nothing_of_that_name"
print(loading.special_functions() is sys.modules["scipy.special"], loading.special_functions().ndtr(0.0))
"""
    assert run_alone(program) == ["True", "0.5"]
