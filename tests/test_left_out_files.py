"""Files without a row: whose they seem to be is said as `init` proposes it, and who of the study that may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import read_study
from bp_qual.study.gathering import gather_study
from bp_qual.study.interview_files import transcript_files, without_papers
from bp_qual.study.proposed_files import propose_study

TALK = "I: Hoe gaat het?\nR: Goed, met de buren.\n"
FOLDERS = (
    ["Jan (KB) 2010", "Jan (KB) 2020", "Mo KB mei 2010", "Mo KB juni 2020"],
    ["Ter Horst_mei2010_MvD", "Ter Horst_mei2020_JK", "Jansen_2010_MvD", "Jansen_2020_JK"],
    ["Interview Karel Bos 2010", "Karel Bos 2020", "2010 Truus de Wit", "Els_2020"],
    ["ronde 1/Fatima", "ronde 1/Els", "ronde 2/Fatima", "ronde 2/Els"],
    ["Bos, Karel - eerste gesprek", "Bos, Karel - tweede gesprek"],
    ["mevr. Jansen 2010 def", "mevr Jansen 2020 versie 2", "dhr. Pietersen 2010", "notities"],
)


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.txt").write_text(TALK, encoding="utf-8")
    return folder


def rows_told(folder: Path) -> list[str]:
    return [row for note in gather_study(folder)[0].notes for row in note.values.get("rows", ())]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("names", FOLDERS, ids=lambda names: names[0])
def test_rows_of_files_without_one_are_those_that_init_writes(names: list[str], tmp_path: Path) -> None:
    told = rows_told(lay(tmp_path, *names))
    files, _ = without_papers(transcript_files(tmp_path))
    written = propose_study(tmp_path, files)["interviews.csv"].decode("utf-8-sig").splitlines()
    rows = {",".join(line.split(";")[:3]) for line in written}
    assert told
    assert rows.issuperset(told)


@pytest.mark.sweep(7)
@pytest.mark.parametrize(
    ("name", "other"),
    [
        *(("Karel Bos 2020", "K. Bos"), ("Truus de Boer 2020", "Truus"), ("Bos 2010", "K. Bos")),
        *(("Els 2020", ""), ("Pia Bos 2010", ""), ("Jan Vos 2020", ""), ("Trees 2010", ""), ("Mo 2020", "")),
        *(("Mevr. de Wit 2010", ""), ("P07 2020 def", "")),
    ],
)
def test_a_file_that_may_be_of_somebody_of_the_study_says_so(name: str, other: str, tmp_path: Path) -> None:
    listed = [(f"{file}{wave}", person, wave) for file, person in (("a", "K. Bos"), ("b", "Truus"))
              for wave in ("2010", "2020")]  # fmt: skip
    lay(tmp_path, name, *(file for file, _, _ in listed))
    table = "".join(f"{file}.txt,{person},{wave}\n" for file, person, wave in listed)
    (tmp_path / "interviews.csv").write_text(f"file,person,wave\n{table}", encoding="utf-8")
    told = [note for note in read_study(tmp_path).notes if note.kind == "left out perhaps"]
    assert [note.values["others"] for note in told] == ([[other]] if other else [])
