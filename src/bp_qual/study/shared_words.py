"""Words that the names of all files of a round share, or that stand beside several first names, are nobody's name.

So `na de verhuizing` is no part of one in `Anna na de verhuizing`, nor `Buurtproject` in `Buurtproject Anna`.

Not where they may be a name after all (a surname of the lists, the one person of a study), tell who it is beside others
(`moeder Anna`; `Noord Anna` beside `Zuid Anna`), nor where nothing that can be a name is left beside them (`BP 01`). A
first name of the lists is one where names of the lists are left beside it.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.link_words import LINK_WORDS
from bp_qual.study.listed_names import is_listed_first_name, is_listed_name, is_listed_surname
from bp_qual.study.names_in_files import LETTER, OF_MEN, OF_WOMEN, name_in
from bp_qual.transcripts.moments import ANY_MONTH
from bp_qual.transcripts.since_start import counted_times
from bp_qual.transcripts.speakers.labels import is_somebody_beside
from bp_qual.transcripts.wave_words import find_wave, find_word

_FEWEST = 3  # names beside which such a word stands
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_SIGN = lazy_pattern(r"[^\W_]")  # a letter, or a digit: of the year between two words
_WORD = lazy_pattern(  # not that of a number: `gesprek 2`
    r"(?<![^\W_])[^\W\d_]{2,}(?:-[A-ZÀ-Þ][^\W\d_]+)*(?![^\W_])(?![ _.#-]*\d{1,3}(?!\d))"
)
_OF_NAMES = lazy_pattern(rf"{ANY_MONTH}|{OF_WOMEN}|{OF_MEN}|dr|drs|prof|en|and|und|et|met|with", re.IGNORECASE)
_SMALL = LINK_WORDS | {"over", "about", "from", "uit", "bij", "at", "a", "an", "een", "for", "voor", "naar", "to"}


def without_shared_words(stems: Sequence[str], rounds: Sequence[str]) -> list[str]:
    """Return names of files without the words that all names of a round, or of the study, share.

    Parameters
    ----------
    stems : sequence of str
        Each name.
    rounds : sequence of str
        The round of each.

    Returns
    -------
    list of str
        In the same order.

    Examples
    --------
    >>> said = [f"{name} {rest}" for name in ("Anna", "Bo", "Cas") for rest in ("2010", "2020 na de verhuizing")]
    >>> without_shared_words(said, ["2010", "2020"] * 3)[:2]
    ['Anna 2010', 'Anna 2020 na']
    >>> without_shared_words(["BP 01", "BP 02", "BP 03"], [""] * 3)
    ['BP 01', 'BP 02', 'BP 03']
    """
    groups = defaultdict[str, list[str]](list)
    for stem, own in zip(stems, rounds, strict=True):
        groups[own].append(stem)
    shared = _beside_names(stems).union(*map(_shared, (*groups.values(), stems)))
    shared -= _telling(shared, stems) | _one_or_other(shared, groups.values())
    shared -= set[str]().union(*(_beside_one_name(shared, own) for own in groups.values()))
    return [_without(stem, shared) for stem in stems]


def _telling(shared: set[str], stems: Sequence[str]) -> set[str]:
    """Return what tells names apart: `moeder` where not all are a mother's, `weken` where their number differs."""
    said = [set(_LETTERS.findall(stem.replace("_", " ").casefold())) for stem in stems]
    of_some = {word for word in shared - _SMALL if not all(word in words for words in said)}
    roles = {word for word in of_some if is_generic(word) or is_somebody_beside(word)}
    times = {tuple(counted_times(stem.replace("_", " "))) for stem in stems}
    units = {word for own in times for time in own for word in _LETTERS.findall(time.casefold())}
    return roles | (units if len(times) > 1 else set())


