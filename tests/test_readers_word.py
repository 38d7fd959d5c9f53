"""Word: no visible character of a .docx is lost, and none that was deleted comes back."""

from __future__ import annotations

import io
import runpy
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bp_qual.errors import TranscriptError
from bp_qual.files import open_package
from bp_qual.readers import Mark, Reading, count_visible, note_headings, question_heads, read_data, word_parts
from bp_qual.transcripts import read_transcript
from processor_time import assert_keeps_step

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
HARD = Path(__file__).parents[2] / "shared" / "prototypes" / "make_hard_docx.py"


def make_docx(body: str, **parts: str) -> bytes:
    head = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head}{body}</w:body></w:document>")
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{text}</w:{name}>')
    return buffer.getvalue()


def r(text: str, style: str = "") -> str:
    style = f"<w:rPr>{style}</w:rPr>" if style else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def rows(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def either(content: str) -> str:
    twice = f"<mc:Choice>{content}</mc:Choice><mc:Fallback>{content}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>"


def read(body: str, **parts: str) -> Reading:
    return read_data(make_docx(body, **parts), where="a.docx")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("<w:ins>", r("erbij"), "</w:ins>"), "erbij"),
        (p(r("a"), "<w:moveTo>", r("b"), "</w:moveTo>", "<w:moveFrom>", r("c"), "</w:moveFrom>"), "ab"),
        (p(r("a"), "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>", r("b")), "ab"),
        (p("<w:sdt><w:sdtContent>", r("a"), "</w:sdtContent></w:sdt>"), "a"),
        ("<w:sdt><w:sdtContent>" + p(r("a")) + "</w:sdtContent></w:sdt>", "a"),
        (p("<w:smartTag>", r("a"), "</w:smartTag>", "<w:fldSimple>", r("b"), "</w:fldSimple>"), "ab"),
        (p("<w:hyperlink>", r("a"), "</w:hyperlink>"), "a"),
        (p("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>"), "co-op"),
        (p("<w:r><w:t>x</w:t><w:tab/><w:t>y</w:t><w:br/><w:t>z</w:t></w:r>"), "x\ty\nz"),
        (p("<w:r><w:t>za</w:t><w:softHyphen/><w:t>ken</w:t></w:r>"), "za\u00adken"),
        (p('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>', r("a")), "a"),
        (p("<w:r><w:instrText>PAGE</w:instrText></w:r>", r("a")), "a"),
        (p(r("een"), "<w:r><w:txbxContent>", p(r("kader")), "</w:txbxContent></w:r>", r(" twee")), "een twee\nkader"),
        (p(either("<w:txbxContent>" + p(r("kader")) + "</w:txbxContent>")), "kader"),
        (p(either("<w:t>😀</w:t>").replace("<mc:Choice><w:t>😀</w:t>", "<mc:Choice>")), "😀"),
        (rows(p(r("R")), p(r("een")) + p(r("twee"))), "R\teen\ntwee"),
        (rows(p(r("R")), rows(p(r("a")), p(r("b"))) + p()), "R\ta\nb"),
    ],
)  # fmt: skip
def test_every_kind_of_container_gives_its_words_once(body: str, text: str) -> None:
    assert read(body).text.rstrip() == text


def test_notes_comments_and_headers_are_counted_apart() -> None:
    reading = read(
        p(r("R: ja")),
        footnotes=f"<w:footnote>{p(r('voet'))}</w:footnote>",
        comments=f"<w:comment>{p(r('kijk na'))}</w:comment>",
        header1=p(r("kop")),
        footer1=p(r("blz. 1")),
    )
    assert reading.text == "R: ja"
    counts = {name: count_visible(rest) for name, rest in reading.remainders.items()}
    assert counts == {"comments": 6, "footnotes": 4, "headers and footers": 8}


def test_what_a_content_control_shows_until_it_is_filled_in_is_no_talk() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr{}/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    asks, filled = control.format("", r("Klik hier")), control.format(' w:val="0"', r("ja "))
    reading = read(p(r("R: "), asks, filled, r("hoor")))
    assert reading.text == "R: ja hoor"
    assert reading.remainders == {"empty form fields": "Klik hier"}
    assert read(control.format("", p(r("Klik hier"))) + p(r("R: ja"))).text == "R: ja"


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        (["Klik of tik om een datum in te voeren."] * 3, False),
        (["Ik woon hier al dertig jaar en ik ga nooit meer weg, zei ze."], True),
    ],
)
def test_a_content_control_that_reads_as_filled_in_is_told(tmp_path: Path, said: list[str], is_told: bool) -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    controls = "".join(control.format(r(shown)) for shown in said)
    (tmp_path / "a.docx").write_bytes(
        make_docx(p(r("I: Hoe?")) + p(r("R: Zo."), controls) + p(r("I: En?")) + p(r("R: Ja.")))
    )
    notes = read_transcript(tmp_path / "a.docx", interview="a", wave="1", persons={"P01": ("R",)}).notes
    assert ("apart may be talk" in [note.kind for note in notes]) == is_told


