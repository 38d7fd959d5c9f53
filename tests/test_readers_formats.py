"""All other formats: OpenDocument, RTF, PDF, tables, speech recognition, annotation programs, TEI, web pages."""

from __future__ import annotations

import io
import json
import sys
import zipfile

import pytest
from openpyxl import Workbook

from bp_qual.errors import TranscriptError
from bp_qual.readers import ENDINGS, Reading, count_visible, read_data


def read(data: str | bytes, name: str) -> Reading:
    return read_data(data.encode() if isinstance(data, str) else data, where=name)


def lines(reading: Reading) -> list[str]:
    return [reading.text[line.start : line.end] for line in reading.paragraphs]


def labelled(reading: Reading) -> list[tuple[str, str]]:
    return [(line.label, reading.text[line.start : line.end]) for line in reading.paragraphs]


# --- OpenDocument

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table", "style", "draw"))
SPACES += f' xmlns:fo="{ODF}xsl-fo-compatible:1.0" xmlns:svg="{ODF}svg-compatible:1.0"'


def make_odt(body: str, styles: str = "", automatic: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        inner = f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}"
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}>{inner}</office:text></office:body></office:document-content>",
        )
        if styles:
            archive.writestr("styles.xml", f"<office:document-styles {SPACES}>{styles}</office:document-styles>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>een<text:s text:c='2'/>twee<text:tab/>drie<text:line-break/>vier</text:p>", "een  twee\tdrie\nvier"),
        ("<text:p>een <text:span>twee</text:span> <text:a>drie</text:a></text:p>", "een twee drie"),
        ("<text:list><text:list-item><text:p>een</text:p></text:list-item></text:list>", "een"),
        ("<text:p>een<draw:text-box><text:p>kader</text:p></draw:text-box> twee</text:p>", "een\nkader\n twee"),
        ("<text:h>Kop</text:h><text:p>een\n twee</text:p>", "Kop\neen  twee"),
        (
            "<table:table><table:table-row><table:table-cell><text:p>R</text:p></table:table-cell><table:table-cell>"
            "<text:p>een</text:p><text:p>twee</text:p></table:table-cell></table:table-row></table:table>",
            "R\teen\ntwee",
        ),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>een<text:change/> twee</text:p>",
            "een twee",
        ),
        (
            "<text:tracked-changes><text:changed-region xml:id='c1' text:id='c1'><text:deletion/></text:changed-region>"
            "<text:changed-region text:id='c2'><text:insertion/></text:changed-region></text:tracked-changes>"
            "<table:table><table:table-row><table:table-cell>"
            "<text:p>een <text:change-start text:change-id='c1'/>weg</text:p>"
            "<text:p>ook <text:span>weg<text:change-end text:change-id='c1'/>twee</text:span> drie</text:p>"
            "<text:p><text:change-start text:change-id='c2'/>vier<text:change-end text:change-id='c2'/></text:p>"
            "</table:table-cell></table:table-row></table:table>",
            "een \ntwee drie\nvier",
        ),
        (
            "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion/></text:changed-region>"
            "</text:tracked-changes><text:p>een<text:change-start text:change-id='c1'/> twee</text:p>",
            "een twee",
        ),
    ],
)  # fmt: skip
def test_every_kind_of_opendocument_container_gives_its_words_once(body: str, text: str) -> None:
    assert read(make_odt(body), "a.odt").text == text


def test_opendocument_notes_comments_and_headers_are_counted_apart() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:p>voet</text:p></text:note>"
    comment = "<office:annotation><text:p>kijk na</text:p></office:annotation>"
    master = "<office:master-styles><style:header><text:p>kop</text:p></style:header></office:master-styles>"
    reading = read(make_odt(f"<text:p>R: ja{note}{comment} hoor</text:p>", master), "a.odt")
    assert reading.text == "R: ja hoor"
    assert {name: count_visible(rest) for name, rest in reading.remainders.items()} == {
        "footnotes": 4, "comments": 6, "headers and footers": 3,
    }  # fmt: skip


