"""What was probably meant: a slip of the pen is guessed, another word that looks like it is not."""

from __future__ import annotations

import pytest

from bp_qual.display import nearest

SLIPS = [
    ("hlp", "help"), ("inclde", "include"), ("beaa", "bea"), ("annna", "anna"), ("ana", "anna"), ("Anna", "anna"),
    ("hanna", "anna"), ("wavse", "waves"), ("lables", "labels"), ("codebok", "codebook"), ("mony", "money"),
    ("samenwerkin", "samenwerking"), ("eenzam", "eenzaam"), ("eenzaanheid", "eenzaamheid"), ("family", "familie"),
    ("friend", "friends"), ("zorg", "zorgen"), ("work stress", "work_stress"), ("samenwerking", "samenwerken"),
    ("transcrips", "transcripts"), ("lonelyness", "loneliness"), ("codes", "code"), ("definitie", "definition"),
    ("P01_201O", "P01_2010"), ("beatrix", "beatrice"),
]  # fmt: skip
OTHERS = [
    ("ouder", "moeder"), ("moeder", "vader"), ("autonomie", "economie"), ("vriendschap", "verwantschap"),
    ("gezond", "ongezond"), ("trust", "distrust"), ("lonely", "only"), ("anna", "diana"), ("anna", "hans"),
    ("bert", "robert"), ("tom", "tim"), ("an", "bo"), ("jan", "anja"), ("loneliness", "happiness"),
    ("positive", "negative"), ("include", "exclude"), ("before", "after"), ("coder1", "coder2"), ("2010", "2020"),
    ("P01_2010", "P02_2010"), ("work_pay", "work_stress"), ("a", "b"), ("", "code"), ("x", ""), ("anna", "anna"),
    ("winst", "verlies"), ("dependence", "independence"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), SLIPS)
def test_a_slip_of_the_pen_is_guessed(written: str, meant: str) -> None:
    assert nearest(written, ["something", meant, "else"]) == meant


@pytest.mark.parametrize(("written", "other"), OTHERS)
def test_another_word_is_not_what_was_meant(written: str, other: str) -> None:
    assert nearest(written, [other]) == ""


def test_of_several_the_one_with_the_fewest_slips_is_meant_and_of_two_alike_the_first() -> None:
    assert nearest("hepl", ["heal", "help"]) == "help"
    assert nearest("berd", ["bert", "bern"]) == "bert"


def test_a_name_of_a_hundred_thousand_letters_is_compared_by_its_beginning() -> None:
    assert nearest("a" * 100_000, ["b" * 100_000]) == ""
