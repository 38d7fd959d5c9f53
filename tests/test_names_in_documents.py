"""Names in what a document holds beside its paragraphs: fields, alias, tabs, formulas; all invented."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from openpyxl.workbook.defined_name import DefinedName

from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.searching_names import find_leftover_names
from test_names_applied import NAMES, apply, write_sheet, write_study

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HIDDEN = {
    "field": f'<w:r {_W}><w:instrText>MERGEFIELD "Jan van den Berg"</w:instrText></w:r>',
    "cut field": f"<w:r {_W}><w:instrText>AUTHOR Jan van</w:instrText><w:instrText> den Berg</w:instrText></w:r>",
    "alias": f'<w:sdt {_W}><w:sdtPr><w:alias w:val="Jan"/><w:tag w:val="Van den Berg"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t> Ja.</w:t></w:r></w:sdtContent></w:sdt>",
    "choice": f'<w:sdt {_W}><w:sdtPr><w:dropDownList><w:listItem w:displayText="Jan" w:value="Roos"/></w:dropDownList>'
    "</w:sdtPr><w:sdtContent><w:r><w:t> Ja.</w:t></w:r></w:sdtContent></w:sdt>",
    "form": f'<w:r {_W}><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="Bel Roos"/><w:textInput>'
    '<w:default w:val="Zwolle"/></w:textInput></w:ffData></w:fldChar></w:r>',
    "hidden": f"<w:r {_W}><w:rPr><w:vanish/></w:rPr><w:t>Zwolle</w:t></w:r>",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx")
    return tmp_path


def everything_in(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "\n".join(
            [*package.namelist(), *(package.read(name).decode("utf-8", "replace") for name in package.namelist())]
        )


@pytest.mark.slow
@pytest.mark.parametrize("kind", HIDDEN)
def test_a_name_in_what_word_does_not_show_is_replaced(kind: str, place: Path) -> None:
    document = docx.Document()
    document.add_paragraph("I: Wie?")
    document.add_paragraph("R: Niemand.")._p.append(parse_xml(HIDDEN[kind]))
    document.save(place / "study" / "P06_2010.docx")
    with (place / "study" / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write("P06_2010.docx,P06,2010,\n")
    assert apply(place).turned == {}
    assert re.findall(r"Jan|Berg|Roos|Zwolle", everything_in(place / "new" / "P06_2010.docx")) == []


def test_a_name_in_tabs_and_formulas_of_excel_is_replaced_so_that_excel_can_read_them(place: Path) -> None:
    """No tab may have [ or ] in it, and a formula needs quotation marks round what it is called now."""
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("Totaal")
    first.title = "Roos"
    first["A1"], first["A2"] = "Zwolle", 3
    second["A1"] = "=Roos!A2+SUM('Roos'!A1:A2)"
    second["A2"] = '=IF(Roos!A1="Zwolle","van Roos",TODAY())'
    second["A3"].hyperlink = openpyxl.worksheet.hyperlink.Hyperlink(ref="A3", location="Roos!A1", tooltip="Jan")
    book.defined_names["plaats"] = DefinedName("plaats", attr_text="Roos!$A$1")
    book.save(place / "study" / "lijst.xlsx")
    apply(place)
    path = place / "new" / "lijst.xlsx"
    assert re.findall(r"Jan|Roos|Zwolle", everything_in(path)) == []
    new = openpyxl.load_workbook(path)
    assert new.sheetnames == ["(naam 2)", "Totaal"]
    assert new["Totaal"]["A1"].value == "='(naam 2)'!A2+SUM('(naam 2)'!A1:A2)"
    assert new["Totaal"]["A2"].value == """=IF('(naam 2)'!A1="[plaats 1]","van [naam 2]",TODAY())"""
    assert new["Totaal"]["A3"].hyperlink.location == "'(naam 2)'!A1"
    assert new.defined_names["plaats"].attr_text == "'(naam 2)'!$A$1"


@pytest.mark.slow
def test_check_finds_a_name_that_is_left_in_a_field_or_a_tab(place: Path) -> None:
    apply(place)
    book = openpyxl.Workbook()
    book.active.title = "Roos"
    book.save(place / "new" / "tabs.xlsx")
    document = docx.Document()
    document.add_paragraph("Niets.")._p.append(parse_xml(HIDDEN["cut field"]))
    buffer = io.BytesIO()
    document.save(buffer)
    (place / "new" / "field.docx").write_bytes(buffer.getvalue())
    found = {(f.file, f.spelling) for f in find_leftover_names(place / "new", key=place / "key.csv").found}
    assert found == {("tabs.xlsx", "Roos"), ("field.docx", "Jan van den Berg")}


def test_two_sheets_of_one_person_keep_two_names(place: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Jan"
    book.create_sheet("Van den Berg")["A1"] = "=Jan!A1+'Van den Berg'!A2"
    book.save(place / "study" / "lijst.xlsx")
    apply(place)
    new = openpyxl.load_workbook(place / "new" / "lijst.xlsx")
    first, second = new.sheetnames
    assert {first, second} == {"(naam 1)", "(naam 1) 2"}
    assert new[second]["A1"].value == f"='{first}'!A1+'{second}'!A2"


@pytest.mark.slow
def test_names_of_bookmarks_and_ranges_that_stay_are_told_by_check(place: Path) -> None:
    """What refers to them would break: a person renames them where they are made."""
    book = openpyxl.Workbook()
    book.defined_names["Zwolle"] = DefinedName("Zwolle", attr_text="Sheet!$A$1")
    book.save(place / "study" / "lijst.xlsx")
    document = docx.Document()
    document.add_paragraph("Niets.")._p.append(parse_xml(f'<w:bookmarkStart {_W} w:id="0" w:name="Jan_2010"/>'))
    document.save(place / "study" / "mark.docx")
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    with zipfile.ZipFile(place / "study" / "rest.ods", "w") as package:
        package.writestr(
            "content.xml", f'<t:a xmlns:t="{table}" t:formula="of:=[$Roos.A1]+Zwolle"><t:b t:name="Zwolle"/></t:a>'
        )
    apply(place)
    found = {(f.file, f.spelling) for f in find_leftover_names(place / "new", key=place / "key.csv").found}
    assert found == {("lijst.xlsx", "Zwolle"), ("mark.docx", "Jan"), ("rest.ods", "Zwolle")}


def test_the_language_and_script_that_a_document_is_in_are_no_names(place: Path) -> None:
    """A font of Chinese in every theme of Word is of script Hans, and a language is ja-JP."""
    document = docx.Document()
    document.add_paragraph("Niemand.")
    document.save(place / "study" / "brief.docx")
    assert 'script="Hans"' in everything_in(place / "study" / "brief.docx")
    rows = [NameRow("Hans", "[naam 8]", True), NameRow("JP", "[naam 9]", True)]
    write_sheet(place / "names.xlsx", [*NAMES, *rows])
    apply(place)
    assert find_leftover_names(place / "new", key=place / "key.csv").found == ()
