"""Intervals: against arithmetic done by hand, and honest where nothing can be given."""

from __future__ import annotations

import math
import sys
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from bp_qual.statistics.difference_interval import difference_interval, shift_limits
from bp_qual.statistics.intervals import clustered_ratio, ratio_of_means, share_interval
from bp_qual.statistics.permutation import flip_test

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from independent_mentions import poisson_ratio


def column(*values: float) -> np.ndarray:
    return np.array([values], dtype=float).T


def test_the_interval_of_a_mean_is_students_where_changes_are_not_skewed_and_go_both_ways() -> None:
    values = column(-3, -1, 1, 3)
    expected = stats.t.interval(0.95, 3, 0, stats.sem(values[:, 0]))
    assert np.ravel(difference_interval(values)) == pytest.approx(expected, rel=1e-6)


def test_persons_who_did_not_change_add_no_degrees_of_freedom() -> None:
    values = column(-3, -1, 1, 3, 0, 0)
    expected = stats.t.interval(0.95, 3, 0, stats.sem(values[:, 0]))
    assert np.ravel(difference_interval(values)) == pytest.approx(expected, rel=1e-6)


def test_a_limit_on_the_long_side_of_skewed_changes_is_halls() -> None:
    values = column(-2.5, -2.4, -2.3, -1.2, -1.1, -1, -0.9, -0.8, 1, 9)
    (_,), (high,) = difference_interval(values)
    n, mean, spread = 10, values.mean(), values.std(ddof=1)
    student = stats.t.interval(0.95, 9, mean, spread / math.sqrt(n))
    skewness = stats.skew(values[:, 0])
    assert mean < 0
    assert high > student[1]

    def transformed(t: float) -> float:  # Hall (1992): monotone, and its quantiles are those of t
        return t + skewness * t**2 / 3 + skewness**2 * t**3 / 27 + skewness / (6 * n)

    assert math.sqrt(n) * transformed((mean - high) / spread) == pytest.approx(-stats.t.ppf(0.975, 9))


@pytest.mark.parametrize("sign", [1, -1])
def test_the_far_limit_of_a_sure_change_is_that_of_t_on_the_log_scale(sign: int) -> None:
    values = sign * column(1, 2, 3, 2, 1, 3, 2, 2)
    mean, half = float(values.mean()), stats.t.ppf(0.975, 7) * stats.sem(values[:, 0])
    (low,), (high,) = difference_interval(values)
    near, far = (low, high) if sign > 0 else (high, low)
    assert far == pytest.approx(mean * math.exp(half / abs(mean)))
    assert near == pytest.approx(mean - sign * half)


def test_the_far_limit_of_a_change_without_direction_is_that_of_t_again() -> None:
    values = column(-3, -1, 1, 3.001)
    expected = stats.t.interval(0.95, 3, values.mean(), stats.sem(values[:, 0]))
    assert np.ravel(difference_interval(values)) == pytest.approx(expected, abs=0.01)


@given(arrays(np.float64, st.integers(2, 9), elements=st.integers(-6, 6).map(float)))
@settings(max_examples=60, deadline=None)
def test_swapping_the_waves_turns_the_limits_of_a_difference_round(values: np.ndarray) -> None:
    changes = values[:, None]
    low, high = difference_interval(changes)
    other_low, other_high = difference_interval(-changes)
    assert (-other_high[0], -other_low[0]) == pytest.approx((low[0], high[0]), nan_ok=True)


@given(arrays(np.float64, st.integers(6, 9), elements=st.integers(-4, 9).map(float)))
@settings(max_examples=80, deadline=None)
def test_zero_lies_outside_the_interval_of_a_difference_exactly_where_p_is_at_most_five_percent(
    values: np.ndarray,
) -> None:
    changes = values[:, None]
    p = flip_test(changes).p
    (low,), (high,) = difference_interval(changes, p=p)
    if not math.isnan(low):
        assert (low > 0 or high < 0) == (p[0] <= 0.05)
        assert low <= changes.mean() <= high


