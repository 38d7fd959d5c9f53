"""Lists of proposals of which little may be expected: too little is known of the code, or nothing left is like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

FEW_KNOWN = 8  # known passages: with fewer it was not measured how good a list is
HARDLY = 0.1  # no proposal is more typical than this share of what is known


def find_poor(table: pd.DataFrame, known: pd.DataFrame) -> tuple[str, ...]:
    """Return the codes with proposals of which few may be expected to fit.

    Parameters
    ----------
    table, known : DataFrame
        As in `Suggestions`.

    Returns
    -------
    tuple of str
        Those of which fewer than eight passages are known, or none of whose proposals is more typical than a tenth of
        what is known.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"code": ["money", "care", "home"], "typical": [0.8, 0.02, 0.9]})
    >>> known = pd.DataFrame({"code": ["money", "care", "home"], "codebook": 1, "by_person": [9, 9, 2], "hits": 0})
    >>> find_poor(table, known)
    ('care', 'home')
    """
    best = table.groupby("code", sort=False)["typical"].max()
    sizes = known.set_index("code")[["codebook", "by_person", "hits"]].sum(axis=1)
    return tuple(
        code for code, size in sizes.items() if code in best.index and (size < FEW_KNOWN or not best[code] > HARDLY)
    )
