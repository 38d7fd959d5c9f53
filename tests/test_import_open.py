"""A passage of which nobody knows the interview leaves no zero behind where it could be."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings
from bp_qual.coding.by_hand import read_history
from bp_qual.coding.by_hand.replay import replay

TALK = {"2010": "I: How is it?\nR: My back hurts.\n", "2020": "I: How is it?\nR: I stopped in May.\n"}
CODES = ("health", "work")


def make_study(folder: Path, *persons: str) -> Path:
    (folder / "study").mkdir()
    (folder / "study" / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for person in persons:
        for wave, talk in TALK.items():
            (folder / "study" / f"{person}_{wave}.txt").write_text(talk, encoding="utf-8")
    return folder / "study"


def take(study: Path, heading: str, *rows: str, **said: object) -> dict[str, list[str]]:
    """Import a list, and return the codes that anna finished, by interview."""
    path = study.parent / "list.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    import_codings(path, study, coder="anna", **said)
    state = replay(read_history(study, "anna").events)
    every = sorted(file.stem for file in study.glob("*.txt"))
    return {name: sorted(code for _, code in state.finished([name], CODES)) for name in every}


KNOWN = ("{0},2010,health,My back hurts,", "{0},2020,work,I stopped in May,")
HEADING = "person,wave,code,quote,document"


@pytest.mark.parametrize(
    ("person", "row", "open_in"),
    [
        ("P01", ",,health,My knees,Interview 7 P01", ["P01_2010", "P01_2020"]),
        ("P01", ",2020,health,My knees,Interview 7", ["P01_2020"]),
        ("P01", ",,health,My knees,Interview of 2020", ["P01_2020"]),
        ("P01", ",,health,My knees,P012020", ["P01_2020"]),
        ("P01", "P02,,health,My knees,P01_2020", ["P01_2020"]),
        ("P01", "P01_2010,2020,health,My knees,", ["P01_2010", "P01_2020"]),
        ("P01", "Fatima,2020,health,My knees,", ["P01_2020"]),
        ("P01", "P01,final,health,My knees,", ["P01_2010", "P01_2020"]),
        ("P01", "P99,2020,health,My knees,", []),
        ("P01", "P01,2015,health,My knees,", []),
        ("P01", ",,health,My knees,P99_2020", []),
        ("P01", ",,health,My knees,Interview 2015 P01", []),
        ("Jan de Vries", "Jan,2020,health,My knees,", ["Jan de Vries_2020"]),
        ("Jan de Vries", "Jna de Vires,2020,health,My knees,", ["Jan de Vries_2020"]),
        ("Jan de Vries", "Jan en Piet,,health,My knees,", ["Jan de Vries_2010", "Jan de Vries_2020"]),
        ("Jan de Vries", "Fatima,2020,health,My knees,", []),
        ("Jan de Vries", "R7,2020,health,My knees,", ["Jan de Vries_2020"]),
    ],
)
def test_a_row_without_an_interview_leaves_its_code_open_in_each_that_could_be_meant(
    tmp_path: Path, person: str, row: str, open_in: list[str]
) -> None:
    study = make_study(tmp_path, person, "Q02" if person == "P01" else "Maria")
    done = take(study, HEADING, *(known.format(person) for known in KNOWN), row)
    said = {name: codes for name, codes in done.items() if name.startswith(person)}
    assert {name for name, codes in said.items() if "health" not in codes} == {*open_in}
    assert all("work" in codes for codes in said.values())


def test_what_is_said_of_all_the_others_makes_no_zero_of_a_row_that_could_be_there(tmp_path: Path) -> None:
    study = make_study(tmp_path, "P01", "P02")
    row = ",2020,health,My knees,Interview 7"
    done = take(study, HEADING, *(known.format("P01") for known in KNOWN), row, all_coded=True)
    assert done["P02_2010"] == [*CODES]
    assert done["P02_2020"] == ["work"]


def test_of_an_interview_that_somebody_names_as_empty_that_is_known(tmp_path: Path) -> None:
    study = make_study(tmp_path, "P01", "P02")
    row = ",2020,health,My knees,Interview 7"
    done = take(study, HEADING, *(known.format("P01") for known in KNOWN), row, empty=["P02_2020"])
    assert done["P02_2020"] == [*CODES]
