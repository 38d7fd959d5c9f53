"""The house is as ARCHITECTURE.md and pyproject.toml say: rooms, paths, one way down, no module too long to read."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

import bp_qual

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs" / "decisions").glob("*.md"))]
WRAPPED = [
    *PAGES,
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
LONGEST_MODULE = 400
MADE_BY_A_RUN = ("out/",)


def load_script(name: str):
    loader = SourceFileLoader(name, str(ROOT / "scripts" / name))
    module = module_from_spec(spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


house = load_script("house")
SOURCES = house.read_sources(None)


def read_settings() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def read_floors() -> list[set[str]]:
    """Return the rooms from the top of the house to the ground, those on one floor together."""
    contract = read_settings()["tool"]["importlinter"]["contracts"][0]
    return [set(re.split(r"\s*[|:]\s*", floor)) for floor in contract["layers"]]


def find_upward_imports(arrows: set[tuple[str, str]], floors: list[set[str]]) -> list[tuple[str, str]]:
    """Return the imports from a room into one above it or beside it."""
    height = {room: level for level, rooms in enumerate(floors) for room in rooms}
    return sorted((start, end) for start, end in arrows if height[end] <= height[start])


def find_paths(text: str) -> list[str]:
    """Return what looks like a path between back ticks: it has a slash, or the ending of a module."""
    quoted = re.findall(r"`([\w.\-/]+)`", text)
    return [path for path in quoted if ("/" in path or path.endswith(".py")) and not path.startswith(MADE_BY_A_RUN)]


def missing_paths(text: str) -> list[str]:
    return [path for path in find_paths(text) if not any((top / path).exists() for top in (ROOT, ROOT / "src/bp_qual"))]


def long_lines(text: str) -> list[str]:
    """Return lines of prose over 120 characters; tables, fences, headings and indented drawings cannot be wrapped."""
    prose = re.sub(r"^(`{3,})[^\n]*\n.*?^\1\s*$", "", text, flags=re.M | re.S)
    return [line for line in prose.splitlines() if len(line) > 120 and not line.startswith(("|", "#", "    "))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_a_page_for_contributors_names_exists(page: Path) -> None:
    assert missing_paths(page.read_text("utf-8")) == []


def test_a_path_that_does_not_exist_is_noticed() -> None:
    assert missing_paths("see `quotes.py`, `readers/word.py` and `compare/`") == ["quotes.py"]


def test_every_room_is_named_in_the_architecture() -> None:
    named = {house.room_of(path) for path in find_paths((ROOT / "ARCHITECTURE.md").read_text("utf-8"))}
    assert {house.room_of(path) for path in SOURCES} - {"__init__"} - named == set()


def unknown_modules(docstring: str, known: set[str]) -> list[str]:
    """Return what a room's docstring puts between single backticks and is neither in the room nor a room."""
    return [name for name in re.findall(r"(?<!`)`([a-z_]+)`(?!`)", docstring) if name not in known]


def test_the_docstring_of_a_room_names_only_what_is_there() -> None:
    package = ROOT / "src" / "bp_qual"
    rooms = {path.name for path in package.iterdir()}
    for path in package.rglob("__init__.py"):
        inside = {other.stem for other in path.parent.iterdir()}
        functions = set(
            re.findall(r"^def (\w+)", "".join(p.read_text("utf-8") for p in path.parent.glob("*.py")), re.M)
        )
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        assert unknown_modules(docstring, rooms | inside | functions) == [], path


def test_a_module_that_is_gone_from_a_docstring_is_noticed() -> None:
    assert unknown_modules(
        "`terms` are in ``places``, found by `matching`; `codes` holds them", {"terms", "matching"}
    ) == ["codes"]


def test_every_decision_has_the_number_of_its_file_and_a_line_in_the_index() -> None:
    files = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    titles = [path.read_text("utf-8").split("\n", 1)[0].removeprefix("# ") for path in files]
    assert [int(title.split(".")[0]) for title in titles] == [int(path.name[:4]) for path in files]
    index = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    listed = re.findall(r"^(\d+\. )\[([^\]]+)\]\(([^)]+)\)", index, re.M)
    assert [number + re.sub(r"\s+", " ", title) for number, title, _ in listed] == titles
    assert [link for *_, link in listed] == [path.name for path in files]


