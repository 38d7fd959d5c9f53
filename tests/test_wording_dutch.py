"""A Dutch study is told in Dutch: no remark, note, cell or line of the terminal falls back on English."""

import io
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from bp_qual import choose_judged_sample
from bp_qual.coding import apply_codebook
from bp_qual.compare import code_pairs, compare_waves, plan_study, vary_choices
from bp_qual.compare.correction import remarks_on_correction, why_uncorrected
from bp_qual.panel import count_codes, make_panel
from bp_qual.report.excel import render_xlsx
from bp_qual.report.html import render_report
from bp_qual.study.checking import check_study
from bp_qual.study.study_inputs import read_inputs
from bp_qual.validation.corrected_change import BROAD, NOT_JUDGED, PART_JUDGED
from bp_qual.wording import Remark, Wording
from bp_qual.wording.remark_texts import REMARKS
from every_text import english_in
from panel_builders import panel_of, panel_of_interviews, panel_of_talk

SAMPLE = Path(__file__).parents[1] / "transcripts_sample"
RISE, FALL, SAME = [(1, 4 + n) for n in range(8)], [(6 + n, 1) for n in range(8)], [(2, 2)] * 8


def words(*places, said=1000):
    return [{"person": person, "wave": wave, "words": said} for person, wave in places]


def talk():
    said = {(f"P{n}", "2010"): "wij werken samen hier. " * 80 for n in range(4)}
    said |= {(f"P{n}", "2020"): "wij werken samen hier. " * 80 + ("tender" if n < 3 else "") for n in range(4)}
    return panel_of_talk(said, "samen", "tender")


def talk_of_pairs():
    said = {(f"P{n}", wave): "samen met geld. " * (40 + n) for n in range(7) for wave in ("2010", "2020")}
    return panel_of_talk(said, "samen", "geld")


def talk_of_new_pairs():
    said = {(f"P{n}", "2010"): "samen hier. " * (60 + n) for n in range(7)}
    said |= {(f"P{n}", "2020"): "samen met geld. " * (40 + n) for n in range(7)}
    return panel_of_talk(said, "samen", "geld")


def talk_not_read():
    """Interviews of which two are known to exist and were not read, one of an unknown wave."""
    said = {(f"P{n}", wave): "samen met geld. " * (40 + n) for n in range(5) for wave in ("2010", "2020")}
    gone = {("P3", "2020"), ("P4", "2020")}
    panel = panel_of_talk({key: text for key, text in said.items() if key not in gone}, "samen", "geld")
    corpus = replace(panel.source.corpus, missing=(("P3", "2020"), ("P4", "")))
    return replace(panel, source=replace(panel.source, corpus=corpus))


def clear_for_one_person():
    counts = [{"person": "P1", "wave": "2020", "code": "a", "mentions": 90}]
    return make_panel(counts, words(("P1", "2010"), ("P1", "2020"), said=6000))


def coded_for_some():
    """P1 and P2 were coded for a, P1 for b in one wave, P3 for nothing in the first wave."""
    gaps = [("P1", "2010", "b"), ("P2", "2020", "b"), ("P2", "2020", "c"), *(("P3", "2010", code) for code in "abc")]
    coded = [{"person": person, "wave": wave, "code": code, "coded": False} for person, wave, code in gaps]
    return make_panel(
        [], words(*[(p, w) for p in ("P1", "P2", "P3") for w in ("2010", "2020")]), codes="abc", coded=coded
    )


def coded_for_nobody():
    """Two persons with enough words in both waves, whose interviews of the first wave nobody finished."""
    coded = [{"person": person, "wave": "2010", "code": "a", "coded": False} for person in ("P1", "P2")]
    return make_panel([], words(*[(p, w) for p in ("P1", "P2") for w in ("2010", "2020")]), codes="a", coded=coded)


def sample_judged():
    """The sample study with its sample that was coded by hand."""
    study, corpus, book = read_inputs(SAMPLE)
    sample, _ = choose_judged_sample(study, corpus, book)
    return compare_waves(count_codes(apply_codebook(book, corpus), corpus, book), sample=sample, language="nl")


