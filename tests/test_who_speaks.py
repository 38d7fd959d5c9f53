"""Who asks though the column `speaker` names them is told first, with the row and what to write in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.checking import check_study

ASKED = "{asks}: Hoe gaat het met de samenwerking in het dorp?\n{answers}: Wij werken er nog altijd samen in de tuin.\n"


def write(folder: Path, speaker: str, guessed: str = "speaker") -> Path:
    for wave, asks in (("2010", "MvD"), ("2020", "JB")):
        (folder / f"Sjaan_{wave}.txt").write_text(ASKED.format(asks=asks, answers="SW") * 8, "utf-8")
    rows = f"Sjaan_2010.txt,Sjaan,2010,{speaker},{guessed}\nSjaan_2020.txt,Sjaan,2020,SW,\n"
    (folder / "interviews.csv").write_text(f"file,person,wave,speaker,guessed\n{rows}", "utf-8")
    (folder / "study.yaml").write_text("waves: ['2010', '2020']\nguessed: [waves]\n", "utf-8")
    return folder


@pytest.mark.parametrize("guessed", ["speaker", ""])
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "'MvD' stands in the column `speaker` for Sjaan (interviews.csv, line 2)|empty that cell or write 'SW'"),
        ("nl", "'MvD' staat in de kolom `speaker` als Sjaan (interviews.csv, regel 2)|leeg of zet er 'SW' in"),
    ],
)
def test_the_row_that_makes_the_interviewer_a_respondent_is_told_first(
    tmp_path: Path, language: str, told: str, guessed: str
) -> None:
    notes = check_study(write(tmp_path, "MvD", guessed), language=language).notes
    assert all(part in notes[0] for part in told.split("|"))
    assert "Sjaan_2010.txt" in notes[1]  # the doubts of the file itself, before what init guessed
    kept = [place for place, note in enumerate(notes) if "MvD:|SW:" in note or "SW:|MvD:" in note]
    assert kept
    assert kept[0] < min(place for place, note in enumerate(notes) if "init" in note)


@pytest.mark.parametrize("speaker", ["SW", ""])
def test_a_speaker_who_answers_is_no_doubt(tmp_path: Path, speaker: str) -> None:
    assert not [
        note for note in check_study(write(tmp_path, speaker), language="en").notes if "column `speaker`" in note
    ]


def test_the_row_of_a_couple_that_names_the_interviewer_is_told(tmp_path: Path) -> None:
    talk = "Kate: How did you meet the others?\nAnn: At the bus stop.\nBob: In the garden.\n" * 5
    for wave in ("2010", "2020"):
        (tmp_path / f"AnnBob_{wave}.txt").write_text(talk, "utf-8")
    rows = [f"AnnBob_{wave}.txt,{who},{wave},{who}" for wave in ("2010", "2020") for who in ("Ann", "Bob")]
    rows[2] = rows[2].removesuffix("Ann") + "Kate"
    (tmp_path / "interviews.csv").write_text("\n".join(["file,person,wave,speaker", *rows]), "utf-8")
    asked = [note for note in check_study(tmp_path, language="en").notes if "but asks, and 'Ann' answers" in note]
    assert len(asked) == 1
    assert "AnnBob_2020.txt: 'Kate' stands in the column `speaker` for Ann (interviews.csv, line 4)" in asked[0]