def test_no_room_imports_from_one_above_it() -> None:
    assert find_upward_imports(house.room_arrows(SOURCES), read_floors()) == []


def test_an_import_upward_is_noticed() -> None:
    assert find_upward_imports({("files", "report"), ("report", "files")}, read_floors()) == [("files", "report")]


def test_no_modules_import_each_other_in_a_circle() -> None:
    """At the top, inside a function or for types only: who reads one module of a circle must read them all."""
    assert house.module_circles(SOURCES) == []


def test_a_circle_is_noticed_wherever_the_import_stands() -> None:
    a = "if TYPE_CHECKING:\n    from bp_qual.b import Later\n"
    b = "def late():\n    from bp_qual.c import d\n"
    c = "from bp_qual import a\n"
    assert house.module_circles({"a.py": a, "b.py": b, "c.py": c, "e.py": a}) == [
        ["bp_qual.a", "bp_qual.b", "bp_qual.c"]
    ]


def test_no_module_is_too_long_to_read() -> None:
    lengths = {path: len(source.splitlines()) for path, source in SOURCES.items()}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_two_modules_have_one_name() -> None:
    assert house.repeated_names(SOURCES) == {}


def test_no_two_public_classes_or_functions_have_one_name() -> None:
    """Whoever searches for a name finds the one thing that it means."""
    assert house.repeated_definitions(SOURCES) == {}


def test_a_name_that_is_used_twice_is_noticed() -> None:
    sources = {
        "a.py": "class Hits: ...\nclass _Line: ...",
        "b.py": "def hits(): ...\nclass Hits: ...\nclass _Line: ...",
    }
    assert house.repeated_definitions(sources) == {"Hits": ["a.py", "b.py"]}


@pytest.mark.parametrize("page", WRAPPED, ids=lambda page: page.name)
def test_the_prose_of_a_page_is_wrapped(page: Path) -> None:
    assert long_lines(page.read_text("utf-8")) == []


def test_a_long_line_is_noticed() -> None:
    assert len(long_lines("a" * 121 + "\n| " + "b" * 130)) == 1


def test_the_citation_has_the_version_and_the_authors_of_the_package() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    project = read_settings()["project"]
    assert re.search(r"^version: (\S+)$", citation, re.M)[1] == project["version"] == bp_qual.__version__
    assert re.findall(r"^  - name: (.+)$", citation, re.M) == [author["name"] for author in project["authors"]]
    assert re.search(r"^license: (\S+)$", citation, re.M)[1] == project["license"]


def test_a_public_function_of_three_or_more_parameters_says_what_it_takes_and_returns() -> None:
    assert house.functions_without_sections(SOURCES) == []


def test_a_function_without_sections_is_noticed() -> None:
    source = (
        'def cut(text: str, start: int, end: int) -> str:\n    """Cut."""\n\n\ndef cut_short(text: str) -> str: ...'
    )
    assert house.functions_without_sections({"cutting.py": source}) == ["cutting.py: cut"]


def test_a_statistic_without_its_source_is_noticed() -> None:
    source = 'def draw(n, draws, seed):\n    """Draw.\n\n    Parameters\n    ----------\n    """'
    assert house.functions_without_sections({"statistics/draws.py": source}) == ["statistics/draws.py: draw"]
    assert house.functions_without_sections({"panel/draws.py": source}) == []


def idle_examples(source: str) -> list[str]:
    """Return examples in docstrings that only list what a class is made of, which no mistake in it could change."""
    return re.findall(r">>> [\w.]+\.__(?:slots|name|doc|annotations)__.*", source)


def test_every_example_in_a_docstring_proves_something() -> None:
    assert {path: lines for path, source in SOURCES.items() if (lines := idle_examples(source))} == {}


def test_an_example_that_proves_nothing_is_noticed() -> None:
    assert idle_examples(">>> Sample.__slots__[:2]\n('units',)\n>>> len(sample.units)") == [">>> Sample.__slots__[:2]"]
