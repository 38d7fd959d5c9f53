"""Nobody is absent without a word: what lies in a study's folder is read, or named with what to do about it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import tarfile
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import check_study, read_corpus, read_study
from bp_qual.cli import main
from bp_qual.coding import apply_codebook
from bp_qual.compare import compare_waves
from bp_qual.files import write_atomically
from bp_qual.framework import make_portraits
from bp_qual.panel import count_codes
from bp_qual.plots import plot_panel
from bp_qual.report.html import render_report
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.folder_entries import list_entries
from bp_qual.study.gathering import codebook_of, gather_study
from bp_qual.study.study_inputs import read_inputs
from processor_time import at_most

TALK = "I: Hoe gaat het?\nR: " + "Wij doen hier veel samen met de buren en de gemeente. " * 8 + "\n"
BOOK = "{codebook: B, version: 1.0.0, language: nl, codes: [{id: samen, terms: [samen]}]}"


def make_study(folder: Path, *names: str, study: str = "") -> Path:
    """Write a study of which P01 and P02 were interviewed in both waves, and other interviews by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("P01_2010.txt", "P01_2020.txt", "P02_2010.txt", "P02_2020.txt", "P03_2020.txt", *names):
        (folder / name).write_text(TALK, encoding="utf-8")
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text(f"codebook: codebook.yaml\nfloor: 20\nlanguage: en\n{study}", encoding="utf-8")
    return folder


def old_word(folder: Path) -> None:
    (folder / "P03_2010.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 2000)


def pages(folder: Path) -> None:
    (folder / "P03_2010.pages").write_bytes(b"PK\3\4")


def recording(folder: Path) -> None:
    (folder / "P03_2010.mp3").write_bytes(b"ID3")


def in_icloud(folder: Path) -> None:
    (folder / ".P03_2010.docx.icloud").write_bytes(b"bplist00")


def broken_link(folder: Path) -> None:
    (folder / "P03_2010.txt").symlink_to("gone.txt")


def link_to_itself(folder: Path) -> None:
    (folder / "P03_2010.txt").symlink_to("P03_2010.txt")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "P03_2010.txt")


def without_ending(folder: Path) -> None:
    (folder / "P03_2010").write_text(TALK, encoding="utf-8")


def linked_folder(folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    (other / "P03_2010.txt").write_text(TALK, encoding="utf-8")
    (folder / "more").symlink_to(other)


def in_a_folder_of_the_wave(folder: Path) -> None:
    (folder / "Ronde 2010").mkdir()
    (folder / "Ronde 2010" / "P03.doc").write_bytes(b"\xd0\xcf\x11\xe0")


def package_of_macos(folder: Path) -> None:
    (folder / "P03_2010.rtfd").mkdir()
    (folder / "P03_2010.rtfd" / "TXT.rtf").write_text("{\\rtf1 R: Wij werken samen.}", encoding="utf-8")


def folder_in_its_place(folder: Path) -> None:
    (folder / "P03_2010.docx").mkdir()


def folder_of_its_own(folder: Path) -> None:
    (folder / "P03_2010").mkdir()
    (folder / "P03_2010" / "deel 1.txt").write_text(TALK, encoding="utf-8")


def packed(folder: Path) -> None:
    (folder / "P03_2010.zip").write_bytes(b"PK\3\4")


def linked_folder_of_the_interview(folder: Path) -> None:
    (folder / "P03_2010").symlink_to(folder.parent)


def linked_folder_of_the_wave(folder: Path) -> None:
    (folder / "2010").symlink_to(folder.parent)


def linked_folder_of_the_person(folder: Path) -> None:
    (folder / "p03").symlink_to(folder.parent)


def broken_link_to_a_folder(folder: Path) -> None:
    (folder / "Ronde 2010").symlink_to("gone")


def packed_with_a_password(folder: Path) -> None:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        archive.writestr("uit/P03_2010.docx", b"x")
    data = bytearray(buffer.getvalue())
    data[6] = data[data.find(b"PK\1\2") + 8] = 1
    (folder / "archief.zip").write_bytes(data)


def packed_by_tar(folder: Path) -> None:
    with tarfile.open(folder / "archief.tar.gz", "w:gz") as archive:
        for name, size in (("P02_2010.txt", 3_000_000), ("uit/P03_2010.docx", 40)):
            member = tarfile.TarInfo(name)
            member.size = size
            archive.addfile(member, io.BytesIO(b"x" * size))


def lock_of_a_long_name(folder: Path) -> None:
    (folder / "~$3_2010.docx").write_bytes(b"\x05ab")


def swap_of_vim(folder: Path) -> None:
    (folder / ".P03_2010.txt.swp").write_bytes(b"b0VIM 8.2")


def swap_of_vim_without_an_ending(folder: Path) -> None:
    (folder / ".P03_2010.swp").write_bytes(b"b0VIM 8.2")


def lock_of_emacs_without_an_ending(folder: Path) -> None:
    (folder / ".#P03_2010").symlink_to("anna@pc.1234")


def saved_by_emacs_without_an_ending(folder: Path) -> None:
    (folder / "#P03_2010#").write_text(TALK, encoding="utf-8")


def lock_of_emacs(folder: Path) -> None:
    (folder / ".#P03_2010.txt").symlink_to("anna@pc.1234")


def saved_by_emacs(folder: Path) -> None:
    (folder / "#P03_2010.txt#").write_text(TALK, encoding="utf-8")


def readable_of_two_persons(folder: Path) -> None:
    (folder / "P02 en P03 2010.txt").write_text(TALK, encoding="utf-8")


def readable_below_the_wave(folder: Path) -> None:
    (folder / "2010").mkdir()
    (folder / "2010" / "P02_P03.txt").write_text(TALK, encoding="utf-8")


def packed_wave(folder: Path) -> None:
    (folder / "2010.rar").write_bytes(b"Rar!")


def packed_person(folder: Path) -> None:
    (folder / "P03.7z").write_bytes(b"7z")


def leftover_of_macos(folder: Path) -> None:
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "._P03_2010.doc").write_bytes(b"x")
    old_word(folder / "__MACOSX")


