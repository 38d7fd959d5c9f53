"""An unread file that says a year in the dates of a round is of that round, in whatever is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.gathering import read_study
from bp_qual.study.named_together import StudyNames

TALK = "I: Hoe was dat?\nR: {} woonde daar samen met iedereen, en dat was goed zo.\n"
STUDY = """codebook: codebook.yaml
language: nl
floor: 5
waves:
  - {id: "2011", from: 2011-01, to: 2012-12}
  - {id: "2021", from: 2021-01, to: 2022-12}
"""
BOOK = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - {id: samen, terms: [samen]}\n"


@pytest.fixture(params=["Wilma 2012 oud.doc", "Wilma_2012.doc", "2012/Wilma.doc", "Wilma (2012) v2.doc"])
def study(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a study with an unread document of the first round, whose year is not what the round is called."""
    rows = ["file,person,wave"]
    for person, wave in (("Anna", "2011"), ("Anna", "2021"), ("Wilma", "2021")):
        (tmp_path / f"{person} {wave}.txt").write_text(TALK.format(f"{person} {wave}"), "utf-8")
        rows.append(f"{person} {wave}.txt,{person},{wave}")
    unread = tmp_path / str(request.param)
    unread.parent.mkdir(exist_ok=True)
    unread.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "interviews.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (tmp_path / "study.yaml").write_text(STUDY, "utf-8")
    (tmp_path / "codebook.yaml").write_text(BOOK, "utf-8")
    return tmp_path


def test_the_interview_is_missing_in_the_round_of_its_year(study: Path) -> None:
    assert read_corpus(read_study(study), skip_unreadable=True).missing == (("Wilma", "2011"),)


def test_check_shows_it_as_not_read(study: Path) -> None:
    shown = CliRunner().invoke(main, ["check", str(study)]).output
    (row,) = (line.split() for line in shown.splitlines() if line.startswith("Wilma "))
    assert row[1] == "?", shown


@pytest.mark.parametrize(
    "name", ["Rev. Tom Baxter - Apr 2010.doc", "Mrs Tom Baxter 2010.doc", "Tom Baxter mei 2010.doc"]
)
def test_a_title_or_a_month_in_the_name_changes_nothing(name: str) -> None:
    names = StudyNames(["Tom Baxter", "Ann"], ["2010", "2020"], [("Tom Baxter", "2020")])
    assert names.missed(Path(name)) == (("Tom Baxter", "2010"),)


@pytest.mark.parametrize("name", ["Tom Baxter mei.doc", "Tom Baxter zus 2010.doc", "April 2010.doc"])
def test_what_is_no_title_and_no_month_of_a_year_still_names_somebody_else(name: str) -> None:
    names = StudyNames(["Tom Baxter", "Ann"], ["2010", "2020"], [("Tom Baxter", "2020")])
    assert names.missed(Path(name)) == ()
