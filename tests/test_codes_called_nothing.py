"""Codes that are called as what people write for no code: they come back from the lists that we write."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_codebook, read_codings
from bp_qual.exchange.list_headings import NO, NOTHING, YES
from refi_builders import Mark, make_qdpx

TALKS = {
    "P01_2010": "I: Hoe?\nR: Het was te veel werk. De gemeente zweeg.\n",
    "P01_2020": "I: En?\nR: Ik ben gestopt.\n",
}
NAMES = (*NOTHING, *YES, *NO[:-1], "None", "NA", "nan", "NaN", "null", "N.v.t.", "#N/A", "totaal", "code", "quote")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A study in which codings come in, and one in which they come back."""
    for name in ("study", "other"):
        (tmp_path / name).mkdir()
        for interview, talk in TALKS.items():
            (tmp_path / name / f"{interview}.txt").write_text(talk, encoding="utf-8")
    return tmp_path / "study", tmp_path / "other"


def held(study: Path) -> list[tuple[str, str, str]]:
    rows = read_codings(study, coder="anna").codings[["interview", "code", "quote"]]
    return sorted(tuple(row) for row in rows.values.tolist())


def labels(study: Path) -> set[str]:
    book = read_codebook(study / "codebook.yaml")
    return {book.label(code) for code in book.ids}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("name", NAMES)
def test_a_code_that_is_called_as_no_code_comes_back_from_our_own_list(
    folders: tuple[Path, Path], tmp_path: Path, name: str, ending: str
) -> None:
    study, other = folders
    marks = {"P01_2010": [Mark("te veel werk", name, "anna")], "P01_2020": [Mark("gestopt", "anders", "anna")]}
    (path := tmp_path / "in.qdpx").write_bytes(make_qdpx(TALKS, marks))
    import_codings(path, study)
    assert name in labels(study)
    export_codings(study, tmp_path / f"out{ending}")
    import_codings(tmp_path / f"out{ending}", other)
    assert held(other) == held(study)
    finished = read_codings(study, coder="anna").state.finished(TALKS, read_codebook(study / "codebook.yaml").ids)
    assert read_codings(other, coder="anna").state.finished(TALKS, [code for _, code in finished]) == finished


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", ["NA", "n.v.t.", "geen"])
def test_a_row_of_such_a_code_in_the_list_to_mend_keeps_its_code(
    folders: tuple[Path, Path], tmp_path: Path, name: str
) -> None:
    study, _ = folders
    marks = {"P01_2010": [Mark("te veel werk", name, "anna")]}
    (path := tmp_path / "in.qdpx").write_bytes(make_qdpx(TALKS, marks))
    import_codings(path, study)
    rows = f"person,wave,code,quote,coder\nP01,2020,{name},nergens gezegd,anna\n"
    (path := tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    import_codings(path, study, listed_in=tmp_path / "listed.csv")
    text = (tmp_path / "listed.csv").read_text("utf-8-sig").replace("nergens gezegd", "Ik ben gestopt")
    (tmp_path / "listed.csv").write_text(text, encoding="utf-8")
    assert len(import_codings(tmp_path / "listed.csv", study).codings) == 1


def test_what_people_write_for_no_code_in_a_list_of_their_own_is_none(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    rows = "person,wave,code,quote\nP01,2010,n.v.t.,te veel werk\nP01,2020,werk,gestopt\n"
    (path := tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    assert import_codings(path, folders[0], coder="anna").codings["code"].tolist() == ["werk"]
