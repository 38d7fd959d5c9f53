"""Measures: from counts and exposure to rates that do not depend on how long somebody spoke.

Every measure is a number for each person, wave and code; missing where the person was not interviewed or said nothing.
Measures that count turns are here for comparison with older work only: they change when turns get longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.panel import Panel, Source
from bp_qual.panel.segments import Segments
from bp_qual.wording.measures import check_measure

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

DIGITS = 9


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """Rates and what they are made of, as arrays of persons x waves (x codes).

    ``persons`` are all of the panel's. ``words``, ``mentions`` and ``rates`` are nan for who was not interviewed.

    >>> from bp_qual.panel import make_panel
    >>> panel = make_panel([{"person": "P01", "wave": "2010", "code": "hokjes", "mentions": 3}],
    ...                    [{"person": "P01", "wave": "2010", "words": 1500}])
    >>> measure_rates(panel, ("2010",)).rates.tolist()
    [[[2.0]]]
    """

    persons: tuple[str, ...]
    waves: tuple[str, ...]
    codes: tuple[str, ...]
    words: Floats
    mentions: Floats
    rates: Floats


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
        that stand in such sentences; `presence`: share of all stretches as long as the person's shortest interview
        that hold one; `turns`: share of turns, which depends on how long turns are.
    negated, prompted : bool
        False leaves out mentions that are negated, or that answer a question in which a term of the same code was used.

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
    if panel.source is None:
        mentions, rates = _from_counts(panel, waves, measure, words, whole=negated and prompted)
    else:
        hits = _hits(panel, panel.source, waves, negated=negated, prompted=prompted)
        mentions = hits.counted(hits.own) + 0.0 * words[:, :, None]
        rates = _from_hits(panel, hits, measure, words)
    return Rates(panel.persons, waves, panel.codes, words, mentions, rates)


def _from_counts(
    panel: Panel, waves: tuple[str, ...], measure: str, words: Floats, *, whole: bool
) -> tuple[Floats, Floats]:
    known = {"mentions": "words", "sentences": "sentences"}
    if not whole:
        raise ValueError("leaving out negated or prompted mentions needs codings; these counts came without them")
    if measure not in known or panel.counts[measure].isna().any() or panel.exposure[known[measure]].isna().any():
        raise ValueError(f"the measure {measure!r} needs codings; these counts came without them")
    mentions = _counts(panel, waves, "mentions")
    if measure == "mentions":
        return mentions, 1000.0 * mentions / _positive(words)[:, :, None]
    spoken = _positive(_exposure(panel, waves, "sentences"))
    return mentions, 100.0 * _counts(panel, waves, "sentences") / spoken[:, :, None]


def _from_hits(panel: Panel, hits: _Hits, measure: str, words: Floats) -> Floats:
    spoken = _positive(words)[:, :, None]
    if measure == "mentions":
        return 1000.0 * hits.counted(hits.own) / spoken
    if measure == "presence":
        return 100.0 * _presence(hits, words)
    if measure == "words":
        first = hits.first_in(hits.sentence)
        return 100.0 * hits.counted(first, hits.segments.words[hits.sentence[first]]) / spoken
    unit, column = (hits.sentence, "sentences") if measure == "sentences" else (hits.turn, "turns")
    whole = _exposure(panel, hits.waves, column)[:, :, None] + 0.0 * spoken
    return 100.0 * hits.counted(hits.first_in(unit)) / whole


@dataclass(frozen=True, slots=True, eq=False)
class _Hits:
    """The codings that count, as parallel arrays; rows of `cell` are persons x waves, flattened."""

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


def _hits(panel: Panel, source: Source, waves: tuple[str, ...], *, negated: bool, prompted: bool) -> _Hits:
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
    return _Hits(segments, waves, shape, cell, segments.code[kept], sentence, turn, segments.at[kept])


def _presence(hits: _Hits, words: Floats) -> Floats:
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
    """Return the share of all stretches of `length` words, in `words` words, that hold one of the places `at`.

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
    counted = panel.counts[column].to_numpy(dtype=float).reshape(len(panel.exposure), len(panel.codes))
    found = np.full((len(panel.persons), len(waves), len(panel.codes)), np.nan)
    rows = {person: row for row, person in enumerate(panel.persons)}
    for row, (person, wave) in enumerate(zip(panel.exposure["person"], panel.exposure["wave"], strict=True)):
        if wave in waves:
            found[rows[person], waves.index(wave)] = counted[row]
    return found


def _positive(values: Floats) -> Floats:
    return np.where(values > 0, values, np.nan)
