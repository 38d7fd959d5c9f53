"""Agreement on where passages begin and end, when coders mark them themselves in running text.

A passage is a coder, a start and an end (half-open) on a continuum of a whole number of places, such as the words of an
interview; for `u_alphas` also a value. The passages of one coder do not overlap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bp_qual.statistics.coefficients import Alpha

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class UAlphas:
    """The u-alphas of passages with values: NaN where there is nothing to compute one from.

    ``u`` takes in gaps and values, ``relevance`` (written with a bar before the u) only what is marked at all,
    ``values`` (cu) only the values where two coders both marked, ``of_value`` ((k)u) each value of these.

    >>> UAlphas(0.52, 0.75, 0.21).relevance
    0.75
    """

    u: float
    relevance: float
    values: float
    of_value: Mapping[int, float] = field(default_factory=dict)


def alpha_u(passages: Sequence[Whole], length: int) -> Alpha:
    """Return Krippendorff's unitizing alpha of one code.

    Parameters
    ----------
    passages : sequence of arrays of passages x 2
        For each coder, the starts and ends of what they marked, in order and without overlap.
    length : int
        The length of the continuum.

    Returns
    -------
    Alpha
        NaN where nobody marked anything, and where everybody marked all there is as one passage.

    Notes
    -----
    Two passages that overlap differ by the squares of the distances between their begins and between their ends; a
    passage within a gap of another coder by the square of its length. Long passages that one coder missed therefore
    weigh most. Expected disagreement is that of all the passages laid on the continuum by chance.

    References
    ----------
    Krippendorff (1995), On the reliability of unitizing continuous data, Sociological Methodology 25, 47-76; expected
    disagreement as corrected in Krippendorff (2004), Content Analysis, 2nd edition, section 11.6.

    Examples
    --------
    >>> one, other = np.array([[75, 145], [220, 250]]), np.array([[70, 150], [205, 225], [250, 270]])
    >>> round(alpha_u([one, other], 300).value, 4)
    0.7286
    """
    coders = len(passages)
    gaps = [_gaps(marked, length) for marked in passages]
    apart = 0.0
    for one, other in combinations(range(coders), 2):
        apart += _apart(passages[one], passages[other])
        apart += _within(passages[one], gaps[other]) + _within(passages[other], gaps[one])
    lengths = np.concatenate([_lengths(marked) for marked in passages])
    empty = np.concatenate([_lengths(gap) for gap in gaps])
    if not len(lengths) or (len(lengths) == coders and (lengths == length).all()) or coders < 2:
        return Alpha(np.nan, np.nan, np.nan)
    observed = apart * 2.0 / (coders * (coders - 1)) / length**2
    alone = (len(lengths) - 1) * (2 * lengths**3 - 3 * lengths**2 + lengths) / 3.0
    fits = np.where(empty[None, :] >= lengths[:, None], empty[None, :] - lengths[:, None] + 1.0, 0.0).sum(axis=1)
    places = float(coders * length)
    left = places * (places - 1.0) - float((lengths * (lengths - 1.0)).sum())
    expected = 2.0 / length * float((alone + lengths**2 * fits).sum()) / left if left > 0 else 0.0
    return Alpha(1.0 - observed / expected if expected > 0 else np.nan, observed, expected)


def _lengths(spans: Whole) -> Floats:
    lengths: Floats = (spans[:, 1] - spans[:, 0]).astype(np.float64)
    return lengths


def _gaps(marked: Whole, length: int) -> Whole:
    edges = np.concatenate(([0], marked.ravel(), [length])).reshape(-1, 2)
    return edges[edges[:, 1] > edges[:, 0]]


def _apart(one: Whole, other: Whole) -> float:
    """Sum the squared distances of begins and ends over all passages that overlap."""
    low = np.maximum(one[:, None, 0], other[None, :, 0])
    high = np.minimum(one[:, None, 1], other[None, :, 1])
    squares = np.square(one[:, None, :] - other[None, :, :]).sum(axis=2)
    return float(squares[high > low].sum())


def _within(marked: Whole, gaps: Whole) -> float:
    """Sum the squared lengths of passages that lie wholly in a gap of another coder."""
    inside = (marked[:, None, 0] >= gaps[None, :, 0]) & (marked[:, None, 1] <= gaps[None, :, 1])
    return float(np.square(_lengths(marked))[inside.any(axis=1)].sum())


@dataclass(frozen=True, slots=True, eq=False)
class MarkedLengths:
    """What the u-alpha of one code is made of; those of several texts add up.

    ``marked`` and ``unmarked`` are lengths over all coders, ``split`` the length where two coders differ, over the
    number of other coders, ``pieces`` the sum of the squares of the passages and of the lengths of the gaps.

    >>> (measure_marks([np.array([[0, 5]]), np.array([[0, 10]])], 20) + MarkedLengths(1.0, 0.0, 0.0, 1.0)).marked
    16.0
    """

    marked: float
    unmarked: float
    split: float
    pieces: float

    def __add__(self, other: MarkedLengths) -> MarkedLengths:
        return MarkedLengths(
            self.marked + other.marked, self.unmarked + other.unmarked, self.split + other.split,
            self.pieces + other.pieces,
        )  # fmt: skip

    def __sub__(self, other: MarkedLengths) -> MarkedLengths:
        return MarkedLengths(
            self.marked - other.marked, self.unmarked - other.unmarked, self.split - other.split,
            self.pieces - other.pieces,
        )  # fmt: skip

    @property
    def alpha(self) -> float:
        """The u-alpha: for one code that of gaps and values and that of relevance are the same."""
        total = self.marked + self.unmarked
        by_chance = total * self.marked * self.unmarked
        return 1.0 - self.split * (total**2 - self.pieces) / by_chance if by_chance > 0 else float("nan")


def measure_marks(passages: Sequence[Whole], length: int) -> MarkedLengths:
    """Return what the u-alpha of one code is made of, for one text.

    Parameters
    ----------
    passages : sequence of arrays of passages x 2
        For each coder, in order and without overlap.
    length : int
        The length of the text.

    Returns
    -------
    MarkedLengths

    References
    ----------
    Krippendorff, Mathet, Bouvry and Widlöcher (2016), On the reliability of unitizing textual continua, Quality and
    Quantity 50, 2347-2364.

    Examples
    --------
    >>> round(measure_marks([np.array([[5, 20]]), np.array([[7, 22]])], 100).alpha, 3)
    0.846
    """
    covered = np.zeros((len(passages), length), dtype=bool)
    for coder, marked in enumerate(passages):
        for start, end in marked.tolist():
            covered[coder, start:end] = True
    marks = covered.sum(axis=0).astype(np.float64)
    others = max(len(passages) - 1, 1)
    total = float(covered.sum())
    squares = sum(float(np.square(_lengths(marked)).sum()) for marked in passages)
    unmarked = len(passages) * length - total
    return MarkedLengths(total, unmarked, float((marks * (len(passages) - marks)).sum()) / others, squares + unmarked)


def u_alphas(passages: Sequence[Whole], length: int) -> UAlphas:
    """Return the u-alphas of passages with values that exclude each other.

    Parameters
    ----------
    passages : sequence of arrays of passages x 3
        For each coder: start, end and the number of the value, from 1; without overlap.
    length : int
        The length of the continuum.

    Returns
    -------
    UAlphas

    Notes
    -----
    For codes that may overlap each other take one code at a time (`measure_marks`).

    References
    ----------
    Krippendorff, Mathet, Bouvry and Widlöcher (2016), On the reliability of unitizing textual continua, Quality and
    Quantity 50, 2347-2364, equations 4 to 13.

    Examples
    --------
    >>> round(u_alphas([np.array([[5, 20, 1], [30, 45, 2]]), np.array([[7, 22, 1], [30, 45, 2]])], 100).u, 3)
    0.916
    """
    values = 1 + max((int(marked[:, 2].max()) for marked in passages if len(marked)), default=0)
    given = np.zeros((len(passages), length), dtype=np.int64)
    for coder, marked in enumerate(passages):
        for start, end, value in marked.tolist():
            given[coder, start:end] = value
    others = len(passages) - 1
    met, both = np.zeros((values, values)), np.zeros(values)
    pieces = np.zeros(values)
    for one, marked in enumerate(passages):
        pieces[0] += float((given[one] == 0).sum())
        for other in range(len(passages)):
            if other != one:
                np.add.at(met, (given[one], given[other]), 1.0 / others)
        for start, end, value in marked.tolist():
            pieces[value] += float(end - start) ** 2
            shared = [float((given[other, start:end] > 0).sum()) for other in range(len(passages)) if other != one]
            both[value] += float(np.square(shared).sum()) / others
    sums = met.sum(axis=1)
    total = sums.sum()
    expected = total * (np.outer(sums, sums) - np.diag(pieces)) / (total**2 - pieces.sum())
    u = _one_minus(total - np.trace(met), expected.sum() - np.trace(expected))
    relevance = _one_minus(sums[0] - met[0, 0], expected[0].sum() - expected[0, 0])
    return UAlphas(u, relevance, *_of_values(met[1:, 1:], both[1:]))


def _of_values(met: Floats, squares: Floats) -> tuple[float, dict[int, float]]:
    """Return cu and (k)u from the lengths where two coders both marked."""
    sums = met.sum(axis=1)
    total = float(sums.sum())
    if len(sums) < 2 or not total:
        return float("nan"), {}
    expected = (np.outer(sums, sums) - np.diag(squares)) / (total - squares.sum() / total)
    of_all = _one_minus(total - np.trace(met), expected.sum() - np.trace(expected))
    of_value = {}
    for k in np.flatnonzero(sums).tolist():
        row = float(expected[k].sum())
        of_value[k + 1] = _one_minus(row / sums[k] * (sums[k] - met[k, k]), row - expected[k, k])
    return of_all, of_value


def _one_minus(observed: float, expected: float) -> float:
    return float(1.0 - observed / expected) if expected > 0 else float("nan")
