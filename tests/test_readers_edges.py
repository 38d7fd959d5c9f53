"""Rules of the readers that hold in few files: styles that inherit, names in small letters, columns, corpora."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import NOT_UNDERSTOOD, Reading, read_data
from reader_samples import make_pdf, place_text
from test_readers_word import make_docx

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table", "style"))
SPACES += f' xmlns:fo="{ODF}xsl-fo-compatible:1.0"'


def labelled(reading: Reading) -> list[tuple[str, str]]:
    return [(line.label, reading.text[line.start : line.end]) for line in reading.paragraphs]


def make_odt(body: str, styles: str) -> bytes:
    content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {SPACES}>{content}</office:document-content>")
    return buffer.getvalue()


def style(name: str, parent: str, display: str = "") -> str:
    look = f'<style:text-properties text:display="{display}"/>' if display else ""
    return f'<style:style style:name="{name}" style:parent-style-name="{parent}">{look}</style:style>'


@pytest.mark.parametrize(("own", "hidden"), [("", True), ("true", False)])
def test_a_style_hides_what_the_style_it_is_based_on_hides_unless_it_says_otherwise(own: str, hidden: bool) -> None:
    styles = style("Top", "", "none") + style("Middle", "Top") + style("Own", "Middle", own)
    body = '<text:p>R: ja <text:span text:style-name="Own">stiekem </text:span>hoor</text:p>'
    reading = read_data(make_odt(body, styles), where="a.odt")
    assert reading.text == ("R: ja hoor" if hidden else "R: ja stiekem hoor")
    assert ("hidden text" in reading.remainders) == hidden


def test_a_style_that_is_based_on_itself_hides_nothing() -> None:
    styles = style("A", "B") + style("B", "A")
    reading = read_data(make_odt('<text:p text:style-name="A">R: ja</text:p>', styles), where="a.odt")
    assert reading.text == "R: ja"


def test_punctuation_of_a_corpus_of_words_stands_against_the_word_before_it() -> None:
    words = "<w>Ja</w><pc>\n,\n</pc><w>hoor</w><seg><w>heel</w> <w>goed</w></seg><pc>.</pc>"
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><u who="#Jan">{words}</u></body></text></TEI>'
    assert labelled(read_data(data.encode(), where="a.xml")) == [("Jan", "Ja, hoor heel goed.")]


COLUMNS = [("wie", "gezegd", "text"), ("Eva", "Hoe?", "x"), ("Jan", "Zo.", "y")]


def make_csv() -> bytes:
    return "\n".join(map(",".join, COLUMNS)).encode()


def make_xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in COLUMNS:
        book.active.append(row)
    book.save(buffer := io.BytesIO())
    return buffer.getvalue()


def make_ods() -> bytes:
    cells = (
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in COLUMNS
    )
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    content = f"<office:body><office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet></office:body>"
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content {SPACES}>{content}</office:document-content>")
    return buffer.getvalue()


@pytest.mark.parametrize(("name", "make"), [("a.csv", make_csv), ("a.xlsx", make_xlsx), ("a.ods", make_ods)])
def test_the_columns_that_the_study_names_are_the_columns(name: str, make: Callable[[], bytes]) -> None:
    columns = {"speaker": ("wie",), "text": ("gezegd",)}
    assert labelled(read_data(make(), where=name, columns=columns)) == [("Eva", "Hoe?"), ("Jan", "Zo.")]


def two_columns(left: list[str], right: list[str]) -> bytes:
    drawn = [place_text(60, 760 - 16 * n, line) for n, line in enumerate(left)]
    drawn += [place_text(330, 760 - 16 * n, line) for n, line in enumerate(right)]
    return make_pdf([], drawn=["".join(drawn)])


def test_two_columns_of_a_page_are_read_one_after_the_other() -> None:
    left = [f"Wij bakten in dat jaar brood voor straat {n}" for n in range(6)]
    right = [f"En daarna ook nog eens voor de school in {n}" for n in range(6)]
    reading = read_data(two_columns(left, right), where="a.pdf")
    assert reading.text.split("\n") == [*left, *right]


def test_labels_beside_talk_are_no_column_of_their_own() -> None:
    talk = [f"Wij bakten brood voor straat {n}, elke dag." for n in range(8)]
    reading = read_data(two_columns(["Interviewer:", "Respondent:"] * 4, talk), where="a.pdf")
    first = reading.text.split("\n")[0]
    assert "Interviewer:" in first
    assert talk[0] in first


def cues(*said: str, above: tuple[str, ...] = ()) -> bytes:
    names = above or ("",) * len(said)
    rows = [
        f"{name}\n00:00:{n:02}.000 --> 00:00:{n:02}.900\n{words}\n".lstrip("\n")
        for n, (name, words) in enumerate(zip(names, said, strict=True))
    ]
    return ("WEBVTT\n\n" + "\n".join(rows)).encode()


def test_a_name_in_small_letters_and_brackets_is_a_speaker_where_it_comes_back_often_enough() -> None:
    """In one of ten cues, or more: what comes back less is a remark such as [lacht]."""
    often = cues(*["Eva: Hoe ging dat?", "[jan b] Dat ging goed."] * 6)
    assert {label for label, _ in labelled(read_data(often, where="a.vtt"))} == {"Eva", "jan b"}
    seldom = cues(*["Eva: Hoe ging dat?", "Jan: Dat ging goed."] * 14, *["[lacht hard] Nou ja."] * 2)
    assert {label for label, _ in labelled(read_data(seldom, where="a.vtt"))} == {"Eva", "Jan", ""}


def test_a_name_above_a_time_is_a_speaker_and_a_number_there_is_none() -> None:
    names = ("Eva", "Jan", "Eva", "Jan", "2010-3")
    found = labelled(read_data(cues("Hoe?", "Zo.", "En toen?", "Toen niet.", "Klaar.", above=names), where="a.vtt"))
    assert [label for label, _ in found] == ["Eva", "Jan", "Eva", "Jan", ""]


def test_what_a_service_says_about_a_recording_is_not_asked_back_as_talk() -> None:
    """A word in a field of the service (`status`, `words`' own models) is no word that anybody said."""
    said = {"speaker": "A", "text": "Wij werken samen.", "start": 0, "end": 900}
    more = {"status": "completed", "language_model": "assemblyai default", "entities": [{"text": "de kerk"}]}
    told = read_data(json.dumps({**more, "utterances": [said]}).encode(), where="a.json")
    assert labelled(told) == [("A", "Wij werken samen.")]
    assert NOT_UNDERSTOOD not in told.remainders
    odd = read_data(json.dumps({**more, "utterances": [said], "slot": "En de buurt ook."}).encode(), where="a.json")
    assert odd.remainders[NOT_UNDERSTOOD] == "En de buurt ook."


def test_a_file_without_an_ending_is_read_as_plain_text_and_a_foreign_ending_is_refused() -> None:
    assert read_data(b"I: Hoe?\nR: Zo.", where="interview").text == "I: Hoe?\nR: Zo."
    with pytest.raises(TranscriptError, match=r"interview\.pages"):
        read_data(b"I: Hoe?", where="interview.pages")


def test_a_number_that_json_holds_as_one_is_talk() -> None:
    segments = [{"text": "Hoeveel?", "start": 0, "end": 1}, {"text": 25, "start": 1, "end": 2}]
    assert read_data(json.dumps({"segments": segments}).encode(), where="a.json").text == "Hoeveel?\n25"


def test_what_a_reader_sees_of_an_object_in_rich_text_is_read() -> None:
    data = rb"{\rtf1\ansi R: Wij {\object\objemb{\*\objdata 0102}{\result {bakten}}} brood.\par}"
    assert read_data(data, where="a.rtf").text == "R: Wij bakten brood."


def test_what_is_filled_into_a_form_or_stands_in_a_page_within_a_page_is_read() -> None:
    page = b"""<p>R: Wij <input value="bakten"> <input type=hidden value=stil> <input type=submit value=weg>brood.</p>
    <iframe srcdoc="&lt;p&gt;I: En toen?&lt;/p&gt;"></iframe>"""
    reading = read_data(page, where="a.html")
    assert reading.text == "R: Wij bakten brood.\nI: En toen?"
    assert not reading.notes


@pytest.mark.parametrize(("fallback", "is_told"), [("R: In het kader.", False), ("R: Iets anders.", True)])
def test_what_word_shows_only_in_old_programs_is_told_where_it_says_more(fallback: str, is_told: bool) -> None:
    def box(said: str) -> str:
        return f"<w:txbxContent><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:txbxContent>"

    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choice = f'<mc:Choice Requires="wps">{box("R: In het kader.")}</mc:Choice>'
    both = f"<mc:AlternateContent {space}>{choice}<mc:Fallback>{box(fallback)}</mc:Fallback></mc:AlternateContent>"
    reading = read_data(make_docx(f"<w:p><w:r>{both}</w:r></w:p>"), where="a.docx")
    assert reading.text == "R: In het kader."
    assert (NOT_UNDERSTOOD in reading.remainders) == is_told


LINES = ["I: Hoe ging dat?", "R: Wij bakten brood.", "I: En toen?", "R: Toen niet meer."]


def drawn_lines() -> str:
    return "".join(place_text(60, 760 - 18 * n, line) for n, line in enumerate(LINES))


def test_a_line_of_a_pdf_may_begin_with_a_ligature() -> None:
    data = make_pdf([["I: Hoe kwam u hier?", "®ets gekocht, ®nanciering gevonden."]])
    data = data.replace(b"/Encoding /WinAnsiEncoding", b"/Encoding/StandardEncoding")  # in which byte AE is the sign fi
    assert read_data(data, where="a.pdf").text == "I: Hoe kwam u hier?\nfiets gekocht, financiering gevonden."


def test_a_watermark_across_the_page_is_no_talk() -> None:
    mark = "BT /F1 40 Tf .7 .7 -.7 .7 150 250 Tm (CONCEPT) Tj ET\n"
    reading = read_data(make_pdf([], drawn=[drawn_lines() + mark]), where="a.pdf")
    assert reading.text == "\n".join(LINES)
    assert reading.remainders == {"turned text": "CONCEPT"}


def test_names_of_codes_in_the_margin_behind_the_talk_are_told() -> None:
    codes = "".join(place_text(470, 760 - 18 * n, code, size=8) for n, code in enumerate(("geld", "zorg", "buurt")))
    notes = read_data(make_pdf([], drawn=[drawn_lines() + codes]), where="a.pdf").notes
    assert ("printed codes", 3) in [(note.kind, note.values["n"]) for note in notes]


@pytest.mark.parametrize("every", [1, 2, 5])
@pytest.mark.parametrize(("left", "higher"), [(470, 0), (470, 7), (20, 0)], ids=["right", "between lines", "left"])
def test_names_of_codes_in_the_margin_in_the_type_of_the_talk_are_told(every: int, left: int, higher: int) -> None:
    said = [*LINES, "I: En wat deed u daarna, toen het over was?", "R: Wij gingen met z'n allen naar de zee."] * 3
    drawn = "".join(place_text(120, 760 - 18 * n, line) for n, line in enumerate(said))
    codes = [(n, code) for n, code in enumerate(("geld", "samen zijn", "zorg") * 6) if n % every == 0]
    drawn += "".join(place_text(left, 760 - 18 * n + higher, code) for n, code in codes)
    notes = read_data(make_pdf([], drawn=[drawn]), where="a.pdf").notes
    assert {"printed codes", "two columns"} & {note.kind for note in notes}


@pytest.mark.parametrize("said", [("Ja.", "Nee.", "Zo."), ("Ja hoor", "En toen was er niets meer te doen", "Zo")])
def test_short_answers_in_a_column_of_their_own_are_no_codes(said: tuple[str, ...]) -> None:
    names = "".join(place_text(60, 760 - 18 * n, name) for n, name in enumerate(("Eva", "Jan", "Eva")))
    drawn = names + "".join(place_text(150, 760 - 18 * n, line) for n, line in enumerate(said))
    assert not read_data(make_pdf([], drawn=[drawn]), where="a.pdf").notes


def test_rich_text_as_word_processors_write_it_has_nothing_that_is_not_understood() -> None:
    """A page style with a header in it, and the settings of a document and its sections between its words."""
    head = r"{\header\pard\plain\tqc\tx4680\ltrpar{\loch" + "\nGesprek}\n" + r"\par }"
    data = (
        r"{\rtf1\ansi\deff4\adeflang1025{\fonttbl{\f0\froman\fprq2\fcharset0 Arial{\*\falt Times};}}"
        r"{\*\generator Word processor 1}{\*\pgdsctbl{\pgdsc0\pgdscuse451\pgwsxn12240" + head + r"\pgdscnxt0 Default;}}"
        r"\formshade\landscape\facingp\sectd\sftnnar\saftnnrlc\ftnbj\ftnrstcont\aenddoc\aftnnrlc\htmautsp"
        + head
        + r"{\*\ftnsep\chftnsep}\pard\plain {\loch R: Wij bakten}\par\pard\noultrlspc\nouicompat {\loch brood.}\par }"
    )
    reading = read_data(data.encode(), where="a.rtf")
    assert reading.text == "R: Wij bakten\nbrood."
    assert set(reading.remainders) == {"headers and footers"}
    assert reading.notes == ()
