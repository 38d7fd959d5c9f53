"""The persons: for each person and code what changed, and how far two interviews can show it.

What is tested is whether the two interviews differ by more than their own ups and downs, and by more than one person's
interviews differ from one occasion to the next. Where the codings are known, a person's talk is cut into blocks of some
300 words that are shuffled between the waves; p is that of the shuffle or that of the clustered counts with the
occasions' spread, whichever is larger. Where only counts are known a rule of thumb stands in: mentions vary four times
as much as independent ones would. Under 1,500 words in either interview nothing is said: bursts of talk need room to be
seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import Choices
from bp_qual.compare.coverage import alike, compared_on
from bp_qual.compare.inclusion import Inclusion
from bp_qual.compare.talk_blocks import Blocks, cut_in_blocks
from bp_qual.compare.trajectories import name_trajectories, trace_path
from bp_qual.compare.verdict import judge_persons
from bp_qual.panel import Panel
from bp_qual.panel.rates import DIGITS, Rates
from bp_qual.statistics.blocks import block_test, pooled_dispersion, resample_blocks
from bp_qual.statistics.intervals import clustered_ratio
from bp_qual.statistics.occasions import log_ratios, occasion_spread, shrink
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Texts = NDArray[np.str_]

LABEL_WORDS = 6 * 250  # in each interview: six blocks; with fewer, runs of talk look like change
UNEQUAL = 1.5  # so many times as long as the other interview, and chance alone makes more differences
RULE_OF_THUMB = 4.0
DRAWS, RESAMPLES = 1999, 200
FEWEST_REPEATS = 3

PATH_COLUMNS = ("person", "code", "path", "waves_heard")


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """How far each person's change can be shown, as arrays of persons x codes.

    ``shrunken`` is the ratio drawn towards that of the group, by which persons are put in order; ``occasion`` the log
    standard deviation between one person's interviews that p and the limits allow for.

    >>> none = np.zeros((0, 1))
    >>> label = none.astype(str)
    >>> Evidence(none, none, none, none, none, none, none, 0.5, label, label).p.shape
    (0, 1)
    """

    ratio: Floats
    low: Floats
    high: Floats
    p: Floats
    shrunken: Floats
    false_clear: Floats
    stability: Floats
    occasion: float
    label: Texts
    trajectory: Texts
    unsought: frozenset[str] = frozenset()


def assess_persons(panel: Panel, rates: Rates, who: Inclusion, choices: Choices) -> Evidence:
    """Assess for every person of the panel and every code how strong the evidence of change is.

    Parameters
    ----------
    panel : Panel
        The counts; with texts (`count_codes`) blocks of talk are shuffled too, and stability is known.
    rates : Rates
        Rates of everybody in the two waves.
    who : Inclusion
        Who is compared.
    choices : Choices
        Waves, level and seed, and what was asked when.

    Returns
    -------
    Evidence
        Arrays of persons x codes; NaN for persons who are not compared.

    Examples
    --------
    >>> assess_persons(panel, comparison.rates, comparison.who, comparison.choices).trajectory.tolist()[0]
    ['emerged', 'absent']
    """
    blocks = cut_in_blocks(panel, choices)
    phi = _dispersion(blocks, rates, who)
    occasion = _occasion(panel, rates, who, phi)
    words = rates.words[:, :, None]
    found = clustered_ratio(
        rates.mentions[:, 0], rates.mentions[:, 1], words[:, 0], words[:, 1], phi=phi, occasion=occasion,
        level=choices.level,
    )  # fmt: skip
    p, false_clear = found.p.copy(), np.full(found.p.shape, np.nan)
    for row in np.flatnonzero(who.compared):
        own = blocks.get(who.persons[row])
        if own is not None:
            shuffled, false_clear[row] = _shuffle(own, choices.seed)
            p[row] = np.maximum(p[row], shuffled)  # stays nan where the code was not coded
    coded: NDArray[np.bool_] = np.logical_not(rates.uncoded.any(axis=1))
    false_clear[~coded] = np.nan
    asked = np.array([choices.asked_once(code) == "" for code in rates.codes], dtype=bool)
    together: Floats = rates.mentions.sum(axis=1)  # NaN where a wave was not read: found in none is not known then
    enough = who.compared & (np.nan_to_num(rates.words).min(axis=1) >= LABEL_WORDS)
    uneven = _are_uneven(rates.words[:, 0], rates.words[:, 1])
    label = judge_persons(together, found.value, p, covered=enough, coded=coded, asked=asked, uneven=uneven)
    said = np.where(words > 0, words, np.nan)
    before, after = rates.mentions[:, 0] / said[:, 0], rates.mentions[:, 1] / said[:, 1]
    trajectory = name_trajectories(before, after, label == "clear", who.compared)
    trajectory[~coded] = "not covered"
    stability = np.full(p.shape, np.nan)
    for row in np.flatnonzero(who.compared):
        own = blocks.get(who.persons[row])
        if own is not None:
            stability[row] = _stability(own, trajectory[row], phi, occasion, asked & enough[row], choices.seed)
    stability[rates.uncoded.any(axis=1)] = np.nan
    shrunken = _shrunken(rates, who, phi)
    return Evidence(
        found.value, found.low, found.high, p, shrunken, false_clear, stability, occasion, label, trajectory,
        frozenset(panel.without_terms),
    )  # fmt: skip


def persons_table(rates: Rates, who: Inclusion, evidence: Evidence) -> pd.DataFrame:
    """Return what became of every code in everybody interviewed in either wave.

    Parameters
    ----------
    rates : Rates
        Rates of everybody in the two waves.
    who : Inclusion
        Who is compared, and why others are not.
    evidence : Evidence
        From `assess_persons`.

    Returns
    -------
    DataFrame
        The table `persons` of `Comparison`: one row for each person and code. A wave without an interview is NaN, never
        zero.

    Examples
    --------
    >>> table = persons_table(comparison.rates, comparison.who, comparison.person_evidence)
    >>> table.loc[table["code"] == "contact", ["person", "trajectory"]].to_dict("list")
    {'person': ['P01', 'P02', 'P03'], 'trajectory': ['emerged', 'persisted', 'not covered']}
    """
    import pandas as pd

    seen = ~who.with_status("")
    mentions, found = rates.mentions[seen], rates.rates[seen]
    codes = len(rates.codes)
    return pd.DataFrame({
        "person": _repeated(who.persons, seen, codes), "code": list(rates.codes) * int(seen.sum()),
        "mentions_before": mentions[:, 0].ravel(), "mentions_after": mentions[:, 1].ravel(),
        "rate_before": found[:, 0].ravel(), "rate_after": found[:, 1].ravel(),
        "difference": np.round(found[:, 1] - found[:, 0], DIGITS).ravel(),
        "trajectory": evidence.trajectory[seen].ravel().astype(object),
        "verdict": evidence.label[seen].ravel().astype(object), "note": _notes(rates, who, evidence, seen),
    })  # fmt: skip


def evidence_table(rates: Rates, who: Inclusion, evidence: Evidence) -> pd.DataFrame:
    """Return for everybody interviewed in both waves and every code how strong the evidence of change is.

    Parameters
    ----------
    rates : Rates
        Rates of everybody in the two waves.
    who : Inclusion
        Who is compared, and who has too little text.
    evidence : Evidence
        From `assess_persons`.

    Returns
    -------
    DataFrame
        person, code, ratio (half a mention added to each count), ratio_low, ratio_high, p, verdict (of `judge_persons`;
        none below 1,500 words in either wave), shrunken, stability, note. `shrunken` is the ratio drawn towards that of
        the group: it puts persons in order and has no interval. `stability` is the share of interviews, put together
        anew from the person's own blocks, in which the same trajectory comes out (judged by the interval's clusters,
        not by a new shuffle). Persons with too little text have NaN.

    Examples
    --------
    >>> comparison.evidence[["person", "code", "verdict"]].to_dict("records")[0]
    {'person': 'P01', 'code': 'contact', 'verdict': 'clear'}
    """
    import pandas as pd

    both = who.with_status("compared", "too little text", "not coded")
    judged = np.where(who.compared[:, None], 0.0, np.nan)[both]
    notes = [_evidence_note(who.notes[row], evidence.stability[row]) for row in np.flatnonzero(both)]
    return pd.DataFrame({
        "person": _repeated(who.persons, both, len(rates.codes)), "code": list(rates.codes) * int(both.sum()),
        "ratio": (evidence.ratio[both] + judged).ravel(), "ratio_low": (evidence.low[both] + judged).ravel(),
        "ratio_high": (evidence.high[both] + judged).ravel(), "p": (evidence.p[both] + judged).ravel(),
        "verdict": evidence.label[both].ravel().astype(object),
        "shrunken": (evidence.shrunken[both] + judged).ravel(), "stability": evidence.stability[both].ravel(),
        "note": [note for note in notes for _ in rates.codes],
    })  # fmt: skip


def log_shrunken(evidence: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Return the log of the shrunken ratio by person and code, from the table of `evidence_table`.

    >>> sorted(log_shrunken(comparison.evidence)) == [(p, c) for p in ("P01", "P02") for c in ("contact", "money")]
    True
    """
    table = evidence.dropna(subset=["shrunken"])
    places = zip(table["person"], table["code"], strict=True)
    return dict(zip(places, np.log(table["shrunken"]).tolist(), strict=True))


