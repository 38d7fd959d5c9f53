"""Two columns in a PDF: each is read from top to bottom, however narrow the gutter and however short the second."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data
from reader_samples import make_pdf, place_text

LEFT, ROOM = 50, 14  # points: the left edge, and from line to line
SAID = "en toen gingen wij met zijn allen naar de markt om brood te halen voor straks want het was feest"
WORDS = SAID.split()


def lines(name: str, count: int) -> list[str]:
    """Return so many lines of talk that are not the same, about 40 letters wide."""
    return [f"{name}{n} " + " ".join(WORDS[(n + k) % len(WORDS)] for k in range(8)) for n in range(count)]


def draw(left: list[str], right: list[str], *, second: float = 340, size: float = 10, up: float = 780) -> str:
    columns = ((LEFT, left, 10), (second, right, size))
    return "".join(
        place_text(x, up - ROOM * n, line, size=letters)
        for x, column, letters in columns
        for n, line in enumerate(column)
    )


def read(*pages: str) -> Reading:
    return read_data(make_pdf([], drawn=list(pages)), where="a.pdf")


def kinds(reading: Reading) -> set[str]:
    return {note.kind for note in reading.notes}


def test_a_second_column_that_ends_early_is_read_after_the_first() -> None:
    left, right = lines("a", 30), lines("b", 5)
    reading = read(draw(left, right))
    assert reading.text.split("\n") == [*left, *right]
    assert "two columns" in kinds(reading)


def test_on_the_last_page_one_line_is_enough_for_a_second_column() -> None:
    first, left = (lines("a", 30), lines("b", 30)), lines("c", 30)
    reading = read(draw(*first), draw(left, ["en zo was het."]))
    assert reading.text.split("\n") == [*first[0], *first[1], *left, "en zo was het."]


def test_long_lines_that_come_back_are_no_labels_of_the_other_column() -> None:
    left, right = lines("a", 6) * 3, lines("b", 6) * 3
    assert read(draw(left, right)).text.split("\n") == [*left, *right]


def test_a_gutter_narrower_than_a_letter_is_high_is_seen_where_many_lines_keep_it_free() -> None:
    left, right = ["m" * 34 + "." for _ in range(12)], lines("b", 12)
    left = [f"{line[:20]} {chr(97 + n)}{line[22:]}" for n, line in enumerate(left)]
    end = LEFT + 33 * 8.33 + 2.78 + 2.78
    assert read(draw(left, right, second=end + 7)).text.split("\n") == [*left, *right]


@pytest.mark.parametrize("size", [7, 10])
def test_short_notes_in_the_margin_are_no_second_column(size: float) -> None:
    left = lines("a", 30)
    notes = [f"over {word}" if n % 3 == 0 else "" for n, word in enumerate(["soep", "buren", "geld"] * 5)]
    reading = read(draw(left, notes, size=size))
    assert [line.split("\t")[0] for line in reading.text.split("\n")] == left
    assert "two columns" not in kinds(reading)


def test_a_small_header_right_above_the_talk_is_kept_apart() -> None:
    pages = [
        place_text(LEFT, 780 + 4 * bool(n), "Buurtonderzoek", size=7) + draw(lines(name, 12), [], up=766)
        for n, name in enumerate("abcd")
    ]
    assert "Buurtonderzoek" not in read(*pages).text
