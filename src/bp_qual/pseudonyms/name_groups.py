"""From the places of names to groups: the spellings of one person, place or organisation, with a replacement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.found_names import LIKELY, PERHAPS
from bp_qual.pseudonyms.like_organisations import begins_with_sort, join_organisations
from bp_qual.pseudonyms.name_bases import BaseName, bases_of
from bp_qual.pseudonyms.name_parts import fold_spelling
from bp_qual.pseudonyms.name_spellings import group_spellings
from bp_qual.pseudonyms.name_titles import title_before
from bp_qual.pseudonyms.names_of_two import (
    ages_of_names,
    names_of_towns,
    parted_by_age,
    told_renamed,
    with_persons_kind,
)
from bp_qual.pseudonyms.names_with_s import last_word, parted_by_s
from bp_qual.pseudonyms.word_evidence import NameLexicon
from bp_qual.wording import Wording

_TITLE_BEFORE = lazy_pattern(r"(\w+\.?) ?»")
_WITHOUT_APOSTROPHE = frozenset(("nl", "de"))  # `Peters fiets`, though Peters is a surname; but `Robert's bike`


class PlacedName(Protocol):
    """What grouping needs to know of a place."""

    @property
    def spelling(self) -> str:
        """As it is written."""

    @property
    def kind(self) -> str:
        """What it is likely to be the name of."""

    @property
    def block(self) -> str:
        """Likely, or perhaps."""

    @property
    def context(self) -> str:
        """The line it stands in, with the name between » and «."""


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The spellings of one person, place or organisation, the fullest first, and what is proposed to replace them.

    Examples
    --------
    >>> NameGroup("person", ("Jan van den Berg", "Jan"), "[naam 1]", "likely").spellings[0]
    'Jan van den Berg'
    """

    kind: str
    spellings: tuple[str, ...]
    replacement: str
    block: str
    count: int = 0
    owner: str = ""  # the person of the study whose spellings they are
    possessives: frozenset[str] = frozenset()  # with an s and no apostrophe, as the study shows


def group_names(
    places: Sequence[PlacedName],
    *,
    known: Mapping[str, str],
    persons: Iterable[str],
    lexicons: Mapping[str, NameLexicon],
    language: str,
    labels: Iterable[str] = (),
) -> tuple[NameGroup, ...]:
    """Return the spellings in groups, the likely ones first, the most frequent first, each with a replacement.

    Parameters
    ----------
    places : sequence of PlacedName
        Every place at which a name stands.
    known : mapping of str to str
        Names that the study itself gives, and whose they are: such a group is replaced by that person's id.
    persons : iterable of str
        The persons of the study.
    lexicons : mapping of str to NameLexicon
        The words of the languages that are spoken.
    language : str
        That of the replacements.
    labels : iterable of str, optional
        What speakers are called before what they say: no possessives.

    Returns
    -------
    tuple of NameGroup

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> jan = SimpleNamespace(spelling="Jan", kind="person", block="likely", context="")
    >>> group_names([jan], known={"Jan": "P01"}, persons=["P01"], lexicons={}, language="nl")[0].replacement
    'P01'
    """
    counts = Counter(place.spelling for place in places)
    kinds: dict[str, Counter[str]] = {}
    likely = {place.spelling for place in places if place.block == LIKELY}
    for spelling in known:
        kinds[spelling] = Counter({"person": len(places) + 1})
    titles: dict[str, Counter[str]] = {}
    for place in places:
        kinds.setdefault(place.spelling, Counter())[place.kind] += 1
        title = _TITLE_BEFORE.search(place.context)
        if title and place.kind == "person" and _is_title(title[1], lexicons):
            titles.setdefault(place.spelling, Counter())[title[1]] += 1
    first_names = frozenset().union(*(lex.lists.first_names for lex in lexicons.values()))
    listed = first_names.union(*(lex.lists.last_names for lex in lexicons.values()))
    own = frozenset(map(last_word, (*known, *labels)))
    surnames = (lex.lists.last_names for lex in lexicons.values() if lex.language not in _WITHOUT_APOSTROPHE)
    named = bases_of(kinds, titles, listed | own)
    possessives = frozenset(spelling for base in named for spelling in base.possessives)
    towns = names_of_towns(places, strictly=True)
    named = _persons_and_towns(named, first_names, towns, names_of_towns(places, strictly=False), lexicons)
    alone, told = own.union(first_names, *surnames), told_renamed(places)
    apart = _parts(named, known, first_names, alone, ages_of_names(places), lexicons, told)
    parts = [
        (kind, tuple(spelling for base in bases for spelling in base.spellings))
        for kind, bases in join_organisations(apart, lexicons, towns)
    ]
    groups = []
    for kind, spellings, owner in _of_owners(parts, known):
        block = LIKELY if likely & set(spellings) or set(known) & set(spellings) else PERHAPS
        total = sum(counts[spelling] for spelling in spellings)
        ordered = tuple(sorted(spellings, key=lambda s: (-len(s.split()), -counts[s], s)))
        if total:
            groups.append(NameGroup(kind, ordered, owner, block, total, owner, possessives & set(spellings)))
    groups.sort(key=lambda group: (group.block != LIKELY, -group.count, group.spellings[0]))
    return tuple(_with_replacements(groups, frozenset(persons), language))