def comparisons():
    """Comparisons that together provoke every kind of remark."""
    persons = [f"P{n:02}" for n in range(1, 9)]
    groups = pd.DataFrame({"person": persons, "soort": list("xxxxxxzz")})
    twins = pd.DataFrame({"person": persons, "soort": list("xxxxyyyy")})
    triplets = pd.DataFrame({"person": persons[:6], "soort": list("xxxyyy")})
    moved = pd.DataFrame({
        "person": persons * 2, "wave": ["2010"] * 8 + ["2020"] * 8, "soort": list("xxxxxxxy") + list("xxxxxxyy")
    })  # fmt: skip
    seven = [f"P{n}" for n in range(7)]
    couples = pd.DataFrame({"person": seven, "soort": list("xxxyyyy"), "household": list("aabcdef")})
    couples.loc[6, "household"] = "e"
    alone = [(0, 1)] * 7 + [(3, 5)]
    three = words(*[("P1", wave) for wave in ("2010", "2015", "2020")])
    left = make_panel([], words(("P1", "2010"), ("P1", "2020"), ("P2", "2010"), ("P3", "2020")), codes=["a"])
    short = make_panel([], words(("P1", "2010")) + words(("P1", "2020"), said=50), codes=["a"])
    silent = make_panel([], words(("P1", "2010")) + words(("P1", "2020"), said=0), codes=["a"])
    years = ("2010", "2015", "2020")
    twice = [(person, wave) for person in persons for wave in ("2010", "2015")]
    risen = [{"person": person, "wave": "2015", "code": "a", "mentions": 9} for person in persons]
    steady = {"a": [(1, 3)] * 8, "b": RISE}
    said = "wij werken samen hier. " * 80
    alike = [(("P1", "P2"), wave, ("A",), "en toen", said) for wave in ("2010", "2020")]
    other = [(("P1",), "2010", ("A",), "en toen", said), (("P1",), "2020", ("B",), "en " * 200, said * 2)]
    unknown = [(("P1",), "2010", (), "en", said), (("P1",), "2020", ("B",), "en", said)]
    return [
        compare_waves(panel_of({"a": RISE, "b": FALL, "c": SAME}), groups=groups, plan=["a"]),
        compare_waves(panel_of({"a": SAME}), groups=twins),
        compare_waves(panel_of({"a": RISE}), plan=["a"], margin=1.5),
        compare_waves(panel_of({"a": RISE}), groups=pd.DataFrame({"person": persons, "household": list("aabbccdd")})),
        compare_waves(panel_of({"a": RISE}), groups=couples.assign(person=persons[:7]), plan=["a"], margin=1.5),
        compare_waves(panel_of({"a": [(20, 21), (21, 20)] * 20}), plan=["a"], margin=1.5),
        compare_waves(panel_of({"a": RISE}), groups=twins),
        compare_waves(panel_of({"a": RISE[:6]}), groups=triplets),
        compare_waves(talk_of_new_pairs(), floor=100),
        compare_waves(talk_of_pairs(), groups=couples, floor=100),
        compare_waves(clear_for_one_person()),
        compare_waves(panel_of({"a": RISE}), groups=moved),
        compare_waves(panel_of(steady), test="t"),
        compare_waves(panel_of({"a": alone, "b": [(0, 2)] * 8}), asked={"b": ["2020"]}),
        compare_waves(panel_of({"a": RISE[:6]})),
        compare_waves(panel_of({"a": [(0, 30)]})),
        compare_waves(make_panel([{"person": "P1", "wave": "2020", "code": "a", "mentions": 2}], three)),
        compare_waves(make_panel(risen, words(*twice, ("P01", "2020")))),
        compare_waves(left),
        compare_waves(short),
        compare_waves(silent),
        compare_waves(talk()),
        compare_waves(talk(), measure="turns"),
        *(compare_waves(panel_of_interviews(*held)) for held in (alike, other, unknown)),
        compare_waves(talk_not_read(), floor=100),
        compare_waves(talk_of_pairs(), asked={"geld": ["2020"]}, floor=100),
        compare_waves(coded_for_some()),
        compare_waves(coded_for_nobody()),
        compare_waves(panel_of({"a": RISE, "nooit": [(0, 0)] * 8}, extra=(("L1", "2010", 40, 2),))),
        compare_waves(make_panel([], words(*[("P1", w) for w in years], ("P2", "2015"), ("P2", "2020")), codes=["a"])),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def provoked():
    """The comparisons, in Dutch, and the kinds of remark that were made for them."""
    patch, kinds = pytest.MonkeyPatch(), set()
    say = Remark.say
    patch.setattr(Remark, "say", lambda remark, language: kinds.add(remark.kind) or say(remark, language))
    judged = sample_judged()  # of a codebook with English definitions, so not looked through for English
    found = [comparison.in_language("nl") for comparison in comparisons()]
    for comparison in (judged, *found):
        _ = comparison.tables, comparison.summary()
        _ = [remark.say("nl") for remark in (*comparison.remarks, *comparison.design)]
    of_less = replace(judged.choices, negated=False), replace(judged.choices, measure="presence")
    _ = [why_uncorrected(judged.panel, judged.sample, choices).say("nl") for choices in of_less]
    below_zero = replace(judged.correction, table=judged.correction.table.assign(ratio=float("nan")))
    _ = [remark.say("nl") for remark in remarks_on_correction(below_zero, judged.choices)]
    for note in (BROAD, NOT_JUDGED, PART_JUDGED):
        table = judged.correction.table.assign(change=float("nan"), note=note, unjudged="2020 clear")
        refused = replace(judged.correction, table=table)
        _ = [remark.say("nl") for remark in remarks_on_correction(refused, judged.choices)]
    patch.setattr(code_pairs, "MOST_PAIRS", 0)
    _ = [remark.say("nl") for remark in compare_waves(talk_of_pairs(), floor=100).warnings]
    patch.undo()
    return found, kinds


def test_every_kind_of_remark_is_provoked(provoked):
    elsewhere = {"not looked for"}  # a code without terms: test_compare_beside
    assert set(REMARKS) - provoked[1] - elsewhere == set()


@pytest.mark.slow
def test_no_cell_of_a_dutch_excel_file_is_english(provoked):
    for comparison in provoked[0]:
        book = openpyxl.load_workbook(io.BytesIO(render_xlsx(comparison, language="nl")))
        cells = {str(cell) for sheet in book for row in sheet.values for cell in row if isinstance(cell, str)}
        assert english_in("\n".join(cells)) == []


def test_no_line_of_a_dutch_summary_or_methods_paragraph_is_english(provoked):
    for comparison in provoked[0]:
        told = [comparison.summary("Studie"), comparison.methods().split("\n\n")[0]]
        told += [comparison.explain_missing(code) for code in comparison.codes["code"]]
        told += [comparison.tipping_point(code) for code in comparison.codes["code"]]
        assert english_in("\n".join(told)) == []


def test_no_sentence_of_a_dutch_report_is_english(provoked):
    for comparison in provoked[0]:
        assert english_in(re.sub(r"<[^>]*>", " ", render_report(comparison, language="nl"))) == []


def test_planning_and_sensitivity_speak_dutch():
    panel = panel_of({"a": RISE, "b": FALL, "c": SAME})
    told = vary_choices(panel, language="nl").to_text() + plan_study(panel, simulations=50, language="nl").to_text()
    assert english_in(told) == []


def test_what_check_notes_of_a_dutch_study_is_dutch(tmp_path):
    (tmp_path / "P01_2010.txt").write_text("I: En toen?\nR: Toen gingen wij samen.\n", encoding="utf-8")
    (tmp_path / "P02_2020.txt").write_text("I: En toen?\nR: ...\nI: En nu?\nR: (zwijgt)\n", encoding="utf-8")
    findings = check_study(tmp_path, language="nl")
    told = str(findings)
    assert "alleen in 2010 geïnterviewd, dus niet vergeleken: P01." in told
    assert "minder dan 300 woorden" in told
    assert "geen codeboek" in told
    assert told.endswith("opmerkingen.")
    assert english_in(told) == []


def test_english_is_found_where_it_is():
    assert english_in("P01: not interviewed in 2010; group of 2: described, not tested") != []


def test_a_fixed_word_of_a_table_is_told_in_dutch():
    assert Wording("nl").word("status", "compared") == "vergeleken"
    assert Wording("en").word("status", "compared") == "compared"
