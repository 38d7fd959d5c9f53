"""Dividing a sample between coders: each some passages, and all of them some, to see how far they agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand.coder_names import refuse_coder
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd


def divide_sample(
    units: pd.DataFrame, coders: Sequence[str], *, overlap: int = 0, coded: Mapping[str, Sequence[str]] | None = None
) -> pd.DataFrame:
    """Return a sample with who is to code which passage: all of them some, in random order, and each some others.

    Parameters
    ----------
    units : DataFrame
        Of a `Sample`.
    coders : sequence of str
        Their names.
    overlap : int
        How many passages all of them code, to see how far they agree.
    coded : mapping of str to sequence of str, optional
        Who coded a unit already or was to code it, such as those of a pilot: they stay theirs, and what all have
        already counts for the overlap.

    Returns
    -------
    DataFrame
        With a column ``coders``.

    Raises
    ------
    ValueError
        For a name that no coder can have, such as one with a blank in it, since blanks stand between the names in the
        column; for a name that is there twice; and for more passages for all than there are.

    Examples
    --------
    >>> from bp_qual.validation.sampling import draw_sample
    >>> units = draw_sample(corpus, codings, codebook, n=2).units
    >>> divide_sample(units, ["anna", "bert"], overlap=1).sort_values("order")["coders"].tolist()
    ['anna bert', 'anna']
    >>> divide_sample(units, ["anna", "bert"], coded={"u2": ["bert"]})["coders"].tolist()
    ['anna', 'bert']
    """
    coders = _check(coders, overlap, len(units))
    had = {unit: tuple(names) for unit, names in (coded or {}).items() if names}
    order = units.sort_values("order", kind="stable")["unit"].tolist()
    order.sort(key=lambda unit: not set(coders) <= set(had.get(unit, ())))  # what all coded already comes first
    whose: dict[str, tuple[str, ...]] = {}
    turns = cycle(coders)
    for rank, unit in enumerate(order):
        if rank < overlap:
            whose[unit] = tuple(dict.fromkeys((*had.get(unit, ()), *coders)))
        elif unit in had:
            whose[unit] = had[unit]
        else:
            whose[unit] = (next(turns),)
    return units.assign(coders=[" ".join(whose[unit]) for unit in units["unit"].tolist()])


def _check(coders: Sequence[str], overlap: int, n: int) -> list[str]:
    coders = [refuse_coder(coder) for coder in coders]
    if twice := [coder for at, coder in enumerate(coders) if coder in coders[:at]]:
        raise ValueError(Remark("coder given twice", values={"coder": twice[0]}))
    if overlap > n:
        raise ValueError(Remark("overlap above sample", values={"overlap": overlap, "n": n}))
    return coders
