"""Put the spellings of one person together: full names are anchors, a shorter form joins if exactly one fits.

A wrong join is worse than a missed one: it gives two people one pseudonym, and the panel loses a person. Hence exactly
one, never the nearest; what fits two anchors stays alone, and a person decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_variants import other_names

_LINKS = r"(?:van|von|de|den|der|ter|ten|te|'t|el|al|la|da|dos|do|op|aan|in|het|du|di|le)"
_TITLE = lazy_pattern(
    r"^(?:(?:de )?heer|meneer|mevrouw|mevr\.?|mw\.?|dhr\.?|mr\.?|mrs\.?|ms\.?|miss|dr\.?|drs\.?|ds\.?|prof\.?|dokter"
    r"|dominee|pastoor|zuster|juf|meester|tante|oom|ome|opa|oma|old mr|old|little|our|father|sister|auntie|aunt|uncle"
    r"|pastor|reverend|rev\.?|councillor|familie|fam\.?|nan|grandma|grandpa)\s+",
    re.IGNORECASE,
)
_KIN = lazy_pattern(
    r"^(?:tante|oom|ome|opa|oma|zuster|juf|little|our|sister|auntie|aunt|uncle|nan|grandma|grandpa)\s", re.IGNORECASE
)
_SHORT = ((r"v\.?\s?d\.?", "van der"), (r"v/d", "van der"), (r"v\.", "van"), (r"vd", "van der"))
_POSSESSIVE = lazy_pattern(r"(?<=[^s])'s$|(?<=[sxz])'$")
_WOMENS_ENDINGS = ("a", "na", "ia", "ina", "ine", "ien", "ette", "e", "ke", "a maria")
_PREFIXES = ("abdel", "abdul", "abd")


def fold_spelling(name: str) -> str:
    """Return a name without accents and capitals.

    >>> fold_spelling("Yıldırım"), fold_spelling("Şule")
    ('yildirim', 'sule')
    """
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@dataclass(frozen=True, slots=True)
class NameParts:
    """What a spelling says: initials, first name, and surname without tussenvoegsels.

    Examples
    --------
    >>> split_name("mw. J. v.d. Berg")
    NameParts(initials='j', first='', last='berg')
    """

    initials: str
    first: str
    last: str


def split_name(form: str) -> NameParts:
    """Return the parts of a spelling; one word alone is a first name, after a title a surname.

    >>> split_name("Anna de Wit-Pronk"), split_name("oom Henk").first, split_name("mevrouw Smit").last
    (NameParts(initials='', first='anna', last='wit-pronk'), 'henk', 'smit')
    """
    text = re.sub(r"\s+", " ", fold_spelling(form)).strip()
    titled = bool(_TITLE.match(text)) and not _KIN.match(text)
    text = _TITLE.sub("", text)
    for short, full in _SHORT:
        text = re.sub(rf"(?<![\w.]){short}(?=\s)|(?<=\. ){short}(?=\s)", full, text)
    text = _POSSESSIVE.sub("", text)
    if re.fullmatch(r"[A-Z]{2,3}", form):
        return NameParts(text, "", "")
    initials = ""
    if match := re.match(r"((?:[a-z]\.\s?)+)\s*(.*)$", text):
        initials, text = re.sub(r"\W", "", match[1]), match[2]
    if match := re.match(rf"(.*?)(?:^|\s)((?:{_LINKS}\s)+)(.+)$", text):
        return NameParts(initials, _joined(match[1]), match[3])
    if initials:
        return NameParts(initials, "", text)
    words = text.split()
    if len(words) > 1:
        return NameParts("", _joined(" ".join(words[:-1])), words[-1])
    word = words[0] if words else ""
    return NameParts("", "", word) if titled else NameParts("", _joined(word), "")


def are_near(first: str, second: str) -> bool:
    """Return whether two words are the same but for one letter more, less or other, in words of five or more.

    >>> are_near("jansen", "janssen"), are_near("jan", "jaap"), are_near("berg", "borg")
    (True, False, False)
    """
    if first == second:
        return True
    return min(len(first), len(second)) >= 5 and first[0] == second[0] and are_one_letter_apart(first, second)


def are_one_letter_apart(first: str, second: str) -> bool:
    """Return whether two words are the same but for one letter more, less or other, or altogether.

    >>> are_one_letter_apart("roos", "rooos"), are_one_letter_apart("roos", "raas"), are_one_letter_apart("ab", "ba")
    (True, False, False)
    """
    if abs(len(first) - len(second)) > 1:
        return False
    pairs = zip(first, second, strict=False)
    place = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
    return (
        first[place + 1 :] == second[place + 1 :]
        or first[place:] == second[place + 1 :]
        or first[place + 1 :] == second[place:]
    )


def group_spellings(forms: Iterable[str], *, first_names: frozenset[str] = frozenset()) -> list[tuple[str, ...]]:
    """Return the spellings in groups, one for each person as far as the forms can tell.

    Parameters
    ----------
    forms : iterable of str
        Spellings of persons, as they are written.
    first_names : frozenset of str
        First names, case folded; with them a word alone that is none is taken for a surname.

    Returns
    -------
    list of tuple of str
        In each group the fullest form comes first.

    Examples
    --------
    >>> group_spellings(["Jan van den Berg", "Jan", "meneer Van den Berg", "J. v.d. Berg", "Piet"])
    [('Jan van den Berg', 'Jan', 'meneer Van den Berg', 'J. v.d. Berg'), ('Piet',)]
    """
    parts = {form: split_name(form) for form in dict.fromkeys(forms)}
    doubles = {part.first for part in parts.values() if " " in part.first}
    for form, part in parts.items():
        if f"{part.first} {part.last}" in doubles:  # 'Jan-Willem de Boer' makes 'Jan Willem' a first name
            parts[form] = NameParts(part.initials, f"{part.first} {part.last}", "")
    anchors = _Anchors()
    full = [form for form, part in parts.items() if part.first and part.last]
    for form in sorted(full, key=lambda form: (-len(parts[form].first), form)):
        anchors.take_full(form, parts[form])
    alone = [form for form, part in parts.items() if not (part.first and part.last) and not anchors.take(form, part)]
    return [*(tuple(anchor.forms) for anchor in anchors.all), *_group_alone(alone, parts, first_names)]


@dataclass(slots=True)
class _Anchor:
    firsts: set[str]
    lasts: set[str]
    forms: list[str]


@dataclass(slots=True)
class _Anchors:
    """The persons of whom a full name is known, found by the first letters of their names."""

    all: list[_Anchor] = field(default_factory=list)
    by_last: dict[str, list[_Anchor]] = field(default_factory=dict)
    by_first: dict[str, list[_Anchor]] = field(default_factory=dict)

    def take_full(self, form: str, part: NameParts) -> None:
        """Put a full name with the one anchor it fits, or make it one."""
        near = [anchor for anchor in self._of_last(part.last) if any(_same_last(part.last, a) for a in anchor.lasts)]
        strict = [anchor for anchor in near if any(_same_first(part.first, a, strict=True) for a in anchor.firsts)]
        fit = strict or [anchor for anchor in near if any(_same_first(part.first, a) for a in anchor.firsts)]
        if len(fit) == 1:
            anchor = fit[0]
            anchor.forms.append(form)
        else:
            anchor = _Anchor(set(), set(), [form])
            self.all.append(anchor)
        anchor.firsts.add(part.first)
        anchor.lasts.add(part.last)
        for letter in {piece[0] for piece in part.last.split("-") if piece}:
            _add(self.by_last, letter, anchor)
        for letter in {name[0] for name in _first_readings(part.first)}:
            _add(self.by_first, letter, anchor)

    def take(self, form: str, part: NameParts) -> bool:
        """Put a shorter form with the one anchor that it fits; return whether there was exactly one."""
        if part.last:
            candidates = self._of_last(part.last)
        elif part.first:
            letters = {part.first[0], *(name[0] for name in _first_readings(part.first))}
            candidates = _unique(
                anchor
                for letter in letters
                for anchor in (*self.by_first.get(letter, ()), *self.by_last.get(letter, ()))
            )
        else:
            candidates = self.all
        exact = [anchor for anchor in candidates if _fits(part, anchor, strict=True)]
        fit = exact if len(exact) == 1 else exact or [a for a in candidates if _fits(part, a, strict=False)]
        if len(fit) == 1:
            fit[0].forms.append(form)
        return len(fit) == 1

    def _of_last(self, last: str) -> list[_Anchor]:
        letters = {piece[0] for piece in last.split("-") if piece}
        return _unique(anchor for letter in letters for anchor in self.by_last.get(letter, ()))


def _add(index: dict[str, list[_Anchor]], letter: str, anchor: _Anchor) -> None:
    if not any(other is anchor for other in index.setdefault(letter, [])):
        index[letter].append(anchor)


def _unique(anchors: Iterable[_Anchor]) -> list[_Anchor]:
    return list({id(anchor): anchor for anchor in anchors}.values())


def _fits(part: NameParts, anchor: _Anchor, *, strict: bool) -> bool:
    """Return whether a shorter form can be this person's."""
    firsts, lasts = anchor.firsts, anchor.lasts
    last_fits = not part.last or any(part.last == last if strict else _same_last(part.last, last) for last in lasts)
    first_fits = not part.first or any(
        part.first == first if strict else _same_first(part.first, first) for first in firsts
    )
    fits = last_fits and first_fits
    if fits and part.initials:
        fits = any(_initials_fit(part.initials, first) for first in firsts)
    if not fits and not strict and part.first and not part.last and not part.initials:  # a surname without a title
        fits = any(_same_last(part.first.removesuffix("s"), last) or _same_last(part.first, last) for last in lasts)
    return fits or (not part.last and not part.initials and bool(part.first) and part.first in lasts)


