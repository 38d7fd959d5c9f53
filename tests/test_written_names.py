"""Files whose names a study writes with other accents than the computer has, as folders from a Mac do: found."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from bp_qual import check_study, read_study
from bp_qual.files.as_written import find_written
from bp_qual.study.named_files import InFolders

Form = Literal["NFC", "NFD"]
TALK = "I: Hoe gaat het?\nR: Wij hebben hier samenwerking en gezelligheid.\n" * 3
STUDY = "study: S\ncodebook: thema_é.yaml\ntranscripts: {home}\ninterviews: lijst_é.csv\npersons: mensen_é.csv\n"
BOOK = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - {id: samen, terms_from: woorden_é.txt}\n"
LISTED = """file,person,wave,audio
gespréken\\rondé 1/A_2010.txt,P1,2010,gespréken/rondé 1/A_2010.mp3
{below}rondé 1/A_2020.txt,P1,2020,{below}rondé 1/A_2020.mp3
"""
FILES = {
    "thema_é.yaml": BOOK,
    "lijst_é.csv": LISTED,
    "mensen_é.csv": "person,type\nP1,x\n",
    "woorden_é.txt": "samenwerking\n",
    **{f"gespréken/rondé 1/A_{wave}.{kind}": TALK for wave in (2010, 2020) for kind in ("txt", "mp3")},
}


@pytest.mark.sweep(3)
@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("home", ["gespréken", "."])
def test_every_file_that_a_study_names_is_found_however_accents_are_composed(
    tmp_path: Path, home: str, written: Form, on_disk: Form
) -> None:
    below = "" if home != "." else "gespréken/"
    for name, text in {**FILES, "study.yaml": STUDY.replace("{home}", home)}.items():
        path = tmp_path / unicodedata.normalize(on_disk, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(unicodedata.normalize(written, text.replace("{below}", below)), encoding="utf-8")
    findings = check_study(tmp_path)
    assert [str(problem) for problem in findings.problems] == []
    assert not [note for note in findings.notes if "not read" in note or "niet gelezen" in note]
    assert [i.audio is not None for i in read_study(tmp_path).interviews] == [True, True]


def test_a_name_is_taken_as_it_is_before_one_that_is_nearly_the_same(tmp_path: Path) -> None:
    composed, parted = (unicodedata.normalize(form, "é.txt") for form in ("NFC", "NFD"))
    for name in (composed, parted):
        (tmp_path / name).write_text("x")
    assert [find_written(tmp_path, name).name for name in (composed, parted)] == [composed, parted]
    assert find_written(tmp_path, f" {composed}").name == f" {composed}"  # which of the two nobody knows
    (tmp_path / parted).unlink()
    assert find_written(tmp_path, f" {composed} ").name == composed


@pytest.mark.parametrize("name", ["no/such.txt", "x" * 5000, "a\0b", "../gone/é.txt", "/gone/é.txt"])
def test_a_name_that_nothing_has_is_no_file(tmp_path: Path, name: str) -> None:
    assert not find_written(tmp_path, name).name.startswith(tmp_path.name)
    assert InFolders([tmp_path]).find(name) is None
