"""What the words around names say of whose they are: two people's, a town's, or what somebody is called since."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_bases import BaseName
from bp_qual.pseudonyms.name_cues import TO_PERSONS
from bp_qual.pseudonyms.name_parts import fold_spelling, split_name
from bp_qual.pseudonyms.name_titles import title_before

_LETTERS = lazy_pattern(r"[A-Z]{2}")
_BEFORE = lazy_pattern(r"(\w+)\.? ?»")
_BEHIND = lazy_pattern(r"« (junior|senior|jr|sr|the (?:younger|elder)|de (?:jonge|oude|ouwe)(?= dus|[,.]))\b")
_ELDER = frozenset(("oude", "ouwe", "old", "senior", "sr", "grote", "big", "the elder", "de oude", "de ouwe"))
_YOUNGER = frozenset(("jonge", "young", "junior", "jr", "kleine", "little", "the younger", "de jonge"))
_SURE = frozenset(("junior", "senior", "jr", "sr", "the younger", "the elder"))
# Before and behind the name that somebody has now, or had before.
_RENAMED_BEFORE = lazy_pattern(
    r"\b(?:(?:heet|heette)(?: ze| zij)? (?:nu|nou|tegenwoordig|inmiddels|vroeger|toen nog)"
    r"|(?:vroeger|tegenwoordig) heette?(?: ze| zij)?|meisjesnaam (?:is|was)|née|geboren|maiden name (?:is|was)"
    r"|used to be(?: called)?|(?:is|was) called(?: now| then)?|now called|she's|she is|she was) »",
    re.IGNORECASE,
)
_RENAMED_BEHIND = lazy_pattern(r"« (?:now|nowadays|these days|as was|before she married|tegenwoordig)\b")
_MARRIED = lazy_pattern(r"\b(?:her|ge)trouwd|\bgescheiden|\b(?:re)?married|\bdivorced")
_CALLED_SO = lazy_pattern(r"(?:she's|she is|she was|called) »$", re.IGNORECASE)
# Before towns, and hardly ever before who is called like one; and what may stand before both.
_IN_TOWNS = frozenset(("in", "uit", "from"))
_TO_TOWNS = _IN_TOWNS | {"naar", "richting", "to", "near"}


class NameInContext(Protocol):
    """What is asked of a place of a name."""

    @property
    def spelling(self) -> str:
        """As it is written."""

    @property
    def context(self) -> str:
        """The line it stands in, with the name between » and «."""


def names_of_towns(places: Iterable[NameInContext], *, strictly: bool) -> frozenset[str]:
    """Return the names, folded, that stand behind a preposition of place: 'in Breda'.

    Parameters
    ----------
    places : iterable of NameInContext
        Where names stand.
    strictly : bool
        Not behind 'naar' and 'to', which stand before persons too.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> sorted(names_of_towns([SimpleNamespace(spelling="Breda", context="uit »Breda«.")], strictly=True))
    ['breda']
    """
    words = _IN_TOWNS if strictly else _TO_TOWNS
    return frozenset(fold_spelling(place.spelling) for place in places if _word_before(place) in words)


def ages_of_names(places: Iterable[NameInContext]) -> dict[str, frozenset[str]]:
    """Return the words that tell the elder from the younger of two with one name, beside each spelling.

    >>> from types import SimpleNamespace
    >>> lines = [("Kees", "»Kees« junior zei"), ("Tom", "en old »Tom« ook"), ("Jan", "»Jan« kwam")]
    >>> found = ages_of_names(SimpleNamespace(spelling=name, context=line) for name, line in lines)
    >>> {name: sorted(words) for name, words in found.items()}
    {'Kees': ['junior'], 'Tom': ['old']}
    """
    found: dict[str, set[str]] = {}
    for place in places:
        behind = _BEHIND.search(place.context)
        first = place.spelling.split(" ")[0].casefold() if " " in place.spelling else ""
        words = {_word_before(place), behind[1] if behind else "", first} & (_ELDER | _YOUNGER)
        if words:
            found.setdefault(place.spelling, set()).update(words)
    return {spelling: frozenset(words) for spelling, words in found.items()}


def told_renamed(places: Iterable[NameInContext]) -> frozenset[str]:
    """Return the full names of which is said that somebody has them now, or had them before.

    Whoever it is must be named before it, or a marriage: 'the new head is now called Ann Hill' is no other name of Ann.

    >>> from types import SimpleNamespace
    >>> lines = ["Ada heet nou »Ada Bos«.", "Eva is married, she's »Eva Vos« now", "de juf heet nu »Ans Mol«"]
    >>> places = [SimpleNamespace(spelling=line.split("»")[1].split("«")[0], context=line) for line in lines]
    >>> sorted(told_renamed(places))
    ['Ada Bos', 'Eva Vos']
    """
    return frozenset(p.spelling for p in places if " " in p.spelling and _is_told_renamed(p))


def _is_told_renamed(place: NameInContext) -> bool:
    context = place.context
    before, behind = _RENAMED_BEFORE.search(context), _RENAMED_BEHIND.search(context)
    sentence = re.split(r"[.!]\s", context.partition("»")[0])[-1]
    if place.spelling.split(" ")[0] not in re.findall(r"\w+", sentence) and not _MARRIED.search(sentence):
        return False
    if before is not None and _CALLED_SO.search(before[0]):
        return behind is not None
    return before is not None or behind is not None


def parted_by_age(bases: Sequence[BaseName], ages: Mapping[str, Collection[str]]) -> list[tuple[BaseName, ...]]:
    """Return the names of a group each alone where the texts tell two of that name apart, else together.

    'Kees junior', or 'old Tom' and 'young Tommy': which of the two is meant elsewhere, the names do not say.

    Parameters
    ----------
    bases : sequence of BaseName
        Names that were put together.
    ages : mapping of str to collection of str
        From `ages_of_names`.

    Returns
    -------
    list of tuple of BaseName

    Examples
    --------
    >>> names = [BaseName("person", (name,), name) for name in ("Kees Smit", "Kees")]
    >>> len(parted_by_age(names, {"Kees": {"junior"}})), len(parted_by_age(names, {"Kees": {"oude"}}))
    (2, 1)
    """
    words = {word for base in bases for spelling in base.spellings for word in ages.get(spelling, ())}
    are_two = bool(words & _SURE) or bool(words & _ELDER and words & _YOUNGER)
    return [(base,) for base in bases] if are_two else [tuple(bases)]


def with_persons_kind(
    bases: Sequence[BaseName], first_names: Collection[str], towns: frozenset[str], listed: Collection[str] = ()
) -> list[BaseName]:
    """Return the names, those that were taken for places and are the surname of somebody in the study as persons.

    So are two letters that were taken for an organisation and are those of one double first name: *JP*.

    Parameters
    ----------
    bases : sequence of BaseName
        All names.
    first_names : collection of str
        Listed ones.
    towns : frozenset of str
        Names, folded, that stand behind a preposition of place: they stay what they are.
    listed : collection of str, optional
        Names, folded, of listed towns: they stay too, unless a title stands before the name.

    Returns
    -------
    list of BaseName

    Examples
    --------
    >>> names = [BaseName("person", ("Tineke Haan",), "Tineke Haan"), BaseName("place", ("Haan",), "Haan")]
    >>> [name.kind for name in with_persons_kind(names, {"tineke"}, frozenset())]
    ['person', 'person']
    """
    parts = {base.form: split_name(base.form) for base in bases}
    full = [part for part in parts.values() if part.is_full]
    surnames = {part.last for part in full if all(word in first_names for word in part.first.split(" "))}

    doubles = Counter(
        "".join(word[0] for word in first.split(" ")) for first in {p.first for p in full if " " in p.first}
    )

    def is_persons(base: BaseName) -> bool:
        part, spellings = parts[base.form], {*map(fold_spelling, base.spellings)}
        if base.kind == "organisation":
            return all(
                _LETTERS.fullmatch(written) and doubles[fold_spelling(written)] == 1 for written in base.spellings
            )
        stays = towns if title_before(fold_spelling(base.form))[0] else towns.union(listed)
        name = part.last or part.first
        return (
            base.kind == "place" and name in surnames and not (part.first and part.last) and spellings.isdisjoint(stays)
        )

    return [replace(base, kind="person") if is_persons(base) else base for base in bases]


def _word_before(place: NameInContext) -> str:
    before = _BEFORE.search(place.context)
    is_to_person = TO_PERSONS.search(place.context.partition("»")[0]) is not None
    return before[1].casefold() if before and not is_to_person else ""
