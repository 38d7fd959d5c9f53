"""Numbers beside names in names of files: somebody's own, or those of the talks of a round."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.proposals import propose_interviews


def persons(*names: str) -> list[str]:
    """Return whose each file is proposed to be, in the order of the names given."""
    found = {said.file.stem: said.person for said in propose_interviews(Path(f"{name}.txt") for name in names)}
    return [found[name] for name in names]


@pytest.mark.parametrize(
    "form",
    [
        "Int0{n}_{y}_{p}",
        "VU_{n}_{p}_{y}_clean",
        "{n}. {p} {y}",
        "{y} - 0{n} - {p}",
        "Interview #{n} - {p} - May {y}",
        "R0{n} {p} (v, {a}) {y}",
        "P{n} {p} {y}",
    ],
)
def test_a_number_that_goes_with_another_name_in_each_round_is_nobodys(form: str) -> None:
    early, late = ["Anna", "Bert", "Carla", "Dirk"], ["Anna", "Dirk", "Carla", "Bert"]
    names = [form.format(n=n, p=p, y=2010, a=40 + n) for n, p in enumerate(early, start=1)]
    names += [form.format(n=n, p=p, y=2020, a=50 + early.index(p) + 1) for n, p in enumerate(late, start=1)]
    assert persons(*names) == early + late


def test_numbers_of_talks_beside_names_in_small_letters_are_nobodys() -> None:
    names = ("Int01 anna begin", "Int02 bert begin", "Int01 bert eind", "Int02 anna eind")
    assert [person.casefold() for person in persons(*names)] == ["anna", "bert", "bert", "anna"]


def test_numbers_count_within_folders_too() -> None:
    early = {"01 Anna": "Anna", "02 Bert": "Bert", "03 Carla": "Carla"}
    late = {"01 Carla": "Carla", "02 Anna": "Anna", "03 Emma": "Emma", "04 Bert": "Bert"}
    files = [Path(f"interviews {year}/{name}.txt") for year, own in ((2010, early), (2020, late)) for name in own]
    said = {file.file: file.person for file in propose_interviews(files)}
    assert [said[file] for file in files] == [*early.values(), *late.values()]


def test_talks_that_are_counted_in_each_round_make_no_person_of_two() -> None:
    assert persons("Int01 Anna 2010", "Int02 Bert 2010", "Int01 Dirk 2020", "Int02 Emma 2020") == [
        *("Anna", "Bert", "Dirk", "Emma")
    ]


@pytest.mark.parametrize(
    ("names", "whose"),
    [
        (("P01 Bakker 2010", "P02 Smit 2010", "P01 Jansen 2020", "P02 Smit 2020"), ["P01", "P02", "P01", "P02"]),
        (("P01 Anna 2010", "P02 Bert 2010", "P01 2020"), ["P01", "P02", "P01"]),
        (("P01 Marieke 2010", "P01 Joost 2020", "P02 Marieke 2010", "P02 Joost 2020"), ["P01", "P01", "P02", "P02"]),
        (("Int01 2010", "Int01 2020"), ["Int01", "Int01"]),
        (("R1 Urk T1", "R2 Zwolle T1", "R3 Leeds T1", "R1 Zwolle T2", "R2 Leeds T2"), ["R1", "R2", "R3", "R1", "R2"]),
        (("Int01 P04 2010", "Int02 P07 2010", "Int02 P04 2020"), ["P04", "P07", "P04"]),
    ],
)
def test_a_number_that_stays_with_somebody_is_theirs(names: tuple[str, ...], whose: list[str]) -> None:
    assert persons(*names) == whose


def test_two_of_one_name_are_told_apart_by_numbers_that_stay_with_others() -> None:
    names = ("1 Anna 2010", "2 Bert 2010", "3 Cas 2010", "7 Anna 2020", "2 Bert 2020", "3 Cas 2020")
    anna, bert, _, other, same, _ = persons(*names)
    assert (anna == other, bert == same) == (False, True)


def test_ways_of_writing_a_name_are_one() -> None:
    assert persons("de Wit, Carla (2010)", "Carla de Wit 2020", "Wit, Carla de 2015") == ["Carla de Wit"] * 3
    assert persons("A.Bakker 2010", "A. Bakker 2020", "C.de Wit 2010") == ["A. Bakker", "A. Bakker", "C. de Wit"]
    assert persons("Anna's interview 2010", "Interview with Anna 2020") == ["Anna", "Anna"]
    assert persons("Jansen, mw 2010") == ["Jansen"]
