"""A label that study.yaml puts under two roles is refused: which of them won would be told nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.study_file import read_study_file


def problems_of(folder: Path, speakers: str) -> list[str]:
    (folder / "study.yaml").write_text(f"language: en\nspeakers: {speakers}\n", encoding="utf-8")
    return [str(problem) for problem in read_study_file(folder / "study.yaml")[1]]


@pytest.mark.parametrize(
    ("speakers", "label", "roles"),
    [
        ("{interviewer: [R], respondent: [R]}", "R", ("respondent", "interviewer")),
        ("{respondent: [R], interviewer: [R]}", "R", ("interviewer", "respondent")),
        ("{respondent: [R], interviewer: [I, r], other: [X]}", "r", ("interviewer", "respondent")),
        ("{respondent: [P 1], other: ['P1:']}", "P1:", ("other", "respondent")),
        ("{respondent: R, other: R}", "R", ("other", "respondent")),
        ("{respondent: ['?'], other: ['?']}", "?", ("other", "respondent")),
    ],
)
def test_a_label_under_two_roles_is_refused_with_its_line_and_both(
    speakers: str, label: str, roles: tuple[str, str], tmp_path: Path
) -> None:
    (problem,) = problems_of(tmp_path, speakers)
    assert "study.yaml:2:" in problem
    assert f"'{label}' is under '{roles[0]}' and under '{roles[1]}' (line 2)" in problem


@pytest.mark.parametrize("speakers", ["{interviewer: [I, i], respondent: [R]}", "{respondent: ['?'], other: ['!']}"])
def test_a_label_twice_under_one_role_and_labels_of_different_signs_are_fine(speakers: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, speakers) == []
