"""Two interviews in one file, under the same labels: told, with the line; what only looks like it stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript
from bp_qual.transcripts.parsing import read_transcript
from talk_builders import FORMATS
from test_unlabelled_paragraphs import SAID, TURNS, read, said_by


def told(transcript: Transcript) -> list[tuple[int, str]]:
    notes = [note for note in transcript.notes if note.kind == "second interview"]
    return [(note.values["line"], note.values["begin"]) for note in notes]


HEADS = (
    "Respondent: P02", "Respondent: Bep de Wit", "Interview 2: P02", "Interview 2 – tweede gesprek", "Gesprek 2",
    "Interview P02_2010", "Interview met mevrouw De Wit", "Interview with Ms Bell", "Tweede interview, 4 mei 2020",
    "Second interview", "P02", "2020", "4 mei 2020", "04-05-2020", "Datum: 4 mei 2020", "Date: 4 May 2020", "Wave 2",
    "Participant 2", "Deelnemer nr. 2", "Naam: Bep", "Deel 2: tien jaar later (2020)", "---", "=====", "# P02",
)  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_a_second_interview_in_a_file_is_told_and_its_heading_is_nobodys_talk(tmp_path: Path, head: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS, "", head, "", *TURNS]))
    assert told(transcript) == [(len(TURNS) + 2, head)]
    assert said_by(transcript, "respondent") == [*SAID, *SAID] * 2
    assert "headings" in transcript.remainders


SHORT = (
    "Interview 2 - Piet, 12 mei 2010", "Interview – Piet", "Interview Piet (12 mei 2010)", "2. Interview met Piet",
    "Piet, 12 mei 2010", "Entretien 2 - Pierre", "Gespräch Peter, 12. Mai 2010", "Second interview",
)  # fmt: skip


@pytest.mark.parametrize("head", SHORT)
@pytest.mark.parametrize("count", [1, 3])
def test_a_head_that_says_which_interview_begins_is_told_in_a_short_file_too(
    tmp_path: Path, head: str, count: int
) -> None:
    turns = TURNS[: 2 * count]
    transcript = read(tmp_path, "\n".join(["Interview 1 - Jan", "", *turns, "", head, "", *turns]))
    assert told(transcript) == [(len(turns) + 4, head)]
    assert said_by(transcript, "respondent") == [*SAID[:count], *SAID[:count]]


@pytest.mark.parametrize("line", ["Met Jan, in 2010", "In mei 2010", "Soep (12 kommen)", "Het gesprek met Piet"])
def test_a_line_of_talk_in_a_short_file_names_no_interview(tmp_path: Path, line: str) -> None:
    assert not told(read(tmp_path, "\n".join([*TURNS[:2], "", line, "", *TURNS[:2]])))


def test_a_header_of_several_lines_is_told_once(tmp_path: Path) -> None:
    head = ["Interview 2", "Datum: 4 mei 2020", "Plaats: Assen", "Respondent: Bep de Wit"]
    transcript = read(tmp_path, "\n".join([*TURNS, "", *head, "", *TURNS]))
    assert told(transcript) == [(len(TURNS) + 2, "Interview 2")]
    assert said_by(transcript, "respondent") == [*SAID, *SAID] * 2


def test_each_further_interview_is_told(tmp_path: Path) -> None:
    text = "\n".join([*TURNS, "", "P02", "", *TURNS, "", "P03", "", *TURNS])
    assert [begin for _, begin in told(read(tmp_path, text))] == ["P02", "P03"]


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md", "rtf"])
@pytest.mark.parametrize("head", ["Interview 2 - P02", "2020", "Respondent: P02"])
def test_it_is_told_in_every_format(tmp_path: Path, head: str, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(FORMATS[ending]([*TURNS, head, *TURNS]))
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert [begin for _, begin in told(transcript)] == [head]


def test_stating_how_speakers_are_marked_silences_it(tmp_path: Path) -> None:
    assert not told(read(tmp_path, "\n".join([*TURNS, "", "P02", "", *TURNS]), labels="I:|R:|!P02"))


@pytest.mark.parametrize(
    "line",
    [
        "Deel 2: De verhuizing", "Thema 3", "Gesprek 2 was heel anders dan dat van toen.", "De verhuizing",
        "Respondent: Ja.", "Respondent: Nou", "Datum: dat wist ik toen nog helemaal niet", "Datum prikken was lastig",
        "Interview geven vond ik eng", "Opname 2", "Pagina 2", "In 2020", "Wie was dat in 2020?",
    ],
)  # fmt: skip
def test_a_line_that_names_no_interview_is_not_told(tmp_path: Path, line: str) -> None:
    assert not told(read(tmp_path, "\n".join([*TURNS, "", line, "", *TURNS])))


@pytest.mark.parametrize(
    "answer",
    ["R:\n2020\n", "R: In 1998.\n2020\n", "R: Nou\n\n2020\n\nweet ik nog goed.", "R: 2020"],
)
def test_a_year_in_an_answer_is_not_told(tmp_path: Path, answer: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:7], answer, *TURNS[8:]]))
    assert not told(transcript)
    assert any("2020" in said for said in said_by(transcript, "respondent"))


def test_above_the_first_turns_and_below_the_last_ones_nothing_is_told(tmp_path: Path) -> None:
    assert not told(read(tmp_path, "\n".join(["Interview 2", "", *TURNS, "", "Interview 3", "", *TURNS[:1]])))
    assert not told(read(tmp_path, "\n".join([*TURNS[:1], "", "Interview 3", "", *TURNS])))


def test_under_other_labels_nothing_is_told(tmp_path: Path) -> None:
    others = [turn.replace("I:", "Eva:").replace("R:", "Bep:") for turn in TURNS]
    assert not told(read(tmp_path, "\n".join([*TURNS, "", "P02", "", *others])))


def test_rules_that_part_a_file_in_many_are_no_interviews(tmp_path: Path) -> None:
    text = "\n\n---\n\n".join("\n\n".join(TURNS) for _ in range(4))
    assert not told(read(tmp_path, text, "a.md"))


def test_a_label_on_a_line_of_its_own_that_comes_once_keeps_its_talk(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:6], "", "B07", "Koffie voor jullie", "", *TURNS[6:]]))
    assert not told(transcript)
    assert "Koffie" in "".join(transcript.text[turn.start : turn.end] for turn in transcript.turns)


def test_a_header_that_no_blank_line_parts_from_the_talk_is_told(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS, "Respondent: P02", "Datum: 4 mei 2020", *TURNS]))
    assert told(transcript) == [(len(TURNS) + 1, "Respondent: P02")]


def test_the_end_of_an_answer_above_a_header_stays_talk(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n\n".join([*TURNS, "zo ongeveer", "P02", *TURNS]))
    assert [begin for _, begin in told(transcript)] == ["P02"]
    assert said_by(transcript, "respondent")[len(TURNS) // 2 - 1].endswith("zo ongeveer")


def test_a_year_below_a_label_with_a_line_of_its_own_is_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(FORMATS["docx"]([*TURNS[:7], "R:", "2020", *TURNS[8:]]))
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert not told(transcript)
    assert "2020" in said_by(transcript, "respondent")


@pytest.mark.parametrize("header", ["Interview P01 - vertrouwelijk - {n}", "Interview P01", "Respondent: P01 | {n}"])
def test_the_header_of_a_page_begins_no_interview(tmp_path: Path, header: str) -> None:
    parts = [f"\n\n{header.format(n=n)}\n\n".join(["", ""]) for n in (1, 2, 3)]
    text = "".join("\n".join(TURNS) + part for part in parts) + "\n".join(TURNS)
    assert not told(read(tmp_path, text))


@pytest.mark.parametrize(
    "label", ["Deelnemer 1?:", "Deelnemer 1>", "[Deelnemer 1:: (00:01:30 - 00:01:30)", "Deelnemer 1 ;"]
)
def test_a_label_with_a_slip_on_a_line_of_its_own_begins_no_interview(tmp_path: Path, label: str) -> None:
    named = [turn.replace("I: ", "Interviewer:\n").replace("R: ", "Deelnemer 1:\n") for turn in TURNS]
    lines = [*named[:7], label, "Langzaam maar wel", *named[8:]]
    path = tmp_path / "a.docx"
    path.write_bytes(FORMATS["docx"]([line for part in lines for line in part.split("\n")]))
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert not told(transcript)
    assert "headings" not in transcript.remainders


def test_a_short_line_below_a_header_may_be_talk_and_stays(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS, "", "Interview 2", "Nou ja zeg", "", *TURNS]))
    assert [begin for _, begin in told(transcript)] == ["Interview 2"]
    assert "Nou ja zeg" in said_by(transcript, "respondent")
