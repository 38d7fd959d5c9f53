"""Open cases of tables, the order of waves and beginning a study; what is right is in the cases' README."""

from __future__ import annotations

import os
import re
import runpy
import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.codebook import read_codebook
from bp_qual.errors import BpQualError
from bp_qual.readers import read_data
from bp_qual.study.checking import check_study

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parents[2] / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the open cases are not here")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize(
    ("name", "told"),
    [("ragged_persons", r"persons\.csv:2\s+has a cell too many"), ("ragged_interviews", r"interviews\.csv:3")],
)
def test_a_row_with_a_cell_too_many_is_refused(name: str, told: str) -> None:
    assert re.search(told, "\n".join(map(str, check_study(CASES / "tables" / name).problems)))


def test_tables_of_talk_are_read_or_refused_with_the_line() -> None:
    folder = CASES / "tables"
    with pytest.raises(BpQualError, match=r"\.csv:3\b"):
        read_data((folder / "cell_too_many.csv").read_bytes(), where="cell_too_many.csv")
    for name in ("sep_first.csv", "right_semicolons.csv"):
        reading = read_data((folder / name).read_bytes(), where=name)
        assert [line.label for line in reading.paragraphs] == ["I", "R"]
        last = reading.paragraphs[-1]
        assert reading.text[last.start : last.end] == "We kregen subsidie, en meer"


@pytest.mark.parametrize(("start", "sign"), [("", ";"), ("sep=;\n", ";"), ("", "\t")])
def test_codings_that_excel_saved_are_migrated(tmp_path: Path, start: str, sign: str) -> None:
    text = (CASES / "tables" / "codings_of_excel.csv").read_text("utf-8")
    (tmp_path / "codings.csv").write_text(start + text.replace(";", sign), "utf-8")
    book = CASES / "tables" / "codebook.yaml"
    done = run("codebook", "migrate", book, book, tmp_path / "codings.csv", "-o", tmp_path / "new")
    assert done.exit_code == 0, done.output


def test_a_codebook_that_excel_saved_is_imported(tmp_path: Path) -> None:
    done = run("codebook", "import", CASES / "tables" / "codebook_sep.csv", "-o", tmp_path / "b.yaml")
    assert done.exit_code == 0, done.output
    (code,) = read_codebook(tmp_path / "b.yaml").codes
    assert len(code.terms) == 2


@pytest.mark.slow
def test_codings_read_back_count_and_show_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    runpy.run_path(str(CASES / "tables" / "read_back.py"))


ORDERED = "pre_post before_after voor_na voormeting_nameting najaar2009_mei2010 mrt2010_jan2011 winter2009_spring2010"


@pytest.mark.slow
@pytest.mark.parametrize("name", [*ORDERED.split(), "start_eind", "intake_exit", "dates"])
def test_the_waves_are_compared_in_the_order_of_time(tmp_path: Path, name: str) -> None:
    waves = ("ulm", "kiel") if name == "dates" else tuple(name.split("_"))
    folder = CASES / "waves"
    done = run("compare", folder / name, "--codebook", folder / "codebook.yaml", "-o", tmp_path / "o", "--floor", "0")
    assert done.exit_code == 0, done.output
    panel = pd.read_csv(tmp_path / "o" / "panel.csv").groupby("wave")["mentions"].sum()
    assert (panel[waves[0]] < panel[waves[1]]) == (name != "dates")
    codes = pd.read_csv(tmp_path / "o" / "codes.csv")
    assert (codes["rate_before"] < codes["rate_after"]).all() == (name != "dates")


def test_waves_that_nothing_orders_are_refused_and_contradictions_told(tmp_path: Path) -> None:
    folder = CASES / "waves"
    done = run("compare", folder / "blauw_groen", "--codebook", folder / "codebook.yaml", "-o", tmp_path / "o")
    assert done.exit_code == 1
    assert 'waves: ["blauw", "groen"]' in done.output
    assert any("came before" in note for note in check_study(folder / "dates_against_years", language="en").notes)


INIT = {
    "bold_questions": ("", r"Is er tijd genoeg\?", "Ik ben zij-instromer"),
    "two_spellings": ("", "", ""),
    "blank_before_the_name": ("", "", "Wij bakten brood."),
    "another_wave_in_the_first_line": (r"2010/P01\.txt[^\n]*2020", "", ""),
    "paragraphs_take_turns": ("", r"Krijgt u hulp\?", "Dat ze lacht als ik zing."),
}


@pytest.mark.parametrize("name", INIT)
def test_a_folder_is_begun_and_read_as_it_is_meant(tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(CASES / "init" / name, tmp_path / name))
    if not os.path.exists(folder / "interviews.csv"):  # noqa: PTH110
        assert run("init", folder).exit_code == 0
    findings = check_study(folder, language="en")
    told, never, said = INIT[name]
    assert not findings.problems
    assert re.search(told, "\n".join(findings.notes))
    assert not re.search("may be one person|Nobody speaks as", "\n".join(findings.notes))
    answers = "\n".join(
        transcript.text[turn.start : turn.end]
        for transcript in findings.corpus.transcripts
        for turn in transcript.turns
        if turn.role == "respondent"
    )
    assert said in answers
    assert not never or not re.search(never, answers)
