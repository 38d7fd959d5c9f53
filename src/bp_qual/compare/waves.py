"""Comparing two waves: the same people, then and later.

The headline rests on persons with enough words in both waves. Who has one wave stays in the tables and is never a zero.
This module takes the steps in order; each step has a module of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bp_qual.compare.choices import FEWEST_CHANGED, Choices, choose_waves, known_codes
from bp_qual.compare.code_pairs import pairs_table, profile_table
from bp_qual.compare.comparison import Comparison
from bp_qual.compare.drift import drift_remarks, drift_table
from bp_qual.compare.dropouts import leavers_by_table, leavers_table
from bp_qual.compare.effects import effects_table
from bp_qual.compare.group import codes_table, remarks_on_codes, weigh_group
from bp_qual.compare.inclusion import attrition_table, remarks_on_the_whole, who_is_compared
from bp_qual.compare.person_groups import groups_table, names_of
from bp_qual.compare.persons import evidence_table, false_flags, paths_table, persons_table, weigh_persons
from bp_qual.compare.trends import trend_table
from bp_qual.panel import Panel
from bp_qual.panel.rates import UNITS, measure_rates
from bp_qual.statistics.permutation import EXACT_PAIRS

if TYPE_CHECKING:
    import pandas as pd


def compare_waves(
    panel: Panel,
    *,
    before: str | None = None,
    after: str | None = None,
    measure: str = "mentions",
    test: str = "permutation",
    negated: bool = True,
    prompted: bool = True,
    floor: int = 300,
    plan: Sequence[str] = (),
    asked: Mapping[str, Sequence[str]] | None = None,
    groups: pd.DataFrame | None = None,
    draws: int = 9999,
    seed: int = 1,
    level: float = 0.95,
) -> Comparison:
    """Compare two waves of a panel: what changed for the group and for each person, and how sure one can be.

    Parameters
    ----------
    panel : Panel
        From `count_codes` or `make_panel`.
    before, after : str, optional
        The waves; the first and the last of the panel if not given.
    measure : str
        `mentions` (per 1,000 respondent words), `sentences`, `words`, `presence` or `turns`; see `measure_rates`.
    test : str
        `permutation` of each person's waves (exact up to 15 changed persons), `wilcoxon` or `t`.
    negated, prompted : bool
        False leaves out mentions that are negated, or that answer a question that named the theme.
    floor : int
        Who has fewer words than this in a wave stays in the tables but out of the comparison.
    plan : sequence of str
        Codes that were to be tested, decided before looking. They are corrected for each other by step-down maxT; all
        other codes are then exploratory. Without a plan every code is corrected for every other.
    asked : mapping of str to sequence of str, optional
        For a code, the waves whose topic guide asked for it. A code asked in one of the two waves is not tested.
    groups : DataFrame, optional
        Attributes of persons (person, possibly wave, and columns that divide them), for the table `groups`.
    draws, seed : int
        Of the permutations, where not every arrangement is counted.
    level : float
        Of the intervals.

    Returns
    -------
    Comparison
        With the tables `codes`, `persons` and `attrition`, and more beside them.

    Raises
    ------
    ValueError
        For a wave or code that the panel does not have, twice the same wave, or a setting that makes no sense.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> persons = [f"P{number:02}" for number in range(1, 9)]
    >>> words = [{"person": p, "wave": w, "words": 2000} for p in persons for w in ("2010", "2020")]
    >>> counts = [{"person": p, "wave": "2010", "code": "hokjes", "mentions": 2} for p in persons]
    >>> counts += [{"person": p, "wave": "2020", "code": "hokjes", "mentions": 3 + n} for n, p in enumerate(persons)]
    >>> change = compare_waves(make_panel(counts, words))
    >>> change.codes[["code", "up", "down", "rate_before", "rate_after", "ratio", "p"]]
         code  up  down  rate_before  rate_after  ratio         p
    0  hokjes   8     0          1.0        3.25   3.25  0.007812
    """
    guides = {code: tuple(waves) for code, waves in (asked or {}).items()}
    known_codes(panel, list(guides), "asked")
    choices = Choices(
        *choose_waves(panel, before, after), measure=measure, test=test, negated=negated, prompted=prompted,
        floor=floor, draws=draws, seed=seed, level=level, plan=known_codes(panel, plan, "plan"), asked=guides,
    )  # fmt: skip
    rates = measure_rates(panel, choices.waves, measure=measure, negated=negated, prompted=prompted)
    who = who_is_compared(rates, floor)
    drift = drift_table(panel, who, choices)
    group = weigh_group(rates, who, choices)
    remarks = tuple(remarks_on_codes(group, choices, panel.unsought))
    codes = codes_table(group, remarks, choices)
    evidence = weigh_persons(panel, rates, who, choices)
    flags = false_flags(rates, who, evidence)
    whole = measure_rates(panel, panel.waves, measure=measure, negated=negated, prompted=prompted)
    return Comparison(
        codes=codes,
        persons=persons_table(rates, who, evidence),
        attrition=attrition_table(rates, who),
        effects=effects_table(group, rates, choices),
        evidence=evidence_table(rates, who, evidence),
        leavers=leavers_table(rates, who),
        leavers_by=leavers_by_table(who, groups, choices),
        drift=drift,
        groups=groups_table(rates, who, groups, choices),
        trend=trend_table(whole, choices),
        paths=paths_table(whole),
        profile=profile_table(panel, rates, who, choices),
        pairs=pairs_table(panel, who, choices),
        before=choices.before,
        after=choices.after,
        settings=_settings(choices, len(who.names), int(codes["p"].notna().sum()), names_of(groups)),
        warnings=(*remarks_on_the_whole(rates, who, choices), *([flags] if flags else [])),
        remarks=(*remarks, *drift_remarks(drift)),
        panel=panel,
    )


def _settings(choices: Choices, compared: int, tested: int, groups: tuple[str, ...]) -> dict[str, object]:
    tests = {
        "permutation": "sign-flip permutation of the mean difference",
        "wilcoxon": "exact Wilcoxon signed ranks (Pratt)",
        "t": "paired t",
    }
    correction = "step-down maxT" if choices.test == "permutation" else "Holm"
    return {
        "before": choices.before, "after": choices.after, "measure": choices.measure,
        "unit": UNITS[choices.measure][0], "negated": choices.negated, "prompted": choices.prompted,
        "floor": choices.floor, "compared": compared, "tested": tested, "test": choices.test,
        "test_name": tests[choices.test], "exact_pairs": EXACT_PAIRS, "draws": choices.draws, "seed": choices.seed,
        "correction": correction, "correction_beside_plan": "Benjamini-Hochberg" if choices.plan else "",
        "plan": list(choices.plan), "asked": {code: list(waves) for code, waves in choices.asked.items()},
        "groups": list(groups), "fewest_changed": FEWEST_CHANGED, "level": choices.level,
    }  # fmt: skip
