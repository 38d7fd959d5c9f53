"""Time the coding page in a real browser, against a page that only shows the text, in one run.

python benchmarks/time_page.py                # an interview of 12,000 words with 2,000 marks
python benchmarks/time_page.py --marks 10000
python benchmarks/time_page.py --persons 43   # the start page of a study of 43 persons in two waves

It needs chromium, chromedriver and selenium. Half of the marks are hits of the codebook, half are codings by hand.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from httpx import Response
from selenium import webdriver
from starlette.testclient import TestClient

from bp_qual.codebook import read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.coding.by_hand import CoderLog, Event, mark_passage, new_id
from bp_qual.page import open_desk
from bp_qual.page.interview_view import collect_marks, describe_interview
from bp_qual.page.routes import make_app
from bp_qual.page.serving import Running, find_running
from bp_qual.page.start_view import describe_study
from bp_qual.study import read_corpus

QUIET = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-dev-shm-usage"
PROGRAM = "import sys; from bp_qual.cli import main; main(['page', sys.argv[1], '--coder', 'anna', '--no-browser'])"
CODES = 12
BETWEEN = 0.1  # seconds from one key to the next
CODES_OF_KEYS = {"ArrowDown": 40, "F13": 124}
PRESSED = (
    (("ArrowDown", "s", "F13"), "a key that does nothing"),
    (("ArrowDown", "s", "1"), "a key that codes"),
    (("ArrowDown", "n"), "to the next hit"),
    (("n", "a"), "accept, and to the next"),
)
PLAIN = """
const done = arguments[1], begun = performance.now();
const show = (turn) => Object.assign(document.createElement('p'), {textContent: turn.text});
fetch(`/api/interview?id=${arguments[0]}`).then((answer) => answer.json()).then((view) => {
  document.body.replaceChildren(...view.turns.map(show));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
});
"""
OPEN = """
const [name, done] = arguments, begun = performance.now();
location.hash = `#/interview/${name}`;
const wait = () => document.querySelector('h1')?.textContent !== name ? requestAnimationFrame(wait)
  : requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
wait();
"""
LISTEN = """
window.painted = null;
const take = (one) => one.name === 'keydown' && (window.painted = one.duration);
new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type: 'event', durationThreshold: 16});
"""
FOCUS = "window.painted = null; document.querySelector('.pane').focus({preventScroll: true});"
SCROLL = """
const done = arguments[0], pane = document.querySelector('.pane'), steps = [];
let last = performance.now();
const step = () => {
  pane.scrollTop += 400;
  requestAnimationFrame(() => {
    steps.push(performance.now() - last);
    last = performance.now();
    if (steps.length < 60) step(); else done(steps);
  });
};
step();
"""
RECENT = """
const shelf = Object.keys(localStorage).find((name) => name.includes('recent')) ?? 'bp_qual:recent:study';
localStorage.setItem(shelf, '["code1"]');
"""


def write_study(folder: Path, words: int, marks: int) -> None:
    """Write one person's two interviews: the first has the marks, the second as many words without marks."""
    drawn = random.Random(1)
    plain = [f"woord{number}" for number in range(400)]
    for wave in ("2010", "2020"):
        turns, left, hits = [], words, marks // 2
        while left > 0:
            size = min(left, 95)
            said = [drawn.choice(plain) for _ in range(size)]
            wanted = min(hits, round(marks / 2 / words * size) + 1) if wave == "2010" else 0
            for place in drawn.sample(range(size), min(wanted, size)):
                said[place] = f"thema{drawn.randrange(CODES)}"
            hits -= wanted
            left -= size
            turns.append(f"I: En toen?\n\nR: {' '.join(said)}.")
        (folder / f"P01_{wave}.txt").write_text("\n\n".join(turns) + "\n", "utf-8")
    codes = "".join(f"  - {{id: code{n}, label: Code {n}, terms: [thema{n}]}}\n" for n in range(CODES))
    (folder / "themes.yaml").write_text(f"codebook: T\nversion: 1.0.0\nlanguage: nl\ncodes:\n{codes}", "utf-8")
    (folder / "study.yaml").write_text("language: nl\ncodebook: themes.yaml\nwaves: ['2010', '2020']\n", "utf-8")


