"""Comparing two waves: the same people, then and later.

The headline rests on persons with enough words in both waves. Who has one wave stays in the tables and is never a zero.
This module decides who is compared and lays out the tables; the arithmetic is in `bp_qual.statistics`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.comparison import Comparison
from bp_qual.compare.numerals import p_value
from bp_qual.compare.measures import UNITS, Rates, measure_rates
from bp_qual.compare.remarks import Remark
from bp_qual.panel import Panel
from bp_qual.statistics.intervals import mean_interval, ratio_of_means
from bp_qual.statistics.permutation import EXACT_PAIRS, flip_test, smallest_p
from bp_qual.trajectories import name_trajectories

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]

FEWEST_CHANGED = 6
STATUSES = ("compared", "too little text", "leaver", "newcomer")


def compare_waves(
    panel: Panel,
    *,
    before: str | None = None,
    after: str | None = None,
    measure: str = "mentions",
    floor: int = 300,
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
        What is compared: `mentions` per 1,000 respondent words.
    floor : int
        Who has fewer words than this in a wave stays in the tables but out of the comparison.
    draws, seed : int
        Of the permutation test, where more than 15 persons are compared.
    level : float
        Of the intervals.

    Returns
    -------
    Comparison
        With the tables `codes`, `persons` and `attrition`.

    Raises
    ------
    ValueError
        For a wave that the panel does not have, twice the same wave, or a setting that makes no sense.

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
    waves = _two_waves(panel, before, after)
    _refuse_settings(floor, draws, level)
    rates = measure_rates(panel, waves, measure=measure)
    who = _who_is_compared(rates, floor)
    codes, remarks = _codes_table(rates, who, draws=draws, seed=seed, level=level)
    settings: dict[str, object] = {
        "before": waves[0], "after": waves[1], "measure": measure, "unit": UNITS[measure][0], "floor": floor,
        "compared": int(who.compared.sum()), "tested": int(codes["p"].notna().sum()),
        "test": "sign-flip permutation of the mean difference", "exact_pairs": EXACT_PAIRS, "draws": draws,
        "seed": seed, "correction": "step-down maxT", "fewest_changed": FEWEST_CHANGED, "level": level,
    }  # fmt: skip
    warnings = tuple(_warnings(rates, who, floor))
    return Comparison(
        codes, _persons_table(rates, who), who.table, waves[0], waves[1], settings, warnings, remarks, panel
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Who:
    """Who is compared: flags over the panel's persons, and the attrition table."""

    compared: NDArray[np.bool_]
    status: tuple[str, ...]
    notes: tuple[str, ...]
    table: pd.DataFrame


def _two_waves(panel: Panel, before: str | None, after: str | None) -> tuple[str, str]:
    if len(panel.waves) < 2:
        raise ValueError(f"a comparison needs two waves; this panel has {', '.join(panel.waves) or 'none'}")
    waves = (before or panel.waves[0], after or panel.waves[-1])
    for wave in waves:
        if wave not in panel.waves:
            raise ValueError(f"there is no wave {wave!r}; there is {', '.join(panel.waves)}")
    if waves[0] == waves[1]:
        raise ValueError(f"before and after are both {waves[0]!r}; a comparison needs two waves")
    return waves


def _refuse_settings(floor: int, draws: int, level: float) -> None:
    if floor < 0:
        raise ValueError(f"floor is a number of words, zero or more, not {floor}")
    if draws < 99:
        raise ValueError(f"draws must be 99 or more, not {draws}: fewer cannot show a p of .05 reliably")
    if not 0.5 <= level < 1:
        raise ValueError(f"level is a share from .5 up to 1, such as .95, not {level}")


def _who_is_compared(rates: Rates, floor: int) -> _Who:
    import pandas as pd

    rows = []
    for person, words in zip(rates.persons, rates.words, strict=True):
        if np.isnan(words).all():
            status, note = "", ""
        else:
            status, note = _status(words, rates.waves, floor)
        rows.append((person, status, *words, note))
    table = pd.DataFrame(rows, columns=["person", "status", "words_before", "words_after", "note"])
    shown = table[table["status"] != ""].reset_index(drop=True)
    compared = (table["status"] == "compared").to_numpy()
    return _Who(compared, tuple(table["status"]), tuple(table["note"]), shown)


def _status(words: Floats, waves: tuple[str, ...], floor: int) -> tuple[str, str]:
    for status, wave, said in zip(("newcomer", "leaver"), waves, words, strict=True):
        if np.isnan(said):
            return status, str(Remark("not interviewed", values={"wave": wave}))
    short = [(wave, int(said)) for wave, said in zip(waves, words, strict=True) if said < max(floor, 1)]
    if not short:
        return "compared", ""
    notes = [
        Remark("too little text", values={"wave": wave, "words": said, "floor": floor})
        if said
        else Remark("no words", values={"wave": wave})
        for wave, said in short
    ]
    return "too little text", " · ".join(map(str, notes))


