"""The page in a real browser: what a coder does with the keyboard or the mouse is in the coder's file, exactly."""

from __future__ import annotations

import os
import re
import time

import pytest

from bp_qual.codebook import read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.coding.by_hand import list_coders
from bp_qual.coding.combining import combine_codings
from bp_qual.coding.review import summarise_review
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.hand_coding import write_coding
from chromium import NEEDS_CHROMIUM, webdriver
from page_builders import CODEBOOK
from page_in_browser import CONTRAST, asked_for, find_serious

pytestmark = NEEDS_CHROMIUM
PAYLOADS = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "</script><script>window.hit=1</script>",
    "javascript:window.hit=1",
    "{{constructor.constructor('window.hit=1')()}}",
)
HOSTILE = " ".join(PAYLOADS)


def test_twenty_passages_are_coded_by_keyboard_alone(make_page):
    page = make_page(answers=20)
    page.open("P01_2010")
    keys = webdriver.Keys
    page.keys("s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("hand", keys.ENTER)
    for number in range(1, 20):
        page.keys(keys.ARROW_DOWN, "s" if number % 2 else "w", "1")
    page.saved()
    codings = page.anna.codings
    assert len(codings) == 20
    assert set(codings["code"]) == {"hand"}
    assert codings["turn"].tolist() == list(range(1, 41, 2))
    quotes = codings["quote"].tolist()
    assert quotes[1] == "In 2010 werkten wij samen met buurt 1 aan de tuin."
    assert quotes[2] == "In"


def test_either_end_of_a_selection_grows_and_shrinks_by_keyboard(make_page):
    page = make_page()
    page.open("P01_2010")
    keys = webdriver.Keys
    page.keys("w", "e", keys.ARROW_RIGHT, keys.ARROW_RIGHT, keys.ARROW_RIGHT, keys.ARROW_LEFT, "b", keys.ARROW_RIGHT)
    page.keys("c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("hand", keys.ENTER)
    page.keys(keys.ESCAPE, "s", keys.ARROW_RIGHT, keys.ARROW_RIGHT, "r")  # the third sentence, with the same code
    page.saved()
    assert page.anna.codings["quote"].tolist() == ["2010 werkten", "Dat was niet erg 😀 hoor."]
    page.keys(keys.ESCAPE, keys.ARROW_DOWN, "w", "e", *[keys.ARROW_DOWN] * 4)  # sentence by sentence, not to the next
    assert page.text(".announcement").startswith("Dat eind gaat niet verder")
    page.keys(keys.ARROW_UP, keys.ARROW_LEFT, "r")
    page.saved()
    assert [quote for quote in page.anna.codings["quote"] if quote.endswith("P01 deed het ook wel eens")]


@pytest.mark.slow
def test_twenty_passages_are_coded_by_mouse(make_page):
    page = make_page(answers=20)
    page.open("P02_2020")
    said = "In 2020 werkten wij samen met buurt"
    for number in range(20):
        page.select(2 * number + 1, 0, len(said))
        if number:
            page.browser.execute_script("document.querySelector('.tools .main').click()")
        else:
            page.browser.find_element("css selector", ".tools .main").click()
        page.wait("return document.querySelector('dialog [role=option]') !== null")
        options = page.browser.find_elements("css selector", "dialog [role=option]")
        next(option for option in options if "Met de hand" in option.text).click()
    page.saved()
    assert page.anna.codings["quote"].tolist() == [said] * 20


@pytest.mark.sweep(1)
@pytest.mark.parametrize("coded_by", ["c", "1", ""])
def test_a_part_of_what_is_selected_is_selected_by_dragging_over_it(make_page, coded_by):
    """The browser itself would drag away what is selected, and select nothing."""
    page = make_page()
    page.open("P01_2010")
    enter = webdriver.Keys.ENTER

    def code_by_name(name):
        page.keys("c")
        page.wait("return document.querySelector('dialog input') !== null")
        page.keys(name, enter)

    page.select(3, 0, 7)
    code_by_name("hand")
    page.select(1, 0, 30)
    if coded_by == "c":
        code_by_name("hand")
    page.keys(*coded_by.replace("c", ""))
    page.select(1, 8, 25)
    code_by_name("samenw")
    page.saved()
    codings = page.anna.codings
    assert codings.loc[codings["code"] == "samen", "quote"].tolist() == ["werkten wij samen"]


def test_thirty_hits_are_accepted_and_rejected_and_the_next_one_comes_by_itself(make_page):
    page = make_page(answers=10)
    page.open("P01_2020")
    page.keys("n", *("a" if number % 3 else "x" for number in range(30)))
    page.saved()
    decisions = page.anna.decisions
    hits = decisions.sort_values("start")
    assert len(hits) == 30
    assert hits["status"].tolist() == ["accepted" if number % 3 else "rejected" for number in range(30)]
    page.keys("n")
    assert "Hier zijn geen treffers" in page.text(".announcement")


@pytest.mark.slow
def test_what_was_undone_is_gone_and_what_was_done_again_is_back(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("hand", webdriver.Keys.ENTER, "n", "x", "u", "u")
    page.saved()
    anna = page.anna
    assert (len(anna.codings), len(anna.decisions)) == (0, 0)
    page.keys("U")
    page.saved()
    anna = page.anna
    assert (len(anna.codings), len(anna.decisions)) == (1, 0)
    page.keys("U", "u", "u", "U", "U")
    page.saved()
    anna = page.anna
    assert (len(anna.codings), len(anna.decisions)) == (1, 1)
    page.browser.refresh()  # this window forgets what it did; the file does not
    page.wait("return document.querySelector('h1')?.textContent === 'P01_2010'")
    page.keys("u")
    page.wait("return document.querySelector('.announcement').textContent.startsWith('ongedaan gemaakt: afgewezen')")
    page.saved()
    assert len(page.anna.codings) + len(page.anna.decisions) == 1
    page.keys("U")
    page.wait("return document.querySelector('.announcement').textContent.startsWith('opnieuw gedaan: afgewezen')")
    page.saved()
    assert len(page.anna.codings) + len(page.anna.decisions) == 2
    write_coding(page.study, {"note": "Over alles."}, coder="anna", do="memo")
    for key, begins, memos, others in (("u", "ongedaan gemaakt: ", 0, 0), ("U", "opnieuw gedaan: ", 1, 2)):
        for _ in range(3):  # after each reload, the last thing that was not turned round yet
            page.browser.refresh()
            page.wait("return document.querySelector('h1')?.textContent === 'P01_2010'")
            left = len(page.anna.codings) + len(page.anna.decisions)
            page.keys(key)
            if key == "u" and not left:
                page.wait("return document.querySelector('.announcement').textContent.startsWith('In dit venster')")
                page.keys(key)  # the memo was not written in this window
            page.wait(f"return document.querySelector('.announcement').textContent.startsWith({begins!r})")
            page.saved()
        anna = page.anna
        assert (len(anna.memos), len(anna.codings) + len(anna.decisions)) == (memos, others)


def test_a_memo_a_new_code_and_done_are_saved(make_page):
    page = make_page()
    page.open("P01_2010")
    keys = webdriver.Keys
    page.keys("s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("Zorg voor elkaar", keys.ENTER)
    page.wait("return document.querySelector('#new-definition') !== null")
    page.keys("Wie zorgt voor wie.", keys.TAB, keys.TAB, keys.ENTER)
    page.wait("return [...document.querySelectorAll('.chip')].some((chip) => chip.textContent === 'Zorg voor elkaar')")
    said = page.browser.execute_script("return document.querySelector('.announcement').textContent")
    assert said.startswith("‘Zorg voor elkaar’ staat nu in het codeboek, versie 1.0.1 · Zorg voor elkaar: ")
    page.keys("m")
    page.wait("return document.querySelector('#memo-text') !== null")
    page.keys("Denk hieraan.")
    webdriver.ActionChains(page.browser).key_down(keys.CONTROL).send_keys(keys.ENTER).key_up(keys.CONTROL).perform()
    page.keys("d")
    page.saved()
    assert page.text(".announcement").startswith("als klaar gemarkeerd · Niet besloten: 18.")
    assert page.text(".head .note").startswith("Niet besloten: 18. Wat niet is afgewezen telt mee bij count reviewed")
    anna = page.anna
    assert anna.codings["code"].tolist() == ["zorg_voor_elkaar"]
    assert anna.memos[["note", "of"]].values.tolist() == [["Denk hieraan.", anna.codings["id"][0]]]
    book = read_codebook(page.study / "themes.yaml")
    assert book.version == "1.0.1"
    assert book.code("zorg_voor_elkaar").definition == "Wie zorgt voor wie."
    assert "# more to come" in (page.study / "themes.yaml").read_text("utf-8")
    assert all(anna.is_done("P01_2010", code) for code in book.ids)


@pytest.mark.slow
@pytest.mark.parametrize("code", ["samen", "buurten"])  # what is coded with a code below it counts for it too
@pytest.mark.parametrize(
    ("passages", "within"),
    [(["werkten wij samen met buurt 0"], 2), (["werkten wij samen met", "met buurt 0"], 1)],  # the second overlaps
)
def test_as_many_hits_are_left_on_the_page_as_compare_says(make_page, code, passages, within):
    page = make_page()
    file = page.study / "themes.yaml"
    file.write_text(file.read_text("utf-8") + "  - {id: buurten, parent: samen}\n", "utf-8")
    corpus, book = read_corpus(page.study), read_codebook(file)
    text = corpus.transcripts[0].text
    for passage in passages:
        start = text.index(passage)
        row = {"interview": "P01_2010", "start": start, "end": start + len(passage), "code": code}
        write_coding(page.study, row, coder="anna")
    page.open("P01_2010")
    page.keys("d")
    page.saved()
    hits = apply_codebook(book, corpus)
    counted = summarise_review(combine_codings(hits, page.anna, corpus, book, count="reviewed"), corpus, book)
    assert list(map(int, re.findall(r": (\d+)\.", page.text(".head .note")))) == [counted.automatic, within]
    assert counted.automatic + within == len(hits[hits["interview"] == "P01_2010"])


@pytest.mark.slow
def test_what_is_coded_while_the_page_is_gone_is_saved_once_when_it_is_back(make_page):
    page = make_page(answers=8)
    page.open("P01_2010")
    keys = webdriver.Keys
    page.keys("s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("hand", keys.ENTER)
    page.saved()
    page.kill()
    for _ in range(5):
        page.keys(keys.ARROW_DOWN, "s", "1")
    page.wait("return !document.querySelector('.banner').hidden")
    assert "bp-qual page antwoordt niet meer" in page.text(".banner")
    assert page.text(".saved") == "nog niet opgeslagen: 5"
    assert len(page.anna.codings) == 1
    page.start()
    page.saved()
    page.wait("return document.querySelector('.banner').hidden")
    assert len(page.anna.codings) == 6
    assert len({*page.anna.codings["id"]}) == 6


def test_ctrl_c_ends_the_page_also_while_a_browser_has_it_open(make_page):
    page = make_page()
    page.open("P01_2010")
    assert "Traceback" not in page.interrupt()
    page.keys("n", "a")
    page.wait("return !document.querySelector('.banner').hidden")


def test_a_changed_codebook_stops_the_saving_until_the_coder_decides(make_page):
    page = make_page()
    page.open("P01_2010")
    file = page.study / "themes.yaml"
    file.write_text(CODEBOOK.replace("1.0.0", "1.1.0").replace("Samen wonen.", "Samen wonen of eten."), "utf-8")
    page.keys("n", "a")
    page.wait("return !document.querySelector('.banner').hidden")
    assert "Themes@1.1.0" in page.text(".banner")
    assert list_coders(page.study) == ()
    page.browser.find_element("css selector", ".banner button").click()
    page.saved()
    assert page.anna.decisions["status"].tolist() == ["accepted"]
    assert page.anna.state.decisions[0].codebook.startswith("Themes@1.1.0")


def test_many_hits_of_one_term_are_rejected_at_once_and_what_keeps_them_out_is_offered(make_page):
    page = make_page()
    page.open()
    page.browser.execute_script("location.hash = '#/terms/alleen/alleen'")
    page.wait("return document.querySelectorAll('.ticks li').length === 24")
    page.browser.find_element("css selector", "#hit-all").click()
    page.browser.find_element("css selector", "#hit-0").click()
    page.browser.find_element("css selector", ".sticky .reject").click()
    page.wait("return document.querySelectorAll('.ticks .status.rejected').length === 23")
    assert len(page.anna.decisions) == 23
    assert (page.study / "themes.yaml").read_text("utf-8") == CODEBOOK
    page.keys("u")
    page.wait("return document.querySelectorAll('.ticks .status.rejected').length === 0")
    assert len(page.anna.decisions) == 0
    page.saved()
    page.browser.refresh()
    page.wait("return document.querySelectorAll('.ticks li').length === 24")
    page.keys("U")
    page.wait("return document.querySelector('.announcement').textContent.startsWith('opnieuw gedaan: afgewezen')")
    page.saved()
    assert len(page.anna.decisions) == 23  # what was decided at once, at once
    page.wait("return document.querySelectorAll('.ticks .status.rejected').length === 23")
    assert not page.browser.find_elements("css selector", ".offer")  # any line would take the one that is left too
    page.browser.find_element("css selector", "#hit-0").click()
    page.browser.find_element("css selector", ".sticky .reject").click()
    page.wait("return document.querySelector('.offer pre') !== null")
    assert page.text(".offer pre").splitlines() == ["unless:", "  - eens alleen"]


def test_search_and_the_other_wave_are_beside_the_interview(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("o")
    page.wait("return document.querySelectorAll('.other .turn').length === 12")
    assert "2020" in page.text(".other .turn.respondent .said")
    page.keys("/")
    page.wait("return document.activeElement.id === 'search'")
    page.keys("samenwerken", webdriver.Keys.ENTER)
    page.wait("return document.querySelectorAll('.panel .quotes mark').length === 24")
    assert page.browser.execute_script("return CSS.highlights.get('found').size") == 12  # both interviews of P01


def test_marks_are_drawn_where_the_text_says_also_after_a_character_of_two_units(make_page):
    page = make_page()
    start = read_codebook(page.study / "themes.yaml")
    assert start.ids
    page.open("P01_2010")
    page.keys("s", webdriver.Keys.ARROW_RIGHT, webdriver.Keys.ARROW_RIGHT, "w")
    page.keys(*[webdriver.Keys.ARROW_RIGHT] * 4, "c")  # the word after the emoji
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("hand", webdriver.Keys.ENTER)
    page.saved()
    assert page.anna.codings["quote"].tolist() == ["hoor."]
    page.browser.refresh()
    page.wait("return document.querySelector('h1')?.textContent === 'P01_2010'")
    drawn = page.browser.execute_script(
        "const [range] = CSS.highlights.get('code-2-human');"
        "return range.startContainer.data.slice(range.startOffset, range.endOffset)"
    )
    assert drawn == "hoor."


def test_hostile_text_is_read_and_not_run_on_any_view(make_page):
    said = "'" + HOSTILE.replace("'", "''") + "'"
    book = CODEBOOK.replace("label: Met de hand", f"label: {said}\n    definition: {said}").replace(
        "Met anderen aan een doel werken.", said
    )
    page = make_page(codebook=book)
    (page.study / "P01_2010.txt").write_text(f"I: {HOSTILE}\n\nR: alleen {HOSTILE} samenwerken\n", "utf-8")
    page.browser.get_log("browser")
    page.open("P01_2010")
    page.keys("t", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("hand", webdriver.Keys.ENTER, "m")
    page.wait("return document.querySelector('#memo-text') !== null")
    page.browser.execute_script("document.querySelector('#memo-text').value = arguments[0]", HOSTILE)
    page.browser.execute_script("document.querySelector('dialog form').requestSubmit()")
    page.wait("return document.querySelectorAll('.memos li').length === 1")
    for tab in ("quotes", "search", "trail"):
        page.browser.find_element("css selector", f"#tab-{tab}").click()
        time.sleep(0.2)
    page.keys("o", "?")
    page.keys(webdriver.Keys.ESCAPE)
    page.browser.execute_script("location.hash = '#/terms/alleen/alleen'")
    page.wait("return document.querySelectorAll('.ticks li').length > 0")
    page.browser.execute_script("location.hash = '#/'")
    page.wait("return document.querySelector('.grid') !== null")
    page.browser.execute_script("location.hash = arguments[0]", f"#/interview/{HOSTILE}")
    time.sleep(0.5)
    assert page.browser.execute_script("return window.hit") is None
    told = [
        entry["message"] for entry in page.browser.get_log("browser") if "400 (Bad Request)" not in entry["message"]
    ]
    assert told == []
    assert page.anna.memos["note"].tolist() == [HOSTILE]


def test_the_page_asks_nothing_of_another_computer(make_page):
    page = make_page()
    page.open("P01_2010")
    page.browser.get_log("performance")
    page.keys("n", "a", "o")
    page.saved()
    assert all("127.0.0.1" in url for url in asked_for(page.browser))


@pytest.mark.sweep(1)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_view_has_a_serious_accessibility_finding(make_page, dark):
    page = make_page()
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    page.open()
    serious: list[tuple[str, ...]] = []

    def look(view: str) -> None:
        serious.extend(find_serious(page, view))

    look("start")
    page.open("P01_2010")
    page.keys("n", "a", "x", "s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    look("picker")
    page.keys("hand", webdriver.Keys.ENTER, "o")
    page.wait("return document.querySelector('.other .turn') !== null")
    for tab in ("quotes", "search", "memos", "trail"):
        page.browser.find_element("css selector", f"#tab-{tab}").click()
        page.wait("return document.querySelector('.panel').children.length > 0")
        look(f"interview, {tab}")
    page.keys(webdriver.Keys.ESCAPE, "m")
    page.wait("return document.querySelector('#memo-text') !== null")
    look("memo")
    page.keys(webdriver.Keys.ESCAPE, "?")
    page.wait("return document.querySelector('dialog.help') !== null")
    look("help")
    page.keys(webdriver.Keys.ESCAPE)
    assert serious == []


@pytest.mark.sweep(1)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_can_be_read_against_what_is_behind_it(make_page, dark):
    page = make_page()
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    page.open()
    low = page.browser.execute_script(CONTRAST)
    page.open("P01_2010")
    page.keys("n", "a", "x", "s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    low += page.browser.execute_script(CONTRAST)
    page.keys("hand", webdriver.Keys.ENTER, "o", "d")
    page.wait("return document.querySelector('.other .turn') !== null")
    for tab in ("quotes", "trail"):
        page.browser.find_element("css selector", f"#tab-{tab}").click()
        page.wait("return document.querySelector('.panel li') !== null")
        low += page.browser.execute_script(CONTRAST)
    page.browser.execute_script("location.hash = '#/terms/alleen/alleen'")
    page.wait("return document.querySelectorAll('.ticks li').length === 24")
    low += page.browser.execute_script(CONTRAST)
    assert low == []


@pytest.mark.sweep(1)
@pytest.mark.parametrize("width", [700, 800, 1400])
def test_nothing_sticks_out_at_any_width(make_page, width):
    """700 is a screen of 1,400 at 200 %."""
    page = make_page()
    page.open()
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        for interview in ("", "P01_2010"):
            page.open(interview)
            page.keys("o")
            time.sleep(0.3)
            assert page.browser.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_key_is_not_in_the_address_after_the_page_opened(make_page):
    page = make_page()
    page.open()
    assert "key" not in page.browser.current_url
    assert page.browser.execute_script("return document.cookie") == ""
    assert os.environ["TMPDIR"] in str(page.study.parent / "tmp")
