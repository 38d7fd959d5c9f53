"""A table with a turn in each row, in a document: numbers and times may stand before the speaker."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript
from bp_qual.transcripts.parsing import read_transcript

ROWS = [("Nr", "Tijd", "Spreker", "Tekst")]
ROWS += [(str(n), f"00:0{n}:05", "Eva" if n % 2 else "Jan", f"Hoe {n}?" if n % 2 else f"Zo {n}.") for n in range(1, 7)]
SAID = [(row[2], row[3]) for row in ROWS[1:]]


def read(tmp_path: Path, data: bytes, name: str) -> Transcript:
    (tmp_path / name).write_bytes(data)
    return read_transcript(tmp_path / name, interview="a", wave="1", persons={"P01": ()})


def turns(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, transcript.text[turn.start : turn.end]) for turn in transcript.turns]


def as_word(rows: list[tuple[str, ...]]) -> bytes:
    import docx

    document = docx.Document()
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_page(rows: list[tuple[str, ...]]) -> bytes:
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>".encode()


def as_markdown(rows: list[tuple[str, ...]]) -> bytes:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]).encode()


WRITTEN = [(as_word, "a.docx"), (as_page, "a.html"), (as_markdown, "a.md")]


@pytest.mark.sweep(5)
@pytest.mark.parametrize(("write", "name"), WRITTEN)
@pytest.mark.parametrize("columns", [(0, 1, 2, 3), (1, 2, 3), (0, 2, 3), (3, 2), (2, 3)])
def test_the_columns_of_speaker_and_text_are_found_wherever_they_stand(
    tmp_path: Path, write: object, name: str, columns: tuple[int, ...]
) -> None:
    transcript = read(tmp_path, write([tuple(row[place] for place in columns) for row in ROWS]), name)  # type: ignore[operator]
    assert turns(transcript) == SAID
    if 1 in columns:
        assert [turn.at for turn in transcript.turns] == [60.0 * n + 5 for n in range(1, 7)]


@pytest.mark.parametrize(("write", "name"), WRITTEN)
def test_a_row_without_a_speaker_goes_on_with_the_one_before(tmp_path: Path, write: object, name: str) -> None:
    rows = [row[2:] for row in ROWS]
    transcript = read(tmp_path, write([*rows[:3], ("", "En meer."), *rows[3:]]), name)  # type: ignore[operator]
    speaker, said = turns(transcript)[1]
    assert (speaker, said.split()) == ("Jan", ["Zo", "2.", "En", "meer."])


def test_an_empty_first_cell_of_a_web_page_keeps_its_place(tmp_path: Path) -> None:
    rows = [("", *row[1:]) if place else row for place, row in enumerate(ROWS)]
    assert turns(read(tmp_path, as_page(rows), "a.html")) == SAID


def test_a_time_and_a_tab_may_stand_before_a_label(tmp_path: Path) -> None:
    lines = "\n".join(f"{row[1]}\t{row[2]}:\t{row[3]}" for row in ROWS[1:])
    assert turns(read(tmp_path, lines.encode(), "a.txt")) == SAID


def test_a_label_between_double_underscores_is_bold_and_a_word_within_a_line_stays(tmp_path: Path) -> None:
    lines = "\n\n".join(f"__{who}__ {said} met __init__" for who, said in SAID)
    assert turns(read(tmp_path, lines.encode(), "a.md")) == [(who, f"{said} met __init__") for who, said in SAID]


@pytest.mark.parametrize("write_table", [as_word, as_page], ids=["docx", "html"])
@pytest.mark.parametrize("glued", [False, True])
def test_cells_beside_the_talk_are_told_where_no_heading_says_what_they_are(
    tmp_path: Path, write_table, glued: bool
) -> None:
    rows = [("I", "Hoe?", ""), ("R", "Zo.", "navragen bij zoon"), ("I", "En nu?", ""), ("R", "Ook zo.", "")] * 3
    rows = [(f"{who}: {said}", note) for who, said, note in rows] if glued else rows
    told = "\n".join(
        map(str, read(tmp_path, write_table(rows), f"a.{'docx' if write_table is as_word else 'html'}").notes)
    )
    assert "3 cells beside the respondent's talk, counted as said: 'navragen bij zoon'" in told
    headed = [("Spreker", "Tekst", "Notities"), *rows] if not glued else [("Tekst", "Notities"), *rows]
    kept = read(tmp_path, write_table(headed), f"b.{'docx' if write_table is as_word else 'html'}")
    assert "beside the respondent's talk" not in "\n".join(map(str, kept.notes))
    assert "navragen" not in "".join(said for _, said in turns(kept))


@pytest.mark.parametrize(("write", "name"), [(as_word, "a.docx"), (as_page, "a.html"), (as_markdown, "a.md")])
@pytest.mark.parametrize("heading", ["jaar", "year", "moment"])
def test_years_in_which_the_same_speakers_talk_are_told_as_in_sheets(
    tmp_path: Path, write: object, name: str, heading: str
) -> None:
    said = [("I", "Hoe was dat?"), ("R", "Dat was goed."), ("I", "En toen?"), ("R", "Toen ging het dicht.")]
    rows = [(heading, "spreker", "tekst"), *((year, *turn) for year in ("1950", "1960") for turn in said)]
    transcript = read(tmp_path, write(rows), name)  # type: ignore[operator]
    assert "perhaps waves in a table of turns" in [note.kind for note in transcript.notes]
