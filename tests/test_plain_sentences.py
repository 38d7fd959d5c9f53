"""Sentences say what they mean: no 14 of 14, a label is told from the words round it, no English in Dutch."""

from __future__ import annotations

from bp_qual.wording import Remark, Wording


def test_a_theme_is_told_from_the_words_round_it_in_a_sentence() -> None:
    assert Wording("nl")("tipping_rise", code="In hokjes gestopt") == "De stijging van 'In hokjes gestopt'"


def test_of_no_interview_is_not_14_of_14() -> None:
    said = Remark("no interviewer known", values={"unknown": 14, "interviews": 14}).say("nl")
    assert said.startswith("van geen van de 14 interviews is bekend wie interviewde")


def test_dutch_names_options_as_they_are_typed_and_no_english_term() -> None:
    values = {"n": 40, "all": 200, "design": "near-miss", "seed": 1, "file": "a.csv"}
    assert "(--design near-miss --seed 1)" in Wording("nl")("validation_drawn", **values)
    assert Wording("nl")("validation_head_recall") == "volledigheid"
