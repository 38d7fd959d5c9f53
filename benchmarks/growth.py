"""How time and memory grow: `compare` on made-up studies of six sizes each, in files, persons, codes, waves and so on.

    python benchmarks/growth.py                     # all six quantities, a table on the screen
    python benchmarks/growth.py codes words         # these
    python benchmarks/growth.py --plot growth.svg   # and a picture of time against size
    python benchmarks/growth.py large               # 2,000 persons x 2 interviews of 5,000 words: seconds and memory

Each run is one process of its own (with several, which begin at some size, the processors spend more in all) that is
forked when everything is loaded and a first study was compared, so that its seconds (of the processor, not of the
clock) are those of the work; of three runs the quickest counts. The slope is that of the straight line through the
logarithms of size and seconds: 1 is linear, 2 quadratic. Goal: 1.2 at most. Where most of the time does not depend on
the size the slope is far below 1; `last` is the slope between the two largest sizes alone, where that matters least.
"""

from __future__ import annotations

import argparse
import csv
import math
import os
import resource
import shutil
import string
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

QUESTION = "I: Hoe gaat het met u hier?\n"
STUDY = (
    "study: Growth\nlanguage: nl\ncodebook: codebook.yaml\nfloor: 5\nspeakers: {interviewer: [I], respondent: [R]}\n"
)
GOAL = 1.2
ALONE = ("--workers", "1")
SIZES = {
    "files": (40, 80, 160, 320, 640, 1280),
    "persons": (40, 80, 160, 320, 640, 1280),
    "codes": (32, 64, 128, 256, 512, 1000),
    "waves": (6, 12, 24, 48, 96, 192),
    "words": (2_000, 4_000, 8_000, 16_000, 32_000, 64_000),
    "labels": (250, 500, 1_000, 2_000, 4_000, 8_000),
}


