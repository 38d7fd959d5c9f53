"""A stratum of a sample of which nothing is finished stands for nothing; what is left of others is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import (
    apply_codebook,
    label_passages,
    measure_accuracy,
    read_chances,
    read_codebook,
    read_codings,
    read_corpus,
    write_coding,
)
from bp_qual.cli import main
from bp_qual.study import Study
from test_corrected_everywhere import FOUND, MISSED, make_study


def code(study: Study, left: Callable[[Any], bool], *, also: bool = True) -> Study:
    """Finish what is not left: for all codes, and what is left for none or for the river."""
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    for unit in read_chances(study, "first", corpus).itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        if left(unit):
            if not also:
                write_coding(study, {**place, "code": "river"}, coder="bert", do="done", corpus=corpus, codebook=book)
            continue
        if texts[unit.interview][unit.start : unit.end] in (FOUND, MISSED):
            write_coding(study, {**place, "code": "money"}, coder="bert", corpus=corpus, codebook=book)
        write_coding(study, place, coder="bert", do="done", corpus=corpus, codebook=book)
    return study


def run(*words: object) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def corrected(study: Study, out: Path) -> pd.Series:
    run("validate", study.folder, "-o", out)
    return pd.read_csv(out / "corrected.csv", keep_default_na=False).set_index("code").loc["money"]


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Return a study of which nobody finished what was drawn without a hit in 2020, where the misses are."""
    study = make_study(tmp_path_factory.mktemp("without") / "study", coders=())
    return code(study, lambda unit: unit.stratum == "2020 clear")


@pytest.fixture(scope="module")
def partly(tmp_path_factory: pytest.TempPathFactory) -> Study:
    study = make_study(tmp_path_factory.mktemp("partly") / "study", coders=())
    return code(study, lambda unit: unit.stratum == "2020 clear" and unit.order % 9 == 0)


@pytest.mark.slow
def test_a_stratum_of_which_nothing_is_finished_is_not_taken_as_without_error(without: Study, tmp_path: Path) -> None:
    row = corrected(without, tmp_path)
    assert (row["note"], row["unjudged"], row["change"]) == ("part not judged", "2020 clear", "")


def test_nothing_is_known_of_a_wave_of_which_a_stratum_is_not_finished(without: Study) -> None:
    corpus, book = read_corpus(without), read_codebook(without.codebook)
    hits = apply_codebook(book, corpus)
    hand = read_codings(without, coder="bert", corpus=corpus)
    labelled = label_passages(read_chances(without, "first", corpus), hand, hits, corpus, book)
    table = measure_accuracy(labelled, hits, corpus, codes=["money"]).table.set_index("wave")
    assert table.loc["2020", ["precision", "recall", "specificity"]].isna().all()
    assert table.loc["2010", ["precision", "recall", "specificity"]].notna().all()
    assert table["unjudged"].tolist() == ["", "2020 clear"]


@pytest.mark.slow
@pytest.mark.parametrize(("language", "said", "waves", "summed", "paper"), [
    ("en", "money: not corrected, because of what was drawn from 2020 clear nothing is finished",
     "nothing can be said of the wave as a whole", "Not judged, in the sample or in a stratum of it, and so not"
     " corrected: money, winter, river.", "was not judged for it."),
    ("nl", "money: niet gecorrigeerd, omdat van wat uit 2020 clear getrokken is niets af is",
     "over de ronde als geheel is niets te zeggen", "Niet beoordeeld, in de steekproef of in een stratum ervan, en dus"
     " niet gecorrigeerd: money, winter, river.", "daarvoor niet beoordeeld is."),
])  # fmt: skip
def test_what_is_not_finished_is_named_with_what_to_do(
    without: Study, tmp_path: Path, language: str, said: str, waves: str, summed: str, paper: str
) -> None:
    validated = run("validate", without.folder, "--language", language)
    assert said in validated
    assert waves in validated
    assert paper in run("validate", without.folder, "--language", language, "--paragraph")
    assert summed in run("compare", without.folder, "--language", language, "-o", tmp_path)
    row = pd.read_csv(tmp_path / "codes.csv").set_index("code").loc["money"]
    assert pd.isna(row["corrected"])
    assert "2020 clear" in row["note"]


@pytest.mark.slow
@pytest.mark.parametrize(("language", "told", "paper", "never"), [
    ("en", "Not finished: money {left} of {drawn}", "({left}) were taken to be like those coded", "unbiased"),
    ("nl", "Niet af: money {left} van {drawn}", "({left}) is aangenomen dat ze zijn", "zuiver"),
])  # fmt: skip
def test_passages_left_in_a_stratum_are_told_and_the_paragraph_is_not_sure(
    partly: Study, tmp_path: Path, language: str, told: str, paper: str, never: str
) -> None:
    row = corrected(partly, tmp_path / "out")
    left, drawn = int(row["drawn"]) - int(row["judged"]), int(row["drawn"])
    assert (left > 0, row["note"]) == (True, "")
    said = told.format(left=left, drawn=drawn)
    assert said in run("validate", partly.folder, "--language", language)
    assert said in run("compare", partly.folder, "--language", language, "-o", tmp_path / "compare")
    paragraph = run("validate", partly.folder, "--language", language, "--paragraph")
    inner = f"money {left} {'of' if language == 'en' else 'van'} {drawn}"
    assert paper.format(left=inner) in paragraph
    assert never not in paragraph


@pytest.mark.slow
def test_what_is_finished_of_a_stratum_stands_for_what_is_left_of_it(partly: Study, tmp_path: Path) -> None:
    corpus, book = read_corpus(partly), read_codebook(partly.codebook)
    units = read_chances(partly, "first", corpus)
    hand = read_codings(partly, coder="bert", corpus=corpus)
    found = label_passages(units, hand, apply_codebook(book, corpus), corpus, book)
    seen = found.human[0] == found.human[0]
    for stratum, own in units.groupby("stratum"):
        rows = seen & (found.strata == 2 * found.stratum_names.index(stratum))
        assert (1 / found.chances[0, rows]).sum() == pytest.approx(own["stratum_units"].iloc[0])


@pytest.mark.slow
@pytest.mark.parametrize(("language", "said"), [
    ("en", "bert judged: 202 for river; 186 for money, winter."),
    ("nl", "beoordeelde bert: 202 voor river; 186 voor money, winter."),
])  # fmt: skip
def test_how_many_were_judged_is_said_by_code_where_codes_differ(tmp_path: Path, language: str, said: str) -> None:
    study = make_study(tmp_path / "study", coders=())
    code(study, lambda unit: unit.stratum == "2020 clear" and unit.order % 5 == 0, also=False)
    assert said in run("validate", study.folder, "--language", language)


@pytest.mark.slow
def test_terms_are_listed_in_the_order_of_the_waves(partly: Study) -> None:
    corpus, book = read_corpus(partly), read_codebook(partly.codebook)
    hits, hand = apply_codebook(book, corpus), read_codings(partly, coder="bert", corpus=corpus)
    labelled = label_passages(read_chances(partly, "first", corpus), hand, hits, corpus, book)
    for waves in (("2010", "2020"), ("2020", "2010")):
        terms = measure_accuracy(labelled, hits, replace(corpus, waves=waves), codes=["money"]).terms
        assert terms.loc[terms["term"] == "money", "wave"].tolist() == list(waves)
