"""Workbooks with a sheet for each coder: no coding of Bert becomes one of Anna, and what is not clear is asked."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from bp_qual import import_codings
from bp_qual.errors import CodebookError
from bp_qual.study.import_report import CodingImport

TALK = "I: How is it?\nR: It is all far too much. My sister helps me.\n"
HEAD = ("person", "wave", "code", "quote")
MUCH, SISTER = "It is all far too much", "My sister helps me"
Rows = list[tuple[object, ...]]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            (folder / f"{person}_{wave}.txt").write_text(TALK, encoding="utf-8")
    return folder


def book(study: Path, *names: str, rows: Rows | None = None) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name in names:
        sheet = made.create_sheet(name)
        for row in rows or [HEAD, ("P01", 2010, "stress", MUCH), ("P02", 2010, "family", SISTER)]:
            sheet.append(row)
    made.save(data := io.BytesIO())
    path = study.parent / "codings.xlsx"
    path.write_bytes(data.getvalue())
    return path


MATRIX: Rows = [("person", "wave", "stress", "family"), ("P01", 2010, MUCH, SISTER)]


def per_coder(done: CodingImport) -> dict[str, int]:
    return {str(coder): int(n) for coder, n in done.codings["coder"].value_counts().sort_index().items()}


@pytest.mark.parametrize("rows", [None, MATRIX])
def test_sheets_with_names_of_their_own_are_asked_about(study: Path, rows: Rows | None) -> None:
    with pytest.raises(CodebookError) as refused:
        import_codings(book(study, "Anna", "Bert", rows=rows), study)
    assert "has codings on sheets called 'Anna', 'Bert', and says nowhere what these names are." in str(refused.value)
    assert "--sheets coders" in str(refused.value)
    assert "--sheets codes" not in str(refused.value)
    assert not (study / "codings").exists()


@pytest.mark.slow
@pytest.mark.parametrize("rows", [None, MATRIX])
def test_the_answer_says_whose_the_codings_are(study: Path, rows: Rows | None) -> None:
    path = book(study, "Anna", "Bert", rows=rows)
    done = import_codings(path, study, sheets="coders")
    assert per_coder(done) == {"anna": 2, "bert": 2}
    assert [note.values["names"] for note in done.notes if note.kind == "sheets as coders"] == [["Anna", "Bert"]]
    assert per_coder(import_codings(path, study, sheets="none", dry_run=True)) == {"imported": 2}


@pytest.mark.parametrize("coder", ["anna", "BERT", "Anna=carla"])
def test_who_is_named_with_the_file_makes_it_clear(study: Path, coder: str) -> None:
    done = import_codings(book(study, "Anna", "Bert"), study, coder=coder)
    assert per_coder(done) == {coder.rpartition("=")[2].lower(): 2}
    assert [lost.values["n"] for lost in done.lost if lost.kind == "other coders"] == [2]


def test_who_coded_here_before_makes_it_clear(study: Path) -> None:
    path = study.parent / "first.csv"
    path.write_text(f"person,wave,code,quote\nP01,2020,stress,{MUCH}\n", encoding="utf-8")
    import_codings(path, study, coder="anna")
    assert per_coder(import_codings(book(study, "Anna", "Bert"), study)) == {"anna": 2, "bert": 2}


@pytest.mark.parametrize("names", [("coder A", "coder B"), ("Codeur A", "B"), ("Rater - a", "rater b")])
def test_a_name_that_says_coder_makes_it_clear(study: Path, names: tuple[str, str]) -> None:
    assert per_coder(import_codings(book(study, *names), study)) == {"a": 2, "b": 2}


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "names",
    [
        ("Sheet1", "Sheet2"),
        ("Blad1", "Blad2"),
        ("2010", "2020"),
        ("2015", "2025"),
        ("Round 1", "Round 2"),
        ("stress", "family"),
        ("P01", "P02"),
        ("P01_2010", "P01_2020"),
        ("quotes", "Coderingen 2"),
        ("Anna",),
    ],
)
def test_sheets_that_are_called_as_something_else_are_not_asked_about(study: Path, names: tuple[str, ...]) -> None:
    done = import_codings(book(study, *names), study)
    assert done.coders == ("imported",)
    assert "sheets as coders" not in [note.kind for note in done.notes]


def test_a_sheet_that_is_called_as_a_document_of_the_file_is_not_asked_about(study: Path) -> None:
    rows: Rows = [("document", "code", "quote"), ("Visit at home", "stress", MUCH)]
    assert import_codings(book(study, "Visit at home", "Sheet2", rows=rows), study).coders == ("imported",)


def test_a_sheet_beside_an_empty_one_is_not_asked_about(study: Path) -> None:
    path = book(study, "Anna", "Bert")
    made = openpyxl.load_workbook(path)
    made["Bert"].delete_rows(2, 3)
    made.save(path)
    assert import_codings(path, study).coders == ("imported",)


def test_where_a_column_says_who_coded_the_sheets_do_not(study: Path) -> None:
    rows: Rows = [(*HEAD, "coder"), ("P01", 2010, "stress", MUCH, "Carla")]
    assert import_codings(book(study, "Anna", "Bert", rows=rows), study).coders == ("carla",)


def test_said_to_be_coders_sheets_of_waves_and_interviews_are_none(study: Path) -> None:
    assert import_codings(book(study, "2010", "Bert"), study, sheets="coders", dry_run=True).coders == (
        "imported",
        "bert",
    )
    assert import_codings(book(study, "2015", "Bert"), study, sheets="coders", dry_run=True).coders == (
        "imported",
        "bert",
    )
    done = import_codings(book(study, "P01", "P02"), study, sheets="coders", dry_run=True)
    assert (done.coders, [note.kind for note in done.notes if note.kind == "sheets as coders"]) == (("imported",), [])


def test_sheets_are_said_to_be_coders_or_none(study: Path) -> None:
    with pytest.raises(ValueError, match="sheets is coders, codes or none, not 'anna'"):
        import_codings(book(study, "Anna", "Bert"), study, sheets="anna")  # type: ignore[arg-type]


BARE: Rows = [("person", "wave", "quote"), ("P01", 2010, MUCH), ("P02", 2010, SISTER)]


def with_bare(study: Path, *names: str, beside: str = "") -> Path:
    """Return a workbook with sheets without a column of codes, and one that has it."""
    path = book(study, *names, rows=BARE)
    made = openpyxl.load_workbook(path)
    if beside:
        sheet = made.create_sheet(beside)
        for row in [HEAD, ("P01", 2020, "stress", MUCH)]:
            sheet.append(row)
    made.save(path)
    return path


def test_where_rows_have_no_code_it_is_asked_too_whether_the_names_are_codes(study: Path) -> None:
    path = with_bare(study, "Worries", beside="Anything")
    with pytest.raises(CodebookError) as refused:
        import_codings(path, study)
    assert (
        "and has rows without a code. If the names are the codes of these rows, import it with --sheets codes"
        in str(refused.value)
    )
    done = import_codings(path, study, sheets="codes", coder="anna")
    assert done.codings["code"].value_counts().to_dict() == {"worries": 2, "stress": 1}
    assert [note.values["names"] for note in done.notes if note.kind == "sheets said codes"] == [["Worries"]]


def test_said_to_be_codes_sheets_are_so_whatever_they_are_called(study: Path) -> None:
    done = import_codings(with_bare(study, "Sheet1", "2010 and later"), study, sheets="codes", coder="anna")
    assert sorted(done.codings["code"].unique()) == ["2010_and_later", "sheet1"]


def test_sheets_with_a_column_of_codes_each_have_no_codes_for_names(study: Path) -> None:
    with pytest.raises(CodebookError, match="has no sheet with quotes and without a column of codes"):
        import_codings(book(study, "Anna", "Bert"), study, sheets="codes")


@pytest.mark.parametrize("names", [("Coder 1", "Coder 2"), ("Anna", "Bert")])
def test_the_names_of_coders_are_not_codes_as_well(study: Path, names: tuple[str, ...]) -> None:
    path = with_bare(study, *names)
    with pytest.raises(CodebookError, match="code"):
        import_codings(path, study, sheets="coders")
    with pytest.raises(CodebookError, match="code"):
        import_codings(path, study, coder=names[0])
