"""A date in the name of a file is no part of the person's name, and a person's name is no month."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.checking import check_study
from bp_qual.study.hyphened_names import part_years
from bp_qual.study.names_in_files import name_in
from bp_qual.study.proposal import Proposal, known_from
from bp_qual.study.proposals import propose_interviews
from bp_qual.study.starter import make_study
from bp_qual.study.waves_as_years import ask_odd_waves
from bp_qual.transcripts.moments import find_date_in_name
from bp_qual.wording import Remark
from processor_time import at_most
from proposed_rows import proposed_rows

TALK = "I: Hoe gaat het?\nR: Goed, dank u wel, ik werk er nog en dat bevalt mij.\n"


def propose(folder: Path, *names: str) -> dict[str, tuple[str, str]]:
    for number, name in enumerate(names):
        (folder / f"{name}.txt").write_text(TALK + f"R: Dat zei ik {number} keer.\n", "utf-8")
    make_study(folder)
    rows = proposed_rows(folder)
    return {row["file"].removesuffix(".txt"): (row["person"], row["wave"]) for row in rows}


@pytest.mark.sweep(3)
@pytest.mark.parametrize("name", ["Kees-Jan", "Anna-Mei", "Mary-May", "Ellen-June"])
@pytest.mark.parametrize("form", ["{} 2010", "{}_2010", "2010 {}", "{} 12-3-2010", "interview {} 2010 def"])
def test_a_month_behind_a_hyphen_is_a_name(tmp_path: Path, name: str, form: str) -> None:
    said = propose(tmp_path, form.format(name), f"{name.split('-')[0]} 2020")
    one, other = said[form.format(name)], said[f"{name.split('-')[0]} 2020"]
    assert one[0].replace("-", " ") == name.replace("-", " ")
    assert (one[1], other) == ("2010", (name.split("-")[0], "2020"))


@pytest.mark.parametrize("form", ["{} mei 2010", "{}-mei-2010", "{}_mei2010", "{} 3 mei 2010", "{} 3-mei-2010"])
def test_a_month_elsewhere_is_a_month(tmp_path: Path, form: str) -> None:
    assert propose(tmp_path, form.format("Kees")) == {form.format("Kees"): ("Kees", "2010")}


@pytest.mark.parametrize("name", ["Kees-Jan", "Anna-Mei", "Mary-May"])
def test_a_name_with_a_hyphen_is_one_also_where_a_hyphen_stands_before_the_year(tmp_path: Path, name: str) -> None:
    first = name.split("-")[0]
    said = propose(tmp_path, f"{name}-2010", f"{first}-2020", f"{name}-2030")
    assert {whose.replace(" ", "-") for whose, _ in said.values()} == {name, first}
    assert said[f"{name}-2010"][1] == "2010"


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "names",
    [
        ("Kees-Jan-2010", "Nel-Feb-2010"),  # months are said so in this folder
        ("Kees-Jan-2010", "Kees-Mei-2020"),
        ("Interview-Jan-2010 Kees", "Nel 2010"),
        ("Kees-01-2010", "Nel-02-2010", "Kees-01-2020"),
        ("Kees-Mei-2010", "Kees-2012"),
        ("Kees-Mei-2010", "Nel-Mei-2010", "Kees_T2", "Nel_T2"),
        ("Kees-Mei-2010", "Kees 12-6-2012"),
        ("Kees-April-2010", "Nel-April-2010", "Kees-April-2012", "Nel-April-2012"),
        ("Kees-05-2010", "Kees-09-2010", "Kees-05-2011", "Kees-09-2011"),
    ],
)
def test_a_month_between_hyphens_is_a_month_where_the_folder_says_so(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert {whose for whose, _ in propose(tmp_path, *names).values()} <= {"Kees", "Nel"}


def test_one_letter_before_a_month_is_somebody(tmp_path: Path) -> None:
    names = ("K-12-2010", "K-01-2012", "L-12-2010", "L-02-2012", "M-11-2010", "M-01-2012")
    assert {name: whose for name, (whose, _) in propose(tmp_path, *names).items()} == {name: name[0] for name in names}


def test_a_label_in_the_file_says_that_a_month_is_a_name() -> None:
    assert part_years(["Kees-Jan-2010", "Nel-Mei-2010"], [{"Eva", "Kees-Jan"}, ()]) == ["Kees-Jan 2010", "Nel-Mei-2010"]


@pytest.mark.sweep(5)
@pytest.mark.parametrize("form", ["{}-0{}-{}", "interview {}-0{}-{}"])
@pytest.mark.parametrize("letters", ["P", "resp", "Ouder"])
def test_numbers_between_hyphens_are_those_of_persons_where_they_come_back(
    tmp_path: Path, letters: str, form: str
) -> None:
    names = {form.format(letters, number, year): (number, year) for number in (1, 2, 3) for year in (2010, 2020)}
    said = propose(tmp_path, *names)
    assert said == {name: (f"{letters}0{number}", str(year)) for name, (number, year) in names.items()}


@pytest.mark.parametrize("letters", ["A", "Klas"])
def test_numbers_with_another_sign_before_the_year_are_no_date(tmp_path: Path, letters: str) -> None:
    said = propose(tmp_path, *(f"{letters} {numbers}_{year}" for numbers in ("1-2", "3-4") for year in (2010, 2020)))
    assert set(said.values()) == {(f"{letters} {n}", y) for n in ("1-2", "3-4") for y in ("2010", "2020")}
    rows = proposed_rows(tmp_path)
    assert {row["date"] for row in rows} == {""}


@pytest.mark.sweep(4)
@pytest.mark.parametrize("form", ["{} {}", "{}_{}", "{} {} v2", "interview {} {} uitgewerkt", "{1} {0}"])
@pytest.mark.parametrize("day", ["100511", "110510", "100531", "310510"])
def test_six_digits_are_a_date_where_the_folder_says_which(tmp_path: Path, form: str, day: str) -> None:
    said = propose(tmp_path, form.format("Kees", day), "Nel 2010", "Nel 2020", "Kees 2020")
    assert said[form.format("Kees", day)] == ("Kees", "2010")


def test_six_digits_that_can_be_two_dates_are_no_part_of_the_name(tmp_path: Path) -> None:
    assert propose(tmp_path, "Kees 100511", "Nel 110410") == {"Kees 100511": ("Kees", ""), "Nel 110410": ("Nel", "")}


@pytest.mark.parametrize("name", ["Nel 17_6_2010", "Nel_17_6_2010", "Nel juni_2010", "Nel_17_juni_2010"])
def test_a_file_outside_the_table_is_told_with_the_row_that_init_would_write(tmp_path: Path, name: str) -> None:
    rows = [
        f"{person}_{wave}" for person in ("Nel", "Kees") for wave in (2010, 2020) if (person, wave) != ("Nel", 2010)
    ]
    propose(tmp_path, *rows)
    (tmp_path / f"{name}.txt").write_text(TALK, "utf-8")
    findings = check_study(tmp_path, language="nl")
    assert findings.corpus.persons == ("Kees", "Nel")
    assert f"{name}.txt;Nel;2010" in str(findings)


@pytest.mark.parametrize("remark", ["uitw", "uitw.", "typed up", "Typed-up", "written up", "cleaned up"])
def test_what_was_done_to_a_file_is_no_part_of_the_name(tmp_path: Path, remark: str) -> None:
    assert propose(tmp_path, f"Mr Pritchard 2010 {remark}") == {f"Mr Pritchard 2010 {remark}": ("Pritchard", "2010")}


@pytest.mark.parametrize(
    "names",
    [
        ("P-1-2010", "P-2-2010", "R-1-2010", "R-2-2010", "P-1-2020", "R-1-2020"),
        ("P-01-2010", "P-02-2010", "R-01-2010", "P-01-2020", "P-02-2020", "R-01-2020"),
        ("P-01-2010", "P-13-2010", "P-01-2020", "R-02-2010"),
    ],
)
def test_letters_whose_numbers_come_back_have_numbers_of_persons(names: tuple[str, ...]) -> None:
    assert part_years(names) == [" ".join(name.rsplit("-", 1)) for name in names]


def test_letters_whose_numbers_do_not_come_back_have_months() -> None:
    names = ["K-12-2010", "K-01-2012", "L-02-2012", "K-12-2013"]
    assert part_years(names) == names


@pytest.mark.parametrize("name", ["A 1-10_2010", "Klas_3-4_2010", "Respondent 1-2_2010", "Site 2-1_2010"])
def test_numbers_of_groups_are_no_date(name: str) -> None:
    assert find_date_in_name(name) == ""
    assert name_in(name, "2010") == name.removesuffix("_2010").replace("_", " ")


@pytest.mark.parametrize("name", ["P01_03-05_2010", "Nel 3-5_2010", "A 03-5_2010", "K_3-5_2010", "Interview 3-5_2010"])
def test_days_and_months_before_another_sign_are_a_date(name: str) -> None:
    assert find_date_in_name(name) == "2010-05-03"


def proposed(*names: str) -> dict[str, tuple[str, str]]:
    """Return person and wave of files of these names, which need not be there."""
    return {said.file.stem: (said.person, said.wave) for said in propose_interviews(Path(f"{n}.txt") for n in names)}


def test_the_wave_of_one_file_that_says_no_year_where_all_others_do_is_asked() -> None:
    years = [f"{name} {year}" for name in ("Bob", "Els") for year in (2010, 2020)]
    assert proposed(*years, "Hannah ronde 2")["Hannah ronde 2"] == ("Hannah", "")
    assert proposed(*years, "Bob follow-up")["Bob follow-up"] == ("Bob", "follow-up")  # heard in both years: a third
    assert proposed(*years[:3], "Els nameting")["Els nameting"] == ("Els", "nameting")  # one in four is no oddity


def test_where_all_names_say_a_round_and_some_a_date_the_rounds_are_the_waves() -> None:
    rounds = ["Jan ronde 1", "Jan ronde 2", "Els ronde 1"]
    assert proposed(*rounds, "Els ronde 2 12-3-2020")["Els ronde 2 12-3-2020"] == ("Els", "2")
    assert proposed(*rounds, "Els_T1_2010", "Els_T2_2020")["Els_T1_2010"] == ("Els", "1")
    assert proposed(*rounds, "Bo ronde 1 2010", "Els ronde 1 2020")["Bo ronde 1 2010"] == (
        "Bo",
        "2010",
    )  # each their own
    assert proposed("Jan ronde 1 2010", "Jan ronde 2 2020")["Jan ronde 2 2020"] == ("Jan", "2020")


@pytest.mark.parametrize(
    ("wave", "date", "year"), [("2", "2020-03-12", "2020"), ("1", "2020-03-12", ""), ("2", "2015", "")]
)
def test_a_round_among_years_is_the_year_of_its_date_where_it_may_be(wave: str, date: str, year: str) -> None:
    clues = (known_from(["wave"], Remark("file name")),)
    years = [Proposal(Path(f"{n} {y}"), f"P{n}", y, clues=clues) for n in range(4) for y in ("2010", "2020")]
    assert ask_odd_waves([*years, Proposal(Path("Els"), "Els", wave, date, clues=clues)])[-1].wave == year


@pytest.mark.parametrize(
    ("top", "other", "date"),
    [
        ("Date: 03/04/2010", "", "2010"),
        ("Date: 03/04/2010", "Date: 05/26/2020", "2010"),
        ("Date: 03/04/2010", "Date: 26/05/2020", "2010-04-03"),
        ("Date: 03-04-2010", "", "2010-04-03"),
        ("Date: 05/26/2010", "", "2010-05-26"),
        ("Ann, born 05/26/1980", "", ""),
        ("Ann, born 05/26/1980, heard 26 May 2010", "", "2010-05-26"),
        ("Ann (geb. 1950), 12-3-2010", "", "2010-03-12"),
        ("Geboortezorg, 12-3-2010", "", "2010-03-12"),
        ("Ann Born, 12 March 2010", "", "2010-03-12"),
    ],
)
def test_a_date_at_the_top_of_an_english_talk_may_have_the_month_first(
    top: str, other: str, date: str, tmp_path: Path
) -> None:
    for name, head in (("Ann 2010", top), ("Ann 2020", other)):
        (tmp_path / f"{name}.txt").write_text(f"{head}\n\nI: How is the work?\nR: It is what it is.\n", "utf-8")
    assert propose_interviews(sorted(tmp_path.iterdir()), folder=tmp_path)[0].date == date


@pytest.mark.slow
def test_many_odd_waves_are_asked_in_time_that_grows_with_them() -> None:
    """To look for each among the odd ones took 4 seconds."""
    waves = [*[(n, y) for n in range(2000) for y in ("2010", "2020")], *[(-n, "2") for n in range(1, 1001)]]
    clues = (known_from(["wave"], Remark("file name")),)
    files = [Proposal(Path(f"{n} {wave}"), f"P{n}", wave, clues=clues) for n, wave in waves]
    with at_most(1):
        assert {one.wave for one in ask_odd_waves(files)} == {"2010", "2020", ""}


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        (["2020_Jan_Smit", "2010 Riet Bos"], ["Jan Smit", "Riet Bos"]),
        (["2010 Jan de Wit", "2020 Jan de Wit"], ["Jan de Wit"]),
        (["2010 Jan en Riet Smit"], ["Jan en Riet Smit"]),
        (["2020 May Brown", "2010 May Jones"], ["Brown", "Jones"]),
        (["2010 Mei Smit", "2010 Okt Bos", "2020 Riet Bos"], ["Bos", "Riet Bos", "Smit"]),
        (["2010 Mei Smit", "Smit 2020"], ["Smit"]),
        (["2010 mei Smit", "2020 Jan 12 Bos", "2010 Mei Fatima"], ["Bos", "Fatima", "Smit"]),
        (["2010 Mei Rabobank", "2010 Mei Bakker Els", "2010 Philips"], ["Bakker Els", "Philips", "Rabobank"]),
        (["2010 Jan Voormeting Vos", "2010 Mei Nameting Vos", "2010 Voormeting Smit"], ["Smit", "Vos"]),
        (["2010 Mei Interview Smit", "2010 Jan Mevrouw Bos", "2020 Riet"], ["Bos", "Riet", "Smit"]),
        (["Amara 12m follow up", "scan interview Willem 2010"], ["Amara", "Willem"]),
    ],
)
def test_a_first_name_between_a_year_and_a_surname_is_no_month(names: list[str], persons: list[str]) -> None:
    assert sorted({person for person, _ in proposed(*names).values()}) == persons


def test_an_age_is_no_part_of_a_name_and_no_number() -> None:
    said = proposed("Ali 34 jaar 2010", "Ali 44 jaar 2020", "Bea (51 yrs) 2010", "Ali34 2010", "resp 34 2010")
    assert sorted(person for person, _ in said.values()) == ["Ali", "Ali", "Ali34", "Bea", "resp34"]
    two = [
        ("Man 44 jaar 2010", "Man 60 jaar 2020"),
        ("Docent 44 jr 2010", "Docent 60 jr 2020"),
        ("Vrouw 34 jaar", "Vrouw 51 jaar"),
    ]
    assert [len({person for person, _ in proposed(*names).values()}) for names in two] == [2, 2, 2]


def test_dates_with_the_month_first_and_a_short_year_are_no_numbers_of_persons() -> None:
    said = proposed("Bob 3_26_11", "Bob 4_2_21", "Ann 3-28-11")
    assert set(said.values()) == {("Bob", "2011"), ("Bob", "2021"), ("Ann", "2011")}
    assert proposed("Gezin 1 2 10", "Gezin 1 3 10", "P01 versie 1.13.10", "Jo 13_2_10")["Gezin 1 2 10"][0] == "Gezin1"


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Anneke met Sjoerd 2010", "Anneke met Sjoerd"),
        ("Karen with Tom 2010", "Karen with Tom"),
        ("Interview met Fatima 2010", "Fatima"),
        ("Tweede Gesprek met Piet 2020", "Piet"),
        ("Ria met Zoom 2010", "Ria"),
        ("Bob met partner 2010", "Bob partner"),
        ("Kennismaking met Bob 2010", "Kennismaking Bob"),
    ],
)
def test_who_of_two_names_asked_is_left_open(name: str, person: str) -> None:
    assert proposed(name)[name][0] == person
