"""The methods paragraph claims what was done and nothing else; small numbers are told so that they make sense."""

from __future__ import annotations

import pandas as pd
import pytest

from bp_qual.compare import compare_waves
from bp_qual.panel import make_panel
from panel_builders import panel_of, panel_of_talk

RISE = [(1, 4 + n % 3) for n in range(8)]
FALL = [(after, before) for before, after in RISE]


def test_the_methods_say_what_counts_as_a_change() -> None:
    change = compare_waves(panel_of({"a": RISE}))
    assert "less than half a mention at the length of the shorter interview" in change.methods("en")
    assert "minder dan een halve vermelding bij de lengte van het kortste interview" in change.methods("nl")


def test_the_methods_claim_no_test_where_there_was_none() -> None:
    few = compare_waves(panel_of({"a": [(1, 3)] * 4})).methods("en")
    assert "No theme could be tested" in few
    assert "tested two-sided" not in few
    assert "corrected" not in few
    assert "1 were" not in compare_waves(panel_of({"a": [(1, 3)]})).methods("en")


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("plan", "asked", "told"),
    [
        ((), {}, "p-values were corrected for all 2 codes tested"),
        (("a",), {}, "Named beforehand to be tested: a. One code of the plan was tested, so that its p-value needs no"),
        (("a", "b"), {}, "to be tested: a, b. Their p-values were corrected for each other by step-down maxT"),
        (("a", "b"), {"b": ["2010"]}, "Of these, the following could not be tested: b. One code of the plan"),
    ],
)
def test_the_methods_say_how_the_plan_was_corrected(plan: tuple[str, ...], asked: dict, told: str) -> None:
    text = compare_waves(panel_of({"a": RISE, "b": FALL}), plan=plan, asked=asked).methods("en")
    assert told in text
    assert ("exploratory" in text) == (plan == ("a",))


def test_the_methods_say_by_what_margin_a_code_stayed() -> None:
    panel = panel_of({"a": [(20, 21), (21, 20)] * 16})
    stayed = compare_waves(panel, plan=["a"], margin=1.5, draws=199)
    assert stayed.codes.loc[0, "verdict"] == "stayed"
    assert "its ratio lies between 1/1.5 and 1.5 (Schuirmann, 1987)" in stayed.methods("en")
    assert "Schuirmann, D. J. (1987)." in stayed.methods("nl")
    assert "Schuirmann" not in compare_waves(panel, plan=["a"], draws=199).methods("en")


def test_the_methods_say_how_a_trend_was_tested() -> None:
    words = [{"person": f"P{n}", "wave": w, "words": 2000} for n in range(7) for w in ("2010", "2015", "2020")]
    counts = [{**row, "code": "a", "mentions": 2 * (int(str(row["wave"])) - 2008)} for row in words]
    text = compare_waves(make_panel(counts, words)).methods("en")
    assert "Trends over all 3 waves, and whether a rate was higher or lower in between" in text
    assert "Edgington, E. S." in text


def test_a_small_change_is_gone_at_more_than_once() -> None:
    """It said: no longer told from chance at 1.02 times, gone at 1.0 times."""
    change = compare_waves(panel_of({"a": [(100, 101 + n) for n in range(8)]}))
    assert "1.02 times as well in 2020 as in 2010; at 1.05 times as well nothing" in change.tipping_point("a")


def test_a_recount_that_goes_the_other_way_says_so() -> None:
    words, counts = [], []
    for n in range(8):
        long = n < 6
        for wave in ("2010", "2020"):
            said = 20000 if long else 2000 + 39 * (wave == "2020")
            words.append({"person": f"P{n}", "wave": wave, "words": said})
            more = (3 if wave == "2010" else 4 + n % 2) if long else 50
            counts.append({"person": f"P{n}", "wave": wave, "code": "a", "mentions": more})
    change = compare_waves(make_panel(counts, words))
    assert change.codes.loc[0, "difference"] < 0
    assert "a counted otherwise: p .031 with persons weighed by their words (then a rise)." in change.summary()
    assert "(dan een stijging)" in change.summary(language="nl")


def test_the_methods_say_how_groups_were_compared_where_they_were() -> None:
    panel = panel_of({"a": RISE})
    kinds = pd.DataFrame({"person": panel.persons, "kind": ["x"] * 4 + ["y"] * 4})
    told = compare_waves(panel, groups=kinds).methods("en")
    assert "by shuffling persons over the groups" in told
    assert "Brown, M. B., & Forsythe" in told
    assert "Welch, B. L. (1947)" in told
    few = kinds.assign(kind=["x"] * 2 + ["y"] * 6)
    for groups in (None, few):
        assert "over the groups" not in compare_waves(panel, groups=groups).methods("en")


def test_the_methods_say_how_the_division_of_talk_was_tested() -> None:
    both = compare_waves(panel_of({"a": RISE, "b": FALL}))
    assert "Hellinger distance between the mean profiles" in both.methods("en")
    assert "Legendre, P., & Gallagher, E. D. (2001)." in both.methods("nl")
    assert "Hellinger" not in compare_waves(panel_of({"a": RISE})).methods("en"), "of one code nothing is divided"
    assert "Hellinger" not in compare_waves(panel_of({"a": RISE[:5], "b": FALL[:5]})).methods("en"), (
        "too few for a test"
    )


def test_the_methods_say_how_pairs_of_codes_were_tested() -> None:
    said = {(f"P{n}", wave): "samen met geld. " * (40 + n) for n in range(7) for wave in ("2010", "2020")}
    change = compare_waves(panel_of_talk(said, "samen", "geld"), floor=100)
    tested = int(change.pairs["p"].notna().sum())
    assert tested > 0
    assert f"corrected for all pairs tested ({tested}) by step-down maxT" in change.methods("en")
    assert "Lotwick, H. W., & Silverman, B. W. (1982)." in change.methods("nl")
    assert "within three sentences" not in compare_waves(panel_of({"a": RISE, "b": FALL})).methods("en")


def test_the_methods_name_the_recounts_that_were_made() -> None:
    told = "the changes were also counted with persons weighed by their words; the p-values of these recounts"
    uneven = [{"person": f"P{n}", "wave": w, "words": 900 + 400 * n} for n in range(8) for w in ("2010", "2020")]
    counts = [{**row, "code": "a", "mentions": 2 if row["wave"] == "2010" else 6} for row in uneven]
    assert told in compare_waves(make_panel(counts, uneven)).methods("en")
    assert "recounts" not in compare_waves(panel_of({"a": [(1, 3)] * 4})).methods("en")
