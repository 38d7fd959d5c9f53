"""Possessives at the end of names, and behind what replaces them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bp_qual.pseudonyms.decided_names import DecidedName


def own_ending(form: str, name: DecidedName, decided: Mapping[str, DecidedName]) -> str:
    """Return the possessive that a spelling ends with where the name without it, or its last word, is the same one's.

    A person's name with an apostrophe at its end is a possessive anyway.

    Parameters
    ----------
    form : str
        One of the forms of a name.
    name : DecidedName
        Whose form it is.
    decided : mapping of str to DecidedName
        All forms of all names.

    Returns
    -------
    str
        Nothing where it ends with none.

    Examples
    --------
    >>> jan, jans = DecidedName("Jan", "P01"), DecidedName("Jans", "P01")
    >>> own_ending("Jans", jans, {"Jan": jan, "Jans": jans}), own_ending("Jans", jans, {"Jans": jans})
    ('s', '')
    """
    match = re.search(r"(?<=\w)(?:['’]?[sS]|['’])$", form)
    if match is None:
        return ""
    base = form[: match.start()]
    same = [decided[known].pseudonym for known in (base, base.split(" ")[-1]) if known in decided]
    if name.pseudonym in same or (name.kind == "person" and match[0].casefold() != "s"):
        return match[0].casefold()
    return ""


def possessive_of(ending: str, pseudonym: str) -> str:
    """Return a possessive in the language's way: 's after a code or bracket, ' after an s, else as it was.

    >>> possessive_of("s", "P01"), possessive_of("'s", "Kees"), possessive_of("s", "Anna")
    ("'s", "'", 's')
    """
    if not ending:
        return ""
    if not pseudonym[-1:].isalpha():
        return "'s"
    if pseudonym[-1:] in "sxzSXZ":
        return "'"
    return ending if ending != "'" and ending != "’" else "'s"
