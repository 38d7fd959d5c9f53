"""A file with parts within parts, thousands deep, is refused by name, with what to do, and not called damaged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from bp_qual import import_codings, read_codebook
from bp_qual.errors import BpQualError
from bp_qual.exchange.codebook_files import import_codebook
from bp_qual.readers import read_paragraphs
from program_builders import make_commented
from refi_builders import HEAD, guid, pack

DEEP = 3_000
CODES = "".join(f'<Code guid="{guid(n)}" name="c{n}" isCodable="true">' for n in range(DEEP)) + "</Code>" * DEEP
BOOK = f"<CodeBook><Codes>{CODES}</Codes></CodeBook>"


def nest(name: str) -> str:
    return f"<{name}>" * DEEP + f"</{name}>" * DEEP


def deepen(data: bytes, part: str) -> bytes:
    """Nest elements deep at the end of a part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    head, end = files[part][: files[part].rindex(b"</")], files[part][files[part].rindex(b"</") :]
    return pack({**files, part: head + nest("a").encode() + end})


def make_book(part: str) -> bytes:
    book = openpyxl.Workbook()
    for row in (("person", "wave", "code", "quote"), ("P01", "2010", "samen", "alles")):
        book.active.append(row)
    book.save(buffer := io.BytesIO())
    return deepen(buffer.getvalue(), part)


CODINGS: dict[str, Callable[[], bytes]] = {
    "lists.json": lambda: b"[" * DEEP + b"]" * DEEP,
    "objects.json": lambda: b'{"target":' * DEEP + b"1" + b"}" * DEEP,
    "atlas.xml": lambda: f"<storedHU>{nest('a')}</storedHU>".encode(),
    "project.qdpx": lambda: pack({"project.qde": f"{HEAD}{BOOK}</Project>".encode()}),
    "sheet.xlsx": lambda: make_book("xl/worksheets/sheet1.xml"),
    "styles.xlsx": lambda: make_book("xl/styles.xml"),
    "P01_2010.docx": lambda: deepen(make_commented(["R: alles"], [("alles", "a", "anna")]), "word/document.xml"),
}
TALK: dict[str, Callable[[], bytes]] = {
    "P01_2010.json": CODINGS["lists.json"],
    "P01_2010.eaf": lambda: f"<ANNOTATION_DOCUMENT>{nest('a')}</ANNOTATION_DOCUMENT>".encode(),
    "P01_2010.xlsx": CODINGS["sheet.xlsx"],
    "P01_2010.docx": CODINGS["P01_2010.docx"],
}


def assert_told(refused: BpQualError, name: str) -> None:
    assert name in str(refused)
    assert "has parts within parts, hundreds deep, as no program writes them. Export or save it again" in str(refused)
    assert "heeft delen binnen delen, honderden diep" in refused.say("nl")
    assert not any(word in str(refused) for word in ("damaged", "recursion", "Recursion", "not the XML"))


@pytest.mark.parametrize("name", [*CODINGS])
def test_codings_nested_beyond_reading_are_told_as_that(tmp_path: Path, name: str) -> None:
    study = tmp_path / "study"
    study.mkdir()
    (study / "P01_2010.txt").write_text("I: Hoe?\nR: Wij doen alles samen.\n", encoding="utf-8")
    (tmp_path / name).write_bytes(CODINGS[name]())
    with pytest.raises(BpQualError) as refused:
        import_codings(tmp_path / name, study)
    assert_told(refused.value, name)


@pytest.mark.parametrize("name", [*TALK])
def test_transcripts_nested_beyond_reading_are_told_as_that(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TALK[name]())
    with pytest.raises(BpQualError) as refused:
        read_paragraphs(tmp_path / name)
    assert_told(refused.value, name)


def test_a_codebook_nested_beyond_reading_is_told_as_that(tmp_path: Path) -> None:
    (path := tmp_path / "book.qdc").write_text(BOOK, encoding="utf-8")
    with pytest.raises(BpQualError) as refused:
        import_codebook(path)
    assert_told(refused.value, "book.qdc")


@pytest.mark.parametrize("deep", [30, 300, DEEP])
def test_yaml_says_how_deep_it_may_be_however_deep_it_is(tmp_path: Path, deep: int) -> None:
    (path := tmp_path / "book.yaml").write_text(f"codebook: b\ncodes: {'[' * deep}{']' * deep}\n", encoding="utf-8")
    with pytest.raises(BpQualError, match="is nested more than 20 levels deep") as refused:
        read_codebook(path)
    assert "not YAML" not in str(refused.value)


def test_a_broken_part_that_is_called_depth_is_no_nesting(tmp_path: Path) -> None:
    (path := tmp_path / "atlas.xml").write_text("<storedHU><depth></storedHU>", encoding="utf-8")
    with pytest.raises(BpQualError, match="cannot be read from line 1"):
        import_codings(path, tmp_path)
