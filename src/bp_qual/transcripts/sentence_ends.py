"""Sentences: where they begin and end in talk; a full stop does not always say so, nor does each sentence have one."""

from __future__ import annotations

from functools import cache

import numpy as np

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.corpus import Transcript, turn_spans
from bp_qual.transcripts.kept_spans import KeptSpans
from bp_qual.transcripts.speech import Spans, as_spans, find_words_in, part_by

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
    return find_sentences_in(text, as_spans([(start, len(text) if end is None else end)]), language)[0]


def find_turn_sentences(transcript: Transcript) -> list[Spans]:
    """Return the sentences of each turn of a transcript, as `find_sentences` does.

    >>> from bp_qual.transcripts import Turn
    >>> turns = (Turn(0, "I", "interviewer", 3, 7), Turn(1, "R", "respondent", 11, 19, "P01"))
    >>> [own.tolist() for own in find_turn_sentences(Transcript("a", ("P01",), "1", "I: Hoe? R: Zo. Ja.", turns))]
    [[[3, 7]], [[11, 14], [15, 18]]]
    """
    return find_sentences_in(transcript.text, turn_spans(transcript), transcript.language)


def find_sentences_in(text: str, spans: Spans, language: str = "nl") -> list[Spans]:
    """Return the sentences of each of the spans, as `find_sentences` does; far quicker than one call for each turn.

    Parameters
    ----------
    text : str
        What was said.
    spans : array of spans x 2
        Those of turns: in order and not overlapping.
    language : str
        As in `find_sentences`.

    Returns
    -------
    list of arrays of spans x 2
        One for each of the spans; read-only.

    Examples
    --------
    >>> [own.tolist() for own in find_sentences_in("I: Hoe dan? R: Goed. Ja.", np.array([[3, 11], [15, 24]]))]
    [[[3, 11]], [[15, 20], [21, 24]]]
    """
    found = _KEPT.get(text, (spans.tobytes(), language), lambda: _find_sentences(text, spans, language))
    return part_by(found, spans)


def ends_in_abbreviation(text: str) -> bool:
    """Return whether a text ends in an abbreviation of any language that something follows: no sentence ends there.

    >>> ends_in_abbreviation("Dat zei dhr."), ends_in_abbreviation("Dat zei hij.")
    (True, False)
    """
    word = text.rstrip(".").rpartition(" ")[2].casefold() if text.endswith(".") else ""
    return bool(word) and any(word in words for pair in _ABBREVIATIONS.values() for words in pair)


def _find_sentences(text: str, spans: Spans, language: str) -> Spans:
    """Return where in the text the sentences with a word in them are, those that are too long in pieces."""
    words = np.concatenate((as_spans([]), *find_words_in(text, spans)))
    sentences = _split_sentences(text, spans, language)
    first, beyond = np.searchsorted(words[:, 0], sentences).T.tolist()
    found, spoken = list[tuple[int, int]](), words.tolist()
    for (begin, stop), row, until in zip(sentences.tolist(), first, beyond, strict=True):
        if until - row > MAX_SENTENCE:
            begins = [begin, *words[row + MAX_SENTENCE : until : MAX_SENTENCE, 0].tolist()]
            stops = [*words[row + MAX_SENTENCE - 1 : until - 1 : MAX_SENTENCE, 1].tolist(), stop]
            found += zip(begins, stops, strict=True)
        elif row < until and (
            text[spoken[row][0]].isalnum() or any(_HOLDS_WORD.search(text, *word) for word in spoken[row:until])
        ):
            found.append((begin, stop))
    return as_spans(found)


def _split_sentences(text: str, spans: Spans, language: str) -> Spans:
    """Return the sentences of the spans, with what only looks like the end of one mended."""
    from simplemma import split_sentences

    # A blank line ends a sentence, so that all spans are split at once.
    talk = "\n\n".join([text[start:end] for start, end in spans.tolist()])
    sentences = split_sentences(talk, language if language in _splitter_languages() else None)
    places, place = list[tuple[int, int]](), 0
    for sentence in sentences:
        place = talk.find(sentence, place)
        places.append((place, place := place + len(sentence)))
    found, sizes = as_spans(places), spans[:, 1] - spans[:, 0] + 2
    in_talk = np.cumsum(sizes) - sizes
    span = np.searchsorted(in_talk, found[:, 0], side="right") - 1
    goes_on = np.append(span[1:] == span[:-1], False)[: len(span)]
    for row in np.flatnonzero(goes_on).tolist():
        goes_on[row] = _goes_on(sentences[row], talk, places[row][1], language)
    found += (spans[:, 0] - in_talk)[span, np.newaxis]
    return np.column_stack((found[~np.roll(goes_on, 1), 0], found[~goes_on, 1]))


def _goes_on(sentence: str, talk: str, place: int, language: str) -> bool:
    """Whether a full stop belongs to an abbreviation that what follows goes on: `ca. 5 jaar`."""
    tail = sentence[-_LONGEST_ABBREVIATION - 3 : -1].replace("(", " ") if sentence[-1] == "." else ""
    if language not in _ABBREVIATIONS or not tail or tail[-1].isspace():
        return False
    always, numbered = _ABBREVIATIONS[language]
    word = tail.split()[-1]
    if word.lower() in always:
        return True
    by_number = word.lower() in numbered or _goes_on_by_number(language, word, tail[: -len(word)])
    return by_number and _NUMBER_FOLLOWS.match(talk, place) is not None


def _goes_on_by_number(language: str, word: str, before: str) -> bool:
    """Whether a word that is also another one is an abbreviation as it is written: `jan. 2010`, `see No. 5`."""
    if language == "nl":
        return word == "jan"
    return word == "No" and before[-1:] == " " and before[-2:-1].isascii() and before[-2:-1].isalpha()


@cache
def _splitter_languages() -> frozenset[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return frozenset(SUPPORTED_LANGUAGES)
