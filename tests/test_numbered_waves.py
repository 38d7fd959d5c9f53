"""Waves that are called 1 and 2 are no counts: a sentence, a heading and the page say wave 1 and wave 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from bp_qual.compare import compare_waves
from bp_qual.panel import make_panel
from bp_qual.report.html import render_report
from bp_qual.study.gathering import gather_study
from bp_qual.wording import Remark, Wording
from bp_qual.wording.page_texts import say_page

WORDS = [{"person": person, "wave": wave, "words": 900} for person in "ABCDEFGH" for wave in "12"]
COUNTS = [
    {"person": person, "wave": wave, "code": "a", "mentions": 2 * int(wave) + place % 3}
    for place, person in enumerate("ABCDEFGH")
    for wave in "12"
]


@pytest.mark.parametrize(("language", "first", "second"), [("en", "wave 1", "wave 2"), ("nl", "ronde 1", "ronde 2")])
def test_a_wave_called_1_is_called_wave_1_in_sentences(language: str, first: str, second: str) -> None:
    say = Wording(language)
    assert (say.wave("1"), say.wave("12"), say.wave("2020"), say.wave("after")) == (
        first, first + "2", "2020", "after",
    )  # fmt: skip
    assert first in say("only_in", wave="1")
    assert say("from_to", before="1", after="2").endswith(f"{first} {'to' if language == 'en' else 'naar'} {second}")
    said = Remark("interviewed too", values={"person": "A", "waves": ("2", "3")}).say(language)
    assert second in said
    assert "3" in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_text_that_says_wave_before_the_gap_does_not_say_it_twice(language: str) -> None:
    said = [
        Remark(
            "outside the window",
            values={"interview": "A_1", "date": "2020-01-01", "wave": "1", "start": "2010", "end": "2011"},
        ).say(language),
        Wording(language)("glance_study", name="x", persons=2, interviews=2, waves=("1", "2")),
    ]
    for text in said:
        assert not any(twice in text for twice in ("wave wave", "waves wave", "ronde ronde", "rondes ronde"))
        assert "1" in text


@pytest.mark.slow
@pytest.mark.parametrize(("language", "first"), [("en", "wave 1"), ("nl", "ronde 1")])
def test_the_report_and_the_tables_never_call_a_wave_by_a_number_alone(language: str, first: str) -> None:
    change = compare_waves(make_panel(COUNTS, WORDS), language=language)
    page = html.fromstring(render_report(change, title="Study"))
    for element in page.iter():
        if element.tag in ("th", "h4") or "wave-name" in (element.get("class") or "") or element.get("class") == "wave":
            assert (element.text or "").strip(" :") not in ("1", "2"), html.tostring(element)
    text = page.text_content()
    assert first in text
    for bare in ("in 1 ", "in 1,", "in 1.", "from 1 to", "van 1 naar", "in 2:", "in 2 "):
        assert bare not in text
    assert first in change.summary(title="Study")


def test_the_page_has_the_same_name_for_a_wave() -> None:
    assert say_page("nl")["numbered_wave"] == Wording("nl").wave("{number}").replace("{number}", "ronde {number}")


def test_what_is_typed_keeps_the_wave_as_it_is(tmp_path: Path) -> None:
    table = "file,person,wave\na.txt,Anna,1\nb.txt,Anna,2\nc.txt,Dirk,1\n"
    (tmp_path / "interviews.csv").write_text(table, encoding="utf-8")
    for name in ("a.txt", "b.txt", "c.txt", "Dirck, ronde 2.txt"):
        (tmp_path / name).write_text("I: Hoe?\nR: Goed.\n", encoding="utf-8")
    (told,) = [note.say("nl") for note in gather_study(tmp_path)[0].notes if "Dirck" in note.say("nl")]
    assert told.endswith(",Dirck,2")
