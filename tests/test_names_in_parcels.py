"""Names in OpenDocument spreadsheets, in files inside zips, and in workbooks with sheets for charts; all invented."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from bp_qual import StudyError
from bp_qual.pseudonyms.document_fields import change_header
from bp_qual.pseudonyms.file_texts import change_file
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.name_sheet import name_sheet_bytes, read_name_book
from bp_qual.pseudonyms.revealing import reveal_names
from bp_qual.pseudonyms.searching_names import find_leftover_names
from bp_qual.readers import read_data
from processor_time import at_most
from test_names_applied import apply, write_sheet, write_study

ROWS = [NameRow(name, code, "person") for name, code in (("Kees", "P11"), ("Jan", "P12"), ("André", "P13"))]
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
)
CONTENT = (
    f"<office:body {SPACES}><office:spreadsheet><table:table table:name='Kees' table:print-ranges='Kees.A1:Kees.B2'>"
    "<table:table-row><table:table-cell office:value-type='string' office:string-value='Jan'"
    """ table:formula='of:=IF([$Kees.A1]="Jan";"Jan belde";[.B2])'><text:p>Jan</text:p></table:table-cell>"""
    "<table:table-cell table:formula=\"of:=['file:///home/kees/Kees.ods'#$Jan.A1]\"/>"
    "</table:table-row></table:table><!-- Jan schreef dit --></office:spreadsheet></office:body>"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx", ROWS)
    return tmp_path


def parcel(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def found_in(place: Path) -> set[str]:
    return {found.spelling for found in find_leftover_names(place / "new", key=place / "key.csv").found}


def test_a_folder_that_is_not_there_is_not_said_to_hold_no_names(place: Path) -> None:
    apply(place)
    with pytest.raises(StudyError, match="nowhere  does not exist"):
        find_leftover_names(place / "nowhere", key=place / "key.csv")


def test_a_name_in_what_a_cell_of_opendocument_holds_is_replaced_and_its_formula_fits_the_sheet(place: Path) -> None:
    (place / "study" / "lijst.ods").write_bytes(parcel({"content.xml": CONTENT}))
    apply(place)
    with zipfile.ZipFile(place / "new" / "lijst.ods") as package:
        text = package.read("content.xml").decode()
    assert "Jan" not in text
    assert "Kees" not in text
    assert "print-ranges=\"'P11'.A1:'P11'.B2\"" in text
    assert "of:=IF([$'P11'.A1]=&quot;P12&quot;;&quot;P12 belde&quot;;[.B2])" in text
    assert found_in(place) == set()
    (place / "new" / "oud.ods").write_bytes(parcel({"content.xml": CONTENT}))
    assert found_in(place) == {"Jan", "Kees"}


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<p title='Jan'>Kees</p><!-- Jan -->"),
        ("a.json", '{"Jan": "Kees"}'),
        ("a.xml", "<r wie='Jan'><!-- Kees --><q naam='Kees &amp; Jan'>Jan</q><?bron Kees?></r>"),
        ("a.xml", "<r wie='Jan'>niet af, Kees"),
        ("project.qde", "<Project><Case name='Jan'><Description>Kees</Description></Case></Project>"),
        ("b.zip", parcel({"Jan.txt": "Kees", "c.xml": "<r wie='Jan'/>"})),
    ],
)
@pytest.mark.parametrize("ending", ["zip", "qdpx"])
def test_a_name_in_a_file_inside_a_zip_is_replaced_and_found(
    name: str, content: str | bytes, ending: str, place: Path
) -> None:
    data = parcel({name: content, "Jan.md": "Kees"})
    (place / "study" / f"map.{ending}").write_bytes(data)
    apply(place)
    assert found_in(place) == set()
    (place / "new" / f"oud.{ending}").write_bytes(data)
    assert found_in(place) == {"Jan", "Kees"}


GUID = "0F1D2C3B-ADA1-4BEA-8FAE-0123456789AB"
PROJECT = (
    f'<Project name="Ada en Bea" creatingUserGUID="{GUID}"><Users><User guid="{GUID}" name="Ada"/></Users>'
    f'<Code name="Bea_2010" color="#ada123" type="Ada"/><Source guid="{GUID}" plainTextPath="internal://{GUID}.txt"'
    ' currentPath="map/Ada_2010.txt"/><g id="Bea" of="Bea" by="Ada" link="#Ada"/></Project>'
)


def test_colours_and_guids_that_look_like_names_stay_in_a_parcel(tmp_path: Path) -> None:
    names = [NameRow("Ada", "P02", "person"), NameRow("ada", "P02", "person"), NameRow("Bea", "P01", "person")]
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx", names)
    paragraph = '<document><p><pStyle val="Ada"/><t>Ada</t></p></document>'
    files = {"project.qde": PROJECT, f"Sources/{GUID}.txt": "Ada", "word/document.xml": paragraph}
    (tmp_path / "study" / "a.qdpx").write_bytes(parcel(files))
    apply(tmp_path)
    with zipfile.ZipFile(tmp_path / "new" / "a.qdpx") as package:
        made = {name: package.read(name).decode() for name in package.namelist()}
    wanted = PROJECT.replace("Ada en Bea", "P02 en P01").replace('name="Ada"', 'name="P02"')
    wanted = wanted.replace("Bea_2010", "P01_2010").replace("map/Ada", "map/P02").replace('="Ada"', '="P02"')
    wanted = wanted.replace("#Ada", "#P02")  # what is called Bea stays, and what refers to it
    assert made["project.qde"].partition("?>\n")[2] == wanted
    assert made[f"Sources/{GUID}.txt"] == "P02"
    reveal_names(tmp_path / "new", tmp_path / "back", key=tmp_path / "key.csv")
    with zipfile.ZipFile(tmp_path / "back" / "a.qdpx") as package:
        assert package.read("project.qde").decode().partition("?>\n")[2] == PROJECT
    assert made["word/document.xml"].partition("?>\n")[2] == paragraph.replace(">Ada<", ">P02<")


def test_check_takes_no_identifier_for_a_name(tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx", [NameRow("Ada", "P02", "person"), NameRow("Bea", "P01", "person")])
    project = f'<Project guid="{GUID}" color="#ADA123"><Code name="Ada"/></Project>'
    (tmp_path / "study" / "a.qdpx").write_bytes(parcel({"project.qde": project, f"Sources/{GUID}.txt": "Bea"}))
    apply(tmp_path)
    assert found_in(tmp_path) == set()


def test_a_pseudonym_with_signs_of_xml_leaves_it_whole() -> None:
    data = parcel({"project.qde": "<Project><Case name='Jan'>Jan</Case></Project>"})
    new = change_file(data, "a.qdpx", lambda text: text.replace("Jan", "A&B"))
    assert zipfile.ZipFile(io.BytesIO(new)).read("project.qde").count(b"A&amp;B") == 2


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        ("a.html", "<p>Ke<b>es</b> zag Andr&eacute;.</p>", {"Kees", "André"}),
        ("a.rtf", r"{\rtf1\ansi Dat zei Andr\'e9.}", {"André"}),
        ("a.json", r'{"naam": "Andr\u00e9", "wie": "Ja.\nKees"}', {"André", "Kees"}),
    ],
)
def test_check_reads_inside_a_zip_what_a_person_reads(name: str, content: str, names: set[str], place: Path) -> None:
    apply(place)
    (place / "new" / "map.zip").write_bytes(parcel({f"diep/{name}": content}))
    assert found_in(place) >= names


def test_signs_of_looks_in_a_header_cut_no_name() -> None:
    def change(said: str) -> str:
        return said.replace("Jan Smit", "P12").replace("Kees", "P11")

    assert change_header("&CKe&Bes&B, &12J&KFF0000an &ISmit&RKe&Les", change) == "&CP11&B&B, &12P12&KFF0000&I&RKe&Les"
    assert change_header('&LP&&O &"Arial"Jan&U Smit&U', change) == '&LP&&O &"Arial"P12&U&U'


@pytest.mark.parametrize("first", [True, False])
def test_a_sheet_for_a_chart_is_passed_over(first: bool) -> None:
    book = openpyxl.load_workbook(io.BytesIO(name_sheet_bytes([NameRow("Jan", "P01", True)], [], language="nl")))
    book.create_chartsheet("Grafiek", 0 if first else None)
    buffer = io.BytesIO()
    book.save(buffer)
    assert [row.spelling for row in read_name_book(buffer.getvalue(), where="namen.xlsx").rows] == ["Jan"]


def test_a_book_of_charts_alone_is_no_sheet_of_names_and_no_interview() -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.create_chartsheet("Grafiek")
    book.create_sheet("Talk").append(["speaker", "text"])
    book["Talk"].append(["R", "Ja, dat was zo."])
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(StudyError, match="is no sheet of names"):
        read_name_book(buffer.getvalue(), where="namen.xlsx")
    assert "dat was zo" in read_data(buffer.getvalue(), where="P01.xlsx").text


def test_a_damaged_book_is_no_sheet_of_names() -> None:
    data = name_sheet_bytes([NameRow("Jan", "P01", True)], [], language="nl")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/workbook.xml"] = b"<workbook"
    with pytest.raises(StudyError, match="is no sheet of names"):
        read_name_book(parcel(parts), where="namen.xlsx")


TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="JanSmit" n="Ada"/><person xml:id="Ada"/>'
    '<person xml:id="ADA"/>'
    '<u who="#Ada" xml:lang="nl" style="color:#ada; font: Ada">Ja.</u><u who="#JanSmit #ADA" userId="Ada">Nee.</u>'
    '<seg respondentID="JanSmit" type="Ada" ref="p.xml#Ada" color="#ADA123"/></TEI>'
)


@pytest.mark.parametrize("pseudonym", ["P02", "[naam 2]"])
def test_what_persons_are_called_in_xml_is_replaced_where_it_is_given_and_where_it_is_referred_to(
    pseudonym: str, tmp_path: Path
) -> None:
    names = [NameRow("Ada", pseudonym, True), NameRow("Jan Smit", "P01", True)]
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx", names)
    (tmp_path / "study" / "tei.zip").write_bytes(parcel({"tei.xml": TEI}))
    apply(tmp_path)
    with zipfile.ZipFile(tmp_path / "new" / "tei.zip") as package:
        made = package.read("tei.xml").decode().partition("?>\n")[2]
    name = re.sub(r"\W", "_", pseudonym)
    wanted = TEI.replace("JanSmit", "P01").replace('"Ada"', f'"{name}"').replace("#Ada", f"#{name}")
    wanted = (
        wanted.replace('"ADA"', f'"{name}_2"')
        .replace('#ADA"', f'#{name}_2"')
        .replace("font: Ada", f"font: {pseudonym}")
    )
    assert made == wanted
    assert found_in(tmp_path) == set()


@pytest.mark.sweep(2)
@pytest.mark.parametrize("attribute", ['who="#Ada"', "who='#Ada'", 'type="Ada"', 'x:n = "Ada"'])
def test_check_finds_a_name_in_any_attribute_that_is_no_colour(attribute: str, tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx", [NameRow("Ada", "P02", True)])
    apply(tmp_path)
    (tmp_path / "new" / "tei.zip").write_bytes(parcel({"tei.xml": f"<TEI xmlns:x='y'><u {attribute}>Ja</u></TEI>"}))
    assert found_in(tmp_path) == {"Ada"}


REFERRED = (
    '<p><a id="Jan"/><b id="Smit"/><c name="Jan Smit"/></p>',
    '<p><a id="Bea"/><a id="P03"/><b ref="Bea"/></p>',
    '<p><a id="Ada" name="Ada"/><memo>Ada en Bea</memo><x who="#Ada #Bea"/></p>',
    '<p xmlns:x="y"><a xml:id="Ada"/><a xml:id="JanSmit"/><memo by="#Ada">Ada en Bea</memo></p>',
    '<Project><User id="JAN" guid="1"/><Coding by="JAN"/><Memo of="ADA">Bea</Memo></Project>',
)


@pytest.mark.sweep(1)
@pytest.mark.parametrize("xml", REFERRED)
@pytest.mark.parametrize("part", ["project.qde", "a.xml"])
def test_what_things_are_called_in_xml_comes_back_with_all_behind_it(xml: str, part: str, tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    rows = [NameRow(*row, True) for row in (("Ada", "[naam 1]"), ("Bea", "P03"), ("Jan Smit", "P01"), ("JAN", "P04"))]
    write_sheet(tmp_path / "names.xlsx", rows)
    (tmp_path / "study" / "a.qdpx").write_bytes(parcel({part: xml}))
    apply(tmp_path)
    new = zipfile.ZipFile(tmp_path / "new" / "a.qdpx").read(part).decode()
    assert "Jan Smit" not in new
    assert 'name="Ada"' not in new
    left = {name for name in ("Ada", "Bea", "JAN") if f'"{name}"' in new}
    assert left <= found_in(tmp_path)
    revealed = reveal_names(tmp_path / "new", tmp_path / "back", key=tmp_path / "key.csv")
    assert not revealed.edited
    back = zipfile.ZipFile(tmp_path / "back" / "a.qdpx").read(part).decode()
    assert back.rpartition("?>\n")[2] == xml


@pytest.mark.parametrize("attribute", ['background="#ADA123"', 'bg="#ADA"', 'bgColor="#ADA"'])
def test_a_colour_of_what_is_behind_stays(attribute: str) -> None:
    data = parcel({"a.xml": f"<p><b {attribute}/></p>"})
    changed = change_file(data, "a.qdpx", lambda text: text.replace("ADA", "P12"))
    assert attribute in zipfile.ZipFile(io.BytesIO(changed)).read("a.xml").decode()


def test_check_finds_a_name_of_two_words_of_which_each_stands_alone_too(tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx", [NameRow("Jan Smit", "P01", True)])
    apply(tmp_path)
    xml = '<p><a id="Jan"/><b id="Smit"/><t>Jan</t><x/><t>en Smit</t><c idrefs="Jan Smit"/></p>'
    (tmp_path / "new" / "a.qdpx").write_bytes(parcel({"project.qde": xml}))
    assert "Jan Smit" in found_in(tmp_path)


@pytest.mark.slow
def test_check_of_a_long_run_of_letters_grows_with_its_length(tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx", [NameRow("Jan Smit", "P01", True)])
    apply(tmp_path)
    (tmp_path / "new" / "a.qdpx").write_bytes(parcel({"project.qde": f"<p><t>{'0a' * 40_000}</t></p>"}))
    with at_most(8):
        assert found_in(tmp_path) == set()
