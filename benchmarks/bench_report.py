"""How large the report of a study of 43 persons is, how long it takes to make, and how long a browser takes to open it.

    python benchmarks/bench_report.py

Prints the figures: megabytes, seconds to make the page, the Word and the Excel file, and seconds to open the page in
headless Chromium beside an empty page in the same run (where Chromium and selenium are there).
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.coding import apply_codebook
from bp_qual.compare import compare_waves
from bp_qual.panel import count_codes
from bp_qual.report.excel import render_xlsx
from bp_qual.report.html import render_report
from bp_qual.report.word_report import render_docx
from bp_qual.transcripts import Corpus, Transcript, Turn

PERSONS, WORDS, CODES = 43, 8000, 30
FILLER = [
    "toen",
    "hebben",
    "we",
    "met",
    "de",
    "mensen",
    "uit",
    "de",
    "straat",
    "gepraat",
    "over",
    "wat",
    "er",
    "moest",
    "gebeuren",
    "en",
    "dat",
    "was",
    "niet",
    "makkelijk",
    "maar",
    "het",
    "is",
    "wel",
    "gelukt",
    "vond",
    "ik",
    "want",
    "iedereen",
    "deed",
    "mee",
    "die",
    "middag",
]
THEMES = [
    "subsidie",
    "gemeente",
    "hokje",
    "vergadering",
    "buurman",
    "opvolger",
    "wethouder",
    "formulier",
    "bezuiniging",
    "waardering",
    "corporatie",
    "school",
    "politie",
    "rommel",
    "geld",
    "plan",
    "project",
    "vrijwilliger",
    "stagiair",
    "cursus",
    "netwerk",
    "keuken",
    "tuin",
    "moestuin",
    "speeltuin",
    "ruzie",
    "feest",
    "vertrouwen",
    "regel",
    "verhaal",
]


def talk(seed: int) -> str:
    """An hour of talk in which themes come up, in clusters as in real talk."""
    draw = random.Random(seed)
    sentences = []
    words = 0
    while words < WORDS:
        sentence = draw.choices(FILLER, k=draw.randint(6, 18))
        if draw.random() < 0.15:
            sentence.insert(draw.randrange(len(sentence)), draw.choice(THEMES))
        words += len(sentence)
        sentences.append(" ".join(sentence).capitalize() + ".")
    return "\n".join("R: " + " ".join(sentences[n : n + 9]) for n in range(0, len(sentences), 9))


def transcript(person: str, wave: str, seed: int) -> Transcript:
    """One interview, a turn a line."""
    text, turns, at = talk(seed), [], 0
    for number, line in enumerate(text.split("\n")):
        turns.append(Turn(number, "R", "respondent", at + 3, at + len(line), person))
        at += len(line) + 1
    return Transcript(f"{person}_{wave}", (person,), wave, text, tuple(turns))


def timed(what: str, make: object) -> object:
    """Run something, print how long it took, and return what it made."""
    start = time.perf_counter()
    made = make()  # type: ignore[operator]
    print(f"{what:<34}{time.perf_counter() - start:6.2f} s")
    return made


def open_pages(page: str) -> None:
    """Open the page and an empty one in turn, three times, and print the best of each."""
    try:
        from selenium import webdriver
    except ImportError:
        return
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        return
    with tempfile.TemporaryDirectory() as folder:
        files = {"an empty page": "<!doctype html><title>empty</title>", "the report": page}
        options = webdriver.ChromeOptions()
        for flag in f"headless no-sandbox disable-gpu no-first-run user-data-dir={folder}/profile".split():
            options.add_argument(f"--{flag}")
        options.binary_location = shutil.which("chromium")
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        seconds: dict[str, list[float]] = {name: [] for name in files}
        for name, text in list(files.items()) * 4:
            path = Path(folder) / f"{name}.html"
            path.write_text(text, encoding="utf-8")
            start = time.perf_counter()
            driver.get(path.as_uri())
            driver.execute_script("return document.documentElement.scrollHeight")
            seconds[name].append(time.perf_counter() - start)
        driver.quit()
    for name, times in seconds.items():
        print(f"opening {name:<26}{min(times[1:]):6.2f} s")


def main() -> None:
    """Make the study, the report in all forms, and open it."""
    persons = [f"P{n:02}" for n in range(1, PERSONS + 1)]
    waves = ("2010", "2020")
    corpus = Corpus(
        tuple(transcript(p, w, 2 * n + k) for n, p in enumerate(persons) for k, w in enumerate(waves)),
        tuple(persons),
        waves,
    )
    codebook = Codebook("b", "1", "nl", tuple(Code(w, {"nl": w}, terms=(Term(w, "lemma"),)) for w in THEMES[:CODES]))
    codings: pd.DataFrame = timed("coding", lambda: apply_codebook(codebook, corpus))  # type: ignore[assignment]
    change = timed("comparing", lambda: compare_waves(count_codes(codings, corpus, codebook)))
    page = timed("page", lambda: render_report(change, language="nl"))  # type: ignore[arg-type]
    timed("Word file", lambda: render_docx(change, language="nl"))  # type: ignore[arg-type]
    timed("Excel file", lambda: render_xlsx(change, language="nl"))  # type: ignore[arg-type]
    print(f"{len(codings):,} codings; the page is {len(str(page).encode()) / 1e6:.2f} MB")
    open_pages(str(page))


if __name__ == "__main__":
    sys.exit(main())
