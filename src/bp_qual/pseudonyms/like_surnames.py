"""Whether two surnames may be one person's: nearly the same, of one sound, or with a part in common."""

from __future__ import annotations

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.like_first_names import sound_of
from bp_qual.pseudonyms.name_letters import are_near

_LONG = 5  # letters of a surname that sounds as another
_DOUBLED = lazy_pattern(r"(.)\1")


def may_be_one_surname(first: str, second: str) -> bool:
    """Return whether two surnames may be one: nearly the same, or with a part in common (before and after marriage).

    >>> may_be_one_surname("jansen", "janssen"), may_be_one_surname("bos", "vos")
    (True, False)
    """
    if are_near(first, second) or _DOUBLED.sub(r"\1", first) == _DOUBLED.sub(r"\1", second):
        return True
    return not pieces_of_surname(first).isdisjoint(pieces_of_surname(second))


def sound_as_one(first: str, second: str) -> bool:
    """Return whether two surnames are written otherwise for one sound: 'Dijkstra' and 'Dykstra', 'Sullivan' with O'.

    >>> sound_as_one("dijkstra", "dykstra"), sound_as_one("o'sullivan", "sullivan"), sound_as_one("smit", "smid")
    (True, True, False)
    """
    sounds = [sound_of(name.removeprefix("o'")).replace("f", "v") for name in (first, second)]
    return sounds[0] == sounds[1]


def is_of_surname(part: str, last: str, *, strict: bool) -> bool:
    """Return whether what a form has of a surname is of this one: itself, a part, its first letter, or nearly so.

    Parameters
    ----------
    part : str
        What a form has: a letter with a full stop in 'Henk P.'.
    last : str
        The surname.
    strict : bool
        Letter for letter.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_of_surname("p.", "polman", strict=True), is_of_surname("dykstra", "dijkstra", strict=True)
    (True, False)
    """
    if part.endswith("."):
        return last.startswith(part[0])
    if strict:
        return part in (last, *pieces_of_surname(last))
    return may_be_one_surname(part, last) or (min(len(part), len(last)) >= _LONG and sound_as_one(part, last))


def surname_letters(last: str) -> set[str]:
    """Return the letters that a surname, or a part of it, may begin with as it is written otherwise.

    >>> sorted(surname_letters("visser-bos"))
    ['b', 'v']
    """
    pieces = (*pieces_of_surname(last), last.removeprefix("o'"))
    return {written[0] for piece in pieces for written in (piece, sound_of(piece).replace("f", "v")) if written}


def pieces_of_surname(last: str) -> set[str]:
    """Return the surnames that one is made of, joined by a hyphen, or the words of one of several.

    >>> sorted(pieces_of_surname("wit-pronk")), sorted(pieces_of_surname("tjong_a_tak"))
    (['pronk', 'wit', 'wit-pronk'], ['tak', 'tjong', 'tjong_a_tak'])
    """
    return {piece for piece in last.split("-") if piece} | {word for word in last.split("_") if len(word) > 2}
