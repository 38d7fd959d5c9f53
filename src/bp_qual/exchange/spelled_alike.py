"""Codes of one file that may be one code in two spellings: ``werk druk`` beside ``werkdruk``, ``stress`` and ``stess``.

Two names are alike but for accents, blanks and hyphens between letters, or where one word of five letters or more has
one letter other, more or less, or two of them changed round; in a shorter word only where a consonant is doubled
(``werk``, ``werkk``), since another letter makes other words as often (``huis``, ``thuis``). So are names but for what
people and programs put around them (``1. stress``, ``#stress``, ``stress.``, ``stress (2)``, ``(stress)``), for an
article before it and the ending of a plural (``the family``, ``families``), for the word of an *and*, and where a
program cut the end off (``work stre…``). Other signs and numbers tell codes apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from bp_qual.display import shown
from bp_qual.exchange.drafts import Draft, code_name_key
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

_FEWEST_LETTERS = 5
_SHORTEST_WORD = 3  # that has a plural, or a consonant that was doubled
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_BETWEEN = lazy_pattern(r"(?<=\w)[\s_'’.-]+(?=\w)")
_NUMBER = lazy_pattern(
    r"(?:(?:[0-9]+(?:\.[0-9]+)*[.):]|[0-9]+(?:\.[0-9]+)+|[a-z][.)])\s+|[0-9]+[.)]|#\s*(?:[0-9]+\s+)?)+"
)
_BARE_NUMBER = lazy_pattern(r"[0-9]+\s+")
_AROUND = lazy_pattern(r"^[\s\"'“”‘’«»•]+|(?:\s*[(\[][0-9]+[)\]]|[\s\"'“”‘’«».,;:!?…])+$")
_AND = lazy_pattern(r"\s*(?<=[\w\s])(?:&|\+|\b(?:and|en|und)\b)(?=\s*\w)\s*")
_BRACKETS = lazy_pattern(r"[(\[{<*_](.+)[)\]}>*_]")
_ARTICLE = lazy_pattern(r"(?:the|an?|de|het|een|der|die|das|eine?)\s+(?=\w{3})")
_CUT = lazy_pattern(r"\s*(?:…|\.\.+)$")
_FEWEST_LEFT, _LONGEST_SHEET = 4, 31  # letters of a name that was cut, and of the name of a sheet
Group = tuple[int, ...]
Key = tuple[str, ...]
_PLURALS = ("s", "es", "en", "n", "'s", "’s")


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
    keys = [code_name_key(draft.name) for draft in codes]
    first = [*range(len(codes)), -1]  # of the group of each; -1 is that of no code
    members, near_names = {number: [number] for number in range(len(codes))}, NearNames()

    def may_be_one(one: int, other: int) -> bool:
        if first[codes[one].parent] != first[codes[other].parent] or len({ids[one], ids[other], ""}) < 3:
            return False
        if keys[one] == keys[other]:  # below codes that may be one
            return True
        return not (keys[one] in known and keys[other] in known) and are_alike(names[one], names[other])

    for number in range(len(codes)):
        near = {first[other] for other in near_names.near(names[number]) if may_be_one(number, other)}
        near_names.add(number, names[number])
        for group in {*near, number} - {min(near, default=number)}:
            joined = members.pop(group)
            members[min(near)] += joined
            for member in joined:
                first[member] = min(near)
    return [tuple(sorted(group)) for _, group in sorted(members.items()) if len(group) > 1]


class NearNames:
    """Names that may be one with another, found without a look at all of them: those that `are_alike` are among these.

    >>> names = NearNames()
    >>> for number, name in enumerate(("stress", "work", "families")):
    ...     names.add(number, name)
    >>> names.near("stres"), names.near("1. family"), names.near("home")
    ([0], [2], [])
    """

    def __init__(self) -> None:
        self._at: dict[Key, list[int]] = {}
        self._plain: list[tuple[str, int]] = []
        self._cut: list[tuple[str, int]] = []  # how names begin whose end was cut off

    def add(self, number: int, name: str) -> None:
        """Add a name, which may have several numbers."""
        plain = _plain(name)
        self._plain.append((plain, number))
        self._cut += [(begin, number) for begin in _begins(plain)]
        for key in _keys_of(plain, looked_for=False):
            self._at.setdefault(key, []).append(number)

    def near(self, name: str) -> list[int]:
        """Return the numbers of the names that may be one with this."""
        plain = _plain(name)
        found = {number for key in _keys_of(plain, looked_for=True) for number in self._at.get(key, ())}
        found |= {number for begin, number in self._cut if plain.startswith(begin)}
        found |= {number for begin in _begins(plain) for other, number in self._plain if other.startswith(begin)}
        return sorted(found)


def _keys_of(plain: str, *, looked_for: bool) -> set[Key]:
    """Return what a name shares with each that is like it.

    Of names that begin with a bare number none is like another for what stands behind it, but each is like the one
    without: under another key than it is looked for.
    """
    keys: set[Key] = {("letters", _between(plain))}
    words = plain.split()
    for at, word in enumerate(words):
        if word.isalpha() and len(word) >= _SHORTEST_WORD:
            less = {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}
            keys |= {("slip", part, *words[:at], "", *words[at + 1 :]) for part in less}
    whole = _around_keys(_without_around(plain, bare_number=False))
    if _BARE_NUMBER.match(plain):
        behind = _around_keys(_without_around(plain, bare_number=True))
        return keys | whole | (behind if looked_for else {("behind", *key) for key in behind})
    return keys | whole | ({("behind", *key) for key in whole} if looked_for else set())


def _around_keys(name: str) -> set[Key]:
    """Return what a name without the signs around it shares with those like it: its letters, and words but for plurals.

    >>> sorted(_around_keys("kansen"))
    [('plural', 'kans', ''), ('plural', 'kanse', ''), ('plural', 'kansen', ''), ('without', 'kansen')]
    """
    keys: set[Key] = {("without", _between(name))}
    words = name.split()
    for at, word in enumerate(words):
        stems = {word, *(word.removesuffix(end) for end in _PLURALS)}
        stems |= {f"{word[:-3]}y"} if word.endswith("ies") else set()
        keys |= {("plural", stem, *words[:at], "", *words[at + 1 :]) for stem in stems if len(stem) >= _SHORTEST_WORD}
    return keys


def _begins(plain: str) -> list[str]:
    """Return how a name begins, where its end may have been cut off."""
    begin = _CUT.sub("", plain)
    return [begin] if (begin != plain or len(plain) == _LONGEST_SHEET) and len(begin) >= _FEWEST_LEFT else []


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


def are_alike(one: str, other: str) -> bool:
    """Return whether two names may be one.

    >>> are_alike("1. stress", "Stress"), are_alike("work & home", "work and home"), are_alike("+ steun", "- steun")
    (True, True, False)
    >>> [are_alike("family", name) for name in ("(family)", "the family", "families", "family work", "familiar")]
    [True, True, True, False, False]
    >>> are_alike("werk", "werkk"), are_alike("bom", "boom"), are_alike("huis", "thuis")
    (True, False, False)
    """
    one, other = _plain(one), _plain(other)
    if _between(one) == _between(other) or _is_cut(one, other) or _is_cut(other, one):
        return True
    numbered = [bool(_BARE_NUMBER.match(name)) for name in (one, other)]
    named = [_without_around(name, bare_number=numbered in ([True, False], [False, True])) for name in (one, other)]
    if _between(named[0]) == _between(named[1]) and any(map(str.isalpha, named[0])):
        return True
    if any(_is_plural(*pair) for pair in _only_apart(*named)):
        return True
    apart = _only_apart(one, other)
    if not apart:
        return False
    if not all(word.isalpha() for word in apart[0]):
        return False
    is_long = min(map(len, apart[0])) >= _FEWEST_LETTERS
    return _is_doubled(*apart[0]) or (is_long and _is_one_slip(*apart[0]))


def _only_apart(one: str, other: str) -> list[tuple[str, str]]:
    """Return the only word in which two names of as many words differ; nothing where there are more, or none."""
    words = [name.split() for name in (one, other)]
    apart = [pair for pair in zip(*words, strict=False) if pair[0] != pair[1]]
    return apart if len(apart) == 1 and len(words[0]) == len(words[1]) else []


def _is_plural(one: str, other: str) -> bool:
    """Return whether one word is the other with the ending of a plural."""
    short, long = sorted((one, other), key=len)
    forms = [f"{short}{end}" for end in _PLURALS] + [f"{short[:-1]}ies"] * short.endswith("y")
    return len(short) >= _SHORTEST_WORD and short.isalpha() and long in forms


def _between(name: str) -> str:
    """Return a name without what stands between its letters only."""
    return _BETWEEN.sub("", name)


def _without_around(name: str, *, bare_number: bool) -> str:
    """Return a name without the numbers, counts and signs around it, and with one word for *and*."""
    name = _AROUND.sub("", name)
    name = match[1].strip() if (match := _BRACKETS.fullmatch(name)) else name
    number = _NUMBER.match(name) or (_BARE_NUMBER.match(name) if bare_number else None)
    name = name[number.end() :] if number else name
    return _AND.sub(" and ", _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name)


def _is_cut(one: str, other: str) -> bool:
    """Return whether the first is the second with its end cut off: by dots, or because no sheet has a longer name."""
    return any(map(other.startswith, _begins(one)))


def _is_doubled(one: str, other: str) -> bool:
    """Return whether one word is the other with a consonant doubled."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_WORD or len(long) != len(short) + 1:
        return False
    at = next((n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    return long[at] == long[at - 1] and long[at] in _CONSONANTS and short[at:] == long[at + 1 :]


def _is_one_slip(one: str, other: str) -> bool:
    """Return whether one letter is other, more or less, or two that stand together are changed round."""
    least = min(len(one), len(other))
    same = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), least)
    a, b = one[same:], other[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
