"""A column of talk that is in a table twice is read once and told; where two differ they are read, or refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import Reading, read_data
from bp_qual.readers.copied_columns import find_copies, refuse_near_copies
from bp_qual.readers.table_headings import Table
from processor_time import assert_keeps_step
from test_hidden_cells import write_ods, write_xlsx
from test_turn_tables_in_documents import as_page, as_word

ASKED = ("Hoe ging het toen?", "En hoe is het nu?")
SAID = ("Het ging toen heel goed met ons.", "Nu is dat een stuk minder geworden.")
Rows = list[tuple[str, ...]]
TWICE = ("{}", "{} (2)", "{}.1", "{} 2", "Kopie van {}", "{} - kopie", "Kolom1")


def as_csv(rows: Rows) -> bytes:
    csv.writer(made := io.StringIO(), delimiter=";").writerows(rows)
    return made.getvalue().encode()


def read(rows: Rows, ending: str, folder: Path, **columns: tuple[str, ...]) -> Reading:
    file = folder / f"a.{ending}"
    if ending in ("xlsx", "ods"):
        {"xlsx": write_xlsx, "ods": write_ods}[ending](file, [("Blad1", rows)])
    else:
        file.write_bytes({"csv": as_csv, "docx": as_word, "html": as_page}[ending](rows))
    return read_data(file.read_bytes(), where=file.name, **({"columns": columns} if columns else {}))


def table(kind: str, copy: str, second: tuple[str, str] = SAID, *, first: bool = False) -> Rows:
    """Return a table with its column of talk a second time, behind or before the column itself."""
    heads = {"answers": ("Vraag", "Antwoord"), "turns": ("Spreker", "Tekst"), "questions": ("id", "Wat gaat goed?")}[
        kind
    ]
    left = {"answers": ASKED, "turns": ("I", "R"), "questions": ("P01", "P02")}[kind]
    order = (0, 2, 1) if first else (0, 1, 2)
    rows = [(*heads, copy.format(heads[1])), *zip(left, SAID, second, strict=True)]
    return [tuple(row[place] for place in order) for row in rows]


def times_said(reading: Reading) -> list[int]:
    return [reading.text.count(said) for said in SAID]


def told(reading: Reading) -> list[str]:
    return [note.values["copy"] for note in reading.notes if note.kind == "column copied"]


@pytest.mark.sweep(44)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
@pytest.mark.parametrize("kind", ["answers", "turns", "questions"])
@pytest.mark.parametrize("copy", TWICE)
@pytest.mark.parametrize("first", [False, True], ids=["behind", "before"])
def test_a_copied_column_is_read_once_and_told(kind: str, copy: str, ending: str, first: bool, tmp_path: Path) -> None:
    reading = read(table(kind, copy, first=first), ending, tmp_path)
    assert times_said(reading) == [1, 1]
    assert len(told(reading)) == 1
    assert "columns beside the text" not in reading.remainders


@pytest.mark.parametrize("ending", ["docx", "html"])
@pytest.mark.parametrize(("kind", "copy"), [("answers", copy) for copy in TWICE[:-1]] + [("turns", "{}")])
def test_a_copied_column_of_a_document_is_kept_apart_as_one_that_may_be_talk(
    kind: str, copy: str, ending: str, tmp_path: Path
) -> None:
    reading = read(table(kind, copy), ending, tmp_path)
    assert times_said(reading) == [1, 1]
    assert SAID[0] in reading.remainders["columns beside the text"]


@pytest.mark.parametrize("copy", ["Kopie van {}", "{} (2)"])
def test_of_copies_in_a_document_the_heading_that_says_answer_stays(copy: str, tmp_path: Path) -> None:
    reading = read(table("answers", copy, first=True), "docx", tmp_path)
    assert [line.label for line in reading.paragraphs if line.label] == ["Vraag", "Antwoord"] * 2


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods", "docx"])
def test_two_columns_of_answers_that_differ_are_both_read(ending: str, tmp_path: Path) -> None:
    reading = read(table("answers", "{}", ("Met mij ging het slecht.", "Nu gaat het wel weer.")), ending, tmp_path)
    assert times_said(reading) == [1, 1]
    assert "Met mij ging het slecht." in reading.text
    assert told(reading) == []


@pytest.mark.parametrize("kind", ["answers", "questions"])
def test_short_answers_that_are_alike_by_chance_are_all_read(kind: str, tmp_path: Path) -> None:
    rows = [(*row[:1], "Ja.", "Ja.") if number else row for number, row in enumerate(table(kind, "{}"))]
    reading = read(rows, "csv", tmp_path)
    assert reading.text.count("Ja.") == 4
    assert told(reading) == []


@pytest.mark.parametrize("kind", ["answers", "questions"])
def test_a_copy_that_was_worked_on_is_refused(kind: str, tmp_path: Path) -> None:
    rows = table(kind, "{}")
    rows += [(f"{row[0]}!", "Dat weet ik echt niet meer.", "Dat weet ik niet.") for row in rows[1:2]]
    with pytest.raises(TranscriptError, match=r"has the column '.*' twice"):
        read(rows, "csv", tmp_path)


@pytest.mark.parametrize("columns", [{}, {"speaker": ("Spreker",), "text": ("Tekst",)}])
def test_two_columns_of_turns_with_one_heading_that_differ_are_refused(
    columns: dict[str, tuple[str, ...]], tmp_path: Path
) -> None:
    rows = table("turns", "{}", (SAID[0], "Nu gaat het wel weer."))
    with pytest.raises(TranscriptError, match="has the column 'Tekst' twice"):
        read(rows, "csv", tmp_path, **columns)


def test_a_question_that_the_study_names_and_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    rows = table("questions", "{}", (SAID[0], "Nu gaat het wel weer."))
    with pytest.raises(TranscriptError, match="twice"):
        read(rows, "csv", tmp_path, person=("id",), questions=("Wat gaat goed?",))


def test_a_column_that_the_study_names_is_read_beside_another_that_is_called_almost_so(tmp_path: Path) -> None:
    rows = table("turns", "{} 2", ("Hoe ging het?", "Wel goed."))
    assert "Wel goed." in read(rows, "csv", tmp_path, speaker=("Spreker",), text=("Tekst 2",)).text


def test_of_three_columns_that_are_the_same_the_first_is_read() -> None:
    rows = [("a", "b", "c"), *zip(SAID, SAID, SAID, strict=True)]
    assert find_copies(rows, [0, 1, 2]) == {1: 0, 2: 0}


@pytest.mark.slow
def test_eight_times_as_many_columns_are_held_to_each_other_in_about_eight_times_as_long() -> None:
    def compare(columns: int) -> Callable[[], object]:
        heads = [f"Vraag {chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(columns)]
        rows = [heads, *([f"Wij werkten hier {row} jaar aan {n}." for n in range(columns)] for row in range(2))]
        table = Table("a.csv", "csv")
        return lambda: (find_copies(rows, range(columns)), refuse_near_copies(rows, range(columns), table))

    assert_keeps_step(compare(400), compare(50), bound=16, times=5)


def test_columns_with_other_headings_or_with_little_alike_are_both_read(tmp_path: Path) -> None:
    other = table("questions", "Wat ging er goed?")
    other += [("P03", "Dat weet ik echt niet meer.", "Dat weet ik niet.")]
    assert times_said(read(other, "csv", tmp_path)) == [2, 2]
    few = table("questions", "{}", (SAID[0], "Nu gaat het wel weer."))
    assert times_said(read(few, "csv", tmp_path)) == [2, 1]
    few += [(f"P0{n}", f"Dat is nu al {n} jaar zo.", f"Dat was {n} jaar geleden.") for n in (3, 4)] + [
        ("P05", *SAID[:1] * 2)
    ]
    assert times_said(read(few, "csv", tmp_path)) == [4, 1]


def test_a_table_of_a_page_whose_rows_are_not_of_one_length_is_read(tmp_path: Path) -> None:
    rows = [*table("answers", "{}"), ("En dan?",)]
    assert "En dan?" in read(rows, "html", tmp_path).text