def test_a_page_too_deep_to_be_read_is_said_to_be_so() -> None:
    with pytest.raises(TranscriptError, match="parts within parts"):
        read(b"<table><tr><td>" * 1000 + b"R: ja", "a.html")


def test_in_opendocument_what_stands_in_for_a_picture_a_script_or_an_answer_is_no_talk() -> None:
    picture = "<draw:frame><svg:title>titel</svg:title><svg:desc>een foto</svg:desc></draw:frame>"
    others = "<text:script>code()</text:script><text:placeholder>naam</text:placeholder>"
    beside = f"{picture}<table:table><table:title>tabel</table:title></table:table>"
    reading = read(make_odt(f"<text:p>R: ja{picture}{others} hoor</text:p>{beside}"), "a.odt")
    assert reading.text == "R: ja hoor"
    assert {name: count_visible(rest) for name, rest in reading.remainders.items()} == {
        "alternative text": 29, "scripts": 6, "empty form fields": 4,
    }  # fmt: skip
    assert not reading.notes


def test_opendocument_bold_and_colour_are_marked() -> None:
    look = (
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold" fo:color="#ff0000"/></style:style>'
    )
    reading = read(
        make_odt('<text:p><text:span text:style-name="T1">Ann</text:span> ja</text:p>', automatic=look), "a.odt"
    )
    assert [(m.start, m.end, m.kind, m.value) for m in reading.paragraphs[0].marks] == [
        (0, 3, "bold", ""),
        (0, 3, "colour", "FF0000"),
    ]


def test_a_protected_opendocument_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", "x")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(TranscriptError, match="password"):
        read(buffer.getvalue(), "a.odt")


# --- RTF

RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}}{\colortbl;\red255\green0\blue0;}
{\header\pard kop {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}
\pard\plain {\b I:} Hoe was het in caf\'e9 {\rtlch\fcs1 \af0 {\deleted\insrsid1 oud }}\u8364? nieuw?\par
{\listtext\pard 1.\tab}R: Goed{\footnote\pard voetnoot} hoor \u-10179?\u-8704?.\par
{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt \pard R: in een kader\par}}}
\trowd\cellx100\cellx200\intbl R:\cell tabel\cell\row\pard
{\*\annotation\pard kijk na\par}einde\par}"""


def test_rtf_gives_its_words_and_keeps_the_rest_apart() -> None:
    reading = read(RTF, "a.rtf")
    assert lines(reading) == [
        "I: Hoe was het in café € nieuw?", "R: Goed hoor 😀.", "R: in een kader", "R:\ttabel", "einde",
    ]  # fmt: skip
    assert {name: rest.strip() for name, rest in reading.remainders.items()} == {
        "headers and footers": "kop 3", "list numbers": "1.", "footnotes": "voetnoot", "comments": "kijk na",
    }  # fmt: skip
    assert [*map(str, reading.notes)] == ["1 deletion under review was left out; insertions were read."]


@pytest.mark.parametrize(
    "deleted", [r"\deleted oud \deleted0 ", r"\deleted1 {\b oud }\deleted0 ", r"{\b\deleted oud }"]
)
def test_text_that_a_switch_of_rtf_deletes_is_left_out_and_told(deleted: str) -> None:
    reading = read(rf"{{\rtf1\ansi R: Ja {deleted}nieuw.\par}}", "a.rtf")
    assert lines(reading) == ["R: Ja nieuw."]
    assert [*map(str, reading.notes)] == ["1 deletion under review was left out; insertions were read."]


@pytest.mark.parametrize("data", [r"{\rtf1 {\footnote een", "{\\rtf1 " + "{" * 3000 + "R: x" + "}" * 3000 + "}"])
def test_odd_rtf_is_read_or_refused_in_one_line(data: str) -> None:
    try:
        read(data, "a.rtf")
    except TranscriptError as err:
        assert str(err).startswith("a.rtf  is damaged")  # noqa: PT017


# --- PDF


def make_pdf(*pages: list[str], image: bool = False) -> bytes:
    """Return a small PDF; a line that begins with * is bold."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> "
    fonts += b"/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>"
    kids = []
    for page in pages:
        content = b"".join(
            b"BT /%s 11 Tf 50 %d Td (%s) Tj ET\n"
            % (b"F2" if line.startswith("*") else b"F1", 800 - 20 * n, line.lstrip("*").encode("cp1252"))
            for n, line in enumerate(page)
        )
        if image:
            content += b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"
        kids.append(b"%d 0 R" % (len(objects) + 1))
        resources = b"<< /Font " + fonts + b" >>"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents %d 0 R /Resources %s >>"
            % (len(objects) + 2, resources)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(pages))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n" % (len(objects) + 1, table)
    return out + b"<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, out.rfind(b"xref\n0"))


