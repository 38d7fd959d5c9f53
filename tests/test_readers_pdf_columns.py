"""Two columns in a PDF: each is read from top to bottom, however narrow the gutter and however short the second."""

from __future__ import annotations

import pytest
from pdfminer.fontmetrics import FONT_METRICS

from bp_qual.readers import Reading, read_data
from reader_samples import make_pdf, place_text

LEFT, ROOM = 50, 14  # points: the left edge, and from line to line
SAID = "en toen gingen wij met zijn allen naar de markt om brood te halen voor straks want het was feest"
WORDS = SAID.split()


def lines(name: str, count: int) -> list[str]:
    """Return so many lines of talk that are not the same, about 40 letters wide."""
    return [f"{name}{n} " + " ".join(WORDS[(n + k) % len(WORDS)] for k in range(8)) for n in range(count)]


def width(line: str, size: float = 10) -> float:
    """Return how wide a line in Helvetica is."""
    return sum(FONT_METRICS["Helvetica"][1][sign] for sign in line) * size / 1000


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


def test_a_few_wide_gaps_in_a_page_of_talk_make_no_columns() -> None:
    """Two columns take three lines on either side, eight where the gutter is narrow, and few that run across."""
    said = [f"{line} en dat was toen nog heel gewoon hier in de straat" for line in lines("a", 12)]
    for few in (2, 4):
        left, right = lines("b", few), lines("c", few)
        page = draw(said, [], up=600) + draw(left, right)
        assert "two columns" not in kinds(read(page))


@pytest.mark.parametrize(
    "labels",
    [
        ["Interviewer:", "Respondent 12:"] * 6,
        [f"Respondent {n}:" for n in range(12)],
        ["De interviewster", "Mevrouw Jansen"] * 6,
        [f"nr {n}" for n in range(12)],
    ],
)
def test_labels_names_that_come_back_and_numbers_are_no_column_of_talk(labels: list[str]) -> None:
    assert "two columns" not in kinds(read(draw(labels, lines("b", 12))))


@pytest.mark.parametrize("last", [([], lines("c", 5)), (lines("c", 5), [])])
def test_a_page_with_lines_on_one_side_of_a_gutter_only_has_no_columns_after_one_that_had(
    last: tuple[list[str], list[str]],
) -> None:
    reading = read(draw(lines("a", 30), lines("b", 30)), draw(*last))
    assert "Text is in two columns on 1 of 2 pages" in str(reading.notes[0])


@pytest.mark.parametrize("few", [5, 12])
def test_a_narrow_gutter_is_one_where_many_lines_keep_it_free(few: int) -> None:
    left = [f"{'m' * 20} {chr(97 + n)}{'m' * 12}." for n in range(few)]
    end = LEFT + 32 * 8.33 + 2.78 + 2.78 + 8.33
    assert ("two columns" in kinds(read(draw(left, lines("b", few), second=end + 7)))) is (few > 8)


def test_few_lines_at_the_top_are_a_second_column_only_if_they_are_as_wide_and_as_large_as_talk() -> None:
    left = lines("a", 30)
    for right, size in ((lines("b", 5), 7), ([f"noot {n}" for n in range(5)], 10)):
        assert "two columns" not in kinds(read(draw(left, right, size=size)))


def test_a_line_that_runs_across_is_one_line_and_ends_what_is_above_it() -> None:
    """Also where a word ends at the gutter, where a blank there is wide, and where nothing is behind."""
    across = [f"{'mnl'[n % 3] * (n % 5 + 1)} {' '.join(SAID.split()[n:])}" for n in range(5)]
    wide = "m" * 34
    left, right = lines("a", 40), lines("b", 40)
    page = draw(left[:20], right[:20], up=800) + draw(left[20:], right[20:], up=360)
    more = "".join(place_text(LEFT + 1.3 * n, 500 - 14 * n, line) for n, line in enumerate(across))
    for line, behind in ((wide, "dwars"), (f"{wide} mmm", ""), (f"{wide}m", "")):
        drawn = place_text(LEFT, 430, line, size=10) + (place_text(340, 430, behind, size=10) if behind else "")
        said = read(page + more + drawn).text.split("\n")
        assert said[:40] == [*left[:20], *right[:20]]
        assert said[40:46] == [*across, f"{line} {behind}".strip()]
        assert said[46:] == [*left[20:], *right[20:]]


def test_a_line_with_slightly_less_room_before_the_second_column_is_still_of_two() -> None:
    left, right = [f"{'m' * 20} {chr(65 + n)}{chr(97 + n % 20)}{'m' * 11}." for n in range(30)], lines("b", 30)
    end = LEFT + 10 + max(map(width, left))
    page = "".join(
        place_text(end - 7 - width(line) + (0.4 if n == 4 else 0), 780 - ROOM * n, line, size=10)
        for n, line in enumerate(left)
    )
    assert read(page + draw([], right, second=end)).text.split("\n") == [*left, *right]


@pytest.mark.parametrize(("first", "last"), [(10, 15), (0, 20)])
def test_notes_low_beside_the_talk_or_far_apart_are_no_second_column_that_ends_early(first: int, last: int) -> None:
    left = lines("a", 30)
    at = range(first, last) if first else (0, 1, 9, 19)
    right = ["en dat is een lange noot ernaast, zo." if n in at else "" for n in range(30)]
    reading = read(draw(left, right))
    assert "two columns" not in kinds(reading)


def test_a_long_second_column_beside_a_short_first_is_talk_only_in_fair_shares() -> None:
    reading = read(draw(lines("a", 4), lines("b", 30)))
    assert "two columns" not in kinds(reading)


SENTENCES = [
    "Wij bakten elke dinsdag soep.",
    "Dat was toen heel gewoon hier.",
    "En verder ging het zijn gang.",
    "De buren kwamen ook wel eens.",
]


@pytest.mark.parametrize("order", [("time", "name", "text"), ("name", "time", "text")])
@pytest.mark.parametrize("count", [8, 20])
def test_a_column_of_times_and_one_of_names_are_no_column_of_talk(order: tuple[str, ...], count: int) -> None:
    shown, expected = "", []
    for n in range(count):
        cells = {
            "time": f"00:{n:02d}:1{n % 10}",
            "name": ("Eva", "Truus")[n % 2],
            "text": f"{SENTENCES[n % 4][:-1]} {n * 7}.",
        }
        lefts = dict(zip(order, (60, 130, 200), strict=True))
        shown += "".join(place_text(lefts[name], 780 - 16 * n, cell, size=10) for name, cell in cells.items())
        expected.append("\t".join(cells[name] for name in order))
    reading = read(shown)
    assert [line.split() for line in reading.text.split("\n")] == [line.split() for line in expected]
    assert "two columns" not in kinds(reading)
