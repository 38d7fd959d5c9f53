"""Law 4 under every choice: what was left out is left out everywhere, and each number leads to as many quotes."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import bp_qual as bq
from bp_qual.compare import Comparison, compare_waves
from bp_qual.panel import Panel, count_codes
from bp_qual.report.content import compose_report
from bp_qual.report.excel import report_tables
from bp_qual.wording import MEASURES, VERDICTS
from panel_builders import panel_of_talk

WAVES = ("2010", "2015", "2020")
PHRASES = (
    "hok geld. ",
    "hok en zo meer. ",
    "geld is er nooit. ",
    "niets van dat alles hier. ",
    "veel geld en een hok. ",
)


def panel_with_marks(talk: dict[tuple[str, str], str], marks: list[bool]) -> Panel:
    """Return a panel in which every other coding or so is negated, prompted or rejected."""
    panel = panel_of_talk(talk, "hok", "geld")
    assert panel.source is not None
    codings = panel.source.codings
    often = [marks[row % len(marks)] for row in range(len(codings))]
    negated = pd.Series([mark and row % 2 == 0 for row, mark in enumerate(often)], index=codings.index)
    prompted = pd.Series([mark and row % 3 == 0 for row, mark in enumerate(often)], index=codings.index)
    status = ["rejected" if mark and row % 5 == 0 else "auto" for row, mark in enumerate(often)]
    marked = codings.assign(negated=negated, prompted=prompted, status=status)
    return count_codes(marked, panel.source.corpus, panel.source.codebook)


@st.composite
def panels_and_choices(draw: st.DrawFn) -> tuple[Panel, dict[str, object]]:
    persons = [f"P{n}" for n in range(draw(st.integers(2, 8)))]
    talk = {}
    for person in persons:
        for wave in draw(st.sets(st.sampled_from(WAVES), min_size=1)):
            parts = draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=8))
            talk[person, wave] = "".join(parts) * draw(st.integers(1, 4))
    for wave in WAVES:
        talk.setdefault(("P0", wave), PHRASES[0])
    marks = draw(st.lists(st.booleans(), min_size=1, max_size=7))
    groups = pd.DataFrame({"person": persons, "type": ["AB"[n % 2] for n in range(len(persons))]})
    return panel_with_marks(talk, marks), {
        "before": draw(st.sampled_from(WAVES[:2])), "after": "2020", "draws": 99,
        "measure": draw(st.sampled_from(tuple(MEASURES))), "negated": draw(st.booleans()),
        "prompted": draw(st.booleans()), "floor": draw(st.sampled_from([0, 30, 300])),
        "groups": draw(st.sampled_from([None, groups])),
    }  # fmt: skip


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    panel, choices = draw(panels_and_choices())
    return compare_waves(panel, **choices)  # type: ignore[arg-type]


def everything_shown(change: Comparison) -> dict[str, object]:
    """Return all that a reader sees of a comparison but the record of what was chosen."""
    report = compose_report(change)
    pictures = (
        bq.plot_change(change), bq.plot_trajectories(change), bq.plot_persons(change), bq.plot_heatmap(change),
        bq.plot_words(change, "geld"), bq.plot_timeline(change, "geld"),
    )  # fmt: skip
    sheets = {name: sheet for name, sheet in report_tables(change).items() if name != "settings"}
    return {
        **{f"table {name}": table.to_csv() for name, table in (change.tables | sheets).items()},
        **{f"picture {number}": (p.text, str(p.chart.to_dict().get("datasets"))) for number, p in enumerate(pictures)},
        "terminal": change.summary(),
        "report": replace(report, settings=(), method=(), hashes=()),
    }


@pytest.mark.slow
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(comparisons(), st.sampled_from(["en", "nl"]))
def test_every_count_of_the_report_leads_to_as_many_quotes(change: Comparison, language: str) -> None:
    report = compose_report(change, language=language)
    shown = {cell.anchor: cell for story in report.codes for who in story.people for cell in who.cells}
    for person in report.persons:
        for row in person.rows:
            for count in row.counts:
                assert (count.mentions or 0) == len(shown[count.anchor].quotes)
    for story in report.codes:
        for wave, head in zip(report.waves, story.heads, strict=True):
            found = sum(len(who.cells[report.waves.index(wave)].quotes) for who in story.people)
            assert int(re.match(r"\d+", head.text).group()) == found  # type: ignore[union-attr]
        words = [count for word in story.words for count in word.counts]
        assert not story.more_words
        assert sum(words) == sum(len(cell.quotes) for who in story.people for cell in who.cells)


@pytest.mark.slow
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(comparisons())
def test_every_table_is_counted_from_the_quotes_it_leads_to(change: Comparison) -> None:
    for row in change.persons.to_dict("records"):
        quotes = change.quotes(row["code"], row["person"])
        for column, wave in (("mentions_before", change.before), ("mentions_after", change.after)):
            assert (0 if row[column] != row[column] else row[column]) == sum(quote.wave == wave for quote in quotes)
    for term in change.drift.to_dict("records"):
        quotes = list(change.quotes(term["code"]))
        assert {quote.wave for quote in quotes if quote.term == term["term"]} == {term["wave"]}
        assert sum(quote.term == term["term"] for quote in quotes) == term["mentions"]
    sheets = report_tables(change)
    assert sheets["panel"]["mentions"].sum() == len(sheets["codings"])
    assert set(change.codes["verdict"]) | set(change.persons["verdict"]) <= set(VERDICTS)


@pytest.mark.slow
@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink would take an hour
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(panels_and_choices())
def test_what_is_left_out_is_as_if_it_had_never_been_coded(given: tuple[Panel, dict[str, object]]) -> None:
    panel, choices = given
    assert panel.source is not None
    codings = panel.source.codings
    kept = (choices["negated"] | ~codings["negated"]) & (choices["prompted"] | ~codings["prompted"])
    never = count_codes(codings[kept].reset_index(drop=True), panel.source.corpus, panel.source.codebook)
    left_out = everything_shown(compare_waves(panel, **choices))  # type: ignore[arg-type]
    absent = everything_shown(compare_waves(never, **choices | {"negated": True, "prompted": True}))  # type: ignore[arg-type]
    assert left_out.keys() == absent.keys()
    assert [name for name in left_out if left_out[name] != absent[name]] == []


def negated_panel() -> Panel:
    """Seven persons who say in 2020 that there is no 'geld'."""
    talk = {(f"P{n}", wave): "hok en zo meer. " * 80 for n in range(7) for wave in ("2010", "2020")}
    talk |= {(f"P{n}", "2020"): "hok en zo meer. " * 80 + "geen geld hier. " for n in range(7)}
    panel = panel_of_talk(talk, "hok", "geld")
    assert panel.source is not None
    codings = panel.source.codings
    marked = codings.assign(negated=codings["code"] == "geld")
    return count_codes(marked, panel.source.corpus, panel.source.codebook)


def test_what_is_denied_and_left_out_is_found_nowhere() -> None:
    change = compare_waves(negated_panel(), negated=False)
    assert change.drift.empty
    assert "geld" not in change.summary().partition("Look twice")[2]
    assert "geld:" not in bq.plot_words(change, "geld").text
    assert "geld" not in bq.plot_trajectories(change).text
    assert bq.plot_timeline(change, "geld").text.count("%") == 0
    assert len(change.quotes("geld")) == 0
    assert compare_waves(negated_panel()).drift["term"].tolist() == ["geld"]


@pytest.mark.parametrize(("floor", "persons"), [(0, 3), (100, 2), (1000, 0)])
def test_the_flows_hold_persons_with_enough_words_only(floor: int, persons: int) -> None:
    talk = {(f"P{n}", wave): "hok en zo meer. " * (10 if n == 2 else 60) for n in range(3) for wave in ("2010", "2020")}
    note = bq.plot_trajectories(compare_waves(panel_of_talk(talk, "hok"), floor=floor)).chart.to_dict()["title"]
    assert f"{persons} persons with enough words" in " ".join(note["subtitle"])


def test_the_flows_go_by_the_measure_of_the_comparison() -> None:
    talk = {("A", "2010"): "Hok hok hok hok. " + "En zo. " * 200, ("A", "2020"): "Zo hok. En hok. " + "En zo. " * 200}
    panel = panel_of_talk(talk, "hok")
    by_mentions, by_sentences = (
        bq.plot_trajectories(compare_waves(panel, measure=measure)).text for measure in ("mentions", "sentences")
    )
    assert "much to some" in by_mentions
    assert "some to much" in by_sentences
