"""The change between two waves from an automatic coder that errs, corrected by a sample that people coded.

All units have an automatic label, and some, drawn with known probabilities, that of a person too. What the coder gets
wrong in the sample, weighted up, is taken off what it found in all units.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.intervals import t_quantile

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Corrected:
    """A change, corrected.

    ``change`` is the mean over persons of after minus before, ``error`` its standard error for persons like these and
    ``design_error`` that for these transcripts alone (NaN where the sample does not tell); ``low`` and ``high`` are the
    limits for persons like these. ``naive`` is the change that the automatic labels give, ``bias`` what of it is error,
    with the standard error ``bias_error``. ``changes`` are those of the persons.

    >>> Corrected(0.1, 0.05, 0.04, -0.01, 0.21, 0.02, -0.08, 0.04, np.array([0.1, 0.1])).naive
    0.02
    """

    change: float
    error: float
    design_error: float
    low: float
    high: float
    naive: float
    bias: float
    bias_error: float
    changes: Floats


def weigh_units(person: Whole, wave: Whole, sizes: Floats, persons: int) -> Floats:
    """Return what each unit weighs in the mean over persons of their rate in the second wave minus that in the first.

    Parameters
    ----------
    person : array of units
        The number of the person.
    wave : array of units
        0 or 1.
    sizes : array of units
        What a person's rate is a mean over: 1 for a share of units, words for a rate per word.
    persons : int
        How many there are.

    Returns
    -------
    array of units

    Raises
    ------
    ValueError
        Where somebody has nothing in one of the waves.

    References
    ----------
    Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 5.6.

    Examples
    --------
    >>> weigh_units(np.array([0, 0, 0]), np.array([0, 1, 1]), np.ones(3), 1).tolist()
    [-1.0, 0.5, 0.5]
    """
    totals = np.zeros((persons, 2))
    np.add.at(totals, (person, wave), sizes)
    if (totals <= 0).any():
        raise ValueError("every person needs units in both waves")
    weights: Floats = np.where(wave == 1, 1.0, -1.0) / totals[person, wave] / persons
    return weights


def correct_difference(
    person: Whole, weights: Floats, automatic: Floats, human: Floats, chances: Floats, *,
    strata: Whole | None = None, level: float = 0.95,
) -> Corrected:  # fmt: skip
    """Return the change that people would have found, estimated from automatic labels and a sample that people coded.

    Parameters
    ----------
    person : array of units
        The number of the person, from 0.
    weights : array of units
        From `weigh_units`: the change is the sum of weights times labels; 0 for units that are not compared.
    automatic, human : array of units
        Labels, counts or scores; `human` is NaN where nobody coded the unit.
    chances : array of units
        Probability of the unit to be in the sample; above 0 for all.
    strata : array of units, optional
        Where units were drawn from strata without replacement, each with the same chance, the number of the stratum; of
        units that nobody coded it does not matter. Without it the design error is that of units drawn one by one.
    level : float
        Confidence level of the interval.

    Returns
    -------
    Corrected

    Notes
    -----
    The estimator is that of prediction-powered inference with its tuning at 1, in surveys the difference estimator: for
    each person the automatic change plus the weighted mean of the errors seen. It is unbiased whatever the automatic
    coder does. The interval takes the changes of the persons as the sample, so it holds differences between persons
    and the chance of the sample together, with the limits of Student's t: in simulations of 8, 12 and 24 persons these
    cover .93 to .97, so nothing is done about skewness. The bias is a diagnostic: where it is not significant, the
    automatic change is still not shown to be right, so never let it decide whether to correct.

    References
    ----------
    Angelopoulos, Bates, Fannjiang, Jordan and Zrnic (2023), Prediction-powered inference, Science 382, 669-674.
    Egami, Hinck, Stewart and Wei (2023), Using imperfect surrogates for downstream inference, NeurIPS 36. Särndal,
    Swensson and Wretman (1992), Model Assisted Survey Sampling, chapter 6.

    Examples
    --------
    >>> person, wave = np.array([0, 0, 0, 0, 1, 1, 1, 1]), np.array([0, 0, 1, 1] * 2)
    >>> weights = weigh_units(person, wave, np.ones(8), 2)
    >>> truth = np.array([0, 1, 1, 1, 0, 0, 1, 0.0])
    >>> found = correct_difference(person, weights, np.array([0, 1, 1, 0, 0, 0, 0, 0.0]), truth, np.ones(8))
    >>> found.naive, found.change, found.bias
    (0.0, 0.5, -0.5)
    """
    seen = ~np.isnan(human)
    raised = np.where(seen, 1.0 / chances, 0.0)
    errors = np.where(seen, human - automatic, 0.0)
    persons = int(person.max()) + 1 if len(person) else 0
    parts = weights * (automatic + raised * errors)
    changes: Floats = float(persons) * np.bincount(person, parts, persons).astype(np.float64)
    low, high = student_limits(changes, level=level)
    spread = float(changes.std(ddof=1)) if persons > 1 else np.nan
    variance = _design_variance(weights * errors, seen, chances, strata)
    bias = -float((weights * raised * errors).sum())
    design = float(np.sqrt(variance)) if np.isfinite(variance) else np.nan
    return Corrected(
        float(changes.mean()), spread / np.sqrt(persons), design, low, high,
        float((weights * automatic).sum()), bias, design, changes,
    )  # fmt: skip


def student_limits(changes: Floats, *, level: float = 0.95) -> tuple[float, float]:
    """Return the limits of Student's t for the mean of the persons' changes.

    >>> [round(limit, 3) for limit in student_limits(np.array([0.1, 0.2, 0.3]))]
    [-0.048, 0.448]
    """
    if len(changes) < 2:
        return float("nan"), float("nan")
    half = t_quantile(level, len(changes) - 1) * float(changes.std(ddof=1)) / np.sqrt(len(changes))
    return float(changes.mean() - half), float(changes.mean() + half)


def _design_variance(parts: Floats, seen: NDArray[np.bool_], chances: Floats, strata: Whole | None) -> float:
    """Return the variance that the sample adds: of strata drawn without replacement, or of units drawn one by one."""
    if strata is None:
        return float(((1.0 - chances[seen]) * np.square(parts[seen] / chances[seen])).sum())
    variance = 0.0
    for stratum in np.unique(strata[seen]):
        drawn = seen & (strata == stratum)
        number = int(drawn.sum())
        size = number / float(chances[drawn][0])
        if number >= size - 1e-9:
            continue
        if number < 2:
            return float("nan")
        variance += size**2 * (1.0 - number / size) * float(parts[drawn].var(ddof=1)) / number
    return variance
