"""No option of the commands on samples and agreement is passed over without a word, whatever it is given with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bp_qual import read_codebook, read_corpus, read_study, write_coding
from bp_qual.cli import main
from bp_qual.study.sample_units import read_sample
from bp_qual.validation.dividing import divide_sample
from test_sampling import BOOK, SAID


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            talk = "".join(f"I: And?\nR: {answer}\n" for answer in SAID)
            (folder / f"{person}_{wave}.txt").write_text(talk, "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


def said(result: Result) -> str:
    return " ".join(result.output.split())


PILOT = ("-n", "8", "--codes", "money", "--name", "pilot")
MORE = ("-n", "4", "--top-up", "pilot", "--name", "more")
TWO = ("--coder", "anna", "--coder", "bert")


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("options", "english", "dutch"),
    [
        ([*MORE, "--codes", "money"], "--codes: not used with --top-up", "--codes: niet gebruikt bij --top-up"),
        ([*MORE, "--design", "srs"], "--design: not used with --top-up", "--design: niet gebruikt bij --top-up"),
        ([*MORE, "--design", "srs", "--codes", "money"], "--codes, --design: not used", "--codes, --design: niet"),
        (["--overlap", "3"], "--overlap: takes two or more coders", "--overlap: vraagt twee of meer codeurs"),
        ([*MORE, "--overlap", "3"], "--overlap: takes two or more coders", "--overlap: vraagt twee of meer codeurs"),
        (["--coder", "anna", "--overlap", "3"], "--overlap: takes two or more", "--overlap: vraagt twee of meer"),
        (["-n", "8", *TWO, "--overlap", "9"], "9 passages cannot be for all coders: the sample has 8",
         "9 passages kunnen niet voor alle codeurs zijn: de steekproef heeft er 8"),
        ([*TWO, "--coder", "anna"], "--coder: anna is given twice", "--coder: anna staat er twee keer"),
    ],
)  # fmt: skip
def test_sample_uses_every_option_or_refuses_it(folder: Path, options: Sequence[str], english: str, dutch: str) -> None:
    assert run("sample", folder, *PILOT).exit_code == 0
    for language, told in (("en", english), ("nl", dutch)):
        result = run("sample", folder, *options, "--language", language)
        assert result.exit_code == 2, result.output
        assert told in said(result)
    assert [path.stem for path in (folder / "samples").glob("*.csv")] == ["pilot"]


def test_a_code_that_is_named_twice_is_one_code(folder: Path) -> None:
    for name, codes in (("once", "money"), ("twice", "money, money")):
        assert run("sample", folder, "-n", "8", "--codes", codes, "--name", name, "--seed", "1").exit_code == 0
    once, twice = ((folder / "samples" / f"{name}.csv").read_text("utf-8") for name in ("once", "twice"))
    assert once == twice


@pytest.mark.parametrize(
    ("command", "options", "told"),
    [
        ("sheet", ["--coder", "anna", "--codes", "money"], "--codes: not used with --read"),
        ("sheet", ["--coder", "anna", "--mask"], "--mask: not used with --read"),
        ("suggest", ["--coder", "anna", "--code", "money"], "--code: not used with --read"),
        ("suggest", ["--coder", "anna", "--letters"], "--letters: not used with --read"),
    ],
)
def test_what_says_how_to_write_a_sheet_is_refused_where_one_is_read(
    folder: Path, command: str, options: Sequence[str], told: str
) -> None:
    assert run("sample", folder, *PILOT).exit_code == 0
    result = run(command, folder, *options, "--read", folder / "sheet.xlsx")
    assert (result.exit_code, told in said(result)) == (2, True)
    result = run(command, folder, *options, "--read", folder / "sheet.xlsx", "--language", "nl")
    assert told.replace("not used with", "niet gebruikt bij") in said(result)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--settled", "d.csv", "-o", "a.csv"], "-o: not used with --settled"),
        (["--settled", "d.csv", "--disagreements", "e.csv"], "--disagreements: not used with --settled"),
        (["--settled", "d.csv", "--gamma"], "--gamma: not used with --settled"),
        (["--coders", "ann", "ann"], "--coders: ann is given twice; name each coder once"),
    ],
)
def test_agree_uses_every_option_or_refuses_it(folder: Path, options: Sequence[str], told: str) -> None:
    result = run("agree", folder, *options)
    assert (result.exit_code, told in said(result)) == (2, True)


def test_that_one_coder_is_given_twice_is_said_in_dutch(folder: Path) -> None:
    result = run("agree", folder, "--coders", "ann", "ann", "--language", "nl")
    assert "--coders: ann staat er twee keer; noem elke codeur één keer" in said(result)


@pytest.mark.parametrize("coders", [["anna bert", "cor"], ["anna", "anna"], ["agreed", "anna"]])
def test_a_sample_is_not_divided_between_names_that_would_run_together(coders: Sequence[str]) -> None:
    """In the file of a sample blanks stand between names."""
    import pandas as pd

    with pytest.raises(ValueError, match="anna_bert|given twice|name one coder"):
        divide_sample(pd.DataFrame({"unit": ["u1", "u2"], "order": [1, 2]}), coders)


@pytest.mark.slow
def test_a_table_of_other_coders_is_said_to_be_a_result_of_bp_qual(folder: Path, tmp_path: Path) -> None:
    for coder in ("anna", "bert", "cor"):
        for interview in ("P01_2010", "P02_2010", "P01_2020"):
            write_coding(folder, {"interview": interview}, coder=coder, do="done")
    table, other = tmp_path / "q.csv", tmp_path / "other.csv"
    assert run("agree", folder, "--coders", "anna", "bert", "-o", table).exit_code == 0
    other.write_text("naam,leeftijd\nJan,3\n", "utf-8")
    for language, ours, not_ours in (
        ("en", "holds another result of bp_qual", "bp_qual did not write it"),
        ("nl", "bevat een ander resultaat van bp_qual", "niet door bp_qual geschreven"),
    ):
        result = run("agree", folder, "--coders", "anna", "cor", "-o", table, "--language", language)
        assert (result.exit_code, ours in said(result), not_ours in said(result)) == (1, True, False)
        result = run("agree", folder, "--coders", "anna", "cor", "-o", other, "--language", language)
        assert (result.exit_code, ours in said(result), not_ours in said(result)) == (1, False, True)


@pytest.mark.slow
def test_a_top_up_takes_no_passage_away_from_who_was_to_code_it(folder: Path) -> None:
    assert run("sample", folder, *PILOT, *TWO, "--overlap", "4").exit_code == 0
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    pilot = read_sample(study, "pilot", corpus)
    for unit in pilot:
        if unit.is_for("anna"):
            place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
            write_coding(study, place, coder="anna", do="done", corpus=corpus, codebook=book)
    for number, more in enumerate(([], TWO, [*TWO, "--overlap", "6"], ["--coder", "bert", "--coder", "cor"])):
        assert run("sample", folder, *MORE[:-1], f"more{number}", *more).exit_code == 0
        units = {unit.unit: unit.coders for unit in read_sample(study, f"more{number}", corpus)}
        assert [unit.unit for unit in pilot if not set(unit.coders) <= set(units[unit.unit])] == []
        if not more:
            assert [units[unit.unit] for unit in pilot] == [unit.coders for unit in pilot]


def test_a_pilot_of_one_coder_is_topped_up_for_that_coder(folder: Path) -> None:
    assert run("sample", folder, *PILOT, "--coder", "anna").exit_code == 0
    assert run("sample", folder, *MORE).exit_code == 0
    units = read_sample(read_study(folder), "more", read_corpus(folder))
    assert {unit.coders for unit in units} == {("anna",)}
