"""Persons: blocks of talk, evidence, and labels that say no more than two interviews can show."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from bp_qual.compare import compare_waves
from bp_qual.compare.choices import Choices
from bp_qual.compare.talk_blocks import FEWEST_BLOCKS, cut_in_blocks
from bp_qual.panel import make_panel
from bp_qual.statistics.occasions import USUAL_SPREAD
from panel_builders import panel_of, panel_of_talk

FILLER = "Dit is zomaar een zin van tien woorden lang ja. "


def talk_of(*counts: int) -> str:
    """Make 200 sentences of ten words or so, cut in as many stretches as counts, each with so many mentions."""
    size = 200 // len(counts)
    return "".join(FILLER.replace("zomaar", "samen") * n + FILLER * (size - n) for n in counts)


EVEN, MORE, BURST = (2,) * 10, (16,) * 10, (0, 0, 0, 0, 20, 20, 0, 0, 0, 0)


def evidence_of(before: tuple[int, ...], after: tuple[int, ...]) -> pd.Series:
    panel = panel_of_talk({("P01", "2010"): talk_of(*before), ("P01", "2020"): talk_of(*after)}, "samen")
    return compare_waves(panel).evidence.iloc[0]


def even_occasion() -> float:
    return USUAL_SPREAD  # one person tells nothing of how much occasions differ


def test_an_interview_is_cut_into_whole_blocks_that_lose_nothing() -> None:
    panel = panel_of_talk({("P01", "2010"): talk_of(*EVEN), ("P01", "2020"): FILLER * 30}, "samen")
    blocks = cut_in_blocks(panel, Choices("2010", "2020"))["P01"]
    assert (blocks.words[~blocks.later].sum(), blocks.words[blocks.later].sum()) == (2000, 300)
    assert blocks.mentions[~blocks.later].sum() == 20
    assert ((~blocks.later).sum(), blocks.later.sum()) == (7, FEWEST_BLOCKS)


def test_long_interviews_have_blocks_of_about_three_hundred_words() -> None:
    panel = panel_of_talk({("P01", "2010"): FILLER * 300, ("P01", "2020"): FILLER * 30}, "samen")
    blocks = cut_in_blocks(panel, Choices("2010", "2020"))["P01"]
    assert (~blocks.later).sum() == 10
    assert blocks.words[~blocks.later].tolist() == [300] * 10


def test_a_theme_spoken_of_eight_times_as_much_throughout_is_clear() -> None:
    row = evidence_of(EVEN, MORE)
    assert row["verdict"] == "clear"
    assert row["p"] < 0.05
    assert row["ratio_low"] < row["ratio"] < row["ratio_high"]


def test_both_the_shuffle_and_the_clustered_counts_must_agree_on_a_change() -> None:
    even = evidence_of(EVEN, (5,) * 10)  # the shuffle is sure; 20 and 50 mentions on two occasions are not
    noise = 4 * (1 / 20.5 + 1 / 50.5) + 2 * even_occasion() ** 2
    assert even["p"] == pytest.approx(math.erfc(math.log(50.5 / 20.5) / math.sqrt(2 * noise)))
    assert even["verdict"] == "no clear change"
    assert evidence_of((0,) * 10, (0, 0, 0, 0, 0, 20, 20, 20, 20, 20))["p"] > 0.02  # 100 mentions, but in one stretch


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
    words = [{"person": "P1", "wave": wave, "words": said} for wave, said in (("2010", 2000), ("2020", 30_000))]
    counts = [
        {"person": "P1", "wave": wave, "code": code, "mentions": mentions}
        for code, pair in pairs.items()
        for wave, mentions in zip(("2010", "2020"), pair, strict=True)
    ]
    persons = compare_waves(make_panel(counts, words)).persons
    assert persons["verdict"].tolist() == ["clear", "clear"]
    assert persons["trajectory"].tolist() == ["receded", "receded"]


def test_under_six_blocks_of_250_words_nothing_is_called_changed() -> None:
    pairs = {"a": [(0, 90)] * 3}
    short, long = (compare_waves(panel_of(pairs, words=words)) for words in (1499, 1500))
    assert set(short.evidence["verdict"]) == {"not tested"}
    assert set(short.persons["trajectory"]) == {"sporadic"}
    assert set(long.persons["trajectory"]) == {"emerged"}


def test_the_same_change_is_less_sure_where_persons_differ_more() -> None:
    alike = compare_waves(panel_of({"a": [(20, 60)] * 30}, words=5000)).evidence.iloc[0]
    apart = compare_waves(panel_of({"a": [(20, 60), (40, 10)] * 15}, words=5000)).evidence.iloc[0]
    assert alike["p"] < apart["p"]
    assert alike["ratio_high"] < apart["ratio_high"]


def test_two_interviews_in_one_wave_tell_how_much_occasions_differ() -> None:
    def talk(*mentions: int) -> str:
        return talk_of(*mentions * 10)

    alike = {(f"P{n}", "2010"): [talk(4), talk(4)] for n in range(9)} | {(f"P{n}", "2020"): [talk(8)] for n in range(9)}
    apart = {(f"P{n}", "2010"): [talk(1), talk(16)] for n in range(9)} | {
        (f"P{n}", "2020"): [talk(8)] for n in range(9)
    }
    spreads = [compare_waves(panel_of_talk(talks, "samen")).person_evidence.occasion for talks in (alike, apart)]
    assert spreads[0] < USUAL_SPREAD < spreads[1]


@pytest.mark.parametrize(
    ("pair", "expected"),
    [((0, 90), "emerged"), ((90, 0), "faded"), ((0, 3), "sporadic"), ((8, 90), "intensified"), ((0, 0), "absent")],
)
def test_counts_from_elsewhere_are_judged_by_a_rule_of_thumb(pair: tuple[int, int], expected: str) -> None:
    comparison = compare_waves(panel_of({"a": [pair]}, words=2000))
    assert comparison.persons.iloc[0]["trajectory"] == expected
    assert math.isnan(comparison.evidence.iloc[0]["stability"])


def test_clear_changes_come_with_how_many_chance_alone_could_show() -> None:
    comparison = compare_waves(panel_of({"a": [(0, 90)] + [(2, 2)] * 39}, words=2000))
    said = [str(warning) for warning in comparison.warnings if warning.kind == "false flags"]
    assert said == ["1 of 40 person-by-code changes are clear; chance alone could give 2"]