def lock_of_word(folder: Path) -> None:
    (folder / "~$P03_2010.docx").write_bytes(b"\x05ab")


def lock_and_companion(folder: Path) -> None:
    lock_of_word(folder)
    companion_of_macos(folder)


def lock_of_libreoffice(folder: Path) -> None:
    (folder / ".~lock.P03_2010.odt#").write_text(",anna,pc,28.11.2026;", encoding="utf-8")


def companion_of_macos(folder: Path) -> None:
    (folder / "._P03_2010.docx").write_bytes(b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X")


def companion_in_a_packed_folder(folder: Path) -> None:
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "._P03_2010.docx").write_bytes(b"\x00\x05\x16\x07")


def of_two_persons(folder: Path) -> None:
    (folder / "P02_P03_2010.doc").write_bytes(b"\xd0\xcf\x11\xe0")


def of_two_persons_in_words(folder: Path) -> None:
    (folder / "P03 & P02 2010.mp3").write_bytes(b"ID3")


def with_a_short_year(folder: Path) -> None:
    (folder / "P03 10.doc").write_bytes(b"\xd0\xcf\x11\xe0")


def with_a_short_year_behind_a_line(folder: Path) -> None:
    (folder / "P03_10.doc").write_bytes(b"\xd0\xcf\x11\xe0")


def of_two_persons_glued(folder: Path) -> None:
    (folder / "P02P03_2010.doc").write_bytes(b"\xd0\xcf\x11\xe0")


def of_two_persons_below_the_wave(folder: Path) -> None:
    (folder / "2010").mkdir()
    (folder / "2010" / "P02_P03.doc").write_bytes(b"\xd0\xcf\x11\xe0")


def glued_to_the_wave(folder: Path) -> None:
    (folder / "P032010.doc").write_bytes(b"\xd0\xcf\x11\xe0")


def without_a_wave(folder: Path) -> None:
    (folder / "P03.doc").write_bytes(b"\xd0\xcf\x11\xe0")


def empty_folder_below_the_wave(folder: Path) -> None:
    (folder / "2010" / "P03").mkdir(parents=True)


def empty_folder_below_the_person(folder: Path) -> None:
    (folder / "P03" / "2010").mkdir(parents=True)


def empty_folder_of_the_wave(folder: Path) -> None:
    (folder / "Interviews 2010").mkdir()
    (folder / "Interviews 2010" / ".DS_Store").write_bytes(b"x")


def what_a_page_was_saved_with(folder: Path) -> None:
    (folder / "P03_2010_files").mkdir()
    (folder / "P03_2010_files" / "a.js").write_text("1", encoding="utf-8")


WITH_A_NAME = [
    lock_of_word, lock_of_libreoffice, lock_and_companion, companion_of_macos, companion_in_a_packed_folder,
    of_two_persons, of_two_persons_in_words, with_a_short_year,
    glued_to_the_wave, with_a_short_year_behind_a_line, of_two_persons_below_the_wave, without_a_wave,
    empty_folder_of_the_wave, empty_folder_below_the_wave, empty_folder_below_the_person, what_a_page_was_saved_with,
    old_word, pages, recording, in_icloud, broken_link, link_to_itself, pipe, without_ending, packed,
    in_a_folder_of_the_wave, package_of_macos, folder_in_its_place, folder_of_its_own,
    linked_folder_of_the_interview, linked_folder_of_the_wave, linked_folder_of_the_person, broken_link_to_a_folder,
    swap_of_vim, lock_of_emacs, saved_by_emacs,
    swap_of_vim_without_an_ending, lock_of_emacs_without_an_ending, saved_by_emacs_without_an_ending,
    packed_with_a_password, packed_by_tar, packed_wave, packed_person, lock_of_a_long_name, of_two_persons_glued,
    readable_of_two_persons, readable_below_the_wave, leftover_of_macos,
]  # fmt: skip


