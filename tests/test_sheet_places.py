"""Places in sheets that people edit, however a program wrote the numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.settled_sheets import read_decisions
from bp_qual.study.settling import Decision
from bp_qual.study.sheet_places import read_place

HEAD = "code;interview;start;end;agreed\n"


@pytest.mark.parametrize("start", ["1392.0", "1392,0", "1,392", "1.392", "1 392", "1\u00a0392", "1,392.00"])
def test_a_decision_is_read_however_its_place_is_written(tmp_path: Path, start: str) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}money;P01_2010;{start};{start.replace('392', '692')};yes\n", "utf-8")
    read = read_decisions(tmp_path / "a.csv")
    assert (read.decisions, read.told) == ((Decision("P01_2010", 1392, 1692, "money", True),), ())


def test_rows_without_a_decision_are_known_by_the_same_places(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}money;P01_2010;1392.0;1692.0;\n", "utf-8")
    assert read_decisions(tmp_path / "a.csv").blank == (("money", "P01_2010", "1392", "1692"),)


@pytest.mark.parametrize("start", ["", "begin", "1.39", "1,39E+3", "-3"])
def test_a_place_that_is_no_whole_number_is_said_to_be_one(tmp_path: Path, start: str) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}money;P01_2010;{start};1692;yes\n", "utf-8")
    (told,) = read_decisions(tmp_path / "a.csv").told
    assert str(told).endswith(f"'{start}' to '1692' is no place in a text, so nothing was settled there")
    assert read_place(start) is None
