"""How a project counts the places of its passages: seen in their names, else in the words they begin and end with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bp_qual.exchange.received import Received
from bp_qual.exchange.refi_named import places_by_name
from bp_qual.exchange.refi_passages import read_refi_project
from bp_qual.exchange.refi_readings import TextReading, is_named
from refi_builders import HEAD, guid, pack

LINES = (
    "I: Hoe?",
    "R: Ja \U0001f600, wij doen dat samen.",
    "I: En nu?",
    "R: Nu wij ouder zijn, en de buurt ook. Het was druk.",
)
TEXT = "\n".join(LINES) + "\n"
QUOTES = ("wij doen dat samen", "Nu wij ouder", "de buurt ook", "druk")
Counted = Callable[[int], int]
NAMED = tuple((quote, quote) for quote in QUOTES)
NAMELESS = tuple(("", quote) for quote in QUOTES)


def at_lines(at: int) -> int:
    return at + TEXT.count("\n", 0, at)


def at_units(at: int) -> int:
    return len(TEXT[:at].encode("utf-16-le")) // 2


def read(passages: tuple[tuple[str, str], ...], count: Counted, *, stored: bytes = TEXT.encode()) -> Received:
    """Read a project with passages (name, quote), the offsets of which are counted in a way of its own."""
    marks = ""
    for number, (name, quote) in enumerate(passages):
        start = TEXT.index(quote)
        marks += (
            f'<PlainTextSelection guid="{guid(number)}" name="{name}" startPosition="{count(start)}" endPosition='
            f'"{count(start + len(quote))}"><Coding guid="{guid("c", number)}"><CodeRef targetGUID="{guid("a")}"/>'
            "</Coding></PlainTextSelection>"
        )
    xml = (
        f'{HEAD}<CodeBook><Codes><Code guid="{guid("a")}" name="werk" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{guid("t")}" name="P01" plainTextPath="internal://t.txt">{marks}</TextSource></Sources>'
        "</Project>"
    )
    return read_refi_project(pack({"project.qde": xml.encode(), "sources/t.txt": stored}), "p.qdpx")


WAYS: dict[str, tuple[Counted, bytes]] = {
    "counted mark": (lambda at: at + 1, b"\xef\xbb\xbf" + TEXT.encode()),
    "counted units": (at_units, TEXT.encode()),
    "counted lines": (at_lines, TEXT.encode()),
    "counted lines in pairs": (lambda at: at, TEXT.replace("\n", "\r\n").encode()),
}


@pytest.mark.parametrize("way", WAYS)
def test_another_way_of_counting_is_seen_in_the_words_and_told(way: str) -> None:
    count, stored = WAYS[way]
    received = read(NAMELESS, count, stored=stored)
    assert [passage.quote for passage in received.passages] == [*QUOTES]
    told = next(note for note in received.notes if note.kind == "counted otherwise")
    assert [str(said.kind) for said in told.values["ways"]] == [way.removesuffix(" in pairs")]


@pytest.mark.parametrize("way", WAYS)
def test_names_tell_every_way_of_counting(way: str) -> None:
    count, stored = WAYS[way]
    received = read(NAMED, count, stored=stored)
    assert ([passage.quote for passage in received.passages], received.notes) == ([*QUOTES], ())


def test_the_usual_way_is_not_left_for_a_few_odd_ends() -> None:
    odd = (*NAMELESS, ("", "ij doen"), ("", "oen dat"))
    received = read(odd, lambda at: at)
    assert [passage.quote for passage in received.passages] == [quote for _, quote in odd]


def test_passages_that_begin_within_words_in_every_way_are_listed_and_that_is_told() -> None:
    received = read(NAMELESS, lambda at: at - 4)
    assert [(passage.quote, passage.start) for passage in received.passages] == [("", -1)] * 4
    assert [note.kind for note in received.notes] == ["places doubtful"]


def test_words_without_blanks_between_them_tell_nothing() -> None:
    text = "問：今はどうですか。\n答：私たちは一緒にそれをしています。\n"
    marks = "".join(
        f'<PlainTextSelection guid="{guid(n)}" startPosition="{n}" endPosition="{n + 3}"><Coding guid="{guid("c", n)}">'
        f'<CodeRef targetGUID="{guid("a")}"/></Coding></PlainTextSelection>'
        for n in (14, 16, 18, 20)
    )
    xml = (
        f'{HEAD}<CodeBook><Codes><Code guid="{guid("a")}" name="a" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{guid("t")}" name="P01"><PlainTextContent>{text}</PlainTextContent>{marks}</TextSource>'
        "</Sources></Project>"
    )
    passages = read_refi_project(pack({"project.qde": xml.encode()}), "p.qdpx").passages
    assert [passage.quote for passage in passages] == [text[n : n + 3] for n in (14, 16, 18, 20)]


@pytest.mark.parametrize("by", [2, -2])
def test_a_name_of_one_word_as_long_as_its_passage_is_what_was_coded(by: int) -> None:
    said = (("druk", "druk"), ("ouder", "ouder"), ("samen", "samen"))
    received = read(said, lambda at: at + by)
    assert [passage.quote for passage in received.passages] == ["druk", "ouder", "samen"]


def test_a_short_label_that_stands_in_the_text_moves_no_longer_passage() -> None:
    received = read((("druk", "wij doen dat samen"),), lambda at: at)
    assert [passage.quote for passage in received.passages] == ["wij doen dat samen"]


def test_blanks_at_the_ends_of_a_passage_that_its_name_has_not_are_left_out() -> None:
    received = read((("doen dat", " doen dat "),), lambda at: at)
    assert [passage.quote for passage in received.passages] == ["doen dat"]


TALK = (
    "I: Hoi.\n\nR: Het was een fijne tijd \U0001f600\U0001f600 in de oude tuin, echt. "
    "Daarna zijn we naar de stad verhuisd \U0001f600 en kochten we een huis. Mijn zus bleef achter met alle honden. "
    "‘Zij woont nu dicht bij zee’, zei moeder.\n"
)
SAID = (
    "een fijne tijd \U0001f600\U0001f600 in de oude tuin",
    "naar de stad verhuisd \U0001f600 en kochten we",
    "Mijn zus bleef achter met alle honden",
    "Zij woont nu dicht bij zee",
)


@pytest.mark.parametrize("shift", range(-8, 9))
@pytest.mark.parametrize("ends", ["exclusive", "inclusive", "emoji two"])
def test_a_name_that_stands_in_the_text_is_what_was_coded_however_far_all_offsets_are_off(
    shift: int, ends: str
) -> None:
    marks = ""
    for number, quote in enumerate(SAID):
        start = TALK.index(quote)
        places = [start, start + len(quote)]
        if ends == "emoji two":
            places = [len(TALK[:at].encode("utf-16-le")) // 2 for at in places]
        first, last = (at + shift for at in places)
        marks += (
            f'<PlainTextSelection guid="{guid(number)}" name="{quote}" startPosition="{first}" '
            f'endPosition="{last - (ends == "inclusive")}"><Coding guid="{guid("c", number)}">'
            f'<CodeRef targetGUID="{guid("a")}"/></Coding></PlainTextSelection>'
        )
    xml = (
        f'{HEAD}<CodeBook><Codes><Code guid="{guid("a")}" name="werk" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{guid("t")}" name="P01" plainTextPath="internal://t.txt">{marks}</TextSource></Sources>'
        "</Project>"
    )
    done = read_refi_project(pack({"project.qde": xml.encode(), "sources/t.txt": TALK.encode()}), "p.qdpx")
    assert [passage.quote for passage in done.passages] == [*SAID]


def test_a_name_that_is_cut_within_a_word_is_not_all_of_its_passage() -> None:
    cut = "Het was een fijne tijd \U0001f600\U0001f600 in de oude tui"
    assert places_by_name(TALK, [(cut, 12, 12 + len(cut) + 1)]) == [(12, 12 + len(cut) + 1)]


def test_a_name_held_to_the_letter_but_for_a_sign_behind_it_tells_no_way_of_counting() -> None:
    reading = TextReading(TALK, 0, 0)
    start, end = TALK.index(SAID[2]), TALK.index(SAID[2]) + len(SAID[2])
    assert [is_named(reading, SAID[2], start, end + more) for more in (0, 1, 2, 3)] == [True, False, False, True]
