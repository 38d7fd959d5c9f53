"""Files of a study that are edited while it is open in a browser: told in one line, and shown as they are now."""

from __future__ import annotations

import time

import pytest

from bp_qual.coding.by_hand import list_coders
from chromium import NEEDS_CHROMIUM

pytestmark = NEEDS_CHROMIUM
ADDED = "I: Nog iets vooraf?\n\nR: Nee, begin maar.\n\n"


@pytest.mark.slow
def test_in_the_browser_a_change_on_the_disk_is_told_and_shown_and_what_was_coded_stays(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("n", "a")
    page.saved()
    page.browser.execute_script("window.before = document.querySelector('.turn[data-turn=\"1\"] .said').textContent")
    file = page.study / "P01_2010.txt"
    file.write_text(ADDED + file.read_text("utf-8"), "utf-8")
    page.wait("return document.querySelector('.turn[data-turn=\"3\"] .said').textContent === window.before")
    assert page.text(".note.file").startswith("Het bestand van dit interview is veranderd: de pagina toont het opnieuw")
    assert page.anna.decisions["status"].tolist() == ["accepted"]
    page.keys("d")
    page.saved()
    file.write_text(ADDED + file.read_text("utf-8"), "utf-8")
    page.wait("return document.querySelector('.note.file').textContent.includes('nadat je het als klaar markeerde')")
    page.keys("d", "d")
    page.saved()
    assert page.browser.find_element("css selector", ".note.file").text.startswith("Het bestand van dit interview is v")
    page.open()
    book = page.study / "themes.yaml"
    book.write_text(book.read_text("utf-8").replace("1.0.0", "1.0.7"), "utf-8")
    page.open("P02_2010")
    assert "1.0.7" in page.browser.execute_script("return document.querySelector('.announcement').textContent")
    page.keys("n", "a")
    page.saved()
    assert page.browser.find_element("css selector", ".banner").is_displayed() is False
    file = page.study / "study.yaml"
    file.write_text(file.read_text("utf-8") + "# more\n", "utf-8")
    page.wait("return !document.querySelector('.banner').hidden")
    assert page.text(".banner").startswith("Op schijf veranderd: study.yaml")


def mark_as_done_what_was_edited(page, interview):
    """Press d before the page could see that the file was edited, and wait until that is refused."""
    page.open(interview)
    file = page.study / f"{interview}.txt"
    file.write_text(file.read_text("utf-8") + "\n\nR: En nog iets.\n", "utf-8")
    page.keys("d")
    page.wait("return document.querySelector('.banner').textContent.includes('bekijk het zoals het nu is')")
    page.wait("return document.querySelector('.talk').textContent.includes('En nog iets.')")


@pytest.mark.sweep(1)
@pytest.mark.parametrize("by_key", [True, False], ids=["d", "again"])
def test_an_interview_that_was_edited_is_marked_as_done_once_it_is_shown_as_it_is_now(make_page, by_key):
    """What was refused is past then, and not told any more as not saved."""
    page = make_page()
    mark_as_done_what_was_edited(page, "P01_2010")
    assert list_coders(page.study) == (), "a file without a line would be said to be ruined"
    if by_key:
        time.sleep(1)  # else it is taken for a key that bounces
        page.keys("d")
    else:
        page.browser.find_element("xpath", "//*[@class='banner']//button[.='Probeer opnieuw']").click()
    page.saved()
    page.wait("return document.querySelector('.banner').hidden")
    assert [mark.do for mark in page.anna.state.marks] == ["done"]
    assert page.text(".saved") == "opgeslagen"
