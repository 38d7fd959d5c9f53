"""Waves that names call by how long after the first a talk was (`6m follow up`, `week 12`, `M6`), or by its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.proposals import propose_interviews
from bp_qual.transcripts.wave_order import order_waves
from bp_qual.transcripts.wave_words import find_wave

ROUNDS = [  # as the names say them, and the waves that they are, in order
    ("baseline", "6m follow up", "12m follow up"),
    ("baseline", "follow up 6m", "follow up 12m"),
    ("start", "na 6 maanden", "na 12 maanden"),
    ("beginmeting", "vervolgmeting 6 maanden", "vervolgmeting 12 maanden"),
    ("pre", "post 6w", "post 12w"),
    ("voor", "na 2 dagen"),
    ("intake", "after 5 years", "after 10 years"),
    ("T0", "FU1", "FU2"),
    ("first interview", "ten years later"),
    ("eerste ronde", "tien jaar later"),
    ("month 0", "month 6", "month 12"),
    ("week 0", "week 6", "week 12"),
    ("M0", "M6", "M12"),
    ("baseline", "5y", "10y"),
    ("2010", "10 jaar later"),
    ("pre", "post", "6m follow up", "12m follow up"),
    ("visit 1", "visit 2"),
    ("bezoek 1", "bezoek 2"),
    ("t=0", "t=1"),
    ("pre-pandemic", "post-pandemic"),
]


@pytest.mark.parametrize("said", ROUNDS, ids="-".join)
def test_a_time_since_the_first_talk_is_a_wave_and_no_part_of_a_name(said: tuple[str, ...]) -> None:
    names = [f"{person} {wave}.txt" for person in ("Anna", "Bert", "Carla") for wave in said]
    proposed = propose_interviews(Path(name) for name in names)
    assert {found.person for found in proposed} == {"Anna", "Bert", "Carla"}
    by_round = [{found.wave for found in proposed if wave in found.file.stem.split(" ", 1)[1]} for wave in said]
    waves = [found.wave for found in proposed if found.person == "Anna"]
    assert len({*waves}) == len(said)
    order = order_waves(waves)
    assert not order.unknown
    assert [wave in found for wave, found in zip(order.waves, by_round, strict=True)] == [True] * len(said)


@pytest.mark.parametrize(
    ("folders", "waves"),
    [
        (("M0", "M6"), {"m0", "m6"}),
        (("Baseline", "Follow-up 6m", "Follow-up 12m"), {"baseline", "follow-up-6m", "follow-up-12m"}),
        (("eerste interviews", "vervolginterviews"), {"1", "vervolginterview"}),
        (("voormetingen", "nametingen"), {"voormeting", "nameting"}),
        (("oude interviews", "nieuwe gesprekken"), {"oude", "nieuwe"}),
    ],
)
def test_folders_may_be_called_so(folders: tuple[str, ...], waves: set[str]) -> None:
    proposed = propose_interviews(Path(f"{folder}/{name}.txt") for folder in folders for name in ("Anna", "Bert"))
    assert {found.person for found in proposed} == {"Anna", "Bert"}
    assert {found.wave for found in proposed} == waves
    assert not order_waves(waves).unknown


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        (("School A M1", "School A M2", "School B M1", "School B M2"), {"M1", "M2"}),
        (("Anna 2010 week 12", "Anna 2020 week 3"), {"Anna"}),
        (("Anna 34j 2010", "Anna 44j 2020"), {"Anna"}),
        (("Els van der Post 2010", "Els van der Post 2020"), {"Els van der Post"}),
    ],
)
def test_what_only_looks_like_a_time_stays_what_it_is(names: tuple[str, ...], persons: set[str]) -> None:
    assert {found.person for found in propose_interviews(Path(f"{name}.txt") for name in names)} == persons


def test_folders_of_men_are_no_months() -> None:
    files = [Path(f"{man}/gesprek {number}.txt") for man in ("M1", "M2", "M3") for number in (1, 2)]
    assert {(said.person, said.wave) for said in propose_interviews(files)} == {
        (man, wave) for man in ("M1", "M2", "M3") for wave in ("1", "2")
    }


def test_a_surname_behind_van_is_no_wave() -> None:
    assert find_wave("Els van der Post") is None
    assert find_wave("Els post") == ("post", "post")
