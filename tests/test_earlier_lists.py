"""A corrected list under another name is known by its rows: what the earlier one coded stays, and that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings, read_codebook, write_coding
from bp_qual.study.import_report import CodingImport

TALK = "I: How is it?\nR: My back hurts. I work too much. We share it. I sleep well. That was in {}.\n"
HEAD = "person,wave,code,quote"
ROWS = ("P01,2010,health,My back hurts", "P01,2010,work,I work too much", "P01,2020,health,I sleep well")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for wave in ("2010", "2020"):
        (folder / f"P01_{wave}.txt").write_text(TALK.format(wave), encoding="utf-8")
    return folder


def take(study: Path, name: str, *rows: str, coder: str = "anna") -> CodingImport:
    path = study.parent / name
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return import_codings(path, study, coder=coder)


def told(done: CodingImport) -> list[str]:
    return [note.say("en") for note in done.notes if note.kind == "earlier rows"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("corrected", "left"),
    [
        ((*ROWS[:2], "P01,2020,work,I sleep well"), "P01_2020, health: 'I sleep well'"),
        ((*ROWS[:2], "P01,2020,rest,I sleep well"), "P01_2020, health: 'I sleep well'"),
        ((*ROWS[:2], "P01,2020,health,We share it"), "P01_2020, health: 'I sleep well'"),
        ((ROWS[0], "P01,2010,health,We share it", ROWS[2]), None),
        ((ROWS[0], "P01,2010,health,I work too much", ROWS[2]), "P01_2010, work: 'I work too much'"),
    ],
)
def test_a_list_with_largely_the_same_rows_says_which_codings_of_the_earlier_stay(
    study: Path, corrected: tuple[str, ...], left: str | None
) -> None:
    take(study, "list.csv", *ROWS)
    said = told(take(study, "list_v2.csv", *corrected))
    assert len(said) == (left is not None)
    if left:
        assert (
            "2 of 3 codings were there already, and the file lacks 1 coding that came in earlier for anna (list"
            in said[0]
        )
        assert left in said[0]
        assert "bp-qual restore STUDY --day 20" in said[0]


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    "rows",
    [
        (*ROWS, "P01,2020,work,We share it"),  # one that goes on
        ROWS[:1],  # a part of it, for one code in one interview
        ("P01,2010,other,My back hurts", "P01,2010,other,I work too much"),  # another code on the same words
        ("P01,2010,health,We share it", "P01,2010,work,I sleep well"),  # others
    ],
)
def test_a_list_that_goes_on_or_has_other_rows_is_no_correction(study: Path, rows: tuple[str, ...]) -> None:
    take(study, "list.csv", *ROWS)
    assert told(take(study, "second.csv", *rows)) == []


def test_a_file_that_came_in_before_under_another_name_says_nothing(study: Path) -> None:
    take(study, "list.csv", *ROWS)
    take(study, "list_v2.csv", *ROWS[:2], "P01,2020,work,I sleep well")
    assert told(take(study, "copy.csv", *ROWS)) == []


def test_what_another_coder_has_is_no_earlier_list(study: Path) -> None:
    take(study, "list.csv", *ROWS)
    assert told(take(study, "list_v2.csv", *ROWS[:2], "P01,2020,work,I sleep well", coder="bert")) == []


def test_what_was_coded_on_the_page_belongs_to_no_list(study: Path) -> None:
    take(study, "list.csv", *ROWS)
    text = TALK.format("2020")
    at = text.index("We share it")
    row = {"interview": "P01_2020", "start": at, "end": at + 11, "code": "health"}
    write_coding(study, row, coder="anna", codebook=read_codebook(study / "codebook.yaml"))
    assert told(take(study, "list_v2.csv", *ROWS)) == []