@dataclass(frozen=True, slots=True)
class Interview:
    """A made-up interview: whose, when, and its text."""

    person: str
    wave: str
    text: str


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run took."""

    size: int
    seconds: float
    megabytes: int
    exit_code: int


def talk(turns: int, more: str = "") -> str:
    """Return an interview of so many answers of sixteen words, and what else is said."""
    answer = "R: Wij hebben hier samenwerking nodig, dat is nummer {} van het verhaal in deze buurt, zeg ik.\n"
    told = "".join(QUESTION + answer.format(number) for number in range(turns))
    return f"{told}{QUESTION}R: Gewoon een zin zonder iets bijzonders erin, zo gaat dat hier altijd. {more}\n"


def made_up_word(number: int) -> str:
    """Return a word that no other number has."""
    letters = string.ascii_lowercase
    return "woord" + letters[number % 26] + letters[number // 26 % 26] + letters[number // 676 % 26]


def several_files(size: int) -> Iterator[Interview]:
    """Twenty persons, and ever more interviews of each in both waves."""
    for number in range(size):
        yield Interview(f"P{number % 20}", "2010" if number // 20 % 2 else "2020", talk(1 + number % 4))


def several_persons(size: int) -> Iterator[Interview]:
    for person in range(size):
        for wave in ("2010", "2020"):
            yield Interview(f"P{person}", wave, talk(1 + (person * 7 + (wave == "2020")) % 4))


def several_codes(size: int) -> Iterator[Interview]:
    """Twenty persons of whom each speaks of every third code, in both waves."""
    for person in range(20):
        words = " ".join(made_up_word(number) for number in range(person % 3, size, 3))
        for wave in ("2010", "2020"):
            yield Interview(f"P{person}", wave, talk(1 + (person + (wave == "2020")) % 4, words))


def several_waves(size: int) -> Iterator[Interview]:
    for person in range(8):
        for wave in range(size):
            yield Interview(f"P{person}", str(1800 + wave), talk(1 + (person + wave) % 4))


def several_words(size: int) -> Iterator[Interview]:
    for person in range(8):
        for wave in ("2010", "2020"):
            yield Interview(f"P{person}", wave, talk(size // 22 - person - (wave == "2020")))


def several_labels(size: int) -> Iterator[Interview]:
    """A text in which everybody speaks once, under another name each."""
    names = "".join(f"Naam{number}: Ja, dat is zo. En kijk.\n" for number in range(size))
    for person in range(4):
        for wave in ("2010", "2020"):
            yield Interview(f"P{person}", wave, names if not person and wave == "2010" else talk(2))


MADE: dict[str, Callable[[int], Iterator[Interview]]] = {
    "files": several_files,
    "persons": several_persons,
    "codes": several_codes,
    "waves": several_waves,
    "words": several_words,
    "labels": several_labels,
}


def make_study(folder: Path, interviews: Iterator[Interview], *, codes: int = 2) -> Path:
    """Write a study of these interviews with a codebook of so many codes, and return its folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    terms = ["samenwerking", "zin"] if codes == 2 else [made_up_word(number) for number in range(codes)]
    book = "".join(f"  - {{id: c{number}, terms: [{term}]}}\n" for number, term in enumerate(terms))
    (folder / "codebook.yaml").write_text(
        f"codebook: Growth\nversion: 1.0.0\nlanguage: nl\ncodes:\n{book}", encoding="utf-8"
    )
    (folder / "study.yaml").write_text(STUDY, encoding="utf-8")
    with (folder / "interviews.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "person", "wave"])
        for number, interview in enumerate(interviews):
            (folder / f"{number}.txt").write_text(interview.text, encoding="utf-8")
            rows.writerow([f"{number}.txt", interview.person, interview.wave])
    return folder


def spend(study: Path, out: Path, size: int) -> Spent:
    """Compare a study in a process of its own, and return what that took of the processor and the memory."""
    from bp_qual.cli import main

    shutil.rmtree(out, ignore_errors=True)
    if not (child := os.fork()):
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        try:
            main(["compare", *ALONE, str(study), "-o", str(out)])
        except SystemExit as ended:
            os._exit(int(ended.code or 0))
        finally:
            os._exit(99)
    _, status, used = os.wait4(child, 0)
    return Spent(size, used.ru_utime + used.ru_stime, used.ru_maxrss >> 10, os.waitstatus_to_exitcode(status))


def grow(quantity: str, folder: Path, sizes: Sequence[int] = (), *, times: int = 1) -> list[Spent]:
    """Return what a comparison takes at each size of a quantity, at best: what else the machine does slows it down."""
    runs = []
    for size in sizes or SIZES[quantity]:
        study = make_study(folder / "study", MADE[quantity](size), codes=size if quantity == "codes" else 2)
        tried = [spend(study, folder / "out", size) for _ in range(times)]
        runs.append(max(tried, key=lambda run: (run.exit_code != 0, -run.seconds)))
    return runs


def slope(runs: Sequence[Spent]) -> float:
    """Return the slope of the least-squares line through the logarithms of size and seconds."""
    x, y = [math.log(run.size) for run in runs], [math.log(run.seconds) for run in runs]
    middle = sum(x) / len(x)
    return sum((a - middle) * b for a, b in zip(x, y, strict=True)) / sum((a - middle) ** 2 for a in x)


def warm_up(folder: Path) -> None:
    """Load everything in this process, so that the forked ones find it loaded."""
    from bp_qual.cli import main

    study = make_study(folder / "first", several_persons(8))
    main(["compare", *ALONE, str(study), "-o", str(folder / "first_out")], standalone_mode=False)


def draw(found: dict[str, list[Spent]], path: Path) -> None:
    """Draw seconds against size, both on a logarithmic axis, one panel a quantity, with a dashed line of slope 1."""
    import altair as alt
    import pandas as pd
    import vl_convert as vlc

    rows = [
        {"quantity": name, "size": run.size, "seconds": run.seconds, "linear": runs[-1].seconds * run.size / last}
        for name, runs in found.items()
        for last in [runs[-1].size]
        for run in runs
    ]
    base = alt.Chart().encode(x=alt.X("size:Q", title="size", scale=alt.Scale(type="log")))
    log = alt.Scale(type="log")
    measured = base.mark_line(point=True).encode(y=alt.Y("seconds:Q", title="seconds of the processor", scale=log))
    linear = base.mark_line(strokeDash=[4, 4], color="grey").encode(y=alt.Y("linear:Q", scale=log))
    picture = alt.layer(linear, measured, data=pd.DataFrame(rows)).properties(width=220, height=160)
    picture = picture.facet(facet=alt.Facet("quantity:N", title=None), columns=3)
    spec = picture.resolve_scale(x="independent", y="independent").to_dict()
    path.write_text(vlc.vegalite_to_svg(spec), encoding="utf-8")


def large(folder: Path, persons: int) -> Spent:
    """Compare two interviews of 5,000 words of each of so many persons."""
    rows = (
        Interview(f"P{person}", wave, talk(225 + (person + (wave == "2020")) % 4))
        for person in range(persons)
        for wave in ("2010", "2020")
    )
    return spend(make_study(folder / "study", rows), folder / "out", persons)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quantities", nargs="*", help=f"{', '.join(MADE)}, or large")
    parser.add_argument("--plot", type=Path, help="Also draw time against size to this .svg.")
    parser.add_argument("--persons", type=int, default=2000, help="Of `large`.")
    parser.add_argument("--times", type=int, default=3, help="Runs of each size, of which the quickest counts.")
    options = parser.parse_args()
    found: dict[str, list[Spent]] = {}
    with TemporaryDirectory() as scratch:
        warm_up(Path(scratch))
        for quantity in options.quantities or MADE:
            start = time.perf_counter()
            if quantity == "large":
                run = large(Path(scratch), options.persons)
                print(f"{run.size} persons x 2 x 5,000 words: {run.seconds:.0f} s, {run.megabytes} MB", flush=True)
                continue
            found[quantity] = runs = grow(quantity, Path(scratch), times=options.times)
            sizes = "  ".join(
                f"{run.size}: {run.seconds:.1f} s{'' if not run.exit_code else ' FAILED'}" for run in runs
            )
            most = max(run.megabytes for run in runs)
            print(
                f"{quantity:8} slope {slope(runs):.2f}  last {slope(runs[-2:]):.2f}  up to {most} MB  {sizes}"
                f"  ({time.perf_counter() - start:.0f} s by the clock)",
                flush=True,
            )
    if options.plot:
        draw(found, options.plot)
    return int(any(slope(runs) > GOAL or any(run.exit_code for run in runs) for runs in found.values()))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
