"""Names of rooms that are loaded when they are first asked for."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import bp_qual
from bp_qual.lazy_names import load_when_asked

PACKAGE = Path(bp_qual.__file__).parent
LAZY = sorted(
    ".".join(("bp_qual", *path.parent.relative_to(PACKAGE).parts))
    for path in PACKAGE.rglob("*/__init__.py")
    if "load_when_asked(" in path.read_text("utf-8")
)


def listed(room: str) -> dict[str, str]:
    """Return each name that a room imports for readers of types, with the module it is from."""
    tree = ast.parse(Path(importlib.import_module(room).__file__).read_text("utf-8"))
    blocks = [node for node in tree.body if isinstance(node, ast.If)]
    lines = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in lines for alias in node.names}


@pytest.mark.parametrize("room", LAZY)
def test_a_room_gives_the_names_that_it_lists_and_no_others(room: str) -> None:
    module = importlib.import_module(room)
    homes = listed(room)
    assert sorted(homes) == sorted(module.__all__)
    for name, home in homes.items():
        assert getattr(module, name) is getattr(importlib.import_module(home), name)
    with pytest.raises(AttributeError, match=f"module '{room}' has no attribute 'nothing_like_it'"):
        module.nothing_like_it  # noqa: B018


@pytest.mark.parametrize("room", LAZY)
def test_no_name_of_a_room_is_that_of_a_module_in_it(room: str) -> None:
    """Once the module is loaded, its name in the room means the module: `replay(...)` would call that."""
    inside = {path.stem for path in Path(importlib.import_module(room).__file__).parent.iterdir()}
    assert not inside & set(listed(room))


def test_asking_for_one_name_of_a_room_loads_only_its_module() -> None:
    program = "import sys; from bp_qual.quotes import Quote; print(*(m for m in sys.modules if '.quotes.' in m))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["bp_qual.quotes.quote"]


def test_names_may_be_listed_on_several_lines(tmp_path: Path) -> None:
    source = tmp_path / "__init__.py"
    source.write_text(
        "if TYPE_CHECKING:\n    from bp_qual.display import (\n        show_name,\n        shown,\n    )\n"
    )
    load = load_when_asked("bp_qual.display", str(source))
    assert [load(name).__name__ for name in ("show_name", "shown")] == ["show_name", "shown"]
