"""A name that a file has in pieces is replaced there: over cues, paragraphs and marks; all invented."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from bp_qual import StudyError, read_codebook, read_corpus
from bp_qual.coding.by_hand import CoderLog, read_history
from bp_qual.coding.by_hand.making import mark_passage
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.revealing import reveal_names
from bp_qual.pseudonyms.searching_names import find_leftover_names
from test_names_applied import NAMES, apply, write_sheet, write_study

VOICED = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
<v I>Wie hielp u, Annie?</v>

2
00:00:03.000 --> 00:00:06.000
<v Annie>Dat was Jan van</v>

3
00:00:06.000 --> 00:00:09.000
<v Annie>den Berg uit Zwolle.</v>

4
00:00:09.000 --> 00:00:11.000
<v I>Ja?</v>
"""
NUMBERED = """1
00:00:01,000 --> 00:00:03,000
I: Wie hielp u, Annie?

2
00:00:03,000 --> 00:00:06,000
Annie: Dat was Jan van

3
00:00:06,000 --> 00:00:09,000
den Berg uit Zwolle.

4
00:00:09,000 --> 00:00:11,000
I: Ja?

5
00:00:11,000 --> 00:00:12,000
Annie: Nou.
"""
SHORT = "".join(
    f"{start}.000,{end}.000\n{text}\n\n"
    for start, end, text in (
        ("0:00:01", "0:00:03", "I: Wie hielp u, Annie?"),
        ("0:00:03", "0:00:06", "Annie: Dat was Jan van"),
        ("0:00:06", "0:00:09", "den Berg uit Zwolle."),
        ("0:00:09", "0:00:11", "I: Ja?"),
        ("0:00:11", "0:00:12", "Annie: Nou."),
    )
)
MARKED = (
    "<html><body><p>I: Wie hielp u, Annie?</p><p>Annie: Dat was J<b>an</b> <i>van den</i> <u>Berg uit</u> Zwolle.</p>"
    "<p>I: Ja?</p></body></html>"
)
SAID = [
    ("I", "Wie hielp u, Annie?"),
    ("Annie", "Dat was Jan van"),
    ("Annie", "den Berg uit Zwolle."),
    ("I", "Ja?"),
    ("Annie", "Nou."),
]
LABELLED = NUMBERED.replace("den Berg", "Annie: den Berg")
SEGMENTS = json.dumps(
    {"segments": [{"start": n, "end": n + 1, "speaker": who, "text": text} for n, (who, text) in enumerate(SAID)]}
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx")
    return tmp_path


def add_interview(place: Path, name: str, data: bytes) -> None:
    (place / "study" / name).write_bytes(data)
    with (place / "study" / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write(f"{name},P06,2010,Annie\n")


@pytest.mark.slow
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("P06_2010.vtt", VOICED),
        ("P06_2010.srt", NUMBERED),
        ("P06_2010.sbv", SHORT),
        ("P06_2010.html", MARKED),
        ("P06_2010.srt", LABELLED),
        ("P06_2010.vtt", "WEBVTT\n\n" + LABELLED.replace(",", ".")),
        ("P06_2010.csv", "speaker,text\n" + "".join(f'{who},"{text}"\n' for who, text in SAID)),
        (
            "P06_2010.csv",
            "".join(f"{text.rstrip('?')};{who}\n" for text, who in [("text", "speaker"), *map(reversed, SAID)]),
        ),
        ("P06_2010.json", SEGMENTS),
    ],
)
def test_a_name_in_pieces_is_replaced_in_the_first_and_taken_out_of_the_rest(
    name: str, text: str, ends: str, place: Path
) -> None:
    """The file keeps its format, times and marks; codings stay at their words; the file is given back byte for byte."""
    add_interview(place, name, text.replace("\n", ends).encode("utf-8"))
    talk = next(t for t in read_corpus(place / "study").transcripts if t.persons == ("P06",))
    book = read_codebook(place / "study" / "codebook.yaml")
    passages = [talk.text.index("Berg"), talk.text.index("uit")]
    made = [mark_passage("add", talk, start, start + 4, "hulp", book) for start in passages]
    CoderLog(place / "study", "anna").append(made)
    done = apply(place)
    assert done.turned == {}
    new = next(t for t in read_corpus(place / "new").transcripts if t.persons == ("P06",))
    assert " ".join(new.text.split()) == " ".join(
        talk.text.replace("Annie", "P05").replace("Zwolle", "[plaats 1]").split()
    ).replace("Jan van den Berg", "[naam 1]")
    assert [turn.at for turn in new.turns] == [turn.at for turn in talk.turns]
    first, second = read_history(place / "new", "anna").events
    assert new.text[first.start : first.end] == first.quote
    assert first.quote.strip() == "[naam 1]"
    assert new.text[second.start : second.end] == second.quote == "uit "
    assert find_leftover_names(place / "new", key=place / "key.csv").found == ()
    reveal_names(place / "new", place / "old", key=place / "key.csv")
    assert (place / "old" / name).read_bytes() == (place / "study" / name).read_bytes()


