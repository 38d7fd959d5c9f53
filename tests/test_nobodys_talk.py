"""Talk without a speaker among talk that has one, and lines that have no place in a format: told, and nobody else's."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from bp_qual.readers import NOBODY, NOT_UNDERSTOOD, Reading, read_data
from bp_qual.readers.paragraphs import Paragraph

ASKED, SAID, LOST = "hoe ging het dan verder met u?", "nou het ging eigenlijk wel goed.", "zulubird yankeefox xrayfish"


def line_of(reading: Reading, words: str) -> Paragraph:
    return next(line for line in reading.paragraphs if words in reading.text[line.start : line.end])


@pytest.mark.parametrize("who", ["", ' who=""', ' who="#"', ' who=" "'])
@pytest.mark.parametrize("before", ["", '<u who="#I">en?</u>'])
def test_an_utterance_of_nobody_is_not_the_one_before_its(who: str, before: str) -> None:
    talk = f'<u who="#I">{ASKED}</u><u who="#R">{SAID}</u>' * 20
    reading = read_data(
        f"<TEI><text><body>{talk}{before}<u{who}>{LOST}</u></body></text></TEI>".encode(), where="a.xml"
    )
    line = line_of(reading, LOST)
    assert (line.label, line.kind) == ("", NOBODY)
    assert [(note.kind, note.values["n"]) for note in reading.notes] == [("cues unnamed", 1)]


def test_a_tei_file_that_names_nobody_has_no_note() -> None:
    reading = read_data(f"<TEI><text><body><u>{ASKED}</u><u>{SAID}</u></body></text></TEI>".encode(), where="a.xml")
    assert reading.notes == ()


TIMES = [
    "0:00:50.000,-1:00:51.000",
    "0:00:50.000 0:00:51.000",
    "0:00:5O.000,0:00:51.000",
    "0:00:50.000,",
    "0:00:50.000;0:00:51.000",
    "0:00:50.000",
]


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("number", [0, 7, 19])
def test_a_damaged_time_of_cues_without_numbers_is_no_talk_and_told(time: str, number: int) -> None:
    said = [f"{'IR'[n % 2]}: {(ASKED, SAID)[n % 2]}" for n in range(20)]
    said[number] = f"{'IR'[number % 2]}: {LOST}"
    cues = [f"0:00:{n + 10}.000,0:00:{n + 10}.900\n{one}\n" for n, one in enumerate(said)]
    cues[number] = f"{time}\n{said[number]}\n"
    reading = read_data("\n".join(cues).encode(), where="a.sbv")
    assert "50.000" not in reading.text
    assert line_of(reading, LOST).label == "IR"[number % 2]
    assert [note.kind for note in reading.notes] == ["broken times"]


@pytest.mark.parametrize("said", ["Om\n\n12:30, 13:30 en 14:00", "Nummer\n\n06-123 456 78", "Van\n\n12:30 - 13:30"])
def test_times_and_numbers_that_were_said_stay(said: str) -> None:
    cues = (f"I: {ASKED}", f"R: {said}", "I: Ja.")
    text = "\n".join(f"0:00:0{n}.000,0:00:0{n}.900\n{one}\n" for n, one in enumerate(cues))
    assert " ".join(said.split()) in read_data(text.encode(), where="a.sbv").text


CHAT = "@UTF8\n@Begin\n@Participants:\tINV Investigator, PAR Participant\n{}@End\n{}"
CHAT_TALK = f"*INV:\t{ASKED}\n%mor:\tadv\n*PAR:\t{SAID}\n"


@pytest.mark.parametrize("line", ["*PAR\t{}", "*:\t{}", "{}", "@PAR:\t{}", "%PAR:\t{}", "% {}"])
@pytest.mark.parametrize("place", ["between", "at the end", "behind"])
def test_a_line_of_chat_that_is_no_known_one_is_told(line: str, place: str) -> None:
    odd = line.format(LOST) + "\n"
    talk = CHAT_TALK + (odd if place == "between" else "") + CHAT_TALK + (odd if place == "at the end" else "")
    reading = read_data(CHAT.format(talk, odd if place == "behind" else "").encode(), where="a.cha")
    assert LOST in reading.remainders[NOT_UNDERSTOOD]
    assert LOST not in reading.remainders["headers"]
    assert [note.kind for note in reading.notes] == ["not understood"]
    assert LOST in str(reading.notes[0].values["begin"])


@pytest.mark.parametrize(("parent", "told"), [("I", False), ("R", True), ("none", True)])
def test_a_tier_of_elan_below_itself_or_below_no_tier_is_told(parent: str, told: bool) -> None:
    times = '<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="500"/></TIME_ORDER>'
    one = '<ALIGNABLE_ANNOTATION TIME_SLOT_REF1="a" TIME_SLOT_REF2="a"><ANNOTATION_VALUE>{}</ANNOTATION_VALUE>'
    tiers = "".join(
        f'<TIER TIER_ID="{name}"{more}><ANNOTATION>{one.format(said)}</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>'
        for name, more, said in (("I", "", ASKED), ("R", f' PARENT_REF="{parent}"', LOST))
    )
    reading = read_data(f"<ANNOTATION_DOCUMENT>{times}{tiers}</ANNOTATION_DOCUMENT>".encode(), where="a.eaf")
    assert reading.text == ASKED
    assert [LOST in str(note.values["begin"]) for note in reading.notes] == [True] * told
    assert LOST in reading.remainders[NOT_UNDERSTOOD if told else "dependent tiers"]


@pytest.mark.parametrize(
    ("participant", "shift", "depends", "told"),
    [("R", 0, "", True), ("R", 200, "", False), ("T", 0, "", False), ("R", 0, ' PARENT_REF="tx"', False)],
)
def test_two_tiers_of_one_speaker_with_the_same_times_are_told(
    participant: str, shift: int, depends: str, told: bool
) -> None:
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="t{n}" TIME_VALUE="{n}00"/>' for n in range(500))
    span = '<ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t{}" TIME_SLOT_REF2="t{}"><ANNOTATION_VALUE>{}'
    ends = "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
    tiers = "".join(
        f'<TIER TIER_ID="{name}" PARTICIPANT="{own}"{more}>'
        + "".join(span.format(n + late, n + late + 5, said) + ends for n in (0, 20, 40))
        + "</TIER>"
        for name, own, more, late, said in (("tx", "R", "", 0, SAID), ("ft", participant, depends, shift, LOST))
    )
    data = f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>"
    notes = read_data(data.encode(), where="a.eaf").notes
    assert [note.values["tiers"] for note in notes if note.kind == "tiers of one speaker"] == [("tx", "ft")] * told


def make_ods(rows: list[list[str]]) -> bytes:
    cells = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)}"
        "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    body = f"<office:body><office:spreadsheet><table:table>{cells}</table:table></office:spreadsheet></office:body>"
    with zipfile.ZipFile(made := io.BytesIO(), "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    return made.getvalue()


def make_xlsx(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(made := io.BytesIO())
    return made.getvalue()


@pytest.mark.parametrize("make", [make_ods, make_xlsx])
@pytest.mark.parametrize(("cell", "told"), [("zulubird", True), (LOST, True), ("12", False), ("x", False)])
def test_a_cell_below_no_heading_is_told(make: Callable[[list[list[str]]], bytes], cell: str, told: bool) -> None:
    rows = [["speaker", "text"], *[["I", ASKED], ["R", SAID]] * 20, ["R", SAID, "", cell], ["I", "en?"]]
    reading = read_data(make(rows), where=f"a.{make.__name__.removeprefix('make_')}")
    assert [cell in str(note.values["begin"]) for note in reading.notes] == [True] * told
    assert (cell in reading.remainders.get(NOT_UNDERSTOOD, "")) == told


def test_a_cell_below_no_heading_beside_a_formula_that_was_never_computed_is_told_as_well() -> None:
    data = make_xlsx([["speaker", "text"], ["I", ASKED], ["R", SAID, LOST], ["I", '=B2&"?"'], ["R", SAID]])
    reading = read_data(data, where="a.xlsx")
    assert reading.remainders[NOT_UNDERSTOOD].split("\n") == [LOST, '=B2&"?"']
    assert [note.kind for note in reading.notes] == ["not understood", "not understood"]


@pytest.mark.parametrize(("behind", "told"), [(f" {LOST}", True), (f"\n{LOST}", True), (".", False), (" ", False)])
def test_what_is_behind_the_end_of_a_voice_is_nobodys(behind: str, told: bool) -> None:
    cues = [f"<v {'IR'[n % 2]}>{(ASKED, SAID)[n % 2]}</v>{behind if n == 7 else ''}" for n in range(20)]
    times = "00:00:{0:02}.000 --> 00:00:{0:02}.900"
    talk = "\n\n".join(f"{times.format(n)}\n{cue}" for n, cue in enumerate(cues))
    reading = read_data(f"WEBVTT\n\n{talk}\n".encode(), where="a.vtt")
    assert [(note.kind, note.values["n"]) for note in reading.notes] == ([("cues unnamed", 1)] if told else [])
    if told:
        assert (line_of(reading, LOST).label, line_of(reading, LOST).kind) == ("", NOBODY)
