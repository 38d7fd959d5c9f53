"""Recounts: the same change, counted in ways that answer a doubt about the design.

Would it still be there in openings of equal length, if who talks more counted more, if length is allowed for, without
the words that came or went? Not for choosing the nicest, but for seeing on what a result hangs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, Choices
from bp_qual.compare.coverage import alike, compared_on
from bp_qual.compare.households import membership
from bp_qual.compare.inclusion import Inclusion
from bp_qual.compare.sameness import find_changes
from bp_qual.compare.verdict import LIMIT
from bp_qual.panel import Panel
from bp_qual.panel.rates import DIGITS, Rates, measure_rates
from bp_qual.statistics.permutation import flip_test
from bp_qual.statistics.weighted import Reweighed, length_adjusted, word_weighted
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Places = tuple[NDArray[np.int64], ...]  # of numpy.ix_

RECOUNT_COLUMNS = ("code", "counted", "persons", "difference", "ratio", "p", "direction", "conclusion", "note")
RECOUNTS = ("equal openings", "word-weighted", "length-adjusted", "without drifting terms")


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """What a recount starts from: the panel, its rates in the two waves, who is compared, and who belong together.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 1000} for wave in ("2010", "2020")]
    >>> change = compare_waves(make_panel([], words, codes=["a"]))
    >>> Design(change.panel, change.rates, change.who, change.choices, change.households, change.drift).units.tolist()
    [[1.0]]
    """

    panel: Panel
    rates: Rates
    who: Inclusion
    choices: Choices
    households: tuple[tuple[str, ...], ...]
    drift: pd.DataFrame

    @property
    def units(self) -> Floats:
        """Households x persons compared, 1 where a person is of the household."""
        return membership(self.households, self.who.names)

    @property
    def coded(self) -> NDArray[np.bool_]:
        """Who is compared on which code: persons compared x codes."""
        return compared_on(self.rates, self.who)


def recounts_table(design: Design) -> pd.DataFrame:
    """Return every recount of every code that both topic guides asked for.

    Columns: code, counted (one of `RECOUNTS`), persons, difference, ratio (missing where there is none), p (of the
    sign-flip test; missing with fewer than six changed persons), direction and conclusion as in `vary_choices`, note.
    Openings of equal length and drifting terms need the codings; the measure `presence` is of equal length by itself.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": f"P{n}", "wave": w, "words": 900 + 400 * n} for n in range(8) for w in ("2010", "2020")]
    >>> counts = [{**row, "code": "a", "mentions": 2 if row["wave"] == "2010" else 6} for row in words]
    >>> change = compare_waves(make_panel(counts, words))
    >>> change.recounts[["counted", "conclusion"]].to_numpy().tolist()
    [['word-weighted', 'up']]
    """
    import pandas as pd

    rows = [row for name in RECOUNTS for row in _rows(design, name)] if len(design.who.names) else []
    order = {code: number for number, code in enumerate(design.rates.codes)}
    rows.sort(key=lambda row: order[str(row[0])])
    return pd.DataFrame(rows, columns=list(RECOUNT_COLUMNS))


def conclude(difference: float, p: float) -> tuple[str, str]:
    """Return the direction of a change, and the direction or `unclear` or `untested` as its conclusion.

    >>> conclude(1.0, 0.2), conclude(-1.0, 0.02)
    (('up', 'unclear'), ('down', 'down'))
    """
    direction = "up" if difference > 0 else "down" if difference < 0 else "same"
    if np.isnan(p):
        return direction, "untested"
    return direction, direction if p <= LIMIT else "unclear"


def _rows(design: Design, name: str) -> Iterator[tuple[object, ...]]:
    found = _RECOUNTED[name](design)
    if found is None:
        return
    persons = design.coded.sum(axis=0)
    for column, code in enumerate(design.rates.codes):
        difference, ratio, p = (float(values[column]) for values in (found.difference, found.ratio, found.p))
        if np.isnan(difference) or design.choices.asked_once(code):
            continue
        missing = {"no ratio counted so": np.isnan(ratio), "no test counted so": np.isnan(p)}
        notes = tuple(Remark(kind) for kind, applies in missing.items() if applies)
        yield (code, name, int(persons[column]), difference, ratio, p, *conclude(difference, p), notes)


def _equal_openings(design: Design) -> Reweighed | None:
    """Count in either interview only as many words from its beginning as the shorter one has."""
    source, choices, who = design.panel.source, design.choices, design.who
    if source is None or choices.measure == "presence":
        return None
    segments, corpus = source.segments, source.corpus
    words = design.rates.words
    shorter = np.where(who.compared, np.nan_to_num(words).min(axis=1), 0.0)
    rows = {person: row for row, person in enumerate(design.rates.persons)}
    person = np.array([rows.get(name, -1) for name in corpus.persons], dtype=np.int64)[segments.person]
    opening = segments.at < shorter[person[segments.sentence]]
    rates = _measured(design, opening)
    factor = np.divide(words, shorter[:, None], out=np.ones_like(words), where=shorter[:, None] > 0)
    opened = (rates.rates * factor[:, :, None])[who.compared]  # per word of the opening, not of the whole interview
    return _compared(design, opened[:, 0], opened[:, 1], np.round(opened[:, 1] - opened[:, 0], DIGITS))


def _without_drift(design: Design) -> Reweighed | None:
    """Leave out what terms found that only one wave has; only the codes that have such terms, or parts with them."""
    source, drift = design.panel.source, design.drift
    if source is None or drift.empty:
        return None
    found, gone = source.codings, np.zeros(len(source.codings), dtype=bool)
    touched = np.zeros(len(design.rates.codes), dtype=bool)
    for code, terms in drift.groupby("code", sort=False)["term"]:
        with_above = {str(code), *source.codebook.ancestors(str(code))}
        gone |= found["code"].isin(with_above).to_numpy() & found["term"].isin(set(terms)).to_numpy()
        touched |= np.array([own in with_above for own in design.rates.codes], dtype=bool)
    rates = _measured(design, ~gone)
    pairs = rates.rates[design.who.compared]
    result = _compared(design, pairs[:, 0], pairs[:, 1], find_changes(rates)[design.who.compared])
    return replace(result, difference=np.where(touched, result.difference, np.nan))


def _by_words(design: Design) -> Reweighed:
    compared = design.who.compared
    before, after = design.rates.rates[compared, 0], design.rates.rates[compared, 1]
    changes, words, seed = find_changes(design.rates)[compared], design.rates.words[compared], design.choices.seed

    def weigh(persons: Rows, own: Places, units: Floats) -> Reweighed:
        return word_weighted(before[own], after[own], words[persons], units=units, differences=changes[own], seed=seed)

    return _tested(design, _by_family(design, weigh), changes)


def _by_length(design: Design) -> Reweighed:
    changes = find_changes(design.rates)[design.who.compared]
    words, choices = design.rates.words[design.who.compared], design.choices

    def adjust(persons: Rows, own: Places, units: Floats) -> Reweighed:
        return length_adjusted(changes[own], words[persons], units=units, draws=choices.draws, seed=choices.seed)

    return _tested(design, _by_family(design, adjust), changes)


def _by_family(design: Design, count: Callable[[Rows, Places, Floats], Reweighed]) -> Reweighed:
    """Count the codes that the same persons are compared on together, each family with its own households."""
    coded, units = design.coded, design.units
    found = Reweighed(*(np.full(coded.shape[1], np.nan) for _ in range(3)))
    for persons, columns in alike(coded):
        if len(persons):
            homes = units[:, persons]
            own = count(persons, np.ix_(persons, columns), homes[homes.any(axis=1)])
            for name in ("difference", "ratio", "p"):
                getattr(found, name)[columns] = getattr(own, name)
    return found


_RECOUNTED = {
    "equal openings": _equal_openings,
    "word-weighted": _by_words,
    "length-adjusted": _by_length,
    "without drifting terms": _without_drift,
}


def _measured(design: Design, kept: NDArray[np.bool_]) -> Rates:
    """Measure as chosen, of some of the codings."""
    panel, choices = design.panel, design.choices
    assert panel.source is not None
    segments = panel.source.segments
    some = replace(
        segments, sentence=segments.sentence[kept], code=segments.code[kept], at=segments.at[kept],
        negated=segments.negated[kept], prompted=segments.prompted[kept],
    )  # fmt: skip
    smaller = replace(panel, source=replace(panel.source, segments=some))
    return measure_rates(
        smaller, choices.waves, measure=choices.measure, negated=choices.negated, prompted=choices.prompted
    )


def _compared(design: Design, before: Floats, after: Floats, changes: Floats) -> Reweighed:
    choices = design.choices

    def compare(_persons: Rows, own: Places, units: Floats) -> Reweighed:
        first, last = before[own].mean(axis=0), after[own].mean(axis=0)
        ratio = np.divide(last, first, out=np.full(len(first), np.nan), where=(first > 0) & (last > 0))
        p = flip_test(np.round(units @ changes[own], DIGITS), draws=choices.draws, seed=choices.seed).p
        return Reweighed(last - first, ratio, p)

    return _tested(design, _by_family(design, compare), changes)


def _tested(design: Design, found: Reweighed, changes: Floats) -> Reweighed:
    """Keep p where enough changed."""
    changed = (np.round(design.units @ np.where(design.coded, changes, 0.0), DIGITS) != 0).sum(axis=0)
    return replace(found, p=np.where(changed >= FEWEST_CHANGED, found.p, np.nan))
