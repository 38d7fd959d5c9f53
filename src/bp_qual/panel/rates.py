"""Measures: from counts and exposure to rates that do not depend on how long somebody spoke.

Every measure is a number for each person, wave and code; missing where the person was not interviewed or said nothing.
Measures that count turns are here for comparison with older work only: they change when turns get longer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bp_qual.panel import Panel, Source
from bp_qual.panel.segments import Segments
from bp_qual.wording.measures import check_measure

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

DIGITS = 9


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """Rates and what they are made of, as arrays of persons x waves (x codes).

    ``persons`` are all of the panel's. ``words``, ``mentions`` and ``rates`` are NaN for persons who were not
    interviewed; ``mentions`` and ``rates`` also where nobody looked for the code.

    >>> measure_rates(panel, ("2010", "2020")).rates[1].tolist()  # P02: contact and money
    [[1.0, 1.5], [1.0, 0.0]]
    """

    persons: tuple[str, ...]
    waves: tuple[str, ...]
    codes: tuple[str, ...]
    words: Floats
    mentions: Floats
    rates: Floats
    units: Floats

    @property
    def uncoded(self) -> Flags:
        """Where somebody was interviewed and nobody looked for the code: persons x waves x codes.

        >>> bool(measure_rates(panel, ("2010", "2020")).uncoded.any())
        False
        """
        return np.isnan(self.mentions) & np.isfinite(self.words)[:, :, None]


def measure_rates(
    panel: Panel,
    waves: Sequence[str],
    *,
    measure: str = "mentions",
    negated: bool = True,
    prompted: bool = True,
) -> Rates:
    """Return the rates of every person of the panel in these waves.

    Parameters
    ----------
    panel : Panel
        The counts.
    waves : sequence of str
        Which waves, in this order.
    measure : str
        `mentions` per 1,000 respondent words; `sentences`: share of sentences that hold one; `words`: share of words
        that are in such sentences; `presence`: share of all stretches as long as the person's shortest interview
        that hold one; `turns`: share of turns, which depends on how long turns are.
    negated, prompted : bool
        False leaves out mentions that are negated, or that answer a question in which a term of the same code was used.

    Returns
    -------
    Rates
        Arrays of persons x waves x codes; NaN for persons who were not interviewed in a wave, and for what was not
        coded.

    Raises
    ------
    ValueError
        For an unknown measure, or one that needs codings where the counts came without them.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> panel = make_panel([], [{"person": "P01", "wave": "2010", "words": 900}], codes=["hokjes"])
    >>> measure_rates(panel, ("2010", "2020")).words.tolist()
    [[900.0, nan]]
    """
    check_measure(measure)
    waves = tuple(waves)
    words = _exposure(panel, waves, "words")
    source = panel.source
    hits = None if source is None else _hits(panel, source, waves, negated=negated, prompted=prompted)
    if hits is None and not (negated and prompted):
        raise ValueError("leaving out negated or prompted mentions needs codings; these counts came without them")
    tally = Tally(panel, waves, measure, words, hits)
    units = _units(panel, waves, measure)
    mentions, rates = tally.counted("mentions"), COMPUTED[measure].rate(tally)
    if panel.uncoded:
        gaps = _gaps(panel, waves)
        mentions, rates = np.where(gaps, np.nan, mentions), np.where(gaps, np.nan, rates)
    return Rates(panel.persons, waves, panel.codes, words, mentions, rates, units)


def _gaps(panel: Panel, waves: Sequence[str]) -> Flags:
    """Lay out what was not coded as persons x waves x codes."""
    gaps = np.zeros((len(panel.persons), len(waves), len(panel.codes)), dtype=bool)
    rows, columns, codes = (
        {name: number for number, name in enumerate(names)} for names in (panel.persons, waves, panel.codes)
    )
    for person, wave, code in panel.uncoded:
        if wave in columns and person in rows and code in codes:
            gaps[rows[person], columns[wave], codes[code]] = True
    return gaps


def count_mentions(panel: Panel, *, negated: bool = True, prompted: bool = True) -> pd.DataFrame:
    """Return the panel's counts, without the mentions that are left out.

    Parameters
    ----------
    panel : Panel
        A panel of codings, where anything is left out.
    negated, prompted : bool
        As in `measure_rates`.

    Returns
    -------
    DataFrame
        With the rows and columns of `Panel.counts`.

    Examples
    --------
    >>> count_mentions(panel).head(2)
      person  wave     code  mentions  sentences  present
    0    P01  2010  contact         0        NaN        0
    1    P01  2010    money         0        NaN        0
    """
    if panel.source is None or (negated and prompted):
        return panel.counts
    hits = _hits(panel, panel.source, panel.waves, negated=negated, prompted=prompted)
    mentions, sentences = hits.counted(hits.own), hits.counted(hits.first_in(hits.sentence))
    persons, waves = panel.exposure["person"].map(panel.persons.index), panel.exposure["wave"].map(panel.waves.index)
    coded = ~_gaps(panel, panel.waves)[persons, waves]
    own = mentions[persons, waves][coded].astype(int)
    found = sentences[persons, waves][coded].astype(int)
    return panel.counts.assign(mentions=own, sentences=found, present=(own > 0).astype(int))


def _units(panel: Panel, waves: tuple[str, ...], measure: str) -> Floats:
    """What one unit adds to a rate; zero for a measure that counts no units."""
    formula = COMPUTED[measure]
    return formula.scale / _positive(_exposure(panel, waves, formula.exposure))


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """What a measure is computed from: counts of persons x waves x codes, and how much each person said.

    ``hits`` are the codings that count; None where the counts came without codings.

    >>> Tally(panel, ("2010",), "mentions", np.full((3, 1), 2000.0), None).counted("mentions").tolist()
    [[[0.0, 0.0]], [[2.0, 3.0]], [[0.0, 3.0]]]
    """

    panel: Panel
    waves: tuple[str, ...]
    measure: str
    words: Floats
    hits: CodingPlaces | None

    @property
    def spoken(self) -> Floats:
        """Words of each person and wave, over codes; NaN where there are none."""
        return _positive(self.words)[:, :, None]

    def needed_hits(self) -> CodingPlaces:
        """Return the codings, or refuse where the counts came without them."""
        if self.hits is None:
            raise ValueError(f"the measure {self.measure!r} needs codings; these counts came without them")
        return self.hits

    def counted(self, unit: str) -> Floats:
        """Count `mentions`, or the `sentences` or `turns` with the code."""
        if self.hits is None:
            if unit not in self.panel.counts or self.panel.counts[unit].isna().any():
                self.needed_hits()
            return _counts(self.panel, self.waves, unit)
        interviewed = 0.0 * self.words[:, :, None]
        units = {"mentions": self.hits.own, "sentences": self.hits.sentence, "turns": self.hits.turn}
        return self.hits.counted(self.hits.first_in(units[unit])) + interviewed

    def exposure(self, unit: str) -> Floats:
        """How many `sentences` or `turns` each person said, over codes."""
        if self.panel.exposure[unit].isna().any():
            self.needed_hits()
        return _positive(_exposure(self.panel, self.waves, unit))[:, :, None] + 0.0 * self.spoken


def _mentions(tally: Tally) -> Floats:
    return 1000.0 * tally.counted("mentions") / tally.spoken


def _sentences(tally: Tally) -> Floats:
    return 100.0 * tally.counted("sentences") / tally.exposure("sentences")


def _words(tally: Tally) -> Floats:
    hits = tally.needed_hits()
    first = hits.first_in(hits.sentence)
    return 100.0 * hits.counted(first, hits.segments.words[hits.sentence[first]]) / tally.spoken


def _stretches(tally: Tally) -> Floats:
    return 100.0 * _presence(tally.needed_hits(), tally.words)


def _turns(tally: Tally) -> Floats:
    return 100.0 * tally.counted("turns") / tally.exposure("turns")


class Formula(NamedTuple):
    """How a measure is computed, and what one unit more would add to it: ``scale`` over the person's ``exposure``.

    ``exposure`` is a column of `Panel.exposure` (`interviews`, `words`, `sentences`, `turns`). Two rates that differ by
    less than half a unit count as the same (`compare.sameness`); ``scale`` is 0 for a measure that counts no units.

    >>> COMPUTED["mentions"].exposure, COMPUTED["mentions"].scale
    ('words', 1000.0)
    """

    rate: Callable[[Tally], Floats]
    exposure: str
    scale: float


# A row for each row of `wording.measures`; a share of words counts sentences of mean length.
COMPUTED: dict[str, Formula] = {
    "mentions": Formula(_mentions, "words", 1000.0),
    "sentences": Formula(_sentences, "sentences", 100.0),
    "words": Formula(_words, "sentences", 100.0),
    "presence": Formula(_stretches, "words", 0.0),
    "turns": Formula(_turns, "turns", 100.0),
}


@dataclass(frozen=True, slots=True, eq=False)
class CodingPlaces:
    """The codings that count, as parallel arrays.

    `shape` is persons x waves x codes; `cell` the person and wave of each coding in it, flattened; `code` its code;
    `sentence` and `turn` number the sentence and turn it begins in, over the whole corpus; `at` is the place of its
    first word among the words of the person in that wave, from 0.
    """

    segments: Segments
    waves: tuple[str, ...]
    shape: tuple[int, int, int]
    cell: NDArray[np.int64]
    code: NDArray[np.int64]
    sentence: NDArray[np.int64]
    turn: NDArray[np.int64]
    at: NDArray[np.int64]

    @property
    def own(self) -> NDArray[np.int64]:
        """The row of every hit."""
        return np.arange(len(self.code))

    def first_in(self, unit: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give the first hit of each code in each unit, so that a unit counts once."""
        rows: NDArray[np.int64] = np.unique(unit * self.shape[2] + self.code, return_index=True)[1]
        return rows

    def counted(self, rows: NDArray[np.int64], weights: NDArray[np.int64] | None = None) -> Floats:
        """Add up hits over persons x waves x codes."""
        place = self.cell[rows] * self.shape[2] + self.code[rows]
        size = int(np.prod(self.shape))
        return np.bincount(place, weights, minlength=size).astype(float).reshape(self.shape)