@pytest.mark.parametrize("leave", [*WITH_A_NAME, linked_folder])
def test_an_interview_that_is_not_read_stops_the_comparison_and_is_named(
    leave: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    leave(folder)
    done = CliRunner().invoke(main, ["compare", str(folder), "-o", str(tmp_path / "out")])
    assert done.exit_code == 1
    usual = {path.name for path in make_study(tmp_path / "plain").iterdir()}
    named = next(path.name for path in folder.iterdir() if path.name not in usual)
    named = named if named != "__MACOSX" else "P03_2010.doc"
    assert named.removeprefix("~$").removeprefix("._").removeprefix(".").removesuffix(".icloud") in done.output
    assert not (tmp_path / "out").exists()
    assert len(check_study(folder).problems) == 1


@pytest.mark.sweep(10)
@pytest.mark.parametrize("leave", WITH_A_NAME)
def test_nobody_whose_interview_is_not_read_is_said_to_have_been_interviewed_in_one_wave_only(
    leave: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    leave(folder)
    assert not [note for note in check_study(folder).notes if "interviewed in 2020 only" in note]
    _, corpus, book = read_inputs(folder, skip_unreadable=True)
    assert corpus.missing == (("P03", "2010"),)
    assert "P03        ?" in repr(corpus)
    found = compare_waves(count_codes(apply_codebook(book, corpus), corpus, book), floor=20, language="en")
    assert found.attrition.set_index("person").loc["P03", ["status", "note"]].tolist() == [
        "not read",
        "the interview in 2010 was not read",
    ]
    told = str(found) + " ".join(map(str, found.warnings)) + render_report(found, language="en")
    assert "P03: an interview was not read, so not compared" in told
    assert "one of the two waves only" not in told
    assert "not interviewed" not in told.replace("not interviewed in both waves", "")


def test_a_person_of_whom_no_interview_can_be_read_is_in_every_table_as_not_read(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    for name in ("P04_2010.docx", "P05_2010.docx", "P05_2020.docx"):
        (folder / name).write_bytes(b"no document")
    _, corpus, book = read_inputs(folder, skip_unreadable=True)
    panel = count_codes(apply_codebook(book, corpus), corpus, book)
    assert panel.persons == ("P01", "P02", "P03", "P04", "P05")
    assert "5 interviews with 3 of 5 persons" in corpus.say("en")
    assert "5 interviews met 3 van 5 personen" in corpus.say("nl")
    assert not {"P04", "P05"} & {*panel.exposure["person"], *panel.counts["person"]}
    found = compare_waves(panel, floor=20, language="en")
    attrition = found.attrition.set_index("person").loc[["P04", "P05"]]
    assert attrition["status"].tolist() == ["not read", "not read"]
    assert attrition["note"].tolist() == [
        "the interview in 2010 was not read · not interviewed in 2020",
        "the interview in 2010 was not read · the interview in 2020 was not read",
    ]
    own = found.persons[found.persons["person"].isin(["P04", "P05"])]
    assert own["verdict"].tolist() == ["not tested"] * 2
    assert own[["mentions_before", "mentions_after"]].isna().all(axis=None)
    assert "2 of 5 persons were interviewed in both waves" in str(found)
    assert "an interview of 2 could not be read" in str(found)
    page = render_report(found, language="en")
    assert "the interview in 2010 was not read; the interview in 2020 was not read." in page.lower()
    assert page.count("Not found: samen") == 0
    assert make_portraits(panel)[4].was_read is False
    assert "A question mark: an interview that was not read." in json.dumps(plot_panel(panel).spec())


NAMED = [
    ("Willem 2010.doc", "Willem"), ("interview Els de Boer 2010.pages", "Els de Boer"), ("2010/Fatima.wpd", "Fatima"),
    (".Willem_2010.docx.icloud", "Willem"), ("Begroting 2010.doc", ""), ("toestemming Willem 2010.doc", ""),
    ("May 2010.doc", ""), ("Willem 2010.mp3", ""), ("Willem 2010.jpg", ""), ("Willem 2015.doc", ""),
    ("Anna 2010.doc", ""), ("A. Bos 2010.doc", ""), ("Sofia congres 2010.doc", ""), ("Willem.doc", ""),
    ("topiclijst Willem 2010.doc", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "person"), NAMED)
def test_a_document_called_after_somebody_new_is_an_interview_where_all_are_called_by_their_names(
    name: str, person: str, tmp_path: Path
) -> None:
    for one in ("Anna 2010", "Anna 2020", "Bert Smit 2010", "Bert Smit 2020"):
        (tmp_path / f"{one}.txt").write_text(TALK, encoding="utf-8")
    rows = "".join(f"{one}.txt,{one[:-5]},{one[-4:]}\n" for one in ("Anna 2010", "Anna 2020", "Bert Smit 2010"))
    (tmp_path / "interviews.csv").write_text(f"file,person,wave\n{rows}Bert Smit 2020.txt,Bert Smit,2020\n", "utf-8")
    (file := tmp_path / name).parent.mkdir(exist_ok=True)
    file.write_bytes(b"x")
    assert gather_study(tmp_path)[0].missing == (((person, "2010"),) if person else ())


@pytest.mark.parametrize("name", [".viminfo.swp", ".P01_2010.swp", ".P01_2010.txt.swp"])
def test_the_lock_of_a_hidden_file_or_of_a_document_that_is_read_is_no_absence(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / ".viminfo").write_bytes(b"x")
    (folder / name).write_bytes(b"b0VIM 8.2")
    assert check_study(folder).problems == ()
    assert not [note for note in check_study(folder).notes if "viminfo" in note]


def test_a_transcript_that_is_damaged_is_no_absence_either(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "P03_2010.docx").write_bytes(b"no document")
    corpus = read_corpus(folder, skip_unreadable=True)
    assert corpus.missing == (("P03", "2010"),)
    assert not [note for note in check_study(folder).notes if "interviewed in 2020 only" in note]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "2010").mkdir(mode=0)
    try:
        assert "2010  is a folder that cannot be read" in str(check_study(folder).problems[0])
    finally:
        (folder / "2010").chmod(0o700)


def test_a_folder_that_the_system_refuses_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "2010").mkdir()
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "2010":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert "2010  is a folder that cannot be read (Permission denied)" in str(check_study(folder).problems[0])


def test_a_recording_beside_its_transcript_a_form_and_a_picture_are_named_in_one_note(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    for name in ("P01_2010.mp3", "P02_2010.mp3", "consent.pages", "photo.jpg", "P02_1.jpg"):
        (folder / name).write_bytes(b"x")
    findings = check_study(folder)
    assert findings.problems == ()
    told = [note for note in findings.notes if note.startswith("not read")]
    assert told == ["not read: .jpg (P02_1.jpg, + 1), .mp3 (P01_2010.mp3, + 1), .pages (consent.pages)."]


def test_what_belongs_to_a_study_and_what_is_hidden_is_not_named(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "persons.csv").write_text("person,kind\nP01,a\nP02,a\nP03,a\n")
    (folder / "interviews.csv").write_text("file,person,wave\nP01_2010.txt,P01,2010\n")
    (folder / "results").mkdir()
    (folder / "results" / "run.json").write_text('{"bp_qual": "1", "outputs": {"codes.csv": ""}}')
    (folder / "results" / "codes.csv").write_bytes(b"code,persons,up,down\n")
    for name in (
        ".DS_Store",
        "._P01_2010.txt",
        "._.Trashes",
        "~$P01_2010.txt",
        "Thumbs.db",
        "README.md",
        "LICENSE",
        ".P09_2010.txt",
    ):
        (folder / name).write_bytes(b"x")
    findings = check_study(folder)
    assert findings.problems == ()
    assert not [note for note in findings.notes if "not read" in note]


def test_a_folder_named_after_an_interview_that_is_read_from_it_is_no_problem(tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    (folder / "P03_2010").mkdir()
    (folder / "P03_2010" / "P03_2010.txt").write_text(TALK, encoding="utf-8")
    (folder / "P01_2010").mkdir()  # read from beside it
    findings = check_study(folder)
    assert not findings.problems
    assert "P03_2010" in {transcript.interview for transcript in findings.corpus.transcripts}


def waves_of(folder: Path, person: str) -> list[str]:
    """Return the waves in which a person was interviewed, as the study is read."""
    return sorted(interview.wave for interview in read_study(folder).interviews if person in interview.persons)


def test_a_file_of_the_same_name_in_another_folder_than_interviews_csv_says_is_an_interview_of_its_own(
    tmp_path: Path,
) -> None:
    folder = make_study(tmp_path / "study", study="transcripts: talk\n")
    for wave in ("2010", "2020"):
        (folder / "talk" / wave).mkdir(parents=True)
        (folder / "talk" / wave / "P07.txt").write_text(TALK)
        (folder / "talk" / wave / "persons.csv").write_text("P08,2020")
    (folder / "interviews.csv").write_text("file,person,wave\n2010/P07.txt,P07,2010\n")
    assert waves_of(folder, "P07") == ["2010", "2020"]
    assert "not read: .csv (talk/2010/persons.csv, + 1)." in check_study(folder).notes


@pytest.mark.parametrize("record", ["{}", "[1", '{"bp_qual": "1", "outputs": {"codes.csv": "", "report.html": ""}}'])
def test_a_run_json_hides_nothing_but_what_it_names(tmp_path: Path, record: str) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "2010").mkdir()
    (folder / "2010" / "P03.txt").write_text(TALK)
    (folder / "2010" / "run.json").write_text(record)
    assert waves_of(folder, "P03") == ["2010", "2020"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", ["P03_2010.txt", "P03_2010.csv", "P03_2010.docx"])
def test_a_run_json_hides_no_interview_by_naming_it_even_with_its_hash(tmp_path: Path, name: str) -> None:
    folder = make_study(tmp_path / "study")
    (folder / name).write_text(TALK if name.endswith("txt") else "speaker,text\nR,ja\n")
    named = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    (folder / "run.json").write_text(json.dumps({"bp_qual": "1", "outputs": {name: named, "thesis.txt": named}}))
    (folder / "thesis.txt").write_bytes((folder / name).read_bytes())
    assert waves_of(folder, "P03") == ["2010", "2020"]
    CliRunner().invoke(main, ["compare", str(folder), "-o", str(folder), "--skip-unreadable"])
    assert (folder / name).is_file()
    assert (folder / "thesis.txt").is_file()


def test_what_several_names_may_hold_is_asked_of_them_all(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P04_2020.txt")
    (folder / "2010.zip").write_bytes(b"PK")
    (missed,) = read_study(folder).unread
    assert {(missed.person, missed.wave), *missed.others} == {("P03", "2010"), ("P04", "2010")}
    _, corpus, _ = read_inputs(folder, skip_unreadable=True)
    assert sorted(corpus.missing) == [("P03", "2010"), ("P04", "2010")]


@pytest.mark.parametrize("name", ["foto's.zip", "P01_2010.zip", "P01.rar", "backup.7z", "P03_foto.zip.jpg"])
def test_a_packed_file_that_holds_nobodys_interview_is_named_in_a_note(tmp_path: Path, name: str) -> None:
    folder = make_study(tmp_path / "study")
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr("P01_2010.txt", TALK)
        archive.writestr("foto.jpg", b"x")
    findings = check_study(folder)
    assert findings.problems == ()
    assert any(note.startswith("not read: ") and name in note for note in findings.notes)


@pytest.mark.parametrize("apart", [True, False])
def test_junk_among_the_samples_and_codings_is_named(tmp_path: Path, apart: bool) -> None:
    folder = make_study(tmp_path / "study", study="transcripts: talk\n" * apart)
    (folder / "talk").mkdir()
    for path in folder.glob("P0*.txt") if apart else ():
        path.rename(folder / "talk" / path.name)
    for place in ("samples", "codings", "codings/copies", "__MACOSX"):
        (folder / place).mkdir(parents=True)
        for name in ("junk.dat", "list.csv", "codes.xls"):
            (folder / place / name).write_text("a,b\n1,2\n")
    (folder / "samples" / "own.csv").write_text("interview,unit,start,end\n")  # made by hand
    (told,) = [note for note in check_study(folder).notes if note.startswith("not read: ")]
    assert told.count(", + 3)") == 3
    (folder / "samples" / "list.csv").unlink()
    (told,) = [note for note in check_study(folder).notes if note.startswith("not read: ")]
    assert told.count(", + 2)") == 1
    assert "own.csv" not in told


@pytest.mark.parametrize("left", [".bp_qual-staging-999999999/codes.csv", ".codes.csv.bp_qual-999999999"])
@pytest.mark.parametrize("place", ["", "out"])
def test_what_a_killed_run_left_hidden_is_named_and_goes_with_the_next(tmp_path: Path, left: str, place: str) -> None:
    folder = make_study(tmp_path / "study")
    (folder / place / left).parent.mkdir(parents=True) if "/" in left or place else None
    (folder / place / left).write_bytes(b"x")
    top = left.partition("/")[0]
    assert [note for note in check_study(folder).notes if "killed while it wrote" in note and top in note]
    done = CliRunner().invoke(main, ["code", str(folder), "-o", str(folder / place / "codings.csv")])
    assert done.exit_code == 0, done.output
    assert not [path for path in (folder / place).iterdir() if "bp_qual-" in path.name]
    assert not [note for note in check_study(folder).notes if "killed" in note]


def test_what_a_running_process_writes_is_neither_named_nor_removed(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / f".codes.csv.bp_qual-{os.getppid()}").write_bytes(b"x")
    assert not [note for note in check_study(folder).notes if "killed" in note]
    write_atomically(folder / "codes.csv", b"x")
    assert (folder / f".codes.csv.bp_qual-{os.getppid()}").exists()


def test_a_run_that_writes_its_output_among_the_interviews_hides_none_of_them(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "2010").mkdir()
    (folder / "2010" / "P03.txt").write_text(TALK)
    for _ in range(2):
        done = CliRunner().invoke(main, ["compare", str(folder), "-o", str(folder / "2010")])
        assert done.exit_code == 0
        assert "not read" not in done.output
        assert waves_of(folder, "P03") == ["2010", "2020"]


@pytest.mark.parametrize("name", ["p03_2010.doc", "P03_2010.docx.bak", "P03_2010.txt.gpg", "P03 _2010.pages"])
def test_an_interview_with_an_odd_name_that_is_not_read_is_that_of_the_person_it_means(
    tmp_path: Path, name: str
) -> None:
    folder = make_study(tmp_path / "study")
    (folder / name).write_bytes(b"x")
    assert [(missed.person, missed.wave) for missed in read_study(folder).unread] == [("P03", "2010")]


def test_leftovers_of_other_programs_are_named(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    for name in ("Fatima.bak", "Fatima.tmp", "transcribe.log"):
        (folder / name).write_bytes(b"x")
    assert "not read: .bak (Fatima.bak), .log (transcribe.log), .tmp (Fatima.tmp)." in check_study(folder).notes


def test_an_accent_written_in_two_ways_is_one_person(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    parted = unicodedata.normalize("NFD", "Ren\u00e9")
    for name in (f"{parted}_2010.txt", "Ren\u00e9_2020.txt", f"{parted}.txt"):
        (folder / name).write_text(TALK, encoding="utf-8")
    (folder / "interviews.csv").write_text(f"file,person,wave\nRen\u00e9.txt,{parted},2015\n", encoding="utf-8")
    assert waves_of(folder, "Ren\u00e9") == ["2010", "2015", "2020"]


def test_an_interview_beside_the_folder_of_transcripts_is_named(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "clean").mkdir()
    for name in ("P01_2010.txt", "P01_2020.txt"):
        (folder / name).rename(folder / "clean" / name)
    (folder / "study.yaml").write_text("codebook: codebook.yaml\ntranscripts: clean\n")
    told = [str(note) for note in read_study(folder).notes if note.kind == "beside the transcripts"]
    assert told[0].startswith("next to the folder of transcripts, so not read: ")
    assert "P02_2010.txt" in told[0]


ELSEWHERE = ("raw/P03_2020.txt", "raw/P09_2010.txt", "P03.jpg", "P09_2010/", "notes/", "backup_2010.zip")


@pytest.mark.parametrize(
    ("name", "held", "note"),
    [
        ("raw/P03_2010.docx", ("P03", "2010"), "the interview in 2010 was not read"),
        ("2010/interview p03.txt", ("P03", "2010"), "the interview in 2010 was not read"),
        ("P03 gesprek.mp3", ("P03", "2010"), "the interview in 2010 was not read"),
        ("P03_2010.zip", ("P03", "2010"), "the interview in 2010 was not read"),
        ("interviews 2010.rar", ("P03", "2010"), "the interview in 2010 was not read"),
        ("P03_2010/", ("P03", "2010"), "the interview in 2010 was not read"),
        ("2010/P03/", ("P03", "2010"), "the interview in 2010 was not read"),
        ("Ronde 2010/", ("P03", "2010"), "the interview in 2010 was not read"),
        ("P03/", ("P03", "2010"), "the interview in 2010 was not read"),
        ("P03_2010.pages/", ("P03", "2010"), "the interview in 2010 was not read"),
        ("P03 (2).txt", ("P03", ""), "an interview that was not read may be of 2010"),
        ("P03 over 2010 en 2020.txt", ("P03", ""), "an interview that was not read may be of 2010"),
        *((name, None, "not interviewed in 2010") for name in ELSEWHERE),
    ],
)
def test_whose_interview_lies_beside_the_transcripts_is_not_said_to_have_been_interviewed_once(
    tmp_path: Path, name: str, held: tuple[str, str] | None, note: str
) -> None:
    folder = put_beside(tmp_path, name)
    study = read_study(folder)
    corpus = gather_corpus(study)[0]
    book = codebook_of(study)
    assert corpus.missing == ((held,) if held else ())
    assert "P09" not in corpus.persons
    report = check_study(folder)
    assert [Path(name).name in str(problem) for problem in report.problems] == [True] * bool(held and held[1])
    once = [told for told in report.notes if "interviewed in 2020 only" in told]
    assert bool(once) == (held is None)
    found = compare_waves(count_codes(apply_codebook(book, corpus), corpus, book), floor=20, language="en")
    person = found.attrition.set_index("person").loc["P03"]
    assert (person["status"] == "not read") == bool(held)
    assert person["note"] == note


def test_who_is_called_by_a_number_only_is_not_named_by_every_number(tmp_path: Path) -> None:
    for name in ("1_2010.txt", "1_2020.txt", "2_2020.txt", "bijlage 2.doc"):
        (tmp_path / name).write_text(TALK, encoding="utf-8")
    assert gather_corpus(read_study(tmp_path))[0].missing == ()


@pytest.mark.parametrize(
    "name", ["P03 toestemmingsformulier.doc", "consentformulier P03.doc", "informatiebrief P03.txt"]
)
def test_a_form_or_letter_about_somebody_is_no_interview(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / name).write_text("Hierbij.", encoding="utf-8")
    assert gather_corpus(read_study(folder))[0].missing == ()
    assert [note for note in check_study(folder).notes if name in note]


@pytest.mark.parametrize("name", ["foto's 2010", "2015", "2010 en 2020", "P01 2010", "2020"])
def test_an_empty_folder_of_no_wave_or_of_whose_interviews_are_read_is_passed_over(tmp_path: Path, name: str) -> None:
    folder = make_study(tmp_path / "study")
    (folder / name).mkdir()
    assert check_study(folder).problems == ()


def test_an_empty_folder_of_a_wave_is_of_everybody_who_lacks_it(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P04_2020.txt")
    empty_folder_of_the_wave(folder)
    assert sorted(gather_corpus(read_study(folder))[0].missing) == [("P03", "2010"), ("P04", "2010")]


def test_a_document_that_was_lost_from_a_folder_is_told_once(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "2010").mkdir()
    (folder / "2010" / "._P03.docx").write_bytes(b"x")
    (problem,) = check_study(folder).problems
    assert "P03.docx" in str(problem)


def test_a_recording_without_its_transcript_is_told_as_one(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    recording(folder)
    assert "P03_2010.mp3  is a recording" in str(check_study(folder).problems[0])


def test_beside_the_transcripts_each_file_is_named_once_and_what_describes_the_study_is_not(tmp_path: Path) -> None:
    folder = put_beside(tmp_path, "K7 los.txt")
    (folder / "K7 los.txt").write_text(TALK * 4, encoding="utf-8")
    (folder / "codebook_0.9.yaml").write_text(BOOK, encoding="utf-8")
    done = CliRunner().invoke(main, ["report", str(folder), "--html", str(folder / "eindmeting.html")])
    assert done.exit_code == 0, done.output
    notes = [str(note) for note in read_study(folder).notes]
    (told,) = [note for note in notes if "K7 los.txt" in note]
    assert told.startswith("next to the folder of transcripts")
    assert told.count("K7 los.txt") == 1
    assert not [note for note in notes if "codebook_0.9" in note or "eindmeting.html" in note]


def put_beside(tmp_path: Path, name: str) -> Path:
    """Return a study of which P03 was interviewed in 2020 only, with an entry beside its folder of transcripts."""
    folder = make_study(tmp_path / "study", study="transcripts: clean\n")
    (folder / "clean").mkdir()
    for file in folder.glob("P0*.txt"):
        file.rename(folder / "clean" / file.name)
    entry = folder / name
    if name.endswith("/"):
        entry.mkdir(parents=True)
    elif name == "backup_2010.zip":
        with zipfile.ZipFile(entry, "w") as archive:
            archive.writestr("clean/P01_2010.txt", TALK)
    else:
        entry.parent.mkdir(exist_ok=True)
        entry.write_text(TALK, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("P03_lente.txt", ("P03", "")),
        ("Interview p03 - uitgewerkt.pages", ("P03", "")),
        ("P03 tweede gesprek.doc", ("P03", "")),
        ("P03_T2.txt", ("P03", "")),
        ("P03 follow-up.docx", ("P03", "")),
        ("P02 lente.txt", None),
        ("P03 toestemming.doc", None),
        ("P03.jpg", None),
        ("P030 lente.txt", None),
    ],
)
def test_whom_a_name_among_the_interviews_speaks_of_in_passing_is_not_read(
    tmp_path: Path, name: str, held: tuple[str, str] | None
) -> None:
    folder = make_study(tmp_path / "study", study="waves: ['2010', '2020']\n")
    (folder / name).write_text(TALK, encoding="utf-8")
    corpus = gather_corpus(gather_study(folder)[0])[0]
    assert corpus.missing == ((held,) if held else ())
    assert bool([n for n in check_study(folder).notes if "interviewed in 2020 only" in n]) == (held is None)


def test_a_name_without_its_accents_is_the_same_person(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "Jos\u00e9_2010.txt")
    (folder / "Jose_2020.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "gesprek met jose 2020 def.pages").write_bytes(b"PK")
    assert gather_corpus(read_study(folder))[0].missing == (("Jos\u00e9", "2020"),)


def test_the_day_on_which_a_file_was_copied_is_no_wave(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "P03_2020 (Conflicted copy of Jan 2010-01-05).txt").write_text(TALK, encoding="utf-8")
    study = read_study(folder)
    assert [i.wave for i in study.interviews if "P03" in i.persons] == ["2020"]


def test_what_macos_packed_beside_a_document_that_is_there_is_passed_over(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    before = check_study(folder)
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "._P01_2010.txt").write_bytes(b"\x00\x05\x16\x07")
    after = check_study(folder)
    assert (after.problems, after.notes) == (before.problems, before.notes)


def test_an_interview_that_is_not_read_twice_is_missing_once(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    old_word(folder)
    pages(folder)
    assert read_inputs(folder, skip_unreadable=True)[1].missing == (("P03", "2010"),)


def test_a_document_beside_the_transcripts_is_told_to_lie_outside_their_folder(tmp_path: Path) -> None:
    (problem,) = check_study(put_beside(tmp_path, "raw/P03_2010.docx")).problems
    assert "lies outside the folder of transcripts" in str(problem)


@pytest.mark.parametrize("name", ["P03/consent.jpg", "P03/foto/", "P03/consent.pdf"])
def test_a_folder_of_somebody_s_papers_beside_the_transcripts_is_no_interview(tmp_path: Path, name: str) -> None:
    folder = put_beside(tmp_path, name)
    assert not read_study(folder).unread


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Fatima maart 2020 def.docx", True), ("Gesprek met Jan.vtt", True), ("oud/P09 eerste.doc", True),
        ("Interview Jan.mp3", True), ("p01 aanvulling.odt", True), ("eindmeting Piet.pages", True),
        ("zonder naam.txt", True), ("Interviewleidraad.docx", False), ("notities.docx", False),
        ("toestemming.pdf", False), ("foto 2020.jpg", False), ("tabel 2020.xlsx", False), ("README.md", False),
    ],
)  # fmt: skip
def test_whatever_looks_like_an_interview_beside_the_transcripts_is_named(
    tmp_path: Path, name: str, named: bool
) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "clean").mkdir()
    for file in folder.glob("P0*.txt"):
        file.rename(folder / "clean" / file.name)
    (folder / "study.yaml").write_text("codebook: codebook.yaml\ntranscripts: clean\n")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(TALK * 2 if name.startswith("zonder") else "Over de opzet van dit onderzoek.")
    told = [str(note) for note in read_study(folder).notes if note.kind == "beside the transcripts"]
    assert [name in note for note in told] == [True] * named


@pytest.mark.parametrize("place", ["/", "/proc", "/sys", "/dev"])
def test_a_folder_of_the_system_is_refused_at_once_even_if_the_user_allows_it(tmp_path: Path, place: str) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "study.yaml").write_text(f"codebook: codebook.yaml\ntranscripts: {place}\n")
    with at_most(5):
        (problem,) = gather_study(folder, allow_outside=True)[1]
        assert "is a folder of the system, not of a study." in str(problem)


def test_a_file_that_the_system_only_shows_as_one_is_not_read(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "persons.csv").unlink(missing_ok=True)
    (folder / "persons.csv").symlink_to("/proc/self/environ")
    told = "\n".join(map(str, gather_study(folder, allow_outside=True)[1]))
    assert "is no file, but shown as one by the system" in told


def test_a_folder_of_many_documents_that_say_no_wave_is_no_study(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_study(tmp_path / "study")
    for number in range(8):
        (folder / f"brief {number} a.txt").write_text("Beste.")
    monkeypatch.setattr("bp_qual.study.interview_files.MOST_SILENT", 7)
    (problem,) = gather_study(folder)[1]
    assert "holds 8 documents whose names and folders say no wave" in str(problem)


def test_init_names_what_it_cannot_read(tmp_path: Path) -> None:
    for name in ("P01_2010.txt", "P01_2020.txt"):
        (tmp_path / name).write_text(TALK)
    (tmp_path / "P02_2010.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    done = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert done.exit_code == 0
    assert "P02_2010.doc" in done.output


def test_a_folder_with_very_many_entries_is_no_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_study(tmp_path / "study")
    monkeypatch.setattr("bp_qual.study.folder_entries.MOST_ENTRIES", 5)
    assert "holds more than 5 files and folders" in str(check_study(folder).problems[0])


@pytest.mark.parametrize("number", [50])
def test_the_entries_of_a_folder_are_all_there_however_deep(number: int, tmp_path: Path) -> None:
    place = tmp_path
    for _ in range(number):
        place = place / "a"
    place.mkdir(parents=True)
    (place / "P01_2010.txt").write_text("R: Ja.")
    assert [entry.path.name for entry in list_entries(tmp_path) if not entry.is_looked_into] == ["P01_2010.txt"]


def test_a_pattern_for_names_that_can_be_read_in_endless_ways_is_refused(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", study='filename: "{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}_{person}_{wave}"\n')
    (folder / ("a" * 120 + "_x.txt")).write_text(TALK)
    problem = str(check_study(folder).problems[0])
    assert "can be read in too many ways" in problem
    assert "Put something fixed between its parts" in problem


def link_out(path: Path) -> None:
    (outside := path.parents[2] / "outside.txt").write_text("{}")
    path.symlink_to(outside)


def link_to_nothing(path: Path) -> None:
    path.symlink_to("gone")


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path.name)


def named_pipe(path: Path) -> None:
    os.mkfifo(path)


ODD = [link_out, link_to_nothing, link_in_a_circle, named_pipe]
BESIDE_TALK = [
    "codings/anna.jsonl",
    "samples/first.csv",
    "codebooks/earlier.yaml",
    "notes/README.md",
    "notes/form.docx",
]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes")
@pytest.mark.sweep(2)
@pytest.mark.parametrize("transcripts", ["", "talk"])
@pytest.mark.parametrize("name", BESIDE_TALK)
@pytest.mark.parametrize("leave", ODD)
def test_what_lies_elsewhere_in_a_study_and_is_no_ordinary_file_is_named_by_every_command(
    leave: Callable[[Path], None], name: str, transcripts: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", study=f"transcripts: {transcripts}\n" if transcripts else "")
    for file in folder.glob("P*.txt") if transcripts else ():
        (folder / transcripts).mkdir(exist_ok=True)
        file.rename(folder / transcripts / file.name)
    (folder / name).parent.mkdir()
    leave(folder / name)
    for command in (["check"], ["compare", "-o", str(tmp_path / "out")]):
        done = CliRunner().invoke(main, [command[0], str(folder), *command[1:]])
        assert done.exit_code == 0
        assert name in done.output
        assert "anna (" not in done.output
        assert "--count" not in done.output  # nobody coded by hand


@pytest.mark.parametrize("name", ["anna.json", "sub/anna.jsonl", "-.jsonl", "minutes.pages"])
def test_a_file_among_the_codings_that_is_no_coders_is_named(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", study="transcripts: talk\n")
    (folder / "talk").mkdir()
    (folder / "P01_2010.txt").rename(folder / "talk" / "P01_2010.txt")
    (folder / "codings" / name).parent.mkdir(parents=True)
    (folder / "codings" / name).write_bytes(b"{}")
    assert [note for note in check_study(folder).notes if f"codings/{name}" in note]


def test_what_some_command_reads_is_not_named(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", study="transcripts: talk\n")
    (folder / "talk").mkdir()
    for file in folder.glob("P*.txt"):
        file.rename(folder / "talk" / file.name)
    for name in ("codings/anna.jsonl", "codings/anna (conflicted copy).jsonl", "samples/first.csv", "README.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"unit,interview,start,end\n" if name.startswith("samples") else b"")
    (folder / "words.txt").write_text("samen\n")
    (folder / "persons.csv").write_text("person\nP01\nP02\nP03\n")
    (folder / "codebook.yaml").write_text(BOOK.replace("terms: [samen]", "terms_from: words.txt"))
    findings = check_study(folder)
    assert findings.problems == ()
    assert not [note for note in findings.notes if "not read" in note]


@pytest.mark.parametrize("key", ["terms_from: kern_1.txt", "terms_from: {nl: [kern_1.txt]}"])
def test_a_word_list_whose_name_is_that_of_an_interview_is_none(key: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "kern_1.txt").write_text("samen\n")
    (folder / "codebook.yaml").write_text(BOOK.replace("terms: [samen]", key))
    assert "kern" not in {person for interview in read_study(folder).interviews for person in interview.persons}
    assert not [note for note in check_study(folder).notes if "kern_1" in note]


def test_a_coder_whose_file_is_a_link_out_of_the_study_is_told_so_when_asked_for(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "codings").mkdir()
    link_out(folder / "codings" / "anna.jsonl")
    for more in (["--coder", "anna"], []):
        done = CliRunner().invoke(
            main, ["compare", str(folder), "-o", str(tmp_path / "out"), "--count", "human", *more]
        )
        assert done.exit_code == 1
        assert "codings/anna.jsonl is a link to a place outside the study" in " ".join(done.output.split())


@pytest.mark.parametrize(
    "names", ["P03 en P04_2010.doc", "P03+P04 2010.pages", "P03, P04 2010.doc", "P03-P04_2010.m4a"]
)
def test_both_persons_of_an_interview_that_is_not_read_are_not_read(names: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P04_2020.txt")
    (folder / names).write_bytes(b"\xd0\xcf\x11\xe0")
    _, corpus, _ = read_inputs(folder, skip_unreadable=True)
    assert corpus.missing == (("P03", "2010"), ("P04", "2010"))
    assert len(check_study(folder).problems) == 1


@pytest.mark.parametrize("name", ["P03 2010.jpg", "P01 en P02_2010.doc", "P01.doc", "P01"])
def test_what_says_more_than_persons_and_waves_or_is_of_who_is_read_is_no_missing_interview(
    name: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    if "." in name:
        (folder / name).write_bytes(b"\xd0\xcf\x11\xe0")
    else:
        (folder / name).mkdir()
    assert check_study(folder).problems == ()


@pytest.mark.parametrize("lock", ["~$P01_2010.txt", "~$1_2010.txt", ".~lock.P01_2010.txt#", "._P01_2010.txt"])
def test_the_lock_of_a_document_that_is_there_is_passed_over(lock: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    before = check_study(folder)
    (folder / lock).write_bytes(b"\x05ab")
    after = check_study(folder)
    assert (after.problems, after.notes) == (before.problems, before.notes)


def test_the_page_on_trust_says_how_many_ways_were_tried() -> None:
    page = (Path(__file__).parents[1] / "docs" / "trust.md").read_text("utf-8")
    assert f"{len([*WITH_A_NAME, linked_folder])} ways in which an interview cannot be read" in page


@pytest.mark.parametrize("name", ["Interview P03 2010.docx", "verslag.docx", "verslagje.docx"])
def test_the_lock_of_a_long_name_is_told_by_its_own_name_or_not_at_all(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    lost = 1 if len(Path(name).stem) == 7 else 2
    (folder / f"~${name[lost:]}").write_bytes(b"\x05ab")
    told = " ".join([*map(str, check_study(folder).problems), *check_study(folder).notes])
    assert f"~${name[lost:]}" in told
    assert re.search(rf"(?<!\$){re.escape(name[lost:])}", told) is None
    (folder / name).write_bytes(b"x")
    assert "~$" not in " ".join([*map(str, check_study(folder).problems), *check_study(folder).notes])


@pytest.mark.parametrize(
    ("lock", "dutch", "english"),
    [
        ("~$P9_2011.docx", "is het slot van een document dat er niet is", "is the lock of a document that is not here"),
        ("~$topiclijst.docx", "met dezelfde naam zonder ~$", "of the same name without ~$"),
        ("~$Interview Kees.docx", "verwijder dan ~$Interview Kees.docx", "delete ~$Interview Kees.docx: nothing"),
        ("~$P9.docx", "P9.docx is er niet: van dit document is er alleen ~$P9.docx", "P9.docx is not here: of this"),
        (".~lock.P9_2011.odt#", "verwijder dan .~lock.P9_2011.odt#", "P9_2011.odt is not here: of this document only"),
        (".P9_2011.txt.swp", "P9_2011.txt is er niet: van dit document", "P9_2011.txt is not here: of this document"),
    ],
)
def test_a_lock_says_which_document_is_missing_and_may_be_deleted(
    lock: str, dutch: str, english: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    (folder / lock).write_bytes(b"\x05ab")
    for language, expected in (("nl", dutch), ("en", english)):
        found = check_study(folder, language=language)
        told = " ".join(" ".join([*(problem.say(language) for problem in found.problems), *found.notes]).split())
        assert expected in told, told
        assert f"{lock} is er niet" not in told
        assert f"{lock} is not here" not in told


@pytest.mark.parametrize("name", [".P03_2010.txt.swp", "#P03_2010.txt#", ".#P03_2010.txt", "~$03_2010.txt"])
def test_a_lock_beside_its_document_is_passed_over(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P03_2010.txt")
    (folder / name).write_bytes(b"x")
    assert check_study(folder).problems == ()


def test_copies_with_one_name_are_told_with_their_folders(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "backup").mkdir()
    (folder / "backup" / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    (problem,) = check_study(folder).problems
    assert "P01_2010.txt, backup/P01_2010.txt" in str(problem) or "backup/P01_2010.txt, P01_2010.txt" in str(problem)


@pytest.mark.parametrize("command", ["check {s}", "compare {s} -o {o}", "report {s} --csv {o}"])
@pytest.mark.parametrize("name", ["persons.csv", "interviews.csv", "codebook.yaml", "study.yaml", "talk", "/proc"])
def test_a_link_to_itself_or_a_folder_of_the_system_is_a_message(name: str, command: str, tmp_path: Path) -> None:
    said = f"transcripts: {name}\n" if name in ("talk", "/proc") else ""
    folder, out = make_study(tmp_path / "study", "P03_2010.txt", study=said), tmp_path / "out"
    if name != "/proc":
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(name)
    done = CliRunner().invoke(main, command.format(s=folder, o=out).split())
    assert isinstance(done.exception, SystemExit | None)
    assert name in done.output
    assert done.exit_code == 1 or (name, command) == ("study.yaml", "check {s}")  # there a note tells
    assert not [*tmp_path.glob("out*")]


@pytest.mark.parametrize("ending", [".doc", ".pages", ".wpd"])
def test_a_document_of_somebody_unknown_is_told_with_what_to_do_if_it_is_an_interview(
    ending: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", "P03_2010.txt")
    (folder / f"Leendert 2010{ending}").write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 2000)
    (folder / "photo.jpg").write_bytes(b"x")
    english, dutch = (check_study(folder, language=language).notes for language in ("en", "nl"))
    (told,) = [note for note in english if f"Leendert 2010{ending}" in note]
    assert "is missing from every count, as not read. Open it in Word or LibreOffice, save it as .docx" in told
    assert any("dan ontbreekt het overal, als niet gelezen" in note for note in dutch)
    assert "not read: .jpg (photo.jpg)." in english


def test_a_folder_that_may_not_be_looked_into_is_named_and_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for anybody but root: every question about a file in it is refused."""
    folder = make_study(tmp_path / "study")
    (locked := folder / "locked").mkdir()
    ask, look = Path.is_file, os.scandir

    def may_not(path: object) -> bool:
        return locked in (Path(str(path)), Path(str(path)).parent)

    def is_file(path: Path) -> bool:
        if may_not(path):
            raise PermissionError(13, "Permission denied", str(path))
        return ask(path)

    def scandir(path: object = ".") -> object:
        if may_not(path):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(Path, "is_file", is_file)
    monkeypatch.setattr(os, "scandir", scandir)
    assert "locked" in str([entry.path.name for entry in list_entries(folder)])
