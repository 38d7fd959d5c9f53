"""Where a sample was coded, the corrected change stands beside the one as counted, in every view, and decides."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import docx
import numpy as np
import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual import (
    apply_codebook,
    choose_judged_sample,
    compare_waves,
    count_codes,
    draw_sample,
    read_codebook,
    read_corpus,
    read_study,
    vary_choices,
    write_coding,
    write_sample,
)
from bp_qual.cli import main
from bp_qual.codebook import parse_codebook
from bp_qual.compare import Comparison
from bp_qual.compare.correction import _adjusted, decided_change, with_correction
from bp_qual.compare.verdict import judge_codes
from bp_qual.report.excel import render_xlsx
from bp_qual.report.html import render_report
from bp_qual.report.word_report import render_docx
from bp_qual.study import Study
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.settling import settle
from bp_qual.wording import Wording

FOUND, MISSED, WRONG, NOTHING = "We had money.", "We were poor.", "The bank of the river.", "A long winter."
BOOK = """\
codebook: Themes
version: 1.0.0
language: en
codes:
  - {id: money, terms: [money, bank]}
  - {id: winter, terms: [winter]}
  - {id: river, terms: [river]}
"""


def make_study(folder: Path, *, persons: int = 8, coders: tuple[str, ...] = ("bert",), name: str = "first") -> Study:
    """Make a study in which the codebook misses one of five in 2010 and most in 2020; in truth nothing changed."""
    folder.mkdir()
    for person in range(1, persons + 1):
        for wave, missed in (("2010", 1), ("2020", 4)):
            said = (
                [MISSED] * missed
                + [FOUND] * (5 - missed + (person + (wave == "2020")) % 2)
                + [WRONG]
                + [NOTHING] * (5 + person % 3)
            )
            talk = "".join(f"I: And?\nR: {answer}\n" for answer in said)
            (folder / f"P{person:02}_{wave}.txt").write_text(talk, "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\nfloor: 1\n", "utf-8")
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    drawn = draw_sample(corpus, apply_codebook(book, corpus), book, n=500, codes=["money"])
    write_sample(study, name, drawn)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    for coder in coders:
        for unit in drawn.units.itertuples():
            place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
            if texts[unit.interview][unit.start : unit.end] in (FOUND, MISSED):
                write_coding(study, {**place, "code": "money"}, coder=coder, corpus=corpus, codebook=book)
            write_coding(study, place, coder=coder, do="done", corpus=corpus, codebook=book)
    return read_study(folder)


def compare(study: Study, *, measure: str = "mentions", corrected: bool = True, plan: tuple[str, ...] = ()):
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    sample = choose_judged_sample(study, corpus, book)[0] if corrected else None
    panel = count_codes(apply_codebook(book, corpus), corpus, book)
    return compare_waves(panel, floor=1, measure=measure, sample=sample, plan=plan)


def says_who(text: str, coder: str) -> bool:
    """Return whether it is said that the change is corrected by the sample as this coder coded it."""
    said = rf"Corrected for the errors of the codebook by sample first \(\d+ of \d+ passages coded by {coder}\);"
    return re.search(said, text) is not None


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("corrected") / "study")


@pytest.fixture(scope="module")
def comparison(study: Study) -> Comparison:
    return compare(study)


def test_a_fall_that_is_error_alone_is_clear_as_counted_and_not_once_corrected(
    study: Study, comparison: Comparison
) -> None:
    counted = compare(study, corrected=False).codes.set_index("code")
    corrected = comparison.codes.set_index("code")
    assert counted.loc["money", "verdict"] == "clear"
    assert corrected.loc["money", "verdict"] == "no clear change"
    row = corrected.loc["money"]
    assert abs(row["corrected"]) < 0.02 * abs(row["difference"])
    assert row["difference"] == pytest.approx(row["corrected"] + row["error_of_codebook"])
    assert row["corrected_ratio"] == pytest.approx(1, abs=0.02)
    assert row["corrected_low"] < 0 < row["corrected_high"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("measure", ["mentions", "sentences"])
def test_the_change_as_counted_is_the_same_number_with_a_sample_and_without(study: Study, measure: str) -> None:
    with_sample, without = compare(study, measure=measure), compare(study, measure=measure, corrected=False)
    own = [name for name in without.codes.columns if name not in ("verdict", "note")]
    assert with_sample.codes[own].equals(without.codes[own])
    table = with_sample.correction.table
    assert table["naive"].to_numpy() == pytest.approx(without.codes["difference"].to_numpy())
    assert not {"corrected", "error_of_codebook"} & set(without.codes.columns)


def test_the_correction_of_a_share_of_sentences_is_in_percent_as_the_measure_is(study: Study) -> None:
    row = compare(study, measure="sentences").codes.set_index("code").loc["money"]
    assert row["difference"] < -10
    assert abs(row["corrected"]) < 0.5


def test_measures_of_which_passages_tell_nothing_are_not_corrected(study: Study) -> None:
    assert compare(study, measure="presence").correction is None


def test_a_code_that_a_person_found_too_seldom_keeps_its_own_verdict_and_says_why(comparison: Comparison) -> None:
    row = comparison.codes.set_index("code").loc["winter"]
    assert np.isnan(row["corrected"])
    assert "not corrected for errors of the codebook: found in 0 passages" in row["note"]


def test_the_p_of_all_codes_tested_are_corrected_together_each_as_its_verdict_takes_it(comparison: Comparison) -> None:
    """Holm over the corrected p and that of the code beside it; the counted p of the corrected code is no evidence."""
    table = comparison.correction.table.assign(p=[0.02, np.nan, np.nan])
    group = replace(comparison.group, p={"permutation": np.array([0.001, 0.03, np.nan])})
    assert _adjusted(table, group, comparison.choices).tolist() == pytest.approx([0.04, 0.04, np.nan], nan_ok=True)
    assert _adjusted(table.assign(p=np.nan), group, comparison.choices) is group.p_adjusted


def test_a_code_beside_corrected_ones_gains_nothing_by_changes_that_are_error(comparison: Comparison) -> None:
    """As counted one of the two falls is clear, so that the other was let off; it is error, and lets nobody off."""
    table = comparison.correction.table.copy()
    own = (table["code"] == "money").to_numpy()
    table["p_adjusted"] = np.where(own, 0.4, 0.08)
    correction = replace(comparison.correction, table=table)
    group = replace(comparison.group, p={"permutation": np.full(3, 0.01)}, p_adjusted=np.full(3, 0.01))
    assert judge_codes(group, comparison.choices, (), correction)[1] in ("uncertain", "not mentioned")
    wide = with_correction(comparison.codes, correction)
    assert wide["p_adjusted"].tolist()[1] == 0.08
    assert np.isnan(wide["corrected_p_adjusted"].tolist()[1])


def test_one_function_decides_and_goes_by_the_corrected_p_and_ratio(comparison: Comparison) -> None:
    table = comparison.correction.table.copy()
    own = table["code"] == "money"
    table.loc[own, ["p", "p_adjusted", "ratio", "ratio_low", "ratio_high"]] = [0.001, 0.003, 1.6, 1.2, 2.0]
    clear = replace(comparison.correction, table=table)
    assert judge_codes(comparison.group, comparison.choices, (), clear)[0] == "clear"
    table.loc[own, "p_adjusted"] = 0.2
    assert judge_codes(comparison.group, comparison.choices, (), clear)[0] == "uncertain"


@pytest.mark.slow
def test_every_view_says_the_same_verdict_and_both_changes(comparison: Comparison, study: Study) -> None:
    verdicts = dict(zip(comparison.codes["code"], comparison.codes["verdict"], strict=True))
    note = comparison.codes.set_index("code").loc["money", "note"]
    assert "corrected for the errors of the codebook × 1.0, difference" in note
    page = render_report(comparison)
    words = dict(re.findall(r'data-code="(\w+)">(?:.(?!</tr>))*?class="verdict-word">([^<]+)<', page, re.DOTALL))
    assert words == verdicts
    assert note.split(" · ")[-1] in page
    word = docx.Document(io.BytesIO(render_docx(comparison)))
    [table] = [table for table in word.tables if table.rows[0].cells[-1].text == "change"]
    told = {row.cells[0].text: row.cells[5].text for row in table.rows[1:]}
    assert all(told[code].startswith(verdict) for code, verdict in verdicts.items())
    assert "corrected for the errors" in told["money"]
    sheet = openpyxl.load_workbook(io.BytesIO(render_xlsx(comparison)))["codes"]
    head = [cell.value for cell in sheet[1]]
    rows = {row[0]: dict(zip(head, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert {code: row["verdict"] for code, row in rows.items()} == verdicts
    assert "corrected" in head
    line = next(line for line in comparison.summary().splitlines() if line.startswith("  money"))
    assert "no clear change (corrected" in line
    assert says_who(comparison.summary(), "bert")
    assert "money: as counted −" in comparison.summary()


def test_no_view_warns_of_unchecked_coding_where_a_sample_was_coded(comparison: Comparison, study: Study) -> None:
    assert "automatic and unchecked" in compare(study, corrected=False).summary()
    assert "unchecked" not in comparison.summary()
    assert "unchecked" not in render_report(comparison)


def test_direction_and_lede_are_those_of_the_corrected_change(comparison: Comparison) -> None:
    row = comparison.codes.set_index("code").loc["money"].to_dict()
    assert decided_change(row) == row["corrected"] != row["difference"]
    assert decided_change({**row, "corrected": float("nan")}) < 0


def test_sensitivity_has_the_corrected_change_as_a_row(study: Study, comparison: Comparison) -> None:
    variants = vary_choices(comparison.panel, floor=1, sample=comparison.sample).variants
    rows = variants[variants["counted"] == "corrected"]
    assert rows[["code", "measure"]].values.tolist() == [["money", "mentions"], ["money", "sentences"]]
    assert set(rows["conclusion"]) == {"unclear"}
    without = vary_choices(comparison.panel, floor=1).variants
    assert without.equals(variants[variants["counted"] != "corrected"].reset_index(drop=True))


def test_persons_interviewed_together_count_as_one_in_the_corrected_interval(study: Study) -> None:
    import pandas as pd

    corpus, book = read_corpus(study), read_codebook(study.codebook)
    panel = count_codes(apply_codebook(book, corpus), corpus, book)
    sample, _ = choose_judged_sample(study, corpus, book)
    homes = pd.DataFrame({"person": ["P01", "P02"], "household": ["a", "a"]})
    alone, together = (compare_waves(panel, floor=1, sample=sample, groups=g) for g in (None, homes))
    assert len(together.households) == 7
    one, two = (c.codes.set_index("code").loc["money"] for c in (alone, together))
    assert one["corrected"] == pytest.approx(two["corrected"], abs=1e-9)


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("language", "said"), [
    ("en", "corrects no code: 4 persons can be compared (those interviewed or living together count as one), and a"),
    ("nl", "corrigeert geen enkele code: te vergelijken zijn 4 personen (wie samen geïnterviewd is of samenwoont telt"),
])  # fmt: skip
def test_where_persons_are_too_few_it_is_not_said_that_the_code_was_found_too_seldom(
    tmp_path: Path, language: str, said: str
) -> None:
    study = make_study(tmp_path / "study", persons=4)
    told = " ".join(compare(study).summary(language=language).split())
    assert said in told
    assert not re.search("none was found in|geen is in", told)


@pytest.mark.slow
@pytest.mark.parametrize(("persons", "couple", "fixed"), [(5, False, False), (6, True, False), (6, False, True)])
def test_from_six_persons_or_households_validate_and_compare_correct_and_below_neither_does(
    tmp_path: Path, persons: int, *, couple: bool, fixed: bool
) -> None:
    study = make_study(tmp_path / "study", persons=persons)
    if couple:
        (study.folder / "persons.csv").write_text("person,household\nP01,a\nP02,a\n", "utf-8")
        more = "language: en\ncodebook: themes.yaml\nfloor: 1\npersons: persons.csv\n"
        (study.folder / "study.yaml").write_text(more, "utf-8")
    output = CliRunner().invoke(main, ["validate", str(study.folder), "-o", str(tmp_path / "validate")]).output
    assert ("because fewer than six persons can be compared" in output) != fixed
    CliRunner().invoke(main, ["compare", str(study.folder), "-o", str(tmp_path / "compare")])
    for file, column in (("validate/corrected.csv", "change"), ("compare/codes.csv", "corrected")):
        row = next(csv.DictReader(io.StringIO((tmp_path / file).read_text("utf-8-sig"))))
        assert (file, bool(row[column])) == (file, fixed)


@pytest.mark.slow
@pytest.mark.parametrize("floor", [1, 36])
def test_validate_and_compare_give_one_interval_with_couples_and_short_interviews(tmp_path: Path, floor: int) -> None:
    study = make_study(tmp_path / "study")
    (study.folder / "persons.csv").write_text(
        "person,household\n" + "".join(f"P{n:02},{'a' if n in (1, 3) else ''}\n" for n in range(1, 9)), "utf-8"
    )
    more = f"language: en\ncodebook: themes.yaml\nfloor: {floor}\npersons: persons.csv\n"
    (study.folder / "study.yaml").write_text(more, "utf-8")
    for words in (["validate", "--sample", "first"], ["compare"]):
        out = ["-o", str(tmp_path / words[0])]
        result = CliRunner().invoke(main, [words[0], str(study.folder), *words[1:], *out])
        assert result.exit_code == 0, result.output
    rows = [
        next(
            row
            for row in csv.DictReader(io.StringIO((tmp_path / file).read_text("utf-8-sig")))
            if row["code"] == "money"
        )
        for file in ("validate/corrected.csv", "compare/codes.csv")
    ]
    assert rows[0]["persons"] == ("8" if floor == 1 else "6")
    for one, other in (("change", "corrected"), ("low", "corrected_low"), ("high", "corrected_high"),
                       ("p", "corrected_p"), ("ratio", "corrected_ratio")):  # fmt: skip
        assert (one, float(rows[0][one])) == (one, pytest.approx(float(rows[1][other]), abs=1e-6))


@pytest.mark.slow
@pytest.mark.parametrize(("language", "paper", "listed"), [
    ("en", "anna and bert coded 202 of these 202 passages independently of each other", "agreed (anna and bert)"),
    ("nl", "anna en bert codeerden 202 van deze 202 passages onafhankelijk van elkaar", "agreed (anna en bert)"),
])  # fmt: skip
def test_what_two_coders_settled_is_said_to_be_theirs_and_not_that_of_one_coder(
    tmp_path: Path, language: str, paper: str, listed: str
) -> None:
    study = make_study(tmp_path / "study", coders=("anna", "bert"))
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    settle(study, read_coders(study, corpus=corpus, codebook=book), corpus, book, ())
    command = ["validate", str(study.folder), "--sample", "first", "--language", language]
    said = " ".join(CliRunner().invoke(main, [*command, "--paragraph"]).output.split())
    assert (paper in said, "(agreed)" in said) == (True, False)
    assert listed in CliRunner().invoke(main, command).output
    assert listed in " ".join(compare(study).summary(language=language).split())


def test_that_other_codes_were_found_too_seldom_is_said_where_there_are_such(comparison: Comparison) -> None:
    say = Wording("en")
    assert "Other codes were found in fewer than 10" in comparison.correction.say_sample(say)
    alone = replace(comparison.correction, table=comparison.correction.table[comparison.correction.known])
    assert "Other codes" not in alone.say_sample(say)
    asked = replace(alone, table=alone.table.assign(change=np.nan))
    assert "were asked about in one wave only" in asked.say_sample(say)
    assert "is maar in één ronde gevraagd" in asked.say_sample(Wording("nl"))


def test_a_planned_code_is_corrected_among_the_codes_of_the_plan_alone(study: Study) -> None:
    change = compare(study, plan=("money",))
    row = change.codes.set_index("code").loc["money"]
    assert row["corrected_p_adjusted"] == pytest.approx(row["corrected_p"], nan_ok=True)


@pytest.mark.slow
def test_the_command_writes_both_changes_and_records_what_they_come_from(study: Study, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["compare", str(study.folder), "-o", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader((tmp_path / "out" / "codes.csv").read_text("utf-8-sig").splitlines()))
    assert (float(rows[0]["difference"]) < 0, abs(float(rows[0]["corrected"])) < 5) == (True, True)
    record = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert {"samples/first.csv", "codings/bert.jsonl"} <= set(record["study"])
    assert record["settings"]["corrected_codes"] == ["money"]
    assert "Coded by hand too" not in result.output
    varied = CliRunner().invoke(main, ["sensitivity", str(study.folder), "-o", str(tmp_path / "v.csv")])
    assert varied.exit_code == 0, varied.output
    assert ",corrected," in (tmp_path / "v.csv").read_text("utf-8-sig")
    dutch = CliRunner().invoke(main, ["compare", str(study.folder), "-o", str(tmp_path / "nl"), "--language", "nl"])
    assert "Gecorrigeerd voor de fouten van het codeboek met steekproef first" in dutch.output


@pytest.mark.slow
def test_of_two_coders_none_corrects_before_one_is_named(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study", coders=("anna", "bert"))
    command = ["compare", str(study.folder), "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(main, command)
    assert "several coded samples are there, so none corrects the change: first (anna), first (bert)" in result.output
    assert "corrected" not in (tmp_path / "out" / "codes.csv").read_text("utf-8-sig").splitlines()[0]
    named = CliRunner().invoke(main, [*command, "--sample-coder", "anna"])
    assert (named.exit_code, says_who(named.output, "anna")) == (0, True)
    (study.folder / "study.yaml").write_text(
        (study.folder / "study.yaml").read_text() + "sample: first\nsample_coder: bert\n"
    )
    assert says_who(CliRunner().invoke(main, command).output, "bert")


@pytest.mark.slow
def test_a_sample_of_other_texts_is_told_and_corrects_nothing_and_is_refused_when_named(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study")
    talk = study.folder / "P01_2010.txt"
    talk.write_text(talk.read_text() + "R: More.\n")
    command = ["compare", str(study.folder), "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(main, command)
    assert (result.exit_code, "not used to correct the change" in result.output) == (0, True)
    named = CliRunner().invoke(main, [*command, "--sample", "first"])
    assert (named.exit_code, "changed since this sample was drawn" in named.output) == (1, True)


@pytest.fixture(scope="module")
def denied(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Return a study in which some of what the codebook finds is denied."""
    folder = make_study(tmp_path_factory.mktemp("denied") / "study").folder
    for path in folder.glob("*_2020.txt"):
        path.write_text(path.read_text("utf-8").replace("A long winter.", "We had no winter."), "utf-8")
    (folder / "samples" / "first.csv").unlink()
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    write_sample(study, "first", draw_sample(corpus, apply_codebook(book, corpus), book, n=500, codes=["money"]))
    return study


