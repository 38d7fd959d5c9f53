"""The words of a stretch of talk, each with what is known of its form; where sentences begin in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from bp_qual.pseudonyms.word_evidence import NameLexicon, WordEvidence

REACH = 40  # characters before a word that can say whether a sentence begins or somebody is called so
_WORD_FORM = regex.compile(
    r"['’]s-\p{Lu}\w+|['’][ts](?=[ -]\p{Lu})|['’]t(?= \p{L})|[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?|\d+",
    flags=regex.VERSION1,
)
_ABBREVIATED = (
    r"(?<![ .][A-Z])(?<!^[A-Z])(?<!\b(?:[Mm]r|[Dd]r|[Dd]s|[Ss]t|[Mm]w))"
    r"(?<!\b(?:[Dd]rs|[Ii]ng|Mrs|[Ff]am|[Mm]ej|[Dd]hr))(?<!\b(?:[Mm]evr|[Pp]rof))(?<!v\.d)"
)
_SAYS_I = r"(?<=\b(?:have|do|did|am|will|would|can|could|should|than|and|but|or|nor|are|were) I)"  # no initial
_SENTENCE_START = regex.compile(
    rf"(?:^\s*|(?:{_ABBREVIATED}|{_SAYS_I})[.?!…:]['\"”’)]*\s+['\"“‘(]*|^['\"“‘(-]+\s*|\n\s*['\"“‘(-]*\s*)$"
)
_SENTENCE = regex.compile(r"(?:^|[.?!]\s+|\n)[^\w\n]*(\w)")


class TalkWord(NamedTuple):
    """A word of a text, where it begins, and what is known of its form."""

    form: str
    start: int
    seen: WordEvidence

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.form)


def words_of(text: str, lexicon: NameLexicon) -> Iterator[TalkWord]:
    """Yield the words of a text.

    >>> [word.form for word in words_of("'s-Gravenhage, Jan z'n stad.", NameLexicon("nl"))]
    ["'s-Gravenhage", 'Jan', "z'n", 'stad']
    """
    return (TalkWord(match[0], match.start(), lexicon.evidence(match[0])) for match in _WORD_FORM.finditer(text))


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a sentence begins at a word; a point after a title or an initial ends none.

    >>> [begins_sentence("Dat was dr. Smit. Jan ook.", start) for start in (0, 12, 18)]
    [True, False, True]
    >>> begins_sentence("So have I. And then", 11), begins_sentence("Daar belde I. Smit", 14)
    (True, False)
    """
    before = text[max(0, start - REACH) : start]
    return bool(_SENTENCE_START.search(before if start <= REACH else f"x {before}"))


def has_capitals(texts: Iterable[str]) -> bool:
    """Return whether sentences begin with a capital in these texts: at least three in ten.

    >>> has_capitals(["Hij kwam. Jan ook."]), has_capitals(["hij kwam. jan ook."])
    (True, False)
    """
    starts = [match[1] for text in texts for match in _SENTENCE.finditer(text) if match[1].isalpha()]
    return not starts or sum(letter.isupper() for letter in starts) >= 0.3 * len(starts)
