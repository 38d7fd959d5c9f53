"""Memos on interviews, persons, codes and the study go out in a REFI-QDA project, and come back as they were."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_codings, write_coding
from refi_builders import pack
from test_export_codings import make_coded_study, make_study, project_of

KEPT = ["interview", "person", "code", "start", "note"]
MEMOS = (
    {"note": "Begin met P01 \U0001f600, cafe\u0301.\n\nTweede alinea & <meer>."},
    {"note": "Kort gesprek.", "interview": "P01_2010"},
    {"note": "Nog een keer.", "interview": "P01_2010_2"},
    {"note": "Verlegen.", "person": "P01"},
    {"note": "Later niet meer.", "person": "P01"},
    {"note": "Van een stel.", "person": "P03"},
    {"note": "Ruim op te vatten.", "code": "druk"},
    {"note": "Haar druk hier.", "interview": "P01_2020", "person": "P01", "code": "druk"},
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study_with_memos(tmp_path / "study")


def make_study_with_memos(folder: Path) -> Path:
    """Return a coded study with memos on all that they can be on; `benchmarks/independent_readers.py` has it read."""
    make_coded_study(folder)
    for number, memo in enumerate(MEMOS):
        write_coding(folder, memo, coder="anna" if number % 2 else "bea", do="memo")
    return folder


def memos_of(study: Path) -> list[list[object]]:
    tables = {coder: read_codings(study, coder=coder).memos for coder in ("anna", "bea")}
    return sorted(
        ([coder, *row] for coder, table in tables.items() for row in table[KEPT].to_numpy().tolist()), key=str
    )


@pytest.mark.slow
def test_memos_on_no_passage_are_the_same_after_export_and_import(study: Path, tmp_path: Path) -> None:
    assert len(memos_of(study)) >= len(MEMOS)
    lost = export_codings(study, tmp_path / "out.qdpx")
    assert "lost memos" not in [remark.kind for remark in lost]
    make_study(other := tmp_path / "other")
    done = import_codings(tmp_path / "out.qdpx", other)
    assert [remark.values["names"] for remark in done.lost if remark.kind == "lost variables"] == [["sex"]]
    free = [row for row in memos_of(study) if row[4] == -1]
    assert [row for row in memos_of(other) if row[4] == -1] == free
    assert len(free) == len(MEMOS)
    export_codings(other, tmp_path / "again.qdpx")
    make_study(third := tmp_path / "third")
    import_codings(tmp_path / "again.qdpx", third)
    assert memos_of(third) == memos_of(other)


@pytest.mark.slow
def test_they_come_into_an_empty_folder_too(study: Path, tmp_path: Path) -> None:
    export_codings(study, tmp_path / "out.qdpx")
    (other := tmp_path / "other").mkdir()
    import_codings(tmp_path / "out.qdpx", other)
    notes = {row[-1] for row in memos_of(other)}
    assert {memo["note"] for memo in MEMOS} <= notes


@pytest.mark.slow
def test_they_are_not_added_to_the_study_that_they_are_of(study: Path, tmp_path: Path) -> None:
    before = memos_of(study)
    export_codings(study, tmp_path / "out.qdpx")
    import_codings(tmp_path / "out.qdpx", study)
    assert memos_of(study) == before


def test_a_project_with_memos_is_valid_and_shows_them_where_programs_look(study: Path, tmp_path: Path) -> None:
    from lxml import etree

    export_codings(study, tmp_path / "out.qdpx")
    root = etree.fromstring(project_of(tmp_path / "out.qdpx"))
    etree.XMLSchema(etree.parse(Path(__file__).parent / "refi" / "Project.xsd")).assertValid(root)
    space = "{urn:QDA-XML:project:1.0}"
    notes = {note.get("guid"): note for note in root.iter(f"{space}Note")}
    assert len(notes) == len(MEMOS)
    assert {ref.get("targetGUID") for ref in root.iter(f"{space}NoteRef")} <= {*notes}
    case = next(case for case in root.iter(f"{space}Case") if case.get("name") == "P01")
    assert case.findtext(f"{space}Description") == "Verlegen.\n\nLater niet meer."
    with zipfile.ZipFile(tmp_path / "out.qdpx") as archive:
        paths = [note.get("plainTextPath").replace("internal://", "sources/") for note in notes.values()]
        assert {archive.read(path).decode() for path in paths} == {memo["note"] for memo in MEMOS}


@pytest.mark.slow
def test_what_another_program_wrote_in_the_description_of_a_case_is_told(study: Path, tmp_path: Path) -> None:
    export_codings(study, path := tmp_path / "out.qdpx")
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    changed = files["project.qde"].replace(b"Later niet meer.</Description>", b"Anders.</Description>")
    assert changed != files["project.qde"]
    path.write_bytes(pack({**files, "project.qde": changed}))
    make_study(other := tmp_path / "other")
    done = import_codings(path, other)
    assert {"Verlegen.", "Later niet meer."} <= {row[-1] for row in memos_of(other)}
    assert [remark.values["n"] for remark in done.lost if remark.kind == "lost memos of others"] == [1]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json", ".sqlite3"])
def test_other_formats_tell_how_many_stay_behind(study: Path, tmp_path: Path, ending: str) -> None:
    lost = export_codings(study, tmp_path / f"out{ending}")
    assert [remark.values["n"] for remark in lost if remark.kind == "lost memos"] == [len(MEMOS)]


def test_memos_on_what_does_not_go_out_are_told(study: Path, tmp_path: Path) -> None:
    book = (study / "codebook.yaml").read_text("utf-8")
    (study / "codebook.yaml").write_text(book.replace("id: druk\n", "id: spanning\n"), encoding="utf-8")
    lost = export_codings(study, tmp_path / "out.qdpx")
    assert [remark.values["n"] for remark in lost if remark.kind == "lost memos"] == [2]
