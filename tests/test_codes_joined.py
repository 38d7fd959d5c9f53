"""Codes that people join by other signs than a semicolon: asked about where the parts are codes, never parted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bp_qual import import_codings
from bp_qual.coding.by_hand import read_history
from bp_qual.coding.by_hand.replay import replay
from bp_qual.study.import_report import CodingImport
from program_builders import make_commented

TALK = "I: How is it?\nR: My back hurts. We are together. I work a lot.\n"
ROWS = ("P01,2010,work,I work a lot", "P01,2010,home,We are together")
JOINTS = (
    " / ",
    " & ",
    " + ",
    " en ",
    " and ",
    " und ",
    " - ",
    " – ",
    " · ",
    "\t",
    "/",
    "&",
    "+",
    " AND ",
    ": ",
    ":",
    " : ",
    ".",
    "：",
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for person in ("P01", "P02"):
        (folder / f"{person}_2010.txt").write_text(TALK, encoding="utf-8")
    return folder


def take(study: Path, *rows: str, **said: bool) -> CodingImport:
    path = study.parent / "list.csv"
    path.write_text("\n".join(["person,wave,code,quote", *rows]) + "\n", encoding="utf-8")
    return import_codings(path, study, coder="anna", **said)


def finished(study: Path, interview: str, *codes: str) -> set[str]:
    state = replay(read_history(study, "anna").events)
    return {code for _, code in state.finished([interview], codes)}


def asked(done: CodingImport) -> list[list[str]]:
    return [note.values["said"] for note in done.notes if note.kind == "codes joined"]


@pytest.mark.sweep(3)
@pytest.mark.parametrize("joint", JOINTS)
def test_of_codes_that_are_joined_in_a_cell_no_part_is_zero_there(study: Path, joint: str) -> None:
    done = take(study, *ROWS, f'P02,2010,"work{joint}home",My back hurts')
    assert len(asked(done)) == 1
    assert len(done.new_codes) == 3
    assert finished(study, "P01_2010", "work", "home") == {"work", "home"}
    assert finished(study, "P02_2010", "work", "home") == set()
    assert finished(study, "P02_2010", *done.new_codes) == {done.new_codes[2]}


@pytest.mark.parametrize("name", ["work: stress", "work.stress", "work:stress"])
def test_a_code_below_another_in_other_signs_is_asked_about_also_where_the_file_alone_has_both(
    study: Path, name: str
) -> None:
    done = take(study, "P01,2010,work > stress,My back hurts", f"P02,2010,{name},My back hurts")
    assert asked(done) == [[name]]
    assert "work" not in finished(study, "P02_2010", "work")


@pytest.mark.parametrize("name", ["work: the office", "work. And more", "3.5 days", "work."])
def test_a_colon_or_a_full_stop_asks_nothing_where_one_of_two_is_no_code(study: Path, name: str) -> None:
    assert asked(take(study, *ROWS, f"P02,2010,{name},My back hurts")) == []


def test_that_each_is_one_code_finishes_them(study: Path) -> None:
    rows = (*ROWS, "P02,2010,work & home,My back hurts")
    take(study, *rows)
    done = take(study, *rows, as_spelled=True)
    assert asked(done) == []
    assert len(finished(study, "P02_2010", "work", "home", "work_home")) == 3


@pytest.mark.parametrize("sign", ["；", "｜", ";", "|"])
def test_a_sign_of_full_width_parts_codes_as_the_other_does(study: Path, sign: str) -> None:
    done = take(study, f"P02,2010,work{sign}home,My back hurts")
    assert done.new_codes == ("work", "home")


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "name", ["work and stress", "work & stress", "work - stress", "work/stress", "and", "- work", "1. work"]
)
def test_where_only_one_of_two_is_a_code_words_and_dashes_ask_nothing(study: Path, name: str) -> None:
    assert asked(take(study, *ROWS, f"P02,2010,{name},My back hurts")) == []


@pytest.mark.parametrize("name", ["work / stress", "work + stress", "work · stress", "work and home and stress"])
def test_a_sign_that_names_seldom_have_asks_where_one_part_is_a_code(study: Path, name: str) -> None:
    assert asked(take(study, *ROWS, f"P02,2010,{name},My back hurts")) == [[name]]
    assert "work" not in finished(study, "P02_2010", "work")


def test_what_people_wrote_in_a_codebook_is_one_code(study: Path) -> None:
    book = (
        "{codebook: B, version: 1.0.0, language: en, codes: [{id: work}, {id: home}, {id: both, label: work & home}]}"
    )
    (study / "codebook.yaml").write_text(book, encoding="utf-8")
    (study / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")
    assert asked(take(study, *ROWS, "P02,2010,work & home,My back hurts")) == []
    assert len(finished(study, "P02_2010", "work", "home", "both")) == 3


def test_what_is_asked_about_for_its_comma_is_not_asked_about_twice(study: Path) -> None:
    done = take(study, *ROWS, 'P02,2010,"work, home, stress",My back hurts')
    assert asked(done) == []
    assert finished(study, "P02_2010", "work", "home") == set()


def test_a_comma_of_full_width_parts_codes_as_the_other_does(study: Path) -> None:
    done = take(study, *ROWS, "P02,2010,work，home,My back hurts")
    assert done.new_codes == ("work", "home")


def test_a_program_that_parts_codes_by_commas_has_no_others_in_a_name(study: Path) -> None:
    path = study.parent / "dedoose.csv"
    head = "Media Title,Excerpt Copy,Codes Applied Combined"
    rows = ("P01_2010,I work a lot,work", "P01_2010,We are together,home", "P02_2010,My back hurts,work & home")
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    done = import_codings(path, study, coder="anna")
    assert len(done.codings) == 3
    assert asked(done) == []


def test_numbers_before_codes_in_one_line_are_asked_about(study: Path) -> None:
    done = take(study, *ROWS, "P02,2010,1. work 2. home,My back hurts")
    assert asked(done) == [["1. work 2. home"]]


def test_a_code_with_those_above_it_is_known_in_a_join(study: Path) -> None:
    take(study, "P01,2010,life > work,I work a lot", "P01,2010,life > home,We are together",
         "P02,2010,life > work / life > home,My back hurts")  # fmt: skip
    assert finished(study, "P02_2010", "work", "home") == set()


def test_comments_in_word_and_tags_of_annotations_are_asked_about_too(study: Path) -> None:
    marks = [("I work a lot", "work"), ("We are together", "home"), ("My back hurts", "work / home")]
    word = study.parent / "P01_2010.docx"
    word.write_bytes(make_commented(TALK.splitlines(), [(*mark, "anna") for mark in marks]))
    assert asked(import_codings(word, study)) == [["work / home"]]
    items = [
        {
            "type": "Annotation",
            "body": [{"purpose": "tagging", "value": tag}],
            "target": {"source": "P02_2010", "selector": {"type": "TextQuoteSelector", "exact": quote}},
        }
        for quote, tag in marks
    ]
    path = study.parent / "a.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    assert asked(import_codings(path, study, coder="anna")) == [["work / home"]]
    assert finished(study, "P02_2010", "work", "home") == set()
    path.write_text(json.dumps({"generator": {"name": "bp_qual"}, "items": items}), encoding="utf-8")
    assert asked(import_codings(path, study, coder="bert")) == []
