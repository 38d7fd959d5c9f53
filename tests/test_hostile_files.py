"""Files made to harm, or harmed: each is refused in one line, in little time and little memory."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys
import zipfile
import zlib
from functools import partial
from pathlib import Path

import pytest

import test_readers_formats as formats
from bp_qual.errors import TranscriptError
from bp_qual.readers import NOT_UNDERSTOOD, read_data
from bp_qual.readers.markup import parse_xml
from bp_qual.transcripts import count_turn_words, read_transcript
from processor_time import assert_keeps_step, at_most
from reader_samples import make_samples

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_docx(xml: str | bytes, name: str = "word/document.xml") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return buffer.getvalue()


def document(body: str, before: str = "") -> str:
    return f"<?xml version='1.0'?>{before}<w:document {W}><w:body>{body}</w:body></w:document>"


LINE = "<w:p><w:r><w:t>R: ja</w:t></w:r></w:p>"
OUTSIDE = '<!ENTITY x SYSTEM "file:///etc/passwd">'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
SIGNS = "".join(chr(65 + n * n % 57) for n in range(57))
BOMBS = {  # each made where it is tried
    "blanks": lambda: document(LINE + " " * 15_000_000),
    "empty paragraphs": lambda: document("<w:p/>" * 2_000_000),
    "paragraphs": lambda: document(LINE * 300_000),
    "a part above the limit": lambda: document(LINE + "".join(map(str, range(3_500_000)))),
    "billion laughs": lambda: document(LINE.replace("ja", "&a9;"), f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>'),
    "outside entity": lambda: document(LINE.replace("ja", "&x;"), f"<!DOCTYPE x [{OUTSIDE}]>"),
    "nesting": lambda: document("<w:p>" * 5_000 + "</w:p>" * 5_000),
    "a text of 12 MB": lambda: document(LINE.replace("ja", SIGNS * (12_000_000 // len(SIGNS)))),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_goes_off(name: str) -> None:
    data = make_docx(BOMBS[name]().replace("&a9;" if name != "billion laughs" else "\0", "&a9;"))
    with at_most(2), pytest.raises(TranscriptError) as caught:
        read_data(data, where="a.docx")
    assert "\n" not in str(caught.value)
    assert "root:" not in str(caught.value)


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join([packer.compress(b"q " * 500_000) for _ in range(150)] + [packer.flush()])
    length = b"/Length %d /Filter /FlateDecode" % len(packed)
    data = re.sub(rb"/Length \d+", length, formats.make_pdf(["I: Hoe?"]))
    head, _, tail = data.partition(b"stream\n")
    bomb = head + b"stream\n" + packed + b"\nendstream" + tail.partition(b"endstream")[2]
    with at_most(3), pytest.raises(TranscriptError, match="unpacks to more than 100 MB"):
        read_data(bomb, where="a.pdf")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_that_declares_entities_is_refused(encoding: str) -> None:
    workbook = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><x>&x;</x>'
    )
    with pytest.raises(TranscriptError, match="declares entities"):
        read_data(make_docx(workbook.encode(encoding), "xl/workbook.xml"), where="a.xlsx")


def test_an_honest_long_document_is_read() -> None:
    reading = read_data(
        make_docx(document("".join(LINE.replace("ja", f"{n * n} ja") for n in range(30_000)))), where="a.docx"
    )
    assert len(reading.paragraphs) == 30_000


def test_entities_are_never_filled_in() -> None:
    with pytest.raises(TranscriptError, match="declares entities"):
        parse_xml(b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><x>&x;</x>', where="a.eaf")


def test_a_truncated_file_is_refused_at_every_length() -> None:
    data = make_docx(document(LINE))
    for length in range(4, len(data), 7):
        with pytest.raises(TranscriptError):
            read_data(data[:length], where="a.docx")


SPECIMENS = {
    "a.docx": make_docx(document(LINE)),
    "a.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Ja &amp; nee\n\n00:02.000 --> 00:03.000\nBert: hoi\n",
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nJa <i>hoor</i>\n\n2\n00:00:02,000 --> 00:00:03,000\nNee\n",
    "a.md": b"---\na: b\n---\n**Ann:** It&#39;s \\[laughs\\]\n\n# Kop\n",
    "a.txt": "I: Hoe?\r\n[00:01] R: één (lacht)\n".encode(),
    "a.odt": formats.make_odt("<text:p>R: een<text:s text:c='2'/>twee<text:tab/></text:p><text:h>x</text:h>"),
    "a.rtf": formats.RTF.encode(),
    "a.pdf": formats.make_pdf(["I: Hoe?", "R: Goed."], ["R: Ja."]),
    "a.json": b'{"segments": [{"start": 0.5, "end": 1.0, "text": " Ja.", "speaker": "S0"}, {"text": "Nee."}]}',
    "a.eaf": formats.EAF.encode(),
    "a.exb": formats.EXB.encode(),
    "a.TextGrid": formats.LONG_GRID.encode(),
    "a.cha": b"@Begin\n*INV:\thoe gaat\n\thet ? \x151_25\x15\n%mor:\tx|y\n*PAR:\tgoed &=laughs hoor .\n",
    "a.xml": formats.TEI.encode(),
    "a.html": b"<html><body><h1>G</h1><p><b>Eva:</b> Hoe &nbsp; x</p><table><tr><td>a<td>b</table></body></html>",
    "a.csv": b'Tijd;Spreker;Tekst\n0:01;Eva;Hoe?\n0:02;Jan;"Goed\nhoor"\n',
}


def spoil(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some changed, taken out, or said twice."""
    spoiled = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        place, kind = chance.randrange(len(spoiled)), chance.random()
        if kind < 0.5:
            spoiled[place] = chance.randrange(256)
        elif kind < 0.75:
            del spoiled[place : place + chance.randrange(1, 30)]
        else:
            spoiled[place:place] = data[chance.randrange(len(data)) :][: chance.randrange(1, 60)]
        spoiled = spoiled or bytearray(b"x")
    return bytes(spoiled)


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_spoiled_file_never_causes_anything_but_named_problems_of_one_line(name: str) -> None:
    chance = random.Random(name)
    for _ in range(100):
        try:
            read_data(spoil(SPECIMENS[name], chance), where=name)
        except TranscriptError as err:
            assert all(line.startswith(name) for line in str(err).splitlines())  # noqa: PT017


