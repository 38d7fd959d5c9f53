"""One person: shuffled blocks, exact where they can be, and honest about clusters."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bp_qual.statistics.blocks import block_test, pooled_dispersion, resample_blocks


def first_blocks(blocks: int, later: int) -> np.ndarray:
    return np.arange(blocks) >= blocks - later


@given(arrays(np.float64, (7, 2), elements=st.integers(0, 4).map(float)), st.integers(1, 6))
@settings(max_examples=40, deadline=None)
def test_few_blocks_are_counted_in_every_division(mentions: np.ndarray, later: int) -> None:
    words, flags = np.array([300, 280, 310, 300, 250, 330, 300.0]), first_blocks(7, later)
    found = block_test(mentions, words, flags)

    def distance(after: tuple[int, ...]) -> np.ndarray:
        rest = [block for block in range(7) if block not in after]
        chosen = list(after)
        return abs(mentions[chosen].sum(0) / words[chosen].sum() - mentions[rest].sum(0) / words[rest].sum())

    divisions = [distance(after) for after in combinations(range(7), later)]
    observed = distance(tuple(np.flatnonzero(flags)))
    expected = sum(each >= observed - 1e-12 for each in divisions) / len(divisions)
    assert found.p == pytest.approx(expected)


def test_nothing_said_is_no_evidence_and_no_false_alarm() -> None:
    found = block_test(np.zeros((12, 1)), np.full(12, 300.0), first_blocks(12, 6))
    assert found.p[0] == 1
    assert found.false_clear[0] == 0


def test_drawn_divisions_repeat_with_the_seed_and_are_never_zero() -> None:
    mentions = np.r_[np.zeros((20, 1)), np.full((20, 1), 9.0)]
    one, same = (block_test(mentions, np.full(40, 300.0), first_blocks(40, 20), draws=499).p[0] for _ in range(2))
    assert one == same == pytest.approx(1 / 500)


def test_chance_alone_looks_clear_in_at_most_one_of_twenty_divisions() -> None:
    mentions = np.random.default_rng(1).poisson(2, (14, 3)).astype(float)
    found = block_test(mentions, np.full(14, 300.0), first_blocks(14, 7))
    assert (found.false_clear <= 0.05).all()


def test_one_long_cluster_is_one_block_and_no_evidence() -> None:
    mentions = np.zeros((12, 1))
    mentions[7] = 14
    assert block_test(mentions, np.full(12, 300.0), first_blocks(12, 6)).p[0] == 1


def test_dispersion_is_one_for_even_talk_and_large_for_clusters() -> None:
    even = [np.full((6, 1), 2.0)] * 8
    bursts = [np.array([[0.0], [0], [0], [0], [0], [12]])] * 8
    assert pooled_dispersion(even)[0] == 1
    assert pooled_dispersion(bursts)[0] == pytest.approx(12)


def test_dispersion_of_few_interviews_is_the_rule_of_thumb() -> None:
    assert pooled_dispersion([np.ones((6, 2))] * 7).tolist() == [4, 4]
    assert pooled_dispersion([np.zeros((6, 1))] * 9).tolist() == [4]
    assert len(pooled_dispersion([])) == 0


def test_resampled_interviews_have_as_many_blocks_as_the_real_one() -> None:
    mentions, words = resample_blocks(np.arange(5.0)[:, None], np.full(5, 100.0), draws=50)
    assert (words == 500).all()
    assert 5 < mentions.mean() < 15


def test_an_interview_of_one_block_tells_nothing_of_how_mentions_bunch() -> None:
    """One block has no variance: it is left out, and neither makes the result NaN nor counts towards the fewest."""
    several = [np.array([[0.0], [4.0], [0.0], [0.0]])] * 8
    assert pooled_dispersion([*several, np.array([[50.0]])]).tolist() == pooled_dispersion(several).tolist() == [4.0]
    assert pooled_dispersion([*several[:7], np.array([[50.0]])], fewest=8, otherwise=2.5).tolist() == [2.5]
