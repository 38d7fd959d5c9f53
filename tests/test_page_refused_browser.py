"""What the file did not take of what a coder did, in a browser: it is told, kept, and never gone without a word."""

from __future__ import annotations

import sys
import time

import pytest

from chromium import NEEDS_CHROMIUM, webdriver
from page_builders import CODEBOOK
from page_in_browser import Page

pytestmark = NEEDS_CHROMIUM
SAID = "return document.querySelector('.announcement').textContent"
WITHOUT_HAND = CODEBOOK.replace("1.0.0", "1.1.0").replace("  - id: hand\n    label: Met de hand\n", "")
COLOURS = """
const found = {};
for (const [name, ranges] of CSS.highlights) {
  if (!name.startsWith('code-')) continue;
  const style = getComputedStyle(document.querySelector('.said'), `::highlight(${name})`);
  for (const { startContainer, startOffset, endOffset } of ranges) {
    const place = `${startContainer.parentElement.closest('.turn').dataset.turn}:${startOffset}-${endOffset}`;
    found[place] = `${style.textDecorationColor} ${style.backgroundColor}`;
  }
}
return found;
"""


def code_with(page: Page, name: str) -> None:
    page.keys("s", "c")
    page.wait("return document.querySelector('dialog input') !== null")
    page.keys(name, webdriver.Keys.ENTER)


def look_away(page: Page, *, is_hidden: bool = True) -> None:
    """Let the page not ask what changed on the disk, or let it again."""
    page.browser.execute_script(
        "Object.defineProperty(document, 'hidden', { value: arguments[0], configurable: true })", is_hidden
    )


def press_at_once(page: Page, *keys: str) -> None:
    """Press keys one upon the other, with nothing heard of the server between them."""
    page.browser.execute_script(
        "const pane = document.querySelector('.pane');"
        "for (const key of arguments) pane.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));",
        *keys,
    )


def click(page: Page, text: str) -> None:
    page.browser.execute_script(
        "[...document.querySelectorAll('.banner button')].find((one) => one.textContent === arguments[0]).click()", text
    )


def banner_has(page: Page, words: str) -> None:
    page.wait(f"return document.querySelector('.banner').textContent.includes({words!r})")


def test_what_was_coded_with_a_code_that_is_gone_is_kept_until_the_coder_decides(make_page):
    page = make_page()
    page.open("P01_2010")
    code_with(page, "hand")
    page.saved()
    book = page.study / "themes.yaml"
    look_away(page)
    book.write_text(WITHOUT_HAND, "utf-8")
    page.keys(webdriver.Keys.ARROW_DOWN, "s", "r")
    code_with(page, "alleen")
    banner_has(page, "Het codeboek is veranderd")
    page.kill()
    look_away(page, is_hidden=False)
    banner_has(page, "antwoordt niet meer")  # whatever else is to be decided
    banner_has(page, "Het codeboek is veranderd")
    page.start()
    page.wait("return !document.querySelector('.banner').textContent.includes('antwoordt niet meer')")
    click(page, "Met deze versie opslaan")
    banner_has(page, "Niet opgeslagen: 1.")
    assert "1. In het codeboek is er geen code 'hand'" in page.text(".banner")
    assert "Met de hand" in page.text(".banner")
    assert page.text(".saved") == "nog niet opgeslagen: 1"
    assert sorted(page.anna.codings["code"]) == ["alleen", "hand"]
    page.keys("r")
    page.wait("return document.querySelector('.saved').textContent === 'nog niet opgeslagen: 1'")
    book.write_text(CODEBOOK.replace("1.0.0", "1.2.0"), "utf-8")
    page.wait(f"return ((...arguments) => {{ {SAID} }})().includes('1.2.0')")
    click(page, "Probeer opnieuw")
    page.saved()
    page.wait("return document.querySelector('.banner').hidden")
    assert page.anna.codings["code"].tolist().count("hand") == 2


def test_what_was_refused_is_kept_over_a_reload_until_it_is_dropped_and_not_where_it_was_undone(make_page):
    page = make_page()
    page.open("P01_2010")
    code_with(page, "hand")
    page.saved()
    look_away(page)
    (page.study / "themes.yaml").write_text(WITHOUT_HAND, "utf-8")
    press_at_once(page, *["ArrowDown", "s", "r"] * 2, "u")  # before the page hears of the other codebook
    banner_has(page, "Het codeboek is veranderd")
    click(page, "Met deze versie opslaan")
    banner_has(page, "Niet opgeslagen: 1.")  # one was undone before it was refused
    page.browser.refresh()
    page.wait("return document.documentElement?.dataset.ready === 'true'")
    banner_has(page, "Niet opgeslagen: 1.")
    page.keys("r")
    assert page.browser.execute_script(SAID).startswith("‘hand’ staat niet meer in het codeboek")
    click(page, "Laat vervallen wat niet is opgeslagen")
    page.saved()
    assert len(page.anna.codings) == 1


