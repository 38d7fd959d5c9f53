"""One person under names of files that differ in the number of the talk, in a hyphen, or in what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.gathering import read_study
from bp_qual.study.met_apart import note_look_alikes
from bp_qual.study.proposals import propose_interviews
from bp_qual.study.starter import make_study

TALK = "Datum: 5 juni {}\n\nI: Hoe was dat?\nR: Het was goed zo.\n"


def propose(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """Write files with their dates, and return the person and the wave of each."""
    for name, year in files.items():
        (folder / f"{name}.txt").write_text(TALK.format(year) if year else TALK.partition("\n\n")[2], "utf-8")
    proposals = {one.file.stem: one for one in propose_interviews(folder.glob("*.txt"), folder=folder)}
    return [(proposals[name].person, proposals[name].wave) for name in files]


@pytest.mark.parametrize("persons", [("Ans",), ("Ans", "Bob", "Cas", "Dirk")])
@pytest.mark.parametrize("ends", [("", ""), ("_LS", "_AH"), ("_MvD", "_MvD")])
def test_a_number_that_goes_up_with_the_years_is_that_of_the_talk(
    tmp_path: Path, persons: tuple[str, ...], ends: tuple[str, str]
) -> None:
    files = {f"{name}_{n + 1}{end}": ("2011", "2021")[n] for name in persons for n, end in enumerate(ends)}
    said = propose(tmp_path, files)
    assert [person for person, _ in said] == [name for name in persons for _ in ends]
    assert len({wave for _, wave in said}) == 2


@pytest.mark.parametrize(
    "files",
    [
        {"resp_1": "2011", "resp_2": "2021"},
        {"man_1": "2011", "man_2": "2021"},
        {"Tim_1": "2021", "Tim_2": "2011", "Kim_1": "2011"},
        {"Tim_2": "2011", "Tim_5": "2021"},
        {"Tim1_2011": "", "Tim2_2021": ""},
        {"ABC1": "2011", "ABC2": "2021"},
        {"Ward1": "2011", "Ward2": "2012", "Ward3": "2013"},
        {"Mason_1": "2011", "Mason_2": "2021"},
        {"Anna1_20110503": "", "Anna2_20210604": ""},
    ],
)
def test_other_numbers_are_those_of_persons(tmp_path: Path, files: dict[str, str]) -> None:
    assert len({person for person, _ in propose(tmp_path, files)}) == len(files)


WORDS = """Docent Boer Bewoner Manager School Gezin Team Kind Farmer Teacher Household Village Mantelzorger
Jongere Zus"""


@pytest.mark.parametrize("word", WORDS.split())
def test_words_for_what_one_is_are_numbered_by_person(tmp_path: Path, word: str) -> None:
    said = propose(tmp_path, {f"{word}_1": "2010", f"{word}_2": "2011"})
    assert [person for person, _ in said] == [f"{word}1", f"{word}2"]


@pytest.mark.parametrize(
    ("files", "persons"),
    [
        ({"Kees-Jan 2021": ""}, ["Kees-Jan"]),
        ({"Anne Lise 2012": "", "Anne-Lise_2021": ""}, ["Anne-Lise"] * 2),
        ({"KeesJan 2012": "", "Interview Kees-Jan 2021": ""}, ["Kees-Jan"] * 2),
        ({"Ans Bakker-Smit 2011": ""}, ["Ans Bakker-Smit"]),
        ({"Ans-Bakker-2011": "", "Ans-Bakker-2021": ""}, ["Ans Bakker"] * 2),
        ({"Interview-Ans 2011": ""}, ["Ans"]),
        ({"AnneLise 2011": "", "Anne-Lise 2011": ""}, ["AnneLise", "Anne-Lise"]),
        ({"Mcdonald 2010": "", "McDonald 2020": ""}, ["McDonald"] * 2),
        ({"JanSmit 2010": "", "jansmit 2020": "", "Jan-Smit 2030": ""}, ["Jan-Smit"] * 3),
        ({"Jo An 2010": "", "Joan 2020": ""}, ["Jo An", "Joan"]),
        ({"Jan Sen 2010": "", "Jansen 2020": ""}, ["Jan Sen", "Jansen"]),
        ({"René 2010": "", "Rene 2020": ""}, ["René", "Rene"]),
    ],
)
def test_a_hyphen_within_a_name_stays(tmp_path: Path, files: dict[str, str], persons: list[str]) -> None:
    assert [person for person, _ in propose(tmp_path, files)] == persons


@pytest.mark.parametrize(("word", "notes"), [("Docent", 1), ("Respondent", 0)])
def test_check_asks_whether_numbers_that_go_up_with_the_rounds_are_of_one_person(
    tmp_path: Path, word: str, notes: int
) -> None:
    for number in (1, 2):
        (tmp_path / f"{word}_{number}.txt").write_text(TALK.format(2009 + number) + f"R: {number} keer.\n", "utf-8")
    make_study(tmp_path)
    said = [str(note) for note in note_look_alikes(read_study(tmp_path))]
    assert len(said) == notes
    assert all(f"'{word}1'" in note and f"'{word}2'" in note for note in said)
