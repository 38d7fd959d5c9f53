"""Headers and footers of a PDF, on one page, on two and on many."""

from __future__ import annotations

import pytest

from bp_qual.readers.running_lines import find_running_lines

TALK = [(f"zin {word} van het gesprek", 100.0 + 14 * n) for n, word in enumerate(("een", "twee", "drie", "vier"))]


@pytest.mark.parametrize("footer", ["pagina 1 van 1", "Page 1 of 1", "- 1 / 3 -", "Seite 2", "blz. 4"])
def test_a_page_number_on_a_single_page_is_a_footer(footer: str) -> None:
    assert find_running_lines([[*TALK, (footer, 800.0)]]) == {(0, len(TALK))}


@pytest.mark.parametrize("line", ["van 3 naar 4", "3", "R: 1 van 3 ging weg", "pagina 3 vond ik mooi"])
def test_talk_at_the_end_of_a_single_page_is_no_footer(line: str) -> None:
    assert find_running_lines([[*TALK, (line, 160.0)]]) == frozenset()


def test_a_name_above_both_of_two_pages_is_a_header_where_it_keeps_far_from_the_talk() -> None:
    first, second = ([(f"{said} {n}", height) for said, height in TALK] for n in "ab")
    assert find_running_lines([[("Project Buurthuis", 40.0), *page] for page in (first, second)]) == {(0, 0), (1, 0)}
    assert find_running_lines([[("Jan de Boer", 80.0), *page] for page in (first, second)]) == frozenset()


def pages(count: int) -> list[list[tuple[str, float]]]:
    return [[(f"{said} {'abcdef'[page]}", height) for said, height in TALK] for page in range(count)]


def test_a_header_that_stands_a_little_lower_on_each_page_is_one_as_it_keeps_from_the_talk() -> None:
    headed = [[("Onderzoek buurtzorg", 20.0 + 9 * n), *page] for n, page in enumerate(pages(4))]
    assert find_running_lines(headed) == {(n, 0) for n in range(4)}
    close = [[("Onderzoek buurtzorg", 86.0 + 9 * (n % 2)), *page] for n, page in enumerate(pages(4))]
    assert find_running_lines(close) == frozenset()


def test_roman_numbers_at_the_foot_are_page_numbers_and_a_label_i_is_none() -> None:
    numbers = ("i", "ii", "iii", "iv")
    footed = [[*page, (number, 800.0)] for number, page in zip(numbers, pages(4), strict=True)]
    assert find_running_lines(footed) == {(n, len(TALK)) for n in range(4)}
    labelled = [[("i", 60.0), *page[:2], ("i", 140.0), *page[2:]] for page in pages(4)]
    assert find_running_lines(labelled) == frozenset()


def test_a_header_that_looks_like_a_turn_is_one_where_all_pages_have_it_apart_from_the_talk() -> None:
    spoken = [[*TALK[:2], ("R: nou ja", 121.0), *TALK[2:], *TALK] for _ in range(3)]
    headed = [[("R: P07", 30.0), *page] for page in spoken]
    assert find_running_lines(headed) == {(n, 0) for n in range(3)}
    answered = [[("R: Ja.", 87.0), *page] for page in spoken]
    assert find_running_lines(answered) == frozenset()


def test_a_header_that_stands_lower_on_the_first_page_is_one_on_all() -> None:
    headed = [[("Interview P01, vertrouwelijk bewaard", 88.0 if n else 80.0), *page] for n, page in enumerate(pages(4))]
    assert find_running_lines(headed) == {(n, 0) for n in range(4)}


def test_a_header_close_to_the_talk_is_one_where_its_letters_are_smaller() -> None:
    headed = [[("Onderzoek buurtzorg", 86.0 + 9 * (n % 2)), *page] for n, page in enumerate(pages(4))]
    tops = {(n, 0) for n in range(4)}
    assert find_running_lines(headed, small=tops) == tops
    end = [[(f"{said} slot {name}", height + 70) for said, height in TALK] for name in "abc"]
    spoken = [[("R: P07", 86.0), *page, ("R: nou ja", 156.0), *end[n]] for n, page in enumerate(pages(3))]
    assert find_running_lines(spoken) == frozenset()
    assert find_running_lines(spoken, small=tops) == {(n, 0) for n in range(3)}
