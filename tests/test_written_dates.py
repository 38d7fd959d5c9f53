"""Dates that Excel rewrote in interviews.csv are read, or noted with both readings; none of them stops a study."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.checking import check_study


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14/10/2020", "2020-10-14"),
        ("11/14/2020", "2020-11-14"),
        ("14.10.2020", "2020-10-14"),
        ("4-nov-09", "2009-11-04"),
        ("4-nov-98", "1998-11-04"),
        ("4-Nov-09", "2009-11-04"),
        ("03/11/2009", "2009"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_date_as_excel_writes_it_is_read(tmp_path: Path, written: str, read: str, language: str) -> None:
    (tmp_path / "a.txt").write_text("I: En?\nR: Ja, dat was toen.\n", encoding="utf-8")
    (tmp_path / "interviews.csv").write_text(f"file,person,wave,date\na.txt,P01,1,{written}\n", encoding="utf-8")
    found = check_study(tmp_path, language=language)
    assert [str(p) for p in found.problems if written in str(p)] == []
    assert [interview.date for interview in found.study.interviews] == [read]
    told = [note for note in found.notes if "2009-11-03" in note and "2009-03-11" in note]
    assert len(told) == (written == "03/11/2009")


def test_what_is_no_date_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("I: En?\nR: Ja, dat was toen.\n", encoding="utf-8")
    (tmp_path / "interviews.csv").write_text("file,person,wave,date\na.txt,P01,1,31/31/2020\n", encoding="utf-8")
    assert any("31/31/2020" in str(problem) for problem in check_study(tmp_path).problems)
