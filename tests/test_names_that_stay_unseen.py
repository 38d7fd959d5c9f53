"""Names where a program hides them from a plain search: headers, references, entities, escapes; all invented."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from bp_qual import BpQualError
from bp_qual.pseudonyms.document_fields import Tabs, change_formula, change_header
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.searching_names import find_leftover_names
from test_names_applied import apply, write_sheet, write_study

ROWS = [NameRow(name, code, "person") for name, code in (("Kees", "P11"), ("Jan", "P12"), ("André", "P13"))]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx", ROWS)
    return tmp_path


def found_in(place: Path) -> set[tuple[str, str]]:
    return {(f.file, f.spelling) for f in find_leftover_names(place / "new", key=place / "key.csv").found}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("kind", ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"])
def test_a_name_in_a_header_of_excel_is_replaced_and_found(kind: str, place: Path) -> None:
    book = openpyxl.Workbook()
    header = getattr(book.active, kind)
    header.center.text, header.right.text = "Kees", "Jan"
    book.save(place / "study" / "lijst.xlsx")
    apply(place)
    new = getattr(openpyxl.load_workbook(place / "new" / "lijst.xlsx").active, kind)
    assert (new.center.text, new.right.text) == ("P11", "P12")
    assert found_in(place) == set()
    book.save(place / "new" / "oud.xlsx")
    assert found_in(place) == {("oud.xlsx", "Kees"), ("oud.xlsx", "Jan")}


def test_signs_of_a_header_stay() -> None:
    text = '&L&"Arial,Bold"&12Jan && Jan&C&K01+000Jan&KFF0000Jan&R&P van &N'
    new = change_header(text, lambda said: said.replace("Jan", "P12"))
    assert new == '&L&"Arial,Bold"&12P12 && P12&C&K01+000P12&KFF0000P12&R&P van &N'


@pytest.mark.parametrize(
    ("formula", "new"),
    [
        ("[1]Kees!A1", "'[1]P 11'!A1"),
        ("Jan:Kees!A1", "'P 12:P 11'!A1"),
        ("'[1]Kees 2'!A1", "'[1]P 11 2'!A1"),
        ("SUM('Jan:Kees'!A1)+Rest!B2", "SUM('P 12:P 11'!A1)+Rest!B2"),
        ("SUM(Rest!A1:Kees!B2)", "SUM(Rest!A1:'P 11'!B2)"),
        ("SUM(A1:Kees!B2)", "SUM(A1:'P 11'!B2)"),
        (r"'C:\Jan\[Kees.xlsx]Jan'!A1", r"'C:\P 12\[P 11.xlsx]P 12'!A1"),
        ("[1]Rest!A1+[2]!Totaal", "[1]Rest!A1+[2]!Totaal"),
    ],
)
def test_a_reference_to_a_sheet_is_one_whole(formula: str, new: str) -> None:
    def change(text: str) -> str:
        return text.replace("Kees", "P 11").replace("Jan", "P 12")

    assert change_formula(formula, change, Tabs(change)) == new
    assert change_formula(formula, change) == new


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("file", "content", "names"),
    [
        ("a.html", "<p>Ke<b>es</b> zag Andr&eacute;.</p>", {"Kees", "André"}),
        ("a.rtf", r"{\rtf1\ansi Dat zei Andr\'e9.}", {"André"}),
        ("a.json", r'{"naam": "Andr\u00e9", "wie": "Ja.\nKees"}', {"André", "Kees"}),
        ("a.jsonl", r'{"naam": "Andr\u00e9"}', {"André"}),
        ("a.md", "Dat was Ke**es**, en Andr&eacute;.", {"Kees"}),
    ],
)
def test_check_reads_what_a_person_reads(file: str, content: str, names: set[str], place: Path) -> None:
    apply(place)
    (place / "new" / file).write_text(content, encoding="utf-8")
    assert {name for _, name in found_in(place)} >= names


def test_a_name_that_stands_as_it_is_read_counts_once(place: Path) -> None:
    apply(place)
    (place / "new" / "a.html").write_text("<p>Kees en Kees.</p>", encoding="utf-8")
    assert [f.count for f in find_leftover_names(place / "new", key=place / "key.csv").found] == [2]


def test_what_the_proof_refuses_is_named_as_it_is_in_the_study(place: Path) -> None:
    rows = "person,city\nKees,Zwolle\nJan,Assen\n"
    (place / "study" / "persons.csv").write_text(rows, encoding="utf-8")
    write_sheet(place / "names.xlsx", [NameRow("Kees", "P11", "person"), NameRow("Jan", "P11", "person")])
    with pytest.raises(BpQualError) as refused:
        apply(place)
    said = refused.value.say("nl")
    assert not re.search(r"not-finished", said), said
    assert said.startswith("persons.csv")
