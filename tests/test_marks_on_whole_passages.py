"""A mark on a whole passage says that the passage has the code, not how often: mentions are not corrected by it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import (
    apply_codebook,
    draw_sample,
    read_codebook,
    read_corpus,
    read_study,
    write_coding,
    write_sample,
)
from bp_qual.cli import main
from bp_qual.study import Study

BOOK = "codebook: Themes\nversion: 1.0.0\nlanguage: en\ncodes:\n  - {id: money, terms: [money]}\n"
FOUND, MISSED, NOTHING = "We had money then.", "No coins were left for us.", "Nobody came to the long winter."


def make_study(folder: Path, *, broad: tuple[int, int]) -> Study:
    """Make a study with a miss beside each hit in 2020; so many passages of each wave are marked as a whole."""
    folder.mkdir()
    for person in range(1, 9):
        for wave in ("2010", "2020"):
            answers = [f"{FOUND} {MISSED if wave == '2020' else NOTHING} {NOTHING}"] * (4 + person % 2) + [NOTHING] * 4
            talk = "".join(f"I: And?\nR: {answer}\n" for answer in answers)
            (folder / f"P{person:02}_{wave}.txt").write_text(talk, "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\nfloor: 1\n", "utf-8")
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    drawn = draw_sample(corpus, apply_codebook(book, corpus), book, n=500, codes=["money"])
    write_sample(study, "first", drawn)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    left = dict(zip(("2010", "2020"), broad, strict=True))
    for unit in drawn.units.itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        own = texts[unit.interview][unit.start : unit.end]
        marks = [unit.start + own.index(said) for said in (FOUND, MISSED) if said in own]
        spans = [(at, at + len(FOUND if not number else MISSED)) for number, at in enumerate(marks)]
        if marks and left[unit.wave]:
            left[unit.wave] -= 1
            spans = [(unit.start, unit.end)]
        for start, end in spans:
            row = {**place, "start": start, "end": end, "code": "money"}
            write_coding(study, row, coder="bert", corpus=corpus, codebook=book)
        write_coding(study, place, coder="bert", do="done", corpus=corpus, codebook=book)
    return study


def run(*words: object) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def corrected(study: Study, out: Path, per: str) -> pd.Series:
    run("validate", study.folder, "--per", per, "-o", out)
    return pd.read_csv(out / "corrected.csv", keep_default_na=True, na_values=[""]).set_index("code").loc["money"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("whole") / "study", broad=(99, 99))


@pytest.mark.slow
@pytest.mark.parametrize("per", ["words", "sentences"])
def test_where_whole_passages_are_marked_mentions_and_sentences_are_not_corrected(
    whole: Study, tmp_path: Path, per: str
) -> None:
    row = corrected(whole, tmp_path / "out", per)
    assert row["note"] == "whole passages marked"
    assert row[["change", "low", "high", "p", "bias", "ratio"]].isna().all()
    assert row[["human_before", "broad_before"]].tolist() == [36, 36]


@pytest.mark.slow
def test_passages_are_corrected_by_marks_on_whole_passages(whole: Study, tmp_path: Path) -> None:
    row = corrected(whole, tmp_path / "out", "passages")
    assert (row["change"], pd.isna(row["note"])) == (pytest.approx(0), True)


@pytest.mark.slow
def test_marks_on_sentences_show_what_was_missed_beside_a_hit(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study", broad=(0, 0))
    for per in ("words", "sentences"):
        row = corrected(study, tmp_path / per, per)
        assert row["low"] > 0
        assert abs(row["naive"]) < row["change"] / 4


@pytest.mark.slow
@pytest.mark.parametrize(("broad", "fixed"), [((3, 3), True), ((4, 0), False), ((0, 4), False)])
def test_up_to_one_in_ten_of_a_wave_may_be_marked_as_a_whole(
    tmp_path: Path, broad: tuple[int, int], *, fixed: bool
) -> None:
    row = corrected(make_study(tmp_path / "study", broad=broad), tmp_path / "out", "words")
    assert pd.notna(row["change"]) == fixed
    assert tuple(row[["broad_before", "broad_after"]]) == broad


@pytest.mark.slow
@pytest.mark.parametrize(("language", "validated", "summed", "noted", "paper"), [
    ("en", "money: not corrected, because 36 passages of 2010 and 36 passages of 2020 are marked as a whole",
     "corrects no code. Marked on whole passages, which does not say what the codebook missed beside a hit, and so not"
     " corrected: money.", "are marked as a whole, as with an x in a sheet",
     "The change in money was not corrected, because the coder marked whole passages"),
    ("nl", "money: niet gecorrigeerd, omdat 36 passages van 2010 en 36 passages van 2020 als geheel gemarkeerd zijn",
     "corrigeert geen enkele code. Op hele passages gemarkeerd, waaraan niet te zien is", "als geheel gemarkeerd, zoals"
     " met een x in een blad", "Het verschil in money is niet gecorrigeerd, omdat de codeur hele passages markeerde"),
])  # fmt: skip
def test_it_is_said_everywhere_why_there_is_no_correction_and_what_to_do(
    whole: Study, tmp_path: Path, language: str, validated: str, summed: str, noted: str, paper: str
) -> None:
    for wave in ("2010", "2020"):
        assert wave in validated
    said = run("validate", whole.folder, "--language", language)
    assert validated in said
    assert "--per passages" in said
    assert paper in run("validate", whole.folder, "--language", language, "--paragraph")
    assert summed in run("compare", whole.folder, "--language", language, "-o", tmp_path / "out")
    row = pd.read_csv(tmp_path / "out" / "codes.csv").set_index("code").loc["money"]
    assert pd.isna(row["corrected"])
    assert noted in row["note"]
    assert "--per passages" in row["note"]
    report = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert summed.split(".", maxsplit=1)[1].strip()[:40] in report
