"""interviews.csv saved as a workbook: what to do is said, and which table was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.checking import check_study
from bp_qual.study.starter import make_study

TALK = "I: How was that?\nR: We all lived there together, and that was fine.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    import pandas as pd

    rows = pd.DataFrame({"file": ["a.txt"], "person": ["Ann"], "wave": ["2010"]})
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "interviews.csv").write_text(rows.to_csv(index=False), encoding="utf-8")
    rows.to_excel(tmp_path / "interviews.xlsx", index=False)
    (tmp_path / "study.yaml").write_text("language: en\n", encoding="utf-8")
    return tmp_path


def test_a_workbook_beside_the_table_is_told_with_which_was_read(study: Path) -> None:
    told = [note for note in check_study(study).notes if "xlsx" in note]
    assert told == [
        "interviews.xlsx is a workbook and was not read; interviews.csv was. If the workbook has what you changed, save"
        " it in the spreadsheet as CSV (UTF-8) under the name interviews.csv."
    ]
    (note,) = (note for note in check_study(study, language="nl").notes if "xlsx" in note)
    assert "is niet gelezen; interviews.csv wel" in note


def test_without_a_table_the_workbook_is_told_to_become_one(study: Path) -> None:
    (study / "interviews.csv").unlink()
    (note,) = (note for note in check_study(study).notes if "xlsx" in note)
    assert "there is no interviews.csv" in note


def test_a_workbook_that_is_named_as_the_table_is_one_problem(study: Path) -> None:
    (study / "study.yaml").write_text("language: en\ninterviews: interviews.xlsx\n", encoding="utf-8")
    found = check_study(study)
    told = [problem for problem in found.problems if "xlsx" in problem.where]
    assert [problem.what for problem in told] == ["is a workbook, which is not read as a table of the study."]
    assert "CSV (UTF-8) under the name interviews.csv" in str(told[0])
    assert "onder de naam interviews.csv" in told[0].say("nl")


@pytest.mark.parametrize("is_talk", [False, True])
def test_a_list_that_is_a_workbook_gets_no_row_and_one_with_talk_does(study: Path, *, is_talk: bool) -> None:
    import pandas as pd

    for name in ("study.yaml", "interviews.csv"):
        (study / name).unlink()
    talk = {"speaker": ["I", "Ann", "I", "Ann"], "text": ["How?", "Well, we all lived there.", "And?", "It was fine."]}
    if is_talk:
        pd.DataFrame(talk).to_excel(study / "interviews.xlsx", index=False)
    make_study(study)
    rows = (study / "interviews.csv").read_text("utf-8-sig").splitlines()[1:]
    named = [row.replace(";", ",").partition(",")[0] for row in rows]
    assert named == (["a.txt", "interviews.xlsx"] if is_talk else ["a.txt"])
