"""Waves that are counted among waves that are years: `Tweede interview` in the first lines, `Els ronde 2` in a name.

What all files together make plain is proposed, as a guess; the rest is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bp_qual.study.proposal import Proposal, known_from, without_field
from bp_qual.study.rounds_of_years import LONGEST
from bp_qual.transcripts.moments import YEAR, cut_dates
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

_FEW = 4  # times as many files with a year


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


def all_rounds(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals; where all names say a round and only some a year or a date besides, the rounds are waves.

    Nothing is done where the years do not go up with the rounds, or far ones are in one: these may be counted for each
    person.

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
    >>> name = (known_from(["person", "wave", "date"], Remark("file name")),)
    >>> said = (("Jan ronde 1", "1", ""), ("Jan ronde 2", "2", ""), ("Els ronde 2 12-3-2020", "2020", "2020-03-12"))
    >>> files = [Proposal(Path(f"{file}.txt"), file[:3], wave, date, clues=name) for file, wave, date in said]
    >>> [(proposal.wave, proposal.date) for proposal in all_rounds(files)]
    [('1', ''), ('2', ''), ('2', '2020-03-12')]
    """
    rounds = [_round_in_name(proposal) if proposal.wave else "" for proposal in proposals]
    waved = [(proposal, number) for proposal, number in zip(proposals, rounds, strict=True) if proposal.wave]
    years = defaultdict[int, set[str]](set)
    for proposal, number in waved:
        if YEAR.fullmatch(proposal.wave):
            years[int(number or 0)].add(proposal.wave)
    go_up = all(max(years[one]) < min(years[later]) for one, later in pairwise(sorted(years)))
    is_short = all(int(max(own)) - int(min(own)) < LONGEST for own in years.values())
    is_named = any(proposal.wave == number for proposal, number in waved)
    if not (all(number for _, number in waved) and go_up and is_short and is_named):
        return list(proposals)
    return [
        replace(proposal, wave=number, date=proposal.date or proposal.wave)
        if YEAR.fullmatch(proposal.wave)
        else proposal
        for proposal, number in zip(proposals, rounds, strict=True)
    ]


def _round_in_name(proposal: Proposal) -> str:
    """Return the number of the round that the name of a file says beside a year or a date; else nothing."""
    if proposal.source_of("wave") != Remark("file name"):
        return ""
    said = find_wave(cut_dates(proposal.file.stem.replace("_", " ")))
    return said[0] if said and said[0].isdecimal() and not YEAR.fullmatch(said[0]) else ""


def ask_odd_waves(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals, without the wave of the few whose names say no year where all others do: it is asked.

    Round 2 may be one of the years: that of its date, where it has one and the first round is in the first year. Where
    somebody with such a file was heard in every year, it is a wave of its own.

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
    >>> years = [Proposal(Path(f"{name} {year}"), name, year) for name in ("An", "Bo") for year in ("2010", "2020")]
    >>> name = (known_from(["wave"], Remark("file name")),)
    >>> for person in ("Els", "An"):
    ...     odd = Proposal(Path("wave 2"), person, "2", clues=name, guessed=("wave",))
    ...     print(ask_odd_waves([*years, odd])[-1].known_from)
    the name says 'wave 2' where most say a year: write at `wave` which of 2010, 2020 it is
    wave from the file name
    """
    odd = [proposal for proposal in proposals if proposal.wave and not YEAR.fullmatch(proposal.wave)]
    heard = defaultdict[str, set[str]](set)
    for proposal in proposals:
        if YEAR.fullmatch(proposal.wave):
            heard[proposal.person].add(proposal.wave)
    years = set[str]().union(*heard.values())
    dated = sum(bool(proposal.wave) for proposal in proposals) - len(odd)
    of_names = (Remark("file name"), Remark("names of the files"))
    is_asked = all(one.source_of("wave") in of_names and heard[one.person] != years for one in odd)
    if len(years) < 2 or dated < _FEW * len(odd) or not is_asked:
        return list(proposals)
    odd_waves = {proposal.wave for proposal in odd}
    return [
        proposal
        if proposal.wave not in odd_waves
        else _by_date(proposal)
        if _is_plain(proposal, years)
        else _without_wave(proposal, sorted(years))
        for proposal in proposals
    ]


def _is_plain(proposal: Proposal, years: set[str]) -> bool:
    """Return whether a file has the date of one of the years, and its round may be that: the first is in the first."""
    year = proposal.date[:4]
    return proposal.wave.isdecimal() and year in years and (int(proposal.wave) < 2) == (year == min(years))


def in_rounds(clue: Remark, of: Mapping[str, str]) -> Remark:
    """Return a clue; of what `ask_odd_waves` asks, with the rounds of the years in their place.

    >>> asked = Remark("wave among years", values={"wave": "T2", "years": ["2010", "2011", "2020"]})
    >>> in_rounds(asked, {"2011": "2010"}).values["years"]
    ['2010', '2020']
    """
    years = clue.values.get("years") if clue.kind == "wave among years" else None
    if not isinstance(years, list):
        return clue
    return replace(clue, values={**clue.values, "years": list(dict.fromkeys(of.get(year, year) for year in years))})


def _without_wave(proposal: Proposal, years: Sequence[str]) -> Proposal:
    asked = Remark("wave among years", values={"wave": proposal.wave, "years": list(years)})
    clues = (*without_field("wave", proposal.clues), asked)
    guessed = tuple(field for field in proposal.guessed if field != "wave")
    return replace(proposal, wave="", clues=clues, guessed=guessed)
