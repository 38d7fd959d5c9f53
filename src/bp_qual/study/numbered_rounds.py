"""Numbers behind a name that count the talks with one person: `Ans_1` of 2011 and `Ans_2` of 2021 are of Ans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.listed_names import is_listed_first_name, is_listed_surname
from bp_qual.study.proposal import Proposal, known_from, without_field
from bp_qual.wording import Remark

_NUMBERED = lazy_pattern(r"([^\W\d_]*[^\W\d_A-Z])([1-9])")  # a code that ends in a capital (AB1) is an id


def join_numbered(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals, those of one name with numbers that go up with the years as those of one person; a guess.

    Only where something else than the names of the files says the years, everybody of that name is met once in each,
    the numbers count from 1, and lists of first names have all that have numbers in the folder: of `Ans1_2011` and
    `Ans2_2021`, of Ans_2 and Ans_5, and of Docent_1 and Docent_2 nobody knows. A name alone is no surname, as Ward is.

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
            is_told = not _is_of_names(proposal.source_of("wave"))
            talks[match[1].casefold()].append((match[2], proposal.wave if is_told else ""))
    joined = {name for name, own in talks.items() if _are_rounds(own)} if _are_names(talks) else set()
    return [_joined(proposal, joined) for proposal in proposals]


def _is_of_names(source: object) -> bool:
    """Whether something is known from names of files, be it by way of a date in them."""
    within = source.values.get("source", source) if isinstance(source, Remark) else source
    return within == Remark("file name")


def _are_names(names: Collection[str]) -> bool:
    """Whether people are called so, all of them: a surname alone may be a ward or a mason."""
    is_apart = len(names) == 1 and any(map(is_listed_surname, names))
    return not is_apart and all(is_listed_first_name(name) and not is_generic(name) for name in names)


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