def test_a_pdf_gives_its_lines_in_order_and_keeps_headers_and_footers_apart() -> None:
    talk = [[f"I: Hoe {word}?", "R: Goed hoor.", "I: En toen?", f"R: {word}."] for word in ("zo", "dan", "nu", "ook")]
    reading = read(make_pdf(*(["Gesprek 7", *page, f"pagina {n} van 4"] for n, page in enumerate(talk, 1))), "a.pdf")
    assert lines(reading) == [line for page in talk for line in page]
    assert "pagina 4 van 4" in reading.remainders["headers and footers"]


def test_words_cut_at_the_end_of_a_pdf_line_are_joined_and_marked_bold_labels_seen() -> None:
    reading = read(make_pdf(["*Eva", "We zijn samen-", "werken gaan en land-", "en tuinbouw, één.", "Zo-"]), "a.pdf")
    assert lines(reading) == ["Eva", "We zijn samen\u00adwerken gaan en land-", "en tuinbouw, één.", "Zo-"]
    assert [(mark.kind, mark.start, mark.end) for mark in reading.paragraphs[0].marks] == [("bold", 0, 3)]


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(TranscriptError, match=r"is a scan.*OCR"):
        read(make_pdf([], image=True), "a.pdf")


# --- tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_with_a_speaker_and_a_text_column_is_read(delimiter: str) -> None:
    rows = [
        ["Tijd", "Spreker", "Tekst", "x"],
        ["0:01", "Eva", "Hoe?", "1"],
        ["0:02", "Jan", "Goed.", ""],
        ["0:03", "", "Zo.", ""],
    ]
    reading = read("\r\n".join(delimiter.join(row) for row in rows), "a.csv")
    assert labelled(reading) == [("Eva", "Hoe?"), ("Jan", "Goed."), ("Jan", "Zo.")]
    assert [line.at for line in reading.paragraphs] == [1, 2, 3]


def test_a_workbook_is_read_like_a_table() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["speaker", "start", "text"], ["Eva", 1.5, "Hoe?"], ["Jan", 2, "Goed.\nHoor."], [None, None, "=1+1"]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue(), "a.xlsx")
    assert labelled(reading)[:3] == [("Eva", "Hoe?"), ("Jan", "Goed."), ("Jan", "Hoor.")]
    assert reading.paragraphs[0].at == 1.5


@pytest.mark.parametrize("rows", [["I: Hoe?", "R: Goed.", "En nu ook.", "I: Mooi."], ["", "I: Hoe?", "", "R: Goed."]])
def test_a_table_of_one_column_with_labels_is_read_as_text(rows: list[str]) -> None:
    book = pytest.importorskip("openpyxl").Workbook()
    for row in rows:
        book.active.append([None, row])
    book.save(buffer := io.BytesIO())
    said = [("", line) for line in rows if line]
    assert labelled(read(buffer.getvalue(), "a.xlsx")) == said
    assert labelled(read("\n".join(rows), "a.csv")) == said


def test_a_table_without_a_speaker_column_is_refused_with_the_columns_it_has() -> None:
    with pytest.raises(TranscriptError, match=r"no column for the speaker.*They are: a, text(?! \.\.\.)"):
        read("a,text\n1,ja", "a.csv")
    many = ",".join(f"c{n}" for n in range(1, 12))
    with pytest.raises(TranscriptError, match=r"They are: c1, .*c9, text \.\.\."):
        read(f"{many.replace('c10', 'text')}\n1", "a.csv")


