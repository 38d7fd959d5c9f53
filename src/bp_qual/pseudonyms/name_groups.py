"""From the places of names to groups: the spellings of one person, place or organisation, with a replacement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.found_names import LIKELY, PERHAPS
from bp_qual.pseudonyms.name_spellings import fold_spelling, group_spellings
from bp_qual.pseudonyms.word_evidence import NameLexicon
from bp_qual.wording import Wording

KINDS = (
    "person", "place", "organisation", "address", "phone", "email", "url", "handle", "iban", "bsn", "postcode", "plate",
    "birth", "other",
)  # fmt: skip
_TITLE_BEFORE = lazy_pattern(r"(\w+\.?) ?»")


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


def group_names(
    places: Sequence[PlacedName],
    *,
    known: Mapping[str, str],
    persons: Iterable[str],
    lexicons: Mapping[str, NameLexicon],
    language: str,
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
    titled: dict[str, str] = {}
    for place in places:
        kinds.setdefault(place.spelling, Counter())[place.kind] += 1
        title = _TITLE_BEFORE.search(place.context)
        if title and place.kind == "person" and place.spelling not in titled and _is_title(title[1], lexicons):
            titled[place.spelling] = title[1]
    kind_of = {spelling: _main_kind(of) for spelling, of in kinds.items()} | dict.fromkeys(known, "person")
    parts = _parts(kind_of, titled, frozenset().union(*(lex.lists.first_names for lex in lexicons.values())))
    groups = []
    for kind, spellings in parts:
        block = LIKELY if likely & set(spellings) or set(known) & set(spellings) else PERHAPS
        owner = next((known[spelling] for spelling in spellings if spelling in known), "")
        total = sum(counts[spelling] for spelling in spellings)
        ordered = tuple(sorted(spellings, key=lambda s: (-len(s.split()), -counts[s], s)))
        if total:
            groups.append(NameGroup(kind, ordered, owner, block, total))
    groups.sort(key=lambda group: (group.block != LIKELY, -group.count, group.spellings[0]))
    return tuple(_with_replacements(groups, frozenset(persons), language))


def _main_kind(kinds: Counter[str]) -> str:
    return max(kinds, key=lambda kind: (kinds[kind], -KINDS.index(kind) if kind in KINDS else 0))


def _is_title(word: str, lexicons: Mapping[str, NameLexicon]) -> bool:
    return any(word.casefold().rstrip(".") in lexicon.cues.titles for lexicon in lexicons.values())


def _parts(
    kind_of: Mapping[str, str], titled: Mapping[str, str], first_names: frozenset[str]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return kind and spellings of each group: persons by their parts, all else by accents and capitals."""
    persons = {s: f"{titled[s]} {s}" if s in titled else s for s, kind in kind_of.items() if kind == "person"}
    back: dict[str, list[str]] = {}
    for spelling, form in persons.items():
        back.setdefault(form, []).append(spelling)
    parts = [
        ("person", tuple(spelling for form in forms for spelling in back[form]))
        for forms in group_spellings(back, first_names=first_names)
    ]
    others: dict[tuple[str, str], list[str]] = {}
    for spelling, kind in kind_of.items():
        if kind != "person":
            others.setdefault((kind, re.sub(r"['’]s?$", "", fold_spelling(spelling))), []).append(spelling)
    return [*parts, *((kind, tuple(spellings)) for (kind, _), spellings in others.items())]


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
        yield NameGroup(group.kind, group.spellings, replacement, group.block, group.count)


def _free_id(persons: frozenset[str], numbers: Counter[str]) -> str:
    """Return an id that no person of the study has: P01, P02 ..."""
    while True:
        numbers["id"] += 1
        if (made := f"P{numbers['id']:02}") not in persons:
            return made
