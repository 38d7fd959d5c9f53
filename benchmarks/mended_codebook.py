"""What a sample says of a codebook that was mended by reading its errors, against what a new sample says of it.

`python benchmarks/mended_codebook.py [STUDIES]` makes so many fictional studies of 12 persons (20 by default) in which
nobody changed, with a codebook that misses a theme in 15 % of the places of the first wave and in 60 % of those of the
second, each time by another word. A perfect coder judges 200 passages; every word missed in them is added to the
codebook; then the change is corrected by the same sample, and by one drawn anew for the mended codebook and judged by
the same coder. Printed are the recall of the second wave as measured and as it is, and in how many studies the interval
of the corrected change holds the true change of that study.
"""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from bp_qual import (
    apply_codebook,
    correct_change,
    draw_sample,
    label_passages,
    measure_accuracy,
    read_codebook,
    read_codings,
    read_corpus,
    read_study,
    write_coding,
    write_sample,
)
from bp_qual.codebook import Codebook
from bp_qual.study import Study
from bp_qual.study.sample_files import read_chances
from bp_qual.transcripts import Corpus
from bp_qual.transcripts.corpus import count_turn_words

WAVES, PERSONS, ANSWERS, DRAWN = ("2010", "2020"), 12, 28, 200
MISSED = {"2010": 0.15, "2020": 0.60}
STARTS, ENDS = (
    ("bal", "dor", "fen", "gri", "hul", "jop", "kes", "lim", "mur", "nok"),
    ("tar", "vel", "mos", "sin", "dek"),
)
OTHER_WORDS = tuple(f"{start}{end}" for start in STARTS for end in ENDS)
FILL = (
    "We begonnen met een klein groepje in de straat.", "Daarna kwam er een moestuin bij.",
    "De buren kwamen elke week langs om te schilderen.", "Het regende die hele zomer.",
    "We dronken koffie in de keuken.", "Er was een man die altijd zijn hond meenam.",
)  # fmt: skip
KNOWN, UNKNOWN = "Ik had veel vertrouwen in hem.", "Voor mij was hij een {word} in die tijd."
SAID = re.compile(r"Ik had veel vertrouwen in hem\.|Voor mij was hij een (\w+) in die tijd\.")


@dataclass(frozen=True)
class Judged:
    """What one sample says: recall in the second wave, and the corrected change with its limits and p."""

    recall: float
    change: float
    low: float
    high: float
    p: float
    missed: frozenset[str]


def make_study(folder: Path, random: np.random.Generator) -> Study:
    """Write interviews in which as much is said of the theme in both waves, in other words in the second."""
    for person in range(1, PERSONS + 1):
        for wave in WAVES:
            lines = []
            for _ in range(ANSWERS):
                answer = random.choice(FILL, random.integers(3, 6), replace=False).tolist()
                if random.random() < 0.4:
                    unknown = random.random() < MISSED[wave]
                    answer.insert(1, UNKNOWN.format(word=random.choice(OTHER_WORDS)) if unknown else KNOWN)
                lines.append(f"I: En toen?\nR: {' '.join(answer)}\n")
            (folder / f"P{person:02}_{wave}.txt").write_text("".join(lines), "utf-8")
    (folder / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\nfloor: 1\n", "utf-8")
    write_codebook_with(folder, (), "1.0.0")
    return read_study(folder)


def write_codebook_with(folder: Path, words: tuple[str, ...], version: str) -> None:
    """Write a codebook of one theme with these words beside the one that it has."""
    terms = ", ".join(("vertrouwen", *words))
    text = f"codebook: Made\nversion: {version}\nlanguage: nl\ncodes:\n  - {{id: trust, terms: [{terms}]}}\n"
    (folder / "codebook.yaml").write_text(text, "utf-8")


def code_sample(study: Study, name: str, corpus: Corpus, book: Codebook) -> None:
    """Judge every passage of a sample as somebody would who misses nothing."""
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    for unit in read_chances(study, name, corpus).itertuples():
        for found in SAID.finditer(texts[unit.interview], unit.start, unit.end):
            place = {"interview": unit.interview, "start": found.start(), "end": found.end(), "code": "trust"}
            write_coding(study, place, coder="anna", corpus=corpus, codebook=book)
        done = {"interview": unit.interview, "start": unit.start, "end": unit.end, "note": name}
        write_coding(study, done, coder="anna", do="done", corpus=corpus, codebook=book)


def judge(study: Study, name: str, corpus: Corpus, book: Codebook) -> Judged:
    """Judge a codebook by a sample."""
    hits, hand = apply_codebook(book, corpus), read_codings(study, coder="anna", corpus=corpus, codebook=book)
    labelled = label_passages(read_chances(study, name, corpus), hand, hits, corpus, book)
    accuracy = measure_accuracy(labelled, hits, corpus)
    [change] = correct_change(labelled, before=WAVES[0], after=WAVES[1]).to_dict("records")
    recall = accuracy.table.set_index("wave").loc[WAVES[1], "recall"]
    passages = accuracy.errors.loc[accuracy.errors["kind"] == "missed", "passage"].tolist()
    missed = frozenset(word for passage in passages for word in SAID.findall(passage) if word)
    return Judged(recall, *(change[name] for name in ("change", "low", "high", "p")), missed)


def count_truth(corpus: Corpus, words: frozenset[str]) -> tuple[float, float]:
    """Return the true change per 1,000 words, and the recall in the second wave of a codebook with these words."""
    rows = []
    for transcript in corpus.transcripts:
        answers = np.array([turn.role == "respondent" for turn in transcript.turns])
        rows.append((transcript.wave, count_turn_words(transcript)[answers].sum(), SAID.findall(transcript.text)))
    table = pd.DataFrame(rows, columns=["wave", "words", "said"])
    rate = (1000 * table["said"].map(len) / table["words"]).groupby(table["wave"]).mean()
    later = [word for said in table.loc[table["wave"] == WAVES[1], "said"] for word in said]
    return float(rate[WAVES[1]] - rate[WAVES[0]]), float(np.mean([not word or word in words for word in later]))


def main(studies: int) -> None:
    """Print what the same sample and a new one say of mended codebooks."""
    rows = []
    for seed in range(1, studies + 1):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            study = make_study(folder, np.random.default_rng(seed))
            corpus, book = read_corpus(folder), read_codebook(folder / "codebook.yaml")
            hits = apply_codebook(book, corpus)
            write_sample(study, "read", draw_sample(corpus, hits, book, n=DRAWN, codes=["trust"], seed=1))
            code_sample(study, "read", corpus, book)
            words = judge(study, "read", corpus, book).missed
            write_codebook_with(folder, tuple(sorted(words)), "1.1.0")
            mended = read_codebook(folder / "codebook.yaml")
            hits = apply_codebook(mended, corpus)
            write_sample(study, "new", draw_sample(corpus, hits, mended, n=DRAWN, codes=["trust"], seed=2))
            code_sample(study, "new", corpus, mended)
            change, recall = count_truth(corpus, words)
            for sample in ("read", "new"):
                found = judge(study, sample, corpus, mended)
                rows.append((sample, found.recall, recall, found.low <= change <= found.high, found.p <= 0.05))
    table = pd.DataFrame(rows, columns=["sample", "recall", "true_recall", "covers", "significant"])
    print(table.groupby("sample").mean().round(3).to_string())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
