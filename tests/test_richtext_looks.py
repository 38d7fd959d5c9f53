r"""Bold, italics and colours are seen in Rich Text as they are in other formats, and nothing is lost by it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bp_qual.readers import read_data
from bp_qual.readers.richtext_looks import mark_looks
from bp_qual.transcripts import Transcript, read_transcript
from test_unlabelled_paragraphs import ASKED, SAID

HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\colortbl;\red0\green0\blue0;\red192\green0\blue0;}"
STYLES = r"{\stylesheet{\s1\b\cf2 Heading;}{\*\cs2\i Emphasis;}}"


def marks(body: str, head: str = HEAD) -> list[tuple[str, str, str]]:
    reading = read_data(f"{head}{body}}}".encode("latin-1"), where="a.rtf")
    return [
        (reading.text[mark.start : mark.end], mark.kind, mark.value)
        for line in reading.paragraphs
        for mark in line.marks
    ]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (r"{\b Hoe?} Zo.", [("Hoe?", "bold", "")]),
        (r"\b Hoe?\b0  Zo.", [("Hoe?", "bold", "")]),
        (r"\b1 Hoe?\plain  Zo.", [("Hoe?", "bold", "")]),
        (r"\i Hoe?\i0  Zo.", [("Hoe?", "italic", "")]),
        (r"{\cf2 Hoe?} Zo.", [("Hoe?", "colour", "C00000")]),
        (r"{\b\cf2 Hoe?} Zo.", [("Hoe?", "bold", ""), ("Hoe?", "colour", "C00000")]),
        (r"\b Hoe?\par\pard En?\b0  Zo.", [("Hoe?", "bold", ""), ("En?", "bold", "")]),
        (r"{\b H\'f3e\u233 ?}, zo.", [("Hóeé", "bold", "")]),
        (r"{\cf1 zwart} {\cf0 gewoon} {\cf9 geen} \bin0 \bullet\intbl x", []),
        (r"\{\\b x\} \'7bx", []),
        (r"{\b } zo.", []),
    ],
)
def test_bold_italics_and_colours_are_marks(body: str, seen: list[tuple[str, str, str]]) -> None:
    assert marks(body) == seen


def test_looks_of_what_is_never_shown_are_no_looks_of_the_talk() -> None:
    assert marks(r"{\*\unseen \b x}{\info{\b titel}} Zo.", HEAD + STYLES) == []
    assert mark_looks(HEAD + STYLES + "Zo.}")[1:] == ((), 0)


@pytest.mark.slow
def test_text_is_the_same_with_looks_and_without() -> None:
    chance = random.Random(1)
    words = (
        r"{\b ",
        r"\b0 ",
        r"\cf2 ",
        r"\i ",
        "}",
        "{",
        r"\plain ",
        "ja ",
        r"\'e9",
        r"\u233 ?",
        r"\par ",
        "nee",
        r"\uc2 ",
    )
    for _ in range(300):
        body = "".join(chance.choice(words) for _ in range(12))
        source = body + "}" * max(0, body.count("{") - body.count("}"))
        bare = source
        for word in (r"\b0 ", r"\cf2 ", r"\i "):
            bare = bare.replace(word, r"\q ")
        bare = bare.replace(r"{\b ", r"{\q ")
        seen = [read_or_refuse(f"{HEAD}R: {one} zo\\par}}") for one in (source, bare)]
        assert seen[0] == seen[1], source


def read_or_refuse(source: str) -> str:
    from bp_qual.errors import TranscriptError

    try:
        return read_data(source.encode("latin-1"), where="a.rtf").text
    except TranscriptError as err:
        return str(err)


def test_a_file_that_holds_signs_of_its_own_keeps_them_and_has_no_looks() -> None:
    reading = read_data((HEAD + r"R: \u-6144 ? {\b ja}\par}").encode("ascii"), where="a.rtf")
    assert reading.text == "R: \ue800 ja"
    assert not reading.paragraphs[0].marks


def read(folder: Path, asked: str, said: str, between: str = "") -> Transcript:
    path = folder / "a.rtf"
    turns = (asked.format(one) + r"\par " + said.format(two) + r"\par " for one, two in zip(ASKED, SAID, strict=True))
    path.write_text(HEAD + "".join([*turns, between]) + "}", "ascii")
    return read_transcript(path, interview="a", wave="1", persons={"P01": ()}, language="nl")


@pytest.mark.parametrize(("asked", "said"), [(r"{{\b {}}}", "{}"), (r"{{\i {}}}", "{}"), (r"{{\cf2 {}}}", "{}")])
def test_looks_tell_who_speaks(tmp_path: Path, asked: str, said: str) -> None:
    transcript = read(tmp_path, asked, said)
    roles = [(transcript.text[turn.start : turn.end], turn.role) for turn in transcript.turns]
    assert roles == [
        pair for one, two in zip(ASKED, SAID, strict=True) for pair in ((one, "interviewer"), (two, "respondent"))
    ]


def test_words_in_the_look_of_another_are_told(tmp_path: Path) -> None:
    between = r"Nog iets. {\cf2 En uw man dan?} Die was ziek.\par "
    assert any("En uw man dan?" in str(note) for note in read(tmp_path, r"{{\cf2 {}}}", "{}", between).notes)
