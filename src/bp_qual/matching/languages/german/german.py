"""German, as far as it is known: the lemma list of simplemma, and the words that tell German talk."""

from __future__ import annotations

from bp_qual.matching.languages.plain import PlainLanguage
from bp_qual.matching.languages.word_lists import words


class German(PlainLanguage):
    """German words, without denials, split verbs and phrases whose verb moves.

    >>> "und" in German("de").telltale_words
    True
    """

    telltale_words = frozenset(words("ich und nicht ist auch wir aber bei mir uns habe es sehr"))
