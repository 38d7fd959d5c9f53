"""Words in a file of subtitles that no cue holds: they are in no turn, and told; what the format needs is not."""

from __future__ import annotations

import pytest

from bp_qual.readers import Reading, read_data

TALK = ("Hoe gaat het met u?", "Het gaat heel goed hoor.", "Fijn om te horen.", "Zo is dat.")
TIMES = tuple(f"00:00:0{n}.000 --> 00:00:0{n + 1}.000" for n in range(1, 9, 2))
STYLES = (
    *("STYLE\n::cue { color: red }", "style\n::cue(b) {\n  color: red;\n}", "Style\n.kop { color: red }"),
    *(
        "Style:\n::cue(c.wit) { color: #fff;\n }",
        "region\nid:fred\nwidth:40%",
        "REGION\nid:fred",
        "style\n/* van Eva */",
    ),
)


def subtitles(*, head: str = "", names: tuple[str, ...] = ("",) * 4, between: str = "") -> str:
    """Return four cues with names above their times, and something behind the second."""
    cues = [f"{name}\n{time}\n{said}\n".lstrip("\n") for name, time, said in zip(names, TIMES, TALK, strict=True)]
    cues[1] += f"\n{between}\n" if between else ""
    return "\n".join([head, *cues]) if head else "\n".join(cues)


def read(text: str, name: str = "a.vtt") -> Reading:
    return read_data(text.encode(), where=name)


def told(reading: Reading) -> list[str]:
    return [line for note in reading.notes if note.kind == "outside cues" for line in note.values["lines"]]


@pytest.mark.parametrize("name", ["a.vtt", "a.srt", "a.sbv"])
@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("WEBVTT\nIk vond het prachtig\n", ["Ik vond het prachtig"]),
        ("WEBVTT\n\nToen zei hij nog iets.\n\nEn nog wat\n", ["Toen zei hij nog iets.", "En nog wat"]),
        ("WEBVTT\nEva: ik vond het prachtig\n", ["Eva: ik vond het prachtig"]),
        ("WEBVTT\n\nNOTE van Eva\n\nToen zei zij iets\n", ["Toen zei zij iets"]),
        ("Gesprek van Eva\n", ["Gesprek van Eva"]),
        ("WEBVTT\nKind: captions\nLanguage: nl\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n", []),
        ("WEBVTT - Gesprek met Eva\n\nNOTE van Eva\nen nog een regel\n", []),
        *((f"WEBVTT\n\n{style}\n", []) for style in STYLES),
    ],
)
def test_words_in_the_head_are_told_and_what_the_format_has_there_is_not(
    head: str, lines: list[str], name: str
) -> None:
    reading = read(subtitles(head=head), name)
    assert told(reading) == lines
    assert reading.text == "\n".join(TALK)
    assert reading.remainders.get("lines outside the cues", "").split("\n")[:-1] == lines


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (("", "Ja zeker", "", ""), ["Ja zeker"]),
        (("Intro", "", "", "Nee"), ["Intro", "Nee"]),
        (("1", "2", "Ja dat", "4"), ["Ja dat"]),
        (("Vraag 1", "", "", ""), ["Vraag 1"]),
        (("cue 1", "cue 2", "cue 3", "cue 4"), []),
        (("a1b2", "c3d4", "deel-3", "4"), []),
        (("1", "2", "3", "4"), []),
        (("Eva", "Jan", "Eva", "Jan"), []),  # who speaks
    ],
)
def test_words_above_a_time_are_told_unless_they_name_a_speaker_or_count_the_cues(
    names: tuple[str, ...], lines: list[str]
) -> None:
    reading = read(subtitles(head="WEBVTT\n", names=names))
    assert told(reading) == lines
    assert reading.text == "\n".join(TALK)


@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_not_said_by_anybody_whatever_its_capitals(style: str, name: str) -> None:
    reading = read(subtitles(head="WEBVTT\n" * name.endswith("vtt"), between=style), name)
    assert reading.text == "\n".join(TALK)
    assert told(reading) == []


def test_what_stands_below_a_note_is_told_and_a_style_below_a_style_is_not() -> None:
    assert told(read(subtitles(between="NOTE van Eva\n\nIk vond het mooi"))) == ["Ik vond het mooi"]
    assert told(read(subtitles(between="STYLE\n::cue { color: red }\n\n::cue(b) { color: blue }"))) == []


@pytest.mark.parametrize("said", ["Stijl", "Style", "Region is een woord.", "note dat zei ik"])
def test_such_a_word_alone_stays_talk(said: str) -> None:
    assert said in read(subtitles(between=said)).text
