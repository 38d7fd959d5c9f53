"""Put the spellings of one person together: full names are anchors, a shorter form joins if exactly one fits.

A wrong join is worse than a missed one: it gives two people one pseudonym, and the panel loses a person. Hence exactly
one, never the nearest; what fits two anchors stays alone, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bp_qual.pseudonyms.like_first_names import are_like_first_names
from bp_qual.pseudonyms.like_surnames import pieces_of_surname
from bp_qual.pseudonyms.name_anchors import NameAnchor, NameAnchors
from bp_qual.pseudonyms.name_parts import POSSESSIVE, NameParts, fold_spelling, split_name
from bp_qual.pseudonyms.name_titles import may_be_before_first_name, office_before
from bp_qual.pseudonyms.name_variants import is_known_first_name


def group_spellings(
    forms: Iterable[str],
    *,
    first_names: frozenset[str] = frozenset(),
    owners: Mapping[str, str] | None = None,
    renamed: frozenset[str] = frozenset(),
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
    renamed : frozenset of str
        Full names that somebody has now or had before, as is said: they join who is the only other of that first name.

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
    doubles = {part.first for part in parts.values() if " " in part.first and _are_first_names(part.first)}
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
    _take_titled_first_names(parts)
    married = [pieces_of_surname(p.last) for p in parts.values() if "-" in p.last and not p.first and p.sex != "m"]
    anchors, owners = NameAnchors(married), owners or {}
    full = [form for form, part in parts.items() if part.is_full]
    for form in sorted(full, key=lambda form: (-parts[form].last.count("-"), -len(parts[form].first), form)):
        anchors.take_full(form, parts[form], owners.get(form, ""), map(split_name, same[form]))
    anchors.join_renamed({parts[form] for form in full if not renamed.isdisjoint(same[form])})
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


def _are_first_names(first: str) -> bool:
    """Return whether all words but the first are first names too: not of 'Anne Vellinga van het Kanaalzicht'."""
    return all(map(is_known_first_name, first.split(" ")[1:]))


def _take_titled_first_names(parts: dict[str, NameParts]) -> None:
    """Take what stands behind some titles for a first name where it is somebody's and no surname: 'pastoor Glenn'.

    'Mr James' is somebody else than James Hill.
    """
    full = [part for part in parts.values() if part.is_full]
    firsts = {part.first for part in full}
    lasts = {piece for part in full for piece in pieces_of_surname(part.last)}
    for form, part in parts.items():
        alone = part.last in firsts - lasts and not part.first and not part.initials
        if alone and may_be_before_first_name(fold_spelling(form)):
            parts[form] = NameParts("", part.last, "", part.sex)


def _same_letters(forms: Iterable[str]) -> dict[str, list[str]]:
    """Return forms with all that have the same letters: 'Said el Amrani' and 'Said Elamrani' are one name.

    The one of most words says what its parts are.

    >>> _same_letters(["Said Elamrani", "Said el Amrani", "mevrouw Smit", "Smit"])
    {'Said el Amrani': ['Said el Amrani', 'Said Elamrani'], 'mevrouw Smit': ['mevrouw Smit'], 'Smit': ['Smit']}
    """
    by_letters: dict[str, list[str]] = {}
    for form in forms:
        plain = POSSESSIVE.sub("", fold_spelling(form))
        by_letters.setdefault(re.sub(r"[\W_]", "", plain) if " " in plain else form, []).append(form)
    alike = [
        sorted(group, key=lambda form: (-len(re.split(r"[ -]", form)), "." in form)) for group in by_letters.values()
    ]
    return {group[0]: group for group in alike}


def _without_couples(
    fitting: Mapping[str, Sequence[NameAnchor]], parts: Mapping[str, NameParts]
) -> dict[str, NameAnchor]:
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
