"""Put the spellings of one person together: full names are anchors, a shorter form joins if exactly one fits.

A wrong join is worse than a missed one: it gives two people one pseudonym, and the panel loses a person. Hence exactly
one, never the nearest; what fits two anchors stays alone, and a person decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.like_first_names import (
    are_like_first_names,
    are_of_one_sound,
    are_small_forms,
    first_letters,
    sound_of,
)
from bp_qual.pseudonyms.like_surnames import is_of_surname, may_be_one_surname, sound_as_one, surname_letters
from bp_qual.pseudonyms.name_titles import office_before, sex_of_name, sex_of_title, title_before
from bp_qual.pseudonyms.name_variants import is_known_first_name, other_names

_LINKS = (
    r"(?:van|von|de|den|der|ter|ten|te|'t|el|al|la|da|dos|do|op|aan|in|het|du|di|le"
    r"|(?<=[a-z]\s)ben|ait|ould|bin|ibn|abu)"
)
_SHORT = ((r"v\.?\s?d\.?", "van der"), (r"v/d", "van der"), (r"v\.", "van"), (r"vd", "van der"))
_POSSESSIVE = lazy_pattern(r"(?<=[^s])'s$|(?<=[sxz])'$")


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
    NameParts(initials='j', first='', last='berg', sex='f')
    """

    initials: str
    first: str
    last: str
    sex: str = ""

    @property
    def is_full(self) -> bool:
        """Whether there is a first name, and more of the surname than its first letter."""
        return bool(self.first and self.last) and not self.last.endswith(".")


def split_name(form: str) -> NameParts:
    """Return the parts of a spelling; one word alone is a first name, after a title a surname.

    >>> split_name("Anna de Wit-Pronk"), split_name("oom Henk").first, split_name("mevrouw Smit").last
    (NameParts(initials='', first='anna', last='wit-pronk', sex=''), 'henk', 'smit')
    """
    text = re.sub(r"\s+", " ", fold_spelling(form)).strip()
    sex, (title, titled) = sex_of_title(text), title_before(text)
    text = re.sub(rf"-(?:{_LINKS}\s)+", "-", text.removeprefix(title))  # 'Terlouw-de Haas'
    for short, full in _SHORT:
        text = re.sub(rf"(?<![\w.]){short}(?=\s)|(?<=\. ){short}(?=\s)", full, text)
    text = _POSSESSIVE.sub("", text)
    if re.fullmatch(r"[A-Z]{2,3}", form):
        return NameParts(text, "", "", sex)
    initials = ""
    if match := re.match(r"((?:[a-z]\.\s?)+)\s*(.*)$", text):
        initials, text = re.sub(r"\W", "", match[1]), match[2]
    if match := re.match(rf"(.*?)(?:^|\s)((?:{_LINKS}\s)+)(.+)$", text):
        return NameParts(initials, _joined(match[1]), match[3], sex)
    if initials:
        return NameParts(initials, "", text.replace(" ", "_"), sex)
    if match := re.fullmatch(r"(\D+) ([a-z])\.?", text):  # 'Henk P.'
        return NameParts("", _joined(match[1]), f"{match[2]}.", sex)
    words = text.split()
    firsts = [is_known_first_name(word) or re.fullmatch(r"[a-z]\.", word) is not None for word in words]
    behind = next((at for at in range(1, len(words)) if not firsts[at]), len(words) - 1)
    if len(words) - behind > 1 or (titled and len(words) > 2):  # 'Gerda Tjong A Tak'
        first = words[:behind] if is_known_first_name(words[0]) or not titled else []
        return NameParts("", _joined(" ".join(first)), "_".join(words[len(first) :]), sex)
    if len(words) > 1:
        return NameParts("", _joined(" ".join(words[:-1])), words[-1], sex)
    word = words[0] if words else ""
    return NameParts("", "", word, sex) if titled else NameParts("", _joined(word), "", sex)


