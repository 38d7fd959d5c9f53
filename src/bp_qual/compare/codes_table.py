"""The table of codes: the change of the group as rows, the verdict on each, and why a number is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.compare.choices import FEWEST_CHANGED, Choices
from bp_qual.compare.correction import Correction, with_correction
from bp_qual.compare.group import Group, mean_of
from bp_qual.compare.verdict import judge_codes
from bp_qual.statistics.intervals import share_interval
from bp_qual.statistics.thresholds import within_factor
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    import pandas as pd


def codes_table(
    group: Group, remarks: tuple[Remark, ...], choices: Choices, without_terms: tuple[str, ...] = (),
    correction: Correction | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Return the table of codes, each with the remarks that concern it as its note.

    Parameters
    ----------
    group : Group
        The change of the persons compared, with its tests.
    remarks : tuple of Remark
        From `remarks_on_codes`.
    choices : Choices
        Test, level and plan, which the verdict depends on.
    without_terms : tuple of str
        Codes that nobody looked for.
    correction : Correction, optional
        The change with the codebook's errors taken out; it stands beside the one as counted, and the verdict is on it.

    Returns
    -------
    DataFrame
        The table `codes` of `Comparison`: one row a code, in the order of the codebook. What cannot be computed is NaN,
        and the note says why.

    Examples
    --------
    >>> table = codes_table(comparison.group, (), comparison.choices)
    >>> table[["code", "up", "down", "same", "difference", "verdict"]].to_dict("records")[0]
    {'code': 'contact', 'up': 1, 'down': 0, 'same': 1, 'difference': 15.0, 'verdict': 'not tested'}
    """
    import pandas as pd

    differences, ratio = group.differences, group.ratio
    up, down = (group.changes > 0).sum(axis=0), (group.changes < 0).sum(axis=0)
    low, high = group.difference_limits
    persons = group.persons
    verdicts = judge_codes(group, choices, without_terms, correction).astype(object)
    notes = [tuple(remark for remark in remarks if remark.code == code) for code in group.codes]
    table = pd.DataFrame({
        "code": list(group.codes), "persons": persons, "up": up, "down": down, "same": persons - up - down,
        "rate_before": mean_of(group.before), "rate_after": mean_of(group.after), "difference": mean_of(differences),
        "difference_low": low, "difference_high": high, "ratio": ratio.value, "ratio_low": group.limits.low,
        "ratio_high": group.limits.high, "p": group.p[choices.test], "p_adjusted": group.p_adjusted,
        "verdict": verdicts, "note": notes,
    })  # fmt: skip
    return with_correction(table, correction)


def remarks_on_codes(
    group: Group, choices: Choices, without_terms: tuple[str, ...] = (), *, unfinished: bool = False
) -> Iterator[Remark]:
    r"""Yield for each code why a number is missing, how its p was corrected, and whether it was looked for at all.

    Parameters
    ----------
    group : Group
        The change of the persons compared, with its tests.
    choices : Choices
        Test, plan and what was asked when.
    without_terms : tuple of str
        Codes that nobody looked for.
    unfinished : bool
        Whether persons stay out because their coding is not finished: then that is why nobody is left.

    Yields
    ------
    Remark
        In the order of the codes; a code may have several.

    Examples
    --------
    >>> print(*remarks_on_codes(comparison.group, comparison.choices), sep="\n")
    too few for a test (1 changed; 6 needed)
    all 2010 mentions are from P02
    too few for a test (1 changed; 6 needed)
    only in 2010: no ratio
    """
    for column, code in enumerate(group.codes):
        if code in without_terms:
            yield Remark("not looked for", code)
            continue
        asked = choices.asked_once(code)
        if asked:
            yield Remark("asked once", code, {"wave": asked})
        persons = int(group.persons[column])
        if not persons:
            yield Remark("coded in nobody" if group.names or unfinished else "nobody compared", code)
            continue
        if persons < len(group.names):
            yield Remark("coded in some", code, {"coded": persons, "compared": len(group.names)})
        changed = int(group.changed[column])
        if changed < FEWEST_CHANGED:
            together = changed < int((group.changes[:, column] != 0).sum())
            kind = "too few households" if together else "too few changed"
            yield Remark(kind, code, {"changed": changed, "needed": FEWEST_CHANGED})
        elif choices.test == "t" and np.isnan(group.p["t"][column]) and not asked:
            yield Remark("no spread", code)
        elif choices.role(code) == "exploratory" and not asked:
            yield Remark("exploratory", code)
        if choices.margin and within_factor(group.equivalence.low, group.equivalence.high, choices.margin)[column]:
            limits = {"low": float(group.equivalence.low[column]), "high": float(group.equivalence.high[column])}
            yield Remark("stayed", code, {"margin": choices.margin, "level": choices.margin_level, **limits})
        yield from _remarks_on_ratio(group, column)


def _remarks_on_ratio(group: Group, column: int) -> Iterator[Remark]:
    code, persons = group.codes[column], int(group.persons[column])
    speakers = [int((rates[:, column] > 0).sum()) for rates in (group.before, group.after)]
    if not any(speakers):
        yield Remark("not mentioned", code)
        if persons > 1:
            yield Remark("none of so many", code, {"persons": persons, "percent": most_unseen(persons)})
    elif not all(speakers):
        yield Remark("one wave only", code, {"wave": group.waves[1 - speakers.index(0)]})
    elif persons > 1 and group.ratio.alone[column]:
        person, wave = group.names[group.ratio.leaning[column]], group.waves[speakers.index(1)]
        yield Remark("one person carries", code, {"person": person, "wave": wave})
    elif persons > 1 and np.nanmax(group.differences[:, column]) == np.nanmin(group.differences[:, column]):
        yield Remark("all alike", code)
    if persons == 1:
        yield Remark("one person", code)
    elif any(speakers) and not group.changed[column]:
        yield Remark("nobody differs", code, {"percent": most_unseen(persons)})


def most_unseen(persons: int, level: float = 0.95) -> int:
    """Return the largest percentage of such people who may do what none of so many persons did.

    >>> most_unseen(8)
    37
    """
    return round(100 * share_interval(0, persons, level=level)[1])
