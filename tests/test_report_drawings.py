"""The names beside the lines of the report's drawings."""

from __future__ import annotations

import pytest

from bp_qual.report.drawings import End, draw_slope


@pytest.mark.parametrize(
    ("person", "label"),
    [
        ("P01", "P01"),
        ("Linda Walsh", "Linda Walsh"),
        ("Samuel Adeyemi", "Samue…eyemi"),
        ("Anna Maria de Wit", "Anna…e Wit"),
        ("Respondent 12", "Respo…nt 12"),
    ],
)
def test_a_long_name_is_cut_beside_its_line_and_whole_in_what_a_pointer_shows(person: str, label: str) -> None:
    ends = [End(person, "a", f"{person}: 0 → 2", (0.0, 2.0))]
    (line,) = draw_slope(ends, (0.0, 2.0), waves=("2010", "2020"), caption="", step=str).lines
    assert line.label == label
    assert line.text.startswith(person)
