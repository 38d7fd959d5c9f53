"""What coders decided, and did not finish, goes out or is told: nothing of it is left out without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, export_codings, import_codings, read_codebook, read_codings, read_corpus
from bp_qual.cli import main
from bp_qual.coding.by_hand import Event
from bp_qual.coding.by_hand.log import CoderLog
from bp_qual.errors import BpQualError
from bp_qual.study.copies import restore_day
from bp_qual.study.hand_coding import write_coding

BOOK = """
codebook: B
version: 1.0.0
language: nl
codes:
  - {id: werk, terms: [werk]}
  - {id: rust}
"""
TALK = "I: Hoe?\nR: Het werk was druk, dat werk, en weer werk. Thuis was het stil.\n"
ENDINGS = (".qdpx", ".csv", ".xlsx", ".json")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study")


def make_study(folder: Path) -> Path:
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    for name in ("P01_2010", "P01_2020"):
        (folder / f"{name}.txt").write_text(TALK, encoding="utf-8")
    return folder


def decide(study: Path, *decisions: str, coder: str = "anna") -> None:
    hits = apply_codebook(read_codebook(study / "codebook.yaml"), read_corpus(study))
    for number, decision in enumerate(decisions):
        write_coding(study, {**hits.iloc[number], "note": f"memo {number}"}, coder=coder, do=decision)


def add(study: Path, quote: str, *, coder: str = "anna") -> None:
    start = TALK.index(quote)
    row = {"interview": "P01_2010", "start": start, "end": start + len(quote), "code": "rust"}
    write_coding(study, row, coder=coder)


def told(study: Path, ending: str = ".csv", **asked: str) -> dict[str, object]:
    lost = export_codings(study, study.parent / f"out{ending}", **asked)  # type: ignore[arg-type]
    return {remark.kind: remark.values.get("n") for remark in lost}


@pytest.mark.sweep(2)
@pytest.mark.parametrize("ending", [*ENDINGS, ".sqlite3"])
@pytest.mark.parametrize("own", [True, False])
def test_decisions_that_do_not_go_out_are_told_with_the_option_that_takes_them(
    study: Path, ending: str, own: bool
) -> None:
    decide(study, "accept", "reject", "accept")
    if own:
        add(study, "stil")
    lost = told(study, ending)
    assert (lost["lost reviews"], lost["lost notes"]) == (3, 3)
    said = [str(r) for r in export_codings(study, study.parent / f"out{ending}") if r.kind == "lost reviews"]
    assert said == ["decisions on hits of the codebook: 3; --count reviewed takes them"]


@pytest.mark.slow
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_the_only_reviewer_accepted_is_theirs_and_what_was_rejected_is_told(study: Path, ending: str) -> None:
    decide(study, "accept", "reject", "accept")
    add(study, "stil")
    lost = told(study, ending, count="reviewed")
    assert (lost["lost rejections"], lost["lost notes"]) == (1, 1)
    other = make_study(study.parent / "other")
    done = import_codings(study.parent / f"out{ending}", other)
    assert done.codings.query("interview == 'P01_2010'")["coder"].tolist() == ["anna"] * 3
    assert done.codings.query("interview == 'P01_2010'")["memo"].tolist() == ["memo 0", "memo 2", ""]


def test_hits_that_several_coders_reviewed_stay_those_of_the_codebook(study: Path) -> None:
    for coder in ("anna", "bert"):
        decide(study, "accept", coder=coder)
    told(study, count="reviewed", coder="team")
    other = make_study(study.parent / "other")
    coders = set(import_codings(study.parent / "out.csv", other).codings["coder"])
    assert [coder[:7] for coder in coders] == ["b_1_0_0"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("ending", [*ENDINGS, ".sqlite3"])
def test_of_a_coder_who_finished_nothing_nothing_is_finished_after_an_import(study: Path, ending: str) -> None:
    add(study, "stil", coder="noor")
    unit = Event("u1", "done", interview="P01_2010", start=10, end=30, text="x", quote="werk was druk")
    CoderLog(study, "noor").append([unit])
    assert told(study, ending)["lost units"] == 1
    other = make_study(study.parent / "other")
    done = import_codings(study.parent / f"out{ending}", other)
    assert (len(done.codings), read_codings(other, coder="noor").state.marks) == (1, ())
    assert "volgens het bestand is er geen interview klaar van noor" in done.say("nl")


def test_where_another_coder_finished_interviews_one_who_did_not_has_none(study: Path) -> None:
    add(study, "stil", coder="noor")
    add(study, "druk", coder="anna")
    write_coding(study, {"interview": "P01_2010"}, coder="anna", do="done")
    told(study)
    other = make_study(study.parent / "other")
    import_codings(study.parent / "out.csv", other)
    marks = {coder: len(read_codings(other, coder=coder).state.marks) for coder in ("anna", "noor")}
    assert marks == {"anna": 1, "noor": 0}


def test_quotes_that_show_a_memo_do_not_say_there_is_none(study: Path) -> None:
    table = study.parent / "list.csv"
    table.write_text("person,wave,code,quote,memo\nP01,2010,rust,stil,kijk hier\n", encoding="utf-8")
    import_codings(table, study, coder="anna")
    asked = ["quotes", str(study), "--code", "rust", "--count", "human", "--memos"]
    run = CliRunner().invoke(main, asked)
    assert "kijk hier" in run.output
    assert "Geen memo's" not in run.output


def test_a_study_without_any_copy_says_so_and_how_to_take_back_what_came_in_first(study: Path) -> None:
    with pytest.raises(BpQualError, match="nor of any other day"):
        restore_day(study, "2026-11-26")
