"""The change between two waves once it is known how good the coding is in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from bp_qual.coding.passages import pair_passages
from bp_qual.statistics.corrected import Corrected, correct_difference, weigh_units
from bp_qual.statistics.intervals import ratio_of_means
from bp_qual.statistics.special_functions import special_functions
from bp_qual.statistics.thresholds import FEWEST_CHANGED
from bp_qual.validation.labelled import Labelled

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Per = Literal["words", "sentences", "passages"]
PERS: tuple[Per, ...] = ("words", "sentences", "passages")

FEWEST = 10  # passages in each wave in which the person found the code
MOST_BROAD = 0.1  # of these may be marked over several sentences at once
TOO_FEW, TOO_FEW_PERSONS, BROAD = "too few found", "too few persons", "whole passages marked"
NOT_JUDGED, PART_JUDGED = "not judged", "part not judged"
CHANGE_COLUMNS = (
    "code", "before", "after", "persons", "drawn", "judged", "unjudged", "human_before", "human_after",
    "broad_before", "broad_after", "naive", "change", "low", "high", "p", "error", "design_error", "bias",
    "bias_error", "naive_ratio", "ratio", "ratio_low", "ratio_high", "note",
)  # fmt: skip


def check_per(per: str) -> None:
    """Refuse what no change is corrected per.

    >>> check_per("turns")
    Traceback (most recent call last):
    ValueError: per is words, sentences or passages, not 'turns'
    """
    if per not in PERS:
        raise ValueError(f"per is words, sentences or passages, not {per!r}")


def correct_change(
    labelled: Labelled, *, before: str, after: str, per: Per = "words", level: float = 0.95,
    households: Sequence[Sequence[str]] | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Return the change of each code as the codebook finds it and as it is once its errors are taken out.

    Parameters
    ----------
    labelled : Labelled
        From `label_passages`.
    before, after : str
        The waves.
    per : {"words", "sentences", "passages"}
        *words*: mentions per 1,000 words. *sentences*, *passages*: the share of these in which the code is found.
    level : float
        Confidence level of the intervals.
    households : sequence of sequences of str, optional
        Who is compared, with those together who were interviewed together or live together: they count as one in the
        intervals. Everybody with talk in both waves, each alone, if not given.

    Returns
    -------
    DataFrame
        `CHANGE_COLUMNS`. ``naive`` is the change that the codebook finds, ``change`` the corrected one with limits and
        p for persons like these (``error``), ``design_error`` that for these interviews alone. ``bias`` is what of the
        naive change is error. ``note`` says why a code is not corrected: with fewer than six persons, those of a
        household as one, *too few persons*; where nobody judged it *not judged*, or not in the strata that ``unjudged``
        names *part not judged*; where the person found it in fewer than ten passages of a wave *too few found*. Of
        ``drawn`` passages ``judged`` were judged, and those stand for the others of their stratum. ``broad_before`` and
        ``broad_after`` say in how many of the passages found several sentences were marked at once, as with an x in a
        sheet: there a miss beside a hit of the codebook is not seen, so that with more than one in ten of a wave
        mentions and sentences are not corrected (*whole passages marked*), and passages are.

    Notes
    -----
    The bias and its error are there to be read, not to decide on: where the bias could be nothing, the naive change is
    still not shown to be right. For the method see `bp_qual.statistics.corrected.correct_difference`. The ratio is that
    of the persons' mean rates, both corrected, with jackknife limits. What a person marked counts as the codebook
    counts (`count_marked`), so that the two differ in what was found and not in how it was marked.

    References
    ----------
    Angelopoulos, Bates, Fannjiang, Jordan and Zrnic (2023), Prediction-powered inference, Science 382, 669-674. Egami,
    Hinck, Stewart and Wei (2023), Using imperfect surrogates for downstream inference, NeurIPS 36.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> from bp_qual.validation.labelled import label_passages
    >>> from bp_qual.validation.sampling import draw_sample
    >>> done = tuple(Event(wave, "done", n=1, interview=f"P01_{wave}") for wave in ("2010", "2020"))
    >>> units = draw_sample(corpus, codings, codebook, n=2).units
    >>> found = label_passages(units, place_codings(History("anna", done), corpus), codings, corpus, codebook)
    >>> correct_change(found, before="2010", after="2020", per="passages")[["code", "naive", "note"]].values.tolist()
    [['contact', 1.0, 'too few persons'], ['money', 0.0, 'too few persons']]
    """
    import pandas as pd

    check_per(per)
    of_whom = {person: number for number, members in enumerate(households or ()) for person in members}
    rows, person, wave, names = pair_passages(
        labelled.passages, before, after, persons=None if households is None else tuple(of_whom)
    )
    weights, who = np.zeros(len(labelled.passages)), np.zeros(len(labelled.passages), dtype=np.int64)
    weights[rows] = weigh_units(person, wave, _sizes(labelled, per)[rows], len(names))
    unit = person if households is None else np.array([of_whom[name] for name in names], dtype=np.int64)[person]
    who[rows] = np.unique(unit, return_inverse=True)[1]
    labels, found = _labels(labelled, per)
    frame = _Frame(labelled, before, after, who, weights, len(names), int(who.max(initial=-1)) + 1 if len(rows) else 0)
    table = [_row(frame, number, labels[number], found[number], level, per) for number in range(len(labelled.codes))]
    return pd.DataFrame(table, columns=list(CHANGE_COLUMNS))


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    labelled: Labelled
    before: str
    after: str
    who: Whole  # the household of the person of each passage
    weights: Floats
    persons: int
    units: int


