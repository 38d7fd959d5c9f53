"""A colour that parts two speakers, in a document or a web page; where nobody asks it is not guessed who is who."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.readers import Mark, read_data
from bp_qual.transcripts import Transcript, read_transcript
from reader_samples import make_pdf, place_text

TOPICS = ("Vertel over het begin", "Verder over de buurt", "Dan het geld", "Tot slot de toekomst")
ASKED = ("Hoe begon het?", "En de buurt?", "Wie betaalde dat?", "Wat komt er nog?")
SAID = ("Met soep.", "Die deed mee.", "De gemeente.", "Een orgel, toch?")
PLAIN = "{}"
COLOURED = [
    "<span style='color:blue'>{}</span>", '<font color="#0000FF">{}</font>', "<span class='q x'>{}</span>",
    "<small style='font-size: 9pt; COLOR : rgb(0, 0, 255)'>{}</small>",
    "<span style='color:red'><small style='color: blue'>{}</small></span>",
]  # fmt: skip
UNCOLOURED = [
    "<span style='background-color:blue'>{}</span>", "<span style='color:#333333'>{}</span>",
    "<span style='color:black'>{}</span>", "<font color=windowtext>{}</font>", "<span style='color:navy'>{}</span>",
    "<span style='color:blue'><small style='color:rgb(20,20,20)'>{}</small></span>", "<span class=r>{}</span>",
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
    assert marks == [Mark(3, 7, "colour", "FF0000"), Mark(7, 9, "colour", "FF0000"), Mark(13, 16, "colour", "0000FF")]


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


# --- two colours

BLUE = ["blue", "#0000ff", "#00F", "rgb(0,0,255)", "RGB(0, 0, 255)"]


def two_colours(first: str, second: str, asked: tuple[str, ...] = ASKED) -> bytes:
    return write_page(f"<span style='color:{first}'>{{}}</span>", f"<span style='color:{second}'>{{}}</span>", asked)


def coloured_document(*lines: tuple[str, str]) -> bytes:
    """Return a document with lines in a colour, or in none."""
    import io

    import docx
    from docx.shared import RGBColor

    document = docx.Document()
    for words, colour in lines:
        run = document.add_paragraph().add_run(words)
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("blue", BLUE)
def test_two_colours_part_two_speakers(tmp_path: Path, blue: str) -> None:
    assert roles(read(tmp_path, two_colours(blue, "red"))) == [("(blue)", "interviewer"), ("(red)", "respondent")]


@pytest.mark.parametrize("colours", [("0000FF", "FF0000"), ("0000FF", ""), ("", "0000FF")])
@pytest.mark.parametrize(
    "title", [(), (("Interview P01", ""), ("3 mei 2010", "")), (("Gesprek 7", ""), ("We zitten bij Wil thuis.", ""))]
)
def test_the_colours_of_a_document_part_two_speakers_below_its_titles(
    tmp_path: Path, title: tuple[tuple[str, str], ...], colours: tuple[str, str]
) -> None:
    title = title if colours[0] else title[:1]  # plain sentences above a plain question may be the interviewer's
    lines = [line for pair in zip(ASKED, SAID, strict=True) for line in zip(pair, colours, strict=True)]
    transcript = read(tmp_path, coloured_document(*title, *lines), "a.docx")
    assert [turn.role for turn in transcript.turns] == ["interviewer", "respondent"] * 4
    assert transcript.remainders.get("before the first speaker", 0) == sum(len("".join(t.split())) for t, _ in title)


def test_a_question_above_the_coloured_ones_is_no_title(tmp_path: Path) -> None:
    lines = [line for pair in zip(ASKED, SAID, strict=True) for line in zip(pair, ("0000FF", ""), strict=True)]
    transcript = read(tmp_path, coloured_document(("Zullen we?", ""), ("Ja, begin maar.", ""), *lines), "a.docx")
    assert "before the first speaker" not in transcript.remainders
    assert "question not set apart" in {note.kind for note in transcript.notes}


def test_one_colour_written_in_many_ways_is_one_speaker(tmp_path: Path) -> None:
    page = two_colours("COLOUR", "red")
    for blue in BLUE[:4]:
        page = page.replace(b"COLOUR", blue.encode(), 1)
    assert {turn.speaker for turn in read(tmp_path, page).turns} == {"(blue)", "(red)"}


def test_shades_of_one_colour_are_one_speaker_beside_another_and_two_alone(tmp_path: Path) -> None:
    shades = two_colours("#0000FF", "red").replace(b"#0000FF", b"#0070C0", 2)
    assert {turn.speaker for turn in read(tmp_path, shades).turns} == {"(blue)", "(red)"}
    alone = read(tmp_path, two_colours("#0000FF", "#0070C0"), "b.html")
    assert roles(alone) == [("(#0000FF)", "interviewer"), ("(#0070C0)", "respondent")]


def test_a_third_colour_is_another_speaker(tmp_path: Path) -> None:
    lines = [
        (ASKED[0], "0000FF"),
        (SAID[0], "FF0000"),
        (ASKED[1], "0000FF"),
        (SAID[1], "FF0000"),
        ("Koffie!", "00B050"),
    ]
    transcript = read(tmp_path, coloured_document(*lines, (ASKED[2], "0000FF"), (SAID[2], "FF0000")), "a.docx")
    assert [turn.role for turn in transcript.turns if turn.speaker == "(green)"] == ["other"]
    assert "others speak" in {note.kind for note in transcript.notes}


def test_remarks_in_other_colours_beside_a_plain_speaker_change_nothing(tmp_path: Path) -> None:
    lines = [
        (ASKED[0], "0000FF"),
        (SAID[0], ""),
        (ASKED[1], "FF0000"),
        (SAID[1], ""),
        (ASKED[2], "0000FF"),
        (SAID[2], ""),
    ]
    transcript = read(tmp_path, coloured_document(*lines), "a.docx")
    assert roles(transcript) == [("(coloured)", "interviewer"), ("(plain)", "respondent")]


@pytest.mark.parametrize("name", ["(red)", "(blue)"])
def test_who_has_a_colour_can_be_named_in_a_study(tmp_path: Path, name: str) -> None:
    transcript = read(tmp_path, two_colours("blue", "red", TOPICS), "a.html", name)
    assert {turn.speaker: turn.role for turn in transcript.turns}[name] == "respondent"
    assert {turn.role for turn in transcript.turns} == {"interviewer", "respondent"}
    path = tmp_path / "a.html"
    said = {"respondent": [name]}
    by_role = read_transcript(path, interview="a", wave="1", persons={"P01": ()}, speakers=said)
    assert [turn.role for turn in by_role.turns] == [turn.role for turn in transcript.turns]


def test_where_nobody_asks_neither_of_two_colours_is_guessed_to_be_interviewed(tmp_path: Path) -> None:
    transcript = read(tmp_path, two_colours("blue", "red", TOPICS))
    assert {turn.role for turn in transcript.turns} == {"unknown"}
    assert {"speakers unknown", "no talk of"} <= {note.kind for note in transcript.notes}


def test_coloured_as_a_study_names_it_is_whoever_has_any_colour(tmp_path: Path) -> None:
    lines = [(ASKED[0], "0000FF"), (SAID[0], "FF0000"), (ASKED[1], ""), (SAID[1], "FF0000"), (ASKED[2], "0000FF")]
    transcript = read(tmp_path, coloured_document(*lines), "a.docx", "(coloured)")
    assert {turn.speaker for turn in transcript.turns} == {"(coloured)", "(plain)"}


def test_white_words_on_a_web_page_are_told_by_any_name(tmp_path: Path) -> None:
    lines = "".join(f"<p>I: {asked}</p><p>R: {said}</p>" for asked, said in zip(ASKED, SAID, strict=True))
    for white in ("white", "#fff", "#FFFFFF"):
        page = lines.replace("Met soep.", f"Met <span style='color:{white}'>stiekem</span> soep.")
        assert "look within turns" in {note.kind for note in read(tmp_path, page.encode()).notes}


@pytest.mark.parametrize(("first", "second"), [("0 0 1 rg", "1 0 0 rg"), ("1 1 0 0 k", "0 1 1 0 k")])
def test_the_colours_of_a_pdf_part_two_speakers(tmp_path: Path, first: str, second: str) -> None:
    pytest.importorskip("pdfminer")
    lines = [line for pair in zip(ASKED, SAID, strict=True) for line in pair]
    drawn = "".join(
        f"{(first, second)[number % 2]} {place_text(60, 780 - 16 * number, line)}" for number, line in enumerate(lines)
    )
    transcript = read(tmp_path, make_pdf([], drawn=[drawn]), "a.pdf")
    assert roles(transcript) == [("(blue)", "interviewer"), ("(red)", "respondent")]


@pytest.mark.parametrize("white", ["1 g", "1 1 1 rg", "0 0 0 0 k"])
def test_a_line_in_white_letters_of_a_pdf_is_told(tmp_path: Path, white: str) -> None:
    pytest.importorskip("pdfminer")
    lines = [
        f"{label}: {said}" for pair in zip(ASKED, SAID, strict=True) for label, said in zip("IR", pair, strict=True)
    ]
    drawn = "".join(place_text(60, 780 - 16 * n, line, before="0 g") for n, line in enumerate(lines))
    hidden = place_text(60, 600, "R: Stiekem praatje hier.", before=white)
    assert "look within turns" not in {note.kind for note in read(tmp_path, make_pdf([], drawn=[drawn]), "a.pdf").notes}
    notes = read(tmp_path, make_pdf([], drawn=[drawn + hidden]), "b.pdf").notes
    assert any("Stiekem" in str(note) for note in notes if note.kind == "look within turns")


# --- looks of styles


def styled_document(asked: str, said: str, *, family: str = "paragraph", base: str = "Normal") -> bytes:
    """Return a document with styles for questions and answers: `blue`, `bold`, `italic` or nothing."""
    import io

    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    document = docx.Document()
    kind = WD_STYLE_TYPE.PARAGRAPH if family == "paragraph" else WD_STYLE_TYPE.CHARACTER
    for name, look in (("Vrager", asked), ("Verteller", said)):
        above = document.styles.add_style(f"{name} boven", kind)
        document.styles.add_style(name, kind).base_style = above
        if look in ("blue", "red"):
            above.font.color.rgb = RGBColor(0, 0, 255) if look == "blue" else RGBColor(255, 0, 0)
        elif look:
            setattr(above.font, look, True)
    if base == "blue":
        document.styles["Normal"].font.color.rgb = RGBColor(0, 0, 255)
    for pair in zip(ASKED, SAID, strict=True):
        for name, words in zip(("Vrager", "Verteller"), pair, strict=True):
            paragraph = document.add_paragraph(style=name if family == "paragraph" else None)
            paragraph.add_run(words, style=name if family == "character" else None)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.sweep(2)
@pytest.mark.parametrize("family", ["paragraph", "character"])
@pytest.mark.parametrize(
    ("asked", "said", "who"),
    [
        ("blue", "", ("(coloured)", "(plain)")), ("blue", "red", ("(blue)", "(red)")),
        ("", "red", ("(plain)", "(coloured)")),
        ("bold", "", ("(heading)", "(text)")), ("italic", "", ("(heading)", "(text)")),
    ],
)  # fmt: skip
def test_the_styles_of_a_document_part_two_speakers(
    tmp_path: Path, asked: str, said: str, who: tuple[str, str], family: str
) -> None:
    transcript = read(tmp_path, styled_document(asked, said, family=family), "a.docx")
    assert roles(transcript) == [(who[0], "interviewer"), (who[1], "respondent")]


def test_the_style_of_all_text_headings_and_links_of_a_document_part_nobody(tmp_path: Path) -> None:
    import io

    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    assert {turn.speaker for turn in read(tmp_path, styled_document("", "", base="blue"), "a.docx").turns} == {""}
    document = docx.Document()
    document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER).font.color.rgb = RGBColor(5, 99, 193)
    for asked, said in zip(ASKED, SAID, strict=True):
        document.add_paragraph(f"I: {asked}")
        document.add_paragraph("R: ").add_run(said)
    document.add_paragraph("R: kijk op ").add_run("de website van ons", style="Hyperlink")
    document.save(file := io.BytesIO())
    assert "look within turns" not in {note.kind for note in read(tmp_path, file.getvalue(), "b.docx").notes}


def styled_odt(asked: str, said: str, *, usual: str = "", spans: bool = False) -> bytes:
    """Return an OpenDocument text with styles that are based on those with a look."""
    import io
    import zipfile

    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("style", "style"), ("text", "text"), ("fo", "xsl-fo-compatible"))
    )

    def style(name: str, look: str, above: str) -> str:
        properties = f"<style:text-properties {look}/>" if look else ""
        return f'<style:style style:name="{name}" style:parent-style-name="{above}">{properties}</style:style>'

    named = style("Standard", usual, "") + style("Vrager", asked, "Standard") + style("Verteller", said, "Standard")
    own = style("P1", "", "Vrager") + style("P2", "", "Verteller") + style("T1", 'fo:language="nl"', "")
    inner = '<text:span text:style-name="T1">{}</text:span>' if spans else "{}"
    body = "".join(
        f'<text:p text:style-name="P{number}">{inner.format(words)}</text:p>'
        for pair in zip(ASKED, SAID, strict=True)
        for number, words in enumerate(pair, 1)
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "styles.xml",
            f"<office:document-styles{spaces}><office:styles>{named}</office:styles></office:document-styles>",
        )
        package.writestr(
            "content.xml",
            f"<office:document-content{spaces}><office:automatic-styles>{own}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return file.getvalue()


BLUE_STYLE, BOLD_STYLE = 'fo:color="#0000ff"', 'fo:font-weight="bold"'


@pytest.mark.parametrize("spans", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "who"),
    [
        (BLUE_STYLE, "", ("(coloured)", "(plain)")), (BLUE_STYLE, 'fo:color="#ff0000"', ("(blue)", "(red)")),
        (BOLD_STYLE, "", ("(heading)", "(text)")), ('fo:font-style="italic"', "", ("(heading)", "(text)")),
    ],
)  # fmt: skip
def test_what_a_style_of_opendocument_is_based_on_parts_two_speakers(
    tmp_path: Path, asked: str, said: str, who: tuple[str, str], spans: bool
) -> None:
    transcript = read(tmp_path, styled_odt(asked, said, spans=spans), "a.odt")
    assert roles(transcript) == [(who[0], "interviewer"), (who[1], "respondent")]


def test_the_colour_of_all_text_of_an_opendocument_parts_nobody(tmp_path: Path) -> None:
    same = read(tmp_path, styled_odt(BLUE_STYLE, "", usual=BLUE_STYLE), "a.odt")
    assert {turn.speaker for turn in same.turns} == {""}
    bold = read(tmp_path, styled_odt(BOLD_STYLE, 'fo:font-weight="normal"', usual=BOLD_STYLE), "b.odt")
    assert roles(bold) == [("(heading)", "interviewer"), ("(text)", "respondent")]
