"""A person with two interviews in a wave of which one is finished: what is said of the coding is what is counted."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, compare_waves, count_codes, write_coding
from bp_qual.cli import main
from bp_qual.coding.review import review_table, summarise_review
from bp_qual.study.study_inputs import read_inputs
from bp_qual.study.what_counts import what_counts

BOOK = """\
codebook: Themes
version: 1.0.0
language: en
codes:
  - {id: help, terms: [help]}
  - {id: kin, parent: help, terms: [sister]}
  - {id: money, terms: [money]}
"""
TALK = "I: And?\nR: We had help and money.\nI: And?\nR: My sister had money.\n"
NAMES = ("P01_2010", "P01_2020", "P01_2020_2", "P02_2010", "P02_2020")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Anna coded all interviews, and bert one; both left the second of P01 in 2020 open."""
    folder = tmp_path / "study"
    folder.mkdir()
    for name in NAMES:
        (folder / f"{name}.txt").write_text(TALK, "utf-8")
    rows = [f"{name}.txt,{','.join(name.split('_')[:2])}" for name in NAMES]
    (folder / "interviews.csv").write_text("\n".join(["file,person,wave", *rows]) + "\n", "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    for name in NAMES:
        do(folder, "anna", name, "add", "My sister", "kin")
        do(folder, "anna", name, "accept", "help", "help")
        do(folder, "anna", name, "reject", "money", "money")
        if name != "P01_2020_2":
            write_coding(folder, {"interview": name}, coder="anna", do="done")
    return folder


def do(folder: Path, coder: str, name: str, what: str, words: str, code: str) -> None:
    start = TALK.index(words)
    row = {"interview": name, "start": start, "end": start + len(words), "code": code}
    write_coding(folder, row, coder=coder, do=what)


def counted(folder: Path, count: str, coder: str = "anna"):
    own, corpus, book = read_inputs(folder)
    combined = what_counts(own, apply_codebook(book, corpus), corpus, book, count=count, coder=coder).combined  # type: ignore[arg-type]
    return combined, corpus, book


@pytest.mark.sweep(1)
@pytest.mark.parametrize("count", ["human", "reviewed"])
@pytest.mark.parametrize("coder", ["anna", "any", "all"])
def test_the_summary_counts_no_coding_that_the_panel_leaves_out(study: Path, count: str, coder: str) -> None:
    if coder != "anna":
        write_coding(study, {"interview": "P02_2010"}, coder="bert", do="done")
        for what, words, code in (
            ("add", "My sister", "kin"),
            ("accept", "help", "help"),
            ("reject", "money", "money"),
        ):
            do(study, "bert", "P02_2010", what, words, code)
    combined, corpus, book = counted(study, count, coder)
    panel, done = count_codes(combined, corpus, book), summarise_review(combined, corpus, book)
    assert done is not None
    own = panel.source.codings
    assert done.added == int((own[own["code"] == "kin"]["status"] == "human").sum())
    table = review_table(combined, corpus, book).set_index(["code", "wave"])
    for code, wave in table.index:
        shown = table.loc[(code, wave), ["automatic", "accepted", "added"]].sum()
        assert shown == panel.counts.query("code == @code and wave == @wave")["mentions"].sum()
    for of in combined.uncounted:
        assert of.parts(done.added_by.get(of.coder, 0))["twice"] == 0
    anna = combined.uncounted[0]
    if coder != "all":
        assert (anna.made, anna.beside, anna.open) == (5, 1, 1)
        if count == "reviewed":
            assert (combined.undecided[0].beside, done.decided_by["anna"]) == (2, 6)


def test_a_person_talked_to_in_a_finished_interview_with_two_counts_where_only_the_other_has_one_open(
    tmp_path: Path,
) -> None:
    """Of P01 another interview is open; what P02 said in the one that both were in counts."""
    folder = tmp_path / "study"
    folder.mkdir()
    both = "I: And?\nP01: We had help.\nP02: And money.\n"
    for name, text in {"2010": both, "2020": both, "later": "I: And?\nP01: No money.\n"}.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    rows = [f"{wave}.txt,{person},{wave},{person}" for wave in (2010, 2020) for person in ("P01", "P02")]
    table = "\n".join(["file,person,wave,label", *rows, "later.txt,P01,2020,P01"])
    (folder / "interviews.csv").write_text(f"{table}\n", "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    for name in ("P01+P02_2010", "P01+P02_2020"):
        write_coding(folder, {"interview": name}, coder="anna", do="done")
    combined, corpus, book = counted(folder, "reviewed")
    panel, done = count_codes(combined, corpus, book), summarise_review(combined, corpus, book)
    assert done is not None
    mentions = panel.counts.set_index(["person", "wave", "code"])["mentions"]
    assert ("P01", "2020", "help") not in mentions
    assert mentions["P02", "2020", "money"] == 1
    assert done.automatic == 3


@pytest.mark.slow
def test_summary_and_methods_say_why(study: Path, tmp_path: Path) -> None:
    words = ["compare", str(study), "--count", "human", "--coder", "anna", "-o", str(tmp_path / "out")]
    told = " ".join(CliRunner().invoke(main, words).output.split())
    assert "Of 5 codings by anna, 3 count" in told
    assert "with a person of whom another interview in that wave is not" in told
    combined, corpus, book = counted(study, "human")
    change = compare_waves(count_codes(combined, corpus, book), language="nl")
    assert "3 coderingen" in change.methods("nl")
    assert "met een persoon van wie een ander interview in die ronde dat niet is" in change.summary()


@pytest.mark.slow
def test_the_table_of_code_marks_as_finished_what_counts(study: Path, tmp_path: Path) -> None:
    file = tmp_path / "codings.csv"
    words = ["code", str(study), "--count", "reviewed", "--coder", "anna", "-o", str(file)]
    assert CliRunner().invoke(main, words).exit_code == 0
    table = pd.read_csv(file)
    combined, corpus, book = counted(study, "reviewed")
    kept = table[table["finished"] & (table["status"] != "rejected")]
    assert len(kept) == int(count_codes(combined, corpus, book).counts["mentions"].sum())
    assert not table[(table["interview"] == "P01_2020")]["finished"].any()


@pytest.mark.slow
def test_sensitivity_counts_as_it_is_asked(study: Path, tmp_path: Path) -> None:
    """It counted by machine whatever was asked of `compare`."""
    (study / "study.yaml").write_text("language: en\ncodebook: themes.yaml\nfloor: 1\n", "utf-8")
    tables = {}
    for name, words in {"machine": (), "human": ("--count", "human", "--coder", "anna")}.items():
        file = tmp_path / f"{name}.csv"
        result = CliRunner().invoke(main, ["sensitivity", str(study), *words, "-o", str(file)])
        assert result.exit_code == 0, result.output
        tables[name] = pd.read_csv(file)
    assert not tables["machine"].equals(tables["human"])
    assert CliRunner().invoke(main, ["sensitivity", str(study), "--coder", "anna"]).exit_code == 1


def test_codes_that_are_open_are_named_in_the_language_of_the_report(study: Path) -> None:
    book = BOOK.replace("{id: money,", "{id: money, label: {en: Cash, nl: Centen},")
    (study / "themes.yaml").write_text(book, "utf-8")
    write_coding(study, {"interview": "P02_2010", "code": "money"}, coder="anna", do="undone")
    combined, corpus, codebook = counted(study, "human")
    panel = count_codes(combined, corpus, codebook)
    for language, name, other in (("en", "Cash", "Centen"), ("nl", "Centen", "Cash")):
        told = next(
            line for line in compare_waves(panel, language=language).summary().splitlines() if "(2010: 1)" in line
        )
        assert name in told
        assert other not in told
