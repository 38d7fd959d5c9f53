"""The width that a sample promises before anybody coded, and the one that comes out."""

from __future__ import annotations

import numpy as np
import pytest

from bp_qual import draw_sample
from bp_qual.coding.passages import cut_in_passages, pair_passages
from bp_qual.coding.within_passages import count_found
from bp_qual.statistics.corrected import correct_difference, weigh_units
from test_samples_beside import read_inputs, write_study


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> tuple:
    return read_inputs(write_study(tmp_path_factory.mktemp("study"), persons=6))


@pytest.mark.slow
@pytest.mark.parametrize("design", ["near-miss", "srs", "pps"])
@pytest.mark.parametrize("n", [36, 90, 144])
def test_the_promised_width_is_that_of_the_interval_where_errors_vary_as_guessed(
    inputs: tuple, design: str, n: int
) -> None:
    corpus, hits, _ = inputs
    rng, widths = np.random.default_rng(3), []
    passages = cut_in_passages(corpus)
    rows, person, wave, names = pair_passages(passages, "2010", "2020")
    weights = weigh_units(person, wave, np.ones(len(rows)), len(names))
    found = (count_found(passages, hits, ["money"])[0] > 0).astype(float)
    spread = np.where(found > 0, 0.4, 0.12)
    at = {place: row for row, place in enumerate(zip(passages["interview"], passages["start"], strict=True))}
    for seed in range(300):
        sample = draw_sample(*inputs, n=n, design=design, codes=["money"], seed=seed)
        drawn = [at[place] for place in zip(sample.units["interview"], sample.units["start"], strict=True)]
        human, chances = np.full(len(passages), np.nan), np.ones(len(passages))
        human[drawn] = found[drawn] + rng.normal(0, spread[drawn])
        chances[drawn] = sample.units["chance"]
        fixed = correct_difference(person, weights, found[rows], human[rows], chances[rows])
        widths.append((fixed.high - fixed.low) ** 2)
    promised = sample.widths.set_index("n").loc[n, "width"]
    assert np.sqrt(np.mean(widths)) == pytest.approx(promised, rel=0.1)
