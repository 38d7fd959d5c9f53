"""Trajectories: a label of change only with evidence."""

from __future__ import annotations

import numpy as np
import pytest

from bp_qual.compare.trajectories import TRAJECTORIES, name_trajectories, trace_path


def label(before: float, after: float, *, changed: bool = True, covered: bool = True) -> str:
    found = name_trajectories(np.array([[before]]), np.array([[after]]), np.array([[changed]]), np.array([covered]))
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


def test_a_course_tells_not_heard_from_not_covered() -> None:
    assert trace_path(np.array([np.nan, 0, 2])) == ".0+"