@pytest.mark.slow
def test_colours_stay_with_their_code_when_the_codebook_changes(make_page):
    page = make_page()
    page.open("P01_2010")
    code_with(page, "hand")
    page.saved()
    before = page.browser.execute_script(COLOURS)
    book = CODEBOOK.replace("1.0.0", "1.1.0").replace("  - id: alleen\n    label: Alleen\n    terms: [alleen]\n", "")
    look_away(page)
    (page.study / "themes.yaml").write_text(book, "utf-8")
    page.keys(webdriver.Keys.ARROW_DOWN, "s", "r")
    banner_has(page, "Het codeboek is veranderd")
    gone = {before[place] for place in before} - set(page.browser.execute_script(COLOURS).values())
    assert len(gone) == 1  # of the code that is not there any more
    for saved in (False, True):
        if saved:
            click(page, "Met deze versie opslaan")
            page.saved()
            page.painted()
        now = page.browser.execute_script(COLOURS)
        assert len(now) > len(before) / 2
        assert {place for place in before if place in now and before[place] not in (now[place], *gone)} == set()


@pytest.mark.slow
def test_a_code_put_in_the_codebook_repaints_no_other_when_the_page_is_opened_anew(make_page):
    page = make_page()
    page.open("P01_2010")
    code_with(page, "hand")
    page.saved()
    before = page.browser.execute_script(COLOURS)
    assert len(set(before.values())) == 3
    book = CODEBOOK.replace("1.0.0", "1.1.0").replace("codes:\n", "codes:\n  - {id: eerst}\n  - {id: daarna}\n", 1)
    (page.study / "themes.yaml").write_text(book, "utf-8")
    page.kill()
    page.browser.get("about:blank")
    page.open("P01_2010")
    page.wait("return document.querySelector('h1')?.textContent === 'P01_2010'")
    page.wait("return [...CSS.highlights].some(([name, ranges]) => name.endsWith('-human') && ranges.size)")
    assert page.browser.execute_script("return fetch('/api/codebook').then((answer) => answer.text())").count("eerst")
    assert page.browser.execute_script(COLOURS) == before


@pytest.mark.slow
def test_what_is_saved_with_a_codebook_that_renamed_its_code_is_shown_by_its_label_at_once(make_page):
    page = make_page()
    page.open("P01_2010")
    code_with(page, "hand")
    page.saved()
    look_away(page)
    book = CODEBOOK.replace("1.0.0", "2.0.0").replace("- id: hand", "- id: handwerk") + "renamed: {hand: handwerk}\n"
    (page.study / "themes.yaml").write_text(book, "utf-8")
    page.keys(webdriver.Keys.ARROW_DOWN, "s", "r")
    banner_has(page, "Het codeboek is veranderd")
    look_away(page, is_hidden=False)
    page.keys("n", "a")
    page.wait("return document.querySelector('.chip.part') !== null")  # drawn, also after what was drawn unseen
    click(page, "Met deze versie opslaan")
    page.saved()
    chips = "return [...document.querySelectorAll('.chip')].map((chip) => chip.textContent.replace(/ ×.*/, ''))"
    page.wait(f"return ((...arguments) => {{ {chips} }})().filter((name) => name === 'Met de hand').length === 2")
    assert set(page.browser.execute_script(chips)) == {"Samenwerken", "Alleen", "Met de hand"}
    assert page.anna.codings["code"].tolist() == ["handwerk"] * 2


@pytest.mark.slow
def test_a_key_too_many_after_the_last_hit_decides_nothing(make_page):
    page = make_page(answers=1)
    page.open("P01_2010")
    page.keys("n", "a", "a", "a")
    page.saved()
    left = "return [...document.querySelectorAll('.tally')].map((one) => one.textContent).join()"
    assert "3 treffers, 3 nagekeken" in page.browser.execute_script(left)
    assert "geen treffers meer" in page.browser.execute_script(SAID)
    page.keys("x")
    assert page.browser.execute_script(SAID) == "Hier zijn geen treffers meer om over te besluiten."
    page.saved()
    assert page.anna.decisions["status"].tolist() == ["accepted"] * 3
    page.keys("j", "x")  # looked at again
    page.saved()
    assert page.anna.decisions["status"].tolist().count("rejected") == 1


