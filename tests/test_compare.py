"""Comparing two waves: who counts, what is said when a number is missing, and the laws."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.compare import compare_waves
from bp_qual.compare.comparison import Comparison
from bp_qual.panel import Panel, make_panel
from panel_builders import panel_of

CODES_COLUMNS = [
    *("code", "persons", "up", "down", "same", "rate_before", "rate_after"),
    *(
        "difference",
        "difference_low",
        "difference_high",
        "ratio",
        "ratio_low",
        "ratio_high",
        "p",
        "p_adjusted",
        "verdict",
        "note",
    ),
]
PERSONS_COLUMNS = [
    *("person", "code", "mentions_before", "mentions_after", "rate_before", "rate_after"),
    *("difference", "trajectory", "verdict", "note"),
]


def only_row(comparison: Comparison) -> pd.Series:
    return comparison.codes.iloc[0]


RISING = {"hokjes": [(1, 3), (2, 5), (0, 1), (4, 4), (1, 6), (3, 2), (2, 4), (1, 2)]}


def test_columns_are_those_of_the_contract() -> None:
    comparison = compare_waves(panel_of(RISING))
    assert list(comparison.codes.columns) == CODES_COLUMNS
    assert list(comparison.persons.columns) == PERSONS_COLUMNS


def test_the_group_row_is_what_a_hand_would_compute() -> None:
    row = only_row(compare_waves(panel_of(RISING)))
    assert (row["persons"], row["up"], row["down"], row["same"]) == (8, 6, 1, 1)
    assert (row["rate_before"], row["rate_after"]) == pytest.approx((14 / 8, 27 / 8))
    assert (row["difference"], row["ratio"]) == pytest.approx((13 / 8, 27 / 14))
    # differences 2 3 1 0 5 -1 2 1: only no swap, or that of one of the three ones, keeps the sum at 13 or more
    assert row["p"] == pytest.approx(2 * 4 / 128)


def test_rates_are_per_thousand_words_and_every_person_counts_once() -> None:
    panel = make_panel(
        [
            {"person": "P1", "wave": "1", "code": "a", "mentions": 10},
            {"person": "P2", "wave": "1", "code": "a", "mentions": 1},
        ],
        [{"person": p, "wave": w, "words": n} for p, n in (("P1", 10_000), ("P2", 500)) for w in "12"],
    )
    assert only_row(compare_waves(panel))["rate_before"] == pytest.approx((1 + 2) / 2)


def test_a_person_with_one_wave_is_left_out_and_never_a_zero() -> None:
    comparison = compare_waves(panel_of(RISING, extra=(("P99", "2010", 1000, 50),)))
    pd.testing.assert_frame_equal(comparison.codes, compare_waves(panel_of(RISING)).codes)
    row = comparison.persons.set_index("person").loc["P99"]
    assert row["mentions_before"] == 50
    assert math.isnan(row["mentions_after"])
    assert (row["trajectory"], row["note"]) == ("not covered", "not interviewed in 2020")


def test_dropouts_and_entrants_are_named_in_the_attrition_table() -> None:
    extra = (("P98", "2010", 1000, 1), ("P99", "2020", 1000, 1))
    table = compare_waves(panel_of(RISING, extra=extra)).attrition.set_index("person")
    assert (table.loc["P98", "status"], table.loc["P99", "status"]) == ("dropout", "entrant")
    assert (table["status"] == "compared").sum() == 8
    assert math.isnan(table.loc["P98", "words_after"])


def test_too_little_text_stays_in_the_tables_and_out_of_the_tests() -> None:
    extra = (("P99", "2010", 299, 5), ("P99", "2020", 1000, 5))
    comparison = compare_waves(panel_of(RISING, extra=extra))
    assert only_row(comparison)["persons"] == 8
    assert comparison.persons.query("person == 'P99'")["note"].tolist() == [
        "too little text in 2010 (299 words; 300 needed)"
    ]
    assert only_row(compare_waves(panel_of(RISING, extra=extra), floor=0))["persons"] == 9


def test_a_wave_without_words_is_missing_even_with_no_floor() -> None:
    extra = (("P99", "2010", 0, 0), ("P99", "2020", 1000, 5))
    comparison = compare_waves(panel_of(RISING, extra=extra), floor=0)
    row = comparison.persons.query("person == 'P99'").iloc[0]
    assert only_row(comparison)["persons"] == 8
    assert math.isnan(row["rate_before"])
    assert row["note"] == "no words in 2010"


def test_below_six_changed_persons_there_is_no_p_and_the_note_says_why() -> None:
    few = {"a": [(0, 1)] * 5 + [(2, 2)] * 3, "b": [(0, 1)] * 6 + [(2, 2)] * 2}
    comparison = compare_waves(panel_of(few))
    a, b = (row for _, row in comparison.codes.iterrows())
    assert math.isnan(a["p"])
    assert math.isnan(a["p_adjusted"])
    assert a["note"] == "too few for a test (5 changed; 6 needed)"
    assert b["p"] == pytest.approx(2 / 64)
    assert "5 changed; 6 needed" in comparison.explain_missing("a")
    assert comparison.explain_missing("b") == "No number is missing."


def test_a_code_in_one_wave_only_has_a_difference_and_no_ratio() -> None:
    comparison = compare_waves(panel_of({"a": [(0, 1)] * 3 + [(0, 0)] * 5}))
    row = only_row(comparison)
    assert math.isnan(row["ratio"])
    assert row["difference_low"] < row["difference"] < row["difference_high"]
    assert "only in 2020: no ratio" in row["note"]
    assert "ratio: only in 2020" in comparison.explain_missing("a")


def test_a_wave_carried_by_one_person_names_that_person() -> None:
    comparison = compare_waves(panel_of({"a": [(0, 1), (0, 2), (3, 1)]}))
    assert "all 2010 mentions are from P03" in only_row(comparison)["note"]
    assert only_row(comparison)["ratio_high"] > 0  # the order of the changes still sets a limit


@pytest.mark.parametrize(
    ("panel", "warning"),
    [
        (panel_of({"a": [(1, 2)]}), "with 1 person compared no test is possible"),
        (panel_of({"a": [(1, 2)]}, words=100), "P01: fewer than 300 words"),
        (panel_of({"a": [(0, 0)] * 8}), "with 8 persons compared no p can be smaller than .008"),
        (make_panel([], [{"person": "P1", "wave": w, "words": 0} for w in "12"], codes=["a"]), "nobody has enough"),
        (make_panel([], [{"person": f"P{w}", "wave": w, "words": 900} for w in "12"], codes=["a"]), "nobody has"),
        (make_panel([], [{"person": "P1", "wave": w, "words": 900} for w in "12"]), "no test is possible"),
    ],
)
def test_degenerate_panels_give_a_sentence_and_no_warning(panel: Panel, warning: str) -> None:
    comparison = compare_waves(panel)
    assert warning in " | ".join(map(str, comparison.warnings))
    assert comparison.summary()
    assert comparison._repr_html_()
    for row in comparison.codes.itertuples():
        assert row.note or not any(isinstance(value, float) and math.isnan(value) for value in row)
        assert comparison.explain_missing(row.code)


def test_a_thousand_persons_without_any_difference_are_no_evidence() -> None:
    assert only_row(compare_waves(panel_of({"a": [(1, 1)] * 1000, "b": [(1, 2), (2, 1)] * 500})))["same"] == 1000


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"before": "1990"}, "no wave '1990'; there is 2010, 2020"),
        ({"before": "2020"}, "both '2020'"),
        ({"measure": "turnz"}, "no measure 'turnz'"),
        ({"floor": -1}, "floor"),
        ({"draws": 10}, "draws"),
        ({"level": 95}, "level"),
    ],
)
def test_a_wrong_call_is_refused_in_words(choice: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        compare_waves(panel_of(RISING), **choice)


def test_one_wave_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="needs two waves; this panel has 1"):
        compare_waves(make_panel([], [{"person": "P1", "wave": "1", "words": 9}], codes=["a"]))


def test_quotes_need_codings_and_a_code_needs_to_exist() -> None:
    comparison = compare_waves(panel_of(RISING))
    with pytest.raises(ValueError, match="without codings"):
        comparison.quotes("hokjes")
    with pytest.raises(ValueError, match="no code 'x'; there is hokjes"):
        comparison.explain_missing("x")


def test_the_summary_gives_the_smallest_p_beside_the_number_of_codes() -> None:
    two = {"hokjes": [(1, 9)] * 8, "samen": [(3, 2), (2, 3)] * 4}
    text = compare_waves(panel_of(two)).summary("Buurt")
    assert text.splitlines()[0] == "Buurt, 2010 to 2020          2 codes"
    assert "hokjes  1.0 -> 9.0  x 9.0  (at least 1.4)  8 up, 0 down  clear (p .008, .016 for 2 codes)" in text
    assert "samen   2.5 -> 2.5  x 1.0  (0.70 to 1.4)   4 up, 4 down  no clear change (p 1.00, 1.00 for 2 codes)" in text
    assert text.splitlines()[-1] == "With 8 persons compared no p can be smaller than .008."


def test_one_person_is_spoken_of_as_one() -> None:
    text = compare_waves(panel_of({"a": [(1, 2)]})).summary()
    assert "1 of 1 person was interviewed in both waves" in text
    assert "What changed for this one person" in text


def test_a_name_that_would_run_in_a_terminal_is_only_shown() -> None:
    words = [{"person": name, "wave": "1", "words": 900} for name in ("P\x1b[31m1", "\u202eP2")]
    words += [{"person": "P3", "wave": wave, "words": 900} for wave in "12"]
    panel = make_panel([], words, codes=["a"])
    text = compare_waves(panel).summary() + repr(make_panel([], [{**words[0], "wave": "\x1b"}], codes=["a"]))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "‹U+001B›" in text


def test_more_codes_than_lines_are_counted_in_the_summary() -> None:
    text = compare_waves(panel_of({f"c{n:02}": [(1, 2)] for n in range(15)})).summary()
    assert "and 3 more in codes.csv" in text


pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=9)


@pytest.mark.slow
@given(pairs, pairs, st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_order_of_rows_persons_and_codes_changes_nothing(one: list, two: list, random: object) -> None:
    size = min(len(one), len(two))
    panel = panel_of({"a": one[:size], "b": two[:size]})
    rows, words = panel.counts.to_dict("records"), panel.exposure.to_dict("records")
    random.shuffle(rows)  # type: ignore[attr-defined]
    random.shuffle(words)  # type: ignore[attr-defined]
    counts = [{key: row[key] for key in ("person", "wave", "code", "mentions")} for row in rows]
    exposure = [{key: row[key] for key in ("person", "wave", "words")} for row in words]
    first, shuffled = compare_waves(panel), compare_waves(make_panel(counts, exposure, codes=("b", "a")))
    pd.testing.assert_frame_equal(first.codes, shuffled.codes[::-1].reset_index(drop=True))
    pd.testing.assert_frame_equal(first.attrition, shuffled.attrition)


@pytest.mark.slow
@given(pairs)
@settings(max_examples=10, deadline=None)
@pytest.mark.filterwarnings("ignore::bp_qual.BpQualWarning")  # told, as it should be
def test_swapping_the_waves_turns_every_sign_and_no_p(one: list) -> None:
    there, back = (
        compare_waves(panel_of({"a": one}), before=b, after=a) for b, a in (("2010", "2020"), ("2020", "2010"))
    )
    x, y = only_row(there), only_row(back)
    assert (x["up"], x["down"], x["same"]) == (y["down"], y["up"], y["same"])
    assert x["difference"] == -y["difference"]
    np.testing.assert_allclose([x["difference_low"], x["ratio"]], [-y["difference_high"], 1 / y["ratio"]])
    np.testing.assert_allclose(x["p"], y["p"])


@pytest.mark.slow
@given(pairs, st.integers(0, 9), st.sampled_from(("2010", "2020")))
@settings(max_examples=10, deadline=None)
def test_adding_a_person_with_one_wave_changes_no_paired_number(one: list, mentions: int, wave: str) -> None:
    alone = compare_waves(panel_of({"a": one}))
    joined = compare_waves(panel_of({"a": one}, extra=(("P00", wave, 5000, mentions),)))
    pd.testing.assert_frame_equal(alone.codes, joined.codes)


def test_exactly_as_many_words_as_the_floor_are_enough() -> None:
    extra = (("P99", "2010", 300, 5), ("P99", "2020", 300, 5))
    assert only_row(compare_waves(panel_of(RISING, extra=extra)))["persons"] == 9