# --- speech recognition


def test_whisper_and_whisperx_are_read() -> None:
    words = [{"word": "Ja", "start": 1.0}]
    content = {
        "text": "Ja. Nee. Zo.",
        "segments": [
            {"start": 0.5, "end": 1.0, "text": " Ja.", "speaker": "SPEAKER_00", "words": words},
            {"start": 1.0, "end": 2.0, "text": " Nee.", "speaker": "SPEAKER_01"},
            {"start": 2.0, "end": 3.0, "text": " \u00c9\ud83d\ude00n.", "speaker": "SPEAKER_01"},
        ],
    }
    reading = read(json.dumps(content), "a.json")
    assert labelled(reading) == [("SPEAKER_00", "Ja."), ("SPEAKER_01", "Nee. É😀n.")]
    assert [line.at for line in reading.paragraphs] == [0.5, 1.0]


def test_a_segment_in_which_two_speak_is_cut_where_its_words_say_so() -> None:
    spoken = [("Hoe", "A"), ("dan?", "A"), ("Nou,", "B"), ("zo.", None)]
    words = [
        {"word": word, "start": n, "end": n + 1} | ({"speaker": who} if who else {})
        for n, (word, who) in enumerate(spoken)
    ]
    segment = {"start": 0, "end": 4, "text": " Hoe dan? Nou, zo.", "speaker": "A", "words": words}
    after = {"start": 4, "end": 5, "text": " Echt?", "speaker": "A"}
    assert labelled(read(json.dumps({"segments": [segment, after]}), "a.json")) == [
        ("A", "Hoe dan?"), ("B", "Nou, zo."), ("A", "Echt?")
    ]  # fmt: skip
    other = segment | {"text": " Hoe dan? Nou, ja, zo."}  # its words are not its text: nothing is cut, nothing lost
    assert labelled(read(json.dumps({"segments": [other, after]}), "a.json")) == [("A", "Hoe dan? Nou, ja, zo. Echt?")]


def test_services_that_keep_words_and_names_apart_are_read() -> None:
    content = {
        "speakers": [{"spkid": "spk1", "name": "Eva"}],
        "segments": [{"speaker": "spk1", "words": [{"text": "Hoe", "start": 1}, {"text": "dan?", "start": 2}]}],
    }
    assert labelled(read(json.dumps(content), "a.json")) == [("Eva", "Hoe dan?")]


@pytest.mark.parametrize(
    "data", ["{", "[]", "3", '{"segments": 5}', '{"segments": [{"text": {}}]}', "[" * 100_000, '{"a": "\\ud800"}']
)
def test_json_that_is_no_transcript_is_refused(data: str) -> None:
    said = "has parts within parts" if data.startswith("[[") else "is "
    with pytest.raises(TranscriptError, match=rf"^a\.json  {said}"):
        read(data, "a.json")


# --- annotation programs

EAF = """<?xml version="1.0"?><ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="1000"/>
<TIME_SLOT TIME_SLOT_ID="t2" TIME_VALUE="2000"/><TIME_SLOT TIME_SLOT_ID="t3"/>
<TIME_SLOT TIME_SLOT_ID="t4" TIME_VALUE="4000"/></TIME_ORDER>
<TIER TIER_ID="K" PARTICIPANT="Jan"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t2" TIME_SLOT_REF2="t3">
<ANNOTATION_VALUE>Goed.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="Eva"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2">
<ANNOTATION_VALUE>Hoe gaat het?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="vertaling" PARENT_REF="Eva"><ANNOTATION><REF_ANNOTATION ANNOTATION_REF="a1">
<ANNOTATION_VALUE>How are you?</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>"""


def test_elan_tiers_are_speakers_in_order_of_time() -> None:
    reading = read(EAF, "a.eaf")
    assert labelled(reading) == [("Eva", "Hoe gaat het?"), ("Jan", "Goed.")]
    assert reading.remainders["dependent tiers"] == "How are you?"
    assert [(line.at, line.until) for line in reading.paragraphs] == [(1, 2), (2, None)]


