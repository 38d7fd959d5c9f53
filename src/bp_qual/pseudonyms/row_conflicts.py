"""Rows that replace one name by two things in an interview, or by the name of somebody else of the study."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bp_qual.errors import Problem
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.forms_of_spelling import as_typed, written_forms
from bp_qual.pseudonyms.name_cues import LINKS
from bp_qual.pseudonyms.name_lists import read_name_lists
from bp_qual.pseudonyms.names_in_addresses import is_ordinary_word
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.wording import LANGUAGES


def find_conflicts(
    names: Iterable[DecidedName], interviews: Iterable[Collection[str]], *, where: str
) -> tuple[Problem, ...]:
    """Return a problem for each two rows that mean one spelling in one interview and replace it differently.

    'JAN' is one spelling with 'Jan', as a row replaces its name in capitals too.

    Parameters
    ----------
    names : iterable of DecidedName
        What was decided.
    interviews : iterable of collection of str
        What each interview goes by: its id, persons, wave and file.
    where : str
        The name of the sheet, for messages.

    Returns
    -------
    tuple of Problem

    Examples
    --------
    >>> rows = [DecidedName("Jan", "P01", only_in=("2010",)), DecidedName("Jan", "P02", only_in=("P07",))]
    >>> [problem.kind for problem in find_conflicts(rows, [{"P07_2010", "P07", "2010"}], where="names.xlsx")]
    ['two replacements']
    """
    by_spelling: dict[str, list[DecidedName]] = {}
    for name in names:
        by_spelling.setdefault(name.spelling, []).append(name)
    pairs = [
        (name, other)
        for name in (name for same in by_spelling.values() for name in same)
        for form in written_forms(name.spelling) | {name.spelling}
        for other in by_spelling.get(form, ())
        if other.pseudonym != name.pseudonym
    ]
    met = {frozenset(pair): pair for here in interviews for pair in pairs if all(n.holds_in(here) for n in pair)}
    return tuple(
        Problem(where, "two replacements", {"name": o.spelling, "first": n.pseudonym, "second": o.pseudonym})
        for n, o in met.values()
    )


def find_borrowed(
    made: Iterable[DecidedName], decided: Iterable[DecidedName], labels: Iterable[str], *, where: str
) -> tuple[Problem, ...]:
    """Return a problem for each replacement that is a name of the study itself: of somebody else, or one that stays.

    Of a person no replacement may have such a name in it, unless of a place or the like that stays ('Tom Holland'); of
    what is no person it may not be one.

    Parameters
    ----------
    made : iterable of DecidedName
        What the sheet decides, and no key before it.
    decided : iterable of DecidedName
        All names of the sheet, also those that stay.
    labels : iterable of str
        What the study calls its persons.
    where : str
        The name of the sheet, for messages.

    Returns
    -------
    tuple of Problem

    Examples
    --------
    >>> jan, wil = DecidedName("Jan", "Wil Smit"), DecidedName("Wil", "")
    >>> [problem.values["other"] for problem in find_borrowed([jan], [jan, wil], ["R1"], where="names.xlsx")]
    ['Wil']
    """
    decided = list(decided)
    real = {as_typed(name.spelling): name.kind for name in decided} | {
        as_typed(label): "person" for label in labels if _is_name(label)
    }
    parts = {word: name for name, kind in real.items() if kind == "person" for word in telling_words(name)}
    stays = {as_typed(name.spelling) for name in decided if not name.pseudonym and name.kind != "person"}
    search = Replacer(DecidedName(name, name, kind) for name, kind in real.items() if name not in stays)
    whole = {name.casefold(): name for name in real}
    borrowed: dict[DecidedName, str] = {}
    for name in made:
        found = search.replace(name.pseudonym).places if name.kind == "person" else ()
        other = whole.get(name.pseudonym.casefold()) or (found[0].pseudonym if found else "")
        if other := other or (parts.get(name.pseudonym, "") if name.kind == "person" else ""):
            borrowed[name] = other
    return tuple(
        Problem(where, "replacement of another", {"name": name.spelling, "replacement": name.pseudonym, "other": other})
        for name, other in borrowed.items()
    )


def telling_words(name: str) -> list[str]:
    """Return the words of a name that say whose it is: those of letters with a capital, and no tussenvoegsels.

    >>> telling_words("Jan van den Berg"), telling_words("[name 1]"), telling_words("P01")
    (['Jan', 'Berg'], [], [])
    """
    return [word for word in name.split(" ") if word[:1].isupper() and word.isalpha() and word.casefold() not in LINKS]


def _is_name(label: str) -> bool:
    """Return whether what a speaker is called is a name: no code, and no word such as 'Respondent'."""
    word = label.casefold()
    listed = any(word in read_name_lists(language).first_names for language in LANGUAGES)
    return label.replace(" ", "").isalpha() and len(label) > 1 and (listed or not is_ordinary_word(word))