def group_spellings(
    forms: Iterable[str], *, first_names: frozenset[str] = frozenset(), owners: Mapping[str, str] | None = None
) -> list[tuple[str, ...]]:
    """Return the spellings in groups, one for each person as far as the forms can tell.

    Parameters
    ----------
    forms : iterable of str
        Spellings of persons, as they are written.
    first_names : frozenset of str
        First names, case folded; with them a word alone that is none is taken for a surname.
    owners : mapping of str to str, optional
        Whose forms are that the study itself gives: those of one person are together, those of two never.

    Returns
    -------
    list of tuple of str
        In each group the fullest form comes first.

    Examples
    --------
    >>> group_spellings(["Jan van den Berg", "Jan", "meneer Van den Berg", "J. v.d. Berg", "Piet"])
    [('Jan van den Berg', 'Jan', 'meneer Van den Berg', 'J. v.d. Berg'), ('Piet',)]
    """
    same = _same_letters(dict.fromkeys(forms))
    parts = {form: split_name(form) for form in same}
    doubles = {part.first for part in parts.values() if " " in part.first}
    doubles |= {f"{part.first} {part.last.rpartition('_')[0]}" for part in parts.values() if "_" in part.last}
    for form, part in parts.items():
        if f"{part.first} {part.last}" in doubles:  # 'Jan-Willem de Boer' makes 'Jan Willem' a first name
            parts[form] = NameParts(part.initials, f"{part.first} {part.last}", "", part.sex)
    surnames = {part.last for part in parts.values() if "_" in part.last and not part.first}
    for form, part in parts.items():
        if (
            whole := f"{part.first}_{part.last}".replace(" ", "_")
        ) in surnames:  # 'Tjon A Kwie' as 'mevrouw Tjon A Kwie'
            parts[form] = NameParts("", "", whole, part.sex)
    anchors, owners = _Anchors(), owners or {}
    full = [form for form, part in parts.items() if part.is_full]
    for form in sorted(full, key=lambda form: (-parts[form].last.count("-"), -len(parts[form].first), form)):
        anchors.take_full(form, parts[form], owners.get(form, ""), map(split_name, same[form]))
    fitting = {
        form: anchors.of_owner(owners.get(form, "")) or anchors.fitting(part)
        for form, part in parts.items()
        if not part.is_full
    }
    placed = _without_couples(fitting, parts)
    for form, anchor in placed.items():
        anchor.forms.append(form)
    alone = [form for form in fitting if form not in placed]
    doubtful = [(form,) for form in alone if fitting[form]]  # it fits two persons, or more
    others = _group_alone([form for form in alone if not fitting[form]], parts, first_names)
    groups = [*(tuple(anchor.forms) for anchor in anchors.all), *doubtful, *others]
    return [tuple(other for form in group for other in same[form]) for group in groups]


def _same_letters(forms: Iterable[str]) -> dict[str, list[str]]:
    """Return forms with all that have the same letters: 'Said el Amrani' and 'Said Elamrani' are one name.

    The one of most words says what its parts are.

    >>> _same_letters(["Said Elamrani", "Said el Amrani", "mevrouw Smit", "Smit"])
    {'Said el Amrani': ['Said el Amrani', 'Said Elamrani'], 'mevrouw Smit': ['mevrouw Smit'], 'Smit': ['Smit']}
    """
    by_letters: dict[str, list[str]] = {}
    for form in forms:
        plain = _POSSESSIVE.sub("", fold_spelling(form))
        by_letters.setdefault(re.sub(r"[\W_]", "", plain) if " " in plain else form, []).append(form)
    alike = [
        sorted(group, key=lambda form: (-len(re.split(r"[ -]", form)), "." in form)) for group in by_letters.values()
    ]
    return {group[0]: group for group in alike}


