"""A row of a table in a document whose cell for the speaker is empty: told, as in a .csv."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts.parsing import read_transcript
from test_turn_tables_in_documents import as_markdown, as_page, as_word

HEADS = ("Spreker", "Tekst")
ROWS = [("I", "Hoe gaat het?"), ("R", "Goed hoor, samen."), ("", "Nog een regel zonder naam."), ("I", "En dan?")]
ROWS += [("R", "Dan koken we."), ("I", "En daarna nog?"), ("R", "Dan gaan wij naar huis.")]


def as_text(rows: list[tuple[str, ...]]) -> bytes:
    return "".join(f"{speaker}\t{said}\n" for speaker, said in rows).encode()


def as_rich_text(rows: list[tuple[str, ...]]) -> bytes:
    cells = "".join(rf"\trowd\cellx1000\cellx9000\intbl {speaker}\cell {said}\cell\row" for speaker, said in rows)
    return rf"{{\rtf1\ansi {cells}\pard\par}}".encode()


def as_table(rows: list[tuple[str, ...]]) -> bytes:
    return "\n".join(map(";".join, rows)).encode()


WRITTEN = [(as_word, "a.docx"), (as_page, "a.html"), (as_markdown, "a.md"), (as_text, "a.txt")]
WRITTEN += [(as_rich_text, "a.rtf"), (as_table, "a.csv")]


def kinds(tmp_path: Path, data: bytes, name: str) -> set[str]:
    (tmp_path / name).write_bytes(data)
    transcript = read_transcript(tmp_path / name, interview="a", wave="1", persons={"P01": ()})
    assert {turn.speaker for turn in transcript.turns} == {"I", "R"}
    return {note.kind for note in transcript.notes}


@pytest.mark.parametrize(
    ("write", "name", "heads"), [*((*one, [HEADS]) for one in WRITTEN), *((*one, []) for one in WRITTEN[:-1])]
)
def test_a_row_whose_speaker_is_not_named_is_told(
    tmp_path: Path, write: object, name: str, heads: list[tuple[str, ...]]
) -> None:
    told = kinds(tmp_path, write([*heads, *ROWS]), name)  # type: ignore[operator]
    assert "unnamed taken" in told
    full = [row for row in ROWS if row[0]]
    assert "unnamed taken" not in kinds(tmp_path, write([*heads, *full]), name)  # type: ignore[operator]


def test_an_indented_paragraph_below_a_label_with_a_colon_is_no_row(tmp_path: Path) -> None:
    lines = [f"{speaker}:\t{said}" if speaker else f"\t{said}" for speaker, said in ROWS]
    assert "unnamed taken" not in kinds(tmp_path, "\n".join(lines).encode(), "a.txt")
