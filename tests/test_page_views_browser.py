"""The matrix, audio and blind coding in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.framework import read_framework
from bp_qual.study.hand_coding import write_coding
from chromium import NEEDS_CHROMIUM, start_chromium, webdriver
from page_in_browser import Page, pages

pytestmark = NEEDS_CHROMIUM
KEY = {"person": "P01", "code": "samen", "wave": "2010"}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    driver = start_chromium(tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


@pytest.fixture
def make_page(browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Page]]:
    yield from pages(browser, tmp_path, monkeypatch)


def test_a_summary_is_written_beside_its_quotes_and_is_in_the_excel_file(make_page, tmp_path: Path):
    page = make_page()
    page.open()
    page.browser.execute_script("location.hash = '#/matrix/samen'")
    page.wait("return document.querySelectorAll('.matrix textarea').length === 4")
    field = page.browser.find_element("css selector", ".matrix textarea")
    field.send_keys("Veel samen,", webdriver.Keys.ENTER, "in de tuin.")
    page.browser.execute_script("location.hash = '#/interview/P01_2010'")  # leaving it saves it
    page.wait("return document.querySelector('h1')?.textContent === 'P01_2010'")
    page.keys("n")
    page.browser.find_element("css selector", "#tab-quotes").click()
    page.wait("return document.querySelector('.panel textarea')?.value.startsWith('Veel samen')")
    field = page.browser.find_element("css selector", ".panel textarea")
    field.send_keys(" En ook daarna.")
    page.saved()
    page.wait("return true")
    page.browser.execute_script("location.hash = '#/'")
    page.wait("return document.querySelector('.grid:not(.matrix)') !== null")
    page.saved()
    matrix = tmp_path / "matrix.xlsx"
    told = CliRunner().invoke(main, ["framework", str(page.study), "-o", str(matrix), "--language", "en"])
    assert told.exit_code == 0, told.output
    assert read_framework(matrix)["summary"].tolist() == ["Veel samen,\nin de tuin. En ook daarna."]
    write_coding(page.study, {**KEY, "note": "Elders."}, coder="anna", do="summary")
    page.browser.execute_script("location.hash = '#/matrix/samen'")
    page.wait("return document.querySelector('.matrix textarea')?.value === 'Elders.'")


def test_passages_are_coded_blind_by_keyboard_one_after_the_other(make_page):
    page = make_page("--blind", answers=2)
    page.open()
    page.wait("return document.querySelectorAll('.units li').length === 8")
    assert "P0" not in page.text("body")
    page.browser.find_element("css selector", ".next a").click()
    page.wait("return document.querySelector('.own .turn.respondent') !== null")
    for _ in range(8):
        shown = page.text("h1")
        assert "P0" not in shown + page.text("header") + page.text(".head")
        page.keys("s", "c")
        page.wait("return document.querySelector('dialog input') !== null")
        page.keys("hand", webdriver.Keys.ENTER, "d")
        page.wait(f"return document.querySelector('h1').textContent !== {shown!r}")
    page.wait("return document.querySelectorAll('.units .done').length === 8")
    page.saved()
    assert len(page.anna.codings) == 8
    assert all(page.anna.is_done(f"P0{n}_{wave}", "hand") for n in (1, 2) for wave in ("2010", "2020"))
    assert page.browser.get_log("browser") == []


def test_while_coding_blind_no_code_is_made_and_nothing_else_opens(make_page):
    page = make_page("--blind", answers=1)
    page.open()
    page.browser.find_element("css selector", ".next a").click()
    page.wait("return document.querySelector('.own .turn.respondent') !== null")
    page.keys("s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("Iets nieuws", webdriver.Keys.ENTER)
    page.wait("return document.querySelector('#code-id, .form input') !== null")
    page.browser.execute_script("document.querySelector('dialog form').requestSubmit()")
    page.wait("return document.querySelector('.announcement').textContent.length > 0")
    assert "Iets" not in (page.study / "themes.yaml").read_text("utf-8")
    page.keys("o", "/")
    for address in ("#/terms", "#/matrix", "#/terms/samen/samenwerken"):
        page.browser.execute_script("location.hash = arguments[0]", address)
        page.wait("return document.querySelector('.units') !== null")
