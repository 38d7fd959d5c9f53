"""How long the comparison takes, against one numpy matrix product of the same size in the same run.

    python benchmarks/bench_compare.py

Goals: the sign-flip test with step-down maxT, 43 persons x 100 codes x 9,999 draws, in at most 3 times the product of
the sign matrix and the differences; a whole comparison of 1,000 persons x 100 codes without trouble.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.compare import compare_waves
from bp_qual.panel import Panel, Source, make_panel
from bp_qual.panel.segments import Segments
from bp_qual.statistics.permutation import flip_test
from bp_qual.transcripts import Corpus


def seconds(work: Callable[[], object], times: int = 9) -> float:
    """Return the median time of doing it."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def make_counted_panel(persons: int, codes: int, *, mean: float = 4.0) -> Panel:
    """Return a panel of counts that come from elsewhere."""
    random = np.random.default_rng(1)
    places = [(f"P{n:04}", wave) for n in range(persons) for wave in ("2010", "2020")]
    names = [f"code{n:03}" for n in range(codes)]
    counts = pd.DataFrame([(*place, name) for place in places for name in names], columns=["person", "wave", "code"])
    counts["mentions"] = random.poisson(random.gamma(1.0, mean, size=len(counts)))
    exposure = pd.DataFrame(places, columns=["person", "wave"]).assign(words=5000)
    return make_panel(counts, exposure)


def make_segmented_panel(persons: int, codes: int, *, sentences: int = 400, hits: int = 300) -> Panel:
    """Return a panel of which every sentence and coding is known: so many sentences and codings an interview."""
    random = np.random.default_rng(2)
    counted = make_counted_panel(persons, codes)
    cells = persons * 2
    words = random.integers(4, 20, size=(cells, sentences))
    rows = np.arange(cells * sentences).reshape(cells, sentences)
    sentence = np.sort(random.integers(0, sentences, size=(cells, hits)), axis=1) + rows[:, :1]
    code = random.integers(0, codes, size=cells * hits)
    person, wave = (np.repeat(row, sentences) for row in divmod(np.arange(cells), 2))
    before = (np.cumsum(words, axis=1) - words).ravel()
    flat = sentence.ravel()
    none = np.zeros(len(flat), dtype=bool)
    segments = Segments(person, wave, np.repeat(np.arange(cells), sentences), rows.ravel() // 4, words.ravel(), before,
                        flat, code, before[flat], none, none)  # fmt: skip
    mentions = np.bincount(np.repeat(np.arange(cells), hits) * codes + code, minlength=cells * codes)
    counts = counted.counts.assign(mentions=mentions, sentences=mentions, present=(mentions > 0).astype(int))
    exposure = counted.exposure.assign(words=words.sum(axis=1), sentences=sentences, turns=sentences // 4)
    corpus = Corpus((), counted.persons, counted.waves)
    names = counted.codes
    codebook = Codebook("Bench", "1", "en", tuple(Code(name, terms=(Term(name, "word"),)) for name in names))
    codings = pd.DataFrame(columns=["interview", "person", "wave", "code", "term", "negated", "prompted", "status"])
    source = Source(corpus, codings, codebook, segments)
    return Panel(counts, exposure, counted.persons, counted.waves, names, source=source)


def main() -> None:
    """Print times and ratios."""
    random = np.random.default_rng(0)
    differences = random.normal(size=(43, 100))
    signs = random.choice([-1.0, 1.0], size=(9999, 43))
    ratios = []
    for _ in range(5):
        product, test = seconds(lambda: signs @ differences), seconds(lambda: flip_test(differences))
        ratios.append(test / product)
    print(f"flip_test, 43 x 100, 9,999 draws: {statistics.median(ratios):.2f} times one matrix product of that size")
    for persons in (43, 1000):
        for kind, make in (("counts only", make_counted_panel), ("every sentence", make_segmented_panel)):
            panel = make(persons, 100)
            start = time.perf_counter()
            compare_waves(panel)
            print(f"compare_waves, {persons:,} persons x 100 codes, {kind}: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
