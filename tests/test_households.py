"""Persons who are no independent witnesses: every test moves a whole household at once, as enumeration by hand does."""

from __future__ import annotations

import math
from itertools import permutations, product

import numpy as np
import pandas as pd
import pytest

from bp_qual.compare import compare_waves, plan_study, vary_choices
from bp_qual.panel import make_panel
from bp_qual.statistics.cooccurrence import CodeTracks, pair_test
from bp_qual.statistics.group_units import put_together
from bp_qual.statistics.groups import group_test, welch_p
from bp_qual.statistics.profiles import hellinger, profile_test, profiles
from bp_qual.statistics.trend import trend_test
from panel_builders import panel_of, panel_of_talk

HOMES = np.array([0, 0, 1, 2, 3, 3, 4, 5])


def share_as_extreme(values: list[float], seen: float) -> float:
    return sum(value >= seen - 1e-9 for value in values) / len(values)


# more than two waves


def test_the_waves_of_a_household_are_shuffled_in_one_order_in_a_trend() -> None:
    rates = np.array([[1.0, 2, 4], [0, 3, 3], [2, 2, 5], [3, 1, 2]])[:, :, None]
    homes, times = np.array([1, 1, 2, 3]), np.array([2010.0, 2013, 2020])
    weights = times - times.mean()
    by_home = [rates[homes == home, :, 0].sum(axis=0) for home in (1, 2, 3)]
    every = [
        abs(sum(weights[list(order)] @ talk for order, talk in zip(orders, by_home, strict=True)))
        for orders in product(list(permutations(range(3))), repeat=3)
    ]
    expected = share_as_extreme(every, abs(sum(weights @ talk for talk in by_home)))
    found = trend_test(rates, times, households=homes, draws=20_000)
    assert found.p[0] == pytest.approx(expected, abs=0.01)
    assert found.size[0] == trend_test(rates, times, draws=99).size[0]


def test_only_waves_that_the_same_members_were_there_for_are_exchanged() -> None:
    rates = np.array([[1.0, 2, 9], [0, 3, np.nan], [1, 4, 5], [2, 1, 4]])[:, :, None]
    homes, times = np.array([1, 1, 2, 3]), np.array([0.0, 1, 2])
    home = np.array([-0.5, 0.5]) @ (rates[0, :2, 0] + rates[1, :2, 0])  # the first two waves of both, not the third
    weights = [times[list(order)] - 1 for order in permutations(range(3))]
    every = [
        abs(sign * home + one @ rates[2, :, 0] + other @ rates[3, :, 0])
        for sign, one, other in product((1, -1), weights, weights)
    ]
    expected = share_as_extreme(every, abs(home + (times - 1) @ (rates[2, :, 0] + rates[3, :, 0])))
    assert trend_test(rates, times, households=homes, draws=20_000).p[0] == pytest.approx(expected, abs=0.01)


def test_a_household_whose_members_never_shared_a_wave_has_a_slope_and_no_p() -> None:
    rates = np.array([[1.0, 2, np.nan, np.nan], [np.nan, 3, 5, np.nan], [np.nan, np.nan, 2, 7]])[:, :, None]
    found = trend_test(rates[[0, 1]], np.arange(4.0), households=np.array([1, 1]), draws=99)
    assert found.size[0] == pytest.approx(1.5)
    assert math.isnan(found.p[0])


def test_a_couple_counts_once_among_the_six_whom_a_trend_needs() -> None:
    persons, waves = [f"P{n}" for n in range(6)], ("2010", "2015", "2020")
    words = [{"person": p, "wave": w, "words": 1000} for p in persons for w in waves]
    counts = [
        {"person": p, "wave": w, "code": "a", "mentions": row + 3 * at}
        for row, p in enumerate(persons)
        for at, w in enumerate(waves)
    ]
    panel = make_panel(counts, words, waves=waves)
    homes = pd.DataFrame({"person": persons, "household": ["x", "x", *"abcd"]})
    assert compare_waves(panel).trend.loc[0, "p"] <= 0.05
    assert math.isnan(compare_waves(panel, groups=homes).trend.loc[0, "p"])


