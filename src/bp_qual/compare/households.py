"""Households: who is no independent witness, because they were interviewed together or live together.

Two persons of one interview talk about the same things on the same day. Chance has one choice for them, not two: in the
tests the waves of a whole household are swapped at once, and a household counts once among those that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.panel import Panel
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]

HOUSEHOLD_COLUMNS = ("household", "huishouden")


Households = tuple[tuple[str, ...], ...]


def households_of(
    panel: Panel, names: Sequence[str], waves: Sequence[str], attributes: pd.DataFrame | None = None
) -> Households:
    """Return persons put together where they are not independent of each other.

    Persons are together where they speak in the same interview of one of these waves, or have the same value in a
    column `household` (or `huishouden`) of their attributes; and so is whoever is together with either of them.

    Parameters
    ----------
    panel : Panel
        Whose source knows the interviews; counts from elsewhere know none.
    names : sequence of str
        Whose households are wanted: the persons compared, or everybody.
    waves : sequence of str
        Which waves.
    attributes : DataFrame, optional
        What is known of persons, as given to `compare_waves` as ``groups``.

    Returns
    -------
    tuple of tuple of str
        Every person is in exactly one of them, in the order of the persons.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> import pandas as pd
    >>> homes = pd.DataFrame({"person": ["P1", "P2", "P3"], "household": ["a", "", "a"]})
    >>> households_of(make_panel([], [], codes=["a"]), ("P1", "P2", "P3"), ("1", "2"), homes)
    (('P1', 'P3'), ('P2',))
    """
    home = {person: person for person in names}

    def head(person: str) -> str:
        while home[person] != person:
            person = home[person]
        return person

    for together in (*_of_interviews(panel, waves), *_of_column(attributes)):
        compared = [person for person in together if person in home]
        for person in compared[1:]:
            home[head(person)] = head(compared[0])
    found: dict[str, list[str]] = {}
    for person in names:
        found.setdefault(head(person), []).append(person)
    return tuple(tuple(members) for members in found.values())


def membership(households: Households, names: tuple[str, ...]) -> Floats:
    """Return households x persons, 1 where a person is of the household: times rates it adds up households.

    >>> membership((("P1", "P3"), ("P2",)), ("P1", "P2", "P3")).tolist()
    [[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """
    columns = {name: column for column, name in enumerate(names)}
    table = np.zeros((len(households), len(names)))
    for row, members in enumerate(households):
        table[row, [columns[name] for name in members if name in columns]] = 1.0
    return table


def numbered(households: Households, names: Sequence[str]) -> NDArray[np.int64]:
    """Return the number of each person's household; who is in none is alone.

    >>> numbered((("P1", "P3"),), ("P1", "P2", "P3")).tolist()
    [0, 1, 0]
    """
    home = {person: members[0] for members in households for person in members}
    heads = [home.get(person, person) for person in names]
    order = {head: number for number, head in enumerate(dict.fromkeys(heads))}
    return np.array([order[head] for head in heads], dtype=np.int64)


def household_remarks(households: Households) -> Iterator[Remark]:
    r"""Name the persons who count as one in the tests.

    >>> for remark in household_remarks((("P1", "P3"), ("P2",))):
    ...     print(str(remark).replace(": ", ":\n"))
    P1 and P3 were interviewed together or live together:
    swapped together in the tests, and counted once among those who changed
    """
    for members in households:
        if len(members) > 1:
            yield Remark("interviewed together", values={"persons": list(members)})


def _of_interviews(panel: Panel, waves: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for transcript in panel.source.corpus.transcripts if panel.source else ():
        if transcript.wave in waves:
            yield transcript.persons


def _of_column(attributes: pd.DataFrame | None) -> Iterator[Iterable[str]]:
    if attributes is None:
        return
    for column in HOUSEHOLD_COLUMNS:
        if column in attributes.columns:
            known = attributes[attributes[column].notna() & (attributes[column].astype(str).str.strip() != "")]
            for _, rows in known.groupby(column, sort=False):
                yield rows["person"].astype(str).tolist()
