"""How long drawing a sample and judging the codebook by it take, beside `import scipy.stats` in the same run.

    python benchmarks/bench_validation.py [--persons 43] [--words 8000] [--codes 100]

Processor time of what comes on top of reading and coding. Talk is made up: turns of 10 to 150 words in sentences of 12,
one word in a hundred a term.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from bp_qual import correct_change, draw_sample, label_passages, measure_accuracy, read_chances, write_sample
from bp_qual.codebook import Codebook, parse_codebook
from bp_qual.coding.by_hand import HandCodings, History, place_codings
from bp_qual.coding.by_hand.making import mark_passage
from bp_qual.study import Study
from bp_qual.transcripts import Corpus, Transcript, Turn

WAVES = ("2010", "2020")


def make_talk(persons: int, words: int, codes: int, *, seed: int = 1) -> tuple[Corpus, pd.DataFrame, Codebook]:
    """Return interviews of so many persons in two waves, the hits in them, and the codebook."""
    rng = random.Random(seed)
    plain, terms = [f"woord{n}" for n in range(3000)], [f"thema{n}" for n in range(codes)]
    transcripts = []
    for person in range(persons):
        for wave in WAVES:
            text, turns, said = "", [], 0
            while said < words:
                length = rng.randint(10, 150)
                spoken = [rng.choice(terms if rng.random() < 0.01 else plain) for _ in range(length)]
                spoken[11::12] = [f"{word}." for word in spoken[11::12]]
                spoken[::12] = [word.capitalize() for word in spoken[::12]]
                answer = f"{' '.join(spoken)}."
                start = len(text) + 3
                text += f"R: {answer}\n"
                turns.append(Turn(len(turns), "R", "respondent", start, start + len(answer), f"P{person:02}"))
                said += length
            transcripts.append(Transcript(f"P{person:02}_{wave}", (f"P{person:02}",), wave, text, tuple(turns)))
    corpus = Corpus(tuple(transcripts), tuple(f"P{person:02}" for person in range(persons)), WAVES)
    rows = [
        (transcript.interview, match.start(), match.end(), f"c{match[1]}", match[0].lower(), "auto")
        for transcript in transcripts
        for match in re.finditer(r"(?i)thema(\d+)", transcript.text)
    ]
    hits = pd.DataFrame(rows, columns=["interview", "start", "end", "code", "term", "status"])
    lines = "".join(f"  - {{id: c{n}, terms: [thema{n}]}}\n" for n in range(codes))
    return corpus, hits, parse_codebook(f"codebook: D\nversion: 1.0.0\nlanguage: nl\ncodes:\n{lines}")


def finish_all(units: pd.DataFrame, corpus: Corpus, book: Codebook) -> HandCodings:
    """Return the work of somebody who finished every passage, and coded none."""
    texts = {transcript.interview: transcript for transcript in corpus.transcripts}
    events = [
        mark_passage("done", texts[row.interview], row.start, row.end, "", book, event_id=f"e{row.unit}")
        for row in units.itertuples()
    ]
    return place_codings(History("anna", tuple(events)), corpus)


def seconds_of_import() -> float:
    """Return the processor time of `import scipy.stats` in a fresh interpreter."""
    code = "import time; t = time.process_time(); import scipy.stats; print(time.process_time() - t)"
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def clock(work: Callable[[], object]) -> tuple[float, object]:
    """Return the processor time of a piece of work, and what it gave."""
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def measure(persons: int, words: int, codes: int) -> dict[str, float]:
    """Return the seconds of drawing (all codes; near misses of one) and of judging with 10,000 draws."""
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), persons, words, codes)


def _measure(folder: Path, persons: int, words: int, codes: int) -> dict[str, float]:
    corpus, hits, book = make_talk(persons, words, codes)
    draw_sample(corpus, hits, book, n=20)  # what is loaded at the first use
    all_codes, sample = clock(lambda: draw_sample(corpus, hits, book, n=400))
    near, _ = clock(lambda: draw_sample(corpus, hits, book, n=400, codes=["c1"]))
    hand = finish_all(sample.units, corpus, book)
    study = Study(folder)
    write_sample(study, "first", sample)

    def judge() -> None:
        labelled = label_passages(read_chances(study, "first", corpus), hand, hits, corpus, book)
        measure_accuracy(labelled, hits, corpus)
        correct_change(labelled, before=WAVES[0], after=WAVES[1])

    return {"sample, all codes": all_codes, "sample, one code": near, "validate": clock(judge)[0]}


def main() -> None:
    """Print seconds, and how many times `import scipy.stats` that is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=43)
    parser.add_argument("--words", type=int, default=8000)
    parser.add_argument("--codes", type=int, default=100)
    asked = parser.parse_args()
    base = seconds_of_import()
    print(f"import scipy.stats {base:.2f} s")
    for name, taken in measure(asked.persons, asked.words, asked.codes).items():
        print(f"{name} {taken:.2f} s, {taken / base:.1f} times")


if __name__ == "__main__":
    main()
