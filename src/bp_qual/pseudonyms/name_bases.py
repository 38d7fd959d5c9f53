"""Spellings that differ by case, accents or a possessive only are one name: its kind, its titles and its form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bp_qual.pseudonyms.name_parts import fold_spelling
from bp_qual.pseudonyms.name_titles import sex_of_title
from bp_qual.pseudonyms.names_with_s import stands_alone

KINDS = (
    "person", "place", "organisation", "address", "phone", "email", "url", "handle", "iban", "bsn", "postcode", "plate",
    "birth", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BaseName:
    """A name with all its spellings; `form` is how it is grouped, with a title where one stands before it.

    `possessives` are those with an s and no apostrophe; `is_of_both` where titles say that it is a man's and a woman's.

    Examples
    --------
    >>> BaseName("person", ("Pugh", "Pugh's", "pugh"), "Mr Pugh").is_of_both
    False
    """

    kind: str
    spellings: tuple[str, ...]
    form: str
    is_of_both: bool = False
    possessives: tuple[str, ...] = ()


def bases_of(
    kinds: Mapping[str, Counter[str]], titles: Mapping[str, Counter[str]], listed: Collection[str]
) -> tuple[BaseName, ...]:
    """Return the names that spellings are, each with all of them.

    A final s without an apostrophe is a possessive where the name without it is a person's in the study, and the word
    with it no listed name ('Hallams', not 'Jans').

    Parameters
    ----------
    kinds : mapping of str to Counter
        How often each spelling was found as which kind.
    titles : mapping of str to Counter
        The titles before it.
    listed : collection of str
        Names that stand by themselves, case folded: first names and surnames, and what the study calls its persons.

    Returns
    -------
    tuple of BaseName

    Examples
    --------
    >>> names = bases_of({form: Counter(person=1) for form in ("Pugh", "pugh's", "PUGHS", "Rhys")}, {}, {"rhys"})
    >>> [name.spellings for name in names]
    [('Pugh', "pugh's", 'PUGHS'), ('Rhys',)]
    """
    keys = {spelling: re.sub(r"(?<=.)['’]s?$", "", fold_spelling(spelling)) for spelling in kinds}
    persons = {keys[spelling] for spelling, of in kinds.items() if _main_kind(of) == "person"}
    bases: dict[str, list[str]] = {}
    possessives: dict[str, list[str]] = {}
    for spelling, key in keys.items():
        is_own = stands_alone(key, listed) or not key.endswith("s") or key[:-1] not in persons
        bases.setdefault(key if is_own else key[:-1], []).append(spelling)
        if not is_own:
            possessives.setdefault(key[:-1], []).append(spelling)
    return tuple(
        replace(_base(spellings, kinds, titles), possessives=tuple(possessives.get(key, ())))
        for key, spellings in bases.items()
    )


def _base(spellings: Sequence[str], kinds: Mapping[str, Counter[str]], titles: Mapping[str, Counter[str]]) -> BaseName:
    kind = _main_kind(sum((kinds[spelling] for spelling in spellings), Counter[str]()))
    before = sum((titles.get(spelling, Counter[str]()) for spelling in spellings), Counter[str]())
    sexes = {sex_of_title(f"{fold_spelling(title)} x") for title in before} - {""}
    shortest = min(spellings, key=lambda spelling: (len(spelling), spelling.isupper()))
    title = next((f"{title} " for title in before if not sexes or sex_of_title(f"{fold_spelling(title)} x")), "")
    return BaseName(kind, tuple(spellings), title + shortest, len(sexes) > 1)


def _main_kind(kinds: Counter[str]) -> str:
    return max(kinds, key=lambda kind: (kinds[kind], -KINDS.index(kind) if kind in KINDS else 0))
