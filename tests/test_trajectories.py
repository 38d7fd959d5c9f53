"""Trajectories: a label of change only with evidence."""

from __future__ import annotations

import numpy as np
import pytest

from bp_qual.compare.trajectories import EVIDENCE, TRAJECTORIES, name_trajectories, trace_path, weigh_evidence


def label(before: float, after: float, *, changed: bool = True, covered: bool = True) -> str:
    found = name_trajectories(np.array([[before]]), np.array([[after]]), np.array([[changed]]), np.array([covered]))
    return str(found[0, 0])


def evidence(mentions: float, ratio: float, p: float, *, covered: bool = True) -> str:
    found = weigh_evidence(np.array([[mentions]]), np.array([[ratio]]), np.array([[p]]), np.array([covered]))
    return str(found[0, 0])


@pytest.mark.parametrize(
    ("before", "after", "with_evidence", "without"),
    [
        (0, 0, "absent", "absent"),
        (0, 4, "emerged", "sporadic"),
        (4, 0, "faded", "sporadic"),
        (1, 6, "intensified", "persisted"),
        (6, 1, "receded", "persisted"),
    ],
)
def test_each_label_is_given_where_it_belongs(before: float, after: float, with_evidence: str, without: str) -> None:
    assert label(before, after) == with_evidence
    assert label(before, after, changed=False) == without
    assert {with_evidence, without} <= set(TRAJECTORIES)


@pytest.mark.parametrize("before", [0, 3, float("nan")])
def test_who_is_not_covered_gets_no_label_of_change(before: float) -> None:
    assert label(before, 40, covered=False) == "not covered"


@pytest.mark.parametrize(
    ("mentions", "ratio", "p", "expected"),
    [
        (5, 1.5, 0.05, "clear"),
        (5, 1 / 1.5, 0.05, "clear"),
        (4, 1.5, 0.05, "tentative"),
        (9, 1.5, 0.051, "tentative"),
        (9, 1.49, 0.001, "no clear change"),
        (9, 3.0, 0.21, "no clear change"),
    ],
)
def test_evidence_asks_for_mentions_a_factor_and_a_small_p(
    mentions: float, ratio: float, p: float, expected: str
) -> None:
    assert evidence(mentions, ratio, p) == expected
    assert expected in EVIDENCE


def test_too_little_text_is_no_evidence_however_large_the_change() -> None:
    assert evidence(50, 9, 0.001, covered=False) == "too little text"


def test_a_course_tells_not_heard_from_not_covered() -> None:
    assert trace_path(np.array([np.nan, 0, 2])) == ".0+"