def _evidence_note(notes: tuple[Remark, ...], stability: Floats) -> tuple[Remark, ...]:
    return notes if notes or not np.isnan(stability).all() else (Remark("counts only"),)


def paths_table(rates: Rates) -> pd.DataFrame:
    """Return every person's course on every code over three waves or more: person, code, path (`0+.+`), waves_heard.

    >>> from bp_qual.panel.rates import measure_rates
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in "123"]
    >>> panel = make_panel([{"person": "P01", "wave": "2", "code": "a", "mentions": 1}], words)
    >>> paths_table(measure_rates(panel, panel.waves))["path"].tolist()
    ['0+0']
    """
    import pandas as pd

    if len(rates.waves) < 3:
        return pd.DataFrame(columns=list(PATH_COLUMNS))
    rows = [
        (person, code, trace_path(counts), int((counts > 0).sum()))
        for person, table in zip(rates.persons, rates.mentions, strict=True)
        for code, counts in zip(rates.codes, table.T, strict=True)
    ]
    return pd.DataFrame(rows, columns=list(PATH_COLUMNS))


def false_flags(evidence: Evidence) -> Remark | None:
    """Return how many clear changes chance alone would show among all that were judged; None where none is clear.

    What is not judged (a person with too few words, a code asked in one wave only) cannot be clear and does not count.

    >>> print(false_flags(comparison.person_evidence))
    1 of 3 person-by-code changes are clear; chance alone could give 1
    """
    judged = np.isin(evidence.label, ["clear", "uncertain", "no clear change"])
    shown = int((evidence.label == "clear").sum())
    if not shown:
        return None
    chance = np.where(np.isfinite(evidence.false_clear), evidence.false_clear, 0.05)[judged].sum()
    return Remark("false flags", values={"shown": shown, "cells": int(judged.sum()), "chance": int(np.ceil(chance))})


