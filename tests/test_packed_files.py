"""Whose interview may be in a packed file: by the names in it where they can be read, else whoever lacks one."""

from __future__ import annotations

import gzip
import io
import lzma
import random
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

from bp_qual import check_study, read_study
from bp_qual.study import unread_contents
from bp_qual.study.corpus_reading import gather_corpus

TALK = "I: Hoe gaat het?\nR: " + "Wij doen hier veel samen met de buren en de gemeente. " * 8 + "\n"


def make_study(folder: Path, *names: str, language: str = "en") -> Path:
    folder.mkdir()
    for name in ("P01_2010.txt", "P01_2020.txt", "P03_2020.txt", *names):
        (folder / name).write_text(TALK, encoding="utf-8")
    (folder / "study.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    return folder


def missing(folder: Path) -> tuple[tuple[str, str], ...]:
    return gather_corpus(read_study(folder))[0].missing


def packed(ending: str, *names: str) -> bytes:
    buffer = io.BytesIO()
    if ending == ".zip":
        with zipfile.ZipFile(buffer, "w") as archive:
            for name in names:
                archive.writestr(name, TALK)
        return buffer.getvalue()
    modes = {".tar.xz": "w:xz", ".tar.bz2": "w:bz2", ".tgz": "w:gz", ".tar": "w"}
    with tarfile.open(fileobj=buffer, mode=modes[ending]) as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = len(TALK.encode())
            archive.addfile(member, io.BytesIO(TALK.encode()))
    return buffer.getvalue()


KINDS = (".zip", ".tar.xz", ".tar.bz2", ".tgz", ".tar")


@pytest.mark.parametrize("ending", KINDS)
@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("uit/P03_2010.docx", ("P03", "2010")),
        ("2010/P03.docx", ("P03", "2010")),
        ("P03/2010.docx", ("P03", "2010")),
        ("interviews/Interview p03 - def.docx", ("P03", "")),
        ("Interview met P03 in 2010 v2.doc", ("P03", "2010")),
        ("P03b_2010.docx", ("P03", "2010")),
        ("P01 en P03 2010.txt", ("P03", "2010")),
        ("P032010.txt", ("P03", "2010")),
    ],
)
def test_whoever_a_packed_file_holds_is_not_read_and_told(
    ending: str, inner: str, found: tuple[str, str], tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    (folder / f"archief{ending}").write_bytes(packed(ending, "P01_2010.txt", inner))
    assert missing(folder) == (found,)
    (problem,) = check_study(folder).problems
    assert "P03" in str(problem)


@pytest.mark.parametrize("ending", KINDS)
def test_a_packed_file_that_breaks_off_is_read_as_far_as_it_goes(ending: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P04_2020.txt")
    data = packed(ending, "P03_2010.txt", *(f"Q{n}.jpg" for n in range(40)))
    (folder / f"archief{ending}").write_bytes(data[: int(len(data) * (0.95 if ending == ".tar.xz" else 0.7))])
    everybody = {("P03", "2010"), ("P04", "2010")}  # the one block of bzip2 is lost
    assert set(missing(folder)) == (everybody if ending == ".tar.bz2" else {("P03", "2010")})


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        *(("archief.rar", b"Rar!\x1a\7\0xxx"), ("archief.7z", b"7z\xbc\xaf\x27\x1cxxx"), ("a.zip", b"PK\3\4")),
        *(("a.zip", b""), ("a.tar.xz", b"\xfd7zXZ\0xx"), ("a.tar.bz2", b"BZh9xx"), ("a.zst", b"\x28\xb5\x2f\xfdx")),
    ],
)
def test_what_cannot_be_listed_may_hold_whoever_lacks_an_interview(
    name: str, data: bytes, language: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", "P04_2010.txt", language=language)
    (folder / name).write_bytes(data)
    assert set(missing(folder)) == {("P03", "2010"), ("P04", "2020")}
    (problem,) = check_study(folder).problems
    assert "P03 (2010), P04 (2020)" in problem.say(language)
    assert {"en": "nobody can see", "nl": "niet te zien"}[language] in problem.say(language)


@pytest.mark.parametrize("name", ["archief.rar", "foto's.7z", "a.zip"])
def test_where_nobody_lacks_an_interview_it_is_named_in_a_note(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P03_2010.txt")
    (folder / name).write_bytes(b"Rar!")
    findings = check_study(folder)
    assert findings.problems == ()
    assert [note for note in findings.notes if name in note]


def test_names_of_others_of_pictures_and_of_macos_are_nobodys(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    names = ("foto.jpg", "P09 over P01.txt", "__MACOSX/._P03_2010.docx", "uit/.P03_2010.docx", "P03 toestemming.pdf")
    (folder / "archief.zip").write_bytes(packed(".zip", *names))
    assert missing(folder) == ()


def test_one_file_that_is_packed_is_called_as_its_archive(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P04_2020.txt")
    (folder / "Interview P03 2010.txt.gz").write_bytes(gzip.compress(TALK.encode()))
    assert missing(folder) == (("P03", "2010"),)


@pytest.mark.parametrize("name", ["bomb.tar.xz", "bomb.tar.gz"])
def test_what_grows_without_end_is_looked_into_no_further_than_some_megabytes(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    pack = lzma.compress if name.endswith("xz") else gzip.compress
    (folder / name).write_bytes(pack(bytes(200_000_000), **({"preset": 0} if pack is lzma.compress else {})))
    start = time.process_time()
    assert missing(folder) == (("P03", "2010"),)
    assert time.process_time() - start < 10


def test_no_more_is_unpacked_than_so_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "archief.tar.xz").write_bytes(packed(".tar.xz", *(f"foto{n}.jpg" for n in range(20)), "P03_2010.txt"))
    assert missing(folder) == (("P03", "2010"),)
    monkeypatch.setattr(unread_contents, "_MOST_BYTES", 4096)
    assert missing(folder) == ()


def test_what_stands_before_the_damage_is_read(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P04_2020.txt")
    content = random.Random(5).randbytes(3_000_000)
    with tarfile.open(fileobj=(buffer := io.BytesIO()), mode="w:gz") as archive:
        for name in ("P03_2010.txt", "foto.jpg"):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    data = bytearray(buffer.getvalue())
    data[-4] ^= 255
    data[-8] ^= 255
    (folder / "archief.tgz").write_bytes(data)
    assert missing(folder) == (("P03", "2010"),)


def test_a_long_file_is_read_no_further_than_need_be(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO(gzip.compress(random.Random(5).randbytes(3_000_000)))
    monkeypatch.setattr(unread_contents, "_MOST_BYTES", 1000)
    assert len(unread_contents._UNPACKED[b"\x1f\x8b"](raw)) == 1000
    assert raw.tell() == 1 << 20
