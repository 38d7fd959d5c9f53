"""Which cases of a project are persons, and which are groups of persons or waves.

Researchers keep a case for each person and, beside it, one for all front-line workers or for all of 2010. Documents of
a person are then also those of the group, which was never interviewed: no interview is shared with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field

from bp_qual.exchange.matrix_headings import is_called_wave
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

EITHER = "cases either"  # what is said of cases of which nothing tells
_Documents = Mapping[str, Set[str]]  # by case


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a project that are no persons, and what is to be known of how that was told.

    ``others`` are groups and what may be either, ``waves`` those that are called after a wave, with that wave.

    >>> Cases().others
    frozenset()
    """

    others: frozenset[str] = frozenset()
    waves: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Remark, ...] = ()


def tell_cases_apart(
    documents: Mapping[str, Collection[str]], waves: Mapping[str, str], persons: Collection[str] = ()
) -> Cases:
    """Return which cases are no persons.

    A group has the documents of several smaller cases and no others; or it has two of one wave where the cases that
    share them have one a wave. A case that is called after a wave, all of whose documents are others' too, is that
    wave. Somebody who was interviewed together with others shares one document with each, and each has its own wave.

    Parameters
    ----------
    documents : mapping of str to collection of str
        The documents of each case, by any key.
    waves : mapping of str to str
        The waves of documents, as far as the project says them.
    persons : collection of str
        Cases that the project itself says are persons.

    Returns
    -------
    Cases

    Examples
    --------
    >>> documents = {"P1": {"a", "b"}, "P2": {"c", "d"}, "Front-line": {"a", "b", "c", "d"}, "2010": {"a", "c"}}
    >>> cases = tell_cases_apart(documents, {})
    >>> sorted(cases.others), cases.waves
    (['Front-line'], {'2010': '2010'})
    >>> print(*cases.told)
    taken for a group and not for a person, because its documents are those of other cases: Front-line. If it is ...
    """
    every = {name: frozenset(own) for name, own in documents.items() if own}
    called = {name: find_wave(name) for name in every if name not in persons and is_called_wave(name)}
    rest = {name: own for name, own in every.items() if name not in called}
    elsewhere = frozenset[str]().union(*rest.values())
    by_name = {name: found[0] for name, found in called.items() if found and every[name] <= elsewhere}
    rest = {name: own for name, own in every.items() if name not in by_name}
    dated = dict(waves)
    for name, wave in by_name.items():
        dated |= {document: wave for document in every[name] if not dated.get(document)}
    kinds = {name: _kind_of(name, rest, dated) for name in rest if name not in persons}
    found = {kind: [name for name, own in kinds.items() if own == kind] for kind in ("group", "more", "either")}
    others = frozenset(name for names in found.values() for name in names)
    return Cases(others, by_name, tuple(_told(found, rest, others)))


def _kind_of(name: str, cases: _Documents, waves: Mapping[str, str]) -> str:
    """Return whether a case is a group, one with more than persons have, or may be either; nothing of a person."""
    own = cases[name]
    shared = {other: theirs for other, theirs in cases.items() if other != name and theirs & own}
    within = {other: theirs for other, theirs in shared.items() if theirs < own}
    alone = own - frozenset[str]().union(*shared.values())
    if len(within) > 1 and not _may_be_met(own, within.values(), waves):
        rest = own - frozenset[str]().union(*within.values())
        if not rest:
            return "group"
        if not any(first & second for first in within.values() for second in within.values() if first != second):
            return "more"
    if len(own) < 2 or alone or any(theirs >= own for theirs in shared.values()) or _is_dated_once(own, waves):
        return ""
    return "group" if all(_is_dated_once(theirs, waves) for theirs in shared.values()) else "either"


def _may_be_met(own: Set[str], within: Collection[Set[str]], waves: Mapping[str, str]) -> bool:
    """Return whether it may be somebody interviewed with another each time: one document of each, one a wave."""
    return _is_dated_once(own, waves) and all(len(theirs) == 1 for theirs in within)


def _is_dated_once(own: Set[str], waves: Mapping[str, str]) -> bool:
    """Return whether each of some documents has a wave of its own."""
    dated = [waves.get(document, "") for document in own]
    return all(dated) and len({*dated}) == len(dated)


def _told(found: Mapping[str, list[str]], cases: _Documents, others: Set[str]) -> Iterator[Remark]:
    """Yield what is to be known; where there are groups, two cases with the same documents may be one and a person."""
    kinds = {"group": "case groups", "more": "case groups with more", "either": EITHER}
    yield from (Remark(kinds[kind], values={"names": names}) for kind, names in found.items() if names)
    persons = [name for name in cases if name not in others]
    alike = [name for name in persons if any(cases[name] == cases[other] for other in persons if other != name)]
    if found["group"] and alike:
        yield Remark("cases alike", values={"names": alike})
