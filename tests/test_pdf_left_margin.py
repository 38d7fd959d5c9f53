"""Names of codes that a program printed in the left margin of a PDF are told; a column of speakers there is not."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data
from reader_samples import make_pdf, place_text

TURNS = (
    "I: Hoe ging het toen met u in de wijk?",
    "R: Dat ging goed, we deden veel samen met de buren.",
    "I: En toen het werk ophield, wat deed u?",
    "R: Toen ging ik bij de gemeente langs voor hulp.",
    "I: Wat zeiden ze daar tegen u?",
    "R: Dat ze niets voor mij hadden, en dat was het dan.",
)
CODES = ("samenwerking", "hulp vragen", "teleurstelling")
GOES_ON = "en dat liep zo nog een hele regel lang door."


def read(*rows: tuple[str, str], left: float = 60, talk: float = 180) -> Reading:
    placed = [
        place_text(at, 770 - 16 * number, text)
        for number, row in enumerate(rows)
        for at, text in zip((left, talk), row, strict=True)
        if text
    ]
    return read_data(make_pdf([], drawn=["".join(placed)]), where="a.pdf")


def told(reading: Reading) -> str:
    return " ".join(str(note) for note in reading.notes if note.kind == "printed codes")


@pytest.mark.parametrize("left", [40, 60, 80])
def test_codes_beside_lines_that_go_on_are_told_by_name(left):
    rows = []
    for number, turn in enumerate(TURNS):
        rows += [("", turn), (CODES[number // 2] if number % 2 else "", GOES_ON)]
    assert all(f"'{code}'" in told(read(*rows, left=left)) for code in CODES)


def test_codes_beside_the_labels_are_told_too():
    rows = [(CODES[number // 2] if number % 2 else "", turn) for number, turn in enumerate(TURNS)]
    rows = [row for turn in rows for row in (turn, ("", GOES_ON))]
    assert all(f"'{code}'" in told(read(*rows)) for code in CODES)


@pytest.mark.parametrize("names", [("I:", "R:"), ("Eva", "Jan"), ("Interviewer", "Mevrouw de Wit")])
def test_speakers_in_the_left_column_are_none(names):
    rows = []
    for number, turn in enumerate(TURNS):
        rows += [(names[number % 2], turn.partition(": ")[2]), ("", GOES_ON)]
    assert not told(read(*rows))


def test_times_and_numbers_in_the_left_margin_are_none():
    rows = []
    for number, turn in enumerate(TURNS):
        rows += [(f"0{number}:12", turn), (str(number), GOES_ON)]
    assert not told(read(*rows))
