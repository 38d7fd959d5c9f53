"""A workbook with a sheet for each interview or person: its name says whose the rows are that name nobody."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import import_codings, read_codings
from bp_qual.cli import main
from bp_qual.study.import_report import CodingImport
from two_persons import make_two_persons

HURTS, SORE = ("health", "My back hurts"), ("health", "My knees are sore")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_two_persons(tmp_path / "study")


def take(study: Path, **sheets: list[tuple[str, ...]]) -> CodingImport:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
    book.save(study.parent / "book.xlsx")
    return import_codings(study.parent / "book.xlsx", study, coder="anna")


def placed(done: CodingImport) -> list[tuple[str, str]]:
    return [*done.codings[["interview", "quote"]].itertuples(index=False, name=None)]


@pytest.mark.parametrize("names", [("P01_2010", "P02_2020"), ("P01 - 2010", "p02 2020")])
def test_the_name_of_a_sheet_is_the_interview_of_its_rows(study: Path, names: tuple[str, str]) -> None:
    done = take(study, **{names[0]: [("code", "quote"), HURTS], names[1]: [("code", "quote"), SORE]})
    assert placed(done) == [("P01_2010", HURTS[1]), ("P02_2020", SORE[1])]
    assert done.anywhere == ()


def test_of_a_sheet_called_as_a_person_the_rows_say_the_wave(study: Path) -> None:
    rows = [("wave", "code", "quote"), ("2010", *HURTS), ("2020", *SORE)]
    done = take(study, P01=rows, P02=rows)
    assert [interview for interview, _ in placed(done)] == ["P01_2010", "P01_2020", "P02_2010", "P02_2020"]


def test_a_row_that_names_somebody_is_not_of_the_one_its_sheet_names(study: Path) -> None:
    rows = [("person", "wave", "code", "quote"), ("P02", "2010", *HURTS), ("", "2010", *HURTS)]
    done = take(study, P01=rows)
    assert [interview for interview, _ in placed(done)] == ["P02_2010", "P01_2010"]


def test_a_sheet_of_somebody_the_study_does_not_know_beside_such_sheets_is_of_nobody_here(study: Path) -> None:
    done = take(study, **{"P01 2010": [("code", "quote"), HURTS], "P03 2020": [("code", "quote"), SORE]})
    assert placed(done) == [("P01_2010", HURTS[1])]
    assert [*done.listed["why"]] == ["no_interview"]


def test_sheets_called_as_waves_still_say_waves(study: Path) -> None:
    done = take(study, **{"2010": [("person", "code", "quote"), ("P02", *HURTS)]})
    assert placed(done) == [("P02_2010", HURTS[1])]


def test_a_matrix_of_one_person_on_each_sheet_has_waves_for_rows(study: Path) -> None:
    rows = [("", "health", "work"), ("2010", HURTS[1], "I work too much"), ("2020", SORE[1], "")]
    done = take(study, P01=rows, P02=rows)
    assert len(placed(done)) == 6
    assert {interview for interview, _ in placed(done)} == {"P01_2010", "P01_2020", "P02_2010", "P02_2020"}
    assert done.anywhere == ()


def test_a_sheet_called_as_a_wave_says_the_wave_beside_one_that_is_called_as_a_person(study: Path) -> None:
    head = ("person", "wave", "code", "quote")
    of_p01 = [head, ("P01", "2010", "work", "I work too much"), ("P01", "2020", *SORE)]
    done = take(study, **{"P01": of_p01, "2020": [head, ("P02", "2010", "health", "nowhere said"), ("P02", "", *SORE)]})
    assert ("P02_2020", SORE[1]) in placed(done)
    finished = read_codings(study, coder="anna").state.finished(["P02_2010", "P02_2020"], ["health"])
    assert not finished, "the row can be of the wave of the sheet as well as of its own"


def test_a_row_of_another_wave_than_the_interview_that_its_sheet_names_may_be_of_either(study: Path) -> None:
    head = ("person", "wave", "code", "quote")
    done = take(study, P01_2010=[head, ("P01", "2020", "health", "nowhere said"), ("P01", "2020", *SORE)])
    assert done.anywhere
    assert not read_codings(study, coder="anna").state.finished(["P01_2010", "P01_2020"], ["health"])


def test_a_matrix_on_a_sheet_called_as_a_wave_says_the_wave_beside_that_of_a_person(study: Path) -> None:
    of_p01 = [("", "health", "work"), ("2010", HURTS[1], "I work too much"), ("2020", SORE[1], "")]
    done = take(study, P01=of_p01, **{"2020": [("person", "health", "work"), ("P02", SORE[1], "I stopped in May")]})
    assert ("P02_2020", SORE[1]) in placed(done)
    assert done.anywhere == ()


def test_a_sheet_without_a_column_of_codes_beside_one_that_has_it_leaves_every_code_open(study: Path) -> None:
    bare = [("person", "wave", "quote"), ("P02", "2010", "My back hurts")]
    coded = [("person", "wave", "code", "quote"), ("P02", "2010", "work", "I work too much"), ("P01", "2010", *HURTS)]
    done = take(study, Sheet1=coded, Sheet2=bare)
    assert [*done.listed["why"]] == ["no_code"]
    assert "every code of the file is left open in their interviews" in done.say("en")
    state = read_codings(study, coder="anna").state
    assert state.finished(["P01_2010", "P02_2010"], ["work", "health"]) == {
        ("P01_2010", "work"), ("P01_2010", "health"),
    }  # fmt: skip


@pytest.mark.parametrize("person", ["person", "Name of respondent"])
def test_a_sheet_without_a_column_of_codes_that_is_called_as_one_has_that_code(study: Path, person: str) -> None:
    bare = [("Team A",), (person, "wave", "quote"), ("P02", "2010", "My back hurts")]
    done = take(study, Sheet1=[("person", "wave", "code", "quote"), ("P01", "2010", *HURTS)], Health=bare)
    assert placed(done) == [("P01_2010", HURTS[1]), ("P02_2010", HURTS[1])]
    assert {*done.codings["code"]} == {"health"}
    assert "called as a code" in done.say("en")


def test_a_hidden_sheet_that_is_called_as_a_code_is_told_as_hidden_and_gives_none(study: Path) -> None:
    rows = [("person", "wave", "code", "quote"), ("P01", "2010", *HURTS)]
    book = openpyxl.Workbook()
    for sheet, lines in ((book.active, rows), (book.create_sheet("Health"), [row[:2] + row[3:] for row in rows])):
        for line in lines:
            sheet.append(line)
    book["Health"].sheet_state = "hidden"
    book.save(study.parent / "book.xlsx")
    done = import_codings(study.parent / "book.xlsx", study, coder="anna")
    assert len(placed(done)) == 1
    assert "called as a code" not in done.say("en")


# --- what is to be checked -------------------------------------------------------------------------------------------


def test_all_that_is_to_be_checked_is_in_the_list_to_mend_also_what_the_message_leaves_out(study: Path) -> None:
    words = [f"word{number} and so on" for number in range(12)]
    (study / "P01_2010.txt").write_text("I: How?\nR: " + ". ".join(words) + ".\n", encoding="utf-8")
    rows = [f",2010,work,{text}" for text in words]
    (study.parent / "list.csv").write_text("\n".join(["person,wave,code,quote", *rows]), encoding="utf-8")
    out = study.parent / "mend.csv"
    command = ["import", str(study.parent / "list.csv"), str(study), "--coder", "anna", "-o", str(out)]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0
    assert "4 more" in done.output
    assert "mend.csv" in done.stderr
    listed = pd.read_csv(out, dtype=str, keep_default_na=False)
    assert [*listed["where"]] == [f"list.csv:{number}" for number in range(2, 14)]
    assert {*listed["document"]} == {"P01_2010"}
    assert "placed here because its words stand nowhere else" in out.read_text("utf-8-sig")
    again = import_codings(out, study)
    assert (len(again.codings), again.codings["new"].any(), len(again.listed)) == (12, False, 0)


def test_a_quote_that_was_found_nearly_is_in_it_too(study: Path) -> None:
    path = study.parent / "list.csv"
    path.write_text("person,wave,code,quote\nP01,2020,work,I stopped in Maj. My knees are sore\n", encoding="utf-8")
    done = import_codings(path, study, coder="anna", listed_in=study.parent / "mend.csv")
    assert [*done.check[["where", "document", "why"]].itertuples(index=False, name=None)] == [
        ("list.csv:2", "P01_2020", "nearly")
    ]
    assert "at most one letter in ten different" in (study.parent / "mend.csv").read_text("utf-8-sig")