def _without_couples(fitting: Mapping[str, Sequence[_Anchor]], parts: Mapping[str, NameParts]) -> dict[str, _Anchor]:
    """Return the one person of each form that fits one, but of none if both a man's and a woman's title would.

    'Mr Hill' and 'Mrs Hill' beside 'Pat Hill': one of them is somebody else, and the forms do not say which. So it is
    with two offices, or two words for kin.
    """
    placed = {form: fit[0] for form, fit in fitting.items() if len(fit) == 1}
    sexes: dict[int, set[str]] = {}
    offices: dict[int, set[str]] = {}
    for form, anchor in placed.items():
        offices.setdefault(id(anchor), set()).update({office_before(form)} - {""})
        if parts[form].sex and not anchor.sex():
            sexes.setdefault(id(anchor), set()).add(parts[form].sex)
    return {
        form: anchor
        for form, anchor in placed.items()
        if (not parts[form].sex or parts[form].first or len(sexes.get(id(anchor), ())) < 2)
        and (not office_before(form) or len(offices[id(anchor)]) < 2)
    }


@dataclass(slots=True)
class _Anchor:
    firsts: set[str]
    lasts: set[str]
    forms: list[str]
    owner: str = ""

    def sex(self) -> str:
        titles = {sex_of_title(fold_spelling(form)) for form in self.forms} - {""}
        return titles.pop() if len(titles) == 1 else sex_of_name(self.firsts, self.lasts)


@dataclass(slots=True)
class _Anchors:
    """The persons of whom a full name is known, found by the first letters of their names."""

    all: list[_Anchor] = field(default_factory=list)
    by_last: dict[str, list[_Anchor]] = field(default_factory=dict)
    by_first: dict[str, list[_Anchor]] = field(default_factory=dict)

    def of_owner(self, owner: str) -> list[_Anchor]:
        """Return the anchor of a person of the study."""
        return [anchor for anchor in self.all if owner and anchor.owner == owner]

    def take_full(self, form: str, part: NameParts, owner: str, alike: Iterable[NameParts]) -> None:
        """Put a full name with the one anchor it fits, or make it one; `alike` is what else its letters may say."""
        near = [
            anchor
            for anchor in self._of_last(part.last)
            if any(may_be_one_surname(part.last, a) or sound_as_one(part.last, a) for a in anchor.lasts)
            and owner in ("", anchor.owner or owner)
        ]
        strict = [
            anchor for anchor in near if any(are_like_first_names(part.first, a, strict=True) for a in anchor.firsts)
        ]
        fit = strict or [anchor for anchor in near if any(are_like_first_names(part.first, a) for a in anchor.firsts)]
        fit = self.of_owner(owner) or fit
        if len(fit) == 1:
            anchor = fit[0]
            anchor.forms.append(form)
        else:
            anchor = _Anchor(set(), set(), [form])
            self.all.append(anchor)
        anchor.owner = anchor.owner or owner
        for parts in (part, *filter(lambda other: other.is_full, alike)):
            anchor.firsts.add(parts.first)
            anchor.lasts.add(parts.last)
            for letter in surname_letters(parts.last):
                _add(self.by_last, letter, anchor)
            for letter in first_letters(parts.first):
                _add(self.by_first, letter, anchor)

    def fitting(self, part: NameParts) -> list[_Anchor]:
        """Return the anchors that a shorter form fits: those of the very name, else those of nearly the same."""
        if part.last:
            candidates = self._of_last(part.last)
        elif part.first:
            letters = {part.first[0], *first_letters(part.first)}
            candidates = _unique(
                anchor
                for letter in letters
                for anchor in (*self.by_first.get(letter, ()), *self.by_last.get(letter, ()))
            )
        else:
            candidates = self.all
        for like in (str.__eq__, are_small_forms, are_of_one_sound, are_like_first_names):
            if fit := [anchor for anchor in candidates if _fits(part, anchor, like)]:
                return _of_sex(part, fit)
        return []

    def _of_last(self, last: str) -> list[_Anchor]:
        letters = surname_letters(last)
        return _unique(anchor for letter in letters for anchor in self.by_last.get(letter, ()))


def _is_of_first(first: str, anchor: _Anchor, *, strict: bool = False) -> bool:
    return any(are_like_first_names(first, other, strict=strict) for other in anchor.firsts)


def _add(index: dict[str, list[_Anchor]], letter: str, anchor: _Anchor) -> None:
    if not any(other is anchor for other in index.setdefault(letter, [])):
        index[letter].append(anchor)


