"""`Mr Harris` and `Mrs Harris` are two: a title stays in a name where files have one person of it with two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.names_in_files import OF_MEN, OF_WOMEN
from bp_qual.study.proposal import Proposal
from bp_qual.transcripts.speakers import label_key

_BEFORE, _BEHIND = r"(?<![^\W_])(?:", r")(?:\.|(?![^\W_]))(?=[ _.-]*[^\W\d_])"
_TITLES = {
    "man": lazy_pattern(_BEFORE + OF_MEN + _BEHIND, re.IGNORECASE),
    "woman": lazy_pattern(_BEFORE + OF_WOMEN + _BEHIND, re.IGNORECASE),
}


def keep_titles(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals; who is a man by one file's name and a woman by another's has the title in the name.

    >>> from pathlib import Path
    >>> stems = ("Mr Harris 2012", "Mrs Harris 2018", "Ms Ng 2012", "Miss Ng 2018")
    >>> [one.person for one in keep_titles([Proposal(Path(f"{stem}.txt"), stem.split()[1]) for stem in stems])]
    ['Mr Harris', 'Mrs Harris', 'Ng', 'Ng']
    """
    told = [_find_title(proposal) for proposal in proposals]
    titles: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for proposal, (sex, title) in zip(proposals, told, strict=True):
        if sex:
            titles[label_key(proposal.person)].setdefault(sex, title)  # one and the same for `dhr.` and `meneer`
    return [
        replace(proposal, person=f"{own[sex]} {proposal.person}") if sex and len(own) > 1 else proposal
        for proposal, (sex, _) in zip(proposals, told, strict=True)
        for own in (titles[label_key(proposal.person)],)
    ]


def _find_title(proposal: Proposal) -> tuple[str, str]:
    """Return what a file's name says of a person before the name, and how it is written; nothing of a couple."""
    found = [(sex, match) for sex, title in _TITLES.items() if (match := title.search(proposal.file.stem))]
    return (
        (found[0][0], found[0][1][0].rstrip(".").capitalize())
        if len(found) == 1 and "+" not in proposal.person
        else ("", "")
    )
