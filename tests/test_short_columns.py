"""Columns of a matrix with short cells: a code where the heading is one elsewhere, else told, and nobody's zero."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from bp_qual import import_codings, read_codings, read_corpus
from bp_qual.errors import BpQualError
from bp_qual.study.import_report import CodingImport

TALK = (
    "I: How is it?\nR: It is all far too much. My sister Rosa helps me. I live in Utrecht now, with 2 cats and Rosa.\n"
)
MUCH = "It is all far too much"
Table = tuple[tuple[object, ...], ...]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            (folder / f"{person}_{wave}.txt").write_text(TALK, encoding="utf-8")
    return folder


def take(study: Path, **sheets: Table) -> CodingImport:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name.removeprefix("of_"))
        for row in table:
            sheet.append([cell or None for cell in row])
    book.save(data := io.BytesIO())
    path = study.parent / "matrix.xlsx"
    path.write_bytes(data.getvalue())
    return import_codings(path, study, coder="anna")


def with_codes(study: Path, *codes: str) -> None:
    said = ", ".join(f"{{id: {code}}}" for code in codes)
    (study / "codebook.yaml").write_text(
        f"{{codebook: B, version: 1.0.0, language: en, codes: [{said}]}}", encoding="utf-8"
    )
    (study / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")


def coded(done: CodingImport, code: str) -> list[tuple[str, str]]:
    rows = done.codings[done.codings["code"] == code]
    return [*zip(rows["interview"], rows["quote"], strict=True)]


def finished(study: Path, code: str) -> set[str]:
    names = [transcript.interview for transcript in read_corpus(study).transcripts]
    return {interview for interview, _ in read_codings(study, coder="anna").state.finished(names, [code])}


HEAD = ("person", "stress", "family")
SHORT: Table = (HEAD, ("P01", MUCH, "sister Rosa"), ("P02", MUCH, ""))
LONG: Table = (HEAD, ("P01", MUCH, "My sister Rosa helps me"), ("P02", MUCH, ""))
ROSA = [("P01_2010", "sister Rosa"), ("P01_2020", "My sister Rosa helps me")]


def test_a_heading_that_is_a_code_in_the_sheet_of_another_wave_is_one(study: Path) -> None:
    done = take(study, of_2010=SHORT, of_2020=LONG)
    assert coded(done, "family") == ROSA
    assert finished(study, "family") == {"P01_2010", "P02_2010", "P01_2020", "P02_2020"}
    assert [*done.lost] == []


def test_a_heading_that_is_a_code_in_another_wave_is_one(study: Path) -> None:
    head = ("person", "stress 2010", "family 2010", "stress 2020", "family 2020", "started in 2010")
    done = take(study, Sheet1=(head, ("P01", MUCH, "sister Rosa", MUCH, "My sister Rosa helps me", "often")))
    assert coded(done, "family") == ROSA
    assert len(done.lost) == 1
    head = ("person", "family 2010", "family 2020", "stress")  # where the headings of the other codes have none
    done = take(study, Sheet1=(head, ("P01", "sister Rosa", "My sister Rosa helps me", MUCH)))
    assert [row for row in coded(done, "family") if row not in ROSA] == []


def test_a_sheet_with_nothing_but_short_cells_is_read_for_the_codes_of_another(study: Path) -> None:
    done = take(study, of_2010=(("person", "family"), ("P01", "sister Rosa")), of_2020=LONG)
    assert coded(done, "family") == ROSA


@pytest.mark.slow
@pytest.mark.parametrize("code", ["family", "Family"])
def test_a_heading_that_is_a_code_of_the_codebook_is_one(study: Path, code: str) -> None:
    with_codes(study, "stress", "family")
    head = ("person", "wave", "stress", code)
    done = take(study, Sheet1=(head, ("P01", 2010, MUCH, "sister Rosa"), ("P02", 2010, MUCH, "uncle Jim")))
    assert coded(done, "family") == ROSA[:1]
    assert done.listed["why"].tolist() == ["not_found"]
    assert finished(study, "family") == {"P01_2010"}


def test_a_row_that_is_a_code_of_the_codebook_is_one(study: Path) -> None:
    with_codes(study, "stress", "family")
    done = take(study, Sheet1=(("", "P01_2010", "P02_2010"), ("stress", MUCH, MUCH), ("family", "sister Rosa", "")))
    assert coded(done, "family") == ROSA[:1]


@pytest.mark.parametrize(("one", "other"), [("life > family", "family"), ("family", "life > family")])
def test_with_the_code_above_it_a_heading_is_that_of_the_code(study: Path, one: str, other: str) -> None:
    long: Table = (("person", "stress", other), *LONG[1:])
    done = take(study, of_2010=(("person", one), ("P01", "sister Rosa")), of_2020=long)
    assert len(done.codings) == 4


@pytest.mark.parametrize("beside", ["age", "age 2010"])
def test_a_short_column_does_not_change_what_the_headings_of_codes_say(study: Path, beside: str) -> None:
    done = take(
        study, Sheet1=(("person", "stress 2010", beside, "money 2020"), ("P01", MUCH, 45, "live in Utrecht now"))
    )
    assert coded(done, "stress") == [("P01_2010", MUCH)]
    assert coded(done, "money") == [("P01_2020", "live in Utrecht now")]


def test_marks_below_a_code_are_no_quotes_and_leave_it_open(study: Path) -> None:
    short: Table = (HEAD, ("P01", MUCH, "x"), ("P02", MUCH, 1))
    done = take(study, of_2010=short, of_2020=LONG)
    assert done.listed[["person", "why"]].values.tolist() == [
        ["P01", "no_quote"],
        ["P02", "no_quote"],
    ]
    assert finished(study, "family") == {"P01_2020", "P02_2020"}


@pytest.mark.parametrize("cells", [("x", "1"), ("ja", "nee"), ("1", "0"), ("n.v.t.", "-")])
def test_a_table_of_marks_is_no_matrix_whatever_its_headings(study: Path, cells: tuple[str, str]) -> None:
    with_codes(study, "stress", "family")
    with pytest.raises(BpQualError):
        take(study, Sheet1=(("person", "wave", "stress", "family"), ("P01", 2010, *cells)))


def test_a_column_that_may_be_a_code_is_told_with_its_cells_and_nobody_has_a_zero(study: Path) -> None:
    head = ("person", "wave", "stress", "family", "sector", "home", "age", "name")
    done = take(
        study,
        Sheet1=(
            head,
            ("P01", 2010, MUCH, "sister Rosa", "care", "Utrecht", 45, "Rosa"),
            ("P02", 2010, MUCH, "uncle Jim", "school", "Utrecht", 2, ""),
        ),
    )
    assert done.new_codes == ("stress",)
    said = [str(lost) for lost in done.lost]
    assert [lost.kind for lost in done.lost] == [
        *("column perhaps a code", "lost short column", "column perhaps a code", "lost short column"),
        "column perhaps a code",
    ]
    assert "(2 cells: 'sister Rosa', 'uncle Jim')" in said[0]
    assert "put it in the codebook and import the file again" in said[0]
    with_codes(study, "stress", "family")
    assert coded(take(study, Sheet1=(head[:4], ("P01", 2010, MUCH, "sister Rosa"))), "family") == ROSA[:1]


def test_of_many_cells_the_first_are_shown(study: Path) -> None:
    rows = [("P01", 2010 if n else 2020, MUCH, f"s{n}") for n in range(12)]
    done = take(study, Sheet1=(("person", "wave", "stress", "sector"), *rows))
    assert done.lost[0].values["n"] == 12
    assert len(done.lost[0].values["cells"]) == 8


def test_what_an_interviewer_says_does_not_make_a_column_perhaps_a_code(study: Path) -> None:
    done = take(study, Sheet1=(("person", "wave", "stress", "mood"), ("P01", 2010, MUCH, "How is")))
    assert [lost.kind for lost in done.lost] == ["lost short column"]
