"""Courses over more than two waves: does a theme rise or fall over the years within persons?"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, Choices
from bp_qual.compare.sameness import settle_differences
from bp_qual.compare.verdict import LIMIT
from bp_qual.panel.rates import Rates
from bp_qual.statistics.trend import trend_test
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

TREND_COLUMNS = ("code", "persons", "slope", "p", "p_adjusted", "note")


def trend_table(rates: Rates, choices: Choices) -> pd.DataFrame:
    """Return the trend of every code over all waves, of everybody with enough words in two or more of them.

    Columns: code, persons, slope, p, p_adjusted, note. The slope is per year where the waves are named by years, else
    per wave. Codes that the topic guide of some waves only asked for are not tested, nor corrected for. Nothing where
    there are only two waves: the comparison says it all.

    >>> from bp_qual.panel.rates import measure_rates
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 1000} for wave in ("2010", "2015", "2020")]
    >>> panel = make_panel([{"person": "P01", "wave": "2020", "code": "a", "mentions": 5}], words)
    >>> trend_table(measure_rates(panel, panel.waves), Choices("2010", "2020"))[["code", "slope"]].to_dict("records")
    [{'code': 'a', 'slope': 0.5}]
    """
    import pandas as pd

    if len(rates.waves) < 3:
        return pd.DataFrame(columns=list(TREND_COLUMNS))
    years = [float(wave) if wave.isdecimal() else np.nan for wave in rates.waves]
    times = np.array(years) if np.isfinite(years).all() else np.arange(float(len(rates.waves)))
    enough = np.where(rates.words >= max(choices.floor, 1), 1.0, np.nan)
    counted = rates.rates * enough[:, :, None]
    there = np.isfinite(enough).sum(axis=1) >= 2
    uneven = [choices.asked_unevenly(code, rates.waves) for code in rates.codes]
    few = _changing(rates, there, enough) < FEWEST_CHANGED
    tested = ~few & np.array([not waves for waves in uneven], dtype=bool)
    slope = trend_test(counted[there], times, draws=choices.draws, seed=choices.seed).slope
    p, adjusted = np.full(len(few), np.nan), np.full(len(few), np.nan)
    if tested.any():
        found = trend_test(counted[there][:, :, tested], times, draws=choices.draws, seed=choices.seed)
        p[tested], adjusted[tested] = found.p, found.p_adjusted
    return pd.DataFrame({
        "code": list(rates.codes), "persons": int(there.sum()), "slope": slope, "p": p, "p_adjusted": adjusted,
        "note": [_note(waves, bool(lacking)) for waves, lacking in zip(uneven, few, strict=True)],
    })  # fmt: skip


def _note(uneven: str, few: bool) -> tuple[Remark, ...]:
    if uneven:
        return (Remark("asked once", values={"wave": uneven}),)
    return (Remark("too few for a trend", values={"needed": FEWEST_CHANGED}),) if few else ()


def _changing(rates: Rates, there: NDArray[np.bool_], enough: NDArray[np.float64]) -> NDArray[np.int64]:
    """How many persons changed between any two of their waves, for each code."""
    changed = np.zeros((int(there.sum()), len(rates.codes)), dtype=bool)
    for early, late in combinations(range(len(rates.waves)), 2):
        steps = settle_differences(rates, early, late) * (enough[:, early] * enough[:, late])[:, None]
        changed |= np.nan_to_num(steps[there]) != 0
    count: NDArray[np.int64] = changed.sum(axis=0)
    return count


def strongest_trends(trend: pd.DataFrame, most: int = 3) -> pd.DataFrame:
    """Return the rows of the table `trend` with p of at most .05, strongest first, with how many codes were `tested`.

    >>> strongest_trends(comparison.trend).empty  # two waves have no trend
    True
    """
    tested = trend.dropna(subset=["p"]).sort_values(["p", "code"], kind="stable")
    return tested[tested["p"] <= LIMIT].head(most).assign(tested=len(tested))