def _beside_one_name(shared: set[str], stems: Sequence[str]) -> set[str]:
    """Return the words by which alone two of one round differ: where `chef van Anna` is not `Anna`, nor is Bert's."""
    named = defaultdict[str, list[set[str]]](list)
    for stem in stems:
        name = name_in(_without(stem, shared), (find_wave(stem) or ("", ""))[1]).casefold()
        named[name].append(shared.intersection(_LETTERS.findall(stem.replace("_", " ").casefold())))
    return set[str]().union(*(set[str]().union(*own) - set[str].intersection(*own) for own in named.values())) - _SMALL


def _one_or_other(shared: set[str], rounds: Iterable[Sequence[str]]) -> set[str]:
    """Return the words that never stand together, of which some names of one round have one and others another.

    So `Noord` and `Zuid` of `Noord Anna` and `Zuid Anna` stay: who lives where tells people apart.
    """
    said = [[shared.intersection(_LETTERS.findall(one.replace("_", " ").casefold())) for one in own] for own in rounds]
    together = {pair for own in said for words in own for pair in itertools.combinations(sorted(words), 2)}
    found = set[str]()
    for own in said:
        pairs = itertools.combinations(sorted(set[str]().union(*own) - _SMALL), 2)
        found = found.union(*(pair for pair in pairs if pair not in together))
    return found


def _shared(stems: Sequence[str]) -> set[str]:
    """Return the words of all these names, where a name of its own is left of each without them."""
    said = [{word.casefold() for word in _words(stem)} for stem in stems]
    shared = set[str].intersection(*said) if len(said) >= _FEWEST else set[str]()
    if not shared:
        return shared
    left = {name_in(_without(stem, shared), (find_wave(stem) or ("", ""))[1]).casefold() for stem in stems}
    is_left = all(map(_is_name, left))
    if any(map(is_listed_first_name, shared)):
        is_left = is_left and all(any(map(is_listed_name, name.split())) for name in left)
    return shared if is_left and len(left) >= _FEWEST else set()


def _beside_names(stems: Sequence[str]) -> set[str]:
    """Return the words beside the first names of several, though not of all: `Buurtproject Fatima`, `Fatima`."""
    beside = defaultdict[str, set[str]](set)
    for stem in stems:
        words = {word.casefold() for word in _words(stem)}
        first = sorted(word for word in words if is_listed_first_name(word))
        for word in words.difference(first) if first else ():
            beside[word].add(first[0])
    return {word for word, names in beside.items() if len(names) >= _FEWEST}


def _is_name(said: str) -> bool:
    last = said.split()[-1] if LETTER.search(said) else ""
    return is_listed_first_name(last) or bool(last and not is_generic(last))


def _words(stem: str) -> Iterator[str]:
    """Yield the words of a name that can be of all names of a round: no wave, title, month or surname."""
    said = stem.replace("_", " ")
    waves = " ".join(found[1] for found in (find_wave(said), find_word(said)) if found)
    of_wave = set(_LETTERS.findall(waves.casefold()))
    for word in _WORD.findall(said):
        is_surname = word[0].isupper() and any(map(is_listed_surname, word.split("-")))
        is_free = of_wave.isdisjoint(word.casefold().split("-")) and not _OF_NAMES.fullmatch(word)
        if is_free and not is_surname:
            yield word


def _without(stem: str, shared: set[str]) -> str:
    """Return a name without the shared words."""
    cut = stem
    for start, end in reversed(list(_runs(stem, shared))):
        cut = f"{cut[:start].rstrip(' _-')} {cut[end:].lstrip(' _-')}".strip()
    return cut


def _runs(stem: str, shared: set[str]) -> Iterator[tuple[int, int]]:
    """Yield where shared words stand in a row that are not all small ones: `de verhuizing`, not `de` of `de Vries`."""
    run = list[re.Match[str]]()
    for word in (*_WORD.finditer(stem), None):
        follows = word is not None and (not run or not _SIGN.search(stem[run[-1].end() : word.start()]))
        is_shared = word is not None and word[0].casefold() in shared
        if run and not (is_shared and follows):
            if any(one[0].casefold() not in _SMALL for one in run):
                yield run[0].start(), run[-1].end()
            run = []
        if is_shared and word is not None:
            run.append(word)