@pytest.mark.slow
def test_a_name_over_two_paragraphs_of_word_is_replaced_there(place: Path) -> None:
    document = docx.Document()
    for text in ("I: Wie hielp u?", "Annie: Dat was Jan van", "den Berg uit Zwolle.", "I: Ja?"):
        document.add_paragraph(text)
    document.save(place / "P06_2010.docx")
    add_interview(place, "P06_2010.docx", (place / "P06_2010.docx").read_bytes())
    assert apply(place).turned == {}
    assert [p.text for p in docx.Document(place / "new" / "P06_2010.docx").paragraphs] == [
        "I: Wie hielp u?",
        "P05: Dat was [naam 1]",
        "uit [plaats 1].",
        "I: Ja?",
    ]
    reveal_names(place / "new", place / "old", key=place / "key.csv")
    texts = [p.text for p in docx.Document(place / "old" / "P06_2010.docx").paragraphs]
    assert texts == [p.text for p in docx.Document(place / "P06_2010.docx").paragraphs]


def test_a_file_that_would_read_otherwise_is_named(place: Path) -> None:
    """Not the whole study: a speaker's label of which no label is left."""
    rows = [*[row for row in NAMES if row.spelling != "Annie"], NameRow("Annie", "zij: daar", True)]
    write_sheet(place / "names.xlsx", rows)
    with pytest.raises(StudyError, match="Annie_2010.txt  would not be read as in the old study") as raised:
        apply(place)
    assert {problem.where for problem in raised.value.problems} == {"Annie_2010.txt", "Annie_2020.txt"}


def test_subtitles_that_name_a_speaker_once_become_plain_text_and_are_named(place: Path) -> None:
    talk = (
        "1\n00:00:01,000 --> 00:00:03,000\nAnnie: Ja, zo was het.\n\n2\n00:00:04,000 --> 00:00:06,000\nEn toen niet.\n"
    )
    (place / "study" / "Annie_2020.txt").unlink()
    (place / "study" / "Annie_2020.srt").write_text(talk, encoding="utf-8")
    table = place / "study" / "interviews.csv"
    table.write_text(table.read_text("utf-8").replace("Annie_2020.txt", "Annie_2020.srt"), encoding="utf-8")
    done = apply(place)
    assert done.turned == {"Annie_2020.srt": "P05_2020.txt"}
    assert "Annie_2020.srt" in done.say("nl")
    assert (place / "new" / "P05_2020.txt").read_text("utf-8") == "P05: Ja, zo was het.\nEn toen niet."


def test_a_table_that_cannot_hold_a_pseudonym_becomes_text_with_labels(place: Path) -> None:
    """The pseudonym has the sign between the cells; codings stay at their words."""
    said = "".join(f"{who},{text.replace(',', '')}\n" for who, text in SAID)
    add_interview(place, "P06_2010.csv", f"speaker,text\n{said}".encode())
    rows = [NameRow("Jan van den Berg", "Bos, Piet", True), *NAMES]
    write_sheet(
        place / "names.xlsx", [row for row in rows if row.spelling != "Jan van den Berg" or "," in row.replacement]
    )
    talk = next(t for t in read_corpus(place / "study").transcripts if t.persons == ("P06",))
    book = read_codebook(place / "study" / "codebook.yaml")
    start = talk.text.index("uit")
    CoderLog(place / "study", "anna").append([mark_passage("add", talk, start, start + 4, "hulp", book)])
    done = apply(place)
    assert done.turned == {"P06_2010.csv": "P06_2010.txt"}
    text = (place / "new" / "P06_2010.txt").read_text("utf-8")
    assert text == "I: Wie hielp u P05?\nP05: Dat was Bos, Piet uit [plaats 1].\nI: Ja?\nP05: Nou."
    (coding,) = read_history(place / "new", "anna").events
    assert text[coding.start : coding.end] == coding.quote == "uit "


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        (
            "P06_2010.html",
            "<p>I: Ja?</p><p>Annie: Ren&eacute;e, ren&#233;e en Jan&nbsp;Bos.</p>",
            "P08, ren&#233;e en P09.",
        ),
        (
            "P06_2010.json",
            r'[{"speaker": "I", "text": "Ja?"}, {"speaker": "Annie", "text": "Ren\u00e9es.\nJan Bos."}]',
            r"P08's.\nP09.",
        ),
    ],
)
def test_a_name_with_letters_as_codes_is_replaced_in_place_and_put_back(
    name: str, text: str, wanted: str, place: Path
) -> None:
    add_interview(place, name, text.encode())
    write_sheet(place / "names.xlsx", [*NAMES, NameRow("Renée", "P08", True), NameRow("Jan Bos", "P09", True)])
    assert apply(place).turned == {}
    assert wanted in (place / "new" / name).read_text("utf-8")
    reveal_names(place / "new", place / "old", key=place / "key.csv")
    assert (place / "old" / name).read_text("utf-8") == text