@pytest.mark.slow
def test_a_memo_that_was_left_is_offered_again_about_the_same(make_page):
    page = make_page()
    page.open("P01_2010")
    page.keys("n", "m")
    page.wait("return document.querySelector('#memo-text') !== null")
    about = "return document.querySelector('#memo-about').selectedOptions[0].textContent"
    first = page.browser.execute_script(about)
    page.keys("Denk hieraan.", webdriver.Keys.ESCAPE)
    assert page.browser.execute_script(SAID) == "Wat je schreef is bewaard: m toont het weer."
    page.keys("n", "m")
    page.wait("return document.querySelector('#memo-text')?.value === 'Denk hieraan.'")
    assert page.browser.execute_script(about) == first
    page.keys(webdriver.Keys.TAB, webdriver.Keys.ENTER)
    page.saved()
    assert page.anna.memos["note"].tolist() == ["Denk hieraan."]
    page.keys("m")
    page.wait("return document.querySelector('#memo-text')?.value === ''")


@pytest.mark.skipif(sys.platform != "linux", reason="no limit on what another process writes can be set")
def test_on_a_full_disk_nothing_is_lost_and_the_coder_goes_on_when_there_is_room_again(make_page):
    from resource import RLIM_INFINITY, RLIMIT_FSIZE, prlimit

    page = make_page()
    page.open("P01_2010")
    page.keys("n", "a")
    page.saved()
    file = page.study / "codings" / "anna.jsonl"
    before = file.read_bytes()
    prlimit(page.process.pid, RLIMIT_FSIZE, (len(before) + 100, RLIM_INFINITY))  # room for part of a line
    page.keys("n", "x", "n", "x")
    code_with(page, "hand")
    banner_has(page, "In dit tabblad bewaard tot je het opnieuw probeert: 3.")
    assert page.text(".banner").startswith("Niet opgeslagen: ")
    assert "ruimte op de schijf" in page.text(".banner")
    assert page.text(".saved") == "nog niet opgeslagen: 3"
    assert file.read_bytes() == before
    click(page, "Probeer opnieuw")
    page.browser.refresh()
    page.wait("return document.documentElement?.dataset.ready === 'true'")
    banner_has(page, "In dit tabblad bewaard tot je het opnieuw probeert: 3.")
    assert file.read_bytes() == before
    prlimit(page.process.pid, RLIMIT_FSIZE, (RLIM_INFINITY, RLIM_INFINITY))
    click(page, "Probeer opnieuw")
    page.saved()
    page.wait("return document.querySelector('.banner').hidden")
    assert file.read_bytes().startswith(before)
    assert sorted(page.anna.decisions["status"]) == ["accepted", "rejected", "rejected"]
    assert page.anna.codings["code"].tolist() == ["hand"]
    page.open("P01_2020")
    page.keys("n", "a")
    page.saved()
    assert len(page.anna.decisions) == 4


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="no limit on what another process writes can be set")
def test_on_a_full_disk_nothing_is_said_to_be_done(make_page):
    from resource import RLIM_INFINITY, RLIMIT_FSIZE, prlimit

    page = make_page()
    page.open("P01_2010")
    page.keys("n", "a")
    page.saved()
    size = (page.study / "codings" / "anna.jsonl").stat().st_size
    prlimit(page.process.pid, RLIMIT_FSIZE, (size, RLIM_INFINITY))
    page.keys("d")
    banner_has(page, "In dit tabblad bewaard tot je het opnieuw probeert: 1.")
    assert page.browser.execute_script(SAID).startswith("Niet opgeslagen: ")
    time.sleep(0.5)  # sooner it would be a key that bounces
    page.keys("d")
    assert page.browser.execute_script(SAID).endswith(" · nog niet opgeslagen: 2")


SEND = """
const done = arguments[arguments.length - 1];
import(document.querySelector('script[src]').src.replace('main.js', 'outbox.js')).then(({ send }) => {
  let kept = 0;
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...given) { kept += !given[0].endsWith('own'); return set.apply(this, given); };
  for (const note of arguments[0]) send({ do: 'memo', note: note.word.repeat(note.times) });
  setTimeout(() => done(kept), 0);
}, (error) => done(String(error)));
"""


@pytest.mark.slow
def test_a_memo_too_long_to_save_is_refused_by_itself_and_what_is_around_it_is_saved(make_page):
    page = make_page()
    page.open("P01_2010")
    notes = [("first", 1), ("long ", 40_000), ("much ", 320_000), ("last", 1)]
    kept = page.browser.execute_async_script(SEND, [{"word": word, "times": times} for word, times in notes])
    assert kept == 1
    banner_has(page, "Deze tekst is te lang")
    banner_has(page, "much much")
    page.wait("return document.querySelector('.saved').textContent.includes('1')")
    stored = "".join(one.read_text("utf-8") for one in (page.study / "codings").glob("*.jsonl"))
    assert all(words in stored for words in ('"first"', '"last"', "long long"))
    assert "much much" not in stored
