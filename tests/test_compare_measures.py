"""Measures: each against counting by hand, and indifferent to how long somebody spoke or turns were."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Code, Codebook
from bp_qual.compare import compare_waves
from bp_qual.panel import count_codes
from bp_qual.panel.rates import COMPUTED, measure_rates, share_of_windows
from bp_qual.wording import MEASURES
from panel_builders import code_word, make_corpus, make_transcript, panel_of, panel_of_talk

TALK = {
    ("P01", "2010"): "Wij samen. En nog eens samen, ja samen.|Niets hier.|Stil.",
    ("P01", "2020"): "Alleen.",
}


def rate(measure: str, wave: int = 0) -> float:
    panel = panel_of_talk(TALK, "samen")
    return float(measure_rates(panel, ("2010", "2020"), measure=measure).rates[0, wave, 0])


BY_HAND = {
    "mentions": 1000 * 3 / 11,
    "sentences": 100 * 2 / 4,
    "words": 100 * 8 / 11,
    "turns": 100 * 1 / 3,
    "presence": 100 * 3 / 11,  # windows of one word, the length of the shorter interview
}

WITHOUT_UNITS = {"presence"}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("measure", MEASURES)
def test_each_measure_is_what_a_hand_would_count(measure: str) -> None:
    assert measure in BY_HAND, f"count {measure} in TALK by hand and write it in BY_HAND"
    assert rate(measure) == pytest.approx(BY_HAND[measure])
    assert rate(measure, wave=1) == 0


@pytest.mark.parametrize("measure", MEASURES)
def test_one_unit_more_adds_what_the_formula_of_the_measure_says(measure: str) -> None:
    """Three sentences of equal length, each a turn: the theme in two of them is one unit more than in one."""
    fewer, more = (
        measure_rates(
            panel_of_talk({("P01", "2010"): f"Wij samen.|Nu {second}.|Stil maar."}, "samen"), ("2010",), measure=measure
        )
        for second in ("alleen", "samen")
    )
    assert bool(COMPUTED[measure].scale) == (measure not in WITHOUT_UNITS), (
        "scale in COMPUTED is 0 for a measure that counts no units only: list it in WITHOUT_UNITS"
    )
    if COMPUTED[measure].scale:
        assert more.rates - fewer.rates == pytest.approx(more.units[:, :, None])


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_is_named_where_it_can_be_chosen_in_python(measure: str) -> None:
    assert f"`{measure}`" in str(measure_rates.__doc__), f"say in the docstring of measure_rates what {measure} is"


@pytest.mark.parametrize("measure", MEASURES)
def test_who_said_nothing_or_was_not_there_is_missing_and_never_zero(measure: str) -> None:
    panel = panel_of_talk({("P01", "2010"): "...", ("P02", "2020"): "samen"}, "samen")
    rates = measure_rates(panel, ("2010", "2020"), measure=measure).rates
    assert np.isnan(rates[0]).all()
    assert math.isnan(rates[1, 0, 0])
    assert rates[1, 1, 0] > 0


@given(st.lists(st.integers(0, 19), max_size=5, unique=True), st.integers(1, 20))
@settings(deadline=None)
def test_windows_are_counted_as_if_one_by_one(places: list[int], length: int) -> None:
    windows = [any(start <= place < start + length for place in places) for start in range(20 - length + 1)]
    assert share_of_windows(np.array(places, dtype=np.int64), 20, length) == pytest.approx(sum(windows) / len(windows))


def test_a_longer_second_interview_of_the_same_talk_does_not_raise_presence_to_certainty() -> None:
    once, twice = "een twee samen vier vijf zes zeven acht", "een twee drie vier vijf zes zeven acht"
    panel = panel_of_talk({("P01", "2010"): once, ("P01", "2020"): f"{once} {twice}"}, "samen")
    found = measure_rates(panel, ("2010", "2020"), measure="presence").rates[0, :, 0]
    assert found[0] == 100
    assert 0 < found[1] < 100


@pytest.mark.slow
def test_splitting_turns_changes_no_measure_but_one_that_counts_turns() -> None:
    whole = {("P01", "2010"): "Wij samen. Nog iets. Dan samen weer.", ("P01", "2020"): "Ja. Nee."}
    split = {("P01", "2010"): "Wij samen.|Nog iets.|Dan samen weer.", ("P01", "2020"): "Ja.|Nee."}
    for measure in MEASURES:
        one, other = (
            measure_rates(panel_of_talk(talk, "samen"), ("2010", "2020"), measure=measure).rates
            for talk in (whole, split)
        )
        assert (one == other).all() == (COMPUTED[measure].exposure != "turns"), measure


def test_a_measure_by_turns_comes_with_a_warning() -> None:
    warnings = compare_waves(panel_of_talk(TALK, "samen"), measure="turns").warnings
    assert "measure caution" in {warning.kind for warning in warnings}


def test_negated_and_prompted_mentions_can_be_left_out_of_numbers_and_quotes_alike() -> None:
    corpus = make_corpus(
        make_transcript("a", "2010", ("P01", "samen samen samen")), make_transcript("b", "2020", ("P01", "samen"))
    )
    codings = code_word(corpus, "samen", "samen")
    codings["negated"], codings["prompted"] = [True, False, False, False], [False, True, False, False]
    panel = count_codes(codings, corpus, Codebook("Demo", "1", "nl", (Code("samen"),)))
    for choice, expected in (({}, 3), ({"negated": False}, 2), ({"negated": False, "prompted": False}, 1)):
        comparison = compare_waves(panel, floor=0, **choice)
        assert comparison.persons["mentions_before"].tolist() == [expected]
        assert len([quote for quote in comparison.quotes("samen") if quote.wave == "2010"]) == expected


@pytest.mark.parametrize("choice", [{"measure": "presence"}, {"measure": "sentences"}, {"negated": False}])
def test_counts_without_codings_are_refused_what_they_cannot_give(choice: dict) -> None:
    with pytest.raises(ValueError, match="came without"):
        compare_waves(panel_of({"a": [(1, 2)]}), **choice)
