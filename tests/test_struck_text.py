"""Text with a line through it is kept apart as deleted, and told, in every format that can strike it."""

from __future__ import annotations

import io
import zipfile

import pytest

from bp_qual.readers import Reading, count_visible, read_data
from reader_samples import make_opendocument
from test_readers_word import W, make_docx, p, r

THROUGH = '<style:text-properties style:text-line-through-style="solid"/>'
NOT_THROUGH = THROUGH.replace("solid", "none")
ODT = f'<style:style style:name="T1">{THROUGH}</style:style>'
ODT_BELOW = f'{ODT}<style:style style:name="T2" style:parent-style-name="T1"/>'
ODT_PLAIN = ODT.replace("solid", "none")
PARAGRAPH = '<text:p>R: Wij <text:span text:style-name="{}">bakten </text:span>kookten.</text:p>'


def styled(style: str, switch: str) -> bytes:
    """Return a document whose style strikes."""
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="S"><w:rPr><w:{switch}/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="S"/></w:style></w:styles>'
    )
    buffer = io.BytesIO(make_docx(p(r("R: Wij "), r("bakten ", f'<w:rStyle w:val="{style}"/>'), r("kookten."))))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/styles.xml", styles)
    return buffer.getvalue()


def page(struck: str, head: str = "") -> bytes:
    return f"{head}<p>R: Wij {struck}kookten.</p>".encode()


STRUCK = {
    "run.docx": make_docx(p(r("R: Wij "), r("bakten ", "<w:strike/>"), r("kookten."))),
    "twice.docx": make_docx(p(r("R: Wij "), r("bakten ", '<w:dstrike w:val="true"/>'), r("kookten."))),
    "style.docx": styled("S", "strike"),
    "based.docx": styled("B", "dstrike"),
    "a.odt": make_opendocument("text", PARAGRAPH.format("T1"), ODT),
    "based.odt": make_opendocument("text", PARAGRAPH.format("T2"), ODT_BELOW),
    "a.rtf": rb"{\rtf1\ansi R: Wij {\strike bakten }kookten.\par}",
    "off.rtf": rb"{\rtf1\ansi R: Wij \strike bakten \strike0 kookten.\par}",
    "twice.rtf": rb"{\rtf1\ansi R: Wij {\striked1 bakten }kookten.\par}",
    "s.html": page("<s>bakten </s>"),
    "strike.html": page("<strike>bakten </strike>"),
    "del.html": page("<del>bakten </del>"),
    "style.html": page('<span style="color:red; text-decoration: line-through">bakten </span>'),
    "class.html": page(
        '<span class="c3">bakten </span>', "<style>.c3{text-decoration-line:line-through;color:#000}</style>"
    ),
    "a.md": b"R: Wij ~~bakten ~ of~~ kookten.",
}
SHOWN = {
    "off.docx": make_docx(p(r("R: Wij "), r("bakten ", '<w:strike w:val="0"/>'), r("kookten."))),
    "none.odt": make_opendocument("text", PARAGRAPH.format("T1"), ODT_PLAIN),
    "shown.odt": make_opendocument(
        "text",
        PARAGRAPH.format("T2"),
        f'{ODT}<style:style style:name="T2" style:parent-style-name="T1">{NOT_THROUGH}</style:style>',
    ),
    "off.rtf": rb"{\rtf1\ansi R: Wij {\strike0 bakten }kookten.\par}",
    "underlined.html": page('<span style="text-decoration: underline">bakten </span>'),
    "a.md": b"R: Wij ~~ bakten kookten.",
    "one.md": b"R: Wij ~bakten~ kookten.",
}


def read(name: str, data: bytes) -> Reading:
    reading = read_data(data, where=name)
    rest = sum(map(count_visible, reading.remainders.values()))
    assert count_visible(reading.text) + rest == reading.visible
    return reading


@pytest.mark.parametrize("name", STRUCK)
def test_struck_text_is_kept_apart_and_told(name: str) -> None:
    reading = read(name, STRUCK[name])
    assert reading.text.split() == ["R:", "Wij", "kookten."]
    assert "bakten" in reading.remainders["struck text"]
    assert "Text with a line through it was kept apart as deleted: 'bakten" in str(*reading.notes)
    assert "Tekst met een streep erdoor" in reading.notes[0].say("nl")


@pytest.mark.parametrize("name", SHOWN)
def test_text_without_a_line_through_it_stays(name: str) -> None:
    reading = read(name, SHOWN[name])
    assert "bakten" in reading.text
    assert "struck text" not in reading.remainders


@pytest.mark.parametrize("size", ["1", "4", "5"])
def test_text_too_small_to_be_seen_is_hidden(size: str) -> None:
    reading = read("a.docx", make_docx(p(r("R: Wij "), r("bakten ", f'<w:sz w:val="{size}"/>'), r("kookten."))))
    assert ("bakten" in reading.text) is (size == "5")
    assert reading.remainders == ({} if size == "5" else {"hidden text": "bakten "})


def test_text_of_no_size_on_a_page_is_hidden() -> None:
    hidden = read("a.html", page('<span style="font-size:0">bakten </span>'))
    assert hidden.remainders == {"hidden text": "bakten "}
    assert "bakten" in read("a.html", page('<span style="font-size:0.8em">bakten </span>')).text
