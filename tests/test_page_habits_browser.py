"""What a coder runs into in a browser: two windows, a page started anew, words that are not coded, where one was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bp_qual.coding.by_hand import list_coders
from bp_qual.study.hand_coding import write_coding
from chromium import NEEDS_CHROMIUM, webdriver
from page_in_browser import Page

pytestmark = NEEDS_CHROMIUM
CHOSEN = """
const [range] = CSS.highlights.get('chosen') ?? [];
return range ? range.startContainer.data.slice(range.startOffset, range.endOffset) : '';
"""


@contextmanager
def screen_of(page: Page, width: int, height: int) -> Iterator[None]:
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        yield
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def code_it(page: Page, name: str) -> None:
    page.keys("c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys(name, webdriver.Keys.ENTER)


@pytest.mark.slow
def test_what_another_window_did_is_told_and_shown_at_once(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("n", "a")
    page.saved()
    page.wait("return document.querySelector('.chip.part') !== null")
    text = (page.study / "P01_2010.txt").read_text("utf-8")
    start = text.index("Dat was niet erg")
    place = {"interview": "P01_2010", "start": start, "end": start + 16, "code": "hand"}
    focused = page.text(".mark-card blockquote")
    write_coding(page.study, place, coder="anna")
    page.wait("return [...document.querySelectorAll('.chip')].some((chip) => chip.textContent === 'Met de hand')")
    assert "in een ander venster" in page.browser.execute_script(
        "return document.querySelector('.announcement').textContent"
    )
    assert page.text(".mark-card blockquote") == focused
    page.keys("u")  # what was done last in this window, not by the notebook
    page.wait("return document.querySelector('.announcement').textContent.startsWith('ongedaan gemaakt: aanvaard')")
    page.saved()
    assert (len(page.anna.codings), len(page.anna.decisions)) == (1, 0)
    page.keys("u")  # what was done elsewhere is named before it is undone
    page.wait("return document.querySelector('.announcement').textContent.includes('In een ander venster')")
    assert "gecodeerd Met de hand" in page.text(".announcement")
    assert len(page.anna.codings) == 1
    page.keys("u")
    page.wait("return [...document.querySelectorAll('.chip')].every((chip) => chip.textContent !== 'Met de hand')")
    write_coding(page.study, {"interview": "P01_2010", "code": "samen"}, coder="anna", do="done")
    page.wait(
        "return document.querySelector('.head .note').textContent.startsWith('Klaar, maar niet voor Alleen en Met')"
    )
    page.open()
    page.wait("return document.querySelector('.start .note') !== null")
    assert page.text(".start .note").startswith("Klaar, maar niet voor Alleen en Met de hand: 1. Open ze")
    assert page.text(".card .but-for") == "klaar, maar niet voor Alleen en Met de hand"
    link = page.browser.find_element("css selector", "nav a[href='#/settle']")
    assert not link.is_displayed()
    write_coding(page.study, place, coder="bert")
    page.open("P02_2010")
    page.open()
    page.wait("return document.querySelector('.grid') !== null")
    assert link.is_displayed()


@pytest.mark.slow
def test_a_summary_written_in_another_window_meanwhile_is_shown_at_once(make_page):
    page = make_page()
    page.open()
    page.browser.execute_script("location.hash = '#/matrix/samen'")
    page.wait("return document.querySelectorAll('.matrix textarea').length === 4")
    page.browser.find_element("css selector", ".matrix textarea").send_keys("Hier.")
    cell = {"person": "P01", "code": "samen", "wave": "2010"}
    write_coding(page.study, {**cell, "note": "Elders."}, coder="anna", do="summary")
    page.wait("return document.querySelector('.matrix textarea')?.value === 'Elders.\\n\\nHier.'")
    assert "op twee plaatsen" in page.text(".matrix .cell-state")


@pytest.mark.slow
def test_an_old_tab_says_to_open_the_new_address_and_goes_on_once_that_was_done(make_page):
    page = make_page()
    page.open("P01_2010")
    page.interrupt()
    address = page.start()
    page.keys("n", "a")
    page.wait("return document.querySelector('.banner').textContent.includes('Open in deze browser het nieuwe adres')")
    assert "wordt dan opgeslagen: 1" in page.text(".banner")
    tab = page.browser.current_window_handle
    page.browser.switch_to.new_window("tab")
    page.browser.get(address)
    page.browser.close()
    page.browser.switch_to.window(tab)
    page.saved()
    page.wait("return document.querySelector('.banner').hidden")
    assert page.anna.decisions["status"].tolist() == ["accepted"]


def test_a_view_that_cannot_be_fetched_says_so_and_comes_when_the_page_is_back(make_page):
    page = make_page()
    page.open("P01_2010")
    page.kill()
    page.browser.execute_script("location.hash = '#/interview/P02_2020'")
    page.wait("return !document.querySelector('.banner').hidden")
    assert "antwoordt niet meer" in page.text(".banner")
    page.start()
    page.wait("return document.querySelector('h1')?.textContent === 'P02_2020'")
    page.wait("return document.querySelector('.banner').hidden")


@pytest.mark.parametrize(("turn", "said"), [(0, "Wat de interviewer zegt"), (1, "")])
def test_what_is_selected_is_coded_or_the_coder_is_told_why_not(make_page, turn, said):
    page = make_page()
    page.open("P01_2010")
    page.keys("n")  # a mark has the focus
    page.select(turn, 0, 5)
    if said:
        page.keys("c")
        assert said in page.text(".announcement")
        assert page.browser.find_elements("css selector", "dialog") == []
        page.browser.find_element("css selector", ".tools .main").click()
        assert page.browser.find_elements("css selector", "dialog") == []
        assert list_coders(page.study) == ()
    else:
        code_it(page, "hand")
        page.saved()
        page.select(turn, 0, 5, held=webdriver.Keys.ALT)
        page.keys("r")
        page.saved()
        assert page.anna.codings["quote"].tolist() == ["In 20", "In 2010"]  # as it was with Alt, else whole words


def test_escape_lets_go_and_the_arrows_go_on_where_one_was(make_page):
    page = make_page()
    page.open("P01_2010")
    keys = webdriver.Keys
    page.keys("s", keys.ARROW_DOWN, keys.ARROW_RIGHT)
    chosen = page.browser.execute_script(CHOSEN)
    assert chosen.startswith("P01 deed het")
    page.keys(keys.ESCAPE)
    assert page.browser.execute_script(CHOSEN) == ""
    page.keys("s")
    assert page.browser.execute_script(CHOSEN) == chosen
    page.keys(keys.ESCAPE, "j")
    assert page.text(".mark-card blockquote") == "alleen"


@pytest.mark.slow
def test_undo_and_back_work_while_coding_blind_and_no_key_is_listed_that_does_nothing(make_page):
    page = make_page("--blind", answers=2)
    page.open()
    page.browser.execute_script("document.querySelector('.next a').click()")
    page.wait("return document.querySelector('.own .turn.respondent') !== null")
    first = page.text("h1")
    page.keys("s")
    code_it(page, "hand")
    page.keys("d")
    page.wait(f"return document.querySelector('h1').textContent !== {first!r}")
    page.keys("u")
    page.wait("return document.querySelector('.announcement').textContent.includes('p gaat terug')")
    page.keys("p")
    page.wait(f"return document.querySelector('h1').textContent === {first!r}")
    page.keys("u")
    page.wait("return document.querySelector('.is-done') === null")
    page.keys("u")
    page.wait("return document.querySelector('.chip') === null")
    page.saved()
    assert page.anna.codings.empty
    assert page.anna.units.empty
    page.keys("?")
    page.wait("return document.querySelector('dialog.help') !== null")
    shown = page.text("dialog.help")
    assert "volgende te coderen passage" in shown
    assert not any(dead in shown for dead in ("treffer", "andere ronde", "zoeken", "opname"))


@pytest.mark.slow
def test_an_interview_that_a_passage_finished_is_opened_again_when_that_is_undone(make_page):
    page = make_page("--blind", answers=1)
    page.open()
    page.browser.execute_script("document.querySelector('.next a').click()")
    page.wait("return document.querySelector('.own .turn.respondent') !== null")
    keys = page.browser.execute_script("return location.hash")
    page.keys("d")
    page.wait(
        f"return location.hash !== {keys!r} && document.querySelector('.own .turn.respondent') !== null"
        " && document.querySelector('.is-done') === null"
    )
    page.saved()
    done = {
        (f"P0{n}_{wave}") for n in (1, 2) for wave in ("2010", "2020") if page.anna.is_done(f"P0{n}_{wave}", "hand")
    }
    assert len(done) == 1
    page.keys("p")
    page.wait(f"return location.hash === {keys!r} && document.querySelector('.is-done') !== null")
    page.keys("u")
    page.wait("return document.querySelector('.is-done') === null")
    page.saved()
    assert not any(page.anna.is_done(name, "hand") for name in done)


@pytest.mark.slow
def test_what_was_done_again_is_not_listed_as_undone(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("n", "x", "u", "U")
    page.saved()
    page.browser.find_element("css selector", "#tab-trail").click()
    page.wait("return document.querySelectorAll('.trail li').length === 3")
    listed = page.browser.execute_script(
        "return [...document.querySelectorAll('.trail li')].map((row) => row.textContent)"
    )
    assert "opnieuw gedaan: afgewezen Samenwerken" in listed[0]
    assert "ongedaan gemaakt: afgewezen Samenwerken" in listed[1]
    assert page.browser.find_elements("css selector", ".trail .undone") == []


@pytest.mark.slow
def test_each_control_has_a_name_of_its_own_and_a_chip_says_how_its_marks_stand(make_page):
    page = make_page()
    page.open("P01_2010")
    names = page.browser.execute_script(
        "return [...document.querySelectorAll('aside, aside section, [role=tablist]')].map((one) => one.ariaLabel)"
    )
    assert len(set(names)) == len(names) == 4
    page.keys("n", "x")
    chip = page.browser.find_element("css selector", ".chip.part")
    assert chip.text.split("\n") == ["Samenwerken ×2", "1 van 2 besloten"]
    names = page.browser.execute_script("return [...document.querySelectorAll('.chip')].map((chip) => chip.ariaLabel)")
    assert "Samenwerken, markeringen: 2 (afgewezen, nog niet besloten)" in names
    said = page.text(".announcement")
    assert said.startswith("afgewezen: ")
    assert " · " in said  # the next one is said after it


@pytest.mark.slow
def test_what_a_key_says_takes_the_place_of_what_the_key_before_said(make_page):
    """Two keys may come so fast upon each other that no timer runs between them."""
    page = make_page()
    page.open("P01_2010")
    said = page.browser.execute_async_script(
        "const [done] = arguments; const press = (key) => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', { key, bubbles: true }));"
        "press('n'); Promise.resolve().then(() => {"
        " press('x'); done(document.querySelector('.announcement').textContent); });"
    )
    assert said.startswith("afgewezen: ")


@pytest.mark.slow
def test_what_was_found_is_in_sight_on_a_small_screen(make_page):
    page = make_page()
    page.open("P01_2010")
    with screen_of(page, 800, 600):
        page.keys("n", "a", "/")
        page.wait("return document.activeElement.id === 'search'")
        page.keys("samenwerken", webdriver.Keys.ENTER)
        page.wait("return document.querySelectorAll('.panel .quotes mark').length === 24")
        first = "document.querySelector('.panel .quotes mark').getBoundingClientRect()"
        assert page.browser.execute_script(f"return {first}.bottom < innerHeight && {first}.top > 0")
        page.browser.execute_script("document.querySelector('.side').scrollTop = 0")
        page.browser.execute_script("document.querySelector('#tab-trail').click()")
        page.wait("return document.querySelector('.trail li')?.getBoundingClientRect().top < innerHeight")


@pytest.mark.slow
def test_both_waves_can_be_read_at_200_percent(make_page):
    """A screen of 1,400 by 900 at 200 % is one of 700 by 450."""
    page = make_page()
    page.open("P01_2010")
    with screen_of(page, 700, 450):
        page.keys("n", "o")
        page.wait("return document.querySelector('.other .turn') !== null")
        free = page.browser.execute_script(
            "const other = document.querySelector('.pane.other').getBoundingClientRect();"
            "const side = getComputedStyle(document.querySelector('.side')).position;"
            "const [range] = CSS.highlights.get('focus'); const mark = document.createRange();"
            "mark.setStart(range.startContainer, range.startOffset); mark.setEnd(range.endContainer, range.endOffset);"
            "const box = mark.getBoundingClientRect();"
            "return [other.height, innerHeight - other.height, side, box.top >= 0 && box.bottom <= other.top];"
        )
        assert free[0] > 120
        assert free[1] > 180
        assert free[2:] == ["static", True]


@pytest.mark.slow
def test_who_codes_can_be_read_at_200_percent(make_page):
    """It said 'codeur…'."""
    page = make_page()
    page.open("P01_2010")
    with screen_of(page, 700, 500):
        shown = page.browser.execute_script(
            "const shown = document.querySelector('.top .coder');"
            "return [shown.innerText.trim(), shown.scrollWidth <= shown.clientWidth];"
        )
        assert shown == ["anna", True]
    assert page.browser.execute_script("return document.querySelector('.top .coder').innerText") == "codeur: anna"


@pytest.mark.slow
def test_a_new_code_that_is_refused_is_asked_for_again_with_what_was_typed(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("Zorg", webdriver.Keys.ENTER)
    page.wait("return document.querySelector('#new-definition') !== null")
    page.keys("Wie zorgt voor wie.")
    page.browser.execute_script("document.querySelector('#new-id').value = 'samen'")
    page.browser.find_element("css selector", "#new-definition").send_keys(webdriver.Keys.CONTROL, webdriver.Keys.ENTER)
    page.wait("return document.querySelector('dialog [role=alert]') !== null")
    assert "Dat lukte niet" in page.text("dialog [role=alert]")
    assert (
        page.browser.execute_script("return document.querySelector('#new-definition').value") == "Wie zorgt voor wie."
    )
    page.browser.execute_script("document.querySelector('#new-id').value = 'zorg'")
    page.browser.find_element("css selector", "dialog .main").click()
    page.wait("return [...document.querySelectorAll('.chip')].some((chip) => chip.textContent === 'Zorg')")
    page.saved()
    assert page.anna.codings["code"].tolist() == ["zorg"]
    assert "Wie zorgt voor wie." in (page.study / "themes.yaml").read_text("utf-8")


IN_SIGHT = """
const box = document.querySelector(arguments[0]).getBoundingClientRect();
const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
return box.top >= 0 && box.bottom <= innerHeight && top?.closest(arguments[0]) !== null;
"""


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("width", "height"), [(1400, 900), (800, 900), (700, 450)])
def test_what_matters_stays_in_sight_however_far_one_has_scrolled(make_page, width, height):
    """700 by 450 is a screen of 1,400 by 900 at 200 %."""
    page = make_page(answers=20)
    page.open("P01_2010")
    keys = webdriver.Keys
    with screen_of(page, width, height):
        page.keys("s", *[keys.ARROW_DOWN] * 15)
        coding = ".tools .main"
        assert page.browser.execute_script(IN_SIGHT, coding)
        page.browser.find_element("css selector", coding).click()
        page.wait("return document.querySelector('dialog input') !== null")
        page.keys("hand", keys.ENTER, "m")
        page.wait("return document.querySelector('#memo-text') !== null")
        page.keys("Denk hieraan.", keys.TAB, keys.ENTER)
        page.wait("return document.querySelector('.memo p') !== null")
        page.wait(f"return ((...arguments) => {{ {IN_SIGHT} }})('.memo p')")
        page.kill()
        page.keys("r", keys.ARROW_DOWN, "s", "r")
        page.wait("return !document.querySelector('.banner').hidden")
        assert page.browser.execute_script(IN_SIGHT, ".banner")
        if width > 700:  # below that the mark in focus lies under the interview
            page.browser.execute_script("document.querySelector('.side').scrollTop = 0")
            assert page.browser.execute_script(IN_SIGHT, ".mark-card .label")


def test_what_the_disk_refused_is_told_kept_and_saved_once_when_it_is_tried_again(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("n", "a")
    page.saved()
    file = page.study / "codings" / "anna.jsonl"
    file.rename(page.study / "anna.away")
    file.mkdir()
    page.keys("x")
    page.wait("return !document.querySelector('.banner').hidden")
    assert page.text(".banner").startswith("Niet opgeslagen: ")
    assert "anna.jsonl" in page.text(".banner")
    assert "In dit tabblad bewaard tot je het opnieuw probeert: 1." in page.text(".banner")
    assert page.text(".saved") == "nog niet opgeslagen: 1"
    file.rmdir()
    (page.study / "anna.away").rename(file)
    page.browser.find_element("css selector", ".banner button").click()
    page.saved()
    page.wait("return document.querySelector('.banner').hidden")
    assert page.anna.decisions["status"].tolist() == ["accepted", "rejected"]


@pytest.mark.slow
def test_a_key_that_can_do_nothing_here_says_why(make_page):
    page = make_page()
    page.open("P01_2010")

    def said_after(*keys: str) -> str:
        page.keys(*keys)
        return page.browser.execute_script("return document.querySelector('.announcement').textContent")

    assert said_after("a") == "Er is geen treffer in beeld; n gaat naar de volgende."
    assert said_after("s", "9") == "Toets 9 heeft nog geen code; c opent de lijst."
    page.keys("c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys("hand", webdriver.Keys.ENTER)
    page.saved()
    assert said_after("r").startswith("al gecodeerd: ")
    assert said_after("n", webdriver.Keys.DELETE) == "Een treffer wijs je af met x."
    assert len(page.anna.codings) == 1


@pytest.mark.sweep(1)
@pytest.mark.parametrize("address", ["#/interview/P09_2010", "#/interview/%", "#/next/geen"])
def test_an_address_that_leads_nowhere_says_so_and_what_was_shown_is_gone(make_page, address):
    page = make_page(answers=1)
    page.open("P01_2010")
    page.browser.execute_script("location.hash = arguments[0]", address)
    page.wait("return document.querySelector('h1')?.textContent === 'Hier valt niets te tonen'")
    assert page.browser.execute_script("return document.querySelectorAll('.turn').length") == 0
    why = page.text("main [role=alert]")
    assert why.strip(), why
    page.keys("a", "x")
    page.browser.find_element("css selector", "main a").click()
    page.wait("return document.querySelector('.grid') !== null")
    assert list_coders(page.study) == ()


@pytest.mark.sweep(1)
@pytest.mark.parametrize("key", ["c", "m"])
def test_a_click_beside_a_dialog_as_the_second_of_two_leaves_what_is_typed_to_its_field(make_page, key):
    page = make_page(answers=1)
    page.open("P01_2010")
    page.keys("s")
    button = "return [...document.querySelectorAll('.tools button')].find((one) => one.classList.contains('main'))"
    if key == "c":
        webdriver.ActionChains(page.browser).double_click(page.browser.execute_script(button)).perform()
    else:
        page.keys("m")
        mouse = webdriver.ActionChains(page.browser).w3c_actions
        mouse.pointer_action.move_to_location(5, 5).pointer_down().pointer_up()
        mouse.perform()
    page.wait("return document.querySelector('dialog[open]') !== null")
    page.keys("alleen")
    field = "return document.querySelector('dialog[open] :is(input, textarea)')"
    assert page.browser.execute_script(f"{field}.value") == "alleen"


@pytest.mark.slow
@pytest.mark.parametrize("width", [760, 800, 832])
def test_keys_is_no_line_of_the_bar_by_itself(make_page, width):
    page = make_page(answers=1)
    row = {"interview": "P01_2010", "start": 60, "end": 65, "code": "hand"}
    for coder in ("anna", "bert"):
        write_coding(page.study, row, coder=coder)
    with screen_of(page, width, 900):
        page.open("P01_2010")
        ends = "return [...document.querySelectorAll('.top button, .top .saved')]"
        middles = ".map((one) => one.getBoundingClientRect()).map((box) => [box.top + box.bottom, box.right])"
        boxes = page.browser.execute_script(ends + middles)
        assert max(middle for middle, _ in boxes) - min(middle for middle, _ in boxes) < 8
        assert max(right for _, right in boxes) <= width


@pytest.mark.slow
def test_no_line_breaks_within_the_name_of_a_program_or_an_option(make_page):
    page = make_page(answers=1)
    page.open()
    page.browser.execute_script("location.hash = '#/matrix/samen'")
    page.wait("return document.querySelectorAll('.command').length >= 3")
    for width in range(320, 620, 20):
        with screen_of(page, width, 900):
            lines = "return [...document.querySelectorAll('.command')].map((one) => one.getClientRects().length)"
            assert set(page.browser.execute_script(lines)) == {1}
    said = page.browser.execute_script("return document.querySelector('.head > .quiet').textContent")
    assert "bp-qual framework" in said
    assert "--coder" in said
