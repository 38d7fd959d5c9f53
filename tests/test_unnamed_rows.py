"""Rows of tables and cues of subtitles that name no speaker: told, whoever they are given to."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript, read_transcript

TALK = [
    ("Eva", "Hoe begon de bakkerij?"),
    ("Jan", "Met mijn zus, in een schuurtje achter de kerk."),
    ("Eva", "Wie hielp er mee?"),
    ("Jan", "De molenaar vooral, en de mensen van het koor."),
    ("Eva", "Wat vond de gemeente?"),
    ("Jan", "De wethouder kwam kijken en gaf subsidie."),
    ("Eva", "En hoe is het nu?"),
    ("Jan", "Nu doen mijn dochters het meeste werk."),
    ("Eva", "Zou u het weer doen?"),
    ("Jan", "Ja, maar met een betere boekhouder."),
]
Rows = Sequence[tuple[str, str]]


def write_csv(rows: Rows) -> bytes:
    return "\n".join(["speaker;text", *(f"{name};{said}" for name, said in rows)]).encode()


def write_xlsx(rows: Rows) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in [("speaker", "text"), *rows]:
        book.active.append([cell or None for cell in row])
    book.save(data := io.BytesIO())
    return data.getvalue()


def write_srt(rows: Rows) -> bytes:
    cues = (
        f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{name}{': ' * bool(name)}{said}\n"
        for n, (name, said) in enumerate(rows, 1)
    )
    return "\n".join(cues).encode()


def write_vtt(rows: Rows) -> bytes:
    return b"WEBVTT\n\n" + write_srt(rows).replace(b",000", b".000")


def write_json(rows: Rows) -> bytes:
    parts = [{"start": n, "end": n + 1, "text": said, "speaker": name} for n, (name, said) in enumerate(rows)]
    return json.dumps({"segments": parts}).encode()


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "srt": write_srt,
    "vtt": write_vtt,
    "json": write_json,
}
EVERY = pytest.mark.parametrize("ending", WRITERS)


def read(folder: Path, rows: Rows, ending: str, labels: str = "") -> Transcript:
    file = folder / f"P01_2010.{ending}"
    file.write_bytes(WRITERS[ending](rows))
    return read_transcript(file, interview="a", wave="2010", persons={"P01": ["Jan"]}, labels=labels)


def told(transcript: Transcript) -> dict[str, object]:
    return {note.kind: note.values for note in transcript.notes}


def unname(*places: int) -> Rows:
    return [("" if number in places else name, said) for number, (name, said) in enumerate(TALK)]


@pytest.mark.sweep(4)
@EVERY
@pytest.mark.parametrize(
    "places",
    [(2, 3, 4, 5, 6, 7, 8, 9), (4, 5), (4,), (6, 7, 8, 9), (9,), (3, 8)],
    ids=["all but two", "two in a row", "one", "the last four", "the last", "here and there"],
)
def test_parts_without_a_name_are_told_in_every_format(tmp_path: Path, ending: str, places: tuple[int, ...]) -> None:
    if len(places) == 8 and ending in ("srt", "vtt"):
        places = places[2:]  # names that never come back are no names of cues
    transcript = read(tmp_path, unname(*places), ending)
    values = told(transcript)
    note = values.get("unnamed taken") or values.get("cues unnamed")
    assert note, transcript.notes
    assert (note["n"], note["all"]) == (len(places), 10)
    assert told(read(tmp_path, TALK, ending)) == {}


@pytest.mark.parametrize("ending", ["srt", "vtt", "json"])
@pytest.mark.parametrize("first", [1, 4])
def test_cues_before_the_first_name_are_told_and_how_many(tmp_path: Path, ending: str, first: int) -> None:
    transcript = read(tmp_path, unname(*range(first)), ending)
    assert {turn.role for turn in transcript.turns if not turn.speaker} <= {"unknown"}
    assert told(transcript)["cues unnamed"] == {"n": first, "all": 10, "begin": "Hoe begon de bakkerij?"}


@EVERY
def test_names_at_changes_of_speaker_alone_are_read_without_a_word(tmp_path: Path, ending: str) -> None:
    rows = list[tuple[str, str]]()
    for name, said in TALK:
        rows += [(name, said), ("", "Dat is een zin erachter.")] if name == "Jan" else [(name, said)]
    transcript = read(tmp_path, rows, ending)
    assert told(transcript) == {}
    assert {turn.speaker for turn in transcript.turns} == {"Eva", "Jan"}


@pytest.mark.parametrize("ending", ["csv", "srt"])
def test_a_sentence_that_goes_on_in_the_next_row_needs_no_name(tmp_path: Path, ending: str) -> None:
    rows = [*TALK[:3], ("Jan", "De molenaar vooral, en de"), ("", "mensen van het koor."), *TALK[4:]]
    assert told(read(tmp_path, rows, ending)) == {}
    without_ends = [(name, said.rstrip(".?")) for name, said in rows]
    assert told(read(tmp_path, without_ends, ending))["unnamed taken"]["n"] == 1


@pytest.mark.parametrize("ending", ["csv", "srt"])
def test_a_question_given_to_somebody_who_never_asks_is_told(tmp_path: Path, ending: str) -> None:
    more = ("", "En dat was het dan.")
    rows = [TALK[0], TALK[1], more, ("", "Wie hielp er mee?"), TALK[3], TALK[4], TALK[5], more, TALK[6], TALK[7], more]
    assert told(read(tmp_path, rows, ending))["unnamed taken"]["lines"] == ("Wie hielp er mee?",)


def test_a_stated_form_of_labels_silences_the_notes_on_who_speaks(tmp_path: Path) -> None:
    assert told(read(tmp_path, unname(4, 5), "csv", labels="NAME:")) == {}


@pytest.mark.sweep(35)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
@pytest.mark.parametrize(
    "name", ["-", "–", "—", "_", "*", ".", "...", "?", "/", "#", "@", "n/a", "x", "NA", "#2", "@eva"]
)
def test_a_speaker_without_a_name_is_somebody_who_is_told(tmp_path: Path, ending: str, name: str) -> None:
    rows = [*TALK[:5], (name, TALK[5][1]), *TALK[6:]]
    transcript = read(tmp_path, rows, ending)
    assert told(transcript)["others speak"]["labels"] == (name,)
    assert [turn.role for turn in transcript.turns].count("interviewer") == 5
    said = next(turn for turn in transcript.turns if turn.speaker == name)
    assert transcript.text[said.start : said.end] == TALK[5][1]


@pytest.mark.parametrize(
    ("above", "is_told"), [("Hoe begon de bakkerij toen eigenlijk?", True), ("Interview met Jan", False)]
)
def test_a_question_right_above_the_first_label_is_told_however_short(
    tmp_path: Path, above: str, is_told: bool
) -> None:
    talk = "R: Met mijn zus, in een schuurtje achter de kerk.\nI: En wie hielp er mee?\n" * 30
    (tmp_path / "a.txt").write_text(f"{above}\n{talk}", "utf-8")
    transcript = read_transcript(tmp_path / "a.txt", interview="a", wave="2010", persons={"P01": ()})
    assert ("much before" in told(transcript)) is is_told


@EVERY
@pytest.mark.parametrize("places", [(4, 5), (0,), (9,)], ids=["two in a row", "the first", "the last"])
def test_the_line_that_is_offered_silences_what_was_looked_at(
    tmp_path: Path, ending: str, places: tuple[int, ...]
) -> None:
    if places == (0,) and ending in ("csv", "xlsx"):
        places = (1,)  # a row without a name goes on with the one above
    first = read(tmp_path, unname(*places), ending)
    offer = told(first)["state labels as"]["labels"]
    again = read(tmp_path, unname(*places), ending, labels=offer)
    assert told(again) == {}
    assert [(turn.speaker, turn.start, turn.end) for turn in again.turns] == [
        (turn.speaker, turn.start, turn.end) for turn in first.turns
    ]
