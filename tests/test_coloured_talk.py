"""A colour that parts two speakers, in a document or a web page; where nobody asks it is not guessed who is who."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.readers import Mark, read_data
from bp_qual.transcripts import Transcript, read_transcript

TOPICS = ("Vertel over het begin", "Verder over de buurt", "Dan het geld", "Tot slot de toekomst")
ASKED = ("Hoe begon het?", "En de buurt?", "Wie betaalde dat?", "Wat komt er nog?")
SAID = ("Met soep.", "Die deed mee.", "De gemeente.", "Een orgel, toch?")
PLAIN = "{}"
COLOURED = [
    "<span style='color:blue'>{}</span>", '<font color="#0000FF">{}</font>', "<span class='q x'>{}</span>",
    "<u style='font-size: 9pt; COLOR : rgb(0, 0, 255)'>{}</u>",
    "<span style='color:red'><u style='color: blue'>{}</u></span>",
]  # fmt: skip
UNCOLOURED = [
    "<span style='background-color:blue'>{}</span>", "<span style='color:#333333'>{}</span>",
    "<span style='color:black'>{}</span>", "<font color=windowtext>{}</font>", "<span style='color:navy'>{}</span>",
    "<span style='color:blue'><u style='color:rgb(20,20,20)'>{}</u></span>", "<span class=r>{}</span>",
]  # fmt: skip
HEAD = "<html><head><style>body {color: navy} p.q, .q {color: #00F} .r {border-color: red}</style></head><body>"


def write_page(asked: str, said: str, questions: tuple[str, ...] = TOPICS) -> bytes:
    pairs = zip(questions, SAID, strict=True)
    lines = [f"<p>{asked.format(question)}</p><p>{said.format(answer)}</p>" for question, answer in pairs]
    return (HEAD + "".join(lines) + "</body></html>").encode()


def write_document(asked: str, said: str, questions: tuple[str, ...] = TOPICS) -> bytes:
    import io

    import docx
    from docx.shared import RGBColor

    document = docx.Document()
    for pair in zip(questions, SAID, strict=True):
        for form, words in zip((asked, said), pair, strict=True):
            run = document.add_paragraph().add_run(words)
            if form != PLAIN:
                run.font.color.rgb = RGBColor(0, 0, 255)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(folder: Path, data: bytes, name: str = "a.html", *names: str) -> Transcript:
    (folder / name).write_bytes(data)
    return read_transcript(folder / name, interview="a", wave="1", persons={"P01": names})


def roles(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.role) for turn in transcript.turns[:2]]


@pytest.mark.parametrize("form", COLOURED)
def test_a_colour_on_a_web_page_parts_two_speakers(tmp_path: Path, form: str) -> None:
    asked = read(tmp_path, write_page(form, PLAIN, ASKED))
    assert roles(asked) == [("(coloured)", "interviewer"), ("(plain)", "respondent")]
    answered = read(tmp_path, write_page(PLAIN, form, ASKED))
    assert roles(answered) == [("(plain)", "interviewer"), ("(coloured)", "respondent")]
    named = read(tmp_path, write_page(form, PLAIN), "b.html", "(plain)")
    assert roles(named) == [("(coloured)", "interviewer"), ("(plain)", "respondent")]


@pytest.mark.parametrize("form", UNCOLOURED)
def test_black_grey_and_the_colour_of_the_whole_page_part_nobody(tmp_path: Path, form: str) -> None:
    assert {turn.speaker for turn in read(tmp_path, write_page(form, PLAIN)).turns} == {""}


def test_colours_of_a_page_are_marked_where_they_are() -> None:
    reading = read_data(
        b"<p>Ja <font color=red>nee <i>en</i></font> zo <b style='color:#00f'>dus</b>.</p>", where="a.html"
    )
    marks = [mark for mark in reading.paragraphs[0].marks if mark.kind == "colour"]
    assert marks == [Mark(3, 7, "colour", "RED"), Mark(7, 9, "colour", "RED"), Mark(13, 16, "colour", "0000FF")]


@pytest.mark.parametrize("write", [write_page, write_document])
@pytest.mark.parametrize("is_first", [True, False])
def test_where_nobody_asks_a_colour_says_not_who_is_interviewed(
    tmp_path: Path, write: Callable[..., bytes], is_first: bool
) -> None:
    name = "a.html" if write is write_page else "a.docx"
    forms = (COLOURED[0], PLAIN) if is_first else (PLAIN, COLOURED[0])
    transcript = read(tmp_path, write(*forms), name)
    assert {turn.role for turn in transcript.turns} == {"unknown"}
    assert {"speakers unknown", "no talk of"} <= {note.kind for note in transcript.notes}
    assert "roles guessed" not in {note.kind for note in transcript.notes}
    who = {turn.role for turn in read(tmp_path, write(*forms, ASKED), name).turns}
    assert who == {"interviewer", "respondent"}


def test_where_both_colours_ask_about_as_often_nobody_is_guessed(tmp_path: Path) -> None:
    asking = (*ASKED[:2], *TOPICS[2:])
    page = write_page(COLOURED[0], PLAIN, asking).replace(b"soep.", b"soep. Waarom niet?")
    assert {turn.role for turn in read(tmp_path, page).turns} == {"unknown"}


@pytest.mark.parametrize("sign", ["", "toch?"])
def test_where_nobody_asks_names_say_not_who_is_interviewed(tmp_path: Path, sign: str) -> None:
    pairs = zip(TOPICS, SAID[:3], strict=False)
    text = "\n".join(f"Eva: {topic}\nJan: {said[:-1]}, {sign}" for topic, said in pairs)
    transcript = read(tmp_path, text.encode(), "a.txt")
    assert {turn.role for turn in transcript.turns} == {"unknown"}
    assert {"speakers unknown", "no talk of"} <= {note.kind for note in transcript.notes}
