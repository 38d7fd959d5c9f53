"""What can be told of a list of proposals before anybody reads it: that little is known, or nothing left is like it.

How many will fit cannot be told: where nothing more is said of a code, its list looks much like another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

FEW_KNOWN = 8  # known passages besides the definition, from which on it was measured how good a list is
HARDLY = 1 / 3  # no proposal is nearer than this share of what is known


def note_lists(table: pd.DataFrame, known: pd.DataFrame, say: Wording) -> dict[str, str]:
    """Return what is to be said of lists of proposals, by code.

    Parameters
    ----------
    table, known : DataFrame
        As in `Suggestions`.
    say : Wording
        The language.

    Returns
    -------
    dict of str to str
        That fewer than eight passages are known besides the definition; else, that none of the proposals is nearer to
        the known ones than a third of these are to each other. Of other codes nothing.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"code": ["money", "care", "home"], "above_known": [0.8, 0.02, 0.9]})
    >>> known = pd.DataFrame({"code": ["money", "care", "home"], "examples": 1, "by_person": [9, 9, 2], "hits": 0})
    >>> [*note_lists(table, known, Wording("en"))]
    ['care', 'home']
    """
    best = table.groupby("code", sort=False)["above_known"].max()
    sizes = known.set_index("code")[["examples", "by_person", "hits"]].sum(axis=1)
    found = {}
    for code, size in sizes.items():
        if code in best.index and size < FEW_KNOWN:
            found[str(code)] = say("suggest_few", n=int(size), few=FEW_KNOWN)
        elif code in best.index and best[code] <= HARDLY:
            found[str(code)] = say("suggest_hardly")
    return found
