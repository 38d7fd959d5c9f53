"""Whether two surnames may be one person's: nearly the same, of one sound, or with a part in common."""

from __future__ import annotations

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.like_first_names import sound_of
from bp_qual.pseudonyms.name_letters import are_near

_LONG = 5  # letters of a surname that sounds as another
_OTHERS_FIRST = frozenset("fvwsz")
_EI = lazy_pattern(r"eij|ij|ey(?=\w)")  # 'Meijer', 'Meyer' and 'Meier'
_DOUBLED = lazy_pattern(r"(.)\1")


def may_be_one_surname(first: str, second: str) -> bool:
    """Return whether two surnames may be one: nearly the same, or with a part in common (before and after marriage).

    Of surnames of several words each word is nearly the same: a word in common is not enough.

    >>> may_be_one_surname("jansen", "janssen"), may_be_one_surname("bos", "vos")
    (True, False)
    >>> may_be_one_surname("wit-pronk", "pronk"), may_be_one_surname("baker_jones", "baker_smith")
    (True, False)
    """
    words = first.split("_"), second.split("_")
    if len(words[0]) == len(words[1]) and all(
        are_near(one, other) or _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other)
        for one, other in zip(*words, strict=True)
    ):
        return True
    return not _joined_by_hyphens(first).isdisjoint(_joined_by_hyphens(second))


def sound_as_one(first: str, second: str) -> bool:
    """Return whether two long surnames are written otherwise for one sound: 'Dijkstra' and 'Dykstra', 'Sullivan', O'.

    An f is a v inside a name beside letters that are otherwise the same. At its beginning f, v, w, s and z are other
    letters: 'Faber' and 'Vaber', 'Wisser' and 'Visser' are two.

    >>> sound_as_one("dijkstra", "dykstra"), sound_as_one("o'sullivan", "sullivan"), sound_as_one("smit", "smid")
    (True, True, False)
    >>> sound_as_one("hoefnagel", "hoevnagel"), sound_as_one("faber", "vaber"), sound_as_one("young", "jung")
    (True, False, False)
    >>> sound_as_one("meijer", "meier"), sound_as_one("zijlstra", "zeilstra"), sound_as_one("wiesner", "weisner")
    (True, True, False)
    """
    names = [name.removeprefix("o'") for name in (first, second)]
    if min(map(len, names)) < _LONG or (names[0][0] != names[1][0] and {names[0][0], names[1][0]} <= _OTHERS_FIRST):
        return False
    if len({_EI.sub("ei", name) for name in names}) == 1:
        return True
    written = [_DOUBLED.sub(r"\1", name.replace("ph", "f").replace("f", "v")) for name in names]
    return written[0] == written[1] or sound_of(names[0]) == sound_of(names[1])


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
    return part in pieces_of_surname(last) or may_be_one_surname(part, last) or sound_as_one(part, last)


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
    return _joined_by_hyphens(last) | {word for word in last.split("_") if len(word) > 2}


def _joined_by_hyphens(last: str) -> set[str]:
    return {piece for piece in last.split("-") if piece}
