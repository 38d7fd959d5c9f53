"""Units of groups: who can be shuffled over groups, where some persons are no independent witnesses.

Persons of one household in one group are one unit. Where a household has members in several groups, chance can only
have divided them among those; everybody else can be shuffled over all groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, permutations, product
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

ALL_DIVISIONS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class GroupUnits:
    """The units that are shuffled: the group of each, its household, and the persons whose mean it is.

    ``weights`` is units x persons: times changes it gives those of the units.

    >>> units = put_together(np.array([0, 0, 1]), np.array([7, 7, 8]))
    >>> units.groups.tolist(), units.weights.tolist()
    ([0, 1], [[0.5, 0.5, 0.0], [0.0, 0.0, 1.0]])
    """

    groups: Whole
    households: Whole
    weights: Floats

    @property
    def sizes(self) -> Whole:
        """How many units each group has.

        >>> put_together(np.array([0, 0, 1]), np.array([7, 7, 8])).sizes.tolist()
        [1, 1]
        """
        return np.bincount(self.groups)

    @property
    def number(self) -> int:
        """How many divisions over the groups are possible.

        >>> put_together(np.array([0, 0, 0, 1, 1, 1])).number
        20
        >>> put_together(np.array([0, 1, 1]), np.array([5, 5, 6])).number
        2
        """
        free, mixed = self._parts()
        return _ways(np.bincount(self.groups[free])) * prod(factorial(len(rows)) for rows in mixed)

    @property
    def smallest_p(self) -> float:
        """The smallest p that these divisions can give: the observed one, and those that only exchange whole groups.

        >>> put_together(np.repeat([0, 1], 3)).smallest_p, round(put_together(np.repeat([0, 1], [3, 12])).smallest_p, 4)
        (0.1, 0.0022)
        """
        free, mixed = self._parts()
        sizes = np.bincount(self.groups[free], minlength=len(self.sizes)).tolist()
        held = [{*self.groups[rows].tolist()} for rows in mixed]
        if not held:
            alike = prod(factorial(sizes.count(size)) for size in set(sizes))
        else:
            alike = sum(
                all(sizes[to] == size for to, size in zip(order, sizes, strict=True))
                and all({order[group] for group in groups} == groups for groups in held)
                for order in permutations(range(len(sizes)))
            )
        return min(1.0, alike / self.number)

    def divisions(self, draws: int, seed: int) -> Whole:
        """Return other divisions of the units: all there are, without the observed one, or `draws` of them.

        Parameters
        ----------
        draws, seed : int
            How many divisions are drawn, and from which random numbers, where there are more than 20,000.

        Returns
        -------
        array of divisions x units
            The group of each unit.

        Examples
        --------
        >>> put_together(np.array([0, 1, 1])).divisions(9, 1).tolist()
        [[1, 0, 1], [1, 1, 0]]
        """
        free, mixed = self._parts()
        if self.number > ALL_DIVISIONS:
            return self._drawn(free, mixed, draws, np.random.default_rng(seed))
        labels = _all_labels(self.groups[free])
        shuffled = product(*(permutations(self.groups[rows].tolist()) for rows in mixed))
        orders = np.array([[group for order in orders for group in order] for orders in shuffled], dtype=np.int64)
        every = np.tile(self.groups, (len(labels) * len(orders), 1))
        every[:, free] = np.repeat(labels, len(orders), axis=0)
        every[:, np.concatenate([free[:0], *mixed])] = np.tile(orders, (len(labels), 1))
        return np.asarray(every[(every != self.groups).any(axis=1)])

    def _drawn(self, free: Whole, mixed: list[Whole], draws: int, random: np.random.Generator) -> Whole:
        drawn = np.tile(self.groups, (draws, 1))
        for rows in (free, *mixed):
            order = np.argsort(random.random((draws, len(rows))), axis=1)
            drawn[:, rows] = self.groups[rows][order]
        return drawn

    def _parts(self) -> tuple[Whole, list[Whole]]:
        """Give the units that go anywhere, and those of each household that is in several groups."""
        _, household, members = np.unique(self.households, return_inverse=True, return_counts=True)
        mixed = [np.flatnonzero(household == row) for row in np.flatnonzero(members > 1)]
        return np.flatnonzero(members[household] == 1), mixed


def put_together(groups: Whole, households: Whole | None = None) -> GroupUnits:
    """Return the units of persons in groups, the members of a household within a group as one.

    Parameters
    ----------
    groups : array of persons
        The group of each, 0, 1, 2 ...
    households : array of persons, optional
        The household of each; everybody is alone if not given.

    Returns
    -------
    GroupUnits
        In the order of the first person of each.

    Examples
    --------
    A couple of whom each is in another group can only be exchanged with each other.

    >>> put_together(np.array([0, 1, 0, 1]), np.array([1, 1, 2, 3])).divisions(9, 1).tolist()
    [[1, 0, 0, 1], [0, 1, 1, 0], [1, 0, 1, 0]]
    """
    own = np.arange(len(groups)) if households is None else households
    found: dict[tuple[int, int], list[int]] = {}
    for person, unit in enumerate(zip(own.tolist(), groups.tolist(), strict=True)):
        found.setdefault(unit, []).append(person)
    weights = np.zeros((len(found), len(groups)))
    for row, members in enumerate(found.values()):
        weights[row, members] = 1.0 / len(members)
    homes, labels = np.array(list(found), dtype=np.int64).reshape(-1, 2).T
    return GroupUnits(labels, homes, weights)


def _ways(sizes: Whole) -> int:
    return factorial(int(sizes.sum())) // prod(factorial(int(size)) for size in sizes)


def _all_labels(groups: Whole) -> Whole:
    """Give all ways to give these groups to as many units (ways x units), in the order of the units of the first."""
    labels = np.full((1, len(groups)), -1, dtype=np.int64)
    for group, size in enumerate(np.bincount(groups).tolist()):
        free = np.nonzero(labels < 0)[1].reshape(len(labels), -1)
        chosen = np.array([*combinations(range(free.shape[1]), size)], dtype=np.int64)
        labels = np.repeat(labels, len(chosen), axis=0)
        np.put_along_axis(labels, free[:, chosen].reshape(len(labels), size), group, axis=1)
    return labels
