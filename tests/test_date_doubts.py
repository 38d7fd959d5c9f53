"""Dates that contradict the waves, the names of files, or each other are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.checking import check_study
from bp_qual.study.date_doubts import doubt_dates, doubt_dates_on_top
from bp_qual.study.interviews import Interview, Wave
from bp_qual.study.study_inputs import read_inputs
from bp_qual.transcripts import Corpus, Transcript, Turn

TALK = "I: Hoe?\nR: Goed, wij werkten samen."
WAVES = "study: x\nlanguage: en\nwaves: [T1, T2]\n"
BOOK = "{codebook: B, version: 1.0.0, language: nl, codes: [{id: a, terms: [samen]}]}\n"


def notes_of(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return "\n".join(check_study(folder, language="en").notes)


def listing(*rows: str) -> str:
    return "\n".join(["file,person,wave,date", *rows, ""])


def four() -> dict[str, str]:
    return {f"P0{n}_T{wave}.txt": TALK for n in (1, 2) for wave in (1, 2)} | {"study.yaml": WAVES}


def test_a_person_whose_dates_are_the_other_way_round_than_the_waves_is_named(tmp_path: Path) -> None:
    rows = ["P01_T1.txt,P01,T1,2020-03-01", "P01_T2.txt,P01,T2,2010-03-01"]
    rows += ["P02_T1.txt,P02,T1,2010-03-01", "P02_T2.txt,P02,T2,2020-03-01"]
    told = notes_of(tmp_path, four() | {"interviews.csv": listing(*rows)})
    assert "T1 comes before T2, but not by the dates of P01 (2020-03-01, 2010-03-01)." in told
    assert "P02 (" not in told.split("T1 comes before")[1].split("\n")[0]


def test_the_dates_above_the_talk_count_where_the_list_has_none(tmp_path: Path) -> None:
    tops = {"P01_T1.txt": f"Datum: 12-3-2020\n\n{TALK}", "P01_T2.txt": f"Datum: 12-3-2010\n\n{TALK}"}
    assert "but not by the dates of P01 (2020-03-12, 2010-03-12)" in notes_of(tmp_path, four() | tops)


def test_months_that_overlap_are_not_the_other_way_round(tmp_path: Path) -> None:
    rows = ["P01_T1.txt,P01,T1,2010-03-20", "P01_T2.txt,P01,T2,2010-03", "P02_T1.txt,P02,T1,", "P02_T2.txt,P02,T2,"]
    assert "comes before" not in notes_of(tmp_path, four() | {"interviews.csv": listing(*rows)})


@pytest.mark.parametrize(
    ("date", "told"), [("2015-03-01", True), ("2011-02", False), ("2009-11-30", False), ("2011-09-01", True)]
)
def test_a_date_of_another_year_than_the_name_is_told(tmp_path: Path, date: str, told: bool) -> None:
    files = {"P01_2010.txt": TALK, "P01_2020.txt": TALK}
    rows = [f"P01_2010.txt,P01,2010,{date}", "P01_2020.txt,P01,2020,2020-03-01"]
    notes = notes_of(tmp_path, files | {"interviews.csv": listing(*rows)})
    assert (f"in another year than the file or the wave is named after: P01_2010.txt ({date})" in notes) == told


def test_the_period_of_a_wave_silences_the_doubt_about_its_name(tmp_path: Path) -> None:
    files = {"P01_2010.txt": TALK, "P01_2020.txt": TALK}
    rows = ["P01_2010.txt,P01,2010,2015-03-01", "P01_2020.txt,P01,2020,2020-03-01"]
    waves = "study: x\nwaves: [{id: '2010', from: 2010-01, to: 2015-12}, '2020']\n"
    assert "named after" not in notes_of(tmp_path, files | {"interviews.csv": listing(*rows), "study.yaml": waves})


def test_a_date_above_the_talk_that_is_not_that_of_the_list_is_told(tmp_path: Path) -> None:
    files = {"P01_2010.txt": f"Interview 3 mei 2014\n\n{TALK}", "P01_2020.txt": f"Interview 4 maart 2020\n\n{TALK}"}
    rows = ["P01_2010.txt,P01,2010,2010-03-01", "P01_2020.txt,P01,2020,2020-03-05"]
    notes = notes_of(tmp_path, files | {"interviews.csv": listing(*rows)})
    assert "the date above the talk is not that of the interview: P01_2010.txt (2014-05-03; 2010-03-01)." in notes


def test_a_date_above_the_talk_that_is_not_of_the_wave_is_told_and_a_date_of_birth_is_not(tmp_path: Path) -> None:
    born = "Geboren 3-4-1960\n"
    files = {"P01_2010.txt": f"{born}3 mei 2014\n{TALK}", "P01_2020.txt": f"{born}{TALK}"}
    notes = notes_of(tmp_path, files)
    assert "the date above the talk is not of the wave: P01_2010.txt (2014-05-03)." in notes


@pytest.mark.parametrize(("language", "told"), [("en", False), ("nl", True)])
def test_a_date_above_an_english_talk_may_have_the_month_first(language: str, told: bool) -> None:
    turn = Turn(0, "R", "respondent", 18, 23, "P01")
    first = Transcript("P01", ("P01",), "T1", "Date: 12/01/2010\n\nR: ok", (turn,), language, date="2010-12-01")
    assert bool(doubt_dates_on_top(Corpus((first,), ("P01",), ("T1",)), ())) == told


def test_interviews_of_one_wave_that_are_far_apart_are_told(tmp_path: Path) -> None:
    files = {f"{n}.txt": TALK for n in "abc"}
    rows = ["a.txt,P01,T1,2010-03-01", "b.txt,P01,T1,2010-11-01", "c.txt,P01,T2,2020-11-01"]
    notes = notes_of(tmp_path, files | {"interviews.csv": listing(*rows), "study.yaml": WAVES})
    assert "more than half a year apart: P01 (T1: 2010-03-01, 2010-11-01)" in notes


def heard(*names: str) -> list[Interview]:
    three = [f"{year}/P0{n}_{year}" for n in (1, 2, 3) for year in (2010, 2020)]
    files = [Path(f"{name}.txt") for name in (*three, *names)]
    return [Interview(file, {file.stem[:3]: ()}, file.stem[4:], "its name") for file in files]


@pytest.mark.parametrize(
    ("names", "is_told"),
    [
        (("P07_2001", "P07_2020"), True),
        (("P07_2002", "P07_2010"), True),
        (("P07_2000", "P07_2010", "P07_2020"), False),
        (("P07_2011", "P07_2020"), False),
        (("P07_2015", "P07_2020"), False),
        (("P07_2000", "P07_2020"), False),
        (("P07_2030", "P07_2020"), False),
        (("P07_2001",), False),
        (("P07_2001", "P08_2001", "P07_2020"), False),
    ],
)
def test_a_year_that_one_file_alone_has_is_told_where_its_person_misses_one_like_it(
    names: tuple[str, ...], is_told: bool
) -> None:
    told = list(map(str, doubt_dates(heard(*names), ())))
    assert [f"only {names[0]}.txt makes" in note for note in told] == [True] * is_told
    assert not doubt_dates(heard(*names), [Wave(names[0][4:], start="2001-01")])


def test_a_file_in_the_folder_of_another_year_is_told(tmp_path: Path) -> None:
    odd = heard("2010/P04_2020", "2020/P04_2010")
    assert "the folder says: 2010/P04_2020.txt (2020), 2020/P04_2010.txt (2010)." in str(*doubt_dates(odd, ()))
    assert not doubt_dates(odd, [Wave("2010", start="2010-01"), Wave("2020")])
    assert not doubt_dates(heard("2010/P04_2010", "2020/P04_2020", "2020/P05_1948", "af/P05_2010"), ())
    uploaded = [f"{year}/P0{n}_{year - 10}" for n in range(4, 9) for year in (2020, 2030)]
    assert not doubt_dates(heard(*uploaded)[6:], ())


def test_compare_tells_of_the_dates_too(tmp_path: Path) -> None:
    tops = {"P01_T1.txt": f"Datum: 12-3-2020\n\n{TALK}", "P01_T2.txt": f"Datum: 12-3-2010\n\n{TALK}"}
    notes_of(tmp_path, four() | tops | {"book.yaml": BOOK})
    study, _, _ = read_inputs(tmp_path, codebook=tmp_path / "book.yaml")
    assert "but not by the dates of P01" in "\n".join(map(str, study.notes))


def test_a_file_that_is_called_after_another_wave_than_it_is_listed_in_is_named_until_its_date_is_known(
    tmp_path: Path,
) -> None:
    files = {f"P0{n}_{year}.txt": TALK for n in (1, 2) for year in (2010, 2020)}
    rows = ["P01_2010.txt,P01,2020,", "P01_2020.txt,P01,2010,", "P02_2010.txt,P02,2010,", "P02_2020.txt,P02,2020,"]
    told = notes_of(tmp_path, files | {"interviews.csv": listing(*rows)})
    assert "P01_2010.txt: its name says 2010, but it is listed in wave 2020" in told
    assert "P02_2010.txt: its name" not in told
    dated = [row.replace("2020,", "2020,2020-05").replace("2010,", "2010,2010-05") for row in rows]
    windows = "study: x\nlanguage: en\nwaves:\n- {id: 2010, from: 2010, to: 2011}\n- {id: 2020, from: 2020, to: 2021}\n"
    told = notes_of(tmp_path, {"interviews.csv": listing(*dated), "study.yaml": windows})
    assert "its name says" not in told
