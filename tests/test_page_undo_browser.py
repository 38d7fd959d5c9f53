"""What `u` takes back in a browser, and what it says of it: many at once, a memo, and where nothing can be undone."""

from __future__ import annotations

import pytest

from bp_qual.study.hand_coding import write_coding
from chromium import NEEDS_CHROMIUM
from page_in_browser import Page

pytestmark = NEEDS_CHROMIUM
SAID = "return document.querySelector('.announcement').textContent"


def go(page: Page, where: str, until: str) -> None:
    page.browser.execute_script("location.hash = arguments[0]", where)
    page.wait(f"return document.querySelector({until!r}) !== null")


def told(page: Page, words: str) -> None:
    page.wait(f"return document.querySelector('.announcement').textContent.includes({words!r})")


def test_many_decisions_made_at_once_are_undone_and_done_again_as_one_after_a_reload(make_page):
    page = make_page()
    page.open()
    go(page, "#/terms/alleen/alleen", "#hit-all")
    page.browser.find_element("css selector", "#hit-0").click()
    page.browser.find_element("css selector", ".hits .accept").click()
    page.saved()
    page.wait("return document.querySelectorAll('.hits .status.accepted').length === 1")
    page.browser.find_element("css selector", "#hit-all").click()
    page.browser.find_element("css selector", ".hits .reject").click()
    page.saved()
    page.wait("return document.querySelectorAll('.hits .status.rejected').length === 24")
    page.browser.refresh()
    page.wait("return document.querySelectorAll('.hits .status.rejected').length === 24")
    page.keys("u")
    page.saved()
    page.wait("return document.querySelectorAll('.hits .status.rejected').length === 0")
    assert page.anna.decisions["status"].tolist() == ["accepted"]
    told(page, "(24)")
    page.browser.refresh()
    page.wait("return document.querySelectorAll('.hits .status.accepted').length === 1")
    page.keys("U")
    page.saved()
    page.wait("return document.querySelectorAll('.hits .status.rejected').length === 24")
    assert page.anna.decisions["status"].tolist() == ["rejected"] * 24


@pytest.mark.slow
def test_undoing_a_memo_right_away_says_which(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("m")
    page.wait("return document.querySelector('#memo-text') !== null")
    page.browser.execute_script("document.querySelector('#memo-text').value = 'Denk aan de buurt.'")
    page.browser.execute_script("document.querySelector('dialog form').requestSubmit()")
    page.saved()
    page.keys("u")
    assert "ongedaan gemaakt: Memo ‘Denk aan de buurt.’" in page.browser.execute_script(SAID)


def test_where_coders_settle_u_says_how_a_decision_is_changed(make_page):
    page = make_page()
    text = (page.study / "P01_2010.txt").read_text("utf-8")
    start = text.index("Dat was niet erg")
    for coder in ("anna", "bert"):
        place = {"interview": "P01_2010", "start": start, "end": start + 16}
        if coder == "anna":
            write_coding(page.study, {**place, "code": "hand"}, coder=coder)
        write_coding(page.study, {"interview": "P01_2010"}, coder=coder, do="done")
    page.open()
    go(page, "#/settle", ".settle")
    page.keys("u")
    assert "het andere antwoord" in page.browser.execute_script(SAID)


def test_where_one_person_coded_settle_tells_no_number(make_page):
    page = make_page()
    page.open()
    go(page, "#/settle", ".settle")
    assert page.text(".start .head") == "Verschillen\nMinder dan twee personen codeerden deze studie."
