"""The matrix, audio and blind coding in a real browser."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.codebook import read_codebook
from bp_qual.framework import read_framework
from bp_qual.study import read_study
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.hand_coding import read_coders, read_codings, write_coding
from bp_qual.study.settled_sheets import list_unsettled
from bp_qual.study.settling import Decision, settle
from chromium import NEEDS_CHROMIUM, webdriver
from page_builders import CODEBOOK, record
from page_in_browser import CONTRAST, Page, asked_for, find_serious

pytestmark = NEEDS_CHROMIUM
KEY = {"person": "P01", "code": "samen", "wave": "2010"}


def test_a_summary_is_written_beside_its_quotes_and_is_in_the_excel_file(make_page, tmp_path: Path):
    page = make_page()
    page.open()
    page.browser.execute_script("location.hash = '#/matrix/samen'")
    page.wait("return document.querySelectorAll('.matrix textarea').length === 4")
    page.browser.find_element("css selector", ".cell-quotes summary").click()
    page.wait("return document.querySelectorAll('.cell-quotes mark').length === 12")
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


@pytest.mark.slow
def test_of_a_summary_written_in_two_places_both_texts_are_shown_and_what_is_typed_stays(make_page):
    page = make_page()
    page.open()
    page.browser.execute_script("location.hash = '#/matrix/samen'")
    page.wait("return document.querySelectorAll('.matrix textarea').length === 4")
    page.browser.execute_script(
        "Object.defineProperty(document, 'hidden', { value: true, configurable: true })"
    )  # no news
    write_coding(page.study, {**KEY, "note": "Elders."}, coder="anna", do="summary")
    page.browser.find_element("css selector", ".matrix textarea").send_keys("Hier.")
    both = "Elders.\\n\\nHier."
    page.wait(f"return document.querySelector('.matrix textarea').value === '{both}'")
    page.wait("return /both texts are here|beide teksten/.test(document.querySelector('.cell-state').textContent)")
    page.browser.find_element("css selector", ".matrix textarea").send_keys(" En meer.")
    page.wait("return document.querySelector('.cell-state').textContent === ''")
    page.saved()
    assert page.anna.state.summaries[0].versions == ("Elders.\n\nHier. En meer.",)
    write_coding(page.study, {**KEY, "note": "Derde."}, coder="anna", do="summary")
    page.browser.find_element("css selector", ".matrix textarea").send_keys(" Nog iets.")
    page.browser.execute_script("delete document.hidden; window.dispatchEvent(new Event('focus'))")  # told while typing
    page.wait(
        "return document.querySelector('.matrix textarea').value"
        " === 'Derde.\\n\\nElders.\\n\\nHier. En meer. Nog iets.'"
    )
    page.saved()


def redefine(page: Page) -> None:
    """Code in three interviews, and give the code another definition then."""
    corpus, book = read_corpus(page.study), read_codebook(page.study / "themes.yaml")
    for interview in ("P01_2010", "P01_2020", "P02_2010"):
        row = {"interview": interview, "start": 60, "end": 65, "code": "hand"}
        write_coding(page.study, row, coder="anna", corpus=corpus, codebook=book)
    row = {"interview": "P01_2010", "start": 60, "end": 65, "code": "samen"}
    write_coding(page.study, row, coder="anna", corpus=corpus, codebook=book)
    file = page.study / "themes.yaml"
    text = file.read_text("utf-8").replace("label: Met de hand", "label: Met de hand\n    definition: Anders.")
    file.write_text(text.replace("aan een doel werken.", "iets doen."), "utf-8")


def test_what_was_coded_before_a_code_was_redefined_is_looked_at_and_said_to_fit(make_page):
    page = make_page(answers=2)
    redefine(page)
    page.open()
    page.wait("return document.querySelectorAll('.outdated').length === 2")
    links = "return [...document.querySelectorAll('.outdated')].map((note) => note.querySelectorAll('a').length)"
    assert page.browser.execute_script(links) == [1, 3]
    shown = page.browser.execute_script("return document.querySelector('.start').innerText")  # it may be drawn anew
    assert "Met de hand is anders omschreven; 3 coderingen zijn van daarvoor (Themes 1.0.0)." in shown
    assert find_serious(page, "the study") == []
    assert page.browser.execute_script(CONTRAST) == []
    page.open("P01_2010")
    page.wait("return document.querySelectorAll('.outdated:not([hidden])').length === 2")
    assert find_serious(page, "an interview") == []
    page.browser.execute_script("document.querySelectorAll('.outdated button')[1].click()")
    page.wait("return document.querySelectorAll('.outdated:not([hidden])').length === 1")
    page.keys("u")
    page.wait("return document.querySelectorAll('.outdated:not([hidden])').length === 2")
    page.keys("U")
    page.wait("return document.querySelectorAll('.outdated:not([hidden])').length === 1")
    page.saved()
    page.open()
    page.wait("return document.querySelectorAll('.start .outdated').length === 2")
    assert page.browser.execute_script(links) == [1, 2]
    page.browser.execute_script("document.querySelectorAll('.outdated button')[1].click()")
    page.wait("return document.querySelectorAll('.outdated').length === 1")
    page.saved()
    assert [event.code for event in page.anna.state.fits] == ["hand"] * 3
    page.open("P02_2010")
    page.keys("u")  # also after it was said of all
    page.wait("return document.querySelectorAll('.outdated:not([hidden])').length === 1")


@pytest.mark.slow
def test_passages_are_coded_blind_by_keyboard_one_after_the_other(make_page):
    page = make_page("--blind", answers=2)
    page.open()
    page.wait("return document.querySelectorAll('.units li').length === 8")
    assert "P0" not in page.text("body")
    page.browser.execute_script("document.querySelector('.next a').click()")
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


@pytest.mark.sweep(1)
@pytest.mark.parametrize("options", [("--blind",), ()])
def test_a_key_that_bounces_finishes_once(make_page, options):
    page = make_page(*options, answers=2)
    page.open("" if options else "P01_2010")
    if options:
        page.browser.execute_script("document.querySelector('.next a').click()")
    page.wait("return document.querySelector('.own .turn.respondent') !== null")
    webdriver.ActionChains(page.browser, duration=0).send_keys("dd").perform()
    page.saved()
    assert [(mark.do, mark.start >= 0) for mark in (*page.anna.state.marks, *page.anna.state.units)] == [
        ("done", bool(options))
    ]


def test_while_coding_blind_no_code_is_made_and_nothing_else_opens(make_page):
    page = make_page("--blind", answers=1)
    page.open()
    page.browser.execute_script("document.querySelector('.next a').click()")
    page.wait("return document.querySelector('.own .turn.respondent') !== null")
    page.keys("s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("Iets nieuws", webdriver.Keys.ENTER)
    assert page.browser.find_elements("css selector", "dialog [role=option]") == []
    assert "Bij blind coderen komt er geen code bij" in page.text("dialog [role=status]")
    page.keys(webdriver.Keys.ESCAPE)
    assert "Iets" not in (page.study / "themes.yaml").read_text("utf-8")
    page.keys("o", "/")
    for address in ("#/terms", "#/matrix", "#/terms/samen/samenwerken"):
        page.browser.execute_script("location.hash = arguments[0]", address)
        page.wait("return document.querySelector('.units') !== null")


def test_the_recording_plays_from_the_turn_that_is_chosen(make_page):
    page = make_page()
    (page.study / "P01_2010.txt").unlink()
    cues = [f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n<v {'I' if n % 2 else 'R'}>Woord {n}." for n in range(8)]
    (page.study / "P01_2010.vtt").write_text("WEBVTT\n\n" + "\n\n".join(cues) + "\n", "utf-8")
    record(page.study / "een.wav")
    rows = ["file,person,wave,audio", "P01_2010.vtt,P01,2010,een.wav"]
    (page.study / "interviews.csv").write_text("\n".join(rows) + "\n", "utf-8")
    page.open("P01_2010")
    page.wait("return document.querySelector('audio').readyState >= 1")
    page.browser.find_elements("css selector", "button.time")[4].click()
    page.wait("return Math.abs(document.querySelector('audio').currentTime - 4) < 0.9")
    page.wait("return document.querySelector('.turn.heard')?.textContent.includes('Woord 4')")
    page.keys("l")
    page.wait("return document.querySelector('audio').paused")
    page.browser.set_window_size(800, 500)
    page.wait("return innerWidth <= 800")
    page.browser.execute_script("document.querySelector('.own .turn:last-child').scrollIntoView({ block: 'end' })")
    page.wait("return scrollY > 0 && document.querySelector('.about').getBoundingClientRect().bottom < 0")
    stuck = "['.top', '.tools', '.recording'].map((one) => document.querySelector(one).getBoundingClientRect())"
    beside = "Math.abs(tools.top - bar.bottom) < 1 && Math.abs(player.top - tools.bottom) < 1"
    page.wait(f"const [bar, tools, player] = {stuck}; return {beside}")
    page.browser.set_window_size(1400, 900)
    page.browser.execute_script("location.hash = '#/'")
    page.wait("return document.querySelector('audio') === null")
    assert all("127.0.0.1" in url for url in asked_for(page.browser))
    assert page.browser.get_log("browser") == []


def show_views(make_page) -> Iterator[tuple[Page, str]]:
    """Show every view that has no test of its own for how it looks, one after the other."""
    yield from show_views_of_a_study(make_page)
    yield from show_views_that_tell_of_trouble(make_page)
    page = make_page("--blind")
    page.open()
    page.wait("return document.querySelector('.units li') !== null")
    yield page, "blind"
    page.browser.execute_script("document.querySelector('.next a').click()")  # the list may be drawn anew meanwhile
    page.wait("return document.querySelector('.own .turn.respondent') !== null")
    page.keys("s")
    yield page, "passage"
    page.keys("?")
    page.wait("return document.querySelector('dialog.help') !== null")
    yield page, "keys while coding blind"


def show_views_of_a_study(make_page) -> Iterator[tuple[Page, str]]:
    page = make_page()
    record(page.study / "een.wav")
    rows = ["file,person,wave,audio", "P01_2010.txt,P01,2010,een.wav"]
    (page.study / "interviews.csv").write_text("\n".join(rows) + "\n", "utf-8")
    disagree(page)
    page.open()
    yield page, "start"
    page.browser.execute_script("location.hash = '#/matrix/samen'")
    page.wait("return document.querySelectorAll('.matrix textarea').length === 4")
    yield page, "matrix"
    page.browser.execute_script("location.hash = '#/settle'")
    page.wait("return document.querySelectorAll('.settle li').length === 2")
    page.browser.find_element("css selector", ".settle [data-answer=yes]").click()
    page.wait("return document.querySelector('.settle [aria-pressed=true]') !== null")
    yield page, "settle"
    page.browser.execute_script("location.hash = '#/terms'")
    page.wait("return document.querySelectorAll('.termlist tr').length > 1")
    yield page, "terms"
    page.browser.execute_script("location.hash = '#/terms/alleen/alleen'")
    page.wait("return document.querySelectorAll('.ticks li').length === 24")
    page.browser.find_element("css selector", "#hit-0").click()
    page.browser.find_element("css selector", ".sticky .reject").click()
    page.wait("return document.querySelector('.ticks .status.rejected') !== null")
    yield page, "hits of a term"
    page.open("P01_2010")
    page.wait("return document.querySelector('audio') !== null")
    page.browser.find_element("css selector", "#tab-memos").click()
    page.wait("return document.querySelector('.panel a[download]') !== null")
    yield page, "interview with a recording"
    page.keys(webdriver.Keys.ESCAPE, "s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("Iets nieuws", webdriver.Keys.ENTER)
    page.wait("return document.querySelector('#new-definition') !== null")
    yield page, "new code"


def show_views_that_tell_of_trouble(make_page) -> Iterator[tuple[Page, str]]:
    page = make_page()
    page.open("P01_2010")
    page.keys("n")
    page.kill()
    page.keys("a")
    page.wait("return !document.querySelector('.banner').hidden")
    yield page, "page that is gone"
    page.start()
    page.saved()
    page = make_page()
    page.study.joinpath("codings").write_text("a file where the folder should be", "utf-8")
    page.open("P01_2010")
    page.wait("return !document.querySelector('.banner').hidden")
    yield page, "read only"


def disagree(page: Page) -> None:
    """Let two coders finish two interviews and each code a passage that the other did not."""
    text = (page.study / "P01_2010.txt").read_text("utf-8")
    at = text.index("werkten wij samen")
    place = {"interview": "P01_2010", "start": at, "end": at + len("werkten wij samen"), "code": "hand"}
    for coder in ("anna", "bert"):
        for name in ("P01_2010", "P01_2020"):
            write_coding(page.study, {"interview": name}, coder=coder, do="done")
    write_coding(page.study, place, coder="bert")
    write_coding(page.study, {**place, "interview": "P01_2020"}, coder="anna")


# What is cut off at the side, and a head of a table whose word is broken in two.
CUT_OFF = """
const boxes = [...document.querySelectorAll('.scroll, .panel, .side, dialog')];
const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth);
const broken = [...document.querySelectorAll('thead th')].filter((cell) => {
  if (/\\s/.test(cell.textContent.trim()) || !cell.textContent) return false;
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getClientRects().length > 1;
});
return [document.documentElement.scrollWidth, [...wide, ...broken].map((element) => element.outerHTML.slice(0, 90))];
"""


# What cannot be reached by Tab, or is behind something else once it has the focus.
OUT_OF_REACH = """
const inside = document.querySelector(':modal') ?? document, hidden = [];
for (const one of inside.querySelectorAll('button, a[href], input, select, textarea')) {
  if (one.disabled || !one.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
  one.focus();
  const box = one.getBoundingClientRect();
  if (!box.width) continue;
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isSeen = there && (one.contains(there) || there.closest('label')?.control === one);
  const isCut = box.left < -1 || box.right > innerWidth + 1;
  if (!isSeen || isCut) hidden.push([one.outerHTML.slice(0, 90), there?.outerHTML.slice(0, 60)]);
}
return hidden;
"""


@pytest.mark.slow
def test_in_every_view_each_text_can_be_read_and_nothing_is_cut_off(make_page, browser):
    """In light and dark, without a serious accessibility finding; 700 and 400 are screens of 1,400 and 800 at 200 %."""
    seen, found = [], []
    try:
        for page, view in show_views(make_page):
            seen.append(view)
            for scheme in ("light", "dark"):
                asked = [{"name": "prefers-color-scheme", "value": scheme}]
                browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": asked})
                found += [(view, scheme, low) for low in page.browser.execute_script(CONTRAST)]
                found += find_serious(page, f"{view}, {scheme}")
            for width in (400, 700, 800, 1400):
                size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
                browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                scrolled, cut = page.browser.execute_script(CUT_OFF)
                cut = [
                    element for element in cut if width > 400 or not element.startswith('<div class="scroll"')
                ]  # tables
                found += [(view, width, scrolled, cut)] if scrolled > width or cut else []
            size = {"width": 700, "height": 500, "deviceScaleFactor": 2, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            scrolled, cut = page.browser.execute_script(CUT_OFF)
            found += [(view, "200 %", scrolled, cut)] if scrolled > 700 or cut else []
            found += [(view, "200 %", behind) for behind in page.browser.execute_script(OUT_OF_REACH)]
            browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert found == []
    assert len(seen) == 12


def test_a_study_that_cannot_be_written_is_shown_with_a_banner_and_takes_nothing(make_page):
    page = make_page()
    page.study.joinpath("codings").write_text("a file where the folder should be", "utf-8")
    page.open("P01_2010")
    page.wait("return !document.querySelector('.banner').hidden")
    assert "anna.jsonl" in page.text(".banner")
    assert page.text(".saved") == "alleen lezen"
    page.keys("n", "a")
    assert page.text(".announcement").startswith("Er kan niets worden opgeslagen")
    assert "aanvaard" not in page.text(".announcement")
    assert page.browser.execute_script("return document.querySelectorAll('.chip:not(.open)').length") == 0
    page.study.joinpath("codings").unlink()
    page.browser.find_element("css selector", ".banner button").click()
    page.wait("return document.documentElement?.dataset.ready === 'true' && document.querySelector('.banner').hidden")
    page.wait("return document.querySelector('h1')?.textContent === 'P01_2010'")
    page.keys("n", "a")
    page.saved()
    assert page.anna.decisions["status"].tolist() == ["accepted"]


@pytest.mark.slow
def test_disagreements_are_settled_side_by_side_and_what_is_decided_is_the_work_of_agreed(make_page):
    page = make_page(answers=1)
    disagree(page)
    page.open()
    page.wait("return [...document.querySelectorAll('nav a')].some((link) => link.hash === '#/settle')")
    page.browser.execute_script("location.hash = '#/settle'")
    page.wait("return document.querySelectorAll('.settle li').length === 2")
    assert page.text(".head p").startswith("Vergeleken is wat ieder codeerde of aanvaardde")
    assert "2 van 2 niet opgelost" in page.text(".head")
    assert "P01_2010" not in page.text("main")
    first = page.text(".settle li")
    assert "anna: niet gevonden" in first
    assert "bert: gevonden" in first
    assert page.text(".settle li mark") == "werkten wij samen"
    assert page.browser.execute_script(CONTRAST) == []
    page.browser.find_element("css selector", ".settle li:nth-child(1) [data-answer=yes]").click()
    page.wait("return document.querySelector('.settle li:nth-child(1) [data-answer=yes]').ariaPressed === 'true'")
    page.browser.find_element("css selector", ".settle li:nth-child(2) [data-answer=no]").click()
    page.wait("return document.querySelector('.head [role=status]').textContent.startsWith('0 van 2')")
    agreed = read_codings(page.study, coder="agreed")
    assert agreed.codings[["interview", "quote"]].values.tolist() == [["P01_2010", "werkten wij samen"]]
    assert all(agreed.is_done(name, "hand") for name in ("P01_2010", "P01_2020"))
    page.browser.find_element("css selector", ".settle li:nth-child(1) [data-answer=no]").click()
    page.wait("return document.querySelector('.announcement').textContent.endsWith('opgeslagen')")
    assert read_codings(page.study, coder="agreed").codings.empty
    page.browser.execute_script("location.hash = '#/'")
    page.wait("return document.querySelector('.settle') === null")
    page.browser.execute_script("location.hash = '#/settle'")
    page.wait("return document.querySelectorAll('.settle [aria-pressed=true]').length === 2")
    assert page.browser.get_log("browser") == []


@pytest.mark.slow
def test_what_is_settled_in_another_window_is_shown_here_and_what_is_settled_here_is_no_news(make_page):
    """Two windows each went on showing their own answer, and the later one counted."""
    page = make_page(answers=1)
    disagree(page)
    page.open()
    page.wait("return [...document.querySelectorAll('nav a')].some((link) => link.hash === '#/settle')")
    page.browser.execute_script("location.hash = '#/settle'")
    page.wait("return document.querySelectorAll('.settle li').length === 2")
    page.browser.execute_script("document.querySelector('.settle').dataset.first = 'yes'")
    page.browser.find_element("css selector", ".settle li:nth-child(2) [data-answer=no]").click()
    page.wait("return document.querySelector('.head [role=status]').textContent.startsWith('1 van 2')")
    time.sleep(4)  # longer than the page waits until it asks for news
    assert page.browser.execute_script("return document.querySelector('.settle').dataset.first") == "yes"
    corpus, book = read_corpus(page.study), read_codebook(page.study / "themes.yaml")
    study = read_study(page.study)
    coders = read_coders(study, corpus=corpus, codebook=book)
    [row] = list_unsettled(study, coders, corpus, book).query("agreed == ''").to_dict("records")
    decision = Decision(row["interview"], int(row["start"]), int(row["end"]), row["code"], found=True)
    settle(study, coders, corpus, book, [decision])
    page.wait("return document.querySelector('.settle li:nth-child(1) [data-answer=yes]')?.ariaPressed === 'true'")
    assert page.text(".head").count("0 van 2") == 1


def double_click(page, selector):
    webdriver.ActionChains(page.browser).double_click(page.browser.find_element("css selector", selector)).perform()


@pytest.mark.slow
def test_who_clicks_twice_on_a_button_that_decides_decides_once(make_page):
    """Else one undo would take nothing back."""
    page = make_page(answers=1)
    disagree(page)
    page.open("P01_2010")
    page.keys("n")
    double_click(page, ".side .accept")
    page.saved()
    events = (page.study / "codings" / "anna.jsonl").read_text("utf-8")
    assert events.count('"do":"accept"') == 1
    page.browser.execute_script("location.hash = '#/settle'")
    page.wait("return document.querySelectorAll('.settle li').length === 3")
    double_click(page, ".settle li:nth-child(1) [data-answer=yes]")
    assert page.text(".settle li:nth-child(1) [aria-pressed=true]"), "what was decided is seen at once"
    page.wait("return document.querySelector('.head [role=status]').textContent.startsWith('2 van 3')")
    time.sleep(0.5)
    lines = (page.study / "codings" / "agreed.jsonl").read_text("utf-8").splitlines()
    what = ("do", "interview", "start", "code", "form")
    events = [tuple(json.loads(line).get(name) for name in what) for line in lines]
    assert len(set(events)) == len(events)


LINES = """
const [number] = arguments, turn = document.querySelector(`.own .turn[data-turn='${number}']`);
const strip = turn.querySelector('.strip'), pen = strip.getContext('2d', {willReadFrequently: true});
const at = strip.getBoundingClientRect(), rows = [];
const isDrawn = (row) => pen.getImageData(0, row, 26, 1).data.some((part, place) => place % 4 === 3 && part);
for (let row = 0; row < strip.height; row += 1) if (isDrawn(row)) rows.push(row);
const down = (row) => at.top + row * at.height / strip.height;
const range = document.createRange();
const [mark] = [...CSS.highlights].filter(([name]) => name.endsWith('-human')).flatMap(([, own]) => [...own]);
range.setStart(mark.startContainer, mark.startOffset);
range.setEnd(mark.endContainer, mark.endOffset);
const box = range.getBoundingClientRect();
const high = ['.chips', '.said'].map((name) => turn.querySelector(name).offsetHeight);
return [down(rows[0]) - box.top, down(rows.at(-1) + 1) - box.bottom, ...high];
"""


@pytest.mark.slow
@pytest.mark.parametrize("width", [1400, 800, 500])
def test_the_strip_stands_beside_the_lines_of_its_mark_however_many_codes_are_named(make_page, width):
    codes = "".join(f"  - {{id: k{n}, label: Een heel lange naam van een code {n}}}\n" for n in range(14))
    page = make_page(codebook=f"codebook: T\nversion: 1.0.0\nlanguage: nl\ncodes:\n{codes}")
    text = (page.study / "P01_2010.txt").read_text("utf-8")
    start = text.index("Dat was niet erg")
    place = {"interview": "P01_2010", "start": start, "end": start + 16}
    codebook = read_codebook(page.study / "themes.yaml")
    for n in range(14):
        write_coding(page.study, {**place, "code": f"k{n}"}, coder="anna", codebook=codebook)
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        page.open("P01_2010")
        page.wait("return document.querySelector(\".turn[data-turn='1'] .strip\").height > 20")
        page.painted()
        above, below, chips, said = page.browser.execute_script(LINES, 1)
        assert chips > said  # the names take more room than the talk
        assert (abs(above) <= 4, abs(below) <= 4) == (True, True), (above, below)
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


IN_SIGHT = """
const inside = (selector) => [...document.querySelectorAll(selector)].map((element) => {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.height > 0;
});
const [focus] = CSS.highlights.get('focus'), mark = document.createRange();
mark.setStart(focus.startContainer, focus.startOffset);
mark.setEnd(focus.endContainer, focus.endOffset);
const [box] = mark.getClientRects();
const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
return [...inside('.saved'), ...inside('.tools button'), above !== null && above.classList.contains('said')];
"""


@pytest.mark.slow
def test_what_is_in_focus_stays_in_sight_in_a_narrower_window_and_a_long_name_is_not_cut_off(make_page):
    book = CODEBOOK.replace("label: Alleen", "label: Samenwerkingsverbandenbinnendegemeente")
    page = make_page(answers=12, codebook=book)
    page.open("P01_2010")
    page.keys(*"n" * 21)
    page.wait("return document.querySelector('.mark-card').textContent.includes('Samenwerkingsverbanden')")
    size = {"width": 800, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        page.wait(f"return (() => {{{IN_SIGHT}}})().every(Boolean)", seconds=10)
        assert page.browser.execute_script("return document.querySelector('.side').scrollWidth") < 260
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("width", "height"), [(700, 450), (400, 450), (800, 900), (1400, 900)])
def test_saved_and_the_buttons_stay_in_sight_and_cover_nothing_that_is_in_focus(make_page, width, height):
    """700 by 450 is a screen of 1,400 by 900 at 200 %, 400 by 450 one of 800."""
    page = make_page(answers=12)
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        page.open("P01_2010")
        for keys in ("n" * 12, "pppp"):
            page.keys(*keys)
            seen = page.browser.execute_script(IN_SIGHT)
            assert len(seen) == 8
            assert all(seen), (keys, seen)
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_sign_that_turns_the_direction_is_seen_in_the_talk_and_moves_no_mark(make_page):
    page = make_page(answers=1)
    talk = page.study / "P01_2010.txt"
    talk.write_text(talk.read_text("utf-8").replace("R: ", "R: Zo \u202eneelav\u202c dus. "), "utf-8")
    page.open("P01_2010")
    said = page.browser.execute_script("return document.querySelector('.own .respondent .said').textContent")
    assert said.startswith("Zo \ufffdneelav\ufffd dus. ")
    page.browser.find_element("css selector", ".own .respondent .said").click()
    page.keys("n")
    shown = page.text(".side blockquote")
    page.keys("a")
    page.saved()
    assert page.anna.decisions[["quote", "status"]].values.tolist() == [[shown, "accepted"]]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("width", [1400, 800, 500])
def test_the_head_says_who_codes(make_page, width):
    page = make_page(answers=1)
    page.browser.set_window_size(width, 900)
    page.open("P01_2010")
    assert page.text(".top .coder") == "codeur: anna"
    assert page.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    page.browser.set_window_size(1400, 1000)
