"""Times of subtitles that were typed or scanned wrongly: neither they nor the numbers of cues are talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.readers import read_data
from test_speakers_forms import read, turns

TALK = ["Eva: Hoe ging dat?", "Jan: Goed hoor.", "Eva: En toen?", "Jan: Toen niet meer.", "Eva: En nu?", "Jan: Nu ook."]
MEANT = [(line[0].lower().replace("e", "i").replace("j", "r"), line[5:]) for line in TALK]
TIMES = {
    "another arrow": "{n}\n{a} > {b}\n", "a parted arrow": "{n}\n{a} -- > {b}\n", "letters": "{n}\n{o} --> {o}\n",
    "none": "{n}\n", "none, and a blank line": "{n}\n\n",
    "a blank line below the number": "{n}\n\n{a} --> {b}\n", "one dash": "{n}\n{a} - {b}\n",
}  # fmt: skip


def subtitles(form: str, broken: tuple[int, ...], ending: str) -> str:
    cues = []
    for number, said in enumerate(TALK, 1):
        a, b = f"00:00:{number + 10},000", f"00:00:{number + 11},000"
        values = {"n": number, "a": a, "b": b, "o": a.replace("00:00", "OO:OO")}
        cues.append((TIMES[form] if number in broken else "{n}\n{a} --> {b}\n").format(**values) + f"{said}\n")
    text = "\n".join(cues)
    return "WEBVTT\n\n" + text.replace(",000", ".000") if ending == "vtt" else text


@pytest.mark.sweep(22)
@pytest.mark.parametrize("ending", ["srt", "vtt", "txt"])
@pytest.mark.parametrize("broken", [(4,), (2, 3), (6,)])
@pytest.mark.parametrize("form", TIMES)
def test_a_broken_time_and_its_number_are_no_talk_and_told(
    tmp_path: Path, form: str, broken: tuple[int, ...], ending: str
) -> None:
    transcript = read(subtitles(form, broken, ending), tmp_path, name=f"a.{ending}", speaker=("Jan",))
    assert turns(transcript) == MEANT
    told = [note.values["n"] for note in transcript.notes if note.kind == "broken times"]
    assert told == ([len(broken)] if form != "a blank line below the number" else [])


@pytest.mark.parametrize(
    "said", ["Jan: Nummer\n\n12\nwas het.", "Jan: Bel\n12\n06-123 456 78", "Jan: Om\n12:30, 13:30 en 14:00"]
)
def test_numbers_that_were_said_stay(said: str) -> None:
    text = subtitles("another arrow", (), "srt").replace(TALK[3], said)
    assert " ".join(said.split()).removeprefix("Jan: ") in read_data(text.encode(), where="a.srt").text


def test_a_number_that_was_said_beside_a_cue_without_a_time_stays() -> None:
    text = subtitles("none", (4,), "srt").replace(TALK[2], "Eva: Was het\n\n12\nof zo?")
    reading = read_data(text.encode(), where="a.srt")
    assert [line.label for line in reading.paragraphs] == ["Eva", "Jan"] * 3
    assert "Was het 12 of zo?" in reading.text


def test_a_speaker_whose_last_name_is_an_initial_is_named_in_each_cue() -> None:
    said = "".join(
        f"{n}\n00:00:0{n}.000 --> 00:00:0{n}.900\n{'Ruth Allen' if n % 2 else 'Norman P.'}: Well, yes.\n\n"
        for n in range(1, 9)
    )
    reading = read_data(f"WEBVTT\n\n{said}".encode(), where="a.vtt")
    assert {line.label for line in reading.paragraphs} == {"Ruth Allen", "Norman P."}
    assert not reading.notes
