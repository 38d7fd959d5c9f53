"""The corrected change: unbiased over every sample there is, and samples whose probabilities are what they say."""

from __future__ import annotations

from itertools import combinations, pairwise, product

import numpy as np
import pytest

from bp_qual.statistics.allocation import draw_in_order, draw_strata, mix_within, share_out, unequal_chances
from bp_qual.statistics.corrected import correct_difference, student_limits, weigh_units

# three persons, two waves, four units each
PERSON, WAVE = np.repeat([0, 1, 2], 8), np.tile(np.repeat([0, 1], 4), 3)
AUTOMATIC = np.array(list(map(float, "100101100010110010100011")))
HUMAN = np.array(list(map(float, "101101110100110110101010")))
STRATA = (WAVE * 2 + AUTOMATIC).astype(int)
UNITS = [np.flatnonzero(stratum == STRATA) for stratum in range(4)]
CHANCES = np.array([3 / len(UNITS[stratum]) for stratum in STRATA])
WEIGHTS = weigh_units(PERSON, WAVE, np.ones(24), 3)


def label(drawn: np.ndarray) -> np.ndarray:
    human = np.full(24, np.nan)
    human[drawn] = HUMAN[drawn]
    return human


def test_over_all_140000_samples_estimate_bias_and_variance_are_exactly_unbiased() -> None:
    """For strata drawn without replacement all three are sums over strata, so sums over their samples suffice.

    All 140,000 through `correct_difference` itself gave .1666666667 (bias -.0833333333) and both variances .0395061728.
    """
    assert np.prod([len(list(combinations(units, 3))) for units in UNITS]) == 140_000
    truth, estimate, variance, true_variance = float(WEIGHTS @ HUMAN), float(WEIGHTS @ AUTOMATIC), 0.0, 0.0
    errors = WEIGHTS * (HUMAN - AUTOMATIC)
    for units in UNITS:
        raised = np.array([errors[list(s)].mean() * len(units) for s in combinations(units, 3)])
        estimate, true_variance = estimate + raised.mean(), true_variance + raised.var()
        spread = [errors[list(s)].var(ddof=1) for s in combinations(units, 3)]
        variance += float(np.mean(spread)) * len(units) ** 2 * (1 - 3 / len(units)) / 3
    assert (truth, estimate) == (pytest.approx(1 / 6), pytest.approx(1 / 6))
    assert true_variance == pytest.approx(0.0395061728) == pytest.approx(variance)


def test_the_function_gives_the_mean_of_a_part_of_all_samples() -> None:
    """All samples that differ in one wave, through the function itself; the other wave is coded completely."""
    chances = np.where(WAVE == 0, CHANCES, 1.0)
    found = []
    for sample in product(*(combinations(units, 3) for units in UNITS[:2])):
        drawn = np.concatenate([np.flatnonzero(WAVE == 1), *map(np.array, sample)])
        found.append(correct_difference(PERSON, WEIGHTS, AUTOMATIC, label(drawn), chances, strata=STRATA))
    assert len(found) == 350
    assert np.mean([one.change for one in found]) == pytest.approx(1 / 6)
    assert np.mean([one.bias for one in found]) == pytest.approx(1 / 12 - 1 / 6)
    assert np.mean([one.design_error**2 for one in found]) == pytest.approx(np.var([one.change for one in found]))


def test_one_sample_gives_the_figures_of_the_reference() -> None:
    drawn = np.concatenate([units[:3] for units in UNITS])
    found = correct_difference(PERSON, WEIGHTS, AUTOMATIC, label(drawn), CHANCES, strata=STRATA)
    figures = (found.change, found.error, found.design_error, found.bias, found.naive)
    assert figures == pytest.approx((0.19444444, 0.23733344, 0.20786985, -0.11111111, 1 / 12), abs=1e-8)
    assert found.changes == pytest.approx([-0.08333333, 0.66666667, 0.0], abs=1e-8)
    low, high = student_limits(found.changes)
    assert (found.low, found.high) == (low, high)
    assert high - low == pytest.approx(2 * 4.302653 * 0.23733344, abs=1e-5)


