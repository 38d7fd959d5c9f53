"""A name with an s behind it and no apostrophe: somebody's possessive, or the name of another ('Hans' beside 'Han')."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.name_parts import fold_spelling, split_name


def stands_alone(name: str, listed: Collection[str]) -> bool:
    """Return whether a name with an s is one by itself, and no possessive: its last word is.

    Parameters
    ----------
    name : str
        With an s at its end, and no apostrophe.
    listed : collection of str
        Names that stand by themselves, case folded: first names, surnames, and what the study calls its persons.

    Returns
    -------
    bool

    Examples
    --------
    >>> stands_alone("Hans", {"han", "hans"}), stands_alone("Kims", {"kim"})
    (True, False)
    """
    return last_word(name) in listed


def with_possessives(names: Iterable[DecidedName], others: Iterable[str]) -> tuple[DecidedName, ...]:
    """Return decided names, each with whether it with an s is its possessive.

    A form that is only listed ('Sjoerds' is a surname too) is replaced: to leave it might leave a name in the talk.

    Parameters
    ----------
    names : iterable of DecidedName
        What is replaced.
    others : iterable of str
        What the study calls its persons, and names that were left.

    Returns
    -------
    tuple of DecidedName

    Examples
    --------
    >>> [name.takes_s for name in with_possessives([DecidedName("Han", "P01"), DecidedName("Kim", "P02")], ["Hans"])]
    [False, True]
    """
    alone = frozenset(map(last_word, others))
    return tuple(replace(name, takes_s=not stands_alone(f"{name.spelling}s", alone)) for name in names)


def last_word(name: str) -> str:
    """Return the last word of a name, as `stands_alone` looks for it.

    >>> last_word("Jan de Wit")
    'wit'
    """
    return fold_spelling(name).split(" ")[-1]


def parted_by_s(forms: Sequence[str], listed: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Return the forms of a group, those of a name and of the same with an s apart where that is no possessive.

    Both must stand there without a surname. What has a surname alone goes with the one whose full name is known; where
    both are, it stays by itself.

    Parameters
    ----------
    forms : sequence of str
        Forms that were put together.
    listed : collection of str
        As in `stands_alone`.

    Returns
    -------
    tuple of tuple of str

    Examples
    --------
    >>> parted_by_s(["Hans Smit", "Han", "Hans", "meneer Smit"], {"han", "hans"})
    (('Han',), ('Hans Smit', 'Hans', 'meneer Smit'))
    >>> parted_by_s(["Kim", "Kims"], {"kim"})
    (('Kim', 'Kims'),)
    """
    parts = {form: split_name(form) for form in forms}
    bare = {part.first for part in parts.values() if part.first and not part.last}
    first = next((name[:-1] for name in sorted(bare) if name[-1:] == "s" and name[:-1] in bare), "")
    if not first or not stands_alone(f"{first}s", listed):
        return (tuple(forms),)
    others = [form for form, part in parts.items() if part.first == f"{first}s"]
    rest = [form for form, part in parts.items() if part.first != f"{first}s"]
    known = [any(parts[form].is_full for form in side) for side in (rest, others)]
    if known == [False, True]:
        moved = [form for form in rest if parts[form].first != first]
        return _in_order(forms, [form for form in rest if form not in moved], [*others, *moved])
    if all(known):
        loose = [form for form in rest if not parts[form].first]
        return _in_order(forms, [form for form in rest if form not in loose], others, *([form] for form in loose))
    return _in_order(forms, rest, others)


def _in_order(forms: Sequence[str], *sides: Collection[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(form for form in forms if form in side) for side in sides)
