"""Trajectories: what became of a theme in one person, and whether one interview each can show it.

One interview is a small sample of what a person could have said, and mentions of a theme come in clusters; so a label
of change needs evidence. Without it the label says only where the theme was heard. Where the evidence comes from is not
decided here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Texts = NDArray[np.str_]

TRAJECTORIES = ("emerged", "faded", "intensified", "receded", "persisted", "sporadic", "absent", "not covered")


def name_trajectories(before: Floats, after: Floats, changed: Flags, covered: Flags) -> Texts:
    """Return what became of each code in each person, one of `TRAJECTORIES`.

    Parameters
    ----------
    before, after : array of persons x codes
        Rates in the two waves; mentions alone would call a longer interview a rise.
    changed : array of persons x codes
        Whether the evidence of change is clear.
    covered : array of persons
        Whether there is enough text in both waves; if not, `not covered`.

    Returns
    -------
    array of persons x codes
        One of `TRAJECTORIES` in each cell.

    Notes
    -----
    With clear evidence: `emerged` (from nothing), `faded` (to nothing), `intensified`, `receded`. Without: `persisted`
    (heard in both waves), `sporadic` (in one of them), `absent` (in neither).

    Examples
    --------
    >>> before, after = np.array([[0.0, 2.0, 3.0, 0.0]]), np.array([[9.0, 3.0, 0.0, 0.0]])
    >>> name_trajectories(before, after, np.array([[True, False, False, False]]), np.array([True])).tolist()
    [['emerged', 'persisted', 'sporadic', 'absent']]
    """
    cases = {
        "not covered": ~np.broadcast_to(covered[:, None], before.shape),
        "absent": (before == 0) & (after == 0),
        "emerged": changed & (before == 0),
        "faded": changed & (after == 0),
        "sporadic": (before == 0) | (after == 0),
        "intensified": changed & (after > before),
        "receded": changed & (after < before),
    }
    return np.select(list(cases.values()), list(cases), "persisted")


def trace_path(mentions: Floats) -> str:
    """Return a code's course over all waves in one sign each: `+` heard, `0` not heard, `.` not covered.

    >>> trace_path(np.array([0.0, 3.0, np.nan, 1.0]))
    '0+.+'
    """
    return "".join("." if np.isnan(count) else "+" if count else "0" for count in mentions)
