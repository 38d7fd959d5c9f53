"""REFI-QDA projects with the recordings in them, packed anew by hand or by a Mac: only the texts are read."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import import_codebook, import_codings
from bp_qual.cli import main
from bp_qual.errors import BpQualError, TranscriptError
from bp_qual.exchange.refi_codebook import read_refi
from bp_qual.exchange.refi_passages import read_refi_project
from bp_qual.files import open_package
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


@pytest.mark.sweep(1)
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


class Watched(io.BytesIO):
    """A file that knows what was read of it."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.read_of = bytearray()

    def read(self, size: int | None = -1, /) -> bytes:
        self.read_of += (piece := super().read(size))
        return piece


def test_no_letter_of_a_recording_is_read_to_find_the_texts(tmp_path: Path) -> None:
    film = {f"sources/{name}.mp4": (b"film" * 250_000, zipfile.ZIP_STORED) for name in "ab"}
    path = repack(PROJECT, tmp_path / "project.qdpx", beside=film)
    for read in (read_refi_project, partial(read_refi, name="", language="nl")):
        read(file := Watched(path.read_bytes()), "project.qdpx")
        assert file.read_of.count(b"film") < 40_000  # at the end, twice, where the directory is looked for


def test_a_project_with_recordings_takes_no_more_memory_than_its_texts(study: Path) -> None:
    film = {"sources/film.mp4": (bytes(60_000_000), zipfile.ZIP_STORED)}
    path = repack(PROJECT, study.parent / "project.qdpx", beside=film)
    import_codebook(path)  # whatever is loaded once
    tracemalloc.start()
    import_codings(path, study)
    import_codebook(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30_000_000


def test_a_project_of_another_with_recordings_is_not_read_to_be_kept(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.files.guard.LARGEST", 10_000)
    film = {"sources/film.mp4": (bytes(20_000), zipfile.ZIP_STORED)}
    theirs = repack(PROJECT, study.parent / "theirs.qdpx", beside=film)
    import_codings(repack(PROJECT, study.parent / "project.qdpx"), study, coder="anna")
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("read") if path == theirs else read(path))
    done = CliRunner().invoke(main, ["export", str(study), "--count", "human", "--qdpx", str(theirs)])
    assert (done.exit_code, theirs.stat().st_size > 20_000) == (1, True), done.output


@pytest.mark.parametrize("before", [0, 2_500_000, (1 << 20) - 3, 1 << 20])
def test_bytes_of_no_part_are_found_however_far_the_parts_lie_apart(tmp_path: Path, before: int) -> None:
    one = repack(PROJECT, tmp_path / "a.qdpx").read_bytes()
    with pytest.raises(TranscriptError, match="of no part of it") as told:
        open_package(io.BytesIO(one + bytes(before) + one), where="a.qdpx")
    assert told.value.problems[0].values == {"n": len(one.rstrip(b"\0")), "at": 0}
    open_package(io.BytesIO(one + bytes(50_000)), where="a.qdpx")
    for hidden in (b"x" * 30, b"PK\3\4" + b"x" * 30):
        with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
            archive.writestr("project.qde", "<a/>")
            packed.seek(archive.start_dir)
            packed.write(bytes(before) + hidden)
            archive.start_dir = packed.tell()
            archive.writestr("sources/a.txt", "Ja.")
        if hidden.startswith(b"x"):
            open_package(io.BytesIO(packed.getvalue()), where="a.qdpx")  # what some programs put behind a part
        else:
            with pytest.raises(TranscriptError, match="34 bytes"):
                open_package(io.BytesIO(packed.getvalue()), where="a.qdpx")


@pytest.mark.slow
def test_a_text_that_is_named_has_the_limits_of_any_text(study: Path) -> None:
    path = study.parent / "project.qdpx"
    with zipfile.ZipFile(io.BytesIO(PROJECT)) as archive:
        text = next(name for name in archive.namelist() if name.startswith("sources/"))
    with zipfile.ZipFile(io.BytesIO(PROJECT)) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in archive.namelist():
            packed.writestr(name, archive.read(name) + b" " * 110_000_000 * (name == text))
    with pytest.raises(BpQualError, match="unsafe"):
        import_codings(path, study)


@pytest.mark.sweep(4)
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
        with pytest.raises(BpQualError, match="holds 2 projects"):
            import_codings(path, study)
