"""Open cases of who speaks: each file is read as a study of one, and what is right is written in the cases' README."""

from __future__ import annotations

import csv
import re
import shutil
from itertools import groupby
from pathlib import Path

import pytest

from bp_qual.study.checking import Findings, check_study
from bp_qual.transcripts import Transcript, count_turn_words

CASES = Path(__file__).parents[2] / "shared" / "cases"
LETTERS = {"interviewer": "I", "respondent": "R", "other": "O", "unknown": "U"}
READERS = {  # what a reader must see before speakers can be found
    *("hidden.odt", "hidden.rtf", "hidden.html", "hidden_by_a_style.docx", "xhtml.html", "cp850.txt"),
    *("joined_under_review.docx", "text_spoilt_before.txt"),
}


def read_cases() -> list[tuple[str, str, str]]:
    """Return for each case of speakers its file, what it needs, and what is right."""
    if not CASES.exists():
        return []
    section = (CASES / "README.md").read_text("utf-8").partition("## speakers")[2].partition("\n## ")[0]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in section.splitlines() if line.startswith("| `")]
    rows = [[cell.strip().replace(r"\|", "|") for cell in row] for row in cells]
    return [(row[0].strip("`"), row[1], row[2]) for row in rows if row[0].strip("`") not in READERS]


def read_case(folder: Path, name: str, needs: str) -> Findings:
    shutil.copy(CASES / "speakers" / name, folder / name)
    speaker = needs.removeprefix("speaker ") if needs.startswith("speaker ") else ""
    with (folder / "interviews.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["file", "person", "wave", "speaker"], [name, "P01", "2010", speaker]])
    if match := re.match(r"study\.yaml `(.*)`", needs):
        (folder / "study.yaml").write_text(f"{match[1]}\n", encoding="utf-8")
    return check_study(folder, language="en")


def turns_of(transcript: Transcript) -> list[tuple[str, str]]:
    """Return the turns with the letters of their roles, neighbours of one role joined."""
    said = [(LETTERS[turn.role], " ".join(transcript.text[turn.start : turn.end].split())) for turn in transcript.turns]
    return [(role, " ".join(text for _, text in run)) for role, run in groupby(said, key=lambda turn: turn[0])]


def is_right(right: str, findings: Findings) -> bool:
    told = "\n".join([*map(str, findings.problems), *findings.notes])
    if right.startswith("refused: "):
        return any(re.search(right[9:], str(problem)) for problem in findings.problems)
    if not findings.corpus.transcripts:
        return False
    (transcript,) = findings.corpus.transcripts
    turns, claims = turns_of(transcript), right.split(" / ")
    if re.match(r"[IRO] ", claims[0]):
        words = [claim for claim in claims if claim.startswith("words: ")]
        expected = [tuple(claim.split(" ", 1)) for claim in claims if claim not in words]
        return turns == expected and all(holds(claim, turns, transcript, told) for claim in words)
    return all(holds(claim, turns, transcript, told) for claim in claims)


def holds(claim: str, turns: list[tuple[str, str]], transcript: Transcript, told: str) -> bool:
    what, _, said = claim.partition(" ")
    if what == "told:":
        return re.search(said, told) is not None
    if what == "silent:":
        return re.search(said, told) is None
    if what == "nobody:":
        return said not in {turn.speaker for turn in transcript.turns}
    if what == "any:":
        return any(said in text for _, text in turns)
    if what == "words:":
        counts = count_turn_words(transcript).tolist()
        spoken = zip(transcript.turns, counts, strict=True)
        return sum(count for turn, count in spoken if turn.role == "respondent") == int(said)
    there = any(said in text for role, text in turns if role == what[0])
    return there if what[1] == "+" else not there


@pytest.mark.sweep(12)
@pytest.mark.skipif(not CASES.exists(), reason="the open cases are not here")
@pytest.mark.parametrize(("name", "needs", "right"), read_cases(), ids=[case[0] for case in read_cases()])
def test_everything_said_goes_to_the_one_who_said_it(tmp_path: Path, name: str, needs: str, right: str) -> None:
    findings = read_case(tmp_path, name, needs)
    if not any(is_right(outcome.strip(), findings) for outcome in right.split("; or ")):
        turns = turns_of(findings.corpus.transcripts[0]) if findings.corpus.transcripts else findings.problems
        pytest.fail(f"right: {right}\ncame out: {turns}\nnotes: {findings.notes}")