def _codes_table(
    rates: Rates, who: _Who, *, draws: int, seed: int, level: float
) -> tuple[pd.DataFrame, tuple[Remark, ...]]:
    import pandas as pd

    before, after = rates.rates[who.compared, 0], rates.rates[who.compared, 1]
    differences = np.round(after - before, 9)
    up, down = (differences > 0).sum(axis=0), (differences < 0).sum(axis=0)
    low, high = mean_interval(differences, level=level)
    ratio = ratio_of_means(before, after, level=level)
    p, p_adjusted = _tests(differences, up + down, draws, seed)
    rate_before, rate_after = _mean(before), _mean(after)
    table = pd.DataFrame({
        "code": list(rates.codes), "persons": len(before), "up": up, "down": down, "same": len(before) - up - down,
        "rate_before": rate_before, "rate_after": rate_after, "difference": _mean(differences), "difference_low": low,
        "difference_high": high, "ratio": ratio.value, "ratio_low": ratio.low, "ratio_high": ratio.high, "p": p,
        "p_adjusted": p_adjusted,
    })  # fmt: skip
    remarks = tuple(_code_remarks(rates, who, before, after))
    notes: dict[str, list[str]] = {code: [] for code in rates.codes}
    for remark in remarks:
        notes[remark.code].append(str(remark))
    table["note"] = [" · ".join(notes[code]) for code in rates.codes]
    return table, remarks


def _tests(differences: Floats, changed: NDArray[np.int64], draws: int, seed: int) -> tuple[Floats, Floats]:
    """Test the codes in which enough persons changed; the others get no p."""
    p, adjusted = np.full(len(changed), np.nan), np.full(len(changed), np.nan)
    enough = changed >= FEWEST_CHANGED
    if enough.any():
        found = flip_test(differences[:, enough], draws=draws, seed=seed)
        p[enough], adjusted[enough] = found.p, found.p_adjusted
    return p, adjusted


def _code_remarks(rates: Rates, who: _Who, before: Floats, after: Floats) -> Iterator[Remark]:
    """Say beside each code why a number is missing."""
    compared = [person for person, yes in zip(rates.persons, who.compared, strict=True) if yes]
    changed = (np.round(after - before, 9) != 0).sum(axis=0)
    speakers = np.array([(before > 0).sum(axis=0), (after > 0).sum(axis=0)])
    for column, code in enumerate(rates.codes):
        if not compared:
            yield Remark("nobody compared", code)
            continue
        if changed[column] < FEWEST_CHANGED:
            yield Remark("too few changed", code, {"changed": int(changed[column]), "needed": FEWEST_CHANGED})
        if not speakers[:, column].any():
            yield Remark("not mentioned", code)
        elif not speakers[:, column].all():
            yield Remark("one wave only", code, {"wave": rates.waves[int(speakers[1, column] > 0)]})
        elif len(compared) > 1 and (speakers[:, column] == 1).any():
            wave = int(speakers[0, column] != 1)
            person = compared[int((before, after)[wave][:, column].argmax())]
            yield Remark("one person carries", code, {"person": person, "wave": rates.waves[wave]})
        if len(compared) == 1:
            yield Remark("one person", code)


def _persons_table(rates: Rates, who: _Who) -> pd.DataFrame:
    """Lay out every person interviewed in either wave x every code, with what became of it."""
    import pandas as pd

    seen = np.array([status != "" for status in who.status], dtype=bool)
    mentions, found = rates.mentions[seen], rates.rates[seen]
    words = rates.words[seen]
    trajectory = name_trajectories(mentions[:, 0], mentions[:, 1], words[:, 0], words[:, 1], covered=who.compared[seen])
    persons = [person for person, yes in zip(rates.persons, seen, strict=True) if yes]
    notes = [note for note, yes in zip(who.notes, seen, strict=True) if yes]
    codes = len(rates.codes)
    return pd.DataFrame({
        "person": np.repeat(np.array(persons, dtype=object), codes),
        "code": list(rates.codes) * len(persons),
        "mentions_before": mentions[:, 0].ravel(), "mentions_after": mentions[:, 1].ravel(),
        "rate_before": found[:, 0].ravel(), "rate_after": found[:, 1].ravel(),
        "difference": np.round(found[:, 1] - found[:, 0], 9).ravel(),
        "trajectory": trajectory.ravel().astype(object), "note": np.repeat(np.array(notes, dtype=object), codes),
    })  # fmt: skip


def _mean(rates: Floats) -> Floats:
    return rates.mean(axis=0) if len(rates) else np.full(rates.shape[1], np.nan)


def _warnings(rates: Rates, who: _Who, floor: int) -> Iterator[Remark]:
    """Say about the whole who was left out, and what so few persons can show."""
    for kind, statuses in (("left out, one wave", ("leaver", "newcomer")), ("left out, little text", STATUSES[1:2])):
        persons = [person for person, status in zip(rates.persons, who.status, strict=True) if status in statuses]
        if persons:
            yield Remark(kind, values={"persons": ", ".join(persons), "floor": floor})
    pairs = int(who.compared.sum())
    if not pairs:
        yield Remark("no pairs", values={"before": rates.waves[0], "after": rates.waves[1]})
    elif pairs < FEWEST_CHANGED:
        yield Remark("no test possible", values={"compared": pairs, "needed": FEWEST_CHANGED})
    elif pairs < 9:
        yield Remark("smallest p", values={"compared": pairs, "p": p_value(smallest_p(pairs))})