def _unique(anchors: Iterable[_Anchor]) -> list[_Anchor]:
    return list({id(anchor): anchor for anchor in anchors}.values())


def _of_sex(part: NameParts, anchors: list[_Anchor]) -> list[_Anchor]:
    """Return those of whom a title can be: of 'mevrouw' the women if there are, and of 'meneer' no woman."""
    if not part.sex:
        return anchors
    sexes = [anchor.sex() for anchor in anchors]
    same = [anchor for anchor, sex in zip(anchors, sexes, strict=True) if sex == part.sex]
    return same or [anchor for anchor, sex in zip(anchors, sexes, strict=True) if not sex]


def _fits(part: NameParts, anchor: _Anchor, like: Callable[[str, str], bool]) -> bool:
    """Return whether a shorter form can be this person's, by what makes first names alike."""
    firsts, lasts, strict = anchor.firsts, anchor.lasts, like is not are_like_first_names
    last_fits = not part.last or any(is_of_surname(part.last, last, strict=strict) for last in lasts)
    first_fits = not part.first or any(like(part.first, first) for first in firsts)
    fits = last_fits and first_fits
    if fits and part.initials:
        fits = any(_initials_fit(part.initials, first, strict=strict) for first in firsts)
    if not fits and not strict and part.first and not part.last and not part.initials:  # a surname without a title
        names = (part.first, part.first.removesuffix("s"))
        fits = any(is_of_surname(name, last, strict=False) for last in lasts for name in names)
        fits = fits or (" " in part.first and set(part.first.split()) <= lasts)  # 'Hoogendoorn-de Wit'
    return fits or (not part.last and not part.initials and bool(part.first) and part.first in lasts)


def _initials_fit(initials: str, first: str, *, strict: bool) -> bool:
    """Return whether initials can be of a first name; strictly, 'HJ' are of 'Hendrik-Jan' and not of 'Harm'."""
    letters = "".join(word[0] for word in first.split())
    if strict:
        return initials in (letters, first)
    if letters.startswith(initials) or (initials.startswith(first[0]) and len(initials) > 1):
        return True
    if first.startswith("c") and sound_of(first).startswith(initials):  # 'Christel' is Kristel
        return True
    return any(name.startswith(initials) for name in other_names(first))  # 'C. Smit' is Kees, as Cornelis


def _group_alone(
    alone: Iterable[str], parts: Mapping[str, NameParts], first_names: frozenset[str]
) -> list[tuple[str, ...]]:
    """Return what joined no anchor, alike forms together."""
    groups: list[list[str]] = []
    by_letter: dict[str, list[list[str]]] = {}
    for form in sorted(
        alone, key=lambda form: (not parts[form].initials, not office_before(form), not parts[form].sex)
    ):
        part = parts[form]
        key = _key(part)
        near = by_letter.setdefault(key[:1], [])
        known = not first_names or key in first_names or not part.first
        fit = [
            group
            for group in near
            if key
            and are_like_first_names(key, _key(parts[group[0]]), strict=not known, short=False)
            and not any(_differ(part, parts[other]) or _differ_in_office(form, other) for other in group)
        ]
        if len(fit) == 1:
            fit[0].append(form)
        else:
            group = [form]
            groups.append(group)
            near.append(group)
    return [tuple(group) for group in groups]


def _differ(part: NameParts, other: NameParts) -> bool:
    """Return whether initials or titles say that two forms of one surname are of two people."""
    initials = part.initials and other.initials and part.initials[0] != other.initials[0]
    return bool(initials) or bool(part.sex and other.sex and part.sex != other.sex)


def _differ_in_office(form: str, other: str) -> bool:
    """Return whether two forms have an office or a word for kin each, and not the same one."""
    offices = {office_before(form), office_before(other)} - {""}
    return len(offices) > 1


def _key(part: NameParts) -> str:
    return part.first or part.last


def _joined(first: str) -> str:
    return first.strip().replace("-", " ")