# groups


def welch(changes: np.ndarray, labels: np.ndarray) -> float:
    one, other = changes[labels == 0], changes[labels == 1]
    error = one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other)
    return abs(one.mean() - other.mean()) / math.sqrt(error)


def test_a_household_of_one_group_is_one_unit_in_the_test_of_groups() -> None:
    changes = np.array([4.0, 5, 3, 2.5, 0, 1, 0.5, -1])
    groups, homes = np.array([0, 0, 0, 0, 1, 1, 1, 1]), np.array([0, 0, 1, 2, 3, 4, 5, 6])
    units, labels = np.array([4.5, 3, 2.5, 0, 1, 0.5, -1]), (0, 0, 0, 1, 1, 1, 1)
    every = [welch(units, np.array(marks)) for marks in set(permutations(labels))]
    found = group_test(changes[:, None], put_together(groups, homes))
    by_shuffling = share_as_extreme(every, welch(units, np.array(labels)))
    assert by_shuffling > welch_p(units[:3], units[3:])
    assert found[0][0] == pytest.approx(by_shuffling)
    assert put_together(groups, homes).smallest_p == pytest.approx(1 / 35)


def test_a_couple_in_two_groups_is_only_exchanged_with_itself() -> None:
    changes = np.array([4.0, 1, 3, 2.5, 0, 2, -1, 5])
    groups, homes = np.array([0, 1, 0, 0, 1, 1, 0, 1]), np.array([9, 9, 1, 2, 3, 4, 8, 8])
    free = [2, 3, 4, 5]
    every = []
    for marks in set(permutations(groups[free].tolist())):
        for one, other in product(((0, 1), (1, 0)), repeat=2):
            labels = groups.copy()
            labels[free], labels[[0, 1]], labels[[6, 7]] = marks, one, other
            every.append(welch(changes, labels))
    units = put_together(groups, homes)
    found = group_test(changes[:, None], units)
    assert units.number == len(every) == 24
    assert units.smallest_p == pytest.approx(2 / 24)
    assert found[0][0] == pytest.approx(share_as_extreme(every, welch(changes, groups)))


def test_drawn_divisions_keep_couples_together_too() -> None:
    groups, homes = np.repeat([0, 1], 12), np.arange(24)
    homes[[0, 12]] = 99  # one member in each group
    drawn = put_together(groups, homes).divisions(500, 1)
    assert (drawn[:, 0] != drawn[:, 12]).all()
    assert (drawn.sum(axis=1) == 12).all()
    assert 0.4 < (drawn[:, 0] == 0).mean() < 0.6


def test_a_group_of_three_in_two_households_is_described_and_not_tested() -> None:
    rise = [(1, 4 + n) for n in range(9)]
    persons = [f"P{n:02}" for n in range(1, 10)]
    about = pd.DataFrame({"person": persons, "role": list("aaabbbbbb"), "household": ["x", "x", *"1234567"]})
    table = compare_waves(panel_of({"a": rise}), groups=about).groups.set_index("group")
    assert "too few who were not interviewed" in table.loc["a", "note"]
    assert table.loc["a", "persons"] == 3
    assert table.loc["b", "note"].startswith("fewer than two groups")


# codes together


def test_the_profile_moves_by_swapping_whole_households() -> None:
    random = np.random.default_rng(1)
    before, after = (random.poisson(3, (8, 4)).astype(float) for _ in range(2))
    one, two = profiles(before), profiles(after)

    def distance(swaps: tuple[bool, ...]) -> float:
        flags = np.array(swaps)[HOMES][:, None]
        return float(hellinger(np.where(flags, two, one).mean(axis=0), np.where(flags, one, two).mean(axis=0)))

    every = [distance(swaps) for swaps in product((False, True), repeat=6)]
    found = profile_test(before, after, households=HOMES)
    assert found == pytest.approx((every[0], share_as_extreme(every, every[0])))


