"""The report as a Word file and as an Excel file."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import zipfile

import docx
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Code, Codebook
from bp_qual.codebook.printing import codebook_docx
from bp_qual.display import one_line, visible
from bp_qual.files.word_writing import packed_document
from bp_qual.framework.document import document_bytes, document_summaries
from bp_qual.framework.matrix import Cell, Framework
from bp_qual.framework.workbook import workbook_bytes, workbook_summaries
from bp_qual.report.excel import render_xlsx, report_tables
from bp_qual.report.html import render_report
from bp_qual.report.word_report import blank_document, render_docx
from bp_qual.report.word_tables import add_table
from bp_qual.report.writing import write_report
from bp_qual.wording import Wording
from bp_qual.wording.columns import explain_columns
from report_builders import HOSTILE, make_study

WILD = "=1+1 \x00\x08\ufffe\ud800 </w:t> & hokjes"


@pytest.fixture(scope="module")
def annex() -> bytes:
    study = make_study()
    return render_docx(study, title="Studie", language="nl")


def opened(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def texts(document: docx.document.Document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_word_file_has_the_sections_of_the_report_as_headings(annex: bytes):
    headings = [p.text for p in opened(annex).paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "Wat er vergeleken is",
        "Wat er veranderde",
        "Elke code, met citaten",
        "Elke persoon",
        "Verantwoording",
        "Beperkingen",
    ]


def test_every_table_in_the_word_file_has_a_header_row_that_repeats(annex: bytes):
    document = opened(annex)
    assert document.tables
    for table in document.tables:
        assert table._tbl.tr_lst[0].trPr.findall(docx.oxml.ns.qn("w:tblHeader"))


def test_every_picture_in_the_word_file_is_described(annex: bytes):
    shapes = opened(annex).inline_shapes
    assert len(shapes) == 2
    assert all("Hokjes" in shape._inline.docPr.get("descr") for shape in shapes)


def test_every_mention_is_a_quote_in_the_word_file(annex: bytes):
    (table,) = [table for table in opened(annex).tables if table.cell(0, 1).text.startswith("2010: ")]
    found = [
        run.text for row in table.rows for cell in row.cells for p in cell.paragraphs for run in p.runs if run.bold
    ]
    assert found.count("hokjes") == make_study().panel.counts["mentions"].sum()
    assert "(beurt 1)" in table.cell(1, 1).text


def test_what_the_page_says_the_word_file_says(annex: bytes):
    page = render_report(make_study(), title="Studie", language="nl")
    said = html.unescape(re.sub(r"<[^>]+>", "\n", page.split('id="method"')[1].split("</main>")[0]))
    text = texts(opened(annex))
    sentences = re.findall(r"[A-Z][^\n]{60,}", said)
    assert len(sentences) > 5
    assert [sentence for sentence in sentences if sentence not in text] == []


@pytest.mark.slow
def test_hostile_text_and_control_characters_survive_in_the_word_file():
    text = texts(opened(render_docx(make_study(2, said=WILD, label=HOSTILE), title=HOSTILE, language="en")))
    assert "</w:t> & hokjes" in text
    assert "‹U+0000›‹U+0008›‹U+FFFE›‹U+D800›" in text
    assert "<script>window.hit=1</script>" in text
    assert "\u202e" not in text


@pytest.mark.slow
def test_a_word_file_with_too_many_quotes_says_so():
    text = texts(opened(render_docx(make_study(), language="en", most_quotes=10)))
    assert "There are more quotes than fit on one page" in text
    assert "of 9 shown" in text


@pytest.mark.slow
def test_word_and_excel_files_are_the_same_bytes_each_time_and_name_no_user(annex: bytes):
    assert render_docx(make_study(), title="Studie", language="nl") == annex
    assert render_xlsx(make_study()) == render_xlsx(make_study())
    properties = opened(annex).core_properties
    assert (properties.author, properties.last_modified_by) == ("bp_qual", "bp_qual")
    assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(annex)).infolist()} == {2000}


def test_names_of_files_are_in_neither_file(annex: bytes):
    for data in (annex, render_xlsx(make_study())):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert not any(b"Jansen" in package.read(name) for name in package.namelist())


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_the_word_file_and_keeps_its_text(annex: bytes, tmp_path):
    (tmp_path / "annex.docx").write_bytes(annex)
    command = [
        "soffice",
        f"-env:UserInstallation={tmp_path.as_uri()}/profile",
        "--headless",
        "--convert-to",
        "txt:Text",
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "annex.docx")], check=True, timeout=120)
    words = (tmp_path / "annex.txt").read_text(encoding="utf-8-sig").split()
    assert words.count("hokjes") >= texts(opened(annex)).split().count("hokjes")


def test_the_excel_file_has_a_sheet_a_table_with_a_frozen_header():
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(make_study(), language="nl")))
    assert book.sheetnames[:3] == ["codes", "persons", "attrition"]
    assert book.sheetnames[-1] == "columns"
    assert all(sheet.freeze_panes == "A2" for sheet in book)


def test_the_excel_file_explains_every_column_of_every_sheet():
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(make_study(), language="nl")))
    explained = {(row[0].value, row[1].value) for row in book["columns"].iter_rows(min_row=2)}
    columns = {(sheet.title, cell.value) for sheet in book if sheet.title != "columns" for cell in sheet[1]}
    assert explained - {("", "")} == columns


def test_the_excel_file_says_that_its_numbers_are_rounded():
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(make_study(), language="nl")))
    last = [cell.value for cell in list(book["columns"].rows)[-1]]
    assert "afgerond op vier cijfers" in last[2]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_column_of_every_table_is_explained(language: str):
    study = make_study()
    names = ("dropouts", "dropouts_by", "drift", "groups", "trend", "paths", "profile", "pairs", "effects", "evidence")
    tables = {**report_tables(study), **{name: getattr(study, name) for name in names}}
    guide = explain_columns(tables, language=language)
    assert guide["meaning"].str.len().min() > 5


def test_no_cell_of_the_excel_file_is_a_formula_or_a_link():
    study = make_study(2, said=f"{WILD} http://x.example hokjes", label="=2+2")
    data = render_xlsx(study)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet or b"<f " in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_the_sheets_hold_what_the_tables_hold():
    study = make_study()
    sheets = pd.read_excel(io.BytesIO(render_xlsx(study)), sheet_name=None)
    assert sheets["codes"]["up"].tolist() == study.codes["up"].tolist()
    assert len(sheets["codings"]) == len(study.panel.source.codings)
    assert sheets["panel"]["mentions"].sum() == study.panel.counts["mentions"].sum()


@pytest.mark.slow
def test_the_ending_decides_what_is_written(tmp_path):
    study = make_study(2)
    for name in ("a.html", "a.docx", "a.xlsx"):
        write_report(study, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 3000
    with pytest.raises(ValueError, match=r"\.html, \.docx, \.xlsx"):
        write_report(study, tmp_path / "a.pdf")


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_at_all_goes_into_a_word_table_and_comes_back_as_it_is_shown(text: str):
    document = blank_document(text, "nl")
    add_table(document, [text], [[[["", text]]]])
    (table,) = opened(packed_document(document)).tables
    assert table.cell(1, 0).text.strip() == one_line(text).strip()


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_summary_at_all_survives_the_matrix(text: str):
    cell = Cell("P1", "a", "1", summary=text)
    framework = Framework(("P1",), ("a",), ("1",), {"a": text}, (cell,))
    shown = " ".join(visible(text).split())
    for write, read in ((workbook_bytes, workbook_summaries), (document_bytes, document_summaries)):
        found = read(write(framework, Wording("nl")))["summary"].tolist()
        assert [" ".join(one.split()) for one in found] == ([shown] if shown else [])


@pytest.mark.slow
def test_a_study_with_a_name_longer_than_a_property_of_word_may_be_is_written_whole():
    """Word holds 255 characters of a title among the properties; the heading has all of them."""
    name = "Straat en buurt, " * 40
    for document in (
        opened(render_docx(make_study(), title=name, language="nl")),
        opened(codebook_docx(Codebook(name, "1.0.0", "nl", (Code("a"),)))),
        blank_document(name, "nl"),
    ):
        assert document.core_properties.title == name[:254] + "…"
    assert name.strip() in texts(opened(render_docx(make_study(), title=name, language="nl")))
