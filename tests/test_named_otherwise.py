"""A column of interviews.csv that was sorted alone hands whole interviews to others: the names of the files tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import check_study, read_study

TALK = "I: Hoe gaat het?\nR: Wij doen hier veel samen met de buren en de gemeente, zei {name}.\n"
ROWS = [(f"{person}_{wave}.txt", person, wave) for wave in ("2010", "2020") for person in ("P01", "P02", "P03", "P04")]


def make_study(folder: Path, rows: list[tuple[str, ...]], *, language: str = "en", columns: str = "") -> Path:
    folder.mkdir()
    for file, *_ in rows:
        (folder / file).parent.mkdir(exist_ok=True, parents=True)
        (folder / file).write_text(TALK.format(name=file), encoding="utf-8")
    table = "\n".join([f"file,person,wave{columns}", *map(",".join, rows)])
    (folder / "interviews.csv").write_text(table, encoding="utf-8")
    (folder / "study.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    return folder


def told(folder: Path, said: str = "called") -> list[str]:
    return [note for note in check_study(folder).notes if "interviews.csv:" in note and said in note]


def sorted_alone(rows: list[tuple[str, ...]], column: int) -> list[tuple[str, ...]]:
    """Return the rows after one column was sorted without the others, upwards or, where that changes nothing, down."""
    cells = sorted(row[column] for row in rows)
    if cells == [row[column] for row in rows]:
        cells.reverse()
    return [(*row[:column], cell, *row[column + 1 :]) for row, cell in zip(rows, cells, strict=True)]


@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_column_that_was_sorted_alone_is_told_once_with_the_rows_and_what_to_do(tmp_path, column):
    folder = make_study(tmp_path / "study", sorted_alone(ROWS, column))
    notes = told(folder)
    assert len(notes) == 1
    assert "sorted without the others" in notes[0]


def test_two_rows_that_changed_places_are_told_by_line_and_the_right_rows_are_not(tmp_path):
    rows = [*ROWS]
    rows[1], rows[2] = (rows[1][0], "P03", "2010"), (rows[2][0], "P02", "2010")
    notes = told(make_study(tmp_path / "study", rows))
    assert len(notes) == 1
    assert "P02_2010.txt (P03, interviews.csv:3), P03_2010.txt (P02, interviews.csv:4)" in notes[0]
    assert "P04_2010.txt" not in notes[0]


def test_the_note_is_gone_when_the_rows_are_right_or_the_files_are_called_after_their_persons(tmp_path):
    folder = make_study(tmp_path / "study", sorted_alone(ROWS, 1))
    assert told(folder)
    (folder / "interviews.csv").write_text("\n".join(["file,person,wave", *map(",".join, ROWS)]), encoding="utf-8")
    assert not told(folder)
    renamed = [(f"{person}_{wave}_{n}.txt", person, wave) for n, (_, person, wave) in enumerate(sorted_alone(ROWS, 1))]
    assert not told(make_study(tmp_path / "renamed", renamed))


def test_the_note_is_one_of_the_study_and_is_said_in_dutch(tmp_path):
    folder = make_study(tmp_path / "study", sorted_alone(ROWS, 1), language="nl")
    assert any("los van de andere gesorteerd" in note for note in told(folder, "gesorteerd"))
    assert any("sorted without the others" in str(note) for note in read_study(folder).notes)


@pytest.mark.parametrize(
    "rows",
    [
        [("Anna_2010.txt", "P01", "2010"), ("Anna_2020.txt", "P01", "2020"), ("Bert_2010.txt", "P02", "2010")],
        [("Interview 1 2010.txt", "2", "2010"), ("Interview 2 2010.txt", "1", "2010")],
        [("P03_2010.txt", "P03", "2010"), ("dochter van P03_2020.txt", "P14", "2020"), ("P03_2020.txt", "P03", "2020")],
        [("P01_P02_2010.txt", "P01", "2010"), ("P02_2020.txt", "P02", "2020"), ("P01_2020.txt", "P01", "2020")],
        [("P1 deel 2.txt", "P1", "1"), ("P2 deel 1.txt", "P2", "2"), ("P3 ronde 1.txt", "P3", "1")],
        [("P01_2011.txt", "P01", "2010", "2010-12-30"), ("P02_2010.txt", "P02", "2010", "2010-11-01")],
        [("P02b_2010.txt", "P02", "2010"), ("P02_2020.txt", "P02", "2020"), ("P2B_2020.txt", "P02b", "2020")],
        [("R02_2010.txt", "Maria", "2010"), ("R01_2010.txt", "Anna", "2010"), ("R01_2020.txt", "Anna", "2020")],
        [("1.txt", "1", "2010"), ("2.txt", "1", "2020"), ("3.txt", "2", "2010"), ("4.txt", "2", "2020")],
        [("R1.txt", "R1", "2010"), ("R2.txt", "R1", "2020"), ("R3.txt", "R2", "2010"), ("R4.txt", "R2", "2020")],
        [("1.txt", "1", "2010"), ("2.txt", "1", "2020"), ("3.txt", "2", "2010"), ("4.txt", "3", "2010")],
        [("Gesprek 3 mei.txt", "Kees", "2010"), ("Kees 2020.txt", "Kees", "2020"), ("Mei 2020.txt", "Mei", "2020")],
        [("Tom's moeder.txt", "Gerda", "na"), ("Gerda voor.txt", "Gerda", "voor"), ("Tom voor.txt", "Tom", "voor")],
        [("Tom gesprek voor Eva.txt", "Tom", "na"), ("Tom voor.txt", "Tom", "voor"), ("Eva na.txt", "Eva", "na")],
        [("P01 T1.txt", "P01", "T1"), ("P01 T1 opnieuw.txt", "P01", "T2"), ("P02 T2.txt", "P02", "T2")],
    ],
    ids=[
        *("names_of_people", "numbered_talks", "kin", "couple", "parts", "dated", "alike", "pseudonyms"),
        *("numbered_through", "letters_through", "uneven_through", "month", "mother", "for_somebody", "again"),
    ],
)
def test_a_good_study_is_not_doubted(tmp_path, rows):
    dated = ",date" if any(len(row) > 3 for row in rows) else ""
    assert not told(make_study(tmp_path / "study", rows, columns=dated))


def test_names_and_folders_tell_as_ids_do(tmp_path):
    rows = [("Jan de Boer/2010.txt", "Jan de Boer", "2010"), ("Fatima/2010.txt", "Fatima", "2010")]
    assert not told(make_study(tmp_path / "right", rows))
    swapped = [(rows[0][0], "Fatima", "2010"), (rows[1][0], "Jan de Boer", "2010")]
    assert "Fatima/2010.txt (Jan de Boer, interviews.csv:3)" in told(make_study(tmp_path / "wrong", swapped))[0]


def test_a_number_alone_tells_where_nothing_else_stands_in_the_name(tmp_path):
    rows = [("11_2010.txt", "12", "2010"), ("12_2010.txt", "11", "2010")]
    assert told(make_study(tmp_path / "study", rows))


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["transcripts_sample", "transcripts_sample_en"])
def test_the_sample_studies_are_not_doubted(sample):
    assert not told(Path(__file__).parents[1] / sample)


def test_one_row_of_another_is_told_where_the_person_of_its_file_lacks_that_wave(tmp_path):
    rows = [(file, "P01" if file == "P02_2010.txt" else person, wave) for file, person, wave in ROWS]
    assert "P02_2010.txt (P01, interviews.csv:3)" in told(make_study(tmp_path / "person", rows))[0]
    rows = [(file, person, "2020" if file == "P02_2010.txt" else wave) for file, person, wave in ROWS]
    assert "P02_2010.txt (2020, interviews.csv:3)" in told(make_study(tmp_path / "wave", rows))[0]


def test_a_person_written_with_a_slip_is_told_though_the_right_one_is_read_then(tmp_path: Path) -> None:
    rows = [("Fatima_2010.txt", "Fatima", "2010"), ("Fatima_2020_1.txt", "Fatima", "2020")]
    rows += [("Fatima_2020_2.txt", "Fatma", "2020"), ("Ann_2010.txt", "Ann", "2010"), ("Anne_2020.txt", "Anne", "2020")]
    assert [
        "Fatima_2020_2.txt (Fatma, interviews.csv:4)" in note for note in told(make_study(tmp_path / "a", rows))
    ] == [True]
