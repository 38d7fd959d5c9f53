"""Persons by the labels in their transcripts, where the names of the files say nothing but a number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.names_in_files import is_same_name, spells, without_title
from bp_qual.study.proposal import Proposal, known_from, without_field
from bp_qual.wording import Remark

GENERIC_LABEL = lazy_pattern(
    r"(?:speaker|spreker|sprecher|s|voice|stem|person|persoon)[ _-]?\d+|\(.*\)?|ik|mij|me|myself|i", re.IGNORECASE
)
_COUNTS = lazy_pattern(r"[A-Za-z]{0,15}[ _-]?\d{1,5}[a-z]?|[A-Za-z]")  # an id, or the number of a file
_SHORTEST = 3  # letters of a name; fewer are initials


def do_labels_tell(proposals: Sequence[Proposal]) -> bool:
    """Whether labels say who is who where the names of files only count: `ronde 2/interview 1`, `REC0013`, `gesprek b`.

    They do where most of those who answer come back in another wave, and files of one name are not of one label. A
    file among them without a label that is a name, or that is named after somebody, says nothing against it.

    >>> from pathlib import Path
    >>> files = [Proposal(Path(f"REC{n}.txt"), f"REC{n}", wave, "", name)
    ...     for n, (wave, name) in enumerate((("1", "Truus"), ("2", "Truus"), ("1", "Kees"), ("2", "Kees")))]
    >>> do_labels_tell(files), do_labels_tell(files[::2])
    (True, False)
    """
    counted = [proposal for proposal in proposals if _COUNTS.fullmatch(proposal.person)]
    told = list(filter(_is_told, counted))
    if 2 * len(told) <= len(counted):
        return False
    waves, labels = dict[str, list[str]](), dict[str, list[str]]()
    for proposal in told:
        labels.setdefault(proposal.person, []).append(proposal.speaker)
    for proposal in proposals:
        if proposal.wave and _is_name(proposal.speaker):
            waves.setdefault(proposal.speaker, []).append(proposal.wave)
    if any(len(set(own)) < len(own) for own in waves.values()):  # two files of one wave: two persons of one name
        return False
    again = [set(own) for own in labels.values() if len(own) > 1]
    crossed = sum(len(own) > 1 for own in again)
    return len(waves) > 1 and 2 * sum(len(own) > 1 for own in waves.values()) > len(waves) and 2 * crossed >= len(again)


def label_or_name(
    proposals: Sequence[tuple[Proposal, Proposal]], names: Mapping[str, Collection[str]]
) -> list[Proposal]:
    """Return of each file the proposal by the label of who answers, or by its name where that label is no name.

    A label in files of different people is none (Ik, Me, Answer), unless one of those files is called so, the others
    shorten it, and nobody answers so in two files of a wave: `JLuc_2021` and `Jean-Luc (2011)`, both with `Jean-Luc:`.

    Parameters
    ----------
    proposals : sequence of tuple of Proposal
        By the label and by the name of each file.
    names : mapping of str to collection of str
        The persons that the names of files say, by the label of who answers in them.

    Examples
    --------
    >>> from pathlib import Path
    >>> pair = (Proposal(Path("a"), "Ik", "1", "", "Ik"), Proposal(Path("a"), "An", "1", "", "Ik"))
    >>> [[one.person for one in label_or_name([pair], {"Ik": named})] for named in ({"An"}, {"An", "Bo"})]
    [['Ik'], ['An']]
    """
    waves: defaultdict[str, list[str]] = defaultdict(list)
    for by_label, _ in proposals:
        waves[by_label.speaker].append(by_label.wave)

    @cache  # a folder may hold thousands of files with one label
    def is_name(label: str) -> bool:
        persons, own = {*names.get(label, ())} - {""}, waves[label]
        is_one = "" not in own and len(set(own)) == len(own)
        is_called_so = any(is_same_name(label, person) for person in persons)
        return len(persons) < 2 or (is_one and is_called_so and all(spells(person, label) for person in persons))

    return [by_label if is_name(by_label.speaker) else by_name for by_label, by_name in proposals]


def take_labels(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return the proposals, those whose names of files count with the label of who answers as the person.

    >>> from pathlib import Path
    >>> take_labels([Proposal(Path("REC1.txt"), "REC1", "1", speaker="mevrouw de Wit")])[0].person
    'De Wit'
    """
    known = known_from(["person"], Remark("label of who answers"))
    return [
        replace(
            proposal,
            person=without_title(proposal.speaker),
            clues=(known, *without_field("person", proposal.clues)),
            guessed=tuple(dict.fromkeys(("person", *proposal.guessed))),
        )
        if _is_told(proposal)
        else proposal
        for proposal in proposals
    ]


def _is_told(proposal: Proposal) -> bool:
    """Whether the name of a file counts, and its label is a name."""
    counts = _COUNTS.fullmatch(proposal.person) is not None
    return counts and bool(proposal.wave) and _is_name(proposal.speaker)


def _is_name(label: str) -> bool:
    return len(label) >= _SHORTEST and label[0].isalpha() and not GENERIC_LABEL.fullmatch(label)
