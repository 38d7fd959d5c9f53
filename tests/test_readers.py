"""Plain text, Markdown, subtitles, and the choice of a reader; Word has a file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import Paragraph, Reading, count_visible, read_data, read_paragraphs
from bp_qual.readers.paragraphs import check_conserved


def lines(reading: Reading) -> list[str]:
    return [reading.text[line.start : line.end] for line in reading.paragraphs]


def labelled(reading: Reading) -> list[tuple[str, str]]:
    return [(line.label, reading.text[line.start : line.end]) for line in reading.paragraphs]


def read(text: str | bytes, name: str) -> Reading:
    return read_data(text.encode() if isinstance(text, str) else text, where=name)


# --- plain text


@pytest.mark.parametrize("text", ["I: één\n\n\nR: e\u0301e\u0301n\u00a0twee \u200b😀 sa\u00admen\n", "a\tb\n c"])
def test_plain_text_stays_as_it_was_written(text: str) -> None:
    reading = read(text.replace("\n", "\r\n"), "a.txt")
    assert reading.text == text
    assert lines(reading) == [line for line in text.split("\n") if line.strip()]


def test_numbers_before_every_line_are_no_words_and_other_numbers_are() -> None:
    numbered = "\n".join(
        f"{n:>3}  {line}" for n, line in enumerate(["I: Hoe?", "R: Goed", "en wel", "I: Ja?", "R: 3 keer."], 7)
    )
    reading = read(numbered, "a.txt")
    assert lines(reading) == ["I: Hoe?", "R: Goed", "en wel", "I: Ja?", "R: 3 keer."]
    assert reading.remainders == {"line numbers": "7 8 9 10 11"}
    years = "2010 was mooi\n2011 ook\n2015 niet\n2016 weer\n2020 wel"
    assert read(years, "a.txt").text == years


# --- Markdown


def test_markdown_reads_as_the_page_would() -> None:
    reading = read("**Ann:** It&#39;s \\[laughs\\] 2 \\* 3 &amp; \\*\\*so\\*\\*\n\n## Kop\n\\[\\00:04\\]", "a.md")
    assert reading.text == "Ann: It's [laughs] 2 * 3 & **so**\n\nKop\n[\\00:04]"
    assert [line.kind for line in reading.paragraphs] == ["text", "heading", "text"]
    assert [(mark.start, mark.end) for mark in reading.paragraphs[0].marks] == [(0, 4)]


def test_stars_that_mark_nothing_stay() -> None:
    assert read("een ** twee *lacht* en ~drie~", "a.md").text == "een ** twee *lacht* en ~drie~"


def test_a_comment_that_no_page_shows_is_no_talk() -> None:
    reading = read("R: Ja. <!-- nakijken -->\n<!--\nniet\n-->I: En?", "a.md")
    assert "nakijken" not in reading.text
    assert "niet" not in reading.text
    assert reading.remainders["hidden text"] == "<!-- nakijken -->\n<!--\nniet\n-->"


def test_front_matter_is_kept_apart_and_told() -> None:
    reading = read("---\ntitle: Gesprek\ndate: 2010-05-01\n---\nR: Ja.", "a.md")
    assert reading.text == "R: Ja."
    assert reading.properties == {"title": "Gesprek", "date": "2010-05-01"}
    assert count_visible(reading.remainders["front matter"]) == 34


@pytest.mark.parametrize(
    "between",
    [
        "I: Hoe ging dat?\nR: Goed.\nI: En toen?\n",
        "I: Hoe ging dat?\nR: Goed.\n",
        "Eva: Hoe ging dat?\nJan: Goed.\nEva: En toen?\n",
        "title: Gesprek\nHoe ging dat?\nGoed.\n",
        "- Hoe ging dat?\n- Goed.\n",
        "title: Gesprek\n- Hoe ging dat?\n",
        "title: Gesprek\n  Hoe ging dat?\n",
        "Hoe ging dat?\n\n",
        "",
        "\n",
        "# Hoe ging dat?\n",
    ],
)
def test_talk_between_two_rules_at_the_top_is_no_front_matter(between: str) -> None:
    reading = read(f"---\n{between}---\nR: Ja.", "a.md")
    assert "front matter" not in reading.remainders
    assert reading.properties == {}
    said = [line.lstrip("# ") for line in between.split("\n") if line.strip()]
    assert [line for line in said if line.strip() not in reading.text] == []


@pytest.mark.parametrize(
    "between",
    [
        "title: Gesprek\ntags:\n- buurt\n- zorg\n",
        "title: Gesprek\n# een opmerking\n\ndate:2010\n",
        "about: |\n  Over de buurt\n  en de zorg\nPerson: P01\n",
        "Interview met: P01\n",
    ],
)
def test_properties_with_items_lines_and_remarks_are_front_matter(between: str) -> None:
    reading = read(f"---\n{between}---\nR: Ja.", "a.md")
    assert reading.text == "R: Ja."
    assert reading.remainders["front matter"] == f"---\n{between}---\n"


@pytest.mark.parametrize("odd", ["&nbsp;&#0;&#x110000;&zwj;&copy;", "\\", "&;&a", "#", "**", "****", "\\\\*", "&#1;x"])
def test_no_character_of_odd_markdown_is_lost(odd: str) -> None:
    read(f"R: {odd} x", "a.md")
    read(odd + " y", "a.md")


# --- subtitles

ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
Eva Smit: Hoe gaat het?

2
00:00:03.500 --> 00:00:05.000
Jan de Wit: Goed hoor.

3
00:00:05.000 --> 00:00:09.000
Jan de Wit: Echt: heel goed.
"""
TEAMS = """WEBVTT

0f1b2c3d/12-0
00:00:01.000 --> 00:00:03.000
<v Eva Smit>Hoe gaat
het?</v>

0f1b2c3d/13-1
00:00:03.500 --> 00:00:05.000
<v Jan de Wit>Goed &amp; wel.</v>
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
Hoe <i>gaat</i> het?

2
00:00:03,500 --> 00:00:05,000
{\\an8}Goed.
"""


