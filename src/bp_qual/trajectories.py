"""Trajectories: what became of a theme in one person, and whether one interview each can show it.

One interview is a small sample of what a person could have said, and mentions of a theme come in clusters; so a label
of change needs evidence. Without it the label says only where the theme was heard.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.intervals import clustered_ratio

Floats = NDArray[np.float64]

TRAJECTORIES = ("emerged", "faded", "intensified", "receded", "persisted", "sporadic", "absent", "not covered")
FACTOR = 1.5
CLEAR = 0.05
FEWEST_MENTIONS = 5


def name_trajectories(
    before: Floats, after: Floats, words_before: Floats, words_after: Floats, covered: NDArray[np.bool_]
) -> NDArray[np.str_]:
    """Return what became of each code in each person, one of `TRAJECTORIES`.

    Parameters
    ----------
    before, after : array of persons x codes
        Mentions in the two waves.
    words_before, words_after : array of persons
        How much each person said.
    covered : array of persons
        Whether there is enough text in both waves; if not, `not covered`.

    Notes
    -----
    `emerged`, `faded`, `intensified` and `receded` ask for evidence of change: at least 5 mentions together, a rate
    that differs by a factor of 1.5 or more, and p at most .05. A theme heard in both waves without that evidence has
    `persisted`; in one of them it is `sporadic`; in none, `absent`.

    Examples
    --------
    >>> words = np.array([1000.0])
    >>> name_trajectories(np.array([[0.0, 2.0, 3.0]]), np.array([[40.0, 3.0, 0.0]]), words, words, np.array([True]))
    array([['emerged', 'persisted', 'sporadic']], dtype='<U11')
    """
    found = clustered_ratio(before, after, words_before[:, None], words_after[:, None])
    enough = (found.p <= CLEAR) & (np.nan_to_num(before + after) >= FEWEST_MENTIONS)
    more, less = enough & (found.value >= FACTOR), enough & (found.value <= 1 / FACTOR)
    cases = {
        "not covered": ~np.broadcast_to(covered[:, None], before.shape),
        "absent": (before == 0) & (after == 0),
        "emerged": more & (before == 0),
        "faded": less & (after == 0),
        "sporadic": (before == 0) | (after == 0),
        "intensified": more,
        "receded": less,
    }
    return np.select(list(cases.values()), list(cases), "persisted")
