"""Files in which looks tell speakers apart: what a note advises can be done, and doing it silences the note."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import read_transcript
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.speakers import explain_pattern
from talk_builders import FORMATS
from test_unlabelled_paragraphs import ASKED, SAID

SPEAKERS = {"": (), "named": ("(text)",)}
LOOKS = {"bold": "<b>{}</b>", "italic": "<i>{}</i>"}
ODD = {
    "a question back": "Hoe bedoelt u dat?",
    "a word before a colon": "School: daar wil ik niet over beginnen.",
    "an answer in the questions' look": "<b>Dat was een mooie tijd voor mij.</b>",
}


def write(folder: Path, odd: str, look: str = "bold") -> Path:
    """Write an interview whose questions are set apart, with a line that looks otherwise."""
    pairs = [(LOOKS[look].format(asked), said) for asked, said in zip(ASKED, SAID, strict=True)] * 2
    path = folder / "a.docx"
    path.write_bytes(FORMATS["docx"]([line for pair in (*pairs[:3], (pairs[3][0], odd), *pairs[3:]) for line in pair]))
    return path


def read(path: Path, labels: str = "", names: tuple[str, ...] = ()) -> Transcript:
    return read_transcript(path, interview="a", wave="1", persons={"P01": names}, labels=labels)


def offered(transcript: Transcript) -> str:
    return next((note.values["labels"] for note in transcript.notes if note.kind == "state labels as"), "")


def doubts(transcript: Transcript) -> list[str]:
    return [str(note) for note in transcript.notes if note.kind not in ("roles by look", "hidden by the page")]


@pytest.mark.parametrize("names", SPEAKERS.values(), ids=SPEAKERS)
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_is_offered_reads_a_file_as_it_was_and_silences_the_note(
    tmp_path: Path, odd: str, names: tuple[str, ...]
) -> None:
    path = write(tmp_path, odd)
    first = read(path, names=names)
    if names and odd.startswith("School"):  # then no word is taken for a speaker
        assert not doubts(first)
        return
    assert offered(first)
    assert explain_pattern(offered(first)) is None
    again = read(path, offered(first), names)
    assert not doubts(again)
    assert again.turns == first.turns


def test_another_odd_line_is_told_where_looks_are_stated(tmp_path: Path) -> None:
    path = write(tmp_path, "Hoe bedoelt u dat?")
    told = doubts(read(path, "(heading)|(text)|!Wat zegt u"))
    assert "'Hoe bedoelt u dat?'" in told[0]
    assert "(heading)|(text)|!Wat zegt u|!Hoe bedoelt u" in told[1]
    assert len(told) == 2


def test_what_is_kept_apart_in_a_file_without_labels_can_be_confirmed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    hidden = "<p hidden>Dit stond er eerst nog bij, en het was een hele lap tekst over van alles en nog wat.</p>"
    lines = [f"<p><b>{asked}</b></p><p>{said}</p>" for asked, said in zip(ASKED, SAID, strict=True)]
    path.write_text(f"<html><body>{''.join(lines)}{hidden}</body></html>", encoding="utf-8")
    first = read(path, names=("(text)",))
    assert [note.kind for note in first.notes if note.kind == "much apart"]
    assert offered(first) == "(heading)|(text)"
    assert not doubts(read(path, "(heading)|(text)", ("(text)",)))


@pytest.mark.parametrize("labels", ["(heading)|(text)", "(red)|(blue)"])
def test_looks_that_a_file_does_not_have_are_told(tmp_path: Path, labels: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("I: Hoe?\nR: Zo.\n" * 4, encoding="utf-8")
    assert [note.kind for note in read(path, labels).notes] == ["no stated label"]