def test_zoom_names_before_a_colon_become_labels_and_cues_of_one_speaker_a_line() -> None:
    reading = read(ZOOM, "a.vtt")
    assert labelled(reading) == [("Eva Smit", "Hoe gaat het?"), ("Jan de Wit", "Goed hoor. Echt: heel goed.")]
    assert (reading.paragraphs[1].at, reading.paragraphs[1].until) == (3.5, 9.0)


def test_teams_voices_become_labels_and_its_cue_names_are_not_talk() -> None:
    assert labelled(read(TEAMS, "a.vtt")) == [("Eva Smit", "Hoe gaat het?"), ("Jan de Wit", "Goed & wel.")]


def test_srt_numbers_and_tags_are_not_talk() -> None:
    assert labelled(read(SRT, "a.srt")) == [("", "Hoe gaat het?"), ("", "Goed.")]


def test_several_voices_in_a_cue_are_several_speakers() -> None:
    cue = "WEBVTT\n\n00:01.000 --> 00:02.000\n- <v Eva>Ja?</v>\n<v.loud Jan>Nee!</v>\n"
    assert labelled(read(cue, "a.vtt")) == [("", "-"), ("Eva", "Ja?"), ("Jan", "Nee!")]


def test_rolling_captions_are_kept_once() -> None:
    rolled = ["een twee", "drie vier", "vijf zes", "zeven acht", "negen tien"]
    pairs = enumerate(zip(["", *rolled], rolled, strict=False))
    cues = [f"00:0{n}.000 --> 00:0{n + 1}.000\n{a}\n{b}\n" for n, (a, b) in pairs]
    reading = read("WEBVTT\n\n" + "\n".join(cues).replace("\n\n", "\n \n", 1), "a.vtt")
    assert " ".join(reading.text.split()) == "een twee drie vier vijf zes zeven acht negen tien"
    assert "drie vier" in reading.remainders["repeated captions"]


def test_a_word_said_twice_is_no_rolling_caption() -> None:
    cues = [
        f"00:0{n}.000 --> 00:0{n + 1}.000\n{talk}\n" for n, talk in enumerate(["Ja.", "Ja.", "Nou.", "Echt?", "Zo."])
    ]
    assert read("WEBVTT\n\n" + "\n".join(cues), "a.vtt").text.split() == ["Ja.", "Ja.", "Nou.", "Echt?", "Zo."]