FLOODS = {
    "blanks": " " * 300_000 + "!",
    "a label and blanks": "R" + " " * 300_000 + "!",
    "tabs": "\t" * 300_000 + "x",
    "brackets": "(" * 200_000,
    "commas in brackets": "R: (" + "a," * 100_000 + ")",
    "stars": "*" * 200_000,
    "entities": "&amp;" * 40_000,
    "colons": "a:" * 100_000,
    "numbers": "1 " * 100_000,
    "tags": "<v a>" * 40_000,
    "zero width": "\u200b" * 300_000 + ":",
    "one word": "R: " + "a" * 300_000,
    "dashes": "- " * 100_000,
}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_one_sign_takes_no_longer_than_other_text(tmp_path: Path, name: str) -> None:
    for ending, before in (
        ("txt", "I: Hoe?\nR: Ja\n"),
        ("md", "I: Hoe?\nR: Ja\n"),
        ("vtt", "WEBVTT\n\n00:01.0 --> 00:02.0\n"),
    ):
        (tmp_path / f"a.{ending}").write_text(before + FLOODS[name], encoding="utf-8")
        with at_most(10):
            transcript = read_transcript(tmp_path / f"a.{ending}", interview="a", wave="1", persons={"P01": ()})
            count_turn_words(transcript)


NO_NETWORK = """
import socket, subprocess, os, sys, glob
def refuse(*args, **kwargs):
    raise SystemExit("a reader reached out")
socket.socket.connect = socket.create_connection = subprocess.Popen.__init__ = os.system = refuse
from bp_qual.transcripts import read_transcript
for path in sys.argv[1:]:
    read_transcript(path, interview="a", wave="1", persons={"P01": ()})
"""


