"""Courses over more than two waves: does a theme rise or fall over the years within persons?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, Choices
from bp_qual.panel.rates import Rates
from bp_qual.statistics.trend import trend_test
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

TREND_COLUMNS = ("code", "persons", "slope", "p", "p_adjusted", "note")


def trend_table(rates: Rates, choices: Choices) -> pd.DataFrame:
    """Return the trend of every code over all waves, of everybody with enough words in two or more of them.

    Columns: code, persons, slope, p, p_adjusted, note. The slope is per year where the waves are named by years, else
    per wave. Nothing where there are only two waves: the comparison says it all.

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
    found = trend_test(counted[there], times, draws=choices.draws, seed=choices.seed)
    few = _changing(counted[there]) < FEWEST_CHANGED
    remarks = (Remark("too few for a trend", values={"needed": FEWEST_CHANGED}),)
    return pd.DataFrame({
        "code": list(rates.codes), "persons": int(there.sum()), "slope": found.slope,
        "p": np.where(few, np.nan, found.p), "p_adjusted": np.where(few, np.nan, found.p_adjusted),
        "note": [remarks if short else () for short in few],
    })  # fmt: skip


def _changing(rates: NDArray[np.float64]) -> NDArray[np.int64]:
    """How many persons have a rate that differs between any two waves, for each code."""
    if not len(rates):
        return np.zeros(rates.shape[2], dtype=np.int64)
    high = np.where(np.isfinite(rates), rates, -np.inf).max(axis=1)
    low = np.where(np.isfinite(rates), rates, np.inf).min(axis=1)
    count: NDArray[np.int64] = (high > low).sum(axis=0)
    return count