def _is_title(word: str, lexicons: Mapping[str, NameLexicon]) -> bool:
    """Return whether a word before a name is a title, of which the parts of names know that it is none of them."""
    is_cue = any(word.casefold().rstrip(".") in lexicon.cues.titles for lexicon in lexicons.values())
    return is_cue and title_before(f"{word} x")[0] != ""


def _persons_and_towns(
    bases: Sequence[BaseName],
    first_names: Collection[str],
    towns: frozenset[str],
    perhaps: frozenset[str],
    lexicons: Mapping[str, NameLexicon],
) -> tuple[BaseName, ...]:
    """Return the names, surnames that look like towns as persons, and what is both a town and a person as of both."""
    listed = frozenset().union(*(lexicon.lists.places for lexicon in lexicons.values()))
    return tuple(
        replace(base, is_of_both=True)
        if base.kind == "person" and not (towns & listed).isdisjoint(map(fold_spelling, base.spellings))
        else base
        for base in with_persons_kind(bases, first_names, perhaps, listed)
    )


def _parts(
    bases: Iterable[BaseName],
    known: Mapping[str, str],
    first_names: frozenset[str],
    listed: Collection[str],
    ages: Mapping[str, Collection[str]],
    lexicons: Mapping[str, NameLexicon],
    told: frozenset[str],
) -> list[tuple[str, tuple[BaseName, ...]]]:
    """Return kind and names of each group: persons by their parts, all else by itself.

    A name with titles of men and of women is two people's: it stays alone, in all its forms.
    """
    persons: dict[str, BaseName] = {}
    parts: list[tuple[str, tuple[BaseName, ...]]] = []
    for base in bases:
        if base.kind == "person" and not base.is_of_both and not begins_with_sort(base.form, lexicons.values()):
            persons[base.form] = base
        else:
            parts.append((base.kind, (base,)))
    owners = {form: known[s] for form, base in persons.items() for s in base.spellings if s in known}
    renamed = frozenset(form for form, base in persons.items() if not told.isdisjoint(base.spellings))
    groups = group_spellings(persons, first_names=first_names, owners=owners, renamed=renamed)
    apart = [forms for group in groups for forms in parted_by_s(group, listed)]
    whole = [tuple(persons[form] for form in forms) for forms in apart]
    return [*(("person", side) for bases in whole for side in parted_by_age(bases, ages)), *parts]


def _of_owners(
    parts: Iterable[tuple[str, tuple[str, ...]]], known: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield kind, spellings and person of each group: all that the study calls one person is one group."""
    owned: dict[str, tuple[str, ...]] = {}
    for kind, spellings in parts:
        owner = next((known[spelling] for spelling in spellings if spelling in known), "")
        if owner:
            owned[owner] = (*owned.get(owner, ()), *spellings)
        else:
            yield kind, spellings, ""
    yield from (("person", spellings, owner) for owner, spellings in owned.items())


def _with_replacements(groups: Iterable[NameGroup], persons: frozenset[str], language: str) -> Iterable[NameGroup]:
    """Yield the groups with a replacement: the person's id, where that is no name itself, else kind and number."""
    say = Wording(language)
    numbers: Counter[str] = Counter()
    for group in groups:
        replacement = group.replacement
        if not replacement or replacement in group.spellings:
            numbers[group.kind] += 1
            replacement = say(f"names_made_{group.kind}", n=numbers[group.kind])
            if group.replacement:
                replacement = _free_id(persons, numbers)
        yield replace(group, replacement=replacement)


def _free_id(persons: frozenset[str], numbers: Counter[str]) -> str:
    """Return an id that no person of the study has: P01, P02 ..."""
    while True:
        numbers["id"] += 1
        if (made := f"P{numbers['id']:02}") not in persons:
            return made
