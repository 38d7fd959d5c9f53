"""Which lines of a page of a PDF are large ones over others: only those under which much smaller letters stand."""

from __future__ import annotations

import pytest

from bp_qual.readers.pdf_columns import Gutter, order_columns
from bp_qual.readers.pdf_large import part_large
from bp_qual.readers.pdf_signs import Letter


def line(text: str, *, left: float = 0, middle: float = 100, height: float = 10, width: float = 5) -> list[Letter]:
    top, bottom = middle - height / 2, middle + height / 2
    return [Letter(sign, left + width * n, left + width * (n + 1), top, bottom, "", "") for n, sign in enumerate(text)]


def large(*lines: list[Letter]) -> str:
    return "".join(letter.text for letter in part_large([letter for some in lines for letter in some])[1])


TALK = line("samen")


def test_a_large_line_over_talk_is_parted_in_whichever_order_it_is_drawn() -> None:
    over = line("XYZ", height=50, width=30)
    assert large(TALK, over) == "XYZ"
    assert large(TALK, over[::-1]) == "ZYX"


def test_letters_of_one_large_line_are_one_though_their_places_differ_by_a_hair() -> None:
    """Under each alone there are too few."""
    over = [*line("X", height=50, width=10), *line("Y", left=10, middle=100.01, height=50, width=15)]
    assert large(line("samen"[:4]), over) == "XY"


@pytest.mark.parametrize(
    "others",
    [
        [line("X", left=60, height=50, width=60)],  # beside it
        [line("X", left=-60, height=50, width=60)],
        [line("X", middle=80, height=50, width=60)],  # above and below it, where the letter has no ink
        [line("X", middle=120, height=50, width=60)],
        [line("X", height=20, width=60)],  # no more than twice as high
        [line("grote", height=20), line("X", height=26, width=60), line("Y", left=300, height=60)],
        [line("punt.", height=0)],
    ],
)
def test_a_line_that_is_not_over_much_smaller_letters_stays_where_it_is(others: list[list[Letter]]) -> None:
    talk = TALK if len(others) == 1 else line("samen", left=500)
    assert large(talk, *others) == ""


def test_a_page_without_letters_has_no_large_ones() -> None:
    assert part_large([]) == ([], [])
    assert part_large(line("  ", height=0)) == (line("  ", height=0), [])


def test_a_line_whose_last_letter_lies_on_the_gutter_runs_across() -> None:
    rows = [
        [*line("a", middle=10), *line("c", left=50, middle=10)],
        [*line("X", left=44, middle=20, width=8)],
        [*line("b", middle=30), *line("d", left=50, middle=30)],
    ]
    read = [letter.text for row in order_columns(rows, Gutter(48.5, 8)) for letter in row]
    assert read == ["a", "c", "X", "b", "d"]
