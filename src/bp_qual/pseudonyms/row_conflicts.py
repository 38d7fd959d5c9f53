"""Rows that would replace one name by two things in an interview, which only the study itself can tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bp_qual.errors import Problem
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.replacing import written_forms


def find_conflicts(
    names: Iterable[DecidedName], interviews: Iterable[Collection[str]], *, where: str
) -> tuple[Problem, ...]:
    """Return a problem for each two rows that mean one spelling in one interview and replace it differently.

    'JAN' is one spelling with 'Jan', as a row replaces its name in capitals too.

    Parameters
    ----------
    names : iterable of DecidedName
        What was decided.
    interviews : iterable of collection of str
        What each interview goes by: its id, persons, wave and file.
    where : str
        The name of the sheet, for messages.

    Returns
    -------
    tuple of Problem

    Examples
    --------
    >>> rows = [DecidedName("Jan", "P01", only_in=("2010",)), DecidedName("Jan", "P02", only_in=("P07",))]
    >>> [problem.kind for problem in find_conflicts(rows, [{"P07_2010", "P07", "2010"}], where="names.xlsx")]
    ['two replacements']
    """
    by_spelling: dict[str, list[DecidedName]] = {}
    for name in names:
        by_spelling.setdefault(name.spelling, []).append(name)
    pairs = [
        (name, other)
        for name in (name for same in by_spelling.values() for name in same)
        for form in written_forms(name.spelling) | {name.spelling}
        for other in by_spelling.get(form, ())
        if other.pseudonym != name.pseudonym
    ]
    met = {frozenset(pair): pair for here in interviews for pair in pairs if all(n.holds_in(here) for n in pair)}
    return tuple(
        Problem(where, "two replacements", {"name": o.spelling, "first": n.pseudonym, "second": o.pseudonym})
        for n, o in met.values()
    )
