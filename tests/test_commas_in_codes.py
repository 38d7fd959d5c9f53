"""A comma parts codes where each part is a code elsewhere too; where some are it is told, and none of them is zero."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings
from bp_qual.coding.by_hand import read_history
from bp_qual.coding.by_hand.replay import replay
from program_builders import make_commented

TALK = "I: How is it?\nR: My back hurts. We are together. I work a lot.\n"
HEADING = "person,wave,code,quote"
FAMILY = ("P01,2010,family,We are together", "P02,2010,family,We are together")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for person in ("P01", "P02"):
        (folder / f"{person}_2010.txt").write_text(TALK, encoding="utf-8")
    return folder


def write_list(study: Path, *rows: str) -> Path:
    path = study.parent / "list.csv"
    path.write_text("\n".join([HEADING, *rows]) + "\n", encoding="utf-8")
    return path


def finished(study: Path, interview: str, *codes: str) -> set[str]:
    state = replay(read_history(study, "anna").events)
    return {code for _, code in state.finished([interview], codes)}


def test_codes_that_each_stand_alone_somewhere_are_parted_and_told(study: Path) -> None:
    rows = ('P01,2010,"sleep, Family",My back hurts', "P02,2010,sleep,My back hurts", *FAMILY)
    done = import_codings(write_list(study, *rows), study, coder="anna")
    assert done.new_codes == ("sleep", "family")
    assert "a comma parts codes in 'sleep, Family'" in done.say("en")


@pytest.mark.parametrize("again", [False, True])
def test_of_a_code_with_a_comma_no_part_that_is_a_code_elsewhere_is_zero(study: Path, again: bool) -> None:
    path = write_list(study, FAMILY[0], 'P02,2010,"family, sleep",My back hurts')
    for _ in range(1 + again):
        done = import_codings(path, study, coder="anna")
    assert "check 'family, sleep', which was taken as one code, comma and all, while 'family' is" in done.say("en")
    assert finished(study, "P01_2010", "family", "family_sleep") == {"family", "family_sleep"}
    assert finished(study, "P02_2010", "family", "family_sleep") == {"family_sleep"}


def test_a_list_to_mend_does_not_finish_what_a_comma_leaves_open(study: Path) -> None:
    rows = (FAMILY[0], 'P02,2010,"family, sleep",My back hurts', "P02,2010,sports,nowhere said")
    mend = study.parent / "mend.csv"
    import_codings(write_list(study, *rows), study, coder="anna", listed_in=mend)
    mend.write_text(mend.read_text("utf-8-sig").replace("nowhere said", "I work a lot"), encoding="utf-8")
    import_codings(mend, study, coder="anna")
    assert finished(study, "P02_2010", "family", "family_sleep", "sports") == {"family_sleep", "sports"}


LOST = ("P02,2010,family,nowhere said", "P02,2010,sports,nowhere said either")
DOUBT = 'P02,2010,"family, sleep",My back hurts'


def test_a_list_to_mend_does_not_finish_it_where_a_row_of_that_code_had_no_place_either(study: Path) -> None:
    mend = study.parent / "mend.csv"
    import_codings(write_list(study, FAMILY[0], DOUBT, *LOST), study, coder="anna", listed_in=mend)
    rows = mend.read_text("utf-8-sig").splitlines()
    says = [row for row in rows if "leave this row" in row]
    assert [row.rpartition(",")[2] for row in says] == ["sports"]
    mend.write_text("\n".join([rows[0], *says]) + "\n", encoding="utf-8")
    import_codings(mend, study)
    assert finished(study, "P02_2010", "family", "sports") == {"sports"}


def test_nor_where_the_row_is_mended(study: Path) -> None:
    mend = study.parent / "mend.csv"
    path = write_list(study, FAMILY[0], DOUBT, *LOST)
    import_codings(path, study, coder="anna", listed_in=mend)
    said = mend.read_text("utf-8-sig").replace("nowhere said,", "I work a lot,")
    mend.write_text(said, encoding="utf-8")
    done = import_codings(mend, study)
    assert [*done.codings["quote"]] == ["I work a lot"]
    assert finished(study, "P02_2010", "family") == set()
    assert "because rows of list.csv have no place there or can mean another code: family (2010: 1)" in done.say("en")
    import_codings(
        write_list(study, FAMILY[0], DOUBT.replace(", ", ";"), "P02,2010,sleep,I work a lot"), study, coder="anna"
    )
    assert finished(study, "P02_2010", "family") == {"family"}


def test_names_with_a_comma_are_told_apart_from_each_other(study: Path) -> None:
    rows = ('P01,2010,"family, dog",We are together', 'P02,2010,"school, family",My back hurts')
    said = import_codings(write_list(study, *rows), study, coder="anna").say("en")
    assert "'family, dog', 'school, family'" in said
    assert "while 'family' is written elsewhere too" in said


def test_a_comma_that_people_wrote_in_the_codebook_is_meant(study: Path) -> None:
    codes = "codes:\n  - {id: family}\n  - {id: rest, label: 'family, sleep'}\n"
    (study / "own.yaml").write_text(f"codebook: B\nversion: 1.0.0\nlanguage: en\n{codes}", encoding="utf-8")
    (study / "study.yaml").write_text("language: en\ncodebook: own.yaml\n", encoding="utf-8")
    path = write_list(study, FAMILY[0], 'P02,2010,"family, sleep",My back hurts')
    done = import_codings(path, study, coder="anna")
    assert (done.codings["code"].tolist(), done.notes) == (["family", "rest"], ())
    assert finished(study, "P02_2010", "family", "rest") == {"family", "rest"}


def test_a_comment_in_word_is_parted_as_a_cell_is(study: Path) -> None:
    said = (("We are together", "family"), ("My back hurts", "sleep"), ("I work a lot", "sleep, family"))
    done = import_codings(write_document(study, "P01_2010.docx", *said), study, coder="anna")
    assert done.codings["code"].value_counts().to_dict() == {"family": 2, "sleep": 2}
    unsure = write_document(study, "P02_2010.docx", *said[:2], ("I work a lot", "family, pets"))
    assert "check 'family, pets'" in import_codings(unsure, study, coder="anna").say("en")


def write_document(study: Path, name: str, *said: tuple[str, str]) -> Path:
    path = study.parent / name
    path.write_bytes(make_commented(TALK.strip().split("\n"), [(quote, code, "anna") for quote, code in said]))
    return path
