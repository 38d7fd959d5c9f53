"""A large codebook is read at once: measured against PyYAML's C loader in the same run."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import yaml

from bp_qual.codebook import parse_codebook
from bp_qual.errors import CodebookError
from processor_time import seconds

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from bench_codebook import make_text


def test_a_thousand_codes_take_less_than_a_tenth_of_a_second_more_than_pyyaml():
    text = make_text(1_000)
    differences = []
    for _ in range(3):
        plain = seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
        differences.append(seconds(lambda: parse_codebook(text)) - plain)
        if differences[-1] < 0.1:
            break
    assert min(differences) < 0.1, differences


def test_thousands_of_mistakes_take_no_longer_than_a_person_waits():
    codes = "".join(f"  - {{id: c{i}, parent: q{i}, inclde: x, terms: [a~b]}}\n" for i in range(2_000))
    start = time.process_time()
    try:
        parse_codebook(f"language: nl\ncodes:\n{codes}")
    except CodebookError as error:
        found = len(error.problems)
    assert found == 100
    assert time.process_time() - start < 5