def turned(steps: list[np.ndarray]) -> np.ndarray:
    """All sums of one of each of the steps, or many of them."""
    sums = np.zeros(1)
    for row, own in enumerate(steps):
        sums = np.random.default_rng(row).permutation(np.add.outer(sums, own).ravel())[:400_000]
    return np.abs(sums)


@pytest.mark.parametrize(("seed", "by"), [(7, "turns"), (10, "turns"), (38, "swaps")])
def test_the_tracks_of_a_household_are_turned_round_and_its_waves_swapped_at_once(seed: int, by: str) -> None:
    """Four persons, of whom two heard the same in one household: every turn and swap of three."""
    random = np.random.default_rng(seed)
    waves = [[CodeTracks(random.random((7, 2)) < 0.6) for _ in range(4)] for _ in range(2)]
    for wave in waves:
        wave[1] = wave[0]
    earlier, later = ([interview.lifts(np.array([0]), np.array([1]))[0] for interview in wave] for wave in waves)
    assert min(interview.expected[0, 1] for wave in waves for interview in wave) >= 1.0
    times = {0: 2.0, 2: 1.0, 3: 1.0}
    own = [times[row] * (later[row][0] - earlier[row][0]) for row in times]
    p = {
        "swaps": share_as_extreme([abs(np.dot(signs, own)) for signs in product((1, -1), repeat=3)], abs(sum(own))),
        "turns": share_as_extreme(
            turned([times[row] * np.subtract.outer(later[row], earlier[row]).ravel() for row in times]), abs(sum(own))
        ),
    }
    found = pair_test(*waves, [(0, 1)], households=np.array([0, 0, 1, 2]), fewest=1, draws=20_000)
    assert (found.persons.tolist(), found.independent.tolist()) == ([4], [3])
    assert max(p, key=lambda name: p[name]) == by
    assert found.p[0] == pytest.approx(max(p.values()), abs=0.012)


def test_six_speakers_in_five_households_are_too_few_for_a_pair() -> None:
    talk = {(f"P{n}", wave): "tuin plein tuin plein. " * 200 for n in range(6) for wave in ("1", "2")}
    panel = panel_of_talk(talk, "tuin", "plein")
    homes = pd.DataFrame({"person": [f"P{n}" for n in range(6)], "household": ["x", "x", *"abcd"]})
    row = compare_waves(panel, groups=homes, language="en").pairs.iloc[0]
    assert math.isnan(row["p"])
    assert row["note"].startswith(
        "too few for a test (5 speak enough of both in both waves, persons interviewed together"
    )
    assert compare_waves(panel).pairs.loc[0, "note"] == ""


def test_other_ways_of_counting_take_households_together_too() -> None:
    rise = [(1, 4 + n) for n in range(7)]
    homes = pd.DataFrame({"person": [f"P{n:02}" for n in range(1, 8)], "household": ["x", "x", *"abcde"]})
    alone, together = (vary_choices(panel_of({"a": rise}), groups=given).variants for given in (None, homes))
    assert (alone.loc[0, "p"], together.loc[0, "p"]) == (2 / 2**7, 2 / 2**6)


# planning


def test_a_plan_counts_a_household_once_and_says_so() -> None:
    panel = panel_of({"a": [(8, 14), (9, 16), (8, 15), (9, 18), (9, 17), (8, 19), (9, 15), (8, 16)]})
    homes = pd.DataFrame({"person": panel.persons, "household": ["x", "x", "x", "x", "", "", "", ""]})
    alone, together = (plan_study(panel, groups=groups, simulations=60) for groups in (None, homes))
    assert (alone.units, together.units) == (8, 5)
    assert alone.smallest["power_for_doubling"].iloc[0] > 0
    assert together.smallest["pairs"].iloc[0] == 5
    assert together.smallest["power_for_doubling"].iloc[0] == 0  # no test below six
    assert "count as 5" in together.to_text("en").replace("\n", " ")
    assert "count as" not in alone.to_text("en").replace("\n", " ")
