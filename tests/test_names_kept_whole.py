"""What may be the person's own in the name of a file stays, and nothing that is left out makes one person of two."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.askers_in_names import find_askers
from bp_qual.study.interviews import interviews_from_names
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.proposals import propose_interviews
from bp_qual.study.starter import make_study
from bp_qual.study.who_answers import Voices
from bp_qual.transcripts.moments import find_date_in_name
from proposed_rows import proposed_rows

TALK = "I: Hoe gaat het?\nR: Goed, dank u wel, ik werk er nog en dat bevalt mij.\n"


def propose(folder: Path, *names: str) -> dict[str, tuple[str, str]]:
    for number, name in enumerate(names):
        (folder / f"{name}.txt").parent.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text(TALK + f"R: Dat zei ik {number} keer.\n", "utf-8")
    make_study(folder)
    rows = proposed_rows(folder)
    return {row["file"].removesuffix(".txt"): (row["person"], row["wave"]) for row in rows}


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    "persons",
    [
        *([f"{given} {link} Berg" for given in ("Jan", "Tom")] for link in ("vd", "v.d.", "VD", "vh", "vdr", "vdn")),
        ["A.M. de Vries", "A.M. Jansen", "K.L. de Vries", "K.L. Jansen"],
        ["JW Bos", "JW Smit", "PJ Bos", "PJ Smit"],
        ["Ng Li", "Ng Wei"],
        ["Tom", "Tom Jr", "Kees", "Kees Jr"],
        ["Jan KdV", "Jan vdB", "Tom vdB"],
        ["Jan (KB)", "Jan (PV)"],
        ["Anna (HBO)", "Anna (MBO)"],
        ["Door de Vries", "Tine de Vries"],
        ["Mary by the sea", "Mary"],
        ["Maria van der geest", "Kees van bekend", "Joan reed", "Ann bred"],
        ["Klaar de Vries", "Clara Call", "Live Hansen", "Zoom de Boer"],
    ],
)
def test_what_may_be_the_persons_own_stays(tmp_path: Path, persons: list[str]) -> None:
    said = propose(tmp_path, *(f"{person} 2010" for person in persons))
    assert said == {f"{person} 2010": (person, "2010") for person in persons}


@pytest.mark.parametrize("labels", [("vd", "Jan"), ("VD", "Jan"), ("Jr", "Tom"), ("de", "Jan")])
def test_words_of_a_surname_never_ask(labels: tuple[str, str]) -> None:
    voices = Voices(dict.fromkeys(labels, 50), labels[1])
    assert find_askers([(f"{labels[1]} Berg {labels[0]} 2010", voices)]) == [""]


def test_initials_before_a_name_ask_where_another_of_that_name_answers() -> None:
    own, other = Voices({"JW": 90, "Eva": 50}, "Eva"), Voices({"MvD": 50, "Gerda": 90}, "Gerda")
    assert find_askers([("JW Bos 2010", own), ("JW Smit 2010", own), ("MvD Gerda 2010", other)]) == ["", "", "MvD"]


def test_initials_that_do_not_speak_do_not_ask() -> None:
    voices = Voices({"Eva": 50, "Jan": 90}, "Jan")
    assert find_askers([("Jan KB 2010", voices), ("Tom KB 2010", voices)]) == ["", ""]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Interview door de telefoon Anna", "Anna"),
        ("Anna over the phone", "Anna"),
        ("Interview Live Anna de Wit", "Anna de Wit"),
        ("Anna Phone Call", "Anna"),
        ("Zoom Call Anna", "Anna"),
        ("interview Live Hansen def", "Live Hansen"),
        ("Gerda door Eva", "Gerda"),
        ("gerda door eva", "Gerda"),
        ("Gerda typed", "Gerda"),
        ("Gerda edited copied", "Gerda"),
    ],
)
def test_what_is_no_part_of_the_name_is_left_out(tmp_path: Path, name: str, person: str) -> None:
    assert propose(tmp_path, f"{name} 2010") == {f"{name} 2010": (person, "2010")}


def test_an_asker_is_left_out_where_the_folders_say_two_rounds(tmp_path: Path) -> None:
    said = propose(tmp_path, "2010/Jan (KB)", "2020/Jan (PV)")
    assert sorted(said.values()) == [("Jan", "2010"), ("Jan", "2020")]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Tom-jul 2013", "Tom"),
        ("resp-jan 2010", "Resp"),
        ("gesprek-jan 2010 Kees", "Kees"),
        ("Gesprek-Jan 2010 K1", "K1"),
    ],
)
def test_a_month_in_small_letters_or_behind_a_word_for_a_talk_is_no_second_name(
    tmp_path: Path, name: str, person: str
) -> None:
    assert propose(tmp_path, name)[name][0] == person


@pytest.mark.parametrize("form", ["Resp {} 2010", "id_{}_T1", "Resp {}", "{} Anna"])
def test_six_digits_that_tell_persons_apart_are_their_numbers(tmp_path: Path, form: str) -> None:
    digits = ("100101", "100102", "100103")
    said = propose(tmp_path, *map(form.format, digits))
    assert all(number in said[form.format(number)][0] for number in digits), said
    assert len({person for person, _ in said.values()}) == 3


def test_six_digits_beside_a_year_are_a_number(tmp_path: Path) -> None:
    assert propose(tmp_path, "Resp 100101 2010") == {"Resp 100101 2010": ("Resp100101", "2010")}


@pytest.mark.parametrize("stem", ["A 1-2_2010", "A 1-3_2010", "Klas 3-4_2010", "A 1.2_2010"])
def test_a_group_and_a_number_are_no_day_and_month(stem: str) -> None:
    (told,), _ = interviews_from_names([Path(f"{stem}.txt")], NamePattern.parse("{person}_{wave}"))
    assert (*told.persons, told.wave) == tuple(stem.split("_"))


@pytest.mark.parametrize(
    ("stem", "date"),
    [
        ("P01_03-05_2020", "2020-05-03"),
        ("P03_31-12_2019", "2019-12-31"),
        ("P01_15-04_2020", "2020-04-15"),
        ("P01_3-5_2020", "2020-05-03"),
        ("Nel 17-6_2010", "2010-06-17"),
        ("Nel 1-2_2010", "2010-02-01"),
        ("A 01-02_2010", "2010-02-01"),
        ("A 12-2_2010", "2010-02-12"),
        ("A 1-2_2010", ""),
        ("Klas 3-4_2010", ""),
    ],
)
def test_a_day_and_month_with_another_sign_before_the_year_are_a_date(stem: str, date: str, tmp_path: Path) -> None:
    file = tmp_path / f"{stem}.txt"
    file.write_text("I: Hoe?\nR: Goed.\n", "utf-8")
    (found,) = propose_interviews([file], folder=tmp_path)
    assert found.date == date
    assert find_date_in_name(stem) == date


@pytest.mark.parametrize(("stem", "pattern"), [("A 1_2_2010", "{person}_{wave}"), ("A 1-2-2010", "{person}-{wave}")])
def test_a_date_with_the_same_sign_twice_is_cut(stem: str, pattern: str) -> None:
    assert interviews_from_names([Path(f"{stem}.txt")], NamePattern.parse(pattern))[0] == ()