def _hits(panel: Panel, source: Source, waves: tuple[str, ...], *, negated: bool, prompted: bool) -> CodingPlaces:
    corpus, segments = source.corpus, source.segments
    rows = {person: row for row, person in enumerate(panel.persons)}
    person = np.array([rows.get(name, -1) for name in corpus.persons], dtype=np.int64)
    column = np.array([waves.index(name) if name in waves else -1 for name in corpus.waves], dtype=np.int64)
    wave = column[segments.wave[segments.sentence]]
    kept = (wave >= 0) & (negated | ~segments.negated) & (prompted | ~segments.prompted)
    sentence = segments.sentence[kept]
    cell = person[segments.person[sentence]] * len(waves) + wave[kept]
    turn = segments.interview[sentence] * (segments.turn.max(initial=0) + 1) + segments.turn[sentence]
    shape = (len(panel.persons), len(waves), len(panel.codes))
    return CodingPlaces(segments, waves, shape, cell, segments.code[kept], sentence, turn, segments.at[kept])


def _presence(hits: CodingPlaces, words: Floats) -> Floats:
    """Share of all stretches as long as the person's shortest interview that hold a mention."""
    shortest = np.where(words > 0, words, np.inf).min(axis=1)
    share = np.where(words > 0, 0.0, np.nan)[:, :, None] * np.ones(hits.shape[2])
    place = hits.cell * hits.shape[2] + hits.code
    order = np.lexsort((hits.at, place))
    for rows in np.split(order, np.flatnonzero(np.diff(place[order])) + 1) if len(order) else []:
        person, wave, code = np.unravel_index(place[rows[0]], hits.shape)
        share[person, wave, code] = share_of_windows(hits.at[rows], int(words[person, wave]), int(shortest[person]))
    return share


