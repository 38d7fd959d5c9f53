"""The ratio's interval: there for every code, and never against the sign-flip test."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bp_qual.statistics.intervals import ratio_of_means
from bp_qual.statistics.permutation import flip_test
from bp_qual.statistics.ratio_interval import ratio_interval
from bp_qual.statistics.signed_sums import EXACT_SIZES, sum_tails
from bp_qual.statistics.tilted import CONCENTRATIONS, larger_is_later, tilted_limits

COUNTS = arrays(np.float64, st.tuples(st.integers(6, 9), st.just(2)), elements=st.integers(0, 12).map(float))


def column(*values: float) -> np.ndarray:
    return np.array([values], dtype=float).T


def limits(before: np.ndarray, after: np.ndarray, **options: np.ndarray) -> tuple[float, float]:
    found = ratio_interval(before, after, before + after, **options)
    return float(found.low[0]), float(found.high[0])


# two published ratios of paired means, with the limits of R's statpsych::ci.ratio.mean.ps (Bonett and Price 2020)
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            (59.85, 60.64, 84.86, 68.16, 71.53, 86.18, 67.30, 65.46, 83.50, 66.76, 88.37, 65.02),
            (76.41, 66.91, 81.06, 74.78, 83.76, 89.31, 78.78, 87.06, 82.61, 76.74, 88.33, 86.18),
            (1.120213, 1.040747, 1.205745),
        ),
        (
            (3.0, 3.1, 2.7, 2.6, 3.2, 3.8, 3.2, 3.0),
            (3.3, 3.6, 3.0, 3.1, 3.9, 4.2, 3.5, 3.3),
            (1.134146, 1.09417, 1.175583),
        ),
    ],
)
def test_the_jackknife_gives_the_published_limits_of_a_paired_ratio(
    before: tuple[float, ...], after: tuple[float, ...], expected: tuple[float, float, float]
) -> None:
    found = ratio_of_means(column(*before), column(*after))
    assert (found.value[0], found.low[0], found.high[0]) == pytest.approx(expected, abs=1e-3)


@given(
    arrays(np.float64, st.integers(1, 8), elements=st.integers(1, 5).map(float)),
    st.floats(0.05, 0.95),
    st.integers(-20, 20),
)
@settings(max_examples=60, deadline=None)
def test_the_tails_of_a_sum_are_those_of_every_arrangement(sizes: np.ndarray, up: float, seen: int) -> None:
    plus = np.clip(np.linspace(up, 1 - up, len(sizes)), 0.01, 0.99)
    at_least = at_most = 0.0
    for signs in product([-1, 1], repeat=len(sizes)):
        chance = math.prod(p if sign > 0 else 1 - p for p, sign in zip(plus, signs, strict=True))
        total = float(np.dot(signs, sizes))
        at_least += chance * (total >= seen)
        at_most += chance * (total <= seen)
    found = sum_tails(sizes, plus[None, :], float(seen))
    assert (found[0][0], found[1][0]) == pytest.approx((at_least, at_most), abs=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_the_approximation_for_many_persons_is_close_in_the_tails_that_make_a_limit(seed: int) -> None:
    random = np.random.default_rng(seed)
    sizes = random.gamma(2.0, 1.0, EXACT_SIZES)
    plus = np.array([np.full(EXACT_SIZES, 0.5), random.uniform(0.3, 0.8, EXACT_SIZES)])
    more, even = np.r_[sizes, np.full(3, 1e-6)], np.c_[plus, np.full((2, 3), 0.5)]
    tried = [(sum_tails(sizes, plus, seen)[0], sum_tails(more, even, seen)[0]) for seen in np.linspace(0, 30, 40)]
    exact, approximate = (np.ravel(values) for values in zip(*tried, strict=True))
    limit = (exact > 0.005) & (exact < 0.06)
    assert limit.sum() > 5
    assert approximate[limit] == pytest.approx(exact[limit], rel=0.08)


@pytest.mark.parametrize("against", [0, 1, 2])
@pytest.mark.parametrize("sign", [1, -1])
def test_where_nearly_all_changed_one_way_the_tails_are_those_of_every_arrangement(against: int, sign: int) -> None:
    """Of 17 persons, more than are counted one by one, listed here as 2^17 arrangements."""
    random = np.random.default_rng(against)
    sizes, plus = random.gamma(1.0, 3.0, 17) + 0.1, random.uniform(0.3, 0.9, 17)
    seen = sign * (sizes.sum() - 2 * np.sort(sizes)[:against].sum())
    up = (np.arange(2**17)[:, None] >> np.arange(17)) & 1 == 1
    sums, chance = np.where(up, sizes, -sizes).sum(axis=1), np.where(up, plus, 1 - plus).prod(axis=1)
    expected = chance[sums >= seen - 1e-9].sum(), chance[sums <= seen + 1e-9].sum()
    assert np.ravel(sum_tails(sizes, plus[None, :], float(seen))) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("persons", [12, 16, 17, 20, 40])
def test_a_theme_that_nobody_named_before_and_all_do_now_has_no_upper_limit_however_many_persons(persons: int) -> None:
    after = column(*(1.0 + n % 3 for n in range(persons)))
    low, high = limits(0 * after, after)
    assert high == math.inf
    assert low > 1.5
    assert limits(after, 0 * after) == pytest.approx((0, 1 / low), rel=1e-6)


def test_the_odds_are_even_at_a_ratio_of_one_and_a_mentions_worth_says_little() -> None:
    one = np.array([1.0])
    even = larger_is_later(np.array([9.0, 3, 1]), np.array([0.0, 2, 0.5]), one)
    assert even[0] == pytest.approx([0.5, 0.5, 0.5], abs=1e-15)
    few, many = larger_is_later(np.array([1.0, 20.0]), np.array([0.0, 0.0]), np.array([2.0]))[0]
    assert 0.5 < few < many


def test_the_odds_are_those_of_a_weighed_beta_binomial() -> None:
    from scipy.special import betaln

    larger, smaller, ratio = np.array([4.0, 3.0]), np.array([1.0, 0.0]), 2.0
    later = ratio / (1 + ratio)
    odds, weights = [], []
    for spread in CONCENTRATIONS:
        one, other = spread * later, spread * (1 - later)
        up = np.exp(betaln(larger + one, smaller + other) - betaln(one, other))
        down = np.exp(betaln(smaller + one, larger + other) - betaln(one, other))
        odds.append(up / (up + down))
        weights.append((up + down).prod())
    expected = np.average(odds, axis=0, weights=weights)
    assert larger_is_later(larger, smaller, np.array([ratio]))[0] == pytest.approx(expected)


@pytest.mark.slow
@given(COUNTS)
@settings(max_examples=80, deadline=None)
def test_one_lies_outside_the_interval_exactly_where_p_is_at_most_five_percent(counts: np.ndarray) -> None:
    before, after = counts[:, :1], counts[:, 1:]
    p = flip_test(after - before).p[0]
    low, high = limits(before, after)
    assert (low > 1 or high < 1) == (p <= 0.05)


@pytest.mark.slow
@given(COUNTS)
@settings(max_examples=60, deadline=None)
def test_swapping_the_waves_inverts_the_interval(counts: np.ndarray) -> None:
    low, high = limits(counts[:, :1], counts[:, 1:])
    other_low, other_high = limits(counts[:, 1:], counts[:, :1])
    if math.isnan(low):
        assert math.isnan(other_high)
        return
    assert other_low == pytest.approx(0.0 if math.isinf(high) else 1 / high, rel=1e-9)
    assert other_high == pytest.approx(math.inf if low == 0 else 1 / low, rel=1e-9)


@pytest.mark.slow
@given(COUNTS, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_persons_changes_no_limit(counts: np.ndarray, random: object) -> None:
    order = list(range(len(counts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = counts[order]
    assert limits(shuffled[:, :1], shuffled[:, 1:]) == pytest.approx(
        limits(counts[:, :1], counts[:, 1:]), rel=1e-9, nan_ok=True
    )


def test_more_persons_than_can_be_counted_agree_with_a_drawn_p_too() -> None:
    random = np.random.default_rng(3)
    before, after = random.poisson(4, (24, 40)).astype(float), random.poisson(5, (24, 40)).astype(float)
    p = flip_test(after - before).p
    found = ratio_interval(before, after, before + after, p=p)
    assert (((found.low > 1) | (found.high < 1)) == (p <= 0.05)).all()
    assert 0 < (p <= 0.05).sum() < 40


def test_a_theme_heard_in_one_wave_only_has_a_limit_on_one_side() -> None:
    low, high = limits(column(0, 0, 0, 0, 0, 0), column(2, 1, 4, 3, 2, 5))
    assert 1 < low < 3
    assert math.isinf(high)
    assert limits(column(0, 0, 0), column(1, 0, 2)) == (pytest.approx(0, abs=1), math.inf)


def test_one_person_who_carries_a_wave_does_not_take_the_interval_away() -> None:
    before, after = column(0, 7, 0, 0, 0, 0, 0, 0), column(1, 9, 3, 2, 4, 1, 2, 3)
    assert math.isnan(ratio_of_means(before, after).low[0])
    low, high = limits(before, after)
    assert 1 < low < after.sum() / 7 < high


def test_a_code_nobody_changed_in_has_no_interval_of_width_nought() -> None:
    assert np.isnan(limits(column(1, 1, 1, 1, 1, 1), column(1, 1, 1, 1, 1, 1))).all()
    assert np.isnan(limits(column(0, 0, 0), column(0, 0, 0))).all()


def test_where_all_change_by_the_same_factor_the_far_side_is_open_and_not_at_the_ratio() -> None:
    low, high = limits(column(*[1] * 8), column(*[9] * 8))
    assert 1 < low < 9
    assert math.isinf(high)


def test_persons_who_count_as_the_same_do_not_bear_on_the_side_of_one() -> None:
    before, after = column(2, 2, 2, 2, 2, 2.0), column(2.001, 2.001, 2.001, 2.001, 2.001, 2.001)
    assert limits(before, after)[0] > 1
    assert np.isnan(limits(before, after, differences=np.zeros((6, 1)))).all()


def test_the_far_limit_is_the_further_of_the_two_and_the_jackknifes_where_the_tilted_one_is_open() -> None:
    before, after = column(3, 1, 4, 1, 5, 9, 2, 6), column(5, 8, 9, 7, 9, 3, 2, 3)
    jackknife = ratio_of_means(before, after)
    assert tilted_limits(before, after, before + after)[1].tolist() == [math.inf]
    assert limits(before, after)[1] == pytest.approx(jackknife.high[0])
    before, after = column(4, 0, 0, 0, 0, 1, 9, 9), column(1, 8, 1, 6, 0, 0, 14, 3)
    tilted = tilted_limits(before, after, before + after)[1][0]
    assert ratio_of_means(before, after).high[0] < tilted < math.inf
    assert limits(before, after)[1] == pytest.approx(tilted)


@given(COUNTS)
@settings(max_examples=60, deadline=None)
def test_at_a_limit_of_the_tilted_test_either_tail_is_what_the_level_leaves(counts: np.ndarray) -> None:
    """Each limit lies where its tail is .025, not at a ratio that was only tried on the way to it."""
    before, after = counts[:, :1], counts[:, 1:]
    moved = (after != before)[:, 0]
    sizes, seen = np.abs(after - before)[moved, 0], float((after - before).sum())
    larger, smaller = np.maximum(before, after)[moved, 0], np.minimum(before, after)[moved, 0]
    for side, found in enumerate(tilted_limits(before, after, before + after)):
        limit = float(found[0])
        if moved.any() and 1e-3 < limit < 999 and abs(limit - 1) > 1e-4:
            tail = sum_tails(sizes, larger_is_later(larger, smaller, np.array([limit])), seen)[side][0]
            assert tail == pytest.approx(0.025, abs=2e-4)


def test_a_ratio_far_from_all_that_is_seen_is_no_limit():
    """Under a ratio of 60 nearly any order is likely again; the limit is the nearest ratio that is refused."""
    before = column(11, 8, 34, 7, 13, 28, 17, 79, 23, 17, 89, 31, 11, 6, 51, 16)
    after = column(9, 34, 2, 3, 20, 61, 29, 74, 19, 26, 62, 31, 37, 4, 30, 13)
    assert float(ratio_of_means(before, after).value[0]) == pytest.approx(1.03, abs=0.01)
    low, high = limits(before, after)
    assert low == pytest.approx(0.707, abs=0.001)
    assert 1.4 < high < 1.6  # it was 63
    turned = limits(after, before)
    assert turned == pytest.approx((1 / high, 1 / low), rel=1e-3)
