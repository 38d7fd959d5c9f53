"""The framework matrix: filled in by hand, read back, kept after coding anew."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pandas as pd
import pytest

from bp_qual.codebook import Code, Codebook
from bp_qual.errors import StudyError
from bp_qual.framework import make_framework, read_framework, write_framework
from bp_qual.framework.matrix import summary_table
from bp_qual.framework.workbook import workbook_bytes
from bp_qual.panel import count_codes
from bp_qual.wording import Wording
from report_builders import HOSTILE, make_study

KEY = ("P01", "hokjes", "2010")


def fill_in(path, text: str) -> None:
    """Write a summary for P01 in 2010 as a researcher would: in Excel's yellow cell, or in Word's field."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        book.worksheets[0]["B2"] = text
        book.save(path)
        return
    document = docx.Document(path)
    field = next(document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sdt"))
    next(field.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")).text = text
    document.save(path)


@pytest.fixture(params=[".xlsx", ".docx"])
def path(request, tmp_path):
    return tmp_path / f"matrix{request.param}"


def test_what_was_filled_in_is_read_back(path):
    write_framework(make_framework(make_study(3).panel), path)
    fill_in(path, "Praat er nauwelijks over.")
    (row,) = read_framework(path).to_dict("records")
    assert (row["person"], row["code"], row["wave"]) == KEY
    assert row["summary"] == "Praat er nauwelijks over."


def test_an_untouched_matrix_has_no_summaries(path):
    write_framework(make_framework(make_study(2).panel), path)
    assert len(read_framework(path)) == 0


@pytest.mark.slow
def test_summaries_survive_being_written_and_read_again(path):
    panel = make_study(2).panel
    rows = [
        ("P01", "hokjes", "2010", "Eerste regel.\nTweede regel, met <b>&", "x", "", ""),
        ("P02", "hokjes", "2020", HOSTILE, "y", "", ""),
    ]
    first = make_framework(panel, summaries=summary_table(rows))
    write_framework(first, path)
    again = make_framework(panel, summaries=read_framework(path))
    assert next(cell.summary for cell in again.cells if cell.summary) == "Eerste regel.\nTweede regel, met <b>&"
    write_framework(again, path)
    assert read_framework(path).equals(again.summaries)


@pytest.mark.slow
def test_after_coding_anew_a_summary_is_kept_and_marked_when_its_quotes_changed(path):
    panel = make_study(3).panel
    write_framework(make_framework(panel), path)
    fill_in(path, "Nauwelijks.")
    kept = make_framework(panel, summaries=read_framework(path))
    assert kept.stale == ()
    changed = make_study(3, said="Iedereen wil hokjes, zeg ik.").panel
    stale = make_framework(changed, summaries=read_framework(path))
    assert [(cell.person, cell.code, cell.wave) for cell in stale.stale] == [KEY]
    write_framework(stale, path)
    assert [cell.summary for cell in make_framework(changed, summaries=read_framework(path)).stale] == ["Nauwelijks."]


def test_a_summary_of_a_code_that_is_gone_is_carried_along(path):
    panel = make_study(2).panel
    kept = make_framework(panel, summaries=summary_table([("P09", "weg", "2010", "Ooit.", "x", "", "")]))
    write_framework(kept, path)
    (row,) = read_framework(path).to_dict("records")
    assert (row["person"], row["code"], row["summary"]) == ("P09", "weg", "Ooit.")


def test_rows_may_be_sorted_in_excel(tmp_path):
    path = tmp_path / "matrix.xlsx"
    write_framework(make_framework(make_study(3).panel), path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["B2"] = "van P01"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    book.save(path)
    (row,) = read_framework(path).to_dict("records")
    assert (row["person"], row["summary"]) == ("P01", "van P01")


def test_a_person_who_was_not_interviewed_has_no_quotes_and_says_so(path):
    study = make_study(2)
    panel = study.panel
    transcripts = tuple(t for t in panel.source.corpus.transcripts if t.interview != "P01_2020")
    corpus = type(panel.source.corpus)(transcripts, panel.source.corpus.persons, panel.source.corpus.waves)
    codings = panel.source.codings[panel.source.codings["interview"] != "P01_2020"]
    framework = make_framework(count_codes(codings, corpus, panel.source.codebook))
    (cell,) = [c for c in framework.cells if (c.person, c.wave) == ("P01", "2020")]
    assert not cell.interviewed
    assert cell.quotes == ()
    write_framework(framework, path)
    assert len(read_framework(path)) == 0


def test_every_quote_stands_in_the_matrix():
    panel = make_study(3).panel
    framework = make_framework(panel)
    assert sum(len(cell.quotes) for cell in framework.cells) == panel.counts["mentions"].sum()


def test_the_matrix_is_the_same_bytes_each_time(path):
    write_framework(make_framework(make_study(2).panel), path, language="nl")
    first = path.read_bytes()
    write_framework(make_framework(make_study(2).panel), path, language="nl")
    assert path.read_bytes() == first


def test_no_cell_of_the_excel_file_is_a_formula_and_no_text_is_live(path):
    panel = make_study(2, said="=1+1 http://x.example hokjes", label=HOSTILE).panel
    write_framework(make_framework(panel), path)
    with zipfile.ZipFile(path) as package:
        content = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    assert b"<f>" not in content
    assert b"<hyperlink" not in content
    assert b"<script>" not in content


def test_another_file_is_refused_in_one_sentence(path):
    path.write_bytes(b"not a matrix")
    with pytest.raises(StudyError, match="is not a framework matrix that bp_qual wrote"):
        read_framework(path)


def test_another_excel_or_word_file_is_refused_too(path):
    if path.suffix == ".xlsx":
        pd.DataFrame({"a": [1]}).to_excel(path)
    else:
        docx.Document().save(path)
    with pytest.raises(StudyError, match="is not a framework matrix that bp_qual wrote"):
        read_framework(path)


def test_a_matrix_is_excel_or_word():
    with pytest.raises(ValueError, match=r"\.xlsx or \.docx"):
        read_framework("matrix.csv")


def test_the_matrix_shows_itself_with_what_is_stale():
    framework = make_framework(
        make_study(2, label="<i>").panel, summaries=summary_table([(*KEY, "<b>", "old", "", "")])
    )
    assert repr(framework) == (
        "Raamwerkmatrix: 2 personen x 1 code x 2 rondes · 1 samenvatting, bij 1 zijn de citaten sindsdien veranderd"
    )
    shown = framework._repr_html_()
    assert "&lt;b&gt; <em>citaten veranderd</em>" in shown
    assert "<i>" not in shown


def test_codes_with_long_and_equal_names_each_have_a_sheet():
    panel = make_study(2).panel
    label = "Een heel lange naam: met [haken] en meer"
    codebook = Codebook("b", "1", "nl", tuple(Code(f"c{n}", {"nl": label}) for n in range(3)))
    framework = make_framework(count_codes(panel.source.codings.iloc[:0], panel.source.corpus, codebook))
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(framework, Wording("nl"))))
    assert len(book.sheetnames) == 5
