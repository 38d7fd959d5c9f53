"""The persons of a study of whom a full name is known, and which of them a shorter form of a name fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bp_qual.pseudonyms.like_first_names import (
    are_like_first_names,
    are_of_one_sound,
    are_small_forms,
    first_letters,
    sound_of,
)
from bp_qual.pseudonyms.like_surnames import (
    is_of_surname,
    may_be_one_surname,
    pieces_of_surname,
    sound_as_one,
    surname_letters,
)
from bp_qual.pseudonyms.name_parts import NameParts, fold_spelling
from bp_qual.pseudonyms.name_titles import sex_of_name, sex_of_title
from bp_qual.pseudonyms.name_variants import other_names


@dataclass(slots=True)
class NameAnchor:
    """A person: first names and surnames as they were written, and the forms of the name.

    Examples
    --------
    >>> NameAnchor({"geertje"}, {"smit"}, ["Geertje Smit"]).sex()
    'f'
    """

    firsts: set[str]
    lasts: set[str]
    forms: list[str]
    owner: str = ""

    def sex(self) -> str:
        """Return whose titles stand before the name, or whose first names these are: `f`, `m` or nothing."""
        titles = {sex_of_title(fold_spelling(form)) for form in self.forms} - {""}
        return titles.pop() if len(titles) == 1 else sex_of_name(self.firsts, self.lasts)


@dataclass(slots=True)
class NameAnchors:
    """The persons of whom a full name is known, found by the first letters of their names.

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_parts import split_name
    >>> anchors = NameAnchors()
    >>> anchors.take_full("Geertje Smit", split_name("Geertje Smit"), "", ())
    >>> [anchor.forms for anchor in anchors.fitting(split_name("mevrouw Smit"))]
    [['Geertje Smit']]
    """

    married: Sequence[set[str]] = ()  # the parts of surnames with a hyphen that stand alone
    all: list[NameAnchor] = field(default_factory=list)
    by_last: dict[str, list[NameAnchor]] = field(default_factory=dict)
    by_first: dict[str, list[NameAnchor]] = field(default_factory=dict)

    def of_owner(self, owner: str) -> list[NameAnchor]:
        """Return the anchor of a person of the study."""
        return [anchor for anchor in self.all if owner and anchor.owner == owner]

    def take_full(self, form: str, part: NameParts, owner: str, alike: Iterable[NameParts]) -> None:
        """Put a full name with the one anchor it fits, or make it one.

        Parameters
        ----------
        form : str
            The name as it is written.
        part : NameParts
            What it says.
        owner : str
            The person of the study whose name it is; empty where the study does not say.
        alike : iterable of NameParts
            What else its letters may say.

        Returns
        -------
        None
        """
        near = [
            anchor
            for anchor in _unique(anchor for last in self._with_married(part.last) for anchor in self._of_last(last))
            if any(self._may_be_one(part, a) for a in anchor.lasts) and owner in ("", anchor.owner or owner)
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
            anchor = NameAnchor(set(), set(), [form])
            self.all.append(anchor)
        anchor.owner = anchor.owner or owner
        for parts in (part, *filter(lambda other: other.is_full, alike)):
            self._index(anchor, {parts.first}, {parts.last})

    def join_renamed(self, names: Iterable[NameParts]) -> None:
        """Put a woman's name of now with that of before, where one other person only has her first name."""
        for part in names:
            same = [anchor for anchor in self.all if part.first in anchor.firsts]
            owners = {anchor.owner for anchor in same} - {""}
            if len(same) == 2 and len(owners) < 2 and all(anchor.sex() != "m" for anchor in same):
                kept, other = same
                for known in (self.all, *self.by_last.values(), *self.by_first.values()):
                    known[:] = [anchor for anchor in known if anchor is not other]
                kept.forms += other.forms
                kept.owner = kept.owner or other.owner
                self._index(kept, other.firsts, other.lasts)

    def _index(self, anchor: NameAnchor, firsts: Iterable[str], lasts: Iterable[str]) -> None:
        anchor.firsts.update(firsts)
        anchor.lasts.update(lasts)
        for letter in {letter for last in lasts for letter in surname_letters(last)}:
            _add(self.by_last, letter, anchor)
        for letter in {letter for first in firsts for letter in first_letters(first)}:
            _add(self.by_first, letter, anchor)

    def _may_be_one(self, part: NameParts, last: str) -> bool:
        if may_be_one_surname(part.last, last) or sound_as_one(part.last, last):
            return True
        is_married = any({part.last, last} <= names for names in self.married)  # 'Postma' and 'Wagenaar-Postma'
        return is_married and sex_of_name({part.first}, ()) == "f"

    def _with_married(self, last: str) -> set[str]:
        return {last}.union(*(names for names in self.married if last in names))

    def fitting(self, part: NameParts) -> list[NameAnchor]:
        """Return the anchors that a shorter form fits: those of the very name, else those of nearly the same."""
        if part.last:
            candidates = self._of_last(part.last)
            pieces = pieces_of_surname(part.last) - {part.last}
            if "-" in part.last and (both := [anchor for anchor in candidates if pieces <= anchor.lasts]):
                candidates = both  # 'mevrouw Bos-Smit' is who is called Bos and Smit
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

    def _of_last(self, last: str) -> list[NameAnchor]:
        letters = surname_letters(last)
        return _unique(anchor for letter in letters for anchor in self.by_last.get(letter, ()))


def _add(index: dict[str, list[NameAnchor]], letter: str, anchor: NameAnchor) -> None:
    if not any(other is anchor for other in index.setdefault(letter, [])):
        index[letter].append(anchor)


def _unique(anchors: Iterable[NameAnchor]) -> list[NameAnchor]:
    return list({id(anchor): anchor for anchor in anchors}.values())


def _of_sex(part: NameParts, anchors: list[NameAnchor]) -> list[NameAnchor]:
    """Return those of whom a title can be: of 'mevrouw' the women if there are, and of 'meneer' no woman."""
    if not part.sex:
        return anchors
    sexes = [anchor.sex() for anchor in anchors]
    same = [anchor for anchor, sex in zip(anchors, sexes, strict=True) if sex == part.sex]
    return same or [anchor for anchor, sex in zip(anchors, sexes, strict=True) if not sex]


def _fits(part: NameParts, anchor: NameAnchor, like: Callable[[str, str], bool]) -> bool:
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
