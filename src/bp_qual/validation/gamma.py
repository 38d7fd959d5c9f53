"""Gamma of the passages of one code, for which the library pygamma-agreement is needed (extra ``[gamma]``)."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bp_qual.errors import StudyError
from bp_qual.extras import need
from bp_qual.statistics.yes_or_no import FEW_PERSONS, NO_DIFFERENCE, jackknife_limits
from bp_qual.validation.marked_spans import MarkedSpans, MarkedText

Floats = NDArray[np.float64]

GAMMA = "gamma"
DRAWS = 30
PRECISION = 0.02


def measure_gamma(
    spans: MarkedSpans, code: int, wave: str, *, level: float = 0.95, seed: int = 1
) -> tuple[float, float, float, str]:
    """Return gamma of one code, its limits over persons, and why it has none.

    Parameters
    ----------
    spans : MarkedSpans
        From `mark_spans`.
    code : int
        Its number in the codebook.
    wave : str
        Empty for all.
    level : float
        Confidence level of the interval.
    seed : int
        The same seed draws the same passages by chance.

    Returns
    -------
    value, low, high : float
        NaN where nobody marked anything, or nothing was finished by all; limits need three persons or more.
    why : str
        As in `jackknife_limits`.

    Raises
    ------
    StudyError
        Where pygamma-agreement is not installed.

    Notes
    -----
    The texts are laid behind each other, so far apart that no passage is taken for one of another text. Passages that
    belong together are found by the library, the distance between two is that of their ends by their lengths, and one
    without a partner costs 1. Chance is the passages of a coder moved round by a random number of words, drawn until
    its mean is known within 2 %. The limits leave out each person in turn and keep chance as it is.

    References
    ----------
    Mathet, Widlöcher and Métivier (2015), The unified and holistic method gamma for inter-annotator agreement measure
    and alignment, Computational Linguistics 41, 437-479. Titeux and Riad (2021), pygamma-agreement, Journal of Open
    Source Software 6, 2989.

    Examples
    --------
    >>> measure_gamma(MarkedSpans(()), 0, "")
    (nan, nan, nan, '')
    """
    texts = [text for text in spans.texts if wave in ("", text.wave) and code in text.marked]
    if not any(len(marked) for text in texts for marked in text.marked[code]):
        return np.nan, np.nan, np.nan, ""
    apart, units, chance = _align(texts, code, seed)
    if not apart.any():
        return 1.0, np.nan, np.nan, FEW_PERSONS if len(apart) < 3 else NO_DIFFERENCE
    coders = len(texts[0].marked[code])
    value = _gamma(apart.sum(), units.sum(), chance, coders)
    without = np.array([_gamma(apart.sum() - own, units.sum() - n, chance, coders)
                        for own, n in zip(apart, units, strict=True)])  # fmt: skip
    low, high, why = jackknife_limits(np.array([value]), without[:, np.newaxis], level=level)
    return value, float(low[0]), float(high[0]), str(why[0])


def _gamma(apart: float, units: float, chance: float, coders: int) -> float:
    return 1 - apart / (units / coders) / chance if units else np.nan


def _align(texts: Sequence[MarkedText], code: int, seed: int) -> tuple[Floats, Floats, float]:
    """Return of each person the disorder of the passages and how many they are, and the disorder that chance gives."""
    library = need("pygamma_agreement", GAMMA, extra=GAMMA, error=StudyError)
    continuum, ends = _lay_out(library, texts, code)
    distance = library.PositionalSporadicDissimilarity(delta_empty=1.0)
    sampler = library.ShuffleContinuumSampler()
    with _quiet(), _seeded(seed):
        found = continuum.compute_gamma(
            distance, n_samples=DRAWS, precision_level=PRECISION, sampler=sampler, fast=True
        )
    persons = list(dict.fromkeys(text.person for text in texts))
    apart, units = np.zeros(len(persons)), np.zeros(len(persons))
    for pair in found.best_alignment.unitary_alignments:
        marked = [unit.segment for _, unit in pair.n_tuple if unit is not None]
        person = persons.index(texts[int(np.searchsorted(ends, marked[0].start, side="right"))].person)
        apart[person] += pair.disorder
        units[person] += len(marked)
    return apart, units, float(found.expected_disorder)


def _lay_out(library: Any, texts: Sequence[MarkedText], code: int) -> tuple[Any, Floats]:
    """Return the texts behind each other as the library takes them, and where each ends."""
    from pyannote.core import Segment

    longest = max(int(end - start) for text in texts for marked in text.marked[code] for start, end in marked)
    ends = np.cumsum([text.length + 2.0 * longest for text in texts])
    continuum = library.Continuum()
    for coder in range(len(texts[0].marked[code])):
        continuum.add_annotator(str(coder))
    for text, last in zip(texts, ends, strict=True):
        begin = last - text.length - 2.0 * longest
        for coder, marked in enumerate(text.marked[code]):
            for start, end in marked.tolist():
                continuum.add(str(coder), Segment(begin + start, begin + end), "")
    continuum.bound_inf, continuum.bound_sup = 0.0, float(ends[-1])
    return continuum, ends


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """Draw by a seed: the library draws from the one generator that numpy shares."""
    before = np.random.get_state()
    np.random.seed(seed)
    try:
        yield
    finally:
        np.random.set_state(before)


@contextmanager
def _quiet() -> Iterator[None]:
    """Let the library and its solver say nothing about how they solve."""
    import cvxopt.glpk

    cvxopt.glpk.options["msg_lev"] = "GLP_MSG_OFF"
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)
