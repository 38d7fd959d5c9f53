"""Somebody takes the folder of results away while a run writes: one message and nothing half, or a whole folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.files import atomic_writing
from test_nobody_absent import TALK, make_study

STEPS = [("_make_staging", 1), ("write_synced", 4), ("_put_in_place", 1), ("replace", 5), ("remove_folder", 1)]


def whole(folder: Path) -> bool:
    """Return whether a folder of results holds what its record lists, and nothing of passage."""
    names = {path.name for path in folder.iterdir()}
    return {*json.loads((folder / "run.json").read_bytes())["outputs"], "run.json"} == names


@pytest.mark.slow
@pytest.mark.parametrize(("step", "call"), STEPS)
def test_a_folder_of_results_that_is_taken_away_leaves_a_message_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, call: int
) -> None:
    study, out = make_study(tmp_path / "study", "P03_2010.txt"), tmp_path / "out"
    command = ["compare", str(study), "-o", str(out)]
    assert CliRunner().invoke(main, command).exit_code == 0
    (study / "P01_2010.txt").write_text(TALK * 2, encoding="utf-8")
    owner = Path if step == "replace" else atomic_writing
    usual: Callable[..., object] = getattr(owner, step)
    calls = 0

    def after_it_is_gone(*given: object, **named: object) -> object:
        nonlocal calls
        calls += out.exists() and str(out) in str(given)
        if calls == call:
            shutil.rmtree(out)
            calls += 1
        return usual(*given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(owner, step, after_it_is_gone)
        done = CliRunner().invoke(main, command)
    assert calls > call
    assert isinstance(done.exception, SystemExit | None)
    if done.exit_code == 0:
        assert whole(out)
    else:
        assert done.exit_code == 1
        assert done.output.count("cannot be written (No such file or directory)") == 1
        assert not out.exists() or not [*out.iterdir()]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert whole(out)
