"""A small look at `benchmarks/simulate.py`: with nothing changed, little is found; a seed, and wide tolerance."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from invented_counts import PER_THOUSAND
from simulate import (
    FREQUENCY,
    Talk,
    coverage,
    family_error,
    flags_of,
    interval_of_counts,
    person_flags,
    type_one_error,
)
from simulated_cells import differences_of

PANELS = 300


@pytest.mark.sweep(1)
@pytest.mark.parametrize("code", FREQUENCY)
def test_the_default_test_is_seldom_wrong_and_a_chi_square_of_segments_often(code: str) -> None:
    wrong, segments = type_one_error(1, PANELS, 15, FREQUENCY[code])
    assert wrong <= 0.09
    assert segments >= 0.20


def test_the_interval_of_the_ratio_holds_the_truth_in_about_95_of_100_panels() -> None:
    assert coverage(1, PANELS, 8, FREQUENCY["moderate"]) == pytest.approx(0.95, abs=0.04)


def test_of_twenty_codes_that_hang_together_any_is_seldom_found_wrongly() -> None:
    assert family_error(1, 100, 8, draws=499) <= 0.11


@pytest.mark.parametrize("scenario", ["plain", "never-mentioners", "heavy tails", "two-way", "later longer"])
def test_the_ratio_always_has_an_interval_that_holds_the_truth_and_agrees_with_p(scenario: str) -> None:
    held, agrees = interval_of_counts(1, 150, 8, 2.0, 3.0, scenario)
    assert held >= 0.89
    assert agrees >= 0.97


@pytest.mark.slow
@pytest.mark.parametrize("scenario", ["plain", "never-mentioners", "heavy tails", "two-way", "later longer"])
@pytest.mark.parametrize("code", PER_THOUSAND)
def test_the_interval_of_a_difference_holds_the_truth_where_six_persons_triple(scenario: str, code: str) -> None:
    assert differences_of(5, PANELS, 6, PER_THOUSAND[code], 3.0, scenario)["held"] >= 0.905


def test_the_flags_of_unchanged_persons_are_counted_at_all() -> None:
    assert person_flags(3, 200, FREQUENCY["frequent"]) > 0


@pytest.mark.slow
def test_persons_who_did_not_change_but_spoke_on_two_occasions_are_seldom_flagged() -> None:
    assert person_flags(1, PANELS, FREQUENCY["frequent"]) <= 0.10


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.10, 0.25])
def test_of_persons_who_only_had_another_day_at_most_8_of_100_are_said_to_have_changed_clearly(share: float) -> None:
    random = np.random.default_rng((1, int(share * 100)))
    other_day = share * np.exp(0.5 * random.normal(size=(PANELS, 2)) - 0.125)  # log-sd .5 between occasions
    mentions = random.random((PANELS, 2, 100)) < np.minimum(other_day, 0.95)[..., None]
    words = np.full((PANELS, 2, 100), 20, dtype=np.int16)  # 2,000 words in 100 sentences
    assert flags_of(Talk(mentions.astype(np.int16), words)) / PANELS <= 0.08
