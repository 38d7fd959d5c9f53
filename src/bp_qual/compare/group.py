"""The group: for each code what changed for the persons compared, and whether chance could have done it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, Choices
from bp_qual.compare.measures import DIGITS, Rates
from bp_qual.compare.remarks import Remark
from bp_qual.compare.who import Who
from bp_qual.statistics.intervals import Ratio, mean_interval, ratio_of_means
from bp_qual.statistics.multiplicity import benjamini_hochberg, holm
from bp_qual.statistics.paired import dz, rank_biserial, t_p, wilcoxon_p
from bp_qual.statistics.permutation import flip_test, smallest_p

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def codes_table(rates: Rates, who: Who, choices: Choices) -> tuple[pd.DataFrame, tuple[Remark, ...]]:
    """Return the table of codes, and the remarks that its notes are made of.

    >>> from bp_qual.compare.measures import measure_rates
    >>> from bp_qual.compare.who import who_is_compared
    >>> from bp_qual.panel import make_panel
    >>> panel = make_panel([{"person": "P01", "wave": "2", "code": "a", "mentions": 3}],
    ...                    [{"person": "P01", "wave": wave, "words": 1000} for wave in "12"])
    >>> rates = measure_rates(panel, ("1", "2"))
    >>> table, remarks = codes_table(rates, who_is_compared(rates, 300), Choices("1", "2"))
    >>> table[["code", "up", "down", "same", "difference"]].to_dict("records")
    [{'code': 'a', 'up': 1, 'down': 0, 'same': 0, 'difference': 3.0}]
    """
    import pandas as pd

    before, after = _pairs(rates, who)
    differences = np.round(after - before, DIGITS)
    up, down = (differences > 0).sum(axis=0), (differences < 0).sum(axis=0)
    low, high = mean_interval(differences, level=choices.level)
    ratio = ratio_of_means(before, after, level=choices.level)
    p, p_adjusted = _tests(rates.codes, differences, choices)
    remarks = tuple(_remarks(rates, who, choices))
    notes: dict[str, list[str]] = {code: [] for code in rates.codes}
    for remark in remarks:
        notes[remark.code].append(str(remark))
    table = pd.DataFrame({
        "code": list(rates.codes), "persons": len(before), "up": up, "down": down, "same": len(before) - up - down,
        "rate_before": _mean(before), "rate_after": _mean(after), "difference": _mean(differences),
        "difference_low": low, "difference_high": high, "ratio": ratio.value, "ratio_low": ratio.low,
        "ratio_high": ratio.high, "p": p, "p_adjusted": p_adjusted,
        "note": [" · ".join(notes[code]) for code in rates.codes],
    })  # fmt: skip
    return table, remarks


def effects_table(rates: Rates, who: Who, choices: Choices) -> pd.DataFrame:
    """Return what stands behind the table of codes: other tests, effect sizes, whom it leans on, and all persons.

    `role` is `confirmatory` for codes of the plan, `exploratory` beside it, `unplanned` without one; `smallest_p` what
    the sign-flip test could give at best; `p_permutation`, `p_wilcoxon`, `p_t` three tests of the same change, `p_holm`
    and `p_bh` the chosen one corrected in two other ways; `dominance` the share of rises minus that of falls;
    `leaning_on` the person without whom the ratio would move most, `ratio_without` the ratio of the others.
    `all_before`, `all_after`, `all_ratio` are of everybody interviewed in that wave, whose composition may differ.
    """
    import pandas as pd

    before, after = _pairs(rates, who)
    differences = np.round(after - before, DIGITS)
    changed = (differences != 0).sum(axis=0)
    tested = _tested(rates.codes, differences, choices)
    columns = differences.T
    p = {
        "p_permutation": _where(tested, flip_test(differences[:, tested], draws=choices.draws, seed=choices.seed).p),
        "p_wilcoxon": _where(tested, np.array([wilcoxon_p(column) for column in columns[tested]])),
        "p_t": _where(tested, np.array([t_p(column) for column in columns[tested]])),
    }
    chosen = p[f"p_{choices.test}"]
    given = np.isfinite(chosen)
    ratio = ratio_of_means(before, after, level=choices.level)
    whole = _everybody(rates, choices.floor)
    table = {
        "code": list(rates.codes),
        "role": [choices.role(code) for code in rates.codes],
        "changed": changed, "smallest_p": [smallest_p(int(count)) for count in changed], **p,
        "p_holm": _where(given, holm(chosen[given])), "p_bh": _where(given, benjamini_hochberg(chosen[given])),
        "dominance": _mean(np.sign(differences)), "dz": [dz(column) for column in columns],
        "rank_biserial": [rank_biserial(column) for column in columns],
        "leaning_on": [who.names[row] if row >= 0 else "" for row in ratio.leaning], "ratio_without": ratio.without,
        **whole,
    }  # fmt: skip
    frame = pd.DataFrame(table)
    frame["note"] = [_effects_note(row) for row in frame.to_dict("records")]
    return frame


def _effects_note(row: dict[str, float]) -> str:
    """Say why a number of the table of effects is missing."""
    gaps = {name for name, value in row.items() if value != value}
    notes = []
    if "p_permutation" in gaps:
        notes.append("not tested: see codes")
    elif "p_t" in gaps:
        notes.append("all changed alike: no t, no dz")
    if "rank_biserial" in gaps:
        notes.append("nobody changed")
    elif "dz" in gaps and "p_t" in gaps and "p_permutation" in gaps:
        notes.append("no spread of changes: no dz")
    if "ratio_without" in gaps:
        notes.append("no ratio of the others")
    if "all_ratio" in gaps:
        notes.append("everybody's mean is zero in a wave: no ratio")
    return " · ".join(notes)


def _pairs(rates: Rates, who: Who) -> tuple[Floats, Floats]:
    return rates.rates[who.compared, 0], rates.rates[who.compared, 1]


def _tested(codes: tuple[str, ...], differences: Floats, choices: Choices) -> Flags:
    """Which codes get a p: enough persons changed, and the question was asked in both waves or in neither."""
    asked = np.array([choices.asked_once(code) == "" for code in codes], dtype=bool)
    tested: Flags = ((differences != 0).sum(axis=0) >= FEWEST_CHANGED) & asked
    return tested


def _tests(codes: tuple[str, ...], differences: Floats, choices: Choices) -> tuple[Floats, Floats]:
    """Test the codes; correct those of the plan for each other, and the rest as a share of false findings.

    Without a plan every code is corrected for every other, so that nothing can be picked out afterwards.
    """
    tested = _tested(codes, differences, choices)
    planned = np.array([choices.role(code) != "exploratory" for code in codes], dtype=bool)
    p, adjusted = np.full(len(codes), np.nan), np.full(len(codes), np.nan)
    for family, confirmatory in ((tested & planned, True), (tested & ~planned, False)):
        if family.any():
            p[family], adjusted[family] = _family(differences[:, family], choices, confirmatory=confirmatory)
    return p, adjusted


def _family(differences: Floats, choices: Choices, *, confirmatory: bool) -> tuple[Floats, Floats]:
    if choices.test == "permutation":
        found = flip_test(differences, draws=choices.draws, seed=choices.seed)
        return found.p, found.p_adjusted if confirmatory else benjamini_hochberg(found.p)
    test = wilcoxon_p if choices.test == "wilcoxon" else t_p
    p = np.array([test(column) for column in differences.T])
    given = np.isfinite(p)
    return p, _where(given, (holm if confirmatory else benjamini_hochberg)(p[given]))


def _everybody(rates: Rates, floor: int) -> dict[str, object]:
    """The means of all who said enough in a wave, whether or not they were there in the other."""
    shown: dict[str, object] = {}
    means = []
    for column, name in enumerate(("before", "after")):
        there = rates.rates[rates.words[:, column] >= max(floor, 1), column]
        shown[f"persons_{name}"] = len(there)
        means.append(_mean(there))
    before, after = means
    shown |= {"all_before": before, "all_after": after}
    both = (before > 0) & (after > 0)
    return shown | {"all_ratio": np.divide(after, before, out=np.full(len(both), np.nan), where=both)}


def _remarks(rates: Rates, who: Who, choices: Choices) -> Iterator[Remark]:
    """Say beside each code why a number is missing, and how its p was corrected."""
    before, after = _pairs(rates, who)
    ratio = ratio_of_means(before, after, level=choices.level)
    differences = np.round(after - before, DIGITS)
    changed = (differences != 0).sum(axis=0)
    speakers = np.array([(before > 0).sum(axis=0), (after > 0).sum(axis=0)])
    for column, code in enumerate(rates.codes):
        asked = choices.asked_once(code)
        if asked:
            yield Remark("asked once", code, {"wave": asked})
        if not who.names:
            yield Remark("nobody compared", code)
            continue
        if changed[column] < FEWEST_CHANGED:
            yield Remark("too few changed", code, {"changed": int(changed[column]), "needed": FEWEST_CHANGED})
        elif choices.test == "t" and len(set(differences[:, column].tolist())) == 1:
            yield Remark("no spread", code)
        elif choices.role(code) == "exploratory" and not asked:
            yield Remark("exploratory", code)
        yield from _ratio_remarks(code, speakers[:, column], ratio, column, rates.waves, who)


def _ratio_remarks(
    code: str, speakers: NDArray[np.int64], ratio: Ratio, column: int, waves: tuple[str, ...], who: Who
) -> Iterator[Remark]:
    if not speakers.any():
        yield Remark("not mentioned", code)
    elif not speakers.all():
        yield Remark("one wave only", code, {"wave": waves[int(speakers[1] > 0)]})
    elif len(who.names) > 1 and ratio.alone[column]:
        wave = waves[int(speakers[0] != 1)]
        yield Remark("one person carries", code, {"person": who.names[ratio.leaning[column]], "wave": wave})
    if len(who.names) == 1:
        yield Remark("one person", code)


def _where(given: Flags, values: Floats) -> Floats:
    found = np.full(len(given), np.nan)
    found[given] = values
    return found


def _mean(rates: Floats) -> Floats:
    return rates.mean(axis=0) if len(rates) else np.full(rates.shape[1], np.nan)
