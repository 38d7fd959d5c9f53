"""Names of speakers without end: they are no names, which is told, and they take no more time than other text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bp_qual.readers import NOBODY, read_data
from bp_qual.transcripts import read_transcript
from processor_time import at_most

LETTERS = 60_000
SAID = "nou het ging wel goed"


def as_tei(name: str) -> bytes:
    talk = f'<u who="#I">Hoe?</u><u who="#{name}">{SAID}</u><u who="#I">En?</u>'
    return f"<TEI><text><body>{talk}</body></text></TEI>".encode()


def as_json(name: str) -> bytes:
    said = [("I", "Hoe?"), (name, SAID), ("I", "En?")]
    talk = [{"start": n, "end": n + 1, "speaker": who, "text": text} for n, (who, text) in enumerate(said)]
    return json.dumps({"segments": talk}).encode()


def as_subtitles(name: str) -> bytes:
    return f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v I>Hoe?\n\n00:02.000 --> 00:03.000\n<v {name}>{SAID}\n".encode()


MADE = {"a.xml": as_tei, "a.json": as_json, "a.vtt": as_subtitles}


@pytest.mark.parametrize("file", MADE)
def test_a_name_without_end_is_none_and_told_in_little_time(tmp_path: Path, file: str) -> None:
    path = tmp_path / file
    path.write_bytes(MADE[file]("R" + "x" * LETTERS))
    with at_most(3):
        transcript = read_transcript(path, interview="P01_2010", wave="2010", persons={"P01": ("R",)}, language="nl")
    told = next(note for note in transcript.notes if note.kind == "not understood")
    assert told.values["n"] == LETTERS + 1
    assert str(told.values["begin"]).startswith("Rxxx")
    assert SAID in transcript.text


@pytest.mark.parametrize("file", MADE)
def test_the_talk_below_a_name_without_end_is_nobodys_and_a_long_name_is_kept(file: str) -> None:
    reading = read_data(MADE[file]("R" * 301), where=file)
    assert [line.kind for line in reading.paragraphs if SAID in reading.text[line.start : line.end]] == [NOBODY]
    kept = read_data(MADE[file]("R" * 300), where=file)
    assert "R" * 300 in [line.label for line in kept.paragraphs]
    assert not any(note.kind == "not understood" for note in kept.notes)


def test_a_long_word_under_a_property_of_json_takes_little_time() -> None:
    talk = {"segments": [{"start": 0, "end": 1, "text": SAID, "speaker": "R"}], "type": "x" * 200_000}
    with at_most(2):
        assert read_data(json.dumps(talk).encode(), where="a.json").text == SAID
