"""Names whose accents are signs of their own, as a Mac writes them: one name, and every place right."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from bp_qual import read_transcript
from bp_qual.readers import read_data
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.speakers.composed import compose
from talk_builders import FORMATS

ASKED = ("Hoe kwam u hier?", "En hoe ging dat bij de crèche?", "Wat deed u toen?", "En wie betaalde dat?", "En nu?")
SAID = ("Via mijn zuster, in één keer.", "Moeizaam.", "Toen ging ik koken, à la carte.", "Ik zelf.", "Nu niet meer.")
PAIRS = [("Interviewer", "Geïnterviewde"), ("Eva", "Hélène"), ("Zoë", "René"), ("Enquêteur", "Enquêtée")]
LETTERS = ["e\u0301", "a", "x\u0301\u0308", "\u00e9", " ", "\u0301", "o\u0302\u0301", "\n"]
FORMS = ["{}: {}", "[{}] {}", "{}\t{}", "{} (0:01): {}", "{}; {}"]


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def said_by(transcript: Transcript) -> list[tuple[str, str, str]]:
    texts = (unicodedata.normalize("NFC", transcript.text[turn.start : turn.end]) for turn in transcript.turns)
    return [(turn.speaker, turn.role, text) for turn, text in zip(transcript.turns, texts, strict=True)]


def read(path: Path, person: str, labels: str = "") -> Transcript:
    return read_transcript(path, interview="a", wave="1", persons={"P01": (person,)}, labels=labels)


def lines_of(asks: str, answers: str, form: str = "{}: {}") -> list[str]:
    pairs = zip(ASKED, SAID, strict=True)
    return [line for ask, said in pairs for line in (form.format(asks, ask), form.format(answers, said))]


@pytest.mark.sweep(28)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("asks", "answers"), PAIRS)
@pytest.mark.parametrize("which", [(3,), (3, 5), (0, 1, 4), tuple(range(10))])
def test_a_name_is_one_however_its_accents_are_written(
    tmp_path: Path, asks: str, answers: str, form: str, which: tuple[int, ...]
) -> None:
    lines = lines_of(asks, answers, form)
    mixed = [decomposed(line) if number in which else line for number, line in enumerate(lines)]
    (tmp_path / "a.txt").write_text("\n".join(lines), "utf-8")
    (tmp_path / "b.txt").write_text("\n".join(mixed), "utf-8")
    whole, other = read(tmp_path / "a.txt", answers), read(tmp_path / "b.txt", decomposed(answers))
    assert said_by(other) == said_by(whole)
    assert [note.kind for note in other.notes] == [note.kind for note in whole.notes]
    assert other.text == "\n".join(mixed)


@pytest.mark.parametrize("ending", [*FORMATS])
def test_it_is_one_in_every_format(tmp_path: Path, ending: str) -> None:
    lines = [decomposed(line) if number % 3 else line for number, line in enumerate(lines_of("Zoë", "Hélène"))]
    path = tmp_path / f"a.{ending}"
    path.write_bytes(FORMATS[ending](lines))
    assert [role[0] for _, role, _ in said_by(read(path, "Hélène"))] == ["i", "r"] * 5


def test_stated_labels_and_what_is_offered_find_it_too(tmp_path: Path) -> None:
    lines = [*lines_of("Zoë", "René"), "René. Nou ja.", "Zoë: Ja?", "René: Ja."]
    path = tmp_path / "a.txt"
    path.write_text(decomposed("\n".join(lines)), "utf-8")
    first = read(path, "René")
    (labels,) = (note.values["labels"] for note in first.notes if note.kind == "state labels as")
    for stated in (labels, decomposed(labels)):
        again = read(path, "René", stated)
        assert said_by(again) == said_by(first)
        assert {note.kind for note in again.notes} <= {"roles guessed"}


def test_a_composed_text_has_every_place_of_the_written_one() -> None:
    chance = random.Random(3)
    for _ in range(200):
        text = "".join(
            chance.choices(["e\u0301", "a", "x\u0301\u0308", "\u00e9", " ", "\u0301", "o\u0302\u0301", "\n"], k=30)
        )
        reading = read_data(f"R{text}".encode(), where="a.txt")
        composed = compose(reading)
        if composed:
            shorter, places = composed
            for place, sign in enumerate(shorter.text):
                start, end = places.written(place), places.written(place + 1)
                assert unicodedata.normalize("NFC", reading.text[start:end]).startswith(sign) or start == end
            for line, other in zip(reading.paragraphs, shorter.paragraphs, strict=True):
                whole = unicodedata.normalize("NFC", reading.text[line.start : line.end])
                assert unicodedata.normalize("NFC", shorter.text[other.start : other.end]) == whole
                assert places.written(other.start) == line.start
                assert places.written(other.end) == line.end
