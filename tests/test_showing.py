"""The commands that show: report, quotes, framework."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main

SAMPLE = Path(__file__).parents[1] / "transcripts_sample"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("study") / "study"
    assert run("init", folder).exit_code == 0
    return folder


@pytest.mark.slow
def test_report_writes_what_was_asked_for_and_nothing_else(study: Path, tmp_path: Path):
    files = [tmp_path / f"a.{ending}" for ending in ("html", "docx", "xlsx")]
    result = run("report", study, "--html", files[0], "--docx", files[1], "--xlsx", files[2], "--language", "en")
    assert result.exit_code == 0, result.output
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert '<html lang="en">' in files[0].read_text(encoding="utf-8")


@pytest.mark.slow
def test_report_without_options_is_a_page_here(study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert run("report", study).exit_code == 0
    assert '<html lang="nl">' in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_report_writes_all_tables_into_folders(study: Path, tmp_path: Path):
    result = run("report", study, "--csv", tmp_path / "c", "--parquet", tmp_path / "p", "--measure", "sentences")
    assert result.exit_code == 0, result.output
    names = {path.stem for path in (tmp_path / "c").iterdir()}
    assert {"codes", "persons", "codings", "panel", "exposure", "settings"} <= names
    assert names == {path.stem for path in (tmp_path / "p").iterdir()}
    assert pd.read_parquet(tmp_path / "p" / "codes.parquet").columns[0] == "code"


def test_a_report_with_the_wrong_ending_is_a_wrong_command_line(study: Path, tmp_path: Path):
    result = run("report", study, "--docx", tmp_path / "a.doc")
    assert result.exit_code == 2
    assert "moet eindigen op .docx" in result.output


def test_quotes_answer_a_question(study: Path):
    code = next(line for line in run("quotes", study, "--code", "samenwerking").output.splitlines() if "[" in line)
    result = run("quotes", study, "--query", "samenwerking or samenwerking", "--context", "0")
    assert result.exit_code == 0, result.output
    assert code.split("[")[1].split("]")[0] in result.output


def test_a_question_that_cannot_be_read_or_names_no_code_is_a_wrong_command_line(study: Path):
    for query, why in (("samenwerking near", "aan het einde ontbreekt een code"), ("samenwerkin", "Bedoel je")):
        result = run("quotes", study, "--query", query)
        assert result.exit_code == 2
        assert why in result.output
    assert run("quotes", study).exit_code == 2


def test_quotes_come_as_a_concordance_and_as_a_page(study: Path, tmp_path: Path):
    result = run("quotes", study, "--code", "samenwerking", "--kwic", "--html", tmp_path / "q.html")
    assert result.exit_code == 0, result.output
    assert "·" in result.output
    assert "<mark>" in (tmp_path / "q.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_matrix_keeps_what_was_filled_in(study: Path, tmp_path: Path):
    path = tmp_path / "matrix.xlsx"
    assert run("framework", study, "-o", path).exit_code == 0
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B2"] = "Met de hand."
    book.save(path)
    result = run("framework", study, "-o", path)
    assert result.exit_code == 0, result.output
    assert openpyxl.load_workbook(path).worksheets[0]["B2"].value == "Met de hand."
    assert run("framework", study, "--from", path, "-o", tmp_path / "matrix.docx").exit_code == 0
    assert run("framework", study, "-o", tmp_path / "matrix.pdf").exit_code == 2


def test_a_file_that_is_no_matrix_is_never_overwritten(study: Path, tmp_path: Path):
    path = tmp_path / "other.xlsx"
    pd.DataFrame({"a": [1]}).to_excel(path)
    before = path.read_bytes()
    result = run("framework", study, "-o", path)
    assert result.exit_code == 1
    assert "is geen frameworkmatrix" in result.output
    assert path.read_bytes() == before