def _dispersion(blocks: Mapping[str, Blocks], rates: Rates, who: Inclusion) -> Floats:
    """Give how much the mentions of each code vary within the interviews of those who are compared on it."""
    phi = np.full(len(rates.codes), RULE_OF_THUMB)
    cut = np.array([person in blocks for person in who.names], dtype=bool)
    for persons, columns in alike(compared_on(rates, who)[cut]):
        own = [blocks[name] for name in np.array(who.names, dtype=object)[cut][persons]]
        parts = [part[:, columns] for b in own for part in (b.mentions[~b.later], b.mentions[b.later])]
        if parts:
            phi[columns] = pooled_dispersion(parts)
    return phi


def _shuffle(own: Blocks, seed: int) -> tuple[Floats, Floats]:
    """Test the codes the person mentions at all; nothing said is no evidence."""
    said = own.mentions.sum(axis=0) > 0
    p, chance = np.ones(len(said)), np.zeros(len(said))
    if said.any():
        found = block_test(own.mentions[:, said], own.words, own.later, draws=DRAWS, seed=seed)
        p[said], chance[said] = found.p, found.false_clear
    return p, chance


def _occasion(panel: Panel, rates: Rates, who: Inclusion, phi: Floats) -> float:
    """Estimate how much one person's interviews differ: from two in one wave where there are, else over persons."""
    same = _pairs_in_a_wave(panel)
    if same is not None and len(same[2]) >= FEWEST_REPEATS:
        return occasion_spread(*same, phi=phi, same_wave=True)
    mentions, words = rates.mentions[who.compared], rates.words[who.compared]
    return occasion_spread(mentions[:, 0], mentions[:, 1], words[:, 0], words[:, 1], phi=phi)


