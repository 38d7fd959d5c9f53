"""Words that the names of all files of a round share: nobody is called `Buurtproject Anna` or `Anna de verhuizing`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.proposals import propose_interviews

ANNA = ("Anna", "Bert", "Carla")


def proposed(form: str, whose: tuple[str, ...] = ANNA) -> tuple[set[str], set[str]]:
    """Return the persons and waves of files whose names are of one form for each year, with `|` between the two."""
    early, _, late = form.partition("|")
    forms = [early.format(p="{p}", y=2010), (late or early).format(p="{p}", y=2020)]
    found = propose_interviews(Path(f"{one.format(p=p)}.txt") for p in whose for one in forms)
    return {said.person for said in found}, {said.wave for said in found}


@pytest.mark.parametrize(
    "form",
    [
        "Buurtproject {p} {y}",
        "{p} Buurtproject {y}",
        "BP_{p}_{y}",
        "Participatie in de wijk - {p} - {y}",
        "Interview {p} over de buurt {y}",
        "{p} (Utrecht) {y}",
        "{p} {y} (definitief, nagelezen MB)",
        "Interview {p} - Marieke {y}",
        "{p} 2010 Rotterdam|{p} 2020",
        "{p} 2010 voor|{p} 2020 na de verhuizing",
        "Buurtproject {p} 2010|2020 {p} vervolg in de buurt",
    ],
)
def test_words_that_all_names_of_a_round_share_are_no_part_of_a_name(form: str) -> None:
    assert proposed(form) == (set(ANNA), {"2010", "2020"})


def test_words_around_a_word_for_the_wave_are_no_part_of_a_name() -> None:
    assert proposed("{p} voor corona|{p} na corona") == (set(ANNA), {"voor", "na"})


@pytest.mark.parametrize(
    ("form", "whose", "persons"),
    [
        ("{p} de Vries {y}", ANNA, {"Anna de Vries", "Bert de Vries", "Carla de Vries"}),
        ("{p} Buurtproject {y}", ANNA[:2], {"Anna Buurtproject", "Bert Buurtproject"}),
        ("Bewoner {p} {y}", ("A", "B", "C"), {"Bewoner A", "Bewoner B", "Bewoner C"}),
        ("BP {p} {y}", ("01", "02", "03"), {"BP01", "BP02", "BP03"}),
        ("Anna {y} {p}", ("ochtend", "middag", "avond"), {"Anna ochtend", "Anna middag", "Anna avond"}),
        ("{p} en Marieke {y}", ANNA, {f"{name} en Marieke" for name in ANNA}),
        ("Moeder {p} T1|{p} T2", ANNA, {*ANNA, *(f"Moeder {name}" for name in ANNA)}),
        ("Partner {p} 2010|{p} 2020", ANNA, {*ANNA, *(f"Partner {name}" for name in ANNA)}),
    ],
)
def test_what_may_be_a_name_stays(form: str, whose: tuple[str, ...], persons: set[str]) -> None:
    assert proposed(form, whose)[0] == persons


def test_the_word_of_a_number_is_not_left_out_without_its_number() -> None:
    assert proposed("{p} 2 weken voor verhuizing|{p} 6 weken na verhuizing")[0] == set(ANNA)
    files = [f"{name} {age + later} jaar T{later}.txt" for age, name in enumerate(ANNA, 8) for later in (1, 3)]
    assert {said.person for said in propose_interviews(map(Path, files))} == set(ANNA)


def test_a_word_beside_several_first_names_is_no_part_of_a_name_though_not_all_have_it() -> None:
    names = ("03 Buurtproject Fatima (mei 2010)", "04 Buurtproject Anna (2010)", "07 Buurtproject Kees 2010")
    later = ("Int05_2020_Fatima", "Int02_2020_Anna", "Sandra Jansen 12-05-2010")
    said = {said.file.stem: said.person for said in propose_interviews(Path(f"{name}.txt") for name in names + later)}
    assert [said[name] for name in (*names, *later)] == ["Fatima", "Anna", "Kees", "Fatima", "Anna", "Sandra Jansen"]


def test_a_mother_is_not_her_child() -> None:
    names = [f"{who}Alice {wave}" for who, wave in (("Mum ", "pre"), ("", "post"))]
    names += [f"{who}Bess {wave}" for who, wave in (("Mum ", "pre"), ("", "post"))]
    names += [f"{who}Cleo {wave}" for who, wave in (("Mum ", "pre"), ("", "post"))]
    said = {said.person for said in propose_interviews(Path(f"{name}.txt") for name in names)}
    assert len(said) == 6


def test_two_who_would_be_one_without_the_word_keep_it() -> None:
    files = [f"{name} Noord 2010.txt" for name in ANNA] + ["Anna Noord 2020.txt", "Anna 2020.txt"]
    found = {said.file.stem: said.person for said in propose_interviews(map(Path, files))}
    assert found["Anna Noord 2020"] != found["Anna 2020"]


def test_what_tells_people_of_one_round_apart_stays_in_their_names() -> None:
    names = ["Noord Anna 2010", "Noord Bert 2010", "Noord Cas 2010", "Zuid Anna 2020", "Noord Bert 2020"]
    names += ["Zuid Dirk 2020", "Zuid Els 2020"]
    found = {said.file.stem: said.person for said in propose_interviews(Path(f"{name}.txt") for name in names)}
    assert found["Noord Anna 2010"] != found["Zuid Anna 2020"]
    assert found["Noord Bert 2010"] == found["Noord Bert 2020"]


@pytest.mark.parametrize("form", ["BUURT_{y}_NOORD_{p}", "{p} Leiden {y} Buurt"])
def test_a_year_between_shared_words_stays(form: str) -> None:
    assert proposed(form) == (set(ANNA), {"2010", "2020"})


def test_a_season_between_shared_words_leaves_the_year() -> None:
    codes = ("BX-07", "BX-12", "KL-03")
    assert proposed("{p} spring 2010 Leiden|{p} autumn 2020 Leiden", codes)[1] == {"2010", "2020"}


def test_a_word_that_tells_two_of_one_round_apart_is_kept_beside_others_too() -> None:
    names = ["chef van Anna T1", "chef van Bert T1", "chef van Cas T1", "Anna T1", "Anna T2", "Bert T2"]
    found = {said.file.stem: said.person for said in propose_interviews(Path(f"{name}.txt") for name in names)}
    assert found["chef van Bert T1"] != found["Bert T2"] == "Bert"
