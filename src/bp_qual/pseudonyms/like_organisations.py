"""Put the spellings of one organisation together: its abbreviation, its name without the word for what it is.

As for persons, a shorter form joins only if exactly one longer name fits. What may be a person's or a town's name joins
none: 'Supermarkt Wijngaarde' is not Glenn Wijngaarde, nor 'Stichting Zwolle' the town.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_bases import BaseName
from bp_qual.pseudonyms.name_cues import BUSINESS_ENDING, ENDING_PLACES, LINKS, ORGANISATION_ENDING, STREET_ENDING
from bp_qual.pseudonyms.name_parts import fold_spelling
from bp_qual.pseudonyms.name_titles import title_before
from bp_qual.pseudonyms.word_evidence import NameLexicon

NamePart = tuple[str, tuple[BaseName, ...]]  # a kind, and names that are one
_ARTICLE = lazy_pattern(r"^(?:de|het|'t|the)\s+")
_ABBREVIATION = lazy_pattern(r"[A-Z]{2,6}")
_LONG_ABBREVIATION = lazy_pattern(r"[A-Z]{3,6} ")
_DIMINUTIVE = lazy_pattern(r"(?:tje|pje|je)$")


def join_organisations(
    parts: Sequence[NamePart], lexicons: Mapping[str, NameLexicon], towns: Collection[str]
) -> list[NamePart]:
    """Return the groups, those of one organisation or place together.

    Parameters
    ----------
    parts : sequence of NamePart
        Kind and names of each group.
    lexicons : mapping of str to NameLexicon
        The words of the languages that are spoken.
    towns : collection of str
        Names, folded, behind a preposition of place: an organisation may be called after one.

    Returns
    -------
    list of NamePart

    Examples
    --------
    >>> names = ["Stichting Noorderlicht", "Noorderlicht", "Holme Community Trust", "HCT"]
    >>> parts = [("organisation", (BaseName("organisation", (name,), name),)) for name in names]
    >>> [len(bases) for _, bases in join_organisations(parts, {"nl": NameLexicon("nl")}, ())]
    [2, 2]
    """
    judge = _Judge(parts, tuple(lexicons.values()), frozenset(towns))
    forms = [(at, form) for at in range(len(parts)) for form in judge.forms_of(at)]
    joined = list(range(len(parts)))
    for at, short in sorted(forms, key=lambda found: -len(found[1].words)):
        fit = {_root(joined, other) for other, long in forms if other != at and judge.is_short_for(short, long)}
        fit.discard(_root(joined, at))
        if len(fit) == 1:
            joined[_root(joined, at)] = fit.pop()
    groups: dict[int, list[int]] = {}
    for at in range(len(parts)):
        groups.setdefault(_root(joined, at), []).append(at)
    return [_one_part([parts[root], *(parts[at] for at in members if at != root)]) for root, members in groups.items()]


def begins_with_sort(name: str, lexicons: Iterable[NameLexicon]) -> bool:
    """Return whether the first word of a name of several says what an organisation is: 'Praktijk Elzinga'.

    >>> begins_with_sort("Praktijk Elzinga", [NameLexicon("nl")]), begins_with_sort("Jan Elzinga", [NameLexicon("nl")])
    (True, False)
    """
    first, _, rest = fold_spelling(name).partition(" ")
    return bool(rest) and _is_sort(first, lexicons)


def _is_sort(word: str, lexicons: Iterable[NameLexicon]) -> bool:
    """Return whether a word says what an organisation is: 'stichting', 'trust', 'zorggroep'."""
    if any(word in lexicon.cues.organisations for lexicon in lexicons):
        return True
    return bool(ORGANISATION_ENDING.search(word) or BUSINESS_ENDING.search(word))


def _root(joined: Sequence[int], at: int) -> int:
    while joined[at] != at:
        at = joined[at]
    return at


def _one_part(parts: Sequence[NamePart]) -> NamePart:
    kinds = [kind for kind, _ in parts]
    kind = "organisation" if "organisation" in kinds else kinds[0]
    return kind, tuple(base for _, bases in parts for base in bases)


@dataclass(frozen=True, slots=True)
class _Form:
    kind: str
    written: str
    words: tuple[str, ...]  # folded, without an article

    @property
    def has_article(self) -> bool:
        return self.written[:1].isupper() and _ARTICLE.match(fold_spelling(self.written)) is not None

    @property
    def letters(self) -> str:
        return re.sub(r"\W", "", "".join(self.words))

    @property
    def initials(self) -> tuple[str, ...]:
        named = [word for word in self.words if word not in LINKS and word not in ("and", "for")]
        return "".join(word[0] for word in named), "".join(word[0] for word in self.words)


class _Judge:
    """Says which names may be organisations or places, and which is short for which."""

    def __init__(self, parts: Sequence[NamePart], lexicons: Sequence[NameLexicon], towns: frozenset[str]) -> None:
        self._parts, self._lexicons, self._towns = parts, lexicons, towns
        self._persons = {word for _, bases in parts for base in bases for word in self._words_of_person(base)}

    def forms_of(self, at: int) -> list[_Form]:
        """Return the forms of a group, none where it may be a person's."""
        kind, bases = self._parts[at]
        if kind not in ("person", "place", "organisation", "address") or any(base.is_of_both for base in bases):
            return []
        forms = [self._form_of(base) for base in bases]
        return [] if any(map(self._is_person, bases)) or not all(form.words for form in forms) else forms

    def is_short_for(self, short: _Form, long: _Form) -> bool:
        """Return whether one form is the other written otherwise or in short."""
        if short.letters == long.letters:
            return short.words != long.words or short.written > long.written
        if _ABBREVIATION.fullmatch(short.written):
            return self._is_abbreviation(short, long)
        if long.kind == short.kind == "place" and long.words[:-1] == short.words and long.words[-1] in ENDING_PLACES:
            return not any(" ".join(short.words) in lexicon.lists.places for lexicon in self._lexicons)
        if len(short.words) == 1 and STREET_ENDING.search(long.written) and len(long.words) == 1:
            return _DIMINUTIVE.sub("", short.letters) == long.letters
        if "address" in (short.kind, long.kind) or not self._is_organisation(long) or self._is_town(short):
            return False
        return self._is_part(short, long)

    def _is_abbreviation(self, short: _Form, long: _Form) -> bool:
        """Return whether letters are the first ones of a name, or its first word: 'LTO Noord'; none that all know."""
        if any(short.letters in lexicon.lists.common for lexicon in self._lexicons) or len(long.words) < 2:
            return False
        if len(short.letters) > 2 and long.written.startswith(f"{short.written} "):
            return True
        is_named = self._is_organisation(long) or (len(long.words) > 2 and len(short.letters) > 2)
        return is_named and long.kind != "address" and short.letters in long.initials

    def _is_part(self, short: _Form, long: _Form) -> bool:
        """Return whether a form is the end of a longer one, or its beginning and an organisation by itself.

        'Leeds Council' is 'Leeds City Council' too.
        """
        size = len(short.words)
        if size >= len(long.words):
            return False
        if long.words[-size:] == short.words:
            is_listed = any(short.words[0] in listed for listed in self._listed())
            if size == 1 and is_listed and not _ARTICLE.match(" ".join(long.words[-2:])):  # 'basisschool De Ploeg'
                return False
            return size > 1 or not self._is_sort(short.words[0])
        if short.kind != "organisation" or size < 2 or _ABBREVIATION.search(short.written):
            return False
        ends = short.words[0] == long.words[0] and short.words[-1] == long.words[-1]
        rest = iter(long.words)
        return long.words[:size] == short.words or (ends and all(word in rest for word in short.words))

    def _form_of(self, base: BaseName) -> _Form:
        shortest = min(base.spellings, key=lambda spelling: (len(spelling), spelling))
        return _Form(base.kind, shortest, tuple(_ARTICLE.sub("", fold_spelling(shortest)).split(" ")))

    def _is_organisation(self, form: _Form) -> bool:
        is_called = _LONG_ABBREVIATION.match(form.written) is not None  # 'LTO Noord'
        return form.kind == "organisation" or is_called or any(map(self._is_sort, form.words))

    def _is_sort(self, word: str) -> bool:
        return _is_sort(word, self._lexicons)

    def _is_town(self, form: _Form) -> bool:
        name = " ".join(form.words)
        if len(form.words) > 1 and self._is_organisation(form):  # 'the money came from Holme Trust'
            return False
        return name in self._towns or any(name in lexicon.lists.places for lexicon in self._lexicons)

    def _is_person(self, base: BaseName) -> bool:
        """Return whether a title or a list says that a name may be a person's, or it is part of a person's name."""
        form = self._form_of(base)
        if title_before(fold_spelling(base.form))[0]:
            return True
        if len(form.words) > 1:
            return self._is_first_name(form.words[0])
        if form.words[0] in self._persons:
            return True
        return not form.has_article and any(form.words[0] in listed for listed in self._listed())

    def _listed(self) -> list[frozenset[str]]:
        lists = [lexicon.lists for lexicon in self._lexicons]
        return [listed for one in lists for listed in (one.first_names, one.last_names)]

    def _is_first_name(self, word: str) -> bool:
        return any(word in lexicon.lists.first_names for lexicon in self._lexicons)

    def _words_of_person(self, base: BaseName) -> tuple[str, ...]:
        """Return the words of a name of two words or more that begins with a first name, or with a title."""
        text = fold_spelling(base.form)
        title = title_before(text)[0]
        words = text.removeprefix(title).split(" ")
        return tuple(words) if title or (len(words) > 1 and self._is_first_name(words[0])) else ()