@pytest.mark.slow
@given(arrays(np.float64, st.integers(5, 8), elements=st.integers(-5, 9).map(float)))
@settings(max_examples=40, deadline=None)
def test_a_shift_within_its_limits_is_not_refused_by_every_order_and_one_beyond_is(values: np.ndarray) -> None:
    low, high = shift_limits(values)
    orders = np.array(list(product([1, -1], repeat=len(values))))

    def p(shift: float) -> float:
        moved = values - shift
        return float((np.abs(orders @ moved) >= abs(moved.sum()) - 1e-9).mean())

    for limit, outward in ((low, -1), (high, 1)):
        if math.isfinite(limit) and np.ptp(values) > 0:
            assert p(limit - outward * 1e-3) > 0.05
            assert p(limit + outward * 1e-3) <= 0.05


def test_where_nobody_differs_there_is_no_interval_of_width_nought() -> None:
    assert np.isnan(difference_interval(column(0, 0, 0))).all()
    assert np.isnan(difference_interval(column(2, 2, 2))).all()


def test_of_eight_persons_who_did_not_up_to_37_in_100_such_persons_might() -> None:
    assert share_interval(0, 8) == pytest.approx((0, 0.3694), abs=5e-5)  # R: binom.test(0, 8)
    assert share_interval(5, 8) == pytest.approx((0.2449, 0.9148), abs=5e-5)  # R: binom.test(5, 8)
    assert share_interval(8, 8)[1] == 1


def test_the_ratio_leaves_each_person_out_in_turn() -> None:
    before, after = column(1, 2, 3, 4), column(2, 6, 3, 8)
    found = ratio_of_means(before, after)
    logs = [math.log(np.delete(after, i).sum() / np.delete(before, i).sum()) for i in range(4)]
    error = math.sqrt(3 / 4 * sum((value - sum(logs) / 4) ** 2 for value in logs))
    half = stats.t.ppf(0.975, 3) * error
    assert found.value[0] == pytest.approx(1.9)
    assert (found.low[0], found.high[0]) == pytest.approx((1.9 * math.exp(-half), 1.9 * math.exp(half)))
    assert found.leaning[0] == max(range(4), key=lambda i: abs(logs[i] - math.log(1.9)))


def test_a_wave_without_a_mention_has_no_ratio() -> None:
    found = ratio_of_means(column(0, 0, 0), column(1, 2, 3))
    assert np.isnan([found.value[0], found.low[0], found.high[0]]).all()
    assert found.leaning[0] == -1


def test_a_wave_that_one_person_carries_has_a_ratio_without_limits_and_names_the_person() -> None:
    found = ratio_of_means(column(0, 7, 0), column(1, 2, 3))
    assert found.alone[0]
    assert found.leaning[0] == 1
    assert found.value[0] == pytest.approx(6 / 7)
    assert math.isnan(found.low[0])


def test_rates_that_do_not_add_up_exactly_still_leave_zero_when_the_only_speaker_goes() -> None:
    found = ratio_of_means(column(0.1 + 0.2, 0, 0), column(0.1, 0.2, 0.7))
    assert found.alone[0]


def test_swapping_the_waves_turns_the_ratio_and_its_limits_over() -> None:
    before, after = column(1, 2, 3, 4), column(2, 6, 3, 8)
    one, other = ratio_of_means(before, after), ratio_of_means(after, before)
    assert (1 / other.value[0], 1 / other.high[0], 1 / other.low[0]) == pytest.approx(
        (one.value[0], one.low[0], one.high[0])
    )


@pytest.mark.parametrize("persons", [0, 1])
def test_too_few_persons_have_no_interval(persons: int) -> None:
    values = np.ones((persons, 2))
    assert np.isnan(difference_interval(values)).all()
    assert np.isnan(ratio_of_means(values, values).low).all()


