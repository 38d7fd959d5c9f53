"""Persons: blocks of talk, evidence, and labels that say no more than two interviews can show."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from bp_qual.compare import compare_waves
from bp_qual.compare.choices import Choices
from bp_qual.compare.persons import FEWEST_BLOCKS, cut_in_blocks
from bp_qual.panel import make_panel
from panel_builders import panel_of, panel_of_talk

FILLER = "Dit is zomaar een zin van tien woorden lang ja. "


def talk_of(*counts: int) -> str:
    """Make 100 sentences of ten words or so, cut in as many stretches as counts, each with so many mentions."""
    size = 100 // len(counts)
    return "".join(FILLER.replace("zomaar", "samen") * n + FILLER * (size - n) for n in counts)


EVEN, MORE, BURST = (2,) * 10, (8,) * 10, (0, 0, 0, 0, 10, 10, 0, 0, 0, 0)


def evidence_of(before: tuple[int, ...], after: tuple[int, ...]) -> pd.Series:
    panel = panel_of_talk({("P01", "2010"): talk_of(*before), ("P01", "2020"): talk_of(*after)}, "samen")
    return compare_waves(panel).evidence.iloc[0]


def test_an_interview_is_cut_into_whole_blocks_that_lose_nothing() -> None:
    panel = panel_of_talk({("P01", "2010"): talk_of(*EVEN), ("P01", "2020"): FILLER * 30}, "samen")
    blocks = cut_in_blocks(panel, Choices("2010", "2020"))["P01"]
    assert (blocks.words[~blocks.later].sum(), blocks.words[blocks.later].sum()) == (1000, 300)
    assert blocks.mentions[~blocks.later].sum() == 20
    assert (~blocks.later).sum() == blocks.later.sum() == FEWEST_BLOCKS


def test_long_interviews_have_blocks_of_about_three_hundred_words() -> None:
    panel = panel_of_talk({("P01", "2010"): FILLER * 300, ("P01", "2020"): FILLER * 30}, "samen")
    blocks = cut_in_blocks(panel, Choices("2010", "2020"))["P01"]
    assert (~blocks.later).sum() == 10
    assert blocks.words[~blocks.later].tolist() == [300] * 10


def test_a_theme_spoken_of_four_times_as_much_throughout_is_clear() -> None:
    row = evidence_of(EVEN, MORE)
    assert row["verdict"] == "clear"
    assert row["p"] < 0.01
    assert row["ratio_low"] < row["ratio"] < row["ratio_high"]


def test_both_the_shuffle_and_the_clustered_counts_must_agree_on_a_change() -> None:
    even = evidence_of(EVEN, (5,) * 10)  # the shuffle is sure; 20 and 50 mentions, four times as variable, are not
    assert even["p"] == pytest.approx(math.erfc(15 / math.sqrt(4 * 70 / 4) / math.sqrt(2)))
    assert even["verdict"] == "no clear change"
    assert evidence_of((0,) * 10, (0, 0, 0, 0, 0, 10, 10, 10, 10, 10))["p"] > 0.02  # 50 mentions, but in one stretch


def test_as_many_mentions_in_one_burst_are_not_clear() -> None:
    assert evidence_of((0,) * 10, BURST)["verdict"] != "clear"


def test_the_same_talk_twice_is_no_change_and_its_label_is_stable() -> None:
    row = evidence_of(EVEN, EVEN)
    assert (row["verdict"], row["p"]) == ("no clear change", 1)
    assert row["stability"] > 0.9


def test_too_little_text_is_said_and_gets_no_number() -> None:
    panel = panel_of_talk({("P01", "2010"): FILLER, ("P01", "2020"): talk_of(*MORE)}, "samen")
    row = compare_waves(panel).evidence.iloc[0]
    assert row["verdict"] == "not tested"
    assert math.isnan(row["p"])
    assert compare_waves(panel).persons.iloc[0]["trajectory"] == "not covered"


def test_a_longer_interview_with_more_mentions_but_a_lower_rate_receded() -> None:
    pairs = {"a": (30, 40), "b": (30, 30)}
    words = [{"person": "P1", "wave": wave, "words": said} for wave, said in (("2010", 1000), ("2020", 6000))]
    counts = [
        {"person": "P1", "wave": wave, "code": code, "mentions": mentions}
        for code, pair in pairs.items()
        for wave, mentions in zip(("2010", "2020"), pair, strict=True)
    ]
    persons = compare_waves(make_panel(counts, words)).persons
    assert persons["verdict"].tolist() == ["clear", "clear"]
    assert persons["trajectory"].tolist() == ["receded", "receded"]


@pytest.mark.parametrize(
    ("pair", "expected"),
    [((0, 40), "emerged"), ((40, 0), "faded"), ((0, 3), "sporadic"), ((5, 60), "intensified"), ((0, 0), "absent")],
)
def test_counts_from_elsewhere_are_judged_by_a_rule_of_thumb(pair: tuple[int, int], expected: str) -> None:
    comparison = compare_waves(panel_of({"a": [pair]}))
    assert comparison.persons.iloc[0]["trajectory"] == expected
    assert math.isnan(comparison.evidence.iloc[0]["stability"])


def test_clear_changes_come_with_how_many_chance_alone_could_show() -> None:
    comparison = compare_waves(panel_of({"a": [(0, 40)] + [(2, 2)] * 39}))
    said = [str(warning) for warning in comparison.warnings if warning.kind == "false flags"]
    assert said == ["1 of 40 person-by-code changes are clear; chance alone could give 2"]
