"""Codings of a person who was interviewed twice in one wave: a name that may mean either interview is never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings
from program_builders import make_commented
from refi_builders import Mark, make_qdpx

SAID = {"a": "Ja. Wij doen dat samen. Goed.", "b": "Wij doen dat samen. Ook slecht."}
TALKS = {letter: f"I: Hoe?\nP01: {said}\n" for letter, said in SAID.items()}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """The first of the two is called P01_2010, after person and wave; the second P01_2010_2."""
    folder = tmp_path / "study"
    folder.mkdir()
    for letter, talk in TALKS.items():
        (folder / f"P01_2010_{letter}.txt").write_text(talk, encoding="utf-8")
    return folder


def write_list(folder: Path, *rows: str) -> Path:
    path = folder.parent / "list.csv"
    path.write_text("\n".join(["document,code,quote", *rows]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["P01_2010", "P01 2010", "P01_2010.docx"])
def test_a_document_called_after_person_and_wave_may_be_any_of_their_interviews(study: Path, name: str) -> None:
    done = import_codings(write_list(study, f"{name},samen,Wij doen dat samen", f"{name},werk,slecht"), study)
    assert done.codings[["interview", "code"]].values.tolist() == [["P01_2010_2", "werk"]]
    assert list(done.listed["document"]) == ["P01_2010_a.txt", "P01_2010_b.txt"]
    assert set(done.listed["why"]) == {"found_twice"}


@pytest.mark.parametrize("letter", ["a", "b"])
def test_the_row_that_is_kept_says_which_file_is_meant(study: Path, letter: str) -> None:
    listed = import_codings(write_list(study, "P01_2010,samen,Wij doen dat samen"), study).listed
    kept = listed[listed["document"] == f"P01_2010_{letter}.txt"].drop(columns=["start", "before", "after"])
    kept.to_csv(path := study.parent / "kept.csv", index=False)
    done = import_codings(path, study)
    assert list(done.codings["interview"]) == ["P01_2010" if letter == "a" else "P01_2010_2"]


def test_the_second_interview_is_known_by_its_own_name(study: Path) -> None:
    done = import_codings(write_list(study, "P01_2010_2,samen,Wij doen dat samen"), study)
    assert list(done.codings["interview"]) == ["P01_2010_2"]


def test_a_number_that_others_give_may_be_any_of_their_interviews(study: Path) -> None:
    done = import_codings(write_list(study, "P01_2010 (2),werk,Ja", "P01 2010 (2),werk,slecht"), study)
    assert list(done.codings["interview"]) == ["P01_2010", "P01_2010_2"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", ["P01_2010", "P01_2010_2", "P01 2010 (2)"])
@pytest.mark.parametrize("letter", ["a", "b"])
def test_of_two_interviews_that_a_name_can_mean_the_one_with_the_text_of_the_project_is_meant(
    study: Path, letter: str, name: str
) -> None:
    data = make_qdpx({name: TALKS[letter]}, {name: [Mark("Wij doen dat samen", "samen")]})
    (path := study.parent / "project.qdpx").write_bytes(data)
    done = import_codings(path, study)
    assert list(done.codings["interview"]) == ["P01_2010" if letter == "a" else "P01_2010_2"]


@pytest.mark.parametrize("name", ["P01_2020", "Interview 1"])
def test_a_document_with_the_text_of_another_interview_than_its_name_says_is_that_one_and_told(
    study: Path, name: str
) -> None:
    (study / "P01_2020.txt").write_text("I: Hoe?\nP01: Wij doen dat samen, nog steeds.\n", encoding="utf-8")
    (path := study.parent / "project.qdpx").write_bytes(
        make_qdpx({name: TALKS["b"]}, {name: [Mark("Wij doen dat samen", "samen")]})
    )
    done = import_codings(path, study)
    assert list(done.codings["interview"]) == ["P01_2010_2"]
    assert f"were taken for it: 1 ({name} → P01_2010_2)" in done.say("en")


@pytest.mark.parametrize("letter", ["a", "b"])
def test_of_two_interviews_that_a_name_can_mean_the_one_with_the_text_of_the_document_is_meant(
    study: Path, letter: str
) -> None:
    lines = TALKS[letter].strip().split("\n")
    path = study.parent / "P01_2010.docx"
    path.write_bytes(make_commented(lines, [("Wij doen dat samen", "samen", "Anna")]))
    done = import_codings(path, study)
    assert list(done.codings["interview"]) == ["P01_2010" if letter == "a" else "P01_2010_2"]


def test_a_project_with_a_text_of_neither_interview_lists_both(study: Path) -> None:
    data = make_qdpx({"P01_2010": "P01: Zij doen dat samen."}, {"P01_2010": [Mark("doen dat samen", "samen")]})
    (path := study.parent / "project.qdpx").write_bytes(data)
    assert list(import_codings(path, study).listed["document"]) == ["P01_2010_a.txt", "P01_2010_b.txt"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("said", "meant"),
    [("P01_2010_b.txt", "P01_2010_2"), ("P01_2010_b", "P01_2010_2"), ("P01_2010_a.txt", "P01_2010")],
)
def test_an_interview_may_be_answered_for_by_its_file(study: Path, said: str, meant: str) -> None:
    other = next(name for name in ("P01_2010_a.txt", "P01_2010_b.txt") if not name.startswith(said))
    rows = write_list(study, f"{other},samen,{'Goed' if '_a' in other else 'slecht'}")
    assert import_codings(rows, study, coder="anna", dry_run=True).without == (meant,)
    assert import_codings(rows, study, coder="anna", empty=(said,)).without == ()
