"""Numbers of lines and footnotes in a PDF are nobody's talk."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data
from bp_qual.readers.line_numbers import are_line_numbers, find_line_numbers
from bp_qual.readers.pdf_lines import Line
from bp_qual.readers.pdf_notes import take_numbers_off
from bp_qual.readers.pdf_signs import Letter
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


def test_a_number_beside_an_empty_line_leaves_no_line_and_none_of_its_letters() -> None:
    shown = [*TALK[:3], "", *TALK[3:]]
    assert read(draw(shown, numbers=[str(n) for n in range(1, 8)])).text.split("\n") == TALK
    letters = [Letter(sign, 5 * n, 5 * n + 5, 0, 10, "", "") for n, sign in enumerate("1 ja")]
    bare, _ = take_numbers_off([Line(f"{n} ja", tuple(letters)) for n in range(1, 6)])
    assert {"".join(letter.text for letter in line.letters) for line in bare} == {"ja"}


@pytest.mark.parametrize(
    ("numbers", "lines", "are_numbers"),
    [
        ([1, 2, 3, 4], 4, False),  # too few
        ([1, 2, 3, 4, 5, 6], 12, False),  # beside every other line
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 11, True),  # one was not read
        ([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12], 12, True),
        ([1, 2, 3, 5, 7, 8, 9, 11, 12, 13, 14], 11, False),
    ],
)
def test_numbers_count_lines_where_nearly_all_lines_have_the_next(
    numbers: list[int], lines: int, are_numbers: bool
) -> None:
    assert are_line_numbers(numbers, lines) is are_numbers


NOTE = place_text(90, 100, "1 De wethouder van Assen.", size=8)


def test_a_footnote_stands_above_the_footer_of_its_page() -> None:
    notes = ["1 De wethouder van Assen.", "2 Een winkel aan de kade.", "3 Later gesloten.", "4 Zie het plan zelf."]
    pages = [
        draw([f"{line} {n}" for line in TALK], more=place_text(90, 100, note, size=8) + place_text(90, 60, "Onderzoek"))
        for n, note in enumerate(notes)
    ]
    assert read(*pages).remainders["footnotes"].split("\n") == notes


def test_talk_that_begins_with_a_number_at_the_foot_is_no_footnote() -> None:
    """In letters as large as all talk, or on a page that is small from top to bottom."""
    reading = read(draw([*TALK, "30 jaar woonde ik daar."]))
    assert "30 jaar" in reading.text
    assert "footnotes" not in reading.remainders
    small = "".join(place_text(90, 780 - 16 * n, f"{n} jaar was ik toen.", size=8) for n in range(1, 4))
    reading = read(draw(TALK), draw(TALK), small)
    assert "3 jaar was ik toen." in reading.text


@pytest.mark.parametrize(
    ("sign", "size", "up"),
    [("2", 6, 4), ("1", 11, 3), ("1", 6, -1)],  # of no note, not small, not raised
)
def test_a_sign_that_is_no_mark_of_a_note_stays_in_its_line(sign: str, size: float, up: float) -> None:
    beside = place_text(90 + 200, 780 - 16 + up, sign, size=size)
    assert f"wilde {sign}" in read(draw(TALK, more=beside + NOTE)).text


def test_a_small_sign_that_begins_a_line_is_no_mark() -> None:
    begin = place_text(84, 780 - 16 + 4, "1", size=6)
    assert "1R: Moeizaam" in read(draw(TALK, more=begin + NOTE)).text.replace("1 R", "1R")


def test_a_mark_with_a_blank_and_one_in_a_line_that_is_drawn_twice_are_kept_apart() -> None:
    mark = place_text(90 + 200, 780 - 16 + 4, "1 ", size=6)
    again = place_text(90.3, 780 - 16, TALK[1])
    for more in (mark, mark + again):
        reading = read(draw(TALK, more=more + NOTE))
        assert reading.text.split("\n") == TALK
        assert reading.remainders["footnotes"].split("\n")[0] == "1"


def _numbered(count: int, step: int, *, page: int = 0, blank: tuple[int, ...] = ()) -> list[int | None]:
    """Return the numbers of lines of which every so many has one, on each page anew; some lines are blank."""
    counts = [n % page + 1 if page else n + 1 for n in range(count)]
    return [n if n % step == 0 else None for place, n in enumerate(counts) if place not in blank]


@pytest.mark.parametrize("step", [2, 3, 4, 5, 10])
def test_every_so_many_numbers_count_lines_throughout_and_on_each_page(step: int) -> None:
    throughout, anew = _numbered(6 * step, step), _numbered(6 * step, step, page=2 * step + 1)
    for numbers in (throughout, anew, _numbered(6 * step, step, blank=(2 * step,))):
        assert find_line_numbers(numbers) == {n for n, number in enumerate(numbers) if number}


def test_numbers_that_are_said_do_not_count_lines_nor_end_the_count() -> None:
    said = [*_numbered(23, 5)]
    said[2], said[11] = 98, 3
    assert find_line_numbers(said) == {4, 9, 14, 19}
    assert not find_line_numbers([5, None, 10, None, *[None] * 20, 15])
    assert not find_line_numbers([*_numbered(15, 5), *[None] * 20])
    assert not find_line_numbers(_numbered(10, 5))
    assert not find_line_numbers([2010, 2011, 2015, 2016, 2020, 2021])
    assert find_line_numbers([None, 105, *[None] * 4, 110, *[None] * 4, 115, None]) == {1, 6, 11}


def test_numbers_beside_every_fifth_line_of_a_pdf_are_left_out_and_told() -> None:
    lines = TALK * 4
    numbers = [str(n + 1) if n % 5 == 4 else "" for n in range(24)]
    reading = read(draw(lines, numbers=numbers))
    assert reading.text.split("\n") == lines
    assert reading.remainders["line numbers"] == "5 10 15 20"
    assert "line numbers" in {note.kind for note in reading.notes}


@pytest.mark.parametrize("name", ["a.txt", "a.text"])
def test_numbers_before_every_fifth_line_of_a_text_and_in_brackets_behind_all_are_left_out(name: str) -> None:
    lines = TALK * 3
    fifth = "\n".join(f"{n + 1:>3} {line}" if n % 5 == 4 else f"    {line}" for n, line in enumerate(lines))
    reading = read_data(fifth.encode(), where=name)
    assert [line.strip() for line in reading.text.split("\n")] == lines
    assert reading.remainders["line numbers"] == "5 10 15"
    behind = "".join(f"{line} [{n}]\n" for n, line in enumerate(lines, 1))
    assert read_data(behind.encode(), where=name).text.split("\n")[:18] == lines
    few = "".join(f"{line}{' [12]' if n == 4 else ''}\n" for n, line in enumerate(lines))
    assert "[12]" in read_data(few.encode(), where=name).text
