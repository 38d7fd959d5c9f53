"""Ids that can be those of one person: `P02b`, `P02-vervolg`, `Resp P02` and `02` beside `P02`, Jose beside José."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from bp_qual.files.as_written import composed
from bp_qual.files.barred_names import yaml_names
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.person_spellings import spellings
from bp_qual.study.same_signs import as_it_looks, tell_apart
from bp_qual.transcripts.plain_letters import without_accents
from bp_qual.wording import Remark

_PART = lazy_pattern(r"[^\W\d_]+|\d+")
_LETTER_FOR_ZERO = lazy_pattern(r"(?<=[a-z])o(?=\d)")  # PO2
_MOST_PARTS = 10  # of an id that are compared
_Parts = tuple[str, ...]


class LookAlikes:
    """Persons by what their ids have in common with others, in step with their number.

    Parameters
    ----------
    persons : iterable of str
        Ids.

    Examples
    --------
    >>> persons = LookAlikes(["P02", "P12", "Jos\u00e9", "Mohammed", "Kees Bos"])
    >>> for name in ("P02b", "P02 en partner", "Resp P02", "02", "p-2", "PO2", "Jose", "Mo", "K. Bos", "P020", "P1"):
    ...     print(name, persons.of(name))
    P02b ('P02',)
    P02 en partner ('P02',)
    Resp P02 ('P02',)
    02 ('P02',)
    p-2 ('P02',)
    PO2 ('P02',)
    Jose ('José',)
    Mo ('Mohammed',)
    K. Bos ('Kees Bos',)
    P020 ()
    P1 ()
    """

    def __init__(self, persons: Iterable[str]) -> None:
        self._own: dict[object, list[str]] = defaultdict(list)
        self._within: dict[object, list[str]] = defaultdict(list)
        for person in sorted(persons):
            for key in _own(person):
                self._own[key].append(person)
            for key in _within(person):
                self._within[key].append(person)

    def of(self, name: str) -> tuple[str, ...]:
        """Return the persons whose id is that of a name with more or less beside it, or in another spelling."""
        found = {person for key in _within(name) for person in self._own.get(key, ())}
        found |= {person for key in _own(name) for person in self._within.get(key, ())}
        return tuple(sorted(found - {name}))


def _own(name: str) -> Iterator[object]:
    parts = parts_of(name)
    if parts:
        yield parts
    if not any(map(str.isdigit, parts)):
        yield from (f"spelled {spelling}" for spelling in spellings(name))


def _within(name: str) -> Iterator[object]:
    """Yield what else could be called so: a part with all that makes an id of it, or a beginning of a first name."""
    yield from _own(name)
    parts = parts_of(name)
    numbers = sum(map(str.isdigit, parts))
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            part = parts[start:end]
            alone = len(part) == 1 and part[0].isdigit()  # of several numbers one alone says nothing
            if any(map(str.isdigit, part)) if numbers else len("".join(part)) > 1:
                yield from () if alone and numbers > 1 else (part,)
    if len(parts) > 1 and len(parts[0]) > 1 and not numbers:  # K. Bos and Bos K. of Kees Bos
        yield from (((parts[0][0], *parts[1:])), ((*parts[1:], parts[0][0])))
    if len(parts) == 1 and not numbers:
        yield from ((parts[0][:size],) for size in range(2, min(len(parts[0]), 40)))


def parts_of(name: str) -> _Parts:
    """Return the words and numbers of an id, without capitals, accents, signs and zeros before a number.

    >>> parts_of("Resp. P02b")
    ('resp', 'p', '2', 'b')
    """
    plain = _LETTER_FOR_ZERO.sub("0", without_accents(name).casefold())
    found = (part.lstrip("0") or "0" if part.isdigit() else part for part in _PART.findall(plain))
    return tuple(found)[:_MOST_PARTS]


def are_different(names: Iterable[str], stated: Iterable[Collection[str]]) -> bool:
    """Return whether study.yaml says of names that look alike that they are different.

    >>> are_different(["P02", "P02b"], [{"P02", "P02b"}]), are_different(["P02", "P2"], [{"P02", "P02b"}])
    (True, False)
    """
    wanted = {composed(name) for name in names}
    return any(wanted <= set(group) for group in stated)


def look_alike_persons(
    persons: Iterable[str], told: Collection[str] = (), different: Iterable[Collection[str]] = ()
) -> tuple[Remark, ...]:
    """Return a remark for each pair of person ids that look alike.

    They differ only in case, zeros or punctuation (P1, P01; 1, 1.0), or in signs that look the same (a wide 2).

    Parameters
    ----------
    persons : iterable of str
        Their ids.
    told : collection of str
        Those of whom all are told of elsewhere are left out.
    different : iterable of collection of str
        Those that study.yaml says are different are left out.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> print(*look_alike_persons(["P1", "P01", "P2"]))
    'P01' and 'P1' are counted as different persons. If they are one, give them one id; ...
    """
    return tuple(
        Remark("persons look alike", values={"persons": tell_apart(group), "named": yaml_names(group)})
        for group in _look_alike(persons, told, different)
    )


def look_alike_waves(waves: Iterable[str], different: Iterable[Collection[str]] = ()) -> tuple[Remark, ...]:
    """Return a remark for each pair of waves that differ only so (2010 and 2010.0, as spreadsheets write numbers).

    Examples
    --------
    >>> print(*look_alike_waves(["2010", "2010.0", "2020"]))
    '2010' and '2010.0' are counted as different waves. If they are one, give them one id; ...
    """
    return tuple(
        Remark("waves look alike", values={"waves": tell_apart(group), "named": yaml_names(group)})
        for group in _look_alike(waves, (), different)
    )


def _look_alike(
    names: Iterable[str], told: Collection[str], different: Iterable[Collection[str]]
) -> list[tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for name in sorted(set(names)):
        plain = _LETTER_FOR_ZERO.sub("0", as_it_looks(composed(name)).casefold())
        whole = re.sub(r"(?<=\d)[.,]0+(?!\d)", "", plain)
        key = re.sub(r"[\W_]+", "", re.sub(r"\d+", lambda m: m[0].lstrip("0") or "0", whole))
        groups.setdefault(key, []).append(name)
    stated = tuple(different)
    alike = (group for group in groups.values() if len(group) > 1 and not set(group) <= set(told))
    return [tuple(group) for group in alike if not are_different(group, stated)]
