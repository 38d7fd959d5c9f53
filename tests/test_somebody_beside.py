"""Somebody else behind a respondent's label (`R (dochter)`, `R, zoon`) is not the respondent; `R?` is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_unlabelled_paragraphs import SAID, TURNS, read, said_by, told


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("R (dochter):", "R (dochter)"), ("R (haar man):", "R (haar man)"), ("R, zoon:", "R (zoon)"),
        ("R [buurvrouw]:", "R [buurvrouw]"), ("R (husband) :", "R (husband)"),
    ],
)  # fmt: skip
def test_who_is_named_behind_the_label_is_another(tmp_path: Path, head: str, label: str) -> None:
    turns = [*TURNS, "I: En u?", f"{head} Zij hoort slecht, dus ik zeg het maar."]
    transcript = read(tmp_path, "\n".join(turns))
    assert said_by(transcript, "respondent") == [*SAID, *SAID]
    assert [note.values["labels"] for note in transcript.notes if note.kind == "others speak"] == [(label,)]


@pytest.mark.parametrize("head", ["R (lachend):", "R (zacht):", "R, lachend:", "R (vrouw komt binnen):"])
def test_a_remark_is_not(tmp_path: Path, head: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS, "I: En u?", f"{head} Ik ook."]))
    assert said_by(transcript, "respondent")[-1] == "Ik ook."


def test_a_first_label_that_says_who_the_respondent_is_is_the_respondents(tmp_path: Path) -> None:
    turns = ["I: Bent u er?", "R (man): Ik ben er.", *TURNS]
    transcript = read(tmp_path, "\n".join(turns))
    assert said_by(transcript, "respondent") == ["Ik ben er.", *SAID, *SAID]


@pytest.mark.parametrize("head", ["R?:", "R??:", "**R?:**"])
def test_a_label_with_a_question_mark_is_told(tmp_path: Path, head: str) -> None:
    said = "\n".join([*TURNS, "I: En u?", f"{head} Ik geloof het wel."])
    assert told(read(tmp_path, said, "a.md"), "label doubted") == (f"{head.replace('*', '')} Ik geloof het wel.",)
    assert not told(read(tmp_path, "\n".join([*TURNS, "I: En u?", "R (lacht): Zo?"])), "label doubted")
    assert not told(read(tmp_path, said, "a.md", labels="I:|R:|R?:"), "label doubted")
