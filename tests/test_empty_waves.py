"""A round in which nobody was interviewed is no round of a trend, and is told of once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bp_qual.compare import compare_waves
from bp_qual.panel import Panel, make_panel
from bp_qual.study.checking import check_study

WAVES = ("2010", "2015", "2020")


def panel_of_two() -> Panel:
    persons = [f"P{number}" for number in range(1, 8)]
    words = [{"person": p, "wave": w, "words": 2000} for p in persons for w in ("2010", "2020")]
    counts = [
        {"person": p, "wave": w, "code": "a", "mentions": n} for p in persons for w, n in (("2010", 2), ("2020", 9))
    ]
    return make_panel(counts, words)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_two_waves_with_an_empty_one_between_them_are_a_comparison_of_two(language: str) -> None:
    plain = panel_of_two()
    said, known = (compare_waves(p, language=language) for p in (replace(plain, waves=WAVES), plain))
    assert str(said) == str(known)
    assert said.panel.waves == ("2010", "2020")
    assert said.trend.empty
    assert said.paths.empty
    assert list(said.persons.columns) == list(known.persons.columns)


def test_a_wave_with_an_interview_that_cannot_be_read_stays() -> None:
    panel = replace(panel_of_two(), waves=WAVES, unread=frozenset({("P1", "2015")}))
    assert compare_waves(panel).panel.waves == WAVES


def test_an_empty_wave_that_was_asked_for_stays() -> None:
    panel = replace(panel_of_two(), waves=WAVES)
    assert compare_waves(panel, after="2015").panel.waves == WAVES


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_note_names_the_waves_without_an_interview(tmp_path: Path, language: str) -> None:
    (tmp_path / "study.yaml").write_text('waves: ["2010", "2015", "2020", "2025"]\n', encoding="utf-8")
    for wave in ("2010", "2020"):
        (tmp_path / f"P01_{wave}.txt").write_text("I: En?\nR: Ja, dat was toen.\n", encoding="utf-8")
    told = [note for note in check_study(tmp_path, language=language).notes if "2015" in note]
    assert len(told) == 1
    assert "2015, 2025" in told[0]
    assert "study.yaml" in told[0]
