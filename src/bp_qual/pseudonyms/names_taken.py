"""Invented names that somebody in the interviews has, of whom no row of the sheet says so."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bp_qual.errors import Problem
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.found_names import LIKELY, find_names
from bp_qual.pseudonyms.name_words import has_capitals
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.pseudonyms.row_conflicts import telling_words
from bp_qual.pseudonyms.talk_stretches import label_places, stretches_of
from bp_qual.pseudonyms.word_evidence import NameLexicon
from bp_qual.transcripts import Corpus, Transcript

_Stretch = tuple[int, int, str]  # where a name stands, and its kind


def find_taken(
    made: Iterable[DecidedName],
    names: Sequence[DecidedName],
    corpus: Corpus,
    called: Mapping[str, Collection[str]],
    *,
    where: str,
) -> tuple[Problem, ...]:
    """Return a problem for each replacement that is a likely name in the interviews, where that name stays.

    Of a person no replacement may have the name of a person in it; of what is no person it may not be a name.

    Parameters
    ----------
    made : iterable of DecidedName
        What the sheet decides, and no key before it.
    names : sequence of DecidedName
        All that is replaced: what is replaced does not stay.
    corpus : Corpus
        The interviews.
    called : mapping of str to collection of str
        What each interview goes by.
    where : str
        The name of the sheet, for messages.

    Returns
    -------
    tuple of Problem

    Examples
    --------
    >>> find_taken([DecidedName("Jan", "[name 1]")], [], corpus, {}, where="names.xlsx")
    ()
    """
    borrowers: dict[str, list[DecidedName]] = {}
    for name in made:
        words = telling_words(name.pseudonym)
        for word in words if name.kind == "person" else [name.pseudonym][: len(words)]:
            borrowers.setdefault(word, []).append(name)
    if not borrowers:
        return ()
    words = sorted(borrowers, key=len, reverse=True)
    search = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words))})(?:['’]?s|['’])?(?!\w)")
    taken: dict[DecidedName, str] = {}
    lexicons: dict[str, NameLexicon] = {}
    for talk in corpus.transcripts:
        if search.search(talk.text):
            language = talk.language or corpus.language
            lexicon = lexicons.setdefault(language, NameLexicon(language))
            staying = Replacer(names, called.get(talk.interview, ()), keeps_dates=True).replace(talk.text).places
            gone = [(place.old_start, place.old_end) for place in staying]
            for word, kind in _names_with(search, talk, lexicon, gone):
                borrowed = (name for name in borrowers[word] if name.kind != "person" or kind == "person")
                taken |= {name: word for name in borrowed if name not in taken}
    return tuple(
        Problem(where, "replacement of another", {"name": name.spelling, "replacement": name.pseudonym, "other": other})
        for name, other in taken.items()
    )


def _names_with(
    search: re.Pattern[str], talk: Transcript, lexicon: NameLexicon, gone: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """Yield the words that stand in a likely name which is not replaced, and the kind of that name."""
    found = _Stretches(_likely_names(search, talk, lexicon))
    replaced = _Stretches((start, end, "gone") for start, end in gone)
    for match in search.finditer(talk.text):
        kind = found.kind_at(*match.span(1))
        if kind and not replaced.kind_at(*match.span(1)):
            yield match[1], kind


class _Stretches:
    """Stretches of a text, looked up by place."""

    def __init__(self, stretches: Iterable[_Stretch]) -> None:
        self._all = sorted(stretches, key=lambda stretch: stretch[:2])
        self._longest = max((end - start for start, end, _ in self._all), default=0)

    def kind_at(self, start: int, end: int) -> str:
        """Return the kind of the first stretch that has a letter of another in it; nothing without any."""
        at = bisect.bisect_right(self._all, start - self._longest, key=lambda stretch: stretch[0])
        while at < len(self._all) and self._all[at][0] < end:
            if start < self._all[at][1]:
                return self._all[at][2]
            at += 1
        return ""


def _likely_names(search: re.Pattern[str], talk: Transcript, lexicon: NameLexicon) -> Iterator[_Stretch]:
    yield from ((start, end, "person") for start, end in label_places(talk))
    capitals = has_capitals(stretch.text for stretch in stretches_of(talk))
    for stretch in stretches_of(talk):
        if search.search(stretch.text):
            for name in find_names(stretch.text, lexicon, capitals=capitals):
                if name.block == LIKELY:
                    yield stretch.start + name.start, stretch.start + name.end, name.kind
