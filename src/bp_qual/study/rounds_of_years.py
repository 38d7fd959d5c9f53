"""Rounds of interviews that took more than a year: 2009, 2010 and 2011 as one, 2019 and 2020 as the other."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bp_qual.study.proposal import Proposal

_LONGEST = 3  # years of one round
_AGAIN = 5  # at most one person in so many may have been heard in two years of one round


def find_rounds(proposals: Iterable[Proposal]) -> dict[str, tuple[str, ...]]:
    """Return the years that lie together, by the year in which most of their interviews were; a guess.

    Only where the waves are years, somebody was heard in two of the rounds, between the rounds lies more time than in
    them, and next to nobody was heard in two years of one: else each year is a wave of its own, as in a panel that
    is asked every year.

    Parameters
    ----------
    proposals : iterable of Proposal
        Those of all interviews.

    Returns
    -------
    dict
        Empty where no years lie together.

    Examples
    --------
    >>> from pathlib import Path
    >>> heard = [("A", "2009"), ("B", "2010"), ("C", "2010"), ("A", "2020"), ("B", "2020"), ("C", "2021")]
    >>> find_rounds(Proposal(Path(), person, wave) for person, wave in heard)
    {'2010': ('2009', '2010'), '2020': ('2020', '2021')}
    >>> find_rounds(Proposal(Path(), "A", wave) for wave in ("2009", "2010", "2020"))
    {}
    """
    heard = [(proposal.person, proposal.wave) for proposal in proposals if proposal.wave]
    years = sorted({wave for _, wave in heard})
    if not all(re.fullmatch(r"(19|20)\d\d", year) for year in years):
        return {}
    rounds = list(_lying_together(years))
    if len(rounds) < 2 or len(rounds) == len(years):
        return {}
    longest = max(int(own[-1]) - int(own[0]) for own in rounds) + 1
    between = min(int(after[0]) - int(before[-1]) for before, after in itertools.pairwise(rounds))
    if longest > _LONGEST or between <= longest or not _are_rounds(heard, rounds):
        return {}
    often = Counter(wave for _, wave in heard)
    return {max(own, key=lambda year: often[year]): own for own in rounds}


def _lying_together(years: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the years of each stretch without a year left out."""
    stretch: list[str] = []
    for year in years:
        if stretch and int(year) > int(stretch[-1]) + 1:
            yield tuple(stretch)
            stretch = []
        stretch.append(year)
    if stretch:
        yield tuple(stretch)


def _are_rounds(heard: Sequence[tuple[str, str]], rounds: Sequence[tuple[str, ...]]) -> bool:
    """Return whether somebody was heard in several rounds, and next to nobody in several years of one."""
    of = {year: number for number, own in enumerate(rounds) for year in own}
    years: dict[str, set[str]] = {}
    for person, wave in heard:
        if person:
            years.setdefault(person, set()).add(wave)
    returned = [own for own in years.values() if len({of[year] for year in own}) > 1]
    again = [own for own in years.values() if len(own) > len({of[year] for year in own})]
    return bool(returned) and _AGAIN * len(again) <= len(years)