def share_of_windows(at: NDArray[np.int64], words: int, length: int) -> float:
    """Return the share of all stretches of `length` words in a talk that hold at least one of the positions `at`.

    Parameters
    ----------
    at : array of int
        Positions of mentions, counted in words from 0.
    words : int
        How long the talk is.
    length : int
        How long a stretch is; at most `words`.

    Returns
    -------
    float
        From 0 to 1.

    Examples
    --------
    >>> share_of_windows(np.array([0, 5]), 8, 1)
    0.25
    >>> share_of_windows(np.array([4]), 10, 10)
    1.0
    """
    windows = words - length + 1
    gaps = np.diff(np.concatenate([[-1], np.sort(at), [words]])) - 1
    return float(1.0 - np.maximum(gaps - length + 1, 0).sum() / windows)


def _exposure(panel: Panel, waves: tuple[str, ...], column: str) -> Floats:
    table = panel.exposure.pivot(index="person", columns="wave", values=column)
    found: Floats = table.reindex(index=list(panel.persons), columns=list(waves)).to_numpy(dtype=float)
    return found


def _counts(panel: Panel, waves: tuple[str, ...], column: str) -> Floats:
    """Lay the panel's rows out as persons x waves x codes."""
    found = np.full((len(panel.persons), len(waves), len(panel.codes)), np.nan)
    table = panel.counts[panel.counts["wave"].isin(waves)]
    places = tuple(
        table[name].map({value: number for number, value in enumerate(order)}).to_numpy(dtype=np.int64)
        for name, order in (("person", panel.persons), ("wave", waves), ("code", panel.codes))
    )
    found[places] = table[column].to_numpy(dtype=float)
    return found


def _positive(values: Floats) -> Floats:
    return np.where(values > 0, values, np.nan)
