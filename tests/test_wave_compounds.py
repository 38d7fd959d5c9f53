"""Waves that are called by compounds of the usual words: premeting and postmeting, begingesprek and eindgesprek."""

from __future__ import annotations

import itertools

import pytest

from bp_qual.transcripts.wave_order import order_waves
from bp_qual.transcripts.wave_words import find_wave, find_waves

IN_ORDER = [
    ("premeting", "postmeting"),
    ("pre-meting", "postmeting"),
    ("preinterview", "postinterview"),
    ("voorinterview", "na-interview"),
    ("voorgesprek", "nagesprek"),
    ("begingesprek", "tussengesprek", "eindgesprek"),
    ("intakegesprek", "slotgesprek"),
    ("startinterview", "eindinterview"),
    ("beginfase", "eindfase"),
    ("vormessung", "nachmessung"),
    ("vorbefragung", "nachbefragung"),
    ("ersttermin", "zweittermin"),
    ("erstinterview", "zweitinterview", "drittinterview"),
    ("praemessung", "postmessung"),
    ("preinterventie", "postinterventie"),
    ("precorona", "postcorona"),
    ("pr\u00e4", "post"),
    ("anfang", "ende"),
    ("beginn", "ende"),
    ("initiale", "finale"),
    ("premier", "dernier"),
    ("premi\u00e8re", "deuxi\u00e8me", "derni\u00e8re"),
    ("aanvangsmeting", "eindmeting"),
    ("start", "finish"),
]


@pytest.mark.parametrize("waves", IN_ORDER, ids="-".join)
def test_the_waves_are_in_order_whatever_order_they_come_in(waves):
    for names in itertools.permutations(waves):
        order = order_waves(names)
        assert order.waves == waves
        assert order.known_from == "names"


@pytest.mark.parametrize(
    "waves",
    [
        ("voorjaarsmeting", "najaarsmeting"),
        ("blauwmeting", "groenmeting"),
        ("dorpmeting", "stadmeting"),
        ("prent", "postent"),
        ("noord", "voord"),
    ],
    ids="-".join,
)
def test_an_ending_in_common_orders_nothing_by_itself(waves):
    assert order_waves(waves).unknown


@pytest.mark.parametrize(
    "name", ["P01 premeting", "P01_postmeting", "Anna begingesprek", "Karim eindinterview", "P01 postinterventie"]
)
def test_the_name_of_a_file_says_such_a_wave(name):
    said = name.replace("_", " ").split()[1]
    assert find_wave(name) == (said, said)


@pytest.mark.parametrize("name", ["Anna gesprek", "P01 interview", "Postma", "P01 eindverslag"])
def test_other_words_say_none(name):
    assert find_wave(name) is None


@pytest.mark.parametrize("ordinal", ["1de", "2st", "3nd", "4rd", "5ste", "1th"])
def test_an_ordinal_with_a_wrong_ending_is_its_number(ordinal: str) -> None:
    assert find_wave(f"P01 {ordinal}") == (ordinal[0], ordinal)
    assert find_waves(f"P01 {ordinal} gesprek") == (ordinal[0],)
