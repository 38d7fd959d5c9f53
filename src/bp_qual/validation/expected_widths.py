"""How wide the interval of a corrected change will be: before anybody coded by a guess, then by what a pilot found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.coding.passages import pair_passages
from bp_qual.statistics.corrected import correct_difference, weigh_units
from bp_qual.statistics.intervals import t_quantile
from bp_qual.statistics.thresholds import FEWEST_CHANGED

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.validation.labelled import Labelled

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

SPREADS = (0.12, 0.4, 0.4)  # guessed standard deviations of the error: neither, a look-alike, a hit
SIZES = (200, 400, 800)
_WORTH = 5.0  # as many judged passages as the guess counts for


@dataclass(frozen=True, slots=True, eq=False)
class Errors:
    """Where errors of the codebook are to be expected: passages, and in which of them each code has a hit or is near.

    >>> import numpy as np
    >>> one = np.array([[True, False]])
    >>> Errors(codings, ("money",), one, ~one).guessed.tolist()
    [[0.4, 0.4]]
    """

    passages: pd.DataFrame
    codes: Sequence[str]
    labels: Flags
    near: Flags

    @property
    def kinds(self) -> Whole:
        """2 where a passage has a hit, 1 where a look-alike, else 0: codes x passages.

        >>> import numpy as np
        >>> one = np.array([[True, False]])
        >>> Errors(codings, ("money",), one, ~one).kinds.tolist()
        [[2, 1]]
        """
        return np.where(self.labels, 2, np.where(self.near, 1, 0))

    @property
    def guessed(self) -> Floats:
        """The guessed standard deviation of the error: codes x passages.

        >>> import numpy as np
        >>> none = np.array([[False]])
        >>> Errors(codings, ("money",), none, none).guessed.tolist()
        [[0.12]]
        """
        spreads: Floats = np.array(SPREADS)[self.kinds]
        return spreads

    def seen(self, labelled: Labelled | None) -> Floats:
        """Return what a pilot found in the passages of the same wave and kind, taken together with the guess.

        >>> import numpy as np
        >>> none = np.array([[False]])
        >>> Errors(codings, ("money",), none, none).seen(None).tolist()
        [[0.12]]
        """
        found = self.guessed.copy()
        waves = self.passages["wave"].to_numpy(dtype=str) if labelled is not None else np.empty(0)
        for row, code in enumerate(self.codes):
            if labelled is None or code not in labelled.codes:
                continue
            number = labelled.codes.index(code)
            human, weights = labelled.human[number], 1.0 / labelled.chances[number]
            squares = np.square((human > 0).astype(float) - (labelled.automatic[number] > 0))
            for wave in np.unique(waves):
                for kind, guess in enumerate(SPREADS):
                    cell = (waves == wave) & (self.kinds[row] == kind)
                    judged = cell & np.isfinite(human)
                    if judged.any():
                        n, mean = int(judged.sum()), float(np.average(squares[judged], weights=weights[judged]))
                        found[row, cell] = np.sqrt((n * mean + _WORTH * guess**2) / (n + _WORTH))
        return found


def expect_widths(
    errors: Errors,
    waves: Sequence[str],
    chances: Callable[[int], Floats],
    n: int,
    labelled: Labelled | None = None,
    *,
    least: int = 0,
) -> pd.DataFrame:
    """Return how wide the interval of each code's corrected change in the share of passages will be.

    Parameters
    ----------
    errors : Errors
        Where errors are to be expected.
    waves : sequence of str
        In their order; the change is between the first and the last.
    chances : function of a number of passages
        Returns the probability of each passage to be in a sample of that size.
    n : int
        How many are drawn; widths are given for this number, and for 200, 400 and 800.
    labelled : Labelled, optional
        A pilot, from `label_passages`.
    least : int
        Numbers below this are left out: so many are drawn already.

    Returns
    -------
    DataFrame
        code, n, width. With a pilot persons are taken to differ as their changes do that it corrected, less what is due
        to the chance of the pilot, and errors to be as it found them; without one as guessed.

    Examples
    --------
    >>> import numpy as np
    >>> none = np.array([[False, False]])
    >>> expect_widths(Errors(codings, ("money",), none, none), ("2010",), lambda size: np.ones(2), 2).columns.tolist()
    ['code', 'n', 'width']
    """
    import pandas as pd

    columns = ["code", "n", "width"]
    if len(waves) < 2:
        return pd.DataFrame(columns=columns)
    rows, person, wave, names = pair_passages(errors.passages, waves[0], waves[-1])
    persons = len(names)
    if persons < FEWEST_CHANGED:
        return pd.DataFrame(columns=columns)
    weights = weigh_units(person, wave, np.ones(len(rows)), persons)
    spreads = errors.seen(labelled)[:, rows]
    found = []
    for size in sorted({*(size for size in SIZES if size >= least), n}):
        own = chances(size)[rows]
        for code, labels, spread in zip(errors.codes, errors.labels[:, rows], spreads, strict=True):
            changes = persons * np.bincount(person, weights * labels, persons)
            # errors make persons differ too, so that those of passages that are sure to be drawn count as well
            between = float(changes.var(ddof=1) / persons + np.square(weights * spread).sum())
            between = max(between, _between(labelled, code, rows, person, weights))
            variance = between + float((np.square(weights * spread) * (1.0 / own - 1.0)).sum())
            width = 2.0 * t_quantile(0.95, persons - 1) * float(np.sqrt(variance))
            found.append((code, min(size, len(errors.passages)), width))
    return pd.DataFrame(found, columns=columns).drop_duplicates(ignore_index=True)


def _between(labelled: Labelled | None, code: str, rows: Whole, person: Whole, weights: Floats) -> float:
    """Return the variance of the mean of the persons' changes, as a pilot shows it, without that of its own draw."""
    if labelled is None or code not in labelled.codes:
        return 0.0
    number = labelled.codes.index(code)
    automatic, human = labelled.automatic[number, rows] > 0, labelled.human[number, rows]
    found = np.where(np.isfinite(human), (human > 0).astype(float), np.nan)
    chances = labelled.chances[number, rows]
    fixed = correct_difference(person, weights, automatic.astype(float), found, chances)
    return fixed.error**2 - fixed.design_error**2
