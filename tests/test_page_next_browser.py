"""What to look at next, in a real browser: decided by keys, undone, and read back."""

from __future__ import annotations

import time

import pytest

from bp_qual.study.answered_proposals import count_accepted
from chromium import NEEDS_CHROMIUM
from page_in_browser import CONTRAST, Page, find_serious

pytestmark = NEEDS_CHROMIUM


def look(page: Page, code: str = "") -> None:
    page.open()
    page.browser.execute_script(f"location.hash = '#/next{'/' if code else ''}{code}'")
    page.wait("return document.querySelectorAll('.nexts li').length > 0")


def statuses(page: Page) -> list[str]:
    return page.browser.execute_script(
        "return [...document.querySelectorAll('.nexts .status')].map((e) => e.className)"
    )


def test_hits_are_accepted_and_rejected_by_keys_undone_and_the_next_ones_shown(make_page) -> None:
    page = make_page()
    look(page)
    page.keys("j", "a", "x")
    assert statuses(page)[:3] == ["status accepted", "status rejected", "status auto"]
    page.keys("u")
    assert statuses(page)[:3] == ["status accepted", "status auto", "status auto"]
    page.saved()
    assert page.anna.decisions["status"].tolist() == ["accepted"]
    page.browser.find_element("css selector", "main .buttons .main").click()
    page.wait("return !document.querySelector('.nexts .accepted')")
    assert len(statuses(page)) == 20


def test_a_key_before_anything_is_chosen_decides_nothing_and_says_what_it_did(make_page) -> None:
    page = make_page()
    look(page)
    page.keys("a")
    page.wait("return /Press the key again|Druk nog eens/.test(document.body.textContent)")
    assert statuses(page)[0] == "status auto"
    page.keys("a")
    assert statuses(page)[0] == "status accepted"


@pytest.mark.slow
def test_a_proposal_is_accepted_by_a_button_and_undone_once_the_page_was_loaded_anew(make_page) -> None:
    page = make_page()
    look(page, "hand")
    page.wait("return document.querySelectorAll('.nexts .suggested').length > 1")
    page.browser.find_element("css selector", ".nexts li:has(.suggested) .accept").click()
    page.browser.find_element("css selector", ".nexts li:has(.suggested) .reject").click()
    page.saved()
    accepted = count_accepted(page.anna, ["2010", "2020"])
    assert accepted[["accepted", "declined"]].sum().tolist() == [1, 1]
    page.browser.refresh()
    page.wait("return document.querySelectorAll('.nexts .suggested').length > 0")
    for left in (1, 0):
        page.keys("u")
        end = time.monotonic() + 30
        while judged(page) != left:
            assert time.monotonic() < end
            time.sleep(0.05)
        page.wait("return document.querySelectorAll('.nexts .suggested').length > 0")


def judged(page: Page) -> int:
    return int(count_accepted(page.anna, ["2010", "2020"])[["accepted", "declined"]].sum().sum())


def test_a_decided_proposal_is_not_decided_twice(make_page) -> None:
    page = make_page()
    look(page, "hand")
    page.wait("return document.querySelectorAll('.nexts .suggested').length > 0")
    page.keys("j", "a", "k", "x")
    page.saved()
    assert count_accepted(page.anna, ["2010", "2020"])[["accepted", "declined"]].sum().tolist() == [1, 0]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_view_has_no_serious_fault_and_can_be_read(make_page, theme: str) -> None:
    page = make_page()
    look(page)
    page.browser.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    page.keys("j", "a", "x")
    assert page.browser.execute_script(CONTRAST) == []
    assert find_serious(page, "next") == []


def test_another_code_is_chosen_from_the_list(make_page) -> None:
    page = make_page()
    look(page)
    page.browser.execute_script(
        "const of = document.querySelector('#next-of'); of.value = 'alleen'; of.dispatchEvent(new Event('change'))"
    )
    page.wait("return [...document.querySelectorAll('.nexts .code-name')].every((e) => e.textContent === 'Alleen')")
