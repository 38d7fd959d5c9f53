"""How long a codebook of 1,000 codes takes to read, against `yaml.safe_load` with the C loader in the same run.

    python benchmarks/bench_codebook.py

Goal: less than a tenth of a second more.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import yaml

from bp_qual.codebook import parse_codebook


def make_text(codes: int = 1_000) -> str:
    """Return a codebook with so many codes, written out as people do."""
    lines = ["codebook: Large", "version: 1.0.0", "language: nl", "codes:"]
    for i in range(codes):
        lines += [
            f"  - id: code{i}",
            f"    label: {{nl: Code {i}, en: Code {i}}}",
            f"    definition: What the person says about subject {i} in the neighbourhood.",
            "    include: Also the failed attempts.",
            "    exclude: Merely naming it.",
            f"    examples: [Wij doen al jaren onderwerp{i} in de wijk., Zij deden onderwerp{i} samen.]",
            "    counterexamples: [Het regende op dinsdag.]",
            "    terms:",
            *(f"      - onderwerp{i}woord{j}" for j in range(8)),
            f"      - in de buurt van {i}",
            f"      - subsidie{i}~",
        ]
    return "\n".join(lines) + "\n"


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """Return the median time of doing it."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print the two times and the difference."""
    text = make_text()
    plain = seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
    ours = seconds(lambda: parse_codebook(text))
    print(f"1,000 codes, {len(text):,} characters")
    print(f"yaml.safe_load, C loader  {plain:.3f} s")
    print(f"read_codebook             {ours:.3f} s   {ours - plain:+.3f} s")


if __name__ == "__main__":
    main()