def _pairs_in_a_wave(panel: Panel) -> tuple[Floats, Floats, Floats, Floats] | None:
    """Give mentions and words of the first two interviews of everybody who had two or more in a wave."""
    if panel.source is None:
        return None
    segments = panel.source.segments
    interviews, at = np.unique(segments.interview, return_index=True)
    place = segments.person[at] * (int(segments.wave.max(initial=0)) + 1) + segments.wave[at]
    row = np.searchsorted(interviews, segments.interview)
    words = np.bincount(row, segments.words, minlength=len(interviews)).astype(float)
    codes = len(panel.codes)
    mentions = np.bincount(row[segments.sentence] * codes + segments.code, minlength=len(interviews) * codes)
    mentions = mentions.reshape(-1, codes).astype(float)
    order = np.argsort(place, kind="stable")
    first = np.flatnonzero(np.diff(place[order]) == 0)
    first = first[np.concatenate([[True], np.diff(first) > 1])] if len(first) else first
    earlier, later = order[first], order[first + 1]
    return mentions[earlier].astype(float), mentions[later].astype(float), words[earlier], words[later]


def _shrunken(rates: Rates, who: Inclusion, phi: Floats) -> Floats:
    """Give each person's ratio drawn towards the group's, code by code; NaN for persons not compared."""
    found = np.full((len(rates.persons), len(rates.codes)), np.nan)
    mentions, words = rates.mentions[who.compared], rates.words[who.compared]
    logs, noise = log_ratios(mentions[:, 0], mentions[:, 1], words[:, 0], words[:, 1], phi=phi)
    found[who.compared] = np.exp(shrink(logs, noise))
    return found


def _are_uneven(words_before: Floats, words_after: Floats) -> NDArray[np.bool_]:
    uneven: NDArray[np.bool_] = np.fmax(words_before, words_after) > UNEQUAL * np.fmin(words_before, words_after)
    return uneven


def _stability(own: Blocks, given: Texts, phi: Floats, occasion: float, asked: NDArray[np.bool_], seed: int) -> Floats:
    """In which share of interviews put together anew from the person's blocks the same trajectory comes out."""
    (before, words_before), (after, words_after) = (
        resample_blocks(own.mentions[own.later == later], own.words[own.later == later], draws=RESAMPLES,
                        seed=seed + int(own.later[0] != later))
        for later in (False, True)
    )  # fmt: skip
    spoken, said = words_before[:, None], words_after[:, None]
    found = clustered_ratio(before, after, spoken, said, phi=phi, occasion=occasion)
    covered = np.ones(RESAMPLES, dtype=bool)
    label = judge_persons(
        before + after, found.value, found.p, covered=covered, coded=np.ones(before.shape, dtype=bool), asked=asked,
        uneven=_are_uneven(words_before, words_after),
    )  # fmt: skip
    rates = before / spoken, after / said
    same: Floats = (name_trajectories(*rates, label == "clear", covered) == given).mean(axis=0)
    return same


def _notes(rates: Rates, who: Inclusion, evidence: Evidence, seen: NDArray[np.bool_]) -> list[tuple[Remark, ...]]:
    notes: list[tuple[Remark, ...]] = []
    gaps = rates.uncoded
    for row in np.flatnonzero(seen):
        for column, code in enumerate(rates.codes):
            waves = [wave for wave, gap in zip(rates.waves, gaps[row, :, column], strict=True) if gap]
            own = (Remark("not coded", values={"waves": waves}),) if waves else ()
            notes.append(who.notes[row] or ((Remark("not looked for"),) if code in evidence.unsought else own))
    return notes


def _repeated(persons: tuple[str, ...], kept: NDArray[np.bool_], codes: int) -> list[str]:
    return [person for person, yes in zip(persons, kept, strict=True) if yes for _ in range(codes)]
