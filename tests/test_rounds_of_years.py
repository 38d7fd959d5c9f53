"""Rounds of years: each stretch that may be one round is one, and what a year in it says is that round."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from bp_qual.study.gathering import gather_study
from bp_qual.study.proposal import Proposal
from bp_qual.study.rounds_of_years import find_rounds
from bp_qual.study.starter import make_study

TALK = "I: Hoe ging dat?\nR: Wij werkten samen in de wijk.\n"


def rounds(*heard: str) -> list[tuple[str, ...]]:
    pairs = (one.split() for one in heard)
    return list(find_rounds(Proposal(Path(), person, wave) for person, wave in pairs).values())


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        (
            ["An 2008", "Bo 2009", "An 2018", "Bo 2019", "Cor 2009", "Cor 2021"],
            [("2008", "2009"), ("2018", "2019"), ("2021",)],
        ),
        (
            ["An 2008", "Bo 2010", "Dik 2009", "An 2018", "Bo 2019", "Dik 2021"],
            [("2008", "2009", "2010"), ("2018", "2019"), ("2021",)],
        ),
        (["An 2001", "Bo 2002", "An 2010", "Bo 2011", "An 2012", "Bo 2013"], [("2001", "2002")]),
        (["An 2001", "Bo 2001", "An 2003", "Bo 2004", "An 2006", "Bo 2006"], []),
    ],
)  # fmt: skip
def test_each_stretch_is_a_round_by_itself(heard: list[str], expected: list[tuple[str, ...]]) -> None:
    grouped = [own for own in rounds(*heard) if len(own) > 1]
    assert grouped == [own for own in expected if len(own) > 1]


@pytest.mark.parametrize("ending", [".doc", ".pages"])
def test_a_document_with_a_year_within_a_round_is_an_interview_that_is_missed(tmp_path: Path, ending: str) -> None:
    for name in ("An 2009.txt", "Bo 2010.txt", "Riet 2019.txt", "An 2019.txt", "Bo 2020.txt"):
        (tmp_path / name).write_text(TALK, "utf-8")
    (tmp_path / f"Riet 2010{ending}").write_bytes(b"\xd0\xcf\x11\xe0")
    make_study(tmp_path)
    (unread,) = gather_study(tmp_path)[0].unread
    assert (unread.person, unread.wave) == ("Riet", "2009")


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        (["2010-2011", "2019-2021"], [("2010-01", "2011-12"), ("2019-01", "2021-12")]),
        (["2010 tot 2011", "2019-21"], [("2010-01", "2011-12"), ("2019-01", "2021-12")]),
        (["2010", "Ronde 2019_2021"], [("2019-01", "2021-12")]),
        (["2010-2012", "2012-2014"], []),
        (["2010", "2020"], []),
        (["2010 (15-03-2010)", "2020-11-21"], []),
    ],
)
def test_years_in_the_name_of_a_folder_are_the_window_of_its_wave(
    tmp_path: Path, folders: list[str], expected: list[tuple[str, str]]
) -> None:
    for folder, name in itertools.product(folders, ("An", "Bo")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{name}.txt").write_text(TALK + folder, "utf-8")
    make_study(tmp_path)
    study = gather_study(tmp_path)[0]
    assert len(study.waves) == 2
    written = (tmp_path / "study.yaml").read_text("utf-8")
    assert re.findall(r"from: (\S+), to: (\S+)}", written.replace("2009-01, to: 2011-12", "")) == expected


def test_a_second_interview_among_years_is_in_the_year_of_its_date(tmp_path: Path) -> None:
    for name in ("An 2009.txt", "Bo 2010.txt", "Cor 2010.txt", "An 2019.txt", "Bo 2020.txt"):
        (tmp_path / name).write_text(TALK, "utf-8")
    (tmp_path / "Cor def2 (getypt).txt").write_text(f"Tweede interview\n3 maart 2020\n\n{TALK}", "utf-8")
    make_study(tmp_path)
    assert {interview.wave for interview in gather_study(tmp_path)[0].interviews} == {"2010", "2020"}


@pytest.mark.parametrize("top", ["Tweede interview", "Tweede interview\n3 maart 2020"])
def test_second_interviews_are_a_wave_where_they_have_no_dates_or_are_as_many_as_the_years(
    tmp_path: Path, top: str
) -> None:
    for name in ("An", "Bo"):
        (tmp_path / f"{name} 2010.txt").write_text(TALK, "utf-8")
        (tmp_path / f"{name} nogmaals.txt").write_text(f"{top}\n\n{TALK}", "utf-8")
    make_study(tmp_path)
    assert {interview.wave for interview in gather_study(tmp_path)[0].interviews} == {"2010", "2"}
