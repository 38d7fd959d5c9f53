"""Waves that the first lines count among waves that are years: `Tweede interview`, held on 3 March 2020."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bp_qual.study.proposal import Proposal, known_from, without_field
from bp_qual.transcripts.moments import YEAR
from bp_qual.wording import Remark


def all_years(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals; where all waves are years but few that first lines say, these are the years of their dates.

    Nothing is done where one of these has no date, or where they are as many as the years: then they are the waves.

    Parameters
    ----------
    proposals : sequence of Proposal
        Those of all interviews.

    Returns
    -------
    list of Proposal
        In the same order.

    Examples
    --------
    >>> from pathlib import Path
    >>> second = Proposal(Path("c"), "C", "2", "2020-03-03", clues=(known_from(["wave"], Remark("first lines")),))
    >>> first = [Proposal(Path("a"), "A", "2010"), Proposal(Path("b"), "B", "2020")]
    >>> [(proposal.wave, proposal.known_from) for proposal in all_years([*first, second])][-1]
    ('2020', 'wave from the year of the date in its first lines')
    """
    counted = [proposal for proposal in proposals if proposal.wave and not YEAR.fullmatch(proposal.wave)]
    years = sum(bool(YEAR.fullmatch(proposal.wave)) for proposal in proposals)
    if len(counted) >= years or not all(map(_is_said_with_a_date, counted)):
        return list(proposals)
    return [_by_date(proposal) if proposal in counted else proposal for proposal in proposals]


def _is_said_with_a_date(proposal: Proposal) -> bool:
    return bool(proposal.date) and proposal.source_of("wave") == Remark("first lines")


def _by_date(proposal: Proposal) -> Proposal:
    source = Remark("year of the date", values={"source": proposal.source_of("date") or Remark("first lines")})
    clues = (*without_field("wave", proposal.clues), known_from(["wave"], source))
    return replace(proposal, wave=proposal.date[:4], clues=clues)
