"""Trends, groups, profiles and pairs: against enumeration by hand, and seldom wrong where nothing is."""

from __future__ import annotations

import math
from itertools import combinations, permutations, product

import numpy as np
import pytest
from scipy.stats import f, ttest_ind

from bp_qual.statistics.cooccurrence import CodeTracks, pair_test, stretches
from bp_qual.statistics.group_units import put_together
from bp_qual.statistics.groups import group_test, log_changes, welch_p
from bp_qual.statistics.profiles import hellinger, own_distance, profile_test, profiles
from bp_qual.statistics.trend import bend_test, trend_test

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
    assert found.size[0] == pytest.approx(score(seen) / scale)


def test_a_bend_is_what_shuffling_every_person_in_every_way_gives() -> None:
    """The weights are those of a quadratic contrast, worked out here from the three years alone."""
    rates = np.array([[1.0, 6, 4], [0, 3, 1], [2, 2, 5], [1, 4, 1.5]])[:, :, None]
    times = np.array([2010.0, 2013, 2020])
    contrast = [1 / (3 * 10), -1 / (3 * 7), 1 / (7 * 10)]  # divided differences: 1 / product of the gaps

    def score(table: list[tuple[float, ...]]) -> float:
        return -sum(w * rate for row in table for w, rate in zip(contrast, row, strict=True))

    seen = [tuple(row) for row in rates[:, :, 0]]
    scores = [score(list(chosen)) for chosen in product(*[list(permutations(row)) for row in seen])]
    expected = sum(abs(value) >= abs(score(seen)) - 1e-9 for value in scores) / len(scores)
    found = bend_test(rates, times, draws=20_000)
    assert found.p[0] == pytest.approx(expected, abs=0.01)
    assert found.size[0] == pytest.approx(score(seen) / len(seen) * 10**2 / 4)  # of the parabola through three points


def test_a_bend_is_the_middle_less_the_mean_of_the_ends_where_three_waves_lie_as_far_apart() -> None:
    rates = np.array([[1.0, 6, 4], [0, 3, 1]])[:, :, None]
    assert bend_test(rates, np.array([2000.0, 2010, 2020]), draws=99).size[0] == pytest.approx((3.5 + 2.5) / 2)


def test_a_steady_rise_has_no_bend_and_a_rise_and_fall_no_trend() -> None:
    times = np.arange(4.0)
    straight = bend_test(np.array([[1.0, 2, 3, 4]] * 6)[:, :, None], times, draws=199)
    assert straight.size[0] == pytest.approx(0)
    assert straight.p[0] > 0.9
    assert trend_test(np.array([[1.0, 5, 5, 1]] * 6)[:, :, None], times, draws=199).size[0] == pytest.approx(0)


def test_who_was_there_twice_says_nothing_about_a_bend() -> None:
    rates = np.array([[1.0, 4, 2]] * 5)[:, :, None]
    twice = np.concatenate([rates, np.array([[99.0, np.nan, 0.0]])[:, :, None]])
    times = np.arange(3.0)
    assert bend_test(twice, times, draws=99).size[0] == pytest.approx(bend_test(rates, times, draws=99).size[0])
    assert np.isnan(bend_test(twice[5:], times, draws=99).size[0])


def test_who_was_there_once_says_nothing_about_a_trend() -> None:
    rates = np.array([[1.0, 2, 3]] * 6)[:, :, None]
    once = np.concatenate([rates, np.array([[99.0, np.nan, np.nan]])[:, :, None]])
    times = np.arange(3.0)
    assert trend_test(once, times, draws=99).size[0] == trend_test(rates, times, draws=99).size[0]


def test_no_difference_within_persons_is_no_trend_and_no_number() -> None:
    found = trend_test(np.array([[3.0, 3, 3], [1, 1, 1]])[:, :, None], np.arange(3.0), draws=99)
    assert np.isnan([found.size[0], found.p[0], found.p_adjusted[0]]).all()


def test_groups_differ_as_often_as_every_division_says() -> None:
    changes = np.array([[4.0], [5], [3], [1], [0], [2], [2.5]])
    groups = np.array([0, 0, 0, 1, 1, 1, 1])

    def welch(labels: tuple[int, ...]) -> float:
        marks = np.array(labels)
        one, other = changes[marks == 0, 0], changes[marks == 1, 0]
        error = one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other)
        return abs(one.mean() - other.mean()) / math.sqrt(error)

    divisions = set(permutations(groups.tolist()))
    expected = sum(welch(d) >= welch(tuple(groups)) - 1e-9 for d in divisions) / len(divisions)
    assert expected > welch_p(changes[:3, 0], changes[3:, 0])  # p is the larger of the two
    p, adjusted = group_test(changes, put_together(groups))
    assert p[0] == pytest.approx(expected)
    assert adjusted[0] == p[0]
    assert put_together(groups).smallest_p == pytest.approx(1 / len(divisions))


