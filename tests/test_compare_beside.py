"""What stands beside the headline: plans, topic guides, dropouts, words that came, kinds of persons, years, pairs."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from bp_qual.codebook import Code
from bp_qual.compare import Comparison, compare_waves, vary_choices
from bp_qual.framework import make_framework
from bp_qual.panel import Panel, count_codes, make_panel
from bp_qual.panel.rates import measure_rates
from panel_builders import panel_of, panel_of_talk

RISE, FALL, SAME = [(1, 4)] * 8, [(5, 2)] * 8, [(2, 3), (3, 2)] * 4


def row_of(table: pd.DataFrame, **where: object) -> pd.Series:
    for column, value in where.items():
        table = table[table[column] == value]
    assert len(table) == 1
    return table.iloc[0]


# the plan


def test_codes_of_the_plan_are_corrected_for_each_other_only_and_the_rest_is_marked() -> None:
    panel = panel_of({"a": RISE, "b": SAME, **{f"c{n}": FALL for n in range(10)}})
    planned, unplanned = compare_waves(panel, plan=["a"]), compare_waves(panel)
    assert row_of(planned.codes, code="a")["p_adjusted"] == row_of(planned.codes, code="a")["p"]
    assert row_of(planned.codes, code="a")["p_adjusted"] <= row_of(unplanned.codes, code="a")["p_adjusted"]
    assert "not in the plan" in row_of(planned.codes, code="b")["note"]
    assert row_of(planned.effects, code="b")["role"] == "exploratory"
    assert row_of(unplanned.effects, code="b")["role"] == "unplanned"


def test_a_p_beside_the_plan_never_stands_in_the_summary_without_its_marker() -> None:
    text = compare_waves(panel_of({"a": RISE, "b": FALL, "c": SAME}), plan=["a", "c"]).summary()
    assert "p .008, .016 for 2 planned codes" in text
    assert "p .008, exploratory" in text


def test_a_plan_that_names_no_code_is_refused() -> None:
    with pytest.raises(ValueError, match="plan names x, which is not a code here; there is a"):
        compare_waves(panel_of({"a": RISE}), plan=["x"])


# topic guides


def test_a_code_asked_for_in_one_wave_is_shown_but_not_tested_and_not_in_the_headline() -> None:
    comparison = compare_waves(panel_of({"a": RISE, "corona": RISE}), asked={"corona": ["2020"], "a": ["2010", "2020"]})
    row = row_of(comparison.codes, code="corona")
    assert math.isnan(row["p"])
    assert row["note"].split(" · ")[0] == "asked about in 2020 only: not tested"
    assert row["verdict"] == "not asked"
    assert row["ratio"] == pytest.approx(4)
    assert row_of(comparison.codes, code="a")["p"] > 0
    assert "Asked about in one wave only, so not compared: corona (2020)." in comparison.summary()
    assert not [line for line in comparison.summary().splitlines() if line.startswith("  corona")]


def test_a_code_asked_for_in_neither_wave_was_spontaneous_in_both_and_is_tested() -> None:
    assert row_of(compare_waves(panel_of({"a": RISE}), asked={"a": []}).codes, code="a")["p"] > 0


@pytest.mark.parametrize("asked", [{"a": ["1999"]}, {"a": "1999"}, {"b": ["2010"]}])
def test_a_topic_guide_of_a_wave_or_code_that_is_not_there_is_refused(asked: dict[str, list[str]]) -> None:
    for compare in (compare_waves, vary_choices):
        with pytest.raises(ValueError, match="1999 for a; there is 2010, 2020|names b, which is not a code here"):
            compare(panel_of({"a": RISE}), asked=asked)


def test_a_wave_that_asked_may_be_given_as_a_number_or_as_one_text() -> None:
    for asked in ({"a": [2020]}, {"a": "2020"}):
        assert row_of(compare_waves(panel_of({"a": RISE}), asked=asked).codes, code="a")["verdict"] == "not asked"


def test_explain_missing_says_that_the_question_was_asked_once() -> None:
    comparison = compare_waves(panel_of({"corona": RISE}), asked={"corona": ["2020"]})
    reasons = comparison.explain_missing("corona")
    assert "p: asked about in 2020 only, so a change may come from the questions." in reasons


# codes that nobody looked for


def panel_with_a_code_for_people() -> Panel:
    talk = {(f"P{n}", wave): "hok geld en zo meer. " * 80 for n in range(7) for wave in ("2010", "2020")}
    panel = panel_of_talk(talk, "hok", "geld", "hand", "kind", parents={"kind": "hand"})
    assert panel.source is not None
    codes = tuple(replace(c, terms=()) if c.id in ("hand", "kind") else c for c in panel.source.codebook.codes)
    return with_codes(panel, codes)


def with_codes(panel: Panel, codes: tuple[Code, ...]) -> Panel:
    assert panel.source is not None
    own, ids = panel.source, {code.id for code in codes}
    codings = own.codings[own.codings["code"].isin(ids)]
    return count_codes(codings, own.corpus, replace(own.codebook, codes=codes))


def test_a_code_without_terms_was_not_looked_for_and_its_zeros_say_nothing() -> None:
    panel = panel_with_a_code_for_people()
    comparison = compare_waves(panel, language="en")
    assert panel.without_terms == ("hand", "kind")
    assert row_of(comparison.codes, code="hand")["note"] == "has no terms: not searched for here"
    rows = comparison.persons[comparison.persons["code"] == "hand"]
    assert set(rows["trajectory"]) == {"not covered"}
    assert set(rows["note"]) == {"has no terms: not searched for here"}
    assert "Without terms, so not searched for: hand, kind." in comparison.summary()
    assert "  hand" not in comparison.summary()
    assert comparison.explain_missing("hand") == "All numbers: the code has no terms, so it was not searched for here."


def test_what_nobody_looked_for_is_no_zero_in_counts_rates_tables_and_report() -> None:
    panel = panel_with_a_code_for_people()
    comparison = compare_waves(panel, language="en")
    assert set(panel.counts["code"]) == set(comparison.counts["code"]) == {"hok", "geld"}
    coded = panel.coded.groupby("code")["coded"].agg(["all", "any"])
    assert coded.to_dict("index") == {
        code: {"all": sought, "any": sought}
        for code, sought in {"hok": True, "geld": True, "hand": False, "kind": False}.items()
    }
    for measure in ("mentions", "sentences", "presence"):
        rates = measure_rates(panel, panel.waves, measure=measure)
        assert np.isnan(rates.rates[:, :, 2:]).all()
        assert np.isnan(rates.mentions[:, :, 2:]).all()
        assert not np.isnan(rates.rates[:, :, :2]).any()
    rows = comparison.persons[comparison.persons["code"] == "hand"]
    assert rows[["mentions_before", "mentions_after", "rate_before", "rate_after"]].isna().all(axis=None)
    assert set(comparison.who.status) == {"compared"}, "nobody is left out for it"
    effects = comparison.effects.set_index("code").loc["hand"]
    assert (effects["changed"], effects["note"]) == (0, "not tested: see codes"), "nobody is said not to have changed"
    assert np.isnan(effects["smallest_p"])
    assert {cell.coded for cell in make_framework(panel).cells if cell.code == "hand"} == {False}


def test_where_no_code_has_terms_nobody_is_said_to_be_not_coded() -> None:
    comparison = compare_waves(with_codes(panel_with_a_code_for_people(), (Code("hand"), Code("kind"))), language="en")
    assert set(comparison.who.status) == {"compared"}
    assert not comparison.counts["mentions"].any()
    assert "Without terms, so not searched for: hand, kind." in comparison.summary()


def test_a_code_without_terms_that_a_table_of_codings_has_was_looked_for() -> None:
    talk = {(f"P{n}", wave): "hok geld en zo meer. " * 80 for n in range(7) for wave in ("2010", "2020")}
    panel = panel_of_talk(talk, "hok", "geld")
    assert panel.source is not None
    bare = tuple(replace(code, terms=()) for code in panel.source.codebook.codes)
    assert with_codes(panel, bare).without_terms == ()
    assert with_codes(panel, (*bare, Code("hand"))).without_terms == ("hand",)


def test_a_parent_is_looked_for_by_the_terms_of_its_sub_code_and_a_person_may_look_too() -> None:
    panel = panel_with_a_code_for_people()
    assert panel.source is not None
    codes, codings = panel.source.codebook.codes, panel.source.codings
    kind = replace(codes[3], terms=codes[0].terms)
    assert with_codes(panel, (*codes[:3], kind)).without_terms == ()
    by_hand = count_codes(codings.assign(status="human"), panel.source.corpus, panel.source.codebook)
    assert by_hand.without_terms == ()
    assert not by_hand.uncoded


def test_a_code_two_levels_above_the_terms_that_find_it_is_looked_for() -> None:
    panel = panel_with_a_code_for_people()
    assert panel.source is not None
    codes = panel.source.codebook.codes
    line = (replace(codes[0], id="top", terms=()), replace(codes[0], id="middle", parent="top", terms=()))
    assert with_codes(panel, (*line, replace(codes[0], id="low", parent="middle"))).without_terms == ()


# other tests


@pytest.mark.parametrize("test", ["permutation", "wilcoxon", "t"])
def test_the_chosen_test_gives_the_p_of_the_table(test: str) -> None:
    panel = panel_of({"a": [(1, 3), (2, 5), (0, 1), (4, 4), (1, 6), (3, 2), (2, 4), (1, 2)], "b": SAME})
    comparison = compare_waves(panel, test=test)
    assert comparison.codes["p"].tolist() == comparison.effects[f"p_{test}"].tolist()
    assert (comparison.codes["p_adjusted"] >= comparison.codes["p"]).all()


def test_where_all_change_alike_a_t_test_says_why_it_has_no_p() -> None:
    comparison = compare_waves(panel_of({"a": [(1, 4)] * 8}), test="t")
    assert math.isnan(comparison.codes.iloc[0]["p"])
    assert comparison.codes.iloc[0]["note"].split(" · ")[0] == "all changed by the same amount: t test undefined"
    assert "p: all changed by the same amount, so a t test is undefined." in comparison.explain_missing("a")


def test_ties_that_division_would_break_stay_ties() -> None:
    pairs = [(0, 2), (1, 3), (2, 4), (4, 6), (5, 7), (6, 8), (9, 7)]
    row = compare_waves(panel_of({"a": pairs}, words=10_000)).effects.iloc[0]
    assert row["p_wilcoxon"] == pytest.approx(2 * (1 + 7) / 128)  # six up and one down by the same: a sign test


def test_effects_name_the_person_that_a_ratio_leans_on() -> None:
    row = compare_waves(panel_of({"a": [(1, 1)] * 7 + [(1, 20)]})).effects.iloc[0]
    assert (row["leaning_on"], row["ratio_without"]) == ("P08", 1)
    assert row["smallest_p"] == 1


# dropouts and entrants


def panel_with_dropouts() -> Panel:
    dropouts = tuple((f"L{n}", "2010", 1000, 8 + n) for n in range(3))
    return panel_of({"a": RISE}, extra=(*dropouts, ("N1", "2020", 1000, 6)))


def test_dropouts_are_set_beside_completers_in_the_first_wave() -> None:
    row = compare_waves(panel_with_dropouts()).dropouts.iloc[0]
    assert (row["completers"], row["dropouts"]) == (8, 3)
    assert (row["rate_completers"], row["rate_dropouts"], row["difference"]) == (1, 9, 8)
    assert row["smd"] > 0


def test_a_dropout_who_said_nothing_is_no_rate_among_dropouts() -> None:
    extra = (("L1", "2010", 1000, 8), ("L2", "2010", 0, 0))
    row = compare_waves(panel_of({"a": RISE}, extra=extra)).dropouts.iloc[0]
    assert (row["dropouts"], row["rate_dropouts"]) == (1, 8)


def test_the_tipping_value_makes_the_change_of_all_together_nothing() -> None:
    row = compare_waves(panel_with_dropouts()).dropouts.iloc[0]
    assert row["completers"] * row["change_completers"] + row["dropouts"] * row["tipping_point"] == pytest.approx(0)
    assert row["tipping_point"] == pytest.approx(-8)


def test_everybody_stands_beside_the_paired_headline() -> None:
    row = compare_waves(panel_with_dropouts()).effects.iloc[0]
    assert (row["persons_before"], row["persons_after"]) == (11, 9)
    assert row["all_before"] == pytest.approx((8 * 1 + 27) / 11)
    assert row["all_ratio"] == pytest.approx(row["all_after"] / row["all_before"])


def test_dropouts_by_attribute_show_who_went() -> None:
    attributes = pd.DataFrame(
        {"person": [*(f"P{n:02}" for n in range(1, 9)), "L0", "L1", "L2"], "paid": ["no"] * 8 + ["yes"] * 3}
    )
    row = row_of(compare_waves(panel_with_dropouts(), groups=attributes).dropouts_by, attribute="paid", group="yes")
    assert (row["completers"], row["dropouts"], row["share_completers"], row["share_dropouts"]) == (0, 3, 0, 1)


def test_of_many_left_out_twelve_are_named() -> None:
    dropouts = tuple((f"L{n:02}", "2010", 1000, 1) for n in range(15))
    warning = next(w for w in compare_waves(panel_of({"a": RISE}, extra=dropouts)).warnings if "one wave" in w.kind)
    assert "L11 and 3 more: interviewed" in str(warning)
    assert "L11 en nog 3: in maar" in warning.say("nl")


# words that came or went


def talk_with_new_word(before: str = "2010", after: str = "2020") -> Panel:
    talk = {(f"P{n}", before): "wij werken samen hier. " * 80 for n in range(4)}
    talk |= {(f"P{n}", after): "wij werken samen hier. " * 80 + ("tender" if n < 3 else "") for n in range(4)}
    return panel_of_talk(talk, "samen", "tender")


def test_a_word_of_three_persons_in_one_wave_only_is_marked_at_its_code() -> None:
    comparison = compare_waves(talk_with_new_word())
    assert comparison.drift.to_dict("records") == [
        {"code": "tender", "term": "tender", "wave": "2020", "persons": 3, "mentions": 3}
    ]
    assert "'tender' (2020, 3 persons)" in " ".join(str(r) for r in comparison.remarks if r.kind == "drift")
    said = (
        "Check: the word 'tender' (of the theme tender) was found only in 2020 (3 persons): a new word, or a new theme?"
    )
    assert said in comparison.summary(language="en")


def test_a_word_of_the_first_wave_only_is_asked_after_as_one_that_went() -> None:
    said = compare_waves(talk_with_new_word("2020", "2010"), before="2010", after="2020").summary(language="nl")
    assert "het woord 'tender' (van het thema tender) is alleen in 2010 gevonden (3 personen): een woord dat in" in said
    assert "nieuw thema" not in said


def test_a_word_of_one_wave_is_no_question_where_only_that_wave_was_asked() -> None:
    comparison = compare_waves(talk_with_new_word(), asked={"tender": ["2020"]})
    assert len(comparison.drift) == 1
    assert "was found only in" not in comparison.summary(language="en")


def test_a_word_of_two_persons_is_not() -> None:
    talk = {
        (f"P{n}", wave): "wij " * 400 + ("tender" if wave == "2020" and n < 2 else "")
        for n in range(4)
        for wave in ("2010", "2020")
    }
    assert compare_waves(panel_of_talk(talk, "tender")).drift.empty


# kinds of persons


def kinds(*groups: str, wave: str = "") -> pd.DataFrame:
    table = pd.DataFrame({"person": [f"P{n:02}" for n in range(1, len(groups) + 1)], "type": groups})
    return table.assign(wave=wave) if wave else table


def test_kinds_that_change_apart_are_told_from_kinds_that_do_not() -> None:
    panel = panel_of({"a": [(1, 5), (1, 6), (1, 5), (1, 4), (1, 1), (2, 2), (1, 1), (1, 2)], "b": SAME})
    table = compare_waves(panel, groups=kinds(*"xxxxyyyy")).groups
    assert table["group"].tolist() == ["x", "y"] * 2
    assert row_of(table, code="a", group="x")["difference"] == pytest.approx(4)
    assert row_of(table, code="a", group="x")["p"] == pytest.approx(2 / 70, abs=0.01)
    assert row_of(table, code="b", group="y")["p"] > 0.5


def test_a_small_kind_is_told_and_not_tested() -> None:
    table = compare_waves(panel_of({"a": [*RISE[:7], (1, 9)]}), groups=kinds(*"xxxyyyzz")).groups
    row = row_of(table, group="z")
    assert math.isnan(row["p"])
    assert row["note"] == "group of 2: described, not tested"
    assert row_of(compare_waves(panel_of({"a": SAME}), groups=kinds(*"xxxxxxzz")).groups, group="x")["note"] == (
        "fewer than two groups of 3: no test"
    )


def test_who_changed_kind_between_the_waves_is_named() -> None:
    table = pd.concat([kinds(*"xxxxyyyy", wave="2010"), kinds(*"xxxxyyyx", wave="2020")])
    notes = compare_waves(panel_of({"a": SAME}), groups=table).groups["note"]
    assert notes.unique().tolist() == [
        "p cannot be below .029 with groups of this size · P08 changed group; grouped as in 2010"
    ]


def test_an_attribute_that_divides_nobody_or_everybody_is_passed_over() -> None:
    panel = panel_of({"a": [(1, 2)] * 9})
    assert compare_waves(panel, groups=kinds(*"xxxxxxxxx")).groups.empty
    assert compare_waves(panel, groups=kinds(*"abcdefghi")).groups.empty
    with pytest.raises(ValueError, match="groups needs a column person"):
        compare_waves(panel, groups=pd.DataFrame({"type": ["x"]}))


# years


def panel_over_years(*, waves: tuple[str, ...] = ("2010", "2015", "2020"), missing: int = 0) -> Panel:
    persons = [f"P{n}" for n in range(8)]
    there = [(p, w) for k, p in enumerate(persons) for w in waves if not (k < missing and w == waves[1])]
    counts = [{"person": p, "wave": w, "code": "a", "mentions": 2 + 3 * waves.index(w)} for p, w in there]
    return make_panel(counts, [{"person": p, "wave": w, "words": 1000} for p, w in there], waves=waves)


def test_a_theme_that_rises_over_three_waves_has_a_slope_a_year() -> None:
    row = compare_waves(panel_over_years()).trend.iloc[0]
    assert (row["persons"], row["slope"]) == (8, pytest.approx(0.6))
    assert row["p"] < 0.01
    assert "Over all 3 waves, within persons: a up (p < .001)." in compare_waves(panel_over_years()).summary()


def comes_and_goes(persons: int, course: tuple[int, ...] = (2, 9, 3), *, twice: int = 0) -> Panel:
    """Everybody speaks of a theme as in `course`; the last `twice` of them missed the wave in the middle."""
    waves = ("2010", "2015", "2020")
    there = [(n, w) for n in range(persons) for w in waves if not (n >= persons - twice and w == "2015")]
    counts = [{"person": f"P{n}", "wave": w, "code": "a", "mentions": course[waves.index(w)] + n} for n, w in there]
    return make_panel(counts, [{"person": f"P{n}", "wave": w, "words": 1000} for n, w in there], waves=waves)


def test_a_theme_that_comes_and_goes_is_told_though_it_has_no_trend() -> None:
    comparison = compare_waves(comes_and_goes(8))
    row = comparison.trend.iloc[0]
    assert (row["bend_persons"], row["bend"]) == (8, pytest.approx(6.5))
    assert row["p"] > 0.05
    assert "a more in between than before and after (p < .001)" in comparison.summary()
    fell = compare_waves(comes_and_goes(8, (9, 2, 8)), language="nl").summary()
    assert "a ertussen minder dan ervoor en erna (p < ,001)" in fell


def test_what_rises_first_and_then_stays_is_not_called_more_in_between() -> None:
    comparison = compare_waves(comes_and_goes(10, (1, 12, 12)))
    assert comparison.trend.iloc[0]["bend_p"] < 0.05
    assert "a up" in comparison.summary()
    assert "in between" not in comparison.summary()


def test_a_bend_needs_four_persons_of_three_waves() -> None:
    row = compare_waves(comes_and_goes(9, twice=6)).trend.iloc[0]
    assert (row["persons"], row["bend_persons"]) == (9, 3)
    assert not math.isnan(row["p"])
    assert math.isnan(row["bend_p"])
    assert row["note"] == "no test of the bend (4 with three waves who changed are needed)"
    assert not math.isnan(compare_waves(comes_and_goes(9, twice=5)).trend.iloc[0]["bend_p"])


def test_who_missed_a_wave_counts_with_the_others_and_has_a_gap_in_the_course() -> None:
    comparison = compare_waves(panel_over_years(missing=2))
    assert comparison.trend.iloc[0]["persons"] == 8
    assert row_of(comparison.paths, person="P0")["path"] == "+.+"


def test_who_was_there_once_or_said_too_little_is_no_part_of_a_trend() -> None:
    panel = panel_over_years()
    words = [
        *panel.exposure[["person", "wave", "words"]].to_dict("records"),
        {"person": "Q", "wave": "2010", "words": 999},
    ]
    words += [{"person": "R", "wave": wave, "words": 200} for wave in ("2010", "2015", "2020")]
    counts = panel.counts[["person", "wave", "code", "mentions"]]
    assert compare_waves(make_panel(counts, words)).trend.iloc[0]["persons"] == 8


def test_waves_that_are_not_years_are_steps() -> None:
    assert compare_waves(panel_over_years(waves=("een", "twee", "drie"))).trend.iloc[0]["slope"] == pytest.approx(3)


def test_two_waves_have_no_trend_beside_the_comparison() -> None:
    assert compare_waves(panel_of({"a": RISE})).trend.empty


def test_few_changing_persons_have_no_p_of_a_trend() -> None:
    words = [{"person": "P1", "wave": wave, "words": 900} for wave in "123"]
    row = compare_waves(make_panel([{"person": "P1", "wave": "3", "code": "a", "mentions": 4}], words)).trend.iloc[0]
    assert math.isnan(row["p"])
    assert row["note"]


# codes together


def talk_of_pairs(together: bool) -> Comparison:
    filler = "Dat was toen zo. "
    apart = f"Het was een hok. {filler * 6}Het kostte geld. {filler * 6}"
    near = f"Een hok kostte geld. {filler * 13}"
    talk = {(f"P{n}", "2010"): apart * 25 for n in range(8)}
    talk |= {(f"P{n}", "2020"): (near if together else apart) * 25 for n in range(8)}
    return compare_waves(panel_of_talk(talk, "hok", "geld"))


def test_codes_that_come_to_be_heard_together_rise_in_lift() -> None:
    row = talk_of_pairs(True).pairs.iloc[0]
    assert (row["code"], row["other"], row["persons"]) == ("hok", "geld", 8)
    assert row["lift_before"] < 0 < row["lift_after"]
    assert row["p"] == pytest.approx(2 / 256)


def test_codes_that_stay_as_they_were_do_not() -> None:
    row = talk_of_pairs(False).pairs.iloc[0]
    assert row["difference"] == 0
    assert row["p"] == 1


def test_a_code_and_its_sub_code_are_no_pair_and_no_profile() -> None:
    talk = {(f"P{n}", wave): "hok geld. x x x. " * 70 for n in range(8) for wave in ("2010", "2020")}
    comparison = compare_waves(panel_of_talk(talk, "hok", "geld", parents={"geld": "hok"}))
    assert comparison.pairs.empty
    assert comparison.profile.empty


def test_a_group_whose_talk_shifts_between_codes_has_a_moved_profile() -> None:
    talk = {(f"P{n}", "2010"): "hok hok hok geld x. " * 70 for n in range(8)}
    talk |= {(f"P{n}", "2020"): "hok geld geld geld x. " * 70 for n in range(8)}
    table = compare_waves(panel_of_talk(talk, "hok", "geld")).profile
    assert row_of(table, person="")["p"] == pytest.approx(2 / 256)
    own = row_of(table, person="P3")
    assert own["beyond_chance"] == pytest.approx(own["distance"] - own["expected"])
    assert own["p"] < 0.05


def test_the_same_profile_twice_is_no_further_than_chance() -> None:
    talk = {(f"P{n}", wave): "hok geld x x. " * 90 for n in range(8) for wave in ("2010", "2020")}
    table = compare_waves(panel_of_talk(talk, "hok", "geld")).profile
    assert math.isnan(row_of(table, person="")["p"])
    assert (table[table["person"] != ""]["beyond_chance"] <= 1e-9).all()


@pytest.mark.slow
def test_no_number_is_missing_from_any_table_without_a_reason() -> None:
    kinds_of = pd.DataFrame({"person": [f"P{n:02}" for n in range(1, 9)], "type": list("xxxxyyyz")})
    panels = [
        panel_with_dropouts(),
        panel_over_years(missing=2),
        panel_of({"a": [(0, 0)] * 8, "b": [(1, 1)] * 8, "c": [(0, 1)] * 8, "d": RISE}, extra=(("L", "2010", 900, 1),)),
        panel_of({"a": [(1, 2)]}, words=200),
        talk_of_pairs(True).panel,
    ]
    for panel in panels:
        for name, table in compare_waves(panel, groups=kinds_of).tables.items():
            gaps = table[table.isna().any(axis=1)]
            assert gaps.empty or gaps["note"].astype(bool).all(), (name, gaps.to_dict("records")[:3])


def test_numbers_stay_plain_and_tables_say_something() -> None:
    for name, table in talk_of_pairs(True).tables.items():
        assert len(table), name
        for column in table.columns:
            assert table[column].map(lambda value: isinstance(value, (str, int, float, np.number))).all(), (
                name,
                column,
            )


@pytest.mark.parametrize(("test", "told"), [("permutation", False), ("t", True), ("wilcoxon", True)])
def test_intervals_that_belong_to_another_test_than_p_are_named(test: str, told: bool) -> None:
    summary = compare_waves(panel_of({"a": RISE}), test=test).summary("en")
    assert ("The intervals belong to the sign-flip test" in summary) == told
