"""Courses over more than two waves: does a theme rise or fall over the years within persons, or come and go?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_BENT, FEWEST_CHANGED, Choices
from bp_qual.compare.coverage import alike
from bp_qual.compare.households import Households, numbered
from bp_qual.compare.sameness import find_changes
from bp_qual.compare.verdict import LIMIT
from bp_qual.panel.rates import Rates
from bp_qual.statistics.trend import Course, bend_test, shuffled_together, trend_test
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Floats = NDArray[np.float64]

TREND_COLUMNS = (
    "code", "persons", "slope", "p", "p_adjusted", "bend_persons", "bend", "bend_p", "bend_p_adjusted", "note",
)  # fmt: skip


def trend_table(rates: Rates, choices: Choices, households: Households = ()) -> pd.DataFrame:
    """Return the trend and the bend of every code over all waves.

    The trend is of everybody with enough words in two waves or more; the bend, of those with enough in three or more,
    tells what a trend cannot: that a theme comes and goes.
    The slope is per year where the waves are named by years, else per wave. Codes that the topic guide of some waves
    only asked for are not tested, nor corrected for. Where not all codes were coded in the same interviews, those that
    were are corrected for each other, and then for how many such sets there are (Bonferroni).

    Parameters
    ----------
    rates : Rates
        Rates of everybody in all waves.
    choices : Choices
        Floor, seed and number of permutations, and what was asked when.
    households : tuple of tuple of str
        Who belong together (`households_of`, over all waves): their waves are shuffled at once, and they count as one
        among those who changed.

    Returns
    -------
    DataFrame
        code, persons, slope, p, p_adjusted, the same four of the bend, note. Empty where there are only two waves: the
        comparison says it all.

    Examples
    --------
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
    persons, slope, p, adjusted, few = _tested(rates, choices, households, trend_test, 2, FEWEST_CHANGED)
    bent, bend, bend_p, bend_adjusted, few_bent = _tested(rates, choices, households, bend_test, 3, FEWEST_BENT)
    uneven = [choices.asked_unevenly(code, rates.waves) for code in rates.codes]
    return pd.DataFrame({
        "code": list(rates.codes), "persons": persons, "slope": slope, "p": p, "p_adjusted": adjusted,
        "bend_persons": bent, "bend": bend, "bend_p": bend_p, "bend_p_adjusted": bend_adjusted,
        "note": [_note(*why) for why in zip(uneven, few.tolist(), few_bent.tolist(), strict=True)],
    })  # fmt: skip


def _tested(
    rates: Rates, choices: Choices, households: Households, test: Callable[..., Course], waves: int, fewest: int
) -> tuple[Whole, Floats, Floats, Floats, Flags]:
    """Test the course of each code in everybody with enough words in so many waves.

    Given are how many persons that are, the size, p, p adjusted, and whether too few households changed for a test.
    """
    enough = np.where(rates.words >= max(choices.floor, 1), 1.0, np.nan)
    counted = rates.rates * enough[:, :, None]
    there = np.isfinite(counted).sum(axis=1) >= waves  # persons x codes
    asked = np.array([not choices.asked_unevenly(code, rates.waves) for code in rates.codes], dtype=bool)
    homes, options = numbered(households, rates.persons), {"draws": choices.draws, "seed": choices.seed}
    few, families, times = np.ones(len(asked), dtype=bool), 0, _times(rates.waves)
    size, p, adjusted = (np.full(len(asked), np.nan) for _ in range(3))
    for _, columns in alike(np.isfinite(counted).reshape(-1, len(asked))):
        rows = there[:, columns[0]]
        own, together = np.ascontiguousarray(counted[rows][:, :, columns]), homes[rows]
        changed = _count_changed_households(rates, rows, together, counted[:, :, columns[0]])
        few[columns] = changed[columns] < fewest
        size[columns] = test(own, times, households=together, draws=1).size  # of all codes; no shuffle changes it
        tested = asked[columns] & ~few[columns]
        if tested.any():
            found = test(own[:, :, tested], times, households=together, **options)
            p[columns[tested]], adjusted[columns[tested]], families = found.p, found.p_adjusted, families + 1
    return there.sum(axis=0), size, p, np.minimum(1.0, families * adjusted), few


def _note(uneven: str, few: bool, few_bent: bool) -> tuple[Remark, ...]:
    if uneven:
        return (Remark("asked once", values={"wave": uneven}),)
    if few:
        return (Remark("too few for a trend", values={"needed": FEWEST_CHANGED}),)
    return (Remark("too few for a bend", values={"needed": FEWEST_BENT}),) if few_bent else ()


def _count_changed_households(rates: Rates, there: Flags, households: Whole, coded: Floats) -> Whole:
    """How many households changed between any two of the waves that can be shuffled, for each code."""
    changed = np.zeros((int(there.sum()), len(rates.codes)), dtype=bool)
    sets = shuffled_together(np.isfinite(coded[there]), households)
    for early, late in combinations(range(len(rates.waves)), 2):
        exchanged = (sets[:, early] == sets[:, late]) & (sets[:, early] >= 0)
        steps = np.nan_to_num(find_changes(rates, early, late)[there])
        changed |= (steps != 0) & exchanged[:, None]
    homes = [changed[households == home].any(axis=0) for home in np.unique(households)]
    count: Whole = np.sum(homes, axis=0, dtype=np.int64) if homes else np.zeros(len(rates.codes), dtype=np.int64)
    return count


def strongest_trends(trend: pd.DataFrame, most: int = 3) -> pd.DataFrame:
    """Return the rows of the table `trend` with p of at most .05, strongest first, with how many codes were `tested`.

    >>> strongest_trends(comparison.trend).empty  # two waves have no trend
    True
    """
    tested = trend.dropna(subset=["p"]).sort_values(["p", "code"], kind="stable")
    return tested[tested["p"] <= LIMIT].head(most).assign(tested=len(tested))


def strongest_bends(trend: pd.DataFrame, waves: Sequence[str], most: int = 3) -> pd.DataFrame:
    """Return the codes of which clearly more, or less, is said in between than before as well as after.

    Parameters
    ----------
    trend : DataFrame
        From `trend_table`.
    waves : sequence of str
        All of them, in their order.
    most : int
        How many codes at most.

    Returns
    -------
    DataFrame
        The rows with `bend_p` of at most .05, strongest first, with ``p`` and ``p_adjusted`` of the bend and how many
        codes were ``tested``. What rises first and then stays is not among them.

    Examples
    --------
    >>> strongest_bends(comparison.trend, ("2010", "2020")).empty
    True
    """
    times = _times(waves)
    tested = trend.dropna(subset=["bend_p"]).sort_values(["bend_p", "code"], kind="stable")
    between = (tested["slope"] * (times[-1] - times[0])).abs() < 2 * tested["bend"].abs()
    found = tested[(tested["bend_p"] <= LIMIT) & between].head(most)
    return found.assign(p=found["bend_p"], p_adjusted=found["bend_p_adjusted"], tested=len(tested))


def _times(waves: Sequence[str]) -> Floats:
    """Give the years of the waves where they are named by years, else 0, 1, 2."""
    years = [float(wave) if wave.isdecimal() else np.nan for wave in waves]
    return np.array(years) if np.isfinite(years).all() else np.arange(float(len(waves)))
