"""Texts in the project of another program that are not UTF-8: read as a text file is, told, never replaced unsaid."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.exchange.refi_passages import read_refi_project
from bp_qual.study.importing import import_codings
from refi_builders import Mark, make_qdpx, pack

TALK = "I: Hoe gaat het?\nR: In het café werken wij samen met één buurman.\nI: En verder?\nR: Naïef of niet, samen.\n"
WAYS: dict[str, tuple[Callable[[str], bytes], str, str]] = {
    "cp1252": (lambda text: text.encode("cp1252"), "Read as Windows-1252", "één buurman"),
    "bytes": (
        lambda text: text.encode().replace("één".encode(), b"\xe9\xe9n"),
        "2 bytes are not UTF-8 and were read as Windows-1252 (first 0xe9 at byte",
        "één buurman",
    ),
    "UTF-16": (lambda text: text.encode("utf-16"), "", "één buurman"),
    "C1": (
        lambda text: text.replace(" met", "\x85\x92met").encode(),
        "2 control characters were read as",
        "één buurman",
    ),
    "older": (lambda text: text.encode("mac_roman"), "mac_roman, Macintosh: 'café'", "\ufffd\ufffdn buurman"),
    "nothing": (
        lambda text: text.encode().replace("één".encode(), b"\x81\xe9n"),
        "0x81 at byte",
        "\ufffd\ufffdn buurman",
    ),
}


def spoilt(way: str, ends: str, *, bom: bool = False) -> bytes:
    """Return a project whose text is encoded in a way, as in `WAYS`."""
    whole = make_qdpx({"P01_2010": TALK}, {"P01_2010": [Mark("één buurman", "samen")]}, ends=ends, bom=bom)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    text = next(name for name in files if name.endswith(".txt"))
    return pack(files | {text: WAYS[way][0](files[text].decode())})


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("way", WAYS)
def test_a_text_that_is_not_utf_8_is_read_as_a_text_file_is_and_told(way: str, ends: str) -> None:
    received = read_refi_project(spoilt(way, ends), "a.qdpx")
    told, said = WAYS[way][1:]
    assert [passage.quote for passage in received.passages] == [said]
    notes = [str(note) for note in received.notes if str(note).startswith("a.qdpx: P01_2010: ")]
    assert (len(notes), all(told in note for note in notes)) == (1 if told else 0, True), notes


def test_what_was_doubtful_in_the_bytes_is_told_by_the_import_and_the_codings_have_their_place(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\n", "utf-8")
    (tmp_path / "codebook.yaml").write_text("{language: nl, codes: [{id: samen, terms: [samen]}]}", "utf-8")
    (tmp_path / "P01_2010.txt").write_text(TALK, "utf-8")
    (project := tmp_path / "a.qdpx").write_bytes(spoilt("bytes", "\r\n"))
    done = import_codings(project, tmp_path)
    assert "één buurman" in (tmp_path / "codings" / "anna.jsonl").read_text("utf-8")
    assert "2 bytes are not UTF-8" in done.say("en")
