"""Verdicts: one word for a change, by one table of rules; and when two rates are the same."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from bp_qual.compare import compare_waves
from bp_qual.compare.verdict import judge_persons
from bp_qual.panel import make_panel
from bp_qual.wording import RULES, VERDICTS, explain_verdicts
from panel_builders import panel_of

RISE = [(1, 4 + n) for n in range(8)]
SAME = [(2, 3), (3, 2)] * 4


def verdict_on(mentions: float, ratio: float, p: float, *, covered: bool = True, uneven: bool = False) -> str:
    yes = np.array([True])
    values = (np.array([[value]]) for value in (mentions, ratio, p))
    return str(
        judge_persons(*values, covered=np.array([covered]), coded=yes, asked=yes, uneven=np.array([uneven]))[0, 0]
    )


def codes_of(pairs: dict[str, list[tuple[int, int]]], **choices: object) -> dict[str, str]:
    codes = compare_waves(panel_of(pairs), **choices).codes  # type: ignore[arg-type]
    return dict(zip(codes["code"], codes["verdict"], strict=True))


# persons


@pytest.mark.parametrize(
    ("mentions", "ratio", "p", "expected"),
    [
        (5, 1.5, 0.05, "clear"),
        (5, 1 / 1.5, 0.05, "clear"),
        (4, 1.5, 0.05, "uncertain"),
        (9, 1.49, 0.001, "uncertain"),
        (9, 1.5, 0.051, "no clear change"),
        (0, 1.0, 1.0, "not mentioned"),
    ],
)
def test_a_clear_change_of_a_person_asks_for_mentions_a_factor_and_a_small_p(
    mentions: float, ratio: float, p: float, expected: str
) -> None:
    assert verdict_on(mentions, ratio, p) == expected


def test_too_little_text_is_not_tested_however_large_the_change() -> None:
    assert verdict_on(50, 9, 0.001, covered=False) == "not tested"


# codes


def test_every_code_gets_one_of_the_words_and_untested_is_not_unmentioned() -> None:
    found = codes_of({"up": RISE, "same": SAME, "few": [(0, 1)] + [(1, 1)] * 7, "never": [(0, 0)] * 8})
    assert found == {"up": "clear", "same": "no clear change", "few": "not tested", "never": "not mentioned"}
    assert set(found.values()) <= set(VERDICTS)


def test_an_exploratory_code_beside_a_plan_is_uncertain_at_most() -> None:
    assert codes_of({"up": RISE})["up"] == "clear"
    found = compare_waves(panel_of({"up": RISE, "planned": SAME}), plan=["planned"]).codes.set_index("code")
    assert found.loc["up", "p_adjusted"] < 0.05
    assert found.loc["up", "verdict"] == "uncertain"
    assert "exploratory, not in the plan" in found.loc["up", "note"]


def test_what_stands_alone_but_not_after_the_correction_is_uncertain() -> None:
    found = codes_of({"up": [(1, 2)] * 6 + [(2, 2)] * 2, **{f"c{n}": SAME for n in range(9)}}, test="wilcoxon")
    assert found["up"] == "uncertain"


def test_nothing_is_clear_whose_ratio_is_one_in_two_digits() -> None:
    assert codes_of({"a": [(100, 103)] * 8})["a"] != "clear"


def test_a_code_asked_for_once_and_one_that_nobody_looked_for_have_words_of_their_own() -> None:
    assert codes_of({"a": RISE}, asked={"a": ["2020"]})["a"] == "not asked"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_word_has_its_rule_in_both_languages_and_the_summary_prints_it(language: str) -> None:
    for of in ("codes", "persons"):
        assert [rule.split(": ")[0] for rule in explain_verdicts(language, of=of)] == [
            rule.word(language) for rule in RULES.values() if rule.rule(language, of=of)
        ]
    assert explain_verdicts(words=["clear"])[0][1:] in compare_waves(panel_of({"a": RISE})).summary()


@pytest.mark.parametrize(("p", "expected"), [(0.02, "clear"), (0.021, "uncertain"), (0.06, "no clear change")])
def test_interviews_of_unequal_length_ask_for_more_evidence(p: float, expected: str) -> None:
    assert verdict_on(9, 3.0, p, uneven=True) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [((1500, 1500), True), ((1500, 6000), True), ((1499, 6000), False), ((6000, 1499), False)]
)
def test_a_person_is_judged_from_six_blocks_of_250_words_in_either_interview(
    words: tuple[int, int], expected: bool
) -> None:
    spoken = [{"person": "P1", "wave": wave, "words": said} for wave, said in zip("12", words, strict=True)]
    counts = [{"person": "P1", "wave": "1", "code": "a", "mentions": 40}]
    verdict = compare_waves(make_panel(counts, spoken)).persons["verdict"].item()
    assert (verdict != "not tested") == expected


# sameness


@pytest.mark.sweep(3)
@pytest.mark.parametrize("after", [2000, 1999, 1500, 3000])
def test_length_alone_makes_nobody_change(after: int) -> None:
    people = "ABCDEF"
    counts = [{"person": p, "wave": wave, "code": "a", "mentions": 2} for p in people for wave in ("1", "2")]
    words = [{"person": p, "wave": w, "words": n} for p in people for w, n in (("1", 2000), ("2", after))]
    comparison = compare_waves(make_panel(counts, words))
    row = comparison.codes.iloc[0]
    assert (row["up"], row["down"], row["same"], row["verdict"]) == (0, 0, 6, "not tested")
    assert math.isnan(row["p"])
    assert "clear" not in comparison.summary()


def test_equally_many_mentions_in_six_times_the_words_are_fewer() -> None:
    words = [{"person": "A", "wave": wave, "words": said} for wave, said in (("1", 1000), ("2", 6000))]
    counts = [{"person": "A", "wave": wave, "code": "a", "mentions": 30} for wave in ("1", "2")]
    assert compare_waves(make_panel(counts, words)).codes.iloc[0]["down"] == 1


@pytest.mark.parametrize(("after", "expected"), [(1, "same"), (2, "up")])
def test_half_a_mention_at_the_shorter_length_is_the_limit(after: int, expected: str) -> None:
    words = [{"person": "A", "wave": wave, "words": said} for wave, said in (("1", 1000), ("2", 2100))]
    counts = [{"person": "A", "wave": "2", "code": "a", "mentions": after}]
    assert compare_waves(make_panel(counts, words)).codes.iloc[0][expected] == 1


# what cannot be said has no number


def test_where_all_are_alike_there_is_no_interval_of_no_width() -> None:
    never = compare_waves(panel_of({"a": [(0, 0)] * 8})).codes.iloc[0]
    assert math.isnan(never["difference_low"])
    assert "0 of 8 persons still allows 37 % of such people to mention it" in never["note"]
    alike = compare_waves(panel_of({"a": [(1, 4)] * 8})).codes.iloc[0]
    assert math.isnan(alike["difference_low"])
    assert alike["ratio_low"] < alike["ratio"] == pytest.approx(4.0)
    assert "all have the same difference: no interval" in alike["note"]


@pytest.mark.slow
def test_a_code_asked_for_in_some_waves_only_is_out_of_trend_and_groups_and_their_corrections() -> None:
    import pandas as pd

    persons, waves = [f"P{n}" for n in range(8)], ("2010", "2015", "2020")
    words = [{"person": p, "wave": wave, "words": 1000} for p in persons for wave in waves]
    counts = [{"person": p, "wave": "2020", "code": "z", "mentions": 3 + n % 3} for n, p in enumerate(persons)]
    counts += [{**row, "code": "o", "mentions": 1 + waves.index(row["wave"])} for row in words]  # type: ignore[arg-type]
    groups = pd.DataFrame({"person": persons, "type": list("AAAABBBB")})
    panel = make_panel(counts, words)
    change = compare_waves(panel, asked={"z": ["2020"]}, groups=groups)
    alone = compare_waves(make_panel([row for row in counts if row["code"] == "o"], words), groups=groups)
    trend = change.trend.set_index("code")
    assert math.isnan(trend.loc["z", "p"])
    assert trend.loc["o", "p_adjusted"] == alone.trend.set_index("code").loc["o", "p_adjusted"]
    assert change.groups.loc[change.groups["code"] == "z", "p"].isna().all()
    assert "z up" not in change.summary()
    between = compare_waves(panel, before="2010", after="2020", asked={"z": ["2010", "2020"]})
    assert math.isnan(between.trend.set_index("code").loc["z", "p"])


def test_a_dropout_below_the_floor_is_named_and_not_described() -> None:
    extra = (("L1", "2010", 40, 2),)
    change = compare_waves(panel_of({"a": RISE}, extra=extra))
    assert change.dropouts.empty
    assert any("L1: fewer than 300 words in 2010" in str(warning) for warning in change.warnings)
    both = compare_waves(panel_of({"a": RISE}, extra=(*extra, ("L2", "2010", 1000, 2))))
    assert both.dropouts.iloc[0]["dropouts"] == 1
    assert "L1" in both.dropouts.iloc[0]["note"]


# three waves


def test_a_person_of_the_middle_wave_is_no_entrant_of_the_last() -> None:
    stays = {"Gus": "123", "Hana": "23", "Ivo": "12", "Jo": "3", "Kim": "1"}
    words = [{"person": p, "wave": wave, "words": 1000} for p, waves in stays.items() for wave in waves]
    change = compare_waves(make_panel([], words, codes=["a"]))
    status = dict(zip(change.attrition["person"], change.attrition["status"], strict=True))
    assert status == {"Gus": "compared", "Hana": "missed a wave", "Ivo": "dropout", "Jo": "entrant", "Kim": "dropout"}
    assert "1 entrant in wave 3" in change.summary()
    first = compare_waves(make_panel([], words, codes=["a"]), before="1", after="2").attrition
    assert dict(zip(first["person"], first["status"], strict=True))["Hana"] == "entrant"


def test_a_limit_beside_a_clear_change_never_reads_one() -> None:
    counts = {"a": [(1, 4), (1, 6), (2, 5), (0, 3), (1, 2), (2, 4), (1, 1), (2, 1)]}
    change = compare_waves(panel_of(counts, words=2000))
    row = change.codes.iloc[0]
    assert row["verdict"] == "clear"
    assert 1 < row["ratio_low"] < 1.05  # two digits would read 1.0
    assert "(1.01 to 5.0)" in change.summary(language="en")
    assert "(1,01 tot 5,0)" in change.summary(language="nl")


def test_who_live_together_are_not_told_to_be_too_few_persons_to_have_stayed() -> None:
    persons = [f"P{n:02}" for n in range(1, 31)]
    homes = pd.DataFrame({"person": persons, "household": ["H1", "H1", *persons[2:]]})
    panel = panel_of({"a": [(2 + n % 3, 2 + (n + 1) % 3) for n in range(30)]})
    said = compare_waves(panel, groups=homes, plan=["a"], margin=2).summary(language="en")
    assert "With 30 persons compared, who count as 29 (some were interviewed together or live together)," in said
    alone = compare_waves(panel, plan=["a"], margin=2).summary(language="en")
    assert "can realistically be shown to have stayed" not in alone