def write_grid(folder: Path, persons: int, words: int) -> None:
    """Write two interviews with each of many persons, a hit in every tenth word or so, half of them finished."""
    drawn = random.Random(3)
    write_study(folder, 1, 0)
    for file in folder.glob("P01_*.txt"):
        file.unlink()
    for person in range(1, persons + 1):
        for wave in ("2010", "2020"):
            lines = []
            for _ in range(max(1, words // 95)):
                said = [f"woord{drawn.randrange(400)}" for _ in range(85)]
                said += [f"thema{drawn.randrange(CODES)}" for _ in range(10)]
                drawn.shuffle(said)
                lines.append(f"I: En toen?\n\nR: {' '.join(said)}.")
            (folder / f"P{person:02}_{wave}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    corpus, book = read_corpus(folder), read_codebook(folder / "themes.yaml")
    hits = apply_codebook(book, corpus)
    talks = {talk.interview: talk for talk in corpus.transcripts}
    rows = [row for row in hits.itertuples() if row.wave == "2010"]
    events = [mark_passage("accept", talks[row.interview], row.start, row.end, row.code, book) for row in rows[::2]]
    ids = (name for name in talks if name.endswith("2010"))
    events += [Event(new_id(), "done", interview=name, codes=book.ids) for name in ids]
    CoderLog(folder, "anna").append(events)


def code_by_hand(folder: Path, count: int) -> None:
    """Add codings of one to forty words at random places."""
    drawn = random.Random(2)
    corpus, book = read_corpus(folder), read_codebook(folder / "themes.yaml")
    talk = next(transcript for transcript in corpus.transcripts if transcript.wave == "2010")
    answers = [turn for turn in talk.turns if turn.role == "respondent"]
    events = []
    for _ in range(count):
        turn = drawn.choice(answers)
        start = drawn.randrange(turn.start, turn.end - 1)
        end = min(turn.end, start + drawn.randrange(5, 300))
        events.append(mark_passage("add", talk, start, end, f"code{drawn.randrange(CODES)}", book))
    CoderLog(folder, "anna").append(events)


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=12_000)
    parser.add_argument("--marks", type=int, default=2_000)
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--persons", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "study"
        folder.mkdir()
        if asked.persons:
            write_grid(folder, asked.persons, asked.words)
            return time_start(folder)
        write_study(folder, asked.words, asked.marks)
        code_by_hand(folder, asked.marks - asked.marks // 2)
        time_functions(folder)
        server = subprocess.Popen([sys.executable, "-c", PROGRAM, str(folder)], stderr=subprocess.DEVNULL)
        try:
            time_browser(folder, asked.keys)
        finally:
            server.kill()
            server.wait()
    return None


def time_start(folder: Path) -> None:
    """Print how long the start page takes once the interviews are read and the hits found, and what else is asked."""
    desk = open_desk(folder, coder="anna")
    page = TestClient(make_app(desk, token="t", port=8000, language="nl"), base_url="http://127.0.0.1:8000")
    page.headers.update({"cookie": "bp_qual_8000=t", "origin": "http://127.0.0.1:8000"})

    def time_request(what: str, ask: Callable[[], Response]) -> None:
        begun, worked = time.perf_counter(), time.process_time()
        answer = ask()
        assert answer.status_code == 200, answer.text
        taken, work = time.perf_counter() - begun, time.process_time() - worked
        size = f"{len(answer.content):,} bytes"
        print(f"{what}: {1000 * taken:.0f} ms, {1000 * work:.0f} of the processor, {size}")

    name = desk.corpus.transcripts[0].interview
    for turn, what in enumerate(("first", "after a coding", "after another")):
        time_request(f"the start page, {what}", lambda: page.get("/api/start"))
        time_request(f"the start page, {what}, again", lambda: page.get("/api/start"))
        for address in (f"interview?id={name}", f"events?interview={name}", "memos", "terms", "cells?code=code1"):
            time_request(f"{address}, {what}", lambda address=address: page.get(f"/api/{address}"))
        hit = desk.hits_of[name].iloc[2 * turn + 1]
        event = {"id": f"e{turn}", "do": "accept", **hit[["interview", "code"]]}
        event |= {"start": int(hit["start"]), "end": int(hit["end"])}
        said = {"events": [event], "codebook": desk.codebook.coder}
        time_request("saving a coding", lambda said=said: page.post("/api/save", json=said))
    print(f"{len(desk.corpus.transcripts)} interviews, {len(desk.hits):,} hits, {len(desk.hand.decisions):,} decisions")


def time_functions(folder: Path) -> None:
    """Print how long the functions behind the page take, in the time of the processor."""
    desk = open_desk(folder, coder="anna")
    describe_study(desk)
    for function, what in (
        (describe_study, "the study"),
        (lambda desk: describe_interview(desk, "P01_2010"), "interview"),
    ):
        begun = time.process_time()
        function(desk)
        print(f"{what}: {1000 * (time.process_time() - begun):.0f} ms of the processor in Python")
    print(f"marks: {len(collect_marks(desk, 'P01_2010'))}")


def time_browser(folder: Path, keys: int) -> None:
    """Print how long the browser takes to open the interview, and from a key to a painted mark."""
    running, key = None, ""
    while not key:
        running, key = find_running(folder, "anna")
        time.sleep(0.1)
    assert isinstance(running, Running)
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in QUIET.split():
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        driver.set_script_timeout(120)
        driver.get(running.address(key))
        driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        time.sleep(2)
        whole = [open_again(driver, OPEN, "P01_2010") for _ in range(5)]
        plain = [open_again(driver, PLAIN, "P01_2020") for _ in range(5)]
        (open_, work), (bare, least) = (map(statistics.median, zip(*times, strict=True)) for times in (whole, plain))
        print(f"opens in {open_:.0f} ms, only the text in {bare:.0f} ms: {open_ - bare:.0f} ms more")
        print(f"of the processor, in the browser: {work:.0f} and {least:.0f} ms: {work - least:.0f} ms more")
        driver.execute_script(RECENT)
        open_again(driver, OPEN, "P01_2010")
        driver.execute_script(LISTEN)
        for pressed, what in PRESSED:
            taken = [time_key(driver, pressed) for _ in range(keys)]
            wall, work = (sorted(column) for column in zip(*taken, strict=True))
            late = int(0.95 * keys)
            print(f"{what}: {statistics.median(wall):.0f} ms, 95% {wall[late]:.0f} ms to the painted mark;")
            print(
                f"    of the processor until all is at rest: {statistics.median(work):.0f} ms, 95% {work[late]:.0f} ms"
            )
        steps = sorted(driver.execute_async_script(SCROLL))
        print(f"a step of scrolling: {statistics.median(steps):.0f} ms, worst {steps[-1]:.0f} ms")
    finally:
        driver.quit()


def time_key(driver: webdriver.Chrome, pressed: Sequence[str]) -> tuple[float, float]:
    """Return how long the last of some keys takes until the screen shows what it changed, and how busy the browser was.

    The keys are pressed as by somebody quick, ten in a second. The time is the browser's own, of a real key: from when
    it was pressed until the next frame is shown (Event Timing, the measure behind Interaction to Next Paint). It is
    rounded to 8 ms; of less than 16 ms nothing is told, and 16 is taken.
    """
    *first, last = pressed
    for key in first:
        press_key(driver, key)
        time.sleep(BETWEEN)
    driver.execute_script(FOCUS)
    before = tasks(driver)
    press_key(driver, last)
    time.sleep(0.4)
    return driver.execute_script("return window.painted") or 16, 1000 * (tasks(driver) - before)


def press_key(driver: webdriver.Chrome, key: str) -> None:
    """Press a key and let it go, as a keyboard does."""
    code = CODES_OF_KEYS.get(key) or ord(key.upper())
    down = {"type": "keyDown" if len(key) == 1 else "rawKeyDown", "key": key, "windowsVirtualKeyCode": code}
    driver.execute_cdp_cmd("Input.dispatchKeyEvent", down | ({"text": key} if len(key) == 1 else {}))
    driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", "key": key, "windowsVirtualKeyCode": code})


def open_again(driver: webdriver.Chrome, script: str, interview: str) -> tuple[float, float]:
    """Return how long opening an interview from the start page takes, and how busy the browser was."""
    driver.execute_script("location.hash = '#/'")
    driver.refresh()
    time.sleep(1.5)
    return busy(driver, script, interview)


def busy(driver: webdriver.Chrome, script: str, *arguments: str) -> tuple[float, float]:
    """Return what a script measured, and the time of the processor in the page's own thread meanwhile."""
    before = tasks(driver)
    taken = driver.execute_async_script(script, *arguments)
    return taken, 1000 * (tasks(driver) - before)


def tasks(driver: webdriver.Chrome) -> float:
    """Return how long the page's thread has worked so far."""
    metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")


if __name__ == "__main__":
    main()
