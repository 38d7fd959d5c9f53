"""Measure how fast bp_qual is, against peers in the same run, and write docs/performance.md with its pictures.

    python benchmarks/performance.py                    # everything; about a quarter of an hour on a machine at rest
    python benchmarks/performance.py start coding       # these parts; the others stay as they were measured last
    python benchmarks/performance.py --page             # nothing: only write the page from the figures that there are

Parts: start, study, coding, codes, notebook, workers, archive. Figures are kept in `benchmarks/performance.json`, each
part with its date, commit and load. Seconds are of the processor (user and system, of the whole process where it is a
command). What is compared is done in turns, several rounds, and the median counts. Peers that are not installed are
left out: `pip install pyahocorasick ahocorasick_rs flashtext2` before, if they are to be on the page.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench_matching import code_with_spacy, make_codebook, make_corpus
from bench_workers import make_talk
from performance_page import write_page

import bp_qual as bq
from bp_qual.transcripts import Corpus

ROOT = Path(__file__).parents[1]
FIGURES = Path(__file__).with_suffix(".json")
SAMPLE = str(ROOT / "transcripts_sample")
BOOK = ROOT / "codebooks" / "best_persons.yaml"
MEASURE = "import pandas, spacy, altair"
SENTENCE = "Wij werken al jaren samen met de gemeente."
CODES = (12, 100, 1000)
Figures = dict[str, Any]


def spend(*arguments: str) -> float:
    """Return the processor time of a new Python with these arguments, from its start to its end."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen([sys.executable, *arguments], stdout=-3, stderr=-3, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)}: exit code {process.returncode}")
    return used.ru_utime + used.ru_stime


