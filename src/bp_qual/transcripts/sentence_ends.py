"""Sentences: where they begin and end in talk; a full stop does not always say so, nor does each sentence have one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.kept_spans import KeptSpans
from bp_qual.transcripts.speech import Spans, as_spans, find_signs, find_words

MAX_SENTENCE = 60

_KEPT = KeptSpans()

_NUMBER_FOLLOWS = lazy_pattern(r"\s{1,3}\d")
_HOLDS_WORD = lazy_pattern(r"[^\W_]")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations by language: those that something always follows, and those that a number follows.
_ABBREVIATIONS = {
    "nl": (
        _listed(
            "dhr hr mw mevr mvr prof dr drs ir ing mr ds st gem bijv bv evt ong incl excl resp vgl vlg zgn ca "
            "o.a d.w.z m.n i.v.m t.o.v m.b.t n.a.v d.m.v i.p.v t.b.v i.h.b"
        ),
        _listed(
            "art nr nrs max min tel blz pag str afd hfst par fig tab vol feb febr mrt apr jun jul aug sep sept okt nov "
            "dec"
        ),
    ),
    "en": (
        _listed("prof dr mr mrs ms sgt capt lt col gen rev hon gov sen st e.g i.e esp incl excl vs approx ca"),
        _listed("nos max min tel p pp ch sec art fig vol est jan feb mar apr jun jul aug sep sept oct nov dec"),
    ),
}
_LONGEST_ABBREVIATION = 6


def find_sentences(text: str, start: int = 0, end: int | None = None, language: str = "nl") -> Spans:
    """Return the spans of the sentences that hold at least one word.

    A blank line ends a sentence; a single line end does not. Talk without full stops is cut after every `MAX_SENTENCE`
    words, so that no sentence grows without limit.

    Parameters
    ----------
    text, start, end
        As in `find_asides`.
    language : str
        Whose abbreviations do not end a sentence.

    Returns
    -------
    array of spans x 2
        Starts and ends in `text`; read-only, as what is found is kept for the next who asks.

    Examples
    --------
    >>> find_sentences("Dat was dhr. Jansen. [stilte] Mooi, toch? Ja!").tolist()
    [[0, 20], [21, 41], [42, 45]]
    """
    end = len(text) if end is None else end
    return _KEPT.get(
        text,
        (start, end, language),
        lambda: _bounded(text, start, end, list(_split_sentences(text[start:end], language))),
    )


def ends_in_abbreviation(text: str) -> bool:
    """Return whether a text ends in an abbreviation of any language that something follows: no sentence ends there.

    >>> ends_in_abbreviation("Dat zei dhr."), ends_in_abbreviation("Dat zei hij.")
    (True, False)
    """
    word = text.rstrip(".").rpartition(" ")[2].casefold() if text.endswith(".") else ""
    return bool(word) and any(word in words for pair in _ABBREVIATIONS.values() for words in pair)


def _split_sentences(talk: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences, with what only looks like the end of one mended."""
    from simplemma import split_sentences

    place, opened = 0, -1
    for sentence in split_sentences(talk, language if language in _splitter_languages() else None):
        place = talk.find(sentence, place)
        opened = place if opened < 0 else opened
        place += len(sentence)
        if not (sentence[-1] == "." and _goes_on(sentence, talk, place, language)):
            yield opened, place
            opened = -1
    if opened >= 0:
        yield opened, place


def _goes_on(sentence: str, talk: str, place: int, language: str) -> bool:
    """Whether a full stop belongs to an abbreviation that what follows goes on: `ca. 5 jaar`."""
    tail = sentence[-_LONGEST_ABBREVIATION - 3 : -1].replace("(", " ")
    if place == len(talk) or language not in _ABBREVIATIONS or not tail or tail[-1].isspace():
        return False
    always, numbered = _ABBREVIATIONS[language]
    word = tail.split()[-1]
    if word.lower() in always:
        return True
    by_number = _goes_on_by_number(language, word, tail[: -len(word)]) or word.lower() in numbered
    return by_number and _NUMBER_FOLLOWS.match(talk, place) is not None


def _goes_on_by_number(language: str, word: str, before: str) -> bool:
    """Whether a word that is also another one is an abbreviation as it is written: `jan. 2010`, `see No. 5`."""
    if language == "nl":
        return word == "jan"
    return word == "No" and before[-1:] == " " and before[-2:-1].isascii() and before[-2:-1].isalpha()


def _bounded(text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> Spans:
    """Return where in the text the sentences with a word in them are, those that are too long in pieces."""
    found, words = list[tuple[int, int]](), None
    signs = next(find_signs(text, start, end), None) is not None
    for first, last in sentences:
        begin, stop = start + first, start + last
        sentence = text[begin:stop]
        if not _HOLDS_WORD.search(sentence):
            continue
        if not signs and sentence.count(" ") + sentence.count("\n") < MAX_SENTENCE:
            found.append((begin, stop))
            continue
        words = find_words(text, start, end) if words is None else words
        own = words[slice(*np.searchsorted(words[:, 0], (begin, stop)))]
        if len(own) > MAX_SENTENCE:
            begins = [begin, *own[MAX_SENTENCE::MAX_SENTENCE, 0].tolist()]
            stops = [*own[MAX_SENTENCE - 1 : -1 : MAX_SENTENCE, 1].tolist(), stop]
            found += zip(begins, stops, strict=True)
        elif any(_HOLDS_WORD.search(text, *word) for word in own.tolist()):
            found.append((begin, stop))
    return as_spans(found)


@cache
def _splitter_languages() -> frozenset[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return frozenset(SUPPORTED_LANGUAGES)
