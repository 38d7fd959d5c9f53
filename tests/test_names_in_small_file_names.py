"""Names of files have names in small letters, with low lines and as a part of a word; all names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import read_codings, write_coding
from bp_qual.pseudonyms.changed_files import new_name
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.pseudonyms.revealing import reveal_names
from bp_qual.pseudonyms.searching_names import find_leftover_names
from test_names_applied import NAMES, apply, write_sheet, write_study

DECIDED = [
    DecidedName("Mien Kok", "P01"),
    DecidedName("Kok", "P01"),
    DecidedName("Mien", "P01"),
    DecidedName("Van der Meulen", "P02"),
    DecidedName("Will", "P03"),
    DecidedName("Jan", "P04"),
]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mien kok 2010.csv", "P01 2010.csv"),
        ("mien_kok_2010.csv", "P01_2010.csv"),
        ("interview_mien_2010.docx", "interview_P01_2010.docx"),
        ("meneer van der meulen 2010.txt", "meneer P02 2010.txt"),
        ("InterviewMien2010.txt", "InterviewP01_2010.txt"),
        ("MIEN 2010.txt", "P01 2010.txt"),
        ("mien/2010.txt", "P01/2010.txt"),
        ("what you will 2010.txt", "what you will 2010.txt"),
        ("Will 2010.txt", "P03 2010.txt"),
        ("mien 12 jan 2010.txt", "P01 12 jan 2010.txt"),
        ("january 2010.txt", "january 2010.txt"),
    ],
)
def test_a_name_in_the_name_of_a_file_is_replaced_in_small_letters_too(old: str, new: str) -> None:
    assert new_name(old, Replacer(DECIDED), {"P01", "P02", "P03", "P04"}) == new


def test_an_ordinary_word_that_is_the_speaker_of_the_file_is_a_name() -> None:
    assert new_name("will 2010.txt", Replacer(DECIDED), {"P03"}, {"Will"}) == "P03 2010.txt"


def test_a_file_whose_name_is_the_id_of_a_person_keeps_it_where_the_id_has_no_row_and_check_tells(
    tmp_path: Path,
) -> None:
    study = write_study(tmp_path / "study")
    (study / "interviews.csv").unlink()
    (study / "persons.csv").unlink()
    for wave in ("2010", "2020"):
        (study / f"Annie_{wave}.txt").rename(study / f"annie_{wave}.txt")
    write_coding(study, {"interview": "annie_2010", "note": "Mooi."}, coder="bert", do="memo")
    write_sheet(tmp_path / "names.xlsx")
    apply(tmp_path)
    assert len(read_codings(tmp_path / "new", coder="bert").memos) == 1
    assert read_codings(tmp_path / "new", coder="bert").lost.empty
    assert {path.name for path in (tmp_path / "new").glob("*.txt")} == {"annie_2010.txt", "annie_2020.txt"}
    found = find_leftover_names(tmp_path / "new", key=tmp_path / "key.csv").found
    assert {(name.file, name.spelling) for name in found} >= {("annie_2010.txt", "annie")}


def test_no_name_stays_in_the_name_of_a_file_and_codings_stay_called_after_their_coder(tmp_path: Path) -> None:
    study = write_study(tmp_path / "study")
    table = study / "interviews.csv"
    for old, new in (("Annie_2010.txt", "annie 2010.txt"), ("Annie_2020.txt", "interview jan van den berg.txt")):
        (study / old).rename(study / new)
        table.write_text(table.read_text("utf-8").replace(old, new), encoding="utf-8")
    (study / "codings").mkdir()
    (study / "codings" / "roos.jsonl").write_text("", "utf-8")
    write_sheet(tmp_path / "names.xlsx", [*NAMES, NameRow("2010, 2020", "-", False)])
    apply(tmp_path)
    new = tmp_path / "new"
    assert {path.name for path in new.rglob("*.*l*")} >= {"study.yaml", "roos.jsonl"}
    assert {path.name for path in new.glob("*.txt")} == {"P05 2010.txt", "interview [naam 1].txt"}
    assert "annie" not in (new / "interviews.csv").read_text("utf-8")
    assert find_leftover_names(new, key=tmp_path / "key.csv").found == ()
    told = {(found.file, found.spelling) for found in find_leftover_names(study, key=tmp_path / "key.csv").found}
    assert ("annie 2010.txt", "annie") in told
    reveal_names(new, tmp_path / "again", key=tmp_path / "key.csv")
    assert {path.name for path in (tmp_path / "again").glob("*.txt")} == {path.name for path in study.glob("*.txt")}
