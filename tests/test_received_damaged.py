"""Damaged projects, lists, sheets and codings of others: refused in one line, or read; no traceback."""

from __future__ import annotations

import random
import warnings

import pytest

from bp_qual.errors import BpQualError
from bp_qual.readers import NOT_UNDERSTOOD, read_data
from reader_samples import WORDS, damage, words_left
from received_samples import make_received, make_shapes, read_other

SHAPES, OTHERS = make_shapes(), make_received()


@pytest.mark.parametrize("name", SHAPES)
def test_the_sample_of_every_service_is_read_whole(name: str) -> None:
    reading = read_data(SHAPES[name], where=name)
    assert [word for word in WORDS if word not in reading.text] == []
    assert NOT_UNDERSTOOD not in reading.remainders


@pytest.mark.parametrize("name", OTHERS)
def test_every_word_of_a_sound_file_comes_in(name: str) -> None:
    whole, told = read_other(name, OTHERS[name])
    assert [word for word in words_left(OTHERS[name]) if word not in whole] == []
    assert not told


@pytest.mark.sweep(6)
@pytest.mark.parametrize("name", [*SHAPES, *OTHERS])
def test_a_damaged_file_is_read_or_refused_with_its_name(name: str) -> None:
    for number in range(12):
        data = damage({**SHAPES, **OTHERS}[name], random.Random(f"{name}/{number}"))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # of openpyxl
                read_data(data, where=name) if name in SHAPES else read_other(name, data)
        except BpQualError as err:
            assert name in str(err)  # noqa: PT017
