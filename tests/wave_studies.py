"""Small fictional studies of two and more waves, made from how often each person speaks of each code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.coding import CODING_COLUMNS
from bp_qual.panel import Panel, count_codes
from bp_qual.transcripts import Corpus, Transcript, Turn

FILL = ["Dat was alles wat ik erover te zeggen had."] * 200  # long enough for one mention to be one mention


def count_said(
    said: Mapping[str, Sequence[int | None]],
    *,
    waves: Sequence[str] = ("2010", "2015", "2020"),
    code: str = "hokjes",
    sentence: str = "We werken samen aan {code}, zeg ik.",
    codes: Sequence[str] = (),
) -> Panel:
    """A panel with texts: how often each person says the code in each wave; None where there was no interview."""
    transcripts, rows = [], []
    for person, numbers in said.items():
        for wave, times in zip(waves, numbers, strict=True):
            if times is None:
                continue
            text = " ".join([sentence.format(code=code)] * times + FILL)
            turn = Turn(0, "R", "respondent", 0, len(text), person)
            name = f"{person}_{wave}"
            transcripts.append(Transcript(name, (person,), wave, text, (turn,), source=f"{name}.docx", sha256="ab"))
            rows += [
                (name, person, wave, 0, m.start(), m.end(), code, code, code, "lemma", False, "", False, "B@1", "auto")
                for m in re.finditer(code, text)
            ]
    known = tuple(Code(name, {"nl": name.title()}, terms=(Term(name, "lemma"),)) for name in codes or (code,))
    corpus = Corpus(tuple(transcripts), tuple(said), tuple(waves))
    return count_codes(pd.DataFrame(rows, columns=list(CODING_COLUMNS)), corpus, Codebook("B", "1", "nl", known))
