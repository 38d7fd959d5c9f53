"""Leavers: are those who could be interviewed twice like those who could not?

Who left may have changed otherwise than who stayed, and nothing in the interviews can tell. What can be told is how far
apart they were in the first wave, and how different the leavers would have to be for the result to vanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.compare.choices import Choices
from bp_qual.compare.inclusion import Who
from bp_qual.compare.person_groups import groups_of, names_of
from bp_qual.panel.rates import Rates
from bp_qual.statistics.paired import standardised_difference

if TYPE_CHECKING:
    import pandas as pd

LEAVERS_COLUMNS = (
    "code", "stayers", "leavers", "rate_stayers", "rate_leavers", "difference", "smd", "change_stayers", "tipping",
    "note",
)  # fmt: skip
LEAVERS_BY_COLUMNS = (
    "attribute", "group", "stayers", "leavers", "share_stayers", "share_leavers", "smd", "note",
)  # fmt: skip

_NO_SMD = "one person or no spread on a side: no smd"


def leavers_table(rates: Rates, who: Who) -> pd.DataFrame:
    """Compare who left with who stayed, in the first wave, code by code.

    ``smd`` is the difference in standard deviations (beyond .25 or so, the stayers are not like everybody).
    ``tipping`` is the change the leavers would have had to make for the change of all together to be nothing: nobody
    can know what they would have said, but one can judge whether that is likely.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> places = [("P01", "1"), ("P01", "2"), ("P02", "1")]
    >>> words = [{"person": p, "wave": w, "words": 1000} for p, w in places]
    >>> counts = [{"person": p, "wave": w, "code": "a", "mentions": 3} for p, w in places[1:]]
    >>> compare_waves(make_panel(counts, words)).leavers[["code", "rate_leavers", "tipping"]].to_dict("records")
    [{'code': 'a', 'rate_leavers': 3.0, 'tipping': -3.0}]
    """
    import pandas as pd

    stayers, left = rates.rates[who.compared], rates.rates[who.having("leaver"), 0]
    left = left[np.isfinite(left).all(axis=1)]
    if not len(stayers) or not len(left):
        return pd.DataFrame(columns=list(LEAVERS_COLUMNS))
    first = stayers[:, 0]
    change = (stayers[:, 1] - first).mean(axis=0)
    smd = [standardised_difference(one, other) for one, other in zip(left.T, first.T, strict=True)]
    return pd.DataFrame({
        "code": list(rates.codes), "stayers": len(first), "leavers": len(left),
        "rate_stayers": first.mean(axis=0), "rate_leavers": left.mean(axis=0),
        "difference": left.mean(axis=0) - first.mean(axis=0),
        "smd": smd, "change_stayers": change, "tipping": -len(first) * change / len(left),
        "note": [_NO_SMD if np.isnan(value) else "" for value in smd],
    })  # fmt: skip


def leavers_by_table(who: Who, attributes: pd.DataFrame | None, choices: Choices) -> pd.DataFrame:
    """Compare who left with who stayed by what is known of them: each group's share among both.

    Columns: attribute, group, stayers, leavers, share_stayers, share_leavers, smd (in standard deviations of a share).

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> places = [("P01", "1"), ("P01", "2"), ("P02", "1")]
    >>> words = [{"person": p, "wave": w, "words": 1000} for p, w in places]
    >>> counts = [{"person": p, "wave": w, "code": "a", "mentions": 3} for p, w in places[1:]]
    >>> import pandas as pd
    >>> paid = pd.DataFrame({"person": ["P01", "P02"], "paid": ["no", "yes"]})
    >>> table = compare_waves(make_panel(counts, words), groups=paid).leavers_by
    >>> table[["group", "share_leavers"]].to_dict("records")
    [{'group': 'no', 'share_leavers': 0.0}, {'group': 'yes', 'share_leavers': 1.0}]
    """
    import pandas as pd

    rows: list[tuple[object, ...]] = []
    if attributes is not None and "leaver" in who.status:
        rows = [row for name in names_of(attributes) for row in _shares(attributes, name, who, choices)]
    return pd.DataFrame(rows, columns=list(LEAVERS_BY_COLUMNS))


def _shares(attributes: pd.DataFrame, name: str, who: Who, choices: Choices) -> Iterator[tuple[object, ...]]:
    groups = groups_of(attributes, name, who.persons, choices)
    own = {person: group for person, (group, _) in groups.items()}
    status = dict(zip(who.persons, who.status, strict=True))
    stayers = [own[person] for person in own if status[person] == "compared"]
    left = [own[person] for person in own if status[person] == "leaver"]
    if not stayers or not left:
        return
    for group in sorted(set(stayers) | set(left)):
        one, other = stayers.count(group) / len(stayers), left.count(group) / len(left)
        spread = np.sqrt((one * (1 - one) + other * (1 - other)) / 2)
        smd = (other - one) / spread if spread > 0 else float("nan")
        note = "" if spread > 0 else _NO_SMD
        yield (name, group, stayers.count(group), left.count(group), one, other, smd, note)
