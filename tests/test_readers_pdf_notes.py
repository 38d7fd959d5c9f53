"""Numbers of lines and footnotes in a PDF are nobody's talk."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data
from reader_samples import make_pdf, place_text

TALK = [
    "I: Hoe ging dat met de gemeente?",
    "R: Moeizaam, want de wethouder wilde",
    "eerst een plan zien en toen nog een.",
    "I: En hoe ging het verder?",
    "R: Wij kregen een winkel, met zijn",
    "allen, en daar staat hij nog.",
]


def draw(lines: list[str], *, numbers: list[str] | None = None, more: str = "", up: float = 780) -> str:
    shown = "".join(place_text(90, up - 16 * n, line) for n, line in enumerate(lines))
    beside = "".join(place_text(60, up - 16 * n, number) for n, number in enumerate(numbers or []))
    return shown + beside + more


def read(*pages: str) -> Reading:
    return read_data(make_pdf([], drawn=list(pages)), where="a.pdf")


@pytest.mark.parametrize("anew", [True, False])
def test_numbers_before_all_lines_are_left_out_and_told(anew: bool) -> None:
    numbers = [str(n) for n in range(1, 13)]
    second = numbers[:6] if anew else numbers[6:]
    reading = read(draw(TALK, numbers=numbers[:6]), draw(TALK, numbers=second))
    assert reading.text.split("\n") == TALK * 2
    assert reading.remainders["line numbers"].split() == [*numbers[:6], *second]
    assert "line numbers" in {note.kind for note in reading.notes}


def test_numbers_that_do_not_count_lines_stay() -> None:
    reading = read(draw(TALK, numbers=["3", "12", "7", "9", "1", "30"]))
    assert "12 R: Moeizaam" in reading.text


@pytest.mark.parametrize(("mark", "note"), [("1", "1 De wethouder van Assen."), ("*", "* De wethouder van Assen.")])
def test_a_footnote_and_its_mark_are_kept_apart(mark: str, note: str) -> None:
    raised = place_text(90 + 200, 780 - 16 + 4, mark, size=6)
    below = place_text(90, 100, note, size=8) + place_text(90, 88, "in die dagen.", size=8)
    reading = read(draw(TALK, more=raised + below))
    assert reading.text.split("\n") == TALK
    assert reading.remainders["footnotes"].split("\n") == [mark, note, "in die dagen."]


def test_small_talk_at_the_foot_that_no_number_begins_and_lowered_digits_stay() -> None:
    lowered = place_text(90 + 200, 780 - 16 - 1, "2", size=6)
    below = place_text(90, 100, "I: Heel klein gezegd?", size=8) + place_text(90, 80, "2 Noot.", size=8)
    text = read(draw(TALK, more=lowered + below)).text
    assert "I: Heel klein gezegd?" in text
    assert "wilde 2" in text
