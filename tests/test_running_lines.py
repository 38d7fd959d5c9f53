"""Headers and footers of a PDF of one or two pages."""

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
