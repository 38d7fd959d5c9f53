"""Numbers and sentences that must not contradict each other: interval, ratio, p, counts and verdicts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bp_qual.compare import Comparison, compare_waves, plan_study
from bp_qual.panel import Panel, make_panel
from bp_qual.statistics.difference_interval import difference_interval

Pairs = list[tuple[int, int]]


def panel_of(mentions: Pairs, words: Pairs) -> Panel:
    waves = ("2010", "2020")
    counts = [
        {"person": f"P{row}", "wave": wave, "code": "a", "mentions": number}
        for row, pair in enumerate(mentions)
        for wave, number in zip(waves, pair, strict=True)
    ]
    said = [
        {"person": f"P{row}", "wave": wave, "words": number}
        for row, pair in enumerate(words)
        for wave, number in zip(waves, pair, strict=True)
    ]
    return make_panel(counts, said)


def compared(mentions: Pairs, words: Pairs) -> Comparison:
    return compare_waves(panel_of(mentions, words), language="en")


SAID = [(5, 6), (2, 3), (0, 14), (6, 7), (1, 2), (0, 1), (8, 9), (10, 11), (1, 9), (13, 15)]
WORDS = [
    (2030, 1956), (1984, 1936), (3820, 3798), (3460, 3416), (3946, 3964),
    (2550, 2583), (2863, 2889), (2218, 2286), (3177, 3232), (2833, 2807),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [("2010", "2020"), ("2020", "2010")])
@pytest.mark.filterwarnings("ignore::bp_qual.BpQualWarning")  # told, as it should be
def test_the_interval_of_a_ratio_holds_the_ratio_where_everybody_rose(before: str, after: str) -> None:
    row = compare_waves(panel_of(SAID, WORDS), before=before, after=after).codes.iloc[0]
    assert row["p"] < 0.01
    assert float(row["ratio_low"]) < float(row["ratio"]) < float(row["ratio_high"])
    assert (float(row["ratio_low"]) > 1) == (after == "2020")


def test_where_nobody_changed_the_difference_has_no_interval() -> None:
    row = compared([(3, 3)] * 8, [(2000, 1900 + 10 * row) for row in range(8)]).codes.iloc[0]
    assert (row["up"], row["down"], row["same"]) == (0, 0, 8)
    assert row["difference"] > 0
    assert row[["difference_low", "difference_high"]].isna().all()


@pytest.mark.slow
@pytest.mark.parametrize("p", [0.049, 0.051])
def test_the_difference_agrees_with_p_also_where_p_was_drawn(p: float) -> None:
    random = np.random.default_rng(5)
    for _ in range(40):
        changes = random.normal(0.47, 1.0, (20, 1))
        low, high = difference_interval(changes, p=np.array([p]))
        assert (low[0] <= 0 <= high[0]) == (p > 0.05)
        assert low[0] <= changes.mean() <= high[0]


def test_the_difference_agrees_with_a_test_that_took_small_differences_for_none() -> None:
    changes = np.array([[1.0], [1.2], [0.9], [1.1], [1.3], [0.8], [0.0], [0.0], [0.0]])
    differences = np.where(changes == 0, -0.45, changes)
    (low,), (high,) = difference_interval(differences, changes=changes, p=np.array([0.03125]))
    assert 0 < low <= differences.mean() <= high


def test_nothing_is_clear_where_those_who_changed_rose_and_the_mean_fell() -> None:
    row = compared([(0, 2)] * 6 + [(1, 1)] * 10, [(1000, 3000)] * 16).codes.iloc[0]
    assert (row["up"], row["down"], row["p"]) == (6, 0, 0.03125)
    assert row["ratio"] < 1
    assert row["ratio_low"] <= row["ratio"] < 1 < row["ratio_high"]
    assert row["verdict"] == "uncertain"


def test_the_changes_that_chance_could_make_clear_are_those_that_were_judged() -> None:
    mentions, words = [(10, 900), *[(30, 30)] * 8, (2, 2)], [*[(3000, 3000)] * 9, (1000, 1000)]
    comparison = compared(mentions, words)
    assert set(comparison.persons["verdict"]) == {"clear", "not tested", "no clear change"}
    assert any(str(warning).startswith("1 of 9 person-by-code changes are clear") for warning in comparison.warnings)


@pytest.mark.parametrize(
    ("homes", "said"),
    [
        ("AABCDEFG", "who count as 7 (some were interviewed together or live together), no p can be smaller than .016"),
        ("AABBCCDD", "who count as 4 (some were interviewed together or live together), no test is possible"),
    ],
)
def test_what_so_few_can_show_is_said_by_households(homes: str, said: str) -> None:
    persons = pd.DataFrame({"person": [f"P{row}" for row in range(8)], "household": list(homes)})
    panel = panel_of([(row, 2 * row + 1) for row in range(8)], [(2000, 2000)] * 8)
    assert said in compare_waves(panel, groups=persons, language="en").summary()


def test_a_plan_needs_two_persons_or_more() -> None:
    with pytest.raises(ValueError, match="two or more, not -1"):
        plan_study(panel_of([(1, 2), (2, 3)], [(2000, 2000)] * 2), pairs=(-1,), simulations=50)
