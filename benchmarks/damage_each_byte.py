"""Damage each byte of a small file in every way, one at a time, and count the words that are lost unsaid. Run by name:

    python benchmarks/damage_each_byte.py            # all samples
    python benchmarks/damage_each_byte.py --only full.rtf --each 7

Each byte is deleted, replaced by a letter, a digit, a blank and each sign of the format, each of these is put before
it, and the file is cut off there. Of archives (.docx, .odt, .xlsx) the bytes of the part that holds the talk are
damaged, and the archive is made anew. A row a file: what was read, refused in one line with the name of the file, read
with a note or with words not understood (told), and what must be nought: tracebacks, messages without the name of the
file, and words of the talk that are in no text, no remainder and no note. A word that was itself changed by the damage
is not looked for; words behind a cut are, for a file that was cut off is to be told.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from small_samples import SMALL, damage_each, try_damaged


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--each", type=int, default=1, help="only every so many damages")
    parser.add_argument("--show", type=int, default=4, help="how many of the lost are shown")
    options = parser.parse_args()
    totals = Counter[str]()
    for name, sample in SMALL.items():
        if options.only and options.only != name:
            continue
        counts, remarks = Counter[str](), []
        for number, damaged in enumerate(damage_each(name, sample)):
            if number % options.each:
                continue
            what, remark = try_damaged(name, damaged)
            counts[what] += 1
            if remark:
                remarks.append(f"  {damaged.how}: {what} {remark[:150]}")
        totals += counts
        print(name, dict(counts), *remarks[: options.show], sep="\n" if remarks else " ", flush=True)
    print("together", dict(totals), sum(totals.values()))


if __name__ == "__main__":
    main()
