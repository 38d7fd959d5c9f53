"""Measures: from counts and exposure to rates that do not depend on how long somebody spoke.

Every measure is a number for each person, wave and code; missing where the person was not interviewed or said nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.panel import Panel

Floats = NDArray[np.float64]

UNITS = {"mentions": ("mentions per 1,000 of their words", "vermeldingen per 1.000 van hun woorden")}
_DIGITS = 9


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """Rates and what they are made of, as arrays of persons x waves (x codes).

    ``rates`` and ``mentions`` are nan for who was not interviewed; ``words`` too. ``persons`` are all of the panel's.

    >>> from bp_qual.panel import make_panel
    >>> panel = make_panel([{"person": "P01", "wave": "2010", "code": "hokjes", "mentions": 3}],
    ...                    [{"person": "P01", "wave": "2010", "words": 1500}])
    >>> measure_rates(panel, ("2010",)).rates.tolist()
    [[[2.0]]]
    """

    persons: tuple[str, ...]
    waves: tuple[str, ...]
    codes: tuple[str, ...]
    words: Floats
    mentions: Floats
    rates: Floats


def measure_rates(panel: Panel, waves: Sequence[str], *, measure: str = "mentions") -> Rates:
    """Return the rates of every person of the panel in these waves.

    Parameters
    ----------
    panel : Panel
        The counts.
    waves : sequence of str
        Which waves, in this order.
    measure : str
        `mentions`: mentions per 1,000 respondent words.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> panel = make_panel([], [{"person": "P01", "wave": "2010", "words": 900}], codes=["hokjes"])
    >>> measure_rates(panel, ("2010", "2020")).words.tolist()
    [[900.0, nan]]
    """
    if measure not in UNITS:
        raise ValueError(f"there is no measure {measure!r}; there is {', '.join(UNITS)}")
    words, mentions = _tally(panel, tuple(waves))
    spoken = np.where(words > 0, words, np.nan)
    rates = np.round(1000.0 * mentions / spoken[:, :, None], _DIGITS)
    return Rates(panel.persons, tuple(waves), panel.codes, words, mentions, rates)


def _tally(panel: Panel, waves: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Lay the panel's rows out as persons x waves and persons x waves x codes."""
    person = {name: row for row, name in enumerate(panel.persons)}
    wave = {name: column for column, name in enumerate(waves)}
    words = np.full((len(person), len(wave)), np.nan)
    mentions = np.full((len(person), len(wave), len(panel.codes)), np.nan)
    counted = panel.counts["mentions"].to_numpy(dtype=float).reshape(len(panel.exposure), len(panel.codes))
    places = zip(panel.exposure["person"], panel.exposure["wave"], panel.exposure["words"], strict=True)
    for row, (who, when, said) in enumerate(places):
        if when in wave:
            words[person[who], wave[when]] = said
            mentions[person[who], wave[when]] = counted[row]
    return words, mentions
