"""Questions or answers that only their look sets apart, in every format that has looks."""

from __future__ import annotations

import html
from itertools import chain
from pathlib import Path

import pytest

from bp_qual.transcripts import read_transcript
from test_readers_formats import make_odt
from test_readers_word import make_docx

LOOKS = {"": "", "bold": "b", "italic": "i"}
STYLES = (
    '<style:style style:name="bold"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="italic"><style:text-properties fo:font-style="italic"/></style:style>'
)


def in_markdown(lines: list[tuple[str, str]]) -> bytes:
    signs = {"": "", "bold": "**", "italic": "*"}
    return "\n\n".join(f"{signs[look]}{said}{signs[look]}" for look, said in lines).encode()


def in_word(lines: list[tuple[str, str]]) -> bytes:
    runs = (
        f"<w:r><w:rPr>{f'<w:{LOOKS[look]}/>' if look else ''}</w:rPr><w:t>{said}</w:t></w:r>" for look, said in lines
    )
    return make_docx("".join(f"<w:p>{run}</w:p>" for run in runs))


def in_odt(lines: list[tuple[str, str]]) -> bytes:
    said = (f'<text:p><text:span text:style-name="{look}">{said}</text:span></text:p>' for look, said in lines)
    return make_odt("".join(said), automatic=STYLES)


def in_html(lines: list[tuple[str, str]]) -> bytes:
    tag = {"": "span", "bold": "strong", "italic": "em"}
    return "".join(f"<p><{tag[look]}>{html.escape(said)}</{tag[look]}></p>" for look, said in lines).encode()


WRITERS = {"md": in_markdown, "docx": in_word, "odt": in_odt, "html": in_html}


def roles(folder: Path, ending: str, lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    (folder / f"a.{ending}").write_bytes(WRITERS[ending](lines))
    read = read_transcript(folder / f"a.{ending}", interview="a", wave="1", persons={"P01": ()})
    return [(turn.role[0], read.text[turn.start : turn.end].strip("*")) for turn in read.turns]


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize(("question", "answer"), [("bold", ""), ("italic", ""), ("bold", "italic")])
def test_the_look_of_a_question_tells_who_speaks(tmp_path: Path, ending: str, question: str, answer: str) -> None:
    talk = [((question, f"Vertel over {n}."), (answer, f"Dat was {n}. Toch?")) for n in range(4)]
    said = roles(tmp_path, ending, list(chain.from_iterable(talk)))
    assert said == [(role, said) for pair in talk for role, (_, said) in zip("ir", pair, strict=True)]


@pytest.mark.parametrize("ending", WRITERS)
def test_two_bold_titles_do_not_hide_slanted_questions(tmp_path: Path, ending: str) -> None:
    talk = [(("italic", f"Vertel over {n}."), ("", f"Dat was {n}.")) for n in range(6)]
    said = roles(tmp_path, ending, [("bold", "Deel een"), *chain(*talk[:3]), ("bold", "Deel twee"), *chain(*talk[3:])])
    assert [words for role, words in said if role == "r"] == [f"Dat was {n}." for n in range(6)]


@pytest.mark.parametrize("ending", WRITERS)
def test_a_slanted_word_or_title_is_no_question(tmp_path: Path, ending: str) -> None:
    talk = [(("", f"I: Hoe was {n}?"), ("", f"R: Dat was {n}.")) for n in range(3)]
    said = roles(tmp_path, ending, [("italic", "Opgenomen in de kantine"), *chain(*talk)])
    assert [role for role, _ in said] == list("ir" * 3)
