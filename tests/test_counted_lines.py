"""Rows and lines with numbers and times in columns before the talk: neither hides a label, neither is a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from bp_qual.transcripts import Transcript, read_transcript

SAID = [
    ("I", "Hoe bent u bij de moestuin gekomen?"),
    ("R", "Via mijn buurvrouw. Zij had daar een lapje grond."),
    ("", "En ze kreeg last van haar knie, dus ik nam het over."),
    ("I", "Wanneer was dat ongeveer?"),
    ("R", "Dat zal in het voorjaar van 2003 geweest zijn."),
    ("I", "Met wie werkt u samen?"),
    ("R", "Met de oude Henk, hij regelt het water."),
]
CLOCK = "00:0{}:{:02d}"
COLUMNS = {
    "number and time": lambda n: [str(n), CLOCK.format(n, 5 * n)],
    "ordinal and time": lambda n: [f"{n}.", CLOCK.format(n, 5 * n)],
    "number and bracketed time": lambda n: [str(n), f"[{CLOCK.format(n, 5 * n)}]"],
    "time and number": lambda n: [CLOCK.format(n, 5 * n), str(n)],
    "number, begin and end": lambda n: [str(n), CLOCK.format(n, 5 * n), CLOCK.format(n, 5 * n + 4)],
    "seconds": lambda n: [f"{3 * n}.120000", f"{3 * n + 2}.5"],
}
HEADS = ["Nr", "Tijd", "Eind"]


def make_rows(columns: str, *, headed: bool, apart: bool = False) -> list[list[str]]:
    front = COLUMNS[columns]
    rows = [[*HEADS[: len(front(1))], *(["Wie"] if apart else []), "Transcript"]] if headed else []
    for number, (label, said) in enumerate(SAID, 1):
        talk = [label, said] if apart else [f"{label}: {said}" if label else said]
        rows.append([*front(number), *talk])
    return rows


def write(folder: Path, rows: list[list[str]], ending: str) -> Path:
    path = folder / f"a.{ending}"
    if ending == "docx":
        document = Document()
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.save(str(path))
    elif ending == "html":
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        path.write_text(f"<html><body><table>{body}</table></body></html>", encoding="utf-8")
    elif ending == "rtf":
        body = "".join("".join(rf"{cell}\cell " for cell in row) + r"\row " for row in rows)
        path.write_text(rf"{{\rtf1\ansi \trowd \cellx900\cellx1800\cellx9000 {body}}}", encoding="ascii")
    else:
        path.write_text("\n".join(map("\t".join, rows)), encoding="utf-8")
    return path


def read(path: Path) -> Transcript:
    return read_transcript(path, interview="a", wave="1", persons={"P01": ()})


def turns_of(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, transcript.text[turn.start : turn.end]) for turn in transcript.turns]


@pytest.mark.sweep(6)
@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("headed", [False, True], ids=["bare", "headed"])
@pytest.mark.parametrize("ending", ["docx", "html", "rtf", "txt"])
def test_rows_with_numbers_and_times_in_front_are_turns(
    tmp_path: Path, columns: str, headed: bool, ending: str
) -> None:
    transcript = read(write(tmp_path, make_rows(columns, headed=headed), ending))
    names = ["I", "R", "R", "I", "R", "I", "R"]
    assert turns_of(transcript) == [(name, said) for name, (_, said) in zip(names, SAID, strict=True)]


@pytest.mark.parametrize("ending", ["docx", "html", "txt"])
def test_a_row_without_a_name_goes_on_and_its_number_and_time_are_no_words(tmp_path: Path, ending: str) -> None:
    transcript = read(write(tmp_path, make_rows("number and time", headed=False, apart=True), ending))
    assert [turn for turn in turns_of(transcript) if "knie" in turn[1]] == [("R", SAID[2][1])]
    assert all(said == told for (_, said), (_, told) in zip(turns_of(transcript), SAID, strict=True))


def test_the_time_of_a_row_is_that_of_its_turn(tmp_path: Path) -> None:
    transcript = read(write(tmp_path, make_rows("number and time", headed=True), "docx"))
    assert [turn.at for turn in transcript.turns] == [65.0 * n for n in range(1, 8)]


@pytest.mark.parametrize("ending", ["docx", "rtf", "txt"])
def test_a_cell_behind_the_talk_of_such_a_row_is_told(tmp_path: Path, ending: str) -> None:
    rows = [[*row, "buurt" if n in (1, 4) else ""] for n, row in enumerate(make_rows("number and time", headed=False))]
    transcript = read(write(tmp_path, rows, ending))
    assert [note.values["begin"] for note in transcript.notes if note.kind == "cells beside talk"] == ["'buurt'"]


def test_a_line_that_begins_with_a_number_is_talk_where_no_label_stands_behind_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("I: Hoeveel?\nR: Zoveel:\n12\tappels\nI: En dan?\nR: Klaar.\n", encoding="utf-8")
    assert turns_of(read(path))[1] == ("R", "Zoveel:\n12\tappels")


TIMES = [CLOCK.format(n, 5 * n) + ".120" for n in range(10)]
EXPORTS = {  # as ELAN exports tiers to text: traditional, with a participant beside the tier, and the tier twice
    "traditional": lambda n, name, said: f"{name}   {said}\nTC    {TIMES[n]} - {TIMES[n + 1]}\n",
    "participant": lambda n, name, said: f"{name}\t{name} Bos\t{TIMES[n]}\t{TIMES[n + 1]}\t00:00:05.000\t{said}",
    "tier twice": lambda n, name, said: f"{name}\t{name}\t{TIMES[n]}\t{TIMES[n + 1]}\t{said}",
    "wide blank": lambda _, name, said: f"{name}  {said}",
}


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
@pytest.mark.parametrize("names", [("I", "R"), ("Int", "Resp")])
def test_text_that_elan_exports_is_turns_without_its_times(
    tmp_path: Path, export: Callable[[int, str, str], str], names: tuple[str, str]
) -> None:
    path = tmp_path / "a.txt"
    talk = [(names[label == "R"], said) for label, said in SAID if label]
    path.write_text("\n".join(export(n, name, said) for n, (name, said) in enumerate(talk)), encoding="utf-8")
    assert turns_of(read(path)) == talk


@pytest.mark.parametrize("last", ["R: Om ongeveer\n9:30", "R:\n14:30"])
@pytest.mark.parametrize("before", ["", "0:01\n"])
def test_a_time_at_the_end_that_was_said_is_talk(tmp_path: Path, last: str, before: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{before}I: Hoe?\n{before}R: Zo.\n{before}I: Hoe laat?\n{before}{last}\n", encoding="utf-8")
    assert turns_of(read(path))[-1] == ("R", last.removeprefix("R:").strip())


def test_a_time_at_the_end_where_turns_end_in_one_was_not_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("I: Hoe?\n0:01\nR: Zo.\n0:04\nI: Echt?\n0:05\nR: Ja.\n0:09\n", encoding="utf-8")
    assert [said for _, said in turns_of(read(path))] == ["Hoe?", "Zo.", "Echt?", "Ja."]


def test_a_line_with_a_number_where_one_label_in_five_has_columns_is_talk(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1\tI: Hoe?\nR: Zo.\nI: Hoeveel?\nR: Zoveel:\n12\tappels\nI: Ja?\n", encoding="utf-8")
    assert ("R", "Zoveel:\n12\tappels") in turns_of(read(path))
