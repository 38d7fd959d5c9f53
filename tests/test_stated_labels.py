"""Labels that the study states: what is offered reads a file as it was, and no slip in a stated label goes unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import read_transcript
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.speakers import explain_pattern
from bp_qual.transcripts.speakers.label_patterns import MOST_PARTS, add_settled
from test_speakers_forms import read, turns

TALK = "I: Hoe ging dat?\nR: Wij bakten brood.\nI: En toen?\nR: Toen niet meer.\n" * 3
END = "I: En dan?\nR: Dan niet.\n"
DOUBT = "\nR Bos kwam ook.\nI: O ja?\nR: Ja hoor.\n"  # so that something is told, and a line offered


def offered(transcript: Transcript) -> str:
    """Return what is to be written into the column `labels`."""
    return next((note.values["labels"] for note in transcript.notes if note.kind == "state labels as"), "")


def follow(text: str, folder: Path, name: str = "a.txt", labels: str = "") -> tuple[Transcript, Transcript]:
    """Return a file as it is read at first, and as it is read once the note is obeyed."""
    first = read(text, folder, name=name, labels=labels)
    assert offered(first), first.notes
    return first, read(text, folder, name=name, labels=offered(first))


@pytest.mark.sweep(15)
@pytest.mark.parametrize(
    "slip",
    [
        *("R; Moeizaam.", "R – Moeizaam.", "R> Moeizaam.", "R| Moeizaam.", "R= Moeizaam.", "R, lachend: Moeizaam."),
        *("r: Moeizaam.", "[R]: Moeizaam.", "R (lachend): Moeizaam.", "R :: Moeizaam.", "Respondent (R): Moeizaam."),
        *("Interview 2\nR: Moeizaam.", "\nTranscript P01 – wave 1\n\nR: Moeizaam.", "-----\nR: Moeizaam."),
        *("Kijk: zo.", "Dochter: Hoi.", "R Moeizaam.", "R. Moeizaam.", "l: Moeizaam.", "RMoeizaam.", "R\nMoeizaam."),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_is_offered_reads_a_file_as_it_was_and_nothing_is_doubted_any_more(
    tmp_path: Path, slip: str, name: str
) -> None:
    text = f"{TALK}I: Hoe was dat?\n{slip}\n{END}{DOUBT}{TALK}"
    text = text.replace("\n", "\n\n") if name == "a.md" else text
    first = read(text, tmp_path, name=name)
    if not offered(first):  # none is offered rather than one that reads otherwise
        assert "say how speakers are marked" in str(first.notes[-1])
        pytest.fail(f"nothing is offered: {first.notes}")
    again = read(text, tmp_path, name=name, labels=offered(first))
    assert turns(again) == turns(first)
    assert not again.notes


@pytest.mark.parametrize(
    "slip",
    [
        *("r: Nou ja.", "R; Nou ja.", "R (lachend): Nou ja.", "[R]: Nou ja.", "**R:** Nou ja.", "R > Nou ja."),
        *("R - Nou ja.", "r (lachend): Nou ja.", "R| Nou ja."),
    ],
)
def test_a_stated_label_with_a_slip_is_read(tmp_path: Path, slip: str) -> None:
    said = turns(read(f"{TALK}I: En nu?\n{slip}\n{END}", tmp_path, labels="I:|R:"))
    assert ("r", "Nou ja.") in said


@pytest.mark.parametrize(
    "line",
    [
        *("R. Nou ja.", "r. Nou ja.", "R Nou ja.", "l: Hoe nu?", "Respondent: Nou ja.", "Dochter: Nou ja."),
        *("Mevrouw Bos: Nou ja.", "R2: Nou ja.", "**Dochter:** Nou ja.", "-----", "Interview 2: P02"),
    ],
)
def test_a_line_that_may_hold_another_label_is_told_though_labels_are_stated_until_it_is_said_to_hold_none(
    tmp_path: Path, line: str
) -> None:
    text = f"{TALK}I: En nu?\nR: Zo.\n\n{line}\n\n{TALK}"
    first, again = follow(text, tmp_path, name="a.md", labels="I:|R:")
    begin = line.strip("*").partition(":")[0][:8].strip("*: ")
    assert begin in str(first.notes[0])
    assert offered(first).startswith("I:|R:|!")
    assert turns(again) == turns(first)
    assert not again.notes


def test_lines_that_hold_no_label_are_no_reason_to_overlook_another_slip(tmp_path: Path) -> None:
    text = f"{TALK}R. Bos kwam ook.\n{END}R. Nou ja.\n{END}"
    notes = read(text, tmp_path, labels="I:|R:|!R. Bos").notes
    assert "'R. Nou ja.'" in str(notes[0])
    assert "R. Bos" not in str(notes[0])


def test_a_line_said_to_hold_no_label_holds_none_whatever_sign_it_has(tmp_path: Path) -> None:
    said = read(f"{TALK}R > 3 was het.\n{END}", tmp_path, labels="I:|R:|!R > 3")
    assert "R > 3 was het." in turns(said)[-3][1]
    named = read(f"{TALK}Kijk: zo.\n{END}Kijk: zus.\n{END}", tmp_path, labels="{name}:|!Kijk:")
    assert {turn.speaker for turn in named.turns} == {"I", "R"}
    whole = read(f"{TALK}R\nmet pensioen.\n{END}", tmp_path, labels="I:|R:|!R")
    assert [turn.speaker for turn in whole.turns] == ["I", "R"] * 7


def test_nothing_else_is_told_where_every_name_is_said_to_be_none(tmp_path: Path) -> None:
    assert not read(f"{TALK}Dochter: Nou ja.\n{END}", tmp_path, labels="I:|R:|!{name}:").notes


def test_a_label_with_a_remark_is_one_speaker_where_labels_are_stated_by_their_form(tmp_path: Path) -> None:
    text = f"{TALK}I: En nu?\nR (lachend): Nou ja.\n{END}"
    assert {turn.speaker for turn in read(text, tmp_path, labels="{name}:").turns} == {"I", "R"}


@pytest.mark.parametrize("labels", ["!R. Bos", "I:|!", "|", "!"])
def test_a_pattern_must_say_who_speaks_and_of_which_lines_nobody_does(labels: str) -> None:
    assert explain_pattern(labels)


def test_a_pattern_of_thousands_of_labels_is_refused_at_once_with_how_many_there_may_be() -> None:
    labels = [f"L{number}:" for number in range(MOST_PARTS)]
    assert explain_pattern("|".join(labels)) is None
    assert "names 2,001 labels, and may name 2,000" in str(explain_pattern("|".join([*labels, "R:"])))
    assert add_settled("I:", labels[1:]) != ""
    assert add_settled("I:", labels) == ""


def test_many_doubtful_lines_are_not_written_out(tmp_path: Path) -> None:
    text = TALK + "".join(f"R. Bos{n} kwam.\n{END}" for n in range(12))
    transcript = read(text, tmp_path)
    assert not offered(transcript)
    assert "behind !" in str(transcript.notes[-1])
    assert not read(text, tmp_path, labels="I:|R:|!R.").notes


def test_the_columns_of_a_table_and_the_names_of_cues_are_told_nothing_where_labels_are_stated(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("speaker,text\nEva,Hoe?\nJan,Kijk: zo.\nEva,En?\nJan,Goed: ja.\n", "utf-8")
    stated = read_transcript(path, interview="a", wave="1", persons={"P01": ("Jan",)}, labels="{name}:")
    assert [turn.speaker for turn in stated.turns] == ["Eva", "Jan"] * 2


@pytest.mark.parametrize("form", ["{} 0:0{}\n{}\n", "0:0{1} {0}: {2}", "[00:00:0{1}] {0}: {2}", "{0} (0:0{1}): {2}"])
def test_a_line_is_offered_for_labels_with_times_and_keeps_the_times(tmp_path: Path, form: str) -> None:
    talk = [form.format("IR"[n % 2], n, f"Zo {n} was het{'.?'[n % 2 == 0]}") for n in range(8)]
    first, again = follow("\n".join([*talk, "R Bos kwam.", *talk]), tmp_path)
    assert [turn.at for turn in first.turns][1:3] == [1, 2]
    assert [(turn.at, turn.start) for turn in again.turns] == [(turn.at, turn.start) for turn in first.turns]


def test_a_line_is_offered_for_labels_that_the_format_names(tmp_path: Path) -> None:
    rows = (
        "Eva,Hoe ging dat?,Vertel eens.\nJan,Goed,hoor dat wel.\n" * 2
        + "Eva,En?,Zeg het maar.\nJan,Niks.,Of toch wel.\n"
    )
    first, again = follow(f"speaker,text,rest\n{rows}", tmp_path, name="a.csv")
    assert not {note.kind for note in again.notes} & {note.kind for note in first.notes} - {"roles guessed"}


def test_no_line_is_offered_that_gives_other_turns(tmp_path: Path) -> None:
    talk = "".join(
        f"{name}: Zo was het bij {name}.\nEva: En toen?\n" for name in ("Jan", "Bep", "Kees", "Mo", "Ans", "Ria")
    )
    text = f"Datum: 3 mei 2010\nEva: Hoe?\n{talk}{talk}Jan Bos kwam ook.\nEva. Echt?\nJan: Ja."
    transcript = read(text, tmp_path)
    assert {note.kind for note in transcript.notes} >= {"label without colon", "state labels"}
    assert {turn.speaker for turn in read(text, tmp_path, labels="{name}:").turns} > {"Datum", "Jan"}


def test_no_line_is_offered_that_leaves_a_doubt(tmp_path: Path) -> None:
    transcript = read(f"{TALK}R Bos\u2003kwam ook.\n{END}", tmp_path)  # a blank that no pattern can write
    assert {note.kind for note in transcript.notes} == {"label without colon", "state labels"}
