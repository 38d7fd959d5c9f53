"""What coders noted, in every form of the report: on the study, codes, persons, interviews and passages."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.page.routes import make_app
from bp_qual.study.hand_coding import write_coding
from page_builders import PORT, TOKEN, let_in, make_desk, make_page_study

ON = (
    ({}, "Over alles <b>."),
    ({"code": "samen"}, "Over de code."),
    ({"person": "P02"}, "Over de persoon."),
    ({"interview": "P01_2010"}, "Over het interview."),
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = make_page_study(tmp_path / "study", answers=2)
    text = (folder / "P01_2010.txt").read_text("utf-8")
    start = text.index("aan de tuin")
    for coder in ("anna", "bert"):
        row = {"interview": "P01_2010", "start": start, "end": start + 11, "code": "hand"}
        added = write_coding(folder, row, coder=coder)
        write_coding(folder, {"of": added.id, "note": f"Bij de codering, {coder}."}, coder=coder, do="memo")
        for wave in ("2010", "2020"):
            for person in ("P01", "P02"):
                write_coding(folder, {"interview": f"{person}_{wave}"}, coder=coder, do="done")
    for about, note in ON:
        write_coding(folder, {**about, "note": note}, coder="anna", do="memo")
    return folder


def report(study: Path, *options: str) -> Result:
    result = CliRunner().invoke(main, ["report", str(study), "--language", "nl", *options])
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.slow
def test_every_form_of_the_report_has_every_memo_when_asked(study: Path, tmp_path: Path):
    html, word, excel, tables = (tmp_path / name for name in ("r.html", "r.docx", "r.xlsx", "csv"))
    outputs = ("--html", str(html), "--docx", str(word), "--xlsx", str(excel), "--csv", str(tables))
    counted = ("--count", "human", "--coder", "anna")
    report(study, *counted, *outputs, "--memos")
    page = html.read_text("utf-8").partition('id="memos"')[2].partition("</section>")[0]
    paper = [paragraph.text for paragraph in docx.Document(io.BytesIO(word.read_bytes())).paragraphs]
    sheet = [str(row) for row in openpyxl.load_workbook(excel)["memos"].iter_rows(values_only=True)]
    notes = [note for _, note in ON] + ["Bij de codering, anna."]
    for note in notes:
        assert note.replace("<", "&lt;").replace(">", "&gt;") in page
        assert sum(note in text for text in paper) >= 1
        assert sum(note in row for row in sheet) == 1
    assert sorted(pd.read_csv(tables / "memos.csv")["note"]) == sorted(notes)
    assert page.index("Over alles") < page.index("Over de code") < page.index("Over de persoon")
    assert "aan de tuin" in page
    without = tmp_path / "without.html"
    report(study, *counted, "--html", str(without))
    assert 'id="memos"' not in without.read_text("utf-8")


@pytest.mark.slow
def test_the_memos_of_all_coders_are_there_where_all_are_counted(study: Path, tmp_path: Path):
    html = tmp_path / "r.html"
    report(study, "--count", "human", "--coder", "all", "--memos", "--html", str(html))
    text = html.read_text("utf-8")
    assert all(f"Bij de codering, {coder}." in text for coder in ("anna", "bert"))


@pytest.mark.slow
def test_memos_that_are_asked_for_and_belong_to_nobody_who_counts_are_said_to_be_absent(study: Path, tmp_path: Path):
    result = report(study, "--memos", "--html", str(tmp_path / "r.html"))
    assert "Geen memo's" in result.stderr


def test_the_page_gives_all_memos_as_a_file_that_a_spreadsheet_does_not_run(tmp_path: Path):
    desk = make_desk(tmp_path / "study")
    desk.save([{"id": "e1", "do": "memo", "note": "=1+1", "person": "P01"}], desk.codebook.coder)
    gate = make_app(desk, token=TOKEN, port=PORT, language="nl")
    page = let_in(gate)
    answer = page.get("/memos.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="memos.csv"'
    (memo,) = pd.read_csv(io.BytesIO(answer.content)).to_dict("records")
    assert (memo["person"], memo["note"], memo["coder"]) == ("P01", "'=1+1", "anna")


def test_what_cannot_be_compared_for_want_of_coding_is_not_put_down_to_too_few_words(tmp_path: Path):
    folder = make_page_study(tmp_path / "study", answers=40)
    for person in ("P01", "P02"):
        write_coding(folder, {"interview": f"{person}_2010"}, coder="anna", do="done")
    html = tmp_path / "r.html"
    report(folder, "--count", "human", "--html", str(html))
    assert "van niemand is de codering af" in html.read_text("utf-8").lower()