@pytest.mark.slow
@pytest.mark.parametrize("left_out", ["negated", "prompted"])
def test_without_denied_or_prompted_mentions_nothing_is_corrected_and_the_reason_is_given(
    study: Study, left_out: str
) -> None:
    """A mark does not say what is denied: the corrected change would be of other mentions than the counted one."""
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    panel = count_codes(apply_codebook(book, corpus), corpus, book)
    sample = choose_judged_sample(study, corpus, book)[0]
    found = compare_waves(panel, floor=1, sample=sample, **{left_out: False})
    assert found.correction is None
    assert "corrected" not in found.codes.columns
    assert "Sample first corrects nothing where denied or prompted mentions are left out" in found.summary()
    assert "automatic and unchecked" not in found.summary()
    assert "Steekproef first corrigeert niets waar ontkende of aangereikte" in found.summary(language="nl")
    assert "corrects nothing where denied" in render_report(found)


@pytest.mark.slow
def test_sensitivity_corrects_only_variants_with_all_mentions_and_says_so(denied: Study) -> None:
    corpus, book = read_corpus(denied), read_codebook(denied.codebook)
    panel = count_codes(apply_codebook(book, corpus), corpus, book)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    for unit in draw_sample(corpus, apply_codebook(book, corpus), book, n=500, codes=["money"]).units.itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        if texts[unit.interview][unit.start : unit.end] in (FOUND, MISSED):
            write_coding(denied, {**place, "code": "money"}, coder="carol", corpus=corpus, codebook=book)
        write_coding(denied, place, coder="carol", do="done", corpus=corpus, codebook=book)
    sample = choose_judged_sample(denied, corpus, book, coder="carol")[0]
    found = vary_choices(panel, floor=1, sample=sample)
    rows = found.variants[found.variants["counted"] == "corrected"]
    assert "out" in set(found.variants["negated"])
    assert set(zip(rows["measure"], rows["negated"], rows["prompted"], strict=True)) == {
        ("mentions", "in", "in"), ("sentences", "in", "in"),
    }  # fmt: skip
    assert "Sample first corrects nothing where denied or prompted mentions are left out" in found.to_text()
    assert vary_choices(panel, floor=1).notes == ()