def test_cues_without_blank_lines_or_with_odd_times_are_read() -> None:
    reading = read("1\n0:01,0 --> 0:02,5\neen\n2\n00:00:02.500 --> 00:00:03.500 align:start\ntwee\n", "a.srt")
    assert lines(reading) == ["een", "twee"]
    assert [line.at for line in reading.paragraphs] == [1.0, 2.5]


@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
@pytest.mark.parametrize("kind", ["NOTE", "STYLE", "REGION"])
@pytest.mark.parametrize("blank", ["", " ", "  ", "\t "])
def test_a_long_note_among_cues_is_kept_apart_and_what_is_below_a_blank_line_in_it_is_told(
    name: str, kind: str, blank: str
) -> None:
    long = "Zij keek vaak op de klok.\n" * 300
    note = f"{kind} {long}{blank}\n{long}{blank}\n"
    cues = ["00:00:01.000 --> 00:00:02.000\nEva: Hoe?\n", "00:00:03.000 --> 00:00:04.000\nJan: Zo.\n"]
    head = "WEBVTT\n\n" if name == "a.vtt" else ""
    reading = read(f"{head}{cues[0]}{blank}\n{note}{cues[1]}", name)
    assert reading.text == "Hoe?\nZo."
    assert reading.remainders["cue numbers and notes"].count("klok") == 300
    assert reading.remainders["lines outside the cues"].count("klok") == 300
    assert [note.kind for note in reading.notes] == ["outside cues"]


def test_subtitles_without_a_cue_are_refused() -> None:
    with pytest.raises(TranscriptError, match=r"a\.vtt  holds no subtitles"):
        read("WEBVTT\n\nEva: hallo", "a.vtt")


@pytest.mark.parametrize("ending", ["vtt", "srt"])
def test_what_somebody_said_right_above_a_time_is_no_name_of_a_cue(ending: str) -> None:
    cues = "00:00:00.000 --> 00:00:04.000\nEva: Hoe gaat het?\n\nJan: nog iets over de buurt\n"
    text = f"{'WEBVTT' if ending == 'vtt' else '1'}\n\n{cues}00:00:04.000 --> 00:00:08.000\nJan: Goed hoor.\n"
    assert (
        "nog iets over de buurt" in read(text if ending == "vtt" else text.replace(".000", ",000"), f"a.{ending}").text
    )


# --- the choice of a reader, and conservation


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"", "a.docx", "is empty"),
        (b"\xef\xbb\xbf \r\n", "a.txt", "is empty"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.doc", "Word 97-2003"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        (b"\x89PNG\r\n", "a.docx", "is a picture"),
        (b"\xff\xd8\xff\xe0", "a.txt", "is a picture"),
        (b"ID3\x03", "a.txt", "is a recording"),
        (b"\x1f\x8b\x08", "a.txt", "is a compressed file"),
        (b"plain text", "a.docx", "something else under that name"),
        (b"PK\x03\x04 and no more", "a.docx", "is damaged"),
        (b"x = 1", "a.py", "has an ending that is not read"),
    ],
)
def test_what_is_no_transcript_is_refused_in_one_line_that_says_what_it_is(data: bytes, name: str, what: str) -> None:
    with pytest.raises(TranscriptError, match=what) as caught:
        read_data(data, where=name)
    assert str(caught.value).startswith(f"{name}  ")
    assert "\n" not in str(caught.value)


def test_a_lost_character_is_an_error_that_names_the_file() -> None:
    with pytest.raises(TypeError, match="gives no count of visible characters"):
        check_conserved(Reading("Ja.", (Paragraph(0, 3),)), "a.talk")
    reading = Reading("Ja.", (Paragraph(0, 3),), {"footnotes": "x"}, visible=5)
    with pytest.raises(TranscriptError, match=r"a\.docx  has 5 visible characters, but 4 were read"):
        check_conserved(reading, "a.docx")


def test_a_file_of_more_than_a_million_paragraphs_is_refused() -> None:
    with pytest.raises(TranscriptError, match="1,100,000 paragraphs"):
        read("ja\n" * 1_100_000, "a.txt")


def test_a_file_is_read_by_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ZOOM)
    assert read_paragraphs(tmp_path / "a.txt").format == "subtitles"
