"""`Mr Harris` and `Mrs Harris` are two: a title stays in a name where files have one person of it with two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.names_in_files import OF_MEN, OF_WOMEN
from bp_qual.study.proposal import Proposal
from bp_qual.transcripts.speakers import label_key

_INITIALS = ("MS", "MR")  # before Anna, of somebody who asked
_OF_MRS = frozenset(("mrs", "ms", "miss"))
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
    waves: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for proposal, (sex, title) in zip(proposals, told, strict=True):
        if sex:
            titles[label_key(proposal.person)].setdefault(sex, title)  # one and the same for `dhr.` and `meneer`
            waves[label_key(proposal.person), sex].add(proposal.wave)
    two = {
        key
        for key, own in titles.items()
        if len(own) > 1 and (not _may_be_one(own) or waves[key, "man"] & waves[key, "woman"])
    }
    return [
        replace(proposal, person=f"{titles[key][sex]} {proposal.person}") if sex and key in two else proposal
        for proposal, (sex, _) in zip(proposals, told, strict=True)
        for key in (label_key(proposal.person),)
    ]


def _may_be_one(titles: Mapping[str, str]) -> bool:
    """Whether a `mr.` is `mw.` too: a master of laws, where no wave has both."""
    return titles["man"] == "Mr" and titles["woman"].casefold() not in _OF_MRS


def _find_title(proposal: Proposal) -> tuple[str, str]:
    """Return what a file's name says of a person right before the name, and how it is written; nothing of a couple."""
    found = [(sex, match) for sex, title in _TITLES.items() if (match := title.search(proposal.file.stem))]
    if len(found) != 1 or "+" in proposal.person:
        return "", ""
    (sex, match), name = found[0], label_key(proposal.person)
    behind = match.string[match.end() :].lstrip(" _.-")
    are_initials = match[0] in _INITIALS and not behind[: len(name)].isupper()
    is_of_name = label_key(behind).startswith(name) and not are_initials
    return (sex, match[0].rstrip(".").capitalize()) if is_of_name else ("", "")
