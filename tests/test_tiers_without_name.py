"""A tier or utterance without one speaker is nobody's, and told, where others have one; tiers are not glued."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data
from bp_qual.readers.paragraphs import NOBODY

SAID = (("I", 0, "Hoe was de buurt?"), ("R", 1, "Goed hoor."), ("", 2, "Dat zei niemand."), ("R", 3, "En toen weg."))


def _elan(said: tuple[tuple[str, int, str], ...]) -> bytes:
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="t{n}" TIME_VALUE="{n}000"/>' for n in range(len(said) + 1))
    tiers = "".join(
        f'<TIER TIER_ID="{name}"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t{at}" TIME_SLOT_REF2="t{at + 1}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>"
        for name, at, text in said
    )
    return f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>".encode()


def _exmaralda(said: tuple[tuple[str, int, str], ...]) -> bytes:
    points = "".join(f'<tli id="T{n}" time="{n}"/>' for n in range(len(said) + 1))
    tiers = "".join(
        f'<tier speaker="{name}" type="t"><event start="T{at}" end="T{at + 1}">{text}</event></tier>'
        for name, at, text in said
    )
    timeline = f"<common-timeline>{points}</common-timeline>"
    return f"<basic-transcription>{timeline}{tiers}</basic-transcription>".encode()


def _textgrid(said: tuple[tuple[str, int, str], ...]) -> bytes:
    head = f'"ooTextFile"\n"TextGrid"\n0\n9\n<exists>\n{len(said)}\n'
    tiers = "".join(f'"IntervalTier"\n"{name}"\n0\n9\n1\n{at}\n{at + 1}\n"{text}"\n' for name, at, text in said)
    return f"{head}{tiers}".encode()


WRITERS = {"a.eaf": _elan, "a.exb": _exmaralda, "a.TextGrid": _textgrid}


def _nobodys(reading: Reading) -> list[str]:
    return [reading.text[line.start : line.end] for line in reading.paragraphs if line.kind == NOBODY]


@pytest.mark.parametrize("name", WRITERS)
def test_a_tier_without_a_name_is_nobodys_and_told(name: str) -> None:
    reading = read_data(WRITERS[name](SAID), where=name)
    assert _nobodys(reading) == ["Dat zei niemand."]
    assert [note.kind for note in reading.notes] == ["cues unnamed"]


@pytest.mark.parametrize("name", WRITERS)
def test_tiers_that_all_have_a_name_or_none_are_not_told(name: str) -> None:
    for said in (tuple((who or "R", at, text) for who, at, text in SAID), tuple(("", *rest) for _, *rest in SAID)):
        reading = read_data(WRITERS[name](said), where=name)
        assert not _nobodys(reading)
        assert "cues unnamed" not in [note.kind for note in reading.notes]


@pytest.mark.parametrize("several", ["#I #R", "", " "])
def test_an_utterance_of_several_speakers_or_none_is_nobodys_and_told(several: str) -> None:
    who = ("#I", "#R", "#I", "#R", "#I", several)
    talk = "".join(f'<u who="{name}">Dit is zin {number}.</u>' for number, name in enumerate(who))
    reading = read_data(f"<TEI><text><body>{talk}</body></text></TEI>".encode(), where="a.xml")
    assert _nobodys(reading) == ["Dit is zin 5."]
    assert [note.kind for note in reading.notes] == ["cues unnamed"]


def test_a_speaker_who_is_pointed_to_twice_is_one() -> None:
    data = b'<TEI><text><body><u who="#I">Hoe?</u><u who="#R #R">Goed.</u></body></text></TEI>'
    assert [line.label for line in read_data(data, where="a.xml").paragraphs] == ["I", "R"]


def test_pieces_of_two_tiers_with_one_abbreviation_have_a_blank_between() -> None:
    data = _exmaralda((("I", 0, "Hoe?"), ("R", 1, "goed"), ("R", 2, "hoor"), ("R", 3, "ja")))
    assert read_data(data, where="a.exb").text == "Hoe?\ngoed hoor ja"


@pytest.mark.parametrize("within", ['<u who="#I">ja ja</u>', '<seg who="#I">ja ja</seg>'])
def test_an_utterance_in_which_another_speaks_is_nobodys_and_told(within: str) -> None:
    talk = f'<u who="#I">Hoe?</u><u who="#R">Goed.</u><u who="#R">En toen {within} weg.</u>'
    reading = read_data(f"<TEI><text><body>{talk}</body></text></TEI>".encode(), where="a.xml")
    assert _nobodys(reading) == ["En toen ja ja weg."]
    assert [note.kind for note in reading.notes] == ["cues unnamed"]


@pytest.mark.parametrize(
    "within", ['<vocal who="#I"><desc>lacht</desc></vocal>', '<seg who="#R">ja</seg>', '<pause who="#I"/>']
)
def test_what_another_does_within_an_utterance_leaves_it_whose_it_is(within: str) -> None:
    data = f'<TEI><text><body><u who="#I">Hoe?</u><u who="#R">Goed {within} zo.</u></body></text></TEI>'.encode()
    reading = read_data(data, where="a.xml")
    assert [line.label for line in reading.paragraphs] == ["I", "R"]
    assert not reading.notes