def test_no_reader_opens_a_connection_or_runs_a_program(tmp_path: Path) -> None:
    paths = []
    for name, data in SPECIMENS.items():
        (tmp_path / name).write_bytes(data)
        paths.append(str(tmp_path / name))
    done = subprocess.run([sys.executable, "-c", NO_NETWORK, *paths], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("tag", ["<b ", "</b ", "<!DOCTYPE ", "<![CDATA[", "<?xml "])
def test_a_page_that_ends_in_very_many_tags_without_an_end_takes_little_time(tag: str) -> None:
    with at_most(3):
        reading = read_data(("<p>R: ja</p>" + tag * 10_000).encode(), where="a.html")
        assert "R: ja" in reading.text


FLOODS_OF_TAGS = ("</b ", "<!-", "&#", "<!--", "<style>", "<script>", "<style", "<script a='", "<title>")


@pytest.mark.sweep(2)
@pytest.mark.parametrize("after", ["", "</style>"])
@pytest.mark.parametrize("flood", FLOODS_OF_TAGS)
def test_four_times_as_many_broken_tags_take_about_four_times_as_long(flood: str, after: str) -> None:
    few, many = ((f"<p>R: ja</p>{flood * times}{after}<p>I: nee</p>").encode() for times in (3_000, 12_000))
    read_data(few, where="a.html")
    read = partial(read_data, where="a.html")
    assert_keeps_step(partial(read, many), partial(read, few), bound=8, share=4, least=0.02)


@pytest.mark.parametrize("name", ["script", "style"])
def test_what_a_script_or_style_sheet_without_an_end_swallows_is_not_understood(name: str) -> None:
    """Every page ends there for a browser; a word that was said is in it none the less."""
    reading = read_data(f"<p>R: ja</p><{name}>x</{name[:-1]}><p>R: en GEHEIM</p>".encode(), where="a.html")
    assert "GEHEIM" in reading.remainders[NOT_UNDERSTOOD]
    assert [note.kind for note in reading.notes] == ["not understood"]


def test_a_comment_in_a_page_that_speaks_of_a_script_hides_no_text_behind_it() -> None:
    reading = read_data(b"<p>R: ja</p><!-- <script> --><p>R: nee</p><script>x()</script>", where="a.html")
    assert reading.text == "R: ja\nR: nee"
    assert reading.notes == ()


CIRCLES = {
    "itself": b"1 0 obj 1 0 R endobj",
    "two": b"1 0 obj 2 0 R endobj\n2 0 obj 1 0 R endobj",
    "pages": b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj 3 0 R endobj\n3 0 obj 2 0 R endobj",
}


@pytest.mark.parametrize("circle", CIRCLES)
def test_objects_of_a_pdf_that_are_given_as_each_other_are_refused_and_not_followed_without_end(circle: str) -> None:
    script = """
import sys
from bp_qual.errors import TranscriptError
from bp_qual.readers import read_data
try:
    read_data(sys.stdin.buffer.read(), where="a.pdf")
except TranscriptError as error:
    sys.exit("a.pdf" not in str(error))
sys.exit("was read")
"""
    data = b"%PDF-1.4\n" + CIRCLES[circle] + b"\ntrailer << /Root 1 0 R >>\n%%EOF"
    done = subprocess.run([sys.executable, "-c", script], input=data, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_drawings_of_a_pdf_that_draw_each_other_are_refused_before_they_are_a_hundred_thousand() -> None:
    form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> >> /Length {} >>"
    drawn = "/X Do " * 10
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
        *(f"{form.format(number + 1, len(drawn))}\nstream\n{drawn}\nendstream" for number in range(5, 10)),
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 6 >>\nstream\n(a) Tj\nendstream",
    ]
    objects = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, 1))
    data = f"%PDF-1.4\n{objects}trailer << /Root 1 0 R /Size {len(bodies) + 1} >>\n%%EOF".encode()
    with pytest.raises(TranscriptError, match=r"a\.pdf  is damaged"):
        read_data(data, where="a.pdf")


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("cut", [False, True])
@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.xlsx"])
def test_a_package_that_no_office_program_packs_so_is_refused_whole_and_damaged(
    name: str, cut: bool, method: int
) -> None:
    with zipfile.ZipFile(io.BytesIO(make_samples()[name])) as sound, zipfile.ZipFile(made := io.BytesIO(), "w") as odd:
        for part in sound.namelist():
            odd.writestr(part, sound.read(part), method)
        first = odd.infolist()[0]
    data = bytearray(made.getvalue())
    if cut:
        at = first.header_offset + 30 + len(first.filename) + 4
        data[at : at + 6] = b"\xff" * 6
    with pytest.raises(TranscriptError, match=f"^{re.escape(name)}  is damaged: .*packed"):
        read_data(bytes(data), where=name)
