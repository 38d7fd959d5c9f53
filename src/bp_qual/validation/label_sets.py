"""All codes together: how far the sets of codes are from each other that coders gave to a passage."""

from __future__ import annotations

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.judgements import Judgements
from bp_qual.statistics.coefficients import count_coincidences, krippendorff_alpha, masi_distance
from bp_qual.statistics.yes_or_no import jackknife_limits


def agree_on_sets(
    judged: Judgements, codebook: Codebook, wave: str, *, level: float = 0.95
) -> tuple[int, int, float, float, float, str]:
    """Return the alpha of sets of codes with MASI distances, in the passages that two coders judged for all codes.

    Parameters
    ----------
    judged : Judgements
        What coders found.
    codebook : Codebook
        A code is in the set where a coder gave it, not where only one below it was given.
    wave : str
        Empty for all.
    level : float
        Confidence level of the interval.

    Returns
    -------
    tuple
        Persons, units, alpha, its limits over persons, and why it has none.

    Examples
    --------
    >>> from bp_qual.coding.judgements import collect_judgements
    >>> agree_on_sets(collect_judgements([], corpus, codebook), codebook, "")[:2]
    (0, 0)
    """
    whole = np.asarray((judged.found >= 0).all(axis=0), dtype=bool).reshape(judged.found.shape[1:])
    kept = whole.sum(axis=1) > 1
    if wave:
        kept = kept & (judged.passages["wave"] == wave).to_numpy(dtype=bool)
    rows = np.flatnonzero(kept)
    below = _givers(judged, codebook)
    known: dict[frozenset[str], int] = {frozenset(): 0}
    ratings = np.full((len(rows), len(judged.coders)), -1, dtype=np.int64)
    for at, row in enumerate(rows.tolist()):
        for column in np.flatnonzero(whole[row]).tolist():
            present = {judged.codes[n] for n in np.flatnonzero(judged.found[:, row, column] == 1)}
            labels = frozenset(code for code in present if not (below[code] & present))
            ratings[at, column] = known.setdefault(labels, len(known))
    distance = masi_distance(list(known))
    persons, of_whom = np.unique(judged.passages["person"].to_numpy(dtype=str)[rows], return_inverse=True)
    met = [count_coincidences(ratings[of_whom == person], len(known)) for person in range(len(persons))]
    together = np.sum(met, axis=0) if met else np.zeros((1, 1))
    value = krippendorff_alpha(together, distance).value
    without = np.array([[krippendorff_alpha(together - own, distance).value] for own in met]).reshape(-1, 1)
    low, high, why = jackknife_limits(np.array([value]), without, level=level)
    return len(persons), len(rows), value, float(low[0]), float(high[0]), str(why[0])


def _givers(judged: Judgements, codebook: Codebook) -> dict[str, set[str]]:
    """Return for each code the codes below it, which give it its row."""
    below: dict[str, set[str]] = {code: set() for code in judged.codes}
    for code in judged.codes:
        for above in codebook.ancestors(code):
            below[above].add(code)
    return below