def test_when_people_coded_everything_the_sample_adds_nothing() -> None:
    found = correct_difference(PERSON, WEIGHTS, AUTOMATIC, HUMAN, np.ones(24), strata=STRATA)
    assert (found.change, found.design_error) == (pytest.approx(1 / 6), 0.0)


def test_a_stratum_with_one_unit_seen_gives_no_design_error() -> None:
    drawn = np.concatenate([units[:1] if stratum == 0 else units for stratum, units in enumerate(UNITS)])
    chances = np.where(STRATA == 0, 1 / 7, 1.0)
    assert np.isnan(correct_difference(PERSON, WEIGHTS, AUTOMATIC, label(drawn), chances, strata=STRATA).design_error)


def test_a_person_without_talk_in_a_wave_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="both waves"):
        weigh_units(np.array([0, 1, 1]), np.array([0, 0, 1]), np.ones(3), 2)


def test_with_words_as_size_the_change_is_that_of_rates_per_word() -> None:
    words, mentions = np.array([100.0, 300.0, 200.0]), np.array([1.0, 1.0, 3.0])
    weights = weigh_units(np.zeros(3, int), np.array([0, 0, 1]), words, 1)
    assert float(weights @ mentions) == pytest.approx(3 / 200 - 2 / 400)


def test_strata_get_units_by_size_and_spread_and_never_more_than_they_hold() -> None:
    numbers = share_out(np.array([3, 10, 5000, 1]), np.array([0.4, 0.4, 0.12, 0.4]), 200)
    assert numbers.sum() == 200
    assert (numbers <= [3, 10, 5000, 1]).all()
    assert (numbers >= [2, 2, 2, 1]).all()
    assert share_out(np.array([3, 4]), np.array([0.4, 0.1]), 50).tolist() == [3, 4]


def test_units_are_drawn_as_often_as_their_probability_says() -> None:
    chances = unequal_chances(np.array([1.0, 2, 3, 4, 50, 1, 1, 1]), 4)
    rng = np.random.default_rng(4)
    drawn = np.mean([draw_in_order(chances, rng) for _ in range(4000)], axis=0)
    assert chances.sum() == pytest.approx(4)
    assert drawn == pytest.approx(chances, abs=0.03)
    strata = np.array([0, 0, 0, 0, 1, 1])
    drawn = np.mean([draw_strata(strata, np.array([1, 2]), rng) for _ in range(2000)], axis=0)
    assert drawn == pytest.approx([0.25] * 4 + [1.0] * 2, abs=0.04)


def simulate(rng: np.random.Generator, persons: int, found_later: float) -> tuple[bool, bool]:
    """One study without any change: a coder that finds .85 first, and `found_later` in the second wave."""
    per = 60
    person = np.repeat(np.arange(persons), 2 * per)
    wave = np.tile(np.repeat([0, 1], per), persons)
    share = 1 / (1 + np.exp(2 - rng.normal(0, 0.6, persons)))
    human = (rng.random(len(person)) < share[person]).astype(float)
    recall = np.where(wave == 0, 0.85, found_later)
    automatic = np.where(human == 1, rng.random(len(person)) < recall, rng.random(len(person)) < 0.03).astype(float)
    strata = (wave * 2 + automatic).astype(int)
    sizes = np.bincount(strata, minlength=4)
    numbers = share_out(sizes, np.array([0.12, 0.4, 0.12, 0.4]), 400)
    drawn = draw_strata(strata, numbers, rng)
    weights = weigh_units(person, wave, np.ones(len(person)), persons)
    chances = (numbers / sizes)[strata]
    seen = np.where(drawn, human, np.nan)
    found = correct_difference(person, weights, automatic, seen, chances, strata=strata)
    naive = persons * np.bincount(person, weights * automatic)
    low, high = student_limits(naive)
    return not low <= 0 <= high, not found.low <= 0 <= found.high


def test_a_coder_that_finds_less_later_invents_a_fall_and_the_correction_takes_it_away() -> None:
    rng = np.random.default_rng(7)
    naive, corrected = np.mean([simulate(rng, 24, 0.57) for _ in range(100)], axis=0)
    assert naive > 0.4
    assert corrected < 0.11  # .05 and what 100 studies let chance add


