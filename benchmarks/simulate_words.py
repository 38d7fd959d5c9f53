"""Words that chance makes clear, and planted ones that are found: `python benchmarks/simulate_words.py [200]`.

Studies of made-up words in which every person has words of preference and nothing changes between the waves: the share
of studies with any word of a corrected p of at most .05. And studies with twelve planted new words, each used by two of
three persons, or by some of twenty: how many of them are clear. The tests run a small version.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bp_qual import compare_words
from test_suggested_words import made_up_study

PLANTED = tuple(f"{a}{b}" for a in ("zwerm", "drift", "knak") for b in ("el", "oor", "ap", "ust"))


def chance_findings(studies: int, persons: int) -> int:
    """Return in how many studies without any change some word is clear after correction."""
    random = np.random.default_rng(persons)
    made = (made_up_study(random, persons, size=250) for _ in range(studies))
    tables = (compare_words(study, phrases=False, floor=100, draws=999).table for study in made)
    return sum(bool((table["p_adjusted"] <= 0.05).any()) for table in tables)


def found_words(studies: int, persons: int) -> tuple[int, int]:
    """Return how many of the planted words are clear, and how many others are."""
    random = np.random.default_rng(persons)
    found = others = 0
    for _ in range(studies):
        table = compare_words(made_up_study(random, persons, PLANTED), phrases=False, draws=1999).table
        clear = set(table[table["verdict"] == "clear"]["word"])
        found, others = found + len(clear & set(PLANTED)), others + len(clear - set(PLANTED))
    return found, others


def verdicts_of_users(studies: int, users: int, syllables: int, persons: int = 20) -> tuple[Counter[str], int, int]:
    """Return what planted words that so many persons use three times each are called, and how many words are tested."""
    random = np.random.default_rng(users)
    called = Counter[str]()
    fewest, most = 10**9, 0
    for _ in range(studies):
        study = made_up_study(
            random, persons, PLANTED, size=400 * syllables, syllables=syllables,
            used=lambda person, place: (person + place) % persons < users,
        )  # fmt: skip
        table = compare_words(study, phrases=False, draws=1999).table
        called.update(table.loc[table["word"].isin(PLANTED), "verdict"])
        tested = int(table["p"].notna().sum())
        fewest, most = min(fewest, tested), max(most, tested)
    return called, fewest, most


def main() -> int:
    """Run all three."""
    studies = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    for persons in (8, 12, 24):
        print(f"{persons} persons, nothing changed: {chance_findings(studies, persons)} of {studies} with a clear word")
    few = max(studies // 20, 1)
    for persons in (12, 20):
        found, others = found_words(few, persons)
        print(f"{persons} persons: {found} of {len(PLANTED) * few} planted words clear, {others} others")
    for syllables, users in product((1, 3), (6, 9, 11, 13)):
        called, fewest, most = verdicts_of_users(few, users, syllables)
        told = ", ".join(f"{n} {verdict}" for verdict, n in sorted(called.items()))
        print(f"{users} of 20 persons use it: {told} (of {len(PLANTED) * few}; {fewest} to {most} words tested)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