def in_turns(work: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median of what each piece of work gives, all of them done in turns."""
    taken = [{name: one() for name, one in work.items()} for _ in range(rounds)]
    return {name: statistics.median(each[name] for each in taken) for name in work}


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that a piece of work takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def make_study(folder: Path, persons: int, words: int) -> Path:
    """Write a study of two interviews a person in the words of the sample's respondents, in an order of their own."""
    sample, chance = bq.read_corpus(SAMPLE), random.Random(1)
    said = [t.text[u.start : u.end] for t in sample.transcripts for u in t.turns if u.role == "respondent"]
    (folder / "codebook.yaml").write_bytes(BOOK.read_bytes())
    (folder / "study.yaml").write_text("study: Large\nlanguage: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    for number in range(2 * persons):
        lines = list[str]()
        while sum(line.count(" ") + 1 for line in lines) < words:
            lines.append(chance.choice(said))
        name = f"P{number // 2:02}_{2010 + 10 * (number % 2)}.txt"
        (folder / name).write_text("\n\n".join(f"I: En?\n\nR: {line}" for line in lines), encoding="utf-8")
    return folder


def measure_start(rounds: int, _: float) -> Figures:
    """What short commands take, from the start of Python to its end."""
    with TemporaryDirectory() as folder:
        commands = {
            "explain": ["explain", SENTENCE, SAMPLE],
            "check": ["check", SAMPLE],
            "compare": ["compare", SAMPLE, "-o", f"{folder}/out"],
        }
        work = {name: lambda a=given: spend("-m", "bp_qual", *a) for name, given in commands.items()}
        loaded = {"measure": lambda: spend("-c", MEASURE), "pandas": lambda: spend("-c", "import pandas")}
        return in_turns(loaded | work, rounds)


def measure_study(rounds: int, _: float) -> Figures:
    """A whole study of 43 persons and two interviews of 8,000 words each: read, code, compare, report."""
    with TemporaryDirectory() as study, TemporaryDirectory() as out:
        make_study(Path(study), 43, 8000)
        whole = ["-m", "bp_qual", "compare", study, "-o", f"{out}/out", "--workers", "1"]
        return in_turns({"measure": lambda: spend("-c", MEASURE), "study": lambda: spend(*whole)}, rounds)


@cache
def talk_of(megabytes: float) -> Corpus:
    """Return made-up talk, once for all parts."""
    return make_corpus(megabytes)


def size_of(corpus: Corpus) -> float:
    """Return how many million characters a corpus has."""
    return sum(len(transcript.text) for transcript in corpus.transcripts) / 1e6


def peers(codes: int) -> Iterator[tuple[str, Callable[[Corpus], object]]]:
    """Yield what others do with the same terms as plain strings: from texts in memory to a list of hits with places."""
    book = make_codebook(codes)
    terms = [(code.id, term.text.lower()) for code in book.codes for term in code.terms]
    yield "spaCy PhraseMatcher", code_with_spacy(book)
    if importlib.util.find_spec("flashtext2"):
        from flashtext2 import KeywordProcessor

        processor = KeywordProcessor(case_sensitive=False)
        for code, term in terms:
            processor.add_keyword(term, code)
        yield "flashtext2", lambda corpus: [processor.extract_keywords_with_span(t.text) for t in corpus.transcripts]
    if importlib.util.find_spec("ahocorasick"):
        import ahocorasick

        tree = ahocorasick.Automaton()
        for code, term in terms:
            tree.add_word(term, (code, len(term)))
        tree.make_automaton()
        yield "pyahocorasick, whole words", lambda corpus: [_whole_words(tree, t.text) for t in corpus.transcripts]
    if importlib.util.find_spec("ahocorasick_rs"):
        import ahocorasick_rs

        found = ahocorasick_rs.AhoCorasick([term for _, term in terms])
        yield (
            "raw Aho-Corasick pass",
            lambda corpus: [found.find_matches_as_indexes(t.text.lower()) for t in corpus.transcripts],
        )


def _whole_words(tree: Any, text: str) -> list[tuple[int, int, str]]:
    hits, end = [], len(text)
    for last, (code, length) in tree.iter(text.lower()):
        first, after = last - length + 1, last + 1
        if not (first and text[first - 1].isalnum()) and not (after < end and text[after].isalnum()):
            hits.append((first, after, code))
    return hits


def measure_coding(rounds: int, megabytes: float) -> Figures:
    """From texts in memory to the table of codings, 100 codes of ten terms, against peers on plain strings."""
    corpus, book = talk_of(megabytes), make_codebook(100)
    work: dict[str, Callable[[Corpus], object]] = {
        "bp_qual": lambda talk: bq.apply_codebook(book, talk),
        **dict(peers(100)),
    }
    for one in work.values():
        one(talk_of(0.05))  # what is loaded once is not counted
    taken = in_turns({name: lambda one=one: seconds(lambda: one(corpus)) for name, one in work.items()}, rounds)
    return {"megabytes": size_of(corpus), "seconds": taken}


def measure_codes(rounds: int, megabytes: float) -> Figures:
    """The same talk with ever more codes."""
    corpus, books = talk_of(megabytes), {codes: make_codebook(codes) for codes in CODES}
    for book in books.values():
        bq.apply_codebook(book, talk_of(0.05))
    work = {str(n): lambda book=book: seconds(lambda: bq.apply_codebook(book, corpus)) for n, book in books.items()}
    return {"megabytes": size_of(corpus), "seconds": in_turns(work, rounds)}


def measure_notebook(rounds: int, megabytes: float) -> Figures:
    """Talk that is kept in memory: one code of 100 changed, and one sentence explained, when all is warm."""
    corpus, book = talk_of(megabytes), make_codebook(100)
    index = bq.index_corpus(corpus)
    read, changed = bq.read_codebook(BOOK), iter(make_codebook(100 + 4 * rounds).codes[100:])
    bq.apply_codebook(book, index)
    bq.explain(read, SENTENCE)

    def change_one() -> float:
        again = replace(book, codes=(next(changed), *book.codes[1:]))
        return seconds(lambda: bq.apply_codebook(again, index))

    work = {
        "first": lambda: seconds(lambda: bq.apply_codebook(book, corpus)),
        "again": lambda: seconds(lambda: bq.apply_codebook(book, index)),
        "changed": change_one,
        "explain": lambda: seconds(lambda: [bq.explain(read, SENTENCE) for _ in range(20)]) / 20,
    }
    return {"megabytes": size_of(corpus), "seconds": in_turns(work, rounds)}


def measure_workers(rounds: int, megabytes: float) -> Figures:
    """Coding with one process and with two: by the clock, and what all processes take of the processor."""
    talk, book = make_talk(megabytes), bq.read_codebook(BOOK)
    clock, processor = dict[str, list[float]](), dict[str, list[float]]()
    for workers in (1, 2) * rounds:
        begin, before = time.perf_counter(), sum(os.times()[:4])
        bq.apply_codebook(book, talk, workers=workers)
        clock.setdefault(str(workers), []).append(time.perf_counter() - begin)
        processor.setdefault(str(workers), []).append(sum(os.times()[:4]) - before)
    each = {"clock": clock, "processor": processor}
    return {"megabytes": size_of(talk)} | {
        name: {workers: statistics.median(taken) for workers, taken in rows.items()} for name, rows in each.items()
    }


def measure_archive(_: int, megabytes: float) -> Figures:
    """Reading, coding and counting an archive in parts, as `benchmarks/bench_archive.py` tells it."""
    command = [sys.executable, str(ROOT / "benchmarks" / "bench_archive.py"), str(megabytes)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^(\d) worker\(s\).*workers ([\d.]+) s, ([\d.]+) MB/s.*worker (\d+) MB$", told, re.M)[:2]
    written = re.search(r"([\d.]+) % of what was read", told)
    return {
        "megabytes": float(told.split(maxsplit=1)[0]),
        "processor": {workers: float(taken) for workers, taken, *_ in rows},
        "rate": {workers: float(rate) for workers, _, rate, _ in rows},
        "peak": {workers: int(peak) for workers, *_, peak in rows},
        "written": float(written[1]) if written else 0.0,
    }


PARTS: dict[str, Callable[[int, float], Figures]] = {
    "start": measure_start,
    "study": measure_study,
    "coding": measure_coding,
    "codes": measure_codes,
    "notebook": measure_notebook,
    "workers": measure_workers,
    "archive": measure_archive,
}


@contextmanager
def dated() -> Iterator[Figures]:
    """Give a row for a part, with when and where it was measured."""
    commit = subprocess.run(["git", "rev-parse", "--short=8", "HEAD"], capture_output=True, text=True, cwd=ROOT)
    row: Figures = {"date": date.today().isoformat(), "commit": commit.stdout.strip(), "cores": os.cpu_count()}
    row["python"] = ".".join(map(str, sys.version_info[:2]))
    before = os.getloadavg()[0]
    yield row
    row["load"] = round(max(before, os.getloadavg()[0]), 1)


def main() -> None:
    """Measure the parts that are named, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help=", ".join(PARTS))
    parser.add_argument("--page", action="store_true", help="Measure nothing; write the page anew.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--mb", type=float, default=10)
    options = parser.parse_args()
    if unknown := sorted(set(options.parts) - set(PARTS)):
        parser.error(f"no part is called {', '.join(unknown)}")
    figures = json.loads(FIGURES.read_text("utf-8")) if FIGURES.is_file() else {}
    for name in () if options.page else options.parts or PARTS:
        with dated() as row:
            row |= PARTS[name](options.rounds, options.mb)
        figures[name] = row | {"rounds": options.rounds}
        FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(name, json.dumps(figures[name]), flush=True)
    write_page(figures, ROOT / "docs")


if __name__ == "__main__":
    main()
