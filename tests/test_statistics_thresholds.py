"""How much would have to be otherwise, and how persons are weighed against each other."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bp_qual.statistics.occasions import LEAST_SPREAD, USUAL_SPREAD, log_ratios, occasion_spread, shrink
from bp_qual.statistics.thresholds import dropout_bound, tipping_thresholds, within_factor


def test_a_change_is_gone_at_the_ratio_and_no_longer_clear_at_its_near_limit() -> None:
    rise, fall = tipping_thresholds(1.8, 1.29, 2.5), tipping_thresholds(1 / 1.8, 1 / 2.5, 1 / 1.29)
    assert (rise.recall_unclear, rise.recall_gone) == pytest.approx((1 / 1.29, 1 / 1.8))
    assert (rise.false_unclear, rise.false_gone) == pytest.approx((1 - 1 / 1.29, 1 - 1 / 1.8))
    assert (fall.recall_unclear, fall.false_gone) == pytest.approx((rise.recall_unclear, rise.false_gone))


def test_a_change_that_is_not_clear_has_one_threshold_only() -> None:
    found = tipping_thresholds(1.8, 0.9, 2.5)
    assert math.isnan(found.recall_unclear)
    assert found.recall_gone == pytest.approx(1 / 1.8)


def test_recall_can_hardly_make_eight_and_a_half_of_one() -> None:
    assert tipping_thresholds(8.5, 3.2, math.inf).hardly_recall
    assert not tipping_thresholds(8.5, 1.3, math.inf).hardly_recall


def test_a_wave_without_a_mention_cannot_be_undone_by_any_recall() -> None:
    assert tipping_thresholds(math.inf, 1.2, math.inf).recall_gone == 0
    assert tipping_thresholds(0.0, 0.0, 0.8).false_gone == 1


def test_an_open_limit_never_shows_that_a_rate_stayed() -> None:
    low, high = np.array([0.7, 0.0, 0.7, np.nan]), np.array([1.4, 1.4, np.inf, np.nan])
    assert within_factor(low, high, 1.5).tolist() == [True, False, False, False]
    with pytest.raises(ValueError, match="a factor above 1"):
        within_factor(low, high, 1.0)


def test_dropouts_can_fall_to_zero_and_no_further() -> None:
    changes, rates = np.array([[2.0], [4.0], [0.0]]), np.array([[5.0], [0.0]])
    assert dropout_bound(changes, rates)[0] == pytest.approx((6 - 5) / 5)
    assert dropout_bound(changes, np.zeros((0, 1)))[0] == pytest.approx(2)


def test_the_spread_between_occasions_is_found_from_persons_whose_change_is_alike() -> None:
    random = np.random.default_rng(1)
    persons, words = 400, np.full(400, 6000.0)
    for spread in (0.3, 0.6):
        level = np.exp(spread * random.normal(size=(persons, 2, 2)))
        before, after = (random.poisson(40 * level[:, wave] * (1, 3)[wave]).astype(float) for wave in (0, 1))
        found = occasion_spread(before, after, words, words, phi=np.ones(2))
        assert found == pytest.approx(spread, abs=0.05)


def test_two_interviews_in_one_wave_tell_it_without_taking_a_change_out() -> None:
    words = np.full(30, 5000.0)
    before, after = np.full((30, 1), 20.0), np.full((30, 1), 60.0)
    assert occasion_spread(before, after, words, words, phi=np.ones(1)) == pytest.approx(LEAST_SPREAD, abs=0.02)
    assert occasion_spread(before, after, words, words, phi=np.ones(1), same_wave=True) > 0.6


def test_few_pairs_leave_the_spread_at_the_usual_value_and_none_at_all_say_it() -> None:
    words = np.full(2, 5000.0)
    few = occasion_spread(np.full((2, 1), 20.0), np.full((2, 1), 20.0), words, words, phi=np.ones(1))
    assert 0.45 < few < USUAL_SPREAD
    rare = occasion_spread(np.ones((9, 1)), np.ones((9, 1)), np.ones(9), np.ones(9), phi=np.ones(1))
    assert rare == USUAL_SPREAD


def test_shrunken_changes_have_about_half_the_error() -> None:
    random = np.random.default_rng(2)
    raw, drawn_in = [], []
    for _ in range(200):
        truth = random.normal(0.3, 0.5, 12)
        level = 6 * random.gamma(1.2, 1 / 1.2, 12)
        starts = random.poisson(np.c_[level, level * np.exp(truth)] / 2)
        mentions = starts + np.where(starts > 0, random.negative_binomial(np.maximum(starts, 1), 0.5), 0.0)
        words = np.ones(12)
        logs, noise = log_ratios(mentions[:, :1], mentions[:, 1:], words, words, phi=np.full(1, 3.0))
        raw.append(((logs[:, 0] - truth) ** 2).mean())
        drawn_in.append(((shrink(logs, noise)[:, 0] - truth) ** 2).mean())
    assert np.sqrt(np.mean(drawn_in)) < 0.6 * np.sqrt(np.mean(raw))


def test_a_person_who_was_not_there_has_no_shrunken_change() -> None:
    assert math.isnan(shrink(np.array([[1.0, np.nan, 2.0]]).T, np.ones((3, 1)))[1, 0])
    assert np.isnan(shrink(np.full((2, 1), np.nan), np.ones((2, 1)))).all()
    assert math.isnan(log_ratios(np.ones((1, 1)), np.ones((1, 1)), np.zeros(1), np.ones(1), phi=np.ones(1))[0][0, 0])
