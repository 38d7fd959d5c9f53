"""What is noted of many files in the same words is one note, with how many files and which."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.study.checking import check_study
from bp_qual.study.notes_alike import notes_of_files
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark

TALK = "I: Hoe begon het?\nR: Met koffie in het café, en toen kwam de hele straat.\n" * 3


def make_study(folder: Path, files: int, odd: int, text: str = TALK) -> Path:
    """Return a study of which some files, the first, are written as old Windows programs do."""
    folder.mkdir()
    for number in range(files):
        encoding = "cp1252" if number < odd else "utf-8"
        (folder / f"P{number:02}_2010.txt").write_text(text, encoding=encoding)
        (folder / f"P{number:02}_2020.txt").write_text(TALK, "utf-8")
    return folder


def corpus_of(*notes: Remark, others: int = 0) -> Corpus:
    files = [Transcript(f"P{n:02}", (), "1", "", (), notes=(note,)) for n, note in enumerate(notes)]
    files += [Transcript(f"Q{n:02}", (), "1", "", ()) for n in range(others)]
    return Corpus(tuple(files), (), ("1",))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_note_on_many_files_is_said_once_with_the_files(tmp_path: Path, language: str) -> None:
    said = [note for note in check_study(make_study(tmp_path / "a", 5, 4), language=language).notes if "1252" in note]
    assert len(said) == 1
    assert said[0].startswith(
        {
            "en": "4 files (P00_2010.txt, P01_2010.txt, P02_2010.txt, P03_2010.txt): Read",
            "nl": "4 bestanden (P00_2010.txt, P01_2010.txt, P02_2010.txt, P03_2010.txt): Gelezen",
        }[language]
    )


def test_a_note_on_one_or_two_files_is_said_of_each(tmp_path: Path) -> None:
    said = [note for note in check_study(make_study(tmp_path / "a", 5, 2), language="en").notes if "1252" in note]
    assert [note.partition(":")[0] for note in said] == ["P00_2010.txt", "P01_2010.txt"]


def test_many_files_are_counted_and_the_first_named() -> None:
    (note,) = notes_of_files(corpus_of(*[Remark("windows 1252")] * 12, others=1))
    assert str(note).startswith("12 files (P00, P01, P02, P03, P04, P05, P06, P07 and 4 more): Read as")
    (note,) = notes_of_files(corpus_of(*[Remark("windows 1252")] * 12))
    assert str(note).startswith("all 12 files: Read as")


def test_counts_are_added_and_shares_span_from_the_least_to_the_most() -> None:
    deleted = [Remark("deletions", values={"n": n}) for n in (1, 2, 30)]
    assert "33 deletions" in str(next(notes_of_files(corpus_of(*deleted))))
    apart = [Remark("much apart", values={"percent": share, "names": ("hidden text",)}) for share in ("12", "4", "5")]
    assert "all 3 files: 4–12 % of the file is kept apart" in str(next(notes_of_files(corpus_of(*apart))))
    same = [Remark("much apart", values={"percent": "4", "names": ("hidden text",)})] * 3
    assert "all 3 files: 4 % of" in str(next(notes_of_files(corpus_of(*same))))


def test_the_first_of_what_is_kept_apart_is_quoted_and_of_what_is_talk_each() -> None:
    before = [Remark("much before", values={"percent": "9", "begin": f"'Deel {n}'"}) for n in range(3)]
    (note,) = notes_of_files(corpus_of(*before))
    assert "'Deel 0'" in str(note)
    asked = [Remark("asks and answers", values={"speaker": "I", "begin": f"'Deel {n}'"}) for n in range(3)]
    assert [str(note)[:3] for note in notes_of_files(corpus_of(*asked))] == ["P00", "P01", "P02"]


def test_notes_with_other_names_or_parts_of_a_whole_are_not_joined() -> None:
    columns = [Remark("two columns", values={"n": n, "all": 5}) for n in (1, 2, 3)]
    assert len(list(notes_of_files(corpus_of(*columns)))) == 3
    lines = [Remark("perhaps headers", values={"lines": (line,)}) for line in ("Deel", "Deel", "Slot", "Deel")]
    said = [str(note) for note in notes_of_files(corpus_of(*lines))]
    assert [note.partition(":")[0] for note in said] == ["3 files (P00, P01, P03)", "P02"]


def test_a_note_that_a_file_has_twice_is_of_one_file() -> None:
    twice = Transcript("a", (), "1", "", (), notes=(Remark("windows 1252"), Remark("windows 1252")))
    assert [str(note)[:2] for note in notes_of_files(Corpus((twice,), (), ("1",)))] == ["a:", "a:"]


def test_check_gives_a_note_for_each_file_where_it_is_asked_to(tmp_path: Path) -> None:
    study = make_study(tmp_path / "a", 12, 12)
    once, each = (
        CliRunner().invoke(main, ["check", str(study), *more, "--language", "en"]) for more in ([], ["--all"])
    )
    said = [line for line in each.output.splitlines() if "1252" in line]
    assert [line.partition(":")[0] for line in once.output.splitlines() if "1252" in line] == ["Note"]
    assert [line.split(": ")[1] for line in said] == [f"P{number:02}_2010.txt" for number in range(12)]
