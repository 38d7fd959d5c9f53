"""Draw matrices with quotes in their cells as people make them, and count what becomes of each quote and column.

    python benchmarks/matrices.py [TABLES [FIRST]]

2,000 tables if not said otherwise, by turns .xlsx and .csv, with one to three rows of headings that are merged, blank
or there again; FIRST is the first seed, so that other tables can be drawn. Exit code 1 where a quote is not read with
its person, wave and code, a heading is taken for a quote, or a column that is not read is not told.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from matrix_drawing import read_drawn


def main(tables: int, first: int) -> int:
    """Run so many tables, print what went wrong, and return in how many."""
    quotes, headings, wrong = 0, [0, 0, 0], 0
    for seed in range(first, first + tables):
        drawn, faults = read_drawn(seed)
        quotes += sum(drawn.quotes.values())
        headings[drawn.depth - 1] += 1
        for fault in faults:
            print(f"seed {seed}: {fault}")
        wrong += bool(faults)
    depths = ", ".join(f"{n} with {depth}" for depth, n in enumerate(headings, start=1))
    print(f"{tables:,} tables (rows of headings: {depths}), {quotes:,} quotes, {wrong} tables wrong")
    return wrong


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(bool(main(*numbers, *(2_000, 0)[len(numbers) :])))
