"""Small studies for the tests of what a reader sees: report, pictures, Word and Excel files."""

from __future__ import annotations

import re

import pandas as pd

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.coding import CODING_COLUMNS
from bp_qual.compare import Comparison, compare_waves
from bp_qual.panel import count_codes
from bp_qual.transcripts import Corpus, Transcript, Turn

HOW = ("hokje", "lemma", False, "", False, "Boek@1.0.0", "auto")
HOSTILE = "<script>window.hit=1</script><img src=x onerror='window.hit=1'>\u202ejavascript:hit()"


def make_study(persons: int = 8, *, said: str = "We werken samen aan hokjes.", label: str = "Hokjes") -> Comparison:
    """A small study: everybody said a sentence with the code once in 2010, and oftener in 2020."""
    transcripts, rows = [], []
    names = [f"P{n:02}" for n in range(1, persons + 1)]
    for n, person in enumerate(names):
        for wave, times in (("2010", 1), ("2020", 2 + n)):
            text = " ".join([said] * times + ["Dat was alles wat ik erover te zeggen had."] * 60)
            turn = Turn(0, "R", "respondent", 0, len(text), person)
            source = f"Jan Jansen {person} {wave}.docx"
            transcripts.append(
                Transcript(f"{person}_{wave}", (person,), wave, text, (turn,), source=source, sha256="ab")
            )
            starts = [found.start() for found in re.finditer("hokjes", text)]
            rows += [
                (f"{person}_{wave}", person, wave, 0, start, start + 6, "hokjes", "hokjes", *HOW) for start in starts
            ]
    codebook = Codebook("Boek", "1.0.0", "nl", (Code("hokjes", {"nl": label}, terms=(Term("hokje", "lemma"),)),))
    corpus = Corpus(tuple(transcripts), tuple(names), ("2010", "2020"))
    codings = pd.DataFrame(rows, columns=list(CODING_COLUMNS))
    return compare_waves(count_codes(codings, corpus, codebook))
