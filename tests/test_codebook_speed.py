"""A large codebook is read at once: measured against PyYAML's C loader in the same run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from bp_qual.codebook import parse_codebook
from bp_qual.errors import CodebookError
from processor_time import at_most, seconds

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from bench_codebook import make_text


@pytest.mark.slow
def test_a_thousand_codes_take_a_few_times_as_long_as_pyyaml_alone():
    text = make_text(1_000)
    ratios = []
    for _ in range(3):
        plain = seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
        ratios.append(seconds(lambda: parse_codebook(text)) / plain)
        if ratios[-1] < 6:
            break
    assert min(ratios) < 6, ratios  # measured: 1.5, and up to 3.5 with coverage counted


@pytest.mark.slow
def test_thousands_of_mistakes_take_no_longer_than_a_person_waits():
    codes = "".join(f"  - {{id: c{i}, parent: q{i}, inclde: x, terms: [a~b]}}\n" for i in range(2_000))
    with at_most(5):
        try:
            parse_codebook(f"language: nl\ncodes:\n{codes}")
        except CodebookError as error:
            found = len(error.problems)
        assert found == 100
