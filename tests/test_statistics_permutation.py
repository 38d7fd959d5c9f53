"""Sign flips: exact against enumeration by hand, against published values, and lawful."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bp_qual.statistics.permutation import flip_test, smallest_p

SLEEP = [1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4]
DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
TIES = [0, 0, 1, 1, 2, -1, 3, 2, 2, 4, -2, 5, 1, 0, 6, -1]

tables = st.integers(1, 8).flatmap(
    lambda n: arrays(np.float64, (n, 3), elements=st.integers(-4, 4).map(float)),
)


def enumerate_by_hand(differences: np.ndarray) -> tuple[list[float], list[float]]:
    """Count all 2^n orders one by one, alone and stepping down."""
    size = np.sqrt((differences**2).sum(axis=0))
    scaled = differences / np.where(size > 0, size, 1)
    observed = abs(scaled.sum(axis=0))
    all_orders = [
        abs((np.array(signs)[:, None] * scaled).sum(axis=0)) for signs in product((1, -1), repeat=len(scaled))
    ]
    p = [sum(sums[c] >= observed[c] - 1e-9 for sums in all_orders) / len(all_orders) for c in range(scaled.shape[1])]
    adjusted, running = [0.0] * scaled.shape[1], 0.0
    for column in sorted(range(scaled.shape[1]), key=lambda c: -observed[c]):
        weaker = [c for c in range(scaled.shape[1]) if observed[c] <= observed[column] + 1e-9]
        share = sum(max(sums[weaker]) >= observed[column] - 1e-9 for sums in all_orders) / len(all_orders)
        running = adjusted[column] = max(running, share)
    return p, adjusted


@given(tables)
@settings(max_examples=60, deadline=None)
def test_up_to_eight_persons_both_p_equal_enumeration_by_hand(differences: np.ndarray) -> None:
    found = flip_test(differences)
    p, adjusted = enumerate_by_hand(differences)
    assert found.p == pytest.approx(p)
    assert found.p_adjusted == pytest.approx(adjusted)


@pytest.mark.parametrize(
    ("differences", "expected"),
    [(SLEEP, 0.00390625), (DARWIN, 0.052673), ([0.1 + 0.2, 0.3, -0.3, 0.6, 0.9, 1.2], 0.125)],
)
def test_published_data_give_the_published_p(differences: list[float], expected: float) -> None:
    assert flip_test(np.array([differences]).T).p[0] == pytest.approx(expected, abs=5e-7)


def test_sixteen_persons_of_whom_thirteen_changed_are_still_counted_exactly() -> None:
    found = flip_test(np.array([TIES]).T)
    assert found.exact[0]
    assert found.p[0] == pytest.approx(0.026367, abs=5e-7)


def test_drawn_arrangements_come_near_the_exact_p_and_repeat_with_the_seed() -> None:
    differences = np.random.default_rng(3).normal(0.5, 1, size=(20, 1))
    one, same, other = (flip_test(differences, draws=20_000, seed=seed).p[0] for seed in (1, 1, 2))
    assert one == same
    assert one != other
    assert one == pytest.approx(other, abs=0.01)


def test_drawn_p_is_never_zero() -> None:
    assert flip_test(np.ones((40, 1)), draws=99).p[0] == pytest.approx(0.01)


@given(tables, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_order_of_persons_and_codes_and_the_sign_change_no_p(differences: np.ndarray, random: object) -> None:
    persons, codes = list(range(len(differences))), list(range(3))
    random.shuffle(persons)  # type: ignore[attr-defined]
    random.shuffle(codes)  # type: ignore[attr-defined]
    found, turned = flip_test(differences), flip_test(-differences[persons][:, codes])
    assert turned.p == pytest.approx(found.p[codes])
    assert turned.p_adjusted == pytest.approx(found.p_adjusted[codes])


def test_a_thousand_ties_and_a_column_of_zeros_are_no_evidence() -> None:
    differences = np.zeros((1000, 2))
    differences[::2, 0], differences[1::2, 0] = 1, -1
    assert flip_test(differences).p == pytest.approx([1, 1])


def test_the_adjusted_p_is_never_below_the_p_itself() -> None:
    differences = np.random.default_rng(1).poisson(0.1, size=(30, 40)) - np.random.default_rng(2).poisson(0.3, (30, 40))
    found = flip_test(differences.astype(float))
    assert (found.p_adjusted >= found.p).all()


def test_persons_beyond_one_chunk_of_memory_are_drawn_too() -> None:
    differences = np.random.default_rng(4).normal(0.2, 1, size=(1000, 2))
    assert flip_test(differences).p[0] == pytest.approx(0.0001)


@pytest.mark.parametrize(
    ("changed", "expected"), [(5, 0.0625), (6, 0.03125), (8, 0.0078125), (10, 0.001953125), (0, 1)]
)
def test_the_smallest_possible_p_halves_with_each_changed_person(changed: int, expected: float) -> None:
    assert smallest_p(changed) == expected


def test_on_presence_it_is_the_exact_mcnemar_test() -> None:
    discordant = np.array([[1.0] * 14 + [-1.0] * 5]).T
    assert flip_test(discordant, draws=200_000).p[0] == pytest.approx(0.063568, abs=0.003)


def test_chunks_of_memory_change_nothing_that_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    differences = np.random.default_rng(6).normal(0.2, 1, size=(21, 3))
    whole = flip_test(differences, draws=999)
    monkeypatch.setattr("bp_qual.statistics.permutation._CELLS", 1000)
    assert flip_test(differences, draws=999).p.tolist() == whole.p.tolist()


def test_more_than_a_thousand_changed_persons_have_a_smallest_p() -> None:
    assert smallest_p(1_100) == 0.0 or smallest_p(1_100) < 1e-300
    assert smallest_p(0) == smallest_p(1) == 1.0