@pytest.mark.slow
def test_eight_times_as_many_paragraphs_whose_end_was_deleted_are_joined_in_about_eight_times_as_long() -> None:
    def reading(count: int) -> Callable[[], object]:
        ended = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        data = make_docx("".join(p(ended, r(f"zin {n}. ")) for n in range(count)))
        assert len(read_data(data, where="a.docx").paragraphs) == 1
        return lambda: read_data(data, where="a.docx")

    assert_keeps_step(reading(1200), reading(150), bound=16)


def test_hidden_text_is_counted_apart() -> None:
    reading = read(p(r("verborgen", "<w:vanish/>"), r("te zien", '<w:vanish w:val="0"/>')))
    assert (reading.text, reading.remainders) == ("te zien", {"hidden text": "verborgen"})


def test_bold_and_colour_are_marked_across_runs() -> None:
    red = '<w:color w:val="ff0000"/>'
    line = read(p(r("An", "<w:b/>"), r("na:", "<w:b/>"), r(" ja", red), r("!", '<w:b w:val="0"/>'))).paragraphs[0]
    marks = [(mark.start, mark.end, mark.kind, mark.value) for mark in line.marks]
    assert marks == [(0, 5, "bold", ""), (5, 8, "colour", "FF0000")]


def test_an_empty_run_in_bold_marks_nothing() -> None:
    assert read(p(r("R", "<w:b/>"), r(": ja."), r("", "<w:b/>"))).paragraphs[0].marks == (Mark(0, 1, "bold"),)
    assert read(p(r("R: ja."), r("", '<w:color w:val="FF0000"/>'))).paragraphs[0].marks == ()


@pytest.mark.parametrize("style", ["Heading1", "Kop2", "Titel", "berschrift1"])
def test_headings_are_known_in_several_languages(style: str) -> None:
    heading = p(f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>', r("Vraag"))
    assert [line.kind for line in read(heading + p(r("R: ja"))).paragraphs] == ["heading", "text"]


def test_items_of_an_automatic_list_are_known() -> None:
    item = p('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', r("Hoe?"))
    assert [line.kind for line in read(item + p(r("Zo."))).paragraphs] == ["item", "text"]


def test_deletions_are_told() -> None:
    reading = read(p(r("a"), "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"))
    assert [*map(str, reading.notes)] == ["1 deletion under review was left out; insertions were read."]


ROW = '<w:trPr><w:del w:id="1"/></w:trPr>'
CELL = '<w:tcPr><w:cellDel w:id="1"/></w:tcPr>'


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        (f"<w:tr>{ROW}<w:tc>{p(r('weg'))}</w:tc><w:tc>{p(r('ermee'))}</w:tc></w:tr>", []),
        (f"<w:tr><w:tc>{CELL}{p(r('weg'))}</w:tc><w:tc>{p(r('hier'))}</w:tc></w:tr>", ["hier"]),
        (f"<w:tr>{ROW}<w:tc>{p('<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>')}</w:tc></w:tr>", []),
    ],
)
def test_deleted_rows_and_cells_are_left_out_and_told(gone: str, left: list[str]) -> None:
    reading = read(f"<w:tbl><w:tr><w:tc>{p(r('een'))}</w:tc></w:tr>{gone}</w:tbl>" + p(r("twee")))
    assert [reading.text[line.start : line.end] for line in reading.paragraphs] == ["een", *left, "twee"]
    assert [*map(str, reading.notes)] == ["1 deletion under review was left out; insertions were read."]


def test_the_strict_variant_of_the_format_is_read() -> None:
    data = make_docx(p(r("R: ja")))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, zipfile.ZipFile(io.BytesIO(data)) as old:
        archive.writestr("word/document.xml", old.read("word/document.xml").decode().replace(W, strict))
    assert read_data(buffer.getvalue(), where="a.docx").text == "R: ja"


def test_another_zip_is_no_word_document() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("photo.jpg", b"x")
    with pytest.raises(TranscriptError, match="not a Word document"):
        read_data(buffer.getvalue(), where="a.docx")


