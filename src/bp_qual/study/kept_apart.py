"""What is left out of names of files makes no one person of two: `Jan (KB)` and `Jan (PV)` in one round stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence


def keep_apart(full: Sequence[str], cut: Sequence[str], read: Callable[[int, str], tuple[str, str]]) -> list[str]:
    """Return the names of files without what is left out of them, and whole where that makes one person of two.

    Parameters
    ----------
    full, cut : sequence of str
        The name of each file, and what is left of it.
    read : callable
        Given the place of a file and a name for it, the person and the wave that are told by it.

    Returns
    -------
    list of str
        As many as files.

    Examples
    --------
    >>> keep_apart(["Jan KB", "Jan PV", "An KB"], ["Jan", "Jan", "An"], lambda place, name: (name, "2010"))
    ['Jan KB', 'Jan PV', 'An']
    """
    if list(full) == list(cut):
        return list(cut)
    before, after = ([read(place, name) for place, name in enumerate(names)] for names in (full, cut))
    were: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (whole, _), (person, wave) in zip(before, after, strict=True):
        were[person.casefold(), wave].add(whole.casefold())
    merged = {person for (person, _), persons in were.items() if len(persons) > 1}
    return [
        whole if person.casefold() in merged else short
        for whole, short, (person, _) in zip(full, cut, after, strict=True)
    ]