def _sizes(labelled: Labelled, per: Per) -> Floats:
    if per == "passages":
        return np.ones(len(labelled.passages))
    sizes: Floats = labelled.passages[per].to_numpy(dtype=float) / (1000.0 if per == "words" else 1.0)
    return sizes


def _labels(labelled: Labelled, per: Per) -> tuple[Floats, Floats]:
    """Return what the codebook and the person found, counted for what the change is of."""
    if per == "sentences":
        return labelled.automatic_sentences, labelled.human_sentences
    if per == "words":
        return labelled.automatic, labelled.human
    human = np.where(np.isnan(labelled.human), np.nan, (labelled.human > 0).astype(float))
    return (labelled.automatic > 0).astype(float), human


def _row(frame: _Frame, number: int, automatic: Floats, human: Floats, level: float, per: Per) -> tuple[object, ...]:
    labelled, who, weights = frame.labelled, frame.who, frame.weights
    waves = labelled.passages["wave"].to_numpy(dtype=str)
    positive, seen = np.isfinite(human) & (human > 0), np.isfinite(human)
    found, broad = (
        [int((kind & (waves == wave)).sum()) for wave in (frame.before, frame.after)]
        for kind in (positive, positive & labelled.broad[number])
    )
    within = np.isin(waves, [frame.before, frame.after])
    judged, drawn = int((seen & within).sum()), int((within & (labelled.strata >= 0)).sum())
    left = labelled.unjudged_strata(number, within)
    naive = float((weights * automatic).sum())
    naive_ratio = float(_ratio(_rates(frame, automatic))[0]) if frame.units else np.nan
    head = (
        labelled.codes[number],
        frame.before,
        frame.after,
        frame.persons,
        drawn,
        judged,
        ", ".join(left),
        *found,
        *broad,
        naive,
    )
    nothing = (np.nan,) * 8
    vague = per != "passages" and any(n > MOST_BROAD * of for n, of in zip(broad, found, strict=True))
    reasons = {
        TOO_FEW_PERSONS: frame.units < FEWEST_CHANGED, NOT_JUDGED: not judged, PART_JUDGED: bool(left),
        TOO_FEW: min(found) < FEWEST, BROAD: vague,
    }  # fmt: skip
    note = next((reason for reason, holds in reasons.items() if holds), "")
    if note:
        return (*head, *nothing, naive_ratio, np.nan, np.nan, np.nan, note)
    strata = labelled.strata if labelled.stratified else None
    chances = labelled.chances[number]
    fixed = correct_difference(who, weights, automatic, human, chances, strata=strata, level=level)
    estimate = automatic + np.where(seen, (human - automatic) / chances, 0.0)
    ratio = _ratio(_rates(frame, estimate), level=level)
    return (
        *head, fixed.change, fixed.low, fixed.high, _p(fixed, frame.units), fixed.error, fixed.design_error, fixed.bias,
        fixed.bias_error, naive_ratio, *ratio, "",
    )  # fmt: skip


def _rates(frame: _Frame, labels: Floats) -> tuple[Floats, Floats]:
    """Return the rates of the households in both waves: the sums of those of their persons."""
    signed = [np.where(sign * frame.weights > 0, sign * frame.weights * labels, 0.0) for sign in (-1.0, 1.0)]
    earlier, later = (frame.persons * np.bincount(frame.who, own, frame.units).astype(np.float64) for own in signed)
    return earlier, later


def _ratio(rates: tuple[Floats, Floats], *, level: float = 0.95) -> tuple[float, float, float]:
    found = ratio_of_means(rates[0][:, None], rates[1][:, None], level=level)
    return float(found.value[0]), float(found.low[0]), float(found.high[0])


def _p(fixed: Corrected, persons: int) -> float:
    stdtr = special_functions().stdtr

    if fixed.error <= 0:  # all persons changed alike
        return 1.0 if fixed.change == 0 else float("nan")
    return float(2.0 * stdtr(persons - 1, -abs(fixed.change) / fixed.error))
