"""The group: for each code what changed for the persons compared, and whether chance could have done it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, FEWEST_STAYED, Choices
from bp_qual.compare.coverage import alike, compared_on
from bp_qual.compare.households import membership
from bp_qual.compare.inclusion import Inclusion
from bp_qual.compare.sameness import find_changes
from bp_qual.panel.rates import DIGITS, Rates
from bp_qual.statistics.difference_interval import difference_interval
from bp_qual.statistics.intervals import Ratio, ratio_of_means
from bp_qual.statistics.multiplicity import benjamini_hochberg, holm
from bp_qual.statistics.paired import paired_t_p, wilcoxon_p
from bp_qual.statistics.permutation import flip_test
from bp_qual.statistics.ratio_interval import RatioInterval, ratio_interval
from bp_qual.wording.significance import TESTS

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_SIZES = (
    "value", "low", "high", "leaning", "without", "alone", "limit_low", "limit_high", "difference_low",
    "difference_high", "stayed_low", "stayed_high",
)  # fmt: skip

# The p of each code from the differences (persons x codes); that of the permutation test comes with its correction.
P_VALUES: dict[str, Callable[[Floats], Floats]] = {
    "wilcoxon": lambda differences: np.array([wilcoxon_p(column) for column in differences.T]),
    "t": paired_t_p,
}


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Rates and differences of the persons compared (persons x codes), and for each code its ratio and its tests.

    ``before``, ``after``, ``differences`` and ``changes`` are NaN where a person was not coded for a code in both
    waves; the numbers of a code are those of the other persons alone.
    ``changes`` holds the differences with 0 where the rates count as the same (`find_changes`); the tests and who
    is up or down go by it. ``household_changes`` adds it up over households (`households_of`), whose waves the tests
    swap at once; a household of one is a person. ``ratio`` is what the ratio is and on whom it leans, ``limits`` its
    interval, ``difference_limits`` that of the mean difference, ``equivalence`` the one by which a code is shown to
    have stayed within the margin of the plan (NaN where that is not asked, or there are too few persons). ``p`` holds
    every test by name, ``p_adjusted`` the chosen one corrected; both are NaN for a code that was not tested.

    >>> comparison.group.names, comparison.group.changed.tolist()
    (('P01', 'P02'), [1, 1])
    """

    codes: tuple[str, ...]
    waves: tuple[str, ...]
    names: tuple[str, ...]
    before: Floats
    after: Floats
    differences: Floats
    changes: Floats
    household_changes: Floats
    ratio: Ratio
    limits: RatioInterval
    difference_limits: tuple[Floats, Floats]
    equivalence: RatioInterval
    p: dict[str, Floats]
    p_adjusted: Floats

    @property
    def persons(self) -> NDArray[np.int64]:
        """How many persons are compared on each code.

        >>> comparison.group.persons.tolist()
        [2, 2]
        """
        persons: NDArray[np.int64] = np.isfinite(self.before).sum(axis=0)
        return persons

    @property
    def changed(self) -> NDArray[np.int64]:
        """How many persons changed, for each code; a household counts once.

        >>> comparison.group.changed.tolist()
        [1, 1]
        """
        changed: NDArray[np.int64] = (self.household_changes != 0).sum(axis=0)
        return changed


def test_group(
    rates: Rates,
    who: Inclusion,
    choices: Choices,
    households: tuple[tuple[str, ...], ...] | None = None,  # noqa: PT028 - not a test of pytest
) -> Group:
    """Test what changed for the persons compared.

    With a plan, its codes are corrected for each other, and for the rest the false discovery rate is controlled.
    Without a plan every code is corrected for every other, so that nothing can be picked out afterwards.

    Parameters
    ----------
    rates : Rates
        Rates of everybody in the two waves.
    who : Inclusion
        Who is compared.
    choices : Choices
        Test, plan, level, seed and number of permutations; codes asked in one wave only are not tested.
    households : tuple of tuple of str, optional
        Who belong together (`households_of`), so that tests and intervals take them as one; everybody is alone if not
        given.

    Returns
    -------
    Group
        Rates, differences, tests and intervals, persons x codes or one value a code. p is NaN for codes that fewer than
        six persons changed on.

    Examples
    --------
    >>> test_group(comparison.rates, comparison.who, comparison.choices).differences.tolist()
    [[30.0, 0.0], [0.0, -1.5]]
    """
    coded, codes = compared_on(rates, who), rates.codes
    before, after = (np.where(coded, rates.rates[who.compared, wave], np.nan) for wave in (0, 1))
    differences = np.round(after - before, DIGITS)
    changes = np.where(coded, find_changes(rates)[who.compared], np.nan)
    asked = np.array([choices.asked_once(code) == "" for code in codes], dtype=bool)
    together = membership(households or tuple((name,) for name in who.names), who.names)
    household_changes = np.round(together @ np.where(coded, changes, 0.0), DIGITS)
    tested = ((household_changes != 0).sum(axis=0) >= FEWEST_CHANGED) & asked
    planned = np.array([choices.role(code) != "exploratory" for code in codes], dtype=bool)
    p, adjusted = {test: np.full(len(codes), np.nan) for test in TESTS}, np.full(len(codes), np.nan)
    for family, confirmatory in ((tested & planned, True), (tested & ~planned, False)):
        if family.any():
            at_home = together @ coded[:, family] > 0
            found, adjusted[family] = _test_family(
                household_changes[:, family], at_home, choices, confirmatory=confirmatory
            )
            for test, values in found.items():
                p[test][family] = values
    sizes = {name: np.full(len(codes), np.nan) for name in _SIZES}
    mentions = rates.mentions[who.compared].sum(axis=1)
    for persons, columns in alike(coded):
        own = np.ix_(persons, columns)
        homes = together[:, persons]
        homes = homes[homes.any(axis=1)]
        swaps = np.round(homes @ changes[own], DIGITS)
        found = _sizes(before[own], after[own], mentions[own], homes, swaps, p["permutation"][columns], choices)
        found["leaning"] = np.where(found["leaning"] >= 0, np.append(persons, -1)[found["leaning"]], -1)
        planned = np.array([codes[column] in choices.plan and asked[column] for column in columns], dtype=bool)
        found |= _equivalence(before[own], after[own], mentions[own], homes, swaps, planned, choices)
        for name, values in found.items():
            sizes[name][columns] = values
    return _in_group(rates, who, (before, after, differences, changes, household_changes), sizes, p, adjusted)


