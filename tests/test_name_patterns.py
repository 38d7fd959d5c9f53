"""A pattern for file names that can be read in two ways, or not at all, is refused at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.gathering import gather_study
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.study_file import read_study_file

TALK = "I: Hoe gaat het?\nR: Wij doen hier veel samen.\n"


def problems_of(folder: Path, pattern: str, more: str = "") -> list[str]:
    (folder / "study.yaml").write_text(f'language: nl\nfilename: "{pattern}"\n{more}', encoding="utf-8")
    for name in ("P1_2010.txt", "P1_2020.txt"):
        (folder / name).write_text(TALK, encoding="utf-8")
    return [str(problem) for problem in gather_study(folder)[1]]


@pytest.mark.parametrize(
    "pattern",
    [
        *("{person}_{wave}{", "{person}_{wave}}", "}{person}_{wave}", "{{person}}_{{wave}}", "{person}_{wave}_{}"),
        *("{person}_{wave}_{ city }", "{person}_{wave}_{a:4}", "{person}_{wave}_{a{b}}"),
    ],
)
def test_a_brace_that_belongs_to_no_field_is_refused_at_its_line(pattern: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, pattern)
    assert "study.yaml:2:11" in problem
    assert "belongs to no {name}" in problem


@pytest.mark.parametrize("pattern", ["{person}{wave}", "{wave}{person}", "{person}{x}_{wave}", "{x}{wave}_{person}"])
def test_fields_with_nothing_between_them_are_refused_at_their_line(pattern: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, pattern)
    assert "study.yaml:2:11" in problem
    assert "nothing stands between" in problem


@pytest.mark.parametrize("field", ["interviewer naam", "dutch-city", "stad_2"])
def test_what_else_stands_in_a_name_may_be_called_in_words(field: str, tmp_path: Path) -> None:
    for name in ("P1_2010_Eva Bos.txt", "P1_2020_Jo.txt"):
        (tmp_path / name).write_text(TALK, encoding="utf-8")
    (tmp_path / "study.yaml").write_text(f'filename: "{{person}}_{{wave}}_{{{field}}}"\n', encoding="utf-8")
    study, problems = gather_study(tmp_path)
    assert not problems
    assert [i.id for i in study.interviews] == ["P1_2010", "P1_2020"]


@pytest.mark.parametrize("pattern", ["", "{person}", "{persn}_{wave}", "{Person}_{Wave}", "{person}_{wave}_{wave}"])
def test_a_field_that_is_missing_or_there_twice_is_refused_at_its_line(pattern: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, pattern)
    assert "study.yaml:2:11" in problem
    assert "once each" in problem


def test_nothing_need_stand_before_a_wave_where_the_study_names_waves_that_end_unlike(tmp_path: Path) -> None:
    for name in ("P012010.txt", "P012020.txt"):
        (tmp_path / name).write_text(TALK, encoding="utf-8")
    (tmp_path / "study.yaml").write_text('filename: "{person}{wave}"\nwaves: ["2010", "2020"]\n', encoding="utf-8")
    study, problems = gather_study(tmp_path)
    assert not problems
    assert [i.id for i in study.interviews] == ["P01_2010", "P01_2020"]
    (tmp_path / "study.yaml").write_text('filename: "{person}{wave}"\nwaves: ["2010", "010"]\n', encoding="utf-8")
    assert "nothing stands between" in str(read_study_file(tmp_path / "study.yaml")[1][0])


def test_what_else_stands_in_a_pattern_is_taken_as_it_is() -> None:
    assert NamePattern.parse("{x}{y}-{wave}+[{person}]").match("ab-2010+[P01]") == ("P01", "2010")
    assert NamePattern.parse("{person}_{wave}").match("P{01_2010") is None