def test_p_of_groups_is_at_least_that_of_welchs_t_for_unequal_variances() -> None:
    """A small group that varies more: the shuffles alone would be too sure."""
    changes = np.array([6.0, -1, 4, 0.4, -0.2, 0.1, 0.3, -0.5, 0.2, 0.0, -0.3, 0.1, 0.5, -0.4, 0.2])
    units = put_together(np.repeat([0, 1], [3, 12]))
    p = group_test(changes[:, None], units)[0][0]
    assert p == pytest.approx(ttest_ind(changes[:3], changes[3:], equal_var=False).pvalue)  # scipy's Welch test
    assert p == pytest.approx(welch_p(changes[:3], changes[3:]))


def test_p_of_three_groups_is_at_least_that_of_brown_and_forsythe() -> None:
    """The F of Brown and Forsythe (1974) with its own degrees of freedom, by hand."""
    changes = np.array([3.0, 9, 6, 1, 2, 1.5, 2.5, 0, 1, 0.5, 0.2])
    groups = np.array([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
    parts = [changes[groups == group] for group in range(3)]
    between = sum(len(own) * (own.mean() - changes.mean()) ** 2 for own in parts)
    within = [(1 - len(own) / 11) * own.var(ddof=1) for own in parts]
    freedom = sum(within) ** 2 / sum(w**2 / (len(own) - 1) for w, own in zip(within, parts, strict=True))
    expected = f.sf(between / sum(within), 2, freedom)
    assert group_test(changes[:, None], put_together(groups))[0][0] == pytest.approx(expected)


@pytest.mark.parametrize(("sizes", "expected"), [((3, 3), 0.1), ((2, 2, 2), 6 / 90), ((3, 12), 1 / 455), ((4,), 1)])
def test_the_smallest_p_of_groups_is_one_of_all_divisions_that_look_different(
    sizes: tuple[int, ...], expected: float
) -> None:
    assert put_together(np.repeat(range(len(sizes)), sizes)).smallest_p == pytest.approx(expected)


def test_a_small_group_that_varies_more_is_seldom_found_to_differ() -> None:
    random = np.random.default_rng(6)
    groups = np.repeat([0, 1], [3, 12])
    units = put_together(groups)
    spread = np.where(groups == 0, 1.0, 0.6)
    wrong = [group_test(spread[:, None] * random.normal(size=(15, 1)), units)[0][0] <= 0.05 for _ in range(200)]
    assert np.mean(wrong) <= 0.11


def test_a_log_change_is_of_rates_and_zero_where_nothing_was_said() -> None:
    before, after = np.array([[3.0, 0.0, 0.0]]), np.array([[1.5, 0.0, 2.0]])
    change = log_changes(before, after, np.array([[9.0, 0.0, 4.0]]))
    assert change.tolist() == [[pytest.approx(math.log(3.5 / 6.5)), 0.0, pytest.approx(math.log(9))]]


def test_welchs_t_equals_that_of_r_and_is_missing_without_spread() -> None:
    sleep = (
        np.array([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]),
        np.array([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]),
    )
    assert welch_p(*sleep) == pytest.approx(0.07939, abs=5e-6)  # R: t.test(extra ~ group, data = sleep)
    assert math.isnan(welch_p(np.ones(3), np.ones(3)))
    assert math.isnan(welch_p(np.ones(1), np.ones(3)))


def test_three_groups_and_a_code_nobody_changed_in() -> None:
    changes = np.c_[np.repeat([0.0, 3, 6], 4) + np.tile([0, 0.1, 0.2, 0.3], 3), np.ones(12)]
    p, adjusted = group_test(changes, put_together(np.repeat([0, 1, 2], 4)), draws=999)
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


def test_the_profile_of_one_person_is_compared_with_every_division_of_the_blocks() -> None:
    mentions, later = np.random.default_rng(5).poisson(2, (7, 3)).astype(float), np.arange(7) >= 4

    def distance(chosen: tuple[int, ...]) -> float:
        rest = [block for block in range(7) if block not in chosen]
        return float(hellinger(profiles(mentions[rest].sum(axis=0)), profiles(mentions[list(chosen)].sum(axis=0))))

    every = [distance(chosen) for chosen in combinations(range(7), 3)]
    observed = distance((4, 5, 6))
    found = own_distance(mentions, later, draws=99, seed=1)
    expected = sum(value >= observed - 1e-9 for value in every) / 35
    assert (found.distance, found.expected, found.p) == pytest.approx((observed, np.mean(every), expected))


def test_short_interviews_are_far_apart_and_no_further_than_chance() -> None:
    random = np.random.default_rng(2)
    later = np.arange(12) >= 6
    found = [own_distance(random.poisson(0.3, (12, 8)).astype(float), later, draws=99, seed=1) for _ in range(60)]
    assert np.mean([own.distance for own in found]) > 0.2
    assert np.mean([own.distance - own.expected for own in found]) == pytest.approx(0, abs=0.02)


def test_lift_is_the_log_of_seen_over_expected_less_its_mean_over_all_circular_shifts() -> None:
    present = np.random.default_rng(3).random((20, 2)) < 0.4
    shifted = [(present[:, 0] & np.roll(present[:, 1], -shift)).sum() for shift in range(20)]
    logs = [math.log((count + 0.5) / (np.mean(shifted) + 0.5)) for count in shifted]
    expected = [value - np.mean(logs) for value in logs]
    assert CodeTracks(present).lifts(np.array([0]), np.array([1]))[0] == pytest.approx(expected)


@pytest.mark.parametrize("share", [0.05, 0.3])
def test_codes_that_do_not_answer_to_each_other_have_no_lift_however_frequent(share: float) -> None:
    random = np.random.default_rng(4)
    lifts = [CodeTracks(random.random((150, 2)) < share).lifts(np.array([0]), np.array([1]))[0, 0] for _ in range(400)]
    assert np.mean(lifts) == pytest.approx(0, abs=0.07)


def test_a_pair_counts_for_a_person_only_where_both_codes_are_heard_in_both_waves() -> None:
    both = np.zeros((30, 2), dtype=bool)
    both[::3] = True
    one = both & np.array([True, False])
    found = pair_test([CodeTracks(both)] * 3, [CodeTracks(both), CodeTracks(both), CodeTracks(one)], [(0, 1)], draws=99)
    assert found.persons.tolist() == [2]
    assert np.isnan(found.p).all()
    assert found.before[0] > 0


@pytest.mark.slow
def test_tracks_turned_at_random_are_seldom_found_to_meet_more_than_before() -> None:
    random = np.random.default_rng(8)

    def interview(stays: float) -> CodeTracks:
        runs = np.zeros((90, 2), dtype=bool)
        for column in (0, 1):
            for start in random.integers(0, 88, int(stays)):
                runs[start : start + 3, column] = True
        return CodeTracks(np.stack([np.roll(track, random.integers(90)) for track in runs.T], axis=1))

    wrong = [
        pair_test([interview(5) for _ in range(7)], [interview(10) for _ in range(7)], [(0, 1)], draws=199).p[0] <= 0.05
        for _ in range(120)
    ]
    assert np.mean(wrong) <= 0.08


def test_codes_that_come_to_meet_are_found() -> None:
    random = np.random.default_rng(9)

    def track(shared: bool) -> CodeTracks:
        one, other = random.random((2, 120)) < 0.15
        return CodeTracks(np.stack([one, one if shared else other], axis=1))

    found = pair_test([track(False) for _ in range(8)], [track(True) for _ in range(8)], [(0, 1)], draws=499)
    assert found.p[0] < 0.02
    assert found.after[0] > found.before[0] + 0.5


def test_a_stretch_hears_what_any_of_its_sentences_holds() -> None:
    present = np.array([[1, 0], [0, 0], [0, 1], [0, 0], [0, 0]], dtype=bool)
    assert stretches(present, 3).tolist() == [[True, True], [False, True], [False, True]]
    assert stretches(present[:2], 3).tolist() == [[True, False]]
    assert stretches(present[:0], 3).tolist() == [[False, False]]


@pytest.mark.slow
def test_where_nothing_changed_a_trend_a_group_and_a_profile_are_seldom_found() -> None:
    random = np.random.default_rng(5)
    wrong, eight = np.zeros(4), put_together(np.repeat([0, 1], 4))
    for _ in range(NOTHING):
        level = random.gamma(2, 2, (8, 1, 1))
        talk = random.poisson(level * random.gamma(4, 0.25, (8, 3, 5)), (8, 3, 5)).astype(float)
        wrong += [
            trend_test(talk[:, :, :1], np.arange(3.0), draws=199).p[0] <= 0.05,
            bend_test(talk[:, :, :1], np.arange(3.0), draws=199).p[0] <= 0.05,
            group_test(talk[:, 1, :1] - talk[:, 0, :1], eight, draws=199)[0][0] <= 0.05,
            profile_test(talk[:, 0], talk[:, 1])[1] <= 0.05,
        ]
    assert (wrong / NOTHING <= 0.10).all()


def test_a_pair_that_no_shift_can_change_has_p_one_and_no_warning() -> None:
    everywhere = np.ones((60, 2), dtype=bool)
    found = pair_test([CodeTracks(everywhere)] * 7, [CodeTracks(everywhere)] * 7, [(0, 1)], draws=99)
    assert (found.p.tolist(), found.p_adjusted.tolist()) == ([1.0], [1.0])