@pytest.mark.slow
@pytest.mark.parametrize(("language", "said"), [("en", "by Holm's method (Holm, 1979)"), ("nl", "de methode van Holm")])
def test_the_methods_name_how_the_p_of_corrected_codes_is_corrected(study: Study, language: str, said: str) -> None:
    corpus = read_corpus(study)
    book = parse_codebook(BOOK + "  - {id: poverty, terms: [poor]}\n")
    sample = choose_judged_sample(study, corpus, book)[0]
    panel = count_codes(apply_codebook(book, corpus), corpus, book)

    def methods(plan: tuple[str, ...] = (), *, judged: bool = True) -> str:
        return compare_waves(panel, floor=1, sample=sample if judged else None, plan=plan).methods(language)

    assert (said in methods(), methods().count("Holm, S. (1979)")) == (True, 1)
    assert said in methods(("money", "poverty"))
    assert "Holm" not in methods(judged=False)
    assert "Holm" not in methods(("money",))
    assert compare(study).choices.correction == "step-down maxT"


@pytest.mark.slow
def test_an_interview_that_somebody_else_reviewed_leaves_the_sample_to_who_coded_it(tmp_path: Path) -> None:
    """A reviewed interview holds a few passages of the sample; nobody had chosen between two coders before."""
    study = make_study(tmp_path / "study")
    write_coding(study, {"interview": "P01_2010"}, coder="anna", do="done")
    result = CliRunner().invoke(main, ["compare", str(study.folder), "-o", str(tmp_path / "out")])
    assert (result.exit_code, says_who(result.output, "bert")) == (0, True)
    assert "several coded samples" not in result.output


@pytest.mark.slow
def test_a_code_that_is_newer_than_the_sample_stops_nothing(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study")
    book = BOOK.replace("version: 1.0.0", "version: 1.1.0") + "  - {id: food, definition: What people eat.}\n"
    (study.folder / "themes.yaml").write_text(book, "utf-8")
    result = CliRunner().invoke(main, ["compare", str(study.folder), "-o", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    change = compare(study)
    assert change.correction is not None
    row = change.correction.table.set_index("code").loc["food"]
    assert (row["human_before"], row["human_after"], np.isnan(row["change"])) == (0, 0, True)
    assert "found in nan" not in change.summary() + " ".join(map(str, change.remarks))
    assert "8 persons" in change.methods("en")
