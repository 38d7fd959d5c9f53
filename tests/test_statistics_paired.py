"""Wilcoxon, t, effect sizes and corrections against published and R values."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from scipy import stats

from bp_qual.compare.group import corrected
from bp_qual.statistics.multiplicity import benjamini_hochberg, holm, step_down
from bp_qual.statistics.paired import dz, paired_t_p, rank_biserial, standardised_difference, wilcoxon_p

SLEEP = np.array([1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4])
DARWIN = np.array([49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48.0])
MANY_TIES = np.array([0, 0, 1, 1, 2, -1, 3, 2, 2, 4, -2, 5, 1, 0, 6, -1.0])
ZEROS_TIES = np.array([0, 0, 1, 1, 2, -1, 3, 2, 2, 4.0])
PS = np.array([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216])


@pytest.mark.parametrize(
    ("differences", "pratt", "dropped"),
    [
        (SLEEP, 0.00390625, 0.00390625),
        (DARWIN, 0.041260, 0.041260),
        (np.array([1, 1, 2, 3, 4, -1, 2, 5.0]), 0.03125, 0.03125),
        (ZEROS_TIES, 0.03125, 0.03125),
        (MANY_TIES, 0.029297, 0.025391),
        (np.array([0.1 + 0.2, 0.3, -0.3, 0.6, 0.9, 1.2]), 0.09375, 0.09375),
        (np.round([0.1 + 0.2, 0.3, -0.3, 0.6, 0.9, 1.2], 9), 0.125, 0.125),
    ],
)
def test_wilcoxon_equals_coin_and_exact_rank_tests(differences: np.ndarray, pratt: float, dropped: float) -> None:
    assert wilcoxon_p(differences) == pytest.approx(pratt, abs=5e-7)
    assert wilcoxon_p(differences, zeros="drop") == pytest.approx(dropped, abs=5e-7)


def test_wilcoxon_equals_enumeration_by_hand() -> None:

    differences = np.array([0, 0, 1, -1, 3, 1, 1, -9.0])
    ranks = stats.rankdata(abs(differences))[differences != 0]
    observed = ranks[differences[differences != 0] > 0].sum()
    sums = [sum(r for r, up in zip(ranks, ups, strict=True) if up) for ups in product((0, 1), repeat=6)]
    centre = ranks.sum() / 2
    expected = sum(abs(s - centre) >= abs(observed - centre) for s in sums) / 64
    assert wilcoxon_p(differences) == pytest.approx(expected)


def test_wilcoxon_of_many_persons_follows_the_normal_curve() -> None:
    differences = np.random.default_rng(5).normal(0.3, 1, 61)
    assert wilcoxon_p(differences) == pytest.approx(stats.wilcoxon(differences, method="approx").pvalue, rel=1e-6)


def test_nobody_changed_is_no_evidence() -> None:
    assert wilcoxon_p(np.zeros(4)) == 1
    assert math.isnan(rank_biserial(np.zeros(4)))
    assert math.isnan(dz(np.ones(3)))


def test_an_unknown_rule_for_zeros_is_refused() -> None:
    with pytest.raises(ValueError, match="'pratt' or 'drop', not 'keep'"):
        wilcoxon_p(SLEEP, zeros="keep")


def test_effect_sizes_equal_the_published_ones() -> None:
    assert dz(SLEEP) == pytest.approx(1.284558, abs=5e-7)
    assert rank_biserial(ZEROS_TIES, zeros="drop") == pytest.approx(0.888889, abs=5e-7)
    assert rank_biserial(ZEROS_TIES) == pytest.approx(0.846154, abs=5e-7)


def test_a_standardised_difference_needs_two_on_each_side_and_some_spread() -> None:
    assert standardised_difference(np.array([1.0, 3.0]), np.array([2.0, 4.0])) == pytest.approx(-1 / math.sqrt(2))
    assert math.isnan(standardised_difference(np.array([1.0]), np.array([2.0, 4.0])))
    assert math.isnan(standardised_difference(np.ones(2), np.ones(2)))


def test_corrections_equal_those_of_r() -> None:
    assert holm(PS) == pytest.approx([0.010, 0.072, *[0.312] * 5, *[0.615] * 3])
    assert corrected(PS, "Benjamini-Hochberg") == pytest.approx(
        [0.010, 0.040, 0.084, 0.084, 0.084, 0.100, 0.1057143, 0.216, 0.216, 0.216], abs=5e-7
    )


def test_corrections_do_not_depend_on_the_order_of_codes() -> None:
    order = np.random.default_rng(1).permutation(len(PS))
    assert holm(PS[order]) == pytest.approx(holm(PS)[order])
    assert corrected(PS[order], "Benjamini-Hochberg") == pytest.approx(corrected(PS, "Benjamini-Hochberg")[order])


def test_no_p_at_all_stays_none() -> None:
    assert len(holm(np.array([]))) == len(corrected(np.array([]), "Benjamini-Hochberg")) == 0


def test_step_down_never_adjusts_below_p_and_keeps_the_ranking() -> None:
    random = np.random.default_rng(2)
    p, adjusted = step_down(abs(random.normal(size=(500, 6))), np.array([3.0, 2.0, 1.0, 0.5, 2.5, 0.1]))
    assert (adjusted >= p).all()
    assert (np.argsort(adjusted, kind="stable")[:2] == [0, 4]).all()


def test_a_weaker_code_is_never_surer_than_a_stronger_one() -> None:
    drawn = np.array([[3.0, 0], [3, 0], [0, 0], [0, 0]])
    p, adjusted = step_down(drawn, np.array([2.0, 1.5]))
    assert p.tolist() == [0.6, 0.2]
    assert adjusted.tolist() == [0.6, 0.6]


def test_benjamini_hochberg_equals_scipy_and_r() -> None:
    assert benjamini_hochberg(PS) == pytest.approx(stats.false_discovery_control(PS))
    assert benjamini_hochberg(PS)[:5] == pytest.approx([0.01, 0.04, 0.084, 0.084, 0.084])  # p.adjust(p, "BH")


def test_the_paired_t_test_equals_scipy_and_has_no_p_where_all_changed_alike() -> None:
    columns = np.stack([SLEEP, SLEEP * 0 + 1, -SLEEP], axis=1)
    expected = stats.ttest_1samp(SLEEP, 0.0).pvalue
    assert paired_t_p(columns) == pytest.approx([expected, math.nan, expected], nan_ok=True)
    assert expected == pytest.approx(0.002833, abs=5e-7)  # R's t.test(sleep)
