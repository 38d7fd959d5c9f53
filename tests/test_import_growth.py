"""Lists with many codes or headings: twice as many take twice as long, and not four times."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bp_qual import import_codings
from processor_time import assert_keeps_step

TALK = "I: Hoe?\nR: Het was te veel werk. Een pan soep.\n"


def rows_of_codes(n: int) -> str:
    rng = random.Random(1)
    names = ("".join(rng.choices("aeiouklmnprst", k=9)) for _ in range(n))
    return "person,wave,code,quote\n" + "".join(f"P01,2010,{name},pan soep\n" for name in names)


def codes_in_a_cell(n: int) -> str:
    codes = ";".join(f"code{number}" for number in range(n))
    return f'person,wave,code,quote\nP01,2010,"{codes}",pan soep\n'


def headings(n: int) -> str:
    return f"person,wave,code,quote,{','.join(f'c{number}' for number in range(n))}\nP01,2010,a,pan soep\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "few"), [(rows_of_codes, 500), (codes_in_a_cell, 500), (headings, 5_000)], ids=["rows", "cell", "headings"]
)
def test_four_times_as_many_codes_or_headings_take_four_times_as_long(text: Callable[[int], str], few: int) -> None:
    def take(n: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (study := Path(folder) / "study").mkdir()
            (study / "P01_2010.txt").write_text(TALK, encoding="utf-8")
            (path := Path(folder) / "list.csv").write_text(text(n), encoding="utf-8")
            import_codings(path, study, coder="anna")

    take(10)
    assert_keeps_step(partial(take, 4 * few), partial(take, few), bound=7, share=4)
