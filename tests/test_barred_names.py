"""What a note advises to write about names that look alike is read as these names, whatever signs they hold."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bp_qual import check_study
from bp_qual.files.barred_names import split_names, yaml_names
from bp_qual.study import read_study
from bp_qual.study.study_file import read_study_file

SIGNS = (
    st.text(st.sampled_from("ab|\\\"' ,;:#\n\t{}[]&*é\u200b\xad\xa0\u202e\u200d"), min_size=1, max_size=6)
    .map(str.strip)
    .filter(bool)
)


@pytest.mark.slow
@given(st.lists(SIGNS, min_size=2, max_size=3))
def test_names_are_read_as_they_were_written(names: list[str]) -> None:
    (text,) = yaml.safe_load(f'different: ["{yaml_names(names)}"]')["different"]
    assert split_names(text) == names


def test_names_that_were_written_before_mean_what_they_meant() -> None:
    assert split_names(r"P02|P02b | C:\a ") == ["P02", "P02b", r"C:\a"]


UNSEEN = [("P01", f"P{sign}01") for sign in "\u200b\u202e\u200d\u2060\xad\u00a0\u2009\u180e"]


@pytest.mark.sweep(9)
@pytest.mark.parametrize("names", [("a,b", "a\\b"), ("a,b", "a|b"), ('a"b', "a,b"), ("P01", "P1"), *UNSEEN])
def test_the_advised_line_silences_the_note(names: tuple[str, str], tmp_path: Path) -> None:
    rows = "file,person,wave\n"
    for number, (name, wave) in enumerate(itertools.product(names, ("2010", "2020"))):
        (tmp_path / f"t{number}.txt").write_text(f"I: Hoe gaat het?\nR: Goed, nummer {number}.\n", encoding="utf-8")
        cell = name.replace('"', '""')
        rows += f't{number}.txt,"{cell}",{wave}\n'
    (tmp_path / "interviews.csv").write_text(rows, encoding="utf-8")
    notes = [str(note) for note in read_study(tmp_path).notes if "different: [" in str(note)]
    (note,) = notes
    line = note[note.index("different: [") :].partition("\n")[0]
    assert line.isascii()
    (tmp_path / "study.yaml").write_text(f"study: A\n{line}\n", encoding="utf-8")
    assert read_study_file(tmp_path / "study.yaml")[1] == ()
    assert not [str(note) for note in read_study(tmp_path).notes if "different: [" in str(note)]


@pytest.mark.parametrize(
    "names", [("Jansen", "Jan\xadsen"), ("Jan Klaassen", "Jan\xa0Klaassen"), ("Zo\xeb", "Zo\u200b\xeb")]
)
def test_a_name_with_a_sign_that_nobody_sees_is_advised_with_its_number(names: tuple[str, str], tmp_path: Path) -> None:
    """Two notes may speak of such names, and what each advises silences both."""
    rows = "file,person,wave\n"
    for number, (name, wave) in enumerate(zip(names, ("2010", "2020"), strict=True)):
        (tmp_path / f"t{number}.txt").write_text(f"I: Hoe gaat het?\nR: Goed, nummer {number}.\n", encoding="utf-8")
        rows += f"t{number}.txt,{name},{wave}\n"
    (tmp_path / "interviews.csv").write_text(rows, encoding="utf-8")
    notes = [str(note) for note in check_study(tmp_path).notes if "different: [" in str(note)]
    assert notes
    for note in notes:
        line = note[note.index("different: [") :].partition("\n")[0]
        assert not set(line) & set("\xad\xa0\u200b\u2039")
        (tmp_path / "study.yaml").write_text(f"study: A\n{line}\n", encoding="utf-8")
        assert not [str(note) for note in check_study(tmp_path).notes if "different: [" in str(note)]
        (tmp_path / "study.yaml").unlink()
