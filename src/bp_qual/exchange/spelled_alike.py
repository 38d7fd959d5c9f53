"""Codes of one file that may be one code in two spellings: ``werk druk`` beside ``werkdruk``, ``stress`` and ``stess``.

Two names are alike but for accents, blanks and hyphens between letters, or where one word of five letters or more has
one letter other, more or less, or two of them changed round. Signs and numbers tell codes apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from bp_qual.display import shown
from bp_qual.exchange.drafts import Draft, code_name_key
from bp_qual.wording import Remark

_FEWEST_LETTERS = 5
_BETWEEN = re.compile(r"(?<=\w)[\s_'’.-]+(?=\w)")
Group = tuple[int, ...]


def find_spelled_alike(codes: Sequence[Draft], ids: Sequence[str], settled: Collection[str]) -> list[Group]:
    """Return the groups of codes that may be one, below the same code.

    Parameters
    ----------
    codes : sequence of Draft
        Those of a file.
    ids : sequence of str
        What each of them is in the study; what is one code there already is no group, nor is what is none.
    settled : collection of str
        What codes are called that people wrote in a codebook: two of these are meant to be two.

    Returns
    -------
    list of tuple of int

    Examples
    --------
    >>> codes = [Draft("werk druk"), Draft("werkdruk"), Draft("+ steun"), Draft("- steun"), Draft("werkdurk")]
    >>> find_spelled_alike(codes, ["a", "b", "c", "d", "e"], ())
    [(0, 1, 4)]
    """
    known = {*map(code_name_key, settled)}
    names = [_plain(draft.name) for draft in codes]
    sure = [code_name_key(draft.name) in known for draft in codes]

    def may_be_one(one: int, other: int) -> bool:
        beside = codes[one].parent == codes[other].parent and len({ids[one], ids[other], ""}) == 3
        return beside and not (sure[one] and sure[other]) and _are_alike(names[one], names[other])

    groups: list[Group] = []
    for number in range(len(codes)):
        near = [group for group in groups if any(may_be_one(number, other) for other in group)]
        joined = tuple(sorted({number, *(other for group in near for other in group)}))
        groups = [*(group for group in groups if group not in near), joined]
    return [group for group in groups if len(group) > 1]


def with_doubts(doubts: Mapping[int, Sequence[int]], groups: Iterable[Group]) -> dict[int, tuple[int, ...]]:
    """Return which codes may stand for others, with those of groups that may be one.

    >>> with_doubts({2: (3,)}, [(0, 1, 2)])
    {2: (3, 0, 1), 0: (1, 2), 1: (0, 2)}
    """
    found = {number: tuple(others) for number, others in doubts.items()}
    for group in groups:
        for number in group:
            found[number] = (*found.get(number, ()), *(other for other in group if other != number))
    return found


def say_spelled_alike(codes: Sequence[Draft], groups: Sequence[Group]) -> tuple[Remark, ...]:
    """Return which codes may be one, and what to do; nothing where none may.

    >>> say_spelled_alike([], [])
    ()
    """
    said = [" / ".join(shown(codes[number].name, 40) for number in group) for group in groups]
    return (Remark("codes spelled alike", values={"groups": said}),) if said else ()


def _plain(name: str) -> str:
    """Return a name in small letters without accents."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return " ".join("".join(sign for sign in letters if not unicodedata.combining(sign)).split())


def _are_alike(one: str, other: str) -> bool:
    if _BETWEEN.sub("", one) == _BETWEEN.sub("", other):
        return True
    words = list(zip(one.split(), other.split(), strict=False))
    apart = [pair for pair in words if pair[0] != pair[1]]
    if len(one.split()) != len(other.split()) or len(apart) != 1:
        return False
    long = min(map(len, apart[0])) >= _FEWEST_LETTERS and all(word.isalpha() for word in apart[0])
    return long and _is_one_slip(*apart[0])


def _is_one_slip(one: str, other: str) -> bool:
    """Return whether one letter is other, more or less, or two that stand together are changed round."""
    same = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))
    a, b = one[same:], other[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
