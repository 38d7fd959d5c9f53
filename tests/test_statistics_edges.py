"""Rules that hold at the edge: the smallest number, the last of a tie, the share that chance alone would give."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy import stats

from bp_qual.statistics.blocks import block_test, pooled_dispersion, resample_blocks
from bp_qual.statistics.group_units import put_together
from bp_qual.statistics.groups import group_test
from bp_qual.statistics.permutation import EXACT_PAIRS, flip_test
from bp_qual.statistics.power import simulate_power
from bp_qual.statistics.ratio_interval import _beside_one, _put_together
from bp_qual.statistics.trend import trend_test


def false_clear_by_hand(mentions: list[int], words: list[int], size: int, factor: float) -> float:
    """Return the share of divisions of the blocks that have p of at most .05 and a change by the factor."""
    rates = []
    for chosen in combinations(range(len(mentions)), size):
        rest = [block for block in range(len(mentions)) if block not in chosen]
        rates.append([sum(mentions[b] for b in half) / sum(words[b] for b in half) for half in (chosen, rest)])
    distances = [abs(after - before) for after, before in rates]
    p = [sum(other >= distance - 1e-12 for other in distances) / len(distances) for distance in distances]
    large = [max(pair) >= factor * min(pair) for pair in rates]
    return sum(mine <= 0.05 and changed for mine, changed in zip(p, large, strict=True)) / len(p)


@pytest.mark.parametrize("factor", [1.5, 3.2, 5.0])
@pytest.mark.parametrize(
    ("mentions", "words", "size"),
    [
        ([0, 1, 3, 0, 2, 5, 1, 9, 4], [300, 310, 290, 305, 320, 280, 300, 315, 295], 3),
        ([0, 1, 0, 0, 1, 0, 3, 4], [300] * 8, 4),
        ([7, 8, 9, 7, 8, 9, 7, 9], [300, 301, 302, 303, 304, 305, 306, 307], 3),
        ([1, 0, 2, 4], [300, 310, 320, 330], 2),
    ],
)
def test_false_clear_is_the_share_of_divisions_that_would_be_called_clear(mentions, words, size, factor):
    later = np.arange(len(mentions)) < size
    test = block_test(np.array(mentions, dtype=float)[:, None], np.array(words, dtype=float), later, factor=factor)
    assert test.false_clear[0] == pytest.approx(false_clear_by_hand(mentions, words, size, factor))


def test_the_flip_test_is_exact_up_to_fifteen_changed_persons_and_drawn_beyond():
    """Exact: each p is a whole number of 2^15 arrangements, whatever the seed, also beside unchanged persons."""
    changes = np.random.default_rng(3).normal(0.3, 1.0, (EXACT_PAIRS + 1, 1))
    fifteen = changes.copy()
    fifteen[0] = 0.0
    exact = {float(flip_test(fifteen, draws=99, seed=seed).p[0]) for seed in (1, 2, 3)}
    assert len(exact) == 1
    assert (exact.pop() * 2**EXACT_PAIRS) % 1 == 0
    assert len({float(flip_test(changes, draws=99, seed=seed).p[0]) for seed in (1, 2, 3)}) > 1


def test_two_interviews_of_two_blocks_count_towards_the_spread():
    """A variance needs two blocks, not three; by hand 8 / 2."""
    pairs = [np.array([[0.0], [4.0]])] * 8
    assert pooled_dispersion(pairs).tolist() == [4.0]
    assert pooled_dispersion(pairs, otherwise=9.0).tolist() == [4.0]
    assert pooled_dispersion(pairs[:7], otherwise=9.0).tolist() == [9.0]


def test_small_changes_are_tested_like_large_ones():
    """Rates per word instead of per 1,000 words change no p; only persons who do not differ at all have none."""
    changes = np.array([[5.0], [6], [5], [1], [0], [1]])
    units = put_together(np.array([0, 0, 0, 1, 1, 1]))
    assert group_test(changes, units)[0] == pytest.approx(group_test(changes / 1000, units)[0])
    assert np.isnan(group_test(np.ones((6, 1)), units)[0]).all()


def test_power_without_an_effect_is_the_level():
    """With ratio 1 nothing changed: the share found is that of false alarms, at most .05 and its simulation error."""
    rates = stats.gamma(2.0).rvs(12, random_state=4)
    found = simulate_power(rates, rates[::-1], pairs=20, ratio=1.0, simulations=400)
    assert found <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / 400)
    assert simulate_power(rates, rates[::-1], pairs=20, ratio=4.0, simulations=400) > 0.9


def test_dispersion_is_pooled_for_each_code_apart() -> None:
    """Two codes in eight interviews of four blocks: variance over mean is 4 for the burst, and 1 is the least."""
    bursts, even = [0.0, 0.0, 4.0, 0.0], [1.0, 1.0, 1.0, 1.0]
    interviews = [np.array([bursts, even]).T] * 8
    assert pooled_dispersion(interviews).tolist() == [4.0, 1.0]
    assert pooled_dispersion([]).size == 0


def test_as_many_interviews_are_drawn_as_asked_for() -> None:
    mentions, words = resample_blocks(np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([300.0, 200.0]), draws=7)
    assert (mentions.shape, words.shape) == ((7, 2), (7,))


def test_a_person_of_two_of_three_waves_is_in_the_trend() -> None:
    """By hand: weights -1, 0, 1 for the first and -0.5, 0.5 for the second; slope (2 + 0.5 * 4) / (2 + 0.5)."""
    rates = np.array([[[0.0], [1.0], [2.0]], [[0.0], [4.0], [np.nan]]])
    assert trend_test(rates, np.array([0.0, 1.0, 2.0]), draws=99).size.tolist() == pytest.approx([1.6])


@pytest.mark.parametrize(("tilted", "jackknife", "flat", "expected"), [  # the ratio itself is 2
    ((1.4, 5.0), (1.2, 4.0), False, (1.2, 5.0)),  # both say a rise: the nearer to 1 holds
    ((1.4, 5.0), (0.8, 9.0), False, (1.4, 9.0)),  # the test says a rise: the jackknife may not deny it
    ((0.0, 5.0), (0.8, np.inf), False, (0.8, 5.0)),
    ((0.7, np.inf), (0.8, 4.0), True, (0.7, 4.0)),
    ((2.5, 5.0), (1.3, 4.0), False, (1.3, 5.0)),  # a limit beyond the ratio itself says nothing of where it lies
    ((2.5, 5.0), (0.8, 4.0), False, (1.0001, 5.0)),
    ((0.7, 1.9), (np.nan, np.nan), False, (0.7, np.inf)),
])  # fmt: skip
def test_the_near_limit_agrees_with_the_test_and_the_far_one_is_the_further(
    tilted: tuple[float, float], jackknife: tuple[float, float], flat: bool, expected: tuple[float, float]
) -> None:
    assert _put_together(tilted, jackknife, value=2.0, flat=flat) == expected


def test_a_limit_stands_on_the_side_of_1_that_p_says_and_hardly_beyond_it() -> None:
    low, high = _beside_one((0.9, 3.0), 0.04, 0.05)
    assert 1.0 < low < 1.001
    assert high == 3.0
    assert _beside_one((1.1, 3.0), 0.06, 0.05) == (1.0, 3.0)
    assert _beside_one((1.1, 3.0), 0.05, 0.05) == (1.1, 3.0)
