"""Questions that are underlined are set apart as those in italics are, in every format that can underline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bp_qual.readers import read_data
from bp_qual.transcripts import speakers
from test_readers_formats import make_odt
from test_readers_word import make_docx
from test_unlabelled_paragraphs import ASKED, SAID

Build = Callable[[list[str], list[str]], bytes]


def as_word(asked: list[str], said: list[str], look: str = '<w:u w:val="single"/>') -> bytes:
    run = "<w:p><w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r></w:p>".format
    return make_docx("".join(run(look, ask) + run("", say) for ask, say in zip(asked, said, strict=True)))


def as_odt(asked: list[str], said: list[str], line: str = "solid") -> bytes:
    look = f'<style:text-properties style:text-underline-style="{line}"/>'
    pairs = "".join(
        f'<text:p><text:span text:style-name="U">{ask}</text:span></text:p><text:p>{say}</text:p>'
        for ask, say in zip(asked, said, strict=True)
    )
    return make_odt(pairs, automatic=f'<style:style style:name="U">{look}</style:style>')


def as_html(asked: list[str], said: list[str]) -> bytes:
    return "".join(f"<p><u>{ask}</u></p><p>{say}</p>" for ask, say in zip(asked, said, strict=True)).encode()


def as_rich_text(asked: list[str], said: list[str]) -> bytes:
    pairs = (rf"\ul {ask}\ulnone\par {say}\par " for ask, say in zip(asked, said, strict=True))
    return f"{{\\rtf1 {''.join(pairs)}}}".encode("ascii")


def as_styled_rich_text(asked: list[str], said: list[str]) -> bytes:
    pairs = (rf"\pard\s1 {ask}\par\pard\s2 {say}\par " for ask, say in zip(asked, said, strict=True))
    return f"{{\\rtf1{{\\stylesheet{{\\s1\\ul Vraag;}}{{\\s2 Antwoord;}}}} {''.join(pairs)}}}".encode("ascii")


def spoken(data: bytes, name: str) -> list[tuple[str, str]]:
    reading = read_data(data, where=name)
    return [(one.speaker, reading.text[one.start : one.end]) for one in speakers.find_stretches(reading).stretches]


@pytest.mark.parametrize(
    ("build", "name"),
    [
        (as_word, "a.docx"), (as_odt, "a.odt"), (as_html, "a.html"), (as_rich_text, "a.rtf"),
        (as_styled_rich_text, "a.rtf"),
    ],
)  # fmt: skip
def test_underlined_lines_are_the_questions(build: Build, name: str) -> None:
    turns = [turn for ask, say in zip(ASKED, SAID, strict=True) for turn in (("(heading)", ask), ("(text)", say))]
    assert spoken(build(list(ASKED), list(SAID)), name) == turns


def test_what_says_that_it_is_not_underlined_is_not() -> None:
    for data, name in (
        (as_word(list(ASKED), list(SAID), '<w:u w:val="none"/>'), "a.docx"),
        (as_odt(list(ASKED), list(SAID), "none"), "a.odt"),
    ):
        assert {speaker for speaker, _ in spoken(data, name)} == {""}
