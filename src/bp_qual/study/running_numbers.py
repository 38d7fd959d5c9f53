"""Numbers that count the talks of a round, beside a name: `Int02 Bert 2010` and `Int04 Bert 2020` are both Bert's.

A number is somebody's own where it stays with one name (`P01 Bakker` and `P01`). Where several names come with other
numbers in other rounds, more often than numbers stay with a name, it only counts; so does one of talks (`Int02`, `#2`)
beside a first name, or that comes with different names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.listed_names import is_listed_first_name
from bp_qual.study.names_in_files import name_in
from bp_qual.transcripts.wave_words import find_wave

_NUMBER = lazy_pattern(r"(?<![^\W_])(?:[A-Za-z]{1,12}[ _-]?|#)?(\d{1,3})(?![^\W_])[.)]?")
_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_OF_TALKS = lazy_pattern(
    r"(?:#|(?:int|intv|interv|itv|interview|gespr|gesprek|opname|nr|no|rec|audio|file)[ _.-]?)?\d+"
)


class _Named(NamedTuple):
    wave: str
    number: str
    name: str
    said: str


def without_running_numbers(stems: Sequence[str], rounds: Sequence[str]) -> list[str]:
    """Return names of files without a number beside a name, where the number only counts.

    Parameters
    ----------
    stems : sequence of str
        All names of a folder.
    rounds : sequence of str
        The round of each.

    Returns
    -------
    list of str
        In the same order.

    Examples
    --------
    >>> waves = ["2010", "2010", "2020", "2020"]
    >>> without_running_numbers(["Int01_Ans", "Int02_Bea", "Int01_Bea", "Int02_Ans"], waves)
    ['_Ans', '_Bea', '_Bea', '_Ans']
    >>> without_running_numbers(["P01 Bakker", "P02 Smit", "P01 de Wit", "P02 Smit"], waves)[0]
    'P01 Bakker'
    """
    named = [_find(stem, wave) for stem, wave in zip(stems, rounds, strict=True)]
    counts = _only_counts([one for one in named if one is not None])
    return [
        _cut(stem, one.said) if one and (counts or _is_of_talk(one)) else stem
        for stem, one in zip(stems, named, strict=True)
    ]


def _find(stem: str, wave: str) -> _Named | None:
    """Return the first number of a name and the words beside it, which are somebody's name."""
    name = name_in(stem, (find_wave(stem) or ("", ""))[1])
    found = _NUMBER.search(name)
    if found is None:
        return None
    rest = f"{name[: found.start()]} {name[found.end() :]}"
    words = [word.casefold() for word in _WORD.findall(rest)]
    is_named = any(word[0].isupper() and not is_generic(word) for word in _WORD.findall(rest))
    return _Named(wave, found[0].strip(" .)").casefold(), " ".join(words), found[0]) if is_named else None


def _is_of_talk(one: _Named) -> bool:
    """Return whether a number of a talk stands beside a first name of the lists: `Int05 Fatima`, `03 Buurt Fatima`."""
    return _OF_TALKS.fullmatch(one.number) is not None and any(map(is_listed_first_name, one.name.split()))


def _only_counts(named: Sequence[_Named]) -> bool:
    """Return whether numbers change between rounds more often than they stay with a name."""
    in_round = defaultdict[tuple[str, str], set[str]](set)
    for one in named:
        in_round[one.wave, one.name].add(one.number)
    if any(len(numbers) > 1 for numbers in in_round.values()):  # who is named beside several in one round asked them
        return False
    numbers_of, names_of, together = (defaultdict[str, set[str]](set) for _ in range(3))
    for one in named:
        numbers_of[one.name].add(one.number)
        names_of[one.number].add(one.name)
        together[f"{one.number} {one.name}"].add(one.wave)
    may_count = _several(numbers_of) > 1 or all(map(_OF_TALKS.fullmatch, names_of))
    return may_count and _several(numbers_of) + _several(names_of) > _several(together)


def _several(sets: Mapping[str, set[str]]) -> int:
    return sum(len(own) > 1 for own in sets.values())


def _cut(stem: str, said: str) -> str:
    parts: Iterator[str] = (re.escape(part) for part in re.findall(r"[^\W\d_]+|\d+|[#.)]", said))
    return re.sub(rf"(?<![^\W_]){'[ _-]*'.join(parts)}", "", stem, count=1)
