"""Accuracy: how often the codebook is right and how much it misses, in each wave, judged by a sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.coding.within_passages import find_passages
from bp_qual.statistics.accuracy_draws import ACCURACIES, AccuracyDraws, draw_accuracy, limits_of
from bp_qual.transcripts import Corpus
from bp_qual.validation.labelled import Labelled

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Terms = dict[tuple[int, str], list[str]]  # of the passage in a row, and a code

_EMPTY = (np.empty(0),) * 6


@dataclass(frozen=True, slots=True, eq=False)
class Accuracy:
    """How good the codebook is, judged by what a person found in a sample.

    Attributes
    ----------
    table : DataFrame
        code, wave, judged, unjudged (strata of which nobody judged a passage: then nothing is known of the wave as a
        whole), human (in how many of these the person found it), hits (in how many the codebook did), and
        ``precision``, ``recall``, ``f1`` and ``specificity`` of all passages of the wave, each with ``_low`` and
        ``_high``.
    differences : DataFrame
        code, before, after, measure, difference, low, high, lower: the later wave minus the earlier, and how probable
        it is that the measure is lower later.
    errors : DataFrame
        code, kind (*missed* or *wrong*), interview, person, wave, start, end, passage, terms.
    terms : DataFrame
        code, term, wave, judged, wrong: hits in passages of the sample, and in how many of these passages the person
        did not find the code.
    """

    table: pd.DataFrame
    differences: pd.DataFrame
    errors: pd.DataFrame
    terms: pd.DataFrame


def measure_accuracy(
    labelled: Labelled, hits: pd.DataFrame, corpus: Corpus, *, codes: Sequence[str] | None = None,
    before: str | None = None, after: str | None = None, level: float = 0.95, draws: int = 10_000, seed: int = 1,
) -> Accuracy:  # fmt: skip
    """Measure precision, recall, F1 and specificity of the codebook for each code and wave, and what it got wrong.

    Parameters
    ----------
    labelled : Labelled
        From `label_passages`.
    hits : DataFrame
        From `apply_codebook`.
    corpus : Corpus
        The interviews.
    codes : sequence of str, optional
        Only these.
    before, after : str, optional
        The waves between which `differences` is; the first and the last if not given.
    level : float
        Confidence level of the intervals.
    draws, seed : int
        Number of draws for the intervals, and their seed.

    Returns
    -------
    Accuracy
        Every number is about all passages of a wave: what was drawn with a small chance counts for more. A passage is
        right where the codebook and the person both found the code in it, or both did not.

    Raises
    ------
    ValueError
        For a wave that is not there.

    References
    ----------
    Brown, Cai and DasGupta (2001), Interval estimation for a binomial proportion, Statistical Science 16, 101-133; see
    `bp_qual.statistics.accuracy_draws.draw_accuracy`.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> from bp_qual.validation.labelled import label_passages
    >>> from bp_qual.validation.sampling import draw_sample
    >>> done = tuple(Event(wave, "done", n=1, interview=f"P01_{wave}") for wave in ("2010", "2020"))
    >>> hand = place_codings(History("anna", done), corpus)
    >>> units = draw_sample(corpus, codings, codebook, n=2).units
    >>> found = measure_accuracy(label_passages(units, hand, codings, corpus, codebook), codings, corpus)
    >>> found.terms.values.tolist()[0], found.errors["kind"].tolist()
    (['contact', 'neighbour', '2020', 1, 1], ['wrong', 'wrong', 'wrong'])
    """
    import pandas as pd

    ends = (before or corpus.waves[0], after or corpus.waves[-1]) if corpus.waves else ()
    for wave in ends:
        if wave not in corpus.waves:
            raise ValueError(f"there is no wave {wave!r}; there is {', '.join(corpus.waves)}")
    rows, found = [], dict[tuple[str, str], AccuracyDraws]()
    chosen = [code for code in labelled.codes if codes is None or code in codes]
    waves = labelled.passages["wave"].to_numpy(dtype=str)
    within = [waves == wave for wave in corpus.waves]
    for number, code in enumerate(labelled.codes):
        if code not in chosen:
            continue
        for at, (wave, inside) in enumerate(zip(corpus.waves, within, strict=True)):
            left = labelled.unjudged_strata(number, inside)
            known = inside & (not left)
            drawn = _draw(labelled, number, known, draws, seed + 1000 * number + at)
            found[code, wave] = drawn
            human = labelled.human[number, inside]
            judged = np.isfinite(human)
            low, high = drawn.limits(level)
            hit = labelled.automatic[number, inside][judged] > 0
            numbers = np.column_stack((drawn.value, low, high)).ravel().tolist()
            rows.append(
                (
                    code,
                    wave,
                    int(judged.sum()),
                    ", ".join(left),
                    int((human[judged] > 0).sum()),
                    int(hit.sum()),
                    *numbers,
                )
            )
    columns = [f"{name}{end}" for name in ACCURACIES for end in ("", "_low", "_high")]
    table = pd.DataFrame(rows, columns=["code", "wave", "judged", "unjudged", "human", "hits", *columns])
    differences = pd.DataFrame(
        list(_differences(tuple(chosen), ends, found, level)),
        columns=["code", "before", "after", "measure", "difference", "low", "high", "lower"],
    )
    terms = _terms_of(labelled, hits[hits["code"].isin(chosen)])
    return Accuracy(
        table, differences, _list_errors(labelled, chosen, terms, corpus), _count_terms(labelled, terms, corpus.waves)
    )


def _draw(labelled: Labelled, number: int, inside: NDArray[np.bool_], draws: int, seed: int) -> AccuracyDraws:
    """Put the passages of a wave into cells of stratum and label, and draw from them."""
    label, human = labelled.automatic[number, inside] > 0, labelled.human[number, inside]
    seen = np.isfinite(human)
    strata = np.where(seen, labelled.strata[inside] if labelled.stratified else 0, -1)
    weights = np.where(seen, 1.0 / labelled.chances[number, inside], 0.0)
    cells: list[tuple[float, ...]] = []
    for value in (True, False):
        own = label == value
        judged = [own & seen & (strata == stratum) for stratum in np.unique(strata[own & seen]).tolist()]
        if own.any() and not judged:  # a kind of passage that nobody judged
            cells.append((value, float(own.sum()), 0.0, 0.0, np.nan, 0.0))
        left = _others(float(own.sum()), [weights[inner] for inner in judged])
        for inner, others in zip(judged, left, strict=True):
            cell, yes = _standing_for_others(weights[inner]), human[inner] > 0
            counts = (float(len(cell) + others), float(len(cell)), float(yes.sum()))
            cells.append((value, *counts, float(cell[yes].sum() / cell.sum()), _worth(cell)))
    found, *columns = (np.array(column) for column in zip(*cells, strict=True)) if cells else _EMPTY
    sizes, seen_there, right, rest, worth = columns
    return draw_accuracy(
        sizes, found.astype(bool), seen_there, right, rest=rest, worth=worth, draws=draws, seed=seed
    )  # fmt: skip


def _standing_for_others(weights: Floats) -> Floats:
    """Return for how many passages that nobody judged each one that was judged stands; alike where for none."""
    others = np.maximum(weights - 1.0, 0.0)
    return others if others.sum() > 1e-9 else weights


def _others(total: float, judged: Sequence[Floats]) -> Floats:
    """Return how many passages of each cell nobody judged, which add up to how many there are of the label."""
    counts = np.array([len(weights) for weights in judged], dtype=float)
    raised = np.array([weights.sum() for weights in judged]) - counts
    parts = raised if raised.sum() > 1e-9 else counts
    numbers: Floats = (total - counts.sum()) * parts / max(parts.sum(), 1.0e-9)
    return numbers


def _worth(weights: Floats) -> float:
    return float(weights.sum() ** 2 / np.square(weights).sum())


def _differences(
    codes: tuple[str, ...], ends: tuple[str, ...], found: dict[tuple[str, str], AccuracyDraws], level: float
) -> Iterator[tuple[object, ...]]:
    tail = (1.0 - level) / 2.0
    if len(set(ends)) < 2:
        return
    first, last = ends
    for code in codes:
        before, after = found[code, first], found[code, last]
        for row, name in enumerate(ACCURACIES):
            value = float(after.value[row] - before.value[row])
            if not np.isfinite(value):
                continue
            draws = after.draws[row] - before.draws[row]
            low, high = limits_of(draws, tail)
            lower = float((draws[np.isfinite(draws)] < 0).mean())
            yield code, first, last, name, value, min(low, value), max(high, value), lower


def _list_errors(labelled: Labelled, chosen: Sequence[str], terms: Terms, corpus: Corpus) -> pd.DataFrame:
    import pandas as pd

    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    places = labelled.passages[["interview", "person", "wave", "start", "end"]].values.tolist()
    rows = []
    for number, code in enumerate(labelled.codes):
        if code not in chosen:
            continue
        human, automatic = labelled.human[number], labelled.automatic[number] > 0
        for at in np.flatnonzero(np.isfinite(human) & ((human > 0) != automatic)).tolist():
            interview, person, wave, start, end = places[at]
            shown = ", ".join(dict.fromkeys(terms.get((at, code), ())))
            kind = "wrong" if automatic[at] else "missed"
            rows.append((code, kind, interview, person, wave, start, end, texts[interview][start:end], shown))
    columns = ["code", "kind", "interview", "person", "wave", "start", "end", "passage", "terms"]
    return pd.DataFrame(rows, columns=columns)


def _terms_of(labelled: Labelled, hits: pd.DataFrame) -> Terms:
    """Return the terms that were found in each passage, for each code; each as early as it is among the hits."""
    found: Terms = {}
    counted = hits[hits["status"] != "rejected"]
    codes, terms = counted["code"].tolist(), counted["term"].astype(str).tolist()
    rank = {term: number for number, term in enumerate(dict.fromkeys(terms))}
    rows, codings = find_passages(labelled.passages, counted)
    places = zip(rows.tolist(), codings.tolist(), strict=True)
    for at, coding in sorted(places, key=lambda place: rank[terms[place[1]]]):
        found.setdefault((at, codes[coding]), []).append(terms[coding])
    return found


def _count_terms(labelled: Labelled, terms: Terms, waves: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    order = {wave: place for place, wave in enumerate(waves)}
    of = labelled.passages["wave"].astype(str).tolist()
    number = {code: row for row, code in enumerate(labelled.codes)}
    counts: dict[tuple[int, str, int], list[int]] = {}
    for (at, code), found in terms.items():
        if code not in number or not np.isfinite(labelled.human[number[code], at]):
            continue
        for term in set(found):
            count = counts.setdefault((number[code], term, order[of[at]]), [0, 0])
            count[0] += 1
            count[1] += int(labelled.human[number[code], at] == 0)
    rows = [(labelled.codes[code], term, waves[at], *count) for (code, term, at), count in sorted(counts.items())]
    return pd.DataFrame(rows, columns=["code", "term", "wave", "judged", "wrong"])
