"""Laws of a comparison: swapping the waves turns every sign, the order of things changes nothing, p and limits "
"agree."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.compare import compare_waves
from bp_qual.panel import Panel, make_panel

PAIRS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(4, 40), st.integers(4, 40)), min_size=2, max_size=9
)


def panel_of_pairs(pairs: list[tuple[int, int, int, int]], *, order: list[int] | None = None) -> Panel:
    """Build a panel of mentions and hundreds of words; ``order`` is that in which the rows are given."""
    rows = [
        ({"person": f"P{n}", "wave": wave}, mentions, 100 * words)
        for n, (before, after, first, last) in enumerate(pairs)
        for wave, mentions, words in (("1", before, first), ("2", after, last))
    ]
    rows = [rows[place] for place in order] if order else rows
    counts = [
        {**place, "code": code, "mentions": times * n} for place, n, _ in rows for code, times in (("a", 1), ("b", 2))
    ]
    return make_panel(
        counts, [{**place, "words": words} for place, _, words in rows], codes=["a", "b"], waves=["1", "2"]
    )


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(PAIRS)
@pytest.mark.filterwarnings("ignore::bp_qual.BpQualWarning")  # told, as it should be
def test_swapping_the_waves_turns_every_sign_and_inverts_every_ratio_interval(pairs) -> None:
    panel = panel_of_pairs(pairs)
    there, back = compare_waves(panel).codes, compare_waves(panel, before="2", after="1").codes
    near = {"rtol": 2e-3, "atol": 1e-9}
    np.testing.assert_allclose(back["difference"], -there["difference"], **near)
    np.testing.assert_allclose(back["difference_low"], -there["difference_high"], **near)
    np.testing.assert_allclose(back["difference_high"], -there["difference_low"], **near)
    np.testing.assert_allclose(back["ratio"], 1 / there["ratio"], **near)
    with np.errstate(divide="ignore"):
        np.testing.assert_allclose(back["ratio_low"], 1 / there["ratio_high"].to_numpy(), **near)
        np.testing.assert_allclose(back["ratio_high"], 1 / there["ratio_low"].to_numpy(), **near)
    np.testing.assert_allclose(back["p"], there["p"])
    assert back["verdict"].tolist() == there["verdict"].tolist()
    assert back["up"].tolist() == there["down"].tolist()


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(pairs, random) -> None:
    order = list(range(2 * len(pairs)))
    random.shuffle(order)
    one, other = compare_waves(panel_of_pairs(pairs)), compare_waves(panel_of_pairs(pairs, order=order))
    for name in ("codes", "persons", "effects", "evidence", "recounts"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_table_with_three_waves_groups_and_households(pairs, random) -> None:
    """All tables that counts can give; rows of counts, words and what is known of persons come in any order."""
    cells = [
        ({"person": f"P{n}", "wave": wave}, said, 100 * words)
        for n, (before, after, first, last) in enumerate(pairs)
        for wave, said, words in (("1", before, first), ("2", before + after, last), ("3", after, last))
    ]
    about = [{"person": f"P{n}", "role": "xy"[n % 2], "household": n // 2 if n < 4 else n} for n in range(len(pairs))]

    def compared(order: list[int], people: list[dict[str, object]]) -> dict[str, pd.DataFrame]:
        rows = [cells[place] for place in order]
        counts = [
            {**place, "code": code, "mentions": n * k} for place, n, _ in rows for code, k in (("a", 1), ("b", 2))
        ]
        words = [{**place, "words": said} for place, _, said in rows]
        panel = make_panel(counts, words, codes=["a", "b"], waves=["1", "2", "3"])
        return compare_waves(panel, groups=pd.DataFrame(people), draws=199).tables

    order = list(range(len(cells)))
    one = compared(order, about)
    random.shuffle(order)
    other = compared(order, random.sample(about, len(about)))
    assert list(one) == list(other)
    for name, table in one.items():
        pd.testing.assert_frame_equal(table, other[name], obj=name)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(PAIRS)
@pytest.mark.filterwarnings("ignore::bp_qual.BpQualWarning")  # told, as it should be
def test_swapping_the_waves_turns_the_changes_of_persons_and_groups_and_leaves_every_p(pairs) -> None:
    panel = panel_of_pairs(pairs)
    about = pd.DataFrame({"person": list(panel.persons), "role": [("x", "y")[n % 2] for n in range(len(pairs))]})
    there = compare_waves(panel, groups=about)
    back = compare_waves(panel, before="2", after="1", groups=about)
    for name in ("persons", "groups"):
        np.testing.assert_allclose(getattr(back, name)["difference"], -getattr(there, name)["difference"], atol=1e-8)
    for name in ("effects", "evidence", "groups", "profile"):
        one, other = getattr(there, name), getattr(back, name)
        for column in (column for column in one if column in ("p", "p_adjusted", "wilcoxon", "t", "permutation")):
            np.testing.assert_allclose(other[column], one[column], rtol=1e-7, err_msg=f"{name} {column}")
    np.testing.assert_allclose(back.evidence["ratio"], 1 / there.evidence["ratio"])
    assert back.persons["verdict"].tolist() == there.persons["verdict"].tolist()


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(PAIRS, st.randoms(use_true_random=False))
def test_which_person_is_which_changes_nothing_for_the_group(pairs, random) -> None:
    mixed = list(pairs)
    random.shuffle(mixed)
    columns = ["up", "down", "difference", "difference_low", "ratio", "ratio_low", "ratio_high", "p", "p_adjusted"]
    one, other = (compare_waves(panel_of_pairs(given)).codes[columns] for given in (pairs, mixed))
    pd.testing.assert_frame_equal(one, other, rtol=2e-3)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(PAIRS)
def test_one_lies_outside_the_ratio_interval_and_zero_outside_that_of_the_difference_where_p_says_so(pairs) -> None:
    for row in compare_waves(panel_of_pairs(pairs)).codes.dropna(subset=["p"]).to_dict("records"):
        found = row["p"] <= 0.05
        if row["ratio_low"] == row["ratio_low"]:
            assert (row["ratio_low"] > 1 or row["ratio_high"] < 1) == found
        if row["difference_low"] == row["difference_low"]:
            assert (row["difference_low"] > 0 or row["difference_high"] < 0) == found


@pytest.mark.parametrize("persons", range(6, 9))
def test_the_law_of_p_and_limits_holds_where_all_rose(persons: int) -> None:
    row = compare_waves(panel_of_pairs([(0, 3 + n, 20, 20) for n in range(persons)])).codes.iloc[0]
    assert row["p"] == pytest.approx(2 / 2**persons)
    assert row["ratio_low"] > 1
    assert row["ratio_high"] == np.inf
