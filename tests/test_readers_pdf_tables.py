"""Tables of names and talk in a PDF: whatever the height of a name in its cell, no line goes to somebody else."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data
from reader_samples import make_pdf, place_text

SAID = (
    ("Eva", ["Hoe ging dat met brimmelkast?"]),
    ("Jan", ["Met varnegoor en plooikwist hebben wij", "samen twarrel gebakken.", "En dat ging goed."]),
    ("Eva", ["En wat deed kwintelaar daarna, toen het", "voorbij was?"]),
    (
        "Jan",
        [
            "Niets dan murvelen en fronkelen, en",
            "later hazewind, want er was",
            "iemand die dat kon, zei men",
            "in de straat.",
        ],
    ),
    ("Eva", ["En toen?"]),
    ("Jan", ["Toen gingen we naar huis, met zijn allen", "over de grolsteek."]),
)
TOP, MIDDLE, BOTTOM = 0.0, 0.5, 1.0


def draw(said: tuple[tuple[str, list[str]], ...], share: float, room: float, up: float = 780) -> str:
    """Draw a table with its names at a share of the height of their cells, and room between its rows."""
    drawn = ""
    for who, lines in said:
        drawn += place_text(60, up - share * 14 * (len(lines) - 1), who)
        drawn += "".join(place_text(130, up - 14 * n, line) for n, line in enumerate(lines))
        up -= 14 * len(lines) + room
    return drawn


def read(*pages: str) -> Reading:
    return read_data(make_pdf([], drawn=list(pages)), where="a.pdf")


def expect(said: tuple[tuple[str, list[str]], ...] = SAID) -> list[str]:
    return [line for who, lines in said for line in (f"{who}\t{lines[0]}", *lines[1:])]


@pytest.mark.parametrize("room", [0, 2, 12])
@pytest.mark.parametrize("share", [TOP, MIDDLE, BOTTOM])
def test_a_name_comes_before_the_lines_of_its_cell(share: float, room: float) -> None:
    reading = read(draw(SAID, share, room))
    assert reading.text.split("\n") == expect()
    assert not reading.notes


@pytest.mark.parametrize("share", [TOP, MIDDLE])
def test_a_page_that_does_not_tell_is_read_as_the_page_before(share: float) -> None:
    last = (("Jan", ["Dat weet ik nog", "goed van toen", "en van later."]), ("Eva", ["Dank."]))
    reading = read(draw(SAID, share, 4), draw(last, share, 0))
    assert reading.text.split("\n") == expect((*SAID, *last))


def test_a_title_and_a_page_number_are_no_names() -> None:
    page = place_text(60, 800, "Interview") + draw(SAID, MIDDLE, 4, up=770) + place_text(290, 30, "1")
    assert read(page).text.split("\n")[1:-1] == expect()


def test_a_name_on_a_line_of_its_own_stays_there() -> None:
    drawn, up = "", 780
    for who, lines in SAID:
        drawn += place_text(60, up, who)
        drawn += "".join(place_text(130, up - 14 - 14 * n, line) for n, line in enumerate(lines))
        up -= 14 + 14 * len(lines)
    reading = read(drawn)
    assert reading.text.split("\n") == [line for who, lines in SAID for line in (who, *lines)]
    assert not reading.notes


def test_names_between_lines_that_may_not_be_theirs_are_told() -> None:
    lines = "".join(place_text(130, 780 - 14 * n, f"Wij bakten in dat jaar brood voor straat {n}") for n in range(9))
    names = "".join(place_text(60, 773 - 14 * n, who) for n, who in ((0, "Eva"), (1, "Jan"), (6, "Eva")))
    assert [note.kind for note in read(lines + names).notes] == ["labels between lines"]
