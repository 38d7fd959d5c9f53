"""R1 and R2, rounds with numbers and second follow-ups in names of files: whose interview is it, and in which wave?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.proposals import propose_interviews
from bp_qual.transcripts.wave_order import order_waves


def propose(folder: Path, names: str) -> dict[str, tuple[str, str]]:
    for number, name in enumerate(names.split(",")):
        (folder / f"{name}.txt").write_text(f"I: Hoe was dat?\nR: Het was goed {number}.\n", encoding="utf-8")
    return {one.file.stem: (one.person, one.wave) for one in propose_interviews(folder.glob("*.txt"), folder=folder)}


@pytest.mark.parametrize(
    ("form", "waves"),
    [("{name} R{n}", "12"), ("{name}_r{n}", "12"), ("R{n} {name}", "12"), ("{name}_R{n}_20{n}0", ("2010", "2020"))],
)
def test_rounds_beside_several_names_are_rounds_also_of_who_was_met_in_one(
    tmp_path: Path, form: str, waves: str
) -> None:
    met = [("Anja West", 1), ("Anja West", 2), ("Bram de Wit", 1), ("Bram de Wit", 2), ("Cor van der Kerk", 2)]
    met += [("Emma Ward", 1), ("Nurse Dorp", 2)]
    said = propose(tmp_path, ",".join(form.format(name=name, n=n) for name, n in met))
    assert [said[form.format(name=name, n=n)] for name, n in met] == [(name, waves[n - 1]) for name, n in met]


@pytest.mark.parametrize(
    ("names", "wave"),
    [
        ("Fergus 2008,Moira 2008,Moira R2 2019,Priya R2 2019,Fergus R2 2019,Priya 2008", "2019"),
        ("Fergus 2008,Moira 2008,Moira R2,Priya R2,Fergus R2,Colin 2019", ""),
        ("Fergus_2008,Moira_2008,Fergus_R2_2019,Moira_R2_2019", "2019"),
    ],
)
def test_an_r2_beside_several_who_are_named_without_it_before_is_nobody(tmp_path: Path, names: str, wave: str) -> None:
    said = propose(tmp_path, names)
    assert {person for person, _ in said.values()} <= {"Fergus", "Moira", "Priya", "Colin"}
    assert {own for name, (_, own) in said.items() if "R2" in name} == {wave}


@pytest.mark.parametrize(
    "names",
    [
        "R1 2010,R2 2010,R1 2020",
        "R1_Anja_2010,R1_Bram_2020,R2_Bram_2010",
        "R1_AH_2010,R1_LS_2020,R2_LS_2010,R2_AH_2020",
        "R1 Anja 2010,R2 Bram 2010,R1 Anja 2020,R2 Bram 2020",
        "groep R1,groep R2",
        "Organisatie A R1,Organisatie A R2,Organisatie B R1,Organisatie B R2",
        "Ziekenhuis Noord R1,Ziekenhuis Noord R2,Ziekenhuis Zuid R1,Ziekenhuis Zuid R2",
        "Students R1,Students R2,Teachers R1,Teachers R2",
        "interview R1,interview R2,gesprek R1,gesprek R2",
        "Gezin Bos R1 2010,Gezin Bos R2 2010,Gezin Smit R1 2020,Gezin Smit R2 2020",
    ],
)
def test_the_numbers_of_respondents_stay_theirs(tmp_path: Path, names: str) -> None:
    assert {person for person, _ in propose(tmp_path, names).values()} == {"R1", "R2"}


@pytest.mark.parametrize(
    "names",
    [
        "Anja 2010,Bram 2010,R2 2010,Anja R2 2020,Bram R2 2020",  # R2 alone
        "Anja 2010,Anja R2 2020,Bram R2 2020",  # one of them is named without it
        "Anja R2 2010,Bram R2 2010,Anja 2020,Bram 2020",  # a second round before the first
        "Anja 2010,Bram 2010,Anja R2 2010,Bram R2 2010",  # in the same year
        "Anja 2010,Bram 2010,Gezin Smit R2 2020,Anja R2 2020,Bram R2 2020",
    ],
)
def test_an_r2_that_may_be_a_respondent_stays_one(tmp_path: Path, names: str) -> None:
    assert "R2" in {person for person, _ in propose(tmp_path, names).values()}


@pytest.mark.parametrize("later", ["follow-up 6 months", "vervolg 1 jaar", "vervolginterview 3 maanden"])
def test_how_long_after_the_first_a_follow_up_was_is_not_which_one(tmp_path: Path, later: str) -> None:
    longer = later.replace("6", "12").replace("3", "9").replace("1 ", "2 ")
    names = ("Ann Lee", "Bob Ray")
    said = propose(tmp_path, ",".join(f"{name} {wave}" for name in names for wave in ("baseline", later, longer)))
    assert {person for person, _ in said.values()} == {"Ann Lee", "Bob Ray"}
    in_order = tuple(said[f"Ann Lee {wave}"][1] for wave in ("baseline", later, longer))
    assert order_waves({wave for _, wave in said.values()}).waves == in_order


def test_a_second_follow_up_is_a_wave_and_comes_after_the_first(tmp_path: Path) -> None:
    said = propose(tmp_path, "Ann Lee baseline,Ann Lee follow-up 1,Bob Ray follow-up 1,Bob Ray follow-up 2")
    assert {person for person, _ in said.values()} == {"Ann Lee", "Bob Ray"}
    waves = [wave for _, wave in said.values()]
    assert order_waves(waves).waves == ("baseline", "follow-up-1", "follow-up-2")
    assert order_waves(waves).known_from == "names"
