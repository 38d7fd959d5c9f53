"""Pages of plain text: headers and footers beside form feeds, also those of two pages, are no talk."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data

PAGES = [[f"I: Hoe was {one}?", "R: Goed hoor.", f"Dat was wel zo, {one}."] for one in ("een", "twee", "drie", "vier")]
HEADERS = ["Interview met P03", "Jan de Boer", "Vertrouwelijk", "Project Buurthuis, ronde 1"]


def read(pages: list[list[str]], parting: str = "\f", encoding: str = "utf-8") -> Reading:
    return read_data(parting.join("\n".join(page) for page in pages).encode(encoding), where="a.txt")


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("parting", ["\f", "\n\f", "\n\n\f\n\n"], ids=repr)
@pytest.mark.parametrize("end", ["top", "foot"])
def test_a_line_at_the_edge_of_all_pages_is_no_talk(end: str, parting: str, header: str, count: int) -> None:
    pages = [[header, *page] if end == "top" else [*page, header] for page in PAGES[:count]]
    reading = read(pages, parting)
    assert header not in reading.text
    assert reading.remainders["headers and footers"] == " ".join([header] * count)
    assert all(line in reading.text for page in PAGES[:count] for line in page)


def test_a_header_that_the_first_page_lacks_is_no_talk() -> None:
    assert HEADERS[0] not in read([PAGES[0], *([HEADERS[0], *page] for page in PAGES[1:3])]).text


@pytest.mark.parametrize("line", ["Eva", "Dat weet ik niet zo goed"])
def test_what_comes_back_between_the_edges_too_is_talk(line: str) -> None:
    assert read([[line, *PAGES[0], line, "Ja."], [line, *PAGES[1]]]).text.count(line) == 3


@pytest.mark.parametrize("line", ["Respondent", "Interviewer 1", "R: nou ja", "Dat was zo.", "Ja"])
def test_a_label_or_a_sentence_at_the_edges_of_pages_is_talk(line: str) -> None:
    assert read([[line, *PAGES[0]], [line, *PAGES[1]]]).text.count(line) == 2


def test_a_header_in_another_encoding_keeps_its_accents() -> None:
    reading = read([["Café De Één", *page] for page in PAGES[:2]], encoding="cp1252")
    assert reading.remainders["headers and footers"] == "Café De Één Café De Één"
