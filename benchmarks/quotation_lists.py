"""Copy quotes in every way in which people and programs do, and count those at a wrong place: there must be none.

    python benchmarks/quotation_lists.py [LISTS [FIRST]]

2,000 lists of six quotes if not said otherwise, each through a sheet with headings in English, Dutch or German; FIRST
is the first seed, so that other lists can be drawn. Exit code 1 where a quote stands in a wrong place, or nowhere.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bp_qual.study.received_interviews import InterviewFinder
from bp_qual.study.received_places import place_all
from test_import_laws import make_list, misplaced, through_sheet


def main(lists: int, first: int) -> int:
    """Run so many lists, print what became of their quotes, and return how many stand wrong."""
    found: Counter[str] = Counter()
    for seed in range(first, first + lists):
        quotes = through_sheet(make_list(seed), seed)
        placed, listed = place_all([copied.passage for copied in quotes.copied], InterviewFinder(quotes.corpus))
        found.update({part.passage.where: f"placed: {part.how}" for part in placed}.values())
        found.update(f"listed: {left.why}" for left in listed)
        wrong = misplaced(quotes)
        for copied, what in wrong:
            print(f"seed {seed}: {copied.passage.quote!r}: {what}")
        found["wrong"] += len(wrong)
        found["quotes"] += len(quotes.copied)
    for name, number in sorted(found.items()):
        print(f"{number:7,}  {name}")
    return found["wrong"]


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(bool(main(*numbers, *(2_000, 0)[len(numbers) :])))
