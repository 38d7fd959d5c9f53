"""Headers and footers of a PDF, on one page, on two and on many."""

from __future__ import annotations

import pytest

from bp_qual.readers import read_data
from bp_qual.readers.running_lines import find_likely, find_running_lines
from reader_samples import make_pdf

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


def own_lines(
    above: str, below: str, *, count: int = 3, room: float = 28.0, first: int = 0
) -> list[list[tuple[str, float]]]:
    """Return pages with labels on lines of their own, which have the same line above or below the talk."""
    label = above or below
    found = []
    for number in range(count):
        said = (
            ("zin", label, "antwoord", "Vraag", "slot") if number % 2 else ("zin", "Vraag", "antwoord", label, "slot")
        )
        page = [
            (f"{word} {'abcdef'[number]}" if word.islower() else word, 100.0 + 14 * n) for n, word in enumerate(said)
        ]
        if above and number >= first:
            page.insert(0, (above, 100.0 - room))
        found.append([*page, (below, 156.0 + room)] if below else page)
    return found


@pytest.mark.parametrize("label", ["Interviewer", "Respondent", "R", "Truus", "Interviewer:"])
@pytest.mark.parametrize("first", [0, 1])
def test_a_label_alone_above_all_pages_is_a_header_where_it_keeps_more_room_than_labels_do(
    label: str, first: int
) -> None:
    headed = own_lines(label, "", count=4, first=first)
    assert find_running_lines(headed) == {(n, 0) for n in range(first, 4)}


@pytest.mark.parametrize("label", ["Interviewer", "Respondent", "R", "Truus"])
def test_a_label_alone_below_all_pages_is_a_footer(label: str) -> None:
    assert find_running_lines(own_lines("", label)) == {(n, 5) for n in range(3)}


def test_a_label_right_above_the_talk_is_a_header_where_another_label_or_half_a_sentence_follows() -> None:
    close = own_lines("Respondent", "", room=14.0)
    assert find_running_lines(close) == {(n, 0) for n in range(3)}
    spoken = [[page[0], ("Ja, dat was zo.", 100.0), *page[2:]] for page in close]
    assert find_running_lines(spoken) == frozenset()
    labelled = [[*spoken[0][:1], ("Interviewer", 100.0), *spoken[0][2:]], *spoken[1:]]
    assert find_running_lines(labelled) == {(n, 0) for n in range(3)}


def test_on_two_pages_a_label_at_the_top_is_a_header_only_where_another_label_follows() -> None:
    two = own_lines("Respondent", "", count=2, room=14.0)
    assert find_running_lines(two) == frozenset()
    assert find_running_lines([[two[0][0], ("Interviewer", 100.0), *two[0][2:]], two[1]]) == {(0, 0), (1, 0)}


def test_a_label_at_the_top_of_all_pages_that_keeps_as_much_room_elsewhere_is_a_label() -> None:
    wide = [[(text, 28.0 * n) for n, (text, _) in enumerate(page)] for page in own_lines("Respondent", "", room=14.0)]
    wide = [[page[0], ("Ja, dat was zo.", page[1][1]), *page[2:]] for page in wide]
    assert find_running_lines(wide) == frozenset()
    loose = [
        [(text, 40.0 + 20 * n if n < 6 else 160.0 + 8 * n) for n, (text, _) in enumerate([*page, *TALK, *TALK])]
        for page in wide
    ]
    assert find_running_lines(loose) == frozenset()


ASKED = [[f"I: Hoe was {one}?", "R: Goed hoor, ja.", f"Dat was {one}."] for one in ("een", "twee", "drie", "vier")]


@pytest.mark.sweep(13)
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("end", ["top", "foot", "not the first"])
@pytest.mark.parametrize("header", ["Interview met P03", "Jan de Boer", "Vertrouwelijk", "Project Buurt, ronde 1"])
def test_a_line_that_comes_back_at_the_edges_of_a_few_pages_is_kept_apart_or_told(
    header: str, end: str, count: int
) -> None:
    pages = [[*page, header] if end == "foot" else [header, *page] for page in ASKED[:count]]
    pages[0] = ASKED[0] if end == "not the first" else pages[0]
    reading = read_data(make_pdf(pages), where="a.pdf")
    told = [note for note in reading.notes if note.kind == "perhaps headers"]
    if header in reading.text and not (count == 2 and end == "not the first"):
        assert header in str(told[0])
        assert "rand van pagina's" in told[0].say("nl")
    else:
        assert not told


@pytest.mark.parametrize("line", ["R: Ja hoor", "Dat was zo.", "Respondent", "R", "en dan,"])
def test_talk_and_labels_at_the_edges_of_two_pages_are_not_told(line: str) -> None:
    assert find_likely([[(line, 0.0), *page] for page in pages(2)], ()) == ()


def test_a_name_that_stands_between_the_edges_too_is_not_told() -> None:
    named = [[("Jan de Boer", 0.0), *page[:2], ("Jan de Boer", 130.0), *page[2:]] for page in pages(2)]
    assert find_likely(named, ()) == ()


def test_pages_that_differ_in_numbers_alone_are_no_headers() -> None:
    pages = [[f"I: Hoe ging dat in {1960 + n}?", f"R: Met {n} kinderen."] for n in range(6)]
    reading = read_data(make_pdf(pages), where="a.pdf")
    assert reading.text.split("\n") == [line for page in pages for line in page]
    assert reading.remainders == {}
