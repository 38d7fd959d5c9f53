"""What was decided: which spelling is replaced by which pseudonym, and where a name stands for two people, in which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bp_qual.errors import Problem, StudyError
from bp_qual.study.interviews import Interview
from bp_qual.wording import Remark


@dataclass(frozen=True, slots=True)
class DecidedName:
    """A spelling and the pseudonym that stands for it; `only_in` names interviews, persons or waves (empty: all).

    `takes_s` says whether it with an s behind it, and no apostrophe, is its possessive, and not the name of another.

    Examples
    --------
    >>> DecidedName("Jan", "P01", "person", ("P07",)).holds_in({"P07_2010", "P07", "2010"})
    True
    """

    spelling: str
    pseudonym: str
    kind: str = "person"
    only_in: tuple[str, ...] = ()
    takes_s: bool = field(default=True, repr=False, compare=False)

    def holds_in(self, names: Iterable[str]) -> bool:
        """Return whether it is meant in an interview that goes by these names: its id, persons and wave."""
        return not self.only_in or bool(set(self.only_in) & set(names))


def goes_by(interview: Interview, folder: Path) -> frozenset[str]:
    """Return what an interview may be called under 'only in': its id, wave, persons and file.

    >>> sorted(goes_by(Interview(Path("a/P01_2010.txt"), {"P01": ()}, "2010", "", id="P01_2010"), Path("a").resolve()))
    ['2010', 'P01', 'P01_2010', 'P01_2010.txt']
    """
    path = interview.file.resolve()
    inside = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
    return frozenset((interview.id, interview.wave, *interview.persons, inside, path.name))


def is_outside(rows: Iterable[DecidedName | RowOfSheet], here: Collection[str]) -> bool:
    """Return whether all rows of a name say 'only in', and none of them an interview that goes by these names.

    >>> is_outside([DecidedName("Jan", "P01", only_in=("2010",))], {"P01_2020", "2020"}), is_outside([], {"2020"})
    (True, False)
    """
    meant = [set(row.only_in) for row in rows]
    return bool(meant) and all(only and not only & set(here) for only in meant)


class RowOfSheet(Protocol):
    """What a decision needs to know of a row of the sheet."""

    @property
    def spelling(self) -> str:
        """The name as it is written."""

    @property
    def replacement(self) -> str:
        """What is to stand for it."""

    @property
    def is_replaced(self) -> bool:
        """Whether it is to be replaced."""

    @property
    def kind(self) -> str:
        """What it is the name of."""

    @property
    def only_in(self) -> tuple[str, ...]:
        """In which interviews, persons or waves."""


def decide(rows: Iterable[RowOfSheet], earlier: Iterable[DecidedName] = (), *, where: str) -> tuple[DecidedName, ...]:
    """Return what a sheet decides, with what was decided before it.

    Parameters
    ----------
    rows : iterable of RowOfSheet
        As read from the sheet.
    earlier : iterable of DecidedName
        What the key says. It stands: a sheet that says something else of the same spelling is refused.
    where : str
        The name of the sheet, for messages.

    Returns
    -------
    tuple of DecidedName

    Raises
    ------
    StudyError
        With everything that contradicts itself.

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_rows import NameRow
    >>> [name.pseudonym for name in decide([NameRow("Jan", "P01", True), NameRow("Wil", "P02")], where="names.xlsx")]
    ['P01']
    """
    rows = [row for row in rows if row.is_replaced]
    problems = [Problem(where, "no replacement", {"name": row.spelling}) for row in rows if not row.replacement]
    made = [DecidedName(row.spelling, row.replacement, row.kind, row.only_in) for row in rows if row.replacement]
    names = list(dict.fromkeys([*earlier, *made]))
    problems += _contradictions(names, where)
    spellings = {name.spelling.casefold() for name in names}
    problems += [
        Problem(where, "replacement is a name", {"name": name.spelling, "replacement": name.pseudonym})
        for name in names
        if name.pseudonym.casefold() in spellings
    ]
    if problems:
        raise StudyError(dict.fromkeys(problems), Remark("nothing replaced"))
    return tuple(names)


def left_alone(
    rows: Iterable[RowOfSheet], earlier: Iterable[DecidedName], names: Collection[DecidedName]
) -> tuple[DecidedName, ...]:
    """Return the names that a person decided to leave, now or before, without a pseudonym.

    Parameters
    ----------
    rows : iterable of RowOfSheet
        As read from the sheet.
    earlier : iterable of DecidedName
        Those that were left before.
    names : collection of DecidedName
        What is replaced: a later yes takes the place of a no.

    Returns
    -------
    tuple of DecidedName

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_rows import NameRow
    >>> [name.spelling for name in left_alone([NameRow("Wil"), NameRow("Jan", "P01", True)], [], ())]
    ['Wil']
    """
    made = [DecidedName(row.spelling, "", row.kind, row.only_in) for row in rows if not row.is_replaced]
    everywhere = {name.spelling for name in names if not name.only_in}
    replaced = {(name.spelling, name.only_in) for name in names}
    return tuple(
        name
        for name in dict.fromkeys([*earlier, *made])
        if name.spelling not in everywhere and (name.spelling, name.only_in) not in replaced
    )


def _contradictions(names: Sequence[DecidedName], where: str) -> list[Problem]:
    """Return a problem for each spelling that has two pseudonyms in one place."""
    by_spelling: dict[str, list[DecidedName]] = {}
    for name in names:
        by_spelling.setdefault(name.spelling, []).append(name)
    return [
        Problem(
            where, "two replacements", {"name": first.spelling, "first": first.pseudonym, "second": other.pseudonym}
        )
        for same in by_spelling.values()
        for place, first in enumerate(same)
        for other in same[place + 1 :]
        if first.pseudonym != other.pseudonym and _overlap(first, other)
    ]


def _overlap(first: DecidedName, other: DecidedName) -> bool:
    return not first.only_in or not other.only_in or bool(set(first.only_in) & set(other.only_in))
