"""Places that a list or annotations state count as the file counts them, and decide nothing where they do not hold."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from bp_qual import import_codings

TALK = (
    "I: Hoe woont u \U0001f600?\nCor: Ja.\nI: En \U0001f600 de buurt?\nCor: Een fijne straat.\nI: Helpt u \U0001f600?\n"
    "Cor: Ja.\nI: Wie \U0001f600?\nCor: De weduwe op de hoek.\nI: Echt?\nCor: Ja.\nI: En later?\nCor: Nooit meer weg.\n"
)
QUOTES = ("Een fijne straat.", "Ja.", "De weduwe op de hoek.", "Nooit meer weg.")
COUNTED = {
    "as it is": TALK,
    "two for the end of a line": TALK.replace("\n", "\r\n"),
    "two for an emoji": TALK.replace("\U0001f600", "xx"),
    "two for both": TALK.replace("\n", "\r\n").replace("\U0001f600", "xx"),
}


def places(counted: str) -> list[tuple[int, int]]:
    """Return where the quotes stand in a text, the second `Ja.` of three among them."""
    second = counted.index("Ja.", counted.index("Ja.") + 1)
    starts = [second if quote == "Ja." else counted.index(quote) for quote in QUOTES]
    return [(start, start + len(quote)) for start, quote in zip(starts, QUOTES, strict=True)]


def study_of(folder: Path) -> Path:
    (folder / "study").mkdir()
    (folder / "study" / "Cor_2011.txt").write_text(TALK, encoding="utf-8")
    return folder / "study"


def write_list(path: Path, spans: list[tuple[int, int]]) -> Path:
    rows = [("Cor_2011.txt", "hulp", quote, *span) for quote, span in zip(QUOTES, spans, strict=True)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("document", "code", "quote", "start", "end"), *rows])
    return path


def write_annotations(path: Path, spans: list[tuple[int, int]]) -> Path:
    made = [
        {
            "type": "Annotation",
            "body": [{"type": "TextualBody", "purpose": "tagging", "value": "hulp"}],
            "target": {
                "source": "Cor_2011",
                "selector": [
                    {"type": "TextQuoteSelector", "exact": quote},
                    {"type": "TextPositionSelector", "start": start, "end": end},
                ],
            },
        }
        for quote, (start, end) in zip(QUOTES, spans, strict=True)
    ]
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


@pytest.mark.sweep(3)
@pytest.mark.parametrize("write", [write_list, write_annotations])
@pytest.mark.parametrize("counted", COUNTED)
def test_places_are_counted_as_the_whole_file_counts_them(tmp_path: Path, write: object, counted: str) -> None:
    ending = ".csv" if write is write_list else ".json"
    assert callable(write)
    path = write(tmp_path / f"codings{ending}", places(COUNTED[counted]))
    done = import_codings(path, study_of(tmp_path), coder="anna")
    assert [*zip(done.codings["start"], done.codings["end"], strict=True)] == places(TALK)
    assert set(done.codings["how"]) == {"position"}


def test_a_short_quote_whose_neighbours_stand_elsewhere_is_not_where_its_place_says(tmp_path: Path) -> None:
    third = TALK.rindex("Ja.")
    spans = [(start + 40, end + 40) for start, end in places(TALK)]
    spans[1] = (third, third + 3)
    done = import_codings(write_list(tmp_path / "codings.csv", spans), study_of(tmp_path), coder="anna")
    assert done.listed[["quote", "why"]].values.tolist() == [["Ja.", "found_twice"]] * len(done.listed)
    assert len(done.listed) == 3
    assert len(done.codings) == 3


def test_of_a_quote_that_was_made_longer_by_hand_the_others_keep_their_places(tmp_path: Path) -> None:
    path = write_list(tmp_path / "codings.csv", places(TALK))
    path.write_text(path.read_text("utf-8").replace("Een fijne straat.", "fijne straat"), encoding="utf-8")
    done = import_codings(path, study_of(tmp_path), coder="anna")
    assert [*done.codings["start"]][1:] == [start for start, _ in places(TALK)][1:]
