"""A row of the sheet of names: a spelling, what is proposed for it, and what a person decided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from bp_qual.pseudonyms.covered_spellings import CoveredSpellings, without_possessive
from bp_qual.pseudonyms.decided_names import DecidedName, is_outside
from bp_qual.pseudonyms.found_names import LIKELY, PERHAPS
from bp_qual.pseudonyms.key_file import NameKey
from bp_qual.pseudonyms.proposing import NameProposals
from bp_qual.wording import Remark, Wording

OWN = "own"  # the block of rows that a person added, or whose spelling the study no longer has
BLOCKS = (LIKELY, PERHAPS, OWN)
_MOST_CONTEXTS = 3


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

    A new spelling of somebody who was decided on gets the same replacement, unless it may be another name (an s behind
    the decided one that nothing shows to be a possessive); one that is a name with rows in another form ('jan') has the
    same rows. A name whose rows all say 'only in', and that stands in other interviews too, in whichever form,
    has one row more for those, with a replacement of its own: whose name it is there, nothing tells.

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
    covered = CoveredSpellings(earlier, _possessives(proposals))
    bases = {s: base for group in proposals.groups for s in group.spellings if (base := covered.base_of(s))}
    rows: list[NameRow] = []
    fresh: set[int] = set()
    forms: dict[str, list[NameRow]] = defaultdict(list)
    for group in proposals.groups:
        known = {row.replacement: row for s in group.spellings for row in decided.get(s, ()) if row.replacement}
        same = next(iter(known.values())) if len(known) == 1 else None  # a new spelling of somebody known
        for spelling in group.spellings:
            is_apart = same is not None and bool(covered.maybe_possessive_of(spelling))
            one = None if is_apart else same
            now = NameRow(
                spelling,
                one.replacement if one else group.replacement,
                group.block == LIKELY,
                group.kind,
                one.group if one and one.group else without_possessive(spelling) if is_apart else group.spellings[0],
                block=group.block,
                count=proposals.count(spelling),
                by_wave=tuple(proposals.count(spelling, wave) for wave in proposals.waves),
                contexts=proposals.contexts(spelling),
            )
            before = [_as_decided(now, row) for row in decided.get(bases.get(spelling, spelling), ())]
            fresh |= set() if before or one else {id(now)}
            rows += before or [now]
            forms[bases.get(spelling, spelling)].append(now)
    for name, there in forms.items():
        if more := _outside(proposals, name, there, decided.get(name, ())):
            fresh.add(id(more))
            rows.append(more)
    found = {row.spelling for row in rows}
    rows += [replace(row, block=OWN, count=0, by_wave=()) for row in earlier if row.spelling not in found]
    own = frozenset(group.owner for group in proposals.groups if group.owner == group.replacement)
    return tuple(_renumbered(rows, fresh=fresh, own=own))


def _outside(
    proposals: NameProposals, name: str, forms: Sequence[NameRow], before: Sequence[NameRow]
) -> NameRow | None:
    """Return a row for the interviews with a name, in any form, that its earlier rows do not mean; None without any."""
    standing = dict.fromkeys(i for form in forms for i in proposals.interviews_of(form.spelling))
    names = [i for i in standing if is_outside(before, proposals.called[i])]
    if not names:
        return None
    there = [(proposals.only_in(form.spelling, names), form.spelling) for form in forms]
    return replace(
        forms[0],
        spelling=name,
        replacement=Wording(proposals.language)(f"names_made_{forms[0].kind}", n=1),
        group=f"{name} ({names[0]})",
        only_in=tuple(names),
        count=sum(found.count(form) for found, form in there),
        by_wave=tuple(sum(found.count(form, wave) for found, form in there) for wave in proposals.waves),
        contexts=tuple(line for found, form in there for line in found.contexts(form))[:_MOST_CONTEXTS],
    )


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
    """Return what a key says as rows, so that what is new can be told from it; a name without a pseudonym is left.

    >>> [row.is_replaced for row in rows_of_key([DecidedName("Jan", "P01"), DecidedName("Wil", "")])]
    [True, False]
    """
    return tuple(NameRow(n.spelling, n.pseudonym, bool(n.pseudonym), n.kind, only_in=n.only_in) for n in names)


def new_rows(proposals: NameProposals, earlier: Sequence[NameRow], key: NameKey) -> tuple[NameRow, ...]:
    """Return the rows of a sheet without what a key says, unless the earlier sheet has it too.

    Parameters
    ----------
    proposals : NameProposals
        As found now.
    earlier : sequence of NameRow
        The earlier sheet.
    key : NameKey
        What was decided in another sheet: names with a pseudonym, and names to leave.

    Returns
    -------
    tuple of NameRow

    Examples
    --------
    >>> new_rows(NameProposals("en", (), (), ()), [NameRow("Jan", "P01", True)], NameKey())[0].spelling
    'Jan'
    """
    here = {(row.spelling, row.only_in) for row in earlier}
    known = [row for row in rows_of_key((*key.names, *key.left)) if (row.spelling, row.only_in) not in here]
    in_key = {(row.spelling, row.only_in) for row in known}
    covered = CoveredSpellings((*known, *earlier), _possessives(proposals))

    def name_of(row: NameRow) -> str:
        return covered.base_of(row.spelling) if covered.is_replaced_with(row.spelling) else row.spelling

    rows = rows_of(proposals, (*known, *earlier))
    return tuple(row for row in rows if (name_of(row), row.only_in) not in in_key)


def told_of_rows(
    rows: Sequence[NameRow], earlier: Iterable[NameRow], proposals: NameProposals, key: NameKey
) -> tuple[Remark, ...]:
    """Return what is said of names that no 'only in' of their rows means, that may be another with an s, or were left.

    Parameters
    ----------
    rows : sequence of NameRow
        From `new_rows`.
    earlier : iterable of NameRow
        The earlier sheet.
    proposals : NameProposals
        As found now.
    key : NameKey
        What was decided in another sheet.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> row = NameRow("Jan", "[name 2]", True, only_in=("P09_2020",))
    >>> told_of_rows([row], [], NameProposals("en", (), (), ()), NameKey())[0].kind
    'name outside only in'
    """
    there = {row.spelling for row in rows}
    left = {name.spelling for name in key.left if name.spelling not in there and proposals.count(name.spelling)}
    earlier = tuple(earlier)
    known = {(row.spelling, row.only_in) for row in earlier}
    outside = {row.spelling: row for row in rows if row.only_in and (row.spelling, row.only_in) not in known}
    told = [
        Remark("name outside only in", values={"name": name, "interviews": list(row.only_in)})
        for name, row in outside.items()
    ]
    earlier = (*rows_of_key((*key.names, *key.left)), *earlier)
    covered = CoveredSpellings(earlier, _possessives(proposals))
    told += [
        Remark("maybe possessive", values={"name": row.spelling, "other": other})
        for row in rows
        if row.block != OWN and (other := covered.maybe_possessive_of(row.spelling))
    ]
    return (*told, *[Remark("left before", values={"n": len(left)})] * bool(left))


def _possessives(proposals: NameProposals) -> frozenset[str]:
    return frozenset().union(*(group.possessives for group in proposals.groups))


def _as_decided(now: NameRow, decided: NameRow) -> NameRow:
    """Return a row as a person decided; a word that is at most perhaps the name in another form is left to a person."""
    is_other = now.spelling != decided.spelling
    return replace(
        now,
        replacement=decided.replacement,
        is_replaced=decided.is_replaced and (now.is_replaced or not is_other),
        kind=decided.kind,
        group=decided.group,
        only_in=decided.only_in,
        remark=decided.remark,
    )


def _renumbered(rows: Sequence[NameRow], *, fresh: set[int], own: Collection[str]) -> Iterable[NameRow]:
    """Yield the rows; a new row whose proposed replacement was given to another group before gets one that is free.

    Not where it is the id of the person whose name it is: that is nobody else's.
    """
    taken = {row.replacement: row.group for row in rows if id(row) not in fresh and row.replacement}
    by_group = {row.group: row.replacement for row in rows if id(row) not in fresh and row.replacement}
    for row in rows:
        if id(row) not in fresh:
            yield row
            continue
        proposed = row.replacement if row.replacement in own else free_replacement(row.replacement, taken)
        made = by_group.get(row.group) or proposed
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
