"""Lines at the top that say who is who under the labels of the talk: kept apart, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts.parsing import read_transcript
from talk_builders import FORMATS
from test_unlabelled_paragraphs import SAID, TURNS, read, said_by, told

NAMES = (
    *(["I: Eva Smit", "R: Jan Bos"], ["I: Eva", "R: Mevr. Jansen"], ["I: Eva", "R: Jan Bos"]),
    *(["R: dhr. Bos", "I: Eva Smit"], ["Respondent (R): Mevr. Jansen", "Interviewer (I): Eva"]),
)
LEGENDS = (
    ["I: Eva Smit, onderzoeker", "R: Jan Bos, 65 jaar, voorzitter van de club"],
    ["R : lid van de club"], ["R: respondent (bakker)", "I: interviewer"], ["R: mevrouw De Boer (lid van de club)"],
    ["I: interviewer; R: respondent"], ["I: Eva", "R: Jan (bakker)", "Datum: 3 mei"],
    ["I: Eve Smith, researcher", "R: John Bell (65 years)"], ["I: interviewer", "R: respondent", "R2: partner van R"],
    *NAMES,
)  # fmt: skip

CODES = (
    ["Respondent: P01", "Interviewer: MvD"], ["Interviewer: MvD", "Respondent: P01"], ["I: M.v.D.", "R: P-07"],
    ["Respondent: nummer 4", "Interviewer: Eva"], ["Respondent: P01", "Datum: 12 mei 2010", "Interviewer: MvD"],
    ["Interviewer: JS", "Participant: anonymous"], ["Respondent: #4", "Interviewer: E. van D."], ["Respondent: P01"],
    ["Interviewer: MvD", "Respondent 1: P01"],
)  # fmt: skip
LISTED = (
    ["Respondent: Piet", "Interviewer: Eva"], ["Interviewer: Eva Smit", "Respondent: Mw. Bakker"],
    ["Datum: 12 mei 2010", "Interviewer: Eva", "Respondent: Piet"], ["Interviewer: Eva Smit"],
)  # fmt: skip
DOUBTED = (
    (["Interviewer: Eva", "Respondent: Piet"], "\n\n"), (["Interviewer: Eva", "Respondent: Piet"], "\n"),
    (["Respondent: Piet", "Interviewer: Eva"], "\n"), (["Respondent: Anna"], "\n\n"), (["I: 2", "R: 14"], "\n"),
    (["Interviewer: Eva Smit", "Respondent: Mw. Bakker"], "\n"), (["I: Eva", "R: Jan"], "\n\n"),
)  # fmt: skip


def turns_under(legend: list[str]) -> list[str]:
    """Return the turns of a talk whose labels are those of a legend."""
    labels = [line.partition(":")[0] for line in legend]
    asks = next((label for label in labels if label[0] == "I"), "I")
    answers = next((label for label in labels if label[0] in "RP"), "R")
    return [{"I": asks, "R": answers}[turn[0]] + turn[1:] for turn in TURNS]


@pytest.mark.sweep(9)
@pytest.mark.parametrize("parting", ["\n\n", "\n"])
@pytest.mark.parametrize("legend", LEGENDS, ids=str)
def test_lines_that_say_who_is_who_are_nobodys_talk(tmp_path: Path, legend: list[str], parting: str) -> None:
    if parting == "\n" and legend in NAMES:
        return  # nothing tells it from a greeting
    text = "\n".join(legend) + parting + "\n".join(TURNS)
    transcript = read(tmp_path, text)
    assert said_by(transcript, "respondent") == [*SAID, *SAID]
    assert told(transcript, "legend")[0] == legend[0]
    assert not told(read(tmp_path, text, labels="I:|R:|R2:"), "legend")
    assert said_by(read(tmp_path, text, labels="I:|R:|R2:"), "respondent")[-8:] == [*SAID, *SAID]


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md", "rtf"])
def test_they_are_in_every_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(FORMATS[ending]([*LEGENDS[0], *TURNS]))
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert said_by(transcript, "respondent") == [*SAID, *SAID]


@pytest.mark.parametrize(
    "first",
    [
        ["I: Hallo Jan", "R: Hallo Eva", ""], ["I: Goedemorgen, Jan Bos", "R: Dag"], ["R: Jan Bos, 65 jaar."],
        ["I: Wie bent u", "R: Jan Bos, 65 jaar, voorzitter"], ["I: Hoe heet u?", "R: Jan Bos, 65 jaar"],
        ["I: Jan", "R: Ja"], ["R: Nou, vrijwilliger ben ik niet"],
        ["I: Mevrouw Jansen", "R: Ja", ""], ["I: Eva", "R: Jan", ""],
        ["R: Vrijwilliger ben ik niet"], ["I: Eva Smit", "R: Jan Bos"],
    ],
)  # fmt: skip
def test_first_words_of_a_talk_stay_talk(tmp_path: Path, first: list[str]) -> None:
    transcript = read(tmp_path, "\n".join([*first, *TURNS]))
    assert not told(transcript, "legend")
    assert "before the first speaker" not in transcript.remainders


def test_a_file_of_nothing_else_is_no_legend(tmp_path: Path) -> None:
    assert not told(read(tmp_path, "I: Eva Smit, onderzoeker\nR: Jan Bos, 65 jaar\n"), "legend")


def test_a_label_that_comes_again_ends_a_legend(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(["R: Jan Bos, 65 jaar", "R: Bakker", *TURNS]))
    assert told(transcript, "legend") == ("R: Jan Bos, 65 jaar",)
    assert said_by(transcript, "respondent")[0] == "Bakker"


def test_a_legend_is_told_once(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(["I: Eva", "R: Mevr. Jansen", "", *TURNS]))
    assert told(transcript, "legend") == ("I: Eva", "R: Mevr. Jansen")
    assert not told(transcript, "label within a turn")


@pytest.mark.parametrize("parting", ["\n\n", "\n"])
@pytest.mark.parametrize("legend", [*CODES, *LISTED], ids=str)
def test_codes_and_names_of_roles_are_nobodys_talk(tmp_path: Path, legend: list[str], parting: str) -> None:
    if parting == "\n" and legend in LISTED:
        return  # a greeting may be so: only told
    transcript = read(tmp_path, "\n".join(legend) + parting + "\n".join(turns_under(legend)))
    assert said_by(transcript, "respondent") == [*SAID, *SAID]
    assert told(transcript, "legend") == tuple(line for line in legend if not line.startswith("Datum"))


@pytest.mark.parametrize(("legend", "parting"), DOUBTED, ids=str)
def test_names_that_may_be_a_greeting_stay_talk_and_are_told(tmp_path: Path, legend: list[str], parting: str) -> None:
    turns = turns_under(legend)
    transcript = read(tmp_path, "\n".join(legend) + parting + "\n".join(turns))
    assert len(transcript.turns) == len(legend) + len(turns)
    assert told(transcript, "perhaps legend") == tuple(legend)
    for mended in ([line.partition(": ")[2] for line in legend], [f"{line}." for line in legend]):
        silent = read(tmp_path, "\n".join(mended) + parting + "\n".join(turns))
        assert not silent.notes
        assert len(silent.turns) == len(turns) + len(legend) * mended[0].endswith(".")


def test_pairs_of_lines_parted_by_blank_lines_throughout_are_no_list(tmp_path: Path) -> None:
    pairs = ["\n".join(TURNS[place : place + 2]) for place in range(0, len(TURNS), 2)]
    transcript = read(tmp_path, "\n\n".join(["I: Eva Smit\nR: Jan Bos", *pairs]))
    assert told(transcript, "perhaps legend") == ("I: Eva Smit", "R: Jan Bos")


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md", "rtf"])
def test_a_table_above_the_talk_says_who_speaks(tmp_path: Path, ending: str) -> None:
    rows = ["<row>Datum<cell>12 mei 2010", "<row>Interviewer<cell>Eva Smit", "<row>Respondent<cell>Mw. Bakker"]
    path = tmp_path / f"a.{ending}"
    path.write_bytes(FORMATS[ending]([*rows, *turns_under(["Interviewer:", "Respondent:"])]))
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert said_by(transcript, "respondent") == [*SAID, *SAID]
    assert len(told(transcript, "legend")) == 2


@pytest.mark.parametrize(
    "first",
    [
        ["R: HBO", "I: MBO"], ["I: Kies A of B", "R: B"], ["R: MBO4"], ["R: A12"], ["I: Covid19"], ["R: nummer 4"],
        ["I: V1", "R: In Breda"], ["I: OV", "R: NS"], ["I: Snelweg", "R: A2"], ["I: Q1", "R: HBO"], ["R: P01"],
        ["I: Vraag 1", "R: HBO"], ["I: Q1"], ["I: Kamer", "R: nummer 4"], ["R: Nummer 4", "R: Kamer 3"],
    ],
    ids=str,
)  # fmt: skip
def test_a_short_answer_that_may_be_a_code_stays_talk(tmp_path: Path, first: list[str]) -> None:
    transcript = read(tmp_path, "\n".join([*first, *TURNS]))
    assert not told(transcript, "legend")
    assert transcript.text[slice(transcript.turns[0].start, transcript.turns[0].end)].startswith(first[0][3:])


@pytest.mark.parametrize(
    "first", [["I: Sorry", "R: Pardon"], ["I: Test", "R: Test"], ["I: U", "R: Ik"], ["I: Klaar", "R: Klaar"]]
)
def test_short_words_said_to_each_other_are_not_doubted(tmp_path: Path, first: list[str]) -> None:
    notes = [note.kind for note in read(tmp_path, "\n".join([*first, *TURNS])).notes]
    assert not [kind for kind in notes if "legend" in kind]


@pytest.mark.parametrize("legend", [["R: P01", ""], ["Datum: 3 mei", "R: P01"], ["R: HBO", "I: MBO", ""]], ids=str)
def test_codes_with_another_sign_that_they_list_who_speaks_are_kept_apart(tmp_path: Path, legend: list[str]) -> None:
    transcript = read(tmp_path, "\n".join([*legend, *TURNS]))
    assert said_by(transcript, "respondent") == [*SAID, *SAID]


@pytest.mark.parametrize(
    "first",
    [
        ["Interviewer: Gaat het", "Respondent: Goed"], ["Interviewer: Woonplaats", "Respondent: Den Haag"],
        ["Interviewer: Oké", "Respondent: Oké"], ["Interviewer: Welkom", "Respondent: Dank u"],
        ["Interviewer: Naam?", "Respondent: Jan de Wit"], ["I: Start", "R: Ja"], ["I: Leeftijd", "R: 65"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("parting", ["\n\n", "\n"])
def test_short_first_answers_are_no_list_and_nothing_is_told(tmp_path: Path, first: list[str], parting: str) -> None:
    turns = turns_under(first)
    transcript = read(tmp_path, "\n".join(first) + parting + "\n".join(turns))
    assert len(transcript.turns) == len(turns) + 2
    assert not [note for note in transcript.notes if "legend" in note.kind]


def test_a_name_below_a_question_without_a_label_is_an_answer(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(["Hoe heet u?", "R: Anna de Wit", "", *TURNS]))
    assert said_by(transcript, "respondent")[0] == "Anna de Wit"


def test_a_short_turn_with_its_time_behind_it_is_no_list(tmp_path: Path) -> None:
    time = "\\#00:00:00-1\\#"
    turns = (
        f"Onderzoeker: Oké. {time}",
        f"Piet Bos: Toch? Dat vraag ik me af. {time}",
        f"Onderzoeker: Hoe ging dat? {time}",
    )
    (tmp_path / "a.md").write_text("\n\n".join([*turns, turns[1], turns[2], turns[1]]), encoding="utf-8")
    transcript = read_transcript(tmp_path / "a.md", interview="P1_2010", wave="2010", persons={"P1": ()})
    assert len(transcript.turns) == 6


@pytest.mark.parametrize(
    "legend",
    [
        ["Interviewer: MD", "Respondent: JB"], ["I: MD", "R: JB"], ["I: MD", "R1: AB", "R2: CD"],
        ["Interviewer: onbekend", "Respondent: onbekend"], ["Interviewer: n.v.t.", "Respondent: anoniem"],
    ],
    ids=str,
)  # fmt: skip
def test_initials_and_words_for_nobody_before_a_blank_line_list_who_speaks(tmp_path: Path, legend: list[str]) -> None:
    turns = turns_under(legend)
    for sign in (": ", "\t"):
        text = "\n".join([*legend, "", *turns]).replace(": ", sign)
        transcript = read(tmp_path, text)
        assert len(transcript.turns) == len(turns)
        assert len(told(transcript, "legend")) == len(legend)


def test_one_name_behind_two_roles_in_full_is_told(tmp_path: Path) -> None:
    legend = ["Interviewer: Jan", "Respondent: Jan"]
    transcript = read(tmp_path, "\n".join([*legend, "", *turns_under(legend)]))
    assert told(transcript, "perhaps legend") == tuple(legend)


MAILED = (
    ["Van: Eva Smit", "Aan: Ghis Bos", "Onderwerp: interview 3", "Datum: 3 april 2010"],
    ["From: Eva Smit <eva@x.nl>", "Sent: Monday, 3 April 2010 10:04", "To: G. Bos", "Subject: interview"],
    ["Van: Eva", "Verzonden: maandag 3 april 2010", "Aan: jo@x.nl;", "bep@x.nl", "CC: Piet", "Onderwerp: interview"],
    ["Interview met Jo", "Von: Eva", "Gesendet: 3. April 2010", "An: Jo", "Betreff: Gespräch"],
)  # fmt: skip


@pytest.mark.parametrize("head", MAILED, ids=str)
def test_the_head_of_an_email_is_kept_apart_and_not_noted(tmp_path: Path, head: list[str]) -> None:
    transcript = read(tmp_path, "\n".join([*head, *TURNS]))
    assert said_by(transcript, "respondent") == [*SAID, *SAID]
    assert {turn.speaker for turn in transcript.turns} == {"I", "R"}
    assert not transcript.notes


@pytest.mark.parametrize("names", [("Van", "An"), ("De", "To")], ids=str)
def test_names_that_an_email_has_too_speak_where_they_come_back(tmp_path: Path, names: tuple[str, str]) -> None:
    turns = [turn.replace("I:", f"{names[0]}:").replace("R:", f"{names[1]}:") for turn in TURNS]
    transcript = read(tmp_path, "\n".join(["Onderwerp: wonen", *turns]))
    assert {turn.speaker for turn in transcript.turns} == set(names)
