"""Trends, groups, profiles and pairs: against enumeration by hand, and seldom wrong where nothing is."""

from __future__ import annotations

import math
from itertools import permutations, product

import numpy as np
import pytest

from bp_qual.statistics.cooccurrence import log_lift, stretches
from bp_qual.statistics.groups import group_test
from bp_qual.statistics.profiles import hellinger, own_distance, profile_test, profiles
from bp_qual.statistics.trend import trend_test

NOTHING = 150  # panels in which nothing changed; .05 of them +- .036 may look otherwise


def test_a_trend_is_what_shuffling_every_person_in_every_way_gives() -> None:
    rates = np.array([[1.0, 2, 4], [0, 3, np.nan], [2, 2, 5], [np.nan, 1, 1.5]])[:, :, None]
    times = np.array([2010.0, 2013, 2020])

    def score(table: list[list[tuple[float, float]]]) -> float:
        total = 0.0
        for cells in table:
            middle = sum(t for t, _ in cells) / len(cells)
            total += sum((t - middle) * rate for t, rate in cells)
        return total

    seen = [[(t, r) for t, r in zip(times, row[:, 0], strict=True) if not math.isnan(r)] for row in rates]
    orders = [list(permutations([rate for _, rate in cells])) for cells in seen]
    dates = [[t for t, _ in cells] for cells in seen]
    all_scores = [
        score([list(zip(when, order, strict=True)) for when, order in zip(dates, chosen, strict=True)])
        for chosen in product(*orders)
    ]
    expected = sum(abs(value) >= abs(score(seen)) - 1e-9 for value in all_scores) / len(all_scores)
    found = trend_test(rates, times, draws=20_000)
    scale = sum((t - sum(t for t, _ in cells) / len(cells)) ** 2 for cells in seen for t, _ in cells)
    assert found.p[0] == pytest.approx(expected, abs=0.01)
    assert found.slope[0] == pytest.approx(score(seen) / scale)


def test_who_was_there_once_says_nothing_about_a_trend() -> None:
    rates = np.array([[1.0, 2, 3]] * 6)[:, :, None]
    once = np.concatenate([rates, np.array([[99.0, np.nan, np.nan]])[:, :, None]])
    times = np.arange(3.0)
    assert trend_test(once, times, draws=99).slope[0] == trend_test(rates, times, draws=99).slope[0]


def test_no_difference_within_persons_is_no_trend_and_no_number() -> None:
    found = trend_test(np.array([[3.0, 3, 3], [1, 1, 1]])[:, :, None], np.arange(3.0), draws=99)
    assert np.isnan([found.slope[0], found.p[0], found.p_adjusted[0]]).all()


def test_groups_differ_as_often_as_every_division_says() -> None:
    changes = np.array([[4.0], [5], [3], [1], [0], [2]])
    groups = np.array([0, 0, 0, 1, 1, 1])

    def between(labels: tuple[int, ...]) -> float:
        marks = np.array(labels)
        return sum(len(c) * (c.mean() - changes.mean()) ** 2 for c in (changes[marks == g] for g in (0, 1)))

    divisions = set(permutations(groups.tolist()))
    expected = sum(between(d) >= between(tuple(groups)) - 1e-9 for d in divisions) / len(divisions)
    p, adjusted = group_test(changes, groups, draws=20_000)
    assert p[0] == pytest.approx(expected, abs=0.01)
    assert adjusted[0] == p[0]


def test_three_groups_and_a_code_nobody_changed_in() -> None:
    changes = np.c_[np.repeat([0.0, 3, 6], 4) + np.tile([0, 0.1, 0.2, 0.3], 3), np.ones(12)]
    p, adjusted = group_test(changes, np.repeat([0, 1, 2], 4), draws=999)
    assert p[0] <= 0.01
    assert np.isnan([p[1], adjusted[1]]).all()


def test_the_mean_profile_moves_as_often_as_every_swap_says() -> None:
    random = np.random.default_rng(1)
    before, after = random.poisson(3, (6, 4)).astype(float), random.poisson(3, (6, 4)).astype(float)
    one, two = profiles(before), profiles(after)

    def distance(swaps: tuple[bool, ...]) -> float:
        flags = np.array(swaps)[:, None]
        return float(hellinger(np.where(flags, two, one).mean(axis=0), np.where(flags, one, two).mean(axis=0)))

    all_ways = [distance(swaps) for swaps in product((False, True), repeat=6)]
    expected = sum(value >= all_ways[0] - 1e-9 for value in all_ways) / 64
    assert profile_test(before, after) == pytest.approx((all_ways[0], expected))


def test_short_interviews_are_far_apart_and_no_further_than_chance() -> None:
    random = np.random.default_rng(2)
    later = np.arange(12) >= 6
    found = [own_distance(random.poisson(0.3, (12, 8)).astype(float), later, draws=99, seed=1) for _ in range(60)]
    assert np.mean([own.distance for own in found]) > 0.2
    assert np.mean([own.distance - own.expected for own in found]) == pytest.approx(0, abs=0.02)


def test_lift_is_the_log_of_seen_over_the_mean_of_all_circular_shifts() -> None:
    present = np.random.default_rng(3).random((20, 2)) < 0.4
    shifted = [(present[:, 0] & np.roll(present[:, 1], shift)).sum() for shift in range(20)]
    together = (present[:, 0] & present[:, 1]).sum()
    assert log_lift(present)[0, 1] == pytest.approx(math.log((together + 0.5) / (np.mean(shifted) + 0.5)))


def test_two_codes_that_both_double_have_no_more_lift() -> None:
    random = np.random.default_rng(4)
    rare, frequent = (
        np.mean([log_lift(random.random((300, 2)) < share)[0, 1] for _ in range(200)]) for share in (0.05, 0.10)
    )
    assert frequent - rare == pytest.approx(0, abs=0.1)


def test_a_stretch_hears_what_any_of_its_sentences_holds() -> None:
    present = np.array([[1, 0], [0, 0], [0, 1], [0, 0], [0, 0]], dtype=bool)
    assert stretches(present, 3).tolist() == [[True, True], [False, True], [False, True]]
    assert stretches(present[:2], 3).tolist() == [[True, False]]
    assert stretches(present[:0], 3).tolist() == [[False, False]]


def test_where_nothing_changed_a_trend_a_group_and_a_profile_are_seldom_found() -> None:
    random = np.random.default_rng(5)
    wrong = np.zeros(3)
    for _ in range(NOTHING):
        level = random.gamma(2, 2, (8, 1, 1))
        talk = random.poisson(level * random.gamma(4, 0.25, (8, 3, 5)), (8, 3, 5)).astype(float)
        wrong += [
            trend_test(talk[:, :, :1], np.arange(3.0), draws=199).p[0] <= 0.05,
            group_test(talk[:, 1, :1] - talk[:, 0, :1], np.repeat([0, 1], 4), draws=199)[0][0] <= 0.05,
            profile_test(talk[:, 0], talk[:, 1])[1] <= 0.05,
        ]
    assert (wrong / NOTHING <= 0.10).all()
