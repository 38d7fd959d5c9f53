"""REFI-QDA projects with the recordings in them, packed anew by hand or by a Mac: only the texts are read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from bp_qual import import_codebook, import_codings
from bp_qual.errors import BpQualError
from refi_builders import Mark, make_qdpx

TALK = "I: Hoe?\nP01: Ja, wij doen alles samen.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    return folder


def repack(data: bytes, path: Path, *, folder: str = "", beside: dict[str, tuple[bytes, int]] | None = None) -> Path:
    """Write a project with its parts in a folder, and others beside them, each with the way in which it is packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in archive.namelist():
            packed.writestr(f"{folder}{name}", archive.read(name))
        for name, (content, way) in (beside or {}).items():
            packed.writestr(name, content, way)
    return path


PROJECT = make_qdpx({"P01_2010": TALK}, {"P01_2010": [Mark("alles samen", "samen")]})


@pytest.mark.parametrize(
    "beside",
    [
        {"sources/film.mp4": (b"\0" * 110_000_000, zipfile.ZIP_STORED)},
        {"sources/film.mp4": (b"\0" * 110_000_000, zipfile.ZIP_DEFLATED)},
        {"sources/film.mp4": (b"film" * 1_000, zipfile.ZIP_BZIP2)},
        {f"sources/{number}.jpg": (b"jpg", zipfile.ZIP_STORED) for number in range(2_100)},
        {"sources/large.xml": (b"<x/>" + b" " * 21_000_000, zipfile.ZIP_DEFLATED)},
    ],
    ids=["large", "packed tightly", "packed oddly", "many", "large XML"],
)
def test_recordings_and_pictures_beside_the_texts_are_not_looked_at(
    study: Path, beside: dict[str, tuple[bytes, int]]
) -> None:
    path = repack(PROJECT, study.parent / "project.qdpx", beside=beside)
    assert import_codings(path, study).codings["quote"].tolist() == ["alles samen"]
    assert import_codebook(path).codebook.ids == ("samen",)


def test_a_text_that_is_named_has_the_limits_of_any_text(study: Path) -> None:
    path = study.parent / "project.qdpx"
    with zipfile.ZipFile(io.BytesIO(PROJECT)) as archive:
        text = next(name for name in archive.namelist() if name.startswith("sources/"))
    with zipfile.ZipFile(io.BytesIO(PROJECT)) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in archive.namelist():
            packed.writestr(name, archive.read(name) + b" " * 110_000_000 * (name == text))
    with pytest.raises(BpQualError, match="unsafe"):
        import_codings(path, study)


@pytest.mark.parametrize("folder", ["", "Mijn project/", "a/b/"])
@pytest.mark.parametrize(
    "beside",
    [{}, {"._project.qde": (b"mac", 0)}, dict.fromkeys(("__MACOSX/._a.qde", "__MACOSX/x/b.qde"), (b"mac", 0))],
)
def test_a_project_that_was_packed_anew_is_read(study: Path, folder: str, beside: dict[str, tuple[bytes, int]]) -> None:
    path = repack(PROJECT, study.parent / "project.qdpx", folder=folder, beside=beside)
    assert import_codings(path, study).codings["quote"].tolist() == ["alles samen"]
    assert import_codebook(path).codebook.ids == ("samen",)


@pytest.mark.parametrize("beside", ["other.qde", "other/x.qde"])
def test_of_several_projects_the_one_at_the_top_is_meant(study: Path, beside: str) -> None:
    path = repack(PROJECT, study.parent / "project.qdpx", beside={beside: (b"<Project/>", 0)})
    if "/" in beside:
        assert len(import_codings(path, study).codings) == 1
    else:
        with pytest.raises(BpQualError, match="no REFI-QDA project"):
            import_codings(path, study)