def _sizes(
    before: Floats, after: Floats, mentions: Floats, homes: Floats, swaps: Floats, p: Floats, choices: Choices
) -> dict[str, NDArray[Any]]:
    """Give ratio and limits of codes that the same persons are compared on; ``homes`` are households x persons."""
    ratio = ratio_of_means(before, after, level=choices.level)
    limits = ratio_interval(
        homes @ before, homes @ after, homes @ mentions, differences=swaps, p=p, level=choices.level
    )
    low, high = difference_interval(homes @ np.round(after - before, DIGITS), changes=swaps, level=choices.level, p=p)
    share = len(homes) / max(len(before), 1)  # from the mean over households to that over persons
    return {
        **{name: getattr(ratio, name) for name in ("value", "low", "high", "leaning", "without", "alone")},
        "limit_low": limits.low, "limit_high": limits.high, "difference_low": share * low,
        "difference_high": share * high,
    }  # fmt: skip


def _equivalence(
    before: Floats, after: Floats, mentions: Floats, homes: Floats, swaps: Floats, planned: Flags, choices: Choices
) -> dict[str, NDArray[Any]]:
    """Give the interval of two one-sided tests, for codes of the plan that both topic guides asked for."""
    low, high = (np.full(len(planned), np.nan) for _ in range(2))
    if choices.margin and len(homes) >= FEWEST_STAYED and planned.any():
        found = ratio_interval(
            homes @ before[:, planned], homes @ after[:, planned], homes @ mentions[:, planned],
            differences=swaps[:, planned], level=choices.margin_level,
        )  # fmt: skip
        low[planned], high[planned] = found.low, found.high
    return {"stayed_low": low, "stayed_high": high}


def _in_group(
    rates: Rates,
    who: Inclusion,
    measured: tuple[Floats, Floats, Floats, Floats, Floats],
    sizes: dict[str, Floats],
    p: dict[str, Floats],
    adjusted: Floats,
) -> Group:
    leaning, alone = np.nan_to_num(sizes["leaning"], nan=-1).astype(np.int64), sizes["alone"] == 1
    ratio = Ratio(sizes["value"], sizes["low"], sizes["high"], leaning, sizes["without"], alone)
    return Group(
        rates.codes, rates.waves, who.names, *measured, ratio, RatioInterval(sizes["limit_low"], sizes["limit_high"]),
        (sizes["difference_low"], sizes["difference_high"]),
        RatioInterval(sizes["stayed_low"], sizes["stayed_high"]), p, adjusted,
    )  # fmt: skip


def mean_of(rates: Floats) -> Floats:
    """Return the mean of each code over the persons of whom it is known; NaN where there are none.

    >>> mean_of(np.array([[1.0, 4.0], [2.0, np.nan]])).tolist()
    [1.5, 4.0]
    """
    known = np.isfinite(rates)
    persons = known.sum(axis=0)
    total = np.where(known, rates, 0.0).sum(axis=0)
    mean: Floats = np.divide(total, persons, out=np.full(rates.shape[1], np.nan), where=persons > 0)
    return mean


def _test_family(
    differences: Floats, at_home: Flags, choices: Choices, *, confirmatory: bool
) -> tuple[dict[str, Floats], Floats]:
    """Run every test on codes that are corrected together, and correct the chosen one.

    Each code is tested on the households that were coded for it (``at_home``); a household that was not moves the
    largest statistic by nothing when its waves are swapped.
    """
    p = {test: np.full(differences.shape[1], np.nan) for test in TESTS}
    for homes, columns in alike(at_home):
        own = differences[np.ix_(homes, columns)]
        flips = flip_test(own, draws=choices.draws, seed=choices.seed)
        found = {"permutation": flips.p} | {name: compute(own) for name, compute in P_VALUES.items()}
        for test, values in found.items():
            p[test][columns] = values
    if confirmatory and choices.test == "permutation":
        if len(columns) < len(at_home.T):
            flips = flip_test(differences, draws=choices.draws, seed=choices.seed)
        return p, np.maximum(flips.p_adjusted, p["permutation"])
    return p, corrected(p[choices.test], "Holm" if confirmatory else "Benjamini-Hochberg")


def corrected(p: Floats, method: str) -> Floats:
    """Return p corrected by `Holm` or `Benjamini-Hochberg`; a missing p stays missing and does not count.

    >>> corrected(np.array([0.01, np.nan, 0.04]), "Holm").tolist()
    [0.02, nan, 0.04]
    """
    given, found = np.isfinite(p), np.full(len(p), np.nan)
    if given.any():
        found[given] = (holm if method == "Holm" else benjamini_hochberg)(p[given])
    return found
