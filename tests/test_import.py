"""What is loaded when, and that the public names are what they say."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

import bp_qual

HEAVY = (
    "pandas",
    "numpy",
    "spacy",
    "altair",
    "scipy",
    "lxml",
    "simplemma",
    "lemminflect",
    "pyarrow",
    "docx",
    "regex",
    "starlette",
    "uvicorn",
    "dask",
    "distributed",
    "fsspec",
)


def loaded_after(statement: str) -> set[str]:
    program = f"import sys, json; {statement}; print(json.dumps(sorted(sys.modules)))"
    return set(json.loads(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout))


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_after("import bp_qual") & set(HEAVY)


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    assert not loaded_after("import bp_qual.cli") & set(HEAVY)


SAMPLE = str(Path(__file__).parents[1] / "transcripts_sample")
FOR_TABLES = {"pandas", "pyarrow", "spacy", "altair", "scipy", "lemminflect"}


@pytest.mark.parametrize("command", [["explain", "Wij werken al jaren samen.", SAMPLE], ["check", SAMPLE]])
def test_a_command_without_tables_loads_nothing_that_makes_them(command: list[str]) -> None:
    told = "import io, sys; out = sys.stdout; sys.stdout = io.StringIO(); from bp_qual.cli import main"
    loaded = loaded_after(f"{told}; main({command!r}, standalone_mode=False); sys.stdout = out")
    assert not loaded & FOR_TABLES
    assert "numpy" in loaded


def test_explaining_a_sentence_loads_nothing_that_reads_transcripts() -> None:
    from_file = "from bp_qual.coding.explanation import explain; from bp_qual.codebook import parse_codebook"
    said = "explain(parse_codebook('{language: nl, codes: [{id: a, terms: [samenwerken]}]}'), 'Wij werken samen.')"
    loaded = loaded_after(f"{from_file}; {said}")
    assert not loaded & {"bp_qual.readers", "bp_qual.transcripts.speakers", "bp_qual.transcripts.parsing", "pandas"}


@pytest.mark.slow
def test_the_test_of_laziness_has_teeth() -> None:
    assert "pandas" in loaded_after("import bp_qual; bp_qual.make_panel([], [dict(person='P', wave='1', words=9)])")


@pytest.mark.parametrize("name", bp_qual.__all__)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(bp_qual, name)
    assert value.__doc__
    assert value.__module__.startswith("bp_qual.")


def test_names_for_readers_of_types_and_for_users_are_the_same() -> None:
    """The stub is read line by line at run time; a line that this reading does not understand would lose a name."""
    stub = ast.parse(Path(bp_qual.__file__ + "i").read_text("utf-8"))
    imported = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    homes = {alias.asname: node.module for node in imported for alias in node.names if alias.name == alias.asname}
    assert homes == bp_qual._HOMES
    assert sorted(homes) == bp_qual.__all__
    assert set(homes) <= set(dir(bp_qual))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'compare_wave'"):
        bp_qual.compare_wave  # noqa: B018


def test_the_version_is_that_of_the_installed_package() -> None:
    assert importlib.metadata.version("bp_qual") == bp_qual.__version__


@pytest.mark.parametrize("name", bp_qual.__all__)
def test_no_public_function_has_the_name_of_a_room(name: str) -> None:
    """Teeth: `import bp_qual.explain` would put the module where the function should be."""
    assert importlib.util.find_spec(f"bp_qual.{name}") is None
