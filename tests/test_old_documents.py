"""Documents of an old kind: one problem whatever says the wave, and none once it is saved as a kind that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.gathering import gather_study

TALK = "I: How was that?\nR: We worked together for years.\n"
OLD = b"\xd0\xcf\x11\xe0"


def study(folder: Path, *files: str, listed: tuple[str, ...] = ()) -> Path:
    rows = ["file,person,wave", *listed]
    for name in files:
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_bytes(OLD if name.endswith(".doc") else TALK.encode())
        if not listed and not name.endswith(".doc"):
            first = "Round 1" in name or "2010" in name
            wave = ("1" if first else "2") if "/" in name else ("2010" if first else "2020")
            rows.append(f"{name},{Path(name).stem.split()[0]},{wave}")
    (folder / "interviews.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("files", "wave"),
    [
        (("Keith 2010.doc", "Keith 2020.txt", "Ann 2010.txt", "Ann 2020.txt"), "2010"),
        (("Round 1/Keith 2010.doc", "Round 2/Keith 2020.txt", "Round 1/Ann.txt", "Round 2/Ann.txt"), "1"),
        (("Round 1/Keith.doc", "Round 2/Keith.txt", "Round 1/Ann.txt", "Round 2/Ann.txt"), "1"),
    ],
)
def test_an_old_document_is_a_missed_interview_whether_its_name_or_its_folder_says_the_wave(
    tmp_path: Path, files: tuple[str, ...], wave: str
) -> None:
    unread = gather_study(study(tmp_path, *files))[0].unread
    assert [(one.person, one.wave) for one in unread] == [("Keith", wave)]


def test_an_old_document_of_which_no_folder_says_the_wave_is_no_more_than_a_doubt(tmp_path: Path) -> None:
    files = ("Keith 2010.doc", "b/Keith.txt", "Round 1/Ann.txt", "b/Ann.txt")
    assert gather_study(study(tmp_path, *files))[0].unread == ()


def test_an_old_document_that_was_saved_as_a_kind_that_is_read_is_told_no_more(tmp_path: Path) -> None:
    files = ("kees verslag 2010.doc", "kees verslag 2010.txt", "kees 2020.txt", "An 2010.txt", "An 2020.txt")
    found = gather_study(study(tmp_path, *files))[0]
    notes = found.notes
    assert (found.unread, [note for note in notes if ".doc" in str(note)]) == ((), [])
    (tmp_path / "kees anders.doc").write_bytes(OLD)
    assert any("kees anders.doc" in str(note) for note in gather_study(tmp_path)[0].notes)
