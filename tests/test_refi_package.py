"""A .qdpx without its one project says what it holds instead, and what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from bp_qual import import_codebook, import_codings
from bp_qual.errors import BpQualError

PROJECT = (
    '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes>'
    '<Code guid="3F2A91C0-0000-5000-8000-000000000000" name="work" isCodable="true"/></Codes></CodeBook></Project>'
)
SAID = {
    ("a.qde", "b.qde"): "holds 2 projects ('a.qde', 'b.qde'), and it does not say which is meant",
    ("one/p.qde", "two\\p.qde"): "holds 2 projects",
    ("x/project.qdpx", "read me.txt"): "a package in the package: 'x/project.qdpx'. Unpack it",
    ("copy.zip",): "a package in the package: 'copy.zip'",
    ("codebook.QDC",): "but a codebook: 'codebook.QDC', which has codes and no codings. Unpack it for the codes",
    ("word/document.xml", "word/"): "holds no project (.qde), but 'word/document.xml'. Export the project again",
    ("__MACOSX/._p.qde",): "is an empty package",
    (): "is an empty package",
}


def pack(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, PROJECT)
    return path


def refusals(path: Path) -> set[str]:
    """Return what is said of a file where its codings are asked for, and where its codebook is."""
    (path.parent / "study").mkdir(exist_ok=True)
    (path.parent / "study" / "P01_2010.txt").write_text("I: Hoe?\nP01: Ja.\n", encoding="utf-8")
    said = set[str]()
    for read in (lambda: import_codings(path, path.parent / "study"), lambda: import_codebook(path)):
        with pytest.raises(BpQualError) as refused:
            read()
        said.add(str(refused.value))
    return said


@pytest.mark.parametrize("names", SAID)
def test_a_package_without_its_one_project_says_what_it_holds(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert all(SAID[names] in said for said in refusals(pack(tmp_path / "p.qdpx", *names)))


@pytest.mark.parametrize("names", [("x/project.qde",), ("x/y/project.qde", "__MACOSX/x/._project.qde")])
def test_a_project_in_the_folder_that_was_packed_is_found(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert import_codebook(pack(tmp_path / "p.qdpx", *names)).codebook.ids == ("work",)


def test_a_project_that_is_something_else_says_which_part_that_is(tmp_path: Path) -> None:
    path = tmp_path / "p.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", "<html/>")
    assert any("its project.qde is XML that begins with <html>" in said for said in refusals(path))


def test_the_project_out_of_a_package_and_an_archive_around_it_say_which_to_give(tmp_path: Path) -> None:
    (tmp_path / "project.qde").write_text(PROJECT, encoding="utf-8")
    assert all("Give the .qdpx that it came out of." in said for said in refusals(tmp_path / "project.qde"))
    assert all(
        "is a compressed file. Unpack it first." in said for said in refusals(pack(tmp_path / "p.zip", "p.qdpx"))
    )


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".odt", ".qdpx"])
def test_an_empty_package_is_a_sentence_in_every_format(tmp_path: Path, ending: str) -> None:
    path = pack(tmp_path / f"P02_2010{ending}")
    with pytest.raises(BpQualError):
        import_codings(path, tmp_path)
