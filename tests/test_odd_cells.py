"""Cells that people fill otherwise than meant: several coders, no code, an arrow, a theme above, a code not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings, read_codebook
from bp_qual.study.import_report import CodingImport

TALK = "I: How is it?\nR: It is all far too much. My sister helps me.\n"
MUCH, SISTER = "It is all far too much", "My sister helps me"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for wave in ("2010", "2020"):
        (folder / f"P01_{wave}.txt").write_text(TALK, encoding="utf-8")
    return folder


def take(study: Path, head: str, *rows: str, coder: str = "") -> CodingImport:
    path = study.parent / "list.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return import_codings(path, study, coder=coder)


def parents(study: Path, done: CodingImport) -> dict[str, str]:
    book = read_codebook(done.codebook or study)
    return {code.id: code.parent for code in book.codes}


CODERS = "person,wave,code,quote,coder"


@pytest.mark.sweep(1)
@pytest.mark.parametrize("both", ["Anna, Bert", "anna & bert", "Anna en Bert", "Bert/Anna", "Anna;Bert"])
def test_a_row_that_names_two_coders_is_a_coding_of_each(study: Path, both: str) -> None:
    alone = (f"P01,2010,work,{MUCH},Anna", f"P01,2010,work,{MUCH},Bert")
    done = take(study, CODERS, *alone, f'P01,2010,home,{SISTER},"{both}"')
    assert done.codings["coder"].value_counts().to_dict() == {"anna": 2, "bert": 2}
    assert [note.values["n"] for note in done.notes if note.kind == "each coder"] == [1]


def test_coders_of_the_study_are_known_in_such_a_row(study: Path) -> None:
    for coder in ("anna", "bert"):
        take(study, "person,wave,code,quote", f"P01,2010,work,{MUCH}", coder=coder)
    done = take(study, CODERS, f'P01,2010,home,{SISTER},"Anna, Bert"')
    assert sorted(done.codings["coder"]) == ["anna", "bert"]


def test_where_only_some_are_coders_elsewhere_it_is_one_name_and_told(study: Path) -> None:
    done = take(study, CODERS, f"P01,2010,work,{MUCH},Anna", f'P01,2010,home,{SISTER},"Wit, Anna"')
    assert done.coders == ("anna", "wit_anna")
    assert [note.values["names"] for note in done.notes if note.kind == "coders in one"] == [["Wit, Anna"]]
    done = take(study, CODERS, f"P01,2010,work,{MUCH},Carla", f'P01,2010,home,{SISTER},"Wit, Dirk de"')
    assert [note for note in done.notes if note.kind == "coders in one"] == []


@pytest.mark.sweep(1)
@pytest.mark.parametrize("cell", ["geen", "n.v.t.", "-", "none", "N/A", "geen code", "keine", "#N/A", "#NAAM?"])
def test_a_cell_that_says_that_there_is_no_code_is_none(study: Path, cell: str) -> None:
    done = take(study, "person,wave,code,quote", f"P01,2010,work,{MUCH}", f"P01,2010,{cell},{SISTER}", coder="anna")
    assert done.new_codes == ("work",)
    assert done.listed["why"].tolist() == ["no_code"]


def test_a_code_of_the_codebook_that_is_called_so_is_one(study: Path) -> None:
    book = "{codebook: B, version: 1.0.0, language: en, codes: [{id: none}, {id: work}]}"
    (study / "codebook.yaml").write_text(book, encoding="utf-8")
    (study / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")
    assert take(study, "person,wave,code,quote", f"P01,2010,none,{MUCH}").codings["code"].tolist() == ["none"]


@pytest.mark.sweep(5)
@pytest.mark.parametrize("arrow", ["->", " -> ", " → ", " => ", " › ", " » ", " > "])
def test_an_arrow_says_which_code_is_above(study: Path, arrow: str) -> None:
    done = take(study, "person,wave,code,quote", f"P01,2010,stress{arrow}money,{MUCH}", coder="anna")
    assert parents(study, done) == {"stress": "", "money": "stress"}


@pytest.mark.parametrize("above", ["theme", "Thema", "hoofdthema", "category", "code group"])
def test_a_theme_beside_code_and_subcode_is_the_code_above(study: Path, above: str) -> None:
    done = take(study, f"person,wave,{above},code,subcode,quote", f"P01,2010,life,work,stress,{MUCH}", coder="anna")
    assert parents(study, done) == {"life": "", "work": "life", "stress": "work"}
    assert [*done.lost] == []


def test_a_theme_alone_is_the_code(study: Path) -> None:
    assert take(study, "person,wave,theme,quote", f"P01,2010,life,{MUCH}", coder="anna").new_codes == ("life",)


@pytest.mark.parametrize(
    ("head", "no", "yes"), [("present", "0", "1"), ("Aanwezig", "nee", "ja"), ("presence", "absent", "present")]
)
def test_a_row_whose_code_is_said_not_to_be_there_is_no_coding(study: Path, head: str, no: str, yes: str) -> None:
    rows = (f"P01,2010,work,{MUCH},{yes}", f"P01,2010,home,{SISTER},{no}", f"P01,2020,home,{SISTER},")
    done = take(study, f"person,wave,code,quote,{head}", *rows, coder="anna")
    assert [*zip(done.codings["interview"], done.codings["code"], strict=True)] == [
        ("P01_2010", "work"),
        ("P01_2020", "home"),
    ]
    assert [(lost.kind, lost.values["n"]) for lost in done.lost] == [("lost absent", 1)]


def test_a_column_of_that_name_with_something_else_in_it_is_not_read(study: Path) -> None:
    done = take(
        study, "person,wave,code,quote,present", f"P01,2010,work,{MUCH},0", f"P01,2010,home,{SISTER},her mother"
    )
    assert len(done.codings) == 2
    assert [lost.kind for lost in done.lost] == ["lost column"]
