"""Around a comparison: planning, sensitivity, the methods paragraph, what it would take for a result to vanish."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from scipy import stats

from bp_qual.cli import main
from bp_qual.codebook import Code, Codebook, Term
from bp_qual.compare import compare_waves, plan_study, vary_choices
from bp_qual.compare.choices import choose_waves
from bp_qual.panel import Panel, count_codes
from bp_qual.statistics.groups import welch_p
from bp_qual.statistics.power import simulate_power
from panel_builders import code_word, make_corpus, make_transcript, panel_of

RISE, SAME = [(1, 4 + n % 3) for n in range(8)], [(2, 3), (3, 2)] * 4


# planning


def test_larger_changes_and_more_persons_are_seen_more_often() -> None:
    random = np.random.default_rng(1)
    before, after = random.gamma(2, 1, 12), random.gamma(2, 1, 12)

    def power(pairs: int, ratio: float) -> float:
        return simulate_power(before, after, pairs=pairs, ratio=ratio, simulations=200)

    assert power(10, 1.25) < power(10, 2) < power(40, 2)


def test_no_change_is_seen_in_about_one_of_twenty_studies() -> None:
    random = np.random.default_rng(2)
    before, after = random.gamma(2, 1, 20), random.gamma(2, 1, 20)
    assert simulate_power(before, after, pairs=20, ratio=1, simulations=1000) == pytest.approx(0.05, abs=0.025)


def test_fewer_changed_persons_than_a_test_needs_see_nothing() -> None:
    assert simulate_power(np.array([1.0]), np.array([9.0]), pairs=5, ratio=9, simulations=50) == 0


def test_a_plan_says_what_is_the_smallest_change_that_would_be_seen() -> None:
    plan = plan_study(panel_of({"a": RISE, "b": SAME, "c": [(0, 0)] * 8}), pairs=(8, 30), simulations=100)
    assert plan.smallest["code"].unique().tolist() == ["a", "b"]
    for row in plan.smallest.itertuples():
        cells = plan.power[(plan.power["code"] == row.code) & (plan.power["pairs"] == row.pairs)]
        seen = cells[cells["power"] >= 0.8]["ratio"]
        assert row.smallest_ratio == (seen.min() if len(seen) else pytest.approx(math.nan, nan_ok=True))
    assert "Simulated from the 8 persons compared" in repr(plan)
    assert "8 persons" in plan._repr_html_()


def test_one_person_cannot_show_how_persons_vary() -> None:
    with pytest.raises(ValueError, match="1 person can be compared; two or more are needed"):
        plan_study(panel_of({"a": [(1, 2)]}))


# sensitivity


def talkative_panel() -> Panel:
    """Eight persons who come to speak of it more, twice negated and once prompted each."""
    filler = "dit is nog een zin. " * 80
    interviews = []
    for n in range(8):
        interviews.append(make_transcript(f"P{n}a", "2010", (f"P{n}", filler + "samen. " * (1 + n % 2))))
        interviews.append(make_transcript(f"P{n}b", "2020", (f"P{n}", filler + "nu samen. " * (6 + n))))
    corpus = make_corpus(*interviews)
    codings = code_word(corpus, "samen", "samen")
    codings["negated"] = codings.groupby("interview").cumcount() == 0
    codings["prompted"] = codings.groupby("interview").cumcount() == 1
    return count_codes(
        codings,
        corpus,
        Codebook("Demo", "1", "nl", tuple(Code(word, terms=(Term(word, "lemma"),)) for word in ("samen", "niets"))),
    )


@pytest.mark.slow
def test_every_choice_that_could_as_well_be_made_is_a_variant_and_the_first_is_the_headline() -> None:
    panel = talkative_panel()
    found = vary_choices(panel)
    rows = found.variants[found.variants["code"] == "samen"]
    assert len(rows) == 4 * 2 * 2 * 2 + 2, "and openings of equal length, and persons weighed by their words"
    assert not rows.duplicated(["measure", "negated", "prompted", "who", "counted"]).any()
    assert rows.iloc[0]["p"] == compare_waves(panel).codes.iloc[0]["p"]
    assert rows.iloc[0]["who"] == "paired"


def test_the_verdict_counts_what_each_variant_concludes() -> None:
    verdicts = vary_choices(talkative_panel(), language="en").verdicts.set_index("code")
    row = verdicts.loc["samen"]
    assert row["up"] + row["down"] + row["unclear"] + row["untested"] == row["variants"] == 34
    assert row["verdict"].startswith("up in ")
    assert verdicts.loc["niets", "verdict"] == "no test in any of 34"


def test_counts_from_elsewhere_vary_only_in_who_is_compared() -> None:
    found = vary_choices(panel_of({"a": RISE, "b": SAME}))
    assert found.verdicts["variants"].tolist() == [3, 3]  # paired, all, and persons weighed by their words
    assert found.verdicts["verdict"].tolist() == ["up in 3 of 3", "unclear in all 3 that could be tested"]
    assert "b  unclear" in repr(found)
    assert "unclear" in found._repr_html_()


def test_all_persons_together_can_conclude_otherwise_and_the_verdict_says_so() -> None:
    entrants = tuple((f"N{n}", "2020", 1000, 30 + n) for n in range(8))
    found = vary_choices(panel_of({"a": SAME}, extra=entrants))
    assert found.verdicts["verdict"].tolist() == ["unclear as counted here, up in 1 of 3: it depends on how one counts"]


def test_a_code_asked_for_once_is_tested_in_no_variant() -> None:
    found = vary_choices(panel_of({"a": RISE}), asked={"a": ["2020"]})
    assert found.verdicts["verdict"].tolist() == ["no test in any of 2"]


def test_welch_is_scipys_and_missing_where_it_means_nothing() -> None:
    one, other = np.array([1.0, 2, 4, 4]), np.array([2.0, 5, 9])
    assert welch_p(one, other) == pytest.approx(stats.ttest_ind(one, other, equal_var=False).pvalue)
    assert math.isnan(welch_p(np.ones(3), np.ones(3)))
    assert math.isnan(welch_p(np.ones(1), other))


# methods


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_methods_say_what_was_really_done_and_cite_only_that(language: str) -> None:
    panel = panel_of({"a": RISE, "b": SAME}, extra=(("L1", "2010", 1000, 1),))
    exact, drawn = (compare_waves(p).methods(language) for p in (panel, panel_of({"a": [(1, 2)] * 20})))
    planned = panel_of({"a": RISE, "b": SAME, "c": RISE})
    wilcoxon = compare_waves(planned, test="wilcoxon", plan=["a"], asked={"b": ["2010"]}).methods(language)
    thousands = {"en": "9,999", "nl": "9.999"}[language]
    assert "Fisher, R. A." in exact
    assert thousands not in exact
    assert thousands in drawn
    assert "Pratt" not in exact
    assert "Pratt, J. W." in wilcoxon
    assert "Benjamini" in wilcoxon
    assert "Benjamini" not in exact
    assert "Fisher" not in wilcoxon
    assert "None" not in exact + drawn + wilcoxon
    assert "{" not in exact + drawn + wilcoxon


def test_the_methods_name_what_was_left_out() -> None:
    text = compare_waves(talkative_panel(), negated=False, prompted=False, measure="words", floor=400).methods("en")
    assert "Negated mentions were left out." in text
    assert "a question in which a term of the same code was used were left out" in text
    assert "share of the respondent's words" in text
    assert "coded automatically with Demo 1 (2 codes)" in text
    assert "blocks of about 300 words" in text


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="there are no texts in 'fr'"):
        compare_waves(panel_of({"a": RISE})).methods("fr")
    with pytest.raises(ValueError, match="there are no texts in 'fr'"):
        compare_waves(panel_of({"a": RISE})).warnings[0].say("fr")


# tipping


def test_a_rise_vanishes_if_recall_was_lower_before_and_a_fall_if_it_is_lower_now() -> None:
    comparison = compare_waves(panel_of({"up": [(5, 10)] * 6, "down": [(8, 6)] * 6, "new": [(0, 1)] * 6}))
    assert "at 2.0 times as well nothing would be left" in comparison.tipping_point("up")
    assert "a recall of .43 in 2010 and .85 in 2020" in comparison.tipping_point("up")
    assert "a recall of .64 in 2020 and .85 in 2010" in comparison.tipping_point("down")
    assert compare_waves(panel_of({"same": [(1, 1)] * 6})).tipping_point("same").startswith("same did not change")
    assert "would disappear only if the coding had missed it in 2010 altogether" in comparison.tipping_point("new")


# the command line


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    assert CliRunner().invoke(main, ["init", str(folder)]).exit_code == 0
    return folder


@pytest.mark.slow
def test_plan_and_sensitivity_print_and_write_their_table(study: Path, tmp_path: Path) -> None:
    for command, column in (("plan", "power"), ("sensitivity", "conclusion")):
        table = tmp_path / f"{command}.csv"
        done = CliRunner().invoke(main, [command, str(study), "-o", str(table)])
        assert done.exit_code in (0, 1), done.output
        if done.exit_code == 0:
            assert column in table.read_text(encoding="utf-8").splitlines()[0]
        else:
            assert "two or more are needed" in done.output


def test_a_table_of_an_unknown_kind_is_a_wrong_command_line(study: Path) -> None:
    done = CliRunner().invoke(main, ["plan", str(study), "-o", "plan.doc"])
    assert done.exit_code == 2
    assert "moet eindigen op .csv, .parquet, .xlsx" in done.output


def test_a_wave_that_is_still_to_come_is_not_compared_unless_it_is_asked_for() -> None:
    talk = panel_of({"a": RISE})
    planned = replace(talk, waves=(*talk.waves, "2030"))
    assert choose_waves(planned, None, None) == talk.waves
    assert choose_waves(planned, None, "2030") == (talk.waves[0], "2030")
