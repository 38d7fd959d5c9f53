"""One spelling for one person of several: of `De Vries` and `De vries`, and of `Kees-Jan`, `Kees Jan` and `KeesJan`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.proposal import Proposal

_WITHIN = lazy_pattern(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")  # KeesJan has two parts, KEES one


def spell_alike(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals, the same letters spelled in one way: with more capitals, not only capitals, with a hyphen.

    Hyphens and blanks make no other name where each shows the same parts (not of `Jo An` and `Joan`), nobody spelled so
    is met twice in a wave, and none has a number.

    >>> from pathlib import Path
    >>> names = (("Kees Jan", "1"), ("Kees-Jan", "2"), ("an", "1"), ("An", "1"), ("P1-1", "1"), ("P11", "2"))
    >>> [one.person for one in spell_alike([Proposal(Path("a.txt"), name, wave) for name, wave in names])]
    ['Kees-Jan', 'Kees-Jan', 'An', 'An', 'P1-1', 'P11']
    """
    spelled: dict[str, str] = {}  # a name by its letters alone: capitals make no other one
    for proposal in proposals:
        key = proposal.person.casefold()
        spelled[key] = max(spelled.get(key, proposal.person), proposal.person, key=_likely)
    met: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for proposal in proposals:
        key = proposal.person.casefold()
        met[_parts(spelled[key])].append((proposal.wave, key))
    best: dict[str, str] = {}
    for parts, own in met.items():
        is_one = all(map(str.isalpha, parts)) and not _are_two(own)
        for key in {key for _, key in own}:
            best[key] = max((spelled[other] for _, other in own), key=_likely) if is_one else spelled[key]
    return [replace(proposal, person=best[proposal.person.casefold()]) for proposal in proposals]


def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that hyphens, blanks or capitals show."""
    return tuple(part.casefold() for part in re.split(r"[\s-]+", _WITHIN.sub(" ", name)))


def _are_two(met: Sequence[tuple[str, str]]) -> bool:
    """Whether several spellings stand in one wave, or no wave is known."""
    waves = [wave for wave, _ in set(met)]
    return "" in waves or len(set(waves)) < len(waves)


def _likely(name: str) -> tuple[bool, int, bool, bool]:
    return not (name.isupper() and name.isalpha()), sum(map(str.isupper, name)), "-" in name, " " in name