EXB = """<basic-transcription><head>
<speakertable><speaker id="S1"><abbreviation>EVA</abbreviation></speaker></speakertable></head>
<basic-body><common-timeline><tli id="T0" time="0"/><tli id="T1"/><tli id="T2" time="2"/>
<tli id="T3" time="3"/></common-timeline>
<tier id="a" speaker="S1" type="t">
<event start="T0" end="T1">Hoe ga</event><event start="T1" end="T2">at het? </event></tier>
<tier id="b" speaker="S2" type="t"><event start="T2" end="T3">Goed. </event></tier>
<tier id="c" speaker="S1" type="a"><event start="T0" end="T3">noot</event></tier></basic-body></basic-transcription>"""


def test_exmaralda_joins_what_it_cut_and_keeps_annotations_apart() -> None:
    reading = read(EXB, "a.exb")
    assert labelled(reading) == [("EVA", "Hoe gaat het?"), ("S2", "Goed.")]
    assert reading.remainders == {"annotation tiers": "noot", "properties of the file": "EVA"}


LONG_GRID = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 3
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "Eva"
        xmin = 0
        xmax = 3
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1.5
            text = "Hoe ""gaat"" het? 3 = 3"
        intervals [2]:
            xmin = 1.5
            xmax = 3
            text = ""
    item [2]:
        class = "TextTier"
        name = "Jan"
        xmin = 0
        xmax = 3
        points: size = 1
        points [1]:
            number = 2
            mark = "Goed."
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_textgrids_are_read_in_both_encodings_praat_writes(encoding: str) -> None:
    assert labelled(read(LONG_GRID.encode(encoding), "a.TextGrid")) == [
        ("Eva", 'Hoe "gaat" het? 3 = 3'),
        ("Jan", "Goed."),
    ]


def test_word_and_phone_tiers_are_not_talk_said_twice() -> None:
    grid = LONG_GRID.replace('"Jan"', '"Eva - words"')
    reading = read(grid, "a.TextGrid")
    assert labelled(reading) == [("Eva", 'Hoe "gaat" het? 3 = 3')]
    assert reading.remainders["dependent tiers"] == "Goed."


def test_chat_utterances_are_lines_and_codes_are_kept_apart() -> None:
    text = "@UTF8\n@Begin\n@ID:\tnld|x|PAR|||\n*INV:\thoe gaat\n\thet ? \x151000_2500\x15\n%mor:\tx|y\n"
    text += "*PAR:\tgoed &=laughs hoor .\n@End\n"
    reading = read(text, "a.cha")
    assert labelled(reading) == [("INV", "hoe gaat het ?"), ("PAR", "goed hoor .")]
    assert reading.paragraphs[0].at == 1.0
    assert sorted(reading.remainders) == ["codes and times", "dependent tiers", "headers", "labels"]


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
<listPerson><person xml:id="P1"><persName><abbr>EVA</abbr></persName></person>
</listPerson></teiHeader><text><timeline><when xml:id="T1" interval="1.5s" since="#T0"/></timeline><body>
<annotationBlock who="#P1" start="#T1">
<u><seg><w>Hoe</w> <w>gaat<!-- x --></w><pause/><w>het</w><pc>?</pc>
<vocal><desc>lacht</desc></vocal></seg></u><spanGrp><span>noot</span></spanGrp></annotationBlock>
<u who="#P2">Goed, hoor.</u></body></text></TEI>"""


def test_tei_words_are_put_together_again() -> None:
    reading = read(TEI, "a.xml")
    assert labelled(reading) == [("EVA", "Hoe gaat het?"), ("P2", "Goed, hoor.")]
    assert reading.paragraphs[0].at == 1.5
    assert reading.remainders["incidents and notes"].split() == ["lacht", "noot"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ja dat <w>is</w> zo, <w>wij</w><pc>,</pc> ja.", "Ja dat is zo, wij, ja."),
        ("<seg>Ja dat</seg><seg>\n<w>is</w><w>zo</w></seg><seg>hoor.</seg>", "Ja dat is zo hoor."),
        ("Ja <seg>dat </seg>is (<w>heel</w>) <w>zo</w>.", "Ja dat is (heel) zo."),
        ("voor<w>beeld</w><seg>Ja\n</seg><pc>.</pc>", "voorbeeld Ja."),
        ("<seg><w>Ja</w> </seg>dat is", "Ja dat is"),
    ],
)
def test_tei_with_words_marked_here_and_there_loses_none_and_glues_none(said: str, expected: str) -> None:
    assert labelled(read(f'<TEI><text><body><u who="#P1">{said}</u></body></text></TEI>', "a.xml")) == [
        ("P1", expected)
    ]


def test_xml_of_another_kind_is_refused() -> None:
    with pytest.raises(TranscriptError, match=r"XML of an unknown kind \(html\)"):
        read("<html/>", "a.xml")


# --- web pages


def test_a_web_page_reads_as_it_looks() -> None:
    page = """<!DOCTYPE html><html><head>
