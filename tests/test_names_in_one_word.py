"""Names inside longer words, addresses and dates, and in files of any length; all invented."""

from __future__ import annotations

import pytest

from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.pieces_together import replace_together
from bp_qual.pseudonyms.replacing import Replacer
from processor_time import at_most

NAMES = (("Kees", "P01"), ("Jan", "P02"), ("O'Brien", "P03"), ("D'Hondt", "P04"), ("'t Hart", "P05"))


def replaced(text: str, *names: tuple[str, str]) -> str:
    return Replacer([DecidedName(*name) for name in names or NAMES], keeps_dates=True).replace(text).text


@pytest.mark.sweep(4)
@pytest.mark.parametrize("text", ["JanJan" * 2000, "JanKees" * 2000 + "x", "#" + "aB" * 2000, "#" + "Jan" * 3000])
def test_a_long_word_takes_no_time(text: str) -> None:
    with at_most(1):
        replaced(text)


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "text",
    [
        "  \n" * 4000,
        " " * 20000,
        "a" + " \r\n" * 5000,
        "</b>" * 5000,
        "\n" * 20000,
        "a\n\n" + "\t" * 20000,
        "\r" * 20000,
    ],
)
def test_a_long_row_of_blanks_takes_no_time(text: str) -> None:
    with at_most(1):
        replace_together(Replacer([DecidedName("Jan Smit", "P01")]), [text, text + "Jan", text + "Smit"])


@pytest.mark.parametrize(
    "between",
    ["\n\n00:02 --> 00:03\n", " \n\t\n\n2\n00:02 --> 00:03\n<b>", "</b>\r\n\r\n00:02 --> 00:03\r\n", " <i> <b> ",
     "\n\n00:02 --> 00:03\n\n\n00:03 --> 00:04\n"],
)  # fmt: skip
def test_a_name_over_a_gap_of_any_kind_is_one(between: str) -> None:
    made, _ = replace_together(Replacer([DecidedName("Jan Smit", "P01")]), [f"Dat was Jan{between}Smit."])
    assert made[0].startswith("Dat was P01")
    assert "Smit" not in made[0]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("https://x.nl/@bob/kees", "https://x.nl/@bob/P01"),
        ("https://x.nl/#top/jan", "https://x.nl/#top/P02"),
        ("obrien@x.nl, @obrien en #OBrien of OBrien", "P03@x.nl, @P03 en #P03 of P03"),
        ("O.Brien@x.nl", "P03@x.nl"),
        ("Mail 'o'brien@x.nl', jan'kees@x.nl of kees/jan@x.nl.", "Mail 'P03@x.nl', P02'P01@x.nl of P01/P02@x.nl."),
        ("dhondt@x.nl van DHondt", "P04@x.nl van P04"),
        ("thart@x.nl, t.hart@x.nl en #tHart", "P05@x.nl, P05@x.nl en #P05"),
    ],
)
def test_a_name_in_an_address_is_replaced(text: str, new: str) -> None:
    assert replaced(text) == new


def test_a_name_as_one_word_in_capitals_is_replaced_where_it_is_no_word() -> None:
    assert replaced("JANDEWIT en #JANDEWIT", ("Jan de Wit", "P01")) == "P01 en #P01"
    assert replaced("WILLPOWER en VANDAAN", ("Will Power", "P01"), ("van Daan", "P02")) == "WILLPOWER en VANDAAN"
    assert replaced("Jan's en Jans", ("Jan's", "P01")) == "P01's en Jans"


def test_a_name_that_is_the_month_of_a_date_stays() -> None:
    assert replaced("12Jan2010, 03Jan2010") == "12Jan2010, 03Jan2010"
    assert replaced("12Jan, Jan2010 en 112Jan2010; 12Kees2010") == "12P02, P02_2010 en 112P02_2010; 12P01_2010"


def test_a_pseudonym_makes_no_number_with_what_stands_before_it() -> None:
    assert replaced("12Jan en Jan", ("Jan", "3x")) == "12_3x en 3x"
