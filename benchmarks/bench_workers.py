"""What several processes gain in reading and coding, and from how much work on. Run by name:

    python benchmarks/bench_workers.py [FOLDER]

Makes studies of text, Word and printed (.pdf) interviews in a folder, reads each with one process and with as many as
there are cores, and codes ten and forty megabytes of talk so. The answers must be the same. What one process takes for
a file and for a megabyte is what `study/corpus_reading.py` and `coding/codings.py` estimate with.
"""

from __future__ import annotations

import random
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bench_reading import make_turns

import bp_qual as bq
from bp_qual.processes import count_workers, run_command
from bp_qual.transcripts import Corpus
from reader_samples import make_pdf

ROOT = Path(__file__).parents[1]


def make_study(folder: Path, ending: str, number: int) -> Path:
    """Write so many interviews of 6,000 words into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(number):
        lines = [f"{label}: {talk}" for label, talk in make_turns(seed)]
        file = folder / f"P{seed:04}_2010.{ending}"
        if ending == "txt":
            file.write_text("\n\n".join(lines), encoding="utf-8")
        elif ending == "docx":
            document = docx.Document()
            for line in lines:
                document.add_paragraph(line)
            document.save(str(file))
        else:
            rows = [row for line in lines for row in textwrap.wrap(line, 80)]
            file.write_bytes(make_pdf([rows[start : start + 45] for start in range(0, len(rows), 45)]))
    return folder


def make_talk(megabytes: float) -> Corpus:
    """Return the talk of the sample study over and over, its interviews in another order each time."""
    sample = bq.read_corpus(ROOT / "transcripts_sample")
    size = sum(len(transcript.text) for transcript in sample.transcripts)
    talk, chance = [], random.Random(1)
    for number in range(round(megabytes * 1e6 / size)):
        again = [replace(t, interview=f"{t.interview}_{number}") for t in sample.transcripts]
        talk += chance.sample(again, len(again))
    return Corpus(tuple(talk), sample.persons, sample.waves)


def compare(name: str, work: Callable[[int], object]) -> None:
    """Print how long one process and all take, and stop where they answer differently."""
    with run_command(None):
        workers = count_workers(1e9)
    took, answers = [], []
    for number in (1, workers):
        start = time.perf_counter()
        answers.append(work(number))
        took.append(time.perf_counter() - start)
    same = answers[0].equals(answers[1]) if hasattr(answers[0], "equals") else answers[0] == answers[1]
    print(f"{name:34} 1: {took[0]:6.1f} s   {workers}: {took[1]:6.1f} s   {took[0] / took[1]:.2f} times as fast")
    if not same:
        raise SystemExit(f"{name}: {workers} processes answer something else")


def main(root: Path) -> None:
    """Measure everything."""
    for ending, numbers in (("txt", (200, 1000)), ("docx", (200, 1000)), ("pdf", (4, 16, 40))):
        for number in numbers:
            described = bq.read_study(make_study(root / f"{ending}{number}", ending, number))
            compare(f"read {number} .{ending}", lambda workers, s=described: bq.read_corpus(s, workers=workers))
    book = bq.read_codebook(next((ROOT / "codebooks").glob("*.yaml")))
    for megabytes in (10, 40):
        talk = make_talk(megabytes)
        compare(f"code {megabytes} MB", lambda workers, t=talk: bq.apply_codebook(book, t, workers=workers))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
