"""A researcher's hour: the sample study coded by hand through the page, and compared with the machine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import code_sample_by_hand as hour


@pytest.mark.slow
def test_the_comparison_by_hand_in_the_docs_is_what_the_page_and_compare_give(tmp_path: Path) -> None:
    """Otherwise run: python benchmarks/code_sample_by_hand.py --write."""
    for language, table in hour.make_tables(tmp_path).items():
        shown = hour.PAGES[language].read_text("utf-8").partition(hour.BEGIN)[2].partition(hour.END)[0]
        assert shown.strip() == table.strip()
        assert table.count("\n| ") > 1, "the reader changed nothing"
