"""What was not coded is no zero: every number of a code is that of a study with only the persons coded for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from bp_qual.compare import Comparison, compare_waves
from bp_qual.compare.coverage import alike
from bp_qual.compare.planning import plan_study
from bp_qual.compare.sensitivity import vary_choices
from bp_qual.panel import Panel, make_panel
from bp_qual.panel.rates import measure_rates
from panel_builders import panel_of_talk

CODES = ("a", "b", "c", "d")
CODE_COLUMNS = [
    "persons", "up", "down", "same", "rate_before", "rate_after", "difference", "difference_low", "difference_high",
    "ratio", "ratio_low", "ratio_high", "p",
]  # fmt: skip
EFFECTS = [
    "changed", "p_permutation", "p_wilcoxon", "p_t", "dominance", "dz", "rank_biserial", "leaning_on", "ratio_without",
]  # fmt: skip
ATTRIBUTES = pd.DataFrame({"person": [f"P{n:02}" for n in range(40)], "kind": ["x", "y"] * 20})


def draw_panel(seed: int, persons: int, waves: tuple[str, ...] = ("2010", "2020")) -> tuple[list[Any], list[Any], Any]:
    """Draw exposure, counts and which cells nobody coded; the last two persons left after the first wave."""
    draw = np.random.default_rng(seed)
    exposure, counts, coded = [], [], []
    for number in range(persons):
        person = f"P{number:02}"
        for wave in waves if number < persons - 2 else waves[:1]:
            words = int(draw.integers(900, 6000))
            exposure.append({"person": person, "wave": wave, "words": words})
            for code in CODES:
                if code != "a" and draw.random() < 0.15:
                    coded.append({"person": person, "wave": wave, "code": code, "coded": False})
                    continue
                mentions = int(draw.poisson(draw.gamma(0.7, 2.0) * words / 1000 * (1.7 if wave == waves[-1] else 1)))
                counts.append({"person": person, "wave": wave, "code": code, "mentions": mentions})
    return counts, exposure, coded


def without_gaps(seed: int, persons: int, code: str, waves: tuple[str, ...] = ("2010", "2020")) -> Panel:
    """Return the panel of one code with only the interviews of persons who were coded for it wherever they spoke."""
    counts, exposure, coded = draw_panel(seed, persons, waves)
    out = {row["person"] for row in coded if row["code"] == code}
    kept = [row for row in exposure if row["person"] not in out]
    return make_panel([r for r in counts if r["code"] == code and r["person"] not in out], kept, codes=[code])


def make(seed: int, persons: int, waves: tuple[str, ...] = ("2010", "2020")) -> Panel:
    counts, exposure, coded = draw_panel(seed, persons, waves)
    return make_panel(counts, exposure, codes=CODES, coded=coded)


def row_of(table: pd.DataFrame, code: str, columns: list[str]) -> list[Any]:
    return table[table["code"] == code][columns].to_numpy(dtype=object).ravel().tolist()


def same(ours: list[Any], theirs: list[Any]) -> bool:
    """Whether two rows hold the same, numbers but for the order in which they were added up."""
    pairs = zip(ours, theirs, strict=True)
    return all(a == b if isinstance(a, str) else np.isclose(a, b, rtol=1e-9, equal_nan=True) for a, b in pairs)


@pytest.mark.slow
@pytest.mark.parametrize("persons", [9, 14, 30])
@pytest.mark.parametrize("seed", range(6))
def test_every_number_of_a_code_is_that_of_a_study_with_the_persons_coded_for_it(seed: int, persons: int) -> None:
    """Fifteen changed persons and fewer are counted out, more are drawn: with the same seed, the same draws."""
    change = compare_waves(make(seed, persons), groups=ATTRIBUTES, draws=999)
    for code in CODES:
        alone = compare_waves(without_gaps(seed, persons, code), groups=ATTRIBUTES, draws=999)
        assert change.persons_on(code) == alone.who.names
        assert same(row_of(change.codes, code, CODE_COLUMNS), row_of(alone.codes, code, CODE_COLUMNS))
        assert same(row_of(change.effects, code, EFFECTS), row_of(alone.effects, code, EFFECTS))
        for name, columns in (
            ("dropouts", ["completers", "dropouts", "rate_completers", "rate_dropouts", "smd", "tipping_point",
                          "change_at_least"]),
            ("groups", ["group", "persons", "rate_before", "rate_after", "difference", "p"]),
            ("recounts", ["counted", "persons", "difference", "ratio", "p", "conclusion"]),
        ):  # fmt: skip
            own, other = (row_of(getattr(c, name), code, columns) for c in (change, alone))
            assert len(own) == len(other)
            assert same(own, other), (name, code)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_the_trend_of_a_code_is_that_of_the_waves_coded_for_it(seed: int) -> None:
    waves = ("2010", "2015", "2020")
    counts, exposure, coded = draw_panel(seed, 12, waves)
    trend = compare_waves(make(seed, 12, waves), draws=999).trend
    for code in CODES:
        gaps = {(row["person"], row["wave"]) for row in coded if row["code"] == code}
        kept = [row for row in exposure if (row["person"], row["wave"]) not in gaps]
        alone = make_panel([r for r in counts if r["code"] == code], kept, codes=[code])
        assert same(
            row_of(trend, code, ["persons", "slope", "p"]),
            row_of(compare_waves(alone, draws=999).trend, code, ["persons", "slope", "p"]),
        )
    assert ((trend["p_adjusted"] >= trend["p"]) | trend["p"].isna()).all()


@pytest.mark.slow
def test_variants_and_plans_leave_out_who_was_not_coded() -> None:
    panel = make(2, 14)
    variants, plan = vary_choices(panel, draws=999).variants, plan_study(panel, simulations=20, pairs=(10,))
    for code in CODES:
        alone = without_gaps(2, 14, code)
        theirs = vary_choices(alone, draws=999).variants
        paired = [table[table["who"] == "paired"] for table in (variants, theirs)]
        columns = ["counted", "persons", "difference", "ratio", "p", "conclusion"]
        assert same(*(row_of(table, code, columns) for table in paired))
        planned = plan_study(alone, simulations=20, pairs=(10,))
        assert same(row_of(plan.power, code, ["rate", "power"]), row_of(planned.power, code, ["rate", "power"]))


def test_what_was_not_coded_is_absent_and_never_zero() -> None:
    panel = make(1, 12)
    assert len(panel.counts) == int(panel.coded["coded"].sum()) < len(panel.coded)
    rates = measure_rates(panel, panel.waves)
    for person, wave, code in panel.uncoded:
        place = panel.persons.index(person), panel.waves.index(wave), CODES.index(code)
        assert np.isnan(rates.rates[place])
        assert np.isnan(rates.mentions[place])
    change = compare_waves(panel)
    table = change.persons.set_index(["person", "code"])
    for person, wave, code in panel.uncoded:
        row = table.loc[(person, code)]
        side = "before" if wave == "2010" else "after"
        assert np.isnan(row[f"mentions_{side}"])
        assert (row["verdict"], row["trajectory"]) == ("not coded", "not covered")
        assert row["note"].startswith(("not coded in", "not interviewed in"))


def test_who_was_coded_for_nothing_in_both_waves_is_not_compared_and_named() -> None:
    words = [{"person": p, "wave": w, "words": 2000} for p in ("P1", "P2") for w in ("2010", "2020")]
    counts = [{"person": "P1", "wave": "2020", "code": "a", "mentions": 3}]
    coded = [{"person": "P2", "wave": "2010", "code": "a", "coded": False}]
    change = compare_waves(make_panel(counts, words, coded=coded))
    assert change.attrition[["person", "status", "note"]].to_numpy().tolist() == [
        ["P1", "compared", ""],
        ["P2", "not coded", "not coded in 2010"],
    ]
    assert "P2: coding not finished in both waves, so kept in the tables but not compared." in change.summary()
    assert "P2: codering niet af in beide rondes" in change.summary(language="nl")
    assert "1 person of whom the coding was not finished in both waves stayed out" in change.methods()


def test_a_code_that_only_some_were_coded_for_says_how_many() -> None:
    change = compare_waves(make(3, 14))
    persons = change.codes.set_index("code")["persons"]
    few = persons[persons < change.compared]
    assert len(few) == 3
    for code, count in few.items():
        assert f"coded in {count} of {change.compared} persons compared" in row_of(change.codes, str(code), ["note"])[0]
    assert "Not everybody was coded for every code" in change.methods()
    assert f"(at least {persons.min()})" in " ".join(change.methods().split())
    assert persons.min() > 0
    assert "Niet iedereen is voor elke code gecodeerd" in change.methods("nl")


def test_a_code_that_nobody_was_coded_for_has_no_numbers_and_the_verdict_says_so() -> None:
    words = [{"person": p, "wave": w, "words": 2000} for p in ("P1", "P2") for w in ("2010", "2020")]
    coded = [{"person": p, "wave": "2010", "code": "b", "coded": False} for p in ("P1", "P2")]
    change = compare_waves(make_panel([], words, codes=["a", "b"], coded=coded))
    row = change.codes.set_index("code").loc["b"]
    assert (row["verdict"], row["persons"]) == ("not coded", 0)
    assert np.isnan(row["rate_before"])
    assert row["note"] == "in no person coded in both waves"
    assert change.explain_missing("b") == "All numbers: nobody was coded for it in both 2010 and 2020."


def test_a_count_of_what_was_not_coded_is_refused() -> None:
    words = [{"person": "P1", "wave": "2010", "words": 2000}]
    counts = [{"person": "P1", "wave": "2010", "code": "a", "mentions": 3}]
    with pytest.raises(ValueError, match="counts of what was not coded: a of P1 in 2010"):
        make_panel(counts, words, coded=[{"person": "P1", "wave": 2010, "code": "a", "coded": False}])
    with pytest.raises(ValueError, match="coded lacks the column wave"):
        make_panel(counts, words, coded=[{"person": "P1", "code": "a", "coded": False}])


def talk() -> dict[tuple[str, str], str | list[str]]:
    """Eight persons who speak of bread and wine, more and more together."""
    said = {}
    for number in range(8):
        apart = "Brood. Niets. Niets. Niets. Wijn. Ja. Nee. Zo. " * 12
        joined = "Brood en wijn. Niets. Niets. Niets. Zo. Ja. Nee. " * 12
        said[f"P{number}", "2010"] = apart * (1 + number % 3)
        said[f"P{number}", "2020"] = (joined + apart) * (1 + number % 2)
    return {key: text.replace("Brood", "brood").replace("Wijn", "wijn") for key, text in said.items()}


def with_gaps(panel: Panel, *gaps: tuple[str, str, str]) -> Panel:
    """Return a panel of talk in which some cells were not coded: their codings do not count."""
    from bp_qual.coding.combining import Combined
    from bp_qual.panel import count_codes

    source = panel.source
    assert source is not None
    rows = [
        (t.interview, code, not any((person, t.wave, code) in gaps for person in t.persons))
        for t in source.corpus.transcripts
        for code in panel.codes
    ]
    coded = pd.DataFrame(rows, columns=["interview", "code", "coded"])
    combined = Combined(
        source.codings.assign(coder=""), coded, source.codings[:0], source.codings[:0], "reviewed", "anna"
    )
    return count_codes(combined, source.corpus, source.codebook)


@pytest.mark.slow
def test_pairs_profiles_words_and_quotes_leave_out_who_was_not_coded() -> None:
    said = talk()
    part = with_gaps(panel_of_talk(said, "brood", "wijn"), ("P0", "2010", "wijn"), ("P5", "2020", "wijn"))
    alone = panel_of_talk({k: v for k, v in said.items() if k[0] not in ("P0", "P5")}, "brood", "wijn")
    ours, theirs = (compare_waves(panel, floor=1, draws=999) for panel in (part, alone))
    assert ours.who.names != theirs.who.names
    for name in ("pairs", "profile"):
        pd.testing.assert_frame_equal(getattr(ours, name), getattr(theirs, name))
    assert len(ours.quotes("wijn")) == len(theirs.quotes("wijn"))
    assert {quote.person for quote in ours.quotes("brood")} == set(ours.who.names)
    assert same(row_of(ours.codes, "wijn", CODE_COLUMNS), row_of(theirs.codes, "wijn", CODE_COLUMNS))


def test_a_change_of_one_person_is_judged_on_what_was_coded() -> None:
    part = with_gaps(panel_of_talk(talk(), "brood", "wijn"), ("P0", "2010", "wijn"))
    change = compare_waves(part, floor=1)
    evidence = change.evidence.set_index(["person", "code"])
    assert evidence.loc[("P0", "wijn"), ["ratio", "p", "shrunken", "stability"]].isna().all()
    assert evidence.loc[("P0", "wijn"), "verdict"] == "not coded"
    assert evidence.loc[("P0", "brood"), ["ratio", "p", "shrunken"]].notna().all()


def test_of_two_interviews_in_a_wave_both_must_be_coded() -> None:
    said = {("P1", "2010"): ["brood", "brood wijn"], ("P1", "2020"): "brood"}
    panel = panel_of_talk(said, "brood")
    source = panel.source
    assert source is not None
    first = source.corpus.transcripts[0]
    from bp_qual.coding.combining import Combined
    from bp_qual.panel import count_codes

    rows = [(t.interview, "brood", t is not first) for t in source.corpus.transcripts]
    coded = pd.DataFrame(rows, columns=["interview", "code", "coded"])
    none = source.codings[:0]
    counted = count_codes(Combined(source.codings, coded, none, none, "human", "a"), source.corpus, source.codebook)
    assert counted.uncoded == frozenset({("P1", "2010", "brood")})
    assert counted.counts["wave"].tolist() == ["2020"]


def test_codes_with_the_same_persons_are_worked_out_together() -> None:
    coded = np.array([[True, False, True, False], [True, True, True, False]])
    assert [(rows.tolist(), columns.tolist()) for rows, columns in alike(coded)] == [
        ([0, 1], [0, 2]),
        ([1], [1]),
        ([], [3]),
    ]


def shown(change: Comparison) -> str:
    from bp_qual.report.html import render_report

    return render_report(change)


@pytest.mark.slow
def test_report_pictures_and_matrix_say_what_was_not_coded() -> None:
    from bp_qual.framework import make_framework
    from bp_qual.plots import plot_change, plot_heatmap, plot_persons, plot_trajectories, plot_words

    gaps = [(f"P{n}", "2010", "wijn") for n in range(8)]
    some = with_gaps(panel_of_talk(talk(), "brood", "wijn"), gaps[0])
    change = compare_waves(some, floor=1)
    assert "niet gecodeerd" in shown(change)
    cells = {(c.person, c.code, c.wave): c.coded for c in make_framework(some).cells}
    assert [key for key, coded in cells.items() if not coded] == [("P0", "wijn", "2010")]
    assert "wijn, P0" not in plot_persons(change).text
    assert "wijn, P0" not in plot_heatmap(change).text
    assert "8" not in plot_trajectories(change, codes=["wijn"]).text.split("wijn")[-1]
    words = compare_waves(with_gaps(panel_of_talk(talk(), "brood", "wijn"), *gaps), floor=1)
    for plot in (plot_change, plot_heatmap, plot_persons, plot_trajectories):
        assert plot(words).text
    assert plot_words(words, code="wijn").text
    assert "Bij niemand is deze code in zowel 2010 als 2020 gecodeerd." in shown(words)


def test_everything_coded_is_as_without_saying_so() -> None:
    counts, exposure, _ = draw_panel(1, 12)
    plain = make_panel(counts, exposure, codes=CODES)
    said = [{**row, "coded": True} for row in plain.counts[["person", "wave", "code"]].to_dict("records")]
    told = make_panel(counts, exposure, codes=CODES, coded=said)
    assert told.uncoded == frozenset()
    for name, table in compare_waves(plain).tables.items():
        pd.testing.assert_frame_equal(table, getattr(compare_waves(told), name))
    assert replace(told, labels={"a": "A"}).uncoded == frozenset()


@pytest.mark.parametrize(("coded", "said"), [(False, "in no person coded in both waves"), (True, "nobody with enough")])
def test_where_nobody_is_compared_the_note_of_a_code_says_why(coded: bool, said: str) -> None:
    words = [{"person": "P1", "wave": wave, "words": 50 if coded else 2000} for wave in ("2010", "2020")]
    gaps = [] if coded else [{"person": "P1", "wave": "2010", "code": "a", "coded": False}]
    change = compare_waves(make_panel([], words, codes=["a"], coded=gaps or None))
    assert said in change.codes.loc[0, "note"]
