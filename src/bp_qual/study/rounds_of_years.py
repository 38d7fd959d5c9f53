"""Rounds of interviews that took more than a year: 2009, 2010 and 2011 as one, 2019 and 2020 as the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bp_qual.study.proposal import Proposal

LONGEST = 3  # years of one round
_AGAIN = 5  # at most one person in so many may have been heard in two years of one round


def find_rounds(proposals: Iterable[Proposal]) -> dict[str, tuple[str, ...]]:
    """Return the years that lie together, by the year in which most of their interviews were; a guess.

    Only where the waves are years, somebody was heard in another stretch too, more time lies between these than in the
    round, and next to nobody was heard in two years of it: else each year is a wave of its own, as in a panel that is
    asked every year.

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
    stretches = list(_lying_together(years))
    met = [{person for person, wave in heard if person and wave in own} for own in stretches]
    rounds = [own if _is_round(place, stretches, met, heard) else () for place, own in enumerate(stretches)]
    if not any(rounds):
        return {}
    often = Counter(wave for _, wave in heard)
    kept = (own if own in rounds else (year,) for own in stretches for year in own)
    return {max(own, key=lambda year: often[year]): own for own in dict.fromkeys(kept)}


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


def _is_round(
    place: int,
    stretches: Sequence[tuple[str, ...]],
    met: Sequence[set[str]],
    heard: Sequence[tuple[str, str]],
) -> bool:
    """Return whether somebody of a stretch was heard in another, next to nobody in several of its years, and not soon.

    Those whom nobody of this stretch was heard in may lie near: whoever was late.
    """
    own = stretches[place]
    others = [(years, met[at]) for at, years in enumerate(stretches) if at != place and met[at] & met[place]]
    if not 1 < len(own) <= LONGEST or not others:
        return False
    between = min(max(int(years[0]) - int(own[-1]), int(own[0]) - int(years[-1])) for years, _ in others)
    years_of = Counter(person for person, _ in {one for one in heard if one[0] and one[1] in own})
    again = sum(count > 1 for count in years_of.values())
    return between > len(own) and _AGAIN * again <= len(years_of)
