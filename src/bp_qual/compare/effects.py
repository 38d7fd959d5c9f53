"""Per-code effect sizes, alternative tests, leave-one-out influence, and the means of everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import Choices
from bp_qual.compare.group import Group, corrected, mean_of
from bp_qual.panel.rates import Rates
from bp_qual.statistics.paired import dz, rank_biserial
from bp_qual.statistics.permutation import smallest_p
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]


def effects_table(group: Group, rates: Rates, choices: Choices) -> pd.DataFrame:
    """Return each code's effect sizes, alternative tests and leave-one-out influence.

    Parameters
    ----------
    group : Group
        The change of the persons compared, with its tests.
    rates : Rates
        Rates of everybody, for the means of all persons in a wave.
    choices : Choices
        The test chosen, the plan and the floor.

    Returns
    -------
    DataFrame
        One row a code. `role` is `confirmatory` for codes of the plan, `exploratory` for others beside a plan,
        `unplanned` without one; `smallest_p` is the least p that the sign-flip test could give; `p_permutation`,
        `p_wilcoxon` and `p_t` are three tests of the same change, `p_holm` and `p_bh` the chosen one corrected in two
        other ways; `dominance` is the share of rises minus that of falls; `leaning_on` is the person without whom the
        ratio would move most, `ratio_without` the ratio of the others. `all_before`, `all_after` and `all_ratio` are of
        everybody interviewed in that wave, whose composition may differ. Untested codes have NaN for p.

    Examples
    --------
    >>> comparison.effects[["code", "role", "dominance", "leaning_on"]].to_dict("records")[0]
    {'code': 'contact', 'role': 'unplanned', 'dominance': 0.5, 'leaning_on': 'P02'}
    """
    import pandas as pd

    columns = [column[np.isfinite(column)] for column in group.changes.T]
    coded = [len(column) > 0 for column in columns]
    ratio, chosen = group.ratio, group.p[choices.test]
    frame = pd.DataFrame({
        "code": list(group.codes), "role": [choices.role(code) for code in group.codes], "changed": group.changed,
        "smallest_p": np.where(coded, [smallest_p(int(count)) for count in group.changed], np.nan),
        **{f"p_{test}": values for test, values in group.p.items()},
        "p_holm": corrected(chosen, "Holm"), "p_bh": corrected(chosen, "Benjamini-Hochberg"),
        "dominance": mean_of(np.sign(group.changes)), "dz": [dz(column) for column in columns],
        "rank_biserial": [rank_biserial(column) for column in columns],
        "leaning_on": [group.names[row] if row >= 0 else "" for row in ratio.leaning],
        "ratio_without": ratio.without, **_everybody(rates, choices.floor),
    })  # fmt: skip
    return frame.assign(
        note=[_note(row, someone) for row, someone in zip(frame.to_dict("records"), coded, strict=True)]
    )


def _everybody(rates: Rates, floor: int) -> dict[str, NDArray[np.int64] | Floats]:
    """The means of all who said enough in a wave and were coded, whether or not they were there in the other."""
    there = [rates.rates[rates.words[:, column] >= max(floor, 1), column] for column in (0, 1)]
    before, after = map(mean_of, there)
    both = (before > 0) & (after > 0)
    ratio = np.divide(after, before, out=np.full(len(both), np.nan), where=both)
    return {
        "persons_before": np.isfinite(there[0]).sum(axis=0), "persons_after": np.isfinite(there[1]).sum(axis=0),
        "all_before": before, "all_after": after, "all_ratio": ratio,
    }  # fmt: skip


def _note(row: dict[str, float], coded: bool) -> tuple[Remark, ...]:
    """Say why numbers of a row are missing; of a code that nobody compared was coded for the table of codes says it."""
    if not coded:
        return (Remark("untested here"),)
    gaps = {name for name, value in row.items() if value != value}
    reasons = {
        "untested here": "p_permutation" in gaps,
        "no spread of changes": "dz" in gaps,
        "nobody's rate changed": "rank_biserial" in gaps,
        "no ratio of the others": "ratio_without" in gaps,
        "no ratio of everybody": "all_ratio" in gaps,
    }
    return tuple(Remark(kind) for kind, applies in reasons.items() if applies)
