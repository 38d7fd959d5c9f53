"""Files taken for one person's by a guess, whose names may tell two: said until somebody confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bp_qual.study.interviews import Interview
from bp_qual.study.joined_by_guess import note_joined_by_guess
from bp_qual.study.proposals import propose_interviews


def told(*names: str, confirmed: bool = False) -> str:
    """Return what is said of files as `init` proposes them."""
    found: Sequence[Interview] = [
        Interview(said.file, {said.person: ()}, said.wave, "interviews.csv:2", is_stated=confirmed)
        for said in propose_interviews(Path(f"{name}.txt") for name in names)
    ]
    return " ".join(note.say("en") for note in note_joined_by_guess(found, Path()))


COACHES = [f"{who}{name} {year}" for who, year in (("Coach ", 2010), ("", 2020)) for name in ("Anna", "Bert", "Carla")]


@pytest.mark.parametrize(
    ("names", "whose"),
    [
        (COACHES, "Anna (Anna 2020.txt, Coach Anna 2010.txt)"),
        (["P01 T1", "P02 T1", "P01 partner T2", "P02 T2"], "P01 (P01 T1.txt, P01 partner T2.txt)"),
        (
            ["F01_mother_T1", "F01_child_T2", "F02_mother_T1", "F02_mother_T2"],
            "F01 (F01_child_T2.txt, F01_mother_T1.txt)",
        ),
        (["P1 Nkechi T1", "P2 Tunde T1", "P1 Wanjiru T2", "P2 Tunde T2"], "P1 (P1 Nkechi T1.txt, P1 Wanjiru T2.txt)"),
        (["N/Anna 2010", "Z/Anna 2020", "N/Bert 2020", "N/Cas 2010"], "Anna (N/Anna 2010.txt, Z/Anna 2020.txt)"),
    ],
)
def test_who_may_be_two_is_told(names: list[str], whose: str) -> None:
    assert whose in told(*names)
    assert not told(*names, confirmed=True)


@pytest.mark.parametrize(
    "names",
    [
        ["Anna 2010", "Anna 2020 def", "Bert (2010) MB", "Bert 2020 JD", "Cas zomer 2010", "Cas winter 2020"],
        ["Anna oud", "Anna nieuw", "Bert oud", "Bert nieuw"],
        ["P01 Anna 2010", "P01 2020", "Int01_Bert_2010", "Int07_Bert_2020"],
        ["ronde 1/Anna", "ronde 1/Bert", "ronde 2/Anna", "ronde 2/Bert"],
        ["Interview met mevr. Jansen 2010", "Jansen 2020 telefonisch", "6 weken/Bert", "intake/Bert"],
    ],
)
def test_what_tells_nobody_apart_is_not_asked(names: list[str]) -> None:
    assert told(*names) == ""
