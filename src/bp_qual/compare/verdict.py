"""The verdict: what a change is called, of a code in the group and of a code in one person.

Decided here and nowhere else. Tables carry the word in a column; summary, report, pictures and methods show that
column. `RULES` says in one sentence each when a word is given; docs, report and terminal print it
(`bp_qual.wording.verdicts` has the sentences in the reader's language).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.thresholds import within_factor
from bp_qual.wording.verdicts import VERDICTS

if TYPE_CHECKING:
    from bp_qual.compare.choices import Choices
    from bp_qual.compare.correction import Correction
    from bp_qual.compare.group import Group

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Texts = NDArray[np.str_]

LIMIT = 0.05
LIMIT_UNEVEN = 0.02  # for a person one of whose interviews is much longer than the other
FACTOR = 1.5
FEWEST_MENTIONS = 5


def judge(applies: dict[str, Flags]) -> Texts:
    """Return for each change the first verdict that applies, in the order of `VERDICTS`; the order is part of the rule.

    >>> judge({"not tested": np.array([True, False]), "clear": np.array([True, False])}).tolist()
    ['not tested', 'no clear change']
    """
    words = [word for word in VERDICTS if word in applies]
    return np.select([applies[word] for word in words], words, "no clear change")


def judge_codes(
    group: Group, choices: Choices, without_terms: tuple[str, ...] = (), correction: Correction | None = None
) -> Texts:
    """Return the verdict on each code for the persons compared.

    Parameters
    ----------
    group : Group
        The change of the persons compared, with its tests.
    choices : Choices
        What was planned, and which wave's topic guide asked for what.
    without_terms : tuple of str
        Codes that nobody looked for.
    correction : Correction, optional
        The change with the codebook's errors taken out.

    Returns
    -------
    array of str
        One of `VERDICTS` for each code of the group.

    Notes
    -----
    `clear` requires significance after the correction (p_adjusted of at most .05), that the ratio is not 1.0 in
    two digits, and that its interval, where there is one, leaves out 1. An exploratory code beside a plan is corrected
    as a share of false findings, which promises less; so it is `uncertain` at most. `uncertain` is p of at most .05
    without all of that. `stayed` is a code of the plan whose ratio is shown to lie within the plan's margin, by two
    one-sided tests. `no clear change` is no evidence of no change.

    Where there is a corrected change, the verdict is about that one alone: its p, and its ratio with its interval. Two
    one-sided tests are not done with it.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": f"P{n}", "wave": w, "words": 2000} for n in range(8) for w in ("2010", "2020")]
    >>> counts = [{**row, "code": "a", "mentions": 3 if row["wave"] == "2010" else 9} for row in words]
    >>> change = compare_waves(make_panel(counts, words, codes=["a", "b"]))
    >>> judge_codes(change.group, change.choices).tolist()
    ['clear', 'not mentioned']
    """
    p, adjusted = group.p[choices.test], group.p_adjusted
    ratio, low, high = group.ratio.value, group.limits.low, group.limits.high
    spoken = (group.before > 0).any(axis=0) | (group.after > 0).any(axis=0)
    stayed = within_factor(group.equivalence.low, group.equivalence.high, choices.margin or 2.0)
    if correction is not None:
        known, own = correction.known, correction.values
        p, adjusted = np.where(known, own("p"), p), own("p_adjusted")
        ratio = np.where(known, own("ratio"), ratio)
        low, high = np.where(known, own("ratio_low"), low), np.where(known, own("ratio_high"), high)
        spoken, stayed = spoken | known, stayed & ~known
    rounds_to_one = np.array([f"{value:.2g}" == "1" for value in ratio], dtype=bool)
    inside = (low <= 1) & (high >= 1)
    confirmed = np.array([choices.role(code) != "exploratory" for code in group.codes], dtype=bool)
    return judge({
        "not coded": np.array([code in without_terms for code in group.codes], dtype=bool)
        | np.logical_and(group.persons == 0, len(group.names) > 0),
        "not asked": np.array([choices.asked_once(code) != "" for code in group.codes], dtype=bool),
        "not mentioned": np.logical_and(~spoken, len(group.names) > 0),
        "not tested": np.isnan(p),
        "clear": (adjusted <= LIMIT) & confirmed & ~rounds_to_one & ~inside,
        "uncertain": p <= LIMIT,
        "stayed": stayed,
    })  # fmt: skip


def judge_persons(
    mentions: Floats, ratio: Floats, p: Floats, *, covered: Flags, coded: Flags, asked: Flags, uneven: Flags
) -> Texts:
    """Return the verdict on each code in each person.

    Parameters
    ----------
    mentions : array of persons x codes
        In both waves together.
    ratio : array of persons x codes
        Later rate over earlier rate, half a mention added to each.
    p : array of persons x codes
        The p of the difference between the person's two interviews.
    covered : array of persons
        Whether there is enough text in the two waves.
    coded : array of persons x codes
        Whether the code was looked for in all the interviews that there were.
    asked : array of codes
        Whether both topic guides asked for it.
    uneven : array of persons
        Whether one interview is over one and a half times as long as the other.

    Returns
    -------
    array of str
        One of `VERDICTS` for each person and code.

    Notes
    -----
    `clear` asks for p of at most .05, a rate that differs by a factor of 1.5 or more, and five mentions or more
    together; `uncertain` is p of at most .05 without all of that. Where the interviews are of unequal length it asks
    for p of at most .02: at .05 up to 7 percent of unchanged persons were called clear in simulations
    (docs/statistics.md, "One person").

    Examples
    --------
    >>> one, yes = np.ones((1, 3)), np.array([True])
    >>> judge_persons(9 * one, np.array([[3.0, 1.2, 3.0]]), np.array([[0.01, 0.01, 0.1]]), covered=yes,
    ...               coded=one > 0, asked=np.repeat(yes, 3), uneven=~yes).tolist()
    [['clear', 'uncertain', 'no clear change']]
    """
    large = (ratio >= FACTOR) | (ratio <= 1 / FACTOR)
    everybody = np.ones((len(covered), 1), dtype=bool)
    return judge({
        "not coded": ~coded,
        "not asked": everybody & ~asked,
        "not tested": ~np.broadcast_to(covered[:, None], p.shape),
        "not mentioned": mentions == 0,
        "clear": (p <= np.where(uneven, LIMIT_UNEVEN, LIMIT)[:, None]) & large & (mentions >= FEWEST_MENTIONS),
        "uncertain": p <= LIMIT,
    })  # fmt: skip