def make_labelled_study(persons: int, per: int, seed: int, m: int) -> tuple[np.ndarray, ...]:
    """Return a study with equally long interviews, of which so many passages of each wave are drawn at random."""
    rng = np.random.default_rng(seed)
    person, wave = np.repeat(np.arange(persons), 2 * per), np.tile(np.repeat([0, 1], per), persons)
    human = (rng.random(len(person)) < 0.2).astype(float)
    recall = np.where(wave, 0.57, 0.85)
    found = np.where(human == 1, rng.random(len(person)) < recall, rng.random(len(person)) < 0.03).astype(float)
    drawn = np.zeros(len(person), dtype=bool)
    for part in (0, 1):
        drawn[rng.choice(np.flatnonzero(wave == part), m, replace=False)] = True
    return person, wave, human, found, drawn


@pytest.mark.parametrize(
    ("persons", "per", "m", "seed", "published"),
    [(8, 12, 30, 0, 0.18958333333333333), (24, 100, 200, 7, -0.01833333333333334)],
)
def test_with_equally_long_interviews_it_is_the_difference_of_two_means_of_ppi_py(
    persons: int, per: int, m: int, seed: int, published: float
) -> None:
    """`ppi_mean_pointestimate(..., lam=1)` of ppi_py 0.2.3, a wave each; over 200 such studies at most 7e-17 apart."""
    person, wave, human, found, drawn = make_labelled_study(persons, per, seed, m)
    weights = weigh_units(person, wave, np.ones(len(person)), persons)
    chances = np.full(len(person), m / (persons * per))
    ours = correct_difference(person, weights, found, np.where(drawn, human, np.nan), chances, strata=wave).change
    means = [
        found[wave == part].mean() + (human - found)[drawn & (wave == part)].mean() for part in (0, 1)
    ]  # the estimator in a line: the mean of all labels, and of the errors in what was seen
    assert ours == pytest.approx(published, abs=1e-15) == pytest.approx(means[1] - means[0], abs=1e-15)


def test_the_first_twelve_units_of_the_toy_population_give_the_figure_of_ppi_py() -> None:
    """`ppi_py` 0.2.3 gives .75 and .66666667 for the waves: the first six units of each were coded."""
    drawn = np.concatenate([np.flatnonzero(wave == WAVE)[:6] for wave in (0, 1)])
    found = correct_difference(PERSON, WEIGHTS, AUTOMATIC, label(drawn), np.full(24, 0.5), strata=WAVE)
    assert found.change == pytest.approx(2 / 3 - 3 / 4)


def test_a_sample_in_order_does_not_go_along_with_the_order_of_what_is_said() -> None:
    """Every fifth passage has the code and every fifth is drawn: each start found all of it, or nothing."""
    cells, chances, rng = [f"P{at // 10}" for at in range(200)], np.full(200, 0.2), np.random.default_rng(1)
    code = np.arange(200) % 5 == 0
    as_listed = [code[draw_in_order(chances, rng)].mean() for _ in range(400)]
    mixed = [code[draw_in_order(chances, rng, mix_within(cells, rng))].mean() for _ in range(400)]
    assert set(as_listed) == {0.0, 1.0}
    assert np.mean(mixed) == pytest.approx(0.2, abs=0.015)
    assert np.var(mixed) < 1.2 * 0.2 * 0.8 * (1 - 0.2) / 40  # as of one that is drawn at random


def test_a_mixed_order_keeps_the_units_of_a_cell_together_and_each_chance_as_it_is() -> None:
    cells, rng = [f"P{at % 7}" for at in range(70)], np.random.default_rng(2)
    in_order = [cells[at] for at in mix_within(cells, rng).tolist()]
    assert sum(one != other for one, other in pairwise(in_order)) == 6
    chances = unequal_chances(np.linspace(1.0, 5.0, 70), 20)
    drawn = np.mean([draw_in_order(chances, rng, mix_within(cells, rng)) for _ in range(4000)], axis=0)
    assert np.abs(drawn - chances).max() < 0.04
