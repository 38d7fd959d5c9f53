"""The cells of `benchmarks/simulate.py`, small and with a fixed seed: tolerances are wide, the promises the same."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from simulated_cells import all_cells

CELLS = all_cells()


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("name", "panels", "share", "at_most"),
    [
        ("same/plain/8/moderate", 150, "wrong", 0.10),
        ("same/later longer/8/moderate", 150, "wrong", 0.11),
        ("recounts/length tied to change/8/moderate", 150, "word-weighted wrong", 0.10),
        ("groups/3 and 12/8 and 1/x1", 150, "wrong", 0.11),
        ("groups/5 and 15/8 and 1/x2", 150, "wrong", 0.12),
        ("pairs/rotated/sample", 1, "wrong", 0.0),
        ("pairs/rotated/invented", 6, "wrong", 0.14),
        ("stayed/2/30/moderate/x2", 40, "wrong", 0.13),
        ("person/runs of 3/2000/10 %", 40, "wrong", 0.11),
        ("person/runs of 10/2000/10 %", 40, "wrong", 0.11),
        ("person/runs of 10/600/25 %", 20, "wrong", 0.0),  # under 1,500 words nobody is judged
    ],
)
def test_a_cell_is_seldom_wrong(name: str, panels: int, share: str, at_most: float) -> None:
    assert CELLS[name].run(panels, 1)[share] <= at_most


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("name", "panels", "share", "at_least"),
    [
        ("ratio/heavy tails/8/frequent/x1", 60, "held", 0.87),
        ("ratio/never-mentioners/8/moderate/x3", 60, "held", 0.87),
        ("ratio/plain/6/rare/x3", 60, "agrees with p", 0.97),
        ("difference/plain/8/moderate/x1", 150, "held", 0.90),
        ("same/plain/12/frequent", 100, "power for x2", 0.40),
        ("groups/5 and 12/x1 and x3", 100, "power", 0.10),
        ("stayed/2/60/moderate/x1", 20, "stayed", 0.60),
    ],
)
def test_a_cell_finds_or_holds_what_there_is(name: str, panels: int, share: str, at_least: float) -> None:
    assert CELLS[name].run(panels, 1)[share] >= at_least


def test_a_change_that_is_skewed_with_the_same_mean_breaks_the_promise_and_is_told_as_such() -> None:
    cell = CELLS["ratio/skewed/12/frequent/x1"]
    assert "not exchangeable" in cell.told
    assert cell.run(100, 1)["held"] < 0.95


def test_every_cell_has_a_limit_for_every_share_it_gives() -> None:
    assert len(CELLS) > 400
    assert all(cell.limits for cell in CELLS.values())
    assert all(cell.told or "skewed" not in name for name, cell in CELLS.items())
