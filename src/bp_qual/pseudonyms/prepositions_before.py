"""Prepositions that were taken for the beginning of a name: 'van Thuisgoed' where the study has Thuisgoed elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_cues import LINKS, ORGANISATION_ENDING
from bp_qual.pseudonyms.name_parts import fold_spelling
from bp_qual.pseudonyms.name_titles import title_before
from bp_qual.pseudonyms.name_variants import is_known_first_name

# 'Van' and 'Door' with a capital are parts of names too.
_PREPOSITION = lazy_pattern(
    r"(?:van|door|(?i:bij|met|voor|naar|uit|tegen|naast|at|by|with|from|for|near|in|to))\s+"
    r"|(?P<name>Van|Door)\s+"
)
_WORD_BEFORE = lazy_pattern(r"\w+\.? $")
_TITLE = 20  # letters of the longest title
_ARTICLE = lazy_pattern(r"(?:de|het|'t|the)\s+", re.IGNORECASE)


FoundSpan = tuple[int, int, str, str]  # start, end, kind and block


def without_prepositions(
    texts: Sequence[tuple[str, Sequence[FoundSpan]]], names: Collection[str] = ()
) -> Iterator[list[FoundSpan]]:
    """Yield what was found in each text, without the prepositions that were taken for the beginning of a name.

    Parameters
    ----------
    texts : sequence of tuple
        Each text of the study with what was found in it.
    names : collection of str, optional
        What the study itself calls its persons.

    Yields
    ------
    list of FoundSpan

    Examples
    --------
    >>> text = "Thuisgoed, ja, dat was van Thuisgoed."
    >>> found = [(0, 9, "organisation", "likely"), (23, 36, "place", "likely")]
    >>> list(without_prepositions([(text, found)]))
    [[(0, 9, 'organisation', 'likely'), (27, 36, 'organisation', 'likely')]]
    """
    kinds: dict[str, Counter[str]] = {}
    titled = set(names)
    for text, spans in texts:
        for start, end, kind, _ in spans:
            spelling = one_line(text[start:end])
            kinds.setdefault(spelling, Counter())[kind] += 1
            before = _WORD_BEFORE.search(text, max(0, start - _TITLE), start)
            if before and title_before(before[0])[0]:
                titled.add(spelling)
    cut = prepositions_before(kinds, titled)
    for text, spans in texts:
        yield [_without(text, span, cut, kinds) for span in spans]


def _without(text: str, span: FoundSpan, cut: Mapping[str, str], kinds: Mapping[str, Counter[str]]) -> FoundSpan:
    start, end, kind, block = span
    rest = cut.get(one_line(text[start:end]))
    if rest is None:
        return span
    while text[start].isspace() or one_line(text[start:end]) != rest:
        start += 1
    return start, end, max(kinds.get(rest, {kind: 1}).items(), key=lambda item: item[1])[0], block


def prepositions_before(spellings: Iterable[str], titled: Collection[str] = ()) -> dict[str, str]:
    """Return the spellings that begin with a preposition, and an article behind it, and what is left without them.

    They are no part of the name where the study has the rest by itself, and has nobody whose surname the whole is: no
    longer name ends in it and no title stands before it. 'Van Wijk' is whole beside 'Joop van Wijk'.

    Parameters
    ----------
    spellings : iterable of str
        All names as they stand in the study.
    titled : collection of str, optional
        Those that stand behind a title.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> prepositions_before(["van Thuisgoed", "Thuisgoed", "Van Wijk", "Wijk", "Joop van Wijk"])
    {'van Thuisgoed': 'Thuisgoed'}
    """
    written = dict.fromkeys(spellings)
    by_letters = {_letters(spelling) for spelling in written}
    ends = {end for spelling in written for end in _ends(spelling)} | {fold_spelling(name) for name in titled}
    found = {}
    for spelling in written:
        start = _start_of_name(spelling, by_letters)
        if start and fold_spelling(spelling) not in ends:
            found[spelling] = spelling[start:]
    return found


def _start_of_name(spelling: str, by_letters: Collection[str]) -> int:
    match = _PREPOSITION.match(spelling)
    if match is None:
        return 0
    if match["name"] and not is_known_first_name(fold_spelling(spelling[match.end() :]).split(" ")[0]):
        return 0
    starts = [match.end()]
    if article := _ARTICLE.match(spelling, match.end()):
        starts.append(article.end())
    return next((at for at in starts if _begins_name(spelling[at:]) and _letters(spelling[at:]) in by_letters), 0)


def _begins_name(rest: str) -> bool:
    """Return whether a name may begin so: with a capital, or a word for an organisation before one.

    >>> _begins_name("Thuisgoed"), _begins_name("korfbalvereniging Sparta"), _begins_name("der Meulen")
    (True, True, False)
    """
    first, _, name = rest.partition(" ")
    return rest[:1].isupper() or (ORGANISATION_ENDING.search(first) is not None and name[:1].isupper())


def _letters(spelling: str) -> str:
    return re.sub(r"[\W_]|['’]s?$", "", fold_spelling(spelling))


def _ends(spelling: str) -> Sequence[str]:
    """Return what a name of a person ends in, from each tussenvoegsel on: 'van wijk' of 'Joop van Wijk'."""
    words = fold_spelling(spelling).split(" ")
    first = len(title_before(f"{fold_spelling(spelling)} ")[0].split())
    return [" ".join(words[at:]) for at in range(first + 1, len(words)) if words[at] in LINKS]
