"""Damage the sample of every format many times and count what comes of it. Run by name:

    python benchmarks/fuzz_readers.py 560 --seed 1  # 20,160 files

Interviews in every format and in the shapes of the services that recognise speech; then what other programs and people
give beside interviews: projects, lists of quotations, sheets of codes, samples, codings by hand, tables of a study.
A row a format: files read, refused in one line, read with words not understood (told), and what must be nought:
tracebacks, messages without the file's name, files that take more than 20 seconds, and files in which a made-up word
that the bytes still hold is in no text and no remainder (`lost`; a word that the damage put into a name counts as lost
here, so look at those that are listed). `comment`: words that the damage put between `<!--` and
`-->`, which no program shows.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bp_qual.errors import BpQualError
from bp_qual.readers import NOT_UNDERSTOOD, read_data
from reader_samples import damage, make_samples, words_left
from received_samples import make_received, make_shapes, read_other

SLOW = 20.0
OTHERS = make_received()
_COMMENTED = ("html", "tei")  # formats with comments, which no program shows
_DOUBTS = (
    "page broken",
    "letters without width",
    "lines over others",
    "letters over others",
)  # of pages whose letters may be mixed up


def try_one(name: str, data: bytes) -> tuple[str, str]:
    """Return what comes of a file, and a remark."""
    start = time.perf_counter()
    try:
        whole, told, left, kind = read(name, data)
    except BpQualError as err:
        return ("refused", "") if name in str(err).partition("\n")[0] else ("unnamed", str(err))
    except BaseException as err:
        return "traceback", repr(err)
    if time.perf_counter() - start > SLOW:
        return "slow", ""
    whole = whole.replace("\u00ad", "").casefold()
    if lost := [word for word in words_left(data) if word not in whole]:
        bare = re.sub(rb"<!--.*?-->", b"", data, flags=re.DOTALL) if kind in _COMMENTED else data
        if not told and not set(lost) & set(words_left(bare)):
            return "comment", ""
        return ("told", "") if told else ("lost", ", ".join(lost))
    return ("told" if told or left else "read"), ""


def read(name: str, data: bytes) -> tuple[str, bool, bool, str]:
    """Return all text that a file gives, whether words are told as lost, or kept as not understood, and the format."""
    if name in OTHERS:
        return *read_other(name, data), False, ""
    reading = read_data(data, where=name)
    labels = " ".join(line.label for line in reading.paragraphs)
    told = any(note.kind in _DOUBTS for note in reading.notes)
    whole = "\n".join([reading.text, labels, *reading.remainders.values()])
    return whole, told, NOT_UNDERSTOOD in reading.remainders, reading.format


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=500)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    totals = Counter[str]()
    for name, sample in {**make_samples(), **make_shapes(), **OTHERS}.items():
        if options.only and options.only != name:
            continue
        counts, remarks = Counter[str](), []
        for number in range(options.count):
            data = damage(sample, random.Random(f"{options.seed}/{name}/{number}"))
            what, remark = try_one(name, data)
            counts[what] += 1
            if remark:
                remarks.append(f"  {number}: {what} {remark[:100]}")
        totals += counts
        print(name, dict(counts), *remarks[:4], sep="\n" if remarks else " ", flush=True)
    print("together", dict(totals), sum(totals.values()))


if __name__ == "__main__":
    main()