def test_clusters_widen_the_interval_of_one_person_by_the_root_of_their_size() -> None:
    y1, y2, words = column(4), column(12), column(1000)
    single, clustered = (clustered_ratio(y1, y2, words, words, phi=phi) for phi in (1.0, 4.0))
    assert math.log(clustered.high[0, 0] / clustered.value[0, 0]) == pytest.approx(
        2 * math.log(single.high[0, 0] / single.value[0, 0])
    )
    assert clustered.p[0, 0] > single.p[0, 0]


def test_independent_mentions_give_nearly_the_exact_poisson_p() -> None:
    found = clustered_ratio(column(11), column(21), column(800), column(3011), phi=1)
    assert found.p[0, 0] == pytest.approx(0.0637, abs=0.03)


def test_occasions_that_differ_make_one_person_less_sure_and_the_more_so_the_longer_the_interviews() -> None:
    y1, y2 = column(10, 100), column(30, 300)
    alike = clustered_ratio(y1, y2, column(1000, 10000), column(1000, 10000), phi=1)
    other = clustered_ratio(y1, y2, column(1000, 10000), column(1000, 10000), phi=1, occasion=0.5)
    assert (other.p > alike.p).all()
    assert (other.high > alike.high).all()
    assert alike.p[1, 0] < 1e-20
    assert other.p[1, 0] > 0.05


def test_no_words_and_no_mentions_say_nothing() -> None:
    nobody = clustered_ratio(column(0), column(3), column(math.nan), column(1000))
    silent = clustered_ratio(column(0), column(0), column(500), column(500))
    assert math.isnan(nobody.p[0, 0])
    assert silent.p[0, 0] == 1


@pytest.mark.parametrize(
    ("counts", "words", "expected"),
    [
        ((11, 21), (800, 3011), (1 / 1.971488, 1 / 4.2772659, 1 / 0.8584264, 0.079669)),
        ((12, 4), (6000, 5000), (1 / 2.5, 1 / 10.6352871, 1 / 0.7576933, 0.1323)),
        ((9, 2), (16660, 17877), (2 * 16660 / 9 / 17877, 0.02177406, 1.00054910, None)),  # R rateratio.test
    ],
)
def test_independent_mentions_are_compared_as_poisson_test_in_r_does(
    counts: tuple[int, int], words: tuple[int, int], expected: tuple[float | None, ...]
) -> None:
    given = [value for value in expected if value is not None]
    assert poisson_ratio(*counts, *words)[: len(given)] == pytest.approx(given, rel=1e-5, abs=5e-5)


def test_p_and_interval_of_poisson_test_in_r_contradict_each_other() -> None:
    _, low, high, p = poisson_ratio(10, 2, 20000, 17877)  # the opening example of R's exactci: .04213, .0238 to 1.050
    assert (round(p, 5), round(low, 4), round(high, 3)) == (0.04213, 0.0238, 1.050)


def test_a_poisson_ratio_of_nothing_has_open_limits() -> None:
    assert poisson_ratio(0, 3, 100, 100)[0] == math.inf
    assert poisson_ratio(3, 0, 100, 100)[1] == 0


@pytest.mark.parametrize("change", [2.0, -1.5])
def test_where_all_changed_alike_the_interval_of_the_shift_is_that_change(change: float) -> None:
    """Six who all changed by 2: a shift of 2 gives no change at all, any other one 6 of 6 to one side, p 1/32."""
    assert shift_limits(np.full(6, change)) == pytest.approx((change, change))
    assert all(map(math.isinf, shift_limits(np.full(5, change))))


def test_the_interval_of_a_person_does_not_hold_1_where_p_refuses_it() -> None:
    """From 1 mention to 30 in equally long interviews p was .025, and the interval 0.69 to 599."""
    grid = np.arange(0.0, 61.0)
    before, after = (part.ravel() for part in np.meshgrid(grid, grid))
    for occasion in (0.0, 0.3, 0.5):
        words = np.full(len(before), 4000.0)
        found = clustered_ratio(before, after, words, 0.7 * words, occasion=occasion)
        refused = found.p < 0.0499
        assert refused.sum() > 100
        assert ((found.low > 1) | (found.high < 1))[refused].all()
        assert ((found.low <= found.value) & (found.value <= found.high)).all()
