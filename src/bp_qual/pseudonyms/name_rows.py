"""A row of the sheet of names: a spelling, what is proposed for it, and what a person decided."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.found_names import LIKELY, PERHAPS
from bp_qual.pseudonyms.proposing import NameProposals

OWN = "own"  # the block of rows that a person added, or whose spelling the study no longer has
BLOCKS = (LIKELY, PERHAPS, OWN)


@dataclass(frozen=True, slots=True)
class NameRow:
    """One spelling. `is_replaced`, `kind`, `replacement`, `only_in`, `group` and `remark` are for a person to change.

    `only_in` names the interviews, persons or waves in which the spelling stands for this one; empty: in all.

    Examples
    --------
    >>> NameRow("Jan", replacement="P01", is_replaced=True).block
    'own'
    """

    spelling: str
    replacement: str = ""
    is_replaced: bool = False
    kind: str = "person"
    group: str = ""
    only_in: tuple[str, ...] = ()
    block: str = OWN
    count: int = 0
    by_wave: tuple[int, ...] = ()
    contexts: tuple[str, ...] = ()
    remark: str = ""


def rows_of(proposals: NameProposals, earlier: Iterable[NameRow] = ()) -> tuple[NameRow, ...]:
    """Return the rows of a sheet: what is proposed, and of each spelling that a sheet had before, what was decided.

    A new spelling of somebody who was decided on gets the same replacement.

    Parameters
    ----------
    proposals : NameProposals
        As found now.
    earlier : iterable of NameRow
        What people made of an earlier sheet: none of it is lost.

    Returns
    -------
    tuple of NameRow
        Likely names first, then perhaps, then rows of the earlier sheet whose spelling is no longer found.

    Examples
    --------
    >>> rows_of(NameProposals("en", (), (), ()), [NameRow("Jan", "P01", True)])[0].block
    'own'
    """
    decided: dict[str, list[NameRow]] = {}
    earlier = tuple(earlier)
    for row in earlier:
        decided.setdefault(row.spelling, []).append(row)
    rows: list[NameRow] = []
    fresh: set[int] = set()
    for group in proposals.groups:
        known = {row.replacement: row for s in group.spellings for row in decided.get(s, ()) if row.replacement}
        same = next(iter(known.values())) if len(known) == 1 else None  # a new spelling of somebody known
        for spelling in group.spellings:
            now = NameRow(
                spelling,
                same.replacement if same else group.replacement,
                group.block == LIKELY,
                group.kind,
                same.group if same and same.group else group.spellings[0],
                block=group.block,
                count=proposals.count(spelling),
                by_wave=tuple(proposals.count(spelling, wave) for wave in proposals.waves),
                contexts=proposals.contexts(spelling),
            )
            before = [_as_decided(now, row) for row in decided.pop(spelling, [])]
            fresh |= set() if before or same else {id(now)}
            rows += before or [now]
    rows += [replace(row, block=OWN, count=0, by_wave=()) for left in decided.values() for row in left]
    return tuple(_renumbered(rows, fresh=fresh))


def coarsen_dates(rows: Sequence[NameRow], decided: Collection[str]) -> tuple[NameRow, ...]:
    """Return rows in which the year is proposed for a date that names one, unless its spelling was decided before.

    >>> date = NameRow("3 mei 1948", "[datum 1]", True, "birth")
    >>> coarsen_dates([date], ())[0].replacement, coarsen_dates([date], {"3 mei 1948"})[0].replacement
    ('1948', '[datum 1]')
    """
    years = {row.spelling: re.search(r"(?:19|20)\d\d", row.spelling) for row in rows if row.kind == "birth"}
    return tuple(
        replace(row, replacement=year[0]) if (year := years.get(row.spelling)) and row.spelling not in decided else row
        for row in rows
    )


def rows_of_key(names: Iterable[DecidedName]) -> tuple[NameRow, ...]:
    """Return what a key says as rows, so that what is new can be told from it.

    >>> rows_of_key([DecidedName("Jan", "P01")])[0].replacement
    'P01'
    """
    return tuple(NameRow(n.spelling, n.pseudonym, True, n.kind, only_in=n.only_in) for n in names)


def _as_decided(now: NameRow, decided: NameRow) -> NameRow:
    return replace(
        now,
        replacement=decided.replacement,
        is_replaced=decided.is_replaced,
        kind=decided.kind,
        group=decided.group,
        only_in=decided.only_in,
        remark=decided.remark,
    )


def _renumbered(rows: Sequence[NameRow], *, fresh: set[int]) -> Iterable[NameRow]:
    """Yield the rows; a new row whose proposed replacement was given to another group before gets one that is free."""
    taken = {row.replacement: row.group for row in rows if id(row) not in fresh and row.replacement}
    by_group = {row.group: row.replacement for row in rows if id(row) not in fresh and row.replacement}
    for row in rows:
        if id(row) not in fresh:
            yield row
            continue
        made = by_group.get(row.group) or free_replacement(row.replacement, taken)
        by_group[row.group], taken[made] = made, row.group
        yield replace(row, replacement=made)


def free_replacement(proposed: str, taken: Iterable[str]) -> str:
    """Return a replacement that is not taken: the same with the next free number in it.

    >>> free_replacement("[naam 1]", ["[naam 1]", "[naam 3]"]), free_replacement("P01", ["P01"])
    ('[naam 2]', 'P02')
    """
    used = set(taken)
    match = re.search(r"\d+", proposed)
    if proposed not in used or match is None:
        return proposed
    number = int(match[0])
    while (made := f"{proposed[: match.start()]}{number:0{len(match[0])}}{proposed[match.end() :]}") in used:
        number += 1
    return made
