"""Score denials on sentences with a term each: `python benchmarks/score_denied_terms.py nl|en FILE.tsv [--errors]`.

A line is a term, whether it is denied (yes or no) and the sentence, separated by tabs, without a header. Every term is
a codebook of its own with one code, and every sentence the only turn of an interview. A sentence in which the term is
not found counts as one that is not marked, and is counted apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import bp_qual as bq
from bp_qual.codebook import parse_codebook


class Line(NamedTuple):
    """A term, whether it is denied, and the sentence it is said in."""

    term: str
    denied: bool
    sentence: str


def read_lines(path: Path) -> list[Line]:
    """Return the lines of a file."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return [Line(term, denied == "yes", sentence) for term, denied, sentence in rows]


def mark_lines(language: str, lines: Sequence[Line]) -> list[bool | None]:
    """Return for each line whether its term is marked as denied anywhere in it; None where it is not found."""
    of_term: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        of_term[line.term].append(number)
    marked: list[bool | None] = [None] * len(lines)
    for term, numbers in of_term.items():
        code = json.dumps([{"id": "term", "terms": [term]}], ensure_ascii=False)
        book = parse_codebook(f"{{codebook: Term, language: {language}, codes: {code}}}")
        transcripts = []
        for number in numbers:
            said = lines[number].sentence
            turn = bq.Turn(0, "R", "respondent", 0, len(said), "P")
            transcripts.append(bq.Transcript(str(number), ("P",), "1", said, (turn,), language))
        for row in bq.apply_codebook(book, bq.Corpus(tuple(transcripts), ("P",), ("1",))).itertuples():
            marked[int(row.interview)] = bool(marked[int(row.interview)]) or bool(row.negated)
    return marked


def main() -> int:
    """Print the score, and the lines that went wrong if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("language", choices=("nl", "en"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true", help="print every line that went wrong")
    options = parser.parse_args()
    lines = read_lines(options.file)
    marked = mark_lines(options.language, lines)
    pairs = [(line.denied, bool(mark)) for line, mark in zip(lines, marked, strict=True)]
    right, wrong, missed = (pairs.count(pair) for pair in ((True, True), (False, True), (True, False)))
    shares = (right / (right + wrong), right / (right + missed), 2 * right / (2 * right + wrong + missed))
    figures = "  ".join(f"{name} {100 * share:.1f}" for name, share in zip(("P", "R", "F1"), shares, strict=True))
    print(f"{figures}   {right} right {wrong} wrong {missed} missed, {marked.count(None)} not found")
    for line, (denied, mark) in zip(lines, pairs, strict=True):
        if options.errors and denied != mark:
            print("-" if denied else "+", *line[::2], sep="  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
