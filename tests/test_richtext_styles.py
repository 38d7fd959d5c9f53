r"""Rich Text whose styles make letters bold, slanted or coloured (`\s`, `\cs`), as those of a .docx or .odt do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.readers import Reading, read_data
from bp_qual.transcripts import read_transcript

SHEET = (
    r"{\stylesheet{\snext0 Normal;}{\s1\b\sbasedon0\snext1 Vraag;}{\s2\i Antwoord;}{\s3\cf1 Rood;}"
    r"{\*\cs10\b Vet;}{\*\cs11\additive\cf2 Blauw;}{\s4\sbasedon1 Vraag zonder iets;}{\s5\sbasedon1\b0 Niet vet;}}"
)
HEAD = r"{\rtf1\ansi{\colortbl;\red255\green0\blue0;\red0\green0\blue255;}" + SHEET


def read(body: str, head: str = HEAD) -> Reading:
    return read_data(f"{head}{body}}}".encode(), where="a.rtf")


def looks(reading: Reading) -> list[tuple[str, str, str]]:
    return [
        (reading.text[mark.start : mark.end], mark.kind, mark.value)
        for line in reading.paragraphs
        for mark in line.marks
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (r"\pard\plain\s1 Hoe?\par\pard\plain\s0 Zo.\par", [("Hoe?", "bold", "")]),
        (r"\pard\s1 Hoe?\par\pard\s0 Zo.\par", [("Hoe?", "bold", "")]),
        (r"\pard\s1 Hoe?\par\pard Zo.\par", [("Hoe?", "bold", "")]),
        (r"\pard\s2 Hoe?\par\pard\s1 Zo.\par", [("Hoe?", "italic", ""), ("Zo.", "bold", "")]),
        (r"\pard\plain\s3 Hoe?\par\pard\plain\s0 Zo.\par", [("Hoe?", "colour", "FF0000")]),
        (r"\pard\plain {\cs10 Hoe?} Zo.\par", [("Hoe?", "bold", "")]),
        (r"\pard\plain {\cs11 Hoe?} Zo.\par", [("Hoe?", "colour", "0000FF")]),
        (r"\pard\plain\s4 Hoe?\par\pard\plain\s5 Zo.\par", [("Hoe?", "bold", "")]),
        (r"\pard\plain\s1\b0 Hoe?\par", []),
        (r"\pard\plain\s1\b Hoe?\par\pard\plain\s0\b0 Zo.\par", [("Hoe?", "bold", "")]),
        (r"\pard\b Hoe?\par\pard Zo.\par", [("Hoe?", "bold", ""), ("Zo.", "bold", "")]),
        (r"\pard\plain\s99 Hoe?\par", []),
    ],
)
def test_letters_look_as_their_style_says(body, found):
    assert looks(read(body)) == found


def test_the_colour_of_all_text_is_none():
    head = HEAD.replace(r"{\snext0 Normal;}", r"{\snext0\cf2 Normal;}")
    assert looks(read(r"\pard\plain\s0\cf2 Hoe?\par\pard\plain\s3 Zo.\par", head))[-1] == ("Zo.", "colour", "FF0000")
    assert not looks(read(r"\pard\plain\s0 Hoe?\par", head))


def test_styles_in_a_circle_end():
    head = HEAD.replace(r"{\s4\sbasedon1", r"{\s4\sbasedon6 A;}{\s6\sbasedon4")
    assert not looks(read(r"\pard\plain\s4 Hoe?\par", head))


def test_questions_in_a_bold_style_are_the_interviewers(tmp_path: Path):
    turns = "".join(
        rf"\pard\plain\s1 Hoe ging dat in jaar {n}?\par\pard\plain\s0 Dat ging goed met ons.\par" for n in range(5)
    )
    path = tmp_path / "a.rtf"
    path.write_bytes(f"{HEAD}{turns}}}".encode())
    transcript = read_transcript(path, interview="P01_2010", wave="2010", persons={"P01": ()})
    assert [turn.role for turn in transcript.turns] == ["interviewer", "respondent"] * 5
