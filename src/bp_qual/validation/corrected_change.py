"""The change between two waves once it is known how good the coding is in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.corrected import Corrected, correct_difference, weigh_units
from bp_qual.statistics.intervals import ratio_of_means
from bp_qual.validation.labelled import Labelled
from bp_qual.validation.sampling import pair_passages

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Per = Literal["words", "passages"]

FEWEST = 10  # passages in each wave in which the person found the code
TOO_FEW, TOO_FEW_PERSONS = "too few found", "too few persons"
CHANGE_COLUMNS = (
    "code", "before", "after", "persons", "judged", "human_before", "human_after", "naive", "change", "low", "high",
    "p", "error", "design_error", "bias", "bias_error", "naive_ratio", "ratio", "ratio_low", "ratio_high", "note",
)  # fmt: skip


def correct_change(
    labelled: Labelled, *, before: str, after: str, per: Per = "words", level: float = 0.95
) -> pd.DataFrame:
    """Return the change of each code as the codebook finds it and as it is once its errors are taken out.

    Parameters
    ----------
    labelled : Labelled
        From `label_passages`.
    before, after : str
        The waves; persons with talk in both are compared.
    per : {"words", "passages"}
        *words*: mentions per 1,000 words. *passages*: the share of passages in which the code is found.
    level : float
        Confidence level of the intervals.

    Returns
    -------
    DataFrame
        `CHANGE_COLUMNS`. ``naive`` is the change that the codebook finds, ``change`` the corrected one with limits and
        p for persons like these (``error``), ``design_error`` that for these interviews alone. ``bias`` is what of the
        naive change is error. A code that the person found in fewer than ten passages of a wave is not corrected:
        ``note`` is *too few found*; with fewer than three persons *too few persons*.

    Notes
    -----
    The bias and its error are there to be read, not to decide on: where the bias could be nothing, the naive change is
    still not shown to be right. For the method see `bp_qual.statistics.corrected.correct_difference`. The ratio is that
    of the persons' mean rates, both corrected, with jackknife limits.

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

    if per not in ("words", "passages"):
        raise ValueError(f"per is words or passages, not {per!r}")
    rows, person, wave = pair_passages(labelled.passages, before, after)
    persons = int(person.max()) + 1 if len(person) else 0
    sizes = (
        labelled.passages["words"].to_numpy(dtype=float) / 1000.0 if per == "words" else np.ones(len(labelled.passages))
    )
    who, weights = np.zeros(len(labelled.passages), dtype=np.int64), np.zeros(len(labelled.passages))
    who[rows], weights[rows] = person, weigh_units(person, wave, sizes[rows], persons)
    table = [
        _row(labelled, number, before, after, who, weights, persons, per, level)
        for number in range(len(labelled.codes))
    ]
    return pd.DataFrame(table, columns=list(CHANGE_COLUMNS))


def _row(
    labelled: Labelled, number: int, before: str, after: str, who: Whole, weights: Floats, persons: int, per: Per,
    level: float,
) -> tuple[object, ...]:  # fmt: skip
    automatic, human = labelled.automatic[number], labelled.human[number]
    if per == "passages":
        automatic, human = (automatic > 0).astype(float), np.where(np.isnan(human), np.nan, (human > 0).astype(float))
    waves = labelled.passages["wave"].to_numpy(dtype=str)
    positive = np.isfinite(human) & (human > 0)
    found = [int((positive & (waves == wave)).sum()) for wave in (before, after)]
    judged = int((np.isfinite(human) & np.isin(waves, [before, after])).sum())
    naive = float((weights * automatic).sum())
    naive_ratio = float(_ratio(_rates(who, weights, automatic, persons))[0]) if persons else np.nan
    head = (labelled.codes[number], before, after, persons, judged, *found, naive)
    nothing = (np.nan,) * 8
    note = TOO_FEW_PERSONS if persons < 3 else TOO_FEW if min(found) < FEWEST else ""
    if note:
        return (*head, *nothing, naive_ratio, np.nan, np.nan, np.nan, note)
    strata = labelled.strata if labelled.stratified else None
    fixed = correct_difference(who, weights, automatic, human, labelled.chances, strata=strata, level=level)
    seen = np.isfinite(human)
    estimate = automatic + np.where(seen, (human - automatic) / labelled.chances, 0.0)
    ratio = _ratio(_rates(who, weights, estimate, persons), level=level)
    return (
        *head, fixed.change, fixed.low, fixed.high, _p(fixed, persons), fixed.error, fixed.design_error, fixed.bias,
        fixed.bias_error, naive_ratio, *ratio, "",
    )  # fmt: skip


def _rates(who: Whole, weights: Floats, labels: Floats, persons: int) -> tuple[Floats, Floats]:
    """Return the rates of the persons in both waves."""
    earlier, later = (
        persons
        * np.bincount(who, np.where(sign * weights > 0, sign * weights * labels, 0.0), persons).astype(np.float64)
        for sign in (-1.0, 1.0)
    )
    return earlier, later


def _ratio(rates: tuple[Floats, Floats], *, level: float = 0.95) -> tuple[float, float, float]:
    found = ratio_of_means(rates[0][:, None], rates[1][:, None], level=level)
    return float(found.value[0]), float(found.low[0]), float(found.high[0])


def _p(fixed: Corrected, persons: int) -> float:
    from scipy.special import stdtr

    return float(2.0 * stdtr(persons - 1, -abs(fixed.change) / fixed.error)) if fixed.error > 0 else float("nan")
