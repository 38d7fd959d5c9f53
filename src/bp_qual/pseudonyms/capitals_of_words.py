"""Capitals inside a sentence that make no name: abbreviations, stressed words, the first word of what is said."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from bp_qual.pseudonyms.name_cues import word_set
from bp_qual.pseudonyms.name_words import REACH, TalkWord

# What letters stand for in general: they name nobody and no organisation.
_ABBREVIATIONS = word_set(
    "am pm bc ad bce ce ceo cfo cto coo hr pr api apis url urls pdf pdfs html xml sql http faq faqs asap fyi diy it"
    " ai id ids ufo bbq adhd hiv aids dna rna gps suv lgbt lgbtq ocd ptsd iq mri ct std stds ivf icu ngo ngos mba"
    " phd ba bsc ma msc ipo rfp vip vips tbc tba eta rip usb cctv atm pin led lcd dj djs mc mp3 cv cvs ui ux os ide"
    " mvp ppe pcr tb copd eeg ecg cbt ect pms ibs ms ra sen senco pta dbs dui dob ps nb aka po esq etc tvs dvds cds"
    " pcs bmi hdl ldl vmbo vso zbo or cao btw bkr bsn ehbo vog apk ov hsl nt2 mbo hbo gz zzp"
    " iban bic kvk sofi ni nin gcse gcses nvq nvqs"
)
_ONE_OF_MANY = word_set("a an any every each another een 'n elke ieder iedere zo'n geen")
_OPENS_SPEECH = regex.compile(r"""(?:^|[\s(\[])(?:["“„«‘']|[-–—]{1,2}\s)\s*$""")


def is_abbreviation(words: Sequence[TalkWord], place: int) -> bool:
    """Return whether a word is an abbreviation of no name, and not the end of one as in 'Erasmus MC'.

    Parameters
    ----------
    words : sequence of TalkWord
        Those of the talk.
    place : int
        Which of them.

    Returns
    -------
    bool

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> from bp_qual.pseudonyms.word_evidence import NameLexicon
    >>> words = list(words_of("the PDF of Mercy MC", NameLexicon("en")))
    >>> is_abbreviation(words, 1), is_abbreviation(words, 4)
    (True, False)
    """
    word = words[place]
    if word.seen.key not in _ABBREVIATIONS or word.form[1:].islower():
        return False
    earlier = words[place - 1].seen if place else None
    return earlier is None or not earlier.has_capital or earlier.is_ordinary or not earlier.is_candidate


def is_stressed_or_said(text: str, words: Sequence[TalkWord], place: int) -> bool:
    """Return whether an ordinary word has a capital for its stress ('it was FREE') or as it begins what is said.

    Parameters
    ----------
    text : str
        The talk.
    words : sequence of TalkWord
        Those of the talk.
    place : int
        Which of them.

    Returns
    -------
    bool

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> from bp_qual.pseudonyms.word_evidence import NameLexicon
    >>> text = 'he was like "Give it" for FREE'
    >>> words = list(words_of(text, NameLexicon("en")))
    >>> [place for place in range(len(words)) if is_stressed_or_said(text, words, place)]
    [3, 6]
    """
    word = words[place]
    if not word.seen.is_ordinary:
        return False
    if len(word.form) > 2 and word.form.isupper():
        return True
    before = text[max(0, word.start - REACH) : word.start]
    return _OPENS_SPEECH.search(before) is not None and not _goes_on(words, place)


def is_one_of_many(words: Sequence[TalkWord], place: int) -> bool:
    """Return whether a known word alone stands behind an article that says it is one of many: 'a Minister'.

    Parameters
    ----------
    words : sequence of TalkWord
        Those of the talk.
    place : int
        Which of them.

    Returns
    -------
    bool

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> from bp_qual.pseudonyms.word_evidence import NameLexicon
    >>> words = list(words_of("a Minister of a Women Centre", NameLexicon("en")))
    >>> is_one_of_many(words, 1), is_one_of_many(words, 4)
    (True, False)
    """
    earlier = words[place - 1].seen.key if place else ""
    is_word = words[place].seen.is_known and not words[place].form.isupper()
    return is_word and earlier in _ONE_OF_MANY and not _goes_on(words, place)


def _goes_on(words: Sequence[TalkWord], place: int) -> bool:
    """Return whether another word with a capital follows."""
    following = words[place + 1].seen if place + 1 < len(words) else None
    return following is not None and following.has_capital and following.is_candidate
