"""A problem within a sentence has one blank behind its place; the drawing of a narrow report keeps its numbers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from lxml import html

from bp_qual.compare import compare_waves, run_settings
from bp_qual.errors import Problem
from bp_qual.panel import make_panel
from bp_qual.report.html import render_report
from bp_qual.wording import Remark, Wording
from bp_qual.wording.settings import SAID_ELSEWHERE, SETTINGS, describe_settings


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_problem_within_a_sentence_has_no_double_blank(language: str) -> None:
    problem = Problem("El Idrissi 2010.doc", "old word not read")
    said = [
        Wording(language)("cli_not_read", problem=problem),
        Remark("entry not read", values={"why": problem}).say(language),
    ]
    for text in said:
        assert "El Idrissi 2010.doc is " in text
    assert problem.say(language).startswith("El Idrissi 2010.doc  is ")


def test_a_seed_has_its_dutch_name() -> None:
    assert describe_settings({"seed": 1}, Wording("nl")) == [("startgetal (seed)", "1")]


def test_each_drawing_of_a_narrow_report_has_the_numbers_of_its_axis() -> None:
    counts = [
        {"person": person, "wave": wave, "code": code, "mentions": 1 + (wave == "2020") * 2 + place % 2}
        for place, person in enumerate("ABCDEFGH")
        for wave in ("2010", "2020")
        for code in ("a", "b")
    ]
    words = [{"person": person, "wave": wave, "words": 900} for person in "ABCDEFGH" for wave in ("2010", "2020")]
    page = html.fromstring(render_report(compare_waves(make_panel(counts, words)), title="Study"))
    head, *own = page.find_class("axis")
    ticks = [text.text for text in head.iter("text")]
    assert ticks
    assert [[text.text for text in axis.iter("text")] for axis in own] == [ticks, ticks]
    style = page.find(".//style").text
    wide, _, narrow = style.partition("@media screen and (max-width: 66rem)")
    assert ".own-axis { display: none; }" in wide
    assert ".own-axis { display: block; }" in narrow


def test_every_setting_that_a_run_records_has_a_name_for_its_reader() -> None:
    """Found in the code: many a setting is there only where several coders count, or codings were imported."""
    tree = ast.parse(Path(run_settings.__file__).read_text("utf-8"))
    returned = [node for node in ast.walk(tree) if isinstance(node, ast.Dict | ast.Assign)]
    keys = {key.value for node in returned if isinstance(node, ast.Dict) for key in node.keys if key is not None}
    for node in returned:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            keys.add(node.targets[0].slice.value)
    assert {"passages_settled", "imported", "proposed", "before", "sample"} <= keys
    assert keys - set(SETTINGS) - set(SAID_ELSEWHERE) == set()


@pytest.mark.parametrize(
    ("persons", "changed", "why"),
    [(4, 4, "With 4 persons compared no test is possible"), (9, 5, "A test needs at least 6 persons who changed")],
)
def test_a_report_in_which_nothing_was_tested_says_why_at_the_top_and_once(
    persons: int, changed: int, why: str
) -> None:
    names = [f"P{number:02}" for number in range(persons)]
    counts = [
        {"person": person, "wave": wave, "code": "a", "mentions": 2 + 3 * (wave == "2020" and place < changed)}
        for place, person in enumerate(names)
        for wave in ("2010", "2020")
    ]
    words = [{"person": person, "wave": wave, "words": 900} for person in names for wave in ("2010", "2020")]
    page = html.fromstring(render_report(compare_waves(make_panel(counts, words)), title="Study"))
    said = [" ".join(text.text_content().split()) for text in page.iter("p", "li")]
    assert [place for place, text in enumerate(said) if why in text] == [
        next(place for place, text in enumerate(said) if text.startswith("1 code could not be tested."))
    ]
    assert sum("read this as description" in text for text in said) == 1
