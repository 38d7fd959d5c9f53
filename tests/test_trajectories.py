"""Trajectories: a label of change only with evidence."""

from __future__ import annotations

import numpy as np
import pytest

from bp_qual.trajectories import TRAJECTORIES, name_trajectories


def label(before: float, after: float, *, words: tuple[float, float] = (2000, 2000), covered: bool = True) -> str:
    found = name_trajectories(
        np.array([[before]]), np.array([[after]]), np.array(words[:1]), np.array(words[1:]), np.array([covered])
    )
    return str(found[0, 0])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (0, 0, "absent"),
        (0, 40, "emerged"),
        (40, 0, "faded"),
        (5, 60, "intensified"),
        (60, 5, "receded"),
        (5, 6, "persisted"),
        (0, 3, "sporadic"),
        (3, 0, "sporadic"),
    ],
)
def test_each_label_is_given_where_it_belongs(before: float, after: float, expected: str) -> None:
    assert label(before, after) == expected
    assert expected in TRAJECTORIES


def test_who_is_not_covered_gets_no_label_of_change() -> None:
    assert label(0, 40, covered=False) == "not covered"
    assert label(float("nan"), 40, covered=False) == "not covered"


def test_more_words_are_not_more_of_the_theme() -> None:
    assert label(10, 40, words=(1000, 4000)) == "persisted"


def test_fourteen_mentions_in_clusters_are_not_yet_evidence() -> None:
    assert label(4, 10) == "persisted"
