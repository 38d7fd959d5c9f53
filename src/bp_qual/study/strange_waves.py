"""Waves in persons.csv that a study does not have: of a survey between its interviews, or written otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence


def find_strange_waves(described: Iterable[tuple[str, str]], known: Sequence[str]) -> dict[str, bool]:
    """Return the waves of rows on persons that are none of the study, and whether each may be meant for one that is.

    It may where nobody with such a row has one in some wave of the study: then that row may be it. Who took part in a
    survey between the interviews has rows for both.

    Parameters
    ----------
    described : iterable of (str, str)
        Person and wave of each row.
    known : sequence of str
        The waves of the study.

    Returns
    -------
    dict of str to bool

    Examples
    --------
    >>> rows = [("P01", "2010"), ("P01", "2013"), ("P01", "2020"), ("P02", "201O"), ("P02", "2020")]
    >>> find_strange_waves(rows, ["2010", "2020"])
    {'2013': False, '201O': True}
    """
    waves_of, persons_of = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for person, wave in described:
        waves_of[person].add(wave)
        persons_of[wave].add(person)
    strange = sorted(set(persons_of) - {"", *known}) if known else []
    return {
        wave: not set.union(*(waves_of[person] for person in persons_of[wave])).issuperset(known) for wave in strange
    }
