"""Did it stay? Two one-sided tests within a margin that was decided beforehand, where there are enough persons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bp_qual.compare import compare_waves, plan_study
from bp_qual.compare.choices import FEWEST_STAYED, Choices
from bp_qual.report.content import compose_report
from bp_qual.statistics.intervals import ratio_of_means
from bp_qual.statistics.power import simulate_staying
from bp_qual.statistics.ratio_interval import ratio_interval
from bp_qual.study.gathering import gather_study
from bp_qual.wording import explain_verdicts
from panel_builders import panel_of

STEADY = [(8 + n % 3, 8 + (n + n // 3) % 3) for n in range(FEWEST_STAYED)]
RISE = [(4, 12 + n % 5) for n in range(FEWEST_STAYED)]
WILD = [(1 + 9 * (n % 2), 1 + 9 * ((n // 2) % 2)) for n in range(FEWEST_STAYED)]


@pytest.mark.parametrize(
    ("choice", "message"), [({"margin": 1.5}, "for the codes of a plan"), ({"margin": 0.9, "plan": ("a",)}, "above 1")]
)
def test_a_margin_is_a_factor_above_one_and_belongs_to_a_plan(choice: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Choices("2010", "2020", **choice)


@pytest.mark.slow
def test_a_planned_code_whose_ratio_is_shown_to_be_near_one_has_stayed() -> None:
    change = compare_waves(panel_of({"a": STEADY, "b": RISE, "c": STEADY}), plan=["a", "b"], margin=1.5)
    assert change.codes["verdict"].tolist() == ["stayed", "clear", "no clear change"]  # c is not in the plan
    assert "stayed within a factor 1.5 (95% interval of the ratio" in change.codes.loc[0, "note"]
    assert "Stayed within a factor 1.5: a." in " ".join(compose_report(change).lede)
    assert "stayed" in change.summary()


def test_persons_who_vary_much_show_nothing_stayed() -> None:
    change = compare_waves(panel_of({"a": WILD}), plan=["a"], margin=1.5)
    assert change.codes.loc[0, "verdict"] == "no clear change"


def test_with_few_persons_it_is_said_that_it_cannot_be_shown() -> None:
    change = compare_waves(panel_of({"a": STEADY[:12]}), plan=["a"], margin=1.5)
    assert change.codes.loc[0, "verdict"] == "no clear change"
    assert "With 12 persons no code can realistically be shown to have stayed within a factor 1.5 (30 are needed)" in (
        change.summary()
    )


def test_the_interval_is_that_of_two_one_sided_tests_narrower_for_each_code_of_the_plan() -> None:
    change = compare_waves(panel_of({"a": STEADY, "b": RISE}), plan=["a"], margin=1.5)
    before, after = change.group.before[:, :1], change.group.after[:, :1]
    expected = ratio_interval(before, after, before + after, level=0.90)
    assert change.group.equivalence.low[0] == pytest.approx(expected.low[0])
    assert change.group.equivalence.high[0] == pytest.approx(expected.high[0])
    assert np.isnan(change.group.equivalence.low[1])
    assert Choices("1", "2", plan=tuple("abcde"), margin=2).margin_level == pytest.approx(0.98)


def test_without_a_margin_nothing_is_said_to_have_stayed() -> None:
    assert "stayed" not in compare_waves(panel_of({"a": STEADY}), plan=["a"]).codes["verdict"].tolist()


def test_a_person_never_stayed_for_one_interview_cannot_show_it() -> None:
    assert not [rule for rule in explain_verdicts(of="persons") if rule.startswith("stayed")]


def test_planning_tells_how_often_it_could_be_shown_from_thirty_persons_on() -> None:
    plan = plan_study(panel_of({"a": STEADY[:12]}), pairs=(12, 30, 60), simulations=100)
    assert plan.staying["pairs"].tolist() == [30, 30, 60, 60]
    assert "how many studies could show that the ratio stayed within a factor 1.5" in " ".join(repr(plan).split())
    few = plan_study(panel_of({"a": STEADY[:12]}), pairs=(12,), simulations=100)
    assert few.staying.empty
    assert "stayed" not in repr(few)


def test_how_often_it_could_be_shown_is_the_share_of_jackknife_intervals_within_the_factor() -> None:
    random = np.random.default_rng(1)
    before, after = random.gamma(2, 1, 40), random.gamma(2, 1, 40)
    drawn = np.random.default_rng(3)
    rows, swapped = drawn.integers(0, 40, size=(30, 50)), drawn.random((30, 50)) < 0.5
    one, other = np.where(swapped, after[rows], before[rows]), np.where(swapped, before[rows], after[rows])
    found = ratio_of_means(one, other, level=0.9)
    expected = np.mean((found.low > 1 / 1.5) & (found.high < 1.5))
    assert simulate_staying(before, after, pairs=30, factors=(1.5,), simulations=50, seed=3) == (expected,)


@pytest.mark.parametrize(
    ("line", "margin", "problem"),
    [
        ("plan: [a]\nmargin: 1,5", 1.5, ""),
        ("plan: [a]\nmargin: half", None, "'half' is not a factor above 1"),
        ("margin: 2", 2.0, "a margin is decided for the codes of a plan"),
    ],
)
def test_the_margin_stands_in_the_study_file(tmp_path: Path, line: str, margin: float | None, problem: str) -> None:
    (tmp_path / "study.yaml").write_text(f"study: S\nwaves: ['1', '2']\n{line}\n", encoding="utf-8")
    study, problems = gather_study(tmp_path)
    assert study.margin == margin
    assert problem in " ".join(map(str, problems))
