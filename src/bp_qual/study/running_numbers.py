"""Numbers that count the talks of a round, beside a name: `Int02 Bert 2010` and `Int04 Bert 2020` are both Bert's.

A number is somebody's own where it stays with one name (`P01 Bakker` and `P01`). Where several names come with other
numbers in other rounds, more often than numbers stay with a name, it only counts; so does one of talks (`Int02`, `#2`)
beside a first name, or that comes with different names; not where others' numbers stay with them (`7 Anna`, `1 Anna`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.listed_names import is_listed_first_name, is_listed_name
from bp_qual.study.names_in_files import name_in
from bp_qual.transcripts.wave_words import find_wave

_NUMBER = lazy_pattern(r"(?<![^\W_])(?:[A-Za-z]{1,12}[ _-]?|#)?(\d{1,3}[a-c]?)(?![^\W_])[.)]?")
_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_OF_TALKS = lazy_pattern(
    r"(?:#|(?:int|intv|interv|itv|interview|gespr|gesprek|opname|nr|no|rec|audio|file)[ _.-]?)?\d+[a-c]?"
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
    found = _Numbers.of([one for one in named if one is not None])
    counts = found.only_count()
    return [
        _cut(stem, one.said) if one and (counts or (_is_of_talk(one) and not found.parts(one))) else stem
        for stem, one in zip(stems, named, strict=True)
    ]


def without_numbers_of_waves(stems: Sequence[str], files: Sequence[Path]) -> list[str]:
    """Return names of files without a number that counts the waves in each folder: `Anna/01 intake`, `Anna/02 exit`.

    Parameters
    ----------
    stems : sequence of str
        The name of each file.
    files : sequence of Path
        Where each lies.

    Returns
    -------
    list of str
        In the same order.

    Examples
    --------
    >>> files = [Path(f"{name}/{said}.txt") for name in ("Anna", "Bo") for said in ("1 intake", "2 exit")]
    >>> without_numbers_of_waves([file.stem for file in files], files)
    ['intake', 'exit', 'intake', 'exit']
    """
    said = [find_wave(stem) or ("", "") for stem in stems]
    numbers = [name_in(stem, words) if wave else "" for stem, (wave, words) in zip(stems, said, strict=True)]
    waves_of, numbers_of = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for number, (wave, _) in zip(numbers, said, strict=True):
        waves_of[number].add(wave)
        numbers_of[wave].add(number)
    folders = {file.parent for file, number in zip(files, numbers, strict=True) if number}
    if len(folders) < 2 or len(waves_of) < 2 or _several(waves_of) or _several(numbers_of):
        return list(stems)
    are_counted = all(map(str.isdecimal, waves_of))
    return [
        _cut(stem, number).strip(" _-.") if are_counted else stem for stem, number in zip(stems, numbers, strict=True)
    ]


def _find(stem: str, wave: str) -> _Named | None:
    """Return the first number of a name and the words beside it, which are somebody's name."""
    name = name_in(stem, (find_wave(stem) or ("", ""))[1])
    found = _NUMBER.search(name)
    if found is None:
        return None
    rest = f"{name[: found.start()]} {name[found.end() :]}"
    words = [word.casefold() for word in _WORD.findall(rest)]
    is_named = any(
        is_listed_first_name(word) or (word[0].isupper() and not is_generic(word)) for word in _WORD.findall(rest)
    )
    return _Named(wave, found[0].strip(" .)").casefold(), " ".join(words), found[0]) if is_named else None


def _is_of_talk(one: _Named) -> bool:
    """Return whether a number of a talk stands beside a first name of the lists: `Int05 Fatima`, `03 Buurt Fatima`."""
    return _OF_TALKS.fullmatch(one.number) is not None and any(map(is_listed_first_name, one.name.split()))


class _Numbers(NamedTuple):
    """Which numbers stand beside each name, which names beside each number, and in which rounds the two together."""

    numbers_of: Mapping[str, set[str]]
    names_of: Mapping[str, set[str]]
    together: Mapping[tuple[str, str], set[str]]
    ask: bool

    @classmethod
    def of(cls, named: Sequence[_Named]) -> _Numbers:
        numbers_of, names_of = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        together, in_round = (defaultdict[tuple[str, str], set[str]](set) for _ in range(2))
        for one in named:
            in_round[one.wave, one.name].add(one.number)
            if _OF_TALKS.fullmatch(one.number) or any(map(is_listed_name, one.name.split())):
                numbers_of[one.name].add(one.number)
                names_of[one.number].add(one.name)
                together[one.number, one.name].add(one.wave)
        ask = any(len(numbers) > 1 for numbers in in_round.values())  # who is named beside several in one round
        return cls(numbers_of, names_of, together, ask)

    def only_count(self) -> bool:
        """Return whether numbers change between rounds more often than they stay with a name."""
        may_count = _several(self.numbers_of) > 1 or all(map(_OF_TALKS.fullmatch, self.names_of))
        return not self.ask and may_count and self._changing > _several(self.together)

    def parts(self, one: _Named) -> bool:
        """Return whether a name has several numbers where numbers stay with the others: `1 Anna` is not `7 Anna`."""
        return len(self.numbers_of[one.name]) > 1 and _several(self.together) > self._changing

    @property
    def _changing(self) -> int:
        return _several(self.numbers_of) + _several(self.names_of)


def _several(sets: Mapping[Any, set[str]]) -> int:
    return sum(len(own) > 1 for own in sets.values())


def _cut(stem: str, said: str) -> str:
    parts: Iterator[str] = (re.escape(part) for part in re.findall(r"[^\W\d_]+|\d+|[#.)]", said))
    return re.sub(rf"(?<![^\W_]){'[ _-]*'.join(parts)}", "", stem, count=1)