def _initials_fit(initials: str, first: str) -> bool:
    letters = "".join(word[0] for word in first.split())
    return letters.startswith(initials) or (initials.startswith(first[0]) and len(initials) > 1)


def _group_alone(
    alone: Iterable[str], parts: Mapping[str, NameParts], first_names: frozenset[str]
) -> list[tuple[str, ...]]:
    """Return what joined no anchor, alike forms together."""
    groups: list[list[str]] = []
    by_letter: dict[str, list[list[str]]] = {}
    for form in alone:
        key = _key(parts[form])
        near = by_letter.setdefault(key[:1], [])
        known = not first_names or key in first_names or not parts[form].first
        group = next(
            (group for group in near if key and _same_first(key, _key(parts[group[0]]), strict=not known, short=False)),
            None,
        )
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append(form)
    return [tuple(group) for group in groups]


def _key(part: NameParts) -> str:
    return part.first or part.last


def _same_last(first: str, second: str) -> bool:
    """Return whether two surnames may be one: nearly the same, or with a part in common (before and after marriage)."""
    return are_near(first, second) or bool(set(first.split("-")) & set(second.split("-")) - {""})


def _same_first(first: str, second: str, *, strict: bool = False, short: bool = True) -> bool:
    """Return whether two first names may be one person's: nearly the same, short for each other, or a beginning."""
    if first.replace(" ", "") == second.replace(" ", ""):
        return True
    if _are_man_and_woman(first, second):
        return False
    if are_near(first, second):
        return True
    if strict:
        return False
    if _smaller(first) & _smaller(second):
        return True
    if not short:
        return False
    if min(len(first), len(second)) >= 2 and (first.startswith(second) or second.startswith(first)):
        return True
    if second in _first_readings(first) or first in _first_readings(second):
        return True
    return " " in first and "".join(word[0] for word in first.split()) == second


def _are_man_and_woman(first: str, second: str) -> bool:
    """Return whether one name is the other with a woman's ending: Johan and Johanna share a surname when married."""
    short, long = sorted((first, second), key=len)
    return len(short) > 2 and long.startswith(short) and long[len(short) :] in _WOMENS_ENDINGS


def _first_readings(first: str) -> frozenset[str]:
    """Return what a first name can also be called: short forms, without 'Abdel-', without -s or a diminutive."""
    stripped = [first.removeprefix(prefix) for prefix in _PREFIXES if first.startswith(prefix)]
    names = [first, *(name for name in stripped if len(name) > 2), *_smaller(first)]
    return frozenset().union(*(other_names(name) for name in names)) - {""}


def _smaller(first: str) -> frozenset[str]:
    """Return a first name without -s and without a diminutive."""
    pieces = (
        first,
        re.sub(r"s$", "", first),
        re.sub(r"(?:tje|pje|je|ie|y)s?$", "", first),
        re.sub(r"(.)\1(?:ie|y|etje)s?$", r"\1", first),
    )
    return frozenset(piece for piece in pieces if len(piece) > 1)


def _joined(first: str) -> str:
    return first.strip().replace("-", " ")
