"""Somebody who speaks beside interviewer and respondent has a pseudonym that reads as a label."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import read_corpus
from bp_qual.cli import main

DUTCH = "I: Hoe gaat het?\nR: Goed, zei Truus.\nI: En?\nTruus: Nou ja, ik ben er ook.\nR: Ja.\nI: Ja?\nR: Ja.\n"
ENGLISH = "I: How are you?\nR: Well, said Tracy.\nI: And?\nTracy: Oh, I was there too.\nR: Yes.\nI: Really?\nR: Yes.\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "talk", "said"), [("nl", DUTCH, "[naam 1]: Nou ja"), ("en", ENGLISH, "[name 1]: Oh, I")]
)
def test_a_sheet_of_names_as_it_is_proposed_can_be_applied(tmp_path: Path, language: str, talk: str, said: str) -> None:
    study, sheet, new = tmp_path / "study", tmp_path / "names.xlsx", tmp_path / "new"
    study.mkdir()
    (study / "study.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    for wave in ("2010", "2020"):
        (study / f"P01_{wave}.txt").write_text(talk, encoding="utf-8")
    for words in (
        ["propose", study, "-o", sheet],
        ["apply", study, sheet, "-o", new, "--key", tmp_path / "k" / "k.csv"],
    ):
        (tmp_path / "k").mkdir(exist_ok=True)
        done = CliRunner().invoke(main, ["pseudonyms", *map(str, words)])
        assert done.exit_code == 0, done.output
    assert said in (new / "P01_2010.txt").read_text("utf-8")
    old, now = (
        [(turn.role, turn.person) for turn in read_corpus(place).transcripts[0].turns] for place in (study, new)
    )
    assert now == old