@pytest.mark.skipif(not HARD.exists(), reason="the shared prototypes are not here")
def test_the_hard_document_gives_every_marker_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["make", str(tmp_path / "hard.docx")])
    runpy.run_path(str(HARD))
    reading = read_data((tmp_path / "hard.docx").read_bytes(), where="hard.docx")
    once = (
        "TRACKINS HYPERLINK SDTINLINE SDTBLOCK TABBED SOFTBREAK STAMPED SMARTTAG FLDSIMPLE MOVETO TEXTBOX NESTEDTBL "
        "MERGED LAST NUMBERED visible co-op"
    )
    assert {marker: reading.text.count(marker) for marker in once.split()} == dict.fromkeys(once.split(), 1)
    assert not [gone for gone in ("TRACKDEL", "MOVEFROM", "COMMENT", "FOOTNOTE", "HEADER") if gone in reading.text]


texts = st.text(
    st.characters(codec="utf-8", exclude_characters="<>&\r", exclude_categories=["Cc", "Cs", "Cn"]), max_size=8
).filter(lambda text: not note_headings.heads_notes(text))  # a column of that name is kept apart
wrappers = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>"])
wrappers |= st.sampled_from(["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:fldSimple>{}</w:fldSimple>"])
runs = st.builds(lambda wrapper, text: (wrapper.format(r(text)), text), wrappers, texts)
deleted = texts.map(lambda text: (f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>", ""))
paragraphs = st.lists(runs | deleted, max_size=4).map(lambda rs: (p(*(x for x, _ in rs)), "".join(t for _, t in rs)))


def table(cells: list[tuple[str, str]]) -> tuple[str, str]:
    return rows(*(xml for xml, _ in cells)), "".join(text for _, text in cells)


def box(inside: tuple[str, str]) -> tuple[str, str]:
    return p(either(f"<w:txbxContent>{inside[0]}</w:txbxContent>")), inside[1]


blocks = st.recursive(paragraphs, lambda inner: st.lists(inner, min_size=1, max_size=3).map(table) | inner.map(box))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(blocks, max_size=5))
def test_all_visible_text_of_any_document_is_read_in_order(document: list[tuple[str, str]]) -> None:
    expected = "".join("".join(text for _, text in document).replace("\ufeff", "").split())
    with mock.patch.object(
        question_heads, "pair_labels", return_value=[]
    ):  # it puts labels before the lines beside them
        reading = read("".join(xml for xml, _ in document) + p(r("R: ja")))
    assert "".join(reading.text.split()) == expected + "R:ja"


def test_a_symbol_is_its_character_or_is_named_apart() -> None:
    body = (
        "<w:p><w:r><w:t>R: caf</w:t><w:sym w:font='Arial' w:char='00E9'/></w:r>"
        "<w:r><w:t> ja</w:t><w:sym w:font='Wingdings' w:char='F04A'/><w:sym w:char='zz'/></w:r></w:p>"
    )
    reading = read_data(make_docx(body), where="a.docx")
    assert reading.text == "R: café ja"
    assert reading.remainders["symbols"] == "Wingdings F04A\nzz"


def chosen(*said: str) -> str:
    entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in ("Ja zeker", "Nee hoor"))
    look = f"<w:ffData><w:ddList>{''.join(said)}{entries}</w:ddList></w:ffData>"
    codes = "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
    ends = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return f'<w:r><w:fldChar w:fldCharType="begin">{look}</w:fldChar></w:r>{codes}{ends}'


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (('<w:result w:val="1"/>',), "Nee hoor"),
        (('<w:default w:val="1"/>',), "Nee hoor"),
        (('<w:result w:val="0"/>', '<w:default w:val="1"/>'), "Ja zeker"),
        ((), "Ja zeker"),
        (('<w:result w:val="7"/>',), ""),
        (('<w:result w:val="x"/>',), ""),
        ((f'<w:result w:val="{"1" * 5000}"/>',), ""),
    ],
)
def test_what_was_chosen_in_a_list_of_an_old_form_is_talk(said: tuple[str, ...], shown: str) -> None:
    assert read(p(r("R: "), chosen(*said), r("."))).text == f"R: {shown}."
    if shown:
        cells = rows(p(r("Antwoord")), p(chosen(*said)))
        assert shown in read(cells).text


def test_the_same_styles_in_many_files_are_read_once_and_each_damaged_one_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[bytes] = []
    parse = word_parts.parse_xml
    monkeypatch.setattr(word_parts, "parse_xml", lambda data, **named: made.append(data) or parse(data, **named))
    word_parts._looks_of_styles.cache_clear()

    def looks(styles: str, where: str) -> dict[str, dict[str, str]]:
        with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
            archive.writestr("word/styles.xml", styles)
        return word_parts.find_styles(open_package(packed.getvalue(), where=where))

    bold = f'<w:styles xmlns:w="{W}"><w:style w:styleId="S"><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    assert looks(bold, "a.docx") == looks(bold, "b.docx") == {"b": {"S": "1"}}
    assert len(made) == 1
    for name in ("c.docx", "d.docx"):
        with pytest.raises(TranscriptError, match=f"^{name}"):
            looks(bold[:-5], name)
