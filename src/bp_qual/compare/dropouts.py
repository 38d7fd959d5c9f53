"""Dropouts: are those who could be interviewed twice like those who could not?

Who left may have changed otherwise than who stayed, and nothing in the interviews can tell. What can be told is how far
apart they were in the first wave, and how different the dropouts would have to be for the result to vanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.compare.choices import Choices
from bp_qual.compare.coverage import alike, compared_on
from bp_qual.compare.group import mean_of
from bp_qual.compare.inclusion import Inclusion
from bp_qual.compare.person_groups import groups_of, names_of
from bp_qual.panel.rates import Rates
from bp_qual.statistics.paired import standardised_difference
from bp_qual.statistics.thresholds import dropout_bound
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

DROPOUTS_COLUMNS = (
    "code", "completers", "dropouts", "rate_completers", "rate_dropouts", "difference", "smd", "change_completers",
    "tipping_point", "change_at_least", "note",
)  # fmt: skip
DROPOUTS_BY_COLUMNS = (
    "attribute", "group", "completers", "dropouts", "share_completers", "share_dropouts", "smd", "note",
)  # fmt: skip

_NO_SMD = (Remark("no smd"),)


def dropouts_table(rates: Rates, who: Inclusion, choices: Choices) -> pd.DataFrame:
    """Compare the dropouts with the completers in the first wave, code by code.

    Dropouts with fewer words than the floor are left out, as completers are, and named in the note.
    ``change_at_least`` is the least change of completers and dropouts together: no dropout can fall below 0.

    Parameters
    ----------
    rates : Rates
        Rates of everybody in the two waves.
    who : Inclusion
        Who completed both waves and who dropped out.
    choices : Choices
        The floor and the waves.

    Returns
    -------
    DataFrame
        code, completers, dropouts, rate_completers, rate_dropouts, difference, smd, change_completers, tipping_point,
        note. `smd` is the difference in standard deviations: beyond .25 or so the completers are not like everybody. It
        is NaN for a single person, or where nobody on a side differs. `tipping_point` is the change that the dropouts
        would have had to make for the change of all together to be nothing: nobody can know what they would have said,
        but one can judge how likely that is. No rows where nobody dropped out or nobody completed, nor for codes that
        none of them were coded for.

    Examples
    --------
    >>> comparison.dropouts[["code", "rate_completers", "rate_dropouts", "tipping_point"]].to_dict("records")[1]
    {'code': 'money', 'rate_completers': 0.75, 'rate_dropouts': 1.5, 'tipping_point': 1.5}
    """
    import pandas as pd

    enough = rates.words[:, 0] >= max(choices.floor, 1)
    dropouts = who.with_status("dropout")
    coded = compared_on(rates, who)[:, None]
    completers, left = np.where(coded, rates.rates[who.compared], np.nan), rates.rates[dropouts & enough, 0]
    short = [person for person, out in zip(who.persons, dropouts & ~enough, strict=True) if out]
    values = {"persons": short, "floor": choices.floor, "wave": choices.before}
    left_out = (Remark("dropouts left out", values=values),) if short else ()
    if not len(completers) or not len(left):
        return pd.DataFrame(columns=list(DROPOUTS_COLUMNS))
    first, changes = completers[:, 0], completers[:, 1] - completers[:, 0]
    change = mean_of(changes)
    stayed, dropped = np.isfinite(first).sum(axis=0), np.isfinite(left).sum(axis=0)
    own = [(gone[np.isfinite(gone)], kept[np.isfinite(kept)]) for gone, kept in zip(left.T, first.T, strict=True)]
    smd = [standardised_difference(*pair) for pair in own]
    tipping = -stayed * change / np.maximum(dropped, 1)
    bound = np.full(len(change), np.nan)
    for persons, columns in alike(np.isfinite(np.concatenate([first, left]))):
        here, gone = persons[persons < len(first)], persons[persons >= len(first)] - len(first)
        bound[columns] = dropout_bound(changes[np.ix_(here, columns)], left[np.ix_(gone, columns)])
    table = pd.DataFrame({
        "code": list(rates.codes), "completers": stayed, "dropouts": dropped,
        "rate_completers": mean_of(first), "rate_dropouts": mean_of(left),
        "difference": mean_of(left) - mean_of(first),
        "smd": smd, "change_completers": change, "tipping_point": tipping, "change_at_least": bound,
        "note": [(*(_NO_SMD if np.isnan(value) else ()), *left_out) for value in smd],
    })  # fmt: skip
    return table[(stayed > 0) & (dropped > 0)].reset_index(drop=True)


def dropouts_by_table(who: Inclusion, attributes: pd.DataFrame | None, choices: Choices) -> pd.DataFrame:
    """Compare the dropouts with the completers by their attributes: the share of each group among both.

    Parameters
    ----------
    who : Inclusion
        Who completed both waves and who dropped out.
    attributes : DataFrame or None
        A column person and any others, each of which divides the persons into groups.
    choices : Choices
        The waves; an attribute that changed counts as it was in the earlier one.

    Returns
    -------
    DataFrame
        attribute, group, completers, dropouts, share_completers, share_dropouts, smd (in standard deviations of a
        share). Empty without attributes, and where nobody dropped out.

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.compare import compare_waves
    >>> paid = pd.DataFrame({"person": ["P01", "P02", "P03"], "paid": ["no", "no", "yes"]})
    >>> compare_waves(panel, groups=paid).dropouts_by[["group", "completers", "dropouts"]].to_dict("records")
    [{'group': 'no', 'completers': 2, 'dropouts': 0}, {'group': 'yes', 'completers': 0, 'dropouts': 1}]
    """
    import pandas as pd

    rows: list[tuple[object, ...]] = []
    if attributes is not None and "dropout" in who.status:
        rows = [row for name in names_of(attributes) for row in _shares(attributes, name, who, choices)]
    return pd.DataFrame(rows, columns=list(DROPOUTS_BY_COLUMNS))


def _shares(attributes: pd.DataFrame, name: str, who: Inclusion, choices: Choices) -> Iterator[tuple[object, ...]]:
    groups = groups_of(attributes, name, who.persons, choices)
    own = {person: group for person, (group, _) in groups.items()}
    status = dict(zip(who.persons, who.status, strict=True))
    completers = [own[person] for person in own if status[person] == "compared"]
    left = [own[person] for person in own if status[person] == "dropout"]
    if not completers or not left:
        return
    for group in sorted(set(completers) | set(left)):
        stayed, dropped = completers.count(group) / len(completers), left.count(group) / len(left)
        spread = np.sqrt((stayed * (1 - stayed) + dropped * (1 - dropped)) / 2)
        smd = (dropped - stayed) / spread if spread > 0 else float("nan")
        note = () if spread > 0 else _NO_SMD
        yield (name, group, completers.count(group), left.count(group), stayed, dropped, smd, note)
