"""Packages of Word and Excel that no program makes, but that people have: nothing in them is lost unsaid."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from bp_qual.errors import BpQualError, TranscriptError
from bp_qual.exchange.workbooks import read_workbook
from bp_qual.files import open_package
from bp_qual.readers import NOT_UNDERSTOOD, Reading, read_data
from small_samples import SMALL, pack
from test_raw_cells import change_part, write_workbook
from test_readers_word import W, either, make_docx, p, r

DELETED = "<w:r><w:delText>kop</w:delText></w:r>"
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def word_art(said: str) -> str:
    shape = f'<v:shape type="#_x0000_t136"><v:textpath style="font-family:Arial" string="{said}"/></v:shape>'
    return f'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">{shape}</w:pict></w:r>'


def read(data: bytes) -> Reading:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return read_data(data, where="a.docx")


def make_package(*parts: tuple[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a name that is there twice
        for name, said in parts:
            whole = f'<w:document xmlns:w="{W}"><w:body>{p(r(said))}</w:body></w:document>'
            archive.writestr(name, said if said.startswith("<") else whole)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "parts", "kept"),
    [
        (p(r("R: ja"), word_art("Samen sterk")), {}, {"drawings": "Samen sterk"}),
        (p(r("R: ja")), {"header": p(word_art("Samen sterk"))}, {"headers and footers": "Samen sterk"}),
        (p(r("R: ja"), DELETED), {}, {NOT_UNDERSTOOD: "kop"}),
        (p(r("R: ja")), {"footnotes": p(DELETED)}, {"footnotes": "kop"}),
        (p(r("R: ja")), {"comments": p("<w:r><w:q>kop</w:q></w:r>")}, {"comments": "kop"}),
        (p(r("R: ja")), {"header": p("<w:r><w:instrText>PAGE</w:instrText></w:r>")}, {}),
        (p(r("R: ja"), f"<w:del>{DELETED}</w:del>"), {}, {}),
        (p(r("R: ja"), f"<w:moveFrom>{DELETED}</w:moveFrom>"), {}, {}),
    ],
)
def test_a_text_of_word_at_an_odd_place_is_kept_apart(body: str, parts: dict[str, str], kept: dict[str, str]) -> None:
    reading = read(make_docx(body, **parts))
    assert reading.text.rstrip() == "R: ja"
    assert reading.remainders == kept
    assert any("was not understood" in str(note) for note in reading.notes) == (NOT_UNDERSTOOD in kept)


@pytest.mark.parametrize(("old", "kept"), [("Samen", ""), ("Samen sterk", "Samen sterk")])
def test_word_art_that_is_also_there_for_newer_programs_is_read_once(old: str, kept: str) -> None:
    twice = either("<w:txbxContent>" + p(r("Samen")) + "</w:txbxContent>")
    new, _, behind = twice.partition("<mc:Fallback>")
    body = p(r("R: ja")) + p(new + "<mc:Fallback>" + word_art(old) + behind[behind.index("</mc:Fallback>") :])
    reading = read(make_docx(body))
    assert reading.text.split() == ["R:", "ja", "Samen"]
    assert reading.remainders.get(NOT_UNDERSTOOD, "") == kept


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("word/document.xml", "word/document2.xml"),
        ("word/document2.xml", "word/document.xml"),
        ("word/document.xml", "Word/Document.xml"),
        ("word/one.xml", "word/two.xml"),
    ],
)
def test_a_second_document_in_a_package_of_word_is_told(first: str, second: str) -> None:
    two = "".join(f'<Relationship Id="{name}" Type="{MAIN}" Target="{name}"/>' for name in (first, second))
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{two}'
    data = make_package(("_rels/.rels", f"{relations}</Relationships>"), (first, "R: ja"), (second, "R: kop"))
    reading = read(data)
    assert reading.text == "R: ja"
    assert reading.remainders == {NOT_UNDERSTOOD: "R: kop"}
    assert any("was not understood" in str(note) for note in reading.notes)


def test_a_part_that_is_there_twice_is_refused_where_the_two_differ() -> None:
    name = "word/document.xml"
    with pytest.raises(TranscriptError, match=r"^a\.docx  is damaged: its part 'word/document\.xml' is there twice"):
        read(make_package((name, "R: ja"), (name, "R: nee")))
    assert read(make_package((name, "R: ja"), (name, "R: ja"))).text == "R: ja"


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ('<row r="3"', '<row r="9"', 4),  # the next one comes too late
        ('<row r="3"', '<row r="2"', 2),
        ('<c r="B3"', '<c r="A3"', 3),
        ('<c r="A1"', '<c r="AA1"', 1),
    ],
)
def test_rows_and_cells_of_excel_out_of_order_are_refused(old: str, new: str, row: int) -> None:
    data = pack("a.xlsx", SMALL["a.xlsx"].replace(old.encode(), new.encode()))
    with pytest.raises(TranscriptError, match=rf"^a\.xlsx  is damaged: from row {row} on its rows or cells are not in"):
        read_data(data, where="a.xlsx")
    with pytest.raises(BpQualError, match=r"^a\.xlsx  "):
        read_workbook(data, "a.xlsx")


def test_rows_and_cells_without_a_number_are_in_the_order_in_which_they_stand() -> None:
    data = write_workbook(["R", "ja"], ["I", "en?"])
    bare = change_part(data, "xl/worksheets/sheet1.xml", '<row r="3" spans="1:3">', "<row>")
    assert read_data(bare, where="a.xlsx").text == "ja\nen?"
    assert len(read_workbook(bare, "a.xlsx").sheets[0].rows) == 3


def test_other_packages_are_held_to_parts_that_are_there_once() -> None:
    with pytest.raises(TranscriptError, match="is there twice"):
        open_package(make_package(("project.qde", "<a/>"), ("project.qde", "<b/>")), where="a.qdpx")
