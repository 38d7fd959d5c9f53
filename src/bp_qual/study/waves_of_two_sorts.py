"""Waves whose names are of several sorts, `2010` beside `ronde 1`, of which some may be one wave: asked, never joined.

Two names are of one sort where bp_qual knows which of them comes first: 2010 and 2020, 1 and 2, pre and after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from bp_qual.files.barred_names import yaml_names
from bp_qual.study.alike_ids import are_different
from bp_qual.transcripts.wave_order import order_waves
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

Sorts = tuple[tuple[str, ...], ...]
_MOST_WAVES = 20  # each is laid beside each


def sorts_of_waves(waves: Sequence[str], heard: Iterable[tuple[str, str]]) -> Sorts:
    """Return the waves by sort where some may be one: nobody was heard in both, and nothing says which came first.

    Parameters
    ----------
    waves : sequence of str
        In the order in which they are told.
    heard : iterable of (str, str)
        Person and wave of each interview.

    Returns
    -------
    tuple of tuple of str
        Without the waves that can be none of the others; empty where all are of one sort or names that say nothing.

    Examples
    --------
    >>> heard = [("Jan", "2010"), ("Jan", "2020"), ("Henk", "1"), ("Henk", "2")]
    >>> sorts_of_waves(["2010", "2020", "1", "2"], heard)
    (('2010', '2020'), ('1', '2'))
    >>> sorts_of_waves(["pre", "post", "12 months"], [("An", "pre"), ("An", "post"), ("An", "12 months")])
    ()
    >>> sorts_of_waves(["blauw", "groen"], [("An", "blauw"), ("Bo", "groen")])
    ()
    """
    if len(waves) > _MOST_WAVES:
        return ()
    persons = _persons_of(heard)
    sorts = list[list[str]]()
    for wave in waves:
        own = next((sort for sort in sorts if not any(order_waves((wave, other)).unknown for other in sort)), None)
        if own is None:
            sorts.append([wave])
        else:
            own.append(wave)
    asked = [
        tuple(wave for wave in sort if any(_may_be_one(wave, other, persons) for other in waves if other not in sort))
        for sort in sorts
    ]
    found = tuple(sort for sort in asked if sort)
    return found if any(find_wave(wave) or wave.isdecimal() for sort in found for wave in sort) else ()


def note_two_sorts(
    waves: Sequence[str], heard: Iterable[tuple[str, str]], different: Collection[Collection[str]] = ()
) -> tuple[Remark, ...]:
    """Return a remark on waves in a known order that may be one: nobody of one sort was heard in another.

    Only where somebody came back in each sort: then these are two sets of interviews whose waves have names of their
    own.

    Parameters
    ----------
    waves : sequence of str
        Of the study.
    heard : iterable of (str, str)
        Person and wave of each interview.
    different : collection of collection of str
        Those that study.yaml says are different are left out.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> heard = [("Jan", "2010"), ("Jan", "2020"), ("Henk", "1"), ("Henk", "2")]
    >>> print(*note_two_sorts(["2010", "2020", "1", "2"], heard))
    the names of the waves are of several sorts (2010, 2020; 1, 2) and nobody was interviewed in waves of two sorts. ...
    >>> note_two_sorts(["2010", "2020", "1", "2"], heard, [{"2010", "2020", "1", "2"}])
    ()
    """
    heard = tuple(heard)
    sorts, persons = sorts_of_waves(waves, heard), _persons_of(heard)
    met = [[persons[wave] for wave in sort] for sort in sorts]
    came_back = all(len(set[str]().union(*own)) < sum(map(len, own)) for own in met)
    everyone = [person for own in met for person in set[str]().union(*own)]
    named = [wave for sort in sorts for wave in sort]
    if len(sorts) < 2 or not came_back or len(everyone) > len(set(everyone)) or are_different(named, different):
        return ()
    return (Remark("waves of sorts", values={**of_sorts(sorts), "named": yaml_names(named)}),)


def of_sorts(sorts: Sorts) -> dict[str, object]:
    """Return the values with which waves of several sorts are told of.

    >>> of_sorts((("2010", "2020"), ("1", "2")))
    {'sorts': '2010, 2020; 1, 2', 'one': '1', 'other': '2010'}
    """
    return {"sorts": "; ".join(map(", ".join, sorts)), "one": sorts[1][0], "other": sorts[0][0]}


def _persons_of(heard: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    persons = defaultdict[str, set[str]](set)
    for person, wave in heard:
        if person:
            persons[wave].add(person)
    return persons


def _may_be_one(wave: str, other: str, persons: defaultdict[str, set[str]]) -> bool:
    """Return whether nobody was heard in both of two waves, and nothing says which of them came first."""
    return not persons[wave] & persons[other] and order_waves((wave, other)).unknown
