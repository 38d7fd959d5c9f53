"""Whether two first names may be one person's: nearly the same, one short for the other, or of one sound."""

from __future__ import annotations

import re
from functools import cache

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_letters import are_near
from bp_qual.pseudonyms.name_sexes import sex_of_first_name
from bp_qual.pseudonyms.name_variants import other_names

_WOMENS_ENDINGS = ("a", "na", "ia", "ina", "ine", "ien", "ette", "e", "ke", "a maria")
_PREFIXES = ("abdel", "abdul", "abder", "abdes", "abd", "oluwa")
_SHORTEST_END = 4  # letters of the end of a name that may stand for the whole: 'Toya' for 'Latoya'
# Letters that one sound is written with in Dutch, English and other spellings of one name: 'Soenita' and 'Sunita'.
_SOUNDS = tuple(
    (lazy_pattern(written), sound)
    for written, sound in (
        (r"ch(?=[lr])", "k"), (r"que$", "k"), (r"qu", "kw"), (r"x", "ks"), (r"c(?=[eiy])", "s"), (r"au|oe|ou", "u"),
        (r"tsj|tch", "s"), (r"sj|sch|sh|ch", "s"), (r"dj|j", "y"), (r"ij|ie|ey|y", "i"), (r"ph", "f"),
        (r"ene$", "een"), (r"ck|q|c", "k"), (r"th", "t"), (r"w", "v"), (r"z", "s"), (r"(.)\1", r"\1"),
    )
)  # fmt: skip


def are_like_first_names(first: str, second: str, *, strict: bool = False, short: bool = True) -> bool:
    """Return whether two first names may be one person's: nearly the same, short for each other, or a beginning.

    Parameters
    ----------
    first, second : str
        First names in small letters, without accents.
    strict : bool, optional
        Nearly the same only.
    short : bool, optional
        Whether one may be short for the other.

    Returns
    -------
    bool

    Examples
    --------
    >>> are_like_first_names("margaret", "peggy"), are_like_first_names("jan", "janneke")
    (True, False)
    """
    if first.replace(" ", "") == second.replace(" ", ""):
        return True
    if _are_man_and_woman(first, second):
        return False
    if are_near(first, second):
        return True
    if strict:
        return False
    if are_of_one_sound(first, second) or _smaller(first) & _smaller(second):
        return True
    return short and _is_short(first, second)


def first_letters(first: str) -> frozenset[str]:
    """Return the letters that the names begin with which this one can be: 'j' and 'y' of 'joessef'.

    >>> sorted(first_letters("joessef")), sorted(first_letters("latoya"))
    (['i', 'j', 's', 'y'], ['l', 't'])
    """
    ends = (first[-_SHORTEST_END:],) if len(first) > _SHORTEST_END + 1 else ()
    return frozenset(name[0] for name in (*_first_readings(first), *ends, sound_of(first)) if name)


def _is_short(first: str, second: str) -> bool:
    """Return whether one name is short for the other."""
    pairs = ((first, second), (second, first))
    if min(len(first), len(second)) >= 2 and (first.startswith(second) or second.startswith(first)):
        return True
    if second in _first_readings(first) or first in _first_readings(second):
        return True
    if _is_end(first, second) or _is_end(second, first):
        return True
    return any(" " in long and "".join(word[0] for word in long.split()) == own for long, own in pairs)


def _is_end(end: str, name: str) -> bool:
    """Return whether a word that is no name by itself is the end of a name: 'toya' of 'latoya', not 'anna'."""
    longer = len(name) - len(end) > 1
    return longer and len(end) >= _SHORTEST_END and name.endswith(end) and not sex_of_first_name(end)


def _are_man_and_woman(first: str, second: str) -> bool:
    """Return whether one name is a man's and one a woman's: Johan and Johanna share a surname when married."""
    sexes = sex_of_first_name(first), sex_of_first_name(second)
    if second in other_names(first):
        return False
    if all(sexes) and not _smaller(first) & _smaller(second):
        return sexes[0] != sexes[1]
    if sexes == ("f", "f"):
        return False
    short, long = sorted((first, second), key=len)
    if (short.endswith("k") and long == f"{short}e") or sound_of(short) == sound_of(long):  # 'Annemiek(e)', 'Leoni(e)'
        return False
    return len(short) > 2 and long.startswith(short) and long[len(short) :] in _WOMENS_ENDINGS


def _first_readings(first: str) -> frozenset[str]:
    """Return what a first name can also be called: short forms (of the first of several), without 'Abdel-' or -s."""
    stripped = [first.removeprefix(prefix) for prefix in _PREFIXES if first.startswith(prefix)]
    names = [first, first.split(" ")[0], *(name for name in stripped if len(name) > 2), *_smaller(first)]
    return frozenset().union(*(other_names(name) for name in names)) - {""}


@cache
def sound_of(name: str) -> str:
    """Return a name as it sounds, roughly.

    >>> sound_of("joesoef"), sound_of("yusuf"), sound_of("dijkstra")
    ('iusuf', 'iusuf', 'dikstra')
    """
    for written, sound in _SOUNDS:
        name = written.sub(sound, name)
    return name


def are_of_one_sound(first: str, second: str) -> bool:
    """Return whether two first names are one that is written otherwise, or nearly so: none is short for the other.

    >>> are_of_one_sound("joessef", "youssef"), are_of_one_sound("jo", "johan")
    (True, False)
    """
    alike = are_near(first, second) or sound_of(first) == sound_of(second) or _sound_with_ee(first, second)
    return alike and not _are_man_and_woman(first, second)


def _sound_with_ee(first: str, second: str) -> bool:
    """Return whether two names sound the same as in English, of which the lists do not have both: 'Preeya', 'Priya'."""
    if all(map(sex_of_first_name, (first, second))):
        return False
    return sound_of(first.replace("ee", "i")) == sound_of(second.replace("ee", "i"))


def are_small_forms(first: str, second: str) -> bool:
    """Return whether two first names are one but for a diminutive or a possessive.

    >>> are_small_forms("griet", "grietje"), are_small_forms("griet", "greet")
    (True, False)
    """
    return bool(_smaller(first) & _smaller(second)) and not _are_man_and_woman(first, second)


def _smaller(first: str) -> frozenset[str]:
    """Return a first name without -s and without a diminutive."""
    pieces = (
        first,
        re.sub(r"s$", "", first),
        re.sub(r"(?:tje|pje|je|ie|y)s?$", "", first),
        re.sub(r"jes?$", "", first),
        re.sub(r"(.)\1(?:ie|y|etje)s?$", r"\1", first),
    )
    return frozenset(piece for piece in pieces if len(piece) > 1)
