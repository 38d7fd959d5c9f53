"""The page of a study in a real browser, for tests: what a coder would do with the keyboard and the mouse."""

from __future__ import annotations

import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from typing import Any

import pytest

from bp_qual.page.serving import find_running
from bp_qual.study.hand_coding import read_codings
from chromium import look_for_serious, webdriver
from page_builders import make_page_study

# The contrast of every text with what is behind it, all colours read by the browser itself, as WCAG 2 counts it.
CONTRAST = """
const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
const pen = canvas.getContext('2d', {willReadFrequently: true});
const paint = (colours) => {
  pen.clearRect(0, 0, 1, 1);
  for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
  return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
};
const light = (rgb) => rgb.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
const low = [];
for (const element of document.querySelectorAll('body *')) {
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!own || !element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
  const behind = [];
  for (let up = element; up; up = up.parentElement) behind.unshift(getComputedStyle(up).backgroundColor);
  const back = light(paint(behind));
  const front = light(paint([...behind, getComputedStyle(element).color]));
  const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
  if (ratio < 4.5) low.push([ratio.toFixed(2), element.outerHTML.slice(0, 120)]);
}
return low;
"""


@cache
def started_forks() -> ForkServerContext:
    """Return what forks pages off a process that has loaded all: that is most of what the start of a page takes."""
    forks = get_context("forkserver")
    forks.set_forkserver_preload(["warmed_up"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        ensure_running()
    return forks


def run_program(command: list[str], told: Path, environment: dict[str, str]) -> None:
    """Run the program in a process of its own, which writes what it tells into a file."""
    from bp_qual.cli import main

    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None
    with told.open("w", encoding="utf-8", buffering=1) as file:
        os.dup2(file.fileno(), 2)
        main(command)


class Page:
    """The page of a study, served by its own process and open in a browser."""

    def __init__(self, study: Path, browser, *options: str) -> None:
        self.study, self.browser, self.options = study, browser, options
        self.process: Any = None

    @property
    def running_as(self) -> str:
        return "anna blind" if "--blind" in self.options else "anna"

    def start(self) -> str:
        command = ["page", str(self.study), "--coder", "anna", *self.options, "--no-browser"]
        self.told = self.study.with_name(f"{self.study.name}.told")
        self.process = started_forks().Process(target=run_program, args=(command, self.told, dict(os.environ)))
        self.process.start()
        for _ in range(600):
            said = self.told.read_text(encoding="utf-8") if self.told.exists() else ""
            if (address := re.search(r"http://127\S+(?=\s)", said)) and find_running(self.study, self.running_as)[1]:
                return address[0]
            time.sleep(0.05)
        raise AssertionError("the page does not answer")

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process = None

    def interrupt(self) -> str:
        """Press Ctrl-C, and return what the program said from its start to its end."""
        os.kill(self.process.pid, signal.SIGINT)
        self.process.join(60)
        assert self.process.exitcode == 0
        self.process = None
        return self.told.read_text(encoding="utf-8")

    def open(self, interview: str = "") -> None:
        if self.process is None:
            self.browser.get(self.start())
            self.wait("return document.documentElement?.dataset.ready === 'true'")
        where = f"#/interview/{interview}" if interview else "#/"
        self.browser.execute_script("location.hash = arguments[0]", where)
        self.wait(f"return document.querySelector('h1')?.textContent === {interview!r}" if interview else "return true")

    def wait(self, script: str, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while not self.browser.execute_script(script):
            assert time.monotonic() < end, f"waited in vain for {script}"
            time.sleep(0.03)

    def keys(self, *keys: str) -> None:
        for key in keys:
            webdriver.ActionChains(self.browser, duration=0).send_keys(key).perform()
        self.painted()

    def painted(self) -> None:
        """Wait until the screen shows what was done: the mark first, then what stands beside it."""
        self.browser.execute_async_script(
            "const done = arguments[0]; const soon = setTimeout(done, 300);"
            "requestAnimationFrame(() => setTimeout(() => { clearTimeout(soon); setTimeout(done, 5); }))"
        )

    def saved(self) -> None:
        self.wait("return !document.querySelector('.saved').classList.contains('unsent')")

    def text(self, selector: str) -> str:
        self.painted()
        return self.browser.find_element("css selector", selector).text

    def select(self, turn: int, start: int, end: int, *, held: str = "") -> None:
        """Drag the mouse over part of a turn, perhaps with a key held down."""
        self.browser.execute_script(
            "const node = document.querySelector(`.own .turn[data-turn='${arguments[0]}'] .said`).firstChild;"
            "node.parentElement.scrollIntoView({block: 'center'})",
            turn,
        )
        boxes = self.browser.execute_script(
            "const node = document.querySelector(`.own .turn[data-turn='${arguments[0]}'] .said`).firstChild;"
            "return [[arguments[1], arguments[1] + 1], [arguments[2] - 1, arguments[2]]].map(([from, to]) => {"
            "const range = document.createRange(); range.setStart(node, from); range.setEnd(node, to);"
            "const box = range.getBoundingClientRect(); return [box.left, box.right, (box.top + box.bottom) / 2]; })",
            turn, start, end,
        )  # fmt: skip
        (left, _, top), (_, right, bottom) = boxes
        if held:
            webdriver.ActionChains(self.browser).key_down(held).perform()
        pointer = webdriver.ActionChains(self.browser, duration=20)
        mouse = pointer.w3c_actions.pointer_action
        mouse.move_to_location(int(left) + 1, int(top)).pointer_down().move_to_location(
            int(right), int(bottom)
        ).pointer_up()
        pointer.perform()
        if held:
            webdriver.ActionChains(self.browser).key_up(held).perform()

    @property
    def anna(self):
        return read_codings(self.study, coder="anna")


def pages(browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Page]]:
    """Yield a maker of pages, which end when the test does."""
    started_forks()  # before the folder for passing files has a name too long for its socket
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    made: list[Page] = []

    def make(*started_with: str, **options: object) -> Page:
        made.append(Page(make_page_study(tmp_path / f"study{len(made)}", **options), browser, *started_with))
        return made[-1]

    yield make
    browser.execute_script("sessionStorage.clear()")
    browser.get("about:blank")
    browser.get_log("browser")
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    for page in made:
        page.kill()


def find_serious(page: Page, view: str) -> list[tuple[str, ...]]:
    """Return what axe finds serious in the view that is open; contrast apart, for which see `CONTRAST`."""
    page.browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    return [
        (view, rule["id"], rule["nodes"][0]["html"][:200], rule["nodes"][0]["failureSummary"])
        for rule in look_for_serious(page.browser)
        if rule["id"] != "color-contrast"  # this axe cannot read mixed colours
    ]


def asked_for(browser) -> list[str]:
    found = (
        re.search(r'"requestWillBeSent".*?"url":"([^"]+)"', entry["message"])
        for entry in browser.get_log("performance")
    )
    return [url[1] for url in found if url and not url[1].startswith("data:")]
