"""A file that interviews.csv does not name: its row is said, and an old .doc of it is told of once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.gathering import gather_study

TALK = "I: Hoe gaat het?\nR: Het gaat goed met de buurt.\n"
LISTED = "file,person,wave\nronde 1/Anna.txt,Anna,1\nronde 2/Anna.txt,Anna,2\nronde 2/Dirk.txt,Dirk,2\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("ronde 1/Anna.txt", "ronde 2/Anna.txt", "ronde 2/Dirk.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TALK, encoding="utf-8")
    (tmp_path / "interviews.csv").write_text(LISTED, encoding="utf-8")
    return tmp_path


def said(folder: Path) -> list[str]:
    study, problems = gather_study(folder)
    return [problem.say("nl") for problem in (*problems, *(one.problem for one in study.unread))] + [
        note.say("nl") for note in study.notes
    ]


def test_a_document_saved_from_an_old_one_is_told_once_with_its_row(folder: Path) -> None:
    (folder / "ronde 1/Dirk.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (before,) = [line for line in said(folder) if "Dirk" in line]
    assert ".doc" in before
    (folder / "ronde 1/Dirk.txt").write_text(TALK, encoding="utf-8")
    (told,) = [line for line in said(folder) if "Dirk" in line]
    assert told.endswith("zet in interviews.csv (file,person,wave): ronde 1/Dirk.txt,Dirk,1")
    row = told.rpartition(": ")[2]
    (folder / "interviews.csv").write_text(f"{LISTED}{row}\n", encoding="utf-8")
    assert not [line for line in said(folder) if "Dirk" in line]
    study, _ = gather_study(folder)
    assert ("Dirk", "1") in {(person, one.wave) for one in study.interviews for person in one.persons}


def test_a_file_of_two_persons_has_a_row_for_each(folder: Path) -> None:
    (folder / "ronde 3").mkdir()
    (folder / "study.yaml").write_text("waves: ['1', '2', '3']\n", encoding="utf-8")
    (folder / "ronde 3/Anna en Dirk.txt").write_text(TALK, encoding="utf-8")
    (told,) = [line for line in said(folder) if "Anna en Dirk.txt" in line]
    assert told.endswith(": ronde 3/Anna en Dirk.txt,Anna,3 en ronde 3/Anna en Dirk.txt,Dirk,3")


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("ronde 1/Interview Xander def.txt", "ronde 1/Interview Xander def.txt,Xander,1"),
        ("Xander, ronde 2.txt", '"Xander, ronde 2.txt",Xander,2'),
        ("Xander.txt", ""),
    ],
)
def test_a_file_of_somebody_new_is_left_out_with_the_row_that_its_name_says(folder: Path, name: str, row: str) -> None:
    (folder / name).write_text(TALK, encoding="utf-8")
    (told,) = [line for line in said(folder) if "Xander" in line]
    assert told.endswith(f"(file,person,wave): {row}" if row else "van wie het is en uit welke ronde.")


def test_a_year_in_a_name_is_the_wave_whose_dates_hold_it(folder: Path) -> None:
    waves = "waves:\n  - {id: '1', from: 2010-01, to: 2011-12}\n  - {id: '2', from: 2020-01, to: 2020-12}\n"
    (folder / "study.yaml").write_text(waves, encoding="utf-8")
    (folder / "Xander 2011.txt").write_text(TALK, encoding="utf-8")
    (folder / "Xander 2015.txt").write_text(TALK, encoding="utf-8")
    held, apart = sorted(line for line in said(folder) if "Xander" in line)
    assert held.endswith("Xander 2011.txt,Xander,1")
    assert apart.endswith("uit welke ronde.")


@pytest.mark.parametrize(
    ("first", "second", "told", "row"),
    [
        ("2010", "2020", "2010", "1"),
        ("mei 2011", "mei 2021", "2011", "1"),
        ("voormeting", "nameting", "nameting", "2"),
    ],
)
def test_what_names_call_a_round_is_that_round_though_study_and_rows_call_it_1_or_2(
    tmp_path: Path, first: str, second: str, told: str, row: str
) -> None:
    names = {f"Wim {first}": "Wim,1", f"Els {first}": "Els,1", f"Els {second}": "Els,2", f"Jo {second}": "Jo,2"}
    for name in names:
        (tmp_path / f"{name}.txt").write_text(TALK, encoding="utf-8")
    rows = "".join(f"{name}.txt,{cells}\n" for name, cells in names.items())
    (tmp_path / "interviews.csv").write_text(f"file,person,wave\n{rows}", encoding="utf-8")
    (tmp_path / "study.yaml").write_text("waves: ['1', '2']\n", encoding="utf-8")
    person = "Jo" if row == "1" else "Wim"
    (tmp_path / f"{person} {told}.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert [(one.person, one.wave) for one in gather_study(tmp_path)[0].unread] == [(person, row)]
    for whose in (person, "Leendert"):
        (tmp_path / f"{whose} {told}.txt").write_text(TALK, encoding="utf-8")
        (line,) = [line for line in said(tmp_path) if f"{whose} {told}" in line]
        assert line.endswith(f": {whose} {told}.txt,{whose},{row}")
