"""Columns of times and numbers between a label and what was said are not said: the tab-delimited export of ELAN."""

from __future__ import annotations

from pathlib import Path

import pytest

from processor_time import at_most
from test_speakers_forms import read, turns

SAID = (("INT", "Hoe ging dat?"), ("RES", "In 1998 met 12 man."), ("INT", "En toen?"), ("RES", "1998 was dat."))
BETWEEN = {
    "all": "\t00:00:02.120\t2.120\t00:00:04.000\t4.000\t00:00:01.880\t1.880\t",
    "seconds": "\t2.120\t4.000\t1.880\t",
    "milliseconds": "\t2120\t4000\t",
    "times": "\t00:00:02.120\t00:00:04.000\t",
    "a line number": "12\t",
}


@pytest.mark.parametrize("labels", ["", "INT|RES"])
@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_columns_of_times_between_label_and_talk_are_not_talk(tmp_path: Path, between: str, labels: str) -> None:
    text = "".join(f"{who}\t{between}{said}\n" for who, said in SAID)
    transcript = read(text, tmp_path, speaker=("RES",), labels=labels)
    assert [said for _, said in turns(transcript)] == [said for _, said in SAID]


def test_a_number_that_was_said_is_talk(tmp_path: Path) -> None:
    transcript = read("INT\tWanneer?\nRES\t1998\nINT\tEn toen?\nRES\t12 jaar later\n", tmp_path, speaker=("RES",))
    assert [said for _, said in turns(transcript)] == ["Wanneer?", "1998", "En toen?", "12 jaar later"]


@pytest.mark.parametrize("labels", ["", "INT|RES"])
@pytest.mark.parametrize("said", ["85\tdenk ik", "12.5\t0:30\tof zo"])
def test_a_number_before_a_tab_that_stands_in_no_column_is_talk(tmp_path: Path, said: str, labels: str) -> None:
    text = f"INT\tHoe oud?\nRES\t{said}\nINT\tEcht?\nRES\tJa.\n"
    transcript = read(text, tmp_path, speaker=("RES",), labels=labels)
    assert [line for _, line in turns(transcript)] == ["Hoe oud?", said.replace("\t", " "), "Echt?", "Ja."]


@pytest.mark.parametrize("labels", ["", "INT|RES"])
def test_a_number_behind_the_columns_of_times_is_talk(tmp_path: Path, labels: str) -> None:
    said = ["Hoe oud?", "85\tdenk ik", "Echt?", "Ja."]
    text = "".join(f"{'RES' if n % 2 else 'INT'}\t0:0{n}\t0:0{n + 1}\t{line}\n" for n, line in enumerate(said))
    transcript = read(text, tmp_path, speaker=("RES",), labels=labels)
    assert [line for _, line in turns(transcript)] == [line.replace("\t", " ") for line in said]


@pytest.mark.parametrize("labels", ["", "I|R"])
@pytest.mark.parametrize("n_times", [1, 2])
def test_what_stands_before_columns_of_times_was_said(tmp_path: Path, n_times: int, labels: str) -> None:
    said = ["Hoe gaat het?", "Goed hoor, ja.", "En verder?", "Ook goed.", "Ja?", "Ook goed."]
    rows = [f"{'IR'[n % 2]}\t{line}" + "".join(f"\t0:0{n + m}" for m in range(n_times)) for n, line in enumerate(said)]
    found = [line for _, line in turns(read("\n".join(rows), tmp_path, speaker=("R",), labels=labels))]
    assert [line.split(" 0:")[0] for line in found] == said


@pytest.mark.parametrize("labels", ["", "I|R"])
def test_a_time_is_never_said_where_most_rows_have_none(tmp_path: Path, labels: str) -> None:
    text = "I\tHoe?\nR\tGoed.\nI\tEn verder?\nR\t0:30\tOok goed.\nI\tJa?\nR\t0:40\t0:50\tNee.\n"
    found = turns(read(text, tmp_path, speaker=("R",), labels=labels))
    assert [line for _, line in found] == ["Hoe?", "Goed.", "En verder?", "Ook goed.", "Ja?", "Nee."]


@pytest.mark.parametrize("labels", ["", "I|R"])
def test_empty_cells_show_that_a_column_of_numbers_is_there(tmp_path: Path, labels: str) -> None:
    text = "I\t\tHoe?\nR\t1\tGoed.\nI\t\tEn verder?\nR\t2\tOok goed.\nI\t\tJa?\nR\t3\t85\tdenk ik.\n"
    found = turns(read(text, tmp_path, speaker=("R",), labels=labels))
    assert [line for _, line in found] == ["Hoe?", "Goed.", "En verder?", "Ook goed.", "Ja?", "85 denk ik."]


def test_a_column_that_one_row_in_ten_lacks_is_a_column(tmp_path: Path) -> None:
    said = [f"Woord {'abcdefghij'[n]}." for n in range(10)]
    rows = [f"{'IR'[n % 2]}\t" + (f"{n}\t" if n else "") + line for n, line in enumerate(said)]
    assert [line for _, line in turns(read("\n".join(rows), tmp_path, speaker=("R",)))] == said


def test_the_same_word_of_each_before_two_times_at_the_end_of_lines_was_said(tmp_path: Path) -> None:
    rows = [f"{'IR'[n % 2]}\t{('Ja?', 'Nee.')[n % 2]}\t0:0{n}\t0:0{n + 1}" for n in range(6)]
    found = [line for _, line in turns(read("\n".join(rows), tmp_path, speaker=("R",)))]
    assert [line.split(" 0:")[0] for line in found] == ["Ja?", "Nee."] * 3


def test_a_line_of_many_columns_before_a_label_is_read_in_time_that_grows_with_it(tmp_path: Path) -> None:
    """To look for columns behind the label from each of these took 16 seconds."""
    text = "1\t" * 8000 + "I\tHoe?\nR\tGoed.\n"
    with at_most(4):
        read(text, tmp_path, speaker=("R",))
