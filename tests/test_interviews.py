"""Which file is whose interview, in which wave."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.errors import StudyError
from bp_qual.files.csv_tables import CsvTable, read_csv_table
from bp_qual.study.alike_ids import look_alike_persons, look_alike_waves
from bp_qual.study.checking import check_study
from bp_qual.study.gathering import gather_study
from bp_qual.study.interviews import (
    Interview,
    Wave,
    interviews_from_csv,
    interviews_from_names,
    name_interviews,
    undeclared_doubles,
)
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.named_files import InFolders
from bp_qual.transcripts import sort_key
from bp_qual.transcripts.wave_order import order_waves

WAVES = (Wave("2010"), Wave("2020"))


def listed(folder: Path, rows: str, waves: tuple[Wave, ...] = WAVES) -> tuple[list[Interview], list[str]]:
    (folder / "interviews.csv").write_text("file,person,wave,date,speaker\n" + rows, encoding="utf-8")
    table = read_csv_table(folder / "interviews.csv", needed=("file", "person", "wave"))
    found, problems = interviews_from_csv(table, InFolders([folder]), waves)
    return list(found), [str(p).removeprefix(str(folder) + "/") for p in problems]


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text("R: Ja.", encoding="utf-8")


def test_two_persons_in_one_file_are_two_rows(tmp_path: Path) -> None:
    touch(tmp_path, "stel.txt")
    found, problems = listed(tmp_path, "stel.txt,P05,2010,,Annie\nstel.txt,P09,2010,,Wim|W\n")
    assert not problems
    assert dict(found[0].persons) == {"P05": ("Annie",), "P09": ("Wim", "W")}


def test_everything_wrong_in_the_csv_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.txt")
    rows = "a.txt,P01,2011,,\n,P01,2010,,\nzz.txt,P02,2010,,\nb.txt,P03,2010,gisteren,\nb.txt,P03,2010,,\n"
    _, problems = listed(tmp_path, rows)
    assert [p.split("  ")[0] for p in problems] == [f"interviews.csv:{n}" for n in (2, 3, 4, 5, 6)]
    assert "wave '2011' is not in study.yaml. Its waves: 2010, 2020." in problems[0]
    assert "says no file" in problems[1]
    assert "there is no file 'zz.txt' for P02 in 2010" in problems[2]
    assert "'gisteren' is not a date" in problems[3]
    assert "listed twice for P03" in problems[4]


def test_a_file_name_nearly_right_is_guessed(tmp_path: Path) -> None:
    touch(tmp_path, "P01_2010.txt")
    _, problems = listed(tmp_path, "P01_2O10.txt,P01,2010,,\n")
    assert "Is 'P01_2010.txt' meant?" in problems[0]


def test_the_file_of_another_person_is_not_suggested(tmp_path: Path) -> None:
    touch(tmp_path, "P02_2010.txt")
    _, problems = listed(tmp_path, "P09_2010.txt,P09,2010,,\n")
    assert "Put the file there" in problems[0]


def test_a_row_that_ends_early_is_told_with_its_line(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    assert listed(tmp_path, "a.txt,P01\na.txt\n")[1] == [
        "interviews.csv:2  says no wave. Fill it in, or delete the row.",
        "interviews.csv:3  says no person and no wave. Fill it in, or delete the row.",
    ]


def test_the_line_that_excel_puts_first_is_no_heading(tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_text("sep=;\nfile;person\na.txt;P01\n", encoding="utf-8")
    assert read_csv_table(tmp_path / "i.csv", needed=("file",)).rows == ((3, {"file": "a.txt", "person": "P01"}),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty. Let the first line be file."),
        ("file\n" + "x" * 140_000, "i.csv:2  has a cell of more than 131,072 characters from here on"),
        ('file\n"a\nb\n', "i.csv:2  is no CSV from here on"),
    ],
)
def test_what_is_no_table_is_one_message(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "i.csv").write_text(text, encoding="utf-8")
    with pytest.raises(StudyError) as error:
        read_csv_table(tmp_path / "i.csv", needed=("file",))
    assert told in str(error.value)


def test_names_that_no_file_can_have_and_days_that_no_calendar_has_are_told(tmp_path: Path) -> None:
    touch(tmp_path, "P01_2010.txt")
    _, problems = listed(tmp_path, f"{'x' * 300}.txt,P01,2010,,\nP01_2010.TXT,P01,2010,31-2-2010,\n")
    assert "there is no file" in problems[0]
    _, problems = listed(tmp_path, "P01_2010.txt,P01,2010,31-2-2010,\n")
    assert problems == ["interviews.csv:2  '31-2-2010' is not a date. Write it as 2010-05-12, 2010-05 or 2010."]


def test_the_name_in_another_case_is_the_one_that_was_meant(tmp_path: Path) -> None:
    touch(tmp_path, "P01_2010.txt")
    _, problems = listed(tmp_path, "p01-2010.TXT,P01,2010,,\n")
    assert "Is 'P01_2010.txt' meant?" in problems[0]


def test_a_path_out_of_the_study_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "study").mkdir()
    touch(tmp_path, "secret.txt")
    (tmp_path / "study" / "link.txt").symlink_to(tmp_path / "secret.txt")
    found, problems = listed(tmp_path / "study", "../secret.txt,P01,2010,,\nlink.txt,P01,2020,,\n")
    assert not found
    assert len(problems) == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_csv_of_any_spreadsheet_is_read(tmp_path: Path, delimiter: str) -> None:
    text = (
        delimiter.join(["\ufefffile", "Person ", "WAVE"]) + "\r\n" + delimiter.join(["a.txt", "P01", "2010"]) + "\r\n"
    )
    (tmp_path / "i.csv").write_bytes(text.encode())
    table = read_csv_table(tmp_path / "i.csv", needed=("file", "person", "wave"))
    assert [(line, dict(row)) for line, row in table.rows] == [(2, {"file": "a.txt", "person": "P01", "wave": "2010"})]


def test_a_missing_column_names_the_one_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_text("file,persn,wave\n", encoding="utf-8")
    with pytest.raises(StudyError, match=r"has no column 'person'\. Did you mean 'persn'\?"):
        read_csv_table(tmp_path / "i.csv", needed=("file", "person", "wave"))


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_text("file,wave,wave,person\n", encoding="utf-8")
    with pytest.raises(StudyError, match="'wave' twice"):
        read_csv_table(tmp_path / "i.csv", needed=("file", "person", "wave"))


def test_a_dutch_date_is_understood(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    found, _ = listed(tmp_path, "a.txt,P01,2010,3-5-2010,\n")
    assert found[0].date == "2010-05-03"


@pytest.mark.parametrize(
    ("date", "inside"),
    [
        ("2008-11-01", True),
        ("2008-10", False),
        ("2011", True),
        ("2011-12-31", True),
        ("2012-01", False),
        ("2008", True),
    ],
)
def test_a_window_holds_dates_as_precise_as_they_are(date: str, inside: bool) -> None:
    assert Wave("2010", "2008-11", "2011-12").holds(date) is inside


@pytest.mark.parametrize(
    ("name", "person", "wave"),
    [
        ("P01_2010.docx", "P01", "2010"),
        ("Jan_Pieter_2020.txt", "Jan_Pieter", "2020"),
        ("O'Brien_2010.txt", "O'Brien", "2010"),
        ("d’Hondt_2020.txt", "d’Hondt", "2020"),
        ("P01_2010_b.txt", None, None),
    ],
)
def test_a_file_name_says_person_and_wave(name: str, person: str | None, wave: str | None) -> None:
    told, silent = interviews_from_names([Path(name)], NamePattern.parse("{person}_{wave}", [w.id for w in WAVES]))
    if person is None:
        assert silent == (Path(name),)
    else:
        assert (dict(told[0].persons), told[0].wave) == ({person: ()}, wave)


def test_without_declared_waves_a_wave_has_a_digit() -> None:
    told, silent = interviews_from_names(
        [Path("P01_2010.txt"), Path("mijn_aantekeningen.txt")], NamePattern.parse("{person}_{wave}")
    )
    assert [i.wave for i in told] == ["2010"]
    assert [f.name for f in silent] == ["mijn_aantekeningen.txt"]


@pytest.mark.parametrize("pattern", ["{person}", "{wave}_{wave}_{person}", "interview"])
def test_a_pattern_without_person_and_wave_is_refused(pattern: str) -> None:
    with pytest.raises(StudyError, match=r"must contain \{person\} and \{wave\} once each"):
        NamePattern.parse(pattern)


def test_two_files_that_nobody_declared_are_a_problem_and_declared_ones_are_not() -> None:
    by_name = [Interview(Path(f"P01_2010.{e}"), {"P01": ()}, "2010", "the file name") for e in ("txt", "docx")]
    by_row = [Interview(Path(f"{n}.txt"), {"P01": ()}, "2010", f"interviews.csv:{n}") for n in (2, 3)]
    assert "2 files for P01 in wave 2010" in str(undeclared_doubles(by_name)[0])
    assert not undeclared_doubles(by_row)


def test_ids_come_from_person_and_wave_and_not_from_the_order_of_files() -> None:
    files = [
        Interview(Path(f"{name}.txt"), {"P01": ()}, "2010", "row", date)
        for name, date in (("Jan", "2011"), ("Piet", "2010"))
    ]
    forward, backward = name_interviews(files), name_interviews(files[::-1])
    assert forward == backward
    assert [(i.id, i.file.stem) for i in forward] == [("P01_2010", "Piet"), ("P01_2010_2", "Jan")]


def test_numbers_that_a_spreadsheet_wrote_in_two_ways_are_told() -> None:
    assert len(look_alike_persons(["1", "1.0", "10", "2,0", "3"])) == 1
    assert len(look_alike_waves(["2010", "2010.0", "2020"])) == 1
    assert look_alike_waves(["1.1", "1.2", "2010", "2020"]) == ()


def test_persons_that_look_alike_are_told_and_not_merged() -> None:
    (note,) = look_alike_persons(["P1", "P01", "P10", "p-11"])
    assert str(note).startswith("'P01' and 'P1' are counted as different persons")


@pytest.mark.parametrize(
    "waves", [("2010", "2010", "2010_2"), ("2010_2", "2010", "2010"), ("2010", "2010_2", "2010_3")]
)
def test_no_two_interviews_have_one_id_whatever_the_waves_are_called(waves: tuple[str, ...]) -> None:
    interviews = [Interview(Path(f"{n}.txt"), {"P01": ()}, wave, "") for n, wave in enumerate(waves)]
    interviews += [Interview(Path("x.txt"), {"P01_2010": ()}, "2", "")]  # P01_2010_2 too
    ids = [interview.id for interview in name_interviews(interviews)]
    assert len(set(ids)) == len(ids)


def test_ids_with_thousands_of_digits_stop_nothing() -> None:
    long = "P" + "9" * 5_000
    assert look_alike_persons((long, "P0" + "9" * 5_000))
    assert [i.id for i in name_interviews([Interview(Path("a.txt"), {long: ()}, "2010", "")])] == [f"{long}_2010"]
    assert sort_key(long) > sort_key("P1")


def test_a_file_that_lies_elsewhere_is_offered_with_its_folder_not_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "P01_2010.txt").write_text("R: Ja.", encoding="utf-8")
    table = CsvTable(tmp_path / "i.csv", (), ((2, {"file": "P01_2010.txt", "person": "P01", "wave": "2010"}),))
    [problem] = interviews_from_csv(table, InFolders([tmp_path]), [])[1]
    assert problem.remedy == "Is 'below/P01_2010.txt' meant?"


@pytest.mark.parametrize("column", ["person", "wave"])
def test_a_person_or_wave_with_a_name_of_five_thousand_digits_is_a_problem_of_its_row(
    column: str, tmp_path: Path
) -> None:
    row = {"file": "a.txt", "person": "P01", "wave": "2010", column: "1" * 5000}
    (tmp_path / "a.txt").write_text("R: Ja.", encoding="utf-8")
    rows = f"{','.join(row)}\n{','.join(row.values())}\n"
    (tmp_path / "interviews.csv").write_text(rows, encoding="utf-8")
    problems = gather_study(tmp_path)[1]
    assert any(
        f"interviews.csv:2  {column}: 5,000 characters, from '11111111111…' on." in str(problem) for problem in problems
    )
    assert max(len(problem.what) for problem in problems) < 200


def test_a_wave_of_study_yaml_with_so_long_a_name_is_a_problem_of_its_line(tmp_path: Path) -> None:
    (tmp_path / "P01_2010.txt").write_text("R: Ja.", encoding="utf-8")
    (tmp_path / "study.yaml").write_text(f"waves: ['2010', '{'2' * 5000}']\n", encoding="utf-8")
    problems = gather_study(tmp_path)[1]
    assert [problem.kind for problem in problems] == ["id too long"]
    assert problems[0].where.endswith("study.yaml:1:17")


def test_a_number_of_months_that_no_study_lasts_is_no_order_of_the_waves() -> None:
    assert order_waves([f"{'1' * 5000} maanden", "baseline"]).unknown


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("P01_2010", "P02_2010", "P01_P02_2020"), ("P01_P02_2020.txt", "P01", "P02")),
        (("P01_2010", "P01-P02_2020"), ("P01-P02_2020.txt", "P01", "P02")),
        (("P01_2010", "P02_2010", "P01P02_2020"), ("P01P02_2020.txt", "P01", "P02")),
        (("P01_2010", "P01P02_2020"), ("P01P02_2020.txt", "P01", "P02")),
        (("P01_2010", "P02_2010", "P01+02_2020"), ("P01+02_2020.txt", "P01", "P02")),
        (("P01_2010", "P01-2_2020"), None),
        (("P01_2010", "Jan02_2020"), None),
        (("Jan_2010", "Piet Bos_2010", "Jan en Piet Bos_2020"), ("Jan en Piet Bos_2020.txt", "Jan", "Piet Bos")),
        (("Jan_2010", "Jan Bos_2010", "Jan Bos_2020"), None),
        (("P01_2010", "P01 v2_2020"), None),
        (("P02_2010", "P01_P03_2020"), None),
    ],
)
def test_a_name_of_two_persons_is_no_third_person(
    names: tuple[str, ...], told: tuple[str, ...] | None, tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / f"{name}.txt").write_text("I: Hoe?\nR: Goed hoor.", encoding="utf-8")
    problems = [str(problem) for problem in gather_study(tmp_path)[1]]
    assert len(problems) == bool(told)
    assert all(part in problem for problem in problems for part in told or ())


def test_a_couple_that_is_one_person_in_interviews_csv_is_one(tmp_path: Path) -> None:
    for name in ("P01_2010", "P02_2010", "P01_P02_2020", "P01_P02_2010"):
        (tmp_path / f"{name}.txt").write_text("I: Hoe?\nR: Goed hoor.", encoding="utf-8")
    assert len(gather_study(tmp_path)[1]) == 2
    (tmp_path / "interviews.csv").write_text("file,person,wave\nP01_P02_2020.txt,P01_P02,2020\n", encoding="utf-8")
    assert not gather_study(tmp_path)[1]


@pytest.mark.parametrize(("written", "known"), [("nl", "nl"), ("EN", "en"), ("", ""), ("TR", "tr")])
def test_an_interview_in_another_language_is_in_it(tmp_path: Path, written: str, known: str) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "interviews.csv").write_text(f"file,person,wave,language\na.txt,P01,2010,{written}\n", "utf-8")
    table = read_csv_table(tmp_path / "interviews.csv", needed=("file", "person", "wave"))
    (found,), problems = interviews_from_csv(table, InFolders([tmp_path]), WAVES)
    assert (found.language, problems) == (known, ())


@pytest.mark.parametrize(
    ("written", "advice"),
    [(name, "Did you mean 'nl'?") for name in ("Dutch", "nl-NL", "Nederlands")]
    + [("Klingon", "Write two letters: nl, en")],
)
def test_a_language_that_is_no_code_is_told_with_its_line(tmp_path: Path, written: str, advice: str) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "interviews.csv").write_text(f"file,person,wave,language\na.txt,P01,2010,{written}\n", "utf-8")
    table = read_csv_table(tmp_path / "interviews.csv", needed=("file", "person", "wave"))
    _, (problem,) = interviews_from_csv(table, InFolders([tmp_path]), WAVES)
    assert f"interviews.csv:2  '{written}' is not the code of a language. {advice}" in str(problem)


def test_a_study_in_a_language_that_is_no_code_is_checked_to_its_end(tmp_path: Path) -> None:
    touch(tmp_path, "P01_2010.txt", "P01_2020.txt")
    (tmp_path / "study.yaml").write_text("language: Dutch\n", "utf-8")
    found = check_study(tmp_path)
    assert [str(problem).partition("  ")[2][:40] for problem in found.problems if "language" in str(problem)]
    assert len(found.corpus.transcripts) == 2


@pytest.mark.parametrize(
    ("plain", "other", "number"),
    [
        ("P2", "P\uff12", "U+FF12"),  # a wide figure
        ("P2", "\u04202", "U+0420"),  # ER of Cyrillic
        ("P2", "\u03a12", "U+03A1"),  # RHO
        ("P2", "P\u00b2", "U+00B2"),  # raised
        ("P2", "P\u0662", "U+0662"),  # a figure of Arabic
        ("P2", "P\u31642", "U+3164"),  # a letter that is a blank
        ("Eva", "\u0415v\u0430", "U+0415, U+0430"),
        ("fijn", "\ufb01jn", "U+FB01"),  # fi as one sign
    ],
)
def test_ids_that_differ_only_in_signs_that_look_the_same_are_told_with_the_numbers_of_these(
    plain: str, other: str, number: str
) -> None:
    (note,) = look_alike_persons([plain, other, "P3"])
    assert f"({number})" in str(note)
    assert plain in str(note)
    assert look_alike_persons([plain, other], different=[{plain, other}]) == ()
    assert len(look_alike_waves([plain, other])) == 1


def test_a_letter_for_a_zero_is_told_and_letters_with_accents_are_others() -> None:
    assert len(look_alike_persons(["P02", "PO2"])) == 1
    assert look_alike_persons(["Ren\u00e9", "Rene"]) == ()


def test_a_person_under_a_look_alike_id_is_no_dropout_without_a_word(tmp_path: Path) -> None:
    for name in ("P1_2010.txt", "P1_2020.txt", "P2_2010.txt", "P2_2020.txt"):
        (tmp_path / name).write_text("I: Hoe gaat het?\nR: Goed.\n", encoding="utf-8")
    rows = "P1_2010.txt,P1,2010\nP1_2020.txt,P1,2020\nP2_2010.txt,P2,2010\nP2_2020.txt,P\uff12,2020\n"
    (tmp_path / "interviews.csv").write_text("file,person,wave\n" + rows, encoding="utf-8")
    (tmp_path / "study.yaml").write_text("language: en\n", encoding="utf-8")
    assert any("'P\uff12' (U+FF12) are counted as different persons" in note for note in check_study(tmp_path).notes)