<title>x</title><style>p{}</style></head><body><h1>Gesprek</h1>
<p><b>Eva:</b> Hoe
    gaat&nbsp;het?</p><!-- nee --><div>Jan: Goed,<br>hoor.<script>alert(1)</script></div>
    <table><tr><td>Eva</td><td>En <i>nu</i>?</td></tr></table>slot</body></html>"""
    reading = read(page, "a.html")
    assert lines(reading) == ["Gesprek", "Eva: Hoe gaat\u00a0het?", "Jan: Goed,", "hoor.", "Eva\tEn nu?", "slot"]
    assert [line.kind for line in reading.paragraphs][:2] == ["heading", "text"]
    assert [(mark.start - 8, mark.end - 8) for mark in reading.paragraphs[1].marks] == [(0, 4)]


def test_paragraphs_in_the_cells_of_a_web_page_stay_in_their_row() -> None:
    rows = "<tr><td><p>Eva</p></td>\n<td><p>Hoe dan?</p>\n<p>En <b>nu</b>?</p></td></tr>"
    rows += "<tr><td></td><td><div>Ja</div></td></tr>"
    reading = read(f"<table>{rows}</table><p>slot", "a.html")
    assert lines(reading) == ["Eva\tHoe dan?", "En nu?", "Ja", "slot"]
    assert [reading.text[mark.start : mark.end] for line in reading.paragraphs for mark in line.marks] == ["nu"]


def test_a_web_page_in_an_older_encoding_is_read_as_it_says() -> None:
    assert read('<meta charset="iso-8859-15"><p>5 €</p>'.encode("iso-8859-15"), "a.html").text == "5 €"


@pytest.mark.parametrize(
    "tag",
    [
        *("textarea", "title", "TITLE lang='nl'", "textarea rows=3", "noframes"),
        *("iframe src='a.html'", "noscript", "template", "svg", "svg width=3/", "object data='a.swf'"),
    ],
)
def test_a_title_field_frame_or_drawing_that_is_never_ended_swallows_nothing(tag: str) -> None:
    page = f"<title>Gesprek</title><p>I: Hoe gaat het?</p><{tag}><p>R: Goed hoor.</p><p>I: En nu?</p>"
    reading = read(page, "a.html")
    assert lines(reading) == ["I: Hoe gaat het?", "R: Goed hoor.", "I: En nu?"]
    assert reading.remainders == {"page head": "Gesprek"}


@pytest.mark.parametrize("tag", ["xmp", "noembed", "plaintext"])
def test_what_an_old_tag_swallows_when_it_is_never_ended_is_told_or_read(tag: str) -> None:
    reading = read(f"<p>I: Hoe gaat het?</p><{tag}><p>R: Goed hoor.</p><p>I: En nu?</p>", "a.html")
    assert lines(reading) == ["I: Hoe gaat het?", "R: Goed hoor.", "I: En nu?"]


@pytest.mark.parametrize(
    "page", ["<svg><text>kaart</text></svg>", "<script>a = '<svg>'</script>", "<noscript>Zet aan</noscript>"]
)
def test_a_drawing_that_is_ended_or_in_a_script_is_no_talk(page: str) -> None:
    assert lines(read(f"<p>I: Hoe?</p>{page}<p>R: Goed hoor.</p>", "a.html")) == ["I: Hoe?", "R: Goed hoor."]


def test_a_field_that_is_ended_holds_its_text() -> None:
    reading = read("<p>I: Hoe?</p><textarea>R: <b>ja</b></textarea><p>I: En nu?</p>", "a.html")
    assert "R: <b>ja</b>" in reading.text


# --- what is not installed


@pytest.mark.parametrize(("name", "library"), [("a.html", "lxml"), ("a.xlsx", "openpyxl"), ("a.xlsx", "lxml")])
def test_a_library_that_is_missing_is_not_called_damage(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    book = Workbook()
    for row in (("speaker", "text"), ("I", "Hoe gaat het?"), ("R", "Goed hoor.")):
        book.active.append(row)
    book.save(buffer)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(TranscriptError, match=rf"a library that bp_qual comes with is missing or broken \({library}"):
        read(buffer.getvalue() if name == "a.xlsx" else "<p>R: ja</p>", name)


@pytest.mark.parametrize(("name", "data"), [("a.rtf", RTF.encode()), ("a.pdf", make_pdf(["R: ja"]))])
def test_a_missing_library_is_one_line_with_the_pip_line(
    name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("striprtf", "striprtf.striprtf", "pdfminer.pdfpage", "pdfminer"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(
        TranscriptError, match=r'^a\.\w+  needs one more library \(\w+\)\. Run: pip install "bp_qual\[formats\]"$'
    ):
        read(data, name)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_that_is_listed_has_a_reader(ending: str) -> None:
    with pytest.raises(TranscriptError) as caught:
        read(b"\x81\x01 nothing of the kind", f"a{ending}")
    assert "ending that is not read" not in str(caught.value)


HIDDEN = "R: Dit is heel belangrijk voor mij."


@pytest.mark.parametrize(
    "hides", [f"<div style='display:none'><p>{HIDDEN}", f"<title>{HIDDEN}</title>", f"<p hidden>{HIDDEN}</p>"]
)
def test_much_that_a_page_hides_is_told(hides: str) -> None:
    reading = read(f"<title>Gesprek met iemand over de buurt</title><p>I: Hoe?</p>{hides}", "a.html")
    assert lines(reading) == ["I: Hoe?"]
    assert reading.remainders["hidden text"].strip() == HIDDEN
    assert [note.kind for note in reading.notes] == ["hidden by the page"]


def test_a_second_title_is_told_also_above_the_talk() -> None:
    reading = read(f"<title>Gesprek</title><title>{HIDDEN}</title><p>I: Hoe?</p>", "a.html")
    assert reading.remainders == {"page head": "Gesprek", "hidden text": HIDDEN}


@pytest.mark.parametrize("style", ["style\n::cue { color: red }", "Style \n::cue(v) {}", "region\nid: links"])
def test_a_style_in_small_letters_is_no_talk(style: str) -> None:
    cues = "00:01.000 --> 00:02.000\n<v Jan>Ja, dat klopt.\n\n{}\n\n00:03.000 --> 00:04.000\n<v Eva>Style is alles.\n"
    reading = read("WEBVTT\n\n" + cues.format(style), "a.vtt")
    assert lines(reading) == ["Ja, dat klopt.", "Style is alles."]


def test_a_line_that_begins_with_style_is_talk() -> None:
    cues = "00:01.000 --> 00:02.000\n<v Jan>Ja, dat klopt.\n\nstyle is alles\n\n00:03.000 --> 00:04.000\n<v Eva>Nee.\n"
    assert "style is alles" in read("WEBVTT\n\n" + cues, "a.vtt").text


@pytest.mark.parametrize("hides", ["", "<p hidden>naar boven</p>", "<style>p {color: red}</style>"])
def test_a_title_and_a_few_hidden_words_are_not_told(hides: str) -> None:
    reading = read(f"{hides}<title>Gesprek met iemand over de buurt</title><p>I: Hoe?</p>", "a.html")
    assert [note.kind for note in reading.notes] == []
