"""Sameness: when a person's two rates count as the same, although the interviews were not equally long."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bp_qual.panel.rates import DIGITS, Rates

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

HALF_A_UNIT = 0.5


def find_changes(rates: Rates, before: int = 0, after: int = 1) -> Floats:
    """Return the later rate minus the earlier one for every person and code, and exactly 0 where they are the same.

    Two mentions in 2,000 words and two in 1,999 are the same: length alone makes nobody change. Who is counted as up,
    down or same, and among the six changed persons that a test needs, is counted by this.

    Parameters
    ----------
    rates : Rates
        As measured; NaN for persons who were not interviewed, which stay NaN.
    before, after : int
        The columns of the two waves in ``rates.waves``.

    Returns
    -------
    array of persons x codes
        In units of the measure.

    Notes
    -----
    A difference is set against what one unit of the measure (a mention; a sentence or turn with the theme) makes in the
    shorter of the two interviews. Below half a unit it is none: cut to the length of the shorter interview, the longer
    one would hold the same whole number. Where both interviews hold equally many units, it is none below a whole unit.
    Shares of stretches of equal length (`presence`) do not depend on length and are the same only if they are equal.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> from bp_qual.panel.rates import measure_rates
    >>> words = [{"person": "P1", "wave": wave, "words": said} for wave, said in (("1", 2000), ("2", 1999))]
    >>> counts = [{"person": "P1", "wave": wave, "code": "a", "mentions": 2} for wave in "12"]
    >>> rates = measure_rates(make_panel(counts, words), ("1", "2"))
    >>> find_changes(rates).tolist()
    [[0.0]]
    """
    differences = np.round(rates.rates[:, after] - rates.rates[:, before], DIGITS)
    units = rates.units[:, [before, after]]
    largest = units.max(axis=1)[:, None]
    own = rates.rates[:, [before, after]]
    counts = np.divide(own, units[:, :, None], out=np.zeros_like(own), where=units[:, :, None] > 0)
    equal = np.round(counts[:, 0] - counts[:, 1], 6) == 0
    size = np.abs(differences)
    same = (size < HALF_A_UNIT * largest) | (equal & (size < largest))
    return np.where(same, 0.0, differences)
