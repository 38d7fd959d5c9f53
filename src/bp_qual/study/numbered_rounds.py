"""Numbers behind a name that count the talks with one person: `Ans_1` of 2011 and `Ans_2` of 2021 are of Ans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.listed_names import is_listed_name
from bp_qual.study.proposal import Proposal, known_from, without_field
from bp_qual.wording import Remark

_NUMBERED = lazy_pattern(r"([^\W\d_]*[^\W\d_A-Z])([1-9])")  # a code that ends in a capital (AB1) is an id


def join_numbered(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals, those of one name with numbers that go up with the years as those of one person; a guess.

    Only where something else than the names of the files says the years, everybody of that name is met once in each,
    the numbers count from 1, and lists of names have the name: of `Ans1_2011` and `Ans2_2021`, of Ans_2 and Ans_5, and
    of Docent_1 and Docent_2 nobody knows.

    Parameters
    ----------
    proposals : sequence of Proposal
        Of all files of a folder.

    Returns
    -------
    list of Proposal
        In the same order.

    Examples
    --------
    >>> from pathlib import Path
    >>> date = (known_from(["wave"], Remark("first lines")), known_from(["person"], Remark("file name")))
    >>> names = (("Ans1", "2011"), ("Ans2", "2021"))
    >>> files = [Proposal(Path(f"{name}.txt"), name, wave, clues=date) for name, wave in names]
    >>> [proposal.person for proposal in join_numbered(files)]
    ['Ans', 'Ans']
    """
    talks: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for proposal in proposals:
        if match := _NUMBERED.fullmatch(proposal.person):
            is_told = str(proposal.source_of("wave")) != str(Remark("file name"))
            talks[match[1].casefold()].append((match[2], proposal.wave if is_told else ""))
    joined = {name for name, own in talks.items() if _are_rounds(own) and _is_name(name)}
    return [_joined(proposal, joined) for proposal in proposals]


def _is_name(name: str) -> bool:
    return not is_generic(name) and is_listed_name(name)


def _are_rounds(talks: Sequence[tuple[str, str]]) -> bool:
    """Whether numbers go up from 1 with the years in which the talks were."""
    numbers, years = zip(*sorted(talks), strict=True)
    is_counted = numbers == tuple("123456789"[: len(numbers)]) and len(numbers) > 1
    return is_counted and all(year.isdecimal() for year in years) and list(years) == sorted(set(years))


def _joined(proposal: Proposal, names: set[str]) -> Proposal:
    match = _NUMBERED.fullmatch(proposal.person)
    if not match or match[1].casefold() not in names:
        return proposal
    clues = (known_from(["person"], Remark("file name without number")), *without_field("person", proposal.clues))
    return replace(proposal, person=match[1], clues=clues, guessed=tuple(dict.fromkeys(("person", *proposal.guessed))))
