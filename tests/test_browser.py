"""The report in a real browser, with the network off: it shows, it leads to its quotes, and it does nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from bp_qual.plots import plot_change
from bp_qual.report.html import render_report
from chromium import NEEDS_CHROMIUM, look_for_serious, start_chromium, webdriver
from report_builders import HOSTILE, make_study

pytestmark = NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    driver = start_chromium(tmp_path_factory.mktemp("profile"))
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    study = make_study()
    attributes = pd.DataFrame({"person": study.panel.persons, "type": ["doener", "bouwer"] * 4})
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_report(study, title="Studie", attributes=attributes), encoding="utf-8")
    return path.as_uri()


def open_page(browser, url: str) -> None:
    browser.get("about:blank")
    browser.get_log("performance")
    browser.get_log("browser")
    browser.get(url)


def asked_for(browser) -> list[str]:
    """What the page asked of anyone but its own file."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return [url for url in urls if not url.startswith(("data:", "file:"))]


def settle(browser) -> None:
    """Wait until the page has scrolled to where it was sent."""
    browser.execute_async_script(
        "const done = arguments[0]; let n = 12;(function wait() { n-- ? requestAnimationFrame(wait) : done(); })();"
    )


def click(browser, selector: str) -> None:
    browser.execute_script(
        "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', "
        "{bubbles: true, cancelable: true}))",
        selector,
    )
    settle(browser)


def in_sight(browser, selector: str) -> bool:
    return browser.execute_script(
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
        "return box.top >= 0 && box.top < innerHeight && box.height > 0",
        selector,
    )


def shown(browser, selector: str) -> int:
    return browser.execute_script(
        "return [...document.querySelectorAll(arguments[0])].filter((e) => !e.closest('[hidden]')).length", selector
    )


def choose(browser, name: str, value: str) -> None:
    browser.execute_script(
        "const select = document.querySelector(`select[name='${arguments[0]}']`); select.value = arguments[1];"
        "select.dispatchEvent(new Event('change', {bubbles: true}))",
        name,
        value,
    )
    settle(browser)


def test_the_report_opens_without_an_error_or_a_request(browser, page):
    open_page(browser, page)
    assert browser.find_element("tag name", "h1").text == "Studie, van 2010 naar 2020"
    assert browser.get_log("browser") == []
    assert asked_for(browser) == []


def test_a_number_leads_to_its_two_quotes_and_back_goes_back(browser, page):
    open_page(browser, page)
    click(browser, ".profile a[href='#c1-p1-w2']")
    assert browser.execute_script("return document.activeElement.id") == "c1-p1-w2"
    assert in_sight(browser, "#c1-p1-w2")
    assert shown(browser, "#c1-p1-w2 mark") == 2
    browser.back()
    settle(browser)
    assert "#" not in browser.current_url


def test_a_filter_hides_the_rest_and_lives_in_the_address(browser, page):
    open_page(browser, page)
    choose(browser, "person", "P03")
    assert shown(browser, ".person") == 1
    assert shown(browser, ".who") == 1
    assert browser.current_url.endswith("#person=P03")
    open_page(browser, f"{page}#person=P03")
    settle(browser)
    assert shown(browser, ".who") == 1
    assert "P03" in browser.find_element("class name", "filtered").text
    choose(browser, "type:type", "bouwer")
    assert shown(browser, ".who") == 0
    browser.back()
    settle(browser)
    assert shown(browser, ".who") == 1
    click(browser, "button[type=reset]")
    settle(browser)
    assert shown(browser, ".who") == 8


def test_a_link_keeps_the_filter_unless_the_filter_hides_its_place(browser, page):
    open_page(browser, f"{page}#person=P03")
    settle(browser)
    click(browser, ".profile a[href='#c1-p3-w2']")
    assert browser.current_url.endswith("#person=P03&at=c1-p3-w2")
    assert in_sight(browser, "#c1-p3-w2")
    click(browser, "#c1 .slope a[href='#c1-p8-w2']")
    assert browser.current_url.endswith("#at=c1-p8-w2")
    assert in_sight(browser, "#c1-p8-w2")


def test_the_report_can_be_read_with_the_keyboard_alone(browser, page):
    open_page(browser, page)
    keys = webdriver.Keys
    webdriver.ActionChains(browser).send_keys(keys.TAB).perform()
    assert browser.execute_script("return document.activeElement.className") == "skip"
    webdriver.ActionChains(browser).send_keys(keys.ENTER).perform()
    settle(browser)
    assert in_sight(browser, "#changed")
    webdriver.ActionChains(browser).send_keys(keys.TAB).perform()
    assert browser.execute_script("return document.activeElement.getAttribute('href')") == "#c1"
    webdriver.ActionChains(browser).send_keys(keys.ENTER).perform()
    settle(browser)
    assert in_sight(browser, "#c1")


def test_the_report_has_no_serious_accessibility_finding(browser, page):
    open_page(browser, page)
    found = look_for_serious(browser)
    assert not [(v["id"], v["nodes"][0]["html"][:200], v["nodes"][0]["failureSummary"]) for v in found]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("width", [400, 800, 1000, 1400])
def test_nothing_sticks_out_at_any_width(browser, page, width):
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        open_page(browser, page)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_hostile_text_is_read_and_not_run(browser, tmp_path):
    study = make_study(2, said=f"{HOSTILE} hokjes.", label=HOSTILE)
    attributes = pd.DataFrame({"person": ["P01", "P02"], HOSTILE: [HOSTILE, "x"]})
    path = tmp_path / "hostile.html"
    path.write_text(render_report(study, title=HOSTILE, attributes=attributes), encoding="utf-8")
    open_page(browser, path.as_uri())
    assert browser.execute_script("return window.hit") is None
    assert browser.get_log("browser") == []
    assert "‹U+202E›javascript:hit()" in browser.find_element("tag name", "h1").text


@pytest.mark.slow
def test_a_saved_picture_draws_itself_without_network(browser, tmp_path):
    path = Path(tmp_path / "change.html")
    plot_change(make_study(label=HOSTILE)).save(path)
    open_page(browser, path.as_uri())
    settle(browser)
    assert shown(browser, "#picture svg") == 1
    assert browser.execute_script("return window.hit") is None
    assert browser.get_log("browser") == []
    assert asked_for(browser) == []
