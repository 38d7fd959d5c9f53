"""The notebooks run from top to bottom, and are kept without output.

They share one kernel, emptied between notebooks, because starting one and importing pandas takes longer than most of
them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="nbformat comes with nbclient (pip install 'bp_qual[dev]')")
nbclient = pytest.importorskip("nbclient", reason="notebooks are run by nbclient (pip install 'bp_qual[dev]')")

FOLDER = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def client() -> Iterator[object]:
    nothing = nbformat.v4.new_notebook()
    client = nbclient.NotebookClient(nothing, timeout=120, kernel_name="python3")
    with client.setup_kernel(cwd=str(FOLDER), env=os.environ | {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}):
        yield client


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom(path: Path, client: object):
    client.nb = nbformat.read(path, as_version=4)
    client.nb.cells.insert(0, nbformat.v4.new_code_cell("%reset -f"))
    client.reset_execution_trackers()
    for number, cell in enumerate(client.nb.cells):
        client.execute_cell(cell, number)
    outputs = [output for cell in client.nb.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.get("name") == "stderr"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_output(path: Path):
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}


def test_the_story_has_seven_parts_each_of_which_says_what_it_teaches_and_which_is_next():
    stems = [path.stem for path in NOTEBOOKS]
    assert [stem.partition("_")[0] for stem in stems] == ["1", "2", "3", "4", "5", "6", "7"]
    for path, following in zip(NOTEBOOKS, [*stems[1:], ""], strict=True):
        cells = nbformat.read(path, as_version=4).cells
        opening = " ".join(cells[0].source.split())
        assert "**You learn** " in opening
        assert "**It takes** " in opening
        assert not following or f"`{following}`" in cells[-1].source


def test_the_list_of_notebooks_names_every_one():
    page = (FOLDER.parent / "docs" / "README.md").read_text(encoding="utf-8")
    assert all(f"(../notebooks/{path.name})" in page for path in NOTEBOOKS)
