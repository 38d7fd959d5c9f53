"""Dates in names of files that may have the month first."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.proposals import propose_interviews

TALK = "I: How was that?\nR: We all lived there together, and that was fine.\n"


def dates(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / f"{name}.txt").write_text(TALK, encoding="utf-8")
    return [proposal.date for proposal in propose_interviews([folder / f"{n}.txt" for n in sorted(names)])]


@pytest.mark.parametrize("sure", ["Bob 03-25-2011", "Bob 3_26_11", "Bob 03.25.2011"])
def test_a_date_that_can_be_read_both_ways_gives_the_year_beside_one_with_the_month_first(
    sure: str, tmp_path: Path
) -> None:
    assert dates(tmp_path, "Ann 05-12-2021", sure)[0] == "2021"


@pytest.mark.parametrize("others", [[], ["Bob 25-03-2011"], ["Bob 03-25-2011", "Cor 25-3-2011"], ["Bob 2011"]])
def test_else_the_day_is_first(others: list[str], tmp_path: Path) -> None:
    assert dates(tmp_path, "Ann 05-12-2021", *others)[0] == "2021-12-05"


def test_what_can_be_read_in_one_way_stays(tmp_path: Path) -> None:
    assert dates(tmp_path, "Ann 05-05-2021", "Bob 03-25-2011")[0] == "2021-05-05"
    assert dates(tmp_path, "Abe 2021-05-12", "Bob 03-25-2011")[0] == "2021-05-12"


def test_what_says_so_is_in_the_row(tmp_path: Path) -> None:
    for name in ("Ann 05-12-2021", "Bob 03-25-2011"):
        (tmp_path / f"{name}.txt").write_text(TALK, encoding="utf-8")
    ann, _ = propose_interviews(sorted(tmp_path.iterdir()))
    assert "date" in ann.guessed
    assert "05-12-2021 may have the month first" in ann.known_from
    assert "in 05-12-2021 kan de maand vooraan staan" in ann.describe_clues("nl")
