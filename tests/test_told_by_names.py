"""Person and wave by the names of a folder: times around a birth, dates with blanks, letters behind numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.proposals import propose_interviews
from bp_qual.transcripts.wave_order import order_waves


def proposed(*names: str) -> list[tuple[str, str]]:
    """Return the person and the wave of each file, in the order of the names given."""
    found = {said.file.with_suffix("").as_posix(): said for said in propose_interviews(Path(f"{n}.txt") for n in names)}
    return [(found[name].person, found[name].wave) for name in names]


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("20 weeks pregnant", "6 weeks postpartum"),
        ("30 weken zwanger", "6 weken na de bevalling"),
        ("40 weeks pregnant", "12 weeks pp"),
        ("6 weeks", "6 months"),
        ("T0", "T0+6m"),
        ("dag 1", "dag 30"),
    ],
)
def test_times_are_waves_in_their_order(early: str, late: str) -> None:
    (anna, one), (same, other) = proposed(f"Anna {early}", f"Anna {late}")
    assert (anna, same) == ("Anna", "Anna")
    assert order_waves([other, one]).waves == (one, other)
    assert order_waves([other, one]).known_from


@pytest.mark.parametrize("form", ["{}_05_03 Anna", "Anna_{}_05_03", "Anna {} 05 03", "{}.05.03 Anna"])
def test_a_date_with_blanks_is_no_part_of_a_name(form: str) -> None:
    assert proposed(form.format(2011), form.format(2015)) == [("Anna", "2011"), ("Anna", "2015")]


@pytest.mark.parametrize(
    ("names", "whose"),
    [
        (("Class 3M 2019", "Class 3B 2019", "Class 3M 2020"), ["Class3M", "Class3B", "Class3M"]),
        (("P01A 2010", "P01B 2010", "P01A 2020"), ["P01A", "P01B", "P01A"]),
        (("Anna T1 3m", "Anna T2 6m"), ["Anna", "Anna"]),
        (("Huishouden 3m 2010", "Huishouden 3v 2010"), ["Huishouden3m", "Huishouden3v"]),
        (("Int05_Anna_2010", "Int05b_Bert_2010", "Int12_Bert_2020"), ["Anna", "Bert", "Bert"]),
        (("Anna/01 intake", "Anna/02 exit", "Bert/01 intake"), ["Anna", "Anna", "Bert"]),
        (("Leeds/01 2010", "Leeds/02 2010"), ["01", "02"]),
        (("Joost/01 T1", "Joost/02 T1", "Eva/01 T2", "Eva/03 T1"), ["01", "02", "01", "03"]),
    ],
)
def test_whose_it_is(names: tuple[str, ...], whose: list[str]) -> None:
    assert [person for person, _ in proposed(*names)] == whose


def test_numbers_of_which_some_cannot_be_years_are_none() -> None:
    assert {wave for _, wave in proposed("A1_uur 1", "A1_uur 30", "A2_uur 1", "A2_uur 30")} == {""}
