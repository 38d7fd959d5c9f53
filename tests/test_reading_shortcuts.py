"""What is looked for only where a sign says that it can be there is still found."""

from __future__ import annotations

import pytest

from bp_qual.readers import read_data
from bp_qual.transcripts import Transcript, Turn
from bp_qual.transcripts.reading_notes import describe_doubts
from bp_qual.transcripts.speech import find_lines_apart

CUES = "{}\n00:00:0{} --> 00:00:0{}\n{}\n\n"


@pytest.mark.parametrize(
    "line", ["(Zij wijst)", "<Zij wijst>", "{Zij wijst}", *(f"{3 * s} bandje {3 * s}" for s in "*=~-")]
)
@pytest.mark.parametrize("text", ["{}\nR: Ja.", "R: Ja.\n{}\nNee.", "R: Ja.\n \n\t{}"])
def test_lines_apart_are_found_wherever_they_stand(line: str, text: str) -> None:
    whole = text.format(line) if line[0] != "{" else text.replace("{}", line)
    assert [whole[start:end] for start, end in find_lines_apart(whole)] == [line]


@pytest.mark.parametrize("said", ["Jan &amp; Eva", "<b>Jan &amp; Eva</b>", "{\\an8}Jan & Eva"])
def test_tags_and_entities_of_subtitles_are_resolved(said: str) -> None:
    assert read_data(CUES.format(1, 1, 2, said).encode(), where="a.srt").text == "Jan & Eva"


@pytest.mark.parametrize("tag", ["<i>{}</i>", "{{\\an8}}{}"])
def test_captions_roll_though_only_one_of_two_lines_has_a_tag(tag: str) -> None:
    said = ["Wij gingen", "toen naar", "huis en", "daarna weer"]
    cues = [CUES.format(n, n, n + 1, f"{tag.format(said[n - 1])}\n{said[n]}") for n in range(1, 4)]
    assert read_data("".join(cues).encode(), where="a.srt").text.split() == " ".join(said).split()


def test_letters_outside_ascii_in_rich_text_are_read_as_codes_of_its_page() -> None:
    reading = read_data(rb"{\rtf1\ansi\ansicpg1250 R: Dvo" + b"\xf8\xe1" + rb"k\par}", where="a.rtf")
    assert reading.text == "R: Dvořák"


def test_a_cell_with_two_labels_has_two_turns() -> None:
    reading = read_data(b'wie,wat\n"I\nR","Hoe?\nZo."\nI,En?\n', where="a.csv")
    assert [line.label for line in reading.paragraphs] == ["I", "R", "I"]


def test_a_sentence_among_the_numbers_of_cues_is_told() -> None:
    said = " ".join(["ja"] * 20)
    for end, told in ((".", True), ("", False)):
        notes = describe_doubts(
            Transcript("a", (), "1", "R: Ja.", (Turn(0, "R", "respondent", 3, 6),)),
            {"cue numbers and notes": f"1\n{said}{end}\n2"},
            3,
        )
        assert any(note.kind == "apart may be talk" for note in notes) is told
