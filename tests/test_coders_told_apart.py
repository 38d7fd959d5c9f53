"""Coders whose names come to one name of a file are told apart: in a file, and in one that comes in later."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings
from bp_qual.coding.by_hand import list_coders
from bp_qual.coding.by_hand.log import read_history

SAID = {"A/B": "Het was druk", "A B": "toen in"}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: nl\n", encoding="utf-8")
    (folder / "P01_2010.txt").write_text("I: Hoe?\nR: Het was druk met mij, toen in die tijd.\n", encoding="utf-8")
    return folder


def take(study: Path, *coders: str, coder: str = "", name: str = "list.csv") -> tuple[str, ...]:
    path = study.parent / name
    rows = [f"P01,2010,Werk,{SAID.get(said, 'met mij')},{said}" for said in coders]
    path.write_text("\n".join(["person,wave,code,quote,coder", *rows]) + "\n", encoding="utf-8")
    return tuple(note.kind for note in import_codings(path, study, coder=coder).notes)


def quotes(study: Path) -> dict[str, list[str]]:
    """What each coder coded, by the coders of the study."""
    return {
        coder: [event.quote for event in read_history(study, coder).events if event.do == "add"]
        for coder in list_coders(study)
    }


APART = {"a_b": ["Het was druk"], "a_b-2": ["toen in"]}


def test_two_coders_of_one_file_whose_names_come_to_one_are_told_apart_and_told(study: Path) -> None:
    assert "coder told apart" in take(study, "A/B", "A B")
    assert quotes(study) == APART


def test_the_same_two_in_another_order_are_who_they_were(study: Path) -> None:
    take(study, "A/B", "A B")
    take(study, "A B", "A/B", name="second.csv")
    assert quotes(study) == APART


def test_a_coder_of_a_later_file_is_not_taken_for_one_whose_name_comes_to_the_same(study: Path) -> None:
    take(study, "A/B", name="first.csv")
    assert "coder told apart" in take(study, "A B", name="second.csv")
    take(study, "A B", name="third.csv")
    take(study, "a  b", name="fourth.csv")
    assert quotes(study) == {"a_b": ["Het was druk"], "a_b-2": ["toen in", "met mij"]}


def test_the_two_go_to_one_where_that_is_said(study: Path) -> None:
    take(study, "A/B", name="first.csv")
    assert "coder told apart" not in take(study, "A B", coder="A B=a_b", name="second.csv")
    take(study, "A B", name="third.csv")
    assert quotes(study) == {"a_b": ["Het was druk", "toen in"]}


def test_the_name_of_a_coder_here_is_that_coders_in_every_file(study: Path) -> None:
    take(study, "A/B", name="first.csv")
    assert "coder told apart" in take(study, "A B", "a_b", name="second.csv")
    assert quotes(study) == {"a_b": ["Het was druk", "met mij"], "a_b-2": ["toen in"]}


def test_a_name_that_a_file_can_have_is_that_coders_in_each_file(study: Path) -> None:
    take(study, "A/B", "a_b", name="first.csv")
    take(study, "A/B", "a_b", name="second.csv")
    take(study, "a_b", name="third.csv")
    assert quotes(study) == {"a_b": ["met mij"], "a_b-2": ["Het was druk"]}


def test_a_name_that_can_be_two_coders_is_refused(study: Path) -> None:
    with pytest.raises(ValueError, match="A_B, not 'A.B'"):
        take(study, "A/B", "A B", coder="A.B")
    take(study, "A/B", "A B", coder="a  b")
    assert quotes(study) == {"a_b-2": ["toen in"]}


def test_a_name_is_one_however_its_accents_are_written(study: Path) -> None:
    take(study, "Jos\u00e9", "Jose\u0301")
    assert list_coders(study) == ("jos\u00e9",)


def test_somebody_who_codes_on_the_page_is_the_one_whom_a_file_calls_so(study: Path) -> None:
    take(study, "anna_de_wit", name="first.csv")
    assert "coder told apart" not in take(study, "Anna de Wit", name="second.csv")
    assert list_coders(study) == ("anna_de_wit",)


def test_long_names_that_begin_alike_are_told_apart(study: Path) -> None:
    one, other = (f"{'de heer van der ' * 3}{end}" for end in ("Berg", "Veen"))
    take(study, one, name="first.csv")
    assert "coder told apart" in take(study, other, name="second.csv")
    assert len(list_coders(study)) == 2
