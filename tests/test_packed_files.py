"""Whose interview may be in a packed file: by the names in it where they can be read, else whoever lacks one."""

from __future__ import annotations

import gzip
import io
import lzma
import random
import tarfile
import zipfile
from pathlib import Path

import pytest

from bp_qual import check_study, read_study
from bp_qual.study import packed_names
from bp_qual.study.corpus_reading import gather_corpus
from processor_time import at_most

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
    return pack(ending, dict.fromkeys(names, TALK.encode()))


def pack(ending: str, files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    if ending == ".zip":
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return buffer.getvalue()
    modes = {".tar.xz": "w:xz", ".tar.bz2": "w:bz2", ".tgz": "w:gz", ".tar": "w"}
    with tarfile.open(fileobj=buffer, mode=modes[ending]) as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


KINDS = (".zip", ".tar.xz", ".tar.bz2", ".tgz", ".tar")


@pytest.mark.sweep(6)
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
    anybody = {("P03", ""), ("P04", "")}  # may be in what is lost; of bzip2 that is the one block there is
    assert set(missing(folder)) == anybody | ({("P03", "2010")} if ending != ".tar.bz2" else set())


@pytest.mark.sweep(8)
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
    assert set(missing(folder)) == {("P03", ""), ("P04", "")}
    findings = check_study(folder)
    assert findings.problems == ()
    told = {
        "en": "cannot be listed, and interviews of P03, P04 may",
        "nl": "niet te zien, en er kunnen interviews van P03",
    }
    assert [name in note for note in findings.notes if told[language] in note] == [True]
    assert not [note for note in findings.notes if "interviewed in 2020 only" in note or f"{name})" in note]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("name", "data", "whose"),
    [
        ("P03.rar", b"Rar!\x1a\7\0xxx", [("P03", "2010")]),
        ("ronde 2010.7z", b"7z\xbc\xaf\x27\x1cxxx", [("P03", "2010")]),
        ("P04_2020.zst", b"\x28\xb5\x2f\xfdx", [("P04", "2020")]),
        ("P01.rar", b"Rar!\x1a\7\0xxx", []),
    ],
)
def test_what_cannot_be_listed_and_is_called_after_a_person_or_wave_is_a_problem(
    name: str, data: bytes, whose: list[tuple[str, str]], language: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", "P04_2010.txt", language=language)
    (folder / name).write_bytes(data)
    assert [*missing(folder)] == whose
    problems = check_study(folder).problems
    seen = {"en": "nobody can see", "nl": "niet te zien"}[language]
    assert [seen in problem.say(language) for problem in problems] == [True] * len(whose)


def test_what_cannot_be_listed_beside_the_folder_of_transcripts_is_told_so_too(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "study.yaml").write_text("language: en\ntranscripts: clean\n", encoding="utf-8")
    (folder / "clean").mkdir()
    for file in folder.glob("P0*.txt"):
        file.rename(folder / "clean" / file.name)
    (folder / "raw").mkdir()
    (folder / "raw" / "foto.rar").write_bytes(b"Rar!")
    assert missing(folder) == (("P03", ""),)
    assert [note for note in check_study(folder).notes if note.startswith("raw/foto.rar: what is packed there")]


@pytest.mark.sweep(4)
@pytest.mark.parametrize("ending", KINDS)
@pytest.mark.parametrize(
    ("inner", "name", "found"),
    [
        ("ronde.zip", "P03_2010.docx", ("P03", "2010")),
        ("2010.zip", "P03.docx", ("P03", "2010")),
        ("P03.zip", "2010.docx", ("P03", "2010")),
        ("P03_2010.zip", "deel 1.docx", ("P03", "2010")),
        ("oud/ronde.tar.bz2", "uit/P03_2010.txt", ("P03", "2010")),
        ("ronde.tgz", "P03 gesprek v3.txt", ("P03", "")),
        ("foto.zip", "huis.jpg", None),
    ],
)
def test_a_packed_file_in_a_packed_file_is_looked_into(
    ending: str, inner: str, name: str, found: tuple[str, str] | None, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    content = packed("." + inner.partition(".")[2], name)
    (folder / f"alles{ending}").write_bytes(pack(ending, {"P01_2010.txt": b"x", inner: content}))
    assert missing(folder) == ((found,) if found else ())
    assert len(check_study(folder).problems) == bool(found)


@pytest.mark.parametrize(
    ("inner", "found", "is_problem"),
    [("foto.rar", ("P03", ""), False), ("P03.rar", ("P03", "2010"), True), ("2010.7z", ("P03", "2010"), True)],
)
def test_what_cannot_be_listed_in_a_packed_file_is_told_as_what_lies_beside_it_is(
    inner: str, found: tuple[str, str], is_problem: bool, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "alles.zip").write_bytes(pack(".zip", {inner: b"Rar!"}))
    assert missing(folder) == (found,)
    findings = check_study(folder)
    assert len(findings.problems) == is_problem
    assert is_problem or [note for note in findings.notes if note.startswith("alles.zip: what is packed there")]


def test_a_packed_file_packed_by_itself_is_looked_into(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "ronde.zip.gz").write_bytes(gzip.compress(packed(".zip", "P03_2010.docx")))
    assert missing(folder) == (("P03", "2010"),)


@pytest.mark.parametrize(("depth", "found"), [(2, ("P03", "2010")), (3, ("P03", "2010")), (4, ("P03", ""))])
def test_what_lies_deeper_than_three_packed_files_is_told_as_unseen(
    depth: int, found: tuple[str, str], tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    data = packed(".zip", "P03_2010.docx")
    for _ in range(depth - 1):
        data = pack(".zip", {"meer.zip": data})
    (folder / "alles.zip").write_bytes(data)
    assert missing(folder) == (found,)


def test_more_names_than_are_looked_at_are_told_as_unseen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "alles.zip").write_bytes(packed(".zip", *(f"foto{n}.jpg" for n in range(20)), "P03_2010.docx"))
    assert missing(folder) == (("P03", "2010"),)
    monkeypatch.setattr(packed_names, "_MOST_NAMES", 10)
    assert missing(folder) == (("P03", ""),)


def test_an_empty_zip_holds_nobody(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "leeg.zip").write_bytes(packed(".zip"))
    assert missing(folder) == ()


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


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bomb.tar.xz", "bomb.tar.gz"])
def test_what_grows_without_end_is_looked_into_no_further_than_some_megabytes(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    pack = lzma.compress if name.endswith("xz") else gzip.compress
    (folder / name).write_bytes(pack(bytes(200_000_000), **({"preset": 0} if pack is lzma.compress else {})))
    with at_most(10):
        assert missing(folder) == (("P03", ""),)


def test_no_more_is_unpacked_than_so_many_bytes_and_the_rest_is_told_as_unseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "archief.tar.xz").write_bytes(packed(".tar.xz", *(f"foto{n}.jpg" for n in range(20)), "P03_2010.txt"))
    assert missing(folder) == (("P03", "2010"),)
    monkeypatch.setattr(packed_names, "_MOST_BYTES", 4096)
    assert missing(folder) == (("P03", ""),)


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
    assert set(missing(folder)) == {("P03", "2010"), ("P03", ""), ("P04", "")}


def test_a_long_file_is_read_no_further_than_need_be() -> None:
    raw = io.BytesIO(gzip.compress(random.Random(5).randbytes(3_000_000)))
    data, is_whole = packed_names._unpack(packed_names._UNPACKED[b"\x1f\x8b"](), raw, 1000)
    assert (len(data), is_whole) == (1000, False)
    assert raw.tell() == 1 << 20


def test_what_is_unpacked_of_several_packed_files_is_counted_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_study(tmp_path / "study")
    inner = {f"{n}.zip": pack(".zip", {name: b"x" * 3000}) for n, name in enumerate(("foto.jpg", "P03_2010.txt"))}
    (folder / "alles.zip").write_bytes(pack(".zip", inner))
    assert missing(folder) == (("P03", "2010"),)
    monkeypatch.setattr(packed_names, "_MOST_BYTES", 5000)
    assert missing(folder) == (("P03", ""),)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_a_name_in_a_tar_file_counts_whatever_it_stands_for(kind: bytes, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    with tarfile.open(folder / "foto.tar", mode="w") as archive:
        member = tarfile.TarInfo("P03_2010.txt")
        member.type, member.linkname = kind, "elders/onbekend.txt"
        archive.addfile(member)
    assert missing(folder) == (("P03", "2010"),)
    (problem,) = check_study(folder).problems
    assert "P03" in str(problem)


def test_a_packed_file_in_a_tar_that_is_a_link_to_nothing_is_not_seen(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "foto.tar", mode="w") as archive:
        member = tarfile.TarInfo("P03_2010.zip")
        member.type, member.linkname = tarfile.SYMTYPE, "../../weg.zip"
        archive.addfile(member)
    inside = packed_names.list_packed(tmp_path / "foto.tar")
    assert [path.name for path in (*inside.names, *inside.unseen)] == ["P03_2010.zip"] * 2
