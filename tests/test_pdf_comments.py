"""What a `%` in a page of a PDF turns into a comment is told where it draws text; no program shows it."""

from __future__ import annotations

import pytest

from bp_qual.readers import read_data
from reader_samples import make_pdf, place_text

LINES = ["I: Hoe ging dat?", "R: Wij bakten brood (wit).", "I: En toen?", "R: Toen kwam 50 % minder, 20 %(van ons)."]
DRAWN = [place_text(60, 780 - 16 * number, line) for number, line in enumerate(LINES)]
DRAWN[1] = DRAWN[1].replace("\\", "")  # brackets within brackets need no stroke before them


def is_told(content: str) -> bool:
    return any(note.kind == "page broken" for note in read_data(make_pdf([], drawn=[content]), where="a.pdf").notes)


@pytest.mark.parametrize("place", range(4))
def test_a_line_that_a_percent_sign_takes_out_is_told(place: int) -> None:
    assert is_told("".join([*DRAWN[:place], "%", *DRAWN[place:]]))


def test_a_part_of_a_line_that_a_percent_sign_takes_out_is_told() -> None:
    line = "BT /F1 11 Tf 1 0 0 1 60 748 Tm [(I: En)\n{}( dan)\n( toen?)] TJ ET\n"
    assert is_told("".join([*DRAWN[:2], line.format("%"), DRAWN[3]]))
    assert not is_told("".join([*DRAWN[:2], line.format(""), DRAWN[3]]))


@pytest.mark.parametrize("comment", ["", "% page 1\n", "% R: weg\r", "%\n", "% 50 ) of it\n"])
def test_percent_signs_in_text_and_comments_without_text_are_not_told(comment: str) -> None:
    content = "".join([*DRAWN[:2], comment, *DRAWN[2:]])
    assert not is_told(content)
    assert read_data(make_pdf([], drawn=[content]), where="a.pdf").text == "\n".join(LINES)


@pytest.mark.parametrize("instead", ["T*", "ET", "Q"])
def test_a_line_before_an_instruction_that_takes_nothing_is_told(instead: str) -> None:
    line = f"BT /F1 11 Tf 1 0 0 1 60 748 Tm (I: En toen?) {instead} ET\n"
    assert is_told("".join([*DRAWN[:2], line, DRAWN[3]]))


def test_a_text_that_is_drawn_as_a_list_is_told() -> None:
    line = "BT /F1 11 Tf 1 0 0 1 60 748 Tm (I: En toen?) {} ET\n"
    assert is_told("".join([*DRAWN[:2], line.format("TJ"), DRAWN[3]]))
    assert not is_told("".join([*DRAWN[:2], line.format("Tj"), DRAWN[3]]))
