"""What is right of an open case: the rows of its table read, and a file of it tried as a study of one interview."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.errors import BpQualError
from bp_qual.panel import count_codes  # noqa: F401  (the room is loaded before the command is)
from bp_qual.study import read_corpus
from bp_qual.transcripts import Transcript, count_turn_words

CASES = Path(__file__).parents[2] / "shared" / "cases"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the open cases are not in this place")
_ROLES = {"I": "interviewer", "R": "respondent", "O": "other", "U": "unknown"}


@dataclass(frozen=True)
class Case:
    file: Path
    needs: str
    right: str


def read_cases(section: str) -> list[Case]:
    """Return the cases of a section of the table that lists them; none where the table is absent."""
    if not CASES.is_dir():
        return []
    text = (CASES / "README.md").read_text("utf-8").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    rows = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in text.split("\n") if line.startswith("| `")]
    return [
        Case(
            CASES / section / row[0].strip().strip("`"),
            row[1].strip().replace("\\|", "|"),
            row[2].strip().replace("\\|", "|"),
        )
        for row in rows
    ]


def assert_right(case: Case, folder: Path) -> None:
    """Fail unless one of the outcomes that are right is what comes out."""
    study = make_study(folder, case)
    wrong = [list(_wrong(outcome, study, case)) for outcome in case.right.split("; or ")]
    assert not all(wrong), wrong


def make_study(folder: Path, case: Case) -> Path:
    """Make a study of one interview of the file, as P01 in 2010."""
    (folder / "transcripts").mkdir(parents=True)
    shutil.copy(case.file, folder / "transcripts" / case.file.name)
    speaker = case.needs.removeprefix("speaker ") if case.needs.startswith("speaker ") else ""
    header, row = "file,person,wave,speaker", f"{case.file.name},P01,2010,{speaker}"
    (folder / "interviews.csv").write_text(f"{header}\n{row}\n", "utf-8")
    yaml = "language: nl\ntranscripts: transcripts\ninterviews: interviews.csv\n"
    if case.needs.startswith("study.yaml"):
        yaml += case.needs.partition("`")[2].rpartition("`")[0] + "\n"
    (folder / "study.yaml").write_text(yaml, "utf-8")
    return folder


def _wrong(outcome: str, study: Path, case: Case) -> Iterator[str]:
    """Yield what of an outcome is not so."""
    told = CliRunner().invoke(main, ["check", str(study)])
    said = told.output
    try:
        transcript = read_corpus(study).transcripts[0]
    except BpQualError as err:
        wanted = re.search(r"refused: (.*)", outcome)
        if not wanted or not re.search(wanted[1], str(err)):
            yield f"refused: {err}"
        return
    turns: list[tuple[str, str]] = []
    for part in outcome.split(" / "):
        name, _, value = part.strip().partition(" ")
        if name in _ROLES:
            turns.append((name, value))
        elif name in ("R+", "I+", "R-", "I-"):
            words = " ".join(talk for role, talk in spoken(transcript) if role == name[0])
            if (value in words) != (name[1] == "+"):
                yield f"{name} {value}: {words[:200]}"
        elif name == "any:":
            if value not in " ".join(talk for _, talk in spoken(transcript)):
                yield f"lost: {value}"
        elif name == "nobody:":
            if value in {turn.speaker for turn in transcript.turns}:
                yield f"a speaker {value}"
        elif name == "words:":
            if respondent_words(transcript) != int(value):
                yield f"{respondent_words(transcript)} words"
        elif name in ("told:", "silent:"):
            if (re.search(value, said) is not None) != (name == "told:"):
                yield f"{name} {value}: {said}"
        else:
            yield f"not so: {part}"
    if turns and spoken(transcript) != turns:
        yield f"turns {spoken(transcript)}"


def spoken(transcript: Transcript) -> list[tuple[str, str]]:
    """Return the turns as role and talk, neighbours of one role joined, white space made equal."""
    letters = {role: letter for letter, role in _ROLES.items()}
    turns = [
        (letters[turn.role], " ".join(transcript.text[turn.start : turn.end].split())) for turn in transcript.turns
    ]
    return [(role, " ".join(talk for _, talk in run)) for role, run in groupby(turns, key=lambda turn: turn[0])]


def respondent_words(transcript: Transcript) -> int:
    """Return the words of the respondents."""
    counts = zip(transcript.turns, count_turn_words(transcript).tolist(), strict=True)
    return sum(count for turn, count in counts if turn.role == "respondent")
